//! Outcomes as decisions.

use crate::codec::body::coder::{Chance, Coder};
use crate::codec::body::money::Row;
use crate::codec::body::number::{Number, Share};
use crate::codec::body::place::{Parts, Places, Reference, References};
use crate::codec::varint::Flaw;
use crate::model::outcome::usual_lag;
use crate::model::{BasisPoints, BlockId, Outcome, OutcomeId, Pounds, limits};

/// The chances of everything in an outcome.
pub(super) struct Outcomes {
    block: Reference,
    serves: References,
    delivery: Parts,
    minimum: Row,
    limited: Chance,
    limited_in: Chance,
    capacity: Row,
    usual_lag: Chance,
    lag_years: Number,
    lag: Share,
    rewarded: Chance,
    weight: Number,
}

impl Outcomes {
    pub(super) fn new(places: &Places) -> Self {
        Self {
            block: Reference::among(&places.blocks),
            serves: References::among(&places.blocks),
            delivery: Parts::among(&places.partners),
            minimum: Row::new(),
            limited: Chance::NEW,
            limited_in: Chance::NEW,
            capacity: Row::new(),
            usual_lag: Chance::NEW,
            lag_years: Number::like(&[3, 4]),
            lag: Share::like(&[25, 40, 75, 90, 100]),
            rewarded: Chance::NEW,
            weight: Number::like(&[1, 1, 1]),
        }
    }

    /// An outcome before anything of it is read.
    pub(super) const fn blank(id: OutcomeId) -> Outcome {
        Outcome {
            id,
            name: String::new(),
            block: BlockId(0),
            serves: Vec::new(),
            delivery: Vec::new(),
            minimum: Vec::new(),
            capacity: Vec::new(),
            lag: Vec::new(),
            rewarded: true,
            weight: 1,
        }
    }

    /// Passes all of an outcome but its id and its name.
    pub(super) fn pass(
        &mut self,
        coder: &mut dyn Coder,
        places: &Places,
        outcome: &mut Outcome,
    ) -> Result<(), Flaw> {
        let Outcome {
            id: _,
            name: _,
            block,
            serves,
            delivery,
            minimum,
            capacity,
            lag,
            rewarded,
            weight,
        } = outcome;
        *block = self.block.pass(coder, &places.blocks, *block)?;
        self.serves.pass(coder, &places.blocks, serves)?;
        self.delivery.pass(coder, &places.partners, delivery)?;
        self.minimum(coder, places.years, minimum)?;
        self.capacity(coder, places.years, capacity)?;
        self.lag(coder, lag)?;
        *rewarded = coder.decide(&mut self.rewarded, *rewarded)?;
        let limit = u64::from(limits::WEIGHT);
        *weight = self.weight.up_to(coder, limit, u64::from(*weight))? as u32;
        Ok(())
    }

    /// Passes the minimums of all years; years at the end without one are left out of the list.
    fn minimum(
        &mut self,
        coder: &mut dyn Coder,
        years: usize,
        minimum: &mut Vec<Pounds>,
    ) -> Result<(), Flaw> {
        let mut sums: Vec<i64> = minimum.iter().map(|pounds| pounds.0).collect();
        sums.resize(years, 0);
        self.minimum.pass(coder, &mut sums)?;
        let used = sums
            .iter()
            .rposition(|sum| *sum != 0)
            .map_or(0, |last| last + 1);
        *minimum = sums.into_iter().take(used).map(Pounds).collect();
        Ok(())
    }

    /// Passes the capacities of all years; years at the end without one are left out of the list.
    fn capacity(
        &mut self,
        coder: &mut dyn Coder,
        years: usize,
        capacity: &mut Vec<Option<Pounds>>,
    ) -> Result<(), Flaw> {
        let limited = capacity.iter().any(Option::is_some);
        if !coder.decide(&mut self.limited, limited)? {
            capacity.clear();
            return Ok(());
        }
        capacity.resize(years, None);
        for year in capacity.iter_mut() {
            let limited = coder.decide(&mut self.limited_in, year.is_some())?;
            *year = limited.then(|| year.unwrap_or_default());
        }
        let mut sums: Vec<i64> = capacity.iter().flatten().map(|pounds| pounds.0).collect();
        self.capacity.pass(coder, &mut sums)?;
        for (held, sum) in capacity.iter_mut().flatten().zip(sums) {
            *held = Pounds(sum);
        }
        while capacity.last() == Some(&None) {
            capacity.pop();
        }
        Ok(())
    }

    fn lag(&mut self, coder: &mut dyn Coder, lag: &mut Vec<BasisPoints>) -> Result<(), Flaw> {
        if coder.decide(&mut self.usual_lag, *lag == usual_lag())? {
            *lag = usual_lag();
            return Ok(());
        }
        self.lag_years
            .list(coder, limits::YEARS, lag, BasisPoints(0))?;
        for share in lag {
            *share = self.lag.pass(coder, *share)?;
        }
        Ok(())
    }
}
