//! The worker's side: hears tasks, works on one after the other, shares what several can
//! do, says what it finds, and gives way while somebody types.

use crate::job::{GIVE_WAY, Reply, Work};
use crate::platform::clock;
use crate::platform::crew::Crew;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Milliseconds that a work in steps rests after a key: longer than it mostly is to the next one.
const REST: u64 = 500;

/// Listens for tasks as long as the worker lives, and says that it does.
///
/// A defect ends the worker, of which its page hears.
pub fn listen() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
    }));
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let say = {
        let scope = scope.clone();
        // A page that has gone hears nothing.
        move |reply: &Reply| drop(scope.post_message(&JsValue::from(reply.write())))
    };
    let crew = Crew::new(say.clone());
    let bench = Bench::new(say.clone());
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let text = event.data().as_string().unwrap_or_default();
        if text == GIVE_WAY {
            crew.give_way();
            bench.borrow_mut().rest();
        } else if !crew.work(&text) {
            bench.borrow_mut().begin(&text);
        }
    });
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    say(&Reply::Ready);
}

/// What the worker is at.
struct Bench {
    say: Box<dyn Fn(&Reply)>,
    work: Option<Work>,
    /// Until when it rests, in milliseconds since 1970.
    rested: u64,
    next: Option<Timeout>,
    me: Weak<RefCell<Self>>,
}

impl Bench {
    fn new(say: impl Fn(&Reply) + 'static) -> Rc<RefCell<Self>> {
        Rc::new_cyclic(|me| {
            RefCell::new(Self {
                say: Box::new(say),
                work: None,
                rested: 0,
                next: None,
                me: me.clone(),
            })
        })
    }

    /// Begins a task: with its first step at once, as most have but one.
    fn begin(&mut self, task: &str) {
        self.work = Some(Work::new(task));
        self.step();
    }

    /// Rests from now on for a while, once the step that it is at is taken.
    fn rest(&mut self) {
        self.rested = clock::now() + REST;
    }

    /// Takes a step. The next one follows when all that has arrived meanwhile is heard, and no rest is wanted.
    fn step(&mut self) {
        let on = self
            .work
            .as_mut()
            .is_some_and(|work| work.step(&mut |reply| (self.say)(reply)));
        if on {
            self.wait(0);
        } else {
            self.work = None;
        }
    }

    fn go_on(&mut self) {
        match self.rested.saturating_sub(clock::now()) {
            0 => self.step(),
            left => self.wait(left as u32),
        }
    }

    fn wait(&mut self, milliseconds: u32) {
        let me = self.me.clone();
        self.next = Some(Timeout::new(milliseconds, move || {
            if let Some(me) = me.upgrade() {
                me.borrow_mut().go_on();
            }
        }));
    }
}
