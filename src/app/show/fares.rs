//! How one scenario fares against another in the same world: in sentences, and as a picture of the difference.

use crate::app::desks::Wait;
use crate::app::show::chances::{chance_that, uncertain};
use crate::app::show::wanted::{shown, word};
use crate::app::state::State;
use crate::chart::spread::{Marked, Spread};
use crate::job::{Against, Answer, Desk, Question};
use crate::model::{ScenarioId, Workbook};
use crate::odds::DRAWS;
use crate::text::{chance, money};

/// One scenario against another.
#[derive(Clone, Debug, PartialEq)]
pub struct Fares {
    /// What both are called.
    names: [String; 2],
    pair: Against,
}

/// What Compare says of the odds of one side against the other.
#[derive(Clone, Debug, PartialEq)]
pub enum Beside {
    /// Nothing: no delivery risk is set, or both are the same scenario.
    Nothing,
    /// Why there are none: a sentence.
    Apart(&'static str),
    /// How they fare, as far as it is worked out, and how one waits for it.
    Fares(Option<Fares>, Wait),
}

impl Fares {
    /// How a scenario of a workbook fares against another; nothing where one of them is gone.
    #[must_use]
    pub fn of(workbook: &Workbook, id: ScenarioId, pair: &Against) -> Option<Self> {
        let name = |id: ScenarioId| Some(workbook.scenario(id)?.name.clone());
        (id != pair.other).then_some(())?;
        Some(Self {
            names: [name(id)?, name(pair.other)?],
            pair: pair.clone(),
        })
    }

    /// The chances, and between what the difference lies, in two sentences.
    #[must_use]
    pub fn says(&self) -> String {
        let (pair, [first, other]) = (&self.pair, &self.names);
        let [ahead, same] = [pair.ahead, pair.level].map(|it| self.shown(it));
        let level = chance::percent(same);
        if level == "certain" {
            return format!("It is certain that {first} and {other} earn the same.");
        }
        let same = match same {
            likely if likely > 0.005 => format!(", {level} that both earn the same"),
            _ => String::new(),
        };
        let error = match pair.error.map(|error| 100.0 * error) {
            None => String::new(),
            Some(points) if points < 0.05 => " (drawn, give or take under 0.1 points)".to_owned(),
            Some(points) => format!(" (drawn, give or take {points:.1} points)"),
        };
        money::unbroken(&format!(
            "{}{same}{error}. The difference: {}.",
            chance_that(ahead, &format!("{first} earns more than {other}")),
            self.lies()
        ))
    }

    /// A chance as it is said: what is drawn is never certain, nor out of the question.
    fn shown(&self, chance: f64) -> f64 {
        let one = 1.0 / f64::from(DRAWS);
        match self.pair.error {
            Some(_) => chance.clamp(one, 1.0 - one),
            None => chance,
        }
    }

    /// Between what the difference lies eight times in ten, and its average.
    fn lies(&self) -> String {
        let [low, _, high] = self.marks();
        let mean = signed(self.pair.mean);
        match (low == high, low == mean) {
            (true, true) => mean,
            (true, false) => format!("8 times in 10 {low}, on average {mean}"),
            _ => format!("8 times in 10 between {low} and {high}, on average {mean}"),
        }
    }

    fn marks(&self) -> [String; 3] {
        self.pair.marks.map(|(sum, _)| signed(sum))
    }

    /// The difference as a picture; nothing where it is certain.
    #[must_use]
    pub fn picture(&self, width: f64) -> Option<Spread> {
        const SURE: f64 = 1.0 - 1e-9;
        let (pair, [first, other]) = (&self.pair, &self.names);
        let columns = &pair.columns;
        let mut chances = columns.chances.iter().chain([&pair.level]);
        if chances.any(|&chance| chance >= SURE) {
            return None;
        }
        let middle = |place: usize| columns.start + columns.width * (place as f64 + 0.5);
        let points = columns.chances.iter().enumerate();
        let [low, half, high] = self.marks();
        let marks = pair.marks.into_iter().zip(self.marks());
        Some(Spread {
            width,
            title: format!("What {first} earns more or less than {other}"),
            summary: money::unbroken(&format!(
                "9 times in 10 at least {low}, 9 times in 10 at most {high}; the middle is {half}."
            )),
            points: points
                .map(|(place, &chance)| (middle(place), chance))
                .collect(),
            marks: marks
                .map(|((sum, at_least), name)| Marked {
                    sum,
                    name,
                    at_least,
                })
                .collect(),
            from: Some(0.0),
            same: Some(pair.level),
            format: signed,
        })
    }
}

fn signed(sum: f64) -> String {
    money::signed(money::of_odds(sum))
}

/// What Compare says of the odds of the one that is open, or of the other side's, against mine.
#[must_use]
pub fn beside(state: &State) -> Beside {
    if !uncertain(state) {
        return Beside::Nothing;
    }
    let mut asked = shown(state).into_iter();
    if !asked.any(|asked| matches!(asked.question, Question::Against(..))) {
        return match state.beside {
            Some(_) => Beside::Apart(
                "No odds of one against the other while their facts differ: settle the facts first.",
            ),
            None => Beside::Nothing,
        };
    }
    let word = word(state, Desk::Ranges);
    // What was found before may be about other sides: it is said of those.
    let fares = match (word.answer(), state.desks.answered(Desk::Ranges)) {
        (Some(Answer::Against(pair)), Some(of)) => match of.question {
            Question::Against(id, _) => Fares::of(&of.workbook, id, pair),
            _ => None,
        },
        _ => None,
    };
    Beside::Fares(fares, word.wait())
}
