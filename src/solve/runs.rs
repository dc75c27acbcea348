//! Curves cut into concave runs, and the least concave curve over any stretch of runs.

use crate::solve::worth::Step;

/// A corner of a run or of the concave curve over several of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Corner {
    /// Effective spend in ten-thousandths of a pound.
    pub(crate) at: i64,
    pub(crate) worth: f64,
    /// The run that it belongs to.
    pub(crate) run: u8,
}

/// The worth of one outcome as concave runs, each of which starts above where the one before ends.
#[derive(Clone, Debug)]
pub(crate) struct Runs {
    corners: Vec<Corner>,
    count: u8,
    /// Concave curves over the runs from one to another, made when they are first asked for.
    hulls: Vec<Option<Vec<Corner>>>,
}

/// Runs of one outcome that are told apart: far more than indicators make, whose responses have at most
/// six points. Beyond them a curve counts as the least concave one over the rest, which is never too low.
const MOST: u8 = 120;

impl Runs {
    /// Cuts a curve wherever it jumps or turns steeper. Less can always be spent, so runs that end no
    /// higher than an earlier one are left out.
    pub(crate) fn new(steps: &[Step]) -> Self {
        let mut runs: Vec<Vec<(i64, f64)>> = Vec::new();
        let mut open: Vec<(i64, f64)> = Vec::new();
        let mut slope = f64::INFINITY;
        // What digits alone may turn a curve, by its own worth: that of a pound may be anything.
        let digits = match (steps.first(), steps.last()) {
            (Some(first), Some(last)) if last.at > first.at => {
                (last.worth - first.worth) / (last.at - first.at) as f64 * 1e-9
            }
            _ => 0.0,
        };
        for step in steps {
            if let Some(&(at, worth)) = open.last() {
                let steepness = (step.below - worth) / (step.at - at) as f64;
                if steepness > slope * (1.0 + 1e-9) + digits {
                    runs.push(std::mem::replace(&mut open, vec![(at, worth)]));
                }
                open.push((step.at, step.below));
                slope = steepness;
            }
            if open.is_empty() || step.worth > step.below + 1e-9 {
                if !open.is_empty() {
                    runs.push(std::mem::take(&mut open));
                }
                open.push((step.at, step.worth));
                slope = f64::INFINITY;
            }
        }
        runs.push(open);
        let mut corners: Vec<Corner> = Vec::new();
        let (mut count, mut best) = (0_u8, f64::NEG_INFINITY);
        for mut run in runs {
            while run.len() > 1 && run[run.len() - 1].1 <= run[run.len() - 2].1 + 1e-12 {
                run.pop();
            }
            let top = run.last().map_or(f64::NEG_INFINITY, |&(_, worth)| worth);
            if top > best {
                best = top;
                count = (count + 1).min(MOST);
                let own = run.iter().map(|&(at, worth)| Corner {
                    at,
                    worth,
                    run: count - 1,
                });
                corners.extend(own);
            }
        }
        let rest = corners.partition_point(|it| it.run + 1 < MOST);
        let rest = hull(corners.split_off(rest).into_iter());
        corners.extend(rest);
        let hulls = vec![None; usize::from(count) * usize::from(count)];
        Self {
            corners,
            count,
            hulls,
        }
    }

    /// Whether more than what is certain is needed or worth more.
    pub(crate) fn is_live(&self, certain: i64) -> bool {
        self.corners.len() > 1 || self.corners.iter().any(|it| it.at > certain)
    }

    pub(crate) fn count(&self) -> u8 {
        self.count
    }

    pub(crate) fn corners(&self) -> &[Corner] {
        &self.corners
    }

    /// What an effective spend is worth.
    pub(crate) fn worth(&self, spent: i64) -> f64 {
        let after = self.corners.partition_point(|corner| corner.at <= spent);
        let Some(before) = after.checked_sub(1) else {
            return self.corners.first().map_or(0.0, |first| first.worth);
        };
        let (from, next) = (self.corners[before], self.corners.get(after));
        match next.filter(|next| next.run == from.run) {
            Some(to) => {
                let gone = (spent - from.at) as f64 / (to.at - from.at) as f64;
                from.worth + (to.worth - from.worth) * gone
            }
            None => from.worth,
        }
    }

    /// The least concave curve over the runs from `low` to `high`, both included.
    pub(crate) fn hull(&mut self, low: u8, high: u8) -> &[Corner] {
        let place = usize::from(low) * usize::from(self.count) + usize::from(high);
        let corners = &self.corners;
        self.hulls[place].get_or_insert_with(|| {
            let own = corners.iter().filter(|it| (low..=high).contains(&it.run));
            hull(own.copied())
        })
    }
}

/// The upper hull of corners that go from left to right.
fn hull(corners: impl Iterator<Item = Corner>) -> Vec<Corner> {
    let mut hull: Vec<Corner> = Vec::new();
    for corner in corners {
        if let Some(last) = hull.last().filter(|last| last.at == corner.at) {
            if last.worth >= corner.worth {
                continue;
            }
            hull.pop();
        }
        while let [.., before, last] = hull[..] {
            let left = (last.worth - before.worth) * (corner.at - before.at) as f64;
            let right = (corner.worth - before.worth) * (last.at - before.at) as f64;
            if left > right {
                break;
            }
            hull.pop();
        }
        hull.push(corner);
    }
    while let [.., before, last] = hull[..] {
        if last.worth > before.worth {
            break;
        }
        hull.pop();
    }
    hull
}
