//! An agreement as decisions: its area, what there is of each, then each in turn.

use crate::codec::body::coder::{Chance, Coder};
use crate::codec::body::indicators::Indicators;
use crate::codec::body::money::Sum;
use crate::codec::body::number::{Number, Signed};
use crate::codec::body::outcomes::Outcomes;
use crate::codec::body::place::Places;
use crate::codec::body::rules::RuleChances;
use crate::codec::body::streams::Streams;
use crate::codec::varint::Flaw;
use crate::model::{Agreement, Area, Block, Partner, Rules, limits};

/// The year in which most agreements began, from which first years are counted.
const USUAL_FIRST_YEAR: i64 = 2006;

/// An agreement before anything of it is read.
pub(super) fn blank() -> Agreement {
    Agreement {
        area: Area::default(),
        first_year: 0,
        years: 0,
        blocks: Vec::new(),
        partners: Vec::new(),
        streams: Vec::new(),
        outcomes: Vec::new(),
        indicators: Vec::new(),
        rules: Rules::default(),
    }
}

/// Passes an agreement without its names and risks.
pub(super) fn pass(coder: &mut dyn Coder, agreement: &mut Agreement) -> Result<(), Flaw> {
    years(coder, agreement)?;
    area(coder, &mut agreement.area)?;
    let mut places = Places::of(agreement);
    places.pass(coder)?;
    lay_out(agreement, &places);
    let mut streams = Streams::new(&places);
    for stream in &mut agreement.streams {
        streams.pass(coder, &places, stream)?;
    }
    let mut outcomes = Outcomes::new(&places);
    for outcome in &mut agreement.outcomes {
        outcomes.pass(coder, &places, outcome)?;
    }
    let mut indicators = Indicators::new(&places);
    let mut before = None;
    for indicator in &mut agreement.indicators {
        indicators.pass(coder, &places, agreement.first_year, before, indicator)?;
        before = Some(indicator.outcome);
    }
    RuleChances::new(&places.partners).pass(coder, &places.partners, &mut agreement.rules)
}

fn years(coder: &mut dyn Coder, agreement: &mut Agreement) -> Result<(), Flaw> {
    let after = i64::from(agreement.first_year) - USUAL_FIRST_YEAR;
    let after = Signed::like(&[0, 1, 3]).pass(coder, after)?;
    let first = after
        .checked_add(USUAL_FIRST_YEAR)
        .ok_or(Flaw::OutOfRange)?;
    agreement.first_year = u16::try_from(first).map_err(|_| Flaw::OutOfRange)?;
    let years = Number::like(&[3, 3, 3]).pass(coder, u64::from(agreement.years))?;
    agreement.years = u8::try_from(years).map_err(|_| Flaw::OutOfRange)?;
    if (1..=limits::YEARS).contains(&agreement.year_count()) {
        Ok(())
    } else {
        Err(Flaw::OutOfRange)
    }
}

fn area(coder: &mut dyn Coder, area: &mut Area) -> Result<(), Flaw> {
    let Area {
        name: _,
        population,
        net_budget,
    } = area;
    *population = if coder.decide(&mut Chance::NEW.clone(), population.is_some())? {
        let held = u64::from(population.unwrap_or_default());
        let limit = u64::from(limits::POPULATION);
        Some(Number::like(&[90_000, 150_000, 250_000]).up_to(coder, limit, held)? as u32)
    } else {
        None
    };
    *net_budget = if coder.decide(&mut Chance::NEW.clone(), net_budget.is_some())? {
        Some(Sum::new().pass(coder, net_budget.unwrap_or_default())?)
    } else {
        None
    };
    Ok(())
}

/// Gives the lists of an agreement one entry for every place: those that it has already, or
/// blank ones.
fn lay_out(agreement: &mut Agreement, places: &Places) {
    if Places::of(agreement) == *places {
        return;
    }
    let name = String::new;
    agreement.blocks = places
        .blocks
        .iter()
        .map(|&id| Block { id, name: name() })
        .collect();
    agreement.partners = places
        .partners
        .iter()
        .map(|&id| Partner { id, name: name() })
        .collect();
    agreement.streams = places.streams.iter().copied().map(Streams::blank).collect();
    agreement.outcomes = places
        .outcomes
        .iter()
        .copied()
        .map(Outcomes::blank)
        .collect();
    agreement.indicators = places
        .indicators
        .iter()
        .copied()
        .map(Indicators::blank)
        .collect();
}
