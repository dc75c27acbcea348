//! What stands around every view: header, sidebar, and what is to be said.

mod awaited;
mod header;
mod later;
mod said;
mod shown;
mod sidebar;
mod tour;
mod working;

pub(crate) use awaited::Awaited;
pub(crate) use header::Header;
pub(crate) use later::{Later, use_later};
pub(crate) use shown::Shown;
pub(crate) use sidebar::{Sidebar, tone};
pub(crate) use tour::Tour;
pub(crate) use working::{Answer, Explain};
