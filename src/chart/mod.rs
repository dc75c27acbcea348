//! Every picture of the product as data: small inputs in, a titled figure with scene and table out.
//!
//! A figure knows nothing of the model, the page or colours. The page maps its results to the
//! input of a figure, draws the scene's marks one to one, and shows the table beside it;
//! `styles/charts.css` gives the class names their look.

pub mod blocks;
pub mod curve;
pub mod delivery;
pub mod figure;
pub mod flow;
pub mod label;
pub mod legend;
pub mod numeral;
pub mod pairing;
pub mod payments;
pub mod response;
pub mod scale;
pub mod scene;
pub mod spread;
pub mod strip;
pub mod svg;
pub mod trajectory;
pub mod waterfall;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod styles;
