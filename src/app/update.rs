//! What happens when a person does something: the only place where state changes.

use crate::app::counter;
use crate::app::desks::{Asked, Heard, News};
use crate::app::edit::{Edit, apply, fresh};
use crate::app::room::{TOUR, step};
use crate::app::state::{Beside, Notice, State, Stood};
use crate::app::view::View;
use crate::job::{Desk, Question};
use crate::model::{Entity, Entry, Moment, PartnerId, ScenarioId, Workbook, order};
use std::rc::Rc;

/// What a person did.
#[derive(Clone, Debug)]
pub enum Action {
    /// Typed something that can be read, and has not left the field yet.
    Preview(Edit),
    /// Gave up typing, or typed something that cannot be read.
    Cancel,
    /// Made a change: one step to undo.
    Commit(Edit),
    /// Made a change of which it is to be said that it is made.
    CommitSaying(Edit, String),
    /// Took the last step back.
    Undo,
    /// Made it again.
    Redo,
    /// Went back to the workbook as it was opened: a step that can be undone.
    Reset,
    /// Opened another scenario.
    Open(ScenarioId),
    /// Copied the open scenario into a new one at a moment and opened that.
    CopyScenario(Moment),
    /// Made a change in such a copy, of which it is to be said that it is made: one step to undo.
    CommitInCopy(Edit, Moment, String),
    /// Removed a scenario.
    RemoveScenario(ScenarioId),
    /// Set the open scenario against another, or against the base.
    Against(Option<ScenarioId>),
    /// Set a workbook of the other side beside this one, or put it away.
    Beside(Option<Beside>),
    /// Took or left differences, at a moment: facts change in the agreement, choices in the
    /// counter-offer, which is made of the scenario compared with when the first is taken.
    Take(Vec<Edit>, Moment),
    /// Decided against differences, by what would take each.
    Leave(Vec<Edit>),
    /// Turned to another view.
    Show(View),
    /// Turned to the view so many places further in the menu.
    StepView(isize),
    /// Opened the scenario so many places further in the list.
    StepScenario(isize),
    /// Began to show the page to a room, or ended that.
    Meet(bool),
    /// Went to a stop of the tour, or ended it; it ends after its last stop.
    Tour(Option<usize>),
    /// Asked for the part of one partner, or for the whole.
    ForPartner(Option<PartnerId>),
    /// Opened another workbook, kept under a number.
    Adopt {
        /// The workbook.
        workbook: Rc<Workbook>,
        /// The scenario to open.
        open: ScenarioId,
        /// Under which number the browser keeps it.
        document: u32,
        /// What to say about it.
        notice: Option<Notice>,
    },
    /// Goes on under another number, as another window has changed the workbook under this one.
    GoOnAs(u32),
    /// Asked for something to be worked out of what is on screen.
    Order(Question),
    /// Does not want any more what was asked of a desk.
    PutAway(Desk),
    /// Wants all that the desks failed at to be tried again.
    Retry,
    /// A desk has something to say.
    Heard(Heard),
    /// Something happened that is to be said.
    Tell(Notice),
    /// Read what was said.
    Dismiss,
}

/// The state after what was done.
#[must_use]
pub fn update(state: &State, action: Action) -> State {
    let mut next = state.clone();
    match action {
        Action::Preview(edit) => {
            // What cannot be leaves no picture of what was typed before it.
            let workbook = apply(&state.workbook, state.open, &edit).ok();
            show(&mut next, workbook.map(Rc::new));
        }
        Action::Cancel => show(&mut next, None),
        Action::Commit(edit) => {
            make(&mut next, &edit);
        }
        Action::CommitSaying(edit, says) => {
            if make(&mut next, &edit) {
                next.notice = Some(Notice::fact(says));
            }
        }
        Action::Undo => {
            if let Some(before) = next.history.undo(state.stood()) {
                stand(&mut next, before);
            }
        }
        Action::Redo => {
            if let Some(after) = next.history.redo(state.stood()) {
                stand(&mut next, after);
            }
        }
        Action::Reset if state.workbook == state.opened => {}
        Action::Reset => {
            commit(&mut next, Rc::clone(&state.opened));
            next.notice = Some(Notice::fact(
                "Back to what was opened. Undo brings your changes back.",
            ));
        }
        Action::Open(id) => {
            show(&mut next, None);
            if state.workbook.scenario(id).is_some() {
                // What was refused in another scenario is not about this one.
                if id != state.open {
                    next.notice = next.notice.filter(|notice| !notice.wrong || notice.stays);
                }
                next.turn_to(id);
            }
        }
        Action::CopyScenario(at) => {
            copy(&mut next, at, None);
        }
        Action::CommitInCopy(edit, at, says) => {
            if copy(&mut next, at, Some(&edit)) {
                next.notice = Some(Notice::fact(says));
            }
        }
        Action::RemoveScenario(id) => {
            let removed = apply(
                &state.workbook,
                state.open,
                &Edit::Remove(Entity::Scenario(id)),
            );
            match (removed, state.workbook.scenarios.len()) {
                (Ok(workbook), 2..) => {
                    commit(&mut next, Rc::new(workbook));
                    let name = state
                        .workbook
                        .scenario(id)
                        .map_or("", |scenario| &scenario.name);
                    next.notice = Some(Notice::fact(format!(
                        "“{name}” is removed. Undo brings it back."
                    )));
                }
                (Err(says), 2..) => next.notice = Some(Notice::wrong(says)),
                _ => next.notice = Some(Notice::wrong("A workbook needs one scenario at least.")),
            }
        }
        Action::Against(id) => {
            next.against = id.filter(|&id| state.workbook.scenario(id).is_some());
            next.forget();
        }
        Action::Beside(beside) => {
            next.beside = beside;
            next.forget();
        }
        Action::Take(edits, at) => match counter::take(state, &edits, at) {
            Ok((workbook, counter)) => {
                commit(&mut next, Rc::new(workbook));
                next.counter = counter;
                if let Some(notice) = counter::settled(state, &next) {
                    next.notice = Some(notice);
                }
            }
            Err(says) => next.notice = Some(Notice::wrong(says)),
        },
        Action::Leave(edits) => next.left.extend(edits.into_iter().map(Rc::new)),
        Action::Show(view) => {
            show(&mut next, None);
            // What was said of something done elsewhere would be read as being about this view.
            if view != state.view {
                next.notice = next.notice.filter(|notice| notice.stays);
            }
            next.view = view;
        }
        Action::StepView(by) => {
            let view = step(&View::ALL, state.view, by);
            return update(state, Action::Show(view));
        }
        Action::StepScenario(by) => {
            let all: Vec<ScenarioId> = state.workbook.scenarios.iter().map(|it| it.id).collect();
            return update(state, Action::Open(step(&all, state.open, by)));
        }
        Action::Meet(meeting) => next.room.meeting = meeting,
        Action::Tour(stop) => {
            let here = stop.and_then(|stop| TOUR.get(stop));
            if let Some(here) = here {
                next = update(state, Action::Show(here.view));
            }
            next.room.tour = here.and(stop);
        }
        Action::ForPartner(partner) => next.partner = partner,
        Action::Adopt {
            workbook,
            open,
            document,
            notice,
        } => {
            let mut earlier = next.earlier;
            earlier.leave(state.document, next.workbook, next.history);
            next = State::open(workbook, open, document);
            next.history = earlier.of(document, &next.workbook);
            next.earlier = earlier;
            next.view = state.view;
            next.room = state.room;
            next.notice = notice;
        }
        Action::GoOnAs(document) => {
            next.document = document;
            next.notice = Some(Notice::fact(
                "This workbook was changed in another window too. Yours goes on as a copy: choose \
                 Open to see both.",
            ));
        }
        Action::Order(question) => next.desks.order(Asked {
            question,
            workbook: Rc::clone(state.shown()),
        }),
        Action::PutAway(desk) => next.desks.put_away(desk),
        Action::Retry => next.desks.forgive(),
        Action::Heard(heard) => {
            if let News::Replaced = heard.news {
                next.notice = Some(Notice::fact(
                    "A calculation stopped unexpectedly. It has been started again; nothing is lost.",
                ));
            }
            next.desks.hear(heard);
        }
        Action::Tell(notice) => next.notice = Some(notice),
        Action::Dismiss => next.notice = None,
    }
    next
}

/// Shows a preview, or the committed workbook again.
fn show(next: &mut State, preview: Option<Rc<Workbook>>) {
    if next.preview.is_none() && preview.is_none() {
        return;
    }
    let before = Rc::clone(next.shown());
    next.preview = preview;
    next.refresh(Some(&before));
}

/// Makes a change; false where it is refused, which is said.
fn make(next: &mut State, edit: &Edit) -> bool {
    let made = apply(&next.workbook, next.open, edit);
    commit_or_say(next, made)
}

fn commit_or_say(next: &mut State, made: Result<Workbook, String>) -> bool {
    let says = match made {
        Ok(workbook) => {
            commit(next, Rc::new(workbook));
            return true;
        }
        Err(says) => says,
    };
    show(next, None);
    next.notice = Some(Notice::wrong(says));
    false
}

/// Makes a workbook the committed one, with a step to undo if it differs.
fn commit(next: &mut State, workbook: Rc<Workbook>) {
    if *workbook == *next.workbook {
        return show(next, None);
    }
    next.history.record(next.stood());
    replace(next, workbook);
}

/// Goes to how it stood before or after a step. Where a scenario comes or goes with it, the one that was open is.
fn stand(next: &mut State, stood: Stood) {
    let ids = |workbook: &Workbook| -> Vec<ScenarioId> {
        let mut ids: Vec<_> = workbook.scenarios.iter().map(|it| it.id).collect();
        order::by_key(&mut ids, |id| *id);
        ids
    };
    if stood.open != next.open && ids(&stood.workbook) != ids(&next.workbook) {
        next.turn_to(stood.open);
    }
    replace(next, stood.workbook);
}

/// Puts another workbook in place of the committed one. What was said of a change before is said no more: its “Undo
/// takes it back” would now be about this one, and what was refused is not what stands here now.
fn replace(next: &mut State, workbook: Rc<Workbook>) {
    let before = Rc::clone(next.shown());
    next.notice = next.notice.take().filter(|notice| notice.stays);
    next.preview = None;
    next.workbook = workbook;
    next.refresh(Some(&before));
}

/// Copies the open scenario into a new one, with a change made in it, and opens that; false where it is refused, which
/// is said.
fn copy(next: &mut State, at: Moment, changed: Option<&Edit>) -> bool {
    let name = fresh::name(&next.workbook, |number| format!("Scenario {number}"));
    let Some(scenario) = fresh::copy(&next.workbook, next.open, &name) else {
        next.notice = Some(Notice::wrong(
            "This workbook is full: no further scenario fits.",
        ));
        return false;
    };
    let id = scenario.id;
    let entry = Entry {
        at: Some(at),
        ..Entry::draft(id)
    };
    let new = Edit::Many(vec![Edit::Scenario(scenario), Edit::Enter(entry)]);
    let made = apply(&next.workbook, next.open, &new).and_then(|workbook| match changed {
        Some(edit) => apply(&workbook, id, edit),
        None => Ok(workbook),
    });
    let done = commit_or_say(next, made);
    if done {
        next.turn_to(id);
    }
    done
}
