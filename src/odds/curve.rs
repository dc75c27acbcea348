//! The expected reward of an outcome against its effective spend, as straight pieces.

use crate::engine::{Evaluation, agreed_stretch, evaluate};
use crate::model::{Agreement, Indicator, OutcomeId, ResponsePoint, Scenario};
use crate::odds::pert::Pert;
use crate::odds::stake::{Stake, Stakes};
use serde::Serialize;

/// Parts into which each stretch between two bends is cut before any is looked at.
const PARTS: i32 = 4;
/// How often a part is halved at most.
const HALVINGS: u32 = 16;

/// A curve of straight pieces, flat beyond its ends.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Curve {
    /// Effective pounds by the last year and the mean reward in pounds, ascending in both. Where the
    /// reward jumps two points share their effective pounds, the lower reward first.
    pub points: Vec<(f64, f64)>,
    /// The most by which the curve is off, in pounds.
    pub error: f64,
}

/// The expected reward of an outcome's indicators against the effective spend on it by the last year,
/// within an error in pounds. None where it bears no reward, or under one cliff on the average, where no
/// outcome has an expected reward of its own.
#[must_use]
pub fn expected_curve(
    agreement: &Agreement,
    scenario: &Scenario,
    outcome: OutcomeId,
    error: f64,
) -> Option<Curve> {
    let found = evaluate(agreement, scenario);
    let stakes = Stakes::of(agreement, scenario, &found);
    if stakes.cliff.is_some() {
        return None;
    }
    let paths: Vec<Path> = stakes
        .each
        .into_iter()
        .filter(|stake| stake.outcome == outcome)
        .filter_map(|stake| Path::of(agreement, &found, stake))
        .collect();
    if paths.is_empty() {
        return None;
    }
    let mut bends: Vec<f64> = paths.iter().flat_map(Path::bends).collect();
    bends.push(0.0);
    bends.retain(|&at| at >= 0.0);
    bends.sort_by(f64::total_cmp);
    bends.dedup();
    let reward = |pounds: f64| paths.iter().map(|path| path.earns(pounds)).sum::<f64>();
    let mut points = vec![(0.0, reward(0.0))];
    for pair in bends.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        // Read just inside, so that a jump at either end is a jump and no slope.
        let inside = (to - from) * 1e-9;
        let (low, high) = (reward(from + inside), reward(to - inside));
        push(&mut points, (from, low));
        let part = |part: i32| from + (to - from) * f64::from(part) / f64::from(PARTS);
        let mut start = (from, low);
        for number in 1..=PARTS {
            let end = if number == PARTS {
                (to, high)
            } else {
                (part(number), reward(part(number)))
            };
            halve(&reward, start, end, error, HALVINGS, &mut points);
            start = end;
        }
        push(&mut points, (to, reward(to)));
    }
    Some(Curve { points, error })
}

/// Adds a point, unless it is the last one again; a last one that lies on the way to it falls away.
fn push(points: &mut Vec<(f64, f64)>, point: (f64, f64)) {
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-6 * b.abs().max(1.0);
    if let [.., last] = points[..]
        && last.0 == point.0
        && near(last.1, point.1)
    {
        return;
    }
    if let [.., before, last] = points[..]
        && before.0 < last.0
        && last.0 < point.0
        && near(
            before.1 + (point.1 - before.1) * (last.0 - before.0) / (point.0 - before.0),
            last.1,
        )
    {
        points.pop();
    }
    points.push(point);
}

/// Adds the end of a part after as many points within it as it needs. It is straight enough where a
/// quarter, a half and three quarters of the way are off by less than half the error.
fn halve(
    reward: &impl Fn(f64) -> f64,
    from: (f64, f64),
    to: (f64, f64),
    error: f64,
    depth: u32,
    points: &mut Vec<(f64, f64)>,
) {
    let at = |part: f64| from.0 + part * (to.0 - from.0);
    let middle = (at(0.5), reward(at(0.5)));
    let off = |part: f64, found: f64| (found - from.1 - part * (to.1 - from.1)).abs();
    let straight = off(0.5, middle.1) <= 0.5 * error
        && [0.25, 0.75]
            .iter()
            .all(|&part| off(part, reward(at(part))) <= 0.5 * error);
    if straight || depth == 0 {
        push(points, to);
        return;
    }
    halve(reward, from, middle, error, depth - 1, points);
    halve(reward, middle, to, error, depth - 1, points);
}

/// What effective spend does to one stake.
struct Path {
    stake: Stake,
    /// Points of the response in effective pounds and parts of what is asked.
    points: Vec<(f64, f64)>,
    /// The score where nothing more is delivered than is recorded.
    base: f64,
    /// What of the response had come by the last recorded year; all of it where the end is recorded.
    come: f64,
    /// The share that is delivered where that is certain.
    certain: f64,
    pert: Option<Pert>,
    recorded: bool,
}

impl Path {
    fn of(agreement: &Agreement, found: &Evaluation, stake: Stake) -> Option<Self> {
        let indicator: &Indicator = agreement.indicators.iter().find(|it| it.id == stake.id)?;
        let result = found.indicators.iter().find(|it| it.id == stake.id)?;
        let score = result.score?;
        let aim = score.aim as f64;
        let stretch = agreed_stretch(agreement, indicator)?.millionths().max(0) as f64;
        let response = indicator.response.as_ref();
        let points = response.map(|it| it.points()).unwrap_or_default();
        let part = |point: &ResponsePoint| {
            let share = f64::from(point.share.0) / 10_000.0;
            (point.pounds.0 as f64, share * stretch / aim)
        };
        let end = agreement.year_count().checked_sub(1)?;
        let recorded = (0..=end)
            .rev()
            .find(|&year| indicator.actual(year).is_some());
        let improvement =
            |year: usize| result.improvement.get(year).map_or(0, |it| it.millionths());
        let come = recorded.map_or(0, improvement);
        let certain = match indicator.risk {
            Some(risk) if risk.worst == risk.best => f64::from(risk.worst.0) / 10_000.0,
            _ => 1.0,
        };
        Some(Self {
            points: points.iter().map(part).collect(),
            base: (score.gained - (improvement(end) - come)) as f64 / aim,
            come: come as f64 / aim,
            certain,
            pert: indicator.risk.as_ref().and_then(Pert::of),
            recorded: recorded == Some(end),
            stake,
        })
    }

    /// What effective pounds improve the indicator by, in parts of what is asked.
    fn improves(&self, pounds: f64) -> f64 {
        let after = self.points.iter().position(|point| pounds < point.0);
        match (after, self.points.last()) {
            (_, None) => 0.0,
            (Some(0), _) => self.points[0].1,
            (None, Some(last)) => last.1,
            (Some(after), _) => {
                let (from, to) = (self.points[after - 1], self.points[after]);
                from.1 + (to.1 - from.1) * (pounds - from.0) / (to.0 - from.0)
            }
        }
    }

    /// What the stake earns on average, in pounds.
    fn earns(&self, pounds: f64) -> f64 {
        let mut stake = self.stake.clone();
        let to_come = if self.recorded {
            0.0
        } else {
            (self.improves(pounds) - self.come).max(0.0)
        };
        stake.pert = self.pert.filter(|_| to_come > 0.0);
        stake.score.base = self.base;
        stake.score.gain = 0.0;
        match stake.pert {
            Some(_) => stake.score.gain = to_come,
            None => stake.score.base += self.certain * to_come,
        }
        stake.settle();
        stake.mean()
    }

    /// Effective pounds at which the curve may bend or jump: points of the response, where something
    /// starts to come, and where a certain score or either end of an uncertain one reaches what counts.
    fn bends(&self) -> Vec<f64> {
        let mut bends: Vec<f64> = self.points.iter().map(|point| point.0).collect();
        let shares = match self.pert {
            Some(pert) => vec![pert.worst(), pert.best()],
            None => vec![self.certain],
        };
        let needs = |share: f64| {
            [self.stake.from, 1.0].map(|score| self.come + (score - self.base) / share)
        };
        let marks = shares
            .into_iter()
            .filter(|&share| share > 0.0)
            .flat_map(needs);
        for improvement in marks.chain([self.come]) {
            for pair in self.points.windows(2) {
                let (from, to) = (pair[0], pair[1]);
                if improvement > from.1 && improvement < to.1 {
                    bends.push(from.0 + (to.0 - from.0) * (improvement - from.1) / (to.1 - from.1));
                }
            }
        }
        bends
    }
}
