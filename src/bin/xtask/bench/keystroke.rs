//! How long a keystroke takes to its picture, in the release page.

use crate::browser::Browser;
use crate::bundle::{self, Profile};
use crate::shell::{command, run};
use crate::trouble::Trouble;

/// Types into the grids of the release page and prints how long it takes to the picture.
pub(crate) fn measure(browser: &Browser) -> Result<(), Trouble> {
    bundle::make(Profile::Release)?;
    println!(
        "\nMilliseconds from a key to the end of the frame that shows what it changed (Chromium)\n"
    );
    let mut node = command("node");
    node.arg("tests/e2e/keystroke.mjs");
    node.env("CHROME", &browser.chromium);
    node.env("DIST", Profile::Release.folder());
    run(&mut node)
}
