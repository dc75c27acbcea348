//! Rules on money in words: what clashes, what would free it, what binds.

use crate::app::lookup::Lookup;
use crate::app::words::freedom_name;
use crate::chart::figure::list;
use crate::model::{Agreement, financial_year};
use crate::solve::{Clash, Rule, Unfit};
use crate::text::{capital, money};

/// Why nothing fits, and what would make it fit.
#[must_use]
pub fn unfit(agreement: &Agreement, unfit: &Unfit) -> String {
    let clashes: Vec<String> = unfit
        .clashes
        .iter()
        .map(|it| clash(agreement, it))
        .collect();
    let frees: Vec<String> = unfit
        .frees
        .iter()
        .map(|&relaxed| freedom_name(agreement, relaxed))
        .collect();
    let mut says = match clashes.is_empty() {
        true => "No way of placing the money that keeps every rule was found.".to_owned(),
        false => format!(
            "No way of placing the money keeps every rule. {}",
            clashes.join(" ")
        ),
    };
    if !frees.is_empty() {
        says.push_str(&format!(
            " Any one of these would make it fit: {}.",
            list(&frees)
        ));
    }
    says
}

fn clash(agreement: &Agreement, clash: &Clash) -> String {
    let rules: Vec<String> = clash
        .rules
        .iter()
        .map(|&rule| name(agreement, rule))
        .collect();
    let short = clash.short.map_or_else(String::new, |short| {
        format!(": {} is missing", money::pounds(short))
    });
    let (rules, verb) = match rules.as_slice() {
        [one] => (one.clone(), "cannot be kept"),
        _ => (list(&rules), "cannot be kept together"),
    };
    format!("{} {verb}{short}.", capital(&rules))
}

/// A rule as an officer calls it.
#[must_use]
pub fn name(agreement: &Agreement, rule: Rule) -> String {
    let names = Lookup(agreement);
    let year =
        |year: usize| financial_year(agreement.first_year + u16::try_from(year).unwrap_or(0));
    match rule {
        Rule::Pin(stream, outcome, at) => format!(
            "the pin of {} on {} in {}",
            names.stream_name(stream),
            names.outcome_name(outcome),
            year(at)
        ),
        Rule::Floor(stream, outcome, _) => format!(
            "the floor of {} for {}",
            names.stream_name(stream),
            names.outcome_name(outcome)
        ),
        Rule::Minimum(outcome, at) => format!(
            "the minimum of {} in {}",
            names.outcome_name(outcome),
            year(at)
        ),
        Rule::Capacity(outcome, at) => format!(
            "what can be spent well on {} in {}",
            names.outcome_name(outcome),
            year(at)
        ),
        Rule::Amount(stream, at) => {
            format!("what {} has in {}", names.stream_name(stream), year(at))
        }
        Rule::Fence(stream) => format!("the fence on {}", names.stream_name(stream)),
        Rule::Pump(at) => format!(
            "the pump-priming that has arrived by the end of {}",
            year(at)
        ),
        Rule::Stays(outcome, at) => format!(
            "the money of {} in {}, which stays",
            names.outcome_name(outcome),
            year(at)
        ),
        Rule::Locked(stream) => format!("what {} pays, which is locked", names.stream_name(stream)),
        Rule::Must(indicator) => format!("the cliff of {}", names.indicator_name(indicator)),
        Rule::Moved => "the limit on what may be moved".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{OutcomeId, Pounds, StreamId};

    #[test]
    fn a_clash_is_a_sentence_that_says_how_much_is_missing() {
        let workbook = crate::presets::all()
            .first()
            .map(|sample| (sample.workbook)());
        let Some(workbook) = workbook else {
            return assert!(crate::presets::all().is_empty());
        };
        let agreement = &workbook.agreement;
        let (stream, outcome): (StreamId, OutcomeId) =
            (agreement.streams[0].id, agreement.outcomes[0].id);
        let says = unfit(
            agreement,
            &Unfit {
                clashes: vec![Clash {
                    rules: vec![Rule::Minimum(outcome, 0), Rule::Amount(stream, 0)],
                    short: Some(Pounds(5_000)),
                }],
                frees: Vec::new(),
            },
        );
        assert!(says.contains("The minimum of "), "{says}");
        assert!(
            says.ends_with("cannot be kept together: £5,000 is missing."),
            "{says}"
        );
    }
}
