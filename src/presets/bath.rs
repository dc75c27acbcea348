//! Bath & North East Somerset's Local Public Service Agreement of 2003–06, as reported at its end.

use crate::model::{
    Better, BlockId, Entity, Grid, Indicator, IndicatorId, Note, NoteKind, OutcomeId, Pot, Pounds,
    Preset, PumpGrant, PumpPlan, PumpRules, PumpSplit, Rules, Scenario, ScenarioId, Workbook,
};
use crate::presets::build::{
    agreement, baseline, blocks, indicator, note, note_on, outcome, values, workbook as filed,
};

/// The title of the sample.
pub(super) const TITLE: &str = "Bath & North East Somerset";

const RESULTS: &str = "Bath & North East Somerset Council, 6 December 2006, Appendix A: results, \
                       rewards and status by indicator";
const PUMP: &str = "Bath & North East Somerset Council, 6 December 2006, Appendix B: \
                    pump-priming by target";
const REPORT: &str = "Bath & North East Somerset Council, 6 December 2006, report on the Local \
                      Public Service Agreement";

/// The grant for each of the twelve target areas, as the final report divides it.
const TARGET_AREA: i64 = 298_163;

/// The twelve target areas with their pump-priming in pounds: spent in the first two years
/// together, and spent in 2005/06.
#[rustfmt::skip] // a target area to a line
const AREAS: [(&str, i64, i64); 12] = [
    ("Improving cost-effectiveness", 3_418, 1_745),
    ("Increasing bus usage", 39_749, 55_251),
    ("Older people quality of life and independence", 80_130, 77_870),
    ("Improving secondary school attendance", 55_607, 34_393),
    ("Young people leaving care - GCSE and occupation", 48_736, 33_264),
    ("Reducing vehicle crime", 7_178, 2_822),
    ("Improving our local environment", 90_362, 58_638),
    ("Reducing fire-related deaths and injuries in the home", 8_251, 40_757),
    ("Improving disabled access to sustained employment", 16_570, 58_430),
    ("Improving health through sport and leisure", 17_873, 72_127),
    ("Better alternatives to bed and breakfast for homeless people", 3_499, 40_805),
    ("Improving library popularity and encouraging reading", 50_000, 0),
];

/// The workbook.
pub(super) fn workbook() -> Workbook {
    let mut facts = agreement(TITLE, 2003, 3);
    facts.blocks = blocks(&["All target areas"]);
    let area = |(id, (name, _, _)): (u16, &(&str, i64, i64))| outcome(id, name, BlockId(1));
    facts.outcomes = (1..).zip(&AREAS).map(area).collect();
    facts.indicators = indicators();
    facts.rules = Rules {
        preset: Preset::Lpsa,
        pot: Pot::Stated(Pounds(12 * TARGET_AREA)),
        pump: PumpRules {
            grant: PumpGrant::Stated(Pounds(919_163)),
            ..PumpRules::default()
        },
        ..Rules::default()
    };
    let mut reported = Scenario::new(ScenarioId(1), "As reported");
    reported.pump = PumpPlan {
        split: PumpSplit::Typed,
        spending: pump_priming(),
    };
    filed(TITLE, facts, vec![reported], notes())
}

fn pump_priming() -> Grid {
    let mut grid = Grid::default();
    for (id, (_, first_two_years, last_year)) in (1..).zip(AREAS) {
        grid.set(OutcomeId(id), 1, Pounds(first_two_years));
        grid.set(OutcomeId(id), 2, Pounds(last_year));
    }
    grid
}

/// Each with its baseline, what was expected without, the stretch and the result. The weights of the
/// bus target are its grants in pounds: 268,347 and 29,816 of 298,163.
#[rustfmt::skip] // an indicator to two lines: what was measured, its four figures with its weight
fn indicators() -> Vec<Indicator> {
    let published = |id, outcome, name, unit, decimals, figures: [&str; 4], weight| Indicator {
        baseline: baseline(2001, figures[0]),
        without: values(["", "", figures[1]]),
        with: values(["", "", figures[2]]),
        actual: values(["", "", figures[3]]),
        weight,
        ..indicator(id, outcome, name, unit, decimals, Better::Higher)
    };
    vec![
        published(1, 1, "Cost-effectiveness index (34 PIs)", "index", 0,
            ["100", "106", "110", "130"], 1),
        published(2, 2, "Number of bus journeys (cumulative 2 years)", "million", 3,
            ["18.36", "18.83", "18.955", "20.1"], 268_347),
        published(3, 2, "% of population satisfied with public transport information", "%", 0,
            ["34", "40", "55", "49"], 29_816),
        published(4, 3, "Households receiving intensive home care per 1,000 aged 65+", "per 1,000", 1,
            ["4.1", "6", "8.5", "6.5"], 1),
        published(5, 3, "People aged 65+ with 5+ hours home care, 6+ visits a week, 4+ continuous weeks", "number", 0,
            ["444", "486", "550", "518"], 1),
    ]
}

fn notes() -> Vec<Note> {
    use NoteKind::{Assumption, Gap, Source};
    let older_people = Entity::Outcome(OutcomeId(3));
    let bus = Entity::Outcome(OutcomeId(2));
    vec![
        note(
            Source,
            "Baselines at 31 March 2002, expected without and with the agreement, results of \
             2005/06 and rewards of the five indicators that could be read.",
            RESULTS,
        ),
        note(
            Source,
            "In all the council reported a reward of £2.085m of at most £3.578m: 13 of 30 \
             indicators met their stretch, 1 met at least 60% of it and 16 earned nothing. The \
             five shown here earned £584,400 of that.",
            REPORT,
        ),
        note(
            Gap,
            "25 of the 30 indicators, and all of those of target areas 4 to 12, could not be \
             read. Those areas stand without indicators, and what they earned is not shown.",
            RESULTS,
        ),
        note(
            Gap,
            "The net budget requirement and the population are not stated. The grant of £298,163 \
             for each of twelve target areas and the pump-priming of £919,163 are.",
            RESULTS,
        ),
        note(
            Gap,
            "No budgets of the target areas were published besides pump-priming, and no \
             response of any result to money: spending moves no projection here.",
            "",
        ),
        note(
            Gap,
            "Who delivered which target area, and who got what of the reward, is not stated.",
            "",
        ),
        note(
            Assumption,
            "The agreement had no blocks: its target areas stand in one.",
            "",
        ),
        note_on(
            bus,
            Assumption,
            "The shares of the two indicators, 0.9 and 0.1, are inferred from the rewards paid \
             (£268,347, and £17,890 for exactly 60%): a check of the arithmetic, no test of it.",
            RESULTS,
        ),
        note_on(
            older_people,
            Gap,
            "How many indicators share this target area, and their weights, could not be read: \
             the two shown stand as if they shared it equally. Both earned nothing, whatever \
             their weight.",
            RESULTS,
        ),
        note_on(
            Entity::Indicator(IndicatorId(5)),
            Source,
            "Reported as red: 518 is 50% of the way from 486 to 550. From the baseline of 444 it \
             would be 70%: the scheme counts from what was expected without the agreement.",
            RESULTS,
        ),
        note(
            Source,
            "Pump-priming by target area: £421,373 in 2003/04 and 2004/05 together, £476,102 in \
             2005/06, £21,688 left. The two halves of the local environment are added.",
            PUMP,
        ),
        note(
            Assumption,
            "What was spent in the first two years was printed as one sum. It stands under \
             2004/05, so that 2003/04 shows nothing.",
            PUMP,
        ),
    ]
}
