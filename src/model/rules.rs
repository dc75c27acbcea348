//! Reward rules as data: the pot, its split, the threshold, payment, sharing and pump-priming.

use crate::model::money::{BasisPoints, Pounds};
use crate::model::outcome::PartnerShare;
use serde::{Deserialize, Serialize};

/// The version of the rules that this program computes; links carry it.
pub const VERSION: u32 = 1;

/// How reward and pump-priming are reckoned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rules {
    /// Which scheme.
    pub preset: Preset,
    /// The most that can be earned.
    pub pot: Pot,
    /// The share of the stretch below which nothing is paid; exactly this share pays.
    pub threshold: BasisPoints,
    /// How the pot is split over outcomes.
    pub split: OutcomeSplit,
    /// How an entitlement becomes payments.
    pub payment: PaymentRule,
    /// Who gets what of the reward.
    pub sharing: Sharing,
    /// The pump-priming grant.
    pub pump: PumpRules,
}

/// The usual pot, 2.5% of the net budget requirement, and the threshold of 60% (Isle of Wight LPSA, schedule 4; for
/// the share also Hansard, 13 March 2009).
impl Default for Rules {
    fn default() -> Self {
        Self {
            preset: Preset::Stretch,
            pot: Pot::Rate(BasisPoints(250)),
            threshold: BasisPoints(6_000),
            split: OutcomeSplit::Equal,
            payment: PaymentRule::TwoInstalments,
            sharing: Sharing::default(),
            pump: PumpRules::default(),
        }
    }
}

impl Rules {
    /// Whether there is one cliff, on the average of all designated indicators, in place of one for each.
    #[must_use]
    pub fn has_one_cliff(&self) -> bool {
        self.preset == Preset::Designated
    }
}

/// The scheme under which reward is earned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Preset {
    /// Local Public Service Agreement: every stretch indicator has its own cliff.
    Lpsa,
    /// Local Area Agreement with stretch targets, 2005–08: the same arithmetic.
    #[default]
    Stretch,
    /// Local Area Agreement 2008–11: one cliff on the average of designated indicators. An assumption.
    Designated,
}

/// The most that can be earned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pot {
    /// A share of the net budget requirement: 2.5% in the schemes of 2001 to 2008.
    Rate(BasisPoints),
    /// A stated sum.
    Stated(Pounds),
}

/// How the pot is split over the outcomes that bear reward.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeSplit {
    /// Each the same.
    #[default]
    Equal,
    /// By the stated weights of the outcomes, rescaled when one is dropped.
    Stated,
}

/// How an entitlement becomes payments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PaymentRule {
    /// Two equal instalments in the two years after the end, half capital and half revenue.
    #[default]
    TwoInstalments,
    /// As paid in March 2011: what was due from 2010/11 on becomes one payment of half its sum.
    March2011,
}

/// Who gets what of the reward: top-slices, a part held for bids, the rest to partners.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Sharing {
    /// Sums taken off first, from the first payments.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub top_slices: Vec<TopSlice>,
    /// Share of what is left that is held for bids.
    pub bids: BasisPoints,
    /// How partners share the rest.
    pub to: SharingTo,
}

/// A sum taken off the reward before it is shared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopSlice {
    /// What it is for.
    pub name: String,
    /// The sum in pounds.
    pub pounds: Pounds,
}

/// How partners share the reward.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SharingTo {
    /// Each by its delivery of the outcomes that earned it.
    #[default]
    Delivery,
    /// Each the same.
    Equal,
    /// By typed shares.
    Typed(Vec<PartnerShare>),
}

/// The pump-priming grant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PumpRules {
    /// How much it is.
    pub grant: PumpGrant,
    /// The most that can be spent by each year-end, as a share of the grant; later years: all of it.
    pub by_year_end: Vec<BasisPoints>,
    /// Who gets it.
    pub to: PumpTo,
}

impl PumpRules {
    /// The most that can be spent by the end of one of so many years, as a share of the grant: all of it where no share
    /// is stated, and in the last year where shares are stated for more.
    #[must_use]
    pub fn share_by(&self, year: usize, years: usize) -> BasisPoints {
        let cut_short = year + 1 >= years && self.by_year_end.len() > years;
        let stated = self.by_year_end.get(year).filter(|_| !cut_short);
        stated.copied().unwrap_or(BasisPoints::WHOLE)
    }
}

/// The usual profile, 30%, 65% and all of it by each year-end, is an assumption, from how late the grant arrived and was
/// spent in Bath & North East Somerset, 2004 to 2006.
impl Default for PumpRules {
    fn default() -> Self {
        Self {
            grant: PumpGrant::Formula,
            by_year_end: vec![BasisPoints(3_000), BasisPoints(6_500), BasisPoints::WHOLE],
            to: PumpTo::Delivery,
        }
    }
}

/// How much the pump-priming grant is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PumpGrant {
    /// £750,000 and £1 for each person.
    #[default]
    Formula,
    /// A stated sum.
    Stated(Pounds),
}

/// Who gets the pump-priming.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PumpTo {
    /// The partners that deliver the outcome it is spent on.
    #[default]
    Delivery,
    /// Partners by typed shares.
    Typed(Vec<PartnerShare>),
}
