//! The published figures of `fixtures/oracles.json`, each with its source.

use crate::common::*;
use laa::engine::Evaluation;
use laa::model::{Interim, Pence, PumpGrant};
use serde_json::Value;

fn published() -> Value {
    serde_json::from_str(include_str!("../fixtures/oracles.json")).unwrap()
}

fn cases(kind: &str) -> Vec<Value> {
    published()[kind].as_array().unwrap().clone()
}

/// A number as it is written in the file.
fn text(value: &Value) -> String {
    value.to_string()
}

/// One outcome with the case's pot; a weight below the whole leaves the rest to another indicator.
fn scored(case: &Value, weight: u32) -> Evaluation {
    let mut book = Book::new(3);
    book.ag.rules.pot = laa::model::Pot::Stated(gbp(case["pot"].as_i64().unwrap()));
    let block = book.bl();
    let outcome = book.oc(block);
    let [without, with, actual] = ["without", "stretch", "actual"].map(|field| text(&case[field]));
    let indicator = book.rec(outcome, &without, &with, &actual);
    book.k(indicator).weight = weight;
    if weight < 10 {
        let rest = book.ki(outcome, "0", "1");
        book.k(rest).weight = 10 - weight;
    }
    book.ev()
}

#[test]
fn the_payable_share_of_every_published_indicator() {
    // Bath & North East Somerset Council, 6 December 2006, Appendix A.
    for case in cases("reward_cases") {
        let found = scored(&case, 10);
        let score = found.indicators[0].score.unwrap();
        let share = (case["p"].as_f64().unwrap() * 10_000.0).round() as i64;
        assert_eq!(score.basis_points(), share, "{}", case["name"]);
        assert_eq!(found.reward > Pence(0), share >= 6_000, "{}", case["name"]);
    }
}

#[test]
fn the_reward_of_indicators_whose_weight_does_not_matter() {
    // The same appendix: a target area with one indicator, and two indicators that earn nothing.
    let mut checked = 0;
    for case in cases("reward_cases") {
        if case["weight"].is_null() || case["weight"] == 1.0 {
            let found = scored(&case, 10);
            let expect = case["expect"].as_i64().unwrap();
            assert_eq!(to_the_pound(found.reward), expect, "{}", case["name"]);
            checked += 1;
        }
    }
    assert_eq!(checked, 3);
}

#[test]
fn consistency_check_the_weights_that_were_inferred_from_the_rewards_give_them_back() {
    for (name, weight, expect) in [
        ("bus journeys m", 9, 268_347),
        ("PT info satisfaction (exactly 60%)", 1, 17_890),
    ] {
        let cases = cases("reward_cases");
        let case = cases.iter().find(|case| case["name"] == name).unwrap();
        assert_eq!(case["expect"], expect);
        assert_eq!(to_the_pound(scored(case, weight).reward), expect, "{name}");
    }
}

#[test]
fn the_pot_is_two_and_a_half_per_cent_of_the_budget_requirement() {
    // Isle of Wight LPSA, schedule 4: £132,993,000 gives £3,324,825, printed as £3,325,000.
    let case = &cases("pot_cases")[0];
    let mut book = Book::new(3);
    book.ag.rules.pot = laa::model::Rules::default().pot;
    book.ag.area.net_budget = case["nbr"].as_i64().map(gbp);
    let pot = book.ev().pot;
    assert_eq!(pot, p(case["expect"].as_i64().unwrap()));
    let printed = case["printed"].as_i64().unwrap();
    assert!((to_the_pound(pot) - printed).abs() < 500);
}

#[test]
fn twelve_targets_or_thirteen() {
    // Bath & North East Somerset, 5 February 2003, Appendix 10: a thirteenth target dilutes the rest.
    for case in &cases("pot_cases")[1..] {
        let mut book = Book::new(3);
        book.ag.rules.pot = laa::model::Pot::Stated(gbp(case["pot"].as_i64().unwrap()));
        let block = book.bl();
        for _ in 0..case["targets"].as_i64().unwrap() {
            book.oc(block);
        }
        for outcome in book.ev().outcomes {
            let each = case["per_target"].as_i64().unwrap();
            assert_eq!(to_the_pound(outcome.potential), each);
        }
    }
}

#[test]
fn consistency_check_populations_that_were_inferred_from_the_grant_give_it_back() {
    for case in cases("ppg_cases") {
        let mut book = Book::new(3);
        book.ag.rules.pump.grant = PumpGrant::Formula;
        book.ag.area.population = Some(case["population"].as_u64().unwrap() as u32);
        let grant = book.ev().pump.grant;
        assert_eq!(grant.0, case["expect"].as_i64().unwrap(), "{}", case["src"]);
    }
}

#[test]
fn instalments_with_and_without_a_payment_on_account() {
    // Isle of Wight LPSA, schedule 4; that an excess is repaid in the first year is an assumption.
    for case in cases("instalments") {
        let [entitled, potential] = ["entitlement", "potential"].map(|name| case[name].as_i64());
        let mut book = Book::new(3);
        book.ag.rules.pot = laa::model::Pot::Stated(gbp(potential.unwrap()));
        let block = book.bl();
        let outcome = book.oc(block);
        let indicator = book.rec(outcome, "0", "100", &entitled.unwrap().to_string());
        let met = case["interim_met"].as_bool().unwrap();
        let level = if met { v("10") } else { v("11") };
        book.k(indicator).interim = Some(Interim { year: 1, level });
        book.k(indicator).actual[1] = Some(v("10"));
        let found = book.ev();
        let paid: Vec<i64> = payments(&found).iter().map(|&(_, sum)| sum).collect();
        let expect: Vec<i64> = serde_json::from_value(case["expect"].clone()).unwrap();
        assert_eq!(paid, expect, "{case}");
        assert_eq!(found.reward, p(entitled.unwrap()));
    }
}

#[test]
fn capital_and_revenue_as_determined() {
    // Hansard, 13 March 2009: half and half. Determination 31/1848: half the sum, 30% of it capital.
    let mut book = Book::new(3);
    let block = book.bl();
    let outcome = book.oc(block);
    book.rec(outcome, "0", "1", "1");
    let halves = book.ev().payments;
    assert_eq!(
        (halves[1].year, halves[1].capital, halves[1].revenue),
        (2009, p(25_000), p(25_000))
    );
    assert_eq!(
        (halves[2].year, halves[2].capital, halves[2].revenue),
        (2010, p(25_000), p(25_000))
    );

    book.ag.rules.payment = laa::model::PaymentRule::March2011;
    let cut = book.ev().payments;
    assert_eq!(
        (cut[1].year, cut[1].capital, cut[1].revenue),
        (2009, p(25_000), p(25_000))
    );
    assert_eq!(
        (cut[2].year, cut[2].capital, cut[2].revenue),
        (2010, p(7_500), p(17_500))
    );
    let split = &published()["split"];
    assert_eq!(
        (&split[1]["factor"], &split[1]["capital"]),
        (&Value::from(0.5), &Value::from(0.3))
    );
}
