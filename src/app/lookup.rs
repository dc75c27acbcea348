//! Names of things by their ids, and where a block stands in the order of colours.

use crate::chart::figure::{CROSS, block_class};
use crate::model::{
    Agreement, Block, BlockId, Indicator, IndicatorId, Outcome, OutcomeId, PartnerId, Stream,
    StreamId,
};

/// An agreement asked for the things in it.
#[derive(Clone, Copy)]
pub struct Lookup<'a>(pub &'a Agreement);

impl<'a> Lookup<'a> {
    /// A block.
    #[must_use]
    pub fn block(self, id: BlockId) -> Option<&'a Block> {
        self.0.blocks.iter().find(|block| block.id == id)
    }

    /// The name of a block.
    #[must_use]
    pub fn block_name(self, id: BlockId) -> &'a str {
        self.block(id).map_or("", |block| &block.name)
    }

    /// The class that gives a block its colour; the cross-cutting one where there is none.
    #[must_use]
    pub fn block_class(self, id: Option<BlockId>) -> &'static str {
        let place = self.0.blocks.iter().position(|block| Some(block.id) == id);
        place.map_or(CROSS, block_class)
    }

    /// An outcome.
    #[must_use]
    pub fn outcome(self, id: OutcomeId) -> Option<&'a Outcome> {
        self.0.outcomes.iter().find(|outcome| outcome.id == id)
    }

    /// The name of an outcome.
    #[must_use]
    pub fn outcome_name(self, id: OutcomeId) -> &'a str {
        self.outcome(id).map_or("", |outcome| &outcome.name)
    }

    /// An indicator.
    #[must_use]
    pub fn indicator(self, id: IndicatorId) -> Option<&'a Indicator> {
        self.0
            .indicators
            .iter()
            .find(|indicator| indicator.id == id)
    }

    /// The name of an indicator.
    #[must_use]
    pub fn indicator_name(self, id: IndicatorId) -> &'a str {
        self.indicator(id).map_or("", |indicator| &indicator.name)
    }

    /// A stream.
    #[must_use]
    pub fn stream(self, id: StreamId) -> Option<&'a Stream> {
        self.0.streams.iter().find(|stream| stream.id == id)
    }

    /// The name of a stream.
    #[must_use]
    pub fn stream_name(self, id: StreamId) -> &'a str {
        self.stream(id).map_or("", |stream| &stream.name)
    }

    /// The name of a partner.
    #[must_use]
    pub fn partner_name(self, id: PartnerId) -> &'a str {
        let found = self.0.partners.iter().find(|partner| partner.id == id);
        found.map_or("", |partner| &partner.name)
    }

    /// Outcomes of a block in their order on screen.
    pub fn outcomes_in(self, block: BlockId) -> impl Iterator<Item = &'a Outcome> {
        self.0
            .outcomes
            .iter()
            .filter(move |outcome| outcome.block == block)
    }

    /// Indicators of an outcome in their order on screen.
    pub fn indicators_of(self, outcome: OutcomeId) -> impl Iterator<Item = &'a Indicator> {
        self.0
            .indicators
            .iter()
            .filter(move |indicator| indicator.outcome == outcome)
    }

    /// How far to move an outcome so that it trades places with the one before or after it in its
    /// block; none at the end of the block.
    #[must_use]
    pub fn outcome_to_neighbour(self, id: OutcomeId, by: isize) -> Option<isize> {
        let block = self.outcome(id)?.block;
        let places: Vec<usize> = (0..self.0.outcomes.len())
            .filter(|&place| self.0.outcomes[place].block == block)
            .collect();
        let at = places
            .iter()
            .position(|&place| self.0.outcomes[place].id == id)?;
        let other = *places.get(at.checked_add_signed(by)?)?;
        Some(other as isize - places[at] as isize)
    }
}
