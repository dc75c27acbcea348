//! The borough's outcomes: twelve that bear reward, five that government requires.

use crate::model::{Outcome, Pounds};
use crate::presets::borough::{
    CHILDREN, COLLEGE, COUNCIL, ECONOMIC, FIRE, HEALTHIER, HOUSING, JOBCENTRE, PCT, POLICE, SAFER,
    VOLUNTARY,
};
use crate::presets::build::{delivery, outcome};

pub(super) fn outcomes() -> Vec<Outcome> {
    let mut outcomes = rewarded();
    outcomes.extend(required());
    outcomes
}

fn rewarded() -> Vec<Outcome> {
    vec![
        Outcome {
            serves: vec![ECONOMIC],
            delivery: delivery(&[(COUNCIL, 70), (COLLEGE, 15), (VOLUNTARY, 15)]),
            ..outcome(
                1,
                "Young people in education, employment or training",
                CHILDREN,
            )
        },
        Outcome {
            serves: vec![HEALTHIER],
            delivery: delivery(&[(COUNCIL, 35), (PCT, 50), (VOLUNTARY, 15)]),
            capacity: at_most(550),
            ..outcome(2, "Fewer teenage pregnancies", CHILDREN)
        },
        Outcome {
            delivery: delivery(&[(COUNCIL, 90), (VOLUNTARY, 10)]),
            ..outcome(3, "Better school attendance and behaviour", CHILDREN)
        },
        Outcome {
            delivery: delivery(&[(COUNCIL, 40), (POLICE, 60)]),
            ..outcome(4, "Less burglary and vehicle crime", SAFER)
        },
        Outcome {
            delivery: delivery(&[(COUNCIL, 30), (POLICE, 40), (FIRE, 30)]),
            ..outcome(5, "Less anti-social behaviour", SAFER)
        },
        Outcome {
            delivery: delivery(&[(COUNCIL, 80), (HOUSING, 20)]),
            ..outcome(6, "Cleaner, greener neighbourhoods", SAFER)
        },
        Outcome {
            delivery: delivery(&[(COUNCIL, 65), (VOLUNTARY, 15), (HOUSING, 20)]),
            ..outcome(7, "Older people living independently at home", HEALTHIER)
        },
        Outcome {
            delivery: delivery(&[(COUNCIL, 20), (PCT, 70), (VOLUNTARY, 10)]),
            capacity: at_most(900),
            ..outcome(
                8,
                "Fewer falls and emergency admissions of older people",
                HEALTHIER,
            )
        },
        Outcome {
            delivery: delivery(&[(PCT, 85), (VOLUNTARY, 15)]),
            ..outcome(9, "Fewer people smoking", HEALTHIER)
        },
        Outcome {
            delivery: delivery(&[(COUNCIL, 25), (JOBCENTRE, 55), (VOLUNTARY, 20)]),
            ..outcome(
                10,
                "More people into work from the worst-affected wards",
                ECONOMIC,
            )
        },
        Outcome {
            delivery: delivery(&[(COUNCIL, 75), (COLLEGE, 25)]),
            ..outcome(11, "More and stronger local businesses", ECONOMIC)
        },
        Outcome {
            delivery: delivery(&[(COUNCIL, 10), (COLLEGE, 80), (VOLUNTARY, 10)]),
            capacity: at_most(950),
            ..outcome(12, "Adults with the skills that employers need", ECONOMIC)
        },
    ]
}

/// Mandatory outcomes bear no reward; their minimums hold in a single pot too.
fn required() -> Vec<Outcome> {
    vec![
        Outcome {
            delivery: delivery(&[(COUNCIL, 75), (PCT, 15), (VOLUNTARY, 10)]),
            minimum: at_least(4_200),
            rewarded: false,
            ..outcome(13, "A good start for children under five", CHILDREN)
        },
        Outcome {
            delivery: delivery(&[(COUNCIL, 100)]),
            rewarded: false,
            ..outcome(14, "Narrower gaps between groups of pupils", CHILDREN)
        },
        Outcome {
            serves: vec![HEALTHIER],
            delivery: delivery(&[(COUNCIL, 10), (POLICE, 20), (PCT, 70)]),
            minimum: at_least(2_100),
            rewarded: false,
            ..outcome(15, "Less harm from drugs", SAFER)
        },
        Outcome {
            delivery: delivery(&[(COUNCIL, 60), (VOLUNTARY, 40)]),
            minimum: at_least(800),
            rewarded: false,
            ..outcome(16, "Support for carers", HEALTHIER)
        },
        Outcome {
            delivery: delivery(&[(COUNCIL, 40), (VOLUNTARY, 45), (HOUSING, 15)]),
            minimum: at_least(150),
            rewarded: false,
            ..outcome(
                17,
                "Better neighbourhoods for the most deprived areas",
                SAFER,
            )
        },
    ]
}

/// The same minimum in each year, in thousands of pounds.
fn at_least(thousands: i64) -> Vec<Pounds> {
    vec![Pounds(thousands * 1_000); 3]
}

/// The same capacity in each year, in thousands of pounds.
fn at_most(thousands: i64) -> Vec<Option<Pounds>> {
    vec![Some(Pounds(thousands * 1_000)); 3]
}
