//! A task as text, and a worker's work on it.

use crate::job::answer::{Answer, Progress, Reply};
use crate::job::best_use::{BestUse, best_use};
use crate::job::drivers::{Drivers, drivers};
use crate::job::prices::{Prices, prices};
use crate::job::pump::{PumpPriming, pump_priming};
use crate::job::question::Question;
use crate::job::ranges::{Ranges, against, ranges};
use crate::job::share::Run;
use crate::job::simulated::{drawn, simulated};
use crate::job::sought::sought;
use crate::model::{ScenarioId, Workbook};
use crate::odds::{Fineness, odds};
use serde::{Deserialize, Serialize};

/// A question with the workbook that it is about, on its way to a worker.
#[derive(Serialize)]
struct Sent<'a> {
    question: &'a Question,
    workbook: &'a Workbook,
}

/// The same as it arrives.
#[derive(Deserialize)]
pub(crate) struct Task {
    pub(crate) question: Question,
    pub(crate) workbook: Workbook,
}

/// A task as it crosses.
#[must_use]
pub fn task(question: &Question, workbook: &Workbook) -> String {
    let sent = Sent { question, workbook };
    // Nothing in a task can fail to be written: no map has keys that are no text.
    serde_json::to_string(&sent).unwrap_or_default()
}

/// Works on a task and tells what there is to say, the last word included.
pub fn serve(text: &str, tell: &mut dyn FnMut(&Reply)) {
    match serde_json::from_str::<Task>(text) {
        Ok(task) => {
            let answer = answer(&task.question, &task.workbook, tell);
            let gone = || Reply::Refused("The scenario is not there any more.".to_owned());
            tell(&answer.map_or_else(gone, Reply::Done));
        }
        Err(fault) => tell(&Reply::Refused(format!(
            "The question did not arrive as it was put: {fault}."
        ))),
    }
}

fn answer(
    question: &Question,
    workbook: &Workbook,
    tell: &mut dyn FnMut(&Reply),
) -> Option<Answer> {
    let scenario = |id: ScenarioId| workbook.scenario(id);
    if let Question::Simulation { .. } | Question::Draws { .. } | Question::Seek(_) = question {
        return in_steps(question, workbook, &mut |progress| {
            tell(&Reply::Progress(progress));
        });
    }
    let mut so_far = |answer| tell(&Reply::SoFar(answer));
    Some(match question {
        Question::Odds(scenarios) => odds_of(scenarios, workbook, &mut so_far),
        Question::Drivers(id) => {
            let mut told = |drivers: &Drivers| so_far(Answer::Drivers(Box::new(drivers.clone())));
            Answer::Drivers(Box::new(drivers(workbook, scenario(*id)?, &mut told)))
        }
        Question::Ranges(id) => {
            let mut told = |ranges: &Ranges| so_far(Answer::Ranges(Box::new(ranges.clone())));
            Answer::Ranges(Box::new(ranges(workbook, scenario(*id)?, &mut told)))
        }
        Question::Against(id, other) => {
            Answer::Against(against(workbook, scenario(*id)?, scenario(*other)?))
        }
        Question::Prices(id) => {
            let mut told = |prices: &Prices| so_far(Answer::Prices(Ok(prices.clone())));
            Answer::Prices(prices(workbook, scenario(*id)?, &mut told))
        }
        Question::Best(wish) => {
            let mut told = |best: &BestUse| so_far(Answer::Best(Ok(Box::new(best.clone()))));
            let best = best_use(workbook, scenario(wish.scenario)?, wish, &mut told);
            Answer::Best(best.map(Box::new))
        }
        Question::Pump(id) => {
            let mut told = |pump: &PumpPriming| so_far(Answer::Pump(Ok(Box::new(pump.clone()))));
            let pump = pump_priming(workbook, scenario(*id)?, &mut told);
            Answer::Pump(pump.map(Box::new))
        }
        Question::Simulation { .. } | Question::Draws { .. } | Question::Seek(_) => return None,
    })
}

/// The answer to a question that has none in part, only steps to be told.
fn in_steps(
    question: &Question,
    workbook: &Workbook,
    tell: &mut dyn FnMut(Progress),
) -> Option<Answer> {
    match question {
        Question::Simulation {
            scenario,
            draws,
            seed,
        } => {
            let scenario = workbook.scenario(*scenario)?;
            simulated(workbook, scenario, (*draws, *seed), tell).map(Answer::Simulation)
        }
        Question::Draws {
            scenario,
            draws,
            seed,
            blocks,
        } => {
            let scenario = workbook.scenario(*scenario)?;
            let runs = drawn(workbook, scenario, (*draws, *seed), blocks, tell);
            Some(Answer::Draws(runs.iter().map(Run::from).collect()))
        }
        Question::Seek(wanted) => {
            let scenario = workbook.scenario(wanted.scenario)?;
            let found = sought(workbook, scenario, wanted, tell);
            Some(Answer::Seek(Box::new(found)))
        }
        _ => None,
    }
}

fn odds_of(
    scenarios: &[ScenarioId],
    workbook: &Workbook,
    so_far: &mut dyn FnMut(Answer),
) -> Answer {
    let mut found = Vec::with_capacity(scenarios.len());
    for scenario in scenarios.iter().filter_map(|&id| workbook.scenario(id)) {
        if !found.is_empty() {
            so_far(Answer::Odds(found.clone()));
        }
        let of = odds(
            &workbook.agreement,
            scenario,
            workbook.correlation,
            Fineness::LIVE,
        );
        found.push((scenario.id, of));
    }
    Answer::Odds(found)
}
