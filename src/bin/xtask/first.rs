//! Writes into the built page what a first visit reads while the program is on its way: the headline of what it opens
//! on, from the engine that computes it again there.

use std::fs;
use std::path::Path;

use laa::app::State;
use laa::app::show::position::headline;

use crate::trouble::Trouble;

/// The place for it in `index.html`; `web/boot.js` shows what stands there.
const PLACE: &str = "<template id=\"first\"></template>";

/// Fills the place in the page of a folder.
pub(crate) fn write(folder: &Path) -> Result<(), Trouble> {
    let path = folder.join("index.html");
    let page = fs::read_to_string(&path).map_err(Trouble::file(&path))?;
    let shape = || Trouble::Shape {
        path: path.clone(),
        fault: format!("does not say {PLACE} once"),
    };
    let first = first().ok_or_else(shape)?;
    let (before, after) = page.split_once(PLACE).ok_or_else(shape)?;
    let page = format!("{before}<template id=\"first\">{first}</template>{after}");
    fs::write(&path, page).map_err(Trouble::file(&path))
}

/// The frame and the headline with the elements and classes that the program draws, so that nothing moves when it does.
fn first() -> Option<String> {
    let state = State::illustration(1);
    let workbook = state.shown();
    let headline = headline(&state)?;
    let says: String = headline
        .says
        .iter()
        .map(|piece| {
            let text = escaped(&piece.text);
            match (piece.figure, piece.strong) {
                (Some(_), _) => {
                    format!("<b><button type=\"button\" class=\"explain\">{text}</button></b>")
                }
                (None, true) => format!("<b>{text}</b>"),
                (None, false) => format!("<span>{text}</span>"),
            }
        })
        .collect();
    let title = escaped(&workbook.title);
    let span = escaped(&workbook.agreement.span());
    let below = escaped(&headline.below);
    Some(format!(
        "<header class=\"header\" inert><h1>{title} <small>{span}</small></h1></header>\
         <div class=\"sidebar\"></div>\
         <main id=\"view\"><div class=\"view with-side\">\
         <div class=\"say\" inert><h2>{says}</h2><p>{below}</p></div>\
         <div class=\"main\"><p class=\"notice\">Opening the agreement…</p></div>\
         </div></main>"
    ))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
