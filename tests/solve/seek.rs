//! What would it take? Results to be reached, what reaches them, and what stands in the way.

use crate::common::*;
use laa::model::{
    Baseline, IndicatorId, Kind, OutcomeId, OutcomeSplit, Pot, Preset, PumpGrant, SharingTo,
};
use laa::solve::{Change, Goal, Input, Obstacle, Sought, seek};

/// Work has £50,000 of the £100,000 that bring its full stretch, Health £30,000 of £80,000. Half the pot
/// of £100,000 hangs on each, from 60% on. The block has £100,000, of which £20,000 are left.
fn two() -> (Book, [OutcomeId; 2], [IndicatorId; 2]) {
    let mut book = Book::new(1);
    let block = book.bl();
    book.st(block, &[100_000]);
    let outcomes = [book.oc(block), book.oc(block)];
    let rows = [(100_000, 50_000), (80_000, 30_000)];
    let indicators = [0, 1].map(|place| {
        let id = book.ki(outcomes[place], "0", "100");
        book.k(id).response = Some(straight(rows[place].0));
        book.spend(outcomes[place], &[rows[place].1]);
        id
    });
    (book, outcomes, indicators)
}

fn sought(book: &Book, goal: Goal, inputs: &[Input]) -> Sought {
    seek(&book.ag, &book.sc, goal, inputs, &mut |_| ())
}

#[test]
fn the_least_money_that_reaches_a_reward_is_found_to_the_pound() {
    let (book, [work, health], _) = two();
    let inputs = [Input::Spending(health, 0), Input::Spending(work, 0)];
    let found = sought(&book, Goal::Reward(p(30_000)), &inputs);
    let told: Vec<_> = found
        .alone
        .iter()
        .map(|way| (way.changes.clone(), way.over.0))
        .collect();
    let expected = [
        (vec![Change::Spending(work, 0, gbp(10_000))], 0),
        (vec![Change::Spending(health, 0, gbp(18_000))], 0),
    ];
    assert_eq!(told, expected);
    // £20,000 are left, so that the last £5,000 of £25,000 are paid by nobody.
    let found = sought(&book, Goal::Reward(p(37_500)), &inputs[1..]);
    assert_eq!(
        (found.alone[0].costs, found.alone[0].over),
        (gbp(25_000), gbp(5_000))
    );
    assert!(sought(&book, Goal::Reward(p(0)), &inputs).reached);
}

/// The block of Work has nothing left, that of Health £20,000: what Health needs is dearer, and can be paid.
#[test]
fn what_can_be_paid_comes_before_what_is_cheaper() {
    let mut book = Book::new(1);
    let rows = [(50_000, 100_000, 50_000), (50_000, 80_000, 30_000)];
    let [work, health] = rows.map(|(grant, full, spent)| {
        let block = book.bl();
        book.st(block, &[grant]);
        let outcome = book.oc(block);
        let id = book.ki(outcome, "0", "100");
        book.k(id).response = Some(straight(full));
        book.spend(outcome, &[spent]);
        outcome
    });
    let inputs = [Input::Spending(work, 0), Input::Spending(health, 0)];
    let found = sought(&book, Goal::Reward(p(30_000)), &inputs);
    let told = found.alone.iter().map(|way| (way.costs, way.over));
    let told: Vec<_> = told.collect();
    assert_eq!(told, [(gbp(18_000), gbp(0)), (gbp(10_000), gbp(10_000))]);
}

#[test]
fn several_inputs_are_combined_where_none_is_enough() {
    let (book, [work, health], _) = two();
    let inputs = [Input::Spending(health, 0), Input::Spending(work, 0)];
    let found = sought(&book, Goal::Reward(p(80_000)), &inputs);
    assert!(found.alone.is_empty());
    let short = Obstacle::Short(5_000_000);
    assert_eq!(found.obstacles, [(inputs[0], short), (inputs[1], short)]);
    let way = found.together.unwrap();
    let mut book = book;
    book.sc = way.scenario.clone();
    assert!(book.ev().reward >= p(80_000));
    // A pound less anywhere is not enough.
    for outcome in [work, health] {
        let mut less = book.clone();
        let pounds = less.sc.spending.get(outcome, 0);
        less.sc.spending.set(outcome, 0, pounds - gbp(1));
        assert!(less.ev().reward < p(80_000));
    }
    let found = sought(&book, Goal::Reward(p(100_001)), &inputs);
    assert!(found.together.is_none());
}

#[test]
fn a_stretch_is_lowered_by_as_little_as_reaches_the_score() {
    let (book, _, [jobs, _]) = two();
    // 50 units are 60% of 83 and of no more.
    let found = sought(&book, Goal::Score(jobs, pc(60)), &[Input::Stretch(jobs)]);
    assert_eq!(found.alone[0].changes, [Change::Level(jobs, v("83"))]);
    assert_eq!(found.alone[0].costs, gbp(0));
}

#[test]
fn a_target_is_lowered_as_far_as_the_baseline_that_it_is_measured_from() {
    let (mut book, _, [jobs, _]) = two();
    book.ag.rules.preset = Preset::Designated;
    book.k(jobs).kind = Kind::Designated;
    book.k(jobs).baseline = Some(Baseline {
        year: 2005,
        value: v("40"),
    });
    // 50 are 10 of the 20 from 40 to 60, and no target at 40 or below can be scored.
    let found = sought(&book, Goal::Score(jobs, pc(50)), &[Input::Stretch(jobs)]);
    assert_eq!(found.alone[0].changes, [Change::Level(jobs, v("60"))]);
}

#[test]
fn a_partners_share_is_reached_through_pump_priming() {
    let (mut book, [work, _], _) = two();
    let college = book.pa();
    book.deliver(work, &[(college, 40)]);
    book.ag.rules.sharing.to = SharingTo::Delivery;
    book.ag.rules.pump.grant = PumpGrant::Stated(gbp(15_000));
    book.ag.rules.pump.by_year_end = vec![pc(100)];
    // 60% of £50,000 for Work, 40% of it for the college.
    let input = Input::Pump(work, 0);
    let found = sought(&book, Goal::Share(college, p(12_000)), &[input]);
    assert_eq!(found.alone[0].changes, [Change::Pump(work, 0, gbp(10_000))]);
    assert_eq!(found.alone[0].over, gbp(0));
}

#[test]
fn what_stands_in_the_way_is_said() {
    let (mut book, [work, health], [jobs, smokers]) = two();
    let block = book.ag.blocks[0].id;
    let other = book.oc(block);
    book.o(work).capacity = vec![Some(gbp(50_000))];
    book.k(smokers).actual = vec![Some(v("10"))];
    let inputs = [work, health, other].map(|id| Input::Spending(id, 0));
    let found = sought(&book, Goal::Score(jobs, pc(60)), &inputs);
    let obstacles: Vec<Obstacle> = found.obstacles.iter().map(|it| it.1).collect();
    assert_eq!(
        obstacles,
        [Obstacle::Full, Obstacle::Over, Obstacle::NoEffect]
    );
}

/// A third of the pot each, in full for £90,000, £30,000 and £20,000: the two cheapest reach £60,000 together.
#[test]
fn what_moves_the_result_most_for_its_money_is_taken_first() {
    let mut book = Book::new(1);
    let block = book.bl();
    book.st(block, &[200_000]);
    let outcomes = [90_000, 30_000, 20_000].map(|full| {
        let outcome = book.oc(block);
        let id = book.ki(outcome, "0", "100");
        book.k(id).response = Some(straight(full));
        outcome
    });
    let inputs = outcomes.map(|outcome| Input::Spending(outcome, 0));
    let way = sought(&book, Goal::Reward(p(60_000)), &inputs)
        .together
        .unwrap();
    let [
        Change::Spending(first, 0, all),
        Change::Spending(second, 0, most),
    ] = way.changes[..]
    else {
        panic!("{:?}", way.changes);
    };
    assert_eq!([first, second], [outcomes[2], outcomes[1]]);
    // All of the cheapest, and four fifths of the other.
    assert_eq!(all, gbp(20_000));
    assert!((gbp(23_990)..=gbp(24_010)).contains(&most), "{most:?}");
}

/// £5,000 are missing today: a way that takes £10,000 more makes it £10,000 worse, not £15,000.
#[test]
fn what_is_missing_today_is_not_held_against_a_way() {
    let (mut book, [work, health], _) = two();
    book.spend(health, &[55_000]);
    let found = sought(&book, Goal::Reward(p(60_000)), &[Input::Spending(work, 0)]);
    assert_eq!(
        (found.alone[0].costs, found.alone[0].over),
        (gbp(10_000), gbp(10_000))
    );
}

/// All of the pot needs all of twelve outcomes: each is heard of alone, as it is added, as it is spared and as another is
/// to make up for it, so that no silence grows with their number.
#[test]
fn a_goal_that_needs_many_changes_is_heard_of_at_every_one() {
    let mut book = Book::new(1);
    let block = book.bl();
    book.st(block, &[200_000]);
    let inputs = [(); 12].map(|()| {
        let outcome = book.oc(block);
        let id = book.ki(outcome, "0", "100");
        book.k(id).response = Some(straight(10_000));
        Input::Spending(outcome, 0)
    });
    let mut told = Vec::new();
    let goal = Goal::Reward(p(100_000));
    let found = seek(&book.ag, &book.sc, goal, &inputs, &mut |done| {
        told.push(done);
    });
    assert_eq!(found.together.unwrap().costs, gbp(120_000));
    assert_eq!(told[..24], (0..24).collect::<Vec<_>>());
    assert_eq!(told[24..], [24; 24]);
}

/// A earns £30,000 for £30,000 and £70,000 for £50,000, B £10,000 for as much, C £20,000 for as much and D £50,000 for
/// £100,000. £30,000 of A need all three others for £110,000; once A makes up for C, B adds nothing that is needed.
#[test]
fn what_is_needed_no_longer_once_another_change_goes_further_is_spared() {
    let mut book = Book::new(1);
    let block = book.bl();
    book.st(block, &[200_000]);
    book.ag.rules.threshold = pc(100);
    book.ag.rules.pot = Pot::Stated(gbp(150_000));
    book.ag.rules.split = OutcomeSplit::Stated;
    let full: [&[(u32, i64)]; 4] = [
        &[(3, 30_000), (4, 50_000)],
        &[(1, 10_000)],
        &[(2, 20_000)],
        &[(5, 100_000)],
    ];
    let inputs = full.map(|own| {
        let outcome = book.oc(block);
        book.o(outcome).weight = own.iter().map(|it| it.0).sum();
        for &(weight, full) in own {
            let id = book.ki(outcome, "0", "100");
            book.k(id).weight = weight;
            book.k(id).response = Some(straight(full));
        }
        Input::Spending(outcome, 0)
    });
    let found = sought(&book, Goal::Reward(p(110_000)), &inputs);
    let way = found.together.unwrap();
    let [Input::Spending(a, _), _, _, Input::Spending(d, _)] = inputs else {
        panic!("{inputs:?}");
    };
    let expected = [(a, 50_000), (d, 100_000)].map(|(it, by)| Change::Spending(it, 0, gbp(by)));
    assert_eq!(way.changes, expected);
}

/// Of £40,000 that can be spent well in each of two years, 60% of a full stretch for £100,000 take both: neither alone
/// earns anything.
#[test]
fn what_changes_nothing_alone_is_combined_with_what_does_not_either() {
    let mut book = Book::new(2);
    let block = book.bl();
    book.st(block, &[50_000, 50_000]);
    let (other, work) = (book.oc(block), book.oc(block));
    for (outcome, well) in [(other, 20_000), (work, 40_000)] {
        let id = book.ki(outcome, "0", "100");
        book.k(id).response = Some(straight(100_000));
        book.o(outcome).capacity = vec![Some(gbp(well)); 2];
    }
    let inputs = [0, 1].map(|year| Input::Spending(work, year));
    let goal = Goal::Reward(p(30_000));
    let found = sought(&book, goal, &inputs);
    assert_eq!(found.obstacles, inputs.map(|it| (it, Obstacle::NoEffect)));
    let way = found.together.unwrap();
    assert_eq!((way.costs, way.over), (gbp(60_000), gbp(0)));
    // What is of no use to the goal is spared.
    let all = [other, work].map(|id| [0, 1].map(|year| Input::Spending(id, year)));
    let way = sought(&book, goal, all.as_flattened()).together.unwrap();
    assert_eq!(way.costs, gbp(60_000));
    let way = sought(&book, Goal::Reward(p(40_001)), &inputs).together;
    assert_eq!(way, None);
}

/// £20,000 are all that one indicator of Work can use; another is brought over by £78,000 of the £80,000 that can be spent
/// well in two years.
#[test]
fn what_moves_the_result_no_more_alone_does_so_beside_others() {
    let mut book = Book::new(2);
    let block = book.bl();
    book.st(block, &[50_000, 50_000]);
    let work = book.oc(block);
    for full in [20_000, 130_000] {
        let id = book.ki(work, "0", "100");
        book.k(id).response = Some(straight(full));
    }
    book.o(work).capacity = vec![Some(gbp(40_000)); 2];
    let inputs = [0, 1].map(|year| Input::Spending(work, year));
    let found = sought(&book, Goal::Reward(p(80_000)), &inputs);
    assert!(found.alone.is_empty());
    assert_eq!(found.together.unwrap().costs, gbp(78_000));
}

/// £10,000 more reach a score of 60% of Work, which bears no reward: of pooled money, as no pump-priming may go there.
#[test]
fn no_pump_priming_goes_where_no_reward_is_borne() {
    let (mut book, [work, _], [jobs, _]) = two();
    book.o(work).rewarded = false;
    book.ag.rules.pump.grant = PumpGrant::Stated(gbp(15_000));
    book.ag.rules.pump.by_year_end = vec![pc(100)];
    let inputs = [Input::Pump(work, 0), Input::Spending(work, 0)];
    let found = sought(&book, Goal::Score(jobs, pc(60)), &inputs);
    assert_eq!(found.obstacles, [(inputs[0], Obstacle::Unrewarded)]);
    let ways: Vec<_> = found.alone.into_iter().map(|it| it.changes).collect();
    assert_eq!(ways, [[Change::Spending(work, 0, gbp(10_000))]]);
}
