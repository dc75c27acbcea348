//! Pictures of odds from invented numbers.

use crate::chart::figure::block_class;
use crate::chart::sample::pounds;
use crate::chart::trajectory::FanYear;
use crate::chart::{curve, delivery, spread};

pub(crate) fn spread() -> spread::Spread {
    // Seven in ten of what is spread lie about £700k; a cliff keeps a tenth at nothing.
    let spread = (1..=40).map(|step| {
        let off = (f64::from(step) - 28.0) / 6.0;
        (25e3 * f64::from(step), (-0.5 * off * off).exp())
    });
    let whole: f64 = spread.clone().map(|point| point.1).sum();
    let spread = spread.map(|(pounds, chance)| (pounds, 0.9 * chance / whole));
    spread::Spread {
        width: 520.0,
        title: "How the reward is spread".to_owned(),
        summary: "As often more as less than £690k.".to_owned(),
        points: std::iter::once((0.0, 0.1)).chain(spread).collect(),
        marks: [
            (4.6e5, "P10 £460k", 0.9),
            (6.9e5, "P50 £690k", 0.5),
            (8.8e5, "P90 £880k", 0.1),
        ]
        .map(|(sum, name, at_least)| spread::Marked {
            sum,
            name: name.to_owned(),
            at_least,
        })
        .to_vec(),
        from: Some(6e5),
        same: None,
        format: pounds,
    }
}

/// One time in six both are the same; more is likelier than less.
pub(crate) fn difference() -> spread::Spread {
    let spread = (-8..24).map(|step| {
        let pounds = 5e3 * (f64::from(step) + 0.5);
        (pounds, (-0.5 * ((pounds - 4e4) / 3e4).powi(2)).exp())
    });
    let whole: f64 = spread.clone().map(|point| point.1).sum();
    let same = 1.0 / 6.0;
    spread::Spread {
        width: 300.0,
        title: "What Single pot earns more or less than Ring-fenced blocks".to_owned(),
        summary: "9 times in 10 at least £0, 9 times in 10 at most £75k; the middle is £36k."
            .to_owned(),
        points: spread
            .map(|(pounds, chance)| (pounds, (1.0 - same) * chance / whole))
            .collect(),
        marks: [
            (0.0, "£0", 0.93),
            (3.6e4, "£36k", 0.5),
            (7.5e4, "£75k", 0.1),
        ]
        .map(|(sum, name, at_least)| spread::Marked {
            sum,
            name: name.to_owned(),
            at_least,
        })
        .to_vec(),
        from: Some(0.0),
        same: Some(same),
        format: pounds,
    }
}

pub(crate) fn curve() -> curve::Curve {
    curve::Curve {
        width: 520.0,
        title: "What pump-priming brings".to_owned(),
        summary: "£180k brings most: £96k of reward.".to_owned(),
        names: ("Pump-priming".to_owned(), "Reward".to_owned()),
        points: vec![
            (0.0, 0.0),
            (1.2e5, 4.0e4),
            (1.2e5, 8.0e4),
            (1.8e5, 9.6e4),
            (3.0e5, 9.9e4),
        ],
        dots: [((1.8e5, 9.6e4), "best"), ((6.0e4, 2.0e4), "here")]
            .map(|(at, name)| curve::Dot {
                at,
                name: name.to_owned(),
            })
            .to_vec(),
        formats: (pounds, pounds),
    }
}

/// A fan over the last two of five years.
pub(crate) fn fan(last: [(f64, f64); 2]) -> Vec<Option<FanYear>> {
    let year = |wide: (f64, f64)| {
        let quarter = (wide.1 - wide.0) / 4.0;
        let narrow = (wide.0 + quarter, wide.1 - quarter);
        Some(FanYear { wide, narrow })
    };
    [None; 3].into_iter().chain(last.map(year)).collect()
}

pub(crate) fn delivery() -> delivery::Delivery {
    delivery::Delivery {
        width: 200.0,
        name: "People helped into work".to_owned(),
        class: block_class(3),
        hill: vec![
            (0.45, 0.0),
            (0.7, 1.1),
            (0.92, 2.4),
            (1.1, 1.3),
            (1.25, 0.0),
        ],
        points: [0.45, 0.95, 1.25],
        between: (0.7, 1.1),
        most: 2.0,
    }
}
