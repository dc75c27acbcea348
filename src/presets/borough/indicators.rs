//! The borough's indicators: their paths without and with the agreement, and what money does.

use crate::model::{Better, Indicator, Kind, Pounds, Response, Shape};
use crate::presets::build::{baseline, indicator, points, values};
use Better::{Higher, Lower};

pub(super) fn indicators() -> Vec<Indicator> {
    let mut indicators = children();
    indicators.extend(safer());
    indicators.extend(healthier());
    indicators.extend(economic());
    indicators.extend(watched());
    indicators
}

/// A baseline of 2005/06, expected without, and agreed with the stretch, each as printed.
struct Paths(&'static str, [&'static str; 3], [&'static str; 3]);

/// The cost of the full stretch in thousands of pounds.
fn cost(thousands: i64, shape: Shape) -> Option<Response> {
    Some(Response::Cost {
        full: Pounds(thousands * 1_000),
        shape,
    })
}

fn stretch(measured: Indicator, paths: &Paths, response: Option<Response>) -> Indicator {
    Indicator {
        baseline: baseline(2005, paths.0),
        without: values(paths.1),
        with: values(paths.2),
        response,
        ..measured
    }
}

fn national(number: u16, indicator: Indicator) -> Indicator {
    Indicator {
        national: Some(number),
        ..indicator
    }
}

fn children() -> Vec<Indicator> {
    vec![
        national(
            117,
            stretch(
                indicator(
                    1,
                    1,
                    "16 to 18 year olds who are not in education, training or employment (NEET)",
                    "%",
                    1,
                    Lower,
                ),
                &Paths("10.8", ["10.4", "10.0", "9.6"], ["10.2", "9.4", "8.2"]),
                cost(6_300, Shape::Straight),
            ),
        ),
        national(
            112,
            stretch(
                indicator(2, 2, "Under 18 conception rate", "per 1,000", 1, Lower),
                &Paths("54.6", ["53.2", "51.8", "50.4"], ["52.6", "49.6", "45.6"]),
                cost(1_200, Shape::SlowStart),
            ),
        ),
        stretch(
            indicator(3, 3, "Half days missed in secondary schools", "%", 2, Lower),
            &Paths("9.12", ["8.95", "8.80", "8.65"], ["8.85", "8.45", "7.90"]),
            cost(5_630, Shape::Straight),
        ),
        stretch(
            indicator(4, 3, "Permanent exclusions from school", "number", 0, Lower),
            &Paths("64", ["62", "60", "58"], ["60", "52", "42"]),
            points(&[(0, 0), (3_600, 80), (5_200, 110)]),
        ),
    ]
}

fn safer() -> Vec<Indicator> {
    vec![
        stretch(
            indicator(
                5,
                4,
                "Domestic burglaries per 1,000 households",
                "per 1,000 households",
                1,
                Lower,
            ),
            &Paths("21.4", ["20.6", "19.8", "19.0"], ["19.9", "17.6", "15.0"]),
            cost(3_600, Shape::Diminishing),
        ),
        stretch(
            indicator(
                6,
                4,
                "Vehicle crimes per 1,000 residents",
                "per 1,000",
                1,
                Lower,
            ),
            &Paths("16.8", ["16.2", "15.6", "15.0"], ["15.7", "14.1", "12.2"]),
            cost(4_200, Shape::Straight),
        ),
        national(
            17,
            stretch(
                indicator(7, 5, "Perceptions of anti-social behaviour", "%", 0, Lower),
                &Paths("29", ["28", "27", "26"], ["26", "23", "19"]),
                None,
            ),
        ),
        stretch(
            indicator(8, 5, "Deliberate secondary fires", "incidents", 0, Lower),
            &Paths("1240", ["1210", "1180", "1150"], ["1160", "1050", "900"]),
            cost(2_400, Shape::Straight),
        ),
        stretch(
            indicator(
                9,
                6,
                "Streets and land with unacceptable litter and detritus",
                "%",
                1,
                Lower,
            ),
            &Paths("22.0", ["20.5", "19.5", "18.5"], ["19.5", "16.5", "12.5"]),
            cost(3_000, Shape::Straight),
        ),
    ]
}

fn healthier() -> Vec<Indicator> {
    vec![
        stretch(
            indicator(
                10,
                7,
                "Older people helped to live at home per 1,000 aged 65 and over",
                "per 1,000 aged 65 and over",
                0,
                Higher,
            ),
            &Paths("84", ["86", "88", "90"], ["88", "95", "104"]),
            cost(6_100, Shape::Straight),
        ),
        stretch(
            indicator(
                11,
                8,
                "Emergency bed days, people aged 75 and over",
                "days",
                0,
                Lower,
            ),
            &Paths(
                "98400",
                ["98000", "97500", "97000"],
                ["96500", "93000", "88000"],
            ),
            cost(2_440, Shape::Straight),
        ),
        stretch(
            indicator(
                12,
                9,
                "People who stopped smoking at four weeks",
                "people",
                0,
                Higher,
            ),
            &Paths("1180", ["1260", "1300", "1340"], ["1360", "1560", "1820"]),
            cost(2_500, Shape::Diminishing),
        ),
    ]
}

fn economic() -> Vec<Indicator> {
    vec![
        national(
            153,
            stretch(
                indicator(
                    13,
                    10,
                    "Working age people claiming out of work benefits in the worst neighbourhoods",
                    "%",
                    1,
                    Lower,
                ),
                &Paths("31.2", ["30.8", "30.4", "30.0"], ["30.4", "29.0", "26.5"]),
                cost(8_300, Shape::SlowStart),
            ),
        ),
        national(
            171,
            stretch(
                indicator(
                    14,
                    11,
                    "New business registration rate",
                    "per 10,000",
                    1,
                    Higher,
                ),
                &Paths("29.5", ["30.0", "30.5", "31.0"], ["30.8", "33.2", "37.0"]),
                cost(2_700, Shape::Straight),
            ),
        ),
        national(
            163,
            stretch(
                indicator(
                    15,
                    12,
                    "Working age population qualified to at least Level 2",
                    "%",
                    1,
                    Higher,
                ),
                &Paths("61.4", ["62.2", "63.0", "63.8"], ["62.6", "64.6", "67.4"]),
                cost(2_400, Shape::SlowStart),
            ),
        ),
    ]
}

/// Indicators of the required outcomes: they are followed and earn no reward.
fn watched() -> Vec<Indicator> {
    let local = |indicator| Indicator {
        kind: Kind::Local,
        ..indicator
    };
    vec![
        local(national(
            109,
            stretch(
                indicator(
                    16,
                    13,
                    "Delivery of Sure Start Children's Centres",
                    "number",
                    0,
                    Higher,
                ),
                &Paths("6", ["7", "8", "9"], ["8", "12", "16"]),
                cost(11_500, Shape::Straight),
            ),
        )),
        Indicator {
            kind: Kind::Statutory,
            ..national(
                73,
                stretch(
                    indicator(
                        17,
                        14,
                        "Achievement at level 4 or above in both English and Maths at Key Stage 2",
                        "%",
                        0,
                        Higher,
                    ),
                    &Paths("68", ["69", "70", "71"], ["70", "73", "76"]),
                    cost(4_300, Shape::Straight),
                ),
            )
        },
        local(national(
            40,
            stretch(
                indicator(
                    18,
                    15,
                    "Number of drug users recorded as being in effective treatment",
                    "number",
                    0,
                    Higher,
                ),
                &Paths("1120", ["1160", "1200", "1240"], ["1180", "1270", "1380"]),
                cost(6_200, Shape::Diminishing),
            ),
        )),
        local(stretch(
            indicator(
                19,
                16,
                "Carers receiving a break or a specific carer's service",
                "people",
                0,
                Higher,
            ),
            &Paths("1450", ["1480", "1510", "1540"], ["1510", "1620", "1760"]),
            cost(2_200, Shape::Straight),
        )),
        local(national(
            4,
            stretch(
                indicator(
                    20,
                    17,
                    "% of people who feel they can influence decisions in their locality",
                    "%",
                    0,
                    Higher,
                ),
                &Paths("31", ["31", "32", "32"], ["32", "35", "38"]),
                cost(3_400, Shape::Diminishing),
            ),
        )),
    ]
}
