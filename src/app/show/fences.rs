//! What each fence costs and what each freedom is worth, as they are worked out beside the page.

use crate::app::desks::Wait;
use crate::app::lookup::Lookup;
use crate::app::show::bar::Bar;
use crate::app::show::clash;
use crate::app::show::wanted::word;
use crate::app::state::State;
use crate::app::words::{freedom_name, setup_name};
use crate::chart::figure::CROSS;
use crate::job::{Answer, Best, Desk, Gain, Prices};
use crate::model::{Agreement, Pence, Relaxation, order};
use crate::solve::{Nothing, asked};
use crate::text::money;

/// The price of one relaxation.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceRow {
    /// What is relaxed.
    pub name: String,
    /// The class of its block.
    pub class: &'static str,
    /// Its length beside the dearest.
    pub bar: Bar,
    /// What it is worth, or `free`.
    pub worth: String,
    /// Why it is worth nothing, where it is.
    pub why: &'static str,
}

/// What is known of the prices of fences.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FencePrices {
    /// The sentence above the prices.
    pub says: String,
    /// The best reward of each set-up, and whether the scenario has it.
    pub setups: Vec<(&'static str, String, bool)>,
    /// Blocks, the dearest fence first.
    pub blocks: Vec<PriceRow>,
    /// Streams, the dearest fence first.
    pub streams: Vec<PriceRow>,
}

/// The prices of the open scenario's fences; a sentence where nothing fits.
pub fn fences(state: &State) -> (Result<FencePrices, String>, Wait) {
    let word = word(state, Desk::Prices);
    let wait = word.wait();
    let agreement = &state.shown().agreement;
    match word.answer() {
        Some(Answer::Prices(Ok(prices))) => (Ok(priced(state, prices)), wait),
        Some(Answer::Prices(Err(unfit))) => (Err(clash::unfit(agreement, unfit)), wait),
        _ => (Ok(FencePrices::default()), wait),
    }
}

fn priced(state: &State, prices: &Prices) -> FencePrices {
    let agreement = &state.shown().agreement;
    let of = |keep: fn(&Relaxation) -> bool| {
        let gains = prices.alone.iter();
        let gains = gains.filter(|gain| gain.relaxed.first().is_some_and(keep));
        rows(agreement, gains, FENCES)
    };
    let open = state.scenario().map(|scenario| scenario.setup);
    let setups = prices.setups.iter().map(|&(setup, best)| {
        let best = best.map_or_else(|| "nothing fits".to_owned(), total);
        (setup_name(setup), best, open == Some(setup))
    });
    FencePrices {
        says: says(prices),
        setups: setups.collect(),
        blocks: of(|relaxed| matches!(relaxed, Relaxation::LiftBlock(_))),
        streams: of(|relaxed| matches!(relaxed, Relaxation::LiftStream(_))),
    }
}

/// The best that was found, with whether more may be possible and by how much it is not affordable.
fn total(best: Best) -> String {
    let over = match best.over.0 > 0 {
        true => format!(", not affordable: over by {}", money::pounds(best.over)),
        false => String::new(),
    };
    format!("{}{over}", least(best))
}

fn least(best: Best) -> String {
    let reward = money::headline(best.reward);
    match best.proved {
        true => reward,
        false => format!("at least {reward}"),
    }
}

fn says(prices: &Prices) -> String {
    let best = least(prices.best);
    let over = match prices.best.over.0 > 0 {
        true => format!(
            "Money that may not be moved is not affordable: every use of the rest is over by {}. ",
            money::pounds(prices.best.over)
        ),
        false => String::new(),
    };
    if prices.fences == 0 {
        return format!(
            "{over}No fence holds money here. At its best the same money earns {best}."
        );
    }
    let all = match &prices.together {
        None => String::new(),
        Some(gain) if is_open(gain) => format!(
            " With every fence lifted no better was found; it could earn at most {} more.",
            money::headline(gain.at_most)
        ),
        Some(gain) if gain.gain < WORTH => " Lifting every fence would earn no more.".to_owned(),
        Some(gain) => format!(
            " With every fence lifted it could earn {} more.",
            money::headline(gain.gain)
        ),
    };
    format!("{over}At its best the same money earns {best} behind these fences.{all}")
}

/// How rows call a relaxation, and say that it is worth nothing, and why.
#[derive(Clone, Copy)]
struct Words {
    name: fn(&Agreement, Relaxation) -> String,
    nothing: &'static str,
    because: fn(Nothing) -> &'static str,
}

const FENCES: Words = Words {
    name: fence_name,
    nothing: "free",
    because,
};

const FREEDOMS: Words = Words {
    name: freedom_name,
    nothing: "nothing",
    because: because_with,
};

/// Gains as rows, the largest first.
fn rows<'a>(
    agreement: &Agreement,
    gains: impl Iterator<Item = &'a Gain>,
    words: Words,
) -> Vec<PriceRow> {
    let mut gains: Vec<&Gain> = gains.collect();
    order::by_key(&mut gains, |gain| -gain.gain.0);
    let most = gains.first().map_or(0, |gain| gain.gain.0).max(1);
    let names = Lookup(agreement);
    let row = |gain: &&Gain| {
        let relaxed = gain.relaxed.first()?;
        let class = match *relaxed {
            Relaxation::LiftBlock(id) => names.block_class(Some(id)),
            Relaxation::LiftStream(id) => {
                let home = agreement.streams.iter().find(|stream| stream.id == id);
                names.block_class(home.and_then(|stream| stream.home))
            }
            Relaxation::DropFloor { .. }
            | Relaxation::CarryForward { .. }
            | Relaxation::BringForward { .. }
            | Relaxation::Pool(_) => CROSS,
        };
        Some(PriceRow {
            name: (words.name)(agreement, *relaxed),
            class,
            bar: Bar::of(gain.gain.0 as f64 / most as f64),
            worth: match gain.gain {
                _ if is_open(gain) => format!("at most {}", money::short(gain.at_most)),
                gain if gain < WORTH => words.nothing.to_owned(),
                gain => money::short(gain),
            },
            why: match gain.nothing {
                Some(nothing) => (words.because)(nothing),
                None if is_open(gain) => "nothing better was found before the search ended",
                None => "",
            },
        })
    };
    gains.iter().filter_map(row).collect()
}

/// What a gain is worth anything from: less is what whole pounds cost.
const WORTH: Pence = Pence(100);

/// Whether nothing was gained and nothing proves that there is nothing to gain.
fn is_open(gain: &Gain) -> bool {
    gain.gain < WORTH && gain.nothing.is_none() && gain.at_most > Pence(0)
}

/// The block or stream whose fence a relaxation lifts.
fn fence_name(agreement: &Agreement, relaxed: Relaxation) -> String {
    let names = Lookup(agreement);
    match relaxed {
        Relaxation::LiftBlock(id) => names.block_name(id).to_owned(),
        Relaxation::LiftStream(id) => names.stream_name(id).to_owned(),
        Relaxation::DropFloor { .. }
        | Relaxation::CarryForward { .. }
        | Relaxation::BringForward { .. }
        | Relaxation::Pool(_) => freedom_name(agreement, relaxed),
    }
}

/// Why lifting a fence is worth nothing.
fn because(nothing: Nothing) -> &'static str {
    match nothing {
        Nothing::Free => "it holds nothing back",
        Nothing::NoMoney => "no free money hangs on it",
        Nothing::AllReached => "everything is earned with it in force",
        Nothing::NoBetterPlace => "the money earns as much where it is",
        Nothing::Clash => "without it other rules cannot all be kept",
        Nothing::Less => "without it less is earned",
    }
}

/// Why a freedom is worth nothing.
fn because_with(nothing: Nothing) -> &'static str {
    match nothing {
        Nothing::Free => "it changes nothing",
        Nothing::AllReached => "everything is earned without it",
        Nothing::Clash => "with it other rules cannot all be kept",
        Nothing::Less => "with it less is earned",
        Nothing::NoMoney | Nothing::NoBetterPlace => because(nothing),
    }
}

/// Whether the open scenario asks for any freedom.
#[must_use]
pub fn asks(state: &State) -> bool {
    state.scenario().is_some_and(|open| !asked(open).is_empty())
}

/// The freedoms that the open scenario asks for, the dearest first, and what all of them are worth together;
/// nothing where none is asked for.
#[must_use]
pub fn freedoms(state: &State) -> (Vec<PriceRow>, Option<String>, Wait) {
    let word = word(state, Desk::Prices);
    let wait = word.wait();
    let Some(Answer::Prices(Ok(prices))) = word.answer() else {
        return (Vec::new(), None, wait);
    };
    let rows = rows(&state.shown().agreement, prices.asked.iter(), FREEDOMS);
    let together = prices.all_asked.as_ref().map(|all| match is_open(all) {
        true => format!("at most {}", money::headline(all.at_most)),
        false => money::headline(all.gain),
    });
    (rows, together, wait)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Pounds, StreamId};

    /// Lifting the only fence gains nothing: proved, or as far as a search that was stopped has come, after which
    /// £12,000 are still possible.
    fn lifted(nothing: Option<Nothing>) -> Gain {
        Gain {
            relaxed: vec![Relaxation::LiftStream(StreamId(1))],
            gain: Pence(0),
            at_most: Pence(1_200_000),
            nothing,
        }
    }

    fn priced(together: Gain) -> Prices {
        Prices {
            best: Best {
                reward: Pence(5_000_000),
                over: Pounds(0),
                proved: true,
            },
            setups: Vec::new(),
            together: Some(together),
            alone: Vec::new(),
            fences: 1,
            all_asked: None,
            asked: Vec::new(),
        }
    }

    #[test]
    fn a_fence_is_free_only_where_that_is_proved() {
        let agreement = crate::presets::illustration().agreement;
        let told = |nothing| {
            let rows = rows(&agreement, [lifted(nothing)].iter(), FENCES);
            let row = rows.into_iter().next();
            row.map(|row| (row.worth, row.why))
        };
        let free = ("free".to_owned(), "the money earns as much where it is");
        assert_eq!(told(Some(Nothing::NoBetterPlace)), Some(free));
        let worse = ("free".to_owned(), "without it less is earned");
        assert_eq!(told(Some(Nothing::Less)), Some(worse));
        let open = (
            "at most £12k".to_owned(),
            "nothing better was found before the search ended",
        );
        assert_eq!(told(None), Some(open.clone()));
        // 40p are no gain, and prove as little.
        let pence = Gain {
            gain: Pence(40),
            ..lifted(None)
        };
        let row = rows(&agreement, [pence].iter(), FENCES).swap_remove(0);
        assert_eq!((row.worth, row.why), open);
    }

    #[test]
    fn a_freedom_is_named_and_says_what_it_does() {
        let agreement = crate::presets::illustration().agreement;
        let told = |relaxed, nothing| {
            let asked = Gain {
                relaxed: vec![relaxed],
                ..lifted(Some(nothing))
            };
            let row = rows(&agreement, [asked].iter(), FREEDOMS).swap_remove(0);
            assert_eq!(row.worth, "nothing");
            (row.name == freedom_name(&agreement, relaxed), row.why)
        };
        let pooled = Relaxation::Pool(StreamId(1));
        let less = (true, "with it less is earned");
        assert_eq!(told(pooled, Nothing::Less), less);
        let clash = (true, "with it other rules cannot all be kept");
        assert_eq!(told(pooled, Nothing::Clash), clash);
        let lifted = Relaxation::LiftStream(StreamId(1));
        assert_eq!(told(lifted, Nothing::Less), less);
    }

    #[test]
    fn that_all_fences_cost_nothing_is_said_only_where_it_is_proved() {
        let start = "At its best the same money earns £50,000 behind these fences.";
        assert_eq!(
            says(&priced(lifted(Some(Nothing::NoBetterPlace)))),
            format!("{start} Lifting every fence would earn no more.")
        );
        assert_eq!(
            says(&priced(lifted(None))),
            format!(
                "{start} With every fence lifted no better was found; it could earn at most £12,000 more."
            )
        );
    }

    #[test]
    fn a_best_says_whether_it_is_proved_and_can_be_paid() {
        let mut prices = priced(lifted(Some(Nothing::NoBetterPlace)));
        prices.best = Best {
            over: Pounds(7),
            proved: false,
            ..prices.best
        };
        assert_eq!(
            total(prices.best),
            "at least £50,000, not affordable: over by £7"
        );
        assert_eq!(
            says(&prices),
            "Money that may not be moved is not affordable: every use of the rest is over by £7. At its best the same \
             money earns at least £50,000 behind these fences. Lifting every fence would earn no more."
        );
    }
}
