//! How long links are: the illustrative borough with every name and amount changed.

use laa::codec::link::{self, What};
use laa::model::{Pounds, Scenario, ScenarioId, Workbook};
use laa::presets;

use crate::rename::{library_name, own_name, rename, revalue};

/// The borough with every name and amount changed: amounts by up to a fifth, to whole thousands,
/// each differently.
fn changed(name: impl Fn(u16, usize) -> String) -> Workbook {
    let mut workbook = (presets::all()[0].workbook)();
    rename(&mut workbook, name);
    let mut state = 1_u64;
    revalue(&mut workbook, |pounds| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let per_cent = 80 + (state >> 33) as i64 % 41;
        Pounds((pounds.0 * per_cent / 100_000).max(1) * 1_000)
    });
    workbook
}

fn lengths(workbook: &Workbook) -> (usize, usize) {
    let open = workbook.scenarios[0].id;
    let further = workbook
        .scenarios
        .iter()
        .map(|scenario| scenario.id)
        .collect();
    let one = link::write(workbook, open, &What::default()).unwrap();
    let two = link::write(
        workbook,
        open,
        &What {
            further,
            ..What::default()
        },
    )
    .unwrap();
    (one.text.len(), two.text.len())
}

#[test]
fn library_names_and_changed_amounts_fit() {
    let (one, two) = lengths(&changed(library_name));
    assert!(one <= 1_200, "one scenario takes {one} characters");
    assert!(two <= 1_700, "two scenarios take {two} characters");
}

#[test]
fn own_names_and_changed_amounts_fit() {
    let (_, two) = lengths(&changed(own_name));
    assert!(two <= 3_200, "two scenarios take {two} characters");
}

/// Adds three counter-offers to the base: each moves money between twenty cells of its own, a
/// different sum in thousands from each to the next.
fn with_counter_offers(mut workbook: Workbook, names: [&str; 3]) -> Workbook {
    let base = workbook.scenarios[0].clone();
    workbook.scenarios.truncate(1);
    let outcomes = workbook.agreement.outcomes.clone();
    let years = workbook.agreement.year_count();
    for (offer, name) in names.into_iter().enumerate() {
        let mut scenario = Scenario {
            id: ScenarioId(900 + offer as u16),
            name: name.to_owned(),
            ..base.clone()
        };
        for pair in 0..10_usize {
            let cell = |at: usize| {
                let place = (offer * 5 + 2 * pair + at) * 7 % (outcomes.len() * years);
                (outcomes[place / years].id, place % years)
            };
            let moved = Pounds(((offer * 37 + pair * 13) % 90 + 5) as i64 * 1_000);
            let ((from, year), (to, other)) = (cell(0), cell(1));
            let grid = &mut scenario.spending;
            grid.set(from, year, (grid.get(from, year) - moved).or_nothing());
            grid.set(to, other, grid.get(to, other) + moved);
        }
        let cells = outcomes
            .iter()
            .flat_map(|outcome| (0..years).map(|year| (outcome.id, year)));
        let changed = cells.filter(|&(outcome, year)| {
            scenario.spending.get(outcome, year) != base.spending.get(outcome, year)
        });
        assert_eq!(changed.count(), 20);
        workbook.scenarios.push(scenario);
    }
    workbook
}

#[test]
fn a_base_and_three_counter_offers_fit() {
    let known = ["Single pot", "Ring-fenced blocks", "Single pot"];
    let (_, all) = lengths(&with_counter_offers(changed(library_name), known));
    assert!(all <= 1_700, "library names take {all} characters");
    let own = [
        "First answer",
        "After the meeting of 21 February",
        "Last offer",
    ];
    let (_, all) = lengths(&with_counter_offers(changed(own_name), own));
    assert!(all <= 3_200, "own names take {all} characters");
}
