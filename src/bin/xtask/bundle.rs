//! Makes the files that a host serves.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::first;
use crate::headers::{self, POLICY};
use crate::offline;
use crate::scripts;
use crate::shell::{cargo, command, heading, prefer, root, run, target};
use crate::split;
use crate::styles;
use crate::tools::{node_modules, trunk, wasm_bindgen, wasm_split, wasm_target};
use crate::trouble::Trouble;

/// How a page is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Small and fast, slow to make: what people get.
    Release,
    /// Quick to make, large and slow: for work on the code.
    Dev,
}

impl Profile {
    /// The folder that a bundle of this profile is put in.
    pub(crate) fn folder(self) -> PathBuf {
        match self {
            Self::Release => root().join("dist"),
            Self::Dev => target().join("dev-dist"),
        }
    }
}

/// Builds the page and says how large it is.
pub(crate) fn build(profile: Profile) -> Result<(), Trouble> {
    make(profile)?;
    println!("The page is in {}.", profile.folder().display());
    Ok(())
}

/// Trunk with the tools that it calls, found or installed.
pub(crate) fn bundler(profile: Profile) -> Result<Command, Trouble> {
    wasm_target()?;
    // Trunk builds without a network, so that it downloads no tool; the crates have to be here before.
    run(cargo().args(["fetch", "--locked"]))?;
    let bindgen = wasm_bindgen()?;
    let mut bundler = command(trunk()?);
    // Only a release is cut in two and optimised.
    if profile == Profile::Release {
        wasm_split()?;
        node_modules()?;
    }
    prefer(
        &mut bundler,
        &bindgen.parent().into_iter().collect::<Vec<_>>(),
    )?;
    // It would ask the network for news of itself.
    bundler.env("TRUNK_SKIP_VERSION_CHECK", "true");
    Ok(bundler)
}

/// Builds the page in its folder, policy included.
pub(crate) fn make(profile: Profile) -> Result<(), Trouble> {
    let mut trunk = bundler(profile)?;
    let folder = profile.folder();
    fs::create_dir_all(&folder).map_err(Trouble::file(&folder))?;
    trunk.arg("build").arg("--dist").arg(&folder);
    if profile == Profile::Release {
        trunk.args(["--release", "--features", split::FEATURE]);
    }
    heading("Building the page");
    run(&mut trunk)?;
    if profile == Profile::Release {
        styles::join(&folder)?;
        split::split(&folder)?;
    }
    first::write(&folder)?;
    for page in ["index.html", "404.html"] {
        set_policy(&folder.join(page))?;
    }
    if profile == Profile::Release {
        headers::write(&folder)?;
        scripts::minify(&folder.join("boot.js"))?;
        offline::keep(&folder)?;
    }
    sizes(profile, None)
}

/// Prints the size of the first load; fails above `limit` bytes after gzip.
pub(crate) fn sizes(profile: Profile, limit: Option<u32>) -> Result<(), Trouble> {
    let script = root().join("tests").join("e2e").join("sizes.mjs");
    let mut node = command("node");
    node.arg(script).arg(profile.folder());
    run(node.args(limit.map(|bytes| bytes.to_string())))
}

/// Writes the policy into a built page, behind the character set, which has to come first.
fn set_policy(path: &Path) -> Result<(), Trouble> {
    const CHARSET: &str = "<meta charset=\"utf-8\">";
    let page = fs::read_to_string(path).map_err(Trouble::file(path))?;
    let (before, after) = page.split_once(CHARSET).ok_or_else(|| Trouble::Shape {
        path: path.to_owned(),
        fault: format!("has no {CHARSET}"),
    })?;
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    let page = format!("{before}{CHARSET}\n  {policy}{after}");
    fs::write(path, page).map_err(Trouble::file(path))
}
