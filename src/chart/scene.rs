//! A picture as data: marks with class names and positions, no colours and no browser.

use crate::chart::scale::finite;

/// A position in the picture's own units, x to the right and y downwards.
pub type Point = (f64, f64);

/// A picture of a known size in CSS pixels, its marks in drawing order.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Width of the picture.
    pub width: f64,
    /// Height of the picture.
    pub height: f64,
    /// What is drawn, the first mark at the back.
    pub marks: Vec<Mark>,
}

/// One thing that is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Form and position.
    pub shape: Shape,
    /// Class names separated by blanks; `styles/charts.css` gives them their look.
    pub class: String,
    /// What the browser shows when the pointer rests on the mark.
    pub title: Option<String>,
    /// What the mark stands for, for code that reacts to pointer and keyboard.
    pub key: Option<String>,
}

/// The forms a mark can have.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// An upright rectangle with corners rounded by `radius`.
    Rect {
        /// Left edge.
        x: f64,
        /// Upper edge.
        y: f64,
        /// Width, never negative.
        width: f64,
        /// Height, never negative.
        height: f64,
        /// Radius of the corners.
        radius: f64,
    },
    /// An open or closed outline.
    Path(Vec<Step>),
    /// A straight line between two points.
    Line {
        /// Where it starts.
        from: Point,
        /// Where it ends.
        to: Point,
    },
    /// A circle.
    Circle {
        /// Its centre.
        centre: Point,
        /// Its radius.
        radius: f64,
    },
    /// One line of text on a baseline.
    Text {
        /// The point that `anchor` speaks of, on the baseline.
        at: Point,
        /// Which part of the text stands at that point.
        anchor: Anchor,
        /// The words.
        text: String,
    },
    /// Marks that share a class or a key.
    Group(Vec<Mark>),
}

/// One step of an outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    /// Starts a new piece of outline.
    Move(Point),
    /// A straight piece.
    Line(Point),
    /// A cubic curve: two control points, then its end.
    Curve(Point, Point, Point),
    /// Back to the start of this piece.
    Close,
}

/// Which part of a text stands at its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The text starts there.
    Start,
    /// The text is centred there.
    Middle,
    /// The text ends there.
    End,
}

impl Mark {
    fn new(shape: Shape, class: &str) -> Mark {
        Mark {
            shape,
            class: class.to_owned(),
            title: None,
            key: None,
        }
    }

    /// A rectangle; a negative width or height becomes zero.
    pub fn rect(class: &str, at: Point, width: f64, height: f64) -> Mark {
        let (x, y) = clean(at);
        let shape = Shape::Rect {
            x,
            y,
            width: finite(width).max(0.0),
            height: finite(height).max(0.0),
            radius: 0.0,
        };
        Mark::new(shape, class)
    }

    /// An outline through the given steps.
    pub fn path(class: &str, steps: Vec<Step>) -> Mark {
        let steps = steps.into_iter().map(Step::clean).collect();
        Mark::new(Shape::Path(steps), class)
    }

    /// An open outline of straight pieces through the given points.
    pub fn polyline(class: &str, points: &[Point]) -> Mark {
        let steps = points.iter().enumerate();
        let steps = steps.map(|(i, &p)| if i == 0 { Step::Move(p) } else { Step::Line(p) });
        Mark::path(class, steps.collect())
    }

    /// A closed outline of straight pieces through the given points.
    pub fn polygon(class: &str, points: &[Point]) -> Mark {
        let mut mark = Mark::polyline(class, points);
        if let Shape::Path(steps) = &mut mark.shape {
            steps.push(Step::Close);
        }
        mark
    }

    /// A straight line.
    pub fn line(class: &str, from: Point, to: Point) -> Mark {
        Mark::new(
            Shape::Line {
                from: clean(from),
                to: clean(to),
            },
            class,
        )
    }

    /// A circle; a negative radius becomes zero.
    pub fn circle(class: &str, centre: Point, radius: f64) -> Mark {
        let radius = finite(radius).max(0.0);
        Mark::new(
            Shape::Circle {
                centre: clean(centre),
                radius,
            },
            class,
        )
    }

    /// A line of text.
    pub fn text(class: &str, at: Point, anchor: Anchor, text: impl Into<String>) -> Mark {
        Mark::new(
            Shape::Text {
                at: clean(at),
                anchor,
                text: text.into(),
            },
            class,
        )
    }

    /// Marks under one class.
    pub fn group(class: &str, marks: Vec<Mark>) -> Mark {
        Mark::new(Shape::Group(marks), class)
    }

    /// The same mark with a tooltip.
    #[must_use]
    pub fn titled(mut self, title: impl Into<String>) -> Mark {
        self.title = Some(title.into());
        self
    }

    /// The same mark standing for `key`; an empty key stands for nothing.
    #[must_use]
    pub fn keyed(mut self, key: impl Into<String>) -> Mark {
        self.key = Some(key.into()).filter(|key| !key.is_empty());
        self
    }

    /// The same rectangle with rounded corners; other shapes stay as they are.
    #[must_use]
    pub fn rounded(mut self, by: f64) -> Mark {
        if let Shape::Rect { radius, .. } = &mut self.shape {
            *radius = finite(by).max(0.0);
        }
        self
    }
}

impl Step {
    fn clean(self) -> Step {
        match self {
            Step::Move(p) => Step::Move(clean(p)),
            Step::Line(p) => Step::Line(clean(p)),
            Step::Curve(a, b, p) => Step::Curve(clean(a), clean(b), clean(p)),
            Step::Close => Step::Close,
        }
    }
}

fn clean((x, y): Point) -> Point {
    (finite(x), finite(y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_a_number_becomes_zero() {
        let mark = Mark::rect("bar", (f64::NAN, 2.0), -5.0, f64::NAN);
        let shape = Shape::Rect {
            x: 0.0,
            y: 2.0,
            width: 0.0,
            height: 0.0,
            radius: 0.0,
        };
        assert_eq!(mark.shape, shape);
    }

    #[test]
    fn an_empty_key_stands_for_nothing() {
        assert_eq!(Mark::group("row", vec![]).keyed("").key, None);
        assert_eq!(
            Mark::group("row", vec![]).keyed("k7").key.as_deref(),
            Some("k7")
        );
    }

    #[test]
    fn a_polygon_returns_to_its_start() {
        let mark = Mark::polygon("arrow", &[(0.0, 0.0), (4.0, 0.0)]);
        let steps = vec![Step::Move((0.0, 0.0)), Step::Line((4.0, 0.0)), Step::Close];
        assert_eq!(mark.shape, Shape::Path(steps));
    }
}
