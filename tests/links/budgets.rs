//! How long links are: the illustrative borough with every name and amount changed.

use laa::codec::link::{self, What};
use laa::model::{Pounds, Workbook};
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
