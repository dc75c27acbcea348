//! Finds the Chromium that tests drive, and installs one when there is none.

use std::path::PathBuf;

use crate::shell::{command, heading, output, root, run};
use crate::tools::node_modules;
use crate::trouble::Trouble;

/// The packages that bring it to Debian and its descendants.
const PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

/// A Chromium, and the ChromeDriver beside it if there is one.
pub(crate) struct Browser {
    /// The path of the browser.
    pub(crate) chromium: PathBuf,
    driver: Option<PathBuf>,
}

impl Browser {
    /// Finds a Chromium, or installs one by apt or, failing that, by Playwright.
    pub(crate) fn ready() -> Result<Self, Trouble> {
        let modules = node_modules()?;
        if let Some(found) = find() {
            return Ok(found);
        }
        heading("Installing Chromium for the browser tests");
        let by_apt = apt(&PACKAGES);
        if let Some(found) = find() {
            return Ok(found);
        }
        let own = run(command(modules.join("playwright-core")).args(["install", "chromium"]));
        find().ok_or_else(|| Trouble::Missing {
            what: "Chromium".to_owned(),
            why: [by_apt, own].into_iter().filter_map(Result::err).map(|trouble| trouble.to_string()).collect::<Vec<_>>().join(" "),
            remedy: "install Chromium or Google Chrome (Debian: apt-get install chromium chromium-driver), \
                     or set CHROME to the path of the one you have"
                .to_owned(),
        })
    }

    /// The ChromeDriver for tests of single modules; installs it by apt when it is missing.
    pub(crate) fn driver(&self) -> Result<PathBuf, Trouble> {
        if let Some(driver) = &self.driver {
            return Ok(driver.clone());
        }
        heading("Installing ChromeDriver for the browser tests");
        let by_apt = apt(&PACKAGES);
        find().and_then(|browser| browser.driver).ok_or_else(|| Trouble::Missing {
            what: "ChromeDriver".to_owned(),
            why: by_apt.err().map_or_else(|| "apt brought none.".to_owned(), |trouble| trouble.to_string()),
            remedy: "install the ChromeDriver of your browser's version (Debian: apt-get install chromium-driver), \
                     or set CHROMEDRIVER to its path"
                .to_owned(),
        })
    }
}

/// Asks the script of the browser tests, so that both look in the same places.
fn find() -> Option<Browser> {
    let script = root().join("tests").join("e2e").join("browser.mjs");
    let found = output(command("node").arg(script))?;
    let mut lines = found.lines();
    Some(Browser {
        chromium: lines.next()?.into(),
        driver: lines.next().map(PathBuf::from),
    })
}

/// Installs packages where the machine has apt and this account may use it.
pub(crate) fn apt(packages: &[&str]) -> Result<(), Trouble> {
    let get = |args: &[&str]| {
        let is_root = output(command("id").arg("-u")).is_some_and(|user| user == "0");
        let mut apt = if is_root {
            command("apt-get")
        } else {
            command("sudo")
        };
        if !is_root {
            // Without a terminal to ask for a password on, sudo answers at once.
            apt.args(["-n", "apt-get"]);
        }
        run(apt.args(args).env("DEBIAN_FRONTEND", "noninteractive"))
    };
    let mut install = vec!["install", "-y", "--no-install-recommends"];
    install.extend(packages);
    get(&install).or_else(|_| {
        // The list of packages can be older than the packages.
        get(&["update"])?;
        get(&install)
    })
}
