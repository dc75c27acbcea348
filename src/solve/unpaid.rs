//! What may go unpaid of money that stays: what no stream could pay of it, or as much as is said.

use crate::engine::{Case, Evaluation, evaluate};
use crate::model::{Agreement, Pounds, Scenario};
use crate::solve::network::Network;
use crate::solve::plan::Limits;
use crate::solve::problem::{Cell, Problem, Source, cells};
use crate::solve::shape::Shape;

impl Problem {
    /// Lets money that stays go unpaid as far as it may: it is paid by a source without streams.
    pub(crate) fn leave_unpaid(&mut self, case: &Case<'_>, limits: &Limits, today: &Evaluation) {
        if !self.cells.iter().any(|it| it.stays() && it.least > 0) {
            return;
        }
        let may = limits.unpaid.clone();
        self.unpaid = may.unwrap_or_else(|| self.unpayable(case, limits, today, &[]));
        let forgiven = self.forgiven(&self.unpaid);
        self.sources.extend(forgiven);
    }

    /// Pounds by year as a source that pays for money that stays and for nothing else; none where there are none.
    fn forgiven(&self, unpaid: &[Pounds]) -> Option<Source> {
        let stays = |year: usize| {
            let places = (0..self.outcomes).filter(|&it| self.cell(it, year).stays());
            places.fold(0, |reach, place| reach | 1 << place)
        };
        let supply: Vec<i64> = unpaid.iter().map(|it| it.0).collect();
        supply.iter().any(|&pounds| pounds > 0).then(|| Source {
            pump: false,
            streams: Vec::new(),
            reach: (0..self.years).map(stays).collect(),
            supply,
            forward: vec![0; self.years],
            back: vec![0; self.years],
        })
    }

    /// Whether all money that stays can be paid where so many pounds of it by year go unpaid.
    pub(crate) fn is_paid_beside(
        agreement: &Agreement,
        scenario: &Scenario,
        limits: &Limits,
        unpaid: &[Pounds],
    ) -> bool {
        let today = evaluate(agreement, scenario);
        let problem = Self::new(agreement, scenario, limits, &today);
        let case = Case::new(agreement, scenario);
        let short = problem.unpayable(&case, limits, &today, unpaid);
        short.iter().all(|&pounds| pounds == Pounds(0))
    }

    /// What no stream could pay, by year, of money that stays beside what is forgiven, if nothing else were asked of any.
    fn unpayable(
        &self,
        case: &Case<'_>,
        limits: &Limits,
        today: &Evaluation,
        forgiven: &[Pounds],
    ) -> Vec<Pounds> {
        let mut alone = Self {
            sources: Vec::new(),
            cells: cells(case, limits, today),
            ..self.clone()
        };
        alone.streams(case, limits, today, Cell::stays);
        for cell in alone.cells.iter_mut().filter(|it| it.stays()) {
            cell.least = cell.today - cell.bound;
            cell.most = cell.least;
        }
        let forgiven = alone.forgiven(forgiven);
        alone.sources.extend(forgiven);
        let (_, unpaid) = Network::new(Shape::in_pounds(&alone)).place_least();
        let years = (0..self.years).map(|year| unpaid.iter().skip(year).step_by(self.years).sum());
        years.map(Pounds).collect()
    }
}
