//! Where the values of the years may come to: a band that opens from what is known, with a narrower one in it.

use crate::chart::figure::Role;
use crate::chart::scale::finite;
use crate::chart::scene::{Mark, Point};
use crate::chart::trajectory::Trajectory;
use crate::chart::trajectory::window::Window;

/// The values of one year, each band from its low to its high end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FanYear {
    /// Between these it lies eight times in ten.
    pub wide: (f64, f64),
    /// Between these it lies one time in two.
    pub narrow: (f64, f64),
}

/// What the column of the wide band is called, and that of the narrow one.
pub(super) const NAMES: [&str; 2] = ["8 times in 10", "1 time in 2"];

type Band = fn(&FanYear) -> (f64, f64);
const WIDE: Band = |year| year.wide;
const NARROW: Band = |year| year.narrow;

/// Both bands, the wide one first, from the last value that is known.
pub(super) fn bands(
    trajectory: &Trajectory,
    window: &Window,
    known: Option<(usize, f64)>,
) -> Vec<Mark> {
    let after = known.map_or(0, |(year, _)| year + 1);
    let years = trajectory.years.len();
    let open: Vec<(usize, FanYear)> = trajectory
        .fan
        .iter()
        .enumerate()
        .take(years)
        .skip(after)
        .filter_map(|(year, fan)| Some((year, (*fan)?)))
        .collect();
    if open.is_empty() {
        return Vec::new();
    }
    let place = |year: usize, value: f64| window.place(year, finite(value));
    let outline = |of: Band| -> Vec<Point> {
        let from = known
            .filter(|&(year, _)| year < years)
            .map(|(year, value)| place(year, value));
        let lows = open.iter().map(|(year, fan)| place(*year, of(fan).0));
        let highs = open.iter().rev().map(|(year, fan)| place(*year, of(fan).1));
        from.into_iter().chain(lows).chain(highs).collect()
    };
    [
        (WIDE, "fan wide", NAMES[0]),
        (NARROW, "fan narrow", NAMES[1]),
    ]
    .map(|(of, class, name)| Mark::polygon(class, &outline(of)).titled(name))
    .to_vec()
}

/// The bands of a year in words; a dash where its value is certain, or cannot be said.
pub(super) fn cells(trajectory: &Trajectory, year: usize) -> [String; 2] {
    let fan = trajectory.fan.get(year).copied().flatten();
    [WIDE, NARROW].map(|of| {
        let words = fan.and_then(|fan| words(trajectory, of(&fan)));
        words.map_or_else(|| "–".to_owned(), |[low, high]| format!("{low} to {high}"))
    })
}

/// Between what the last value lies eight times in ten, where it is uncertain.
pub(super) fn says(trajectory: &Trajectory) -> Option<String> {
    let last = trajectory.fan.iter().rev().find_map(|fan| *fan)?;
    let [low, high] = words(trajectory, last.wide)?;
    let mut scenarios = trajectory.projections.iter();
    let open = scenarios.find(|scenario| scenario.role == Role::Open);
    let under = open
        .filter(|_| trajectory.projections.len() > 1)
        .map_or_else(String::new, |open| format!(" under {}", open.name));
    Some(format!(
        "8 times in 10 it ends between {low} and {high}{under}"
    ))
}

fn words(trajectory: &Trajectory, (low, high): (f64, f64)) -> Option<[String; 2]> {
    let words = [low, high].map(|value| trajectory.text(finite(value)));
    (words[0] != words[1]).then_some(words)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at once")]
    use super::*;
    use crate::chart::laws::{all, assert_figure, assert_within};
    use crate::chart::sample;
    use crate::chart::scene::Shape;
    use crate::chart::trajectory::{Size, draw};
    use proptest::prelude::*;

    fn fan(year: FanYear) -> Trajectory {
        let mut drawn = sample::trajectory(Size::Large);
        drawn.fan = vec![None, None, None, Some(year), Some(year)];
        drawn
    }

    #[test]
    fn the_bands_open_from_the_last_recorded_value() {
        let drawn = fan(FanYear {
            wide: (6.0, 8.0),
            narrow: (6.5, 7.5),
        });
        let figure = draw(&drawn);
        let bands = all(&figure.scene, "fan");
        assert_eq!(bands.len(), 2);
        let Shape::Path(steps) = &bands[0].shape else {
            unreachable!("a band is a path")
        };
        // The known value, two lows, two highs, and the way back.
        assert_eq!(steps.len(), 6);
        assert!(
            figure
                .summary
                .contains("8 times in 10 it ends between 6.0 and 8.0")
        );
        let cells = &figure.table.rows[4].cells;
        assert_eq!(cells[cells.len() - 2..], ["6.0 to 8.0", "6.5 to 7.5"]);
        let cells = &figure.table.rows[1].cells;
        assert_eq!(cells[cells.len() - 2..], ["–", "–"]);
        assert_figure(&figure, 5);
    }

    #[test]
    fn beside_another_scenario_the_band_says_whose_it_is() {
        let mut drawn = fan(FanYear {
            wide: (6.0, 8.0),
            narrow: (6.5, 7.5),
        });
        let says = " 8 times in 10 it ends between 6.0 and 8.0 under Single pot.";
        assert!(draw(&drawn).summary.contains(says));
        drawn
            .projections
            .retain(|scenario| scenario.role == Role::Open);
        let says = " 8 times in 10 it ends between 6.0 and 8.0. ";
        assert!(draw(&drawn).summary.contains(says));
    }

    #[test]
    fn what_is_certain_has_no_words_and_no_fan_no_columns() {
        let drawn = fan(FanYear {
            wide: (7.0, 7.0),
            narrow: (7.0, 7.0),
        });
        assert!(!draw(&drawn).summary.contains("8 times in 10"));
        let without = sample::trajectory(Size::Small);
        assert!(without.fan.is_empty());
        assert!(!draw(&without).table.head.contains(&NAMES[0].to_owned()));
    }

    proptest! {
        #[test]
        fn any_fan_stays_within(wide in (any::<f64>(), any::<f64>()), narrow in (any::<f64>(), any::<f64>())) {
            let figure = draw(&fan(FanYear { wide, narrow }));
            assert_within(&figure.scene);
            assert_figure(&figure, 5);
        }
    }
}
