//! Pounds by outcome and year: what people type into Allocation, pump-priming and aligned spending.

use crate::model::id::OutcomeId;
use crate::model::limits;
use crate::model::money::Pounds;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Pounds by outcome and year; a cell that is absent holds nothing, and nothing is never stored,
/// so that equal grids are equal values.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Vec<Row>", into = "Vec<Row>")]
pub struct Grid(BTreeMap<(OutcomeId, u8), Pounds>);

/// One outcome's pounds by year, as a file has them; years left out at the end hold nothing.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    outcome: OutcomeId,
    pounds: Vec<Pounds>,
}

impl Grid {
    /// The pounds of one cell.
    #[must_use]
    pub fn get(&self, outcome: OutcomeId, year: usize) -> Pounds {
        let key = (outcome, year.min(usize::from(u8::MAX)) as u8);
        self.0.get(&key).copied().unwrap_or_default()
    }

    /// Writes one cell; a year beyond [`limits::YEARS`] is left alone.
    pub fn set(&mut self, outcome: OutcomeId, year: usize, pounds: Pounds) {
        if year >= limits::YEARS {
            return;
        }
        if pounds == Pounds(0) {
            self.0.remove(&(outcome, year as u8));
        } else {
            self.0.insert((outcome, year as u8), pounds);
        }
    }

    /// Every cell that holds something, by outcome, then by year.
    pub fn cells(&self) -> impl Iterator<Item = (OutcomeId, usize, Pounds)> + '_ {
        self.0
            .iter()
            .map(|(&(outcome, year), &pounds)| (outcome, usize::from(year), pounds))
    }

    /// The sum over all cells.
    #[must_use]
    pub fn total(&self) -> Pounds {
        self.0.values().copied().sum()
    }

    /// Keeps the cells for which the test holds.
    pub fn retain(&mut self, mut keep: impl FnMut(OutcomeId, usize) -> bool) {
        self.0
            .retain(|&(outcome, year), _| keep(outcome, usize::from(year)));
    }
}

impl TryFrom<Vec<Row>> for Grid {
    type Error = String;

    fn try_from(rows: Vec<Row>) -> Result<Self, String> {
        let mut grid = Self::default();
        for row in rows {
            if row.pounds.len() > limits::YEARS {
                return Err(format!("outcome {} has too many years", row.outcome.0));
            }
            for (year, pounds) in row.pounds.into_iter().enumerate() {
                if grid.get(row.outcome, year) != Pounds(0) {
                    return Err(format!("outcome {} appears twice", row.outcome.0));
                }
                grid.set(row.outcome, year, pounds);
            }
        }
        Ok(grid)
    }
}

impl From<Grid> for Vec<Row> {
    fn from(grid: Grid) -> Self {
        let mut rows: Vec<Row> = Vec::new();
        for (outcome, year, pounds) in grid.cells() {
            if rows.last().is_none_or(|row| row.outcome != outcome) {
                rows.push(Row {
                    outcome,
                    pounds: Vec::new(),
                });
            }
            if let Some(row) = rows.last_mut() {
                row.pounds.resize(year, Pounds(0));
                row.pounds.push(pounds);
            }
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_a_row_for_each_outcome() {
        let mut grid = Grid::default();
        grid.set(OutcomeId(7), 2, Pounds(5_000));
        grid.set(OutcomeId(3), 0, Pounds(1));
        grid.set(OutcomeId(3), 1, Pounds(2));
        grid.set(OutcomeId(3), 1, Pounds(0));
        let json = serde_json::to_string(&grid).unwrap();
        assert_eq!(
            json,
            r#"[{"outcome":3,"pounds":[1]},{"outcome":7,"pounds":[0,0,5000]}]"#
        );
        assert_eq!(serde_json::from_str::<Grid>(&json).unwrap(), grid);
    }

    #[test]
    fn a_row_that_repeats_or_runs_past_the_years_is_refused() {
        for wrong in [
            r#"[{"outcome":3,"pounds":[1]},{"outcome":3,"pounds":[1]}]"#,
            r#"[{"outcome":3,"pounds":[1,1,1,1,1,1,1]}]"#,
        ] {
            assert!(serde_json::from_str::<Grid>(wrong).is_err(), "{wrong}");
        }
    }
}
