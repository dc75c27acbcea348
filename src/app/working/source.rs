//! Where the rules come from: the documents that state them, or that they are assumed.

/// Where a rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// The document, or what is assumed.
    pub says: &'static str,
    /// Whether the rule is assumed: no document was found that states it.
    pub assumed: bool,
}

const fn document(says: &'static str) -> Source {
    Source {
        says,
        assumed: false,
    }
}

const fn assumed(says: &'static str) -> Source {
    Source {
        says,
        assumed: true,
    }
}

/// The rule that a reward is earned by: what is measured, the cliff and the cap.
pub const SCHEDULE: Source = document(
    "Isle of Wight Council, 12 June 2002, Local Public Service Agreement, schedule 4: the grant for \
     each target",
);
/// The size of the pot.
pub const POT: Source = document(
    "Hansard, House of Commons, 13 March 2009: 2.5% of the net budget requirement; the same in Isle \
     of Wight Council, 12 June 2002, schedule 4",
);
/// A pot that was typed.
pub const TYPED_POT: Source =
    document("The sum stated in the agreement or typed for this scenario");
/// One cliff on the average.
pub const AVERAGE: Source = assumed(
    "The formula of 2008–11 is assumed. Bath & North East Somerset Council, 14 May 2008, says only \
     that all designated targets are taken together and judged on their last year",
);
/// Two instalments, and payments on account.
pub const INSTALMENTS: Source = document(
    "Isle of Wight Council, 12 June 2002, schedule 4, for the instalments and the fifth on account; \
     Hansard, House of Commons, 13 March 2009, for half capital and half revenue",
);
/// An advance beyond what is earned.
pub const REPAID: Source = assumed(
    "That an advance beyond what is earned is repaid out of the first instalment is assumed: the \
     sentence on it is cut off in the schedule that could be read",
);
/// The last payment.
pub const MARCH_2011: Source = document(
    "Department for Communities and Local Government, Performance Reward Grant Determination \
     2010–11, March 2011",
);
/// Pump-priming.
pub const PUMP: Source = document(
    "Salford City Council, 2002, report of the Leader to Cabinet: £750,000 and £1 per head of \
     population",
);
/// When pump-priming may be spent.
pub const PUMP_PROFILE: Source = assumed(
    "The shares that may be spent by each year-end are assumed from how late the grant arrived and \
     was spent elsewhere: Bath & North East Somerset Council, 2004 to 2006",
);
/// When pump-priming may be spent, where other shares are typed.
pub const TYPED_PROFILE: Source =
    document("The shares that may be spent by each year-end are those typed in the reward rules");
/// How a reward is shared.
pub const SHARING: Source = document(
    "Sharing is a local choice. Wirral took sums off first and shared the rest by delivery; \
     Oxfordshire held half for bids",
);
/// Which stream pays what.
pub const PAYING: Source = assumed(
    "Which stream pays is derived: pins, floors and minimums first, then the streams that reach \
     least far. No document prescribes an order",
);
/// What money does.
pub const RESPONSE: Source = assumed(
    "What money brings is an estimate of those who typed the response, and so is how soon it works",
);
/// A path without an agreement of which not every year is stated.
pub const STRAIGHT_LINE: Source = assumed(
    "That the value without the agreement moves on a straight line between stated years, the \
     baseline among them, is assumed: often only that of the last year was published",
);
/// A path without an agreement of which nothing is stated before some year.
pub const HELD: Source = assumed(
    "That the value without the agreement was the same before the first year of which it is stated \
     is assumed",
);
/// Money that a partner, or an earlier reward, puts in.
pub const LOCAL: Source = assumed(
    "That no set-up fences a local contribution, and that a range counts at its low end, is \
     assumed: no document speaks of it",
);
/// What is a plain sum of figures that have workings of their own.
pub const SUM: Source = document("A plain sum of the figures below");
/// What partners bring and spend.
pub const SHARES: Source = document(
    "The agreement: who brings each stream, and who delivers each outcome with what share",
);
