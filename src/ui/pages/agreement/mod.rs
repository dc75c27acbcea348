//! Agreement: the facts that both sides share, and where they come from.

pub(crate) mod removal;
