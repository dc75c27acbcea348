//! Chance in small counts: its field, and what it does to the odds.

use crate::{answered, committed, one, risk};
use laa::app::Edit;
use laa::app::show::risk::{chosen, noises, read_noise, rows};
use laa::model::DeliveryRisk;

#[test]
fn chance_is_typed_in_the_unit_of_the_indicator_and_moves_the_odds() {
    let (state, id) = one();
    let row = noises(&state).remove(0);
    assert_eq!((row.id, row.typed.as_str()), (id, ""));
    let edit = read_noise(&state, id, "12.5").unwrap();
    let noisy = committed(&state, edit);
    assert_eq!(noises(&noisy)[0].typed, "12.5");
    // Without chance at least 60 comes always; with it sometimes less.
    assert_eq!(
        rows(&answered(&state))[0].chances.as_ref().unwrap().0,
        "certain"
    );
    assert_ne!(
        rows(&answered(&noisy))[0].chances.as_ref().unwrap().0,
        "certain"
    );
    let back = committed(&noisy, read_noise(&noisy, id, "").unwrap());
    assert_eq!(rows(&back)[0].risk, Some(risk(60, 80, 100)));
}

#[test]
fn what_is_below_nothing_is_refused_in_a_sentence() {
    let (state, id) = one();
    assert!(read_noise(&state, id, "-1").unwrap_err().ends_with('.'));
    assert!(read_noise(&state, id, "many").unwrap_err().ends_with('.'));
}

#[test]
fn another_kind_of_measure_keeps_the_noise() {
    let (state, id) = one();
    let noise = "3".parse().unwrap();
    let noisy = DeliveryRisk {
        noise,
        ..risk(60, 80, 100)
    };
    let state = committed(&state, Edit::Risk(id, Some(noisy)));
    let Some(Edit::Risk(_, Some(chosen))) = chosen(&state, id, 1) else {
        panic!("a kind of measure is a risk");
    };
    assert_eq!(chosen.noise, noise);
    let state = committed(&state, Edit::Risk(id, Some(chosen)));
    assert_eq!(rows(&state)[0].choice, 1);
}

#[test]
fn without_a_risk_there_is_no_field() {
    let (state, id) = one();
    assert_eq!(noises(&committed(&state, Edit::Risk(id, None))), Vec::new());
}
