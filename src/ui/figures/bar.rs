//! A bar in a cell of a table; the figure stands beside it in words.

use crate::app::show::bar::Bar;
use yew::prelude::*;

/// Draws a bar in the colour of a block, or in the one of a table that has none.
pub(crate) fn bar(bar: &Bar, class: &'static str) -> Html {
    html! {
        <svg class="chart" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect {class} x={bar.x.clone()} width={bar.width.clone()} height="10" />
        </svg>
    }
}
