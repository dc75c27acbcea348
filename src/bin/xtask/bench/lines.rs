//! What the measuring programs print: a line of JSON for each thing measured.

use std::process::Command;

use serde::Deserialize;

use crate::shell::{output, run};
use crate::trouble::Trouble;

/// What a program found about one thing.
#[derive(Deserialize)]
pub(crate) struct Line {
    /// What was measured.
    pub(crate) what: String,
    /// How long it takes: in milliseconds, or microseconds where the key says so.
    #[serde(default, alias = "median_us", alias = "ms")]
    pub(crate) time: Option<f64>,
    /// What was found to be earned.
    #[serde(default)]
    pub(crate) pounds: f64,
    /// Whether nothing better is proved to exist.
    #[serde(default)]
    pub(crate) proved: bool,
    /// Rules that were priced.
    #[serde(default)]
    pub(crate) count: u32,
    /// P10, P50 and P90 by run.
    #[serde(default)]
    pub(crate) ranges: Vec<[f64; 3]>,
}

/// Runs a program and reads its lines.
pub(crate) fn read(program: &mut Command) -> Result<Vec<Line>, Trouble> {
    let text = output(program).unwrap_or_default();
    let lines: Vec<Line> = text
        .lines()
        // A browser's console indents what it shows.
        .filter_map(|line| serde_json::from_str(line.trim()).ok())
        .collect();
    if lines.is_empty() {
        // Again, for its own words on what is wrong.
        run(program)?;
    }
    Ok(lines)
}
