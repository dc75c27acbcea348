//! Starts the tests: natively, and in a browser.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::browser::Browser;
use crate::bundle::Profile;
use crate::shell::{cargo, command, prefer, root, run, target};
use crate::tools::wasm_bindgen;
use crate::trouble::Trouble;

/// Where the figures that laws are tried on are drawn from: one commit, one verdict.
const SEED: (&str, &str) = ("PROPTEST_RNG_SEED", "2006");
/// On how many figures a law is tried that says nothing of it.
const CASES: u32 = 256;
/// How many times as many [`laws`] takes unless it is told.
const TIMES: u32 = 20;

/// Runs the tests that need no browser, or those that `args` of `cargo test` name.
pub(crate) fn native(args: &[&str]) -> Result<(), Trouble> {
    let mut test = cargo();
    test.env(SEED.0, SEED.1).args(["test", "--locked"]);
    run(test.args(args))?;
    if !args.is_empty() {
        return Ok(());
    }
    // A million damaged links: a matter of seconds only where the code is optimised.
    let million = ["--profile", "proof", "--test", "links", "hostile"];
    run(cargo().args(["test", "--locked"]).args(million))
}

/// Tries the laws on many more figures, drawn anew.
pub(crate) fn laws(args: &[&str]) -> Result<(), Trouble> {
    let times = match args {
        [] => TIMES,
        [times] => times.parse().map_err(|_| Trouble::usage(args))?,
        _ => return Err(Trouble::usage(args)),
    };
    let cases = CASES.saturating_mul(times);
    let mut test = cargo();
    test.env("PROPTEST_CASES", cases.to_string());
    run(test.args(["test", "--locked", "--profile", "proof", "--no-fail-fast"]))
}

/// The names of the integration tests that run in a browser: `tests/web_*.rs` without the ending.
pub(crate) fn web_files() -> Result<Vec<String>, Trouble> {
    let named = |name: &String| name.starts_with("web_") && name.ends_with(".rs");
    let files = files(&["tests"])?.into_iter().filter(named);
    Ok(files
        .map(|name| name.trim_end_matches(".rs").to_owned())
        .collect())
}

/// Tells a cargo command to work on the integration tests that run in a browser.
pub(crate) fn name_web_files(cargo: &mut Command) -> Result<(), Trouble> {
    for name in web_files()? {
        cargo.args(["--test", &name]);
    }
    Ok(())
}

/// Runs the tests of single modules in a headless Chromium.
pub(crate) fn web() -> Result<(), Trouble> {
    // Never --quiet: the runner of wasm-bindgen does not know it.
    let mut test = headless(&Browser::ready()?, &["test", "--locked"])?;
    name_web_files(&mut test)?;
    run(&mut test)
}

/// How a benchmark is compiled: like the page, or like its worker.
#[derive(Clone, Copy)]
pub(crate) enum Built {
    /// Small.
    Release,
    /// Fast.
    Worker,
}

/// A cargo command that runs a benchmark in a headless Chromium.
pub(crate) fn in_browser(browser: &Browser, built: Built, name: &str) -> Result<Command, Trouble> {
    let profile = match built {
        Built::Release => "release",
        Built::Worker => "worker",
    };
    // Under `cargo bench` the runner looks for another sort of measurement, which times single calls.
    let mut bench = headless(browser, &["test", "--locked", "--profile", profile])?;
    bench.args(["--bench", name]);
    // What it measures takes longer than a test may.
    bench.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    Ok(bench)
}

/// A cargo command whose programs run in a headless Chromium.
fn headless(browser: &Browser, words: &[&str]) -> Result<Command, Trouble> {
    let bindgen = wasm_bindgen()?;
    // The sandbox needs rights that the root of a container lacks, and /dev/shm is small there.
    let arguments = [
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
    ];
    let options = serde_json::json!({
        "goog:chromeOptions": { "binary": browser.chromium, "args": arguments }
    });
    let settings = target().join("webdriver.json");
    fs::write(&settings, options.to_string()).map_err(Trouble::file(&settings))?;
    let mut cargo = cargo();
    cargo
        .args(words)
        .args(["--target", "wasm32-unknown-unknown"]);
    prefer(
        &mut cargo,
        &bindgen.parent().into_iter().collect::<Vec<_>>(),
    )?;
    cargo.env("CHROMEDRIVER", browser.driver()?);
    cargo.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings);
    Ok(cargo)
}

/// Walks through the built page in a headless Chromium.
///
/// `args` may hold one word: the test files whose name contains it are run, or, when there is none, the tests whose
/// title matches it.
pub(crate) fn end_to_end(profile: Profile, args: &[&str]) -> Result<(), Trouble> {
    let all: Vec<String> = files(&["tests", "e2e"])?
        .into_iter()
        .filter(|name| name.ends_with(".test.mjs"))
        .collect();
    let mut node = command("node");
    node.args([
        "--test",
        "--test-reporter=spec",
        "--test-concurrency=2",
        "--test-timeout=600000",
    ]);
    let chosen = match args {
        [] => all,
        [word] => {
            let some: Vec<String> = all
                .iter()
                .filter(|name| name.contains(word))
                .cloned()
                .collect();
            if some.is_empty() {
                node.arg(format!("--test-name-pattern={word}"));
                all
            } else {
                some
            }
        }
        _ => return Err(Trouble::usage(args)),
    };
    node.args(chosen.iter().map(|name| format!("tests/e2e/{name}")));
    node.env("CHROME", Browser::ready()?.chromium);
    node.env("DIST", profile.folder());
    run(&mut node)
}

/// The names of the files in a folder of the project, in order.
fn files(folder: &[&str]) -> Result<Vec<String>, Trouble> {
    let path = root().join(folder.iter().collect::<PathBuf>());
    let entries = fs::read_dir(&path).map_err(Trouble::file(&path))?;
    let names =
        entries.map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()));
    let mut names: Vec<String> = names
        .collect::<Result<_, _>>()
        .map_err(Trouble::file(&path))?;
    names.sort();
    Ok(names)
}
