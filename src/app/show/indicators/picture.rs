//! An indicator over the years, from its baseline to the end of the agreement.

use crate::app::lookup::Lookup;
use crate::app::show::indicators::result_of;
use crate::app::show::threshold;
use crate::app::state::State;
use crate::chart::figure::Role;
use crate::chart::trajectory::{Better, FanYear, Projection, Size, Trajectory};
use crate::engine::{IndicatorResult, RewardBasis};
use crate::model::{self, Agreement, Decimal, Indicator, IndicatorId, financial_year, order};
use crate::odds::{self, fan};

/// Years before the agreement that a picture shows one by one; an older baseline stands just before it.
const BEFORE: u16 = 6;

/// The paths of an indicator in the open scenario, with the projection of the base beside its own.
#[must_use]
pub fn trajectory(state: &State, id: IndicatorId, size: Size, width: f64) -> Option<Trajectory> {
    let agreement = &state.shown().agreement;
    let indicator = Lookup(agreement).indicator(id)?;
    let (base, open) = (state.base()?, state.scenario()?);
    let result = result_of(state, open.id, id)?;
    let (years, baseline) = years(agreement, indicator);
    let lead = years.len() - agreement.year_count();
    let padded = |series: &[Option<Decimal>]| -> Vec<Option<f64>> {
        let values = (0..agreement.year_count()).map(|year| series.get(year).copied().flatten());
        let before = std::iter::repeat_n(None, lead);
        before.chain(values.map(|value| value.map(drawn))).collect()
    };
    let projection = |scenario: &model::Scenario, role| {
        Some(Projection {
            name: scenario.name.clone(),
            role,
            values: padded(&result_of(state, scenario.id, id)?.value),
        })
    };
    let mut projections = Vec::new();
    if base.id != open.id {
        projections.extend(projection(base, Role::Base));
    }
    projections.extend(projection(open, Role::Open));
    Some(Trajectory {
        size,
        width,
        name: indicator.name.clone(),
        unit: indicator.unit.clone(),
        decimals: indicator.decimals,
        better: match indicator.better {
            model::Better::Higher => Better::Higher,
            model::Better::Lower => Better::Lower,
        },
        threshold: threshold(agreement, open),
        years,
        baseline,
        without: padded(&result.without),
        origin: padded(&origin(indicator, result)),
        with: padded(&result.with),
        actual: padded(&indicator.actual),
        projections,
        fan: match (size, indicator.risk) {
            (Size::Large, Some(_)) => fan_of(indicator, result, lead),
            _ => Vec::new(),
        },
    })
}

/// What shares of the stretch are measured from: what is expected without the agreement, or the baseline.
fn origin(indicator: &Indicator, result: &IndicatorResult) -> Vec<Option<Decimal>> {
    match (result.score.map(|score| score.basis), &indicator.baseline) {
        (Some(RewardBasis::Baseline), Some(baseline)) => {
            vec![Some(baseline.value); result.without.len()]
        }
        _ => result.without.clone(),
    }
}

/// Where the values may come to under the indicator's delivery risk, after the years before the agreement.
fn fan_of(indicator: &Indicator, result: &IndicatorResult, lead: usize) -> Vec<Option<FanYear>> {
    let year = |year: Option<odds::FanYear>| {
        let year = year?;
        let band = |a: f64, b: f64| (a.min(b), a.max(b));
        Some(FanYear {
            wide: band(year.worse, year.better),
            narrow: band(year.rather_worse, year.rather_better),
        })
    };
    let years = fan(indicator, result).years.into_iter().map(year);
    std::iter::repeat_n(None, lead).chain(years).collect()
}

fn drawn(value: Decimal) -> f64 {
    value.millionths() as f64 / Decimal::ONE as f64
}

/// The names of the years in the picture, and the place of the baseline with its value.
fn years(agreement: &Agreement, indicator: &Indicator) -> (Vec<String>, Option<(usize, f64)>) {
    let first = agreement.first_year;
    let own = (0..agreement.year_count()).map(|year| agreement.year_name(year));
    let Some(baseline) = indicator.baseline else {
        return (own.collect(), None);
    };
    let value = drawn(baseline.value);
    match first.checked_sub(baseline.year) {
        None | Some(0) => {
            let place = usize::from(baseline.year - first);
            (own.collect(), Some((place, value)))
        }
        Some(1..=BEFORE) => {
            let before = (baseline.year..first).map(financial_year);
            (before.chain(own).collect(), Some((0, value)))
        }
        Some(_) => {
            let before = std::iter::once(financial_year(baseline.year));
            (before.chain(own).collect(), Some((0, value)))
        }
    }
}

/// The year of a baseline until another is chosen: the last before the agreement, of which figures are known when it
/// is signed.
#[must_use]
pub fn usual_baseline_year(agreement: &Agreement) -> u16 {
    agreement.first_year.saturating_sub(1)
}

/// Years that a baseline may be of: those of the agreement and ten before, and the stated one.
#[must_use]
pub fn baseline_years(agreement: &Agreement, indicator: &Indicator) -> Vec<u16> {
    let first = agreement.first_year;
    let mut years: Vec<u16> =
        (first.saturating_sub(10)..first + u16::from(agreement.years)).collect();
    years.extend(indicator.baseline.map(|baseline| baseline.year));
    order::by_key(&mut years, |year| *year);
    years.dedup();
    years
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::edit::Edit;
    use crate::app::show::indicators::tests::bath;
    use crate::app::{Action, update};
    use crate::model::Baseline;

    /// Satisfied with public transport information: 34 in 2001/02, 40 without and 55 with in 2005/06;
    /// what is expected between is read off a straight line.
    #[test]
    fn the_picture_starts_at_the_baseline() {
        let drawn = trajectory(&bath(), IndicatorId(3), Size::Small, 220.0).unwrap();
        assert_eq!(
            drawn.years,
            ["2001/02", "2002/03", "2003/04", "2004/05", "2005/06"]
        );
        assert_eq!(drawn.baseline, Some((0, 34.0)));
        assert_eq!(
            drawn.without,
            [None, None, Some(37.0), Some(38.5), Some(40.0)]
        );
        assert_eq!(drawn.with, [None, None, None, None, Some(55.0)]);
        assert_eq!(drawn.actual[4], Some(49.0));
        assert_eq!(drawn.projections.len(), 1);
        assert_eq!(drawn.threshold, 0.6);
    }

    /// The stretch begins at what is expected without the agreement; by the rules of 2008–11 at the baseline, of 34.
    #[test]
    fn the_cliff_is_measured_from_where_the_scheme_measures() {
        let state = bath();
        let drawn = |state: &State| trajectory(state, IndicatorId(3), Size::Small, 220.0).unwrap();
        assert_eq!(drawn(&state).origin, drawn(&state).without);
        let mut rules = state.workbook.agreement.rules.clone();
        rules.preset = model::Preset::Designated;
        let mut indicator = state.workbook.agreement.indicators[2].clone();
        indicator.kind = model::Kind::Designated;
        let designated = vec![Edit::Rules(rules), Edit::Indicator(indicator)];
        let state = update(&state, Action::Commit(Edit::Many(designated)));
        assert_eq!(drawn(&state).origin[2..], [Some(34.0); 3]);
    }

    #[test]
    fn a_baseline_long_before_stands_just_before_and_a_late_one_among_the_years() {
        let with_baseline = |year| {
            let state = bath();
            let mut indicator = state.workbook.agreement.indicators[2].clone();
            let value = "34".parse().unwrap();
            indicator.baseline = Some(Baseline { year, value });
            let state = update(&state, Action::Commit(Edit::Indicator(indicator)));
            let drawn = trajectory(&state, IndicatorId(3), Size::Small, 220.0).unwrap();
            (
                drawn.years.len(),
                drawn.years[0].clone(),
                drawn.baseline.unwrap().0,
            )
        };
        assert_eq!(with_baseline(1985), (4, "1985/86".to_owned(), 0));
        assert_eq!(with_baseline(2004), (3, "2003/04".to_owned(), 1));
    }

    #[test]
    fn the_year_of_a_baseline_is_always_among_those_offered() {
        let state = bath();
        let mut indicator = state.workbook.agreement.indicators[2].clone();
        let years = baseline_years(&state.workbook.agreement, &indicator);
        assert_eq!((years.first(), years.last()), (Some(&1993), Some(&2005)));
        let value = "34".parse().unwrap();
        indicator.baseline = Some(Baseline { year: 1971, value });
        assert_eq!(
            baseline_years(&state.workbook.agreement, &indicator)[0],
            1971
        );
    }
}
