//! Agreements at risk: worked ones in a line, and random ones.

use crate::common::*;
use crate::random::book;
use laa::model::{BasisPoints, DeliveryRisk, IndicatorId};
use laa::odds::{Fineness, Odds, odds};
use proptest::prelude::*;

impl Book {
    /// States the risk of an indicator: worst, likely and best per cent, and the noise of its end value.
    pub(crate) fn risk(&mut self, id: IndicatorId, shares: [u32; 3], noise: &str) {
        let [worst, likely, best] = shares.map(pc);
        self.k(id).risk = Some(DeliveryRisk {
            worst,
            likely,
            best,
            noise: v(noise),
        });
    }

    /// The odds at a correlation in per cent.
    pub(crate) fn odds(&self, correlation: u32) -> Odds {
        self.ev();
        odds(&self.ag, &self.sc, pc(correlation), Fineness::LIVE)
    }

    /// The same on a coarse grid, for what does not hang on the grid.
    pub(crate) fn rough(&self, correlation: u32) -> Odds {
        let fineness = Fineness {
            points: 192,
            spacing: 1.0,
        };
        odds(&self.ag, &self.sc, pc(correlation), fineness)
    }
}

/// An agreement of one year with indicators from 0 to 100, each with a risk; money brings 100.
pub(crate) fn simple(risks: &[[u32; 3]]) -> (Book, Vec<IndicatorId>) {
    let mut book = Book::new(1);
    let block = book.bl();
    let ids = risks
        .iter()
        .map(|&shares| {
            let outcome = book.oc(block);
            let id = book.ki(outcome, "0", "100");
            book.k(id).response = Some(points(&[(0, 100), (1, 100)]));
            book.risk(id, shares, "0");
            id
        })
        .collect();
    (book, ids)
}

/// A random agreement whose indicators are all at risk, some of them noisy, with a correlation.
pub(crate) fn risky() -> impl Strategy<Value = (Book, u32)> {
    let rolls = proptest::collection::vec((0_u32..=150, 0_u32..=80, 0_u32..=60, 0_u32..6), 6);
    (book(), rolls, 0_u32..=90).prop_map(|(mut book, rolls, correlation)| {
        let ids: Vec<IndicatorId> = book.ag.indicators.iter().map(|it| it.id).collect();
        for (id, (worst, likely, best, noise)) in ids.into_iter().zip(rolls) {
            let noise = ["0", "0", "0", "0.5", "3", "12"][noise as usize];
            let shares = [worst, worst + likely, worst + likely + best].map(|it| it.min(200));
            book.risk(id, shares, noise);
        }
        (book, correlation)
    })
}

/// The threshold in per cent.
pub(crate) fn threshold(book: &mut Book, per_cent: u32) {
    book.ag.rules.threshold = BasisPoints(per_cent * 100);
}
