//! What separates two scenarios, and what each difference is worth: alone, if it is left, and as its share.

mod shapley;

use crate::app::edit::{Edit, change};
use crate::app::facts::{Adoption, Differing, facts};
use crate::app::moves::{Change, Kind, changes};
use crate::engine::{Takings, evaluate, reward, takings};
use crate::model::{Agreement, BasisPoints, Pence, Pounds, Scenario, Workbook, order};
use std::rc::Rc;

/// One side of a comparison: an agreement and choices about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// The facts.
    pub agreement: Rc<Agreement>,
    /// The choices.
    pub scenario: Scenario,
}

/// What a group of changes is worth, in reward earned or in reward paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Worth {
    /// What is gained when it alone is made in the first side.
    pub alone: Pence,
    /// What is lost when it alone is left out of the second side.
    pub lost: Pence,
    /// Its share of the difference; the shares add up to it.
    pub share: Pence,
}

/// What one change does by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Apart {
    /// What is gained when it alone is made in the first side.
    pub alone: Takings,
    /// By how much the first side is then not affordable; nothing where it is.
    pub over_alone: Pounds,
    /// What is lost when it alone is left out of the second side.
    pub lost: Takings,
    /// By how much the second side is then not affordable; nothing where it is.
    pub over_left: Pounds,
}

/// Changes that are priced together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The changes, by their place in the comparison: one, or everything that is left over.
    pub changes: Vec<usize>,
    /// What it is worth in what is earned.
    pub worth: Worth,
    /// What it is worth in what is paid.
    pub paid: Worth,
}

/// Two sides compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Every difference: facts first, then choices, in the order in which they are made.
    pub changes: Vec<Change>,
    /// What each change does by itself, in the order of the changes.
    pub apart: Vec<Apart>,
    /// Ten groups of them at most; where there are more changes, the last group is the rest.
    pub groups: Vec<Group>,
    /// What the second side earns more than the first.
    pub difference: Pence,
    /// What the second side is paid more than the first.
    pub paid: Pence,
}

/// Every difference between two sides: facts, then choices.
#[must_use]
pub fn differences(from: &Side, to: &Side) -> Vec<Change> {
    let facts = facts(&from.agreement, &to.agreement).into_iter();
    let mut found: Vec<Change> = facts.map(|fact| as_change(fact, from, to)).collect();
    if found.is_empty() {
        return changes(&from.agreement, &from.scenario, &to.scenario);
    }
    // Things that only one side has are named by it.
    let mut both = (*from.agreement).clone();
    both.years = both.years.max(to.agreement.years);
    /// Adds what only the other side has.
    macro_rules! join {
        ($($list:ident)*) => {$(
            for thing in &to.agreement.$list {
                if both.$list.iter().all(|held| held.id != thing.id) {
                    both.$list.push(thing.clone());
                }
            }
        )*};
    }
    join! { blocks partners streams outcomes indicators }
    found.extend(changes(&both, &from.scenario, &to.scenario));
    found
}

fn as_change(fact: Differing, from: &Side, to: &Side) -> Change {
    let says = format!("{}: {} → {}", fact.says, fact.mine, fact.theirs);
    let make = Edit::Adopt(Adoption::of(fact.fact, &to.agreement));
    let undo = Edit::Adopt(Adoption::of(fact.fact, &from.agreement));
    Change::single(Kind::Fact, says, make, undo)
}

/// Compares two sides whose agreements name things by the same ids.
#[must_use]
pub fn compare(from: &Side, to: &Side) -> Comparison {
    let changes = differences(from, to);
    let start = Start::of(from);
    let (none, all) = (start.takings(&[]), takings(&to.agreement, &to.scenario));
    let apart: Vec<Apart> = (0..changes.len())
        .map(|left| {
            let but_one = |&(at, _): &(usize, &Change)| at != left;
            let others = changes.iter().enumerate().filter(but_one);
            let others: Vec<&Change> = others.map(|(_, change)| change).collect();
            let (alone, over_alone) = start.result(&[&changes[left]]);
            let (without, over_left) = start.result(&others);
            Apart {
                alone: alone - none,
                over_alone,
                lost: all - without,
                over_left,
            }
        })
        .collect();
    let mut groups = gather(&apart);
    let made = |subset: usize| -> Vec<&Change> {
        let within = |&(at, _): &(usize, &Change)| {
            let group = groups.iter().position(|group| group.contains(&at));
            group.is_some_and(|group| subset & (1 << group) != 0)
        };
        let made = changes.iter().enumerate().filter(within);
        made.map(|(_, change)| change).collect()
    };
    let results: Vec<Takings> = (0..1 << groups.len())
        .map(|subset| start.takings(&made(subset)))
        .collect();
    let priced = |of: fn(&Takings) -> Pence| worths(&results.iter().map(of).collect::<Vec<_>>());
    let (earned, paid) = (priced(|it| it.earned), priced(|it| it.paid));
    let priced = groups.drain(..).zip(earned.into_iter().zip(paid));
    let groups = priced.map(|(changes, (worth, paid))| Group {
        changes,
        worth,
        paid,
    });
    let difference = all - none;
    Comparison {
        groups: groups.collect(),
        difference: difference.earned,
        paid: difference.paid,
        apart,
        changes,
    }
}

/// What each group is worth, given what every subset of them comes to.
fn worths(results: &[Pence]) -> Vec<Worth> {
    let last = results.len() - 1;
    let shares = shapley::shares(results).into_iter().enumerate();
    let worth = |(at, share): (usize, Pence)| Worth {
        alone: results[1 << at] - results[0],
        lost: results[last] - results[last & !(1 << at)],
        share,
    };
    shares.map(worth).collect()
}

/// Every change as a group of its own; where there are too many, those that move least together.
fn gather(apart: &[Apart]) -> Vec<Vec<usize>> {
    let mut by_size: Vec<usize> = (0..apart.len()).collect();
    if apart.len() > shapley::MOST {
        let size = |&at: &usize| {
            let Apart { alone, lost, .. } = apart[at];
            let sums = [alone.earned, alone.paid, lost.earned, lost.paid];
            sums.map(|sum| sum.0.abs()).into_iter().max()
        };
        order::by_key(&mut by_size, |at| std::cmp::Reverse(size(at)));
    }
    let rest = match apart.len() > shapley::MOST {
        true => by_size.split_off(shapley::MOST - 1),
        false => Vec::new(),
    };
    order::by_key(&mut by_size, |at| *at);
    let mut groups: Vec<Vec<usize>> = by_size.into_iter().map(|at| vec![at]).collect();
    if !rest.is_empty() {
        let mut rest = rest;
        order::by_key(&mut rest, |at| *at);
        groups.push(rest);
    }
    groups
}

impl Side {
    /// The side of a scenario of a workbook.
    #[must_use]
    pub fn of(workbook: &Workbook, scenario: &Scenario) -> Self {
        Self {
            agreement: Rc::new(workbook.agreement.clone()),
            scenario: scenario.clone(),
        }
    }

    /// What it earns.
    #[must_use]
    pub fn reward(&self) -> Pence {
        reward(&self.agreement, &self.scenario)
    }
}

/// The first side, to make changes in.
struct Start<'a> {
    side: &'a Side,
    /// The same as a workbook, for changes of facts.
    workbook: Workbook,
}

impl<'a> Start<'a> {
    fn of(side: &'a Side) -> Self {
        let workbook = Workbook {
            title: String::new(),
            agreement: (*side.agreement).clone(),
            scenarios: vec![side.scenario.clone()],
            base: side.scenario.id,
            last_id: 0,
            correlation: BasisPoints(0),
            notes: Vec::new(),
            ledger: Vec::new(),
        };
        Self { side, workbook }
    }

    /// What is earned and paid with some changes made.
    fn takings(&self, made: &[&Change]) -> Takings {
        self.with(made, takings)
    }

    /// What is earned and paid with some changes made, and by how much that is not affordable.
    fn result(&self, made: &[&Change]) -> (Takings, Pounds) {
        self.with(made, |agreement, scenario| {
            let result = evaluate(agreement, scenario);
            (result.takings(), result.over)
        })
    }

    fn with<T: Default>(&self, made: &[&Change], ask: impl Fn(&Agreement, &Scenario) -> T) -> T {
        if made.iter().all(|change| change.kind != Kind::Fact) {
            let mut scenario = self.side.scenario.clone();
            made.iter().for_each(|change| change.make(&mut scenario));
            return ask(&self.side.agreement, &scenario);
        }
        let mut workbook = self.workbook.clone();
        for line in made.iter().flat_map(|change| &change.lines) {
            change(&mut workbook, self.side.scenario.id, &line.make);
        }
        let scenario = workbook.scenarios.first();
        scenario.map_or_else(T::default, |scenario| ask(&workbook.agreement, scenario))
    }
}
