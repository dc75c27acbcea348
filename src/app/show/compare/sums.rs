//! Sums of Compare: what is earned, and beside it what is paid where that is another sum.

use crate::app::compare::Comparison;
use crate::app::show::paid;
use crate::engine::Takings;
use crate::model::Pence;
use crate::text::money;

/// What the second sums of a line are.
const PAID: &str = "Where the payment rule pays less than is earned, each sum is followed by what is paid; \
    shares without such a sum are paid in full, and these add up too.";

/// A sum with its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The sum.
    pub pence: Pence,
    /// The sum with its sign, in three figures.
    pub text: String,
    /// Where it is earned: what of it is paid, with its text, as far as that is another sum.
    pub paid: Option<(Pence, String)>,
}

pub(super) fn sum(pence: Pence) -> Sum {
    Sum {
        pence,
        text: money::signed(pence),
        paid: None,
    }
}

pub(super) fn both(earned: Pence, paid: Pence) -> Takings {
    Takings { earned, paid }
}

/// A sum that is earned, with what of it is paid.
pub(super) fn earned(takings: Takings) -> Sum {
    Sum {
        paid: paid::note(takings),
        ..sum(takings.earned)
    }
}

/// What leaving a change brings: a change that earns is lost, one that costs is gained.
pub(super) fn left_out(lost: Takings) -> Sum {
    earned(-lost)
}

/// What is to be said of sums that are paid, where a change earns one sum and is paid another.
pub(super) fn paid_says(found: &Comparison) -> Option<&'static str> {
    let sums = found.apart.iter().flat_map(|it| [it.alone, it.lost]);
    let mut all = sums.chain([both(found.difference, found.paid)]);
    all.any(|takings| !takings.in_full()).then_some(PAID)
}
