//! Cuts the program of a release in two, what the first view needs and the parts that follow it, and names all
//! its files after the build, the worker's included.

use std::fs;
use std::path::Path;

use crate::scripts;
use crate::shell::{command, heading, prefer, run, target};
use crate::sums;
use crate::tools::{node_modules, wasm_bindgen, wasm_split};
use crate::trouble::Trouble;

/// The feature of the package that draws the border.
pub(crate) const FEATURE: &str = "split";

/// What Trunk calls the files of the worker.
const WORKER_LOADER: &str = "worker_loader.js";
const WORKER_SCRIPT: &str = "worker.js";
const WORKER_PROGRAM: &str = "worker_bg.wasm";

/// Names in the written files that get the number of the build, and what they are called then.
struct Names {
    build: String,
}

impl Names {
    fn script(&self) -> String {
        format!("app-{}.js", self.build)
    }

    fn program(&self) -> String {
        format!("app-{}_bg.wasm", self.build)
    }

    fn loader(&self) -> String {
        format!("parts-{}.js", self.build)
    }

    fn parts(&self) -> String {
        format!("parts-{}.wasm", self.build)
    }

    fn worker_loader(&self) -> String {
        format!("worker_loader-{}.js", self.build)
    }

    fn worker_script(&self) -> String {
        format!("worker-{}.js", self.build)
    }

    fn worker_program(&self) -> String {
        format!("worker-{}_bg.wasm", self.build)
    }
}

/// Puts the program in two files in place of the one that Trunk has bundled into `folder`.
///
/// All files bear the number of the build, a hash of them all, so that a cache cannot mix two builds.
pub(crate) fn split(folder: &Path) -> Result<(), Trouble> {
    heading("Cutting the program in two");
    let work = target().join("split");
    if work.exists() {
        fs::remove_dir_all(&work).map_err(Trouble::file(&work))?;
    }
    fs::create_dir_all(&work).map_err(Trouble::file(&work))?;
    let built = target().join("wasm32-unknown-unknown").join("release");
    let mut cut = command(wasm_split()?);
    run(cut
        .arg(built.join("app.wasm"))
        .arg(&work)
        .args(["--out-name", "app"]))?;
    let mut bind = command(wasm_bindgen()?);
    bind.args(["--target", "web", "--no-typescript", "--out-name", "app"]);
    // The parts share the table of functions, which is removed otherwise.
    bind.arg("--keep-lld-exports");
    run(bind.arg("--out-dir").arg(&work).arg(work.join("app.wasm")))?;
    for file in [WORKER_LOADER, WORKER_SCRIPT, WORKER_PROGRAM] {
        let path = folder.join(file);
        fs::rename(&path, work.join(file)).map_err(Trouble::file(&path))?;
    }
    for (file, aim) in [
        ("app_bg.wasm", "-Oz"),
        ("split_parts.wasm", "-O3"),
        (WORKER_PROGRAM, "-O3"),
    ] {
        let mut optimise = command("wasm-opt");
        let file = work.join(file);
        optimise.arg(aim).arg(&file).arg("-o").arg(&file);
        prefer(&mut optimise, &[&node_modules()?])?;
        run(&mut optimise)?;
    }
    for script in ["app.js", "__wasm_split.js"] {
        scripts::minify(&work.join(script))?;
    }
    let read = |name: &str| {
        let path = work.join(name);
        fs::read(&path).map_err(Trouble::file(&path))
    };
    let script = read("app.js")?;
    let program = read("app_bg.wasm")?;
    let loader = read("__wasm_split.js")?;
    let parts = read("split_parts.wasm")?;
    let worker_loader = read(WORKER_LOADER)?;
    let worker_script = read(WORKER_SCRIPT)?;
    let worker_program = read(WORKER_PROGRAM)?;
    let names = Names {
        build: sums::short([
            &script,
            &program,
            &loader,
            &parts,
            &worker_loader,
            &worker_script,
            &worker_program,
        ]),
    };
    let script = renamed("app.js", script, &[("./__wasm_split.js", names.loader())])?;
    let loader = renamed(
        "__wasm_split.js",
        loader,
        &[
            ("./app.js", names.script()),
            ("./split_parts.wasm", names.parts()),
        ],
    )?;
    let worker_loader = renamed(
        WORKER_LOADER,
        worker_loader,
        &[("./worker.js", names.worker_script())],
    )?;
    let worker_script = renamed(
        WORKER_SCRIPT,
        worker_script,
        &[("worker_bg.wasm", names.worker_program())],
    )?;
    let page = repoint(folder, &names, &script, &loader)?;
    for (name, bytes) in [
        ("index.html".to_owned(), page),
        (names.script(), script),
        (names.program(), program),
        (names.loader(), loader),
        (names.parts(), parts),
        (names.worker_loader(), worker_loader),
        (names.worker_script(), worker_script),
        (names.worker_program(), worker_program),
    ] {
        let path = folder.join(name);
        fs::write(&path, bytes).map_err(Trouble::file(&path))?;
    }
    Ok(())
}

/// A script with each file that it refers to, in quotes, replaced by the one beside it.
fn renamed(name: &str, script: Vec<u8>, files: &[(&str, String)]) -> Result<Vec<u8>, Trouble> {
    let shape = |fault: String| Trouble::Shape {
        path: name.into(),
        fault,
    };
    let mut text = String::from_utf8(script).map_err(|fault| shape(fault.to_string()))?;
    for (old, new) in files {
        let quoted = |quote: char| text.contains(&format!("{quote}{old}{quote}"));
        let quote = ['"', '\'']
            .into_iter()
            .find(|&quote| quoted(quote))
            .ok_or_else(|| shape(format!("does not refer to {old}")))?;
        text = text.replacen(
            &format!("{quote}{old}{quote}"),
            &format!("{quote}./{new}{quote}"),
            1,
        );
    }
    Ok(text.into_bytes())
}

/// The start page with the files of the split program in place of those that Trunk names there, which are
/// removed; scripts with what they must hash to.
fn repoint(folder: &Path, names: &Names, script: &[u8], loader: &[u8]) -> Result<Vec<u8>, Trouble> {
    let path = folder.join("index.html");
    let page = fs::read_to_string(&path).map_err(Trouble::file(&path))?;
    let shape = |fault: &str| Trouble::Shape {
        path: path.clone(),
        fault: fault.to_owned(),
    };
    let between = |before: &str, after: &str| {
        let (_, rest) = page.split_once(before)?;
        rest.split_once(after).map(|(found, _)| found.to_owned())
    };
    let old_script = between("data-js=\"./", "\"").ok_or_else(|| shape("names no script"))?;
    let old_program = between("data-wasm=\"./", "\"").ok_or_else(|| shape("names no program"))?;
    for old in [&old_script, &old_program] {
        let old = folder.join(old);
        fs::remove_file(&old).map_err(Trouble::file(&old))?;
    }
    let preloads = page
        .find("<link rel=\"modulepreload\"")
        .zip(page.find("</head>"));
    let (from, to) = preloads.ok_or_else(|| shape("preloads no script"))?;
    let mut tags = String::new();
    for (name, bytes) in [(names.script(), script), (names.loader(), loader)] {
        let sum = sums::integrity(bytes);
        tags.push_str(&format!(
            "<link rel=\"modulepreload\" href=\"./{name}\" crossorigin=\"anonymous\" integrity=\"{sum}\">\n  "
        ));
    }
    tags.push_str(&format!(
        "<link rel=\"preload\" href=\"./{}\" crossorigin=\"anonymous\" as=\"fetch\" type=\"application/wasm\">\n",
        names.program()
    ));
    let page = format!("{}{tags}{}", &page[..from], &page[to..]);
    let page = page.replace(WORKER_LOADER, &names.worker_loader());
    let page = page.replace(&old_script, &names.script());
    Ok(page.replace(&old_program, &names.program()).into_bytes())
}
