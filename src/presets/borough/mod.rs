//! An illustrative metropolitan borough, 2006–09: two set-ups of one agreement on the same money.
//!
//! In the base, *Ring-fenced blocks*, an indicator stands on either side of its cliff. Half days
//! missed in secondary schools (outcome 3, Children and Young People) reach 60.49% of their
//! stretch, £27,500 of effective spending above the cliff; emergency bed days (outcome 8, Healthier
//! Communities and Older People) reach 58.67%, £32,500 below it. Lift the fence of Children and
//! Young People and move £100,000 of any year from outcome 3 to outcome 8: the first falls under
//! its cliff and the second rises over it. Moved in 2006/07, the borough loses £168,796 on
//! outcome 3 and gains £337,892 on outcome 8.
//!
//! No money helps *Perceptions of anti-social behaviour*, a survey figure. In *Single pot* about
//! £600,000 a year that Children and Young People cannot turn into reward goes to outcomes 8, 10
//! and 12, which all cross their cliffs; attainment at 11, which earns none, pays for it.

mod indicators;
mod notes;
mod outcomes;
mod scenarios;
mod streams;

use crate::model::{
    Agreement, BasisPoints, BlockId, PartnerId, Pounds, Rules, Sharing, TopSlice, Workbook,
};
use crate::presets::build;

/// The title of the sample.
pub(super) const TITLE: &str = "An illustrative borough";

const CHILDREN: BlockId = BlockId(1);
const SAFER: BlockId = BlockId(2);
const HEALTHIER: BlockId = BlockId(3);
const ECONOMIC: BlockId = BlockId(4);

const COUNCIL: PartnerId = PartnerId(1);
const POLICE: PartnerId = PartnerId(2);
const PCT: PartnerId = PartnerId(3);
const JOBCENTRE: PartnerId = PartnerId(4);
const COLLEGE: PartnerId = PartnerId(5);
const VOLUNTARY: PartnerId = PartnerId(6);
const HOUSING: PartnerId = PartnerId(7);
const FIRE: PartnerId = PartnerId(8);

/// The workbook.
pub fn workbook() -> Workbook {
    let scenarios = vec![scenarios::ring_fenced(), scenarios::single_pot()];
    build::workbook(TITLE, agreement(), scenarios, notes::notes())
}

fn agreement() -> Agreement {
    let mut facts = build::agreement(TITLE, 2006, 3);
    facts.area.population = Some(218_400);
    facts.area.net_budget = Some(Pounds(258_400_000));
    facts.blocks = build::blocks(&[
        "Children and Young People",
        "Safer and Stronger Communities",
        "Healthier Communities and Older People",
        "Economic Development and Enterprise",
    ]);
    facts.partners = build::partners(&[
        "Council",
        "Police",
        "Primary care trust",
        "Jobcentre Plus",
        "Further education college",
        "Voluntary sector council",
        "Housing association",
        "Fire and rescue service",
    ]);
    facts.streams = streams::streams();
    facts.outcomes = outcomes::outcomes();
    facts.indicators = indicators::indicators();
    facts.rules = Rules {
        sharing: sharing(),
        ..Rules::default()
    };
    facts
}

/// A top-slice for running costs and a tenth held for bids, as other areas shared theirs.
fn sharing() -> Sharing {
    Sharing {
        top_slices: vec![TopSlice {
            name: "Programme team".to_owned(),
            pounds: Pounds(60_000),
        }],
        bids: BasisPoints(1_000),
        ..Sharing::default()
    }
}
