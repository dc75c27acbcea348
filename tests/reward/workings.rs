//! How is a figure worked out? Rule, inputs and steps, against the published figures.

use crate::support::sample;
use crate::{HOME_CARE, INFORMATION, bath, borough, explained, input, opened};
use laa::app::purse::Purse;
use laa::app::working::{Brought, Figure, Ground, working};
use laa::app::{Action, Edit, State, update};
use laa::model::{Amount, Control, Decimal, IndicatorId, Interim, Pounds, PumpGrant};
use laa::presets;

#[test]
fn home_care_is_measured_from_486_and_not_from_the_baseline() {
    let found = explained(&bath(), Figure::Score(HOME_CARE));
    assert_eq!(found.result, "50%");
    assert_eq!(input(&found, "Baseline, 2001/02"), "444");
    assert_eq!(input(&found, "Without the agreement, 2005/06"), "486");
    assert_eq!(input(&found, "With the stretch, 2005/06"), "550");
    assert_eq!(input(&found, "Recorded, 2005/06"), "518");
    assert_eq!(
        found.steps,
        [
            "To be gained: 550 − 486 = 64.",
            "Gained: 518 − 486 = 32.",
            "Share reached: 32 ÷ 64 = 50%.",
            "50% is less than 60%: nothing is paid.",
            "From the baseline of 444 it would be 518 − 444 = 74 of 550 − 444 = 106, about 70%. \
             That would have changed what is paid, and does not count: 486 was expected without \
             the agreement.",
        ]
    );
    assert!(found.source.says.contains("schedule 4") && !found.source.assumed);
}

#[test]
fn the_cliff_of_home_care_is_at_524_4() {
    let found = explained(&bath(), Figure::Cliff(HOME_CARE));
    assert_eq!(found.result, "at 524.4, 6.4 short of it");
    assert_eq!(
        found.steps,
        [
            "Stretch: 550 − 486 = 64.",
            "60% of it: 64 × 60% = 38.4.",
            "The cliff is at 486 + 38.4 = 524.4.",
            "518 is 6.4 short of it.",
            "Crossing it wins £149,081.50 × 60% = £89,448.90.",
        ]
    );
}

#[test]
fn exactly_60_per_cent_of_29_816_is_17_890() {
    let found = explained(&bath(), Figure::IndicatorReward(INFORMATION));
    assert_eq!(found.result, "£17,889.60");
    assert_eq!(
        found.steps,
        [
            "60% is 60% or more: that share is paid.",
            "£29,816.00 × 9 ÷ 15 = £17,889.60, £17,890 to the pound.",
        ]
    );
    let part = explained(&bath(), Figure::Potential(INFORMATION));
    assert_eq!(part.steps[0], "£3,577,956.00 ÷ 12 outcomes = £298,163.00.");
    assert!(part.steps[1].starts_with("£298,163.00 × 29,816 ÷ 298,163 = £29,816.00."));
}

#[test]
fn one_unit_less_of_information_is_worth_the_whole_of_it() {
    let state = update(&bath(), Action::Commit(Edit::Indicator(recorded("48"))));
    let found = explained(&state, Figure::NextUnit(INFORMATION));
    assert_eq!(found.result, "£17,889.60");
    assert_eq!(
        found.steps[0],
        "Share reached with it: 9 ÷ 15 = 60%, instead of 53.33%."
    );
}

pub(crate) fn recorded(value: &str) -> laa::model::Indicator {
    let state = bath();
    let found = state.workbook.agreement.indicators.iter();
    let mut found = found
        .clone()
        .find(|found| found.id == INFORMATION)
        .unwrap()
        .clone();
    found.actual[2] = Some(value.parse::<Decimal>().unwrap());
    found
}

#[test]
fn pump_priming_for_176_912_people_is_926_912() {
    // Herefordshire's grant; so is the 919,163 for 169,163 people that Bath was paid.
    for (people, grant) in [(176_912, "£926,912"), (169_163, "£919,163")] {
        let mut workbook = sample("Bath & North East Somerset");
        workbook.agreement.area.population = Some(people);
        workbook.agreement.rules.pump.grant = PumpGrant::Formula;
        let found = explained(&opened(workbook), Figure::PumpGrant);
        assert_eq!(found.result, grant);
        assert!(found.steps[0].ends_with(&format!("= {grant}.")));
    }
}

#[test]
fn the_total_adds_up_what_the_published_indicators_earn() {
    let found = explained(&bath(), Figure::Reward);
    assert_eq!(found.result, "£584,399.60");
    assert_eq!(
        found.steps[0],
        "£298,163.00 + £268,347.00 + £17,889.60 + £0.00 + £0.00 = £584,399.60."
    );
}

#[test]
fn half_of_what_is_earned_is_paid_in_each_of_two_years() {
    let found = explained(&bath(), Figure::Payment(1));
    assert_eq!(found.title, "Paid in 2006/07");
    assert_eq!(found.result, "£292,199.80");
    assert_eq!(
        found.steps,
        [
            "£584,399.60 ÷ 2 = £292,199.80; an odd penny goes to the first instalment.",
            "Half of it is capital, £146,099.90, and half revenue, £146,099.90; an odd penny is revenue.",
        ]
    );
}

/// Satisfied with public transport information: 34 in 2001/02, 40 expected for 2005/06.
#[test]
fn what_is_read_off_a_straight_line_is_said_to_be_and_marked_as_assumed() {
    let found = explained(&bath(), Figure::Value(INFORMATION, 0));
    assert_eq!(input(&found, "Without the agreement, 2003/04"), "37");
    assert!(found.steps.contains(
        &"Without the agreement, 2003/04: read off a straight line between 34 in 2001/02 and 40 in 2005/06."
            .to_owned()
    ));
    assert!(
        found
            .also
            .iter()
            .any(|source| source.assumed && source.says.contains("straight line"))
    );
    let mut stated = recorded("49");
    (stated.without, stated.baseline) = (vec![None, None, Some("40".parse().unwrap())], None);
    let held = update(&bath(), Action::Commit(Edit::Indicator(stated)));
    let found = explained(&held, Figure::Value(INFORMATION, 0));
    assert_eq!(
        found.steps[0],
        "Without the agreement, 2003/04: none is stated, nor any before it; the first is 40 in 2005/06."
    );
    assert!(found.also[0].assumed);
}

/// A fifth of £29,816 was paid on account, and then nothing is earned.
#[test]
fn that_an_advance_is_repaid_is_marked_as_assumed_where_one_is() {
    let plain = explained(&bath(), Figure::Payment(1));
    assert!(!plain.source.assumed && plain.also.is_empty());
    let mut met = recorded("40");
    met.actual[1] = Some("45".parse().unwrap());
    met.interim = Some(Interim {
        year: 1,
        level: "45".parse().unwrap(),
    });
    let state = update(&bath(), Action::Commit(Edit::Indicator(met)));
    assert_eq!(explained(&state, Figure::Payment(0)).result, "£5,963.20");
    let found = explained(&state, Figure::Payment(1));
    assert_eq!(
        input(&found, "Advanced beyond what was earned"),
        "£5,963.20"
    );
    assert!(!found.source.assumed && found.also[0].assumed);
    assert!(found.also[0].says.contains("is repaid"));
}

/// Every figure that can be asked about of the open scenario.
fn figures(state: &State, ground: &Ground<'_>) -> Vec<Figure> {
    let mut figures = vec![
        Figure::Reward,
        Figure::Gain,
        Figure::Pot,
        Figure::Lost,
        Figure::Short,
        Figure::PumpGrant,
        Figure::Over,
    ];
    for found in &ground.result.indicators {
        let id = found.id;
        figures.extend([
            Figure::Potential(id),
            Figure::IndicatorReward(id),
            Figure::IndicatorGain(id),
            Figure::Score(id),
            Figure::NextUnit(id),
            Figure::Value(id, 2),
        ]);
        figures.extend(found.cliff.map(|_| Figure::Cliff(id)));
    }
    for found in &ground.result.outcomes {
        figures.extend([
            Figure::OutcomePotential(found.id),
            Figure::OutcomeReward(found.id),
            Figure::Effective(found.id, 2),
        ]);
    }
    figures.extend((0..ground.result.payments.len()).map(Figure::Payment));
    for row in &ground.result.partners {
        figures.extend([
            Figure::Brings(row.sharer, Brought::Pooled, None),
            Figure::Brings(row.sharer, Brought::Aligned, Some(1)),
            Figure::Brings(row.sharer, Brought::Local, None),
            Figure::Spends(row.sharer, Some(2)),
            Figure::Primed(row.sharer, None),
            Figure::PartnerShare(row.sharer),
        ]);
    }
    for pot in laa::app::show::allocation::pots(state) {
        figures.extend((0..3).map(|year| Figure::Left(pot.purse, year)));
    }
    figures
}

#[test]
fn every_figure_of_the_borough_has_a_rule_a_source_and_steps() {
    let state = borough();
    let ground = Ground::of(&state).unwrap();
    for figure in figures(&state, &ground) {
        let found = working(&ground, figure).unwrap();
        assert!(
            !found.title.is_empty() && !found.result.is_empty(),
            "{figure:?}"
        );
        assert!(
            found.rule.ends_with('.') && !found.source.says.is_empty(),
            "{figure:?}"
        );
        assert!(!found.steps.is_empty(), "{figure:?}");
    }
}

/// A sum as it is written: `£17,889.60`, `−£20,000`, in pence.
fn pence(text: &str) -> Option<i64> {
    let (sign, sum) = match text.strip_prefix('−') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let plain = sum.strip_prefix('£')?.replace(',', "");
    let (pounds, pence) = plain.split_once('.').unwrap_or((&plain, "00"));
    Some(sign * (pounds.parse::<i64>().ok()? * 100 + pence.parse::<i64>().ok()?))
}

/// Both sides of a sentence that adds sums up or takes them from each other, in pence; none where it does anything else.
fn both_sides(step: &str) -> Option<(i64, i64)> {
    let (left, right) = step.split_once(" = ")?;
    let (_, left) = left.rsplit_once(": ").unwrap_or(("", left));
    let (mut sum, mut sign) = (0, 1);
    for word in left.split(' ') {
        match word {
            "+" => sign = 1,
            "−" => sign = -1,
            "×" | "÷" => return None,
            word if word.contains('£') => sum += sign * pence(word)?,
            word if word.starts_with(|c: char| c.is_ascii_digit()) => return None,
            _ => {}
        }
    }
    let right = right
        .split(' ')
        .next()?
        .trim_end_matches(['.', ',', ';', ':']);
    Some((sum, pence(right)?))
}

/// Of both samples with figures, of one that spends more than it has, and of one with nothing.
#[test]
fn every_sum_in_a_step_is_right() {
    let mut over = sample("An illustrative borough");
    let outcome = over.agreement.outcomes[1].id;
    over.scenarios[1]
        .spending
        .set(outcome, 0, Pounds(9_000_000));
    let (mut tried, mut left_over) = (0, 0);
    for state in [borough(), bath(), opened(over), opened(presets::blank())] {
        let ground = Ground::of(&state).unwrap();
        for figure in figures(&state, &ground) {
            let steps = working(&ground, figure)
                .into_iter()
                .flat_map(|found| found.steps);
            for step in steps {
                if let Some((left, right)) = both_sides(&step) {
                    assert_eq!(left, right, "{figure:?}: {step}");
                    tried += 1;
                    left_over += usize::from(matches!(figure, Figure::Left(..)));
                }
            }
        }
    }
    assert!(
        tried > 300 && left_over > 100,
        "only {tried}, {left_over} of what is left"
    );
}

#[test]
fn what_is_left_is_what_allocation_shows() {
    let state = borough();
    for pot in laa::app::show::allocation::pots(&state) {
        for (year, &left) in pot.by_year.iter().enumerate() {
            let found = explained(&state, Figure::Left(pot.purse, year));
            assert_eq!(found.result, laa::text::money::pounds(left), "{}", pot.name);
        }
    }
}

/// £20,000 more than there is: the step says so, and its sum is right.
#[test]
fn an_aligned_stream_that_is_overspent_leaves_nothing_and_says_by_how_much() {
    let mut workbook = sample("An illustrative borough");
    let outcome = workbook.agreement.outcomes[0].id;
    let stream = &mut workbook.agreement.streams[0];
    stream.control = Control::Aligned;
    stream.amounts = vec![Amount::Stated(Pounds(100_000)); 3];
    stream.floors.clear();
    stream.spending.set(outcome, 0, Pounds(120_000));
    let name = stream.name.clone();
    let found = explained(&opened(workbook), Figure::Left(Purse::Aligned, 0));
    assert!(
        found.steps.contains(&format!(
            "{name}: £100,000 − £120,000 spent = −£20,000: nothing is left."
        )),
        "{:?}",
        found.steps
    );
}

#[test]
fn a_figure_of_something_removed_has_no_working() {
    let state = bath();
    let ground = Ground::of(&state).unwrap();
    assert_eq!(working(&ground, Figure::Score(IndicatorId(99))), None);
    assert_eq!(working(&ground, Figure::Payment(9)), None);
}
