//! Whether the facts of an agreement hold together.

use crate::model::check::Checker;
use crate::model::indicator::{Indicator, Response};
use crate::model::limits;
use crate::model::money::BasisPoints;
use crate::model::outcome::Outcome;
use crate::model::stream::{Amount, Stream};
use crate::model::workbook::Entity;

impl Checker<'_> {
    pub(super) fn agreement(&mut self) {
        let agreement = self.agreement;
        self.name(&agreement.area.name, "the name of the area");
        self.money(
            agreement.area.net_budget.unwrap_or_default(),
            "the net budget requirement",
        );
        let population = agreement.area.population.unwrap_or(0);
        self.require(
            population <= limits::POPULATION,
            "the population is too large",
        );
        self.require(
            limits::FIRST_YEARS.contains(&agreement.first_year),
            "the first year must lie between 1990 and 2090",
        );
        let years = agreement.year_count();
        self.require(
            (1..=limits::YEARS).contains(&years),
            "an agreement has 1 to 6 years",
        );
        self.count(agreement.blocks.len(), limits::BLOCKS, "blocks");
        self.count(agreement.partners.len(), limits::PARTNERS, "partners");
        self.count(agreement.streams.len(), limits::STREAMS, "streams");
        self.count(agreement.outcomes.len(), limits::OUTCOMES, "outcomes");
        self.count(agreement.indicators.len(), limits::INDICATORS, "indicators");
        self.distinct(agreement.blocks.iter().map(|block| block.id.0), "block");
        self.distinct(
            agreement.partners.iter().map(|partner| partner.id.0),
            "partner",
        );
        self.distinct(agreement.streams.iter().map(|stream| stream.id.0), "stream");
        self.distinct(
            agreement.outcomes.iter().map(|outcome| outcome.id.0),
            "outcome",
        );
        self.distinct(
            agreement.indicators.iter().map(|indicator| indicator.id.0),
            "indicator",
        );
        for block in &agreement.blocks {
            self.about = Some(Entity::Block(block.id));
            self.name(&block.name, "its name");
        }
        for partner in &agreement.partners {
            self.about = Some(Entity::Partner(partner.id));
            self.name(&partner.name, "its name");
        }
        for stream in &agreement.streams {
            self.about = Some(Entity::Stream(stream.id));
            self.stream(stream);
        }
        for outcome in &agreement.outcomes {
            self.about = Some(Entity::Outcome(outcome.id));
            self.outcome(outcome);
        }
        for indicator in &agreement.indicators {
            self.about = Some(Entity::Indicator(indicator.id));
            self.indicator(indicator);
        }
        self.about = None;
        self.rules(&agreement.rules);
    }

    pub(super) fn stream(&mut self, stream: &Stream) {
        self.name(&stream.name, "its name");
        if let Some(home) = stream.home {
            self.refer(Entity::Block(home));
        }
        if let Some(partner) = stream.partner {
            self.refer(Entity::Partner(partner));
        }
        self.by_year(stream.amounts.len(), "amounts");
        for amount in &stream.amounts {
            self.money(amount.counted(), "an amount");
            self.money(amount.at_most(), "an amount");
            if let Amount::Range { low, high } = amount {
                self.require(
                    low < high,
                    "the high end of a range must lie above its low end",
                );
            }
        }
        self.count(stream.floors.len(), limits::FLOORS, "floors");
        self.distinct(
            stream.floors.iter().map(|floor| floor.outcome.0),
            "floor for outcome",
        );
        for floor in &stream.floors {
            self.refer(Entity::Outcome(floor.outcome));
            self.money(floor.pounds, "a floor");
        }
        self.distinct(
            stream.named.iter().map(|outcome| outcome.0),
            "named outcome",
        );
        for &outcome in &stream.named {
            self.refer(Entity::Outcome(outcome));
        }
        self.share(stream.carry_forward, BasisPoints::WHOLE, "carry-forward");
        self.share(stream.bring_forward, BasisPoints::WHOLE, "bring-forward");
        self.grid(&stream.spending);
    }

    pub(super) fn outcome(&mut self, outcome: &Outcome) {
        self.name(&outcome.name, "its name");
        self.refer(Entity::Block(outcome.block));
        self.distinct(outcome.serves.iter().map(|block| block.0), "served block");
        for &block in &outcome.serves {
            self.refer(Entity::Block(block));
        }
        self.require(
            !outcome.serves.contains(&outcome.block),
            "an outcome serves its primary block already",
        );
        self.shares(&outcome.delivery);
        self.by_year(outcome.minimum.len(), "minimums");
        for &minimum in &outcome.minimum {
            self.money(minimum, "a minimum");
        }
        self.by_year(outcome.capacity.len(), "capacities");
        for capacity in outcome.capacity.iter().flatten() {
            self.money(*capacity, "a capacity");
        }
        let lag = &outcome.lag;
        self.require(
            (1..=limits::YEARS).contains(&lag.len()),
            "a lag profile has 1 to 6 years",
        );
        self.require(lag.is_sorted(), "a lag profile never falls");
        for &share in lag {
            self.share(share, BasisPoints::WHOLE, "a lag");
        }
        self.require(outcome.weight <= limits::WEIGHT, "the weight is too large");
    }

    pub(super) fn indicator(&mut self, indicator: &Indicator) {
        self.name(&indicator.name, "its name");
        self.name(&indicator.unit, "its unit");
        self.refer(Entity::Outcome(indicator.outcome));
        self.require(
            indicator.decimals <= 6,
            "an indicator has at most six decimal places",
        );
        self.require(
            indicator.weight <= limits::WEIGHT,
            "the weight is too large",
        );
        self.by_year(indicator.without.len(), "values without");
        self.by_year(indicator.with.len(), "values with");
        self.by_year(indicator.actual.len(), "recorded values");
        if let Some(baseline) = indicator.baseline {
            self.require(
                (1900..=2100).contains(&baseline.year),
                "the baseline's year is out of range",
            );
        }
        if let Some(interim) = indicator.interim {
            let within = usize::from(interim.year) < self.agreement.year_count();
            self.require(within, "the interim year lies outside the agreement");
        }
        if let Some(response) = &indicator.response {
            self.response(response);
        }
        if let Some(risk) = indicator.risk {
            self.require(
                risk.worst <= risk.likely && risk.likely <= risk.best,
                "delivery risk must run from worst through likely to best",
            );
            self.share(
                risk.best,
                BasisPoints(limits::RESPONSE_SHARE),
                "the best delivery",
            );
            self.require(
                risk.noise.millionths() >= 0,
                "a standard deviation is never negative",
            );
        }
    }

    pub(super) fn response(&mut self, response: &Response) {
        let points = match response {
            Response::Cost { full, .. } => {
                self.require(
                    full.0 > 0,
                    "the cost of the full stretch must be more than nothing",
                );
                return self.money(*full, "the cost of the full stretch");
            }
            Response::Points(points) => points,
        };
        self.require(
            limits::RESPONSE_POINTS.contains(&points.len()),
            "a response has 2 to 6 points",
        );
        for point in points {
            self.money(point.pounds, "a point of the response");
            self.share(
                point.share,
                BasisPoints(limits::RESPONSE_SHARE),
                "a point of the response",
            );
        }
        let rising = points
            .windows(2)
            .all(|pair| pair[0].pounds < pair[1].pounds && pair[0].share <= pair[1].share);
        self.require(
            rising,
            "the points of a response must go up in pounds and never down in effect",
        );
    }
}
