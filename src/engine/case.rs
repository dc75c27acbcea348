//! An agreement and a scenario side by side, with everything ordered by id.

use crate::model::{
    Agreement, Grid, Indicator, Kind, Outcome, OutcomeId, Pounds, Preset, Rules, Scenario, Stream,
    order,
};

/// What is evaluated. Order by id makes results independent of the order in which things were added.
pub(crate) struct Case<'a> {
    pub(crate) agreement: &'a Agreement,
    pub(crate) scenario: &'a Scenario,
    pub(crate) rules: &'a Rules,
    pub(crate) years: usize,
    pub(crate) streams: Vec<&'a Stream>,
    pub(crate) outcomes: Vec<&'a Outcome>,
    pub(crate) indicators: Vec<&'a Indicator>,
}

impl<'a> Case<'a> {
    pub(crate) fn new(agreement: &'a Agreement, scenario: &'a Scenario) -> Self {
        let mut streams: Vec<_> = agreement.streams.iter().collect();
        let mut outcomes: Vec<_> = agreement.outcomes.iter().collect();
        let mut indicators: Vec<_> = agreement.indicators.iter().collect();
        order::by_key(&mut streams, |stream| stream.id);
        order::by_key(&mut outcomes, |outcome| outcome.id);
        order::by_key(&mut indicators, |indicator| indicator.id);
        Self {
            agreement,
            scenario,
            rules: scenario.rules_in(agreement),
            years: agreement.year_count(),
            streams,
            outcomes,
            indicators,
        }
    }

    /// The place of an outcome in the order by id.
    pub(crate) fn outcome(&self, id: OutcomeId) -> Option<usize> {
        self.outcomes
            .binary_search_by_key(&id, |outcome| outcome.id)
            .ok()
    }

    /// The cells of a grid that lie within the agreement, outcomes by their place in the order by id.
    pub(crate) fn cells(&self, grid: &Grid) -> impl Iterator<Item = (usize, usize, Pounds)> {
        grid.cells().filter_map(|(outcome, year, pounds)| {
            let outcome = self.outcome(outcome).filter(|_| year < self.years)?;
            Some((outcome, year, pounds.or_nothing()))
        })
    }

    /// The last year of the agreement.
    pub(crate) fn end(&self) -> usize {
        self.years.saturating_sub(1)
    }

    /// Whether an outcome bears reward in this scenario.
    pub(crate) fn bears_reward(&self, outcome: &Outcome) -> bool {
        outcome.rewarded && !self.scenario.dropped.contains(&outcome.id)
    }

    /// Whether an indicator can earn reward in this scenario.
    pub(crate) fn is_rewarded(&self, indicator: &Indicator) -> bool {
        let earns = match self.rules.preset {
            Preset::Lpsa | Preset::Stretch => indicator.kind == Kind::Stretch,
            Preset::Designated => indicator.kind == Kind::Designated,
        };
        let outcome = self.outcome(indicator.outcome);
        earns && outcome.is_some_and(|index| self.bears_reward(self.outcomes[index]))
    }
}
