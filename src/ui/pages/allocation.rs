//! Allocation: money on outcomes by year, with what is left in each pot while one types.

use crate::app::show::allocation::{block_total, hint, pots, reaches, response};
use crate::app::{Action, Edit, Lookup, Notice, problem};
use crate::chart;
use crate::chart::response::Handles;
use crate::model::{Outcome, OutcomeId, Pence, Pounds, PumpSplit, SetUp};
use crate::text::money;
use crate::ui::context::{Shared, ViewProps, use_act};
use crate::ui::figures::FigureView;
use crate::ui::inputs::grid::{Cell, Grid, Head, InputCell, Row};
use crate::ui::inputs::{Choice, Slider};
use crate::ui::pages::findings::Findings;
use crate::ui::pages::pins::Pins;
use yew::prelude::*;

/// Which money is typed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Money {
    Pooled,
    Pump,
}

#[component]
pub(crate) fn Allocation(props: &ViewProps) -> Html {
    let state = &props.state;
    let money = use_state(|| Money::Pooled);
    let chosen = use_state(|| None::<OutcomeId>);
    let agreement = &state.shown().agreement;
    let at_hand = (*chosen)
        .filter(|&id| Lookup(agreement).outcome(id).is_some())
        .or_else(|| agreement.outcomes.first().map(|outcome| outcome.id));
    let choose = {
        let chosen = chosen.clone();
        Callback::from(move |id| chosen.set(Some(id)))
    };
    let switch = |to: Money, text: &'static str| {
        let (money, on) = (money.clone(), *money == to);
        html! { <button type="button" aria-pressed={on.to_string()} class={on.then_some("on")} onclick={move |_| money.set(to)}>{ text }</button> }
    };
    html! {
        <div class="view with-side">
            <Say state={state.clone()} />
            <div class="main">
                <section class="card">
                    <div class="card-head">
                        <SetUpChoice state={state.clone()} />
                        <div class="tabs" role="group" aria-label="Which money">
                            { switch(Money::Pooled, "Pooled money") }
                            { switch(Money::Pump, "Pump-priming") }
                        </div>
                    </div>
                    if agreement.outcomes.is_empty() {
                        <p class="nothing">{ "There is no outcome to spend on yet. Add one under Agreement." }</p>
                    } else {
                        <Tools state={state.clone()} pump={*money == Money::Pump} />
                        <Sheet state={state.clone()} pump={*money == Money::Pump} {at_hand} {choose} />
                    }
                </section>
            </div>
            <div class="side">
                <Left state={state.clone()} />
                <Findings state={state.clone()} least={problem::Weight::Rule} />
                { for at_hand.map(|outcome| html! { <AtHand state={state.clone()} {outcome} /> }) }
                { for at_hand.map(|outcome| html! { <Pins key={outcome.0} state={state.clone()} {outcome} /> }) }
            </div>
        </div>
    }
}

/// What is still to be placed, in a sentence.
#[component]
fn Say(props: &ViewProps) -> Html {
    let state = &props.state;
    let left: Pounds = pots(state)
        .iter()
        .filter(|pot| !pot.note.starts_with("aligned"))
        .map(|pot| pot.left.or_nothing())
        .sum();
    let over = state
        .result(state.open)
        .map_or(Pounds(0), |result| result.over);
    let name = state
        .scenario()
        .map_or_else(String::new, |scenario| scenario.name.clone());
    html! {
        <div class="say">
            <h2>
                if over.0 > 0 {
                    { format!("{name} is ") }<b class="down">{ format!("not affordable: over by {}", money::pounds(over)) }</b>{ "." }
                } else if left.0 > 0 {
                    <b>{ money::headline(left.pence()) }</b>{ format!(" of {name} is still to be placed.") }
                } else {
                    { format!("Every pound of {name} is placed.") }
                }
            </h2>
            <p>{ reward_line(state) }</p>
        </div>
    }
}

fn reward_line(state: &Shared) -> String {
    let reward = |id| state.result(id).map_or(Pence(0), |result| result.reward);
    let (open, base) = (reward(state.open), reward(state.workbook.base));
    if state.open == state.workbook.base {
        return format!("It earns {}.", money::headline(open));
    }
    let gain = open - base;
    match gain.0 {
        0 => format!("It earns {}, the same as the base.", money::headline(open)),
        _ => format!(
            "It earns {}, {} against the base.",
            money::headline(open),
            money::difference(gain)
        ),
    }
}

const SETUPS: [SetUp; 4] = [
    SetUp::SeparateStreams,
    SetUp::RingFencedBlocks,
    SetUp::SinglePot,
    SetUp::AreaBasedGrant,
];

#[component]
fn SetUpChoice(props: &ViewProps) -> Html {
    let setup = props
        .state
        .scenario()
        .map(|scenario| scenario.setup)
        .unwrap_or_default();
    let options = SETUPS
        .map(|setup| AttrValue::from(crate::app::moves::setup_name(setup)))
        .to_vec();
    let chosen = SETUPS.iter().position(|&other| other == setup).unwrap_or(0);
    let choose = Callback::from(|index: usize| SETUPS.get(index).map(|&setup| Edit::SetUp(setup)));
    html! { <Choice id="setup" label="Set-up" {options} {chosen} {choose} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct ToolsProps {
    state: Shared,
    pump: bool,
}

/// Fill, clear, spread and copy for the whole sheet.
#[component]
fn Tools(props: &ToolsProps) -> Html {
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
    let grid = |scenario: &crate::model::Scenario| {
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
            Pounds(crate::model::split(total, &vec![1; years])[year])
        })
    });
    let copy = other.map(|scenario| {
        let grid = grid(scenario);
        cells(&|outcome, year| grid.get(outcome, year))
    });
    let split = open.map_or(PumpSplit::Typed, |scenario| scenario.pump.split);
    const SPLITS: [PumpSplit; 3] = [PumpSplit::Typed, PumpSplit::Equal, PumpSplit::Indicators];
    html! {
        <div class="tools">
            if pump {
                <Choice id="pump-split" label="Split" options={["typed", "equally", "by share of indicators"].map(AttrValue::from).to_vec()}
                    chosen={SPLITS.iter().position(|&other| other == split).unwrap_or(0)}
                    choose={Callback::from(|index: usize| SPLITS.get(index).map(|&split| Edit::SplitPump(split)))} />
            }
            if !pump || split == PumpSplit::Typed {
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

fn spend(pump: bool, outcome: OutcomeId, year: usize, pounds: Pounds) -> Edit {
    if pump {
        Edit::Prime(outcome, year, pounds)
    } else {
        Edit::Spend(outcome, year, pounds)
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SheetProps {
    state: Shared,
    pump: bool,
    at_hand: Option<OutcomeId>,
    choose: Callback<OutcomeId>,
}

/// Outcomes by year, grouped by block.
#[component]
fn Sheet(props: &SheetProps) -> Html {
    let state = &props.state;
    let agreement = &state.shown().agreement;
    let names = Lookup(agreement);
    let years = agreement.year_count();
    let mut head = vec![Head::new("Outcome, £", "")];
    head.extend((0..years).map(|year| Head::new(agreement.year_name(year), "n")));
    head.extend([Head::new("All years", "slide"), Head::new("Reaches", "n")]);
    let largest = agreement
        .outcomes
        .iter()
        .map(|outcome| total(props, outcome.id).0)
        .max()
        .unwrap_or(0);
    let mut rows = Vec::new();
    for block in &agreement.blocks {
        if names.outcomes_in(block.id).next().is_none() {
            continue;
        }
        let mut cells: Vec<Cell> = (0..years)
            .map(|year| Cell::Figure(money::typed(block_total(state, block.id, year)).into()))
            .collect();
        let all: Pounds = (0..years)
            .map(|year| block_total(state, block.id, year))
            .sum();
        cells.push(Cell::Figure(money::typed(all).into()));
        cells.push(Cell::Figure(AttrValue::default()));
        rows.push(Row {
            key: format!("block-{}", block.id.0).into(),
            class: classes!("block", names.block_class(Some(block.id))),
            header: html! { <><span class="chip" aria-hidden="true"></span>{ block.name.clone() }<small>{ "from every source" }</small></> },
            cells,
        });
        rows.extend(
            names
                .outcomes_in(block.id)
                .map(|outcome| sheet_row(props, outcome, largest)),
        );
    }
    html! { <Grid id="allocation" label="Pounds by outcome and year" {head} {rows} /> }
}

fn total(props: &SheetProps, outcome: OutcomeId) -> Pounds {
    let years = props.state.shown().agreement.year_count();
    (0..years).map(|year| typed(props, outcome, year)).sum()
}

/// What is typed for an outcome in a year, or what a rule gives it of pump-priming.
fn typed(props: &SheetProps, outcome: OutcomeId, year: usize) -> Pounds {
    let Some(scenario) = props.state.scenario() else {
        return Pounds(0);
    };
    if !props.pump {
        return scenario.spending.get(outcome, year);
    }
    let result = props.state.result(scenario.id);
    let outcome =
        result.and_then(|result| result.outcomes.iter().find(|other| other.id == outcome));
    outcome
        .and_then(|outcome| outcome.years.get(year))
        .map_or(Pounds(0), |year| year.pump)
}

fn sheet_row(props: &SheetProps, outcome: &Outcome, largest: i64) -> Row {
    let state = &props.state;
    let agreement = &state.shown().agreement;
    let id = outcome.id;
    let by_rule = props.pump
        && state
            .scenario()
            .is_some_and(|scenario| scenario.pump.split != PumpSplit::Typed);
    let findings = state
        .result(state.open)
        .map(|result| result.findings.as_slice())
        .unwrap_or_default();
    let mut said: Vec<String> = Vec::new();
    let mut cells: Vec<Cell> = (0..agreement.year_count())
        .map(|year| {
            let value = typed(props, id, year);
            if by_rule {
                return Cell::Figure(money::typed(value).into());
            }
            let found: Vec<String> = problem::at_cell(findings, id, year)
                .map(|finding| problem::sentence(agreement, finding))
                .collect();
            said.extend(found.iter().cloned());
            let pump = props.pump;
            let pinned = !pump
                && state.scenario().is_some_and(|scenario| {
                    scenario
                        .pins
                        .iter()
                        .any(|pin| pin.outcome == id && usize::from(pin.year) == year)
                });
            Cell::Input(InputCell {
                label: format!("{}, {}", outcome.name, agreement.year_name(year)).into(),
                value: money::typed(committed(state, pump, id, year)).into(),
                read: Callback::from(move |text: String| {
                    money::read(&text)
                        .map(|pounds| spend(pump, id, year, pounds))
                        .map_err(|wrong| wrong.says().to_owned())
                }),
                finding: (!found.is_empty()).then(|| found.join(" ").into()),
                mark: pinned.then(|| "pin".into()),
            })
        })
        .collect();
    let sum = total(props, id);
    cells.push(Cell::Other(
        slider(props, outcome, sum, largest, by_rule),
        "slide",
    ));
    cells.push(match reaches(state, id) {
        Some((text, tone)) => Cell::Other(html! { <span class={tone}>{ text }</span> }, "n"),
        None => Cell::Figure("–".into()),
    });
    let on = props.at_hand == Some(id);
    let choose = {
        let choose = props.choose.clone();
        Callback::from(move |_: MouseEvent| choose.emit(id))
    };
    Row {
        key: format!("outcome-{}", id.0).into(),
        class: classes!(on.then_some("at-hand")),
        header: html! {
            <>
                <button type="button" class="link" aria-pressed={on.to_string()} onclick={choose}>{ outcome.name.clone() }</button>
                if let Some((says, tone)) = hint(state, id) {
                    <small class={classes!("cliff-hint", tone)}>{ says }</small>
                }
                { for said.iter().take(2).enumerate().map(|(index, text)| html! { <small key={index} class="finding">{ text.clone() }</small> }) }
            </>
        },
        cells,
    }
}

fn committed(state: &Shared, pump: bool, outcome: OutcomeId, year: usize) -> Pounds {
    let Some(scenario) = state.shown().scenario(state.open) else {
        return Pounds(0);
    };
    if pump {
        scenario.pump.spending.get(outcome, year)
    } else {
        scenario.spending.get(outcome, year)
    }
}

/// The sum over all years as a slider with its figure: moving it keeps the years' proportions.
fn slider(props: &SheetProps, outcome: &Outcome, sum: Pounds, largest: i64, by_rule: bool) -> Html {
    let years = props.state.workbook.agreement.year_count();
    let pump = props.pump;
    let id = outcome.id;
    let weights: Vec<u64> = (0..years)
        .map(|year| committed_weight(props, id, year))
        .collect();
    let weights = if weights.iter().all(|&weight| weight == 0) {
        vec![1; years]
    } else {
        weights
    };
    let slide = Callback::from(move |pounds: i64| {
        let parts = crate::model::split(pounds / 1_000, &weights);
        Edit::Many(
            parts
                .into_iter()
                .enumerate()
                .map(|(year, part)| spend(pump, id, year, Pounds(part * 1_000)))
                .collect(),
        )
    });
    html! {
        <span class="slide-cell">
            <Slider label={format!("{}, all years", outcome.name)} value={sum.0} most={(largest.max(sum.0) * 3 / 2).max(100_000)} step={1_000} {slide} disabled={by_rule} />
            <output>{ money::typed(sum) }</output>
        </span>
    }
}

fn committed_weight(props: &SheetProps, outcome: OutcomeId, year: usize) -> u64 {
    let scenario = props.state.workbook.scenario(props.state.open);
    let grid = scenario.map(|scenario| {
        if props.pump {
            &scenario.pump.spending
        } else {
            &scenario.spending
        }
    });
    grid.map_or(0, |grid| grid.get(outcome, year).0.unsigned_abs())
}

/// What is left in each pot, over all years and in each.
#[component]
fn Left(props: &ViewProps) -> Html {
    let state = &props.state;
    let agreement = &state.shown().agreement;
    html! {
        <section class="card">
            <h3>{ "What is left " }<small>{ "by pot and year" }</small></h3>
            <div class="scroll">
            <table class="left">
                <thead><tr>
                    <th scope="col">{ "Pot" }</th>
                    { for (0..agreement.year_count()).map(|year| html! { <th key={year} scope="col" class="n">{ agreement.year_name(year) }</th> }) }
                </tr></thead>
                <tbody>
                    { for pots(state).into_iter().enumerate().map(|(index, pot)| html! {
                        <tr key={index}>
                            <th scope="row">{ pot.name.clone() }<small>{ format!("{}, {}", money::short(pot.amount.pence()), pot.note) }</small></th>
                            { for pot.by_year.iter().enumerate().map(|(year, left)| html! {
                                <td key={year} class={classes!("n", if left.0 < 0 { "down" } else if left.0 == 0 { "same" } else { "" })}>
                                    { if left.0 == 0 { "used".to_owned() } else { money::short(left.pence()) } }
                                </td>
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
            </div>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct AtHandProps {
    state: Shared,
    outcome: OutcomeId,
}

/// The response to money of the outcome at hand, with the cliff.
#[component]
fn AtHand(props: &AtHandProps) -> Html {
    let state = &props.state;
    let names = Lookup(&state.shown().agreement);
    let pictures: Vec<Html> = names
        .indicators_of(props.outcome)
        .map(|indicator| match response(state, indicator.id, (310.0, 190.0), Handles::Hidden) {
            Some(input) => html! { <FigureView key={indicator.id.0} figure={chart::response::draw(&input)} /> },
            None => html! { <p key={indicator.id.0} class="nothing">{ format!("{}: no money is known to help.", indicator.name) }</p> },
        })
        .collect();
    html! {
        <section class="card">
            <h3>{ names.outcome_name(props.outcome).to_owned() }</h3>
            if pictures.is_empty() {
                <p class="nothing">{ "No indicator measures this outcome yet." }</p>
            } else {
                { for pictures }
            }
        </section>
    }
}
