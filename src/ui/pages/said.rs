//! What several views say alike: their first sentence, and figures that can be asked how they are worked out.
//!
//! Position uses all of it, so it stays on the side of the first load whatever else imports it.

use crate::app::Figure;
use crate::app::show::Piece;
use crate::app::show::position::Headline;
use crate::model::Pence;
use crate::ui::frame::{Explain, tone};
use yew::prelude::*;

/// What a view says first: its sentence, and the one below it.
pub(super) fn said_first(headline: Option<Headline>) -> Html {
    match headline {
        Some(headline) => html! {
            <div class="say">
                <h2>{ say(&headline.says) }</h2>
                <p>{ headline.below }</p>
            </div>
        },
        None => html! { <h2 class="say">{ "This workbook has no scenario yet." }</h2> },
    }
}

/// A sentence whose figures can be asked how they are worked out.
pub(super) fn say(pieces: &[Piece]) -> Html {
    html! {
        { for pieces.iter().enumerate().map(|(index, piece)| match piece.figure {
            Some(figure) => html! { <b key={index}><Explain {figure} text={piece.text.clone()} /></b> },
            None if piece.strong => html! { <b key={index}>{ piece.text.clone() }</b> },
            None => html! { <span key={index}>{ piece.text.clone() }</span> },
        }) }
    }
}

/// A cell whose figure can be asked how it is worked out.
pub(super) fn figure_cell(
    head: &'static str,
    (figure, text): (Figure, &str),
    below: &str,
    class: &'static str,
) -> Html {
    html! {
        <td class={classes!("n", class)} data-head={head}>
            <Explain {figure} text={text.to_owned()} />
            if !below.is_empty() {
                <small>{ below.to_owned() }</small>
            }
        </td>
    }
}

/// A gain or loss against the base, which can be asked how it is worked out unless there is none.
pub(super) fn gain_cell(head: &'static str, figure: Figure, gain: Pence, text: &str) -> Html {
    if gain.0 == 0 {
        return html! { <td class="n same" data-head={head}>{ text.to_owned() }</td> };
    }
    figure_cell(head, (figure, text), "", tone(gain))
}
