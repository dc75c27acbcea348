//! What Report shows beside what the other views do: the scenario in a few facts, and money by outcome and year.

use crate::app::lookup::Lookup;
use crate::app::show::reward::rules;
use crate::app::show::{comparable, paid};
use crate::app::state::State;
use crate::app::words::setup_name;
use crate::engine::OutcomeYear;
use crate::model::{BlockId, Label, Pence, Pounds};
use crate::text::{capital, money};

/// Money on a block and its outcomes, by year and in all.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockMoney {
    /// The block.
    pub id: BlockId,
    /// Its name.
    pub name: String,
    /// Its sums: by year, then in all.
    pub sums: Vec<Pounds>,
    /// Names of its outcomes with theirs.
    pub outcomes: Vec<(String, Vec<Pounds>)>,
}

/// What the report is of: the area, as far as it is named, and the years of the agreement.
#[must_use]
pub fn area_and_years(state: &State) -> String {
    let agreement = &state.shown().agreement;
    match agreement.area.name.as_str() {
        "" => agreement.span(),
        area => format!("{area}, {}", agreement.span()),
    }
}

/// The open scenario in a few facts: what each is, and what it says.
#[must_use]
pub fn facts(state: &State) -> Vec<(String, String)> {
    let (Some(scenario), Some(result)) = (state.scenario(), state.result(state.open)) else {
        return Vec::new();
    };
    let workbook = state.shown();
    let label = match workbook.label(scenario.id) {
        Label::Draft => "draft",
        Label::Offered => "offered",
        Label::Received => "received",
        Label::Agreed => "agreed",
    };
    let fact = |what: &str, says: String| (what.to_owned(), says);
    let mut facts = vec![
        fact("Scenario", format!("{} ({label})", scenario.name)),
        fact("Set-up", setup_name(scenario.setup).to_owned()),
        fact(
            "Reward",
            format!(
                "{} of a possible {}",
                money::whole(result.reward),
                money::whole(result.pot)
            ),
        ),
    ];
    if let Some((base, before)) = comparable(state) {
        let gain = result.reward - before.reward;
        facts.push(fact(
            &format!("Against {}", base.name),
            match gain {
                Pence(0) => "the same".to_owned(),
                gain => money::difference(gain),
            } + &paid::noted(result.takings() - before.takings()),
        ));
    }
    if result.over.0 > 0 {
        let over = money::pounds(result.over);
        facts.push(fact("Not affordable", format!("over by {over}")));
    }
    let spent = money_by_block(state)
        .iter()
        .map(|block| total(&block.sums))
        .sum();
    facts.push(fact("Spent on outcomes", money::pounds(spent)));
    facts.push(fact("Pump-priming grant", money::pounds(result.pump.grant)));
    if let Some(rules) = rules(state) {
        let scheme = rules.schemes.get(rules.scheme).copied().unwrap_or_default();
        let paid = rules
            .payments
            .get(rules.payment)
            .copied()
            .unwrap_or_default();
        facts.push(fact("Reward rules", format!("{}; {paid}", capital(scheme))));
    }
    facts
}

fn total(sums: &[Pounds]) -> Pounds {
    sums.last().copied().unwrap_or_default()
}

/// Money on outcomes from every source: pooled, local ones included, aligned and pump-priming.
#[must_use]
pub fn money_by_block(state: &State) -> Vec<BlockMoney> {
    let agreement = &state.shown().agreement;
    let names = Lookup(agreement);
    let Some(result) = state.result(state.open) else {
        return Vec::new();
    };
    let years = agreement.year_count();
    let block = |id: BlockId, name: &str| {
        let outcomes: Vec<(String, Vec<Pounds>)> = names
            .outcomes_in(id)
            .filter_map(|outcome| {
                let found = result
                    .outcomes
                    .iter()
                    .find(|found| found.id == outcome.id)?;
                let mut sums: Vec<Pounds> = found.years.iter().map(OutcomeYear::total).collect();
                sums.push(sums.iter().copied().sum());
                Some((outcome.name.clone(), sums))
            })
            .collect();
        let column = |at: usize| {
            let cells = outcomes.iter();
            cells.filter_map(move |(_, sums)| sums.get(at).copied())
        };
        BlockMoney {
            id,
            name: name.to_owned(),
            sums: (0..=years).map(|at| column(at).sum()).collect(),
            outcomes,
        }
    };
    agreement
        .blocks
        .iter()
        .map(|of| block(of.id, &of.name))
        .filter(|block| !block.outcomes.is_empty())
        .collect()
}

/// Money on everything, by year and in all.
#[must_use]
pub fn all_money(blocks: &[BlockMoney]) -> Vec<Pounds> {
    let columns = blocks
        .iter()
        .map(|block| block.sums.len())
        .max()
        .unwrap_or(0);
    let column = |at: usize| {
        blocks
            .iter()
            .filter_map(move |block| block.sums.get(at).copied())
    };
    (0..columns).map(|at| column(at).sum()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::show::position::blocks;
    use std::rc::Rc;

    fn states() -> Vec<State> {
        let samples = crate::presets::all()
            .iter()
            .map(|sample| (sample.workbook)());
        samples
            .map(|workbook| {
                let open = workbook.scenarios.last().unwrap().id;
                State::open(Rc::new(workbook), open, 1)
            })
            .collect()
    }

    #[test]
    fn the_money_adds_up_by_row_and_column_and_is_that_of_position() {
        for state in states() {
            let report = money_by_block(&state);
            for block in &report {
                for (_, sums) in block
                    .outcomes
                    .iter()
                    .chain([&(String::new(), block.sums.clone())])
                {
                    let (all, years) = sums.split_last().unwrap();
                    assert_eq!(*all, years.iter().copied().sum());
                }
            }
            let drawn = blocks(&state, 300.0).unwrap();
            let open = drawn.bars.last().unwrap();
            assert_eq!(money::short(total(&all_money(&report)).pence()), open.label);
        }
    }

    #[test]
    fn the_report_names_the_area_and_the_years() {
        let mut workbook = crate::presets::illustration();
        let of = |workbook: &crate::model::Workbook| {
            let state = State::open(Rc::new(workbook.clone()), workbook.base, 1);
            area_and_years(&state)
        };
        workbook.agreement.area.name = "Wirral".to_owned();
        assert_eq!(of(&workbook), "Wirral, 2006–09");
        workbook.agreement.area.name.clear();
        assert_eq!(of(&workbook), "2006–09");
    }

    #[test]
    fn the_facts_of_the_borough_are_those_of_its_scenario() {
        let state = &states()[0];
        let facts = facts(state);
        let said = |what: &str| {
            let found = facts.iter().find(|(fact, _)| fact == what);
            found.map(|(_, says)| says.as_str())
        };
        let result = state.result(state.open).unwrap();
        assert_eq!(said("Scenario"), Some("Single pot (draft)"));
        assert_eq!(
            said("Reward"),
            Some(&*format!(
                "{} of a possible {}",
                money::whole(result.reward),
                money::whole(result.pot)
            ))
        );
        assert!(said("Against Ring-fenced blocks").is_some_and(|says| says.starts_with('+')));
        assert_eq!(said("Not affordable"), None);
    }
}
