//! The code of every scenario, and what it is for.

use crate::app::show::codes::codes;
use crate::ui::context::ViewProps;
use yew::prelude::*;

#[component]
pub(crate) fn Codes(props: &ViewProps) -> Html {
    let state = &props.state;
    html! {
        <div class="dialog-body">
            <p>{ "Read the code of your scenario out. If the other side’s page shows the same seven characters, both see the same figures. What things are called, notes and delivery risks do not count." }</p>
            <table>
                <thead><tr><th scope="col">{ "Scenario" }</th><th scope="col">{ "Code" }</th></tr></thead>
                <tbody>
                    { for codes(&state.workbook).into_iter().map(|(id, name, code)| html! {
                        <tr key={id.0}>
                            <th scope="row">{ name }if id == state.open {<small>{ "open" }</small>}</th>
                            <td><span class="code">{ code.to_string() }</span></td>
                        </tr>
                    }) }
                </tbody>
            </table>
            <p class="hint">{ "To check a code that was read out to you, choose Paste a link or code. The code finds accidents; it is no signature: it does not prove who made the figures." }</p>
        </div>
    }
}
