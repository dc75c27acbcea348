//! A scene as an SVG element, mark for mark.

use crate::chart::scene::{Mark, Scene, Shape};
use crate::chart::svg::{attributes, element, number};
use yew::prelude::*;
use yew::virtual_dom::{VNode, VTag, VText};

/// Draws a scene; `label` says what it shows, in a sentence.
pub(crate) fn picture(scene: &Scene, label: &str) -> Html {
    let (width, height) = (number(scene.width), number(scene.height));
    html! {
        <svg class="chart" viewBox={format!("0 0 {width} {height}")} width={width} height={height} role="img" aria-label={label.to_owned()}>
            { for scene.marks.iter().map(draw) }
        </svg>
    }
}

fn draw(mark: &Mark) -> Html {
    let mut tag = VTag::new(element(&mark.shape));
    for (name, value) in attributes(mark) {
        tag.add_attribute(name, value);
    }
    if let Some(title) = &mark.title {
        let mut tooltip = VTag::new("title");
        tooltip.add_child(VText::new(title.clone()).into());
        tag.add_child(tooltip.into());
    }
    match &mark.shape {
        Shape::Text { text, .. } => tag.add_child(VText::new(text.clone()).into()),
        Shape::Group(marks) => tag.add_children(marks.iter().map(draw)),
        _ => {}
    }
    VNode::from(tag)
}
