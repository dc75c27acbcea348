//! The least pump-priming that earns what it takes, read off a curve.

use crate::model::Pounds;
use crate::solve::primed::Primed;

/// What a first sum has to earn beyond itself to be sure of it: more than rounding many rewards to the penny adds.
const SURE: f64 = 1.0;

/// The least sum of a curve, in whole pounds, that earns what it takes beyond what there is without any; none where no
/// sum does. It is the first pound where every pound of the first step earns another.
#[must_use]
pub fn break_even(curve: &[Primed], without: f64) -> Option<Pounds> {
    // To the penny, as rewards are.
    let over =
        |pounds: Pounds, worth: f64| ((worth - without) * 100.0).round() / 100.0 - pounds.0 as f64;
    let first = curve.first()?;
    if first.pounds.0 > 0 && over(first.pounds, first.worth) >= 0.0 {
        return Some(first.pounds);
    }
    for pair in curve.windows(2) {
        let (before, point) = (pair[0], pair[1]);
        let from = over(before.pounds, before.worth);
        let to = over(point.pounds, point.below);
        if from < 0.0 && to >= 0.0 {
            let run = (point.pounds - before.pounds).0 as f64;
            let pounds = before.pounds.0 as f64 - from * run / (to - from);
            return Some(Pounds(pounds.ceil() as i64));
        }
        // That a first pound earns itself, and a little more, may be rounding: what follows tells.
        let first = before.pounds.0 == 0;
        if from >= 0.0 && (to >= SURE || to >= 0.0 && !first) {
            return Some(before.pounds.max(Pounds(1)));
        }
        let sure = point.pounds.0 > 1 || point.worth > point.below;
        if sure && over(point.pounds, point.worth) >= 0.0 {
            return Some(point.pounds);
        }
    }
    None
}
