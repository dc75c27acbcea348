//! Figures explained, and the view of the reward, on the samples with their published figures.
#![allow(
    clippy::unwrap_used,
    reason = "a missing figure, row or step fails the test"
)]

mod support;

use laa::app::show::reward::{
    Span, drop_says, drop_worths, headline, losses, missing, outcomes, partners, payments, rules,
    scheme, stretch_edit, waterfall,
};
use laa::app::working::{Brought, Figure, Ground, Working, working};
use laa::app::{Action, Edit, State, update};
use laa::engine::Sharer;
use laa::model::{
    Decimal, IndicatorId, OutcomeId, PartnerId, Pence, Pounds, PumpGrant, ScenarioId, Workbook,
};
use std::rc::Rc;
use support::sample;

fn opened(workbook: Workbook) -> State {
    let last = workbook.scenarios.last().unwrap().id;
    State::open(Rc::new(workbook), last, 0)
}

fn bath() -> State {
    opened(sample("Bath & North East Somerset"))
}

fn borough() -> State {
    opened(sample("An illustrative borough"))
}

fn explained(state: &State, figure: Figure) -> Working {
    working(&Ground::of(state).unwrap(), figure).unwrap()
}

fn input<'a>(working: &'a Working, name: &str) -> &'a str {
    let found = working.inputs.iter().find(|(found, _)| found == name);
    &found.unwrap().1
}

const INFORMATION: IndicatorId = IndicatorId(3);
const HOME_CARE: IndicatorId = IndicatorId(5);

mod workings {
    use super::*;

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

    fn recorded(value: &str) -> laa::model::Indicator {
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

    #[test]
    fn every_figure_of_the_borough_has_a_rule_a_source_and_steps() {
        let state = borough();
        let ground = Ground::of(&state).unwrap();
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
        for pot in laa::app::show::allocation::pots(&state) {
            figures.extend((0..3).map(|year| Figure::Left(pot.purse, year)));
        }
        for figure in figures {
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

    #[test]
    fn a_figure_of_something_removed_has_no_working() {
        let state = bath();
        let ground = Ground::of(&state).unwrap();
        assert_eq!(working(&ground, Figure::Score(IndicatorId(99))), None);
        assert_eq!(working(&ground, Figure::Payment(9)), None);
    }
}

mod view {
    use super::*;

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
}
