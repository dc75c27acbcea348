//! What holds for every figure, and what tests need to look at a scene.

use std::collections::BTreeSet;

use crate::chart::figure::Figure;
use crate::chart::label::{SIZE, SMALL, text_width};
use crate::chart::scene::{Anchor, Mark, Point, Scene, Shape, Step};

/// All marks with every one of the given class names, groups opened, in drawing order.
pub(crate) fn all(scene: &Scene, class: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    visit(&scene.marks, &mut |mark| {
        let has = |name: &str| mark.class.split(' ').any(|own| own == name);
        if class.split(' ').all(has) {
            found.push(mark.clone());
        }
    });
    found
}

/// The words of all texts in drawing order.
pub(crate) fn texts(scene: &Scene) -> Vec<String> {
    let mut found = Vec::new();
    visit(&scene.marks, &mut |mark| {
        if let Shape::Text { text, .. } = &mark.shape {
            found.push(text.clone());
        }
    });
    found
}

/// Every class name in the scene.
pub(crate) fn classes(scene: &Scene) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    visit(&scene.marks, &mut |mark| {
        found.extend(mark.class.split_whitespace().map(String::from))
    });
    found
}

fn visit(marks: &[Mark], see: &mut dyn FnMut(&Mark)) {
    for mark in marks {
        see(mark);
        if let Shape::Group(inner) = &mark.shape {
            visit(inner, see);
        }
    }
}

/// Fails unless every mark lies within the picture.
#[track_caller]
pub(crate) fn assert_within(scene: &Scene) {
    assert!(
        scene.width > 0.0 && scene.width.is_finite(),
        "width {}",
        scene.width
    );
    assert!(
        scene.height > 0.0 && scene.height.is_finite(),
        "height {}",
        scene.height
    );
    visit(&scene.marks, &mut |mark| {
        for (x, y) in corners(mark) {
            let inside = (-0.01..=scene.width + 0.01).contains(&x)
                && (-0.01..=scene.height + 0.01).contains(&y);
            assert!(
                inside,
                "({x}, {y}) is outside {} × {}: {mark:?}",
                scene.width, scene.height
            );
        }
    });
}

fn corners(mark: &Mark) -> Vec<Point> {
    match &mark.shape {
        Shape::Rect {
            x,
            y,
            width,
            height,
            ..
        } => vec![(*x, *y), (x + width, y + height)],
        Shape::Line { from, to } => vec![*from, *to],
        Shape::Circle {
            centre: (x, y),
            radius,
        } => vec![(x - radius, y - radius), (x + radius, y + radius)],
        Shape::Path(steps) => steps.iter().flat_map(ends).collect(),
        Shape::Text {
            at: (x, y),
            anchor,
            text,
        } => {
            let size = if mark.class.contains("small") {
                SMALL
            } else {
                SIZE
            };
            let width = text_width(text, size);
            let left = match anchor {
                Anchor::Start => *x,
                Anchor::Middle => x - width / 2.0,
                Anchor::End => x - width,
            };
            vec![(left, y - size * 0.75), (left + width, y + size * 0.2)]
        }
        Shape::Group(_) => Vec::new(),
    }
}

fn ends(step: &Step) -> Vec<Point> {
    match *step {
        Step::Move(p) | Step::Line(p) => vec![p],
        Step::Curve(a, b, p) => vec![a, b, p],
        Step::Close => Vec::new(),
    }
}

/// Fails unless the figure can be read without its picture, with `rows` rows in its table.
#[track_caller]
pub(crate) fn assert_figure(figure: &Figure, rows: usize) {
    assert!(!figure.title.trim().is_empty(), "no title");
    assert!(
        figure.summary.ends_with('.') && figure.summary.len() > 1,
        "no sentence: {}",
        figure.summary
    );
    assert!(
        !figure.summary.contains("NaN") && !figure.summary.contains("inf"),
        "{}",
        figure.summary
    );
    assert!(!figure.table.caption.is_empty(), "no caption");
    assert_eq!(figure.table.rows.len(), rows);
    for row in &figure.table.rows {
        assert_eq!(
            row.cells.len() + 1,
            figure.table.head.len(),
            "row {}",
            row.header
        );
    }
}

mod styles {
    //! What the style sheets must hold for the pictures to be seen.
    #![allow(clippy::panic, reason = "a test may stop at once")]

    use super::*;
    use crate::chart::sample;

    const TOKENS: &str = include_str!("../../styles/tokens.css");
    const CHARTS: &str = include_str!("../../styles/charts.css");

    #[test]
    fn every_figure_can_be_read_without_its_picture() {
        for (figure, rows) in sample::figures() {
            assert_figure(&figure, rows);
            assert_within(&figure.scene);
        }
    }

    #[test]
    fn every_class_has_a_look() {
        // Groups that only carry a key, and texts that look like any other.
        let plain = ["year", "outcome", "sum", "stack"];
        for (figure, _) in sample::figures() {
            for class in classes(&figure.scene) {
                let known =
                    plain.contains(&class.as_str()) || CHARTS.contains(&format!(".{class}"));
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
            let known = name == "--block" || TOKENS.contains(&format!("{name}:"));
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
            ("up", "up-pale"),
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
        let part = |from: usize| {
            let hex = colour.get(from..from + 2).unwrap_or_default();
            let byte = u8::from_str_radix(hex, 16)
                .unwrap_or_else(|_| panic!("--{name} is no pair of colours"));
            f64::from(byte) / 255.0
        };
        [part(1), part(3), part(5)]
    }

    fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
        let linear = |c: f64| {
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        let light =
            |c: [f64; 3]| 0.2126 * linear(c[0]) + 0.7152 * linear(c[1]) + 0.0722 * linear(c[2]);
        let (a, b) = (light(a), light(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}
