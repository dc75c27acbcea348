//! Whether a workbook holds together: ids, references and ranges, before anything is computed.
//!
//! What this refuses cannot be evaluated or stored. What is merely unwise or unaffordable is a
//! finding of the engine and never stands in the way of typing.

use crate::model::agreement::Agreement;
use crate::model::grid::Grid;
use crate::model::id::ScenarioId;
use crate::model::indicator::{Indicator, Response};
use crate::model::limits;
use crate::model::money::{BasisPoints, Pounds};
use crate::model::outcome::{Outcome, PartnerShare};
use crate::model::rules::{Pot, PumpGrant, PumpTo, Rules, SharingTo};
use crate::model::scenario::{Relaxation, Scenario};
use crate::model::stream::{Amount, Stream};
use crate::model::workbook::{Entity, Workbook};
use std::collections::BTreeSet;

/// What keeps a workbook from being used, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What it is about; none: the workbook or the agreement as a whole.
    pub about: Option<Entity>,
    /// What is wrong, in a person's words, without a full stop.
    pub says: String,
}

/// Checks a workbook.
///
/// # Errors
/// Every fault found, in the order of the file.
pub fn check(workbook: &Workbook) -> Result<(), Vec<Fault>> {
    let mut checker = Checker {
        agreement: &workbook.agreement,
        about: None,
        faults: Vec::new(),
    };
    checker.workbook(workbook);
    if checker.faults.is_empty() {
        Ok(())
    } else {
        Err(checker.faults)
    }
}

/// Whether a text can be a name: at most 80 bytes, without control or bidirectional characters.
#[must_use]
pub fn is_name(text: &str) -> bool {
    text.len() <= limits::NAME_BYTES && text.chars().all(is_plain)
}

/// Whether a character is neither a control character nor one that turns the direction of writing.
#[must_use]
pub fn is_plain(character: char) -> bool {
    !character.is_control()
        && !matches!(
            character,
            '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
        )
}

struct Checker<'a> {
    agreement: &'a Agreement,
    about: Option<Entity>,
    faults: Vec<Fault>,
}

impl Checker<'_> {
    fn fault(&mut self, says: impl Into<String>) {
        self.faults.push(Fault {
            about: self.about,
            says: says.into(),
        });
    }

    fn require(&mut self, holds: bool, says: &str) {
        if !holds {
            self.fault(says);
        }
    }

    fn workbook(&mut self, workbook: &Workbook) {
        self.name(&workbook.title);
        self.agreement();
        self.require(!workbook.scenarios.is_empty(), "there is no scenario");
        self.count(workbook.scenarios.len(), limits::SCENARIOS, "scenarios");
        self.distinct(
            workbook.scenarios.iter().map(|scenario| scenario.id.0),
            "scenario",
        );
        let has_base = workbook.scenario(workbook.base).is_some();
        self.require(has_base, "the base is not one of the scenarios");
        self.share(workbook.correlation, BasisPoints::WHOLE, "the correlation");
        for scenario in &workbook.scenarios {
            self.about = Some(Entity::Scenario(scenario.id));
            self.scenario(scenario);
        }
        self.about = None;
        self.count(workbook.notes.len(), limits::NOTES, "notes");
        for note in &workbook.notes {
            for text in [&note.text, &note.source] {
                let fits = text.len() <= limits::NOTE_BYTES && text.chars().all(is_plain);
                self.require(
                    fits,
                    "a note is too long or has characters that cannot be shown",
                );
            }
            if let Some(about) = note.about {
                let known = match about {
                    Entity::Scenario(id) => workbook.scenario(id).is_some(),
                    other => self.knows(other),
                };
                self.require(known, "a note is about something that is not there");
            }
        }
    }

    fn agreement(&mut self) {
        let agreement = self.agreement;
        self.name(&agreement.area.name);
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
            self.name(&block.name);
        }
        for partner in &agreement.partners {
            self.about = Some(Entity::Partner(partner.id));
            self.name(&partner.name);
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

    fn stream(&mut self, stream: &Stream) {
        self.name(&stream.name);
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

    fn outcome(&mut self, outcome: &Outcome) {
        self.name(&outcome.name);
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

    fn indicator(&mut self, indicator: &Indicator) {
        self.name(&indicator.name);
        self.name(&indicator.unit);
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

    fn response(&mut self, response: &Response) {
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

    fn rules(&mut self, rules: &Rules) {
        match rules.pot {
            Pot::Rate(rate) => self.share(rate, BasisPoints::WHOLE, "the pot's rate"),
            Pot::Stated(pounds) => self.money(pounds, "the pot"),
        }
        self.require(
            rules.threshold.0 > 0,
            "the threshold must be more than nothing",
        );
        self.share(rules.threshold, BasisPoints::WHOLE, "the threshold");
        self.count(
            rules.sharing.top_slices.len(),
            limits::TOP_SLICES,
            "top-slices",
        );
        for slice in &rules.sharing.top_slices {
            self.name(&slice.name);
            self.money(slice.pounds, "a top-slice");
        }
        self.share(
            rules.sharing.bids,
            BasisPoints::WHOLE,
            "the part held for bids",
        );
        if let SharingTo::Typed(shares) = &rules.sharing.to {
            self.shares(shares);
        }
        if let PumpTo::Typed(shares) = &rules.pump.to {
            self.shares(shares);
        }
        if let PumpGrant::Stated(pounds) = rules.pump.grant {
            self.money(pounds, "the pump-priming grant");
        }
        self.count(
            rules.pump.by_year_end.len(),
            limits::YEARS,
            "year-ends of pump-priming",
        );
        self.require(
            rules.pump.by_year_end.is_sorted(),
            "what may be spent of pump-priming never falls from year-end to year-end",
        );
        for &share in &rules.pump.by_year_end {
            self.share(
                share,
                BasisPoints::WHOLE,
                "a year-end's share of pump-priming",
            );
        }
    }

    fn scenario(&mut self, scenario: &Scenario) {
        self.name(&scenario.name);
        self.grid(&scenario.spending);
        self.grid(&scenario.pump.spending);
        self.count(scenario.fences.len(), limits::CHOICES, "fences");
        self.distinct(
            scenario.fences.iter().map(|choice| choice.stream.0),
            "fence of stream",
        );
        for choice in &scenario.fences {
            self.refer(Entity::Stream(choice.stream));
        }
        self.count(scenario.freedoms.len(), limits::CHOICES, "freedoms");
        for freedom in &scenario.freedoms {
            self.relaxation(freedom.relaxation);
        }
        self.count(scenario.pins.len(), limits::CHOICES, "pins");
        let mut cells = BTreeSet::new();
        for pin in &scenario.pins {
            self.refer(Entity::Stream(pin.stream));
            self.refer(Entity::Outcome(pin.outcome));
            self.money(pin.pounds, "a pin");
            let within = usize::from(pin.year) < self.agreement.year_count();
            self.require(within, "a pin's year lies outside the agreement");
            let fresh = cells.insert((pin.stream, pin.outcome, pin.year));
            self.require(fresh, "the same stream is pinned to the same place twice");
        }
        self.distinct(
            scenario.stretches.iter().map(|stretch| stretch.indicator.0),
            "stretch of indicator",
        );
        for stretch in &scenario.stretches {
            self.refer(Entity::Indicator(stretch.indicator));
        }
        self.distinct(
            scenario.dropped.iter().map(|outcome| outcome.0),
            "dropped outcome",
        );
        for &outcome in &scenario.dropped {
            self.refer(Entity::Outcome(outcome));
        }
        if let Some(rules) = &scenario.rules {
            self.rules(rules);
        }
    }

    fn relaxation(&mut self, relaxation: Relaxation) {
        match relaxation {
            Relaxation::LiftStream(stream) | Relaxation::Pool(stream) => {
                self.refer(Entity::Stream(stream))
            }
            Relaxation::LiftBlock(block) => self.refer(Entity::Block(block)),
            Relaxation::DropFloor { stream, outcome } => {
                self.refer(Entity::Stream(stream));
                self.refer(Entity::Outcome(outcome));
            }
            Relaxation::CarryForward { stream, share }
            | Relaxation::BringForward { stream, share } => {
                self.refer(Entity::Stream(stream));
                self.share(share, BasisPoints::WHOLE, "a share carried between years");
            }
        }
    }

    fn grid(&mut self, grid: &Grid) {
        for (outcome, year, pounds) in grid.cells() {
            self.refer(Entity::Outcome(outcome));
            self.money(pounds, "spending");
            let within = year < self.agreement.year_count();
            self.require(within, "spending lies outside the years of the agreement");
        }
    }

    fn shares(&mut self, shares: &[PartnerShare]) {
        self.distinct(
            shares.iter().map(|share| share.partner.0),
            "share of partner",
        );
        for share in shares {
            self.refer(Entity::Partner(share.partner));
            self.share(share.share, BasisPoints::WHOLE, "a partner's share");
        }
    }

    fn name(&mut self, text: &str) {
        self.require(
            is_name(text),
            "a name is longer than 80 bytes or has characters that cannot be shown",
        );
    }

    fn money(&mut self, pounds: Pounds, what: &str) {
        if !(0..=limits::POUNDS).contains(&pounds.0) {
            self.fault(format!("{what} must lie between £0 and £100,000 million"));
        }
    }

    fn share(&mut self, share: BasisPoints, most: BasisPoints, what: &str) {
        if share > most {
            self.fault(format!("{what} must lie between 0% and {}%", most.0 / 100));
        }
    }

    fn count(&mut self, found: usize, most: usize, what: &str) {
        if found > most {
            self.fault(format!("there are {found} {what}, and {most} is the most"));
        }
    }

    fn by_year(&mut self, found: usize, what: &str) {
        let years = self.agreement.year_count();
        if found > years {
            self.fault(format!("there are {found} {what} for {years} years"));
        }
    }

    fn distinct(&mut self, ids: impl Iterator<Item = u16>, what: &str) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                self.fault(format!("{what} {id} appears twice"));
            }
        }
    }

    fn refer(&mut self, entity: Entity) {
        let known = self.knows(entity);
        self.require(known, "it refers to something that is not there");
    }

    fn knows(&self, entity: Entity) -> bool {
        let agreement = self.agreement;
        match entity {
            Entity::Block(id) => agreement.blocks.iter().any(|block| block.id == id),
            Entity::Partner(id) => agreement.partners.iter().any(|partner| partner.id == id),
            Entity::Stream(id) => agreement.streams.iter().any(|stream| stream.id == id),
            Entity::Outcome(id) => agreement.outcomes.iter().any(|outcome| outcome.id == id),
            Entity::Indicator(id) => agreement
                .indicators
                .iter()
                .any(|indicator| indicator.id == id),
            Entity::Scenario(ScenarioId(_)) => false,
        }
    }
}
