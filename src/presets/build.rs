//! A short vocabulary for writing samples down as tables.

use crate::model::indicator::Baseline;
use crate::model::outcome::usual_lag;
use crate::model::{
    Agreement, Amount, Area, BasisPoints, Better, Block, BlockId, Decimal, Entity, Floor, Grid,
    Indicator, IndicatorId, Kind, Note, NoteKind, Outcome, OutcomeId, Partner, PartnerId,
    PartnerShare, Pounds, Response, ResponsePoint, Rules, Scenario, ScenarioId, Stream, StreamId,
    USUAL_CORRELATION, Workbook,
};

/// An agreement of an area with nothing in it yet.
pub(super) fn agreement(area: &str, first_year: u16, years: u8) -> Agreement {
    Agreement {
        area: Area {
            name: area.to_owned(),
            ..Area::default()
        },
        first_year,
        years,
        blocks: Vec::new(),
        partners: Vec::new(),
        streams: Vec::new(),
        outcomes: Vec::new(),
        indicators: Vec::new(),
        rules: Rules::default(),
    }
}

/// A workbook of scenarios, the first of them the base.
pub(super) fn workbook(
    title: &str,
    agreement: Agreement,
    scenarios: Vec<Scenario>,
    notes: Vec<Note>,
) -> Workbook {
    let mut workbook = Workbook {
        title: title.to_owned(),
        agreement,
        base: scenarios.first().map_or(ScenarioId(0), |base| base.id),
        scenarios,
        last_id: 0,
        correlation: USUAL_CORRELATION,
        notes,
        ledger: Vec::new(),
    };
    workbook.last_id = workbook.highest_id();
    workbook
}

/// Blocks numbered from 1.
pub(super) fn blocks(names: &[&str]) -> Vec<Block> {
    let block = |(id, name): (u16, &&str)| Block {
        id: BlockId(id),
        name: (*name).to_owned(),
    };
    (1..).zip(names).map(block).collect()
}

/// Partners numbered from 1.
pub(super) fn partners(names: &[&str]) -> Vec<Partner> {
    let partner = |(id, name): (u16, &&str)| Partner {
        id: PartnerId(id),
        name: (*name).to_owned(),
    };
    (1..).zip(names).map(partner).collect()
}

/// A pooled government grant.
pub(super) fn grant(
    id: u16,
    name: &str,
    home: Option<BlockId>,
    partner: Option<PartnerId>,
    amounts: Vec<Amount>,
) -> Stream {
    Stream {
        id: StreamId(id),
        name: name.to_owned(),
        origin: crate::model::Origin::Grant,
        home,
        control: crate::model::Control::Pooled,
        partner,
        amounts,
        floors: Vec::new(),
        named: Vec::new(),
        carry_forward: BasisPoints(0),
        bring_forward: BasisPoints(0),
        spending: Grid::default(),
    }
}

/// Stated amounts in thousands of pounds.
pub(super) fn thousands(amounts: [i64; 3]) -> Vec<Amount> {
    amounts
        .map(|amount| Amount::Stated(Pounds(amount * 1_000)))
        .to_vec()
}

/// A floor in thousands of pounds a year.
pub(super) fn floor(outcome: u16, thousands: i64) -> Vec<Floor> {
    vec![Floor {
        outcome: OutcomeId(outcome),
        pounds: Pounds(thousands * 1_000),
    }]
}

/// Outcomes that a grant names.
pub(super) fn named(outcomes: &[u16]) -> Vec<OutcomeId> {
    outcomes.iter().copied().map(OutcomeId).collect()
}

/// Spending in thousands of pounds: an outcome and its years to a row.
pub(super) fn spending(rows: &[(u16, [i64; 3])]) -> Grid {
    let mut grid = Grid::default();
    for (outcome, years) in rows {
        for (year, thousands) in years.iter().enumerate() {
            grid.set(OutcomeId(*outcome), year, Pounds(thousands * 1_000));
        }
    }
    grid
}

/// An outcome that bears reward.
pub(super) fn outcome(id: u16, name: &str, block: BlockId) -> Outcome {
    Outcome {
        id: OutcomeId(id),
        name: name.to_owned(),
        block,
        serves: Vec::new(),
        delivery: Vec::new(),
        minimum: Vec::new(),
        capacity: Vec::new(),
        lag: usual_lag(),
        rewarded: true,
        weight: 1,
    }
}

/// Delivery shares in per cent.
pub(super) fn delivery(shares: &[(PartnerId, u32)]) -> Vec<PartnerShare> {
    let share = |&(partner, percent): &(PartnerId, u32)| PartnerShare {
        partner,
        share: BasisPoints(percent * 100),
    };
    shares.iter().map(share).collect()
}

/// A stretch indicator whose response to money is not known.
pub(super) fn indicator(
    id: u16,
    outcome: u16,
    name: &str,
    unit: &str,
    decimals: u8,
    better: Better,
) -> Indicator {
    Indicator {
        id: IndicatorId(id),
        outcome: OutcomeId(outcome),
        name: name.to_owned(),
        national: None,
        unit: unit.to_owned(),
        decimals,
        better,
        baseline: None,
        without: Vec::new(),
        with: Vec::new(),
        actual: Vec::new(),
        kind: Kind::Stretch,
        weight: 1,
        response: None,
        risk: None,
        interim: None,
    }
}

/// A baseline of a financial year, by its first calendar year.
pub(super) fn baseline(year: u16, value: &str) -> Option<Baseline> {
    let value = value.parse().ok()?;
    Some(Baseline { year, value })
}

/// Values by year as printed; an empty text is a year without a value.
pub(super) fn values(printed: [&str; 3]) -> Vec<Option<Decimal>> {
    printed.map(|value| value.parse().ok()).to_vec()
}

/// A response through points of thousands of pounds and per cent of the stretch.
pub(super) fn points(points: &[(i64, u32)]) -> Option<Response> {
    let point = |&(thousands, percent): &(i64, u32)| ResponsePoint {
        pounds: Pounds(thousands * 1_000),
        share: BasisPoints(percent * 100),
    };
    Some(Response::Points(points.iter().map(point).collect()))
}

/// A note on the whole workbook.
pub(super) fn note(kind: NoteKind, text: &str, source: &str) -> Note {
    Note {
        kind,
        about: None,
        text: text.to_owned(),
        source: source.to_owned(),
    }
}

/// A note on one thing.
pub(super) fn note_on(about: Entity, kind: NoteKind, text: &str, source: &str) -> Note {
    Note {
        about: Some(about),
        ..note(kind, text, source)
    }
}
