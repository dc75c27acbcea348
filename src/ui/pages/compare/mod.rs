//! Compare: what separates two sides, what each difference is worth, and what of it is taken.

mod differences;
mod ledger;
mod same;
mod sides;
mod tables;

use crate::app::show::compare::{Compared, compared, view};
use crate::ui::context::ViewProps;
use crate::ui::frame::Later;
use crate::ui::identical::Identical;
use crate::ui::pages::compare::differences::Differences;
use crate::ui::pages::compare::ledger::Ledger;
use crate::ui::pages::compare::same::Same;
use crate::ui::pages::compare::sides::Sides;
use crate::ui::pages::compare::tables::{Money, Tables};
use crate::ui::pages::said::said_first;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

thread_local! {
    /// What was compared last, from one visit to the next: its prices take long to work out.
    static LAST: RefCell<Option<Rc<Compared>>> = const { RefCell::new(None) };
}

#[component]
pub(crate) fn Compare(props: &ViewProps) -> Html {
    let state = &props.state;
    let found = LAST.with_borrow_mut(|last| {
        *last = compared(state, last.as_ref());
        last.clone()
    });
    let Some(found) = found else {
        return html! {
            <div class="view">
                <div class="say"><h2>{ "There is nothing to compare yet." }</h2><p>{ "Make a second scenario, or paste a link that the other side sent." }</p></div>
            </div>
        };
    };
    let compare = view(state, &found);
    if found.mine.scenario == found.theirs.scenario {
        return html! {
            <div class="view with-side">
                { said_first(Some(compare.headline.clone())) }
                <div class="main">
                    <Sides state={state.clone()} {compare} />
                    <Ledger state={state.clone()} />
                </div>
                <div class="side">
                    <Same state={state.clone()} />
                </div>
            </div>
        };
    }
    let found = Identical(found);
    html! {
        <div class="view with-side">
            { said_first(Some(compare.headline.clone())) }
            <div class="main">
                <Differences state={state.clone()} compare={compare.clone()} />
                <Later>
                    <Tables state={state.clone()} found={found.clone()} />
                </Later>
            </div>
            <div class="side">
                <Later>
                    <Sides state={state.clone()} {compare} />
                    <Money state={state.clone()} {found} />
                    <Ledger state={state.clone()} />
                    <Same state={state.clone()} />
                </Later>
            </div>
        </div>
    }
}
