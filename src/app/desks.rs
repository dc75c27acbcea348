//! What is being worked out beside the page: what was asked, what has come, and how current it is.

use crate::app::view::View;
use crate::job::{Answer, Desk, Progress, Question};
use crate::model::Workbook;
use std::rc::Rc;

/// A question and the workbook that it is about.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What is to be worked out.
    pub question: Question,
    /// Of which figures.
    pub workbook: Rc<Workbook>,
}

/// Equal when it is the same question about the same figures.
impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        let same = Rc::ptr_eq(&self.workbook, &other.workbook) || self.workbook == other.workbook;
        same && self.question == other.question
    }
}

/// What has been heard of a question.
#[derive(Clone, Debug)]
pub struct Heard {
    /// The question.
    pub asked: Asked,
    /// What was said.
    pub news: News,
}

impl Heard {
    /// Whether it changes nothing of a view: how far a desk is that a person has given work, which only the
    /// view tells where it was given.
    #[must_use]
    pub fn is_idle(&self, view: View) -> bool {
        let told = match self.asked.question.desk() {
            Desk::Simulation => View::Risk,
            Desk::Best => View::Best,
            Desk::Seek => View::GoalSeek,
            Desk::Odds | Desk::Drivers | Desk::Ranges | Desk::Prices | Desk::Pump => return false,
        };
        matches!(self.news, News::Progress(_)) && view != told
    }
}

/// What a desk says of the question put to it.
#[derive(Clone, Debug)]
pub enum News {
    /// How far it is.
    Progress(Progress),
    /// What is found up to now.
    SoFar(Rc<Answer>),
    /// The answer.
    Done(Rc<Answer>),
    /// The worker died, and another one has begun anew.
    Replaced,
    /// There is no answer, for this reason: a sentence.
    Failed(String),
}

/// How one desk stands.
#[derive(Clone, Debug, Default)]
struct Stand {
    /// The last answer, and whether it is whole.
    answer: Option<(Asked, Rc<Answer>, bool)>,
    /// How far the question is that has no whole answer yet.
    progress: Option<(Asked, Progress)>,
    /// Why a question has no answer.
    failed: Option<(Asked, String)>,
    /// What a person asked for, until it is put away.
    ordered: Option<Asked>,
}

/// How all desks stand.
#[derive(Clone, Debug, Default)]
pub struct Desks([Stand; Desk::ALL.len()]);

/// How current an answer is.
#[derive(Clone, Debug, PartialEq)]
pub enum Word<'a> {
    /// Nothing has been asked, or nothing has come yet.
    Nothing(Option<Progress>),
    /// The answer to what is on screen.
    Current(&'a Answer),
    /// The beginning of that answer.
    SoFar(&'a Answer, Option<Progress>),
    /// The answer to what was on screen before; the new one is on its way.
    Old(&'a Answer, Option<Progress>),
    /// Why there is none, unless what stands before it on the same view says so.
    Failed(Option<&'a str>),
}

/// How one waits for an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wait {
    /// Nothing is there yet.
    Coming(Option<Progress>),
    /// A part is there, or what was on screen before.
    Meanwhile(Option<Progress>),
    /// The answer to what is on screen is there.
    Over,
    /// There will be none, for this reason, unless what stands before it says so.
    Failed(Option<String>),
}

impl<'a> Word<'a> {
    /// How one waits for it.
    #[must_use]
    pub fn wait(&self) -> Wait {
        match self {
            Self::Nothing(progress) => Wait::Coming(*progress),
            Self::Current(_) => Wait::Over,
            Self::SoFar(_, progress) | Self::Old(_, progress) => Wait::Meanwhile(*progress),
            Self::Failed(why) => Wait::Failed(why.map(str::to_owned)),
        }
    }

    /// The answer, however current it is.
    #[must_use]
    pub fn answer(&self) -> Option<&'a Answer> {
        match self {
            Self::Current(answer) | Self::SoFar(answer, _) | Self::Old(answer, _) => Some(answer),
            Self::Nothing(_) | Self::Failed(_) => None,
        }
    }
}

impl Stand {
    /// Whether what was found before stays until the answer to this question is whole: it is whole, to the same
    /// question about other figures, and nobody waits for what is found meanwhile. Taken part by part, a new answer
    /// would first empty what is on screen. Ranges are not shown once they are old, and a refusal says nothing.
    fn keeps(&self, asked: &Asked) -> bool {
        let Some((of, answer, true)) = &self.answer else {
            return false;
        };
        let says = match &**answer {
            Answer::Ranges(_) => false,
            Answer::Prices(found) => found.is_ok(),
            Answer::Pump(found) => found.is_ok(),
            _ => true,
        };
        says && self.ordered.is_none() && of.question == asked.question
    }
}

impl Desks {
    fn stand(&self, desk: Desk) -> &Stand {
        &self.0[desk as usize]
    }

    fn stand_mut(&mut self, desk: Desk) -> &mut Stand {
        &mut self.0[desk as usize]
    }

    /// Takes in what has been heard.
    pub(crate) fn hear(&mut self, heard: Heard) {
        let Heard { asked, news } = heard;
        let stand = self.stand_mut(asked.question.desk());
        match news {
            News::Progress(progress) => stand.progress = Some((asked, progress)),
            News::SoFar(answer) => {
                stand.failed = None;
                if !stand.keeps(&asked) {
                    stand.answer = Some((asked, answer, false));
                }
            }
            News::Done(answer) => {
                stand.failed = None;
                stand.progress = None;
                stand.answer = Some((asked, answer, true));
            }
            News::Replaced => stand.progress = None,
            News::Failed(why) => {
                stand.progress = None;
                stand.failed = Some((asked, why));
            }
        }
    }

    /// Puts a question that a person asked to its desk, in place of the one before.
    pub(crate) fn order(&mut self, asked: Asked) {
        let stand = self.stand_mut(asked.question.desk());
        stand.failed = None;
        stand.progress = None;
        stand.ordered = Some(asked);
    }

    /// Puts away what a person asked of a desk; what has been found stays.
    pub(crate) fn put_away(&mut self, desk: Desk) {
        let stand = self.stand_mut(desk);
        stand.ordered = None;
        stand.progress = None;
    }

    /// Forgets which desks failed, so that they are asked once more.
    pub(crate) fn forgive(&mut self) {
        self.0.iter_mut().for_each(|stand| stand.failed = None);
    }

    /// What a person asked of a desk.
    #[must_use]
    pub fn ordered(&self, desk: Desk) -> Option<&Asked> {
        self.stand(desk).ordered.as_ref()
    }

    /// What the last answer of a desk is about.
    #[must_use]
    pub fn answered(&self, desk: Desk) -> Option<&Asked> {
        self.stand(desk).answer.as_ref().map(|(asked, ..)| asked)
    }

    /// Whether a person asked its desk another question last, whatever the figures.
    #[must_use]
    pub fn asked_another(&self, question: &Question) -> bool {
        let ordered = self.ordered(question.desk());
        ordered.is_some_and(|asked| asked.question != *question)
    }

    /// How the answer to a question stands.
    #[must_use]
    pub fn word(&self, asked: &Asked) -> Word<'_> {
        let stand = self.stand(asked.question.desk());
        if let Some((_, why)) = stand.failed.as_ref().filter(|(of, _)| of == asked) {
            return Word::Failed(Some(why));
        }
        let progress = stand.progress.as_ref().filter(|(of, _)| of == asked);
        let progress = progress.map(|(_, progress)| *progress);
        match &stand.answer {
            None => Word::Nothing(progress),
            Some((of, answer, whole)) if of == asked => match whole {
                true => Word::Current(answer),
                false => Word::SoFar(answer, progress),
            },
            Some((_, answer, _)) => Word::Old(answer, progress),
        }
    }

    /// Whether a desk still has to work on a question.
    pub(crate) fn open(&self, asked: &Asked) -> bool {
        !matches!(self.word(asked), Word::Current(_) | Word::Failed(_))
    }
}
