//! One figure of each kind from invented numbers, for tests that look at all of them.

mod odds;

pub(crate) use odds::{curve, delivery, difference, fan, spread};

use crate::chart::figure::{CROSS, Figure, Role, block_class};
use crate::chart::trajectory::{Better, Size};
use crate::chart::{
    blocks, curve, delivery, flow, payments, response, spread, strip, trajectory, waterfall,
};

/// Every figure with the number of rows that its table must have.
pub(crate) fn figures() -> Vec<(Figure, usize)> {
    vec![
        (strip::draw(&strip()), 3),
        (blocks::draw(&blocks()), 8),
        (waterfall::draw(&waterfall()), 17),
        (flow::draw(&flow()), 77),
        (trajectory::draw(&trajectory(Size::Large)), 5),
        (trajectory::draw(&trajectory(Size::Small)), 5),
        (response::draw(&response()), 6),
        (payments::draw(&payments()), 4),
        (spread::draw(&spread()), 17),
        (spread::draw(&difference()), 20),
        (curve::draw(&curve()), 7),
        (delivery::draw(&delivery()), 5),
    ]
}

/// Pounds as an officer would say them: £412k, £1.32m.
fn pounds(value: f64) -> String {
    let sign = if value < 0.0 { "−" } else { "" };
    match value.abs() {
        large if large >= 999_500.0 => format!("{sign}£{:.2}m", large / 1e6),
        small => format!("{sign}£{:.0}k", small / 1e3),
    }
}

fn name(role: Role) -> String {
    match role {
        Role::Base => "Ring-fenced blocks".to_owned(),
        Role::Open => "Single pot".to_owned(),
        Role::Other => "Offer from the Government Office".to_owned(),
    }
}

pub(crate) fn strip() -> strip::Strip {
    let dot = |role, score: f64, text: &str| strip::Dot {
        name: name(role),
        role,
        score: Some(score),
        text: text.to_owned(),
    };
    strip::Strip {
        width: 320.0,
        name: "Fear of crime after dark".to_owned(),
        threshold: 0.6,
        dots: vec![
            dot(Role::Base, 0.52, "52%"),
            dot(Role::Open, 0.66, "66%"),
            dot(Role::Other, 1.31, "131%"),
        ],
        range: Some((0.52, 0.78)),
    }
}

const BLOCKS: [&str; 4] = [
    "Children & young people",
    "Safer & stronger",
    "Healthier & older people",
    "Economic development",
];

pub(crate) fn blocks() -> blocks::Blocks {
    let bar = |role, parts: [f64; 4]| blocks::Bar {
        name: name(role),
        role,
        label: pounds(parts.iter().sum()),
        segments: parts
            .iter()
            .enumerate()
            .map(|(i, &part)| blocks::Segment {
                name: BLOCKS[i].to_owned(),
                class: block_class(i),
                pounds: part,
                label: pounds(part),
            })
            .collect(),
    };
    let bars = vec![
        bar(Role::Base, [1.62e6, 1.48e6, 1.10e6, 1.20e6]),
        bar(Role::Open, [1.84e6, 1.30e6, 1.42e6, 0.84e6]),
    ];
    blocks::Blocks { width: 360.0, bars }
}

const INDICATORS: [(&str, usize, f64); 17] = [
    ("Secondary school attendance", 0, 0.64),
    ("Care leavers with five good GCSEs", 0, 0.61),
    (
        "Young people not in education, employment or training",
        0,
        0.93,
    ),
    ("Teenage conceptions per 1,000 aged 15 to 17", 0, 0.31),
    ("Recorded crime (BCS comparator)", 1, 0.83),
    ("Fear of crime after dark", 1, 0.66),
    ("Repeat incidents of domestic violence", 1, 1.0),
    ("Abandoned vehicles removed within a day", 1, 0.88),
    ("Recycling", 1, 1.0),
    ("Intensive home care per 1,000 aged 65 and over", 2, 0.78),
    ("Smoking quitters at four weeks", 2, 0.92),
    ("Falls admissions", 2, 0.55),
    ("Direct payments", 2, 1.0),
    ("Bus journeys", 3, 0.88),
    ("People helped into work", 3, 0.58),
    ("New businesses a year on", 3, 0.72),
    ("Adults with a first qualification", 3, 0.97),
];

pub(crate) fn waterfall() -> waterfall::Waterfall {
    let (mut running, mut lost, mut pot) = (0.0, 0.0, 0.0);
    let mut groups: Vec<waterfall::Group> = Vec::new();
    for (i, (indicator, block, score)) in INDICATORS.iter().enumerate() {
        let potential = 149_000.0 + 20_000.0 * (i % 4) as f64;
        let pays = *score >= 0.6;
        let earned = if pays { potential * score } else { 0.0 };
        running += earned;
        pot += potential;
        lost += if pays { 0.0 } else { potential };
        let row = waterfall::Row {
            key: format!("indicator-{i}"),
            name: (*indicator).to_owned(),
            standing: if pays {
                waterfall::Standing::Pays
            } else {
                waterfall::Standing::Under
            },
            score: format!("{:.0}%", score * 100.0),
            potential,
            earned,
            potential_label: pounds(potential),
            earned_label: pounds(earned),
            running_label: pounds(running),
        };
        match groups.last_mut() {
            Some(group) if group.class == block_class(*block) => group.rows.push(row),
            _ => groups.push(waterfall::Group {
                name: BLOCKS[*block].to_owned(),
                class: block_class(*block),
                label: String::new(),
                rows: vec![row],
            }),
        }
    }
    for group in &mut groups {
        group.label = pounds(group.rows.iter().map(|row| row.earned).sum());
    }
    waterfall::Waterfall {
        width: 760.0,
        groups,
        earned_label: pounds(running),
        potential_label: pounds(pot),
        lost_label: pounds(lost),
        unscored: None,
    }
}

const STREAMS: [(&str, Option<usize>, f64); 25] = [
    ("Children’s Services Grant", Some(0), 1.31e6),
    ("Children’s Fund", Some(0), 6.2e5),
    ("Sure Start", Some(0), 1.12e6),
    ("Connexions", Some(0), 8.8e5),
    ("Teenage Pregnancy", Some(0), 1.4e5),
    ("Positive Activities for Young People", Some(0), 1.1e5),
    ("School Travel Advisers", Some(0), 3.4e4),
    ("Behaviour Improvement", Some(0), 2.9e5),
    ("Safer and Stronger Communities Fund", Some(1), 9.1e5),
    ("Basic Command Unit Fund", Some(1), 2.4e5),
    ("Drug Strategy Partnership Support", Some(1), 9.0e4),
    ("Anti-Social Behaviour Grant", Some(1), 5.5e4),
    ("Waste Performance and Efficiency", Some(1), 2.1e5),
    ("Cleaner, Safer, Greener", Some(1), 1.6e5),
    ("Prevention of Domestic Violence", Some(1), 4.0e4),
    ("Carers Grant", Some(2), 5.7e5),
    ("Preserved Rights", Some(2), 4.4e5),
    ("Supporting People Administration", Some(2), 1.3e5),
    ("Choosing Health", Some(2), 2.6e5),
    ("Stop Smoking", Some(2), 1.5e5),
    ("Local Enterprise Growth Initiative", Some(3), 7.9e5),
    ("Skills for Jobs", Some(3), 3.1e5),
    ("Rural Transport", Some(3), 1.8e5),
    ("Neighbourhood Renewal Fund", None, 2.2e6),
    ("Earlier reward grant", None, 3.1e5),
];

pub(crate) fn flow() -> flow::Flow {
    let node = |name: &str, class: &'static str| flow::Node {
        key: name.to_owned(),
        name: name.to_owned(),
        class,
    };
    let class = |block: Option<usize>| block.map_or(CROSS, block_class);
    let streams = STREAMS
        .iter()
        .map(|&(name, block, _)| node(name, class(block)))
        .collect();
    let mut blocks: Vec<flow::Node> = BLOCKS
        .iter()
        .enumerate()
        .map(|(i, name)| node(name, block_class(i)))
        .collect();
    blocks.push(node("Cross-cutting", CROSS));
    let outcomes = INDICATORS
        .iter()
        .map(|&(name, block, _)| node(name, block_class(block)))
        .collect();
    let partners = [
        "Council",
        "Police",
        "Primary care trust",
        "Districts",
        "Voluntary sector",
    ];
    let mut links = Vec::new();
    let mut add = |column, from, to, pounds| {
        links.push(flow::Link {
            column,
            from,
            to,
            pounds,
        })
    };
    let mut sums = [0.0; 5];
    for (i, &(_, block, pounds)) in STREAMS.iter().enumerate() {
        add(0, i, block.unwrap_or(4), pounds);
        sums[block.unwrap_or(4)] += pounds;
    }
    for (i, &(_, block, score)) in INDICATORS.iter().enumerate() {
        let peers: f64 = INDICATORS
            .iter()
            .filter(|other| other.1 == block)
            .map(|other| other.2)
            .sum();
        let own = sums[block] * score / peers;
        let cross = if i % 3 == 0 { sums[4] / 6.0 } else { 0.0 };
        add(1, block, i, own);
        if cross > 0.0 {
            add(1, 4, i, cross);
        }
        add(2, i, block, (own + cross) * 0.7);
        if i % 4 != 0 {
            add(2, i, 4, (own + cross) * 0.3);
        }
    }
    let column = |noun: &str, nodes: Vec<flow::Node>| flow::Column {
        noun: noun.to_owned(),
        nodes,
    };
    flow::Flow {
        width: 1080.0,
        height: 560.0,
        columns: vec![
            column("stream", streams),
            column("block", blocks),
            column("outcome", outcomes),
            column("partner", partners.map(|name| node(name, CROSS)).into()),
        ],
        links,
        least: 0.012,
        format: pounds,
    }
}

pub(crate) fn trajectory(size: Size) -> trajectory::Trajectory {
    let projection = |role, values: [f64; 3]| trajectory::Projection {
        name: name(role),
        role,
        values: [None, None].into_iter().chain(values.map(Some)).collect(),
    };
    trajectory::Trajectory {
        size,
        width: if size == Size::Large { 640.0 } else { 230.0 },
        name: "Intensive home care per 1,000 aged 65 and over".to_owned(),
        unit: "households per 1,000".to_owned(),
        decimals: 1,
        better: Better::Higher,
        threshold: 0.6,
        years: ["2004/05", "2005/06", "2006/07", "2007/08", "2008/09"]
            .map(String::from)
            .into(),
        baseline: Some((0, 4.1)),
        without: vec![None, Some(4.2), Some(4.4), Some(4.7), Some(4.9)],
        origin: vec![None, Some(4.2), Some(4.4), Some(4.7), Some(4.9)],
        with: vec![None, Some(4.4), Some(5.4), Some(7.0), Some(8.5)],
        actual: vec![None, Some(4.5), Some(5.1), None, None],
        projections: vec![
            projection(Role::Base, [5.1, 6.0, 6.9]),
            projection(Role::Open, [5.1, 6.3, 7.7]),
        ],
        fan: if size == Size::Large {
            fan([(5.8, 6.8), (6.4, 9.1)])
        } else {
            Vec::new()
        },
    }
}

pub(crate) fn response() -> response::Response {
    let bend = |pounds, score| response::Bend { pounds, score };
    let dot = |role, pounds, score, reached: &str| response::Dot {
        name: name(role),
        role,
        pounds,
        score,
        reached: reached.to_owned(),
    };
    response::Response {
        width: 360.0,
        height: 230.0,
        name: "People helped into work".to_owned(),
        class: block_class(3),
        points: vec![
            bend(0.0, 0.08),
            bend(2.4e5, 0.27),
            bend(6.0e5, 0.92),
            bend(8.0e5, 1.0),
        ],
        threshold: 0.6,
        dots: vec![
            dot(Role::Base, 4.6e5, 0.667, "67%"),
            dot(Role::Open, 4.1e5, 0.577, "58%"),
        ],
        handles: response::Handles::Shown,
        most: None,
        format: pounds,
    }
}

pub(crate) fn payments() -> payments::Payments {
    let year = |name: &str, capital: f64, revenue: f64| payments::Year {
        name: name.to_owned(),
        capital,
        revenue,
        capital_label: pounds(capital),
        revenue_label: pounds(revenue),
        label: pounds(capital + revenue),
        range: (capital > 3e5).then(|| payments::Range {
            low: 0.7 * (capital + revenue),
            high: 1.2 * (capital + revenue),
            label: "£854k to £1.46m".to_owned(),
        }),
    };
    payments::Payments {
        width: 420.0,
        years: vec![
            year("2007/08", 2.2e5, 2.2e5),
            year("2008/09", 6.1e5, 6.1e5),
            year("2009/10", 6.1e5, 6.1e5),
            year("2010/11", -4.0e4, -4.0e4),
        ],
        format: pounds,
    }
}
