//! Reward rules as decisions: those of the scheme cost a bit.

use crate::codec::body::coder::{Chance, Coder};
use crate::codec::body::money::Sum;
use crate::codec::body::number::{Choice, Number, Share};
use crate::codec::body::place::Parts;
use crate::codec::varint::Flaw;
use crate::model::{
    BasisPoints, OutcomeSplit, PartnerId, PaymentRule, Pot, Pounds, Preset, PumpGrant, PumpRules,
    PumpTo, Rules, Sharing, SharingTo, TopSlice, limits,
};

/// Append-only, as is the table of [`To`], and outgrown only by a new schema: see [`Choice::among`].
const PRESETS: [Preset; 3] = [Preset::Stretch, Preset::Lpsa, Preset::Designated];

/// How partners share the reward, without their shares.
#[derive(Clone, Copy, PartialEq)]
enum To {
    Delivery,
    Equal,
    Typed,
}

/// The chances of everything in the rules.
pub(super) struct RuleChances {
    usual: [Chance; 3],
    preset: Choice,
    stated: Chance,
    rate: Share,
    pot: Sum,
    threshold: Share,
    by_weight: Chance,
    march_2011: Chance,
    slices: Number,
    slice: Sum,
    bids: Share,
    to: Choice,
    parts: Parts,
    grant_stated: Chance,
    grant: Sum,
    year_ends: Number,
    year_end: Share,
    pump_typed: Chance,
    pump_parts: Parts,
}

impl RuleChances {
    pub(super) fn new(partners: &[PartnerId]) -> Self {
        Self {
            usual: [Chance::NEW; 3],
            preset: Choice::among(PRESETS.len()),
            stated: Chance::NEW,
            rate: Share::like(&[]),
            pot: Sum::new(),
            threshold: Share::like(&[60, 60]),
            by_weight: Chance::NEW,
            march_2011: Chance::NEW,
            slices: Number::like(&[0, 1]),
            slice: Sum::new(),
            bids: Share::like(&[0, 25, 50]),
            to: Choice::among(3),
            parts: Parts::among(partners),
            grant_stated: Chance::NEW,
            grant: Sum::new(),
            year_ends: Number::like(&[3, 3]),
            year_end: Share::like(&[30, 65, 100]),
            pump_typed: Chance::NEW,
            pump_parts: Parts::among(partners),
        }
    }

    /// Passes rules without the names of their top-slices.
    pub(super) fn pass(
        &mut self,
        coder: &mut dyn Coder,
        partners: &[PartnerId],
        rules: &mut Rules,
    ) -> Result<(), Flaw> {
        let usual = Rules::default();
        if coder.decide(&mut self.usual[0], *rules == usual)? {
            *rules = usual;
            return Ok(());
        }
        let Rules {
            preset,
            pot,
            threshold,
            split,
            payment,
            sharing,
            pump,
        } = rules;
        *preset = self.preset.one_of(coder, &PRESETS, *preset)?;
        *pot = self.pot(coder, *pot)?;
        *threshold = self.threshold.pass(coder, *threshold)?;
        let by_weight = coder.decide(&mut self.by_weight, *split == OutcomeSplit::Stated)?;
        *split = if by_weight {
            OutcomeSplit::Stated
        } else {
            OutcomeSplit::Equal
        };
        let march = *payment == PaymentRule::March2011;
        let march = coder.decide(&mut self.march_2011, march)?;
        *payment = if march {
            PaymentRule::March2011
        } else {
            PaymentRule::TwoInstalments
        };
        self.sharing(coder, partners, sharing)?;
        self.pump(coder, partners, pump)
    }

    fn pot(&mut self, coder: &mut dyn Coder, pot: Pot) -> Result<Pot, Flaw> {
        if coder.decide(&mut self.stated, matches!(pot, Pot::Stated(_)))? {
            let held = if let Pot::Stated(pounds) = pot {
                pounds
            } else {
                Pounds(0)
            };
            Ok(Pot::Stated(self.pot.pass(coder, held)?))
        } else {
            let held = if let Pot::Rate(rate) = pot {
                rate
            } else {
                BasisPoints(0)
            };
            Ok(Pot::Rate(self.rate.pass(coder, held)?))
        }
    }

    fn sharing(
        &mut self,
        coder: &mut dyn Coder,
        partners: &[PartnerId],
        sharing: &mut Sharing,
    ) -> Result<(), Flaw> {
        const ALL: [To; 3] = [To::Delivery, To::Equal, To::Typed];
        if coder.decide(&mut self.usual[1], *sharing == Sharing::default())? {
            *sharing = Sharing::default();
            return Ok(());
        }
        let Sharing {
            top_slices,
            bids,
            to,
        } = sharing;
        let blank = TopSlice {
            name: String::new(),
            pounds: Pounds(0),
        };
        self.slices
            .list(coder, limits::TOP_SLICES, top_slices, blank)?;
        for slice in top_slices {
            slice.pounds = self.slice.pass(coder, slice.pounds)?;
        }
        *bids = self.bids.pass(coder, *bids)?;
        let (held, mut parts) = match std::mem::take(to) {
            SharingTo::Delivery => (To::Delivery, Vec::new()),
            SharingTo::Equal => (To::Equal, Vec::new()),
            SharingTo::Typed(parts) => (To::Typed, parts),
        };
        *to = match self.to.one_of(coder, &ALL, held)? {
            To::Delivery => SharingTo::Delivery,
            To::Equal => SharingTo::Equal,
            To::Typed => {
                self.parts.pass(coder, partners, &mut parts)?;
                SharingTo::Typed(parts)
            }
        };
        Ok(())
    }

    fn pump(
        &mut self,
        coder: &mut dyn Coder,
        partners: &[PartnerId],
        pump: &mut PumpRules,
    ) -> Result<(), Flaw> {
        if coder.decide(&mut self.usual[2], *pump == PumpRules::default())? {
            *pump = PumpRules::default();
            return Ok(());
        }
        let PumpRules {
            grant,
            by_year_end,
            to,
        } = pump;
        let stated = matches!(grant, PumpGrant::Stated(_));
        *grant = if coder.decide(&mut self.grant_stated, stated)? {
            let held = if let PumpGrant::Stated(pounds) = *grant {
                pounds
            } else {
                Pounds(0)
            };
            PumpGrant::Stated(self.grant.pass(coder, held)?)
        } else {
            PumpGrant::Formula
        };
        self.year_ends
            .list(coder, limits::YEARS, by_year_end, BasisPoints(0))?;
        for share in by_year_end {
            *share = self.year_end.pass(coder, *share)?;
        }
        let held = std::mem::take(to);
        *to = if coder.decide(&mut self.pump_typed, matches!(held, PumpTo::Typed(_)))? {
            let mut parts = if let PumpTo::Typed(parts) = held {
                parts
            } else {
                Vec::new()
            };
            self.pump_parts.pass(coder, partners, &mut parts)?;
            PumpTo::Typed(parts)
        } else {
            PumpTo::Delivery
        };
        Ok(())
    }
}
