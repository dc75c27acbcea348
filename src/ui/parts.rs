//! What of the page is fetched only after the first view is on show, or when it is first needed.
//!
//! A release is one program in two WebAssembly files: the frame, Position, the engine and the reader of
//! links come first; the other views, the dialogs and all that is made of files follow. The border is
//! the one function in [`border`].

use crate::app::keeper::Keeper;
use crate::app::{Action, Figure, Notice, State, View};
use crate::model::{ScenarioId, Workbook};
use crate::platform::soon::Soon;
use crate::platform::storage::Browser;
use crate::platform::{clock, leaving};
use crate::ui::context::{Act, Shared};
use crate::ui::desks::{self, Desks};
use crate::ui::dialogs::{Codes, CopyLink, Help, Open, Paste, save};
use crate::ui::frame::{Answer, Tour};
use crate::ui::opening;
use crate::ui::pages::{
    Agreement, Allocation, Aside, Best, Compare, Funding, GoalSeek, Indicators, Position,
    PumpPriming, Report, Reward, Risk,
};
use crate::ui::reach::{Reach, reached};
use std::cell::{Cell, RefCell};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Something to draw that is not there at first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Part {
    /// The view on show.
    View,
    /// What stands beside the indicators of Position.
    Aside,
    /// The code of every scenario.
    Codes,
    /// What can be opened.
    Open,
    /// The box that links and codes are pasted into.
    Paste,
    /// The panel that lists what a link carries.
    CopyLink,
    /// Keys, the tour and the mode for meetings.
    Help,
    /// The stop of the tour that one is at.
    Tour,
    /// How a figure is worked out.
    Answer(Figure),
}

/// Everything that is fetched later, by what it does.
#[derive(Clone, Copy)]
pub(crate) struct Parts {
    /// Draws a part.
    pub(crate) draw: fn(Part, Shared) -> Html,
    /// The state to start in where the browser keeps workbooks.
    pub(crate) start: fn() -> State,
    /// What a first visit begins with.
    pub(crate) welcome: fn() -> Option<Action>,
    /// What to do now that the address is another.
    pub(crate) turn: fn(&State) -> Vec<Action>,
    /// Keeps the workbook on screen in this browser.
    pub(crate) keep: fn(&mut Keeper, &State) -> Option<Action>,
    /// Puts to the desks what is to be worked out beside the page.
    pub(crate) ask: fn(&mut Desks, &State, &Act),
    /// Between which shares of its stretch each indicator may end.
    reach: fn(&State) -> Reach,
    /// Saves a workbook as a file.
    pub(crate) save: fn(&Workbook, ScenarioId) -> Notice,
}

const PARTS: Parts = Parts {
    draw,
    start: opening::start,
    welcome: opening::welcome,
    turn: opening::turn,
    keep,
    ask: desks::ask,
    reach: reached,
    save,
};

fn keep(keeper: &mut Keeper, state: &State) -> Option<Action> {
    let left = keeper.keep(&Browser, state, clock::now());
    if keeper.would_lose(state) {
        leaving::ask();
    }
    left
}

fn draw(part: Part, state: Shared) -> Html {
    match part {
        Part::View => match state.view {
            View::Position => html! { <Position {state} /> },
            View::Compare => html! { <Compare {state} /> },
            View::Agreement => html! { <Agreement {state} /> },
            View::Funding => html! { <Funding {state} /> },
            View::Best => html! { <Best {state} /> },
            View::PumpPriming => html! { <PumpPriming {state} /> },
            View::GoalSeek => html! { <GoalSeek {state} /> },
            View::Allocation => html! { <Allocation {state} /> },
            View::Indicators => html! { <Indicators {state} /> },
            View::Risk => html! { <Risk {state} /> },
            View::Report => html! { <Report {state} /> },
            View::Reward => html! { <Reward {state} /> },
        },
        Part::Aside => html! { <Aside {state} /> },
        Part::Codes => html! { <Codes {state} /> },
        Part::Open => html! { <Open {state} /> },
        Part::Paste => html! { <Paste {state} /> },
        Part::CopyLink => html! { <CopyLink {state} /> },
        Part::Help => html! { <Help {state} /> },
        Part::Tour => html! { <Tour {state} /> },
        Part::Answer(figure) => html! { <Answer {state} {figure} /> },
    }
}

/// The parts did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Missing;

/// What to do when they did not.
pub(crate) const MISSING: &str =
    "A part of the page did not arrive. Check the connection and try again.";

const UNKEPT: &str = "A part of the page did not arrive, and nothing is kept in this browser until it does. \
                      Check the connection; opening another view tries again.";

#[cfg(feature = "split")]
#[allow(
    unsafe_code,
    improper_ctypes,
    reason = "the attribute declares one function on both sides of the border; both are compiled as one program"
)]
mod border {
    use super::{Missing, PARTS, Parts};

    impl From<wasm_split_helpers::SplitLoaderError> for Missing {
        fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
            Self
        }
    }

    #[wasm_split_helpers::wasm_split(parts, fallible)]
    pub(super) fn fetch() -> Result<Parts, Missing> {
        Ok(PARTS)
    }
}

/// Without the border everything is here from the start.
#[cfg(not(feature = "split"))]
mod border {
    use super::{Missing, PARTS, Parts};
    use std::future::{Ready, ready};

    pub(super) fn fetch() -> Ready<Result<Parts, Missing>> {
        ready(Ok(PARTS))
    }
}

thread_local! {
    static FETCHED: Cell<Option<Parts>> = const { Cell::new(None) };
    /// Hears that the parts are here.
    static WAITING: RefCell<Option<Callback<()>>> = const { RefCell::new(None) };
}

/// Fetches the parts, unless they are here.
pub(crate) async fn fetch() -> Result<Parts, Missing> {
    let parts = border::fetch().await?;
    if FETCHED.replace(Some(parts)).is_none() {
        let waiting = WAITING.take();
        waiting.into_iter().for_each(|waiting| waiting.emit(()));
    }
    Ok(parts)
}

/// Between which shares of its stretch each indicator may end; nothing before the parts are here.
pub(crate) fn reach(state: &State) -> Option<Reach> {
    FETCHED.get().map(|parts| (parts.reach)(state))
}

/// The parts, from the moment they are here; they are asked for once the first picture is on screen.
#[hook]
pub(crate) fn use_parts(act: &Act) -> Option<Parts> {
    let here = use_state(|| FETCHED.get().is_some());
    use_effect_with((), {
        let (here, act) = (here.setter(), act.clone());
        move |()| {
            WAITING.set(Some(Callback::from(move |()| here.set(true))));
            let soon = Soon::new(move || {
                spawn_local(async move {
                    let begun = match fetch().await {
                        Ok(parts) => (parts.welcome)(),
                        Err(Missing) => Some(Action::Tell(Notice::lasting(UNKEPT))),
                    };
                    begun.into_iter().for_each(|action| act.send(action));
                });
            });
            move || drop(soon)
        }
    });
    FETCHED.get().filter(|_| *here)
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FetchedProps {
    pub(crate) part: Part,
    pub(crate) state: Shared,
}

/// How it stands with the parts.
#[derive(Clone, Copy, PartialEq)]
enum Stand {
    Coming,
    Here,
    Failed,
}

/// A part, or what is to be known while it is on its way.
#[component]
pub(crate) fn Fetched(props: &FetchedProps) -> Html {
    let stand = use_state(|| Stand::Coming);
    let ask = {
        let stand = stand.setter();
        use_callback((), move |(), ()| {
            let stand = stand.clone();
            stand.set(Stand::Coming);
            spawn_local(async move {
                let fetched = fetch().await;
                stand.set(fetched.map_or(Stand::Failed, |_| Stand::Here));
            });
        })
    };
    let here = FETCHED.get();
    use_effect_with((), {
        let ask = ask.clone();
        move |()| {
            if here.is_none() {
                ask.emit(());
            }
        }
    });
    match here {
        Some(parts) => (parts.draw)(props.part, props.state.clone()),
        None if *stand == Stand::Failed => html! {
            <div class="notice" role="alert">
                <p>{ MISSING }</p>
                <p><button type="button" onclick={move |_| ask.emit(())}>{ "Try again" }</button></p>
            </div>
        },
        None => html! { <p class="notice">{ "One moment…" }</p> },
    }
}
