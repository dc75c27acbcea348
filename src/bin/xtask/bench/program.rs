//! Programs that are measured in turns, so that slow drift of the machine meets all of them.

use std::process::Command;

use crate::bench::lines::{Line, read};
use crate::shell::heading;
use crate::trouble::Trouble;

/// Every program has its turn so many times.
pub(crate) const ROUNDS: u32 = 3;

/// Makes the command of one round.
type Start<'a> = Box<dyn Fn(u32) -> Result<Command, Trouble> + 'a>;

/// One program with what it has found so far.
pub(crate) struct Program<'a> {
    /// What its column or row is called.
    pub(crate) name: &'static str,
    start: Start<'a>,
    found: Vec<Line>,
    /// Why it does not run on this machine.
    missing: Option<Trouble>,
}

impl<'a> Program<'a> {
    /// A program by the command that it is started with in a round.
    pub(crate) fn new(
        name: &'static str,
        start: impl Fn(u32) -> Result<Command, Trouble> + 'a,
    ) -> Self {
        Self {
            name,
            start: Box::new(start),
            found: Vec::new(),
            missing: None,
        }
    }

    /// The same, unless what it needs could not be had.
    pub(crate) fn needs<T>(mut self, ready: Result<T, Trouble>) -> Self {
        self.missing = ready.err();
        self
    }

    fn run(&mut self, round: u32) {
        if self.missing.is_some() {
            return;
        }
        match (self.start)(round).and_then(|mut command| read(&mut command)) {
            Ok(lines) => self.found.extend(lines),
            Err(trouble) => self.missing = Some(trouble),
        }
    }

    /// What it found about one thing, by round.
    pub(crate) fn about(&self, what: &str) -> impl Iterator<Item = &Line> {
        self.found.iter().filter(move |line| line.what == what)
    }

    /// The median of its times for one thing.
    pub(crate) fn time(&self, what: &str) -> Option<f64> {
        let mut times: Vec<f64> = self.about(what).filter_map(|line| line.time).collect();
        times.sort_by(f64::total_cmp);
        times.get(times.len() / 2).copied()
    }

    /// How many times as long as another program it takes for one thing.
    pub(crate) fn ratio(&self, own: &Self, what: &str) -> Option<f64> {
        Some(self.time(what)? / own.time(what)?)
    }

    /// Its time for one thing with, in brackets, how many times as long it takes as another program.
    pub(crate) fn beside(&self, own: &Self, what: &str) -> String {
        let Some(time) = self.time(what) else {
            return "–".to_owned();
        };
        let digits = if time < 10.0 { 2 } else { 1 };
        let time = format!("{time:.digits$}");
        match self.ratio(own, what) {
            Some(ratio) if self.name != own.name && ratio < 10.0 => format!("{time} ({ratio:.2}×)"),
            Some(ratio) if self.name != own.name => format!("{time} ({ratio:.0}×)"),
            _ => time,
        }
    }
}

/// Gives every program its turn, round by round, and says which of them do not run.
pub(crate) fn in_turns(programs: &mut [Program<'_>]) {
    for round in 0..ROUNDS {
        heading(&format!("Round {} of {ROUNDS}", round + 1));
        for program in programs.iter_mut() {
            println!("{}", program.name);
            program.run(round);
        }
    }
    for program in programs.iter() {
        if let Some(trouble) = &program.missing {
            println!("\n{} was not measured. {trouble}", program.name);
        }
    }
}

/// What the first program measured, each thing once, in order.
pub(crate) fn things(programs: &[Program<'_>]) -> Vec<String> {
    let mut things: Vec<String> = Vec::new();
    for line in programs.iter().flat_map(|it| &it.found) {
        if !things.contains(&line.what) {
            things.push(line.what.clone());
        }
    }
    things
}
