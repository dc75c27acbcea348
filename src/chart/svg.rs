//! A scene as SVG text, the same bytes for the same scene.

use crate::chart::scale::finite;
use crate::chart::scene::{Anchor, Mark, Point, Scene, Shape, Step};

/// The scene as one SVG element that says what it shows in `label`.
pub fn svg(scene: &Scene, label: &str) -> String {
    let (width, height) = (number(scene.width), number(scene.height));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"{}\">",
        escape(label)
    );
    for mark in &scene.marks {
        write(mark, &mut out);
    }
    out.push_str("</svg>");
    out
}

fn write(mark: &Mark, out: &mut String) {
    let name = element(&mark.shape);
    out.push('<');
    out.push_str(name);
    for (attribute, value) in attributes(mark) {
        out.push_str(&format!(" {attribute}=\"{}\"", escape(&value)));
    }
    out.push('>');
    if let Some(title) = &mark.title {
        out.push_str(&format!("<title>{}</title>", escape(title)));
    }
    match &mark.shape {
        Shape::Text { text, .. } => out.push_str(&escape(text)),
        Shape::Group(marks) => marks.iter().for_each(|inner| write(inner, out)),
        _ => {}
    }
    out.push_str(&format!("</{name}>"));
}

/// The name of the SVG element that draws a shape.
pub fn element(shape: &Shape) -> &'static str {
    match shape {
        Shape::Rect { .. } => "rect",
        Shape::Path(_) => "path",
        Shape::Line { .. } => "line",
        Shape::Circle { .. } => "circle",
        Shape::Text { .. } => "text",
        Shape::Group(_) => "g",
    }
}

/// The attributes of a mark in a fixed order, unescaped.
pub fn attributes(mark: &Mark) -> Vec<(&'static str, String)> {
    let mut list = Vec::new();
    if !mark.class.is_empty() {
        list.push(("class", mark.class.clone()));
    }
    if let Some(key) = &mark.key {
        list.push(("data-key", key.clone()));
    }
    match &mark.shape {
        Shape::Rect {
            x,
            y,
            width,
            height,
            radius,
        } => {
            list.extend([("x", number(*x)), ("y", number(*y))]);
            list.extend([("width", number(*width)), ("height", number(*height))]);
            if *radius > 0.0 {
                list.push(("rx", number(*radius)));
            }
        }
        Shape::Path(steps) => list.push(("d", outline(steps))),
        Shape::Line { from, to } => {
            list.extend([("x1", number(from.0)), ("y1", number(from.1))]);
            list.extend([("x2", number(to.0)), ("y2", number(to.1))]);
        }
        Shape::Circle { centre, radius } => {
            list.extend([("cx", number(centre.0)), ("cy", number(centre.1))]);
            list.push(("r", number(*radius)));
        }
        Shape::Text { at, anchor, .. } => {
            list.extend([("x", number(at.0)), ("y", number(at.1))]);
            match anchor {
                Anchor::Start => {}
                Anchor::Middle => list.push(("text-anchor", "middle".to_owned())),
                Anchor::End => list.push(("text-anchor", "end".to_owned())),
            }
        }
        Shape::Group(_) => {}
    }
    list
}

fn outline(steps: &[Step]) -> String {
    // Room for the longest step, a curve between points in the hundreds.
    let mut out = String::with_capacity(steps.len() * 42);
    for step in steps {
        let (letter, points): (char, &[Point]) = match step {
            Step::Move(p) => ('M', &[*p]),
            Step::Line(p) => ('L', &[*p]),
            Step::Curve(a, b, p) => ('C', &[*a, *b, *p]),
            Step::Close => ('Z', &[]),
        };
        out.push(letter);
        for (i, &(x, y)) in points.iter().enumerate() {
            if i > 0 {
                out.push(' ');
            }
            push(&mut out, x);
            out.push(' ');
            push(&mut out, y);
        }
    }
    out
}

/// A coordinate with at most two decimals and no trailing zeros.
pub fn number(value: f64) -> String {
    let mut out = String::new();
    push(&mut out, value);
    out
}

/// Writes a coordinate. A picture in motion has thousands of them, too many for the formatter of the
/// standard library.
fn push(out: &mut String, value: f64) {
    let hundredths = (finite(value) * 100.0).round_ties_even() as i64;
    if hundredths < 0 {
        out.push('-');
    }
    let (whole, part) = (
        hundredths.unsigned_abs() / 100,
        hundredths.unsigned_abs() % 100,
    );
    let mut place = 1;
    while whole / place >= 10 {
        place *= 10;
    }
    let mut digit = |number: u64| out.push(char::from(b'0' + (number % 10) as u8));
    while place > 0 {
        digit(whole / place);
        place /= 10;
    }
    if part == 0 {
        return;
    }
    out.push('.');
    out.push(char::from(b'0' + (part / 10) as u8));
    if part % 10 > 0 {
        out.push(char::from(b'0' + (part % 10) as u8));
    }
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // XML 1.0, section 2.2: these may not stand in a document even when escaped.
            '\u{0}'..='\u{8}'
            | '\u{b}'
            | '\u{c}'
            | '\u{e}'..='\u{1f}'
            | '\u{fffe}'
            | '\u{ffff}' => {}
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_have_at_most_two_decimals() {
        let printed: Vec<String> = [1.0, 0.125, -0.001, 33.333_33, 100.0, f64::NAN]
            .map(number)
            .into();
        assert_eq!(printed, ["1", "0.12", "0", "33.33", "100", "0"]);
    }

    proptest! {
        #[test]
        fn numbers_are_those_of_the_formatter(hundredths in -10_000_000i64..10_000_000) {
            let value = hundredths as f64 / 100.0;
            let long = format!("{value:.2}");
            let short = long.trim_end_matches('0').trim_end_matches('.');
            prop_assert_eq!(number(value), short);
        }
    }

    #[test]
    fn a_small_scene_in_full() {
        let bar = Mark::rect("bar block-1", (0.0, 1.5), 10.0, 4.0).titled("Safer & stronger");
        let marks = vec![Mark::group("row", vec![bar]).keyed("k\"1")];
        let scene = Scene {
            width: 20.0,
            height: 10.0,
            marks,
        };
        assert_eq!(
            svg(&scene, "A < B"),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 20 10\" \
             width=\"20\" height=\"10\" role=\"img\" aria-label=\"A &lt; B\">\
             <g class=\"row\" data-key=\"k&quot;1\">\
             <rect class=\"bar block-1\" x=\"0\" y=\"1.5\" width=\"10\" height=\"4\">\
             <title>Safer &amp; stronger</title></rect></g></svg>"
        );
    }

    #[test]
    fn outlines_and_texts() {
        let steps = vec![
            Step::Move((0.0, 0.0)),
            Step::Curve((1.0, 0.0), (1.0, 2.0), (2.0, 2.0)),
            Step::Close,
        ];
        let text = Mark::text("small", (3.0, 4.0), Anchor::End, "<b>\u{1}");
        let scene = Scene {
            width: 5.0,
            height: 5.0,
            marks: vec![Mark::path("ribbon", steps), text],
        };
        let written = svg(&scene, "");
        assert!(written.contains("<path class=\"ribbon\" d=\"M0 0C1 0 1 2 2 2Z\"></path>"));
        assert!(written.contains(
            "<text class=\"small\" x=\"3\" y=\"4\" text-anchor=\"end\">&lt;b&gt;</text>"
        ));
    }
}
