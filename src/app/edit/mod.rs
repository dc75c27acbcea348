//! What a person can change in a workbook: each edit says what was done, not what should become of it.

mod choose;
pub mod fresh;

pub use choose::{Fund, Transfer};

pub(crate) use choose::choose;

use crate::app::facts::Adoption;
use crate::app::ledger;
use crate::app::measure::{self, Bend, Series};
use crate::app::{by_year, remove};
use crate::model::{
    Amount, Area, BasisPoints, Block, Decimal, DeliveryRisk, Entity, Entry, Fence, Indicator,
    IndicatorId, Note, Outcome, OutcomeId, Partner, Pin, Pounds, PumpSplit, Relaxation, Rules,
    Scenario, ScenarioId, SetUp, Standing, Stream, StreamId, Workbook, check,
};
use crate::text::capital;

/// One change. Choices change the open scenario; facts change the agreement.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Several changes made as one step.
    Many(Vec<Edit>),
    /// Type pooled money for an outcome in a year.
    Spend(OutcomeId, usize, Pounds),
    /// Type pump-priming for an outcome in a year.
    Prime(OutcomeId, usize, Pounds),
    /// Choose how pump-priming is split.
    SplitPump(PumpSplit),
    /// Pin money of a stream to an outcome in a year; nothing unpins it.
    Pin(Pin),
    /// Choose a set-up: its fences replace those typed for single streams.
    SetUp(SetUp),
    /// Choose a set-up and keep the fences typed for single streams.
    Preset(SetUp),
    /// Move money from one outcome to another.
    Transfer(Transfer),
    /// Type the fence of one stream; none leaves it to the set-up.
    Fence(StreamId, Option<Fence>),
    /// Ask for, grant or refuse a freedom; none takes it off the list.
    Free(Relaxation, Option<Standing>),
    /// Negotiate another final stretch level; none returns to the agreement's.
    Stretch(IndicatorId, Option<Decimal>),
    /// Take an outcome out of the reward, or put it back.
    Drop(OutcomeId, bool),
    /// Choose reward rules for this scenario; none returns to the agreement's.
    ScenarioRules(Option<Rules>),
    /// Change the area.
    Area(Area),
    /// Change the first year.
    FirstYear(u16),
    /// Change the number of years; what lies beyond is dropped.
    Years(u8),
    /// Change the agreement's reward rules.
    Rules(Rules),
    /// Change a block, or add it.
    Block(Block),
    /// Change a partner, or add it.
    Partner(Partner),
    /// Change a stream, or add it.
    Stream(Stream),
    /// Change the amount of a stream in a year.
    Amount(StreamId, usize, Amount),
    /// Change what the owner of an aligned stream spends on an outcome in a year.
    Align(StreamId, OutcomeId, usize, Pounds),
    /// Change what an outcome must get in a year.
    Minimum(OutcomeId, usize, Pounds),
    /// Change what can be spent well on an outcome in a year; none: no limit.
    Capacity(OutcomeId, usize, Option<Pounds>),
    /// Change an outcome, or add it.
    Outcome(Outcome),
    /// Change an indicator, or add it.
    Indicator(Indicator),
    /// Type a value of an indicator's path in a year; none leaves a gap.
    Level(IndicatorId, Series, usize, Option<Decimal>),
    /// Type the delivery risk of an indicator; none: it is delivered as projected.
    Risk(IndicatorId, Option<DeliveryRisk>),
    /// Choose how much indicators have in common.
    Correlation(BasisPoints),
    /// Type half a point of an indicator's response to money.
    Bend(IndicatorId, usize, Bend),
    /// Remove a thing and everything that refers to it.
    Remove(Entity),
    /// Move a thing up or down in its list.
    Move(Entity, isize),
    /// Rename the workbook.
    Title(String),
    /// Add a scenario, or put one in place of that with its id.
    Scenario(Scenario),
    /// Rename a scenario.
    RenameScenario(ScenarioId, String),
    /// Choose the base.
    Base(ScenarioId),
    /// Change the notes.
    Notes(Vec<Note>),
    /// Note something of a scenario in the ledger: at its end, or in place of what was noted.
    Enter(Entry),
    /// Take over one fact of another agreement that names things by the same ids.
    Adopt(Adoption),
}

impl Edit {
    /// No change: of what is not there any more.
    pub(crate) fn none() -> Self {
        Self::Many(Vec::new())
    }
}

/// Makes a change in a workbook with one of its scenarios open.
///
/// # Errors
/// Why it cannot be made, in a sentence; the workbook given is left as it was.
pub fn apply(workbook: &Workbook, open: ScenarioId, edit: &Edit) -> Result<Workbook, String> {
    let mut changed = workbook.clone();
    change(&mut changed, open, edit);
    held(workbook, changed)
}

/// A changed workbook, if it holds together and what was agreed is as it was.
///
/// # Errors
/// Why it cannot be, in a sentence.
pub(crate) fn held(workbook: &Workbook, mut changed: Workbook) -> Result<Workbook, String> {
    changed.last_id = changed.last_id.max(changed.highest_id());
    ledger::hold(workbook, &changed)?;
    match check(&changed) {
        Ok(()) => Ok(changed),
        Err(faults) => Err(faults
            .first()
            .map_or_else(String::new, |fault| sentence(&fault.says))),
    }
}

/// A fault as a sentence beside a field.
fn sentence(says: &str) -> String {
    format!("{}.", capital(says))
}

/// Makes a change, whether or not what comes of it holds together.
pub(crate) fn change(workbook: &mut Workbook, open: ScenarioId, edit: &Edit) {
    match edit {
        Edit::Many(edits) => {
            for edit in edits {
                change(workbook, open, edit);
            }
        }
        Edit::Area(area) => workbook.agreement.area = area.clone(),
        Edit::FirstYear(year) => workbook.agreement.first_year = *year,
        Edit::Years(years) => remove::set_years(workbook, *years),
        Edit::Rules(rules) => workbook.agreement.rules = rules.clone(),
        Edit::Block(block) => put(&mut workbook.agreement.blocks, block, |block| block.id),
        Edit::Partner(partner) => put(&mut workbook.agreement.partners, partner, |partner| {
            partner.id
        }),
        Edit::Stream(stream) => put(&mut workbook.agreement.streams, stream, |stream| stream.id),
        Edit::Amount(..)
        | Edit::Align(..)
        | Edit::Minimum(..)
        | Edit::Capacity(..)
        | Edit::Level(..) => {
            by_year::change(&mut workbook.agreement, edit);
        }
        Edit::Outcome(outcome) => put(&mut workbook.agreement.outcomes, outcome, |outcome| {
            outcome.id
        }),
        Edit::Indicator(indicator) => {
            put(&mut workbook.agreement.indicators, indicator, |indicator| {
                indicator.id
            });
        }
        Edit::Risk(id, risk) => {
            let indicators = workbook.agreement.indicators.iter_mut();
            for indicator in indicators.filter(|indicator| indicator.id == *id) {
                indicator.risk = *risk;
            }
        }
        Edit::Correlation(correlation) => workbook.correlation = *correlation,
        Edit::Bend(id, point, bend) => {
            measure::set_bend(&mut workbook.agreement, *id, *point, *bend);
        }
        Edit::Remove(entity) => remove::remove(workbook, *entity),
        Edit::Move(entity, by) => shift_entity(workbook, *entity, *by),
        Edit::Title(title) => workbook.title.clone_from(title),
        Edit::Scenario(scenario) => put(&mut workbook.scenarios, scenario, |scenario| scenario.id),
        Edit::Base(id) => workbook.base = *id,
        Edit::Notes(notes) => workbook.notes.clone_from(notes),
        Edit::Enter(entry) => put(&mut workbook.ledger, entry, |entry| entry.scenario),
        Edit::Adopt(adoption) => adoption.make(workbook),
        Edit::RenameScenario(id, name) => {
            if let Some(scenario) = workbook
                .scenarios
                .iter_mut()
                .find(|scenario| scenario.id == *id)
            {
                scenario.name.clone_from(name);
            }
        }
        choice => {
            if let Some(scenario) = workbook
                .scenarios
                .iter_mut()
                .find(|scenario| scenario.id == open)
            {
                choose(scenario, choice);
            }
        }
    }
}

/// Puts a thing in place of the one with its id, or at the end.
fn put<T: Clone, Id: PartialEq>(list: &mut Vec<T>, thing: &T, id: impl Fn(&T) -> Id) {
    match list.iter_mut().find(|other| id(other) == id(thing)) {
        Some(other) => other.clone_from(thing),
        None => list.push(thing.clone()),
    }
}

fn shift_entity(workbook: &mut Workbook, entity: Entity, by: isize) {
    let agreement = &mut workbook.agreement;
    match entity {
        Entity::Block(id) => shift(&mut agreement.blocks, by, |block: &Block| block.id == id),
        Entity::Partner(id) => shift(&mut agreement.partners, by, |partner: &Partner| {
            partner.id == id
        }),
        Entity::Stream(id) => shift(&mut agreement.streams, by, |stream: &Stream| {
            stream.id == id
        }),
        Entity::Outcome(id) => shift(&mut agreement.outcomes, by, |outcome: &Outcome| {
            outcome.id == id
        }),
        Entity::Indicator(id) => {
            shift(&mut agreement.indicators, by, |indicator: &Indicator| {
                indicator.id == id
            });
        }
        Entity::Scenario(id) => shift(&mut workbook.scenarios, by, |scenario: &Scenario| {
            scenario.id == id
        }),
    }
}

fn shift<T>(list: &mut [T], by: isize, is: impl Fn(&T) -> bool) {
    let Some(from) = list.iter().position(is) else {
        return;
    };
    let to = from.saturating_add_signed(by).min(list.len() - 1);
    if to >= from {
        list[from..=to].rotate_left(1);
    } else {
        list[to..=from].rotate_right(1);
    }
}
