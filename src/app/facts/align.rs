//! Which of their things is which of mine: their workbook under my ids.
//!
//! A thing of theirs is the thing of mine that has its id and its name (or number in the national
//! set); else the first that has its name or number; else the one that has its id, under whatever
//! name. What is none of mine gets an id that neither workbook has used.

use crate::model::{
    BlockId, Entity, IndicatorId, OutcomeId, PartnerId, PartnerShare, PumpTo, Relaxation, Rules,
    Scenario, SharingTo, StreamId, Workbook,
};
use std::collections::BTreeMap;

/// A workbook under the ids of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aligned {
    /// Their workbook under my ids; scenarios keep their own.
    pub workbook: Workbook,
    /// Whether both are about the same agreement, whatever its figures: areas of the same name
    /// (or one without a name), and at least half of my streams, outcomes and indicators in theirs.
    /// Where my area has no name they must be there by name or number, not by id alone.
    pub kin: bool,
}

/// Brings their workbook under my ids; none where the ids run out.
#[must_use]
pub fn align(mine: &Workbook, theirs: &Workbook) -> Option<Aligned> {
    let mut last = [mine, theirs]
        .map(|workbook| workbook.last_id.max(workbook.highest_id()))
        .into_iter()
        .max()
        .unwrap_or(0);
    let (own, there) = (&mine.agreement, &theirs.agreement);
    /// The map of one kind.
    macro_rules! matched {
        ($list:ident) => {{
            let known = |agreement: &'_ crate::model::Agreement| {
                let things = agreement.$list.iter();
                things.map(|it| Known::of(it.id.0, &it.name)).collect()
            };
            Map::of(known(own), known(there), &mut last)?
        }};
    }
    let measured = |agreement: &crate::model::Agreement| {
        let indicators = agreement.indicators.iter();
        let known = indicators.map(|it| Known {
            national: it.national,
            ..Known::of(it.id.0, &it.name)
        });
        known.collect()
    };
    let maps = Maps {
        blocks: matched!(blocks),
        partners: matched!(partners),
        streams: matched!(streams),
        outcomes: matched!(outcomes),
        indicators: Map::of(measured(own), measured(there), &mut last)?,
    };
    let unnamed = is_unsaid(&own.area.name);
    let found = |map: &Map| if unnamed { map.called } else { map.found };
    let known = found(&maps.streams) + found(&maps.outcomes) + found(&maps.indicators);
    let all = own.streams.len() + own.outcomes.len() + own.indicators.len();
    let mut workbook = theirs.clone();
    workbook.last_id = last;
    maps.renumber(&mut workbook);
    Some(Aligned {
        workbook,
        kin: same_area(&own.area.name, &there.area.name) && known > 0 && known * 2 >= all,
    })
}

fn same_area(mine: &str, theirs: &str) -> bool {
    folded(mine) == folded(theirs) || is_unsaid(mine) || is_unsaid(theirs)
}

/// Whether an area has no name, or what stands in for the sender's own that a link left behind.
fn is_unsaid(name: &str) -> bool {
    ["", "area"].contains(&folded(name).as_str())
}

fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

/// What a thing is known by.
struct Known {
    id: u16,
    name: String,
    national: Option<u16>,
}

impl Known {
    fn of(id: u16, name: &str) -> Self {
        Self {
            id,
            name: folded(name),
            national: None,
        }
    }

    fn is_called_as(&self, other: &Self) -> bool {
        match (self.national, other.national) {
            (Some(own), Some(there)) => own == there,
            _ => !self.name.is_empty() && self.name == other.name,
        }
    }
}

/// My id for each of theirs.
struct Map {
    ids: BTreeMap<u16, u16>,
    /// How many of mine were found.
    found: usize,
    /// How many of them by their name or number.
    called: usize,
}

impl Map {
    fn of(mut mine: Vec<Known>, mut theirs: Vec<Known>, last: &mut u16) -> Option<Self> {
        let mut ids = BTreeMap::new();
        let mut called = 0;
        let steps: [fn(&Known, &Known) -> bool; 3] = [
            |own, there| own.id == there.id && own.is_called_as(there),
            Known::is_called_as,
            |own, there| own.id == there.id,
        ];
        for (step, same) in steps.into_iter().enumerate() {
            theirs.retain(|there| {
                let place = mine.iter().position(|own| same(own, there));
                if let Some(place) = place {
                    ids.insert(there.id, mine.remove(place).id);
                }
                place.is_none()
            });
            if step < 2 {
                called = ids.len();
            }
        }
        let found = ids.len();
        for there in theirs {
            *last = last.checked_add(1)?;
            ids.insert(there.id, *last);
        }
        Some(Self { ids, found, called })
    }

    fn pass(&self, id: &mut u16) {
        *id = self.ids.get(id).copied().unwrap_or(*id);
    }
}

struct Maps {
    blocks: Map,
    partners: Map,
    streams: Map,
    outcomes: Map,
    indicators: Map,
}

impl Maps {
    fn block(&self, id: &mut BlockId) {
        self.blocks.pass(&mut id.0);
    }

    fn partner(&self, id: &mut PartnerId) {
        self.partners.pass(&mut id.0);
    }

    fn stream(&self, id: &mut StreamId) {
        self.streams.pass(&mut id.0);
    }

    fn outcome(&self, id: &mut OutcomeId) {
        self.outcomes.pass(&mut id.0);
    }

    fn indicator(&self, id: &mut IndicatorId) {
        self.indicators.pass(&mut id.0);
    }

    fn shares(&self, shares: &mut [PartnerShare]) {
        shares
            .iter_mut()
            .for_each(|it| self.partner(&mut it.partner));
    }

    fn rules(&self, rules: &mut Rules) {
        if let SharingTo::Typed(shares) = &mut rules.sharing.to {
            self.shares(shares);
        }
        if let PumpTo::Typed(shares) = &mut rules.pump.to {
            self.shares(shares);
        }
    }

    fn grid(&self, grid: &mut crate::model::Grid) {
        let mut renumbered = crate::model::Grid::default();
        for (mut outcome, year, pounds) in grid.cells() {
            self.outcome(&mut outcome);
            renumbered.set(outcome, year, pounds);
        }
        *grid = renumbered;
    }

    fn renumber(&self, workbook: &mut Workbook) {
        let agreement = &mut workbook.agreement;
        agreement
            .blocks
            .iter_mut()
            .for_each(|it| self.block(&mut it.id));
        agreement
            .partners
            .iter_mut()
            .for_each(|it| self.partner(&mut it.id));
        self.rules(&mut agreement.rules);
        for stream in &mut agreement.streams {
            self.stream(&mut stream.id);
            stream.home.iter_mut().for_each(|id| self.block(id));
            stream.partner.iter_mut().for_each(|id| self.partner(id));
            stream
                .floors
                .iter_mut()
                .for_each(|it| self.outcome(&mut it.outcome));
            stream.named.iter_mut().for_each(|id| self.outcome(id));
            self.grid(&mut stream.spending);
        }
        for outcome in &mut agreement.outcomes {
            self.outcome(&mut outcome.id);
            self.block(&mut outcome.block);
            outcome.serves.iter_mut().for_each(|id| self.block(id));
            self.shares(&mut outcome.delivery);
        }
        for indicator in &mut agreement.indicators {
            self.indicator(&mut indicator.id);
            self.outcome(&mut indicator.outcome);
        }
        workbook
            .scenarios
            .iter_mut()
            .for_each(|it| self.scenario(it));
        for about in workbook
            .notes
            .iter_mut()
            .filter_map(|note| note.about.as_mut())
        {
            match about {
                Entity::Block(id) => self.block(id),
                Entity::Partner(id) => self.partner(id),
                Entity::Stream(id) => self.stream(id),
                Entity::Outcome(id) => self.outcome(id),
                Entity::Indicator(id) => self.indicator(id),
                Entity::Scenario(_) => {}
            }
        }
    }

    fn scenario(&self, scenario: &mut Scenario) {
        scenario
            .fences
            .iter_mut()
            .for_each(|it| self.stream(&mut it.stream));
        for freedom in &mut scenario.freedoms {
            match &mut freedom.relaxation {
                Relaxation::LiftStream(stream)
                | Relaxation::Pool(stream)
                | Relaxation::CarryForward { stream, .. }
                | Relaxation::BringForward { stream, .. } => self.stream(stream),
                Relaxation::LiftBlock(block) => self.block(block),
                Relaxation::DropFloor { stream, outcome } => {
                    self.stream(stream);
                    self.outcome(outcome);
                }
            }
        }
        self.grid(&mut scenario.spending);
        for pin in &mut scenario.pins {
            self.stream(&mut pin.stream);
            self.outcome(&mut pin.outcome);
        }
        self.grid(&mut scenario.pump.spending);
        scenario
            .stretches
            .iter_mut()
            .for_each(|it| self.indicator(&mut it.indicator));
        scenario.dropped.iter_mut().for_each(|id| self.outcome(id));
        scenario
            .rules
            .iter_mut()
            .for_each(|rules| self.rules(rules));
    }
}
