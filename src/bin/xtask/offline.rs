//! Tells the service worker of a release which files make it up, so that it keeps all of them or none.

use std::fs;
use std::path::Path;

use crate::headers;
use crate::sums;
use crate::trouble::Trouble;

/// The service worker, with three lines to be filled in.
const SCRIPT: &str = "offline.js";
const BUILD: &str = "const BUILD = \"\";";
const PROGRAM: &str = "const PROGRAM = \"\";";
const FILES: &str = "const FILES = {};";

/// Writes the number of the build, its program and its files into the service worker, and has the page use it.
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
    let program = page
        .split_once("data-js=\"./")
        .and_then(|(_, rest)| rest.split_once('"'));
    let (program, _) = program.ok_or_else(|| Trouble::Shape {
        path: start,
        fault: "names no program".to_owned(),
    })?;

    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(Trouble::file(folder))? {
        let entry = entry.map_err(Trouble::file(folder))?;
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    names.retain(|name| name != SCRIPT && !headers::FILES.contains(&name.as_str()));
    names.sort();
    let (mut parts, mut files) = (Vec::new(), Vec::new());
    for name in names {
        let path = folder.join(&name);
        let bytes = fs::read(&path).map_err(Trouble::file(&path))?;
        files.push(match name.as_str() {
            // Hosts send people from index.html to the folder, or the other way round: the folder is what is asked for.
            "index.html" => "\"./\": \"\"".to_owned(),
            page if page.ends_with(".html") => format!("\"{page}\": \"\""),
            name => format!("\"{name}\": \"{}\"", sums::integrity(&bytes)),
        });
        parts.extend([name.into_bytes(), bytes]);
    }
    let path = folder.join(SCRIPT);
    let mut script = read(&path)?;
    for (line, filled) in [
        (BUILD, format!("const BUILD = \"{}\";", sums::short(parts))),
        (PROGRAM, format!("const PROGRAM = \"{program}\";")),
        (
            FILES,
            format!("const FILES = {{\n  {},\n}};", files.join(",\n  ")),
        ),
    ] {
        script = replaced(&path, &script, line, &filled)?;
    }
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
