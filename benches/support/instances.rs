//! The instances of the speed comparison by their names.

use crate::instance::Instance;

/// Every instance, the smallest first.
pub(crate) fn all() -> [(&'static str, Instance); 3] {
    [
        (
            "small",
            include_str!("../../tests/fixtures/speed/small.json"),
        ),
        (
            "medium",
            include_str!("../../tests/fixtures/speed/medium.json"),
        ),
        (
            "national",
            include_str!("../../tests/fixtures/speed/national.json"),
        ),
    ]
    .map(|(size, text)| (size, Instance::read(text)))
}
