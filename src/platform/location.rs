//! The address bar: what stands in it, what the page writes there, and going back and forth.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use web_sys::{History, Location, Storage};

/// Browsers refuse pages that write more often than about a hundred times in half a minute.
const PAUSE: u32 = 500;

/// Where a window keeps what its page was left with.
const LEFT: &str = "laa.left";

/// What an entry of the browser's history shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The number of the workbook.
    pub document: u32,
    /// The id of the open scenario.
    pub open: u16,
}

/// Whether the browser gets another entry to go back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The entry on show is changed.
    Replace,
    /// Another entry follows it.
    Push,
}

/// What the page is waiting to write, or wrote last.
#[derive(Default)]
struct Pen {
    waiting: Option<(Option<String>, Entry)>,
    resting: Option<Timeout>,
}

thread_local! {
    static PEN: RefCell<Pen> = RefCell::default();
}

fn location() -> Option<Location> {
    web_sys::window().map(|window| window.location())
}

fn history() -> Option<History> {
    web_sys::window().and_then(|window| window.history().ok())
}

/// The whole address.
pub fn address() -> String {
    location()
        .and_then(|location| location.href().ok())
        .unwrap_or_default()
}

/// What follows the `#`, without it.
pub fn fragment() -> String {
    let hash = location().and_then(|location| location.hash().ok());
    hash.map_or_else(String::new, |hash| {
        hash.strip_prefix('#').unwrap_or(&hash).to_owned()
    })
}

/// The address of the page up to and with the `#` that a link goes behind.
pub fn before_fragment() -> String {
    let address = address();
    let end = address.find(['?', '#']).unwrap_or(address.len());
    format!("{}#", &address[..end])
}

/// What the page wrote into the entry on show; none if a person came here by an address.
pub fn entry() -> Option<Entry> {
    let state = history()?.state().ok()?;
    serde_wasm_bindgen::from_value(state).ok()
}

/// The entry that the page was left with, where it is loaded anew in its window at the address that it had then. A browser
/// loses for a moment what was written into an entry last, and what waits to be written is lost with the page.
pub fn left() -> Option<Entry> {
    let there = entry();
    let text = session().and_then(|session| session.get_item(LEFT).ok().flatten());
    let left = text.as_deref().and_then(|text| {
        let (numbers, address) = text.split_once('#')?;
        let (document, open) = numbers.split_once(' ')?;
        let (document, open) = (document.parse().ok()?, open.parse().ok()?);
        (address == fragment()).then_some(Entry { document, open })
    });
    let same = |left: &Entry| there.is_none_or(|there| there.document == left.document);
    left.filter(same).or(there)
}

/// Notes what [`left`] tells.
fn leave(Entry { document, open }: Entry) {
    if let Some(session) = session() {
        // Where nothing can be kept, a page that is loaded anew opens its own link.
        let _ = session.set_item(LEFT, &format!("{document} {open}#{}", fragment()));
    }
}

fn session() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// Has an entry and a fragment stand in the address bar; no fragment leaves the one that is there.
///
/// An entry that follows is written at once, a change of the one on show at most once in half a
/// second. What stands there already is not written again. A refusal by the browser is ignored:
/// the address is a convenience.
pub fn carry(fragment: Option<String>, entry: Entry, step: Step) {
    PEN.with_borrow_mut(|pen| {
        if step == Step::Push {
            pen.waiting = None;
            write(fragment.as_deref(), entry, step);
        } else if pen.resting.is_some() {
            pen.waiting = Some((fragment, entry));
        } else {
            write(fragment.as_deref(), entry, step);
            rest(pen);
        }
        leave(entry);
    });
}

fn rest(pen: &mut Pen) {
    pen.resting = Some(Timeout::new(PAUSE, || {
        PEN.with_borrow_mut(|pen| {
            pen.resting = None;
            if let Some((fragment, entry)) = pen.waiting.take() {
                write(fragment.as_deref(), entry, Step::Replace);
                leave(entry);
                rest(pen);
            }
        });
    }));
}

fn write(wanted: Option<&str>, wanted_entry: Entry, step: Step) {
    let (Some(history), Ok(state)) = (history(), serde_wasm_bindgen::to_value(&wanted_entry))
    else {
        return;
    };
    let there = fragment();
    let wanted = wanted.unwrap_or(&there);
    if step == Step::Replace && wanted == there && entry() == Some(wanted_entry) {
        return;
    }
    let url = match wanted {
        "" => before_fragment().trim_end_matches('#').to_owned(),
        text => format!("{}{text}", before_fragment()),
    };
    let _: Result<(), JsValue> = match step {
        Step::Replace => history.replace_state_with_url(&state, "", Some(&url)),
        Step::Push => history.push_state_with_url(&state, "", Some(&url)),
    };
}

/// Hears of every change of the address that the page did not make itself, until it is dropped.
pub fn hear(heard: impl Fn() + Clone + 'static) -> Option<[EventListener; 2]> {
    let window = web_sys::window()?;
    let again = heard.clone();
    // Going back to an entry of the page's own fires `popstate`, typing an address fires both.
    let back = EventListener::new(&window, "popstate", move |_| {
        if entry().is_some() {
            again();
        }
    });
    let typed = EventListener::new(&window, "hashchange", move |_| {
        if entry().is_none() {
            heard();
        }
    });
    Some([back, typed])
}
