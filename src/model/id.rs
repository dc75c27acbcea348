//! Small integer ids of everything that can be referred to; never reused within a workbook.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub u16);
    )*};
}

ids! {
    /// Names a block.
    BlockId
    /// Names a partner.
    PartnerId
    /// Names a stream.
    StreamId
    /// Names an outcome.
    OutcomeId
    /// Names an indicator.
    IndicatorId
    /// Names a scenario.
    ScenarioId
}
