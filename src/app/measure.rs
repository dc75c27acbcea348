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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::edit::apply;
    use crate::model::{Better, Entity, ScenarioId};
    use crate::presets;

    fn borough() -> Workbook {
        (presets::all()[0].workbook)()
    }

    fn indicator(workbook: &Workbook, id: u16) -> &Indicator {
        let mut all = workbook.agreement.indicators.iter();
        all.find(|indicator| indicator.id == IndicatorId(id))
            .unwrap()
    }

    fn points(points: &[(i64, u32)]) -> Vec<ResponsePoint> {
        let point = |&(pounds, share)| ResponsePoint {
            pounds: Pounds(pounds),
            share: BasisPoints(share),
        };
        points.iter().map(point).collect()
    }

    #[test]
    fn a_pasted_block_changes_every_cell_and_an_emptied_record_leaves_none() {
        let workbook = borough();
        let (id, open) = (IndicatorId(4), workbook.base);
        let level = |series, year, value: &str| Edit::Level(id, series, year, value.parse().ok());
        let block = vec![
            level(Series::Without, 1, "61"),
            level(Series::Without, 2, "59"),
            level(Series::With, 1, "53"),
            level(Series::Actual, 0, "65"),
        ];
        let pasted = apply(&workbook, open, &Edit::Many(block)).unwrap();
        let written = |values: &[Option<crate::model::Decimal>]| -> Vec<String> {
            let text = |value: &Option<crate::model::Decimal>| {
                value.map_or_else(|| "-".to_owned(), |value| value.to_string())
            };
            values.iter().map(text).collect()
        };
        let found = indicator(&pasted, 4);
        assert_eq!(written(&found.without), ["62", "61", "59"]);
        assert_eq!(written(&found.with), ["60", "53", "42"]);
        assert_eq!(written(&found.actual), ["65", "-", "-"]);
        let emptied = apply(&pasted, open, &level(Series::Actual, 0, "")).unwrap();
        assert!(indicator(&emptied, 4).actual.is_empty());
    }

    #[test]
    fn a_bend_typed_over_a_shape_makes_its_points_typed_ones() {
        let workbook = borough();
        let id = IndicatorId(1);
        let bend = Edit::Bend(id, 1, Bend::Pounds(Pounds(5_000_000)));
        let typed = apply(&workbook, workbook.base, &bend).unwrap();
        assert_eq!(
            indicator(&typed, 1).response,
            Some(Response::Points(points(&[(0, 0), (5_000_000, 10_000)])))
        );
        let back = Edit::Bend(id, 1, Bend::Pounds(Pounds(0)));
        assert!(apply(&workbook, workbook.base, &back).is_err());
    }

    #[test]
    fn points_become_the_cost_at_which_they_reach_the_full_stretch() {
        let cost =
            |given: &[(i64, u32)]| match as_cost(Some(&Response::Points(points(given))), Pounds(7))
            {
                Response::Cost { full, .. } => full.0,
                Response::Points(_) => 0,
            };
        assert_eq!(cost(&[(0, 0), (300, 10_000), (400, 12_000)]), 300);
        assert_eq!(cost(&[(0, 0), (300, 5_000)]), 300);
        let first = as_cost(None, Pounds(7));
        assert!(matches!(
            first,
            Response::Cost {
                full: Pounds(7),
                ..
            }
        ));
    }

    #[test]
    fn a_point_is_added_on_the_line_and_two_remain() {
        let two = points(&[(0, 0), (100, 10_000)]);
        let three = point_added(&two).unwrap();
        assert_eq!(three, points(&[(0, 0), (50, 5_000), (100, 10_000)]));
        assert_eq!(point_removed(&three, 1), Some(two.clone()));
        assert_eq!(point_removed(&two, 1), None);
        let six = points(&[(0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (90, 0)]);
        assert_eq!(point_added(&six), None);
        assert_eq!(point_added(&points(&[(0, 0), (1, 5)])), None);
    }

    #[test]
    fn an_indicator_of_the_set_comes_with_its_unit_and_direction() {
        let mut workbook = borough();
        let neet = from_set(&workbook, OutcomeId(1), 117).unwrap();
        assert_eq!(
            (neet.id, neet.national),
            (
                IndicatorId(workbook.last_id.max(workbook.highest_id()) + 1),
                Some(117)
            )
        );
        assert_eq!((neet.unit.as_str(), neet.better), ("%", Better::Lower));
        assert_eq!(neet.kind, Kind::Stretch);
        assert_eq!(
            from_set(&workbook, OutcomeId(1), 73).unwrap().kind,
            Kind::Statutory
        );
        assert_eq!(from_set(&workbook, OutcomeId(1), 200), None);
        workbook.agreement.rules.preset = Preset::Designated;
        assert_eq!(own(&workbook, OutcomeId(1)).unwrap().kind, Kind::Designated);
    }

    #[test]
    fn a_copy_has_its_own_id_and_a_name_that_fits() {
        let workbook = borough();
        let copied = copy(&workbook, IndicatorId(4)).unwrap();
        assert_eq!(copied.name, "Permanent exclusions from school (copy)");
        assert_ne!(copied.id, IndicatorId(4));
        let long = copy(&workbook, IndicatorId(1)).unwrap();
        assert!(is_name(&long.name), "{}", long.name);
        assert_eq!(copy(&workbook, IndicatorId(999)), None);
    }

    #[test]
    fn a_first_outcome_brings_a_block_where_there_is_none() {
        let mut empty = borough();
        let blocks: Vec<_> = empty
            .agreement
            .blocks
            .iter()
            .map(|block| block.id)
            .collect();
        for block in blocks {
            empty = apply(&empty, empty.base, &Edit::Remove(Entity::Block(block))).unwrap();
        }
        let (edit, id) = first_outcome(&empty).unwrap();
        let with = apply(&empty, ScenarioId(0), &edit).unwrap();
        assert_eq!(with.agreement.outcomes[0].id, id);
        assert_eq!(
            with.agreement.blocks[0].id,
            with.agreement.outcomes[0].block
        );
    }

    #[test]
    fn an_indicator_changes_places_only_within_its_outcome() {
        let workbook = borough();
        let step = |id, by| within_outcome(&workbook.agreement, IndicatorId(id), by);
        // Attendance (3) and exclusions (4) share an outcome; the first indicator is alone in its own.
        assert_eq!((step(3, -1), step(3, 1)), (None, Some(1)));
        assert_eq!((step(4, -1), step(4, 1)), (Some(-1), None));
        assert_eq!((step(1, -1), step(1, 1)), (None, None));
    }
}
