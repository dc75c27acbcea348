//! The built-in samples: published agreements as far as they were published, and one illustration.
//!
//! What is assumed in a sample, and what was never published, stands in the notes of its workbook.
//! Nothing that was not published is filled in; an illustration says that it is one.

mod bath;
mod blank;
mod borough;
mod build;
mod grants;
mod shropshire;
mod telford;

use crate::model::Workbook;

/// A sample that a person can open.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// Its title, which is also that of its workbook.
    pub title: &'static str,
    /// The years that it covers: `2006–09`.
    pub years: &'static str,
    /// What it shows, in one sentence.
    pub about: &'static str,
    /// Builds its workbook anew.
    pub workbook: fn() -> Workbook,
}

/// A workbook to begin an agreement in.
pub use blank::workbook as blank;

/// The workbook that the page opens on: that of the first sample.
pub use borough::workbook as illustration;

/// Every sample; the page opens on the first.
#[must_use]
pub fn all() -> &'static [Sample] {
    &[
        Sample {
            title: borough::TITLE,
            years: "2006–09",
            about: "A made-up metropolitan borough at realistic sizes: ring-fenced blocks against \
                    a single pot on the same money.",
            workbook: borough::workbook,
        },
        Sample {
            title: bath::TITLE,
            years: "2003–06",
            about: "A real agreement as its council reported it: five published indicators, \
                    twelve target areas, and how pump-priming was spent.",
            workbook: bath::workbook,
        },
        Sample {
            title: telford::TITLE,
            years: "2007/08",
            about: "The children's grants that a single-pot pilot took into its agreement.",
            workbook: telford::workbook,
        },
        Sample {
            title: shropshire::TITLE,
            years: "2007/08",
            about: "The same grants next door, where Extended Schools, School Improvement Partners \
                    and others stayed outside the agreement.",
            workbook: shropshire::workbook,
        },
    ]
}
