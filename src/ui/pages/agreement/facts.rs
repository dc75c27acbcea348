//! The area, its two figures, and the years.

use crate::app::show::agreement::read_year;
use crate::app::show::years::changed;
use crate::app::{Action, Edit, State};
use crate::model::limits;
use crate::text::{money, name, number};
use crate::ui::context::{ViewProps, use_act};
use crate::ui::inputs::{Field, List};
use crate::ui::record::Record;
use yew::prelude::*;

#[component]
pub(crate) fn Facts(props: &ViewProps) -> Html {
    let workbook = &props.state.workbook;
    let agreement = &workbook.agreement;
    let area = &agreement.area;
    let title = Callback::from(|text: String| name::read(&text).map(Edit::Title));
    let first_year = Callback::from(|text: String| read_year(&text).map(Edit::FirstYear));
    let act = use_act();
    let find = |state: &State| Some(state.workbook.agreement.area.clone());
    let record = Record::new(&act, find, |_, area| Edit::Area(area));
    let years = {
        let workbook = workbook.clone();
        Callback::from(move |index: usize| {
            let Ok(years) = u8::try_from(index + 1) else {
                return;
            };
            if let Some(says) = changed(&workbook, years) {
                act.send(Action::CommitSaying(Edit::Years(years), says));
            }
        })
    };
    let year_names = (1..=limits::YEARS).map(|years| AttrValue::from(years.to_string()));
    html! {
        <section class="card form" aria-label="Area and years">
            <h3>{ "Area and years" }</h3>
            <div class="fields">
                <Field id="title" label="Title of the workbook" value={workbook.title.clone()} read={title} numeric={false} />
                <Field id="area" label="Area" value={area.name.clone()} numeric={false}
                    read={record.read(|area, text| { area.name = name::read(text)?; Ok(()) })} />
                <Field id="population" label="Population" value={area.population.map_or_else(String::new, |people| number::grouped(people.into()))}
                    hint="Pump-priming pays £1 a head." placeholder="not stated"
                    read={record.read(|area, text| {
                        area.population = number::read_count(text, limits::POPULATION).map_err(|wrong| wrong.says())?;
                        Ok(())
                    })} />
                <Field id="net-budget" label="Net budget requirement, a year" before="£"
                    value={area.net_budget.map_or_else(String::new, money::typed)}
                    hint="The reward pot is a share of it." placeholder="not stated"
                    read={record.read(|area, text| {
                        let pounds = money::read(text).map_err(|wrong| wrong.says())?;
                        area.net_budget = (!text.trim().is_empty()).then_some(pounds);
                        Ok(())
                    })} />
                <Field id="first-year" label="First year" value={agreement.year_name(0)} read={first_year}
                    hint="The financial year in which it starts." />
                <div class="field">
                    <label for="years">{ "Number of years" }</label>
                    <span class="hint" id="years-hint">{ "Fewer drop the last years with their figures; Undo brings them back." }</span>
                    <List id="years" options={year_names.collect::<Vec<_>>()} described="years-hint"
                        chosen={Some(agreement.year_count().saturating_sub(1))} choose={years} />
                </div>
            </div>
        </section>
    }
}
