//! How the rewarded indicators stand to their cliffs, and which of them cannot be scored at all, in a sentence.

use crate::app::lookup::Lookup;
use crate::chart::figure::list;
use crate::engine::{Evaluation, IndicatorResult};
use crate::model::{Agreement, Decimal, Pence};
use crate::text::money;

/// How many indicators are named in a sentence before they are only counted.
const NAMED: usize = 3;

fn rewarded(result: &Evaluation) -> impl Iterator<Item = &IndicatorResult> {
    let indicators = result.indicators.iter();
    indicators.filter(|found| found.rewarded)
}

/// Whether reward could be earned and nothing that would earn it can be scored: then there is nothing to
/// give odds of.
#[must_use]
pub fn nothing_scored(result: &Evaluation) -> bool {
    rewarded(result).next().is_some() && rewarded(result).all(|found| found.score.is_none())
}

/// Which rewarded indicators cannot be scored and what hangs on them, without a full stop; none where each can be.
#[must_use]
pub fn unscored(agreement: &Agreement, result: &Evaluation) -> Option<String> {
    let found: Vec<&IndicatorResult> = rewarded(result)
        .filter(|found| found.score.is_none())
        .collect();
    let no_target = |found: &&IndicatorResult| found.with.last().copied().flatten().is_none();
    if nothing_scored(result) && found.iter().all(no_target) {
        let end = agreement.year_count().saturating_sub(1);
        let year = agreement.year_name(end);
        return Some(format!(
            "No target is stated for {year} yet, so nothing can be scored"
        ));
    }
    let names = Lookup(agreement);
    let named = || -> Vec<String> {
        let names = found.iter().map(|found| names.indicator_name(found.id));
        names.map(str::to_owned).collect()
    };
    let which = match found.len() {
        0 => return None,
        few if few <= NAMED => list(&named()),
        many => format!("{many} indicators"),
    };
    let it = if found.len() == 1 { "it" } else { "them" };
    let hangs = match found.iter().map(|found| found.potential).sum() {
        Pence(0) => String::new(),
        sum => format!(", and {} hangs on {it}", money::headline(sum)),
    };
    Some(format!("{which} cannot be scored{hangs}"))
}

/// The same as a sentence that follows others; empty where each can be scored.
#[must_use]
pub fn and_unscored(agreement: &Agreement, result: &Evaluation) -> String {
    unscored(agreement, result).map_or_else(String::new, |says| format!(" {says}."))
}

/// How many reach their cliffs, or that one cliff decides for all; none where nothing can earn reward.
#[must_use]
pub fn standing(agreement: &Agreement, result: &Evaluation) -> Option<String> {
    let all = rewarded(result).count();
    if all == 0 {
        return None;
    }
    if nothing_scored(result) {
        return Some(and_unscored(agreement, result).trim_start().to_owned());
    }
    if result.average.is_some() {
        let one = "There is one cliff, on the average of all designated indicators.";
        return Some(format!("{one}{}", and_unscored(agreement, result)));
    }
    let margins = rewarded(result).filter_map(|found| Some(found.cliff?.margin));
    let (above, under): (Vec<Decimal>, Vec<Decimal>) =
        margins.partition(|&margin| margin >= Decimal::default());
    let unscored = unscored(agreement, result);
    Some(match (under.len(), unscored) {
        (0, None) => "Every rewarded indicator reaches its cliff.".to_owned(),
        (0, Some(unscored)) => {
            let reach = reach(above.len());
            format!(
                "{} of {all} rewarded indicators {reach}; {unscored}.",
                above.len()
            )
        }
        (1, _) => format!(
            "One indicator is under its cliff, and nothing hangs on it.{}",
            and_unscored(agreement, result)
        ),
        (count, _) => format!(
            "{count} indicators are under their cliffs, and nothing hangs on them.{}",
            and_unscored(agreement, result)
        ),
    })
}

/// What so many of several indicators do.
#[must_use]
pub fn reach(count: usize) -> &'static str {
    if count == 1 {
        "reaches its cliff"
    } else {
        "reach their cliffs"
    }
}
