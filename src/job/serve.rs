//! A task as text, and a worker's work on it.

use crate::job::answer::{Answer, Reply};
use crate::job::best_use::best_use;
use crate::job::drivers::drivers;
use crate::job::prices::prices;
use crate::job::pulse::Pulse;
use crate::job::pump::pump_priming;
use crate::job::question::Question;
use crate::job::ranges::{against, ranges};
use crate::job::share::Run;
use crate::job::simulated::{Drawing, summed};
use crate::job::sought::sought;
use crate::model::{ScenarioId, Workbook};
use crate::odds::{Drawn, Fineness, odds};
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

/// What a page says to its workers while somebody types into it: a work that goes in steps waits with the next.
pub const GIVE_WAY: &str = "give way";

/// Works on a task and tells what there is to say, the last word included.
pub fn serve(text: &str, tell: &mut dyn FnMut(&Reply)) {
    let mut work = Work::new(text);
    while work.step(tell) {}
}

/// A worker's work on a task, in steps: between two of them it can hear what its page says.
pub struct Work(Stage);

enum Stage {
    /// What is worked out in one step.
    Whole(Box<Task>),
    /// A simulation, a run of draws in a step.
    Drawing(Box<Drawing>, Put),
    /// What is left to be said.
    Last(Reply),
    Over,
}

/// How what was drawn is put together.
#[derive(Clone, Copy)]
enum Put {
    /// As the answer, for so many draws from a seed.
    Summed((u32, u64)),
    /// As the share of one of several workers.
    Shared,
}

impl Work {
    /// The work on a task, not begun.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let task = match serde_json::from_str::<Task>(text) {
            Ok(task) => task,
            Err(fault) => {
                let says = format!("The question did not arrive as it was put: {fault}.");
                return Self(Stage::Last(Reply::Refused(says)));
            }
        };
        let (scenario, drawn, blocks, put) = match &task.question {
            Question::Simulation {
                scenario,
                draws,
                seed,
            } => {
                let drawn = (*draws, *seed);
                (scenario, drawn, None, Put::Summed(drawn))
            }
            Question::Draws {
                scenario,
                draws,
                seed,
                blocks,
            } => (scenario, (*draws, *seed), Some(blocks), Put::Shared),
            _ => return Self(Stage::Whole(Box::new(task))),
        };
        let workbook = &task.workbook;
        Self(workbook.scenario(*scenario).map_or_else(
            || Stage::Last(gone()),
            |scenario| {
                let drawing = Drawing::new(workbook, scenario, drawn, blocks);
                Stage::Drawing(Box::new(drawing), put)
            },
        ))
    }

    /// Takes the next step and tells what there is to say; false once the last word is said.
    pub fn step(&mut self, tell: &mut dyn FnMut(&Reply)) -> bool {
        if let Stage::Drawing(drawing, _) = &mut self.0
            && let Some(progress) = drawing.progress()
        {
            tell(&Reply::Progress(progress));
            drawing.step();
            return true;
        }
        match std::mem::replace(&mut self.0, Stage::Over) {
            Stage::Whole(task) => {
                let answer = answer(&task.question, &task.workbook, tell);
                tell(&answer.map_or_else(gone, Reply::Done));
            }
            Stage::Drawing(drawing, put) => tell(&put.together(drawing.runs())),
            Stage::Last(reply) => tell(&reply),
            Stage::Over => {}
        }
        false
    }
}

impl Put {
    fn together(self, runs: Vec<Drawn>) -> Reply {
        match self {
            Self::Summed(drawn) => summed(drawn, runs).map(Answer::Simulation),
            Self::Shared => Some(Answer::Draws(runs.iter().map(Run::from).collect())),
        }
        .map_or_else(gone, Reply::Done)
    }
}

fn gone() -> Reply {
    Reply::Refused("The scenario is not there any more.".to_owned())
}

fn answer(
    question: &Question,
    workbook: &Workbook,
    tell: &mut dyn FnMut(&Reply),
) -> Option<Answer> {
    let scenario = |id: ScenarioId| workbook.scenario(id);
    let pulse = &mut Pulse::new(tell);
    Some(match question {
        Question::Odds(scenarios) => odds_of(scenarios, workbook, pulse),
        Question::Drivers(id) => {
            Answer::Drivers(Box::new(drivers(workbook, scenario(*id)?, pulse)))
        }
        Question::Ranges(id) => Answer::Ranges(Box::new(ranges(workbook, scenario(*id)?, pulse))),
        Question::Against(id, other) => {
            Answer::Against(against(workbook, scenario(*id)?, scenario(*other)?))
        }
        Question::Prices(id) => Answer::Prices(prices(workbook, scenario(*id)?, pulse)),
        Question::Best(wish) => {
            let best = best_use(workbook, scenario(wish.scenario)?, wish, pulse);
            Answer::Best(best.map(Box::new))
        }
        Question::Pump(id) => {
            Answer::Pump(pump_priming(workbook, scenario(*id)?, pulse).map(Box::new))
        }
        Question::Seek(wanted) => {
            let found = sought(workbook, scenario(wanted.scenario)?, wanted, pulse);
            Answer::Seek(Box::new(found))
        }
        Question::Simulation { .. } | Question::Draws { .. } => return None,
    })
}

fn odds_of(scenarios: &[ScenarioId], workbook: &Workbook, pulse: &mut Pulse<'_>) -> Answer {
    let mut found = Vec::with_capacity(scenarios.len());
    for scenario in scenarios.iter().filter_map(|&id| workbook.scenario(id)) {
        if !found.is_empty() {
            pulse.found(Answer::Odds(found.clone()));
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
