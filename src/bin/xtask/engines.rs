//! The browsers of other makers: found, installed where this machine can have them, and compared with Chromium.

use std::path::PathBuf;

use crate::browser::{Browser, apt};
use crate::bundle::Profile;
use crate::shell::{command, heading, output, root, run};
use crate::trouble::Trouble;

/// An engine other than Chromium's.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    Firefox,
    WebKit,
}

impl Engine {
    /// Every one of them.
    pub(crate) const ALL: [Self; 2] = [Self::Firefox, Self::WebKit];

    /// Its name in the scripts of the tests.
    fn word(self) -> &'static str {
        match self {
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The packages of Debian and its descendants that bring it. The first one's name differs among them.
    fn packages(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Firefox => &[&["firefox-esr"], &["firefox"]],
            Self::WebKit => &[&["webkit2gtk-driver", "xvfb"]],
        }
    }

    /// Compares what this engine shows of the samples with what Chromium shows.
    pub(crate) fn compare(self) -> Result<(), Trouble> {
        self.ready()?;
        let mut node = command("node");
        node.args(["--test", "--test-reporter=spec", "--test-timeout=900000"]);
        node.arg(folder().join("same.test.mjs"));
        node.env("ENGINE", self.word());
        node.env("CHROME", Browser::ready()?.chromium);
        node.env("DIST", Profile::Release.folder());
        run(&mut node)
    }

    fn ready(self) -> Result<(), Trouble> {
        if self.is_there() {
            return Ok(());
        }
        heading(&format!("Installing {} to compare with", self.word()));
        let mut why = String::new();
        for packages in self.packages() {
            let by_apt = apt(packages);
            if self.is_there() {
                return Ok(());
            }
            why = by_apt.err().map_or_else(
                || "apt brought none.".to_owned(),
                |trouble| trouble.to_string(),
            );
        }
        Err(Trouble::Unavailable(format!(
            "It is not on this machine and could not be installed: {why}"
        )))
    }

    /// Asks the script that starts it, so that both look in the same places.
    fn is_there(self) -> bool {
        let script = folder().join("launch.mjs");
        output(command("node").arg(script).arg(self.word())).is_some()
    }
}

fn folder() -> PathBuf {
    root().join("tests").join("e2e").join("engines")
}
