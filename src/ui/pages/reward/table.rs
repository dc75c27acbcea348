//! Outcomes and indicators with what hangs on them: dropped or restored in a click, targets typed over.

use crate::app::show::reward::{
    IndicatorRow, OutcomeRow, Worth, drop_says, drop_worths, outcomes, parts, stretch_edit, sums,
    unrewarded,
};
use crate::app::{Action, Edit, Figure};
use crate::chart::figure::list;
use crate::model::Pence;
use crate::text::money;
use crate::ui::context::{Shared, ViewProps, use_act};
use crate::ui::frame::tone;
use crate::ui::inputs::Field;
use crate::ui::pages::said::{figure_cell, gain_cell};
use yew::prelude::*;

#[component]
pub(super) fn Outcomes(props: &ViewProps) -> Html {
    let state = &props.state;
    let rows = outcomes(state);
    let worths = use_memo((state.shown().clone(), state.open), |(workbook, open)| {
        drop_worths(workbook, *open)
    });
    let compared = state.workbook.base != state.open;
    let base = state
        .base()
        .map_or_else(String::new, |base| base.name.clone());
    let without = unrewarded(state);
    html! {
        <section class="card whole-row">
            <div class="card-head">
                <h3>{ "What hangs on what" } <small>{ "type another target, drop or restore an outcome, and the parts of the others follow" }</small></h3>
            </div>
            <div class="scroll">
            <table class="reward-table stacks wide">
                <thead key="head"><tr>
                    <th scope="col">{ "Outcome and indicator" }</th>
                    <th scope="col" class="n">{ "Target" }</th>
                    <th scope="col" class="n">{ "Part of the pot" }</th>
                    <th scope="col" class="n">{ "Reaches" }</th>
                    <th scope="col" class="n">{ "Earned" }</th>
                    <th scope="col" class="n">{ "Lost if under" }</th>
                    <th scope="col" class="n">{ "Won if over" }</th>
                    if compared {
                        <th scope="col" class="n">{ format!("Against {base}") }</th>
                    }
                    <th scope="col" class="n">{ "In the reward" }</th>
                </tr></thead>
                { for rows.iter().map(|row| html! {
                    <OutcomeRows key={row.id.0} state={state.clone()} row={row.clone()} {compared}
                        worth={worths.iter().find(|worth| worth.outcome == row.id).copied()} />
                }) }
                { total(state, &rows, compared) }
            </table>
            </div>
            if !without.is_empty() {
                <p class="hint">{ format!("No reward hangs on {}.", list(&without)) }</p>
            }
        </section>
    }
}

fn total(state: &Shared, rows: &[OutcomeRow], compared: bool) -> Html {
    let Some(result) = state.result(state.open) else {
        return html! { <tfoot key="total"></tfoot> };
    };
    let (loses, wins) = sums(rows);
    let (parts, of) = parts(state, rows);
    let base = state.result(state.workbook.base);
    let gain = result.reward - base.map_or(Pence(0), |base| base.reward);
    html! {
        <tfoot key="total">
            <tr>
                <th scope="row">{ "The agreement" }</th>
                <td></td>
                if let Some(pot) = of {
                    <td class="n" data-head="Part of the pot">{ money::whole(parts) }<small>{ format!("of {}", money::whole(pot)) }</small></td>
                } else {
                    { figure_cell("Part of the pot", (Figure::Pot, &money::whole(parts)), "", "") }
                }
                <td></td>
                { figure_cell("Earned", (Figure::Reward, &money::whole(result.reward)), "", "") }
                <td class="n" data-head="Lost if under">{ money::whole(loses) }</td>
                <td class="n" data-head="Won if over">{ money::whole(wins) }</td>
                if compared {
                    { gain_cell("Against base", Figure::Gain, gain, &money::exact_difference(gain)) }
                }
                <td></td>
            </tr>
        </tfoot>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OutcomeProps {
    state: Shared,
    row: OutcomeRow,
    compared: bool,
    worth: Option<Worth>,
}

#[component]
fn OutcomeRows(props: &OutcomeProps) -> Html {
    let OutcomeProps {
        state,
        row,
        compared,
        worth,
    } = props;
    let act = use_act();
    let (id, drop) = (row.id, !row.dropped);
    let switch = {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| {
            let edit = Edit::Drop(id, drop);
            act.send(match drop_says(&state, id, drop) {
                Some(says) => Action::CommitSaying(edit, says),
                None => Action::Commit(edit),
            });
        })
    };
    let verb = if drop { "Drop" } else { "Restore" };
    html! {
        <tbody class={classes!(row.class, row.dropped.then_some("dropped"))}>
            <tr class="block">
                <th scope="rowgroup"><span class="chip" aria-hidden="true"></span>{ row.name.clone() }
                    if !row.note.is_empty() {
                        <small>{ row.note }</small>
                    }
                </th>
                <td></td>
                { figure_cell("Part of the pot", (Figure::OutcomePotential(id), &money::whole(row.potential)), "", "") }
                <td></td>
                { figure_cell("Earned", (Figure::OutcomeReward(id), &money::whole(row.reward)), "", "") }
                <td></td>
                <td></td>
                if *compared {
                    <td class={classes!("n", tone(row.gain))} data-head="Against base">{ money::exact_difference(row.gain) }</td>
                }
                <td class="n" data-head="In the reward">
                    <button type="button" aria-label={format!("{verb} {}", row.name)} onclick={switch}>{ verb }</button>
                    if let Some(worth) = worth {
                        <small>{ "reward " }<span>{ money::difference(worth.gain) }</span></small>
                    }
                </td>
            </tr>
            { for row.indicators.iter().map(|row| indicator(state, row, *compared)) }
        </tbody>
    }
}

fn indicator(state: &Shared, row: &IndicatorRow, compared: bool) -> Html {
    let id = row.id;
    let read = {
        let workbook = state.workbook.clone();
        Callback::from(move |text: String| stretch_edit(&workbook, id, &text))
    };
    let hangs = |head: &'static str, sum: Option<Pence>| match sum {
        Some(sum) => figure_cell(head, (Figure::Cliff(id), &money::whole(sum)), "", ""),
        None => html! { <td class="n same" data-head={head}>{ "–" }</td> },
    };
    html! {
        <tr key={id.0}>
            <th scope="row">{ row.name.clone() }<small>{ row.unit.clone() }</small></th>
            <td class="reward-target" data-head="Target">
                // What could not be read is another scenario's no more.
                <Field key={state.open.0} id={format!("target-{}", id.0)} label={format!("Target of {}", row.name)} bare={true} value={row.target.clone()} {read} />
                if let Some((agreed, worth)) = &row.instead {
                    <small>{ format!("agreed {agreed}; reward ") }<span class={tone(*worth)}>{ money::difference(*worth) }</span></small>
                }
            </td>
            { figure_cell("Part of the pot", (Figure::Potential(id), &money::whole(row.potential)), "", "") }
            { figure_cell("Reaches", (Figure::Score(id), row.reaches.as_deref().unwrap_or("no score")), "", row.tone) }
            { figure_cell("Earned", (Figure::IndicatorReward(id), &money::whole(row.reward)), "", "") }
            { hangs("Lost if under", row.loses) }
            { hangs("Won if over", row.wins) }
            if compared {
                { gain_cell("Against base", Figure::IndicatorGain(id), row.gain, &money::exact_difference(row.gain)) }
            }
            <td></td>
        </tr>
    }
}
