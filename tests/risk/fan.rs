//! The fan about the trajectory of an opened indicator.

use crate::{committed, opened, risk, sole};
use laa::app::show::indicators::trajectory;
use laa::app::{Edit, View};
use laa::chart::trajectory::{Size, draw};
use laa::model::Better;

#[test]
fn an_indicator_at_risk_has_a_fan_in_its_picture_its_table_and_its_sentence() {
    let (book, id) = sole();
    let (state, _) = opened(&book, id, View::Indicators);
    let shown = trajectory(&state, id, Size::Large, 680.0).unwrap();
    let figure = draw(&shown);
    // 100 times 0.6 + 0.4 · 0.2466 and 0.6 + 0.4 · 0.7534; for the quarters 0.3594 and 0.6406.
    assert!(
        figure
            .summary
            .contains("8 times in 10 it ends between 70 and 90."),
        "{}",
        figure.summary
    );
    let cells = &figure.table.rows[0].cells;
    assert_eq!(cells[cells.len() - 2..], ["70 to 90", "74 to 86"]);
    let year = shown.fan[0].unwrap();
    assert!((year.wide.0 - 69.865_5).abs() < 1e-3, "{year:?}");
    assert!((year.narrow.1 - 85.622_6).abs() < 1e-3, "{year:?}");
}

#[test]
fn the_low_end_of_a_fan_is_low_where_less_is_better_too() {
    let (mut book, id) = sole();
    let indicator = book.k(id);
    indicator.better = Better::Lower;
    let end = indicator.without.len() - 1;
    indicator.without[end] = Some("100".parse().unwrap());
    indicator.with[end] = Some("0".parse().unwrap());
    let (state, _) = opened(&book, id, View::Indicators);
    let year = trajectory(&state, id, Size::Large, 680.0).unwrap().fan[0].unwrap();
    assert!((year.wide.0 - 9.865_5).abs() < 1e-3, "{year:?}");
    assert!((year.wide.1 - 30.134_5).abs() < 1e-3, "{year:?}");
    assert!(year.wide.0 < year.narrow.0 && year.narrow.1 < year.wide.1);
}

#[test]
fn a_small_picture_has_no_fan_nor_has_one_without_risk() {
    let (book, id) = sole();
    let (state, _) = opened(&book, id, View::Indicators);
    let fan = |state, size| trajectory(state, id, size, 680.0).unwrap().fan;
    assert_eq!(fan(&state, Size::Small), Vec::new());
    let certain = committed(&state, Edit::Risk(id, None));
    assert_eq!(fan(&certain, Size::Large), Vec::new());
    let sure = committed(&state, Edit::Risk(id, Some(risk(80, 80, 80))));
    let shown = trajectory(&sure, id, Size::Large, 680.0).unwrap();
    assert!(!draw(&shown).summary.contains("8 times in 10"));
}
