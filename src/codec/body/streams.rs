//! Streams as decisions.

use crate::codec::body::coder::{Chance, Coder};
use crate::codec::body::money::{Row, Sum, pass_grid};
use crate::codec::body::number::{Choice, Number, Share};
use crate::codec::body::place::{Places, Reference, References};
use crate::codec::varint::Flaw;
use crate::model::{
    Amount, BasisPoints, Control, Floor, Grid, Origin, OutcomeId, Pounds, Stream, StreamId, limits,
};

/// How an amount is given.
#[derive(Clone, Copy, PartialEq)]
enum Given {
    Stated,
    Range,
    NotStated,
}

/// The chances of everything in a stream.
pub(super) struct Streams {
    local: Chance,
    homed: Chance,
    home: Reference,
    aligned: Chance,
    brought: Chance,
    partner: Reference,
    given: Choice,
    amounts: Row,
    above: Sum,
    floors: Number,
    floor_for: Reference,
    floor: Sum,
    named: References,
    carry_forward: Share,
    bring_forward: Share,
    spent: [Chance; 2],
    spending: Row,
}

impl Streams {
    pub(super) fn new(places: &Places) -> Self {
        Self {
            local: Chance::NEW,
            homed: Chance::NEW,
            home: Reference::among(&places.blocks),
            aligned: Chance::NEW,
            brought: Chance::NEW,
            partner: Reference::among(&places.partners),
            given: Choice::among(3),
            amounts: Row::new(),
            above: Sum::new(),
            floors: Number::like(&[0, 0, 1]),
            floor_for: Reference::among(&places.outcomes),
            floor: Sum::new(),
            named: References::among(&places.outcomes),
            carry_forward: Share::like(&[0, 0, 5]),
            bring_forward: Share::like(&[0, 0]),
            spent: [Chance::NEW; 2],
            spending: Row::new(),
        }
    }

    /// A stream before anything of it is read.
    pub(super) fn blank(id: StreamId) -> Stream {
        Stream {
            id,
            name: String::new(),
            origin: Origin::Grant,
            home: None,
            control: Control::Pooled,
            partner: None,
            amounts: Vec::new(),
            floors: Vec::new(),
            named: Vec::new(),
            carry_forward: BasisPoints(0),
            bring_forward: BasisPoints(0),
            spending: Grid::default(),
        }
    }

    /// Passes all of a stream but its id and its name.
    pub(super) fn pass(
        &mut self,
        coder: &mut dyn Coder,
        places: &Places,
        stream: &mut Stream,
    ) -> Result<(), Flaw> {
        let Stream {
            id: _,
            name: _,
            origin,
            home,
            control,
            partner,
            amounts,
            floors,
            named,
            carry_forward,
            bring_forward,
            spending,
        } = stream;
        let local = coder.decide(&mut self.local, *origin == Origin::Local)?;
        *origin = if local { Origin::Local } else { Origin::Grant };
        let aligned = coder.decide(&mut self.aligned, *control == Control::Aligned)?;
        *control = if aligned {
            Control::Aligned
        } else {
            Control::Pooled
        };
        *home = if coder.decide(&mut self.homed, home.is_some())? {
            let block = home.unwrap_or_default();
            Some(self.home.pass(coder, &places.blocks, block)?)
        } else {
            None
        };
        *partner = if coder.decide(&mut self.brought, partner.is_some())? {
            let partner = partner.unwrap_or_default();
            Some(self.partner.pass(coder, &places.partners, partner)?)
        } else {
            None
        };
        self.amounts(coder, places.years, amounts)?;
        self.floors(coder, places, floors)?;
        self.named.pass(coder, &places.outcomes, named)?;
        *carry_forward = self.carry_forward.pass(coder, *carry_forward)?;
        *bring_forward = self.bring_forward.pass(coder, *bring_forward)?;
        let spent = *spending != Grid::default();
        if coder.decide(&mut self.spent[usize::from(aligned)], spent)? {
            let row = &mut self.spending;
            pass_grid(coder, row, &places.outcomes, places.years, None, spending)?;
        }
        Ok(())
    }

    /// Passes the amounts of all years, stated or not.
    fn amounts(
        &mut self,
        coder: &mut dyn Coder,
        years: usize,
        amounts: &mut Vec<Amount>,
    ) -> Result<(), Flaw> {
        // Append-only, and outgrown only by a new schema: see `Choice::among`.
        const ALL: [Given; 3] = [Given::Stated, Given::Range, Given::NotStated];
        amounts.resize(years, Amount::NotStated);
        let mut given = Vec::with_capacity(years);
        for amount in amounts.iter() {
            let held = match amount {
                Amount::Stated(_) => Given::Stated,
                Amount::Range { .. } => Given::Range,
                Amount::NotStated => Given::NotStated,
            };
            given.push(self.given.one_of(coder, &ALL, held)?);
        }
        let stated = |given: &Given| *given != Given::NotStated;
        let mut sums: Vec<i64> = (amounts.iter().zip(&given))
            .filter(|(_, given)| stated(given))
            .map(|(amount, _)| amount.counted().0)
            .collect();
        self.amounts.pass(coder, &mut sums)?;
        let mut sums = sums.into_iter();
        for (amount, given) in amounts.iter_mut().zip(given) {
            let mut low = || Pounds(sums.next().unwrap_or_default());
            *amount = match given {
                Given::NotStated => Amount::NotStated,
                Given::Stated => Amount::Stated(low()),
                Given::Range => {
                    let above = amount.at_most() - amount.counted();
                    let low = low();
                    Amount::Range {
                        low,
                        high: low + self.above.pass(coder, above)?,
                    }
                }
            };
        }
        Ok(())
    }

    fn floors(
        &mut self,
        coder: &mut dyn Coder,
        places: &Places,
        floors: &mut Vec<Floor>,
    ) -> Result<(), Flaw> {
        let blank = Floor {
            outcome: OutcomeId(0),
            pounds: Pounds(0),
        };
        self.floors.list(coder, limits::FLOORS, floors, blank)?;
        for floor in floors {
            floor.outcome = self
                .floor_for
                .pass(coder, &places.outcomes, floor.outcome)?;
            floor.pounds = self.floor.pass(coder, floor.pounds)?;
        }
        Ok(())
    }
}
