//! The bridge to a worker: it is started when it is needed, replaced when it dies, ended when its work is not
//! wanted any more.

use crate::app::desks::{Asked, Heard, News};
use crate::job::{GIVE_WAY, Reply, task};
use crate::platform::{clock, element};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::JsCast;
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

/// Milliseconds before a question is sent: the picture of a keystroke goes first.
const REST: u32 = 20;
/// Milliseconds that a worker may still be at a question that is not wanted any more.
const GRACE: u32 = 150;
/// Milliseconds without a word after which a worker that should be at work counts as dead.
const SILENCE: u32 = 10_000;
/// Milliseconds that it may take to arrive: it comes over the same line as the page. One that cannot arrive says so.
const ARRIVAL: u32 = 60_000;
/// Milliseconds more before it does: where the machine slept, what was said meanwhile is heard only now.
const WAKING: u32 = 3_000;
/// Milliseconds between two words on how far a worker is: each draws the page anew.
const PACE: u64 = 200;
/// Workers that may die over one question.
const LIVES: u8 = 2;

const UNREACHED: &str = "A part of the page did not arrive. Check the connection and try again.";
const DIED: &str = "The calculation stopped unexpectedly, twice. Change a figure or try again.";

/// The way to one worker, which answers one question after the other.
pub struct Bridge(Rc<RefCell<Inner>>);

struct Inner {
    hear: Rc<dyn Fn(Heard)>,
    worker: Option<Hired>,
    /// What the worker is at.
    current: Option<Asked>,
    /// What is wanted of it and has not come.
    wanted: Option<Asked>,
    /// Workers that died over it.
    deaths: u8,
    /// When it was last said how far the worker is, in milliseconds.
    paced: u64,
    timer: Option<Timeout>,
    watch: Option<Timeout>,
    me: Weak<RefCell<Self>>,
}

struct Hired {
    worker: Worker,
    /// Whether it has said that it listens: what is sent before is lost.
    ready: bool,
    _ears: [EventListener; 2],
}

impl Drop for Hired {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Bridge {
    /// A way to no worker yet; what it says of questions goes to `hear`.
    pub fn new(hear: impl Fn(Heard) + 'static) -> Self {
        Self(Rc::new_cyclic(|me| {
            RefCell::new(Inner {
                hear: Rc::new(hear),
                worker: None,
                current: None,
                wanted: None,
                deaths: 0,
                paced: 0,
                timer: None,
                watch: None,
                me: me.clone(),
            })
        }))
    }

    /// Says what is wanted of it now: an answer to a question, or nothing. The same as before changes nothing.
    pub fn want(&self, asked: Option<Asked>) {
        let mut inner = self.0.borrow_mut();
        if inner.wanted == asked {
            return;
        }
        inner.wanted = asked;
        inner.deaths = 0;
        let wait = if inner.current.is_some() { GRACE } else { REST };
        inner.timer = Some(inner.after(wait, Inner::turn));
    }

    /// Has the worker give way to somebody who types, if it is at work.
    pub fn give_way(&self) {
        let mut inner = self.0.borrow_mut();
        if let (Some(hired), Some(_)) = (&inner.worker, &inner.current) {
            // One that has ended is missed as it is.
            let _ = hired.worker.post_message(&GIVE_WAY.into());
            // It says nothing while it rests.
            inner.listen();
        }
    }
}

impl Inner {
    fn after(&self, wait: u32, turn: fn(&mut Self)) -> Timeout {
        let me = self.me.clone();
        Timeout::new(wait, move || {
            if let Some(me) = me.upgrade() {
                turn(&mut me.borrow_mut());
            }
        })
    }

    /// Turns to what is wanted, whatever the worker is at.
    fn turn(&mut self) {
        if self.current.is_some() && self.current != self.wanted {
            self.current = None;
            self.watch = None;
            self.worker = None;
        }
        self.send();
    }

    /// Sends the worker what is wanted, if it has nothing to do.
    fn send(&mut self) {
        let (None, Some(asked)) = (&self.current, &self.wanted) else {
            return;
        };
        if self.worker.is_none() {
            self.worker = hire(&self.me);
        }
        match &self.worker {
            Some(hired) if hired.ready => {
                let task = task(&asked.question, &asked.workbook);
                if hired.worker.post_message(&task.into()).is_ok() {
                    self.current = self.wanted.clone();
                }
            }
            _ => {}
        }
        self.listen();
    }

    /// Waits for a word of the worker.
    fn listen(&mut self) {
        let arrives = self.worker.as_ref().is_some_and(|hired| !hired.ready);
        let wait = if arrives { ARRIVAL } else { SILENCE };
        self.watch = Some(self.after(wait, |inner| {
            inner.watch = Some(inner.after(WAKING, Self::dead));
        }));
    }

    /// Takes in what the worker says.
    fn reply(&mut self, reply: Reply) {
        if let Some(hired) = &mut self.worker {
            hired.ready = true;
        }
        self.listen();
        let news = match reply {
            Reply::Ready => return self.send(),
            Reply::AtWork => return,
            Reply::Progress(progress) => {
                let now = clock::now();
                if now.abs_diff(self.paced) < PACE {
                    return;
                }
                self.paced = now;
                News::Progress(progress)
            }
            Reply::SoFar(answer) => News::SoFar(Rc::new(answer)),
            Reply::Done(answer) => News::Done(Rc::new(answer)),
            Reply::Refused(why) => News::Failed(why),
        };
        let over = matches!(news, News::Done(_) | News::Failed(_));
        let Some(asked) = self.current.clone() else {
            return;
        };
        if over {
            self.current = None;
            self.watch = None;
            self.wanted.take_if(|wanted| *wanted == asked);
            self.timer = Some(self.after(0, Self::send));
        }
        self.say(asked, news);
    }

    /// The worker is dead: another one takes its place, unless too many have died.
    fn dead(&mut self) {
        let late = self.worker.take();
        let arrived = late.as_ref().is_some_and(|hired| hired.ready);
        self.watch = None;
        self.current = None;
        let Some(asked) = self.wanted.clone() else {
            return;
        };
        self.deaths += 1;
        if self.deaths < LIVES {
            self.timer = Some(self.after(REST, Self::send));
            if arrived {
                self.say(asked, News::Replaced);
            }
        } else {
            self.wanted = None;
            let why = if arrived { DIED } else { UNREACHED };
            self.say(asked, News::Failed(why.to_owned()));
        }
    }

    /// Says something of a question, once whatever happens now is over.
    fn say(&self, asked: Asked, news: News) {
        let hear = Rc::clone(&self.hear);
        wasm_bindgen_futures::spawn_local(async move { hear(Heard { asked, news }) });
    }
}

/// Starts a worker; none where the page names none or the browser refuses.
fn hire(bridge: &Weak<RefCell<Inner>>) -> Option<Hired> {
    let address = element::find("script[data-worker]")?.get_attribute("data-worker")?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&address, &options).ok()?;
    let listen = |event: &'static str, heard: fn(&mut Inner, &Event)| {
        let bridge = bridge.clone();
        EventListener::new(&worker, event, move |event| {
            if let Some(bridge) = bridge.upgrade() {
                heard(&mut bridge.borrow_mut(), event);
            }
        })
    };
    let message = listen("message", |bridge, event| {
        let text = event
            .dyn_ref::<MessageEvent>()
            .and_then(|event| event.data().as_string());
        if let Some(reply) = text.and_then(|text| Reply::read(&text)) {
            bridge.reply(reply);
        }
    });
    // Later, as its ear is being used right now.
    let error = listen("error", |bridge, _| {
        bridge.watch = Some(bridge.after(0, Inner::dead));
    });
    Some(Hired {
        worker,
        ready: false,
        _ears: [message, error],
    })
}
