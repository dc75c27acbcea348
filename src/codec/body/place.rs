//! What an agreement holds that can be referred to: a link refers by place in the list, not by id.

use crate::codec::body::coder::{Chance, Coder};
use crate::codec::body::number::{Choice, Number, Share, Signed};
use crate::codec::varint::Flaw;
use crate::model::{
    Agreement, BasisPoints, BlockId, IndicatorId, OutcomeId, PartnerId, PartnerShare, StreamId,
    limits,
};

/// The ids of everything in an agreement, in the order of its lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Places {
    pub(super) years: usize,
    pub(super) blocks: Vec<BlockId>,
    pub(super) partners: Vec<PartnerId>,
    pub(super) streams: Vec<StreamId>,
    pub(super) outcomes: Vec<OutcomeId>,
    pub(super) indicators: Vec<IndicatorId>,
}

impl Places {
    pub(super) fn of(agreement: &Agreement) -> Self {
        Self {
            years: agreement.year_count(),
            blocks: agreement.blocks.iter().map(|block| block.id).collect(),
            partners: agreement
                .partners
                .iter()
                .map(|partner| partner.id)
                .collect(),
            streams: agreement.streams.iter().map(|stream| stream.id).collect(),
            outcomes: agreement
                .outcomes
                .iter()
                .map(|outcome| outcome.id)
                .collect(),
            indicators: agreement
                .indicators
                .iter()
                .map(|indicator| indicator.id)
                .collect(),
        }
    }

    /// The highest id of all, 0 if there is none.
    pub(super) fn highest_id(&self) -> u16 {
        let blocks = self.blocks.iter().map(|id| id.0);
        let partners = self.partners.iter().map(|id| id.0);
        let streams = self.streams.iter().map(|id| id.0);
        let outcomes = self.outcomes.iter().map(|id| id.0);
        let indicators = self.indicators.iter().map(|id| id.0);
        blocks
            .chain(partners)
            .chain(streams)
            .chain(outcomes)
            .chain(indicators)
            .max()
            .unwrap_or(0)
    }

    /// Passes how many there are of each and their ids, which mostly follow one another.
    pub(super) fn pass(&mut self, coder: &mut dyn Coder) -> Result<(), Flaw> {
        let mut count = Number::like(&[4, 8, 14, 20, 25]);
        let mut ids = Ids::after(0);
        count.list(coder, limits::BLOCKS, &mut self.blocks, BlockId(0))?;
        ids.pass(coder, self.blocks.iter_mut().map(|id| &mut id.0))?;
        count.list(coder, limits::PARTNERS, &mut self.partners, PartnerId(0))?;
        ids.pass(coder, self.partners.iter_mut().map(|id| &mut id.0))?;
        count.list(coder, limits::STREAMS, &mut self.streams, StreamId(0))?;
        ids.pass(coder, self.streams.iter_mut().map(|id| &mut id.0))?;
        count.list(coder, limits::OUTCOMES, &mut self.outcomes, OutcomeId(0))?;
        ids.pass(coder, self.outcomes.iter_mut().map(|id| &mut id.0))?;
        count.list(
            coder,
            limits::INDICATORS,
            &mut self.indicators,
            IndicatorId(0),
        )?;
        ids.pass(coder, self.indicators.iter_mut().map(|id| &mut id.0))
    }
}

/// Decides ids: each is expected to be one more than the one before.
pub(super) struct Ids {
    before: u16,
    gap: Signed,
}

impl Ids {
    /// Expects the ids that follow this one.
    pub(super) fn after(before: u16) -> Self {
        Self {
            before,
            gap: Signed::like(&[0, 0, 0, 0]),
        }
    }

    /// Passes ids.
    pub(super) fn pass<'a>(
        &mut self,
        coder: &mut dyn Coder,
        ids: impl Iterator<Item = &'a mut u16>,
    ) -> Result<(), Flaw> {
        for id in ids {
            let expected = i64::from(self.before) + 1;
            let gap = self.gap.pass(coder, i64::from(*id) - expected)?;
            *id = u16::try_from(expected + gap).map_err(|_| Flaw::OutOfRange)?;
            self.before = *id;
        }
        Ok(())
    }
}

/// Decides references to the things of one list.
pub(super) struct Reference {
    place: Choice,
}

impl Reference {
    pub(super) fn among<T>(list: &[T]) -> Self {
        Self {
            place: Choice::among(list.len()),
        }
    }

    /// Passes a reference to one of `list`, which is the list that the reference was made for.
    pub(super) fn pass<T: Copy + PartialEq>(
        &mut self,
        coder: &mut dyn Coder,
        list: &[T],
        id: T,
    ) -> Result<T, Flaw> {
        self.place.one_of(coder, list, id)
    }
}

/// Decides lists of references.
pub(super) struct References {
    count: Number,
    reference: Reference,
}

impl References {
    pub(super) fn among<T>(list: &[T]) -> Self {
        Self {
            count: Number::like(&[0, 1]),
            reference: Reference::among(list),
        }
    }

    /// Passes references to things of `list`, in their order.
    pub(super) fn pass<T: Copy + PartialEq + Default>(
        &mut self,
        coder: &mut dyn Coder,
        list: &[T],
        ids: &mut Vec<T>,
    ) -> Result<(), Flaw> {
        self.count.list(coder, list.len(), ids, T::default())?;
        for id in ids {
            *id = self.reference.pass(coder, list, *id)?;
        }
        Ok(())
    }
}

/// Decides who has what part of a whole.
pub(super) struct Parts {
    count: Number,
    whole: Chance,
    partner: Reference,
    share: Share,
}

impl Parts {
    pub(super) fn among(partners: &[PartnerId]) -> Self {
        Self {
            count: Number::like(&[1, 2, 3]),
            whole: Chance::NEW,
            partner: Reference::among(partners),
            share: Share::like(&[20, 25, 30, 40, 50, 60]),
        }
    }

    /// Passes shares, in their order; where they make up the whole, the last follows from the others.
    pub(super) fn pass(
        &mut self,
        coder: &mut dyn Coder,
        partners: &[PartnerId],
        parts: &mut Vec<PartnerShare>,
    ) -> Result<(), Flaw> {
        let blank = PartnerShare {
            partner: PartnerId(0),
            share: BasisPoints(0),
        };
        self.count.list(coder, partners.len(), parts, blank)?;
        let Some((last, others)) = parts.split_last_mut() else {
            return Ok(());
        };
        let mut left = BasisPoints::WHOLE.0;
        for part in others {
            part.partner = self.partner.pass(coder, partners, part.partner)?;
            part.share = self.share.pass(coder, part.share)?;
            left = left.saturating_sub(part.share.0);
        }
        last.partner = self.partner.pass(coder, partners, last.partner)?;
        let whole = coder.decide(&mut self.whole, last.share.0 == left)?;
        last.share = if whole {
            BasisPoints(left)
        } else {
            self.share.pass(coder, last.share)?
        };
        Ok(())
    }
}
