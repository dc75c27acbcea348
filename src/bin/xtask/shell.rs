//! Runs other programs, with a heading for the reader.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use crate::trouble::Trouble;

/// The root of the project: where its `Cargo.toml` is.
pub(crate) fn root() -> PathBuf {
    // Cargo sets it for `cargo xtask`; without it the program was started by hand, in the root.
    env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from)
}

/// The folder that cargo builds in, wherever `CARGO_TARGET_DIR` or a setting of cargo puts it.
pub(crate) fn target() -> &'static Path {
    static TARGET: LazyLock<PathBuf> = LazyLock::new(|| built_in(&mut cargo()));
    &TARGET
}

/// Where a cargo builds, as it says itself; where it says nothing, where it builds unless told otherwise.
fn built_in(cargo: &mut Command) -> PathBuf {
    let said = output(cargo.args(["metadata", "--no-deps", "--format-version", "1"]));
    let said: Option<serde_json::Value> = said.and_then(|text| serde_json::from_str(&text).ok());
    let folder = said.as_ref().and_then(|it| it["target_directory"].as_str());
    folder.map_or_else(|| root().join("target"), PathBuf::from)
}

/// Says what begins now.
pub(crate) fn heading(text: &str) {
    println!("\n== {text}");
}

/// A command that runs in the root of the project and reads nothing from the terminal.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).stdin(Stdio::null());
    // Trunk takes no other value than true or false, though the custom is that any value counts.
    if env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    command
}

/// Cargo of the project's toolchain, which passes it on to whatever it starts.
pub(crate) fn cargo() -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// npm, whose file has another name on Windows.
pub(crate) fn npm() -> Command {
    command(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Puts `folder` before everything else on the path of `command`.
pub(crate) fn prefer(command: &mut Command, folders: &[&Path]) -> Result<(), Trouble> {
    let inherited = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().map(|folder| folder.to_path_buf());
    let joined = env::join_paths(all.chain(env::split_paths(&inherited))).map_err(|fault| {
        Trouble::Shape {
            path: folders.iter().collect(),
            fault: fault.to_string(),
        }
    })?;
    command.env("PATH", joined);
    Ok(())
}

/// Runs `command` to its end, its output on the terminal.
pub(crate) fn run(command: &mut Command) -> Result<(), Trouble> {
    println!("$ {}", words(command));
    let status = command.status().map_err(|source| Trouble::Start {
        program: name(command),
        source,
    })?;
    if status.success() {
        Ok(())
    } else {
        Err(Trouble::Failed {
            command: words(command),
            status,
        })
    }
}

/// What `command` prints, or nothing when it does not start or fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let short = program.file_stem().unwrap_or(program.as_os_str());
    short.to_string_lossy().into_owned()
}

fn words(command: &Command) -> String {
    let args = command
        .get_args()
        .map(|arg| arg.to_string_lossy().into_owned());
    std::iter::once(name(command))
        .chain(args)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cargo_builds_is_looked_for_where_it_is_told_to_build() {
        let elsewhere = env::temp_dir().join("built-elsewhere");
        assert_eq!(
            built_in(cargo().env("CARGO_TARGET_DIR", &elsewhere)),
            elsewhere
        );
        let setting = format!("build.target-dir={:?}", elsewhere.display().to_string());
        let mut set = cargo();
        set.env_remove("CARGO_TARGET_DIR")
            .args(["--config", &setting]);
        assert_eq!(built_in(&mut set), elsewhere);
        assert_eq!(
            built_in(&mut command("no-such-cargo")),
            root().join("target")
        );
    }
}
