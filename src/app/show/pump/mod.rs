//! What pump-priming is worth: by how it is split, by how much there is, and where a little more crosses a cliff.

#[cfg(test)]
mod tests;

use crate::app::desks::Wait;
use crate::app::edit::Edit;
use crate::app::lookup::Lookup;
use crate::app::show::clash;
use crate::app::show::wanted::word;
use crate::app::state::State;
use crate::app::words::pump_split_name;
use crate::chart::curve::{Curve, Dot};
use crate::chart::figure::list;
use crate::job::{Answer, Desk, PumpPriming};
use crate::model::{Agreement, Pounds, PumpGrant, PumpSplit, financial_year};
use crate::solve::{Held, More, Primed};
use crate::text::{capital, money};

/// What is known of pump-priming.
#[derive(Debug, Clone)]
pub struct Pump {
    /// What it is worth, in a sentence, and when it is paid back.
    pub says: String,
    /// The sentence below.
    pub below: String,
    /// Each way of splitting it.
    pub splits: Vec<Split>,
    /// What more of it earns and where it goes.
    pub more: Vec<(String, String, String)>,
    /// Indicators just below their cliffs, with what takes each over.
    pub near: Vec<(String, String)>,
    /// What is said where there is none.
    pub none_near: &'static str,
    /// The reward against pump-priming in total.
    pub curve: Option<Curve>,
    /// The same for each outcome alone.
    pub outcomes: Vec<Curve>,
}

/// A way of splitting the grant.
#[derive(Debug, Clone)]
pub struct Split {
    /// Its name.
    pub name: String,
    /// The reward in total.
    pub reward: String,
    /// By how much it is not affordable, where it is not.
    pub over: Option<String>,
    /// Whether it is the one in use.
    pub chosen: bool,
    /// What makes it so.
    pub choose: Edit,
}

/// What is said where there is nothing to split.
const NO_GRANT: &str = "There is no pump-priming grant here: type one under Agreement.";
const NO_POPULATION: &str = "The grant for pump-priming hangs on the population, which is not stated: type it, or the grant, under Agreement.";

/// The grant of the open scenario in pounds.
fn grant(state: &State) -> i64 {
    let result = state.result(state.open);
    result.map_or(0, |result| result.pump.grant.0)
}

/// Why there is no grant.
fn no_grant(state: &State) -> &'static str {
    let agreement = &state.shown().agreement;
    let formula = state
        .scenario()
        .is_some_and(|open| open.rules_in(agreement).pump.grant == PumpGrant::Formula);
    match agreement.area.population {
        None if formula => NO_POPULATION,
        _ => NO_GRANT,
    }
}

/// What is known of pump-priming in the open scenario, or why nothing fits or is there; the pictures are so wide, of
/// all and of one outcome.
#[must_use]
pub fn pump(state: &State, widths: (f64, f64)) -> (Option<Result<Pump, String>>, Wait) {
    if grant(state) == 0 {
        return (Some(Err(no_grant(state).to_owned())), Wait::Over);
    }
    let word = word(state, Desk::Pump);
    let wait = word.wait();
    let agreement = &state.shown().agreement;
    let pump = match word.answer() {
        Some(Answer::Pump(Ok(found))) => Some(Ok(shown(state, found, widths))),
        Some(Answer::Pump(Err(unfit))) => Some(Err(clash::unfit(agreement, unfit))),
        _ => None,
    };
    (pump, wait)
}

fn pounds(worth: f64) -> String {
    money::headline(money::of_odds(worth))
}

fn short(worth: f64) -> String {
    money::short(money::of_odds(worth))
}

fn shown(state: &State, found: &PumpPriming, widths: (f64, f64)) -> Pump {
    let agreement = &state.shown().agreement;
    let names = Lookup(agreement);
    let grant = grant(state);
    Pump {
        says: says(found),
        below: below(found, grant),
        splits: splits(state, found),
        more: telling(&found.more)
            .iter()
            .map(|more| {
                let goes: Vec<String> = more
                    .goes
                    .iter()
                    .map(|&(id, change)| {
                        let word = if change.0 < 0 { "less" } else { "more" };
                        let sum = money::pounds(Pounds(change.0.abs()));
                        format!("{sum} {word} for {}", names.outcome_name(id))
                    })
                    .collect();
                let goes = if more.earns < 1.0 {
                    "it earns nothing anywhere".to_owned()
                } else {
                    list(&goes)
                };
                (money::pounds(more.pounds), pounds(more.earns), goes)
            })
            .collect(),
        near: found
            .near
            .iter()
            .map(|&(id, more, year)| {
                let says = format!(
                    "{} more in {} takes it over",
                    money::pounds(more),
                    agreement.year_name(year)
                );
                (names.indicator_name(id).to_owned(), says)
            })
            .collect(),
        none_near: none_near(state),
        curve: (found.curve.len() > 1).then(|| total(found, grant, widths.0)),
        outcomes: outcomes(agreement, found, grant, widths.1),
    }
}

/// Sums beyond the grant up to the first of those that all earn nothing.
fn telling(more: &[More]) -> &[More] {
    let earning = more.iter().rposition(|more| more.earns >= 1.0);
    let first_idle = earning.map_or(0, |last| last + 1);
    &more[..more.len().min(first_idle + 1)]
}

fn says(found: &PumpPriming) -> String {
    let gain = found.best - found.without;
    if gain < 1.0 {
        return "Pump-priming earns nothing in this scenario, however it is split.".to_owned();
    }
    let each = found.per_pound.map_or_else(String::new, |each| {
        format!(", £{each:.2} for each pound spent")
    });
    let over = match found.over.0 > 0 {
        true => format!(
            " Money that may not be moved is not affordable: every split is over by {}.",
            money::pounds(found.over)
        ),
        false => String::new(),
    };
    format!(
        "At its best split, pump-priming earns {}{each}.{over}",
        pounds(gain)
    )
}

/// Why no money in one year takes an indicator over its cliff.
fn none_near(state: &State) -> &'static str {
    let result = state.result(state.open);
    let rewarded = result.into_iter().flat_map(|result| &result.indicators);
    let mut cliffs = rewarded.filter(|found| found.rewarded).peekable();
    let any = cliffs.peek().is_some();
    if any
        && cliffs.all(|found| {
            found
                .cliff
                .is_some_and(|cliff| cliff.margin.millionths() >= 0)
        })
    {
        "Every indicator is over its cliff already."
    } else {
        "Money in one year would take no indicator over its cliff."
    }
}

/// When the grant is paid back; which grant would be, where that one is not.
fn below(found: &PumpPriming, grant: i64) -> String {
    let least = found.break_even.map(money::pounds);
    let smaller = found.break_even.is_some_and(|least| least.0 < grant);
    if found.uncovered {
        return "No grant covers what is spent by a year-end at which nothing of it has arrived: there is none to \
                compare with."
            .to_owned();
    }
    let earns_itself = [found.break_even, found.covered].contains(&Some(Pounds(grant)));
    let at_once = found.break_even == Some(Pounds(1));
    match (found.paid_back, least) {
        (Some(year), least) => {
            let least = match least {
                Some(_) if at_once => " Its first pound earns what it costs already.".to_owned(),
                Some(least) => {
                    format!(" The smallest grant that earns what it costs is {least}.")
                }
                None => String::new(),
            };
            let year = financial_year(year);
            format!("The reward gained has paid it back by the end of {year}.{least}")
        }
        (None, Some(_)) if earns_itself => {
            "It earns what it costs, but not all of that is paid: it is never paid back.".to_owned()
        }
        (None, Some(_)) if let Some(most) = found.covered.filter(|most| most.0 < grant) => {
            let most = money::pounds(most);
            format!(
                "The reward gained never pays all of this grant back; a smaller one, of {most}, would still earn what it costs."
            )
        }
        (None, Some(_)) if at_once => {
            "The reward gained never pays all of this grant back, though its first pound earns what it costs.".to_owned()
        }
        (None, Some(least)) => {
            let size = if smaller { "smaller" } else { "larger" };
            format!(
                "The reward gained never pays all of this grant back; a {size} one, of {least}, would earn what \
                 it costs."
            )
        }
        (None, None) => "The reward gained never pays the whole grant back.".to_owned(),
    }
}

fn splits(state: &State, found: &PumpPriming) -> Vec<Split> {
    let used = state.scenario().map(|scenario| &scenario.pump);
    let row = |name, worth, over: Pounds, chosen, choose| Split {
        name,
        reward: money::headline(money::of_odds(worth)),
        over: (over.0 > 0).then(|| format!("not affordable: over by {}", money::pounds(over))),
        chosen,
        choose,
    };
    let mut rows: Vec<_> = found
        .splits
        .iter()
        .map(|&(split, worth, over)| {
            let chosen = used.is_some_and(|used| used.split == split);
            row(
                capital(pump_split_name(split)),
                worth,
                over,
                chosen,
                Edit::SplitPump(split),
            )
        })
        .collect();
    let best = &found.scenario.pump.spending;
    let years = state.shown().agreement.year_count();
    let mut typed = vec![Edit::SplitPump(PumpSplit::Typed)];
    for outcome in &state.shown().agreement.outcomes {
        let cells =
            (0..years).map(|year| Edit::Prime(outcome.id, year, best.get(outcome.id, year)));
        typed.extend(cells);
    }
    let is_best = used.is_some_and(|used| used.split == PumpSplit::Typed && used.spending == *best);
    let choose = Edit::Many(typed);
    rows.push(row(
        "The best split".to_owned(),
        found.best,
        found.over,
        is_best,
        choose,
    ));
    rows
}

/// The points of a curve, both sides of its jumps.
fn points(curve: &[Primed]) -> Vec<(f64, f64)> {
    curve
        .iter()
        .flat_map(|point| {
            let at = point.pounds.0 as f64;
            let jump = (point.worth - point.below > 1.0).then_some((at, point.below));
            jump.into_iter().chain([(at, point.worth)])
        })
        .collect()
}

/// The largest jump of a curve, in words.
fn jump(curve: &[Primed]) -> Option<String> {
    let largest = curve
        .iter()
        .max_by(|one, other| (one.worth - one.below).total_cmp(&(other.worth - other.below)))?;
    let gain = largest.worth - largest.below;
    (gain > 1.0).then(|| {
        format!(
            "At {} a cliff is crossed, worth {}",
            money::pounds(largest.pounds),
            pounds(gain)
        )
    })
}

/// With how much pump-priming the curve begins, and why with that.
fn least(found: &PumpPriming) -> String {
    let least = found.curve.first().map_or(Pounds(0), |point| point.pounds);
    let Held { spent, owed, .. } = found.held;
    let parts = [(spent, "spent for good"), (owed, "owed to minimums")];
    let parts: Vec<String> = parts
        .iter()
        .filter(|part| part.0.0 > 0)
        .map(|(sum, why)| format!("{} is {why}", money::pounds(*sum)))
        .collect();
    if least.0 == 0 || parts.is_empty() {
        return "Without pump-priming".to_owned();
    }
    let held = format!("Of the pump-priming {}", list(&parts));
    if least == spent + owed {
        return format!("{held}. With that alone");
    }
    let least = money::pounds(least);
    format!("{held}, for which a grant must be {least} at least. With that grant")
}

fn total(found: &PumpPriming, grant: i64, width: f64) -> Curve {
    let first = found.curve.first();
    let least = least(found);
    let first = first.map_or(0.0, |point| point.worth);
    let last = found.curve.last().map_or(0.0, |point| point.worth);
    let most = found.curve.last().map_or(0, |point| point.pounds.0);
    let jump = jump(&found.curve).map_or_else(String::new, |jump| format!(" {jump}."));
    // The first pound is known for what it earns, and is no place of its own in a picture.
    let is_place = |it: &&Primed| it.pounds.0 != 1 || it.worth - it.below > 1.0;
    let drawn: Vec<Primed> = found.curve.iter().filter(is_place).copied().collect();
    Curve {
        width,
        title: "Reward against pump-priming".to_owned(),
        summary: format!(
            "{least} the reward is {}, with {} it is {}, always split as well as can be.{jump}",
            pounds(first),
            short(most as f64),
            pounds(last)
        ),
        names: ("pump-priming".to_owned(), "reward".to_owned()),
        points: points(&drawn),
        dots: vec![Dot {
            at: (grant as f64, found.best),
            name: "the grant".to_owned(),
        }],
        formats: (short, short),
    }
}

fn outcomes(agreement: &Agreement, found: &PumpPriming, grant: i64, width: f64) -> Vec<Curve> {
    let names = Lookup(agreement);
    let curves = found.outcomes.iter().map(|(id, curve)| {
        let gain = curve.last().map_or(0.0, |last| last.worth)
            - curve.first().map_or(0.0, |first| first.worth);
        let jump = jump(curve).map_or_else(String::new, |jump| format!(" {jump}."));
        let spent = match curve.last() {
            Some(last) if last.pounds.0 < grant => format!(
                "As much of the grant as can be spent well here, {},",
                money::pounds(last.pounds)
            ),
            _ => "The whole grant spent here".to_owned(),
        };
        Curve {
            width,
            title: names.outcome_name(*id).to_owned(),
            summary: format!("{spent} earns {}.{jump}", pounds(gain)),
            names: (
                "pump-priming here".to_owned(),
                "reward of the outcome".to_owned(),
            ),
            points: points(curve),
            dots: Vec::new(),
            formats: (short, short),
        }
    });
    curves.collect()
}
