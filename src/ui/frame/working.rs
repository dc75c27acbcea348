//! How is this worked out? A figure that can be asked, and the one dialog that answers.

use crate::app::working::source::Source;
use crate::app::working::{Figure, Ground, Working, working};
use crate::ui::context::Shared;
use crate::ui::parts::{Fetched, Part};
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// Where figures are asked how they are worked out.
#[derive(Clone, PartialEq)]
pub(crate) struct Explaining(Callback<Figure>);

/// Asks how a figure is worked out: the dialog at the root opens.
#[hook]
pub(crate) fn use_explain() -> Callback<Figure> {
    use_context::<Explaining>().map_or_else(Callback::noop, |explaining| explaining.0)
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ExplainProps {
    /// The figure.
    pub(crate) figure: Figure,
    /// How it is written where it stands.
    pub(crate) text: AttrValue,
}

/// A figure that can be asked how it is worked out.
#[component]
pub(crate) fn Explain(props: &ExplainProps) -> Html {
    let ask = use_explain();
    let figure = props.figure;
    html! {
        <button type="button" class="explain" aria-haspopup="dialog"
            aria-label={format!("How is {} worked out?", props.text)} title="How is this worked out?"
            onclick={move |_| ask.emit(figure)}>{ props.text.clone() }</button>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ExplainerProps {
    pub(crate) state: Shared,
    pub(crate) children: Html,
}

/// Everything in which figures can be asked, and the dialog that answers for the open scenario.
#[component]
pub(crate) fn Explainer(props: &ExplainerProps) -> Html {
    let asked = use_state(|| None::<Figure>);
    let dialog = use_node_ref();
    let explaining = {
        let asked = asked.setter();
        use_memo((), move |()| {
            Explaining(Callback::from(move |figure| asked.set(Some(figure))))
        })
    };
    {
        let dialog = dialog.clone();
        use_effect_with(*asked, move |asked| {
            let found = asked.and_then(|_| dialog.cast::<HtmlDialogElement>());
            // A dialog that is open already shows the new answer; only a page being closed refuses.
            if let Some(dialog) = found.filter(|dialog| !dialog.open()) {
                let _refused = dialog.show_modal();
            }
        });
    }
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    let on_close = {
        let asked = asked.clone();
        Callback::from(move |_: Event| asked.set(None))
    };
    html! {
        <ContextProvider<Explaining> context={(*explaining).clone()}>
            { props.children.clone() }
            <dialog ref={dialog} class="working" aria-labelledby="working-title" closedby="any" onclose={on_close}>
                <div class="card-head">
                    <h2 id="working-title">{ "How is this worked out?" }</h2>
                    <button type="button" class="quiet" onclick={close}>{ "Close" }</button>
                </div>
                if let Some(figure) = *asked {
                    <Fetched part={Part::Answer(figure)} state={props.state.clone()} />
                }
            </dialog>
        </ContextProvider<Explaining>>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AnswerProps {
    pub(crate) state: Shared,
    pub(crate) figure: Figure,
}

/// How a figure of the open scenario is worked out.
#[component]
pub(crate) fn Answer(props: &AnswerProps) -> Html {
    let found = Ground::of(&props.state).and_then(|ground| working(&ground, props.figure));
    match found {
        Some(found) => answer(&found),
        None => html! { <p class="nothing">{ "There is no such figure any more." }</p> },
    }
}

/// A source, marked where it is an assumption.
fn source(source: &Source) -> Html {
    html! {
        <p class="source" key={source.says}>
            if source.assumed {
                <b class="assumption">{ "Assumption" }</b>
            }
            { source.says }
            { "." }
        </p>
    }
}

fn answer(working: &Working) -> Html {
    html! {
        <div class="answer">
            <p class="result">{ working.title.clone() }<b>{ working.result.clone() }</b></p>
            <h3>{ "The rule" }</h3>
            <p>{ working.rule.clone() }</p>
            { source(&working.source) }
            { for working.also.iter().map(source) }
            if !working.inputs.is_empty() {
                <h3>{ "What goes in" }</h3>
                <dl>
                    { for working.inputs.iter().enumerate().map(|(index, (name, value))| html! {
                        <div key={index}><dt>{ name.clone() }</dt><dd>{ value.clone() }</dd></div>
                    }) }
                </dl>
            }
            if !working.steps.is_empty() {
                <h3>{ "Step by step" }</h3>
                <ol>
                    { for working.steps.iter().enumerate().map(|(index, step)| html! { <li key={index}>{ step.clone() }</li> }) }
                </ol>
            }
        </div>
    }
}
