//! New things with an id that was never used in the workbook and values that say nothing yet.

use crate::model::outcome::usual_lag;
use crate::model::{
    Amount, BasisPoints, Better, Block, BlockId, Control, Grid, Indicator, IndicatorId, Kind,
    Origin, Outcome, OutcomeId, Partner, PartnerId, Pounds, Scenario, ScenarioId, Stream, StreamId,
    Workbook,
};

fn id(workbook: &Workbook) -> Option<u16> {
    workbook.last_id.max(workbook.highest_id()).checked_add(1)
}

/// A block with a name to be typed over.
#[must_use]
pub fn block(workbook: &Workbook) -> Option<Block> {
    Some(Block {
        id: BlockId(id(workbook)?),
        name: "New block".to_owned(),
    })
}

/// A partner with a name to be typed over.
#[must_use]
pub fn partner(workbook: &Workbook) -> Option<Partner> {
    Some(Partner {
        id: PartnerId(id(workbook)?),
        name: "New partner".to_owned(),
    })
}

/// A pooled grant without money.
#[must_use]
pub fn stream(workbook: &Workbook) -> Option<Stream> {
    Some(Stream {
        id: StreamId(id(workbook)?),
        name: "New stream".to_owned(),
        origin: Origin::Grant,
        home: workbook.agreement.blocks.first().map(|block| block.id),
        control: Control::Pooled,
        partner: None,
        amounts: vec![Amount::Stated(Pounds(0)); workbook.agreement.year_count()],
        floors: Vec::new(),
        named: Vec::new(),
        carry_forward: BasisPoints(0),
        bring_forward: BasisPoints(0),
        spending: Grid::default(),
    })
}

/// An outcome of a block; none where there is no block.
#[must_use]
pub fn outcome(workbook: &Workbook, block: BlockId) -> Option<Outcome> {
    Some(Outcome {
        id: OutcomeId(id(workbook)?),
        name: "New outcome".to_owned(),
        block,
        serves: Vec::new(),
        delivery: Vec::new(),
        minimum: Vec::new(),
        capacity: Vec::new(),
        lag: usual_lag(),
        rewarded: true,
        weight: 1,
    })
}

/// An indicator of an outcome.
#[must_use]
pub fn indicator(workbook: &Workbook, outcome: OutcomeId) -> Option<Indicator> {
    let none = vec![None; workbook.agreement.year_count()];
    Some(Indicator {
        id: IndicatorId(id(workbook)?),
        outcome,
        name: "New indicator".to_owned(),
        national: None,
        unit: String::new(),
        decimals: 0,
        better: Better::Higher,
        baseline: None,
        without: none.clone(),
        with: none,
        actual: Vec::new(),
        kind: Kind::Stretch,
        weight: 1,
        response: None,
        risk: None,
        interim: None,
    })
}

/// A copy of a scenario under another name.
#[must_use]
pub fn copy(workbook: &Workbook, of: ScenarioId, name: &str) -> Option<Scenario> {
    let mut scenario = workbook.scenario(of)?.clone();
    scenario.id = ScenarioId(id(workbook)?);
    name.clone_into(&mut scenario.name);
    Some(scenario)
}

/// The first of these names, numbered from 1, that no scenario has.
#[must_use]
pub fn name(workbook: &Workbook, numbered: impl Fn(usize) -> String) -> String {
    let taken = |name: &String| workbook.scenarios.iter().any(|held| held.name == *name);
    // One more than there are scenarios cannot all be taken.
    let mut names = (1..=workbook.scenarios.len()).map(&numbered);
    names
        .find(|name| !taken(name))
        .unwrap_or_else(|| numbered(workbook.scenarios.len() + 1))
}
