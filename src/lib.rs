//! What-if modelling of Local Area Agreements, in the browser.
//!
//! The architecture on one screen. A folder imports only what stands above it here;
//! `tests/architecture` holds them to it. The browser's crates exist for wasm alone, so that the
//! compiler keeps them out of everything but the last three; one file apart, `codec/body/compose.rs`,
//! which on wasm has the browser compose letters.
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
//! | `bin` | What is started? The page, its worker, and the developer's commands. |
//!
//! The way of a keystroke: a field of `ui` reads its text into an [`app::Edit`] and sends it as a
//! preview, on a slow machine a frame later (`ui/pace.rs`); [`app::update()`] applies it to the workbook and evaluates
//! what changed; the views draw the state. Enter, Tab or leaving the field commits: one step of undo, one autosave, one link.
//!
//! | to change | begin here | then |
//! |---|---|---|
//! | the threshold rule | `engine/reward.rs`; `engine/designated.rs` for the one cliff on the average | what crosses it: `engine/crossing.rs`; the same rule for chances and plans: `odds/stake.rs`, `solve/worth.rs`, `solve/task.rs`; its words: `app/working/{score,reward}.rs`, `app/show/reward/rules.rs`; the version of the rules: `model/rules.rs` |
//! | a view | `app/view.rs` | the compiler finds `ui/parts.rs`, which draws it from `ui/pages` and `app/show`; what is worked out beside it: `app/show/wanted.rs`; `tests/e2e/views.test.mjs` |
//! | a field of an indicator | `model/indicator.rs` | the compiler finds `codec/figures/own.rs`, `codec/body/indicators.rs`, `app/facts/terms`, `app/edit/fresh.rs` and `presets/build.rs`; what it may be: `model/check/facts.rs`; typing it: `ui/pages/indicators/facts.rs`; the table of the file format and `tests/fixtures/full.json` |
//! | a label | `app/words.rs` for choices, such as set-ups, fences and freedoms; `app/view.rs` for views; `app/facts/terms` for facts; `app/problem.rs` for findings | `tests/e2e` looks for what a person reads |
//! | a relaxation | `model/scenario.rs` | the compiler finds most; [`model::Relaxation`] lists the rest |
//!
//! What links and codes hold is frozen: a new field is a new schema (`codec/body`), a new figure a new form
//! (`codec/code.rs`), a new choice goes to the end of its table; links of every schema open for ever.

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
