//! Ways to a goal and what stands in the way of others, in words.

use crate::app::edit::Edit;
use crate::app::lookup::Lookup;
use crate::app::show::seek::WayRow;
use crate::job::{Change, Goal, Input, Obstacle, Sought, Way};
use crate::model::{Pence, Pounds, PumpSplit, Scenario, Workbook};
use crate::text::{money, number, share};
use std::cmp::Reverse;

/// The scenario that was asked about, and its agreement.
pub(super) struct Told<'a> {
    pub(super) workbook: &'a Workbook,
    pub(super) today: &'a Scenario,
}

impl Told<'_> {
    fn names(&self) -> Lookup<'_> {
        Lookup(&self.workbook.agreement)
    }

    fn goal(&self, goal: Goal) -> String {
        match goal {
            Goal::Reward(sum) => format!("{} of reward", money::headline(sum)),
            Goal::Score(id, score) => format!(
                "A score of {} for {}",
                share::exact(score),
                self.names().indicator_name(id)
            ),
            Goal::Share(id, sum) => format!(
                "A share of {} for {}",
                money::headline(sum),
                self.names().partner_name(id)
            ),
        }
    }

    pub(super) fn headline(&self, goal: Goal, sought: &Sought) -> String {
        let cheapest = sought.alone.first().or(sought.together.as_ref());
        let lacking = cheapest.is_some_and(|way| way.over.0 > 0);
        let elsewhere = match goal {
            Goal::Reward(_) if lacking && !sought.reached => {
                " Moving the money there is may be enough: see Best use."
            }
            _ => "",
        };
        let says = self.takes(goal, sought);
        format!("{says}{elsewhere}")
    }

    fn takes(&self, goal: Goal, sought: &Sought) -> String {
        let goal = self.goal(goal);
        if sought.reached {
            return format!("{goal} is reached as it is.");
        }
        if let Some(cheapest) = sought.alone.first() {
            let row = self.row(cheapest);
            return format!(
                "{goal} takes {}: {}.",
                row.changes.join(" and "),
                row.affordable
            );
        }
        match &sought.together {
            Some(way) => {
                let row = self.row(way);
                let money = match way.costs {
                    Pounds(0) => " and no money".to_owned(),
                    _ => format!(", {}: {}", row.costs, row.affordable),
                };
                let changes = row.changes.len();
                format!(
                    "No single change is enough. {goal} takes {changes} changes together{money}."
                )
            }
            None => format!("{goal} is out of reach of what may change."),
        }
    }

    pub(super) fn row(&self, way: &Way) -> WayRow {
        WayRow {
            changes: way
                .changes
                .iter()
                .map(|&change| self.phrase(change))
                .collect(),
            costs: match way.costs {
                Pounds(0) => "no money".to_owned(),
                costs => money::pounds(costs),
            },
            affordable: match (way.costs, way.over) {
                (Pounds(0), Pounds(0)) => "it takes no money".to_owned(),
                (_, Pounds(0)) => "the money is there".to_owned(),
                (_, over) => format!("{} more than there is to spend on it", money::pounds(over)),
            },
            edit: self.edit(way),
        }
    }

    fn phrase(&self, change: Change) -> String {
        match change {
            Change::Spending(outcome, year, pounds) => {
                let input = self.input(Input::Spending(outcome, year));
                format!("{} more {input}", money::pounds(pounds))
            }
            Change::Pump(outcome, year, pounds) => {
                let input = self.input(Input::Pump(outcome, year));
                format!("{} more {input}", money::pounds(pounds))
            }
            Change::Level(id, level) => {
                let names = self.names();
                let places = names.indicator(id).map_or(0, |it| it.decimals);
                format!(
                    "a target of {} for {}",
                    number::value(level, places),
                    names.indicator_name(id)
                )
            }
        }
    }

    fn input(&self, input: Input) -> String {
        let year = |year| self.workbook.agreement.year_name(year);
        let names = self.names();
        match input {
            Input::Spending(id, at) => {
                format!("for {} in {}", names.outcome_name(id), year(at))
            }
            Input::Pump(id, at) => format!(
                "pump-priming for {} in {}",
                names.outcome_name(id),
                year(at)
            ),
            Input::Stretch(id) => format!("the target of {}", names.indicator_name(id)),
        }
    }

    /// What is not enough alone, the most that comes of it first: one row for all years of an outcome's money. What
    /// changes nothing of the result is said once for all.
    pub(super) fn obstacles(&self, goal: Goal, sought: &Sought) -> Vec<(String, String)> {
        let mut best: Vec<(Input, Obstacle)> = Vec::new();
        for &(input, obstacle) in &sought.obstacles {
            match best.iter_mut().find(|other| same_row(other.0, input)) {
                Some(row) if most(obstacle) > most(row.1) => *row = (input, obstacle),
                Some(_) => {}
                None => best.push((input, obstacle)),
            }
        }
        let all = best.len();
        best.retain(|row| row.1 != Obstacle::NoEffect);
        best.sort_by_key(|row| Reverse(most(row.1)));
        let mut rows: Vec<(String, String)> = best
            .iter()
            .map(|&(input, obstacle)| (self.row_name(input), self.why(goal, input, obstacle)))
            .collect();
        if rows.len() < all {
            let others = match rows.is_empty() {
                true => "All that may change",
                false => "Everything else",
            };
            let makes = match sought.together {
                Some(_) => "makes no difference alone",
                None => "makes no difference",
            };
            rows.push((others.to_owned(), makes.to_owned()));
        }
        rows
    }

    fn row_name(&self, input: Input) -> String {
        let names = self.names();
        match input {
            Input::Spending(id, _) => names.outcome_name(id).to_owned(),
            Input::Pump(id, _) => format!("Pump-priming for {}", names.outcome_name(id)),
            Input::Stretch(id) => format!("The target of {}", names.indicator_name(id)),
        }
    }

    fn why(&self, goal: Goal, input: Input, obstacle: Obstacle) -> String {
        match obstacle {
            Obstacle::Short(most) => match input {
                Input::Spending(_, year) | Input::Pump(_, year) => format!(
                    "{} at most, with all of it in {}",
                    result(goal, most),
                    self.workbook.agreement.year_name(year)
                ),
                Input::Stretch(_) => format!("{} at most", result(goal, most)),
            },
            Obstacle::Full => "gets all that can be spent well on it".to_owned(),
            Obstacle::Over => "its years are over, values are recorded".to_owned(),
            Obstacle::Unrewarded => "bears no reward, so that none may go to it".to_owned(),
            Obstacle::NoEffect => "makes no difference".to_owned(),
        }
    }

    /// The changes of a way as one step.
    fn edit(&self, way: &Way) -> Edit {
        let mut edits = Vec::new();
        let scenario = &way.scenario;
        if scenario.pump.split != self.today.pump.split {
            // A rule splits pump-priming today: what it gives each outcome is typed, with the change.
            edits.push(Edit::SplitPump(PumpSplit::Typed));
            let agreement = &self.workbook.agreement;
            for outcome in &agreement.outcomes {
                for year in 0..agreement.year_count() {
                    let pounds = scenario.pump.spending.get(outcome.id, year);
                    edits.push(Edit::Prime(outcome.id, year, pounds));
                }
            }
        }
        edits.extend(way.changes.iter().map(|change| match *change {
            Change::Pump(id, year, _) => {
                Edit::Prime(id, year, scenario.pump.spending.get(id, year))
            }
            Change::Spending(id, year, _) => Edit::Spend(id, year, scenario.spending.get(id, year)),
            Change::Level(id, level) => Edit::Stretch(id, Some(level)),
        }));
        Edit::Many(edits)
    }
}

/// Whether two inputs are the same money in different years.
fn same_row(one: Input, other: Input) -> bool {
    match (one, other) {
        (Input::Spending(one, _), Input::Spending(other, _))
        | (Input::Pump(one, _), Input::Pump(other, _)) => one == other,
        _ => one == other,
    }
}

/// How far an input comes: what changes nothing more than what cannot be moved at all, as no year of money is spoken for
/// by another that is over or full.
fn most(obstacle: Obstacle) -> i64 {
    match obstacle {
        Obstacle::Short(most) => most,
        Obstacle::NoEffect => i64::MIN + 3,
        Obstacle::Full => i64::MIN + 2,
        Obstacle::Unrewarded => i64::MIN + 1,
        Obstacle::Over => i64::MIN,
    }
}

/// A result in the unit of its goal.
fn result(goal: Goal, measure: i64) -> String {
    match goal {
        Goal::Score(_, aim) => share::whole(measure, aim),
        Goal::Reward(_) | Goal::Share(..) => money::headline(Pence(measure)),
    }
}
