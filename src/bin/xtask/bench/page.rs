//! How long the release page takes for what one feels: a keystroke, opening it, switching views. Lighthouse beside it.

use crate::browser::Browser;
use crate::bundle::{self, Profile};
use crate::shell::{command, run};
use crate::trouble::Trouble;

/// Types into the grids of the release page and prints how long it takes to the picture.
pub(crate) fn keystroke(browser: &Browser) -> Result<(), Trouble> {
    let says =
        "Milliseconds from a key to the end of the frame that shows what it changed (Chromium)";
    measure(browser, says, "tests/e2e/keystroke.mjs")
}

/// Opens the release page and its views on a processor that is slowed down.
pub(crate) fn felt(browser: &Browser) -> Result<(), Trouble> {
    let says = "Milliseconds on a processor slowed down fourfold (Chromium)";
    measure(browser, says, "tests/e2e/felt.mjs")
}

/// Has Lighthouse look at the release page.
pub(crate) fn lighthouse(browser: &Browser) -> Result<(), Trouble> {
    let says = "Lighthouse, out of 100, with what costs a point";
    measure(browser, says, "benches/lighthouse.mjs")
}

/// Builds the release page and measures it with a script.
fn measure(browser: &Browser, says: &str, script: &str) -> Result<(), Trouble> {
    bundle::make(Profile::Release)?;
    println!("\n{says}\n");
    let mut node = command("node");
    node.arg(script);
    node.env("CHROME", &browser.chromium);
    node.env("DIST", Profile::Release.folder());
    run(&mut node)
}
