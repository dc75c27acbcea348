//! What an outcome of an instance earns over its effective spend, as concave runs.

use crate::instance::{Instance, Target};

/// Places with their rewards, in pounds; concave from the first to the last.
pub(crate) type Run = Vec<(f64, f64)>;

/// How near two rewards count as one, in pounds.
const NEAR: f64 = 1e-9;

/// The runs of one outcome between two effective spends, each ending higher than those before it: less can
/// always be spent.
pub(crate) fn runs(instance: &Instance, outcome: usize, from: f64, to: f64) -> Vec<Run> {
    let own = instance.targets.iter();
    let own: Vec<&Target> = own
        .filter(|it| usize::from(it.outcome) == outcome)
        .collect();
    let bends = own.iter().flat_map(|target| {
        let points = target.response.iter().map(|it| it.0 as f64);
        let levels = [instance.threshold, 1.0];
        let crossed = levels.into_iter().filter_map(|it| crossing(target, it));
        points.chain(crossed).collect::<Vec<f64>>()
    });
    let mut places: Vec<f64> = bends.filter(|&at| from < at && at < to).collect();
    places.extend([from, to]);
    places.sort_by(f64::total_cmp);
    places.dedup();

    let whole = |at, just_below| -> f64 {
        let each = own.iter().map(|it| earns(instance, it, at, just_below));
        each.sum()
    };
    let mut found: Vec<Run> = Vec::new();
    let mut open: Run = Vec::new();
    let mut slope = f64::INFINITY;
    for at in places {
        let (below, worth) = (whole(at, true), whole(at, false));
        if let Some(&(before, start)) = open.last() {
            let steepness = (below - start) / (at - before);
            if steepness > slope + 1e-12 {
                found.push(std::mem::replace(&mut open, vec![(before, start)]));
            }
            open.push((at, below));
            slope = steepness;
        }
        if open.is_empty() {
            open.push((at, worth));
        } else if worth > below + NEAR {
            found.push(std::mem::replace(&mut open, vec![(at, worth)]));
            slope = f64::INFINITY;
        }
    }
    found.push(open);
    let mut best = -1.0;
    for run in &mut found {
        while run.len() > 1 && run[run.len() - 1].1 <= run[run.len() - 2].1 + NEAR {
            run.pop();
        }
    }
    found.retain(|run| {
        let top = run.last().map_or(f64::NEG_INFINITY, |&(_, worth)| worth);
        let higher = top > best + NEAR;
        best = top.max(best);
        higher
    });
    found
}

/// The least effective spend that brings a fraction of the stretch; none where none does.
fn crossing(target: &Target, level: f64) -> Option<f64> {
    if target.response[0].1 >= level {
        return Some(f64::NEG_INFINITY);
    }
    target.response.windows(2).find_map(|pair| {
        let ((from, low), (to, high)) = (pair[0], pair[1]);
        let part = (level - low) / (high - low);
        (high >= level).then(|| from as f64 + part * (to - from) as f64)
    })
}

/// The fraction of the stretch that an effective spend brings: linear between points, flat beyond them.
fn fraction(target: &Target, spent: f64) -> f64 {
    let points = &target.response;
    let after = points.partition_point(|it| it.0 as f64 <= spent);
    match (after.checked_sub(1).map(|it| points[it]), points.get(after)) {
        (Some((from, low)), Some(&(to, high))) => {
            low + (high - low) * (spent - from as f64) / (to - from) as f64
        }
        (Some((_, only)), None) | (None, Some(&(_, only))) => only,
        (None, None) => 0.0,
    }
}

/// What a target earns at an effective spend, or just below it.
fn earns(instance: &Instance, target: &Target, spent: f64, just_below: bool) -> f64 {
    let whole = target.share * instance.pot as f64;
    match crossing(target, instance.threshold) {
        None => 0.0,
        Some(cliff) if spent < cliff || just_below && spent <= cliff => 0.0,
        Some(cliff) if spent == cliff => whole * instance.threshold,
        Some(_) => whole * fraction(target, spent).min(1.0),
    }
}
