//! Undo and redo: how it stood before each step, most recent last; for workbooks that have left the screen, too.

use std::rc::Rc;

/// Steps kept; older ones are forgotten.
const STEPS: usize = 200;

/// Workbooks off the screen whose steps are kept; those that left it first are forgotten.
const WORKBOOKS: usize = 8;

/// What was before and what was undone.
#[derive(Clone, Debug)]
pub struct History<T> {
    past: Vec<T>,
    future: Vec<T>,
}

impl<T> Default for History<T> {
    fn default() -> Self {
        Self {
            past: Vec::new(),
            future: Vec::new(),
        }
    }
}

impl<T> History<T> {
    /// Records a step: what was there before it.
    pub fn record(&mut self, before: T) {
        self.future.clear();
        if self.past.len() == STEPS {
            self.past.remove(0);
        }
        self.past.push(before);
    }

    /// Takes the last step back; what is there now can be redone.
    pub fn undo(&mut self, now: T) -> Option<T> {
        let before = self.past.pop()?;
        self.future.push(now);
        Some(before)
    }

    /// Makes again the step that was taken back last.
    pub fn redo(&mut self, now: T) -> Option<T> {
        let after = self.future.pop()?;
        self.past.push(now);
        Some(after)
    }

    /// Whether there is a step to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to make again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

/// The steps of workbooks `W` that were on screen before, in case they are opened again.
#[derive(Clone, Debug)]
pub struct Earlier<W, T>(Vec<Rc<Left<W, T>>>);

/// A workbook as it left the screen, with its steps.
#[derive(Clone, Debug)]
struct Left<W, T> {
    /// Under which number it is kept.
    document: u32,
    there: Rc<W>,
    history: History<T>,
}

impl<W, T> Default for Earlier<W, T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<W: PartialEq, T: Clone> Earlier<W, T> {
    /// Puts the steps of a workbook aside that leaves the screen.
    pub fn leave(&mut self, document: u32, there: Rc<W>, history: History<T>) {
        self.0.retain(|left| left.document != document);
        if self.0.len() == WORKBOOKS {
            self.0.remove(0);
        }
        self.0.push(Rc::new(Left {
            document,
            there,
            history,
        }));
    }

    /// The steps of a workbook that is opened; none where it is not as it was left.
    #[must_use]
    pub fn of(&self, document: u32, there: &W) -> History<T> {
        let left = self.0.iter().find(|left| left.document == document);
        let left = left.filter(|left| *left.there == *there);
        left.map_or_else(History::default, |left| left.history.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_has_its_steps_again_unless_it_was_changed_elsewhere() {
        let mut history = History::default();
        history.record(1);
        let mut earlier = Earlier::default();
        earlier.leave(7, Rc::new(2), history);
        assert_eq!(earlier.of(7, &2).undo(2), Some(1));
        assert!(!earlier.of(7, &3).can_undo());
        assert!(!earlier.of(8, &2).can_undo());
        // It leaves again, after its step was taken back.
        earlier.leave(7, Rc::new(1), History::default());
        assert!(!earlier.of(7, &1).can_undo());
        assert!(!earlier.of(7, &2).can_undo());
    }

    #[test]
    fn the_steps_of_the_workbook_that_left_first_are_forgotten() {
        let mut earlier = Earlier::default();
        for document in 0..9 {
            let mut history = History::default();
            history.record(0);
            earlier.leave(document, Rc::new(1), history);
        }
        assert!(!earlier.of(0, &1).can_undo());
        assert!((1..9).all(|document| earlier.of(document, &1).can_undo()));
    }

    #[test]
    fn steps_are_taken_back_and_made_again_until_a_new_one_is_made() {
        let mut history = History::default();
        history.record(1);
        history.record(2);
        assert_eq!(history.undo(3), Some(2));
        assert_eq!(history.undo(2), Some(1));
        assert_eq!(history.undo(1), None);
        assert_eq!(history.redo(1), Some(2));
        history.record(2);
        assert!(!history.can_redo());
    }

    #[test]
    fn the_oldest_steps_are_forgotten() {
        let mut history = History::default();
        for number in 0..250 {
            history.record(Rc::new(number));
        }
        let mut oldest = None;
        while let Some(step) = history.undo(Rc::new(0)) {
            oldest = Some(*step);
        }
        assert_eq!(oldest, Some(50));
    }
}
