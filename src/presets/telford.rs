//! The children's grants of Telford & Wrekin, the single-pot pilot, in 2007/08.

use crate::model::{SetUp, Workbook};
use crate::presets::grants::Through::{Outside, WholeOrPart};
use crate::presets::grants::{Answer, Grant, filed};

/// The title of the sample.
pub(super) const TITLE: &str = "Telford & Wrekin";

/// The workbook.
pub(super) fn workbook() -> Workbook {
    filed(&Answer {
        area: TITLE,
        setup: SetUp::SinglePot,
        grants: GRANTS,
        source: "Hansard, written answers of 27 February 2008, \
                 publications.parliament.uk/pa/cm200708/cmhansrd/cm080227/text/80227w0028.htm",
        remark: "A single-pot pilot. It took Extended Schools, School Improvement Partners, \
                 Education Health Partnerships and Teenage Pregnancy into its agreement, which its \
                 neighbour Shropshire did not.",
        unread: Some(
            "General Sure Start Grant, Youth Opportunity Fund and Children's Services Grant do not \
             stand in the part of the answer that could be read.",
        ),
    })
}

#[rustfmt::skip] // one grant to a line, as printed
const GRANTS: &[Grant] = &[
    ("Dedicated Schools Grant", 93_936_000, Outside),
    ("School Standards Grant", 4_096_137, Outside),
    ("School Standards Grant (Personalisation)", 1_271_511, Outside),
    ("School Development Grant (Schools)", 6_060_277, Outside),
    ("School Development Grant (Local Authority Retained)", 1_794_856, WholeOrPart),
    ("Ethnic Minority Achievement Grant", 237_074, Outside),
    ("Targeted School Meals Grant", 171_358, Outside),
    ("Devolved School Meals Grant", 103_360, Outside),
    ("Extended Schools", 393_805, WholeOrPart),
    ("Targeted Support for Primary Strategy", 563_266, Outside),
    ("Targeted Support for Secondary Strategy", 524_267, Outside),
    ("Primary Strategy Central Co-ordination", 150_849, WholeOrPart),
    ("Secondary Strategy - Central Co-ordination", 154_744, WholeOrPart),
    ("Secondary Strategy - Behaviour and Attendance", 68_300, WholeOrPart),
    ("School Improvement Partners", 64_333, WholeOrPart),
    ("Music Services", 136_436, Outside),
    ("Music at Key Stage 2", 85_146, Outside),
    ("Education Health Partnerships", 64_553, WholeOrPart),
    ("School Travel Advisers", 25_000, WholeOrPart),
    ("Playing for Success", 115_000, Outside),
    ("14-19 Engagement Programme", 200_000, Outside),
    ("Computers for Pupils: Recurrent", 10_800, Outside),
    ("Choice Advisers", 28_160, Outside),
    ("School Intervention Grant", 56_600, Outside),
    ("Flexible 14 to 19 Partnerships Funding", 69_046, Outside),
    ("Walking to School Initiatives", 13_500, Outside),
    ("General Duty on Sustainable Travel To School", 14_207, Outside),
    ("Extended Rights for Free Travel", 18_096, Outside),
    ("Connexions", 1_768_996, WholeOrPart),
    ("Children's Fund", 513_053, Outside),
    ("Positive Activities for Young People", 102_681, WholeOrPart),
    ("Teenage Pregnancy", 138_000, WholeOrPart),
    ("Care Matters", 11_000, Outside),
];
