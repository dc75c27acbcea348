//! What-if modelling of Local Area Agreements, in the browser.
//!
//! The architecture on one screen. A folder imports only what stands above it here;
//! `tests/architecture.rs` holds them to it, and the compiler keeps the browser out of everything
//! but the last two, whose crates exist for wasm alone.
//!
//! | folder | question that it answers |
//! |---|---|
//! | [`model`] | What is an agreement, a scenario, a workbook? Facts and choices, exact money and decimals. |
//! | [`text`] | How are money, shares and values written and read? |
//! | [`library`] | Which names have numbers, for links and pickers? Append-only. |
//! | [`engine`] | What follows from a scenario? One pure function, [`engine::evaluate`], in integers. |
//! | [`odds`] | How likely is the reward, and what drives it? Computed in floats, the same bits everywhere. |
//! | [`solve`] | What is the best use of the money, and what does each rule on it cost? Floats, then evaluated anew. |
//! | [`job`] | What crosses to a worker, and what comes back? Questions, answers, progress, as text. |
//! | [`chart`] | What does a picture look like? Scenes as data, each with its sentence and its table. |
//! | [`codec`] | How does a workbook become a link, a file or a code, and come back safely? |
//! | [`presets`] | Which samples are built in, and where do their figures come from? |
//! | [`app`] | What can a person do, and what do the views show? State, edits, undo, sentences. |
//! | `platform` | What does the browser offer? Elements, storage, files, workers, the address bar. |
//! | `ui` | What does a person see? Yew components without arithmetic. |
//!
//! The way of a keystroke: a field of `ui` reads its text into an [`app::Edit`] and sends it as a
//! preview; [`app::update`] applies it to the workbook and evaluates what changed; the views draw the
//! state. Enter, Tab or leaving the field commits: one step of undo, one autosave, one link.

pub mod app;
pub mod chart;
pub mod codec;
pub mod engine;
pub mod job;
pub mod library;
pub mod model;
pub mod odds;
#[cfg(target_arch = "wasm32")]
pub mod platform;
pub mod presets;
pub mod solve;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod ui;
