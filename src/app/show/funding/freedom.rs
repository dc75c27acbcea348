//! The freedoms that could be asked for a stream, and where each stands in the open scenario.

use crate::app::lookup::Lookup;
use crate::app::state::State;
use crate::app::words::freedom_at_hand;
use crate::model::{BasisPoints, Control, Freedom, Origin, Relaxation, Standing, StreamId};

/// The share of a year's amount that is asked for until another is typed: 5%.
const USUAL: BasisPoints = BasisPoints(500);

/// A freedom that could be asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// What would be relaxed.
    pub relaxation: Relaxation,
    /// What it does, in words.
    pub name: String,
    /// Where it stands; none: nobody asked.
    pub standing: Option<Standing>,
}

/// What could be asked for a stream: its fence lifted or that of its block, floors dropped, money
/// carried between years, and pooling where it is aligned.
#[must_use]
pub fn asks(state: &State, id: StreamId) -> Vec<Ask> {
    let agreement = &state.shown().agreement;
    let Some(stream) = Lookup(agreement).stream(id) else {
        return Vec::new();
    };
    // What is committed: an edit starts from there, whatever is being typed.
    let freedoms = state
        .workbook
        .scenario(state.open)
        .map(|scenario| scenario.freedoms.as_slice())
        .unwrap_or_default();
    let mut relaxations = Vec::new();
    if stream.control == Control::Aligned {
        relaxations.push(Relaxation::Pool(id));
    }
    if stream.origin == Origin::Grant {
        relaxations.push(Relaxation::LiftStream(id));
        relaxations.extend(stream.home.map(Relaxation::LiftBlock));
    }
    let drop = |outcome| Relaxation::DropFloor {
        stream: id,
        outcome,
    };
    relaxations.extend(stream.floors.iter().map(|floor| drop(floor.outcome)));
    relaxations.push(carried(freedoms, id, true));
    relaxations.push(carried(freedoms, id, false));
    relaxations
        .into_iter()
        .map(|relaxation| Ask {
            relaxation,
            name: freedom_at_hand(agreement, relaxation),
            standing: freedoms
                .iter()
                .find(|freedom| freedom.relaxation == relaxation)
                .map(|freedom| freedom.standing),
        })
        .collect()
}

/// The freedom to carry money of a stream between years: the one on the list, or one of the usual share.
fn carried(freedoms: &[Freedom], id: StreamId, forward: bool) -> Relaxation {
    let listed = freedoms
        .iter()
        .map(|freedom| freedom.relaxation)
        .find(|relaxation| match relaxation {
            Relaxation::CarryForward { stream, .. } => forward && *stream == id,
            Relaxation::BringForward { stream, .. } => !forward && *stream == id,
            Relaxation::LiftStream(_)
            | Relaxation::LiftBlock(_)
            | Relaxation::DropFloor { .. }
            | Relaxation::Pool(_) => false,
        });
    listed.unwrap_or(if forward {
        Relaxation::CarryForward {
            stream: id,
            share: USUAL,
        }
    } else {
        Relaxation::BringForward {
            stream: id,
            share: USUAL,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::edit::{Edit, apply};
    use crate::presets;
    use std::rc::Rc;

    #[test]
    fn a_share_on_the_list_is_the_one_that_is_shown() {
        let workbook = (presets::all()[0].workbook)();
        let stream = workbook.agreement.streams[0].id;
        let share = BasisPoints(1_250);
        let carry = Relaxation::CarryForward { stream, share };
        let edit = Edit::Free(carry, Some(Standing::Refused));
        let workbook = apply(&workbook, workbook.base, &edit).unwrap();
        let state = State::open(Rc::new(workbook.clone()), workbook.base, 0);
        let asks = asks(&state, stream);
        let found = asks.iter().find(|ask| ask.relaxation == carry).unwrap();
        assert_eq!(found.standing, Some(Standing::Refused));
        let brought = Relaxation::BringForward {
            stream,
            share: USUAL,
        };
        assert!(
            asks.iter()
                .any(|ask| ask.relaxation == brought && ask.standing.is_none())
        );
    }

    #[test]
    fn pooling_is_offered_for_aligned_streams_and_fences_for_grants() {
        let workbook = (presets::all()[0].workbook)();
        let state = State::open(Rc::new(workbook.clone()), workbook.base, 0);
        let offers = |name: &str, relaxation: &dyn Fn(StreamId) -> Relaxation| {
            let streams = &workbook.agreement.streams;
            let id = streams
                .iter()
                .find(|stream| stream.name.contains(name))
                .unwrap()
                .id;
            asks(&state, id)
                .iter()
                .any(|ask| ask.relaxation == relaxation(id))
        };
        assert!(offers("BCU", &Relaxation::Pool));
        assert!(!offers("Connexions", &Relaxation::Pool));
        assert!(offers("Connexions", &Relaxation::LiftStream));
        assert!(!offers("Earlier reward", &Relaxation::LiftStream));
    }
}
