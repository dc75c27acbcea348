//! The borough's two scenarios, in thousands of pounds by year; pump-priming is the same in both.

use crate::model::{PumpPlan, PumpSplit, Scenario, ScenarioId, SetUp};
use crate::presets::build::spending;

/// The base: every grant keeps to its block.
pub(super) fn ring_fenced() -> Scenario {
    Scenario {
        setup: SetUp::RingFencedBlocks,
        spending: spending(&[
            (1, [2_500, 2_560, 2_600]),
            (2, [380, 390, 400]),
            (3, [1_420, 1_460, 1_530]),
            (4, [1_250, 1_260, 1_180]),
            (5, [780, 760, 740]),
            (6, [1_055, 1_060, 1_000]),
            (7, [600, 690, 700]),
            (8, [480, 500, 480]),
            (9, [300, 320, 300]),
            (10, [1_230, 1_230, 920]),
            (11, [800, 780, 650]),
            (12, [500, 500, 450]),
            (13, [4_450, 4_900, 5_150]),
            (14, [1_760, 1_810, 1_870]),
            (15, [241, 241, 241]),
            (16, [880, 900, 910]),
            (17, [1_235, 1_315, 1_035]),
        ]),
        pump: pump_priming(),
        ..Scenario::new(ScenarioId(1), "Ring-fenced blocks")
    }
}

/// One pot on the same money: children's grants beyond their floors reach health and work.
pub(super) fn single_pot() -> Scenario {
    let mut scenario = Scenario {
        id: ScenarioId(2),
        name: "Single pot".to_owned(),
        setup: SetUp::SinglePot,
        ..ring_fenced()
    };
    let moved = spending(&[
        (1, [2_460, 2_500, 2_540]),
        (3, [1_440, 1_480, 1_550]),
        (8, [550, 570, 540]),
        (10, [1_530, 1_530, 1_220]),
        (12, [740, 740, 690]),
        (13, [4_300, 4_700, 4_900]),
        (14, [1_300, 1_400, 1_570]),
    ]);
    for (outcome, year, pounds) in moved.cells() {
        scenario.spending.set(outcome, year, pounds);
    }
    scenario
}

/// £968,000 of the grant of £968,400: at most 30% by the first year-end, 65% by the second.
fn pump_priming() -> PumpPlan {
    PumpPlan {
        split: PumpSplit::Typed,
        spending: spending(&[
            (1, [20, 25, 25]),
            (2, [30, 35, 35]),
            (3, [20, 25, 25]),
            (4, [30, 30, 30]),
            (5, [20, 30, 30]),
            (6, [20, 30, 30]),
            (7, [20, 25, 28]),
            (8, [30, 35, 35]),
            (9, [20, 25, 30]),
            (10, [30, 35, 35]),
            (11, [20, 20, 20]),
            (12, [20, 25, 25]),
        ]),
    }
}
