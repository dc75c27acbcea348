//! One indicator over the years: what was expected, what was agreed, what happened, what is projected.

mod fan;
mod marks;
mod window;

use crate::chart::figure::{Figure, Role, Table, list};
use crate::chart::numeral::{decimal, percent};
use crate::chart::scale::finite;
use crate::chart::scene::{Mark, Scene};
use crate::chart::trajectory::window::Window;

pub use crate::chart::trajectory::fan::FanYear;

/// What the picture shows; every series has one place for each year.
#[derive(Debug, Clone, PartialEq)]
pub struct Trajectory {
    /// How much is written into the picture.
    pub size: Size,
    /// Width in CSS pixels.
    pub width: f64,
    /// The indicator.
    pub name: String,
    /// Its unit, "per 1,000"; may be empty.
    pub unit: String,
    /// Decimals of its values.
    pub decimals: u8,
    /// Which way is better.
    pub better: Better,
    /// The share of the stretch at which the reward starts.
    pub threshold: f64,
    /// The years in order, that of the baseline among them.
    pub years: Vec<String>,
    /// Position of the baseline's year, and its value.
    pub baseline: Option<(usize, f64)>,
    /// What is expected with no agreement.
    pub without: Vec<Option<f64>>,
    /// What shares of the stretch are measured from, by year.
    pub origin: Vec<Option<f64>>,
    /// What is agreed: the milestones, and the stretch at the end.
    pub with: Vec<Option<f64>>,
    /// What was recorded.
    pub actual: Vec<Option<f64>>,
    /// What the scenarios project.
    pub projections: Vec<Projection>,
    /// Where the open scenario's values may come to; empty where that is not known.
    pub fan: Vec<Option<FanYear>>,
}

/// The values that one scenario projects.
#[derive(Debug, Clone, PartialEq)]
pub struct Projection {
    /// The scenario.
    pub name: String,
    /// Its place among the scenarios on screen.
    pub role: Role,
    /// One value for each year; years up to the last actual are not drawn.
    pub values: Vec<Option<f64>>,
}

/// How large the picture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// One of many: no axis, only the end values.
    Small,
    /// Alone: an axis, every year and every line named.
    Large,
}

/// Which way an indicator improves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

impl Trajectory {
    /// The value at which the reward starts, by year.
    fn cliff(&self) -> Vec<Option<f64>> {
        let pairs = self.origin.iter().zip(&self.with);
        pairs
            .map(|(origin, with)| {
                origin
                    .zip(*with)
                    .map(|(a, b)| finite(a) + (finite(b) - finite(a)) * finite(self.threshold))
            })
            .collect()
    }

    fn text(&self, value: f64) -> String {
        decimal(value, self.decimals)
    }

    /// The cliff may lie between two values that can be recorded: then one more decimal shows it.
    fn cliff_text(&self, value: f64) -> String {
        let exact = decimal(value, self.decimals.saturating_add(1));
        match exact.strip_suffix('0') {
            Some(_) => self.text(value),
            None => exact,
        }
    }
}

/// The lines over the years, with zones of the reward at their end.
pub fn draw(trajectory: &Trajectory) -> Figure {
    let window = Window::of(trajectory);
    let marks = marks::marks(trajectory, &window);
    Figure {
        title: trajectory.name.clone(),
        summary: summary(trajectory),
        scene: Scene {
            width: window.width,
            height: window.height,
            marks: vec![Mark::group("trajectory", marks)],
        }
        .into(),
        table: table(trajectory),
    }
}

fn last(series: &[Option<f64>]) -> Option<f64> {
    series.iter().rev().find_map(|value| *value)
}

fn summary(trajectory: &Trajectory) -> String {
    let better = match trajectory.better {
        Better::Higher => "higher is better",
        Better::Lower => "lower is better",
    };
    let mut way = Vec::new();
    if let Some((year, value)) = trajectory.baseline {
        let year = trajectory
            .years
            .get(year)
            .map_or(String::new(), |year| format!(" in {year}"));
        way.push(format!("from {}{year}", trajectory.text(value)));
    }
    let reached: Vec<String> = trajectory
        .projections
        .iter()
        .filter_map(|scenario| {
            Some(format!(
                "{} under {}",
                trajectory.text(last(&scenario.values)?),
                scenario.name
            ))
        })
        .collect();
    if !reached.is_empty() {
        way.push(format!("to {}", list(&reached)));
    }
    let mut says = vec![if way.is_empty() {
        format!("{} ({better})", trajectory.name)
    } else {
        format!("{} ({better}): {}", trajectory.name, way.join(" "))
    }];
    says.extend(fan::says(trajectory));
    says.push(match (last(&trajectory.with), last(&trajectory.without)) {
        (Some(with), Some(without)) => format!(
            "{} is agreed and {} is expected without the agreement",
            trajectory.text(with),
            trajectory.text(without)
        ),
        _ => "No stretch is stated".to_owned(),
    });
    if let Some(cliff) = last(&trajectory.cliff()) {
        says.push(format!(
            "{} of the stretch is at {}",
            percent(trajectory.threshold),
            trajectory.cliff_text(cliff)
        ));
    }
    format!("{}.", says.join(". "))
}

fn table(trajectory: &Trajectory) -> Table {
    let unit = if trajectory.unit.is_empty() {
        String::new()
    } else {
        format!(", {}", trajectory.unit)
    };
    let cliff_name = format!("{} of the stretch", percent(trajectory.threshold));
    let mut head = vec!["Year", "Baseline", "Without", "With", &cliff_name, "Actual"];
    head.extend(
        trajectory
            .projections
            .iter()
            .map(|scenario| scenario.name.as_str()),
    );
    if !trajectory.fan.is_empty() {
        head.extend(fan::NAMES);
    }
    let mut table = Table::new(format!("{} by year{unit}", trajectory.name), &head);
    let cliff = trajectory.cliff();
    for (i, year) in trajectory.years.iter().enumerate() {
        let at = |series: &[Option<f64>]| series.get(i).copied().flatten();
        let show =
            |value: Option<f64>| value.map_or("–".to_owned(), |value| trajectory.text(value));
        let baseline = trajectory
            .baseline
            .filter(|&(at, _)| at == i)
            .map(|(_, value)| value);
        let cliff = at(&cliff).map_or("–".to_owned(), |value| trajectory.cliff_text(value));
        let mut cells = vec![
            show(baseline),
            show(at(&trajectory.without)),
            show(at(&trajectory.with)),
            cliff,
            show(at(&trajectory.actual)),
        ];
        cells.extend(
            trajectory
                .projections
                .iter()
                .map(|scenario| show(at(&scenario.values))),
        );
        if !trajectory.fan.is_empty() {
            cells.extend(fan::cells(trajectory, i));
        }
        table.push(year, cells);
    }
    table
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at once")]
    use super::*;
    use crate::chart::laws::{all, assert_figure, assert_within, texts};
    use crate::chart::scene::Shape;
    use proptest::prelude::*;

    /// Home care of five hours and more, Bath & North East Somerset's LPSA: without 486, with 550.
    fn home_care() -> Trajectory {
        Trajectory {
            size: Size::Large,
            width: 640.0,
            name: "Home care".to_owned(),
            unit: "households".to_owned(),
            decimals: 0,
            better: Better::Higher,
            threshold: 0.6,
            years: ["2002/03", "2003/04", "2004/05", "2005/06"]
                .map(String::from)
                .into(),
            baseline: Some((0, 444.0)),
            without: vec![None, Some(458.0), Some(472.0), Some(486.0)],
            origin: vec![None, Some(458.0), Some(472.0), Some(486.0)],
            with: vec![None, Some(479.0), Some(515.0), Some(550.0)],
            actual: vec![None, Some(470.0), None, None],
            projections: vec![Projection {
                name: "Single pot".to_owned(),
                role: Role::Open,
                values: vec![None, Some(470.0), Some(495.0), Some(518.0)],
            }],
            fan: Vec::new(),
        }
    }

    #[test]
    fn the_cliff_is_named_with_its_value() {
        let figure = draw(&home_care());
        assert_eq!(
            figure.summary,
            "Home care (higher is better): from 444 in 2002/03 to 518 under Single pot. 550 is agreed and 486 \
             is expected without the agreement. 60% of the stretch is at 524.4."
        );
        assert_eq!(
            figure.table.rows[3].cells,
            ["–", "486", "550", "524.4", "–", "518"]
        );
        assert_figure(&figure, 4);
        assert_within(&figure.scene);
    }

    #[test]
    fn higher_values_stand_higher_whichever_way_is_better() {
        for better in [Better::Higher, Better::Lower] {
            let figure = draw(&Trajectory {
                better,
                ..home_care()
            });
            let milestones: Vec<f64> = all(&figure.scene, "milestone")
                .into_iter()
                .filter_map(|mark| match mark.shape {
                    Shape::Path(steps) => steps.first().map(|step| match step {
                        crate::chart::scene::Step::Move((_, y)) => *y,
                        _ => f64::NAN,
                    }),
                    _ => None,
                })
                .collect();
            assert_eq!(milestones.len(), 3);
            assert!(milestones[0] > milestones[1] && milestones[1] > milestones[2]);
        }
    }

    #[test]
    fn a_projection_starts_from_the_last_actual() {
        let figure = draw(&home_care());
        let line = all(&figure.scene, "projection").pop().unwrap();
        let Shape::Path(steps) = line.shape else {
            unreachable!("a projection is a path")
        };
        assert_eq!(steps.len(), 3);
    }

    #[test]
    fn an_absurd_value_leaves_the_rest_readable() {
        let mut absurd = home_care();
        absurd.projections[0].values[3] = Some(5.18e9);
        let figure = draw(&absurd);
        assert_within(&figure.scene);
        let stretch = all(&figure.scene, "zone pays").pop().unwrap();
        let Shape::Rect { height, .. } = stretch.shape else {
            unreachable!("a zone is a rectangle")
        };
        assert!(height > 15.0, "{height}");
        assert_eq!(all(&figure.scene, "beyond").len(), 1);
    }

    #[test]
    fn little_or_nothing_known_is_still_a_figure() {
        let mut empty = home_care();
        (empty.years, empty.baseline, empty.projections) = (vec![], None, vec![]);
        (empty.without, empty.with, empty.actual) = (vec![], vec![], vec![]);
        assert_eq!(
            draw(&empty).summary,
            "Home care (higher is better). No stretch is stated."
        );
        assert_figure(&draw(&empty), 0);
        assert_within(&draw(&empty).scene);

        let mut single = home_care();
        (single.years, single.baseline) = (vec!["2005/06".to_owned()], None);
        (single.without, single.with) = (vec![Some(486.0)], vec![Some(486.0)]);
        (single.actual, single.projections[0].values) = (vec![None], vec![Some(486.0)]);
        assert_within(&draw(&single).scene);
    }

    #[test]
    fn the_small_size_names_only_first_and_last_year() {
        let figure = draw(&Trajectory {
            size: Size::Small,
            width: 220.0,
            ..home_care()
        });
        let words = texts(&figure.scene);
        assert!(words.contains(&"2002/03".to_owned()) && words.contains(&"2005/06".to_owned()));
        assert!(!words.contains(&"2003/04".to_owned()));
        assert_within(&figure.scene);
    }

    proptest! {
        #[test]
        fn any_trajectory_stays_within(
            width in any::<f64>(),
            small in any::<bool>(),
            series in prop::collection::vec(prop::collection::vec(prop::option::of(any::<f64>()), 0..7), 5),
            baseline in prop::option::of((0usize..9, any::<f64>())),
            years in 0usize..7,
        ) {
            let mut any = home_care();
            any.width = width;
            any.size = if small { Size::Small } else { Size::Large };
            any.years = (0..years).map(|year| format!("200{year}/0{}", year + 1)).collect();
            any.baseline = baseline;
            (any.without, any.with, any.actual) = (series[0].clone(), series[1].clone(), series[2].clone());
            any.projections[0].values = series[3].clone();
            any.projections.push(Projection { name: "Base".to_owned(), role: Role::Base, values: series[4].clone() });
            let figure = draw(&any);
            assert_within(&figure.scene);
            assert_figure(&figure, years);
        }
    }
}
