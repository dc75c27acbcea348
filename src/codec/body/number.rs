//! Numbers, choices and references as decisions.

use crate::codec::body::coder::{Chance, Coder, Learner};
use crate::codec::varint::Flaw;
use crate::model::BasisPoints;

/// Decides a choice among a power of two of things, first bit first.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    width: u32,
    nodes: Vec<Chance>,
}

impl Choice {
    /// A choice among as many as `width` bits can tell apart.
    pub(super) fn of_bits(width: u32) -> Self {
        Self {
            width,
            nodes: vec![Chance::NEW; 1 << width],
        }
    }

    /// A choice among `count` things; where there is only one, it costs nothing.
    ///
    /// A table of choices is frozen with the schema, and append-only: a choice is written as its place in the table, in as
    /// many bits as tell the places apart. One more thing after 1, 2, 4 or 8 of them takes a bit more for every one of
    /// them, which older links do not have: it needs a new schema, whose predecessor keeps its count.
    pub(super) fn among(count: usize) -> Self {
        Self::of_bits(usize::BITS - count.saturating_sub(1).leading_zeros())
    }

    /// Passes the index of one of `count` things.
    pub(super) fn index(
        &mut self,
        coder: &mut dyn Coder,
        count: usize,
        index: usize,
    ) -> Result<usize, Flaw> {
        let mut node = 1;
        for bit in (0..self.width).rev() {
            let yes = coder.decide(&mut self.nodes[node], index >> bit & 1 == 1)?;
            node = node << 1 | usize::from(yes);
        }
        let index = node - (1 << self.width);
        if index < count {
            Ok(index)
        } else {
            Err(Flaw::OutOfRange)
        }
    }

    /// Passes one of the values of `table`.
    pub(super) fn one_of<T: Copy + PartialEq>(
        &mut self,
        coder: &mut dyn Coder,
        table: &[T],
        value: T,
    ) -> Result<T, Flaw> {
        let index = table.iter().position(|&held| held == value).unwrap_or(0);
        let index = self.index(coder, table.len(), index)?;
        table.get(index).copied().ok_or(Flaw::OutOfRange)
    }
}

/// The most bits that a number may have: more than any limit of the model.
const LONGEST: usize = 56;

/// Numbers of more bits are too rare for their leading ones to be learnt.
const LEARNT: usize = 24;

/// Decides an unsigned number: nothing or not, how many bits, the two after the first, the rest.
#[derive(Clone, Debug)]
pub(super) struct Number {
    something: Chance,
    longer: [Chance; LONGEST],
    leading: [[Chance; 3]; LEARNT],
}

impl Number {
    /// Expects nothing in particular.
    pub(super) const fn new() -> Self {
        Self {
            something: Chance::NEW,
            longer: [Chance::NEW; LONGEST],
            leading: [[Chance::NEW; 3]; LEARNT],
        }
    }

    /// Expects numbers such as these.
    pub(super) fn like(usual: &[u64]) -> Self {
        let mut number = Self::new();
        for &value in usual {
            // Learning passes every number that has at most LONGEST bits.
            let _ = number.pass(&mut Learner, value);
        }
        number
    }

    /// Passes a number.
    pub(super) fn pass(&mut self, coder: &mut dyn Coder, value: u64) -> Result<u64, Flaw> {
        if !coder.decide(&mut self.something, value > 0)? {
            return Ok(0);
        }
        let length = (u64::BITS - value.leading_zeros()) as usize;
        let mut bits = 1;
        while coder.decide(&mut self.longer[bits - 1], length > bits)? {
            bits += 1;
            if bits >= LONGEST {
                return Err(Flaw::OutOfRange);
            }
        }
        let mut read = 1;
        for place in (0..bits - 1).rev() {
            let bit = value >> place & 1 == 1;
            let yes = match read {
                1..=3 if bits < LEARNT => {
                    coder.decide(&mut self.leading[bits][read as usize - 1], bit)?
                }
                _ => coder.pass(Chance::NEW.of_yes(), bit)?,
            };
            read = read << 1 | u64::from(yes);
        }
        Ok(read)
    }

    /// Passes a number that is at most `limit`.
    pub(super) fn up_to(
        &mut self,
        coder: &mut dyn Coder,
        limit: u64,
        value: u64,
    ) -> Result<u64, Flaw> {
        let value = self.pass(coder, value)?;
        if value > limit {
            Err(Flaw::OutOfRange)
        } else {
            Ok(value)
        }
    }

    /// Passes the length of a list and gives the list that length.
    pub(super) fn list<T: Clone>(
        &mut self,
        coder: &mut dyn Coder,
        limit: usize,
        list: &mut Vec<T>,
        blank: T,
    ) -> Result<(), Flaw> {
        let count = self.up_to(coder, limit as u64, list.len() as u64)?;
        list.resize(count as usize, blank);
        Ok(())
    }
}

/// Decides a signed number: its size, then its sign.
#[derive(Clone, Debug)]
pub(super) struct Signed {
    size: Number,
    negative: Chance,
}

impl Signed {
    /// Expects sizes such as these, and either sign.
    pub(super) fn like(usual: &[u64]) -> Self {
        Self::sized(Number::like(usual))
    }

    /// Expects sizes as `size` does, and either sign.
    pub(super) const fn sized(size: Number) -> Self {
        Self {
            size,
            negative: Chance::NEW,
        }
    }

    /// Passes a number.
    pub(super) fn pass(&mut self, coder: &mut dyn Coder, value: i64) -> Result<i64, Flaw> {
        let size = self.size.pass(coder, value.unsigned_abs())?;
        let size = i64::try_from(size).map_err(|_| Flaw::OutOfRange)?;
        if size == 0 {
            return Ok(0);
        }
        let negative = coder.decide(&mut self.negative, value < 0)?;
        Ok(if negative { -size } else { size })
    }
}

/// Decides a share: mostly whole per cents.
#[derive(Clone, Debug)]
pub(super) struct Share {
    fine: Chance,
    number: Number,
}

impl Share {
    /// Expects so many per cent.
    pub(super) fn like(per_cents: &[u64]) -> Self {
        Self {
            fine: Chance::NEW,
            number: Number::like(per_cents),
        }
    }

    /// Passes a share.
    pub(super) fn pass(
        &mut self,
        coder: &mut dyn Coder,
        share: BasisPoints,
    ) -> Result<BasisPoints, Flaw> {
        let fine = coder.decide(&mut self.fine, !share.0.is_multiple_of(100))?;
        let unit = if fine { 1 } else { 100 };
        let number = self
            .number
            .up_to(coder, 20_000, u64::from(share.0 / unit))?;
        Ok(BasisPoints(number as u32 * unit))
    }
}
