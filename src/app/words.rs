//! What choices are called, once for lists, tables and sentences alike; capitals are put on where one begins.
//!
//! A choice has a second form only where a sentence needs it.

use crate::app::lookup::Lookup;
use crate::model::{
    Agreement, Fence, OutcomeSplit, PaymentRule, Preset, PumpGrant, PumpSplit, PumpTo, Relaxation,
    SetUp, Shape, SharingTo, Standing,
};
use crate::text::share;

/// The name of a set-up.
#[must_use]
pub fn setup_name(setup: SetUp) -> &'static str {
    match setup {
        SetUp::SeparateStreams => "Separate streams",
        SetUp::RingFencedBlocks => "Ring-fenced blocks",
        SetUp::SinglePot => "Single pot",
        SetUp::AreaBasedGrant => "Area Based Grant",
    }
}

/// A fence as the reach that it leaves.
#[must_use]
pub fn fence_name(fence: Fence) -> &'static str {
    match fence {
        Fence::Stream => "its own outcomes",
        Fence::Block => "its block",
        Fence::Agreement => "the whole agreement",
        Fence::None => "no fence, floors fall",
    }
}

/// A freedom by what it relaxes.
#[must_use]
pub fn freedom_name(agreement: &Agreement, relaxation: Relaxation) -> String {
    let names = Lookup(agreement);
    match relaxation {
        Relaxation::LiftStream(id) => format!("Lifting the fence on {}", names.stream_name(id)),
        Relaxation::LiftBlock(id) => format!("Lifting the fence of {}", names.block_name(id)),
        Relaxation::DropFloor { stream, outcome } => {
            format!(
                "Dropping the floor of {} for {}",
                names.stream_name(stream),
                names.outcome_name(outcome)
            )
        }
        Relaxation::CarryForward { stream, share } => {
            format!(
                "Carrying over {} of {}",
                share::exact(share),
                names.stream_name(stream)
            )
        }
        Relaxation::BringForward { stream, share } => {
            format!(
                "Bringing forward {} of {}",
                share::exact(share),
                names.stream_name(stream)
            )
        }
        Relaxation::Pool(id) => format!("Pooling {}", names.stream_name(id)),
    }
}

/// A freedom by what it relaxes, where its stream is at hand.
pub(crate) fn freedom_at_hand(agreement: &Agreement, relaxation: Relaxation) -> String {
    match relaxation {
        Relaxation::LiftStream(_) => "Lifting its fence".to_owned(),
        Relaxation::LiftBlock(_) => freedom_name(agreement, relaxation),
        Relaxation::DropFloor { outcome, .. } => {
            let name = Lookup(agreement).outcome_name(outcome);
            format!("Dropping its floor for {name}")
        }
        Relaxation::CarryForward { .. } => "Carrying over into the next year".to_owned(),
        Relaxation::BringForward { .. } => "Bringing forward from the next year".to_owned(),
        Relaxation::Pool(_) => "Pooling it".to_owned(),
    }
}

/// Where a freedom can stand, in the order of the choice; none: it is not on the list.
pub const STANDINGS: [Option<Standing>; 4] = [
    None,
    Some(Standing::Asked),
    Some(Standing::Granted),
    Some(Standing::Refused),
];

/// Where a freedom stands.
#[must_use]
pub fn standing_name(standing: Option<Standing>) -> &'static str {
    match standing {
        Some(Standing::Asked) => "asked for",
        Some(Standing::Granted) => "granted",
        Some(Standing::Refused) => "refused",
        None => "not asked for",
    }
}

/// Where a freedom stands now that it stood elsewhere.
pub(crate) fn standing_now(standing: Option<Standing>) -> &'static str {
    match standing {
        None => "no longer asked for",
        listed => standing_name(listed),
    }
}

/// How pump-priming can be split, in the order of the choice.
pub const PUMP_SPLITS: [PumpSplit; 3] = [PumpSplit::Typed, PumpSplit::Equal, PumpSplit::Indicators];

/// How pump-priming is split over the outcomes that bear reward.
#[must_use]
pub fn pump_split_name(split: PumpSplit) -> &'static str {
    match split {
        PumpSplit::Typed => "as typed",
        PumpSplit::Equal => "equally among outcomes",
        PumpSplit::Indicators => "by number of rewarded indicators",
    }
}

/// Schemes in the order of the choice.
pub const SCHEMES: [Preset; 3] = [Preset::Lpsa, Preset::Stretch, Preset::Designated];

/// The scheme under which reward is earned.
#[must_use]
pub fn scheme_name(preset: Preset) -> &'static str {
    match preset {
        Preset::Lpsa => "Local Public Service Agreement",
        Preset::Stretch => "stretch targets of 2005–08",
        Preset::Designated => "designated targets of 2008–11",
    }
}

/// Payment rules in the order of the choice.
pub const PAYMENTS: [PaymentRule; 2] = [PaymentRule::TwoInstalments, PaymentRule::March2011];

/// How an entitlement becomes payments.
#[must_use]
pub fn payment_name(payment: PaymentRule) -> &'static str {
    match payment {
        PaymentRule::TwoInstalments => "in two equal instalments",
        PaymentRule::March2011 => "as paid in March 2011",
    }
}

/// How the pot can be split, in the order of the choice.
pub const POT_SPLITS: [OutcomeSplit; 2] = [OutcomeSplit::Equal, OutcomeSplit::Stated];

/// How the pot is split over the outcomes that bear reward.
#[must_use]
pub fn pot_split_name(split: OutcomeSplit) -> &'static str {
    match split {
        OutcomeSplit::Equal => "equally",
        OutcomeSplit::Stated => "by the weights of the outcomes",
    }
}

/// How partners share the reward.
#[must_use]
pub fn sharing_name(to: &SharingTo) -> &'static str {
    match to {
        SharingTo::Delivery => "by delivery of what earned it",
        SharingTo::Equal => "each partner the same",
        SharingTo::Typed(_) => "by typed shares",
    }
}

/// How much the pump-priming grant is.
#[must_use]
pub fn pump_grant_name(grant: PumpGrant) -> &'static str {
    match grant {
        PumpGrant::Formula => "£750,000 and £1 a head",
        PumpGrant::Stated(_) => "a stated sum",
    }
}

/// Who gets the pump-priming.
#[must_use]
pub fn pump_to_name(to: &PumpTo) -> &'static str {
    match to {
        PumpTo::Delivery => "to who delivers the outcome",
        PumpTo::Typed(_) => "by typed shares",
    }
}

/// Shapes of a response in the order of the choice.
pub const SHAPES: [Shape; 3] = [Shape::Straight, Shape::Diminishing, Shape::SlowStart];

/// How a response runs.
#[must_use]
pub fn shape_name(shape: Shape) -> &'static str {
    match shape {
        Shape::Straight => "straight",
        Shape::Diminishing => "diminishing",
        Shape::SlowStart => "slow start",
    }
}

/// How a response runs, with what that means.
#[must_use]
pub fn shape_explained(shape: Shape) -> String {
    let name = shape_name(shape);
    match shape {
        Shape::Straight => name.to_owned(),
        Shape::Diminishing => format!("{name}: the first pounds bring most"),
        Shape::SlowStart => format!("{name}: little until under way"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fails where two options of a choice are called the same.
    #[track_caller]
    fn assert_apart(names: &[&str]) {
        for (at, name) in names.iter().enumerate() {
            assert!(!names[..at].contains(name), "{name} is said of two");
        }
    }

    #[test]
    fn every_option_of_a_choice_has_a_name_of_its_own() {
        assert_apart(&STANDINGS.map(standing_name));
        assert_apart(&PUMP_SPLITS.map(pump_split_name));
        assert_apart(&SCHEMES.map(scheme_name));
        assert_apart(&PAYMENTS.map(payment_name));
        assert_apart(&POT_SPLITS.map(pot_split_name));
        assert_apart(&SHAPES.map(shape_name));
    }

    #[test]
    fn only_what_was_on_the_list_is_no_longer_asked_for() {
        assert_eq!(standing_now(None), "no longer asked for");
        for standing in STANDINGS.into_iter().skip(1) {
            assert_eq!(standing_now(standing), standing_name(standing));
        }
    }
}
