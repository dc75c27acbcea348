//! The least pump-priming that earns what it takes.

use crate::model::Pounds;
use crate::solve::clash::Unfit;
use crate::solve::plan::{Question, Watch};
use crate::solve::primed::Primed;
use crate::solve::sums::Sums;

/// What a first sum has to earn beyond itself to be sure of it: more than rounding many rewards to the penny adds.
const SURE: f64 = 1.0;

/// The least sum of a curve, in whole pounds, that earns what it takes beyond what there is without any; none where no
/// sum does. It is the first pound where every pound of the first step earns another. Between two points of the curve
/// sums are tried: none is told that does not earn itself, though a smaller sum of several cliffs may be missed.
///
/// # Errors
/// As [`pump_worth`](crate::solve::pump_worth).
pub fn break_even(
    question: &Question<'_>,
    curve: &[Primed],
    without: f64,
    watch: &mut Watch<'_>,
) -> Result<Option<Pounds>, Unfit> {
    let mut sums = Sums::new(question, watch);
    least(curve, without, &mut |pounds| sums.worth(pounds))
}

/// The most, up to a grant, that is found to earn what it takes beyond what there is without any: as far beyond the last
/// point of a curve that does as its next one lets it; none where no point does.
///
/// # Errors
/// As [`pump_worth`](crate::solve::pump_worth).
pub fn covered(
    question: &Question<'_>,
    curve: &[Primed],
    (without, grant): (f64, Pounds),
    watch: &mut Watch<'_>,
) -> Result<Option<Pounds>, Unfit> {
    let mut sums = Sums::new(question, watch);
    most(curve, (without, grant), &mut |pounds| sums.worth(pounds))
}

fn most(
    curve: &[Primed],
    (without, grant): (f64, Pounds),
    worth: &mut dyn FnMut(i64) -> Result<f64, Unfit>,
) -> Result<Option<Pounds>, Unfit> {
    let earns = |pounds: i64, worth: f64| over(pounds, worth, without) >= 0.0;
    // That a first pound earns itself may be rounding.
    let last = curve.iter().rposition(|point| {
        (2..=grant.0).contains(&point.pounds.0) && earns(point.pounds.0, point.worth)
    });
    let Some(last) = last else {
        return Ok(None);
    };
    let mut low = curve[last].pounds.0;
    let next = curve.get(last + 1).map_or(low, |next| next.pounds.0);
    // The next point does not earn itself, unless it lies beyond the grant.
    let mut high = next.min(grant.0 + 1);
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if earns(middle, worth(middle)?) {
            low = middle;
        } else {
            high = middle;
        }
    }
    Ok(Some(Pounds(low)))
}

/// What a sum earns beyond itself and what there is without any: to the penny, as rewards are.
fn over(pounds: i64, worth: f64, without: f64) -> f64 {
    ((worth - without) * 100.0).round() / 100.0 - pounds as f64
}

fn least(
    curve: &[Primed],
    without: f64,
    worth: &mut dyn FnMut(i64) -> Result<f64, Unfit>,
) -> Result<Option<Pounds>, Unfit> {
    let over = |pounds: i64, worth: f64| over(pounds, worth, without);
    let Some(first) = curve.first() else {
        return Ok(None);
    };
    if first.pounds.0 > 0 && over(first.pounds.0, first.worth) >= 0.0 {
        return Ok(Some(first.pounds));
    }
    for pair in curve.windows(2) {
        let (before, point) = (pair[0], pair[1]);
        let jumps = point.worth > point.below;
        let end = point.pounds.0 - i64::from(jumps);
        // That a first pound earns itself, and a little more, may be rounding: what follows tells.
        let unsure = before.pounds.0 > 0 && over(before.pounds.0, before.worth) >= 0.0;
        let earned = over(end, point.below);
        let mut found = None;
        if end > before.pounds.0 && (earned >= SURE || earned >= 0.0 && end > 1) {
            found = Some(end);
        } else if point.below - without > before.pounds.0 as f64 {
            let enough = if unsure { SURE } else { 0.0 };
            let mut over = |pounds: i64| worth(pounds).map(|worth| over(pounds, worth));
            found = between((before.pounds.0, end), enough, &mut over)?;
        }
        match found {
            Some(_) if unsure => return Ok(Some(before.pounds)),
            Some(mut high) => {
                let mut low = before.pounds.0;
                while high - low > 1 {
                    let middle = low + (high - low) / 2;
                    if over(middle, worth(middle)?) >= 0.0 {
                        high = middle;
                    } else {
                        low = middle;
                    }
                }
                return Ok(Some(Pounds(high)));
            }
            None => {}
        }
        let sure = point.pounds.0 > 1 || jumps;
        if sure && over(point.pounds.0, point.worth) >= 0.0 {
            return Ok(Some(point.pounds));
        }
    }
    Ok(None)
}

/// A sum between two that earns so much beyond itself, where none of them does: what is earned first rises and then falls.
fn between(
    (mut low, mut high): (i64, i64),
    enough: f64,
    over: &mut dyn FnMut(i64) -> Result<f64, Unfit>,
) -> Result<Option<i64>, Unfit> {
    while high - low > 1 {
        let third = (high - low) / 3;
        let (one, other) = (low + third.max(1), (high - third).max(low + 1));
        let (first, second) = (over(one)?, over(other)?);
        if first >= enough {
            return Ok(Some(one));
        }
        if second >= enough {
            return Ok(Some(other));
        }
        (low, high) = if first < second {
            (one, high)
        } else {
            (low, other.min(high - 1))
        };
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Points without jumps.
    fn curve(points: &[(i64, f64)]) -> Vec<Primed> {
        let points = points.iter().map(|&(pounds, worth)| Primed {
            pounds: Pounds(pounds),
            below: worth,
            worth,
        });
        points.collect()
    }

    /// Between two points worth is straight.
    fn straight(points: &[(i64, f64)], pounds: i64) -> f64 {
        let pair = points.windows(2).find(|pair| pounds <= pair[1].0);
        pair.map_or(0.0, |pair| {
            let gone = (pounds - pair[0].0) as f64 / (pair[1].0 - pair[0].0) as f64;
            pair[0].1 + (pair[1].1 - pair[0].1) * gone
        })
    }

    fn told(points: &[(i64, f64)], without: f64) -> Option<i64> {
        let mut worth = |pounds: i64| Ok(straight(points, pounds));
        let found = least(&curve(points), without, &mut worth);
        found.ok().flatten().map(|it| it.0)
    }

    /// A cliff of £500 early on, then half a pound for each: £1,000 earns itself, and £1,001 does not.
    #[test]
    fn the_most_that_earns_itself_lies_where_what_is_earned_falls_behind() {
        let points = [(0, 0.0), (100, 550.0), (400, 700.0), (1_600, 1_300.0)];
        let most = |grant: i64| {
            let mut worth = |pounds: i64| Ok(straight(&points, pounds));
            let found = most(&curve(&points), (0.0, Pounds(grant)), &mut worth);
            found.ok().flatten().map(|it| it.0)
        };
        assert_eq!(most(1_600), Some(1_000));
        assert_eq!(most(1_200), Some(1_000));
        assert_eq!(most(700), Some(700));
        assert_eq!(most(50), None);
    }

    /// £2,234.14 less £1,234.14 are £1,000, which digits make a little less.
    #[test]
    fn what_earns_itself_to_the_penny_does() {
        let points = curve(&[(0, 1_234.14), (1_000, 2_234.14)]);
        let mut worth = |_| Ok(1_234.14);
        let found = most(&points, (1_234.14, Pounds(1_000)), &mut worth);
        assert_eq!(found, Ok(Some(Pounds(1_000))));
    }

    /// Without a look at the first pound, a first step that earns more than itself tells as much.
    #[test]
    fn where_every_pound_of_a_step_earns_another_it_is_the_first() {
        assert_eq!(told(&[(0, 500.0), (1_000, 2_500.0)], 500.0), Some(1));
    }

    #[test]
    fn a_later_step_may_make_up_for_the_first() {
        let slow = [(0, 0.0), (1_000, 500.0), (2_000, 2_500.0)];
        assert_eq!(told(&slow, 0.0), Some(1_500));
        assert_eq!(told(&slow[..2], 0.0), None);
    }

    /// A first pound that earns a penny over itself may be rounded up where the rest earns less than it takes. One that
    /// earns as much again is sure, whatever the rest does.
    #[test]
    fn a_first_pound_is_sure_of_what_no_rounding_explains() {
        assert_eq!(told(&[(0, 0.0), (1, 1.01), (1_000, 990.0)], 0.0), None);
        assert_eq!(told(&[(0, 0.0), (1, 2.0), (1_000, 990.0)], 0.0), Some(1));
    }
}
