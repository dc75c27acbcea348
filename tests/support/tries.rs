//! How often a law is tried on something drawn at random.

use proptest::prelude::ProptestConfig;

/// The cases that proptest tries unless it is told otherwise.
const USUAL: u32 = 256;

/// So many cases, and as many times more as `PROPTEST_CASES` is more than usual.
pub(crate) fn tries(cases: u32) -> ProptestConfig {
    let asked = ProptestConfig::default();
    let cases = cases.saturating_mul(asked.cases) / USUAL;
    ProptestConfig {
        cases: cases.max(1),
        max_global_rejects: cases.saturating_mul(100).max(20_000),
        failure_persistence: None,
        ..asked
    }
}
