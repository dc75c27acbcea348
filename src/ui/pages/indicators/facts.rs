//! What an indicator is: name, outcome, unit, direction, baseline, interim level; and this scenario's stretch.

use crate::app::Edit;
use crate::app::show::indicators::{
    Retyped, baseline_years, interim, usual_baseline_year, usual_interim_year,
};
use crate::model::{Baseline, Better, Decimal, Indicator, Interim, Kind, financial_year, limits};
use crate::text::{name, number, unit};
use crate::ui::context::Shared;
use crate::ui::inputs::{Choice, Field};
use crate::ui::pages::indicators::opened::use_indicator;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct FactsProps {
    pub(super) state: Shared,
    /// The indicator as committed.
    pub(super) indicator: Indicator,
}

/// A unit may be empty.
fn unit(text: &str) -> Result<String, String> {
    if text.trim().is_empty() {
        Ok(String::new())
    } else {
        name::read(text)
    }
}

fn level(text: &str) -> Result<Option<Decimal>, String> {
    number::read(text).map_err(|wrong| wrong.says())
}

fn count(text: &str, most: u32) -> Result<Option<u32>, String> {
    number::read_count(text, most).map_err(|wrong| wrong.says())
}

#[component]
pub(super) fn Facts(props: &FactsProps) -> Html {
    let record = use_indicator(props.indicator.id);
    let indicator = &props.indicator;
    let outcomes = &props.state.workbook.agreement.outcomes;
    let ids: Vec<_> = outcomes.iter().map(|outcome| outcome.id).collect();
    let outcome = ids.iter().position(|&id| id == indicator.outcome);
    let outcome_names = outcomes.iter().map(|outcome| outcome.name.clone().into());
    const WAYS: [Better; 2] = [Better::Higher, Better::Lower];
    const KINDS: [(Kind, &str); 4] = [
        (Kind::Stretch, "stretch: rewarded 2003–08"),
        (Kind::Designated, "designated: rewarded 2008–11"),
        (Kind::Statutory, "statutory: no reward"),
        (Kind::Local, "local: no reward"),
    ];
    let texts = |options: &[&'static str]| {
        options
            .iter()
            .map(|&text| text.into())
            .collect::<Vec<AttrValue>>()
    };
    let decimals: Vec<u8> = (0..=6).collect();
    html! {
        <section class="card">
            <h3>{ "What it is" } <small>{ "facts of the agreement, the same in every scenario" }</small></h3>
            <div class="indicator-facts">
                <div class="whole">
                    <Field id="indicator-name" label="Name" numeric=false value={indicator.name.clone()}
                        read={record.read(|indicator, text| { indicator.name = name::read(text)?; Ok(()) })} />
                </div>
                <div class="whole">
                    <Choice id="indicator-outcome" label="Outcome that it measures" options={outcome_names.collect::<Vec<AttrValue>>()} chosen={outcome.unwrap_or(0)}
                        choose={record.pick(ids, |indicator, id| indicator.outcome = id)} />
                </div>
                <Choice id="indicator-better" label="Which way is better" options={texts(&["higher is better", "lower is better"])}
                    chosen={usize::from(indicator.better == Better::Lower)}
                    choose={record.pick(WAYS.to_vec(), |indicator, better| indicator.better = better)} />
                <Field id="indicator-unit" label="Unit" numeric=false placeholder="%, per 1,000, people" value={indicator.unit.clone()}
                    read={record.read(|indicator, text| { indicator.unit = unit(text)?; Ok(()) })} />
                <Choice id="indicator-decimals" label="Decimal places reported" options={texts(&["0", "1", "2", "3", "4", "5", "6"])}
                    chosen={usize::from(indicator.decimals)}
                    choose={record.pick(decimals, |indicator, places| indicator.decimals = places)} />
                <Choice id="indicator-kind" label="Kind" options={texts(&KINDS.map(|(_, text)| text))}
                    chosen={KINDS.iter().position(|(kind, _)| *kind == indicator.kind).unwrap_or(0)}
                    choose={record.pick(KINDS.map(|(kind, _)| kind).to_vec(), |indicator, kind| indicator.kind = kind)} />
                <Field id="indicator-weight" label="Weight within its outcome" value={indicator.weight.to_string()}
                    read={record.read(|indicator, text| { indicator.weight = count(text, limits::WEIGHT)?.unwrap_or(1); Ok(()) })} />
                <Field id="indicator-national" label="Number in the national set" placeholder="none" value={indicator.national.map_or_else(String::new, |number| number.to_string())}
                    read={record.read(|indicator, text| {
                        let number = count(text, limits::NATIONAL)?.and_then(|number| u16::try_from(number).ok());
                        indicator.national = number.filter(|&number| number > 0);
                        Ok(())
                    })} />
                <BaselineFields ..props.clone() />
                <InterimFields ..props.clone() />
            </div>
        </section>
    }
}

/// Where it stood before the agreement, and in which year.
#[component]
fn BaselineFields(props: &FactsProps) -> Html {
    let record = use_indicator(props.indicator.id);
    let indicator = &props.indicator;
    let agreement = &props.state.workbook.agreement;
    let years = baseline_years(agreement, indicator);
    let usual = usual_baseline_year(agreement);
    let year = indicator.baseline.map_or(usual, |baseline| baseline.year);
    let value = indicator.baseline.map_or_else(String::new, |baseline| {
        number::typed(baseline.value, indicator.decimals)
    });
    let names = years.iter().map(|&year| financial_year(year).into());
    html! {
        <>
            <Field id="indicator-baseline" label="Baseline" placeholder="not stated" {value}
                read={record.read(move |indicator, text| {
                    let year = indicator.baseline.map_or(usual, |baseline| baseline.year);
                    indicator.baseline = level(text)?.map(|value| Baseline { year, value });
                    Ok(())
                })} />
            <Choice id="indicator-baseline-year" label="Year of the baseline" options={names.collect::<Vec<AttrValue>>()}
                chosen={years.iter().position(|&other| other == year).unwrap_or(0)} disabled={indicator.baseline.is_none()}
                choose={record.pick(years, |indicator, year| indicator.baseline = indicator.baseline.map(|baseline| Baseline { year, ..baseline }))} />
        </>
    }
}

/// A level that earns a payment on account, and its year.
#[component]
fn InterimFields(props: &FactsProps) -> Html {
    let record = use_indicator(props.indicator.id);
    let indicator = &props.indicator;
    let agreement = &props.state.workbook.agreement;
    let years: Vec<u8> = (0..agreement.years).collect();
    let usual = usual_interim_year(agreement);
    let year = indicator.interim.map_or(usual, |interim| interim.year);
    let value = indicator.interim.map_or_else(String::new, |interim| {
        number::typed(interim.level, indicator.decimals)
    });
    let names = (0..agreement.year_count()).map(|year| agreement.year_name(year).into());
    html! {
        <>
            <Field id="indicator-interim" label="Interim level" placeholder="none" {value}
                read={record.read(move |indicator, text| {
                    let year = indicator.interim.map_or(usual, |interim| interim.year);
                    indicator.interim = level(text)?.map(|level| Interim { year, level });
                    Ok(())
                })} />
            <Choice id="indicator-interim-year" label="Year of the interim level" options={names.collect::<Vec<AttrValue>>()}
                chosen={usize::from(year)} disabled={indicator.interim.is_none()}
                choose={record.pick(years, |indicator, year| indicator.interim = indicator.interim.map(|interim| Interim { year, ..interim }))} />
            <p class="whole hint" aria-live="polite">{ interim(&props.state, indicator.id) }</p>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct StretchProps {
    /// The indicator as committed.
    pub(super) indicator: Indicator,
    pub(super) retyped: Retyped,
    /// The level of the open scenario as committed; empty where it keeps the agreement's.
    pub(super) level: AttrValue,
}

/// The stretch level of the open scenario: the agreement's path stays.
#[component]
pub(super) fn Stretch(props: &StretchProps) -> Html {
    let id = props.indicator.id;
    let read =
        Callback::from(move |text: String| level(&text).map(|level| Edit::Stretch(id, level)));
    let unit = match unit::said(&props.indicator.unit) {
        "" => String::new(),
        unit => format!(", {unit}"),
    };
    html! {
        <section class="card">
            <h3>{ "Stretch in this scenario" }</h3>
            <Field id="indicator-stretch" label={format!("Level to be reached in the last year{unit}")} hint="Empty keeps the agreement's. Money delivers the same units: only the target moves."
                placeholder={props.retyped.agreed.clone()} value={props.level.clone()} {read} />
            <p aria-live="polite">{ props.retyped.effect.clone() }</p>
        </section>
    }
}
