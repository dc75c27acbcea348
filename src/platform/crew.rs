//! The workers that a worker hires to share a task with.

use crate::job::{GIVE_WAY, Reply, Shared};
use gloo::events::EventListener;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::JsCast;
use web_sys::{DedicatedWorkerGlobalScope, Event, MessageEvent, Worker, WorkerOptions, WorkerType};

/// Workers that share a task at most: what they draw is put together by one.
const MOST: u32 = 8;

/// Hired workers, and the task that they share. They stay for the next one, and end with who hired them.
///
/// A defect in one of them ends it; the browser passes the error on to whoever hired it, and so to the page.
#[derive(Clone)]
pub(crate) struct Crew(Rc<RefCell<Inner>>);

struct Inner {
    say: Rc<dyn Fn(&Reply)>,
    hands: Vec<Hand>,
    shared: Option<Shared>,
    me: Weak<RefCell<Self>>,
}

struct Hand {
    worker: Worker,
    /// Whether it has said that it listens: what is sent before is lost.
    ready: bool,
    /// Its share, until it is sent.
    task: Option<String>,
    _ear: EventListener,
}

impl Crew {
    /// No hired workers yet; what they say together goes to `say`.
    pub(crate) fn new(say: impl Fn(&Reply) + 'static) -> Self {
        Self(Rc::new_cyclic(|me| {
            RefCell::new(Inner {
                say: Rc::new(say),
                hands: Vec::new(),
                shared: None,
                me: me.clone(),
            })
        }))
    }

    /// Shares a task out; false where it is not to be shared, or the browser lets a worker hire none.
    pub(crate) fn work(&self, task: &str) -> bool {
        let Some((shared, tasks)) = Shared::part(task, workers()) else {
            return false;
        };
        let mut inner = self.0.borrow_mut();
        while inner.hands.len() < tasks.len() {
            let Some(hand) = hire(&inner.me, inner.hands.len()) else {
                return false;
            };
            inner.hands.push(hand);
        }
        inner.shared = Some(shared);
        for (hand, task) in inner.hands.iter_mut().zip(tasks) {
            hand.task = Some(task);
            hand.send();
        }
        true
    }

    /// Passes on that somebody types.
    pub(crate) fn give_way(&self) {
        for hand in &self.0.borrow().hands {
            // One that has ended has nothing to give way with.
            let _ = hand.worker.post_message(&GIVE_WAY.into());
        }
    }
}

impl Hand {
    /// Sends it its share, once it listens.
    fn send(&mut self) {
        if let Some(task) = self.task.take_if(|_| self.ready) {
            // A worker that has ended is missed by the page, which hears no more of it.
            let _ = self.worker.post_message(&task.into());
        }
    }
}

impl Inner {
    /// Takes in what one of them says.
    fn hear(&mut self, hand: usize, reply: Reply) {
        if let (Reply::Ready, Some(hand)) = (&reply, self.hands.get_mut(hand)) {
            hand.ready = true;
            return hand.send();
        }
        let said = self.shared.as_mut().and_then(|all| all.hear(hand, reply));
        if let Some(said) = said {
            (self.say)(&said);
        }
    }
}

/// How many workers the machine has room for beside the page, which keeps a processor to itself.
fn workers() -> u32 {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let processors = scope.navigator().hardware_concurrency();
    // Whole and small, whatever the browser says.
    (processors as u32).saturating_sub(1).min(MOST)
}

/// Starts a worker of the same script; none where the browser refuses.
fn hire(crew: &Weak<RefCell<Inner>>, hand: usize) -> Option<Hand> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&scope.location().href(), &options).ok()?;
    let crew = crew.clone();
    let ear = EventListener::new(&worker, "message", move |event: &Event| {
        let text = event
            .dyn_ref::<MessageEvent>()
            .and_then(|event| event.data().as_string());
        let reply = text.and_then(|text| Reply::read(&text));
        if let (Some(crew), Some(reply)) = (crew.upgrade(), reply) {
            crew.borrow_mut().hear(hand, reply);
        }
    });
    Some(Hand {
        worker,
        ready: false,
        task: None,
        _ear: ear,
    })
}
