//! What one scenario changes against another, in an officer's words: money that moved, came or went.

use crate::support::sample;
use crate::tries::tries;
use laa::app::moves::moves;
use laa::engine::{Takings, evaluate};
use laa::model::{Grid, Origin, OutcomeId, Pence, Pounds, Scenario, Workbook};
use proptest::prelude::*;

fn with_spending(workbook: &Workbook, change: impl Fn(&mut Grid)) -> Workbook {
    let mut workbook = workbook.clone();
    let base = workbook.scenario(workbook.base).unwrap().clone();
    let scenario = &mut workbook.scenarios[1];
    *scenario = Scenario {
        id: scenario.id,
        name: scenario.name.clone(),
        ..base
    };
    change(&mut scenario.spending);
    workbook
}

#[test]
fn money_that_left_one_outcome_for_another_is_one_move_in_an_officers_words() {
    let workbook = sample("An illustrative borough");
    let (from, to) = (
        &workbook.agreement.outcomes[0],
        &workbook.agreement.outcomes[1],
    );
    let moved = with_spending(&workbook, |grid| {
        grid.set(from.id, 1, grid.get(from.id, 1) - Pounds(20_000));
        grid.set(to.id, 1, grid.get(to.id, 1) + Pounds(20_000));
    });
    let found = moves(&moved, moved.scenarios[1].id);
    assert_eq!(found.moves.len(), 1);
    assert_eq!(
        found.moves[0].says,
        format!("2007/08: £20k from {} to {}", from.name, to.name)
    );
    let reward = |scenario: &Scenario| evaluate(&moved.agreement, scenario).reward;
    assert_eq!(
        found.moves[0].worth.earned,
        reward(&moved.scenarios[1]) - reward(&moved.scenarios[0])
    );
    assert_eq!(found.together, Takings::default());
}

#[test]
fn money_does_not_move_across_a_fence_that_no_stream_crosses() {
    let mut workbook = sample("An illustrative borough");
    let outcomes = &workbook.agreement.outcomes;
    let (from, to) = (outcomes[0].clone(), outcomes[11].clone());
    assert_ne!(from.block, to.block);
    let changed = |workbook: &Workbook| {
        let moved = with_spending(workbook, |grid| {
            let [less, more] = [from.id, to.id].map(|id| grid.get(id, 1));
            grid.set(from.id, 1, less - Pounds(30_000));
            grid.set(to.id, 1, more + Pounds(50_000));
        });
        let open = moved.scenarios[1].id;
        let mut says = moves(&moved, open).moves;
        says.sort_by(|one, other| one.says.cmp(&other.says));
        says.into_iter().map(|it| it.says).collect::<Vec<_>>()
    };
    let (less, more) = (&from.name, &to.name);
    // What has no home block reaches both.
    let one = format!("2007/08: £30k from {less} to {more}, and £20k more");
    assert_eq!(changed(&workbook), [one]);
    workbook.agreement.streams.retain(|stream| {
        stream.home.is_some() && stream.named.is_empty() && stream.origin == Origin::Grant
    });
    for outcome in &mut workbook.agreement.outcomes {
        outcome.serves.clear();
    }
    let two = [
        format!("2007/08: £30k less for {less}"),
        format!("2007/08: £50k more for {more}"),
    ];
    assert_eq!(changed(&workbook), two);
}

#[test]
fn money_that_came_from_nowhere_or_went_nowhere_says_so() {
    let workbook = sample("An illustrative borough");
    let outcome = workbook.agreement.outcomes[2].clone();
    let more = with_spending(&workbook, |grid| {
        grid.set(outcome.id, 0, grid.get(outcome.id, 0) + Pounds(5_000))
    });
    let says = &moves(&more, more.scenarios[1].id).moves[0].says;
    assert_eq!(says, &format!("2006/07: £5,000 more for {}", outcome.name));
    let less = with_spending(&workbook, |grid| grid.set(outcome.id, 2, Pounds(0)));
    let says = &moves(&less, less.scenarios[1].id).moves[0].says;
    assert!(
        says.starts_with("2008/09: ") && says.ends_with(&format!("less for {}", outcome.name)),
        "{says}"
    );
}

proptest! {
    #![proptest_config(tries(40))]

    /// The worths of the moves and what they make together are the whole difference.
    #[test]
    fn worths_and_what_they_make_together_add_up_to_the_difference(
        cells in proptest::collection::vec((0_usize..17, 0_usize..3, 0_i64..1_000_000), 1..12),
    ) {
        let workbook = sample("An illustrative borough");
        let ids: Vec<OutcomeId> = workbook.agreement.outcomes.iter().map(|outcome| outcome.id).collect();
        let moved = with_spending(&workbook, |grid| {
            for &(outcome, year, pounds) in &cells {
                grid.set(ids[outcome], year, Pounds(pounds));
            }
        });
        let found = moves(&moved, moved.scenarios[1].id);
        let parts: Pence = found.moves.iter().map(|change| change.worth.earned).sum();
        let reward = |scenario: &Scenario| evaluate(&moved.agreement, scenario).reward;
        prop_assert_eq!(parts + found.together.earned, reward(&moved.scenarios[1]) - reward(&moved.scenarios[0]));
    }
}
