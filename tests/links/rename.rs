//! Gives every name of a workbook another one, and every amount another sum.

use laa::library;
use laa::model::{Amount, Grid, Pounds, Response, Workbook};

/// Changes every name; `next` is asked in the order of the lists, with the library's first number
/// for names of that kind and the number of the name in its list.
pub(crate) fn rename(workbook: &mut Workbook, next: impl Fn(u16, usize) -> String) {
    let agreement = &mut workbook.agreement;
    workbook.title = next(library::scenarios::START, 5);
    agreement.area.name = next(library::scenarios::START, 6);
    for (at, block) in agreement.blocks.iter_mut().enumerate() {
        block.name = next(library::blocks::START, at);
    }
    for (at, partner) in agreement.partners.iter_mut().enumerate() {
        partner.name = next(library::partners::START, at);
    }
    for (at, stream) in agreement.streams.iter_mut().enumerate() {
        stream.name = next(library::streams::START, at);
    }
    for (at, outcome) in agreement.outcomes.iter_mut().enumerate() {
        outcome.name = next(library::outcomes::START, at);
    }
    for (at, indicator) in agreement.indicators.iter_mut().enumerate() {
        indicator.name = next(library::stretch::START, at);
        indicator.unit = next(library::units::START, at);
    }
    for (at, scenario) in workbook.scenarios.iter_mut().enumerate() {
        scenario.name = next(library::scenarios::START, at);
    }
}

/// A library name of the same kind that stands elsewhere in its list.
pub(crate) fn library_name(start: u16, at: usize) -> String {
    let size = (start..)
        .take_while(|number| library::text(*number).is_some())
        .count();
    library::text(start + ((at * 7 + 3) % size) as u16)
        .unwrap()
        .to_owned()
}

/// An own name of 15 to 30 bytes such as a council would type.
pub(crate) fn own_name(start: u16, at: usize) -> String {
    const FIRST: [&str; 13] = [
        "Eastside",
        "Bexworth",
        "Marlow",
        "Hillcrest",
        "Riverside",
        "Harbour",
        "Old Town",
        "Northgate",
        "Joint",
        "Mobile",
        "Rural",
        "Family",
        "Evening",
    ];
    const SECOND: [&str; 11] = [
        "youth",
        "warden",
        "learning",
        "outreach",
        "transport",
        "wellbeing",
        "tenancy",
        "play",
        "debt advice",
        "job",
        "parenting",
    ];
    const THIRD: [&str; 7] = [
        "scheme",
        "pilot 2",
        "project",
        "budget",
        "service",
        "programme",
        "team (NHS)",
    ];
    if start == library::units::START {
        return [
            "visits a week",
            "% of tenants",
            "sessions held",
            "cases closed",
        ][at % 4]
            .to_owned();
    }
    let at = at + usize::from(start);
    format!(
        "{} {} {}",
        FIRST[at % 13],
        SECOND[at * 3 % 11],
        THIRD[at * 5 % 7]
    )
}

/// Changes every amount of money.
pub(crate) fn revalue(workbook: &mut Workbook, mut change: impl FnMut(Pounds) -> Pounds) {
    let mut all = |pounds: &mut Pounds| {
        if pounds.0 > 0 {
            *pounds = change(*pounds);
        }
    };
    let agreement = &mut workbook.agreement;
    agreement.area.net_budget.iter_mut().for_each(&mut all);
    for stream in &mut agreement.streams {
        for amount in &mut stream.amounts {
            match amount {
                Amount::Stated(pounds) => all(pounds),
                Amount::Range { low, high } => {
                    all(low);
                    *high = Pounds(low.0 * 2);
                }
                Amount::NotStated => {}
            }
        }
        stream
            .floors
            .iter_mut()
            .for_each(|floor| all(&mut floor.pounds));
        revalue_grid(&mut stream.spending, &mut all);
    }
    for outcome in &mut agreement.outcomes {
        outcome.minimum.iter_mut().for_each(&mut all);
        outcome.capacity.iter_mut().flatten().for_each(&mut all);
    }
    for indicator in &mut agreement.indicators {
        match &mut indicator.response {
            Some(Response::Cost { full, .. }) => all(full),
            Some(Response::Points(points)) => {
                let mut before = Pounds(0);
                for point in points {
                    all(&mut point.pounds);
                    point.pounds = point.pounds.max(before);
                    before = Pounds(point.pounds.0 + 1_000);
                }
            }
            None => {}
        }
    }
    for scenario in &mut workbook.scenarios {
        revalue_grid(&mut scenario.spending, &mut all);
        revalue_grid(&mut scenario.pump.spending, &mut all);
        scenario
            .pins
            .iter_mut()
            .for_each(|pin| all(&mut pin.pounds));
    }
}

fn revalue_grid(grid: &mut Grid, change: &mut impl FnMut(&mut Pounds)) {
    let cells: Vec<_> = grid.cells().collect();
    for (outcome, year, mut pounds) in cells {
        change(&mut pounds);
        grid.set(outcome, year, pounds);
    }
}
