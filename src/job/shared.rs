//! A task that several workers share: what each of them does, and what they say together.

use crate::job::answer::{Answer, Progress, Reply};
use crate::job::question::Question;
use crate::job::serve::{Task, task};
use crate::job::share::Run;
use crate::job::simulated::{MOST, RUN, summed};
use crate::model::ScenarioId;
use crate::odds::BLOCK;
use std::ops::Range;

/// What several workers have said to their shares of one task.
///
/// It hears them in whatever order they speak; the answer is the one that a worker alone would give.
pub struct Shared {
    simulation: (u32, u64),
    shares: Vec<Share>,
}

/// How far one worker is with its share.
struct Share {
    progress: Progress,
    drawn: Option<Vec<Run>>,
}

impl Shared {
    /// Parts a task among so many workers, with the task of each; nothing where it is done sooner by one.
    #[must_use]
    pub fn part(text: &str, workers: u32) -> Option<(Self, Vec<String>)> {
        let Task { question, workbook } = serde_json::from_str(text).ok()?;
        let Question::Simulation {
            scenario,
            draws,
            seed,
        } = question
        else {
            return None;
        };
        let draws = draws.clamp(1, MOST);
        let tasks: Vec<String> = runs(draws.div_ceil(BLOCK), workers)
            .map(|blocks| task(&part_of(scenario, (draws, seed), blocks), &workbook))
            .collect();
        let begun = |_: &String| Share {
            progress: Progress { done: 0, of: 0 },
            drawn: None,
        };
        let shares: Vec<Share> = tasks.iter().map(begun).collect();
        let simulation = (draws, seed);
        (shares.len() > 1).then_some((Self { simulation, shares }, tasks))
    }

    /// Takes in what the worker of one share says, and answers with what is to be said of the whole.
    pub fn hear(&mut self, share: usize, reply: Reply) -> Option<Reply> {
        let at = self.shares.get_mut(share)?;
        match reply {
            Reply::Progress(progress) => {
                at.progress = progress;
                let sum = |of: fn(&Progress) -> u64| {
                    self.shares.iter().map(|share| of(&share.progress)).sum()
                };
                let (done, of) = (sum(|it| it.done), sum(|it| it.of));
                Some(Reply::Progress(Progress { done, of }))
            }
            Reply::Done(Answer::Draws(drawn)) => {
                at.progress.done = at.progress.of;
                at.drawn = Some(drawn);
                self.answer()
            }
            Reply::AtWork | Reply::Refused(_) => Some(reply),
            Reply::Ready | Reply::SoFar(_) | Reply::Done(_) => None,
        }
    }

    /// The answer, once every share is done.
    fn answer(&mut self) -> Option<Reply> {
        if self.shares.iter().any(|share| share.drawn.is_none()) {
            return None;
        }
        let runs = self
            .shares
            .iter_mut()
            .filter_map(|share| share.drawn.take());
        let drawn: Option<_> = runs.flatten().map(Run::drawn).collect();
        let summed = drawn.and_then(|drawn| summed(self.simulation, drawn));
        Some(summed.map_or_else(
            || Reply::Refused("What was drawn did not arrive whole.".to_owned()),
            |summed| Reply::Done(Answer::Simulation(summed)),
        ))
    }
}

fn part_of(scenario: ScenarioId, (draws, seed): (u32, u64), blocks: Range<u32>) -> Question {
    Question::Draws {
        scenario,
        draws,
        seed,
        blocks,
    }
}

/// Parts blocks into runs that differ by one block at most, none shorter than what is drawn between two words.
fn runs(blocks: u32, workers: u32) -> impl Iterator<Item = Range<u32>> {
    let parts = workers.min(blocks / RUN).max(1);
    (0..parts).map(move |part| blocks * part / parts..blocks * (part + 1) / parts)
}
