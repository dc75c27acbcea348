//! The link itself: its text with its length, to be copied, and as a picture.

use crate::app::Notice;
use crate::app::show::qr::qr;
use crate::platform::clipboard;
use crate::ui::figures::picture;
use crate::ui::unfolding::use_unfolded;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// What to do where the browser refuses to copy.
const BY_HAND: &str =
    "The browser does not let this page copy. The link is selected: press Ctrl+C.";

/// What the link in capitals is for.
const FOR_CAPITALS: &str =
    "For where capital and small letters get lost. It opens the same figures.";

#[derive(Clone, PartialEq, Properties)]
pub(super) struct TheLinkProps {
    /// The whole address.
    pub(super) address: AttrValue,
    /// How long it is, and what may cut it.
    pub(super) length: AttrValue,
    /// Hears that the link was copied, or why not.
    pub(super) on_copy: Callback<Result<(), Notice>>,
}

#[component]
pub(super) fn TheLink(props: &TheLinkProps) -> Html {
    html! {
        <Text id="link-text" label="The link" hint_id="link-length" hint={props.length.clone()} text={props.address.clone()} on_copy={props.on_copy.clone()} />
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TextProps {
    id: AttrValue,
    label: AttrValue,
    hint_id: AttrValue,
    hint: AttrValue,
    text: AttrValue,
    on_copy: Callback<Result<(), Notice>>,
}

/// A text to be copied, by its button or by hand.
#[component]
fn Text(props: &TextProps) -> Html {
    let node = use_node_ref();
    let on_click = {
        let (node, on_copy) = (node.clone(), props.on_copy.clone());
        Callback::from(move |_: MouseEvent| {
            let (node, on_copy) = (node.clone(), on_copy.clone());
            spawn_local(async move {
                let Some(field) = node.cast::<HtmlTextAreaElement>() else {
                    return;
                };
                let copied = clipboard::copy(&field).await;
                on_copy.emit(copied.then_some(()).ok_or_else(|| Notice::wrong(BY_HAND)));
            });
        })
    };
    let by_hand = {
        let on_copy = props.on_copy.clone();
        Callback::from(move |_: Event| on_copy.emit(Ok(())))
    };
    html! {
        <div class="to-copy">
            <div class="field">
                <label for={props.id.clone()}>{ props.label.clone() }</label>
                <textarea id={props.id.clone()} ref={node} rows="3" readonly=true spellcheck="false" aria-describedby={props.hint_id.clone()} value={props.text.clone()} oncopy={by_hand} />
            </div>
            <div class="tools">
                <button type="button" class="go" onclick={on_click}>{ "Copy" }</button>
                <p class="hint" id={props.hint_id.clone()}>{ props.hint.clone() }</p>
            </div>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct InCapitalsProps {
    /// The whole address in capitals.
    pub(super) address: AttrValue,
    /// What the picture is, for those who do not see it.
    pub(super) label: AttrValue,
    /// Hears that the link was copied, or why not.
    pub(super) on_copy: Callback<Result<(), Notice>>,
}

/// The link in capitals, as a QR code and as text; it opens the same.
#[component]
pub(super) fn InCapitals(props: &InCapitalsProps) -> Html {
    let (unfolded, on_toggle) = use_unfolded();
    html! {
        <details class="numbers" ontoggle={on_toggle}>
            <summary>{ "QR code, and the link in capitals" }</summary>
            if unfolded {
                <Drawn address={props.address.clone()} label={props.label.clone()} />
                <Text id="link-capitals" label="The link in capitals" hint_id="capitals-hint" hint={FOR_CAPITALS} text={props.address.clone()} on_copy={props.on_copy.clone()} />
            }
        </details>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct DrawnProps {
    address: AttrValue,
    label: AttrValue,
}

/// The picture, or why there is none; drawn anew only when the address is another.
#[component]
fn Drawn(props: &DrawnProps) -> Html {
    let drawn = use_memo(props.address.clone(), |address| qr(address));
    match &*drawn {
        Ok(scene) => html! { <div class="qr">{ picture(scene, &props.label) }</div> },
        Err(says) => html! { <p class="answer">{ *says }</p> },
    }
}
