//! What Funding shows: streams by year in groups, with totals in which local contributions stand apart.

pub mod flow;
pub mod freedom;
pub mod sum;

use crate::app::lookup::Lookup;
use crate::app::show::Piece;
use crate::app::show::position::Headline;
use crate::app::state::State;
use crate::app::words::{fence_name, setup_name};
use crate::chart::figure::{CROSS, count, list};
use crate::engine::{fence_in_force, is_pooled};
use crate::model::{Agreement, BlockId, Fence, Origin, Pence, Pounds, Scenario, Stream, StreamId};
use crate::text::{amount, money};
pub use sum::Sum;

/// Streams that stand together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Tells the group from the others.
    pub key: String,
    /// The name of the block, or what else they have in common.
    pub name: String,
    /// The class that gives it its colour.
    pub class: &'static str,
    /// What a person should know of its total.
    pub note: String,
    /// Its streams in the order of the agreement.
    pub lines: Vec<Line>,
    /// Its total by year.
    pub by_year: Vec<Sum>,
}

/// A stream of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The stream.
    pub id: StreamId,
    /// Its name.
    pub name: String,
    /// Who brings it and how it is bound in the open scenario.
    pub note: String,
    /// Over all years.
    pub all: Sum,
}

/// A total over groups: pooled, aligned, grants together, local contributions.
#[derive(Clone, Debug, PartialEq)]
pub struct Total {
    /// What it sums.
    pub name: &'static str,
    /// By year.
    pub by_year: Vec<Sum>,
}

/// Streams by home block, then cross-cutting ones, then local contributions wherever their home is.
#[must_use]
pub fn groups(state: &State) -> Vec<Group> {
    let names = Lookup(&state.shown().agreement);
    let named = |shared: &Shared| match shared {
        Shared::Block(block) => (
            format!("block-{}", block.0),
            names.block_name(*block),
            names.block_class(Some(*block)),
        ),
        Shared::Cross => ("cross".to_owned(), "Cross-cutting grants", CROSS),
        Shared::Local => ("local".to_owned(), "Local contributions", CROSS),
    };
    let groups = grouped(&state.shown().agreement).into_iter();
    let groups = groups.map(|(shared, streams)| group(state, named(&shared), &streams));
    groups.collect()
}

/// What the streams of a group have in common.
enum Shared {
    Block(BlockId),
    Cross,
    Local,
}

/// The streams in their groups.
fn grouped(agreement: &Agreement) -> Vec<(Shared, Vec<&Stream>)> {
    let streams = |belongs: &dyn Fn(&Stream) -> bool| -> Vec<&Stream> {
        let streams = agreement.streams.iter();
        streams.filter(|stream| belongs(stream)).collect()
    };
    let grants_of = |home| move |stream: &Stream| is_grant(stream) && stream.home == home;
    let blocks = agreement.blocks.iter().map(|block| block.id);
    let mut groups: Vec<_> = blocks
        .map(|id| (Shared::Block(id), streams(&grants_of(Some(id)))))
        .collect();
    groups.push((Shared::Cross, streams(&grants_of(None))));
    groups.push((Shared::Local, streams(&|stream| !is_grant(stream))));
    groups.retain(|(_, streams)| !streams.is_empty());
    groups
}

fn is_grant(stream: &Stream) -> bool {
    stream.origin == Origin::Grant
}

fn group(
    state: &State,
    (key, name, class): (String, &str, &'static str),
    streams: &[&Stream],
) -> Group {
    let years = state.shown().agreement.year_count();
    let aligned = streams.iter().filter(|stream| !pooled(state, stream));
    let aligned = sum::over(&sum::of(aligned, years));
    let local = streams.iter().any(|stream| !is_grant(stream));
    let note = match (local, aligned.counted.0) {
        (true, _) => "shown apart in every total".to_owned(),
        (false, 0) => String::new(),
        (false, _) => format!("{} of it aligned", money::short(aligned.counted.pence())),
    };
    Group {
        key,
        name: name.to_owned(),
        class,
        note,
        lines: streams.iter().map(|stream| line(state, stream)).collect(),
        by_year: sum::of(streams.iter(), years),
    }
}

/// Whether the money of a stream is in the common fund of the open scenario.
fn pooled(state: &State, stream: &Stream) -> bool {
    state
        .scenario()
        .is_some_and(|scenario| is_pooled(scenario, stream))
}

fn line(state: &State, stream: &Stream) -> Line {
    let names = Lookup(&state.shown().agreement);
    let mut notes: Vec<String> = stream
        .partner
        .map(|partner| names.partner_name(partner).to_owned())
        .into_iter()
        .collect();
    if let Some(scenario) = state.scenario() {
        notes.push(if is_pooled(scenario, stream) {
            fence_words(scenario, stream).to_owned()
        } else {
            "aligned".to_owned()
        });
    }
    Line {
        id: stream.id,
        name: stream.name.clone(),
        note: notes.join(", "),
        all: sum::over(&sum::of([stream].iter(), names.0.year_count())),
    }
}

/// How far the fence in force lets a stream go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// The outcomes that it names.
    Named,
    /// The outcomes of its block.
    Block,
    /// All outcomes.
    Anywhere,
}

impl Reach {
    fn of(scenario: &Scenario, stream: &Stream) -> Self {
        match fence_in_force(scenario, stream) {
            Fence::Stream if !stream.named.is_empty() => Self::Named,
            Fence::Stream | Fence::Block if stream.home.is_some() => Self::Block,
            _ => Self::Anywhere,
        }
    }
}

/// The reach that the fence in force leaves to a stream, in words.
#[must_use]
pub fn fence_words(scenario: &Scenario, stream: &Stream) -> &'static str {
    match (
        Reach::of(scenario, stream),
        fence_in_force(scenario, stream),
    ) {
        (Reach::Named, _) => fence_name(Fence::Stream),
        (Reach::Block, _) => fence_name(Fence::Block),
        (Reach::Anywhere, Fence::Stream | Fence::Block) => "any outcome",
        (Reach::Anywhere, Fence::None) if stream.floors.is_empty() => fence_name(Fence::Agreement),
        (Reach::Anywhere, fence) => fence_name(fence),
    }
}

/// Totals of the grants by control, of all grants, and of local contributions apart.
#[must_use]
pub fn totals(state: &State) -> Vec<Total> {
    let total = |name, keep: &dyn Fn(&Stream) -> bool| Total {
        name,
        by_year: sum::by_year(state, keep),
    };
    let mut totals = vec![
        total("Pooled grants", &|stream| {
            is_grant(stream) && pooled(state, stream)
        }),
        total("Aligned grants", &|stream| {
            is_grant(stream) && !pooled(state, stream)
        }),
        total("All grants", &is_grant),
        total("Local contributions", &|stream| !is_grant(stream)),
    ];
    let streams = &state.shown().agreement.streams;
    let any_aligned = streams
        .iter()
        .any(|stream| is_grant(stream) && !pooled(state, stream));
    let any_local = streams.iter().any(|stream| !is_grant(stream));
    totals.retain(|total| match total.name {
        "Aligned grants" | "All grants" => any_aligned,
        "Local contributions" => any_local,
        _ => true,
    });
    totals
}

/// What there is, in a sentence: pooled, aligned, put in locally.
#[must_use]
pub fn headline(state: &State) -> Headline {
    let agreement = &state.shown().agreement;
    if agreement.streams.is_empty() {
        return Headline {
            says: vec![Piece::plain("No stream of money is in this agreement yet.")],
            below: "Add a stream, then type its pounds by year or paste them from a spreadsheet."
                .to_owned(),
        };
    }
    let grants =
        |in_pool: bool| move |stream: &Stream| is_grant(stream) && pooled(state, stream) == in_pool;
    let number = agreement
        .streams
        .iter()
        .filter(|stream| grants(true)(stream))
        .count();
    let in_pool = sum::all(state, grants(true));
    let aligned = sum::all(state, grants(false));
    let local = sum::all(state, |stream| !is_grant(stream));
    let years = years_in_words(agreement.year_count());
    let streams = count(number, "stream");
    // A nought would read as no money where nobody said how much there is.
    let mut says = if number > 0 && in_pool.gaps == in_pool.amounts {
        vec![
            Piece::strong(streams),
            Piece::plain(format!(" pooled over {years}, and no amount stated")),
        ]
    } else {
        vec![
            Piece::strong(sum_words(in_pool)),
            Piece::plain(format!(" pooled from {streams} over {years}")),
        ]
    };
    for (sum, words) in [(aligned, " aligned"), (local, " put in locally")] {
        if sum.at_most.0 > 0 {
            says.push(Piece::plain(", "));
            says.push(Piece::strong(sum_words(sum)));
            says.push(Piece::plain(words));
        }
    }
    says.push(Piece::plain("."));
    Headline {
        says,
        below: below(state),
    }
}

fn sum_words(sum: Sum) -> String {
    amount::up_to(sum.counted, sum.at_most, money::headline)
}

fn years_in_words(years: usize) -> String {
    const WORDS: [&str; 7] = ["no", "one", "two", "three", "four", "five", "six"];
    let word = WORDS.get(years).copied().unwrap_or("many");
    format!("{word} {}", if years == 1 { "year" } else { "years" })
}

/// How far the pooled grants reach in the open scenario, and what was never stated.
fn below(state: &State) -> String {
    let mut says = Vec::new();
    if let Some(scenario) = state.scenario() {
        let held = |reach: Reach| -> Pounds {
            let within = |stream: &Stream| {
                is_grant(stream)
                    && is_pooled(scenario, stream)
                    && reach == Reach::of(scenario, stream)
            };
            sum::all(state, within).counted
        };
        let reach: Vec<String> = [
            (held(Reach::Named), "may go to its own outcomes only"),
            (held(Reach::Block), "stays behind the fence of a block"),
            (held(Reach::Anywhere), "may go anywhere"),
        ]
        .into_iter()
        .filter(|(pounds, _)| pounds.0 > 0)
        .map(|(pounds, words)| format!("{} {words}", short(pounds)))
        .collect();
        if !reach.is_empty() {
            let (name, setup) = (&scenario.name, setup_name(scenario.setup).to_lowercase());
            let under = if name.to_lowercase() == setup {
                name.clone()
            } else {
                format!("{name} ({setup})")
            };
            says.push(format!("In {under}, {}.", list(&reach)));
        }
    }
    let gaps = sum::all(state, |_| true).gaps;
    if gaps > 0 {
        let verb = if gaps == 1 { "was" } else { "were" };
        let verb_now = if gaps == 1 { "counts" } else { "count" };
        says.push(format!(
            "{} {verb} never stated and {verb_now} as nothing.",
            count(gaps, "amount")
        ));
    }
    says.join(" ")
}

fn short(pounds: Pounds) -> String {
    let pence: Pence = pounds.pence();
    money::headline(pence)
}

/// How far to move a stream so that it trades places with the one before or after it in its group;
/// none at the end of the group.
#[must_use]
pub fn to_neighbour(state: &State, id: StreamId, by: isize) -> Option<isize> {
    let agreement = &state.shown().agreement;
    let groups = grouped(agreement).into_iter().map(|(_, streams)| streams);
    let is = |stream: &&Stream| stream.id == id;
    let group = groups.into_iter().find(|group| group.iter().any(is))?;
    let place = group.iter().position(is)?;
    let other = group.get(place.checked_add_signed(by)?)?.id;
    let streams = &agreement.streams;
    let at = |id| streams.iter().position(|stream| stream.id == id);
    Some(at(other)? as isize - at(id)? as isize)
}

#[cfg(test)]
mod tests;
