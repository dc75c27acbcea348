//! Findings as sentences that say what is wrong and what to do.

use crate::app::lookup::Lookup;
use crate::chart::figure::list;
use crate::engine::{Evaluation, Finding, Place, Problem, RewardBasis};
use crate::model::{Agreement, Decimal, OutcomeId, Pounds, order};
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

/// A line of a list of findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// How loudly it is said.
    pub weight: Weight,
    /// Its label.
    pub label: &'static str,
    /// What is wrong, in a sentence or two.
    pub says: String,
}

/// Findings as a list, the weightiest first. Where the money of a year is used up, all outcomes together are given too
/// much: that is said once, and not of each that goes without.
#[must_use]
pub fn told(agreement: &Agreement, found: &Evaluation, least: Weight) -> Vec<Told> {
    let findings = &found.findings;
    let mut said: Vec<usize> = Vec::new();
    let mut lines = Vec::new();
    for finding in findings {
        let short = used_up(finding).map(|(year, ..)| year);
        if short.is_some_and(|year| said.contains(&year)) || weight(&finding.problem) > least {
            continue;
        }
        said.extend(short);
        lines.push(Told {
            weight: weight(&finding.problem),
            label: label(&finding.problem),
            says: match short {
                Some(year) => shortage(agreement, found, year),
                None => sentence(agreement, finding),
            },
        });
    }
    order::by_key(&mut lines, |told| told.weight);
    lines
}

/// The year, the outcome and the sum of a finding that says that the money of a year is used up.
fn used_up(finding: &Finding) -> Option<(usize, OutcomeId, Pounds)> {
    match (finding.place, finding.problem) {
        (
            Place::Outcome(id, Some(year)),
            Problem::Unplaced {
                pounds,
                held: Pounds(0),
                block: None,
            },
        ) => Some((year, id, pounds)),
        _ => None,
    }
}

/// Outcomes that are named where several go without money.
const NAMED: usize = 3;

/// By how much outcomes are given more than a year has, and which go without, where others do not.
fn shortage(agreement: &Agreement, found: &Evaluation, year: usize) -> String {
    let short: Vec<_> = found
        .findings
        .iter()
        .filter_map(used_up)
        .filter(|short| short.0 == year)
        .collect();
    let sum: Pounds = short.iter().map(|short| short.2).sum();
    let mut names: Vec<String> = short
        .iter()
        .take(NAMED)
        .map(|short| Lookup(agreement).outcome_name(short.1).to_owned())
        .collect();
    if short.len() > NAMED {
        names.push(format!("{} more", short.len() - NAMED));
    }
    let (names, sum) = (list(&names), pounds(sum));
    let year_name = agreement.year_name(year);
    let mut others = found.outcomes.iter().filter(|outcome| {
        let pooled = outcome.years.get(year).map_or(Pounds(0), |it| it.pooled);
        pooled.0 > 0 && short.iter().all(|short| short.1 != outcome.id)
    });
    if others.next().is_none() {
        let are = if short.len() == 1 {
            "is"
        } else {
            "together are"
        };
        return format!("{year_name}: {names} {are} given {sum} more than there is.");
    }
    let go = if short.len() == 1 { "goes" } else { "go" };
    format!(
        "{year_name}: outcomes together are given {sum} more than there is. Others are served first, so that {names} {go} short."
    )
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::evaluate;
    use crate::model::Grid;
    use crate::presets;

    /// The single pot with another sum for its first outcome in a year, and what is found of it.
    fn spent(year: usize, pounds: i64) -> (Agreement, Evaluation) {
        let mut workbook = presets::illustration();
        let open = &mut workbook.scenarios[1];
        let first = workbook.agreement.outcomes[0].id;
        open.spending.set(first, year, Pounds(pounds));
        let found = evaluate(&workbook.agreement, open);
        (workbook.agreement, found)
    }

    /// £9.9m for one outcome in place of £2.46m: £7.44m more, of which £15,000 were left in that year.
    #[test]
    fn that_a_year_has_no_more_is_said_once_and_not_of_each_that_goes_without() {
        let (agreement, found) = spent(0, 9_900_000);
        let lines = told(&agreement, &found, Weight::Rule);
        let over: Vec<&Told> = lines.iter().filter(|line| line.label == "Over").collect();
        assert_eq!(over.len(), 1, "{over:?}");
        let sum = pounds(found.over);
        let start = format!("2006/07: outcomes together are given {sum} more than there is.");
        assert!(over[0].says.starts_with(&start), "{}", over[0].says);
        assert!(
            over[0].says.ends_with(" more go short."),
            "{}",
            over[0].says
        );
        // Beside a figure its outcome and year stand already.
        let short = found.findings.iter().find(|it| used_up(it).is_some());
        let says = beside(&agreement, short.unwrap());
        assert!(
            says.ends_with(" of 2006/07 goes unpaid: that year has no more."),
            "{says}"
        );
    }

    /// One outcome alone is given more than there is: no others are served before it.
    #[test]
    fn where_nothing_else_is_spent_no_others_are_blamed() {
        let mut workbook = presets::illustration();
        let open = &mut workbook.scenarios[1];
        let first = workbook.agreement.outcomes[0].id;
        open.spending = Grid::default();
        open.spending.set(first, 0, Pounds(99_000_000));
        let found = evaluate(&workbook.agreement, open);
        let lines = told(&workbook.agreement, &found, Weight::Money);
        let name = &workbook.agreement.outcomes[0].name;
        let sum = pounds(found.over);
        let says = format!("2006/07: {name} is given {sum} more than there is.");
        assert_eq!(lines[0].says, says);
        assert_eq!(lines.len(), 1);
    }

    #[test]
    fn the_weightiest_comes_first_and_what_is_less_than_asked_for_is_left_out() {
        let (agreement, found) = spent(2, 0);
        let all = told(&agreement, &found, Weight::Note);
        assert!(all.is_sorted_by_key(|line| line.weight) && all.len() > 1);
        let rules = told(&agreement, &found, Weight::Rule);
        assert!(rules.len() < all.len() && rules.iter().all(|line| line.weight <= Weight::Rule));
    }
}
