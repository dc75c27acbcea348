//! The fixture and the samples evaluated natively and in the browser: identical bytes.
//!
//! `full.results.json` was written by the native evaluation; this suite runs on both targets and compares
//! with it. To write it anew after a change of the rules: `BLESS=1 cargo test --test web_same_bits`.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use laa::codec::file;
use laa::engine::evaluate;
use laa::model::Workbook;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test_configure!(run_in_browser);

fn results() -> String {
    let fixture = file::read(include_str!("fixtures/full.json")).unwrap();
    let samples = laa::presets::all().iter().map(|sample| (sample.workbook)());
    let lines = std::iter::once(fixture)
        .chain(samples)
        .flat_map(|workbook: Workbook| {
            let agreement = workbook.agreement;
            let scenarios = workbook.scenarios.into_iter();
            let line =
                move |scenario| serde_json::to_string(&evaluate(&agreement, &scenario)).unwrap();
            scenarios.map(line).collect::<Vec<_>>()
        });
    let mut text = lines.collect::<Vec<_>>().join("\n");
    text.push('\n');
    text
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn the_fixture_and_the_samples_give_the_same_bytes_on_every_machine() {
    let results = results();
    #[cfg(not(target_arch = "wasm32"))]
    if std::env::var_os("BLESS").is_some() {
        std::fs::write("tests/fixtures/full.results.json", &results).unwrap();
    }
    assert!(
        results == include_str!("fixtures/full.results.json"),
        "the results differ"
    );
}
