//! Pictures in the page: a scene as SVG, a figure with its sentence and its table.

mod bar;
mod figure;
mod in_sight;
mod scene;

pub(crate) use bar::bar;
pub(crate) use figure::FigureView;
pub(crate) use in_sight::InSight;
pub(crate) use scene::picture;
