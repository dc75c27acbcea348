//! The browser's own storage, with a memory in its place where it is blocked or full.

use crate::app::store::{Store, StoreError};
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;
use web_sys::{DomException, Storage};

/// A text that could not be stored.
#[derive(Clone)]
struct Unstored {
    text: String,
    /// What stood in its place then. What another window has put there since is newer.
    there: Option<String>,
}

thread_local! {
    /// What could not be stored: as long as the page stays open, it is still here.
    static MEMORY: RefCell<BTreeMap<String, Unstored>> = const { RefCell::new(BTreeMap::new()) };
}

/// Browsers give this name to the refusal of a text for which there is no room.
const NO_ROOM: [&str; 2] = ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"];

/// The storage of this site in this browser.
///
/// A text that it refuses is kept in memory, so that it can still be read until the page is closed, and is stored once
/// there is room; the refusal is reported all the same.
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
        let there = stored(key);
        let own = MEMORY.with_borrow(|memory| memory.get(key).cloned());
        let own = own.filter(|own| own.there == there);
        Ok(own.map(|own| own.text).or(there))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let done = StorageAlone.set(key, text);
        if done.is_err() {
            let own = Unstored {
                text: text.to_owned(),
                there: stored(key),
            };
            MEMORY.with_borrow_mut(|memory| memory.insert(key.to_owned(), own));
        }
        done
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        storage()?
            .remove_item(key)
            .map_err(|_| StoreError::Blocked)?;
        MEMORY.with_borrow_mut(|memory| memory.remove(key));
        catch_up();
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
        put(key, text)?;
        // What was kept while there was no room is older.
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

/// What is stored under a key; nothing where nothing can be.
fn stored(key: &str) -> Option<String> {
    storage().ok()?.get_item(key).ok().flatten()
}

fn put(key: &str, text: &str) -> Result<(), StoreError> {
    storage()?.set_item(key, text).map_err(|refusal| {
        let name = refusal.dyn_ref::<DomException>().map(DomException::name);
        match name {
            Some(name) if NO_ROOM.contains(&name.as_str()) => StoreError::Full,
            _ => StoreError::Blocked,
        }
    })
}

/// Stores what there was no room for, as far as there is some now, and forgets what another window has changed since.
fn catch_up() {
    MEMORY.with_borrow_mut(|memory| {
        memory.retain(|key, own| own.there == stored(key) && put(key, &own.text).is_err());
    });
}

/// Whether something could not be stored yet.
pub fn lacks_room() -> bool {
    MEMORY.with_borrow(|memory| !memory.is_empty())
}
