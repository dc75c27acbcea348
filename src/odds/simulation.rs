//! Drawing the reward: a check beside the computed odds that shares none of their integrals.
//!
//! Draws come in blocks. A block's draws depend on the seed and its number alone, so that any number of
//! workers, each with any run of blocks, together give the same bits.

use crate::engine::evaluate;
use crate::model::{Agreement, BasisPoints, IndicatorId, Scenario};
use crate::odds::delivery::Delivery;
use crate::odds::factor::Factor;
use crate::odds::stake::Stakes;
use crate::odds::stream::{Stream, Ziggurat};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Draws in a block.
pub const BLOCK: u32 = 1_024;

/// A scenario made ready to be drawn.
pub struct Simulation {
    factor: Factor,
    seed: u64,
    draws: u32,
    stakes: Stakes,
    /// Deliveries, in the order of the stakes.
    tables: Vec<Delivery>,
    ziggurat: Ziggurat,
}

/// What a run of blocks drew.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Drawn {
    /// The number of the first block.
    pub first: u32,
    /// The reward of every draw in pounds, in order.
    pub totals: Vec<f64>,
    /// By indicator: draws that reached the threshold, and the full stretch.
    pub reached: Vec<(u32, u32)>,
}

impl Simulation {
    /// Makes a scenario ready for a number of draws under a seed.
    #[must_use]
    pub fn new(
        agreement: &Agreement,
        scenario: &Scenario,
        correlation: BasisPoints,
        seed: u64,
        draws: u32,
    ) -> Self {
        let found = evaluate(agreement, scenario);
        let stakes = Stakes::of(agreement, scenario, &found);
        Self {
            factor: Factor::new(correlation),
            seed,
            draws,
            tables: stakes
                .each
                .iter()
                .map(|it| Delivery::new(it.pert))
                .collect(),
            stakes,
            ziggurat: Ziggurat::new(),
        }
    }

    /// Blocks that the draws make, the last of them cut short where they do not fill it.
    #[must_use]
    pub fn blocks(&self) -> u32 {
        self.draws.div_ceil(BLOCK)
    }

    /// The indicators drawn, in the order of [`Drawn::reached`].
    pub fn indicators(&self) -> impl Iterator<Item = IndicatorId> + '_ {
        self.stakes.each.iter().map(|stake| stake.id)
    }

    /// Draws a run of blocks; asked before each block whether to go on, it stops and gives nothing at
    /// the first no.
    pub fn run(&self, blocks: Range<u32>, mut go_on: impl FnMut(u32) -> bool) -> Option<Drawn> {
        let blocks = blocks.start..blocks.end.min(self.blocks());
        let mut drawn = Drawn {
            first: blocks.start,
            totals: Vec::with_capacity((blocks.len() as u32 * BLOCK) as usize),
            reached: vec![(0, 0); self.stakes.each.len()],
        };
        let mut room = Room::default();
        for block in blocks {
            if !go_on(block) {
                return None;
            }
            let count = (self.draws - block * BLOCK).min(BLOCK) as usize;
            self.block(block, count, &mut room, &mut drawn);
        }
        Some(drawn)
    }

    fn block(&self, block: u32, count: usize, room: &mut Room, drawn: &mut Drawn) {
        let mut stream = Stream::new(self.seed, block, &self.ziggurat);
        let Room {
            common,
            own,
            chance,
        } = room;
        for draws in [&mut *common, &mut *own, &mut *chance] {
            draws.resize(count, 0.0);
        }
        stream.fill(common);
        let start = drawn.totals.len();
        drawn.totals.resize(start + count, 0.0);
        let totals = &mut drawn.totals[start..];
        let stakes = self.stakes.each.iter().zip(&self.tables);
        for ((stake, table), reached) in stakes.zip(&mut drawn.reached) {
            if let Some(certain) = stake.certain {
                let count = count as u32;
                let score = stake.score.base;
                reached.0 += count * u32::from(score >= self.stakes.threshold);
                reached.1 += count * u32::from(score >= 1.0);
                totals.iter_mut().for_each(|total| *total += certain);
                continue;
            }
            stream.fill(own);
            let Factor {
                common: loading,
                own: rest,
            } = self.factor;
            for (own, common) in own.iter_mut().zip(&*common) {
                *own = stake
                    .score
                    .at(table.at(loading * common + rest * *own), 0.0);
            }
            if stake.is_noisy() {
                stream.fill(chance);
                for (score, chance) in own.iter_mut().zip(&*chance) {
                    *score += stake.score.noise * chance;
                }
            }
            for (total, &score) in totals.iter_mut().zip(&*own) {
                reached.0 += u32::from(score >= self.stakes.threshold);
                reached.1 += u32::from(score >= 1.0);
                *total += stake.earns(score);
            }
        }
        for total in totals {
            *total = self.stakes.paid(*total);
        }
    }
}

/// Draws of one block, kept from block to block.
#[derive(Default)]
struct Room {
    common: Vec<f64>,
    own: Vec<f64>,
    chance: Vec<f64>,
}
