//! May the program be built on what it is built on, and is any of it known to be unsafe?

use std::fs;

use crate::shell::{command, output, root, run};
use crate::tools::cargo_deny;
use crate::trouble::Trouble;

/// Where the advisories are kept.
const DATABASE: &str = "github.com/rustsec/advisory-db";

/// What the packages of the build and of the browser tests may be licensed under. They are run, never passed on.
const NPM_LICENCES: [&str; 2] = ["MIT", "Apache-2.0"];

/// Those of them under another licence, each with the reason why that is no matter.
const NPM_EXCEPTIONS: [(&str, &str, &str); 3] = [
    (
        "axe-core",
        "MPL-2.0",
        "asks that changes to its own files be published, and none are made",
    ),
    ("terser", "BSD-2-Clause", NOTICE),
    ("source-map", "BSD-3-Clause", NOTICE),
];

const NOTICE: &str = "asks that copies bear its notice, and none are made";

/// An exception that nothing needs any more is a fault as well: it has to go.
const STALE: [&str; 3] = [
    "unnecessary-skip",
    "license-exception-not-encountered",
    "license-not-encountered",
];

/// Checks licences, bans, versions and sources by `deny.toml`, and the licences of the tests' packages.
pub(crate) fn allowed() -> Result<(), Trouble> {
    let mut deny = command(cargo_deny()?);
    deny.args(["--locked", "check", "--hide-inclusion-graph"]);
    deny.args(STALE.iter().flat_map(|code| ["--deny", code]));
    run(deny.args(["bans", "licenses", "sources"]))?;
    npm_licences()
}

/// Looks the dependencies up among the known advisories, where their database can be reached.
pub(crate) fn advisories() -> Result<(), Trouble> {
    let deny = cargo_deny()?;
    let mut fetch = command(&deny);
    // Without a terminal to ask for a password on, git gives up at once.
    fetch.args(["fetch", "db"]).env("GIT_TERMINAL_PROMPT", "0");
    if output(&mut fetch).is_none() {
        return Err(Trouble::Unavailable(format!(
            "{DATABASE} could not be reached: nothing was looked up."
        )));
    }
    run(command(&deny).args(["--locked", "check", "advisories"]))
}

fn npm_licences() -> Result<(), Trouble> {
    let path = root().join("tests").join("e2e").join("package-lock.json");
    let text = fs::read_to_string(&path).map_err(Trouble::file(&path))?;
    let shape = |fault: String| Trouble::Shape {
        path: path.clone(),
        fault,
    };
    let lock: serde_json::Value =
        serde_json::from_str(&text).map_err(|fault| shape(fault.to_string()))?;
    let packages = lock["packages"]
        .as_object()
        .ok_or_else(|| shape("names no packages".to_owned()))?;
    for (place, package) in packages.iter().filter(|(place, _)| !place.is_empty()) {
        let name = place.rsplit("node_modules/").next().unwrap_or(place);
        let licence = package["license"].as_str().unwrap_or("no licence");
        let excepted = NPM_EXCEPTIONS
            .iter()
            .any(|(known, of, _)| *known == name && *of == licence);
        if !excepted && !NPM_LICENCES.contains(&licence) {
            return Err(shape(format!(
                "{name} has {licence}, which is not among those that are allowed"
            )));
        }
    }
    println!(
        "The {} packages of the browser tests have licences that are allowed.",
        packages.len() - 1
    );
    Ok(())
}
