//! Compare: what separates two sides, what each difference is worth, and what of it is taken.

mod differences;
mod ledger;
mod same;
mod sides;
mod tables;

use crate::app::show::compare::{Compared, compared, pair, view};
use crate::ui::context::ViewProps;
use crate::ui::frame::Later;
use crate::ui::pages::compare::differences::Differences;
use crate::ui::pages::compare::ledger::Ledger;
use crate::ui::pages::compare::same::Same;
use crate::ui::pages::compare::sides::Sides;
use crate::ui::pages::position::said_first;
use std::rc::Rc;
use yew::prelude::*;

#[component]
pub(crate) fn Compare(props: &ViewProps) -> Html {
    let state = &props.state;
    let last = use_mut_ref(|| None::<Rc<Compared>>);
    let found = compared(state, last.borrow().as_ref());
    last.borrow_mut().clone_from(&found);
    let Some(found) = found else {
        return html! {
            <div class="view">
                <div class="say"><h2>{ "There is nothing to compare yet." }</h2><p>{ "Make a second scenario, or paste a link that the other side sent." }</p></div>
            </div>
        };
    };
    let compare = view(state, &found);
    let pair = pair(state, &found);
    html! {
        <div class="view with-side">
            { said_first(Some(compare.headline.clone())) }
            <div class="main">
                <Differences state={state.clone()} compare={compare.clone()} />
                <Later>
                    { tables::indicators(&pair) }
                    { tables::payments(&found, &compare.columns) }
                    { tables::partners(&pair, &compare.columns) }
                </Later>
            </div>
            <div class="side">
                <Sides state={state.clone()} {compare} />
                <Later>
                    { tables::blocks(&pair) }
                    <Ledger state={state.clone()} />
                    <Same state={state.clone()} />
                </Later>
            </div>
        </div>
    }
}
