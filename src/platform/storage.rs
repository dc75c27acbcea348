//! The browser's own storage, with a memory in its place where it is blocked or full.

use crate::app::store::{Store, StoreError};
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;
use web_sys::{DomException, Storage};

thread_local! {
    /// What could not be stored: as long as the page stays open, it is still here.
    static MEMORY: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// Browsers give this name to the refusal of a text for which there is no room.
const NO_ROOM: [&str; 2] = ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"];

/// The storage of this site in this browser.
///
/// A text that it refuses is kept in memory, so that it can still be read until the page is closed;
/// the refusal is reported all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Browser;

impl Store for Browser {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let mut keys: Vec<String> = MEMORY.with_borrow(|memory| memory.keys().cloned().collect());
        if let Ok(storage) = storage() {
            let stored = (0..storage.length().unwrap_or(0))
                .filter_map(|at| storage.key(at).ok().flatten())
                .filter(|key| !keys.contains(key));
            keys.extend(stored.collect::<Vec<_>>());
        }
        Ok(keys)
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        if let Some(text) = MEMORY.with_borrow(|memory| memory.get(key).cloned()) {
            return Ok(Some(text));
        }
        // Where nothing can be stored, nothing is.
        Ok(storage()
            .ok()
            .and_then(|storage| storage.get_item(key).ok().flatten()))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let stored = StorageAlone.set(key, text);
        MEMORY.with_borrow_mut(|memory| match stored {
            // What was kept while there was no room is older.
            Ok(()) => memory.remove(key),
            Err(_) => memory.insert(key.to_owned(), text.to_owned()),
        });
        stored
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        storage()?
            .remove_item(key)
            .map_err(|_| StoreError::Blocked)?;
        MEMORY.with_borrow_mut(|memory| memory.remove(key));
        Ok(())
    }
}

/// The same storage for what a person can do again or leave: a text that it refuses changes nothing
/// anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StorageAlone;

impl Store for StorageAlone {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Browser.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Browser.get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        storage()?.set_item(key, text).map_err(|refusal| {
            let name = refusal.dyn_ref::<DomException>().map(DomException::name);
            match name {
                Some(name) if NO_ROOM.contains(&name.as_str()) => StoreError::Full,
                _ => StoreError::Blocked,
            }
        })?;
        MEMORY.with_borrow_mut(|memory| memory.remove(key));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        Browser.remove(key)
    }
}

/// Asking for the storage is refused already where a browser blocks it.
fn storage() -> Result<Storage, StoreError> {
    web_sys::window()
        .and_then(|window| window.local_storage().ok().flatten())
        .ok_or(StoreError::Blocked)
}
