//! A modal dialog: Escape and Close close it, and the focus returns to where it was.

use gloo::events::EventListener;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// Closes the dialog in which it is called.
#[derive(Clone, PartialEq)]
struct Close(Callback<()>);

/// What closes the dialog around a component.
#[hook]
pub(crate) fn use_close() -> Callback<()> {
    use_context::<Close>().map_or_else(Callback::noop, |close| close.0)
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct DialogProps {
    pub(crate) title: AttrValue,
    /// Called when it has closed: it is to be taken off the page then.
    pub(crate) on_closed: Callback<()>,
    pub(crate) children: Html,
}

#[component]
pub(crate) fn Dialog(props: &DialogProps) -> Html {
    let node = use_node_ref();
    use_effect_with(node.clone(), {
        let on_closed = props.on_closed.clone();
        move |node| {
            let heard = node.cast::<HtmlDialogElement>().map(|dialog| {
                // Refused only while it is open already.
                let _ = dialog.show_modal();
                EventListener::new(&dialog, "close", move |_| on_closed.emit(()))
            });
            move || drop(heard)
        }
    });
    let close = use_callback((), {
        let node = node.clone();
        move |(), ()| {
            if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        }
    });
    let on_click = {
        let close = close.clone();
        Callback::from(move |_: MouseEvent| close.emit(()))
    };
    html! {
        <dialog ref={node} aria-labelledby="dialog-title">
            <div class="dialog-head">
                <h2 id="dialog-title">{ props.title.clone() }</h2>
                <button type="button" class="quiet" onclick={on_click}>{ "Close" }</button>
            </div>
            <ContextProvider<Close> context={Close(close)}>
                { props.children.clone() }
            </ContextProvider<Close>>
        </dialog>
    }
}
