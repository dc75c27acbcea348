//! What can wait until all that is there now is on screen.

use gloo::render::{AnimationFrame, request_animation_frame};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Something that waits.
type Task = Cell<Option<Box<dyn FnOnce()>>>;

thread_local! {
    /// What waits for the next frame to begin: all of it waits together.
    static WAITING: RefCell<Vec<Rc<Task>>> = const { RefCell::new(Vec::new()) };
    /// The next frame, and the one after it.
    static NEXT: Cell<Option<AnimationFrame>> = const { Cell::new(None) };
    static AFTER: Cell<Option<AnimationFrame>> = const { Cell::new(None) };
}

/// Something that is done once the next frame is on screen; dropped before that, it is not done.
pub struct Soon(Rc<Task>);

impl Soon {
    /// Does it as soon as all that is there now is on screen.
    pub fn new(then: impl FnOnce() + 'static) -> Self {
        let task = Rc::new(Task::new(Some(Box::new(then))));
        let first = WAITING.with_borrow_mut(|waiting| {
            waiting.push(Rc::clone(&task));
            waiting.len() == 1
        });
        if first {
            NEXT.set(Some(request_animation_frame(|_| {
                // This frame shows what is there now; the one after it begins once that is on screen.
                let waiting = WAITING.take();
                AFTER.set(Some(request_animation_frame(move |_| {
                    let tasks = waiting.iter().filter_map(|task| task.take());
                    tasks.for_each(|then| then());
                })));
            })));
        }
        Self(task)
    }
}

impl Drop for Soon {
    fn drop(&mut self) {
        self.0.take();
    }
}
