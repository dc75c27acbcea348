//! Findings as sentences that say what is wrong and what to do.

mod alike;
mod told;

pub use told::{Told, told};

use crate::app::lookup::Lookup;
use crate::engine::{Finding, Place, Problem, RewardBasis};
use crate::model::{Agreement, Decimal, OutcomeId};
use crate::text::money::pounds;
use crate::text::number;

/// How loudly a finding is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The scenario is not affordable.
    Money,
    /// A rule is broken.
    Rule,
    /// An indicator falls short of its cliff by little.
    Near,
    /// Worth knowing.
    Note,
}

/// Whether a finding is about money, a rule, or only worth knowing.
#[must_use]
pub fn weight(problem: &Problem) -> Weight {
    match problem {
        problem if problem.is_money() => Weight::Money,
        Problem::JustShort { .. } => Weight::Near,
        Problem::Left { .. }
        | Problem::NotStated
        | Problem::NoMilestone
        | Problem::NoNetBudget
        | Problem::NoPopulation
        | Problem::NoTarget { .. } => Weight::Note,
        _ => Weight::Rule,
    }
}

/// The finding in one word or two, as its label.
#[must_use]
pub fn label(problem: &Problem) -> &'static str {
    match problem {
        Problem::Unplaced { .. } | Problem::AlignedOver { .. } | Problem::PumpOver { .. } => "Over",
        Problem::PumpUnrewarded { .. } => "No reward",
        Problem::FloorUnmet { .. } => "Floor",
        Problem::MinimumUnmet { .. } => "Mandatory",
        Problem::PinUnmet { .. } => "Pin",
        Problem::CapacityOver { .. } => "Capacity",
        Problem::Left { .. } => "Unspent",
        Problem::NotStated | Problem::NoMilestone | Problem::NoTarget { .. } => "Gap",
        Problem::NoNetBudget | Problem::NoPopulation => "Missing",
        Problem::DeliveryShares => "Shares",
        Problem::WithNotBetter => "Target",
        Problem::JustShort { .. } => "Near miss",
        Problem::TooManyDesignated { .. } | Problem::TooManyStatutory { .. } => "Limit",
    }
}

/// The finding as a sentence beside the figure of an outcome in a year, which need not be named there.
#[must_use]
pub fn beside(agreement: &Agreement, finding: &Finding) -> String {
    match (finding.place, finding.problem) {
        (Place::Outcome(_, Some(year)), Problem::Unplaced { .. }) => {
            worded(agreement, finding, &agreement.year_name(year))
        }
        _ => sentence(agreement, finding),
    }
}

/// The finding as a sentence.
#[must_use]
pub fn sentence(agreement: &Agreement, finding: &Finding) -> String {
    worded(agreement, finding, &place(agreement, finding.place))
}

fn worded(agreement: &Agreement, finding: &Finding, place: &str) -> String {
    let names = Lookup(agreement);
    match finding.problem {
        Problem::Unplaced { pounds: sum, held, block } => {
            let sum = pounds(sum);
            let start = format!("{sum} of {place} has no stream that may pay it");
            match block {
                Some(block) => format!("{start}: the fence of {} holds {}.", names.block_name(block), pounds(held)),
                None if held.0 > 0 => format!("{start}: fences hold {} elsewhere.", pounds(held)),
                None => format!("{sum} of {place} goes unpaid: that year has no more."),
            }
        }
        Problem::AlignedOver { pounds: sum } => {
            format!("{place}: its owner spends {} more than the stream has.", pounds(sum))
        }
        Problem::PumpOver { pounds: sum } => {
            format!("{place}: {} more is planned than has arrived by then. Move it to a later year.", pounds(sum))
        }
        Problem::PumpUnrewarded { pounds: sum } => {
            format!("{place}: {} of pump-priming goes to an outcome that bears no reward.", pounds(sum))
        }
        Problem::FloorUnmet { outcome, pounds: sum } => {
            let to = names.outcome_name(outcome);
            format!("{place}: {} more of it must reach {to}.", pounds(sum))
        }
        Problem::MinimumUnmet { pounds: sum } => {
            format!("{place} is mandatory and is {} short of what it must get.", pounds(sum))
        }
        Problem::PinUnmet { stream, pounds: sum } => {
            let from = names.stream_name(stream);
            format!("{place}: {} is pinned to {from}, which does not pay it.", pounds(sum))
        }
        Problem::CapacityOver { pounds: sum } => {
            format!("{place}: {} more than can be spent well that year; it has no effect.", pounds(sum))
        }
        Problem::Left { pounds: sum } => {
            format!("{place}: {} is not used and may not be carried over.", pounds(sum))
        }
        Problem::NotStated => format!("{place}: the amount was never stated, and counts as nothing."),
        Problem::DeliveryShares => format!("{place}: the shares of its delivery partners do not add up to 100%."),
        Problem::WithNotBetter => format!("{place}: the target is no better than what is expected without an agreement."),
        Problem::NoMilestone => format!("{place}: no milestone is stated."),
        Problem::NoTarget { from: RewardBasis::Baseline } => {
            format!("{place}: nothing can be scored until it has a baseline and a target that is better than it.")
        }
        Problem::NoTarget { .. } => format!("{place}: nothing can be scored until its values with and without are stated."),
        Problem::JustShort { units } => {
            format!("{place} is {} of its cliff.", short_by(agreement, finding.place, units))
        }
        Problem::NoNetBudget => "The reward pot is a share of the net budget requirement, which is not stated. Type it under Agreement.".to_owned(),
        Problem::NoPopulation => "Pump-priming depends on the population, which is not stated. Type it under Agreement.".to_owned(),
        Problem::TooManyDesignated { found } => format!("{found} indicators are designated, and 35 is the most."),
        Problem::TooManyStatutory { found } => format!("{found} indicators are statutory, and 16 is the most."),
    }
}

/// The place of a finding as the start of a sentence: `Home care in 2008/09`.
fn place(agreement: &Agreement, place: Place) -> String {
    let names = Lookup(agreement);
    let (name, year) = match place {
        Place::Agreement => ("The agreement", None),
        Place::Stream(id, year) => (names.stream_name(id), year),
        Place::Outcome(id, year) => (names.outcome_name(id), year),
        Place::Indicator(id, year) => (names.indicator_name(id), year),
        Place::Pump(year) => ("Pump-priming", Some(year)),
    };
    year.map_or_else(
        || name.to_owned(),
        |year| format!("{name} in {}", agreement.year_name(year)),
    )
}

/// A distance short of a cliff, in units of the indicator that a finding is about.
fn short_by(agreement: &Agreement, place: Place, units: Decimal) -> String {
    let decimals = match place {
        Place::Indicator(id, _) => Lookup(agreement)
            .indicator(id)
            .map_or(0, |found| found.decimals),
        _ => 0,
    };
    number::margin(
        Decimal::saturating(-i128::from(units.millionths())),
        decimals,
    )
}

/// The findings that belong beside one cell of an outcome.
pub fn at_cell(
    findings: &[Finding],
    outcome: OutcomeId,
    year: usize,
) -> impl Iterator<Item = &Finding> {
    findings
        .iter()
        .filter(move |finding| finding.place == Place::Outcome(outcome, Some(year)))
}
