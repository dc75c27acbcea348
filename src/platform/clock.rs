//! The time of day.

use js_sys::{Array, Date};
use wasm_bindgen::JsValue;

/// Now, in milliseconds since 1970.
pub fn now() -> u64 {
    // Whole numbers far below those that a float cannot tell apart.
    Date::now() as u64
}

/// A moment given in milliseconds since 1970 as people write it here: `22/11/2026, 09:41:05`.
pub fn say(moment: u64) -> String {
    let date = Date::new(&JsValue::from_f64(moment as f64));
    String::from(date.to_locale_string("en-GB", &Array::new()))
}
