//! Changes to what is measured: cells of an indicator's paths, points of its response, new indicators.

use crate::app::edit::{Edit, fresh};
use crate::library::indicators::national;
use crate::model::{
    Agreement, BasisPoints, Indicator, IndicatorId, Kind, OutcomeId, Pounds, Preset, Response,
    ResponsePoint, Shape, Workbook, check::is_name, limits,
};

/// A path of an indicator through the years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// Expected with no agreement.
    Without,
    /// Agreed: the milestones, and the stretch at the end.
    With,
    /// Recorded.
    Actual,
}

/// One half of a point of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bend {
    /// Effective spend.
    Pounds(Pounds),
    /// Share of the agreement's stretch that it brings.
    Share(BasisPoints),
}

/// Writes half a point of a response, whose points then are typed ones.
pub(crate) fn set_bend(agreement: &mut Agreement, id: IndicatorId, point: usize, bend: Bend) {
    let mut indicators = agreement.indicators.iter_mut();
    let indicator = indicators.find(|indicator| indicator.id == id);
    let Some(response) = indicator.and_then(|indicator| indicator.response.as_mut()) else {
        return;
    };
    let mut points = response.points();
    if let Some(point) = points.get_mut(point) {
        match bend {
            Bend::Pounds(pounds) => point.pounds = pounds,
            Bend::Share(share) => point.share = share,
        }
    }
    *response = Response::Points(points);
}

/// A response as its cost: the pounds that bring the full stretch, or the last that bring anything.
#[must_use]
pub fn as_cost(response: Option<&Response>, usual: Pounds) -> Response {
    let points = match response {
        Some(cost @ Response::Cost { .. }) => return cost.clone(),
        Some(points) => points.points(),
        None => Vec::new(),
    };
    let full = points
        .iter()
        .find(|point| point.share >= BasisPoints::WHOLE)
        .or(points.last());
    Response::Cost {
        full: full.map_or(usual, |point| point.pounds).max(Pounds(1)),
        shape: Shape::Straight,
    }
}

/// The points with one more in the middle of the widest gap, on the line; none where six are there or
/// no gap is left.
#[must_use]
pub fn point_added(points: &[ResponsePoint]) -> Option<Vec<ResponsePoint>> {
    if points.len() >= *limits::RESPONSE_POINTS.end() {
        return None;
    }
    let run = |pair: &[ResponsePoint]| pair[1].pounds.0 - pair[0].pounds.0;
    let (place, pair) = points
        .windows(2)
        .enumerate()
        .max_by_key(|(place, pair)| (run(pair), usize::MAX - place))?;
    if run(pair) < 2 {
        return None;
    }
    let between = ResponsePoint {
        pounds: Pounds(pair[0].pounds.0 + run(pair) / 2),
        share: BasisPoints((pair[0].share.0 + pair[1].share.0) / 2),
    };
    let mut more = points.to_vec();
    more.insert(place + 1, between);
    Some(more)
}

/// The points without one of them; none where two are left.
#[must_use]
pub fn point_removed(points: &[ResponsePoint], point: usize) -> Option<Vec<ResponsePoint>> {
    let mut fewer = points.to_vec();
    if point >= fewer.len() || fewer.len() <= *limits::RESPONSE_POINTS.start() {
        return None;
    }
    fewer.remove(point);
    Some(fewer)
}

/// A new indicator from the national set: its name, unit and direction are suggestions to be checked.
/// None where the number is unknown or the workbook is full.
#[must_use]
pub fn from_set(workbook: &Workbook, outcome: OutcomeId, number: u16) -> Option<Indicator> {
    let found = national(number)?;
    let own = own(workbook, outcome)?;
    Some(Indicator {
        name: found.name().to_owned(),
        national: Some(number),
        unit: found.unit.to_owned(),
        decimals: u8::from(found.unit == "%" || found.unit.starts_with("per ")),
        better: found.better.unwrap_or(own.better),
        kind: if found.statutory() {
            Kind::Statutory
        } else {
            own.kind
        },
        ..own
    })
}

/// A new indicator of one's own, of the kind that earns reward under the agreement's rules. None where
/// the workbook is full.
#[must_use]
pub fn own(workbook: &Workbook, outcome: OutcomeId) -> Option<Indicator> {
    let kind = match workbook.agreement.rules.preset {
        Preset::Lpsa | Preset::Stretch => Kind::Stretch,
        Preset::Designated => Kind::Designated,
    };
    let indicator = fresh::indicator(workbook, outcome)?;
    Some(Indicator { kind, ..indicator })
}

/// A copy of an indicator under a name that says so.
#[must_use]
pub fn copy(workbook: &Workbook, id: IndicatorId) -> Option<Indicator> {
    let mut indicators = workbook.agreement.indicators.iter();
    let of = indicators.find(|indicator| indicator.id == id)?;
    let id = fresh::indicator(workbook, of.outcome)?.id;
    let name = format!("{} (copy)", of.name);
    let name = if is_name(&name) {
        name
    } else {
        of.name.clone()
    };
    Some(Indicator {
        id,
        name,
        ..of.clone()
    })
}

/// A first outcome to measure, in a first block where there is none either: the edit that adds it, and
/// its id.
#[must_use]
pub fn first_outcome(workbook: &Workbook) -> Option<(Edit, OutcomeId)> {
    if let Some(block) = workbook.agreement.blocks.first() {
        let outcome = fresh::outcome(workbook, block.id)?;
        let id = outcome.id;
        return Some((Edit::Outcome(outcome), id));
    }
    let block = fresh::block(workbook)?;
    let mut with_block = workbook.clone();
    with_block.agreement.blocks.push(block.clone());
    let outcome = fresh::outcome(&with_block, block.id)?;
    let id = outcome.id;
    let both = vec![Edit::Block(block), Edit::Outcome(outcome)];
    Some((Edit::Many(both), id))
}

/// How far an indicator has to move in the list to change places with the one before or after it in
/// its outcome; none at either end.
#[must_use]
pub fn within_outcome(agreement: &Agreement, id: IndicatorId, by: isize) -> Option<isize> {
    let all = &agreement.indicators;
    let at = all.iter().position(|indicator| indicator.id == id)?;
    let beside = |place: &usize| all[*place].outcome == all[at].outcome;
    let to = if by < 0 {
        (0..at).rev().find(beside)?
    } else {
        (at + 1..all.len()).find(beside)?
    };
    isize::try_from(to).ok()?.checked_sub_unsigned(at)
}
