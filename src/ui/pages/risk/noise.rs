//! Chance in small counts: how far off the end value of each indicator at risk may be, typed.

use crate::app::show::risk::{noises, read_noise};
use crate::ui::context::{ViewProps, use_act};
use crate::ui::inputs::Field;
use crate::ui::unfolding::Folded;
use yew::prelude::*;

#[component]
pub(super) fn Noise(props: &ViewProps) -> Html {
    let act = use_act();
    let rows = noises(&props.state);
    if rows.is_empty() {
        return html! { <span hidden=true></span> };
    }
    html! {
        <Folded summary={html! { "Chance in small counts" }}>
            <p class="hint">{ "A count of few moves by chance, however well the work is done. Type how far off its end value may be: its standard deviation, in its own unit. Two times in three it is off by no more. For a count of cases the square root of the count is usual; an empty field leaves chance out." }</p>
            <div class="noises">
                { for rows.into_iter().map(|row| {
                    let id = row.id;
                    let read = act.reading(move |state, text| read_noise(state, id, text));
                    html! { <Field key={id.0} id={format!("noise-{}", id.0)} label={format!("Chance in {}", row.name)} value={row.typed} after={row.unit} placeholder="none" {read} /> }
                }) }
            </div>
        </Folded>
    }
}
