//! Tells the service worker of a release which files make it up, so that it keeps all of them or none.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::headers;
use crate::trouble::Trouble;

/// The service worker, with two lines to be filled in.
const SCRIPT: &str = "offline.js";
const BUILD: &str = "const BUILD = \"\";";
const FILES: &str = "const FILES = [];";

/// Writes the number of the build and the names of its files into the service worker, and has the page use it.
pub(crate) fn keep(folder: &Path) -> Result<(), Trouble> {
    let start = folder.join("index.html");
    let page = read(&start)?;
    let attribute = " data-worker=";
    let page = replaced(
        &start,
        &page,
        attribute,
        &format!(" data-offline=\"./{SCRIPT}\"{attribute}"),
    )?;
    write(&start, &page)?;

    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(Trouble::file(folder))? {
        let entry = entry.map_err(Trouble::file(folder))?;
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    names.retain(|name| name != SCRIPT && !headers::FILES.contains(&name.as_str()));
    names.sort();
    let mut hash = Sha256::new();
    for name in &names {
        let path = folder.join(name);
        hash.update(name);
        hash.update(fs::read(&path).map_err(Trouble::file(&path))?);
    }
    let hash = hash.finalize();
    let build: String = hash[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    // Hosts send people from index.html to the folder, or the other way round: the folder is what is asked for.
    let files: Vec<String> = names
        .iter()
        .map(|name| match name.as_str() {
            "index.html" => "\"./\"".to_owned(),
            name => format!("\"{name}\""),
        })
        .collect();
    let path = folder.join(SCRIPT);
    let script = read(&path)?;
    let script = replaced(
        &path,
        &script,
        BUILD,
        &format!("const BUILD = \"{build}\";"),
    )?;
    let files = format!("const FILES = [\n  {},\n];", files.join(",\n  "));
    let script = replaced(&path, &script, FILES, &files)?;
    write(&path, &script)
}

fn read(path: &Path) -> Result<String, Trouble> {
    fs::read_to_string(path).map_err(Trouble::file(path))
}

fn write(path: &Path, text: &str) -> Result<(), Trouble> {
    fs::write(path, text).map_err(Trouble::file(path))
}

/// A text with the one place that says something saying something else.
fn replaced(path: &Path, text: &str, old: &str, new: &str) -> Result<String, Trouble> {
    if text.matches(old).count() == 1 {
        Ok(text.replacen(old, new, 1))
    } else {
        Err(Trouble::Shape {
            path: path.to_owned(),
            fault: format!("does not say {old} once"),
        })
    }
}
