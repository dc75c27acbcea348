//! Fields that are typed into, and the grid that they form.

mod choice;
mod draft;
mod field;
pub(crate) mod grid;
mod slider;

pub(crate) use choice::Choice;
pub(crate) use field::Field;
pub(crate) use slider::Slider;
