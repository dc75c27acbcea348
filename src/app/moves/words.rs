//! What set-ups, fences, freedoms and their standing are called.

use crate::app::lookup::Lookup;
use crate::model::{Agreement, Fence, PumpSplit, Relaxation, SetUp, Standing};
use crate::text::share;

/// The name of a set-up.
#[must_use]
pub fn setup_name(setup: SetUp) -> &'static str {
    match setup {
        SetUp::SeparateStreams => "Separate streams",
        SetUp::RingFencedBlocks => "Ring-fenced blocks",
        SetUp::SinglePot => "Single pot",
        SetUp::AreaBasedGrant => "Area Based Grant",
    }
}

/// A fence as the reach that it leaves.
#[must_use]
pub fn fence_name(fence: Fence) -> &'static str {
    match fence {
        Fence::Stream => "its own outcomes",
        Fence::Block => "its block",
        Fence::Agreement => "the whole agreement",
        Fence::None => "no fence, floors fall",
    }
}

/// A freedom by what it relaxes.
#[must_use]
pub fn freedom_name(agreement: &Agreement, relaxation: Relaxation) -> String {
    let names = Lookup(agreement);
    match relaxation {
        Relaxation::LiftStream(id) => format!("Lifting the fence on {}", names.stream_name(id)),
        Relaxation::LiftBlock(id) => format!("Lifting the fence of {}", names.block_name(id)),
        Relaxation::DropFloor { stream, outcome } => {
            format!(
                "Dropping the floor of {} for {}",
                names.stream_name(stream),
                names.outcome_name(outcome)
            )
        }
        Relaxation::CarryForward { stream, share } => {
            format!(
                "Carrying over {} of {}",
                share::exact(share),
                names.stream_name(stream)
            )
        }
        Relaxation::BringForward { stream, share } => {
            format!(
                "Bringing forward {} of {}",
                share::exact(share),
                names.stream_name(stream)
            )
        }
        Relaxation::Pool(id) => format!("Pooling {}", names.stream_name(id)),
    }
}

/// Where a freedom stands; none: it is not on the list.
pub(crate) fn standing_name(standing: Option<Standing>) -> &'static str {
    match standing {
        Some(Standing::Asked) => "asked for",
        Some(Standing::Granted) => "granted",
        Some(Standing::Refused) => "refused",
        None => "no longer asked for",
    }
}

/// How pump-priming is split.
pub(crate) fn split_name(split: PumpSplit) -> &'static str {
    match split {
        PumpSplit::Typed => "as typed",
        PumpSplit::Equal => "equally",
        PumpSplit::Indicators => "by number of indicators",
    }
}
