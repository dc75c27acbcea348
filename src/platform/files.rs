//! Files: saving one to the person's downloads, and reading the one that a person chose.

use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlInputElement, Url};

/// Milliseconds after which a download holds its contents itself.
const TAKEN_OVER: u32 = 40_000;

/// Why a chosen file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// It has more bytes than are read.
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// The browser could not read it.
    Unreadable,
}

/// Offers a text as a download under a name; false if the browser refuses.
pub fn save(name: &str, kind: &str, text: &str) -> bool {
    offer(name, kind, text).is_ok()
}

fn offer(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    let url = Url::create_object_url_with_blob(&blob)?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // Some browsers take the contents over only a while after the click.
    Timeout::new(TAKEN_OVER, move || {
        // One that is gone already is what is wanted.
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

/// The file that was chosen in a field, which is emptied so that the same file can be chosen again.
pub fn chosen(input: &HtmlInputElement) -> Option<File> {
    let file = input.files()?.get(0);
    input.set_value("");
    file
}

/// The text of a file of at most so many bytes.
///
/// # Errors
/// [`ReadError`] says why there is none.
pub async fn read(file: &File, limit: usize) -> Result<String, ReadError> {
    let bytes = file.size();
    // Sizes are whole numbers far below those that a float cannot tell apart.
    let bytes = bytes as usize;
    if bytes > limit {
        return Err(ReadError::TooLarge { bytes });
    }
    let text = JsFuture::from(file.text()).await;
    text.ok()
        .and_then(|text| text.as_string())
        .ok_or(ReadError::Unreadable)
}
