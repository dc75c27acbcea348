//! How large an agreement may be: every reader of outside bytes and every field holds to these.

/// Years of an agreement: 3 unless changed.
pub const YEARS: usize = 6;
/// Blocks of an agreement.
pub const BLOCKS: usize = 12;
/// Partners of an agreement.
pub const PARTNERS: usize = 40;
/// Streams of an agreement.
pub const STREAMS: usize = 200;
/// Outcomes of an agreement.
pub const OUTCOMES: usize = 64;
/// Indicators of an agreement.
pub const INDICATORS: usize = 128;
/// The highest number in the national indicator set of 2008: 199 (The National Archives, national indicators).
pub const NATIONAL: u32 = 199;
/// Scenarios of a workbook.
pub const SCENARIOS: usize = 64;
/// Freedoms, pins or fences typed in one scenario, each.
pub const CHOICES: usize = 256;
/// Floors of one stream.
pub const FLOORS: usize = 64;
/// Top-slices of the reward.
pub const TOP_SLICES: usize = 16;
/// Points of a response to money.
pub const RESPONSE_POINTS: std::ops::RangeInclusive<usize> = 2..=6;
/// The furthest point of a response: 200% of the agreement's stretch, in basis points.
pub const RESPONSE_SHARE: u32 = 20_000;
/// The largest sum of money, in pounds, that may be typed.
pub const POUNDS: i64 = 100_000_000_000;
/// The largest value of an indicator, either side of zero. With six places it has at most fifteen
/// digits, so that a JSON number carries it exactly.
pub const VALUE: i64 = 1_000_000_000;
/// Bytes of a name, as UTF-8.
pub const NAME_BYTES: usize = 80;
/// Bytes of a note or of its source, as UTF-8.
pub const NOTE_BYTES: usize = 600;
/// Notes of a workbook.
pub const NOTES: usize = 200;
/// People in an area.
pub const POPULATION: u32 = 100_000_000;
/// First financial years that an agreement may start in, by their first calendar year.
pub const FIRST_YEARS: std::ops::RangeInclusive<u16> = 1990..=2090;
/// The largest weight of an indicator or of an outcome.
pub const WEIGHT: u32 = 1_000_000;
