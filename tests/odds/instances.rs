//! The instances of the speed comparison: chances and means in closed form, quantiles against refined answers.

use crate::instance::Instance;
use crate::integral::near;
use laa::model::Workbook;
use laa::odds::{Fineness, Odds, odds};
use serde_json::Value;

fn read(size: &str) -> (Workbook, Value) {
    let text = match size {
        "small" => include_str!("../fixtures/speed/small.json"),
        "medium" => include_str!("../fixtures/speed/medium.json"),
        _ => include_str!("../fixtures/speed/national.json"),
    };
    let expected: Value =
        serde_json::from_str(include_str!("../fixtures/speed/expected.json")).unwrap();
    let workbook = Instance::read(text).at_risk();
    (workbook, expected[size]["montecarlo"].clone())
}

fn of(workbook: &Workbook, fineness: Fineness) -> Odds {
    odds(
        &workbook.agreement,
        &workbook.scenarios[0],
        workbook.correlation,
        fineness,
    )
}

#[test]
fn chances_and_means_are_the_closed_forms() {
    for size in ["small", "medium", "national"] {
        let (workbook, expected) = read(size);
        let found = of(&workbook, Fineness::LIVE);
        let chances = expected["p_exact"].as_array().unwrap();
        assert_eq!(found.indicators.len(), chances.len());
        for (indicator, chance) in found.indicators.iter().zip(chances) {
            let chance = chance.as_f64().unwrap();
            near(indicator.threshold, chance, 1e-6 * chance);
        }
        let mean = expected["mean_exact"].as_f64().unwrap();
        near(found.mean, mean, 1e-6 * mean);
        near(found.reward.mean(), mean, 1e-6 * mean);
    }
}

#[test]
fn quantiles_lie_within_four_hundred_pounds_of_the_refined_answers() {
    // 8,192 points and 81 nodes: the table of the speed comparison.
    for (size, refined) in [
        ("small", [368_611.0, 572_412.0, 763_926.0]),
        ("national", [2_111_610.0, 2_969_925.0, 3_892_601.0]),
    ] {
        let (workbook, _) = read(size);
        let range = of(&workbook, Fineness::LIVE).reward.range();
        for (found, refined) in [range.p10, range.p50, range.p90].into_iter().zip(refined) {
            near(found, refined, 400.0);
        }
    }
}

#[test]
fn quantiles_lie_within_the_error_of_ten_million_draws() {
    for size in ["small", "medium", "national"] {
        let (workbook, expected) = read(size);
        let range = of(&workbook, Fineness::LIVE).reward.range();
        for (found, name) in [(range.p10, "p10"), (range.p50, "p50"), (range.p90, "p90")] {
            let drawn = expected[name].as_f64().unwrap();
            let error = expected[format!("{name}_se")].as_f64().unwrap();
            near(found, drawn, 4.0 * error);
        }
    }
}

#[test]
fn a_live_answer_is_near_the_fine_one_whatever_the_correlation() {
    let (mut workbook, _) = read("national");
    for correlation in [0, 50, 95] {
        workbook.correlation = laa::model::BasisPoints(correlation * 100);
        let live = of(&workbook, Fineness::LIVE).reward.range();
        let fine = Fineness {
            points: 2_048,
            spacing: 0.5,
        };
        let fine = of(&workbook, fine).reward.range();
        for (live, fine) in [
            (live.p10, fine.p10),
            (live.p50, fine.p50),
            (live.p90, fine.p90),
        ] {
            near(live, fine, 400.0);
        }
    }
}
