//! An agreement to begin with: the four blocks of the guidance, three years and a scenario, nothing typed yet.

use crate::model::{Scenario, ScenarioId, Workbook};
use crate::presets::build;

/// The title that it has until another is typed.
pub(super) const TITLE: &str = "A new agreement";

/// The blocks of the guidance for the agreements that began in April 2006 (Office of the Deputy Prime Minister, 2005).
const BLOCKS: [&str; 4] = [
    "Children and Young People",
    "Safer and Stronger Communities",
    "Healthier Communities and Older People",
    "Economic Development and Enterprise",
];

/// The workbook.
#[must_use]
pub fn workbook() -> Workbook {
    let mut agreement = build::agreement("", 2006, 3);
    agreement.blocks = build::blocks(&BLOCKS);
    let scenario = Scenario::new(ScenarioId(5), "Our offer");
    build::workbook(TITLE, agreement, vec![scenario], Vec::new())
}
