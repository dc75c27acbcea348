//! Reward in pictures: by indicator to the total, and payments by year.

use crate::app::lookup::Lookup;
use crate::app::show::chances::{between, ranges};
use crate::app::show::reward::rules_of;
use crate::app::show::standing::unscored;
use crate::app::state::State;
use crate::app::working::{pays, percentage};
use crate::chart::payments::{Payments, Range, Year};
use crate::chart::waterfall::{Group, Row, Standing, Waterfall};
use crate::engine::{IndicatorResult, PaymentYear};
use crate::model::{BasisPoints, Pence, financial_year};
use crate::text::money;

/// A sum as pounds for a picture.
fn drawn(sum: Pence) -> f64 {
    sum.0 as f64 / 100.0
}

/// What each rewarded indicator of the open scenario earns, up to the total; none where none can earn.
#[must_use]
pub fn waterfall(state: &State, width: f64) -> Option<Waterfall> {
    let scenario = state.scenario()?;
    let result = state.result(scenario.id)?;
    let rules = rules_of(state, scenario);
    let agreement = &state.shown().agreement;
    let names = Lookup(agreement);
    let (mut running, mut lost) = (Pence(0), Pence(0));
    let mut groups = Vec::new();
    let in_order = agreement
        .blocks
        .iter()
        .flat_map(|block| names.outcomes_in(block.id));
    for outcome in in_order {
        let mut rows = Vec::new();
        let mut earned = Pence(0);
        for indicator in names.indicators_of(outcome.id) {
            let found = result
                .indicators
                .iter()
                .find(|found| found.id == indicator.id);
            let Some(found) = found.filter(|found| found.rewarded) else {
                continue;
            };
            let standing = match pays(result, rules.threshold, found) {
                Some(true) => Standing::Pays,
                Some(false) => Standing::Under,
                None => Standing::Unscored,
            };
            running += found.reward;
            earned += found.reward;
            if standing == Standing::Under {
                lost += found.potential;
            }
            rows.push(Row {
                running_label: money::short(running),
                ..row(&indicator.name, found, standing, rules.threshold)
            });
        }
        if !rows.is_empty() {
            groups.push(Group {
                name: outcome.name.clone(),
                class: names.block_class(Some(outcome.block)),
                label: money::short(earned),
                rows,
            });
        }
    }
    (!groups.is_empty()).then(|| Waterfall {
        width,
        groups,
        earned_label: money::headline(result.reward),
        potential_label: money::headline(result.pot),
        lost_label: money::headline(lost),
        unscored: unscored(agreement, result),
    })
}

fn row(name: &str, found: &IndicatorResult, standing: Standing, threshold: BasisPoints) -> Row {
    Row {
        key: format!("indicator-{}", found.id.0),
        name: name.to_owned(),
        standing,
        score: found.score.map_or_else(
            || "no score".to_owned(),
            |score| percentage(score, threshold),
        ),
        potential: drawn(found.potential),
        earned: drawn(found.reward),
        potential_label: money::short(found.potential),
        earned_label: money::short(found.reward),
        running_label: String::new(),
    }
}

/// Payments of the open scenario by year; none where nothing is paid.
#[must_use]
pub fn payments(state: &State, width: f64) -> Option<Payments> {
    let paid = &state.result(state.open)?.payments;
    let ranges = ranges(state).0.map_or(&[][..], |found| &found.payments);
    let range = |year: u16| {
        let found = ranges.iter().find(|found| found.year == year)?.range;
        Some(Range {
            low: found.p10,
            high: found.p90,
            label: between(found)?,
        })
    };
    let totals: Vec<Pence> = paid.iter().map(PaymentYear::total).collect();
    let labels = money::parts(&totals);
    let years = paid.iter().zip(labels).map(|(paid, label)| Year {
        name: financial_year(paid.year),
        capital: drawn(paid.capital),
        revenue: drawn(paid.revenue),
        capital_label: money::whole(paid.capital),
        revenue_label: money::whole(paid.revenue),
        label,
        range: range(paid.year),
    });
    let any = totals.iter().any(|&total| total != Pence(0));
    any.then(|| Payments {
        width,
        years: years.collect(),
        format: |pounds| money::short(Pence((pounds * 100.0) as i64)),
    })
}
