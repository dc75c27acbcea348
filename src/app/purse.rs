//! The pots of a scenario: which streams share a fence, and so can stand in for each other.

use crate::app::lookup::Lookup;
use crate::engine::{Evaluation, StreamResult};
use crate::model::{Agreement, BlockId, Fence, StreamId};

/// A pot of money that is spent as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purse {
    /// Pooled streams that may go anywhere.
    Single,
    /// Pooled streams that are fenced to their block.
    Block(BlockId),
    /// Pooled streams without a home block, which may go to any block.
    Cross,
    /// A pooled stream that is fenced alone.
    Alone(StreamId),
    /// Aligned streams, which their owners keep.
    Aligned,
    /// Pump-priming.
    Pump,
}

/// The streams of a pot; none for pump-priming, which is no stream.
pub fn members<'a>(
    agreement: &'a Agreement,
    result: &'a Evaluation,
    purse: Purse,
) -> impl Iterator<Item = &'a StreamResult> {
    let home = |id| {
        let stream = Lookup(agreement).stream(id);
        stream.and_then(|stream| stream.home)
    };
    result.streams.iter().filter(move |stream| match purse {
        Purse::Single => stream.pooled && stream.fence >= Fence::Agreement,
        Purse::Block(block) => {
            stream.pooled && stream.fence == Fence::Block && home(stream.id) == Some(block)
        }
        Purse::Cross => stream.pooled && stream.fence == Fence::Block && home(stream.id).is_none(),
        Purse::Alone(id) => stream.id == id && stream.pooled && stream.fence == Fence::Stream,
        Purse::Aligned => !stream.pooled,
        Purse::Pump => false,
    })
}
