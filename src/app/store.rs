//! Where texts are kept: what is asked of the browser's storage, and how it may refuse.

use thiserror::Error;

/// Texts kept under keys; the browser's storage, or a stand-in.
pub trait Store {
    /// Every key in use, in any order.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] if nothing can be read.
    fn keys(&self) -> Result<Vec<String>, StoreError>;
    /// The text under a key.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] if nothing can be read.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;
    /// Puts a text under a key in place of what was there.
    ///
    /// # Errors
    /// [`StoreError`] says why it is not kept.
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError>;
    /// Takes a text away.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] if nothing can be changed.
    fn remove(&self, key: &str) -> Result<(), StoreError>;
}

/// Why the browser does not keep a text.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum StoreError {
    /// The browser, or its settings, allow no storage.
    #[error("storage is blocked")]
    Blocked,
    /// There is no room left.
    #[error("storage is full")]
    Full,
}

/// A store in memory, for tests.
#[cfg(test)]
pub(crate) mod stand_in {
    use super::{Store, StoreError};
    use std::cell::RefCell;
    use std::collections::BTreeMap;

    #[derive(Default)]
    pub(crate) struct Shelf {
        texts: RefCell<BTreeMap<String, String>>,
        refuses: Option<StoreError>,
        room: Option<usize>,
    }

    impl Shelf {
        /// One that keeps nothing.
        pub(crate) fn refusing(error: StoreError) -> Self {
            Self {
                refuses: Some(error),
                ..Self::default()
            }
        }

        /// One with room for so many bytes.
        pub(crate) fn with_room(bytes: usize) -> Self {
            Self {
                room: Some(bytes),
                ..Self::default()
            }
        }
    }

    impl Store for Shelf {
        fn keys(&self) -> Result<Vec<String>, StoreError> {
            Ok(self.texts.borrow().keys().cloned().collect())
        }
        fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
            Ok(self.texts.borrow().get(key).cloned())
        }
        fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
            if let Some(error) = self.refuses {
                return Err(error);
            }
            let mut texts = self.texts.borrow_mut();
            let others = texts.iter().filter(|(other, _)| *other != key);
            let taken: usize = others.map(|(_, text)| text.len()).sum();
            if self.room.is_some_and(|room| taken + text.len() > room) {
                return Err(StoreError::Full);
            }
            texts.insert(key.to_owned(), text.to_owned());
            Ok(())
        }
        fn remove(&self, key: &str) -> Result<(), StoreError> {
            self.texts.borrow_mut().remove(key);
            Ok(())
        }
    }
}
