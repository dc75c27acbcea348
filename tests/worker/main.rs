//! What crosses to a worker and back, and what the page makes of it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "../../benches/support/instance.rs"]
#[allow(dead_code, reason = "edits of the allocation are another suite's")]
mod instance;
mod silence;

use laa::app::desks::{Asked, Heard, News, Word};
use laa::app::show::risk;
use laa::app::show::wanted::{self, shown};
use laa::app::{Action, Edit, State, View, update};
use laa::job::{Answer, Desk, Progress, Question, Reply, Shared, Work, serve, task};
use laa::model::{ScenarioId, Workbook};
use laa::odds::{Fineness, odds};
use std::rc::Rc;

fn sample() -> Workbook {
    (laa::presets::all()[0].workbook)()
}

fn state() -> State {
    let workbook = sample();
    let open = workbook.scenarios.last().unwrap().id;
    State::open(Rc::new(workbook), open, 1)
}

/// What is wanted of the desk of the odds.
fn wanted(state: &State) -> Vec<Asked> {
    let mut wanted = wanted::wanted(state);
    wanted.retain(|asked| asked.question.desk() == Desk::Odds);
    wanted
}

/// What a worker says to a task, read as the page reads it.
fn said(task: &str) -> Vec<Reply> {
    let mut said = Vec::new();
    serve(task, &mut |reply| {
        said.push(Reply::read(&reply.write()).unwrap())
    });
    said
}

/// What the page hears when a worker answers.
fn answered(asked: &Asked) -> Action {
    let said = said(&task(&asked.question, &asked.workbook));
    let Some(Reply::Done(answer)) = said.into_iter().last() else {
        panic!("no answer");
    };
    Action::Heard(Heard {
        asked: asked.clone(),
        news: News::Done(Rc::new(answer)),
    })
}

#[test]
fn odds_cross_without_losing_a_bit() {
    let workbook = sample();
    let all: Vec<_> = workbook
        .scenarios
        .iter()
        .map(|scenario| scenario.id)
        .collect();
    let said = said(&task(&Question::Odds(all), &workbook));
    let Some(Reply::Done(Answer::Odds(found))) = said.last() else {
        panic!("{said:?}");
    };
    assert_eq!(found.len(), workbook.scenarios.len());
    for ((id, crossed), scenario) in found.iter().zip(&workbook.scenarios) {
        let here = odds(
            &workbook.agreement,
            scenario,
            workbook.correlation,
            Fineness::LIVE,
        );
        assert_eq!((*id, crossed), (scenario.id, &here));
    }
    // The first scenario is told before the second is begun.
    assert!(matches!(&said[0], Reply::SoFar(Answer::Odds(found)) if found.len() == 1));
}

#[test]
fn a_task_that_was_damaged_is_refused_in_a_sentence() {
    let whole = task(&Question::Odds(Vec::new()), &sample());
    for text in ["", "{}", "null", &whole[..whole.len() / 2]] {
        let said = said(text);
        assert!(
            matches!(&said[..], [Reply::Refused(why)] if why.ends_with('.')),
            "{said:?}"
        );
    }
    assert_eq!(Reply::read("{\"Done\":1}"), None);
}

/// A simulation of the last scenario of the sample, as it crosses.
fn simulation(draws: u32) -> String {
    let workbook = sample();
    let scenario = workbook.scenarios.last().unwrap().id;
    let question = Question::Simulation {
        scenario,
        draws,
        seed: 2_006,
    };
    task(&question, &workbook)
}

#[test]
fn a_worker_can_be_left_between_two_runs_of_draws_and_has_one_step_for_anything_else() {
    let steps = |task: &str| {
        let mut work = Work::new(task);
        let mut each = Vec::new();
        loop {
            let mut told = Vec::new();
            let on = work.step(&mut |reply| told.push(reply.clone()));
            each.push(told);
            if !on {
                return each;
            }
        }
    };
    // 193 blocks of draws: a step for every 64 or what is left of them, and one to put them together.
    let drawn = steps(&simulation(197_000));
    let (last, runs) = drawn.split_last().unwrap();
    assert!(matches!(
        last.as_slice(),
        [Reply::Done(Answer::Simulation(_))]
    ));
    let begun = |done| vec![Reply::Progress(Progress { done, of: 193 })];
    assert_eq!(runs, [0, 64, 128, 192].map(begun));

    let (workbook, open) = (sample(), state().open);
    assert_eq!(
        steps(&task(&Question::Odds(vec![open]), &workbook)).len(),
        1
    );
    assert!(matches!(steps("{")[0].as_slice(), [Reply::Refused(_)]));
    let nobody = Question::Simulation {
        scenario: ScenarioId(99),
        draws: 1,
        seed: 1,
    };
    assert!(matches!(
        steps(&task(&nobody, &workbook))[0].as_slice(),
        [Reply::Refused(_)]
    ));
}

#[test]
fn workers_that_share_a_simulation_say_what_one_alone_says() {
    let whole = simulation(197_000);
    let alone = said(&whole).pop();
    assert!(matches!(
        alone,
        Some(Reply::Done(Answer::Simulation(drawn))) if drawn.draws == 197_000 && drawn.mean.error > 0.0
    ));
    for workers in 2..=4 {
        let (mut shared, tasks) = Shared::part(&whole, workers).unwrap();
        // 193 blocks: three runs of 64 between two words, and no more workers than that.
        assert_eq!(tasks.len(), workers.min(3) as usize);
        // The last worker is the first to be done.
        let heard: Vec<Reply> = tasks
            .iter()
            .enumerate()
            .rev()
            .flat_map(|(share, task)| said(task).into_iter().map(move |reply| (share, reply)))
            .filter_map(|(share, reply)| shared.hear(share, reply))
            .collect();
        let (last, before) = heard.split_last().unwrap();
        assert_eq!(Some(last), alone.as_ref(), "{workers} workers");
        let progress: Vec<Progress> = before
            .iter()
            .map(|reply| match reply {
                Reply::Progress(progress) => *progress,
                other => panic!("{other:?}"),
            })
            .collect();
        assert!(progress.is_sorted_by_key(|progress| progress.done));
        assert!(progress.iter().all(|progress| progress.done <= progress.of));
        assert_eq!(progress.last().unwrap().of, 193);
    }
}

#[test]
fn what_one_worker_does_as_soon_is_not_shared() {
    assert!(Shared::part(&simulation(100_000), 4).is_none());
    assert!(Shared::part(&simulation(197_000), 1).is_none());
    assert!(Shared::part(&task(&Question::Odds(Vec::new()), &sample()), 4).is_none());
    assert!(Shared::part("{", 4).is_none());
}

#[test]
fn a_share_that_is_refused_refuses_the_whole_and_a_stray_word_changes_nothing() {
    let (mut shared, tasks) = Shared::part(&simulation(197_000), 2).unwrap();
    assert_eq!(shared.hear(0, Reply::Ready), None);
    assert_eq!(
        shared.hear(7, Reply::Refused("It is gone.".to_owned())),
        None
    );
    assert_eq!(shared.hear(0, Reply::Done(Answer::Odds(Vec::new()))), None);
    // A piece of what the first drew is lost on its way.
    let damaged = |reply: Reply| {
        let text = reply.write();
        let at = text.find("\"totals\":\"").unwrap() + 11;
        Reply::read(&format!("{}{}", &text[..at], &text[at + 7..])).unwrap()
    };
    assert_eq!(
        shared.hear(0, damaged(said(&tasks[0]).pop().unwrap())),
        None
    );
    let whole = shared.hear(1, said(&tasks[1]).pop().unwrap());
    assert!(matches!(whole, Some(Reply::Refused(why)) if why.ends_with('.')));
    let refused = said(&tasks[0][..tasks[0].len() / 2]).pop().unwrap();
    assert_eq!(shared.hear(0, refused.clone()), Some(refused));
}

#[test]
fn an_answer_is_current_until_a_figure_changes_and_again_when_it_is_taken_back() {
    let state = state();
    let asked = shown(&state).remove(0);
    assert_eq!(wanted(&state), std::slice::from_ref(&asked));
    assert_eq!(state.desks.word(&asked), Word::Nothing(None));

    let state = update(&state, answered(&asked));
    assert!(matches!(state.desks.word(&asked), Word::Current(_)));
    assert_eq!(wanted(&state), []);

    let first = state.workbook.agreement.outcomes[0].id;
    let changed = update(&state, Action::Commit(Edit::Drop(first, true)));
    let again = shown(&changed).remove(0);
    assert!(matches!(changed.desks.word(&again), Word::Old(..)));
    assert_eq!(wanted(&changed), [again]);

    let back = update(&changed, Action::Undo);
    assert_eq!(wanted(&back), []);
}

/// The states of the page while a worker answers, part by part, what its view asks at a place.
fn in_parts(state: &State, at: usize) -> Vec<State> {
    let asked = shown(state).remove(at);
    let said = said(&task(&asked.question, &asked.workbook));
    let told = said.into_iter().filter(|reply| *reply != Reply::AtWork);
    told.fold(vec![state.clone()], |mut states, reply| {
        let news = match reply {
            Reply::SoFar(answer) => News::SoFar(Rc::new(answer)),
            Reply::Done(answer) => News::Done(Rc::new(answer)),
            other => panic!("{other:?}"),
        };
        let asked = asked.clone();
        let heard = Action::Heard(Heard { asked, news });
        states.push(update(&states[states.len() - 1], heard));
        states
    })
}

/// How that answer stands in each of them.
fn words(states: &[State], at: usize) -> Vec<&'static str> {
    let word = |state: &State| match state.desks.word(&shown(state).remove(at)) {
        Word::Nothing(_) => "nothing",
        Word::SoFar(..) => "so far",
        Word::Old(..) => "old",
        Word::Current(_) => "current",
        Word::Failed(_) => "failed",
    };
    states.iter().map(word).collect()
}

#[test]
fn an_answer_stays_whole_until_the_next_to_the_same_question_is_and_another_question_begins_anew() {
    let state = update(&state(), Action::Show(View::Risk));
    let first = in_parts(&state, 1);
    assert_eq!(
        words(&first, 1),
        ["nothing", "so far", "so far", "so far", "current"]
    );
    let outcome = state.workbook.agreement.outcomes[0].id;
    let dropped = Action::Commit(Edit::Drop(outcome, true));
    let same = in_parts(&update(&first[4], dropped), 1);
    assert_eq!(words(&same, 1), ["old", "old", "old", "old", "current"]);
    let other = state.workbook.scenarios[0].id;
    let another = in_parts(&update(&same[4], Action::Open(other)), 1);
    assert_eq!(
        words(&another, 1),
        ["old", "so far", "so far", "so far", "current"]
    );
    let says = |state: &State| risk::drivers(state).0.against[0].says();
    assert_eq!(says(&another[0]), says(&same[4]), "said of the one before");
    assert_ne!(says(&another[1]), says(&same[4]));
}

#[test]
fn ranges_which_are_not_shown_once_they_are_old_come_part_by_part_again() {
    let state = update(&state(), Action::Show(View::Reward));
    let first = in_parts(&state, 0);
    assert_eq!(words(&first, 0), ["nothing", "so far", "current"]);
    let outcome = state.workbook.agreement.outcomes[0].id;
    let dropped = Action::Commit(Edit::Drop(outcome, true));
    let again = in_parts(&update(&first[2], dropped), 0);
    assert_eq!(words(&again, 0), ["old", "so far", "current"]);
}

#[test]
fn a_desk_that_failed_is_asked_again_only_when_a_person_says_so_or_a_figure_changes() {
    let state = state();
    let asked = shown(&state).remove(0);
    let failed = Action::Heard(Heard {
        asked: asked.clone(),
        news: News::Failed("It did not arrive.".to_owned()),
    });
    let state = update(&state, failed);
    assert_eq!(
        state.desks.word(&asked),
        Word::Failed(Some("It did not arrive."))
    );
    assert_eq!(wanted(&state), []);
    assert_eq!(wanted(&update(&state, Action::Retry)), [asked]);
}

#[test]
fn what_fails_for_one_reason_is_said_once_and_tried_again_together() {
    let state = state();
    let both = shown(&state);
    let fail = |state: &State, asked: &Asked, why: &str| {
        let news = News::Failed(why.to_owned());
        let asked = asked.clone();
        update(state, Action::Heard(Heard { asked, news }))
    };
    let state = fail(&state, &both[0], "It did not arrive.");
    let alike = fail(&state, &both[1], "It did not arrive.");
    assert_eq!(
        wanted::word(&alike, Desk::Odds),
        Word::Failed(Some("It did not arrive."))
    );
    assert_eq!(wanted::word(&alike, Desk::Prices), Word::Failed(None));
    assert_eq!(wanted::wanted(&alike), []);
    assert_eq!(wanted::wanted(&update(&alike, Action::Retry)), both);

    let otherwise = fail(&state, &both[1], "It is too large.");
    assert_eq!(
        wanted::word(&otherwise, Desk::Prices),
        Word::Failed(Some("It is too large."))
    );
}

#[test]
fn a_view_without_odds_asks_for_none() {
    let state = update(&state(), Action::Show(View::Allocation));
    assert_eq!(wanted(&state), []);
}

#[test]
fn how_far_a_simulation_is_is_told_on_risk_alone_and_its_end_everywhere() {
    let state = state();
    let heard = |question: &Question, news| Heard {
        asked: Asked {
            question: question.clone(),
            workbook: Rc::clone(state.shown()),
        },
        news,
    };
    let simulation = Question::Simulation {
        scenario: state.open,
        draws: 100_000,
        seed: 2006,
    };
    let far = || News::Progress(Progress { done: 1, of: 98 });
    for view in View::ALL {
        let told = heard(&simulation, far());
        assert_eq!(told.is_idle(view), view != View::Risk, "{view:?}");
        let ended = heard(&simulation, News::Failed("It stopped.".to_owned()));
        assert!(!ended.is_idle(view), "{view:?}");
        let odds = heard(&Question::Odds(vec![state.open]), far());
        assert!(!odds.is_idle(view), "{view:?}");
    }
}
