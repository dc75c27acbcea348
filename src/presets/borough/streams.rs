//! The borough's streams, in thousands of pounds for 2006/07, 2007/08 and 2008/09.

use crate::model::{Amount, BlockId, Control, Origin, PartnerId, Pounds, Stream};
use crate::presets::borough::{
    CHILDREN, COUNCIL, ECONOMIC, HEALTHIER, JOBCENTRE, PCT, POLICE, SAFER,
};
use crate::presets::build::{floor, grant, named, spending, thousands};

pub(super) fn streams() -> Vec<Stream> {
    let mut streams = children();
    streams.extend(safer());
    streams.extend(healthier());
    streams.extend(economic());
    streams.extend(cross_cutting());
    streams
}

fn pooled(id: u16, name: &str, home: BlockId, amounts: [i64; 3]) -> Stream {
    grant(id, name, Some(home), Some(COUNCIL), thousands(amounts))
}

/// A grant that its owner keeps and spends on the outcomes in these rows.
fn aligned(
    id: u16,
    name: &str,
    home: BlockId,
    owner: PartnerId,
    amounts: [i64; 3],
    rows: &[(u16, [i64; 3])],
) -> Stream {
    Stream {
        control: Control::Aligned,
        spending: spending(rows),
        ..grant(id, name, Some(home), Some(owner), thousands(amounts))
    }
}

#[rustfmt::skip] // a stream to two lines: what binds it, then its amounts
fn children() -> Vec<Stream> {
    vec![
        Stream { floors: floor(1, 2_000), named: named(&[1]),
            ..pooled(2, "Connexions", CHILDREN, [2_180, 2_190, 2_200]) },
        Stream { floors: floor(13, 4_200), named: named(&[13]),
            ..pooled(3, "General Sure Start Grant (Revenue)", CHILDREN, [4_450, 4_900, 5_150]) },
        pooled(4, "Children's Services Grant", CHILDREN, [880, 910, 930]),
        Stream { floors: floor(14, 700), named: named(&[3, 14]),
            ..pooled(5, "School Development Grant (LA retained)", CHILDREN, [1_750, 1_760, 1_780]) },
        Stream { named: named(&[3, 14]),
            ..pooled(6, "Extended Schools", CHILDREN, [420, 520, 640]) },
        Stream { named: named(&[1]),
            ..pooled(7, "Positive Activities for Young People", CHILDREN, [168, 168, 170]) },
        Stream { floors: floor(2, 152), named: named(&[2]),
            ..pooled(8, "Teenage Pregnancy grant", CHILDREN, [152, 152, 152]) },
        Stream { floors: floor(3, 68), named: named(&[3]),
            ..pooled(9, "Secondary Strategy behaviour and attendance", CHILDREN, [68, 68, 68]) },
        Stream { named: named(&[14]),
            ..pooled(10, "Primary Strategy Central Co-ordination", CHILDREN, [210, 215, 220]) },
        Stream { named: named(&[3, 14]),
            ..pooled(11, "Secondary Strategy central co-ordination", CHILDREN, [190, 195, 200]) },
        Stream { named: named(&[3]),
            ..pooled(12, "School Travel Advisers", CHILDREN, [48, 48, 48]) },
    ]
}

#[rustfmt::skip] // as above
fn safer() -> Vec<Stream> {
    vec![
        Stream { floors: floor(17, 150), named: named(&[4, 5, 6, 17]),
            ..pooled(13, "Safer and Stronger Communities Fund (SSCF)", SAFER, [1_420, 1_450, 1_480]) },
        aligned(14, "Basic Command Unit (BCU) Fund", SAFER, POLICE, [315, 315, 315],
            &[(4, [240, 240, 240]), (5, [75, 75, 75])]),
        Stream { floors: floor(15, 145), named: named(&[15]),
            ..pooled(15, "Young People Substance Misuse Partnership Grant", SAFER, [145, 145, 145]) },
        Stream { named: named(&[15]),
            ..pooled(16, "Drug Strategy Partnership Support Grant", SAFER, [96, 96, 96]) },
        aligned(17, "Adult drug treatment pooled budget", SAFER, PCT, [1_950, 2_100, 2_150],
            &[(15, [1_950, 2_100, 2_150])]),
        Stream { named: named(&[6]),
            ..pooled(18, "Waste Performance and Efficiency Grant", SAFER, [410, 430, 430]) },
    ]
}

#[rustfmt::skip] // as above
fn healthier() -> Vec<Stream> {
    vec![
        aligned(19, "Supporting People programme", HEALTHIER, COUNCIL, [1_640, 1_640, 1_620],
            &[(7, [1_640, 1_640, 1_620])]),
        aligned(20, "PCT Choosing Health money", HEALTHIER, PCT, [480, 720, 760],
            &[(8, [80, 120, 120]), (9, [400, 600, 640])]),
        Stream { floors: floor(16, 800), named: named(&[16]),
            ..pooled(21, "Carers Grant", HEALTHIER, [880, 900, 910]) },
        Stream { named: named(&[7]),
            ..pooled(22, "Preventative Technology Grant", HEALTHIER, [165, 270, 270]) },
        Stream {
            origin: Origin::Local,
            partner: Some(PCT),
            ..pooled(23, "Primary care trust contribution", HEALTHIER, [250, 250, 250])
        },
    ]
}

#[rustfmt::skip] // as above
fn economic() -> Vec<Stream> {
    vec![
        pooled(24, "Single Programme (regional development agency)", ECONOMIC, [350, 380, 380]),
        aligned(25, "Deprived Areas Fund (DWP)", ECONOMIC, JOBCENTRE, [900, 1_150, 1_200],
            &[(10, [900, 1_150, 1_200])]),
    ]
}

fn cross_cutting() -> Vec<Stream> {
    let expected = Amount::Range {
        low: Pounds(1_000_000),
        high: Pounds(2_000_000),
    };
    let earned = vec![expected, expected, Amount::Stated(Pounds(0))];
    vec![
        grant(
            1,
            "Neighbourhood Renewal Fund (NRF)",
            None,
            Some(COUNCIL),
            thousands([4_650, 4_650, 4_650]),
        ),
        Stream {
            origin: Origin::Local,
            ..grant(26, "Earlier reward grant", None, Some(COUNCIL), earned)
        },
    ]
}
