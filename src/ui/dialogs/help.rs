//! Help: the tour, the mode for meetings, the words of the field, and every key.

use crate::app::Action;
use crate::ui::context::{ViewProps, use_act};
use crate::ui::dialogs::use_close;
use yew::prelude::*;

/// Keys by where they work.
const KEYS: [(&str, &[(&str, &str)]); 5] = [
    (
        "Everywhere",
        &[
            ("Ctrl Z", "takes the last step back"),
            ("Ctrl Shift Z, Ctrl Y", "makes it again"),
            ("Tab, Shift Tab", "go on and back"),
            ("Escape", "closes a dialog, or gives up what is being typed"),
        ],
    ),
    (
        "In tables of figures",
        &[
            ("Arrows", "go from cell to cell"),
            ("Home, End", "go to the first and the last cell of a row"),
            (
                "Any digit",
                "types over a cell; the result follows each key",
            ),
            ("F2", "changes what stands in a cell"),
            ("Enter", "takes it in and goes down; Tab goes to the right"),
            (
                "Ctrl C, Ctrl V",
                "copy a cell, and paste cells from a spreadsheet",
            ),
        ],
    ),
    (
        "On sliders and handles of pictures",
        &[
            ("Arrows", "move a little"),
            ("Page Up, Page Down", "move further"),
            ("Home, End", "go to the ends"),
        ],
    ),
    (
        "In a note",
        &[("Escape", "gives it up"), ("Enter", "takes it in")],
    ),
    (
        "In a meeting",
        &[
            (
                "Page Down, Page Up",
                "step through the views; so do remote controls",
            ),
            (
                "Shift Page Down, Shift Page Up",
                "step through the scenarios",
            ),
        ],
    ),
];

/// Words that the page uses, with what they mean.
const WORDS: [(&str, &str); 10] = [
    (
        "Stretch",
        "how much further an indicator is to get by the last year than it would without the agreement",
    ),
    (
        "Cliff",
        "the share of its stretch, mostly 60%, below which an indicator earns nothing",
    ),
    (
        "Fence",
        "a rule that keeps a stream of money within its own purpose or block",
    ),
    ("Reach", "the outcomes that the money of a stream may go to"),
    (
        "Set-up",
        "the fences of all streams at once, from separate streams to a single pot",
    ),
    (
        "Floor",
        "pounds of a stream that must go to an outcome each year",
    ),
    (
        "Pin",
        "pounds of a stream that you fix to an outcome in a year",
    ),
    (
        "Locked",
        "figures that stay as they are: of a scenario that is agreed, or of an outcome while the best use is looked for",
    ),
    (
        "Pump-priming",
        "a grant paid at the start to help the targets to be met",
    ),
    (
        "P10, P50, P90",
        "sums that are reached nine times in ten, five times in ten and once in ten; eight times in ten the sum lies between the outer two",
    ),
];

#[component]
pub(crate) fn Help(props: &ViewProps) -> Html {
    let act = use_act();
    let close = use_close();
    let meeting = props.state.room.meeting;
    let then_close = |action: fn(bool) -> Action| {
        let (act, close) = (act.clone(), close.clone());
        Callback::from(move |_: MouseEvent| {
            close.emit(());
            act.send(action(meeting));
        })
    };
    html! {
        <div class="help">
            <section>
                <h3>{ "A short tour" }</h3>
                <p>{ "Five stops: the position, what-if, fences, risk, the offer." }</p>
                <p><button type="button" class="go" onclick={then_close(|_| Action::Tour(Some(0)))}>{ "Show me round" }</button></p>
            </section>
            <section>
                <h3>{ "In a meeting" }</h3>
                <p>{ "Large type for a projector, and every reward that changes flashes briefly." }</p>
                <p><button type="button" onclick={then_close(|meeting| Action::Meet(!meeting))}>{ if meeting { "End the meeting" } else { "Begin a meeting" } }</button></p>
            </section>
            <section>
                <h3>{ "Words" }</h3>
                <dl class="words">
                    { for WORDS.iter().map(|(word, means)| html! { <div key={*word}><dt>{ *word }</dt><dd>{ *means }</dd></div> }) }
                </dl>
            </section>
            <section>
                <h3>{ "Keys" }</h3>
                { for KEYS.iter().map(|(place, keys)| html! {
                    <table key={*place} class="keys">
                        <caption>{ *place }</caption>
                        <tbody>
                            { for keys.iter().map(|(key, does)| html! { <tr key={*key}><th scope="row">{ *key }</th><td>{ *does }</td></tr> }) }
                        </tbody>
                    </table>
                }) }
            </section>
        </div>
    }
}
