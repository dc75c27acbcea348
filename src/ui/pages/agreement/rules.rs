//! Reward rules: those of the agreement, and others for the open scenario alone.

use crate::app::Edit;
use crate::model;
use crate::ui::context::{Shared, ViewProps};
use crate::ui::inputs::Choice;
use crate::ui::pages::agreement::pot::Earning;
use crate::ui::pages::agreement::pump::PumpPriming;
use crate::ui::pages::agreement::sharing::Sharing;
use yew::prelude::*;

/// What the parts of a set of rules are given.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RulesProps {
    pub(crate) state: Shared,
    pub(crate) rules: model::Rules,
    /// Whose rules they are: the start of every id.
    pub(crate) whose: AttrValue,
    /// The edit that changed rules mean.
    pub(crate) make: Callback<model::Rules, Edit>,
}

impl RulesProps {
    /// Reads a field of the rules.
    pub(crate) fn read(
        &self,
        set: fn(&mut model::Rules, &str) -> Result<(), String>,
    ) -> Callback<String, Result<Edit, String>> {
        let (rules, make) = (self.rules.clone(), self.make.clone());
        Callback::from(move |text: String| {
            let mut changed = rules.clone();
            set(&mut changed, &text)?;
            Ok(make.emit(changed))
        })
    }

    /// The edit that an option of a list means.
    pub(crate) fn pick<T: Clone + 'static>(
        &self,
        values: Vec<T>,
        set: fn(&mut model::Rules, T),
    ) -> Callback<usize, Option<Edit>> {
        let (rules, make) = (self.rules.clone(), self.make.clone());
        Callback::from(move |index: usize| {
            let mut changed = rules.clone();
            set(&mut changed, values.get(index)?.clone());
            Some(make.emit(changed))
        })
    }

    /// The rules with one thing changed, as an edit.
    pub(crate) fn with(&self, set: impl FnOnce(&mut model::Rules)) -> Edit {
        let mut changed = self.rules.clone();
        set(&mut changed);
        self.make.emit(changed)
    }

    pub(crate) fn id(&self, field: &str) -> String {
        format!("{}-{field}", self.whose)
    }
}

/// The agreement's rules, then those of the open scenario.
#[component]
pub(crate) fn Rules(props: &ViewProps) -> Html {
    let state = &props.state;
    let workbook = &state.workbook;
    let Some(scenario) = workbook.scenario(state.open) else {
        return html! { <span hidden=true></span> };
    };
    let agreed = workbook.agreement.rules.clone();
    let choose = {
        let agreed = agreed.clone();
        Callback::from(move |index: usize| {
            Some(Edit::ScenarioRules((index == 1).then(|| agreed.clone())))
        })
    };
    let own = Callback::from(|rules: model::Rules| Edit::ScenarioRules(Some(rules)));
    html! {
        <section class="card form" aria-label="Reward rules">
            <h3>{ "Reward and pump-priming" } <small>{ "the rules of the agreement" }</small></h3>
            <Set state={state.clone()} rules={agreed} whose="rules" make={Callback::from(Edit::Rules)} />
            <Choice id="scenario-rules" label={format!("In {}", scenario.name)}
                options={["as in the agreement", "by rules of its own"].map(AttrValue::from).to_vec()}
                chosen={usize::from(scenario.rules.is_some())} {choose} />
            if let Some(rules) = &scenario.rules {
                <fieldset class="own-rules" key={scenario.id.0}>
                    <legend>{ format!("Rules of {} alone", scenario.name) }</legend>
                    <Set state={state.clone()} rules={rules.clone()} whose="own-rules" make={own} />
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
