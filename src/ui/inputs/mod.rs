//! Fields that are typed into, and the grid that they form.

mod choice;
mod draft;
mod field;
pub(crate) mod grid;
mod list;
mod passage;
mod slider;

pub(crate) use choice::{Choice, OptionGroup};
pub(crate) use draft::use_draft;
pub(crate) use field::Field;
pub(crate) use list::List;
pub(crate) use passage::Passage;
pub(crate) use slider::Slider;
