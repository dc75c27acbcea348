//! Many findings of one kind in one sentence: a longer agreement lacks the same figure in many places and years.

use crate::app::lookup::Lookup;
use crate::app::problem::told::NAMED;
use crate::chart::figure::{count, list};
use crate::engine::{Finding, Place, Problem, RewardBasis};
use crate::model::{Agreement, Pounds};
use crate::text::money::pounds;
use std::mem::{Discriminant, discriminant};

/// Findings of one kind that are still said one by one.
const ONE_BY_ONE: usize = 3;

/// What the findings of a kind say together: those that want no more than a figure, where there are many.
pub(super) fn alike(
    agreement: &Agreement,
    findings: &[Finding],
    kind: Discriminant<Problem>,
) -> Option<String> {
    let own: Vec<&Finding> = findings
        .iter()
        .filter(|it| discriminant(&it.problem) == kind)
        .collect();
    let first = own.first().filter(|_| own.len() > ONE_BY_ONE)?;
    let when = years(agreement, &own);
    let things = things(&own);
    let of = |thing: &str| match things.as_slice() {
        few if few.len() <= NAMED => list(&few.iter().map(name_in(agreement)).collect::<Vec<_>>()),
        many => count(many.len(), thing),
    };
    Some(match first.problem {
        Problem::NotStated => format!(
            "{} of {} are not stated for {when}, and count as nothing.",
            count(own.len(), "amount"),
            of("stream")
        ),
        Problem::NoMilestone => format!(
            "{} of {} are not stated for {when}.",
            count(own.len(), "milestone"),
            of("indicator")
        ),
        Problem::Left { .. } => format!(
            "{} of {} is not used in {when} and may not be carried over.",
            pounds(sum(&own)),
            of("stream")
        ),
        Problem::NoTarget {
            from: RewardBasis::Baseline,
        } => format!(
            "Nothing can be scored of {} until they have a baseline and a target that is better than it.",
            of("indicator")
        ),
        Problem::NoTarget { .. } => format!(
            "Nothing can be scored of {} until their values with and without are stated.",
            of("indicator")
        ),
        Problem::MinimumUnmet { .. } => format!(
            "What is mandatory is {} short in {when}, of {}.",
            pounds(sum(&own)),
            of("outcome")
        ),
        Problem::FloorUnmet { .. } => format!(
            "Floors of {} are {} short in {when}.",
            of("stream"),
            pounds(sum(&own))
        ),
        _ => return None,
    })
}

/// The things that findings are about, whatever the year.
fn things(findings: &[&Finding]) -> Vec<Place> {
    let thing = |finding: &&Finding| match finding.place {
        Place::Stream(id, _) => Place::Stream(id, None),
        Place::Outcome(id, _) => Place::Outcome(id, None),
        Place::Indicator(id, _) => Place::Indicator(id, None),
        place @ (Place::Agreement | Place::Pump(_)) => place,
    };
    let mut found: Vec<Place> = Vec::new();
    for place in findings.iter().map(thing) {
        if !found.contains(&place) {
            found.push(place);
        }
    }
    found
}

/// What a place of an agreement is called.
fn name_in(agreement: &Agreement) -> impl Fn(&Place) -> String {
    let names = Lookup(agreement);
    move |place| {
        let name = match *place {
            Place::Stream(id, _) => names.stream_name(id),
            Place::Outcome(id, _) => names.outcome_name(id),
            Place::Indicator(id, _) => names.indicator_name(id),
            Place::Agreement => "the agreement",
            Place::Pump(_) => "pump-priming",
        };
        name.to_owned()
    }
}

/// The pounds of findings together.
fn sum(findings: &[&Finding]) -> Pounds {
    let pounds = findings.iter().map(|finding| match finding.problem {
        Problem::Left { pounds }
        | Problem::MinimumUnmet { pounds }
        | Problem::FloorUnmet { pounds, .. } => pounds,
        _ => Pounds(0),
    });
    pounds.sum()
}

/// The years that findings are about, those in a row as one: `2006/07 and 2009/10 to 2011/12`.
fn years(agreement: &Agreement, findings: &[&Finding]) -> String {
    let mut years: Vec<usize> = findings
        .iter()
        .filter_map(|finding| match finding.place {
            Place::Stream(_, year) | Place::Outcome(_, year) | Place::Indicator(_, year) => year,
            Place::Pump(year) => Some(year),
            Place::Agreement => None,
        })
        .collect();
    years.sort_unstable();
    years.dedup();
    let name = |year: usize| agreement.year_name(year);
    let runs = years.chunk_by(|one, next| one + 1 == *next);
    let runs: Vec<String> = runs
        .filter_map(|run| Some((*run.first()?, *run.last()?)))
        .map(|(first, last)| match last - first {
            0 => name(first),
            1 => list(&[name(first), name(last)]),
            _ => format!("{} to {}", name(first), name(last)),
        })
        .collect();
    list(&runs)
}

#[cfg(test)]
mod tests {
    use crate::app::problem::{Weight, told};
    use crate::engine::evaluate;
    use crate::model::Workbook;
    use crate::model::limits::YEARS;
    use crate::presets;

    /// The illustration over six years: 26 streams and 15 indicators want figures for three years more.
    #[test]
    fn a_longer_agreement_says_once_what_it_lacks() {
        let mut workbook = presets::illustration();
        workbook.agreement.years = YEARS as u8;
        let agreement = &workbook.agreement;
        let found = evaluate(agreement, &workbook.scenarios[1]);
        let lines = told(agreement, &found, Weight::Note);
        let says: Vec<&str> = lines.iter().map(|line| line.says.as_str()).collect();
        assert!(says.len() < 20, "{says:#?}");
        for line in [
            "78 amounts of 26 streams are not stated for 2009/10 to 2011/12, and count as nothing.",
            "45 milestones of 15 indicators are not stated for 2009/10 to 2011/12.",
        ] {
            assert!(says.contains(&line), "{line}: {says:#?}");
        }
    }

    /// Four of the five amounts of one stream.
    #[test]
    fn a_few_things_are_named() {
        let mut workbook = presets::illustration();
        workbook.agreement.years = 5;
        workbook.agreement.streams.truncate(1);
        let stream = &mut workbook.agreement.streams[0];
        stream.amounts.truncate(1);
        let says = format!(
            "4 amounts of {} are not stated for 2007/08 to 2010/11, and count as nothing.",
            stream.name
        );
        assert_told(&workbook, &says);
    }

    /// With one stream not stated in its last year, that one is named as ever.
    #[test]
    fn what_stands_alone_is_said_of_its_place() {
        let mut workbook = presets::illustration();
        let stream = &mut workbook.agreement.streams[0];
        stream.amounts.truncate(2);
        let says = format!(
            "{} in 2008/09: the amount was never stated, and counts as nothing.",
            stream.name
        );
        assert_told(&workbook, &says);
    }

    /// Fails where the findings of the single pot do not say so.
    fn assert_told(workbook: &Workbook, says: &str) {
        let found = evaluate(&workbook.agreement, &workbook.scenarios[1]);
        let lines = told(&workbook.agreement, &found, Weight::Note);
        assert!(lines.iter().any(|line| line.says == says), "{lines:#?}");
    }
}
