//! The numbers that stand for choices in the figures.
//!
//! They are frozen with the form: the model may put its choices in another order, a new choice takes a number that
//! none has had, and none ever changes. What stands beside a choice in the same byte says here what it leaves free.

use crate::model::{
    Better, Control, Fence, Kind, Origin, OutcomeSplit, PaymentRule, Preset, PumpSplit, Shape,
    SharingTo, Standing,
};

/// No response to money; [`shape`] has 1, 2 and 3.
pub(super) const NO_RESPONSE: u8 = 0;

/// A response by points; a further shape takes 5.
pub(super) const POINTS: u8 = 4;

/// Added to a [`fence`] that is typed on a local contribution, which so takes 4 to 7; a further fence takes 8.
pub(super) const LOCAL: u8 = 4;

pub(super) const fn origin(origin: Origin) -> u8 {
    match origin {
        Origin::Grant => 0,
        Origin::Local => 1,
    }
}

pub(super) const fn control(control: Control) -> u8 {
    match control {
        Control::Pooled => 0,
        Control::Aligned => 1,
    }
}

pub(super) const fn fence(fence: Fence) -> u8 {
    match fence {
        Fence::Stream => 0,
        Fence::Block => 1,
        Fence::Agreement => 2,
        Fence::None => 3,
    }
}

pub(super) const fn standing(standing: Standing) -> i64 {
    match standing {
        Standing::Asked => 0,
        Standing::Granted => 1,
        Standing::Refused => 2,
    }
}

pub(super) const fn pump_split(split: PumpSplit) -> u64 {
    match split {
        PumpSplit::Typed => 0,
        PumpSplit::Equal => 1,
        PumpSplit::Indicators => 2,
    }
}

pub(super) const fn better(better: Better) -> u8 {
    match better {
        Better::Higher => 0,
        Better::Lower => 1,
    }
}

pub(super) const fn kind(kind: Kind) -> u8 {
    match kind {
        Kind::Stretch => 0,
        Kind::Designated => 1,
        Kind::Statutory => 2,
        Kind::Local => 3,
    }
}

/// The shape of a response by its cost, beside [`NO_RESPONSE`] and [`POINTS`].
pub(super) const fn shape(shape: Shape) -> u8 {
    match shape {
        Shape::Straight => 1,
        Shape::Diminishing => 2,
        Shape::SlowStart => 3,
    }
}

pub(super) const fn preset(preset: Preset) -> u8 {
    match preset {
        Preset::Lpsa => 0,
        Preset::Stretch => 1,
        Preset::Designated => 2,
    }
}

pub(super) const fn outcome_split(split: OutcomeSplit) -> u8 {
    match split {
        OutcomeSplit::Equal => 0,
        OutcomeSplit::Stated => 1,
    }
}

pub(super) const fn payment(payment: PaymentRule) -> u8 {
    match payment {
        PaymentRule::TwoInstalments => 0,
        PaymentRule::March2011 => 1,
    }
}

pub(super) const fn sharing(to: &SharingTo) -> u8 {
    match to {
        SharingTo::Delivery => 0,
        SharingTo::Equal => 1,
        SharingTo::Typed(_) => 2,
    }
}
