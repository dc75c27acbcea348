//! A delivery risk as a hill: its shape, its three points, and what dragging and keys make of them.

use crate::{one, risk};
use laa::app::show::risk::{Key, Part, WIDTH, delivery, dragged, grabbed, handles, rows, stepped};
use laa::chart;
use laa::model::DeliveryRisk;

/// Which point is taken at a place.
fn taken(risk: &DeliveryRisk, place: (f64, f64)) -> Option<Part> {
    grabbed(risk, place).map(|held| held.part)
}

/// 0% stands at 10 pixels, 200% ten before the right end: 0.9 pixels to a per cent.
fn x(percent: f64) -> f64 {
    10.0 + 0.9 * percent
}

#[test]
fn the_hill_has_its_top_at_the_likely_share_and_holds_all_of_the_chance() {
    let (state, _) = one();
    let row = rows(&state).remove(0);
    let shown = delivery(&row).unwrap();
    assert_eq!(shown.points, [0.6, 0.8, 1.0]);
    let span = shown.hill[1].0 - shown.hill[0].0;
    let whole: f64 = shown.hill.iter().map(|point| point.1 * span).sum();
    assert!((whole - 1.0).abs() < 1e-9, "{whole}");
    let top = shown
        .hill
        .iter()
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .unwrap();
    assert!((top.0 - 0.8).abs() <= span, "{top:?}");
    // Evenly about its top.
    let (first, last) = (shown.hill[5].1, shown.hill[34].1);
    assert!((first - last).abs() < 1e-9);
    assert_eq!(
        chart::delivery::draw(&shown).summary,
        "Indicator 3: at worst 60% of its improvement, likely 80%, at best 100%; eight times in ten between 69.9% and 90.1%."
    );
}

#[test]
fn what_is_certain_has_no_hill_and_what_has_no_risk_no_picture() {
    let (state, _) = one();
    let mut row = rows(&state).remove(0);
    row.risk = Some(risk(80, 80, 80));
    let sure = delivery(&row).unwrap();
    assert_eq!((sure.hill, sure.between), (Vec::new(), (0.8, 0.8)));
    row.risk = None;
    assert_eq!(delivery(&row), None);
}

#[test]
fn the_points_stand_where_their_shares_are_and_say_how_far_they_go() {
    let now = risk(60, 80, 100);
    let found = handles(&now);
    for (handle, percent) in found.iter().zip([60.0, 80.0, 100.0]) {
        assert!((handle.at.0 - x(percent)).abs() < 1e-9, "{handle:?}");
    }
    let ends = found.map(|handle| [handle.least, handle.now, handle.most].join(" "));
    assert_eq!(ends, ["0 60 80", "60 80 100", "80 100 200"]);
}

#[test]
fn the_nearest_point_is_taken_and_none_from_afar() {
    let now = risk(20, 80, 150);
    let y = handles(&now)[0].at.1;
    assert_eq!(taken(&now, (x(22.0), y + 5.0)), Some(Part::Worst));
    assert_eq!(taken(&now, (x(76.0), y)), Some(Part::Likely));
    assert_eq!(taken(&now, (x(155.0), y - 3.0)), Some(Part::Best));
    assert_eq!(taken(&now, (x(115.0), y)), None);
    assert_eq!(taken(&now, (x(80.0), y - 30.0)), None);
}

#[test]
fn points_on_one_another_part_to_either_side() {
    let sure = risk(80, 80, 80);
    let y = handles(&sure)[0].at.1;
    assert_eq!(taken(&sure, (x(80.0) - 3.0, y)), Some(Part::Worst));
    assert_eq!(taken(&sure, (x(80.0) + 3.0, y)), Some(Part::Best));
    let nothing = risk(0, 0, 0);
    assert_eq!(taken(&nothing, (x(0.0) - 2.0, y)), Some(Part::Best));
    let all = risk(200, 200, 200);
    assert_eq!(taken(&all, (x(200.0) + 2.0, y)), Some(Part::Worst));
}

#[test]
fn a_dragged_point_goes_in_whole_per_cent_and_stops_at_its_neighbours() {
    let now = risk(60, 80, 100);
    let y = handles(&now)[0].at.1;
    let to = |part: Part, percent: f64| {
        let at = f64::from(part.of(&now).0) / 100.0;
        let held = grabbed(&now, (x(at), y)).unwrap();
        assert_eq!(held.part, part);
        dragged(&now, held, x(percent))
    };
    assert_eq!(to(Part::Worst, 41.3), risk(41, 80, 100));
    assert_eq!(to(Part::Worst, 95.0), risk(80, 80, 100));
    assert_eq!(to(Part::Worst, -50.0), risk(0, 80, 100));
    assert_eq!(to(Part::Likely, 130.0), risk(60, 100, 100));
    assert_eq!(to(Part::Likely, 10.0), risk(60, 60, 100));
    assert_eq!(to(Part::Best, 500.0), risk(60, 80, 200));
    assert_eq!(to(Part::Best, f64::NAN), risk(60, 80, 80));
    assert!(x(200.0) < WIDTH);
}

#[test]
fn a_point_keeps_its_distance_from_the_hand_and_a_click_moves_nothing() {
    let now = risk(60, 80, 100);
    let y = handles(&now)[0].at.1;
    let held = grabbed(&now, (x(60.0) - 6.0, y)).unwrap();
    assert_eq!(dragged(&now, held, x(60.0) - 6.0), now);
    assert_eq!(dragged(&now, held, x(50.0) - 6.0), risk(50, 80, 100));
    // A share that was typed in parts of a per cent stays where it is under a click.
    let typed = DeliveryRisk {
        worst: laa::model::BasisPoints(6_049),
        ..now
    };
    let held = grabbed(&typed, (x(60.49), y)).unwrap();
    assert_eq!(dragged(&typed, held, x(60.49)), typed);
}

#[test]
fn keys_move_a_point_as_on_any_slider() {
    let now = risk(60, 80, 100);
    let pressed = |part, name: &str| -> Option<DeliveryRisk> {
        Key::named(name).map(|key| stepped(&now, part, key))
    };
    assert_eq!(pressed(Part::Worst, "ArrowRight"), Some(risk(61, 80, 100)));
    assert_eq!(pressed(Part::Worst, "ArrowDown"), Some(risk(59, 80, 100)));
    assert_eq!(pressed(Part::Likely, "PageUp"), Some(risk(60, 90, 100)));
    assert_eq!(pressed(Part::Likely, "PageDown"), Some(risk(60, 70, 100)));
    assert_eq!(pressed(Part::Best, "Home"), Some(risk(60, 80, 80)));
    assert_eq!(pressed(Part::Best, "End"), Some(risk(60, 80, 200)));
    assert_eq!(pressed(Part::Worst, "End"), Some(risk(80, 80, 100)));
    assert_eq!(pressed(Part::Best, "a"), None);
}
