//! Findings as a list: what many of them say alike is said once.

use crate::app::lookup::Lookup;
use crate::app::problem::alike::alike;
use crate::app::problem::{Weight, label, sentence, weight};
use crate::chart::figure::list;
use crate::engine::{Evaluation, Finding, Place, Problem};
use crate::model::{Agreement, OutcomeId, Pounds, order};
use crate::text::money::pounds;

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
/// much: that is said once, and not of each that goes without. So are many findings that differ in place and year alone.
#[must_use]
pub fn told(agreement: &Agreement, found: &Evaluation, least: Weight) -> Vec<Told> {
    let findings = &found.findings;
    let mut said: Vec<usize> = Vec::new();
    let mut together = Vec::new();
    let mut lines = Vec::new();
    for finding in findings {
        let short = used_up(finding).map(|(year, ..)| year);
        if short.is_some_and(|year| said.contains(&year)) || weight(&finding.problem) > least {
            continue;
        }
        said.extend(short);
        let kind = std::mem::discriminant(&finding.problem);
        if together.contains(&kind) {
            continue;
        }
        let alike = alike(agreement, findings, kind);
        together.extend(alike.is_some().then_some(kind));
        lines.push(Told {
            weight: weight(&finding.problem),
            label: label(&finding.problem),
            says: match (short, alike) {
                (Some(year), _) => shortage(agreement, found, year),
                (None, Some(alike)) => alike,
                (None, None) => sentence(agreement, finding),
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

/// Things that are named where several have the same said of them.
pub(super) const NAMED: usize = 3;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::problem::beside;
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
