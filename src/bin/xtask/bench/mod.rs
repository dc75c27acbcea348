//! Measures what has to be fast, beside other programs in one run: everything, or the part that a word names.

mod evaluate;
mod lines;
mod odds;
mod page;
mod prices;
mod program;
mod rivals;
mod solve;
mod table;

use crate::browser::Browser;
use crate::trouble::Trouble;

/// Measures one part with a browser and prints what it found.
type Measure = fn(&Browser) -> Result<(), Trouble>;

/// The parts in the order in which they are measured.
const PARTS: [(&str, Measure); 6] = [
    ("evaluate", evaluate::measure),
    ("solve", solve::measure),
    ("odds", odds::measure),
    ("keystroke", page::keystroke),
    ("felt", page::felt),
    ("lighthouse", page::lighthouse),
];

/// Measures the part that `words` names, all of them if there is none.
pub(crate) fn bench(words: &[&str]) -> Result<(), Trouble> {
    let chosen = PARTS.iter().filter(|(name, _)| match words {
        [] => true,
        [word] => word == name,
        _ => false,
    });
    let mut chosen = chosen.peekable();
    if chosen.peek().is_none() {
        return Err(Trouble::usage(&[&["bench"], words].concat()));
    }
    let browser = Browser::ready()?;
    chosen.try_for_each(|(_, measure)| measure(&browser))
}
