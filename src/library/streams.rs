//! Funding streams by number, with the block that they usually belong to.
//!
//! The names of grants are as printed in the lists that `tests/fixtures/README.md` cites; those
//! after the last of these are other grants of the period and usual local contributions.

use crate::library::blocks::{
    CHILDREN, ECONOMIC_DEVELOPMENT, HEALTHIER_AND_OLDER, SAFER_AND_STRONGER,
};

/// Library number of the first stream.
pub const START: u16 = 300;

/// A stream that agreements pooled, aligned or left outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stream {
    /// Its name as the grant's own papers have it.
    pub name: &'static str,
    /// The block it usually belongs to, 1 to 4; `None` where it cuts across all.
    pub home: Option<u8>,
}

/// The stream of that library number, if there is one.
#[must_use]
pub fn stream(number: u16) -> Option<&'static Stream> {
    ALL.get(usize::from(number.checked_sub(START)?))
}

const C: Option<u8> = Some(CHILDREN);
const S: Option<u8> = Some(SAFER_AND_STRONGER);
const H: Option<u8> = Some(HEALTHIER_AND_OLDER);
const E: Option<u8> = Some(ECONOMIC_DEVELOPMENT);
const CROSS: Option<u8> = None;

const fn row(name: &'static str, home: Option<u8>) -> Stream {
    Stream { name, home }
}

/// Streams by number. Append only.
pub static ALL: &[Stream] = &[
    row("Neighbourhood Renewal Fund (NRF)", CROSS),
    row("Connexions", C),
    row("General Sure Start Grant (Revenue)", C),
    row("Children's Services Grant", C),
    row("School Development Grant (LA retained)", C),
    row("Primary Strategy Central Co-ordination", C),
    row("Secondary Strategy central co-ordination", C),
    row("Secondary Strategy behaviour and attendance", C),
    row("School Travel Advisers", C),
    row("Positive Activities for Young People", C),
    row("Extended Schools", C),
    row("School Improvement Partners", C),
    row("Education Health Partnerships", C),
    row("Teenage Pregnancy grant", C),
    row("Children's Fund", C),
    row("Youth Opportunity Fund", C),
    row("Dedicated Schools Grant", C),
    row("Safer and Stronger Communities Fund (SSCF)", S),
    row("SSCF: Building Safer Communities", S),
    row("SSCF: anti-social behaviour co-ordinator", S),
    row("SSCF: Home Office Government Office crime funding", S),
    row(
        "SSCF: New Ventures, Liveability, community programmes, Neighbourhood Wardens",
        S,
    ),
    row("Neighbourhood Management Pathfinders", S),
    row("Basic Command Unit (BCU) Fund", S),
    row("Young People Substance Misuse Partnership Grant", S),
    row("Drug Strategy Partnership Support Grant", S),
    row("Adult drug treatment pooled budget", S),
    row("Waste Performance and Efficiency Grant", S),
    row("PCT Choosing Health money", H),
    row("Supporting People programme", H),
    row("Partnerships for Older People Projects", H),
    row("Local Enterprise Growth Initiative (LEGI)", E),
    row("Deprived Areas Fund (DWP)", E),
    row("Working Neighbourhoods Fund (2008-11)", CROSS),
    row("Pump-priming grant", CROSS),
    row("School Standards Grant", C),
    row("School Standards Grant (Personalisation)", C),
    row("School Development Grant", C),
    row("Ethnic Minority Achievement Grant", C),
    row("Targeted School Meals Grant", C),
    row("School Meals Grant", C),
    row("Targeted Support for Primary Strategy", C),
    row("Targeted Support for Secondary Strategy", C),
    row("Primary Strategy: Central Co-ordination", C),
    row("Primary Strategy: Communication, Language, Literacy", C),
    row("Secondary Strategy: Central Co-ordination", C),
    row(
        "Secondary Behaviour and Attendance: Central Co-ordination",
        C,
    ),
    row("Music Services", C),
    row("Music at Key Stage 2", C),
    row("Choice Advisers", C),
    row("Study Support Quality Development Programme", C),
    row("School Intervention Grant", C),
    row("Flexible 14 to 19 Partnerships Funding", C),
    row("Teenage Pregnancy", C),
    row("Publicising Positive Activities", C),
    row("School Development Grant (Schools)", C),
    row("School Development Grant (Local Authority Retained)", C),
    row("Devolved School Meals Grant", C),
    row("Primary Strategy: Communication, Language and Literacy", C),
    row("Secondary Strategy - Central Co-ordination", C),
    row("Secondary Strategy - Behaviour and Attendance", C),
    row("Regional School Travel Advisers", C),
    row("Walking to School Initiatives", C),
    row("General Duty on Sustainable Travel To School", C),
    row("Extended Rights for Free Travel", C),
    row("Care Matters", C),
    row("Contact Point", C),
    row("Transitional Information Sessions for parents", C),
    row("Playing for Success", C),
    row("14-19 Engagement Programme", C),
    row("Computers for Pupils: Recurrent", C),
    row("Earlier reward grant", CROSS),
    row("Council contribution", CROSS),
    row("Primary care trust contribution", CROSS),
    row("Police contribution", CROSS),
    row("District council contribution", CROSS),
    row("Housing association contribution", CROSS),
    row("College contribution", CROSS),
    row("Voluntary sector contribution", CROSS),
    row("Fire service contribution", CROSS),
    row("Jobcentre Plus contribution", CROSS),
    row("Second homes council tax", CROSS),
    row("Local contribution", CROSS),
    row("Building Safer Communities Fund", S),
    row("Neighbourhood Element", S),
    row("Cleaner, Safer, Greener Element", S),
    row("Neighbourhood Policing Fund", S),
    row("Prolific and other priority offenders scheme", S),
    row("Youth Inclusion Programme", S),
    row("Youth Justice Board prevention grant", S),
    row("Home Fire Risk Check initiative", S),
    row("Arson Control Forum grant", S),
    row("Domestic violence co-ordinator grant", S),
    row("Child and Adolescent Mental Health Services grant", C),
    row("Parenting Support", C),
    row("School Sport Partnerships", C),
    row("Aimhigher", C),
    row("Youth Capital Fund", C),
    row("Safeguarding Children grant", C),
    row("Carers Grant", H),
    row("Preserved Rights Grant", H),
    row("Access and Systems Capacity Grant", H),
    row("Delayed Discharges Grant", H),
    row("Mental Health Grant", H),
    row("AIDS Support Grant", H),
    row("Preventative Technology Grant", H),
    row("Stop smoking services", H),
    row("Healthy Schools programme", H),
    row("Sport England Active Communities", H),
    row("Local Exercise Action Pilot", H),
    row("Adult Social Care Workforce Grant", H),
    row("LINks grant", H),
    row("European Social Fund match", E),
    row("Single Programme (regional development agency)", E),
    row("Adult and community learning", E),
    row("Local Authority Business Growth Incentives", E),
    row("Homelessness grant", E),
    row("Planning Delivery Grant", E),
    row("Transport revenue support", E),
    row("Rural bus subsidy grant", E),
    row("Road safety grant", E),
    row("Housing market renewal (revenue)", E),
    row("Working Neighbourhoods pilot", E),
    row("New Deal for Communities", CROSS),
    row("Area Based Grant (whole)", CROSS),
    row("Pooled grant (whole agreement)", CROSS),
];
