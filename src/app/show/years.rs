//! What becomes of the years when their number is changed, in sentences.

use crate::chart::figure::{count, list};
use crate::model::{Amount, Grid, Workbook};

/// What is said once the agreement has so many years; nothing where it has as many already.
#[must_use]
pub fn changed(workbook: &Workbook, years: u8) -> Option<String> {
    let agreement = &workbook.agreement;
    let (before, after) = (agreement.year_count(), usize::from(years));
    let named = |from: usize, to: usize| {
        let names: Vec<String> = (from..to).map(|year| agreement.year_name(year)).collect();
        let verb = if names.len() == 1 { "is" } else { "are" };
        format!("{} {verb}", list(&names))
    };
    let last = agreement.year_name(after.saturating_sub(1));
    let measured = format!("The reward is measured in {last} now");
    if after > before {
        let added = named(before, after);
        return Some(format!(
            "{added} added, with no figures yet. {measured}: type what is reached by then under Indicators. Undo takes this back."
        ));
    }
    let dropped = named(after, before);
    (after < before).then(|| {
        format!(
            "{dropped} dropped{}. {measured}. Undo brings everything back.",
            lost(workbook, after)
        )
    })
}

/// The figures of the years from `first` on, as the end of what is said of their being dropped.
fn lost(workbook: &Workbook, first: usize) -> String {
    let (sums, values) = typed(workbook, first);
    let sums = match sums {
        0 => None,
        1 => Some("1 sum of money".to_owned()),
        several => Some(format!("{several} sums of money")),
    };
    let values = (values > 0).then(|| format!("{} of indicators", count(values, "value")));
    let lost: Vec<String> = sums.into_iter().chain(values).collect();
    if lost.is_empty() {
        String::new()
    } else {
        format!(", with {}", list(&lost))
    }
}

/// How many sums of money, and values of indicators, are typed for the years from `first` on.
fn typed(workbook: &Workbook, first: usize) -> (usize, usize) {
    let agreement = &workbook.agreement;
    let cells = |grid: &Grid| grid.cells().filter(|&(_, year, _)| year >= first).count();
    let streams = agreement.streams.iter().map(|stream| {
        let amounts = stream.amounts.iter().skip(first);
        let stated = amounts.filter(|amount| **amount != Amount::NotStated);
        stated.count() + cells(&stream.spending)
    });
    let outcomes = agreement.outcomes.iter().map(|outcome| {
        let minimum = outcome.minimum.iter().skip(first);
        let capacity = outcome.capacity.iter().skip(first);
        minimum.filter(|pounds| pounds.0 > 0).count() + capacity.flatten().count()
    });
    let scenarios = workbook.scenarios.iter().map(|scenario| {
        let pins = scenario.pins.iter();
        cells(&scenario.spending)
            + cells(&scenario.pump.spending)
            + pins.filter(|pin| usize::from(pin.year) >= first).count()
    });
    let values = agreement.indicators.iter().map(|indicator| {
        let paths = [&indicator.without, &indicator.with, &indicator.actual];
        let stated = paths.into_iter().flat_map(|path| path.iter().skip(first));
        let interim = indicator.interim.iter();
        let late = interim.filter(|interim| usize::from(interim.year) >= first);
        stated.flatten().count() + late.count()
    });
    (streams.chain(outcomes).chain(scenarios).sum(), values.sum())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Action, Edit, State, update};
    use crate::presets;
    use std::rc::Rc;

    #[test]
    fn fewer_years_say_what_is_dropped_and_how_it_comes_back() {
        let workbook = presets::illustration();
        let says = changed(&workbook, 2).unwrap();
        let (sums, values) = typed(&workbook, 2);
        assert!(sums > 50 && values > 20);
        assert_eq!(
            says,
            format!(
                "2008/09 is dropped, with {sums} sums of money and {values} values of indicators. \
                 The reward is measured in 2007/08 now. Undo brings everything back."
            )
        );
        let says = changed(&workbook, 1).unwrap();
        assert!(
            says.starts_with("2007/08 and 2008/09 are dropped, with "),
            "{says}"
        );
        // What it says is what happens, and Undo brings it back.
        let base = workbook.base;
        let state = State::open(Rc::new(workbook), base, 1);
        let fewer = update(&state, Action::CommitSaying(Edit::Years(2), says.clone()));
        assert_eq!(fewer.notice.as_ref().unwrap().says, says);
        assert_eq!(typed(&fewer.workbook, 2), (0, 0));
        assert_eq!(update(&fewer, Action::Undo).workbook, state.workbook);
    }

    #[test]
    fn more_years_say_that_they_are_empty() {
        let workbook = presets::illustration();
        assert_eq!(changed(&workbook, 3), None);
        assert_eq!(
            changed(&workbook, 4).unwrap(),
            "2009/10 is added, with no figures yet. The reward is measured in 2009/10 now: type what is \
             reached by then under Indicators. Undo takes this back."
        );
    }

    #[test]
    fn a_year_without_figures_is_dropped_without_any() {
        let mut workbook = presets::illustration();
        let agreement = &mut workbook.agreement;
        agreement.streams.clear();
        agreement.outcomes.clear();
        agreement.indicators.clear();
        workbook.scenarios.iter_mut().for_each(|scenario| {
            scenario.spending = Grid::default();
            scenario.pump.spending = Grid::default();
            scenario.pins.clear();
        });
        let says = changed(&workbook, 2).unwrap();
        assert!(says.starts_with("2008/09 is dropped. "), "{says}");
    }
}
