//! What an agreement, a scenario and a workbook are: facts and choices, without behaviour beyond their invariants.
//!
//! Terms are those of the scheme and mean the same in code, screen and file. Money that people type is
//! in whole [`Pounds`]; money that is computed is in [`Pence`]; values of indicators are exact
//! [`Decimal`]s; shares are [`BasisPoints`]. Nothing here computes a result: that is the engine's work.

pub mod agreement;
pub mod check;
pub mod decimal;
pub mod grid;
pub mod id;
pub mod indicator;
pub mod ledger;
pub mod limits;
pub mod moment;
pub mod money;
pub mod order;
pub mod outcome;
pub mod rules;
pub mod scenario;
pub mod stream;
pub mod workbook;
pub mod year;

pub use agreement::{Agreement, Area, Block, Partner};
pub use check::{Fault, check};
pub use decimal::Decimal;
pub use grid::Grid;
pub use id::{BlockId, IndicatorId, OutcomeId, PartnerId, ScenarioId, StreamId};
pub use indicator::{
    Baseline, Better, DeliveryRisk, Indicator, Interim, Kind, Response, ResponsePoint, Shape,
};
pub use ledger::{Entry, Label};
pub use moment::{Moment, MomentError};
pub use money::{BasisPoints, Pence, Pounds, split};
pub use outcome::{Outcome, PartnerShare};
pub use rules::{
    OutcomeSplit, PaymentRule, Pot, Preset, PumpGrant, PumpRules, PumpTo, Rules, Sharing,
    SharingTo, TopSlice,
};
pub use scenario::{
    Fence, FenceChoice, Freedom, Pin, PumpPlan, PumpSplit, Relaxation, Scenario, SetUp, Standing,
    Stretch,
};
pub use stream::{Amount, Control, Floor, Origin, Stream};
pub(crate) use workbook::usual_correlation;
pub use workbook::{Entity, Note, NoteKind, USUAL_CORRELATION, Workbook};
pub use year::financial_year;
