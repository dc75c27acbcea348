//! A delivery risk as a hill whose three points are dragged, or moved by keys.

use crate::app::show::risk::{MOST, Part, RiskRow};
use crate::chart::delivery::{Delivery, level, scale};
use crate::model::{BasisPoints, DeliveryRisk};
use crate::odds::{Pert, normal};
use crate::text::share;

/// Width of the picture in CSS pixels.
pub const WIDTH: f64 = 200.0;
/// Pieces of the hill.
const PIECES: u32 = 40;
/// How near to a point, in pixels of the picture, takes hold of it: a finger is as wide.
const REACH: f64 = 18.0;
/// A per cent, and what a page is.
const STEP: u32 = 100;
const PAGE: u32 = 1_000;
const WHOLE: f64 = 10_000.0;

/// A point that can be taken hold of.
#[derive(Clone, Debug, PartialEq)]
pub struct Handle {
    /// Which it is.
    pub part: Part,
    /// Where it stands in the picture.
    pub at: (f64, f64),
    /// Its share, the least and the most that it can be, in per cent.
    pub now: String,
    /// The least.
    pub least: String,
    /// The most.
    pub most: String,
}

/// A point that is held.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Held {
    /// Which it is.
    pub part: Part,
    /// How far right of its middle the hand took hold of it.
    off: f64,
}

/// A key that moves a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A per cent less.
    Less,
    /// A per cent more.
    More,
    /// Ten per cent less.
    MuchLess,
    /// Ten per cent more.
    MuchMore,
    /// As far down as it goes.
    Least,
    /// As far up as it goes.
    Most,
}

impl Key {
    /// The key of this name in the browser.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "ArrowLeft" | "ArrowDown" => Self::Less,
            "ArrowRight" | "ArrowUp" => Self::More,
            "PageDown" => Self::MuchLess,
            "PageUp" => Self::MuchMore,
            "Home" => Self::Least,
            "End" => Self::Most,
            _ => return None,
        })
    }
}

fn part_of_one(share: BasisPoints) -> f64 {
    f64::from(share.0) / WHOLE
}

/// The picture of a row; none where it is delivered as projected.
#[must_use]
pub fn delivery(row: &RiskRow) -> Option<Delivery> {
    let risk = row.risk?;
    let points = Part::ALL.map(|part| part_of_one(part.of(&risk)));
    let pert = Pert::of(&risk);
    let tenth = normal::quantile(0.1, 0.9);
    Some(Delivery {
        width: WIDTH,
        name: row.name.clone(),
        class: row.class,
        hill: pert.as_ref().map_or_else(Vec::new, hill),
        points,
        between: pert.map_or((points[1], points[1]), |pert| {
            (pert.at(tenth), pert.at(-tenth))
        }),
        most: part_of_one(MOST),
    })
}

/// How likely the shares are, piece by piece: what of the chance lies in a piece stands at its middle.
fn hill(pert: &Pert) -> Vec<(f64, f64)> {
    let span = (pert.best() - pert.worst()) / f64::from(PIECES);
    let edge = |piece: u32| pert.worst() + span * f64::from(piece);
    (0..PIECES)
        .map(|piece| {
            let (from, to) = (edge(piece), edge(piece + 1));
            let chance = pert.at_least(from) - pert.at_least(to);
            (from + 0.5 * span, chance.max(0.0) / span)
        })
        .collect()
}

/// The three points of a risk, the worst first.
#[must_use]
pub fn handles(risk: &DeliveryRisk) -> [Handle; 3] {
    let x = scale(WIDTH, part_of_one(MOST));
    Part::ALL.map(|part| {
        let (least, most) = room(risk, part);
        Handle {
            part,
            at: (x.at(part_of_one(part.of(risk))), level()),
            now: share::typed(part.of(risk)),
            least: share::typed(least),
            most: share::typed(most),
        }
    })
}

/// Between what a point can move without passing its neighbours.
fn room(risk: &DeliveryRisk, part: Part) -> (BasisPoints, BasisPoints) {
    match part {
        Part::Worst => (BasisPoints(0), risk.likely),
        Part::Likely => (risk.worst, risk.best),
        Part::Best => (risk.likely, MOST),
    }
}

/// Takes hold of the point nearest to a place in the picture; none where none is near. Where points stand on one
/// another, that which can move to the side of the place.
#[must_use]
pub fn grabbed(risk: &DeliveryRisk, (x, y): (f64, f64)) -> Option<Held> {
    let away = |handle: &Handle| (handle.at.0 - x).hypot(handle.at.1 - y);
    let all = handles(risk);
    let nearest = all.iter().map(away).fold(f64::INFINITY, f64::min);
    if nearest > REACH {
        return None;
    }
    let mut near = all.iter().filter(|handle| away(handle) <= nearest + 0.5);
    let first = near.next()?;
    let last = near.next_back().unwrap_or(first);
    // Two that cannot be told apart part where the hand goes, unless an end of the scale lies there.
    let stuck = last.part.of(risk) == MOST;
    let outward = (x > first.at.0 && !stuck) || first.part.of(risk).0 == 0;
    let taken = if outward { last } else { first };
    Some(Held {
        part: taken.part,
        off: x - taken.at.0,
    })
}

/// The risk with one point moved to a share, as far as its neighbours let it.
#[must_use]
fn moved(risk: &DeliveryRisk, part: Part, to: i64) -> DeliveryRisk {
    let (least, most) = room(risk, part);
    let within = to.clamp(i64::from(least.0), i64::from(most.0));
    part.put(*risk, BasisPoints(within as u32))
}

/// The risk with the held point dragged to a place in the picture, in whole per cent; the risk itself
/// where the hand has hardly moved.
#[must_use]
pub fn dragged(risk: &DeliveryRisk, held: Held, x: f64) -> DeliveryRisk {
    let scale = scale(WIDTH, part_of_one(MOST));
    let to = x - held.off;
    let from = scale.at(part_of_one(held.part.of(risk)));
    if (to - from).abs() < 0.5 {
        return *risk;
    }
    let percent = (scale.value(to) * WHOLE / f64::from(STEP)).round() as i64;
    moved(risk, held.part, percent * i64::from(STEP))
}

/// The risk with one point moved by a key.
#[must_use]
pub fn stepped(risk: &DeliveryRisk, part: Part, key: Key) -> DeliveryRisk {
    let now = i64::from(part.of(risk).0);
    let (least, most) = room(risk, part);
    let to = match key {
        Key::Less => now - i64::from(STEP),
        Key::More => now + i64::from(STEP),
        Key::MuchLess => now - i64::from(PAGE),
        Key::MuchMore => now + i64::from(PAGE),
        Key::Least => i64::from(least.0),
        Key::Most => i64::from(most.0),
    };
    moved(risk, part, to)
}
