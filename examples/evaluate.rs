//! Prints the evaluation of a workbook file as JSON: `cargo run --release --example evaluate -- FILE.json`.

use laa::codec::file::{self, FileError};
use laa::engine::{Evaluation, Finding, IndicatorResult, PartnerResult, Sharer, evaluate};
use laa::model::{
    Agreement, Decimal, Pence, Pounds, Preset, Rules, Scenario, Workbook, financial_year,
};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Write;
use std::process::ExitCode;

/// A workbook with what follows from each of its scenarios.
#[derive(Serialize)]
struct Told<'a> {
    title: &'a str,
    scenarios: Vec<ScenarioTold<'a>>,
}

/// Reward is in pence, typed money in pounds, shares in basis points.
#[derive(Serialize)]
struct ScenarioTold<'a> {
    name: &'a str,
    pot_pence: Pence,
    reward_pence: Pence,
    /// By how much it is not affordable.
    over_pounds: Pounds,
    indicators: Vec<IndicatorTold<'a>>,
    payments: Vec<PaymentTold>,
    shares: Vec<ShareTold<'a>>,
    findings: Vec<Finding>,
}

#[derive(Serialize)]
struct IndicatorTold<'a> {
    name: &'a str,
    value: BTreeMap<String, Option<Decimal>>,
    score_basis_points: Option<i64>,
    payable_basis_points: i64,
    potential_pence: Pence,
    reward_pence: Pence,
}

#[derive(Serialize)]
struct PaymentTold {
    year: String,
    capital_pence: Pence,
    revenue_pence: Pence,
}

#[derive(Serialize)]
struct ShareTold<'a> {
    who: &'a str,
    reward_pence: BTreeMap<String, Pence>,
}

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let (Some(path), None) = (args.next(), args.next()) else {
        eprintln!("Usage: cargo run --release --example evaluate -- FILE.json");
        return ExitCode::FAILURE;
    };
    let told = read(&path).and_then(|workbook| tell(&workbook));
    let written = told.and_then(|text| {
        let written = writeln!(std::io::stdout(), "{text}");
        written.map_err(|error| error.to_string())
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{path}: {why}");
            ExitCode::FAILURE
        }
    }
}

fn read(path: &str) -> Result<Workbook, String> {
    let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    file::read(&text).map_err(|error| match error {
        FileError::Faults(faults) => {
            let said = faults.iter().map(|fault| match fault.about {
                Some(about) => format!("{about:?}: {}", fault.says),
                None => fault.says.clone(),
            });
            said.collect::<Vec<_>>().join("\n")
        }
        other => other.to_string(),
    })
}

fn tell(workbook: &Workbook) -> Result<String, String> {
    let scenarios = workbook.scenarios.iter();
    let told = Told {
        title: &workbook.title,
        scenarios: scenarios
            .map(|scenario| of_scenario(&workbook.agreement, scenario))
            .collect(),
    };
    serde_json::to_string_pretty(&told).map_err(|error| error.to_string())
}

fn of_scenario<'a>(agreement: &'a Agreement, scenario: &'a Scenario) -> ScenarioTold<'a> {
    let rules = scenario.rules_in(agreement);
    let found = evaluate(agreement, scenario);
    let payments = found.payments.iter().map(|payment| PaymentTold {
        year: financial_year(payment.year),
        capital_pence: payment.capital,
        revenue_pence: payment.revenue,
    });
    let indicators = found.indicators.iter();
    let rows = found.partners.iter();
    ScenarioTold {
        name: &scenario.name,
        pot_pence: found.pot,
        reward_pence: found.reward,
        over_pounds: found.over,
        indicators: indicators
            .map(|result| of_indicator(agreement, rules, &found, result))
            .collect(),
        payments: payments.collect(),
        shares: rows
            .map(|row| of_sharer(agreement, rules, &found, row))
            .collect(),
        findings: found.findings.clone(),
    }
}

fn of_indicator<'a>(
    agreement: &'a Agreement,
    rules: &Rules,
    found: &Evaluation,
    result: &IndicatorResult,
) -> IndicatorTold<'a> {
    let given = agreement.indicators.iter().find(|it| it.id == result.id);
    let values = result.value.iter().enumerate();
    // Under the rules of 2008–11 the cliff is that of the average.
    let judged = match rules.preset {
        Preset::Lpsa | Preset::Stretch => result.score,
        Preset::Designated => found.average,
    };
    let pays = result.rewarded && judged.is_some_and(|score| score.reaches(rules.threshold));
    let score = result.score.map(|score| score.basis_points());
    IndicatorTold {
        name: given.map_or("", |indicator| &indicator.name),
        value: values
            .map(|(year, &value)| (agreement.year_name(year), value))
            .collect(),
        score_basis_points: score,
        payable_basis_points: score
            .filter(|_| pays)
            .map_or(0, |score| score.clamp(0, 10_000)),
        potential_pence: result.potential,
        reward_pence: result.reward,
    }
}

/// What a partner, a top-slice or the part held for bids gets, by year of payment.
fn of_sharer<'a>(
    agreement: &'a Agreement,
    rules: &'a Rules,
    found: &Evaluation,
    row: &PartnerResult,
) -> ShareTold<'a> {
    let who = match row.sharer {
        Sharer::Partner(id) => {
            let partner = agreement.partners.iter().find(|it| it.id == id);
            partner.map_or("", |partner| &partner.name)
        }
        Sharer::TopSlice(place) => {
            let slice = rules.sharing.top_slices.get(place);
            slice.map_or("", |slice| &slice.name)
        }
        Sharer::Bids => "held for bids",
        Sharer::Unassigned => "nobody named",
    };
    let years = found.payments.iter().zip(&row.reward);
    ShareTold {
        who,
        reward_pence: years
            .map(|(payment, &pence)| (financial_year(payment.year), pence))
            .collect(),
    }
}
