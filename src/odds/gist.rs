//! What a person would say about the odds in two or three sentences: the figures for them.

use crate::model::IndicatorId;
use crate::odds::reward::Odds;
use crate::odds::tornado::Bar;
use crate::odds::variance::VarianceShares;
use serde::{Deserialize, Serialize};

/// The figures worth a sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gist {
    /// The part of the spread that all indicators have in common: luck that no single one explains.
    pub common: f64,
    /// The fewest indicators that carry half of what is the indicators' own, the heaviest first.
    pub few: Vec<IndicatorId>,
    /// The cliff that is worth the most attention.
    pub cliff: Option<CliffGist>,
    /// The one assumption about one indicator that moves the reward furthest, and how.
    pub assumption: Option<Bar>,
}

/// The indicator for which most hangs on its threshold.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CliffGist {
    /// The indicator.
    pub id: IndicatorId,
    /// The chance that it reaches its threshold.
    pub chance: f64,
    /// What it earns on average where it does, in pounds.
    pub earns: f64,
}

/// Picks the figures worth a sentence; `bars` as [`tornado`](crate::odds::tornado) has them. None where
/// nothing is uncertain.
#[must_use]
pub fn gist(odds: &Odds, shares: Option<&VarianceShares>, bars: &[Bar]) -> Option<Gist> {
    let shares = shares?;
    Some(Gist {
        common: shares.common,
        few: few(&shares.indicators),
        cliff: cliff(odds),
        assumption: bars.iter().find(|bar| bar.indicator.is_some()).copied(),
    })
}

/// The heaviest indicators that together have at least half of the sum.
fn few(indicators: &[(IndicatorId, f64)]) -> Vec<IndicatorId> {
    let half = 0.5 * indicators.iter().map(|(_, share)| share).sum::<f64>();
    let mut heaviest: Vec<(IndicatorId, f64)> = indicators.to_vec();
    heaviest.retain(|(_, share)| *share > 0.0);
    heaviest.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut carried = 0.0;
    let needed = heaviest.iter().take_while(|(_, share)| {
        let more = carried < half;
        carried += share;
        more
    });
    needed.map(|(id, _)| *id).collect()
}

/// The indicator whose threshold alone makes the reward vary most: what it earns there, and how far
/// from sure it is. Under one cliff on the average no indicator has a threshold of its own.
fn cliff(odds: &Odds) -> Option<CliffGist> {
    if odds.average.is_some() {
        return None;
    }
    let open = odds
        .indicators
        .iter()
        .filter(|it| it.threshold > 0.0 && it.threshold < 1.0);
    let gists = open.map(|indicator| CliffGist {
        id: indicator.id,
        chance: indicator.threshold,
        earns: indicator.mean / indicator.threshold,
    });
    let swing = |gist: &CliffGist| gist.earns * gist.earns * gist.chance * (1.0 - gist.chance);
    gists.max_by(|a, b| swing(a).total_cmp(&swing(b)).then(b.id.cmp(&a.id)))
}
