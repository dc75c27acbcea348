//! Whether rules and the choices of a scenario hold together.

use crate::model::check::Checker;
use crate::model::limits;
use crate::model::money::BasisPoints;
use crate::model::rules::{Pot, PumpGrant, PumpTo, Rules, SharingTo};
use crate::model::scenario::{Relaxation, Scenario};
use crate::model::workbook::Entity;
use std::collections::BTreeSet;

impl Checker<'_> {
    pub(super) fn rules(&mut self, rules: &Rules) {
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
            self.name(&slice.name, "the name of a top-slice");
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

    pub(super) fn scenario(&mut self, scenario: &Scenario) {
        self.name(&scenario.name, "its name");
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

    pub(super) fn relaxation(&mut self, relaxation: Relaxation) {
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
}
