//! Names of the four blocks that guidance gave every agreement.

/// Library number of the first block.
pub const START: u16 = 900;

/// Children and Young People.
pub const CHILDREN: u8 = 1;
/// Safer and Stronger Communities.
pub const SAFER_AND_STRONGER: u8 = 2;
/// Healthier Communities and Older People.
pub const HEALTHIER_AND_OLDER: u8 = 3;
/// Economic Development and Enterprise, which the pilots of 2004 did not have.
pub const ECONOMIC_DEVELOPMENT: u8 = 4;

/// Block names in the order of their numbers 1 to 4. Append only.
pub const NAMES: &[&str] = &[
    "Children and Young People",
    "Safer and Stronger Communities",
    "Healthier Communities and Older People",
    "Economic Development and Enterprise",
];
