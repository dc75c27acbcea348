//! Names of the partners that usually signed an agreement.

/// Library number of the first partner.
pub const START: u16 = 1000;

/// Partners by number. Append only.
pub const NAMES: &[&str] = &[
    "Council",
    "Police",
    "Primary care trust",
    "District councils",
    "Fire and rescue service",
    "Further education college",
    "Jobcentre Plus",
    "Voluntary sector council",
    "Housing association",
    "Arm's-length housing company",
    "Learning and Skills Council",
    "Connexions partnership",
    "Probation service",
    "Youth offending team",
    "Hospital trust",
    "Mental health trust",
    "Chamber of commerce",
    "Business Link",
    "Regional development agency",
    "University",
    "Schools",
    "Children's trust",
    "Community safety partnership",
    "Drug and alcohol action team",
    "Passenger transport executive",
    "Parish and town councils",
    "Faith communities",
    "Community network",
    "Leisure trust",
    "Environment Agency",
    "National park authority",
    "County council",
    "Borough council",
    "Government Office",
    "Local strategic partnership",
];
