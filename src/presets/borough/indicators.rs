//! The borough's indicators: their paths without and with the agreement, and what money does.

use crate::library::risks::Measure;
use crate::model::{Better, DeliveryRisk, Indicator, Kind, Pounds, Response, Shape};
use crate::presets::build::{baseline, indicator, points, values};
use Better::{Higher, Lower};
use Shape::{Diminishing, SlowStart, Straight};

pub(super) fn indicators() -> Vec<Indicator> {
    let mut indicators = children();
    indicators.extend(safer());
    indicators.extend(healthier());
    indicators.extend(economic());
    indicators.extend(watched());
    for indicator in &mut indicators {
        indicator.risk = risk(indicator);
    }
    indicators
}

/// The usual risk of what can earn reward, by how it is measured: rates and numbers of people are counted.
fn risk(indicator: &Indicator) -> Option<DeliveryRisk> {
    let measure = match (
        indicator.name.starts_with("Perceptions"),
        indicator.unit.as_str(),
    ) {
        (true, _) => Measure::Survey,
        (false, "%") => Measure::Controlled,
        (false, _) => Measure::Chance,
    };
    (indicator.kind == Kind::Stretch).then(|| measure.risk())
}

/// The baseline of 2005/06, what is expected without the agreement and what is agreed, by year.
type Paths = (&'static str, [&'static str; 3], [&'static str; 3]);

/// An indicator with its number in the national set, if it has one, its paths and its response.
fn follow(
    measured: Indicator,
    national: Option<u16>,
    (before, without, with): Paths,
    response: Option<Response>,
) -> Indicator {
    Indicator {
        national,
        baseline: baseline(2005, before),
        without: values(without),
        with: values(with),
        response,
        ..measured
    }
}

/// The cost of the full stretch in thousands of pounds.
fn cost(thousands: i64, shape: Shape) -> Option<Response> {
    let full = Pounds(thousands * 1_000);
    Some(Response::Cost { full, shape })
}

#[rustfmt::skip] // an indicator to four lines: what is measured, its number, its paths, its response
fn children() -> Vec<Indicator> {
    vec![
        follow(indicator(1, 1, "16 to 18 year olds who are not in education, training or employment (NEET)", "%", 1, Lower),
            Some(117),
            ("10.8", ["10.4", "10.0", "9.6"], ["10.2", "9.4", "8.2"]),
            cost(6_300, Straight)),
        follow(indicator(2, 2, "Under 18 conception rate", "per 1,000", 1, Lower),
            Some(112),
            ("54.6", ["53.2", "51.8", "50.4"], ["52.6", "49.6", "45.6"]),
            cost(1_200, SlowStart)),
        follow(indicator(3, 3, "Half days missed in secondary schools", "%", 2, Lower),
            None,
            ("9.12", ["8.95", "8.80", "8.65"], ["8.85", "8.45", "7.90"]),
            cost(5_630, Straight)),
        follow(indicator(4, 3, "Permanent exclusions from school", "number", 0, Lower),
            None,
            ("64", ["62", "60", "58"], ["60", "52", "42"]),
            points(&[(0, 0), (3_600, 80), (5_200, 110)])),
    ]
}

#[rustfmt::skip] // as above
fn safer() -> Vec<Indicator> {
    vec![
        follow(indicator(5, 4, "Domestic burglaries per 1,000 households", "per 1,000 households", 1, Lower),
            None,
            ("21.4", ["20.6", "19.8", "19.0"], ["19.9", "17.6", "15.0"]),
            cost(3_600, Diminishing)),
        follow(indicator(6, 4, "Vehicle crimes per 1,000 residents", "per 1,000", 1, Lower),
            None,
            ("16.8", ["16.2", "15.6", "15.0"], ["15.7", "14.1", "12.2"]),
            cost(4_200, Straight)),
        follow(indicator(7, 5, "Perceptions of anti-social behaviour", "%", 0, Lower),
            Some(17),
            ("29", ["28", "27", "26"], ["26", "23", "19"]),
            None),
        follow(indicator(8, 5, "Deliberate secondary fires", "incidents", 0, Lower),
            None,
            ("1240", ["1210", "1180", "1150"], ["1160", "1050", "900"]),
            cost(2_400, Straight)),
        follow(indicator(9, 6, "Streets and land with unacceptable litter and detritus", "%", 1, Lower),
            None,
            ("22.0", ["20.5", "19.5", "18.5"], ["19.5", "16.5", "12.5"]),
            cost(3_000, Straight)),
    ]
}

#[rustfmt::skip] // as above
fn healthier() -> Vec<Indicator> {
    vec![
        follow(indicator(10, 7, "Older people helped to live at home per 1,000 aged 65 and over",
            "per 1,000 aged 65 and over", 0, Higher),
            None,
            ("84", ["86", "88", "90"], ["88", "95", "104"]),
            cost(6_100, Straight)),
        follow(indicator(11, 8, "Emergency bed days, people aged 75 and over", "days", 0, Lower),
            None,
            ("98400", ["98000", "97500", "97000"], ["96500", "93000", "88000"]),
            cost(2_440, Straight)),
        follow(indicator(12, 9, "People who stopped smoking at four weeks", "people", 0, Higher),
            None,
            ("1180", ["1260", "1300", "1340"], ["1360", "1560", "1820"]),
            cost(2_500, Diminishing)),
    ]
}

#[rustfmt::skip] // as above
fn economic() -> Vec<Indicator> {
    vec![
        follow(indicator(13, 10, "Working age people claiming out of work benefits in the worst neighbourhoods", "%", 1, Lower),
            Some(153),
            ("31.2", ["30.8", "30.4", "30.0"], ["30.4", "29.0", "26.5"]),
            cost(8_300, SlowStart)),
        follow(indicator(14, 11, "New business registration rate", "per 10,000", 1, Higher),
            Some(171),
            ("29.5", ["30.0", "30.5", "31.0"], ["30.8", "33.2", "37.0"]),
            cost(2_700, Straight)),
        follow(indicator(15, 12, "Working age population qualified to at least Level 2", "%", 1, Higher),
            Some(163),
            ("61.4", ["62.2", "63.0", "63.8"], ["62.6", "64.6", "67.4"]),
            cost(2_400, SlowStart)),
    ]
}

/// Indicators of the required outcomes: they are followed and earn no reward.
#[rustfmt::skip] // as above
fn watched() -> Vec<Indicator> {
    let local = |indicator| Indicator { kind: Kind::Local, ..indicator };
    let statutory = |indicator| Indicator { kind: Kind::Statutory, ..indicator };
    vec![
        local(follow(indicator(16, 13, "Delivery of Sure Start Children's Centres", "number", 0, Higher),
            Some(109),
            ("6", ["7", "8", "9"], ["8", "12", "16"]),
            cost(11_500, Straight))),
        statutory(follow(indicator(17, 14, "Achievement at level 4 or above in both English and Maths at Key Stage 2", "%", 0, Higher),
            Some(73),
            ("68", ["69", "70", "71"], ["70", "73", "76"]),
            cost(4_300, Straight))),
        local(follow(indicator(18, 15, "Number of drug users recorded as being in effective treatment", "number", 0, Higher),
            Some(40),
            ("1120", ["1160", "1200", "1240"], ["1180", "1270", "1380"]),
            cost(6_200, Diminishing))),
        local(follow(indicator(19, 16, "Carers receiving a break or a specific carer's service", "people", 0, Higher),
            None,
            ("1450", ["1480", "1510", "1540"], ["1510", "1620", "1760"]),
            cost(2_200, Straight))),
        local(follow(indicator(20, 17, "% of people who feel they can influence decisions in their locality", "%", 0, Higher),
            Some(4),
            ("31", ["31", "32", "32"], ["32", "35", "38"]),
            cost(3_400, Diminishing))),
    ]
}
