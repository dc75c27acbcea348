//! When nothing keeps every rule: which rules clash, by how much, and what would free them.

use crate::engine::{Bounds, Case, Evaluation, evaluate, fence_in_force};
use crate::model::{
    Agreement, Control, Fence, IndicatorId, OutcomeId, Pounds, Relaxation, Scenario, StreamId,
};
use crate::solve::gone::without_gone;
use crate::solve::network::Network;
use crate::solve::plan::{Limits, Lock};
use crate::solve::price::{fences, with_granted};
use crate::solve::problem::Problem;
use crate::solve::shape::Shape;
use serde::{Deserialize, Serialize};

/// Nothing keeps all the rules: what stands against each other, and what would free it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unfit {
    /// Rules that cannot be kept together; empty where the search ended before it found a plan, or found one only in
    /// parts of a pound.
    pub clashes: Vec<Clash>,
    /// Single relaxations, each of which makes everything else fit.
    pub frees: Vec<Relaxation>,
}

/// Rules that cannot be kept together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clash {
    /// The rules.
    pub rules: Vec<Rule>,
    /// The least by which one of the demands among them would have to be lower, or the money higher;
    /// none where no sum of money helps.
    pub short: Option<Pounds>,
}

/// One rule that money has to keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// A pin.
    Pin(StreamId, OutcomeId, usize),
    /// A floor, in one year.
    Floor(StreamId, OutcomeId, usize),
    /// The minimum of an outcome in a year.
    Minimum(OutcomeId, usize),
    /// What can be spent well on an outcome in a year.
    Capacity(OutcomeId, usize),
    /// What a stream has in a year.
    Amount(StreamId, usize),
    /// The fence of a stream.
    Fence(StreamId),
    /// What has arrived of the pump-priming grant by a year-end.
    Pump(usize),
    /// What stays as it is today: locked, or over because a value was recorded.
    Stays(OutcomeId, usize),
    /// What a locked stream pays.
    Locked(StreamId),
    /// The threshold that an indicator must reach.
    Must(IndicatorId),
    /// How far money may be moved from where it is today.
    Moved,
}

/// What stands against each other in a scenario for which no plan was found; where that leaves open whether there is one,
/// only what no plan could keep.
pub(crate) fn unfit(
    agreement: &Agreement,
    scenario: &Scenario,
    limits: &Limits,
    today: &Evaluation,
    open: bool,
) -> Unfit {
    let clashes = clashes(agreement, scenario, limits, today);
    if clashes.is_empty() {
        let musts = limits.must.iter().map(|&it| Rule::Must(it));
        let moved = limits.most_moved.map(|_| Rule::Moved);
        let rules: Vec<Rule> = musts.chain(moved).collect();
        let known = !open && !rules.is_empty();
        return Unfit {
            clashes: known
                .then_some(Clash { rules, short: None })
                .into_iter()
                .collect(),
            frees: Vec::new(),
        };
    }
    let frees = relaxations(agreement, scenario).into_iter().filter(|&it| {
        let agreement = without_gone(agreement, scenario, &[it]);
        let freed = with_granted(scenario, &[it]);
        let today = evaluate(&agreement, &freed);
        self::clashes(&agreement, &freed, limits, &today).is_empty()
    });
    Unfit {
        frees: frees.collect(),
        clashes,
    }
}

/// What government could relax by a yes, one by one: fences, floors, and what keeps aligned streams apart. Carrying and
/// bringing forward are not tried: they would be granted by a share, and which one frees a plan is another question.
fn relaxations(agreement: &Agreement, scenario: &Scenario) -> Vec<Relaxation> {
    let mut all = fences(agreement, scenario);
    for stream in &agreement.streams {
        let id = stream.id;
        all.extend(stream.floors.iter().map(|floor| Relaxation::DropFloor {
            stream: id,
            outcome: floor.outcome,
        }));
        if stream.control == Control::Aligned {
            all.push(Relaxation::Pool(id));
        }
    }
    all
}

fn clashes(
    agreement: &Agreement,
    scenario: &Scenario,
    limits: &Limits,
    today: &Evaluation,
) -> Vec<Clash> {
    let case = Case::new(agreement, scenario);
    let problem = Problem::new(agreement, scenario, limits, today);
    let mut finder = Finder {
        network: Network::new(Shape::in_pounds(&problem)),
        case: &case,
        problem: &problem,
        limits,
        clashes: Vec::new(),
    };
    finder.beyond_reach();
    let (unpaid, unmet) = finder.network.place_least();
    for (pot, &short) in unpaid.iter().enumerate().filter(|(_, short)| **short > 0) {
        finder.overbound(pot / problem.years, pot % problem.years, short);
    }
    for (cell, &short) in unmet.iter().enumerate().filter(|(_, short)| **short > 0) {
        finder.unmet(cell / problem.years, cell % problem.years, short);
    }
    finder.clashes
}

struct Finder<'a> {
    case: &'a Case<'a>,
    problem: &'a Problem,
    limits: &'a Limits,
    network: Network,
    clashes: Vec<Clash>,
}

impl Finder<'_> {
    fn add(&mut self, rules: Vec<Rule>, short: i64) {
        let short = Some(Pounds(short));
        self.clashes.push(Clash { rules, short });
    }

    fn id(&self, outcome: usize) -> OutcomeId {
        self.case.outcomes[outcome].id
    }

    /// Pins and floors of a stream, with their pounds.
    fn bound(&self, stream: StreamId, bounds: &Bounds) -> Vec<(Rule, OutcomeId, usize, i64)> {
        let pins = self
            .case
            .scenario
            .pins
            .iter()
            .filter(|it| it.stream == stream);
        let pins = pins.map(|it| {
            let year = usize::from(it.year);
            (
                Rule::Pin(stream, it.outcome, year),
                it.outcome,
                year,
                it.pounds.0,
            )
        });
        let floors = bounds.floors.iter().flat_map(|it| {
            let rule = move |year| {
                (
                    Rule::Floor(stream, it.outcome, year),
                    it.outcome,
                    year,
                    it.pounds.0,
                )
            };
            (0..self.case.years).map(rule)
        });
        pins.chain(floors).filter(|it| it.3 > 0).collect()
    }

    /// Pins and floors for outcomes that their stream does not reach, where money may move.
    fn beyond_reach(&mut self) {
        for stream in &self.case.streams {
            let bounds = Bounds::of(self.case, stream);
            for (rule, outcome, year, pounds) in self.bound(stream.id, &bounds) {
                let place = self.case.outcome(outcome);
                let reached = place.is_some_and(|it| bounds.reach >> it & 1 == 1);
                let cell = place.filter(|_| year < self.problem.years);
                let stays = cell.is_some_and(|it| self.problem.cell(it, year).pooled_stays);
                if bounds.pooled && !reached && !stays {
                    self.add(vec![rule, Rule::Fence(stream.id)], pounds);
                }
            }
        }
    }

    /// Pins and floors of a stream in a year.
    fn bound_by(&self, id: StreamId, year: usize) -> Vec<Rule> {
        let stream = self.case.streams.iter().find(|it| it.id == id);
        let bounds = stream.map(|it| Bounds::of(self.case, it));
        let bound = bounds.map(|it| self.bound(id, &it)).unwrap_or_default();
        let own = bound.into_iter().filter(|it| it.2 == year);
        own.map(|it| it.0).collect()
    }

    /// A source bound to pay more than it has.
    fn overbound(&mut self, source: usize, year: usize, short: i64) {
        let source = &self.problem.sources[source];
        let mut rules = Vec::new();
        for &id in &source.streams {
            rules.push(Rule::Amount(id, year));
            if self.limits.locks.contains(&Lock::Stream(id)) {
                rules.push(Rule::Locked(id));
            }
            rules.extend(self.bound_by(id, year));
        }
        self.add(rules, short);
    }

    /// What keeps the money of a pin or a floor from an outcome: the rule itself, or that what it pays for stays.
    fn keeps_from(&self, rule: Rule, outcome: usize, year: usize) -> Option<Rule> {
        let (Rule::Pin(_, id, _) | Rule::Floor(_, id, _)) = rule else {
            return None;
        };
        let place = self.case.outcome(id).filter(|&it| it != outcome)?;
        let cell = self.problem.cell(place, year);
        match cell.pooled_stays {
            true => (cell.bound > 0).then_some(Rule::Stays(id, year)),
            false => Some(rule),
        }
    }

    /// Streams that could pay for an outcome were they not locked.
    fn locked_from(&self, outcome: usize) -> Vec<Rule> {
        let locked = self.case.streams.iter().filter(|stream| {
            let bounds = Bounds::of(self.case, stream);
            let locked = self.limits.locks.contains(&Lock::Stream(stream.id));
            locked && bounds.pooled && bounds.reach >> outcome & 1 == 1
        });
        locked.map(|stream| Rule::Locked(stream.id)).collect()
    }

    /// A cell that cannot get what it must: with the cells whose money it could have, the streams that
    /// could pay it, and the fences and locks that keep money elsewhere from it.
    fn unmet(&mut self, outcome: usize, year: usize, short: i64) {
        let (pots, cells) = self.network.could_give(outcome, year);
        let mut rules = Vec::new();
        for cell in cells {
            let (place, year) = (cell / self.problem.years, cell % self.problem.years);
            let found = self.problem.cell(place, year);
            if found.stays() {
                rules.push(Rule::Stays(self.id(place), year));
            } else if found.least > 0 {
                rules.push(Rule::Minimum(self.id(place), year));
            }
        }
        let mut reached = Vec::new();
        for pot in pots {
            let (source, year) = (pot / self.problem.years, pot % self.problem.years);
            let source = &self.problem.sources[source];
            rules.extend(source.pump.then_some(Rule::Pump(year)));
            for &id in &source.streams {
                rules.push(Rule::Amount(id, year));
                let bound = self.bound_by(id, year).into_iter();
                let kept = bound.filter_map(|rule| self.keeps_from(rule, outcome, year));
                for rule in kept {
                    if !rules.contains(&rule) {
                        rules.push(rule);
                    }
                }
            }
            reached.extend(&source.streams);
        }
        for (place, source) in self.problem.sources.iter().enumerate() {
            let left = self.network.left(place, year) > 0;
            let away = source.reach[year] >> outcome & 1 == 0;
            for id in source
                .streams
                .iter()
                .filter(|id| left && away && !reached.contains(id))
                .filter(|id| !self.limits.locks.contains(&Lock::Stream(**id)))
            {
                let stream = self.case.streams.iter().find(|it| it.id == *id);
                let fence = stream.map(|it| fence_in_force(self.case.scenario, it));
                if fence.is_some_and(|fence| fence < Fence::Agreement) {
                    rules.push(Rule::Fence(*id));
                }
            }
        }
        rules.extend(self.locked_from(outcome));
        self.add(rules, short);
    }
}
