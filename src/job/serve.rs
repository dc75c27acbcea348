//! A task as text, and a worker's work on it.

use crate::job::answer::{Answer, Reply};
use crate::job::question::Question;
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
struct Task {
    question: Question,
    workbook: Workbook,
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
            tell(&Reply::Done(answer));
        }
        Err(fault) => tell(&Reply::Refused(format!(
            "The question did not arrive as it was put: {fault}."
        ))),
    }
}

fn answer(question: &Question, workbook: &Workbook, tell: &mut dyn FnMut(&Reply)) -> Answer {
    match question {
        Question::Odds(scenarios) => odds_of(scenarios, workbook, tell),
    }
}

fn odds_of(scenarios: &[ScenarioId], workbook: &Workbook, tell: &mut dyn FnMut(&Reply)) -> Answer {
    let mut found = Vec::with_capacity(scenarios.len());
    for scenario in scenarios.iter().filter_map(|&id| workbook.scenario(id)) {
        if !found.is_empty() {
            tell(&Reply::SoFar(Answer::Odds(found.clone())));
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
