//! One cliff on the average of the designated indicators.

use crate::common::*;
use crate::integral::{integral, near, normal_above, normal_density};
use crate::risky::simple;
use laa::model::{
    Baseline, BasisPoints, IndicatorId, Kind, Pot, Preset, Response, Scenario, Stretch,
};
use laa::odds::{Comparison, Factor, Fineness, Pert, compare, compare_drawn, odds};

/// Designated indicators from a baseline of 0 to 100, each with a risk.
fn designated(risks: &[[u32; 3]]) -> (Book, Vec<IndicatorId>) {
    let (mut book, ids) = simple(risks);
    book.ag.rules.preset = Preset::Designated;
    for &id in &ids {
        book.k(id).kind = Kind::Designated;
        book.k(id).baseline = Some(Baseline {
            year: 2005,
            value: v("0"),
        });
    }
    (book, ids)
}

#[test]
fn the_cliff_stands_on_the_average_and_not_on_each() {
    // Two scores between 0 and 1; the average reaches 60% where their sum reaches 1.2.
    let (book, _) = designated(&[[20, 60, 130], [30, 70, 110]]);
    let perts = [
        Pert::new(0.2, 0.6, 1.3).unwrap(),
        Pert::new(0.3, 0.7, 1.1).unwrap(),
    ];
    let rho: f64 = 0.3;
    let at_least = |sum: f64| {
        let given = |z: f64| {
            let wanted = sum - perts[0].at(z).min(1.0);
            if wanted > 1.0 {
                return 0.0;
            }
            normal_above((perts[1].place(wanted) - rho * z) / (1.0 - rho * rho).sqrt())
        };
        integral(&|z| given(z) * normal_density(z), -8.0, 8.0, 1e-8)
    };
    let found = book.odds(30);
    near(found.average.unwrap(), at_least(1.2), 1e-5);
    near(found.reward.at_least(1.0), at_least(1.2), 1e-5);
    near(found.reward.at_least(59_000.0), at_least(1.2), 1e-5);
    near(found.reward.at_least(75_000.0), at_least(1.5), 1e-4);
    let mean = 60_000.0 * at_least(1.2) + 50_000.0 * integral(&at_least, 1.2, 2.0, 1e-6);
    near(found.mean, mean, 2.0);
    assert_eq!(found.reward.quantile(0.01), 0.0);
}

/// Ten, of which five are recorded at 100 and four at nothing: the first one alone decides, at 100 or not.
fn on_the_first_of_ten() -> (Book, IndicatorId) {
    let (mut book, ids) = designated(&[[100; 3]; 10]);
    for (place, &id) in ids.iter().enumerate().skip(1) {
        let recorded = if place < 6 { "100" } else { "0" };
        book.k(id).actual = vec![Some(v(recorded))];
    }
    book.risk(ids[0], [0, 100, 200], "0");
    (book, ids[0])
}

#[test]
fn an_average_of_exactly_sixty_pays_however_it_is_reached() {
    let (book, _) = on_the_first_of_ten();
    let found = book.odds(30);
    // Its score is at least 100% as often as not: PERT over 0, 1, 2 is even about 1.
    near(found.average.unwrap(), 0.5, 1e-9);
    assert_eq!(found.reward.quantile(0.75), 60_000.0);
    near(found.mean, 30_000.0, 1e-3);
}

/// Four parts in a hundred more than is asked come, where all is delivered: 100% lies between two points of the grid.
#[test]
fn an_average_of_exactly_sixty_pays_where_the_grid_has_no_such_sum() {
    for share in [10_370, 10_410, 10_613, 10_891] {
        let (mut book, first) = on_the_first_of_ten();
        let level = |pounds| laa::model::ResponsePoint {
            pounds: gbp(pounds),
            share: BasisPoints(share),
        };
        book.k(first).response = Some(Response::Points(vec![level(0), level(1)]));
        book.risk(first, [75, 100, 120], "0");
        let found = book.odds(30);
        let pert = Pert::new(0.75, 1.0, 1.2).unwrap();
        let full = pert.at_least(10_000.0 / f64::from(share));
        // What runs up to the cliff is spread over a step of the grid.
        near(found.average.unwrap(), full, 5e-4);
        near(found.reward.at_least(60_000.0), full, 5e-4);
        near(found.reward.at_least(1.0), full, 5e-4);
        near(found.mean, 60_000.0 * full, 30.0);
        near(found.reward.mean(), 60_000.0 * full, 30.0);
        assert_eq!(found.reward.quantile(0.1), 0.0);
        near(found.reward.quantile(0.9), 60_000.0, 0.01);
    }
}

/// Of sixteen, whose parts are no whole pence, seven are recorded in full, six at nothing, and three are at risk: the ten that
/// a cliff of 62.5% takes are all that may be.
#[test]
fn an_average_of_exactly_the_cliff_pays_though_no_part_is_a_whole_penny() {
    let (mut book, ids) = designated(&[[50, 110, 120]; 16]);
    book.ag.rules.pot = Pot::Stated(gbp(100_001));
    book.ag.rules.threshold = BasisPoints(6_250);
    for (place, &id) in ids.iter().enumerate().skip(3) {
        let recorded = if place < 10 { "100" } else { "0" };
        book.k(id).actual = vec![Some(v(recorded))];
    }
    let (pert, factor) = (Pert::new(0.5, 1.1, 1.2).unwrap(), Factor::new(pc(30)));
    let all = |z: f64| factor.above(pert.place(1.0), z).powi(3) * normal_density(z);
    let all = integral(&all, -8.0, 8.0, 1e-9);
    for points in [900, 1_000, 1_024, 1_100] {
        let fineness = Fineness {
            points,
            spacing: 1.0,
        };
        let found = odds(&book.ag, &book.sc, pc(30), fineness);
        near(found.average.unwrap(), all, 1e-6);
        near(found.reward.at_least(1.0), all, 1e-6);
        near(found.mean, 62_500.0 * all, 1.0);
    }
}

#[test]
fn the_chance_of_the_average_is_the_chance_that_it_pays_where_the_sums_lie_close_together() {
    // It delivers 99.99% at worst: half a penny lies between two points of the grid,
    // and the sum of all is no nearer to 60% of the pot than numbers of 16 digits are.
    let (mut book, first) = on_the_first_of_ten();
    let risk = book.k(first).risk.as_mut().unwrap();
    risk.worst = BasisPoints(9_999);
    let full = Pert::new(0.9999, 1.0, 2.0).unwrap().at_least(1.0);
    for pot in 100_001..100_051 {
        book.ag.rules.pot = Pot::Stated(gbp(pot));
        let found = book.rough(30);
        near(found.average.unwrap(), full, 5e-4);
        near(found.reward.at_least(1.0), full, 5e-4);
    }
}

/// All of the first is only run up to: it is no more likely than any other single sum. Half of the time the second is full.
#[test]
fn an_average_that_is_only_run_up_to_has_no_chance_and_neither_has_all_of_the_pot() {
    for pot in [33_333, 100_000, 987_654] {
        let (mut book, ids) = designated(&[[80, 100, 100], [0, 100, 200]]);
        book.ag.rules.pot = Pot::Stated(gbp(pot));
        let all = pot as f64;
        for noise in ["0", "5"] {
            book.risk(ids[1], [0, 100, 200], noise);
            for preset in [Preset::Designated, Preset::Stretch] {
                book.ag.rules.preset = preset;
                for id in &ids {
                    book.k(*id).kind = match preset {
                        Preset::Designated => Kind::Designated,
                        _ => Kind::Stretch,
                    };
                }
                crate::risky::threshold(&mut book, 60);
                let found = book.odds(30);
                assert_eq!(found.reward.reaches(all), 0.0);
                assert_eq!(found.reward.at_least(all), 0.0);
                assert!(found.reward.quantile(1.0) <= all);
                assert!(found.reward.at_least(0.98 * all) > 0.2);
            }
            book.ag.rules.preset = Preset::Designated;
            for id in &ids {
                book.k(*id).kind = Kind::Designated;
            }
            crate::risky::threshold(&mut book, 100);
            let found = book.odds(30);
            assert_eq!((found.average, found.mean), (Some(0.0), 0.0));
            assert_eq!(found.reward.nothing(), 1.0);
        }
    }
}

#[test]
fn ten_certain_ones_are_the_evaluation() {
    let (book, _) = designated(&[[80; 3]; 10]);
    let found = book.odds(30);
    near(found.mean, 80_000.0, 1e-6);
    assert_eq!(found.average, Some(1.0));
    assert_eq!(found.reward.range().p10, 80_000.0);
}

/// Holds the columns of a difference to those of the other way about.
fn mirrored(there: &Comparison, back: &Comparison) {
    let [one, other] = [there, back].map(|it| it.difference.columns());
    assert_eq!(one.chances.len(), other.chances.len());
    for (one, other) in one.chances.iter().zip(other.chances.iter().rev()) {
        near(*one, *other, 1e-9);
    }
}

/// One scenario against another and the other way about, both of them computed and each the mirror of the other.
fn both_ways(book: &Book, second: &Scenario) -> [Comparison; 2] {
    let of = |one, other| compare(&book.ag, one, other, pc(30), Fineness::LIVE);
    let [there, back] = [of(&book.sc, second), of(second, &book.sc)];
    assert_eq!((there.error, back.error), (None, None));
    near(there.ahead, back.behind, 1e-9);
    near(there.level, back.level, 1e-9);
    near(there.behind, back.ahead, 1e-9);
    near(there.mean, -back.mean, 1e-9);
    for share in [0.05, 0.25, 0.55, 0.75, 0.95] {
        let sum = there.difference.quantile(share);
        near(back.difference.quantile(1.0 - share), -sum, 1e-6);
        assert!(there.difference.at_least(sum) >= 1.0 - share - 1e-6);
        assert!(back.difference.at_least(-sum) >= share - 1e-4);
    }
    [there, back]
}

#[test]
fn against_one_that_is_sure_of_nothing_it_is_ahead_where_its_average_reaches_the_cliff() {
    let (book, ids) = designated(&[[20, 60, 130], [30, 70, 110]]);
    let alone = book.odds(30);
    // All dropped; or, under a cliff on the average as under one for each, so much asked that none can be reached.
    let mut dropped = book.sc.clone();
    dropped
        .dropped
        .extend(book.ag.outcomes.iter().map(|it| it.id));
    let mut asking = book.sc.clone();
    let level = v("1000");
    let stretch = |indicator| Stretch { indicator, level };
    asking.stretches.extend(ids.into_iter().map(stretch));
    let mut each = asking.clone();
    let mut rules = book.ag.rules.clone();
    rules.preset = Preset::Stretch;
    each.rules = Some(rules);
    for second in [dropped, asking, each] {
        let [there, back] = both_ways(&book, &second);
        mirrored(&there, &back);
        near(there.ahead, alone.average.unwrap(), 1e-12);
        near(there.level, 1.0 - there.ahead, 1e-12);
        near(there.behind, 0.0, 1e-12);
        near(back.ahead, 0.0, 1e-12);
        near(there.mean, alone.mean, 1e-9);
        near(back.difference.at_least(0.0), there.level, 1e-12);
        near(back.difference.at_least(0.01), 0.0, 1e-12);
        near(back.difference.at_least(-100_000.0), 1.0, 1e-12);
        // Below the cliff nothing lies between nothing and £60,000.
        assert_eq!(back.difference.quantile(there.ahead + 0.01), 0.0);
        assert!(back.difference.quantile(there.ahead - 0.01) < -59_999.0);
    }
}

#[test]
fn against_one_that_is_sure_of_less_than_its_cliff_pays_it_is_behind_where_that_is_missed() {
    // The first of two is recorded at its target. The second scenario has dropped the other, and has a pot of £10,000.
    let (mut book, ids) = designated(&[[100; 3], [0, 20, 60]]);
    book.k(ids[0]).actual = vec![Some(v("100"))];
    let mut second = book.sc.clone();
    second.dropped.push(book.ag.outcomes[1].id);
    let mut rules = book.ag.rules.clone();
    rules.pot = Pot::Stated(gbp(10_000));
    second.rules = Some(rules);
    let [there, back] = both_ways(&book, &second);
    mirrored(&there, &back);
    let alone = book.odds(30);
    near(there.ahead, alone.average.unwrap(), 1e-12);
    near(there.behind, 1.0 - there.ahead, 1e-12);
    near(there.level, 0.0, 1e-12);
    near(there.difference.quantile(0.1), -10_000.0, 1e-9);
    near(back.difference.quantile(0.9), 10_000.0, 1e-9);
    near(there.mean, alone.mean - 10_000.0, 1e-9);
    let drawn = compare_drawn(&book.ag, &book.sc, &second, pc(30));
    near(there.ahead, drawn.ahead, 4.0 * drawn.error.unwrap());
}

#[test]
fn where_both_are_sure_to_reach_the_cliff_what_one_earns_more_is_computed() {
    // Between 70 and 98 of 100, or between 73.6 and all of 95.
    let (book, ids) = designated(&[[70, 90, 98]; 2]);
    let mut second = book.sc.clone();
    let (indicator, level) = (ids[0], v("95"));
    second.stretches.push(Stretch { indicator, level });
    let [there, _] = both_ways(&book, &second);
    near(there.level, 0.0, 1e-12);
    near(there.behind, 1.0, 1e-12);
    let drawn = compare_drawn(&book.ag, &book.sc, &second, pc(30));
    near(there.mean, drawn.mean, 2.0);
}
