//! Finds the tools that turn the code into a page, and installs those that are missing.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::shell::{cargo, command, heading, npm, output, root, run};
use crate::trouble::Trouble;

/// The Trunk that the page is built with.
const TRUNK: &str = "0.21.14";

/// The splitter that a release is cut in two with.
const WASM_SPLIT: &str = "0.2.4";

/// The checker of licences, bans, sources and advisories.
const CARGO_DENY: &str = "0.20.2";

const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that the toolchain can compile for the browser.
pub(crate) fn wasm_target() -> Result<(), Trouble> {
    let mut rustc = command("rustc");
    rustc.args(["--print", "target-libdir", "--target", WASM]);
    if output(&mut rustc).is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    heading("Installing the wasm32 target of the Rust toolchain");
    run(command("rustup").args(["target", "add", WASM])).map_err(|trouble| Trouble::Missing {
        what: format!("The Rust target {WASM}"),
        why: trouble.to_string(),
        remedy: format!("rustup target add {WASM}"),
    })
}

/// The wasm-bindgen command of exactly the version that the code is locked to.
pub(crate) fn wasm_bindgen() -> Result<PathBuf, Trouble> {
    let version = locked_version("wasm-bindgen")?;
    // Not --locked: the lock file of a fresh release can name crates that a mirror of the registry lacks.
    installed("wasm-bindgen", "wasm-bindgen-cli", &version, &[])
}

/// The Trunk command.
pub(crate) fn trunk() -> Result<PathBuf, Trouble> {
    installed("trunk", "trunk", TRUNK, &["--locked"])
}

/// The command that checks what the project is built on.
pub(crate) fn cargo_deny() -> Result<PathBuf, Trouble> {
    installed("cargo-deny", "cargo-deny", CARGO_DENY, &["--locked"])
}

/// The command that cuts a program in two.
pub(crate) fn wasm_split() -> Result<PathBuf, Trouble> {
    const PACKAGE: &str = "wasm_split_cli_support";
    // It does not say its version, so that of its folder is what counts.
    let home = store()?.join(format!("{PACKAGE}-{WASM_SPLIT}"));
    let file = format!("wasm-split-cli{}", env::consts::EXE_SUFFIX);
    let kept = home.join("bin").join(file);
    if !kept.is_file() {
        let options = ["--locked", "--features", "build-binary"];
        install(PACKAGE, WASM_SPLIT, &options, &home)?;
    }
    Ok(kept)
}

/// The folder of the commands that come from npm: wasm-opt, and what drives the browser.
pub(crate) fn node_modules() -> Result<PathBuf, Trouble> {
    let home = root().join("tests").join("e2e");
    let modules = home.join("node_modules");
    let lock = home.join("package-lock.json");
    let wanted = fs::read_to_string(&lock).map_err(Trouble::file(&lock))?;
    let stamp = modules.join(".installed-from");
    if fs::read_to_string(&stamp).is_ok_and(|text| text == wanted) {
        return Ok(modules.join(".bin"));
    }
    heading("Installing wasm-opt, terser and the browser tests' packages from npm");
    run(npm()
        .args(["ci", "--no-audit", "--no-fund"])
        .current_dir(&home))
    .map_err(|trouble| Trouble::Missing {
        what: "What npm installs (binaryen, terser, playwright-core, axe-core)".to_owned(),
        why: trouble.to_string(),
        remedy: "install Node.js 20 or newer with npm, then: cd tests/e2e && npm ci".to_owned(),
    })?;
    fs::write(&stamp, wanted).map_err(Trouble::file(&stamp))?;
    Ok(modules.join(".bin"))
}

/// The command `name` of `version`: the one kept for this project, one on the path, or one installed now.
fn installed(
    name: &str,
    package: &str,
    version: &str,
    options: &[&str],
) -> Result<PathBuf, Trouble> {
    let store = store()?;
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    let kept = store.join("bin").join(&file);
    let on_path = env::split_paths(&env::var_os("PATH").unwrap_or_default())
        .map(|folder| folder.join(&file))
        .find(|path| is_version(path, version));
    if is_version(&kept, version) {
        return Ok(kept);
    }
    if let Some(found) = on_path {
        return Ok(found);
    }
    install(package, version, options, &store)?;
    Ok(kept)
}

fn is_version(path: &Path, version: &str) -> bool {
    path.is_file()
        && output(command(path).arg("--version"))
            .is_some_and(|text| text.split_whitespace().any(|word| word == version))
}

/// Installs a command below the folder `home`, and says how to where that fails.
fn install(package: &str, version: &str, options: &[&str], home: &Path) -> Result<(), Trouble> {
    heading(&format!(
        "Installing {package} {version} (once, a few minutes)"
    ));
    fetch_or_build(package, version, options, home).map_err(|trouble| Trouble::Missing {
        what: format!("{package} {version}"),
        why: trouble.to_string(),
        remedy: format!(
            "cargo install {package} --version {version} {}",
            options.join(" ")
        ),
    })
}

fn fetch_or_build(
    package: &str,
    version: &str,
    options: &[&str],
    home: &Path,
) -> Result<(), Trouble> {
    if output(cargo().args(["binstall", "-V"])).is_some() {
        let mut binstall = cargo();
        binstall.args(["binstall", "--no-confirm", "--version", version, "--root"]);
        if run(binstall.arg(home).arg(package)).is_ok() {
            return Ok(());
        }
        println!("No prebuilt {package} could be had: building it.");
    }
    // Stays after an interruption, so that nothing is compiled twice.
    let scratch = home.join("build");
    let mut build = cargo();
    build.args(["install", package, "--version", version]);
    build
        .args(options)
        .arg("--root")
        .arg(home)
        .arg("--target-dir")
        .arg(&scratch);
    // The tools spend their time elsewhere; optimising them would take three times as long.
    build.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
    build.env("CARGO_PROFILE_RELEASE_LTO", "off");
    build.env("CARGO_PROFILE_RELEASE_DEBUG", "0");
    build.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "64");
    run(&mut build)?;
    fs::remove_dir_all(&scratch).map_err(Trouble::file(&scratch))
}

/// The folder that keeps the tools for every clone of the project, outside of them all.
fn store() -> Result<PathBuf, Trouble> {
    let cache = match env::var_os("XDG_CACHE_HOME").or_else(|| env::var_os("LOCALAPPDATA")) {
        Some(cache) => PathBuf::from(cache),
        None => env::home_dir()
            .map(|home| home.join(".cache"))
            .ok_or_else(|| Trouble::Missing {
                what: "A folder for the tools".to_owned(),
                why: "this account has no home folder".to_owned(),
                remedy: "set XDG_CACHE_HOME to a folder that you may write to".to_owned(),
            })?,
    };
    Ok(cache.join("laa-tools"))
}

fn locked_version(package: &str) -> Result<String, Trouble> {
    let path = root().join("Cargo.lock");
    let text = fs::read_to_string(&path).map_err(Trouble::file(&path))?;
    let entry = format!("name = \"{package}\"\nversion = \"");
    text.replace("\r\n", "\n")
        .split_once(&entry)
        .and_then(|(_, rest)| rest.split('"').next().map(str::to_owned))
        .ok_or_else(|| Trouble::Shape {
            path,
            fault: format!("names no version of {package}"),
        })
}
