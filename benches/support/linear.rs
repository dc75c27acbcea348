//! A program solved by microlp.

use crate::program::{Program, UNIT};
use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

/// The best worth in pounds, and whether it is proved to be the best.
pub(crate) fn solve(program: &Program) -> (f64, bool) {
    let mut problem = Problem::new(OptimizationDirection::Maximize);
    let columns: Vec<Variable> = program
        .columns
        .iter()
        .map(|column| match column.whole {
            true => problem.add_binary_var(column.worth),
            false => problem.add_var(column.worth, (0.0, column.most)),
        })
        .collect();
    for row in &program.rows {
        let terms = row.terms.iter().map(|&(at, factor)| (columns[at], factor));
        let terms: Vec<(Variable, f64)> = terms.collect();
        match (row.least, row.most) {
            (Some(least), Some(most)) if least == most => {
                problem.add_constraint(&terms, ComparisonOp::Eq, most);
            }
            (least, most) => {
                for (bound, side) in [(least, ComparisonOp::Ge), (most, ComparisonOp::Le)] {
                    if let Some(bound) = bound {
                        problem.add_constraint(&terms, side, bound);
                    }
                }
            }
        }
    }
    let found = problem.solve().unwrap();
    let worth = found.solution().unwrap().objective();
    (worth * UNIT, found.is_optimal())
}
