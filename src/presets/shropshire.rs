//! The children's grants of Shropshire, the single-pot pilot's neighbour, in 2007/08.

use crate::model::{SetUp, Workbook};
use crate::presets::grants::Through::{Outside, Part, WholeOrPart};
use crate::presets::grants::{Answer, Grant, filed};

/// The title of the sample.
pub(super) const TITLE: &str = "Shropshire";

/// The workbook.
pub(super) fn workbook() -> Workbook {
    filed(&Answer {
        area: TITLE,
        setup: SetUp::RingFencedBlocks,
        grants: GRANTS,
        source: "Hansard, written answers of 27 February 2008, \
                 publications.parliament.uk/pa/cm200708/cmhansrd/cm080227/text/80227w0027.htm",
        remark: "The neighbour of a single-pot pilot. Extended Schools, School Improvement \
                 Partners, Education Health Partnerships and Teenage Pregnancy stayed outside its \
                 agreement. As it was no pilot, it is set up by block here.",
        unread: None,
    })
}

#[rustfmt::skip] // one grant to a line, as printed
const GRANTS: &[Grant] = &[
    ("Dedicated Schools Grant", 139_256_000, Outside),
    ("School Standards Grant", 6_757_742, Outside),
    ("School Standards Grant (Personalisation)", 1_595_833, Outside),
    ("School Development Grant (Schools)", 8_326_870, Outside),
    ("School Development Grant (Local Authority Retained)", 1_708_040, WholeOrPart),
    ("Ethnic Minority Achievement Grant", 40_798, Outside),
    ("Targeted School Meals Grant", 252_936, Outside),
    ("Devolved School Meals Grant", 206_430, Outside),
    ("Extended Schools", 405_845, Outside),
    ("Targeted Support for Primary Strategy", 767_691, Outside),
    ("Targeted Support for Secondary Strategy", 355_088, Outside),
    ("Primary Strategy: Communication, Language and Literacy", 50_000, Outside),
    ("Primary Strategy Central Co-ordination", 175_726, WholeOrPart),
    ("Secondary Strategy - Central Co-ordination", 163_976, WholeOrPart),
    ("Secondary Strategy - Behaviour and Attendance", 68_300, WholeOrPart),
    ("School Improvement Partners", 118_167, Outside),
    ("Music Services", 178_988, Outside),
    ("Music at Key Stage 2", 122_352, Outside),
    ("Education Health Partnerships", 73_398, Outside),
    ("School Travel Advisers", 51_000, WholeOrPart),
    ("Regional School Travel Advisers", 20_000, Outside),
    ("Choice Advisers", 24_279, Outside),
    ("School Intervention Grant", 111_900, Outside),
    ("Flexible 14 to 19 Partnerships Funding", 152_769, Outside),
    ("Walking to School Initiatives", 31_500, Outside),
    ("General Duty on Sustainable Travel To School", 26_505, Outside),
    ("Extended Rights for Free Travel", 62_779, Outside),
    ("Connexions", 2_328_714, WholeOrPart),
    ("Children's Fund", 512_975, Outside),
    ("Positive Activities for Young People", 61_731, WholeOrPart),
    ("Teenage Pregnancy", 113_000, Outside),
    ("Care Matters", 10_000, Outside),
    ("General Sure Start Grant (Revenue)", 5_055_837, Part(4_650_960)),
    ("Youth Opportunity Fund", 143_746, Outside),
    ("Contact Point", 179_430, Outside),
    ("Transitional Information Sessions for parents", 20_653, Outside),
    ("Children's Services Grant", 689_269, WholeOrPart),
];
