//! The one place that names the linear solver: a program goes in, values and a bound come out.

use crate::solve::plan::{Progress, Watch};
use crate::solve::program::Program;
use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, SolveOutcome, Variable};

/// Values of a program's columns with what no values exceed.
pub(crate) struct Solved {
    /// The best values found; none where the search stopped before it found any.
    pub(crate) values: Option<Vec<f64>>,
    pub(crate) bound: f64,
    pub(crate) nodes: u64,
    pub(crate) stopped: bool,
}

/// Nodes between two reports of progress: few, as each may take long where much may be moved.
const REPORT: u64 = 12;

/// Maximises a program, within so many nodes. Nothing where no values are allowed, or where the solver
/// gives up: then the caller keeps the bound that it had.
pub(crate) fn solve(program: &Program, nodes: u64, watch: &mut Watch<'_>) -> Option<Solved> {
    let mut problem = Problem::new(OptimizationDirection::Maximize);
    let columns: Vec<Variable> = program
        .columns
        .iter()
        .map(|column| match column.whole {
            true => problem.add_binary_var(column.worth),
            false => problem.add_var(column.worth, (column.least, column.most)),
        })
        .collect();
    for row in &program.rows {
        let terms: Vec<(Variable, f64)> = row
            .terms
            .iter()
            .map(|&(column, factor)| (columns[column], factor))
            .collect();
        if row.least == row.most {
            problem.add_constraint(&terms, ComparisonOp::Eq, row.most);
            continue;
        }
        if row.least.is_finite() {
            problem.add_constraint(&terms, ComparisonOp::Ge, row.least);
        }
        if row.most.is_finite() {
            problem.add_constraint(&terms, ComparisonOp::Le, row.most);
        }
    }
    let mut options = SolveOptions::default();
    options.node_limit = Some(REPORT);
    options.mip_gap = 1e-9;
    let mut outcome = problem.solve_with(options).ok()?;
    let mut told = 0;
    while limited(&outcome) {
        let stats = outcome.stats();
        let progress = Progress {
            nodes: stats.nodes_solved,
            best: outcome.solution().map_or(0.0, |found| found.objective()),
            bound: stats.best_bound.unwrap_or(f64::INFINITY),
        };
        // A call that solves no node would be repeated for ever.
        let stuck = stats.nodes_solved <= told && told > 0;
        told = stats.nodes_solved;
        if stuck || told >= nodes || watch(program.unscaled(progress)).is_break() {
            break;
        }
        outcome = outcome.resume().ok()?;
    }
    let stats = outcome.stats();
    let found = outcome.solution();
    let bound = match (limited(&outcome), found) {
        (false, Some(found)) => Some(stats.best_bound.unwrap_or(found.objective())),
        _ => stats.best_bound,
    };
    Some(Solved {
        values: found.map(|found| columns.iter().map(|&it| found.var_value(it)).collect()),
        bound: bound.unwrap_or(f64::INFINITY),
        nodes: stats.nodes_solved,
        stopped: limited(&outcome),
    })
}

/// Whether the limit of nodes ended a call.
fn limited(outcome: &SolveOutcome) -> bool {
    outcome.termination_reason() == microlp::TerminationReason::NodeLimit
}
