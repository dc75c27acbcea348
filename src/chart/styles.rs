//! What the style sheets must hold for every picture to be seen.
#![allow(clippy::panic, reason = "a test may stop at once")]

use crate::chart::label::{SIZE, SMALL};
use crate::chart::laws::{assert_figure, assert_legible, assert_within, classes};
use crate::chart::sample;

const TOKENS: &str = include_str!("../../styles/tokens.css");
const CHARTS: &str = include_str!("../../styles/charts.css");

#[test]
fn every_figure_can_be_read_without_its_picture() {
    for (figure, rows) in sample::figures() {
        assert_figure(&figure, rows);
        assert_within(&figure.scene);
        assert_legible(&figure.scene);
    }
}

#[test]
fn every_class_has_a_look() {
    // Groups that only carry a key, and texts that look like any other.
    let plain = ["year", "outcome", "sum", "stack"];
    for (figure, _) in sample::figures() {
        for class in classes(&figure.scene) {
            let known = plain.contains(&class.as_str()) || CHARTS.contains(&format!(".{class}"));
            assert!(known, "{}: .{class} has no rule", figure.title);
        }
    }
}

#[test]
fn charts_take_their_colours_from_the_tokens() {
    assert!(!CHARTS.contains('#') && !CHARTS.contains("rgb(") && !CHARTS.contains("hsl("));
    for name in CHARTS
        .split("var(")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
    {
        let name = name.split(',').next().unwrap_or_default();
        let known = ["--block", "--on"].contains(&name) || TOKENS.contains(&format!("{name}:"));
        assert!(known, "{name} is not in tokens.css");
    }
}

#[test]
fn charts_write_text_as_large_as_they_reckon() {
    assert!(CHARTS.contains(&format!(".chart text {{\n    font-size: {SIZE}px;")));
    assert!(CHARTS.contains(&format!(".chart text.small {{\n    font-size: {SMALL}px;")));
}

/// WCAG 2.2, success criteria 1.4.3 (text, 4.5) and 1.4.11 (shapes, 3).
#[test]
fn text_and_shapes_have_the_contrast_of_level_aa() {
    let text = [
        ("ink", "paper"),
        ("ink", "card"),
        ("ink", "nil"),
        ("ink", "pays"),
        ("ink", "full"),
        ("ink", "accent-pale"),
        ("soft", "paper"),
        ("soft", "card"),
        ("soft", "accent-pale"),
        ("accent", "paper"),
        ("accent", "card"),
        ("accent-ink", "accent"),
        ("up", "card"),
        ("up", "paper"),
        ("down", "card"),
        ("down", "paper"),
        ("down", "accent-pale"),
        ("up", "accent-pale"),
        ("down", "down-pale"),
        ("near", "card"),
        ("near", "paper"),
        ("near", "near-pale"),
        ("ink", "down-pale"),
        ("ink", "raised"),
    ];
    let blocks: Vec<String> = (1..=8)
        .map(|n| format!("block-{n}"))
        .chain(["cross".to_owned()])
        .collect();
    for side in [0, 1] {
        let check = |over: &str, under: &str, least: f64| {
            let found = contrast(token(over, side), token(under, side));
            assert!(
                found >= least,
                "--{over} on --{under}, theme {side}: {found:.2}"
            );
        };
        text.iter()
            .for_each(|(over, under)| check(over, under, 4.5));
        for block in &blocks {
            check("on-block", block, 4.5);
            check(block, "card", 3.0);
            check(block, "paper", 3.0);
        }
        for (shape, ground) in [
            ("down", "nil"),
            ("down", "pays"),
            ("accent", "full"),
            ("control", "card"),
            ("control", "paper"),
        ] {
            check(shape, ground, 3.0);
        }
    }
}

/// The colour of a token in the light (0) or dark (1) theme.
fn token(name: &str, side: usize) -> [f64; 3] {
    let rest = TOKENS
        .split(&format!("--{name}: light-dark("))
        .nth(1)
        .unwrap_or_default();
    let colour = rest
        .split(')')
        .next()
        .unwrap_or_default()
        .split(", ")
        .nth(side)
        .unwrap_or_default();
    rgb(colour)
}

/// Red, green and blue from 0 to 1 of a colour like `#0b5a73`.
fn rgb(colour: &str) -> [f64; 3] {
    [1, 3, 5].map(|from| {
        let hex = colour.get(from..from + 2).unwrap_or_default();
        let byte =
            u8::from_str_radix(hex, 16).unwrap_or_else(|_| panic!("{colour:?} is no colour"));
        f64::from(byte) / 255.0
    })
}

/// Colours as people with normal sight, without red, green or blue receptors see them: Machado,
/// Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
/// Deficiency" (2009), severity 1, on linear red, green and blue.
const SIGHT: [[[f64; 3]; 3]; 4] = [
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.01182, 0.04294, 0.968881],
    ],
    [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.3039],
    ],
];

/// Twice a just noticeable difference (0.02 in Oklab), and a margin.
#[test]
fn blocks_stay_apart_however_colours_are_seen() {
    for side in [0, 1] {
        let blocks: Vec<[f64; 3]> = (1..=8)
            .map(|n| token(&format!("block-{n}"), side))
            .collect();
        for (kind, sight) in SIGHT.iter().enumerate() {
            for (i, a) in blocks.iter().enumerate() {
                for (j, b) in blocks.iter().enumerate().skip(i + 1) {
                    let (a, b) = (oklab(*a, sight), oklab(*b, sight));
                    let apart = a
                        .iter()
                        .zip(b)
                        .map(|(a, b)| (a - b) * (a - b))
                        .sum::<f64>()
                        .sqrt();
                    assert!(
                        apart >= 0.05,
                        "blocks {} and {}, theme {side}, sight {kind}: {apart:.3}",
                        i + 1,
                        j + 1
                    );
                }
            }
        }
    }
}

/// A grey printer keeps only lightness: a ratio of 1.4 is a step that an eye sees on paper.
#[test]
fn paper_parts_the_blocks_by_lightness_alone() {
    let print = TOKENS.split("@media print").nth(1).unwrap_or_default();
    let colour = |n: usize| {
        let rest = print.split(&format!("--block-{n}: ")).nth(1);
        rgb(rest.and_then(|rest| rest.get(..7)).unwrap_or_default())
    };
    for (a, b) in [
        (1, 2),
        (1, 3),
        (1, 4),
        (2, 3),
        (2, 4),
        (3, 4),
        (5, 6),
        (6, 7),
        (7, 8),
    ] {
        let found = contrast(colour(a), colour(b));
        assert!(found >= 1.4, "blocks {a} and {b}: {found:.2}");
    }
    let ink = token("ink", 0);
    for (text, blocks) in [(ink, [2, 3, 5, 7]), ([1.0; 3], [1, 4, 6, 8])] {
        for n in blocks {
            assert!(contrast(text, colour(n)) >= 4.5, "the text on block {n}");
        }
    }
}

/// Björn Ottosson's Oklab of a colour seen with the given sight.
fn oklab(colour: [f64; 3], sight: &[[f64; 3]; 3]) -> [f64; 3] {
    let seen = times(sight, colour.map(linear)).map(|part| part.max(0.0));
    let cones = [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ];
    let axes = [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ];
    times(&axes, times(&cones, seen).map(f64::cbrt))
}

fn times(matrix: &[[f64; 3]; 3], v: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(v).map(|(a, b)| a * b).sum())
}

fn linear(part: f64) -> f64 {
    if part <= 0.04045 {
        part / 12.92
    } else {
        ((part + 0.055) / 1.055).powf(2.4)
    }
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let light = |c: [f64; 3]| 0.2126 * linear(c[0]) + 0.7152 * linear(c[1]) + 0.0722 * linear(c[2]);
    let (a, b) = (light(a), light(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}
