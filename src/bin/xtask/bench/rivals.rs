//! The programs that are measured beside this one: how each is installed and started.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::browser::Browser;
use crate::shell::{cargo, command, heading, npm, output, root, run, target};
use crate::tests::{Built, in_browser};
use crate::trouble::Trouble;

/// A script of Node.js among the benchmarks.
pub(crate) fn node(script: &str, words: &[&str]) -> Command {
    let mut node = command("node");
    node.arg(format!("benches/{script}")).args(words);
    node
}

/// One measurement in Chromium.
pub(crate) fn browser(
    browser: &Browser,
    built: Built,
    bench: &str,
    measurement: &str,
) -> Result<Command, Trouble> {
    let mut cargo = in_browser(browser, built, bench)?;
    cargo.args(["--", "--nocapture", measurement]);
    Ok(cargo)
}

/// A native benchmark, built like the page's worker.
pub(crate) fn native(bench: &str, words: &[&str]) -> Command {
    let mut cargo = cargo();
    cargo.args(["bench", "--locked", "--profile", "worker", "--bench", bench]);
    cargo.arg("--").args(words);
    cargo
}

/// Builds a native benchmark and the same for a browser, like the page's worker.
pub(crate) fn build(browser: &Browser, bench: &str) -> Result<(), Trouble> {
    heading(&format!(
        "Building the measurement of {bench} as the worker is built"
    ));
    let mut cargo = cargo();
    cargo.args(["bench", "--locked", "--profile", "worker"]);
    run(cargo.args(["--bench", bench, "--no-run"]))?;
    let web = format!("{bench}_web");
    run(in_browser(browser, Built::Worker, &web)?.arg("--no-run"))
}

/// The folder for what benchmarks make.
pub(crate) fn scratch() -> Result<PathBuf, Trouble> {
    let folder = target().join("bench");
    fs::create_dir_all(&folder).map_err(Trouble::file(&folder))?;
    Ok(folder)
}

/// Installs what comes from npm unless it is there.
pub(crate) fn from_npm() -> Result<(), Trouble> {
    let home = root().join("benches");
    let ci = ["ci", "--no-audit", "--no-fund"];
    let stamp = home.join("node_modules").join(".installed-from");
    once(&home.join("package-lock.json"), &stamp, || {
        heading("Installing the programs to measure beside, from npm");
        run(npm().args(ci).current_dir(&home))
    })
    .map_err(|trouble| Trouble::Missing {
        what: "What npm installs (highs, hyperformula, squiggle-lang)".to_owned(),
        why: trouble.to_string(),
        remedy: "install Node.js 20 or newer with npm, then: cd benches && npm ci".to_owned(),
    })
}

/// A Python that has what `requirements.txt` names, installed in a folder of its own unless it is there.
pub(crate) fn python() -> Result<PathBuf, Trouble> {
    let home = scratch()?.join("python");
    let own = match cfg!(windows) {
        true => home.join("Scripts").join("python.exe"),
        false => home.join("bin").join("python"),
    };
    let wanted = root().join("benches").join("requirements.txt");
    once(&wanted, &home.join("installed-from"), || {
        heading("Installing the programs to measure beside, from PyPI");
        let runs = |name: &&str| output(command(name).arg("--version")).is_some();
        let python = ["python3", "python"].into_iter().find(runs);
        run(command(python.unwrap_or("python3"))
            .args(["-m", "venv"])
            .arg(&home))?;
        let install = ["-m", "pip", "install", "--quiet", "--requirement"];
        run(command(&own).args(install).arg(&wanted))
    })
    .map_err(|trouble| Trouble::Missing {
        what: "What pip installs (highspy, numpy, scipy)".to_owned(),
        why: trouble.to_string(),
        remedy:
            "install Python 3.11 or newer with venv and pip (Debian: apt-get install python3-venv)"
                .to_owned(),
    })?;
    Ok(own)
}

/// Does something unless it was done for the file that says what is wanted, as it reads now.
fn once(
    wanted: &PathBuf,
    stamp: &PathBuf,
    make: impl FnOnce() -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let text = fs::read_to_string(wanted).map_err(Trouble::file(wanted))?;
    if fs::read_to_string(stamp).is_ok_and(|done| done == text) {
        return Ok(());
    }
    make()?;
    fs::write(stamp, text).map_err(Trouble::file(stamp))
}

/// The draws in C, compiled, with what they read.
pub(crate) fn compiled() -> Result<(PathBuf, PathBuf), Trouble> {
    let folder = scratch()?;
    let (program, instances) = (folder.join("draws"), folder.join("instances.txt"));
    let mut cc = command("cc");
    // Fast mathematics, and whatever this processor can do: as good as it gets.
    cc.args([
        "-O3",
        "-march=native",
        "-ffast-math",
        "-fno-finite-math-only",
    ]);
    cc.arg("-o").arg(&program).args(["benches/draws.c", "-lm"]);
    run(&mut cc).map_err(|trouble| Trouble::Missing {
        what: "A C compiler".to_owned(),
        why: trouble.to_string(),
        remedy: "install gcc or clang, callable as cc (Debian: apt-get install gcc libc6-dev)"
            .to_owned(),
    })?;
    let text = output(&mut node("draws.mjs", &["write"])).unwrap_or_default();
    fs::write(&instances, text).map_err(Trouble::file(&instances))?;
    Ok((program, instances))
}

/// The draws in C for one round.
pub(crate) fn in_c(round: u32) -> Result<Command, Trouble> {
    let folder = scratch()?;
    let instances = folder.join("instances.txt");
    let file = fs::File::open(&instances).map_err(Trouble::file(&instances))?;
    let mut draws = command(folder.join("draws"));
    draws.arg(round.to_string()).stdin(Stdio::from(file));
    Ok(draws)
}
