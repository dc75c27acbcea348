//! What a job says while it is at it: what it has found, and now and then that it is still at work.
//!
//! A page counts a long silence as the death of its worker, so none may be longer than a few steps of work. They are
//! counted, not timed: the same question gets the same words everywhere.

use crate::job::answer::{Answer, Progress, Reply};
use crate::solve;
use std::ops::ControlFlow;

/// Steps of work between two words. A step is one search for a plan, a part of a long one, or one set of odds.
const STEPS: u32 = 4;

/// The mouth of a job.
pub(crate) struct Pulse<'a> {
    tell: &'a mut dyn FnMut(&Reply),
    /// Steps since the last word.
    silent: u32,
}

impl<'a> Pulse<'a> {
    /// Nothing said yet; words go to `tell`.
    pub(crate) fn new(tell: &'a mut dyn FnMut(&Reply)) -> Self {
        Self { tell, silent: 0 }
    }

    /// Says what has been found up to now.
    pub(crate) fn found(&mut self, answer: Answer) {
        self.say(&Reply::SoFar(answer));
    }

    /// Says how far the job is.
    pub(crate) fn far(&mut self, progress: Progress) {
        self.say(&Reply::Progress(progress));
    }

    /// One step of work is done.
    pub(crate) fn step(&mut self) {
        self.silent += 1;
        if self.silent >= STEPS {
            self.say(&Reply::AtWork);
        }
    }

    /// Counts what a search tells as steps; it never stops the search.
    pub(crate) fn watch(&mut self) -> impl FnMut(solve::Progress) -> ControlFlow<()> {
        |_| {
            self.step();
            ControlFlow::Continue(())
        }
    }

    fn say(&mut self, reply: &Reply) {
        self.silent = 0;
        (self.tell)(reply);
    }
}
