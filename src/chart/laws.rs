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

/// Fails if the boxes of two texts overlap; widths are reckoned generously.
#[track_caller]
pub(crate) fn assert_legible(scene: &Scene) {
    let mut boxes: Vec<(String, Point, Point)> = Vec::new();
    visit(&scene.marks, &mut |mark| {
        if let (Shape::Text { text, .. }, [upper, lower]) = (&mark.shape, corners(mark).as_slice())
        {
            boxes.push((text.clone(), *upper, *lower));
        }
    });
    for (i, (text, a, b)) in boxes.iter().enumerate() {
        for (other, c, d) in &boxes[i + 1..] {
            let apart =
                b.0 <= c.0 + 0.5 || d.0 <= a.0 + 0.5 || b.1 <= c.1 + 0.5 || d.1 <= a.1 + 0.5;
            assert!(apart, "{text:?} and {other:?} overlap");
        }
    }
}
