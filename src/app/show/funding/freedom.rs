//! The freedoms that could be asked for a stream, and where each stands in the open scenario.

use crate::app::edit::Edit;
use crate::app::lookup::Lookup;
use crate::app::state::State;
use crate::app::words::freedom_at_hand;
use crate::model::{BasisPoints, Control, Freedom, Origin, Relaxation, Standing, StreamId};
use crate::text::share;

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
    let freedoms = listed(state);
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
    let (stream, share) = (id, USUAL);
    let carry = Relaxation::CarryForward { stream, share };
    let bring = Relaxation::BringForward { stream, share };
    relaxations.extend([carry, bring].map(|usual| standing(freedoms, usual).0));
    relaxations
        .into_iter()
        .map(|relaxation| Ask {
            relaxation,
            name: freedom_at_hand(agreement, relaxation),
            standing: standing(freedoms, relaxation).1,
        })
        .collect()
}

/// The freedoms of the open scenario as committed: an edit starts from there, whatever is being typed.
fn listed(state: &State) -> &[Freedom] {
    let open = state.workbook.scenario(state.open);
    open.map_or(&[], |scenario| &scenario.freedoms)
}

/// The freedom on the list that is the same whatever its share, and where it stands; else the one asked after.
fn standing(freedoms: &[Freedom], asked: Relaxation) -> (Relaxation, Option<Standing>) {
    let found = freedoms
        .iter()
        .find(|freedom| of_any_share(freedom.relaxation) == of_any_share(asked));
    found.map_or((asked, None), |it| (it.relaxation, Some(it.standing)))
}

/// The edit that has a freedom stand somewhere, whatever its share is now.
#[must_use]
pub fn stand(state: &State, freedom: Relaxation, at: Option<Standing>) -> Edit {
    Edit::Free(standing(listed(state), freedom).0, at)
}

/// Reads another share of a freedom: it takes the place of the one before.
///
/// # Errors
/// What is wrong with the text, in a sentence.
pub fn read_share(state: &State, freedom: Relaxation, text: &str) -> Result<Edit, String> {
    let share = share::read(text, BasisPoints::WHOLE).map_err(|wrong| wrong.says())?;
    let (before, at) = standing(listed(state), freedom);
    Ok(Edit::Many(vec![
        Edit::Free(before, None),
        Edit::Free(with_share(before, share), at),
    ]))
}

/// The share of a year's amount that a freedom to carry money allows.
#[must_use]
pub fn share_of(freedom: Relaxation) -> Option<BasisPoints> {
    match freedom {
        Relaxation::CarryForward { share, .. } | Relaxation::BringForward { share, .. } => {
            Some(share)
        }
        Relaxation::LiftStream(_)
        | Relaxation::LiftBlock(_)
        | Relaxation::DropFloor { .. }
        | Relaxation::Pool(_) => None,
    }
}

/// The same freedom, whatever its share.
#[must_use]
pub fn of_any_share(freedom: Relaxation) -> Relaxation {
    with_share(freedom, BasisPoints(0))
}

fn with_share(freedom: Relaxation, share: BasisPoints) -> Relaxation {
    match freedom {
        Relaxation::CarryForward { stream, .. } => Relaxation::CarryForward { stream, share },
        Relaxation::BringForward { stream, .. } => Relaxation::BringForward { stream, share },
        Relaxation::LiftStream(_)
        | Relaxation::LiftBlock(_)
        | Relaxation::DropFloor { .. }
        | Relaxation::Pool(_) => freedom,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::edit::apply;
    use crate::model::Workbook;
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
    fn another_share_takes_the_place_of_the_one_before_whichever_was_drawn() {
        let workbook = (presets::all()[0].workbook)();
        let stream = workbook.agreement.streams[0].id;
        let carry = |share: u32| Relaxation::CarryForward {
            stream,
            share: BasisPoints(share),
        };
        let (base, granted) = (workbook.base, Some(Standing::Granted));
        let after = |workbook: &Workbook, edit: &dyn Fn(&State) -> Edit| {
            let state = State::open(Rc::new(workbook.clone()), base, 0);
            apply(workbook, base, &edit(&state)).unwrap()
        };
        let asked = after(&workbook, &|state| stand(state, carry(500), granted));
        let ten = after(&asked, &|state| {
            read_share(state, carry(500), "10").unwrap()
        });
        // As it was drawn, 5% stands; as it is, 10% does.
        let three = after(&ten, &|state| read_share(state, carry(500), "3").unwrap());
        let refused = after(&ten, &|state| {
            stand(state, carry(500), Some(Standing::Refused))
        });
        let found = |workbook: &Workbook| {
            let all = &workbook.scenario(base).unwrap().freedoms;
            let of = all
                .iter()
                .filter(|it| of_any_share(it.relaxation) == carry(0));
            of.map(|it| (it.relaxation, it.standing))
                .collect::<Vec<_>>()
        };
        assert_eq!(found(&three), [(carry(300), Standing::Granted)]);
        assert_eq!(found(&refused), [(carry(1_000), Standing::Refused)]);
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
