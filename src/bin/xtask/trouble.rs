//! What can go wrong in a developer's command, and what to do about it.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;

/// A reason to stop, which reads as a sentence with its remedy.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Trouble {
    /// The command line was not understood.
    #[error("\"{0}\" is not understood. `cargo xtask help` lists the commands.")]
    Usage(String),
    /// Something that the command needs is not there and could not be installed.
    #[error("{what} is missing and could not be installed: {why}\nBy hand: {remedy}")]
    Missing {
        what: String,
        why: String,
        remedy: String,
    },
    /// A check had nothing to look at here, which is no fault of the project.
    #[error("{0}")]
    Unavailable(String),
    /// A program did not start.
    #[error("`{program}` did not start: {source}")]
    Start { program: String, source: io::Error },
    /// A program ended with a failure; it has said why itself.
    #[error("`{command}` failed ({status}).")]
    Failed { command: String, status: ExitStatus },
    /// A file could not be read or written.
    #[error("{}: {source}", path.display())]
    File { path: PathBuf, source: io::Error },
    /// A file does not have the shape that is expected of it.
    #[error("{}: {fault}", path.display())]
    Shape { path: PathBuf, fault: String },
    /// The port is in use.
    #[error(
        "Port {0} is taken by another program. Stop that one, or choose another port: \
         cargo xtask serve --port {next}",
        next = .0.checked_add(1).unwrap_or(8080)
    )]
    PortTaken(u16),
    /// Some checks failed; each has said why itself.
    #[error("Not everything passed.")]
    Checks,
}

impl Trouble {
    /// The command line `args` was not understood.
    pub(crate) fn usage(args: &[&str]) -> Self {
        Self::Usage(args.join(" "))
    }

    /// Wraps a failure to read or write `path`; for `map_err`.
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }
}
