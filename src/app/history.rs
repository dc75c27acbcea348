//! Undo and redo: snapshots of the workbook, most recent last.

use std::rc::Rc;

/// Steps kept; older ones are forgotten.
const STEPS: usize = 200;

/// What was before and what was undone.
#[derive(Clone, Debug)]
pub struct History<T> {
    past: Vec<Rc<T>>,
    future: Vec<Rc<T>>,
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
    pub fn record(&mut self, before: Rc<T>) {
        self.future.clear();
        if self.past.len() == STEPS {
            self.past.remove(0);
        }
        self.past.push(before);
    }

    /// Takes the last step back; what is there now can be redone.
    pub fn undo(&mut self, now: Rc<T>) -> Option<Rc<T>> {
        let before = self.past.pop()?;
        self.future.push(now);
        Some(before)
    }

    /// Makes again the step that was taken back last.
    pub fn redo(&mut self, now: Rc<T>) -> Option<Rc<T>> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_taken_back_and_made_again_until_a_new_one_is_made() {
        let mut history = History::default();
        let step = |number: i32| Rc::new(number);
        history.record(step(1));
        history.record(step(2));
        assert_eq!(history.undo(step(3)), Some(step(2)));
        assert_eq!(history.undo(step(2)), Some(step(1)));
        assert_eq!(history.undo(step(1)), None);
        assert_eq!(history.redo(step(1)), Some(step(2)));
        history.record(step(2));
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
