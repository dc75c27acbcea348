//! What several suites read: the samples, and the cells of a fixture.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(
    dead_code,
    reason = "every suite compiles this anew and uses a part of it"
)]

use laa::model::{Pence, Workbook};
use laa::presets;

/// The workbook of the sample with this title.
pub(crate) fn sample(title: &str) -> Workbook {
    let sample = presets::all().iter().find(|sample| sample.title == title);
    (sample.unwrap().workbook)()
}

/// Pence to the nearest pound, half a pound up.
pub(crate) fn pounds(pence: Pence) -> i64 {
    (pence.0 + 50).div_euclid(100)
}

/// The rows of a fixture after its heading.
pub(crate) fn rows(csv: &str) -> Vec<Vec<String>> {
    csv.lines().skip(1).map(fields).collect()
}

/// The cells of a line, split at commas outside quotation marks.
fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    for character in line.chars() {
        match character {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            other => fields.last_mut().unwrap().push(other),
        }
    }
    fields
}
