//! What a worker would have answered, for tests of what is shown of it.

use crate::app::desks::{Asked, Heard, News};
use crate::app::show::wanted::wanted;
use crate::app::{Action, State, update};
use crate::job::{Question, Reply, serve, task};
use std::rc::Rc;

/// The state once everything has been answered that the view on show, or a person, wants to know.
pub(crate) fn answered(state: &State) -> State {
    wanted(state)
        .iter()
        .fold(state.clone(), |state, asked| update(&state, heard(asked)))
}

/// The state after a person has asked and a worker has answered.
pub(crate) fn ordered(state: &State, question: Question) -> State {
    answered(&update(state, Action::Order(question)))
}

fn heard(asked: &Asked) -> Action {
    let mut said = Vec::new();
    serve(&task(&asked.question, &asked.workbook), &mut |reply| {
        said.push(Reply::read(&reply.write()));
    });
    let news = match said.pop().flatten() {
        Some(Reply::Done(answer)) => News::Done(Rc::new(answer)),
        other => News::Failed(format!("{other:?}")),
    };
    let asked = asked.clone();
    Action::Heard(Heard { asked, news })
}
