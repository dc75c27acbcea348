//! Both sides of a comparison as a state, for the pictures and tables that set one scenario against another.

use crate::app::compare::Side;
use crate::app::show::compare::Compared;
use crate::app::show::compare::sums::{Sum, sum};
use crate::app::show::paid;
use crate::app::state::State;
use crate::engine::Evaluation;
use crate::model::{Pence, ScenarioId, Workbook, financial_year};
use crate::text::money;
use std::rc::Rc;

const MINE: ScenarioId = ScenarioId(1);
const THEIRS: ScenarioId = ScenarioId(2);

/// A state in which mine is the base and theirs is open, each with the results that it has on its
/// own facts: strips and money by block ([`position`](crate::app::show::position)) and partners
/// ([`reward`](crate::app::show::reward)) show it as they show any other.
#[must_use]
pub fn pair(state: &State, compared: &Compared) -> State {
    let side = |side: &Side, result: &Evaluation, id: ScenarioId| {
        let mut scenario = side.scenario.clone();
        scenario.id = id;
        let result = Evaluation {
            scenario: id,
            ..result.clone()
        };
        scenario
            .rules
            .get_or_insert_with(|| side.agreement.rules.clone());
        (scenario, Rc::new(result))
    };
    let [own, there] = &compared.results;
    let (mine, own) = side(&compared.mine, own, MINE);
    let (theirs, there) = side(&compared.theirs, there, THEIRS);
    let workbook = Workbook {
        agreement: (*compared.mine.agreement).clone(),
        scenarios: vec![mine, theirs],
        base: MINE,
        ledger: Vec::new(),
        notes: Vec::new(),
        ..(*state.workbook).clone()
    };
    State {
        workbook: Rc::new(workbook),
        preview: None,
        results: vec![own, there],
        open: THEIRS,
        against: None,
        beside: None,
        counter: None,
        ..state.clone()
    }
}

/// What is paid in a year on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentRow {
    /// The financial year; the last row is `In all`.
    pub year: String,
    /// Mine, to the pound.
    pub mine: String,
    /// Theirs, to the pound.
    pub theirs: String,
    /// Theirs less mine.
    pub difference: Sum,
}

/// Payments by year on both sides, with their sum.
#[must_use]
pub fn payments(compared: &Compared) -> Vec<PaymentRow> {
    let [mine, theirs] = compared.results.each_ref().map(|result| &result.payments);
    let row = |year: String, mine: Pence, theirs: Pence| PaymentRow {
        year,
        mine: money::whole(mine),
        theirs: money::whole(theirs),
        difference: sum(theirs - mine),
    };
    let total = |paid: &[crate::engine::PaymentYear], year: Option<u16>| -> Pence {
        let within = paid
            .iter()
            .filter(|paid| year.is_none_or(|year| paid.year == year));
        within.map(crate::engine::PaymentYear::total).sum()
    };
    let of = |year: Option<u16>| (total(mine, year), total(theirs, year));
    let mut rows: Vec<PaymentRow> = paid::years(mine, theirs)
        .into_iter()
        .map(|year| {
            let (mine, theirs) = of(Some(year));
            row(financial_year(year), mine, theirs)
        })
        .collect();
    let (mine, theirs) = of(None);
    rows.push(row("In all".to_owned(), mine, theirs));
    rows
}
