//! Streams flowing into blocks, outcomes and partners, as the open scenario spends them.

use crate::app::lookup::Lookup;
use crate::app::show::funding::grouped;
use crate::app::state::State;
use crate::chart::figure::CROSS;
use crate::chart::flow::{Column, Flow, Link, NOBODY, NOT_USED, Node};
use crate::engine::Evaluation;
use crate::model::{Agreement, BlockId, OutcomeId, PartnerId, Pounds, StreamId, split};
use crate::text::money;
use std::collections::BTreeMap;

/// The picture of the open scenario, in CSS pixels.
///
/// # Errors
/// What is missing, and where it is typed.
pub fn flow(state: &State, size: (f64, f64)) -> Result<Flow, &'static str> {
    let agreement = &state.shown().agreement;
    if agreement.streams.is_empty() {
        return Err("There is no stream yet, so nothing flows. Add one above.");
    }
    let Some(result) = state
        .result(state.open)
        .filter(|result| !result.paid.is_empty())
    else {
        return Err(if agreement.outcomes.is_empty() {
            "This agreement has streams but no outcome, so it cannot be said where the money ends. \
             Outcomes are added under Agreement."
        } else {
            "No money is placed in this scenario yet. Type it under Allocation, then it flows here."
        });
    };
    Ok(Picture::new(state, result).finish(size))
}

/// A place in the picture, in its column.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Stream(StreamId),
    Block(Option<BlockId>),
    Outcome(OutcomeId),
    Partner(Option<PartnerId>),
}

struct Picture<'a> {
    agreement: &'a Agreement,
    columns: [Vec<Place>; 4],
    sums: BTreeMap<(usize, Place, Place), Pounds>,
}

impl<'a> Picture<'a> {
    fn new(state: &'a State, result: &Evaluation) -> Self {
        let agreement = &state.shown().agreement;
        let streams = grouped(agreement)
            .into_iter()
            .flat_map(|(_, streams)| streams)
            .map(|stream| Place::Stream(stream.id));
        let blocks = agreement
            .blocks
            .iter()
            .map(|block| Place::Block(Some(block.id)));
        let outcomes = agreement.blocks.iter().flat_map(|block| {
            Lookup(agreement)
                .outcomes_in(block.id)
                .map(|outcome| Place::Outcome(outcome.id))
        });
        let partners = agreement
            .partners
            .iter()
            .map(|partner| Place::Partner(Some(partner.id)));
        let mut picture = Self {
            agreement,
            columns: [
                streams.collect(),
                blocks.chain([Place::Block(None)]).collect(),
                outcomes.collect(),
                partners.chain([Place::Partner(None)]).collect(),
            ],
            sums: BTreeMap::new(),
        };
        picture.spend(result);
        picture.keep(result);
        picture
    }

    fn add(&mut self, column: usize, from: Place, to: Place, pounds: Pounds) {
        if pounds.0 > 0 {
            *self.sums.entry((column, from, to)).or_default() += pounds;
        }
    }

    /// What each stream pays, on to whoever delivers what it pays for.
    fn spend(&mut self, result: &Evaluation) {
        let mut by_outcome: BTreeMap<OutcomeId, Pounds> = BTreeMap::new();
        for paid in &result.paid {
            let Some(outcome) = Lookup(self.agreement).outcome(paid.outcome) else {
                continue;
            };
            let block = Place::Block(Some(outcome.block));
            self.add(0, Place::Stream(paid.stream), block, paid.pounds);
            self.add(1, block, Place::Outcome(outcome.id), paid.pounds);
            *by_outcome.entry(outcome.id).or_default() += paid.pounds;
        }
        for (id, pounds) in by_outcome {
            for (partner, part) in self.delivered(id, pounds) {
                self.add(2, Place::Outcome(id), Place::Partner(partner), part);
            }
        }
    }

    /// A sum by delivery partner; what no partner is named for is nobody's.
    fn delivered(&self, id: OutcomeId, pounds: Pounds) -> Vec<(Option<PartnerId>, Pounds)> {
        let shares = Lookup(self.agreement)
            .outcome(id)
            .map(|outcome| outcome.delivery.as_slice())
            .unwrap_or_default();
        let named: u64 = shares.iter().map(|share| u64::from(share.share.0)).sum();
        let weights: Vec<u64> = shares
            .iter()
            .map(|share| u64::from(share.share.0))
            .chain([10_000_u64.saturating_sub(named)])
            .collect();
        let partners = shares.iter().map(|share| Some(share.partner)).chain([None]);
        let parts = split(pounds.0, &weights).into_iter().map(Pounds);
        partners.zip(parts).collect()
    }

    /// What streams keep: money that is not used by the end.
    fn keep(&mut self, result: &Evaluation) {
        for stream in &result.streams {
            let left = stream.years.iter().map(|year| year.left.or_nothing()).sum();
            self.add(0, Place::Stream(stream.id), Place::Block(None), left);
        }
    }

    fn finish(mut self, (width, height): (f64, f64)) -> Flow {
        let used = |place: &Place| {
            let mut ends = self.sums.keys().flat_map(|(_, from, to)| [from, to]);
            ends.any(|end| end == place)
        };
        let columns = self.columns.clone().map(|column| {
            column
                .into_iter()
                .filter(|place| used(place))
                .collect::<Vec<_>>()
        });
        self.columns = columns;
        let nouns = ["stream", "block", "outcome", "partner"];
        let at = |column: usize, place| {
            self.columns[column]
                .iter()
                .position(|other| *other == place)
        };
        let links = self
            .sums
            .iter()
            .filter_map(|(&(column, from, to), pounds)| {
                Some(Link {
                    column,
                    from: at(column, from)?,
                    to: at(column + 1, to)?,
                    pounds: pounds.0 as f64,
                })
            });
        Flow {
            width,
            height,
            columns: nouns
                .iter()
                .zip(&self.columns)
                .map(|(noun, places)| Column {
                    noun: (*noun).to_owned(),
                    nodes: places.iter().map(|&place| self.node(place)).collect(),
                })
                .collect(),
            links: links.collect(),
            least: 0.006,
            format: |pounds| money::short(Pounds(pounds as i64).pence()),
        }
    }

    fn node(&self, place: Place) -> Node {
        let names = Lookup(self.agreement);
        let (key, name, class) = match place {
            Place::Stream(id) => {
                let home = names.stream(id).and_then(|stream| stream.home);
                (
                    format!("stream-{}", id.0),
                    names.stream_name(id),
                    names.block_class(home),
                )
            }
            Place::Block(Some(id)) => (
                format!("block-{}", id.0),
                names.block_name(id),
                names.block_class(Some(id)),
            ),
            Place::Block(None) => (NOT_USED.to_owned(), "Not used", CROSS),
            Place::Outcome(id) => {
                let block = names.outcome(id).map(|outcome| outcome.block);
                (
                    format!("outcome-{}", id.0),
                    names.outcome_name(id),
                    names.block_class(block),
                )
            }
            Place::Partner(Some(id)) => {
                (format!("partner-{}", id.0), names.partner_name(id), CROSS)
            }
            Place::Partner(None) => (NOBODY.to_owned(), "No partner named", CROSS),
        };
        Node {
            key,
            name: name.to_owned(),
            class,
        }
    }
}
