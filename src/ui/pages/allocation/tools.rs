//! Spread, copy and clear for the whole sheet, and how pump-priming is split.

use crate::app::{Action, Edit, Notice};
use crate::model::{Outcome, OutcomeId, Pounds, PumpSplit, Scenario, split};
use crate::ui::context::{Shared, use_act};
use crate::ui::inputs::Choice;
use crate::ui::pages::allocation::spend;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ToolsProps {
    pub(super) state: Shared,
    pub(super) pump: bool,
}

/// Fill, clear, spread and copy for the whole sheet.
#[component]
pub(super) fn Tools(props: &ToolsProps) -> Html {
    let act = use_act();
    let ToolsProps { state, pump } = props.clone();
    let commit = |edit: Result<Edit, &'static str>| {
        let act = act.clone();
        move |_: MouseEvent| {
            act.send(match &edit {
                Ok(edit) => Action::Commit(edit.clone()),
                Err(says) => Action::Tell(Notice::wrong(*says)),
            });
        }
    };
    let agreement = &state.workbook.agreement;
    let years = agreement.year_count();
    let cells = |value: &dyn Fn(OutcomeId, usize) -> Pounds| {
        let cell = |outcome: &Outcome, year| spend(pump, outcome.id, year, value(outcome.id, year));
        Edit::Many(
            agreement
                .outcomes
                .iter()
                .flat_map(|outcome| (0..years).map(move |year| cell(outcome, year)))
                .collect(),
        )
    };
    let open = state.workbook.scenario(state.open);
    let grid = |scenario: &Scenario| {
        if pump {
            scenario.pump.spending.clone()
        } else {
            scenario.spending.clone()
        }
    };
    let other = state.workbook.scenarios.iter().find(|scenario| {
        scenario.id != state.open
            && (scenario.id == state.workbook.base || state.open == state.workbook.base)
    });
    let clear = cells(&|_, _| Pounds(0));
    let spread = open.map(|scenario| {
        let grid = grid(scenario);
        cells(&|outcome, year| {
            let total: i64 = (0..years).map(|year| grid.get(outcome, year).0).sum();
            Pounds(split(total, &vec![1; years])[year])
        })
    });
    let copy = other.map(|scenario| {
        let grid = grid(scenario);
        cells(&|outcome, year| grid.get(outcome, year))
    });
    let how = open.map_or(PumpSplit::Typed, |scenario| scenario.pump.split);
    const SPLITS: [PumpSplit; 3] = [PumpSplit::Typed, PumpSplit::Equal, PumpSplit::Indicators];
    html! {
        <div class="tools">
            if pump {
                <Choice id="pump-split" label="Split" options={["typed", "equally", "by share of indicators"].map(AttrValue::from).to_vec()}
                    chosen={SPLITS.iter().position(|&other| other == how).unwrap_or(0)}
                    choose={Callback::from(|index: usize| SPLITS.get(index).map(|&split| Edit::SplitPump(split)))} />
            }
            if !pump || how == PumpSplit::Typed {
                if let Some(spread) = spread {
                    <button type="button" onclick={commit(Ok(spread))} title="Each outcome's total, the same in every year">{ "Spread evenly" }</button>
                }
                if let (Some(copy), Some(other)) = (copy, other) {
                    <button type="button" onclick={commit(Ok(copy))}>{ format!("Copy from {}", other.name) }</button>
                }
                <button type="button" onclick={commit(Ok(clear))}>{ "Clear" }</button>
            }
        </div>
    }
}
