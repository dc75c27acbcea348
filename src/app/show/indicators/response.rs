//! A bend of a response taken hold of and moved: from a place in the picture to pounds and a share.

use crate::chart::response::{Plot, Response, plot};
use crate::model::{BasisPoints, Pounds, ResponsePoint, limits};

/// How near to a bend, in pixels of the picture, takes hold of it: a finger is as wide.
const REACH: f64 = 18.0;

/// A bend that is held. The scale stays as it was when it was taken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hold {
    /// Which of the points it is.
    pub point: usize,
    plot: Plot,
}

/// Takes hold of the bend nearest to a place in the picture; none where none is near.
#[must_use]
pub fn grab(response: &Response, (x, y): (f64, f64)) -> Option<Hold> {
    let plot = plot(response);
    let away = |point: &(usize, f64)| point.1 <= REACH;
    let bends = response.points.iter().enumerate().map(|(point, bend)| {
        let (across, up) = (
            plot.x.clamped(bend.pounds) - x,
            plot.y.clamped(bend.score) - y,
        );
        (point, across.hypot(up))
    });
    let (point, _) = bends.filter(away).min_by(|a, b| a.1.total_cmp(&b.1))?;
    Some(Hold { point, plot })
}

impl Hold {
    /// The spend at the right end of the picture while the bend is held, in pounds.
    #[must_use]
    pub fn most(&self) -> f64 {
        self.plot.most()
    }

    /// The points with the held one moved to a place in the picture, in round pounds and whole per
    /// cent. It cannot pass its neighbours: the line goes up in pounds and never down in effect.
    #[must_use]
    pub fn moved(&self, points: &[ResponsePoint], place: (f64, f64)) -> Vec<ResponsePoint> {
        let (x, y) = self.plot.within(place);
        let round = round(self.most());
        let pounds = (self.plot.x.value(x) / round).round() * round;
        let share = (self.plot.y.value(y) * 100.0).round() * 100.0;
        let mut moved = points.to_vec();
        let before = self
            .point
            .checked_sub(1)
            .and_then(|before| points.get(before));
        let after = points.get(self.point + 1);
        let least = before.map_or(0, |point| point.pounds.0 + 1);
        let most = after.map_or(limits::POUNDS, |point| point.pounds.0 - 1);
        let low = before.map_or(0, |point| point.share.0);
        let high = after.map_or(limits::RESPONSE_SHARE, |point| point.share.0);
        if let Some(point) = moved.get_mut(self.point) {
            point.pounds = Pounds((pounds as i64).clamp(least, most.max(least)));
            point.share = BasisPoints((share as u32).clamp(low, high.max(low)));
        }
        moved
    }
}

/// The step in pounds that a hand can aim at: about a five-hundredth of the picture, as 1, 10, 100 …
fn round(most: f64) -> f64 {
    let mut step = 1.0;
    while step * 10.0 <= most / 200.0 {
        step *= 10.0;
    }
    step
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::response::{Bend, Handles};
    use proptest::prelude::*;

    const POINTS: [(i64, u32); 3] = [(0, 0), (200_000, 5_000), (500_000, 10_000)];

    fn points() -> Vec<ResponsePoint> {
        let point = |(pounds, share)| ResponsePoint {
            pounds: Pounds(pounds),
            share: BasisPoints(share),
        };
        POINTS.map(point).to_vec()
    }

    fn picture() -> Response {
        let bend = |(pounds, share)| Bend {
            pounds: pounds as f64,
            score: f64::from(share) / 10_000.0,
        };
        Response {
            width: 320.0,
            height: 230.0,
            name: "Into work".to_owned(),
            class: "block-1",
            points: POINTS.map(bend).to_vec(),
            threshold: 0.6,
            dots: Vec::new(),
            handles: Handles::Shown,
            most: Some(600_000.0),
            format: |_| String::new(),
        }
    }

    /// The place of pounds and a share in the picture.
    fn at(pounds: f64, share: f64) -> (f64, f64) {
        let plot = plot(&picture());
        (plot.x.at(pounds), plot.y.at(share))
    }

    #[test]
    fn the_nearest_bend_is_taken_and_none_from_afar() {
        let (x, y) = at(200_000.0, 0.5);
        assert_eq!(grab(&picture(), (x + 4.0, y - 5.0)).unwrap().point, 1);
        assert_eq!(grab(&picture(), (x, y - 40.0)), None);
        assert_eq!(grab(&picture(), (x, y)).unwrap().most(), 600_000.0);
    }

    #[test]
    fn a_bend_follows_the_hand_in_round_figures_and_stops_at_its_neighbours() {
        let held = grab(&picture(), at(200_000.0, 0.5)).unwrap();
        let to = |pounds, share| {
            let point = held.moved(&points(), at(pounds, share))[1];
            (point.pounds.0, point.share.0)
        };
        assert_eq!(to(300_400.0, 0.703), (300_000, 7_000));
        assert_eq!(to(590_000.0, 1.1), (499_999, 10_000));
        assert_eq!(to(-50_000.0, -0.4), (1, 0));
    }

    proptest! {
        #[test]
        fn wherever_a_bend_is_dragged_the_line_still_rises(point in 0_usize..3, x in any::<f64>(), y in any::<f64>()) {
            let (pounds, share) = POINTS[point];
            let held = grab(&picture(), at(pounds as f64, f64::from(share) / 10_000.0)).unwrap();
            let moved = held.moved(&points(), (x, y));
            for pair in moved.windows(2) {
                prop_assert!(pair[0].pounds < pair[1].pounds && pair[0].share <= pair[1].share);
            }
        }
    }
}
