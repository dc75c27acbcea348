//! Streams worked by hand: totals add up, ranges count low, gaps count as nothing, local stands apart.

use super::*;
use crate::app::edit::{Edit, apply, fresh};
use crate::model::{
    Amount, Block, BlockId, Control, Outcome, PartnerShare, Relaxation, Standing, Workbook,
};
use crate::presets;
use std::rc::Rc;

fn state(workbook: Workbook) -> State {
    let open = workbook.base;
    State::open(Rc::new(workbook), open, 0)
}

/// A stream as a row: name, home block, control, origin, and the amounts of two years.
type Line<'a> = (&'a str, Option<u16>, Control, Origin, [Amount; 2]);

/// Telford's workbook with its streams replaced: one block, two years.
fn small(streams: &[Line<'_>]) -> Workbook {
    let mut workbook = (presets::all()[2].workbook)();
    workbook.notes.clear();
    workbook.agreement.years = 2;
    workbook.agreement.blocks = vec![Block {
        id: BlockId(1),
        name: "Children".to_owned(),
    }];
    workbook.agreement.streams.clear();
    for (name, home, control, origin, amounts) in streams {
        let mut stream = fresh::stream(&workbook).unwrap();
        (*name).clone_into(&mut stream.name);
        stream.home = home.map(BlockId);
        stream.control = *control;
        stream.origin = *origin;
        stream.amounts = amounts.to_vec();
        workbook.agreement.streams.push(stream);
    }
    workbook
}

fn stated(pounds: i64) -> Amount {
    Amount::Stated(Pounds(pounds))
}

fn range(low: i64, high: i64) -> Amount {
    Amount::Range {
        low: Pounds(low),
        high: Pounds(high),
    }
}

fn mixed() -> State {
    use Control::{Aligned, Pooled};
    use Origin::{Grant, Local};
    state(small(&[
        (
            "Connexions",
            Some(1),
            Pooled,
            Grant,
            [stated(100), stated(110)],
        ),
        ("BCU", Some(1), Aligned, Grant, [stated(30), stated(30)]),
        ("NRF", None, Pooled, Grant, [stated(500), Amount::NotStated]),
        ("PCT", Some(1), Pooled, Local, [stated(7), stated(8)]),
        (
            "Earlier reward",
            None,
            Pooled,
            Local,
            [range(20, 45), Amount::NotStated],
        ),
    ]))
}

fn counted(years: &[Sum]) -> Vec<i64> {
    years.iter().map(|sum| sum.counted.0).collect()
}

#[test]
fn local_contributions_stand_apart_whatever_their_home() {
    let groups = groups(&mixed());
    let seen: Vec<(&str, usize, Vec<i64>)> = groups
        .iter()
        .map(|group| {
            (
                group.name.as_str(),
                group.lines.len(),
                counted(&group.by_year),
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("Children", 2, vec![130, 140]),
            ("Cross-cutting grants", 1, vec![500, 0]),
            ("Local contributions", 2, vec![27, 8]),
        ]
    );
    assert_eq!(groups[0].note, "£60 of it aligned");
}

#[test]
fn totals_add_up_without_local_money() {
    let totals = totals(&mixed());
    let seen: Vec<(&str, Vec<i64>)> = totals
        .iter()
        .map(|total| (total.name, counted(&total.by_year)))
        .collect();
    assert_eq!(
        seen,
        [
            ("Pooled grants", vec![600, 110]),
            ("Aligned grants", vec![30, 30]),
            ("All grants", vec![630, 140]),
            ("Local contributions", vec![27, 8]),
        ]
    );
}

#[test]
fn a_range_counts_low_and_says_how_high_it_may_go() {
    let totals = totals(&mixed());
    let local = sum::over(&totals[3].by_year);
    assert_eq!(
        (local.counted, local.at_most, local.gaps),
        (Pounds(35), Pounds(60), 1)
    );
    assert_eq!(local.figure(), "35");
    assert_eq!(local.beside(), "up to 60, 1 not stated");
    assert_eq!(local.short(), "£35 (up to £60)");
}

#[test]
fn what_was_never_stated_reads_so_and_never_as_nought() {
    let groups = groups(&mixed());
    assert_eq!(groups[1].by_year[1].figure(), "not stated");
    assert_eq!(Sum::default().with(stated(0)).figure(), "0");
}

#[test]
fn the_headline_has_pooled_aligned_and_local_money() {
    let headline = headline(&mixed());
    let says = headline.sentence();
    assert_eq!(
        says,
        "£710 pooled from 2 streams over two years, £60 aligned, £35 (up to £60) put in locally."
    );
    assert!(
        headline
            .below
            .ends_with("2 amounts were never stated and count as nothing."),
        "{}",
        headline.below
    );
}

#[test]
fn a_granted_pooling_moves_an_aligned_stream_into_the_pool() {
    let before = mixed();
    let bcu = before.workbook.agreement.streams[1].id;
    let granted = Edit::Free(Relaxation::Pool(bcu), Some(Standing::Granted));
    let workbook = apply(&before.workbook, before.open, &granted).unwrap();
    let totals = totals(&state(workbook));
    assert_eq!(
        (totals[0].name, counted(&totals[0].by_year)),
        ("Pooled grants", vec![630, 140])
    );
    assert!(totals.iter().all(|total| total.name != "Aligned grants"));
}

#[test]
fn a_stream_trades_places_with_its_neighbour_in_the_group() {
    let state = mixed();
    let id = |place: usize| state.workbook.agreement.streams[place].id;
    assert_eq!(to_neighbour(&state, id(0), 1), Some(1));
    assert_eq!(to_neighbour(&state, id(0), -1), None);
    assert_eq!(to_neighbour(&state, id(2), 1), None);
    assert_eq!(to_neighbour(&state, id(4), -1), Some(-1));
}

#[test]
fn the_illustrative_borough_reads_as_printed() {
    let state = state((presets::all()[0].workbook)());
    let headline = headline(&state);
    let says = headline.sentence();
    // Pooled grants by block in thousands: children 33,200, safer 6,343, healthier 3,395, economic 1,110,
    // cross-cutting 13,950: 57,998. Aligned: 945, 6,200, 4,900, 1,960 and 3,250: 17,255.
    // Local: 750 from the primary care trust and 2,000 to 4,000 of earlier reward.
    assert_eq!(
        says,
        "£58m pooled from 19 streams over three years, £17.26m aligned, \
         £2.75m (up to £4.75m) put in locally."
    );
}

#[test]
fn money_that_nobody_stated_is_not_called_nought() {
    let telford = headline(&state((presets::all()[2].workbook)()));
    let says = telford.sentence();
    assert_eq!(
        says,
        "11 streams pooled over one year, and no amount stated."
    );
}

#[test]
fn samples_with_streams_only_say_what_is_missing() {
    for sample in &presets::all()[2..] {
        let state = state((sample.workbook)());
        let said = flow::flow(&state, (900.0, 400.0)).map(|_| ()).unwrap_err();
        assert!(said.contains("no outcome"), "{said}");
    }
}

#[test]
fn what_flows_out_of_a_stream_is_what_it_has() {
    let mut workbook = small(&[(
        "Connexions",
        Some(1),
        Control::Pooled,
        Origin::Grant,
        [stated(100), stated(110)],
    )]);
    let partner = fresh::partner(&workbook).unwrap();
    workbook.agreement.partners.push(partner.clone());
    let outcome = Outcome {
        delivery: vec![PartnerShare {
            partner: partner.id,
            share: crate::model::BasisPoints(7_500),
        }],
        ..fresh::outcome(&workbook, BlockId(1)).unwrap()
    };
    let spend = Edit::Many(vec![
        Edit::Outcome(outcome.clone()),
        Edit::Spend(outcome.id, 0, Pounds(80)),
        Edit::Spend(outcome.id, 1, Pounds(110)),
    ]);
    let workbook = apply(&workbook, workbook.base, &spend).unwrap();
    let flow = flow::flow(&state(workbook), (900.0, 400.0)).unwrap();
    let names = |column: usize| -> Vec<&str> {
        flow.columns[column]
            .nodes
            .iter()
            .map(|node| node.name.as_str())
            .collect()
    };
    assert_eq!(names(1), ["Children", "Not used"]);
    assert_eq!(names(3), ["New partner", "No partner named"]);
    let links: Vec<(usize, usize, usize, f64)> = flow
        .links
        .iter()
        .map(|link| (link.column, link.from, link.to, link.pounds))
        .collect();
    // 190 spent and 20 left of 210; three quarters of 190 is 142.5, the odd pound to the larger remainder.
    assert_eq!(links.len(), 5);
    assert!(links.contains(&(0, 0, 0, 190.0)) && links.contains(&(0, 0, 1, 20.0)));
    let delivered: Vec<f64> = links
        .iter()
        .filter(|link| link.0 == 2)
        .map(|link| link.3)
        .collect();
    assert_eq!(delivered.iter().sum::<f64>(), 190.0);
    assert_eq!(delivered, [47.0, 143.0]);
}
