//! Texts in composed form (NFC), so that the same letters are the same bytes.
//!
//! In the browser its own normalisation is asked, because the tables would outweigh everything else
//! that a link needs; everywhere else a crate brings them.

/// The composed form of a text.
#[cfg(target_arch = "wasm32")]
pub(super) fn composed(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFC").into()
}

/// The composed form of a text.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn composed(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfc().collect()
}

/// Whether a text is in composed form.
pub(super) fn is_composed(text: &str) -> bool {
    text.is_ascii() || composed(text) == text
}
