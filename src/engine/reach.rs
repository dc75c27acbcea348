//! Where the money of a stream may go: the fence in force, its reach, its floors and its carrying.
//!
//! Pooled grant was ring-fenced to the agreement's targets as a whole, Area Based Grant to nothing (Bath & North East
//! Somerset, 6 February 2008, Appendix 2, Annex 2); carrying was negotiated stream by stream (the same council, 5
//! February 2003, Appendix 10). That money of a block also goes to outcomes which serve it as a further block is an
//! assumption.

use crate::engine::case::Case;
use crate::model::{
    Agreement, BasisPoints, Control, Fence, Floor, Origin, Outcome, OutcomeId, Relaxation,
    Scenario, Stream, order,
};

/// The fence in force on a stream: the one typed for it, or the set-up's; a local contribution is its
/// giver's own money, on which the set-up puts no fence, an assumption. Granted freedoms widen it.
#[must_use]
pub fn fence_in_force(scenario: &Scenario, stream: &Stream) -> Fence {
    let typed = scenario
        .fences
        .iter()
        .find(|choice| choice.stream == stream.id);
    let fence = match (typed, stream.origin) {
        (Some(choice), _) => choice.fence,
        (None, Origin::Local) => Fence::Agreement,
        (None, Origin::Grant) => scenario.setup.fence(),
    };
    let lifted = scenario.granted().any(|relaxation| match relaxation {
        Relaxation::LiftStream(id) => id == stream.id,
        Relaxation::LiftBlock(block) => stream.home == Some(block),
        Relaxation::DropFloor { .. }
        | Relaxation::CarryForward { .. }
        | Relaxation::BringForward { .. }
        | Relaxation::Pool(_) => false,
    });
    if lifted {
        fence.max(Fence::Agreement)
    } else {
        fence
    }
}

/// Whether the money of a stream is in the common fund: pooled, or an aligned one whose pooling was granted.
#[must_use]
pub fn is_pooled(scenario: &Scenario, stream: &Stream) -> bool {
    stream.control == Control::Pooled
        || scenario
            .granted()
            .any(|relaxation| relaxation == Relaxation::Pool(stream.id))
}

/// Whether a stream behind a fence may pay for an outcome of the agreement.
#[must_use]
pub fn reach(agreement: &Agreement, stream: &Stream, fence: Fence, outcome: OutcomeId) -> bool {
    let found = agreement.outcomes.iter().find(|other| other.id == outcome);
    found.is_some_and(|outcome| reaches(stream, fence, outcome))
}

/// Whether a stream behind a fence may pay for an outcome.
fn reaches(stream: &Stream, fence: Fence, outcome: &Outcome) -> bool {
    let named = || stream.named.contains(&outcome.id);
    let in_block = || stream.home.is_none_or(|home| outcome.is_in(home));
    match fence {
        Fence::Stream if !stream.named.is_empty() => named(),
        Fence::Stream => in_block(),
        Fence::Block => named() || in_block(),
        Fence::Agreement | Fence::None => true,
    }
}

/// What binds one stream in a scenario.
pub(crate) struct Bounds {
    pub(crate) pooled: bool,
    pub(crate) fence: Fence,
    /// A bit for each outcome in the order by id.
    pub(crate) reach: u64,
    pub(crate) floors: Vec<Floor>,
    pub(crate) carry_forward: BasisPoints,
    pub(crate) bring_forward: BasisPoints,
}

impl Bounds {
    pub(crate) fn of(case: &Case<'_>, stream: &Stream) -> Self {
        let fence = fence_in_force(case.scenario, stream);
        let reached = case.outcomes.iter().enumerate();
        let reach = reached
            .filter(|(_, outcome)| reaches(stream, fence, outcome))
            .fold(0, |reach, (index, _)| reach | bit(index));
        let dropped = |outcome| {
            let drop = Relaxation::DropFloor {
                stream: stream.id,
                outcome,
            };
            case.scenario.granted().any(|relaxation| relaxation == drop)
        };
        let mut floors: Vec<Floor> = match fence {
            Fence::None => Vec::new(),
            _ => stream
                .floors
                .iter()
                .copied()
                .filter(|floor| !dropped(floor.outcome))
                .collect(),
        };
        order::by_key(&mut floors, |floor| floor.outcome);
        let (mut carry_forward, mut bring_forward) = (stream.carry_forward, stream.bring_forward);
        for relaxation in case.scenario.granted() {
            let (id, share, carried) = match relaxation {
                Relaxation::CarryForward { stream, share } => (stream, share, &mut carry_forward),
                Relaxation::BringForward { stream, share } => (stream, share, &mut bring_forward),
                Relaxation::LiftStream(_)
                | Relaxation::LiftBlock(_)
                | Relaxation::DropFloor { .. }
                | Relaxation::Pool(_) => continue,
            };
            if id == stream.id {
                *carried = share.max(*carried);
            }
        }
        Self {
            pooled: is_pooled(case.scenario, stream),
            fence,
            reach,
            floors,
            carry_forward,
            bring_forward,
        }
    }
}

/// The bit of an outcome; an agreement has at most 64 of them.
pub(crate) fn bit(outcome: usize) -> u64 {
    1_u64.checked_shl(outcome as u32).unwrap_or(0)
}

/// The places of the bits of a word, lowest first.
pub(crate) fn bits(mut word: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = word.trailing_zeros() as usize;
        let found = (word != 0).then_some(place);
        word &= word.wrapping_sub(1);
        found
    })
}
