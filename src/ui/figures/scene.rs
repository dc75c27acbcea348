//! A scene as an SVG element, mark for mark.
//!
//! A keystroke moves most of the marks of a picture, and there can be hundreds. The element is therefore
//! kept up to date here: the scene before is compared with the one after, and only attributes that differ
//! are set.
//!
//! A new picture takes its place at once and is drawn a frame later: figures and words come first.

use crate::chart::pairing::{Turn, turns};
use crate::chart::scene::{Mark, Scene, Shape};
use crate::chart::svg::{attributes, element, number};
use crate::platform::soon::Soon;
use std::rc::Rc;
use web_sys::{Document, Element};
use yew::prelude::*;
use yew::virtual_dom::VNode;

const SVG: &str = "http://www.w3.org/2000/svg";

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PictureProps {
    pub(crate) scene: Rc<Scene>,
    /// What it shows, in a sentence.
    pub(crate) label: AttrValue,
}

/// Draws a scene; `label` says what it shows, in a sentence.
pub(crate) fn picture(scene: &Scene, label: &str) -> Html {
    html! { <Picture scene={Rc::new(scene.clone())} label={label.to_owned()} /> }
}

/// The element of a scene.
pub(crate) struct Picture {
    /// None where the browser has no document to make it in.
    place: Option<Element>,
    /// What draws the marks, until they are drawn.
    awaited: Option<Soon>,
}

/// It is time to draw the marks.
pub(crate) struct Draw;

impl Component for Picture {
    type Message = Draw;
    type Properties = PictureProps;

    fn create(context: &Context<Self>) -> Self {
        let document = web_sys::window().and_then(|window| window.document());
        let place = document.and_then(|document| make(&document, "svg"));
        if let Some(place) = &place {
            set(place, &[], &frame(context.props()));
        }
        let draw = context.link().callback(|()| Draw);
        Self {
            place,
            awaited: Some(Soon::new(move || draw.emit(()))),
        }
    }

    fn update(&mut self, context: &Context<Self>, Draw: Draw) -> bool {
        self.awaited = None;
        if let Some(place) = &self.place {
            redraw_all(place, None, &[], &context.props().scene.marks);
        }
        false
    }

    fn changed(&mut self, context: &Context<Self>, old: &PictureProps) -> bool {
        let new = context.props();
        if let Some(place) = &self.place {
            set(place, &frame(old), &frame(new));
            if self.awaited.is_none() {
                let first = place.first_element_child();
                redraw_all(place, first, &old.scene.marks, &new.scene.marks);
            }
        }
        false
    }

    fn view(&self, _: &Context<Self>) -> Html {
        match &self.place {
            Some(place) => VNode::VRef(place.clone().into()),
            None => html! { <span hidden=true></span> },
        }
    }
}

/// The attributes of the whole picture.
fn frame(PictureProps { scene, label }: &PictureProps) -> Vec<(&'static str, String)> {
    let (width, height) = (number(scene.width), number(scene.height));
    vec![
        ("class", "chart".to_owned()),
        ("viewBox", format!("0 0 {width} {height}")),
        ("width", width),
        ("height", height),
        ("role", "img".to_owned()),
        ("aria-label", label.to_string()),
    ]
}

fn make(document: &Document, name: &str) -> Option<Element> {
    document.create_element_ns(Some(SVG), name).ok()
}

/// Sets the attributes that differ. The browser refuses none: their names are ours.
fn set(drawn: &Element, old: &[(&'static str, String)], new: &[(&'static str, String)]) {
    for attribute in new.iter().filter(|attribute| !old.contains(attribute)) {
        let _set = drawn.set_attribute(attribute.0, &attribute.1);
    }
    for (name, _) in old {
        if new.iter().all(|(other, _)| other != name) {
            let _removed = drawn.remove_attribute(name);
        }
    }
}

fn append<'a>(
    document: &Document,
    parent: &Element,
    marks: impl Iterator<Item = &'a Mark>,
) -> Option<()> {
    for mark in marks {
        let drawn = draw(document, mark)?;
        parent.append_child(&drawn).ok()?;
    }
    Some(())
}

fn draw(document: &Document, mark: &Mark) -> Option<Element> {
    let drawn = make(document, element(&mark.shape))?;
    set(&drawn, &[], &attributes(mark));
    fill(document, &drawn, mark)?;
    if let Shape::Group(marks) = &mark.shape {
        append(document, &drawn, marks.iter())?;
    }
    Some(drawn)
}

/// Writes what a mark says: its text, and before it its tooltip.
fn fill(document: &Document, drawn: &Element, mark: &Mark) -> Option<()> {
    if let Shape::Text { text, .. } = &mark.shape {
        drawn.set_text_content(Some(text));
    }
    if let Some(title) = &mark.title {
        let tooltip = make(document, "title")?;
        tooltip.set_text_content(Some(title));
        let first = drawn.first_child();
        drawn.insert_before(&tooltip, first.as_ref()).ok()?;
    }
    Some(())
}

/// Brings the marks inside an element up to date, of which `first` is the first.
fn redraw_all(parent: &Element, first: Option<Element>, old: &[Mark], new: &[Mark]) {
    let Some(document) = parent.owner_document() else {
        return;
    };
    let mut place = first;
    let (mut before, mut after) = (old.iter(), new.iter());
    for turn in turns(old, new) {
        match turn {
            Turn::Keep => {
                if let (Some(old), Some(new)) = (before.next(), after.next()) {
                    place = place.and_then(|drawn| redraw(&document, drawn, old, new));
                }
            }
            Turn::Remove => {
                before.next();
                place = place.and_then(|drawn| {
                    let next = drawn.next_element_sibling();
                    drawn.remove();
                    next
                });
            }
            Turn::Draw => {
                if let Some(drawn) = after.next().and_then(|mark| draw(&document, mark)) {
                    let _inserted = parent.insert_before(&drawn, place.as_deref());
                }
            }
        }
    }
}

/// Brings a mark up to date; what comes after it.
fn redraw(document: &Document, drawn: Element, old: &Mark, new: &Mark) -> Option<Element> {
    if old == new {
        return drawn.next_element_sibling();
    }
    set(&drawn, &attributes(old), &attributes(new));
    if let (Shape::Text { text: was, .. }, Shape::Text { text, .. }) = (&old.shape, &new.shape) {
        if was != text || old.title != new.title {
            fill(document, &drawn, new)?;
        }
        return drawn.next_element_sibling();
    }
    let mut first = drawn.first_element_child();
    if let Some(title) = &new.title {
        let tooltip = first?;
        if old.title.as_ref() != Some(title) {
            tooltip.set_text_content(Some(title));
        }
        first = tooltip.next_element_sibling();
    }
    if let (Shape::Group(old), Shape::Group(new)) = (&old.shape, &new.shape) {
        redraw_all(&drawn, first, old, new);
    }
    drawn.next_element_sibling()
}
