//! What stands beside Position's indicators: what each fence costs, what moved from the base, and findings. It follows the
//! first load.

use crate::app::problem;
use crate::app::show::moved::{Row, moved};
use crate::ui::context::ViewProps;
use crate::ui::frame::tone;
use crate::ui::pages::fences::Fences;
use crate::ui::pages::findings::Findings;
use crate::ui::unfolding::use_few;
use yew::prelude::*;

#[component]
pub(crate) fn Aside(props: &ViewProps) -> Html {
    let state = &props.state;
    html! {
        <>
            <div class="fences"><Fences state={state.clone()} /></div>
            <Moved state={state.clone()} />
            <Findings state={state.clone()} least={problem::Weight::Note} />
        </>
    }
}

/// What moved from the base, each change with its worth alone.
#[component]
fn Moved(props: &ViewProps) -> Html {
    let state = &props.state;
    let workbook = state.shown().clone();
    let open = state.open;
    let base = state
        .base()
        .map_or_else(String::new, |base| base.name.clone());
    let moved = use_memo((workbook, open), |(workbook, open)| moved(workbook, *open));
    let is_base = state.workbook.base == open;
    let (shown, more) = use_few(moved.rows.len(), 8, ("largest", "changes"));
    html! {
        <section class="card">
            <h3>{ "What moved from the base " }<small>{ format!("worth alone, added to {base}") }</small></h3>
            if is_base {
                <p class="nothing">{ "This is the base. Open another scenario, or make a new one, to see what it changes." }</p>
            } else if moved.rows.is_empty() {
                <p class="nothing">{ "Nothing: the figures are those of the base." }</p>
            } else {
                <ol class="moves">
                    { for moved.rows.iter().take(shown).chain(&moved.together).enumerate().map(moved_row) }
                </ol>
                { more }
            }
        </section>
    }
}

/// A change against the base, with its worth alone.
pub(super) fn moved_row((index, row): (usize, &Row)) -> Html {
    let (worth, text) = &row.worth;
    html! {
        <li key={index}>
            <span>
                { row.says.clone() }
                if let Some(over) = &row.over {
                    <small class="down">{ format!(" {over}") }</small>
                }
            </span>
            <span class="n">
                <b class={tone(*worth)}>{ text.clone() }</b>
                if let Some((paid, says)) = &row.paid {
                    <small class={tone(*paid)}>{ format!(" {says}") }</small>
                }
            </span>
        </li>
    }
}
