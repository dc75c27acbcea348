//! What an agreement is.
