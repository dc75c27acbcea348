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
    let pair = |(x, y): &Point| format!("{} {}", number(*x), number(*y));
    let steps = steps.iter().map(|step| match step {
        Step::Move(p) => format!("M{}", pair(p)),
        Step::Line(p) => format!("L{}", pair(p)),
        Step::Curve(a, b, p) => format!("C{} {} {}", pair(a), pair(b), pair(p)),
        Step::Close => "Z".to_owned(),
    });
    steps.collect()
}

/// A coordinate with at most two decimals and no trailing zeros.
pub fn number(value: f64) -> String {
    let text = format!("{:.2}", finite(value));
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
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

    #[test]
    fn numbers_have_at_most_two_decimals() {
        let printed: Vec<String> = [1.0, 0.125, -0.001, 33.333_33, 100.0, f64::NAN]
            .map(number)
            .into();
        assert_eq!(printed, ["1", "0.12", "0", "33.33", "100", "0"]);
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
