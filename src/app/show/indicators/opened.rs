//! One indicator opened: its figures under the base and the open scenario, and what is not stated.

use crate::app::lookup::Lookup;
use crate::app::show::indicators::{gaps, result_of};
use crate::app::show::{measured_apart, reached, tone};
use crate::app::state::State;
use crate::app::working::Figure;
use crate::chart::figure::list;
use crate::engine::{IndicatorResult, Place, Problem, evaluate};
use crate::model::{Agreement, Decimal, Indicator, IndicatorId, Pence, Scenario};
use crate::text::{money, number};

/// An indicator opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Where it belongs: block, outcome, its number in the national set.
    pub place: String,
    /// The class of its block.
    pub class: &'static str,
    /// The names of the scenarios in its figures, the base first unless it is the open one.
    pub scenarios: Vec<String>,
    /// Its figures, one text for each scenario.
    pub lines: Vec<Line>,
    /// That the shares in them are measured from different values.
    pub measured: Option<String>,
    /// Values by year under each scenario, as its rows are named.
    pub projected: Vec<(String, Vec<String>)>,
    /// Whether there is any value to draw.
    pub drawn: bool,
    /// What is not stated, in sentences.
    pub gaps: Vec<String>,
    /// The stretch level of the open scenario.
    pub retyped: Retyped,
    /// The indicators before and after it on screen.
    pub beside: (Option<IndicatorId>, Option<IndicatorId>),
}

/// A figure of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is.
    pub name: String,
    /// What can be asked how it is worked out in the open scenario, the last of its cells.
    pub figure: Option<Figure>,
    /// What it is under each scenario, with its class.
    pub cells: Vec<(String, &'static str)>,
}

/// The stretch level of a scenario against the agreement's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Retyped {
    /// The agreement's, as it is written.
    pub agreed: String,
    /// What the scenario's own does to the reward, in a sentence.
    pub effect: String,
}

/// What the page shows of one indicator beside its picture; none where it is gone.
#[must_use]
pub fn opened(state: &State, id: IndicatorId) -> Option<Opened> {
    let agreement = &state.shown().agreement;
    let names = Lookup(agreement);
    let indicator = names.indicator(id)?;
    let outcome = names.outcome(indicator.outcome)?;
    let (base, open) = (state.base()?, state.scenario()?);
    let mut shown = vec![open];
    if base.id != open.id {
        shown.insert(0, base);
    }
    let results: Vec<&IndicatorResult> = shown
        .iter()
        .filter_map(|scenario| result_of(state, scenario.id, id))
        .collect();
    let number = indicator.national.map(|number| format!(" · NI {number}"));
    Some(Opened {
        place: format!(
            "{} · {}{}",
            names.block_name(outcome.block),
            outcome.name,
            number.unwrap_or_default()
        ),
        class: names.block_class(Some(outcome.block)),
        scenarios: shown.iter().map(|scenario| scenario.name.clone()).collect(),
        measured: measured_apart(state),
        lines: lines(indicator, &results, (agreement, &shown)),
        projected: shown
            .iter()
            .zip(&results)
            .map(|(scenario, result)| (scenario.name.clone(), by_year(indicator, &result.value)))
            .collect(),
        drawn: indicator.baseline.is_some()
            || results.iter().any(|result| {
                let values = result.with.iter().chain(&result.value);
                values.flatten().next().is_some()
            }),
        gaps: stated(state, indicator),
        retyped: retyped(state, indicator).unwrap_or_default(),
        beside: beside(state, id),
    })
}

fn by_year(indicator: &Indicator, values: &[Option<Decimal>]) -> Vec<String> {
    values
        .iter()
        .map(|value| written(indicator, *value))
        .collect()
}

/// A value with at most one more place than the indicator is reported in.
fn written(indicator: &Indicator, value: Option<Decimal>) -> String {
    let Some(value) = value else {
        return "–".to_owned();
    };
    let places = value
        .places()
        .clamp(indicator.decimals, indicator.decimals + 1);
    number::rounded(value, places)
}

fn lines(
    indicator: &Indicator,
    results: &[&IndicatorResult],
    (agreement, shown): (&Agreement, &[&Scenario]),
) -> Vec<Line> {
    let end = results
        .first()
        .map_or(0, |result| result.value.len().saturating_sub(1));
    let line = |name: &str, cell: &dyn Fn(&IndicatorResult) -> (String, &'static str)| Line {
        name: name.to_owned(),
        figure: None,
        cells: results.iter().map(|result| cell(result)).collect(),
    };
    let plain = |text: String| (text, "");
    let step = number::value(Decimal::step(indicator.decimals), indicator.decimals);
    let id = indicator.id;
    let asked = [
        (
            Some(Figure::Value(id, end)),
            line("Ends at", &|result| {
                plain(written(indicator, result.value.last().copied().flatten()))
            }),
        ),
        (
            None,
            line("Target", &|result| {
                plain(written(indicator, result.with.last().copied().flatten()))
            }),
        ),
        (
            Some(Figure::Score(id)),
            line("Share of the stretch", &|result| {
                // Each under the rules of its own scenario.
                let at = results
                    .iter()
                    .position(|other| std::ptr::eq(*other, result));
                let scenario = at.and_then(|at| shown.get(at));
                let score = result.score.zip(scenario);
                let reached = score.map_or_else(
                    || "–".to_owned(),
                    |(score, scenario)| reached(score, agreement, scenario),
                );
                (reached, tone(result))
            }),
        ),
        (
            Some(Figure::Cliff(id)),
            line("Cliff at", &|result| {
                plain(written(indicator, result.cliff.map(|cliff| cliff.at)))
            }),
        ),
        (
            Some(Figure::Cliff(id)),
            line("To the cliff", &|result| margin(indicator, result)),
        ),
        (
            Some(Figure::Cliff(id)),
            line("Crossing it wins", &|result| {
                plain(hangs(result.cliff.map(|cliff| cliff.wins)))
            }),
        ),
        (
            Some(Figure::Cliff(id)),
            line("Falling under loses", &|result| {
                plain(hangs(result.cliff.map(|cliff| cliff.loses)))
            }),
        ),
        (
            Some(Figure::NextUnit(id)),
            line(&format!("{step} better is worth"), &|result| {
                plain(money::short(result.next_unit))
            }),
        ),
        (
            Some(Figure::Potential(id)),
            line("At stake", &|result| plain(money::short(result.potential))),
        ),
        (
            Some(Figure::IndicatorReward(id)),
            line("Reward", &|result| {
                (money::short(result.reward), tone(result))
            }),
        ),
    ];
    let asked = asked.into_iter();
    asked
        .map(|(figure, line)| Line { figure, ..line })
        .collect()
}

/// What hangs on a cliff; a dash where nothing does.
fn hangs(sum: Option<Pence>) -> String {
    let sum = sum.filter(|&sum| sum > Pence(0));
    sum.map_or_else(|| "–".to_owned(), money::short)
}

fn margin(indicator: &Indicator, result: &IndicatorResult) -> (String, &'static str) {
    let Some(cliff) = result.cliff else {
        return ("–".to_owned(), "same");
    };
    (
        number::margin(cliff.margin, indicator.decimals),
        tone(result),
    )
}

/// What is not stated of an indicator or cannot be as stated, in sentences.
fn stated(state: &State, indicator: &Indicator) -> Vec<String> {
    let agreement = &state.shown().agreement;
    let found = gaps(state, indicator.id);
    let years = |is: fn(&Problem) -> bool| -> Vec<String> {
        let of = found.iter().filter(|finding| is(&finding.problem));
        of.filter_map(|finding| match finding.place {
            Place::Indicator(_, Some(year)) => Some(agreement.year_name(year)),
            _ => None,
        })
        .collect()
    };
    let mut said = Vec::new();
    if indicator.baseline.is_none() {
        said.push("No baseline is stated.".to_owned());
    }
    let missing = years(|problem| matches!(problem, Problem::NoMilestone));
    if !missing.is_empty() {
        said.push(format!("No milestone is stated for {}.", list(&missing)));
    }
    let worse = years(|problem| matches!(problem, Problem::WithNotBetter));
    if !worse.is_empty() {
        said.push(format!(
            "In {} what is agreed is no better than what is expected without the agreement.",
            list(&worse)
        ));
    }
    let end = agreement.year_count().saturating_sub(1);
    let ends = (indicator.without(end), indicator.with(end));
    if ends.0.is_none() || ends.1.is_none() {
        said.push("Nothing can be scored, and money shows no effect, until the last year's values without and with are stated.".to_owned());
    }
    said
}

/// The stretch level of the open scenario and what it does to its reward.
fn retyped(state: &State, indicator: &Indicator) -> Option<Retyped> {
    let agreement = &state.shown().agreement;
    let scenario = state.scenario()?;
    let end = agreement.year_count().checked_sub(1)?;
    let Some(agreed) = indicator.with(end) else {
        return Some(Retyped {
            effect: "The agreement states no stretch for the last year yet.".to_owned(),
            ..Retyped::default()
        });
    };
    let agreed = written(indicator, Some(agreed));
    let own = scenario
        .stretches
        .iter()
        .find(|stretch| stretch.indicator == indicator.id);
    let Some(own) = own else {
        return Some(Retyped {
            effect: format!("{} keeps the agreement's {agreed}.", scenario.name),
            agreed,
        });
    };
    let mut as_agreed = scenario.clone();
    as_agreed
        .stretches
        .retain(|stretch| stretch.indicator != indicator.id);
    let before = evaluate(agreement, &as_agreed).reward;
    let change = state.result(scenario.id)?.reward - before;
    let effect = match change.0 {
        0 => "the reward is the same".to_owned(),
        above if above > 0 => format!("the reward is {} more", money::short(change)),
        _ => format!("the reward is {} less", money::short(-change)),
    };
    Some(Retyped {
        effect: format!(
            "With {} in place of the agreement's {agreed}, {effect}.",
            written(indicator, Some(own.level))
        ),
        agreed,
    })
}

/// The indicators before and after one in the order of the screen.
fn beside(state: &State, id: IndicatorId) -> (Option<IndicatorId>, Option<IndicatorId>) {
    let names = Lookup(&state.shown().agreement);
    let blocks = names.0.blocks.iter();
    let order: Vec<IndicatorId> = blocks
        .flat_map(|block| names.outcomes_in(block.id))
        .flat_map(|outcome| names.indicators_of(outcome.id))
        .map(|indicator| indicator.id)
        .collect();
    let at = order.iter().position(|&other| other == id);
    let step = |by: isize| order.get(at?.checked_add_signed(by)?).copied();
    (step(-1), step(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::edit::Edit;
    use crate::app::show::indicators::tests::bath;
    use crate::app::{Action, update};

    fn line(view: &Opened, name: &str) -> String {
        let found = view.lines.iter().find(|line| line.name == name);
        found.unwrap().cells[0].0.clone()
    }

    /// Home care of five hours and more, as the council reported it: 518, half of the way from 486 to
    /// 550, and 6.4 short of the cliff at 524.4. Half of £298,163 hangs on it, of which 60% is £89,449.
    #[test]
    fn home_care_is_half_way_and_short_of_its_cliff() {
        let view = opened(&bath(), IndicatorId(5)).unwrap();
        assert_eq!(line(&view, "Ends at"), "518");
        assert_eq!(line(&view, "Target"), "550");
        assert_eq!(line(&view, "Share of the stretch"), "50%");
        assert_eq!(view.lines[0].figure, Some(Figure::Value(IndicatorId(5), 2)));
        assert_eq!(line(&view, "Cliff at"), "524.4");
        assert_eq!(line(&view, "To the cliff"), "6.4 short");
        assert_eq!(line(&view, "Crossing it wins"), "£89.4k");
        assert_eq!(line(&view, "Falling under loses"), "–");
        assert_eq!(line(&view, "At stake"), "£149k");
        assert_eq!(line(&view, "Reward"), "£0");
        assert_eq!(
            view.gaps,
            ["No milestone is stated for 2003/04 and 2004/05."]
        );
        assert_eq!(view.beside, (Some(IndicatorId(4)), None));
    }

    /// 49 is 60% of the way from 40 to 55 and three quarters of the way to 52: of £29,816 a further
    /// 15% is £4,472.
    #[test]
    fn another_stretch_is_told_with_what_it_does_to_the_reward() {
        let id = IndicatorId(3);
        let before = opened(&bath(), id).unwrap().retyped;
        assert_eq!(before.effect, "As reported keeps the agreement's 55.");
        let lower = Action::Commit(Edit::Stretch(id, "52".parse().ok()));
        let after = update(&bath(), lower);
        let view = opened(&after, id).unwrap();
        assert_eq!(
            view.retyped.effect,
            "With 52 in place of the agreement's 55, the reward is £4,470 more."
        );
        assert_eq!(line(&view, "Share of the stretch"), "75%");
        assert_eq!(after.workbook.agreement, bath().workbook.agreement);
    }

    #[test]
    fn an_indicator_without_values_says_so() {
        let state = bath();
        let own = crate::app::measure::own(&state.workbook, crate::model::OutcomeId(4)).unwrap();
        let id = own.id;
        let view = opened(&update(&state, Action::Commit(Edit::Indicator(own))), id).unwrap();
        assert!(!view.drawn);
        assert_eq!(view.gaps.len(), 3);
        assert_eq!(
            view.gaps[1],
            "No milestone is stated for 2003/04, 2004/05 and 2005/06."
        );
        assert_eq!(opened(&state, IndicatorId(999)), None);
    }
}
