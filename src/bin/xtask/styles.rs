//! Puts the style sheets of a release in one file: one request, and a third less to load.

use std::fs;
use std::path::Path;

use crate::sums;
use crate::trouble::Trouble;

const LINK: &str = "<link rel=\"stylesheet\" href=\"./";

/// Joins the sheets that the start page names, in their order, and has it name the one sheet instead.
pub(crate) fn join(folder: &Path) -> Result<(), Trouble> {
    let start = folder.join("index.html");
    let page = fs::read_to_string(&start).map_err(Trouble::file(&start))?;
    let mut sheet = String::new();
    let mut rest = page.as_str();
    let mut joined = String::new();
    let mut place = None;
    while let Some((before, link)) = rest.split_once(LINK) {
        let (name, after) = link
            .split_once('"')
            .and_then(|(name, after)| Some((name, after.split_once('>')?.1)))
            .ok_or_else(|| shape(&start))?;
        let path = folder.join(name);
        sheet.push_str(&bare(
            &fs::read_to_string(&path).map_err(Trouble::file(&path))?,
        ));
        fs::remove_file(&path).map_err(Trouble::file(&path))?;
        joined.push_str(before);
        place.get_or_insert(joined.len());
        rest = after;
    }
    joined.push_str(rest);
    let name = format!("styles-{}.css", sums::short([&sheet]));
    let link = format!("{LINK}{name}\" integrity=\"{}\">", sums::integrity(&sheet));
    joined.insert_str(place.ok_or_else(|| shape(&start))?, &link);
    for (path, text) in [(folder.join(&name), &sheet), (start.clone(), &joined)] {
        fs::write(&path, text).map_err(Trouble::file(&path))?;
    }
    Ok(())
}

fn shape(path: &Path) -> Trouble {
    Trouble::Shape {
        path: path.to_owned(),
        fault: "names no style sheet as expected".to_owned(),
    }
}

/// A sheet without its comments and indentation. No sheet of this project has `/*` in a string.
fn bare(sheet: &str) -> String {
    let mut kept = String::new();
    let mut rest = sheet;
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}
