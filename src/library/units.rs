//! Units in which indicators are measured.

/// Library number of the first unit.
pub const START: u16 = 950;

/// Units by number. Append only.
pub const NAMES: &[&str] = &[
    "%",
    "percentage points",
    "number",
    "per 1,000",
    "per 10,000",
    "per 100,000",
    "score",
    "level",
    "rate",
    "days",
    "minutes",
    "years",
    "£",
    "kg",
    "million",
    "index",
    "hours",
    "weeks",
    "tonnes",
    "£ a week",
    "£ million",
    "per 1,000 households",
    "per 1,000 aged 65 and over",
    "per 1,000 girls aged 15 to 17",
    "per 10,000 residents",
    "places",
    "households",
    "people",
    "children",
    "journeys",
    "homes",
    "businesses",
    "incidents",
    "visits",
];
