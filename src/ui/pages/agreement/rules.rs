//! Reward rules: those of the agreement, and others for the open scenario alone.

use crate::app::{Edit, State};
use crate::model;
use crate::ui::context::{Shared, ViewProps, use_act};
use crate::ui::inputs::Choice;
use crate::ui::pages::agreement::pot::Earning;
use crate::ui::pages::agreement::pump::PumpPriming;
use crate::ui::pages::agreement::sharing::Sharing;
use crate::ui::record::Record;
use yew::prelude::*;

/// What the parts of a set of rules are given.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RulesProps {
    pub(crate) state: Shared,
    pub(crate) rules: model::Rules,
    /// Whose rules they are: the start of every id.
    pub(crate) whose: AttrValue,
    /// The same, to be changed.
    pub(crate) record: Record<model::Rules>,
}

impl RulesProps {
    pub(crate) fn id(&self, field: &str) -> String {
        format!("{}-{field}", self.whose)
    }
}

/// The agreement's rules, then those of the open scenario.
#[component]
pub(crate) fn Rules(props: &ViewProps) -> Html {
    let act = use_act();
    let state = &props.state;
    let workbook = &state.workbook;
    let Some(scenario) = workbook.scenario(state.open) else {
        return html! { <span hidden=true></span> };
    };
    let agreed = |state: &State| Some(state.workbook.agreement.rules.clone());
    let own = |state: &State| state.workbook.scenario(state.open)?.rules.clone();
    let choose = {
        let act = act.clone();
        Callback::from(move |index: usize| {
            let rules = act.now().as_deref().and_then(agreed);
            Some(Edit::ScenarioRules(rules.filter(|_| index == 1)))
        })
    };
    let changed = |_: &State, rules| Edit::ScenarioRules(Some(rules));
    let (agreed, own) = (
        Record::new(&act, agreed, |_, rules| Edit::Rules(rules)),
        Record::new(&act, own, changed),
    );
    html! {
        <section class="card form" aria-label="Reward rules">
            <h3>{ "Reward and pump-priming" } <small>{ "the rules of the agreement" }</small></h3>
            <Set state={state.clone()} rules={workbook.agreement.rules.clone()} whose="rules" record={agreed} />
            <Choice id="scenario-rules" label={format!("In {}", scenario.name)}
                options={["as in the agreement", "by rules of its own"].map(AttrValue::from).to_vec()}
                chosen={usize::from(scenario.rules.is_some())} {choose} />
            if let Some(rules) = &scenario.rules {
                <fieldset class="own-rules" key={scenario.id.0}>
                    <legend>{ format!("Rules of {} alone", scenario.name) }</legend>
                    <Set state={state.clone()} rules={rules.clone()} whose="own-rules" record={own} />
                </fieldset>
            }
        </section>
    }
}

/// One set of rules.
#[component]
fn Set(props: &RulesProps) -> Html {
    html! {
        <div class="pair rules">
            <Earning ..props.clone() />
            <Sharing ..props.clone() />
            <PumpPriming ..props.clone() />
        </div>
    }
}
