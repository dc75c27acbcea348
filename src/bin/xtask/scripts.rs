//! Makes the scripts of a release small: without comments, spaces and long names.

use std::path::Path;

use crate::shell::{command, prefer, run};
use crate::tools::node_modules;
use crate::trouble::Trouble;

/// Makes a module small, in its place.
pub(crate) fn minify(path: &Path) -> Result<(), Trouble> {
    let mut terser = command("terser");
    terser
        .arg(path)
        .args(["--module", "--compress", "--mangle"]);
    prefer(&mut terser, &[&node_modules()?])?;
    run(terser.arg("--output").arg(path))
}
