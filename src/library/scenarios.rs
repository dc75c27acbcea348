//! Names that scenarios usually go by.

/// Library number of the first scenario name.
pub const START: u16 = 1200;

/// Scenario names by number. Append only.
pub const NAMES: &[&str] = &[
    "Separate streams",
    "Ring-fenced blocks",
    "Single pot",
    "Area Based Grant",
    "Our offer",
    "Their offer",
    "As agreed",
    "As reported",
    "As published",
    "Base",
    "Draft",
    "An illustrative borough",
    "Bath & North East Somerset",
    "Telford & Wrekin",
    "Shropshire",
    "All target areas",
    "Programme team",
];
