//! The behaviour of the program, without the browser: state, what a person can do, and what views show.

mod by_year;
pub mod compare;
pub mod counter;
pub mod desks;
pub mod edit;
pub mod facts;
pub mod history;
pub mod keeper;
pub mod ledger;
pub mod library;
pub mod lookup;
pub mod measure;
pub mod moves;
pub mod problem;
pub mod purse;
pub mod received;
pub mod remove;
pub mod room;
pub mod shelf;
pub mod show;
pub mod slot;
pub mod state;
pub mod store;
pub mod update;
pub mod view;
pub mod words;
pub mod working;

pub use edit::Edit;
pub use history::History;
pub use lookup::Lookup;
pub use slot::Slot;
pub use state::{Beside, Notice, State};
pub use update::{Action, update};
pub use view::View;
pub use working::{Figure, Working, working};
