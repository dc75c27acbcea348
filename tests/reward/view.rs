//! What does the view of the reward show, and what may be changed there?

use crate::support::sample;
use crate::{HOME_CARE, bath, borough, explained, opened};
use laa::app::show::reward::{
    Span, drop_says, drop_worths, headline, losses, missing, outcomes, partners, payment_rule,
    payments, rules, scheme, stretch_edit, waterfall,
};
use laa::app::working::Figure;
use laa::app::{Action, Edit, State, update};
use laa::engine::Sharer;
use laa::model::{OutcomeId, PartnerId, Pence, Pounds, ScenarioId};

#[test]
fn the_headline_says_what_is_earned_lost_and_without_an_indicator() {
    let found = headline(&bath()).unwrap();
    let says: String = found.says.iter().map(|piece| piece.text.as_str()).collect();
    assert_eq!(
        says,
        "As reported earns £584,400 of a possible £3.578m. £298,200 is lost under 2 cliffs, and \
         £11,930 falls short of the full stretch."
    );
    assert_eq!(
        found.below,
        "£2.683m of the pot belongs to outcomes without a rewarded indicator here."
    );
}

/// The borough's agreement ends in 2008/09: of two instalments of £2.363m the second, due in 2010/11, is halved.
#[test]
fn where_less_is_paid_than_is_earned_the_views_say_so() {
    let state = borough();
    let says = "Of the £4.727m earned, £";
    let below = |state: &State| {
        [
            headline(state).unwrap().below,
            laa::app::show::position::headline(state).unwrap().below,
        ]
    };
    assert!(below(&state).iter().all(|below| !below.contains(says)));
    let march = update(&state, Action::Commit(payment_rule(&state, 1).unwrap()));
    let whole = "Of the £4.727m earned, £3.545m is paid: what was due from 2010/11 on was halved. ";
    assert!(below(&march).iter().all(|below| below.starts_with(whole)));
    // £3.717m is earned and paid under the base.
    let first = |headline: laa::app::show::position::Headline| -> String {
        headline.says.into_iter().map(|piece| piece.text).collect()
    };
    let position = first(laa::app::show::position::headline(&march).unwrap());
    assert_eq!(
        position,
        "Single pot earns £4.727m of a possible £6.46m, £1.01m more than Ring-fenced blocks, but £171,500 less \
         is paid."
    );
    let reward = "It earns £1.01m more than Ring-fenced blocks, but £171,500 less is paid. ";
    assert!(headline(&march).unwrap().below.contains(reward));
    let facts = laa::app::show::report::facts(&march);
    let against = facts
        .iter()
        .find(|(what, _)| what == "Against Ring-fenced blocks");
    assert_eq!(against.unwrap().1, "+£1.01m, paid −£171k");
    let rules = facts.iter().find(|(what, _)| what == "Reward rules");
    assert_eq!(
        rules.unwrap().1,
        "Stretch targets of 2005–08; as paid in March 2011"
    );
}

/// An agreement to 2009/10: in two instalments the second would come in 2011/12, as under the base it still does.
#[test]
fn a_year_in_which_only_the_base_is_paid_has_its_column_too() {
    let mut workbook = sample("An illustrative borough");
    workbook.agreement.first_year = 2007;
    let state = opened(workbook);
    let march = update(&state, Action::Commit(payment_rule(&state, 1).unwrap()));
    let table = partners(&march, Span::All).unwrap();
    let rewards = ["Reward 2009/10", "Reward 2010/11", "Reward 2011/12"];
    assert_eq!(table.head[5..8], rewards);
    for row in table
        .rows
        .iter()
        .map(|row| &row.cells)
        .chain([&table.total])
    {
        let (all, years) = row[5..].split_last().unwrap();
        let sum = |part: fn(&laa::app::show::reward::Money) -> Pence| {
            years.iter().map(part).sum::<Pence>()
        };
        assert_eq!(sum(|cell| cell.sum), all.sum);
        assert_eq!(sum(|cell| cell.change), all.change);
    }
    assert_eq!(table.total[7].sum, Pence(0));
    assert!(table.total[7].change.0 < 0 && table.total[7].figure.is_none());
    // What a partner gets is said of what is paid: under the base all of it is.
    let partner = march.shown().agreement.partners[0].id;
    let listed = |state: &State| {
        let state = update(state, Action::ForPartner(Some(partner)));
        laa::app::show::cliffs::listed(&state).unwrap()
    };
    assert!(listed(&march).contains(" of what is paid of the reward, and "));
    assert!(listed(&state).contains(" of the reward, and "));
}

/// What is paid by year is said beside the total: the years add up to it in the figures that are shown.
#[test]
fn payments_add_up_to_the_reward_as_they_are_said() {
    let labels = |state: &State| -> Vec<String> {
        let years = payments(state, 310.0).unwrap().years;
        years.into_iter().map(|year| year.label).collect()
    };
    // £4.727m, of which £2.363m twice would be £4.726m.
    assert_eq!(labels(&borough()), ["£0", "£2,363,305", "£2,363,305"]);
    assert_eq!(labels(&bath()), ["£0", "£292,200", "£292,200"]);
}

/// A million pounds that no stream can pay, put where it lifts the reward.
#[test]
fn what_is_not_affordable_is_called_neither_better_nor_worse_than_the_base() {
    let state = borough();
    let outcome = state.workbook.agreement.outcomes[0].id;
    let over = update(
        &state,
        Action::Commit(Edit::Spend(outcome, 0, Pounds(100_000_000))),
    );
    let id = over.open;
    assert!(over.result(id).unwrap().over.0 > 0);
    let silent = |state: &State| {
        let position = laa::app::show::position::headline(state).unwrap();
        let position: String = position.says.iter().map(|it| it.text.as_str()).collect();
        let report = laa::app::show::report::facts(state);
        let said = [
            position,
            headline(state).unwrap().below,
            laa::app::show::allocation::earns(state),
            report.into_iter().map(|it| it.0).collect(),
        ];
        for says in &said {
            for word in [" more than ", " less than ", "the same as", "Against "] {
                assert!(!says.contains(word), "{says}");
            }
        }
    };
    silent(&over);
    // Nor is anything set against a base that cannot be paid.
    let mut workbook = laa::model::Workbook::clone(&over.workbook);
    workbook.base = id;
    let base = State::open(std::rc::Rc::new(workbook), ScenarioId(1), 0);
    assert_eq!(base.result(base.open).unwrap().over, Pounds(0));
    silent(&base);
    let rows = laa::app::show::ledger::rows(&over);
    let step = &rows.iter().find(|row| row.id == id).unwrap().step;
    let step = &step.as_ref().unwrap().1;
    assert!(
        step.ends_with(" differences from Ring-fenced blocks"),
        "{step}"
    );
}

#[test]
fn losses_and_earnings_and_what_has_no_indicator_make_the_pot() {
    for state in [bath(), borough()] {
        let (lost, short) = losses(&state).unwrap();
        let result = state.result(state.open).unwrap();
        let rewarded = result.indicators.iter().filter(|found| found.rewarded);
        let hanging: Pence = rewarded.map(|found| found.potential).sum();
        assert_eq!(result.reward + lost + short, hanging);
    }
}

#[test]
fn dropping_one_of_twelve_makes_the_others_325_269_each() {
    let state = bath();
    let says = drop_says(&state, OutcomeId(12), true).unwrap();
    assert_eq!(
        says,
        "“Improving library popularity and encouraging reading” is dropped. 11 outcomes now \
         carry £325,269 each, and the total rises by £53,127."
    );
    let worths = drop_worths(&state.workbook, state.open);
    assert_eq!(worths.len(), 12);
    let last = worths
        .iter()
        .find(|worth| worth.outcome == OutcomeId(12))
        .unwrap();
    let dropped = update(&state, Action::Commit(Edit::Drop(OutcomeId(12), true)));
    let total = |state: &State| state.result(state.open).unwrap().reward;
    assert_eq!(total(&dropped) - total(&state), last.gain);
    let back = drop_worths(&dropped.workbook, dropped.open);
    let back = back
        .iter()
        .find(|worth| worth.outcome == OutcomeId(12))
        .unwrap();
    assert_eq!(back.gain, -last.gain);
    let row = outcomes(&dropped)
        .into_iter()
        .find(|row| row.id == OutcomeId(12));
    assert!(row.unwrap().dropped);
}

#[test]
fn a_thirteenth_target_makes_each_275_227() {
    let mut workbook = sample("Bath & North East Somerset");
    let mut extra = workbook.agreement.outcomes[11].clone();
    extra.id = OutcomeId(90);
    workbook.agreement.outcomes.push(extra);
    let state = opened(workbook);
    assert!(
        outcomes(&state)
            .iter()
            .all(|row| row.potential.0 / 100 == 275_227)
    );
    let says = drop_says(&state, OutcomeId(90), true).unwrap();
    assert!(
        says.contains("12 outcomes now carry £298,163 each"),
        "{says}"
    );
}

#[test]
fn another_target_shows_its_effect_and_nothing_typed_takes_it_back() {
    let state = bath();
    // From 486 to 539 is 53; 60% of it is 31.8, which the 32 gained just pass.
    let edit = stretch_edit(&state.workbook, HOME_CARE, "539").unwrap();
    let eased = update(&state, Action::Commit(edit));
    let rows = outcomes(&eased);
    let row = rows
        .iter()
        .flat_map(|row| &row.indicators)
        .find(|row| row.id == HOME_CARE);
    let row = row.unwrap();
    assert_eq!(row.target, "539");
    // 149,081.50 × 32 ÷ 53 = 90,011.47
    assert_eq!(row.reward, Pence(9_001_147));
    assert_eq!(row.instead, Some(("550".to_owned(), Pence(9_001_147))));
    for same in ["", "550", "550.0"] {
        let edit = stretch_edit(&eased.workbook, HOME_CARE, same).unwrap();
        assert_eq!(edit, Edit::Stretch(HOME_CARE, None), "{same}");
    }
    assert!(stretch_edit(&eased.workbook, HOME_CARE, "many").is_err());
}

#[test]
fn partners_add_up_to_the_agreement_in_every_span() {
    let state = borough();
    let result = state.result(state.open).unwrap();
    let years = [Span::All, Span::Year(0), Span::Year(1), Span::Year(2)];
    for span in years {
        let table = partners(&state, span).unwrap();
        let arrives = |year: usize| -> Pounds {
            result
                .streams
                .iter()
                .map(|stream| stream.years[year].amount)
                .sum()
        };
        let arrives: Pounds = match span {
            Span::All => (0..3).map(arrives).sum(),
            Span::Year(year) => arrives(year),
        };
        let brought: Pence = table.total[..3].iter().map(|cell| cell.sum).sum();
        assert_eq!(brought, arrives.pence(), "{span:?}");
        let paid: Vec<Pence> = result.payments.iter().map(|paid| paid.total()).collect();
        let shared: Vec<Pence> = table.total[5..8].iter().map(|cell| cell.sum).collect();
        assert_eq!(shared, paid);
        assert_eq!(table.total[8].sum, result.reward);
    }
}

#[test]
fn the_working_of_a_partners_sum_has_that_sum() {
    let state = borough();
    for span in [Span::All, Span::Year(1)] {
        for row in partners(&state, span).unwrap().rows {
            for cell in &row.cells[..5] {
                let found = explained(&state, cell.figure.unwrap());
                assert_eq!(found.result, cell.text(), "{}", found.title);
            }
        }
    }
}

#[test]
fn a_partner_is_set_against_the_base() {
    let state = borough();
    let table = partners(&state, Span::All).unwrap();
    let council = table
        .rows
        .iter()
        .find(|row| row.partner == Some(PartnerId(1)))
        .unwrap();
    let share = |id: ScenarioId| -> Pence {
        let rows = &state.result(id).unwrap().partners;
        let row = rows
            .iter()
            .find(|row| row.sharer == Sharer::Partner(PartnerId(1)));
        row.unwrap().reward.iter().copied().sum()
    };
    let all = council.cells.last().unwrap();
    assert_eq!(all.sum, share(state.open));
    assert_eq!(all.change, share(state.open) - share(state.workbook.base));
    assert_ne!(all.change, Pence(0));
}

#[test]
fn the_pictures_carry_the_totals() {
    let state = bath();
    let drawn = waterfall(&state, 760.0).unwrap();
    assert_eq!(
        (drawn.earned_label.as_str(), drawn.lost_label.as_str()),
        ("£584,400", "£298,200")
    );
    assert_eq!(
        drawn
            .groups
            .iter()
            .map(|group| group.rows.len())
            .sum::<usize>(),
        5
    );
    let paid = payments(&state, 310.0).unwrap();
    let names: Vec<_> = paid.years.iter().map(|year| year.name.as_str()).collect();
    assert_eq!(names, ["2005/06", "2006/07", "2007/08"]);
    assert_eq!(paid.years[1].capital_label, "£146,100");
}

#[test]
fn the_rules_of_2008_11_are_marked_as_an_assumption() {
    let state = bath();
    assert_eq!(rules(&state).unwrap().assumed, None);
    let state = update(&state, Action::Commit(scheme(&state, 2).unwrap()));
    let found = rules(&state).unwrap();
    assert!(found.assumed.unwrap().starts_with("Assumption") && found.own);
    assert!(explained(&state, Figure::Reward).source.assumed);
    let says = missing(&state).unwrap().says;
    assert!(says.contains("none is designated"), "{says}");
    let back = update(&state, Action::Commit(scheme(&state, 0).unwrap()));
    assert!(!rules(&back).unwrap().own);
}

#[test]
fn streams_without_indicators_say_what_is_missing_and_why() {
    let state = opened(sample("Telford & Wrekin"));
    let found = missing(&state).unwrap();
    assert!(found.says.contains("no outcomes"), "{}", found.says);
    assert!(
        found.gaps[0]
            .0
            .starts_with("Only children's grants were asked for")
    );
    assert!(found.gaps[0].1.contains("Hansard"));
    assert_eq!(waterfall(&state, 760.0), None);
    assert!(payments(&state, 310.0).is_none());
    assert_eq!(missing(&bath()), None);
}
