//! Who may import whom, which crates stay where, and how long a file may be: the inner walls of the one package; and
//! that the styles set no property of their own in vain.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod reading;

use crate::reading::{Part, code, decimals, only};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What each folder of `src` may import from the others. Arrows never point up.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("text", &["model"]),
    ("library", &["model"]),
    ("engine", &["model"]),
    ("odds", &["model", "engine"]),
    ("solve", &["model", "engine"]),
    ("job", &["model", "engine", "odds", "solve"]),
    ("chart", &[]),
    ("codec", &["model", "library"]),
    ("presets", &["model", "library", "codec", "text"]),
    (
        "app",
        &[
            "model", "text", "library", "engine", "odds", "solve", "job", "chart", "codec",
            "presets",
        ],
    ),
    ("platform", &["job", "app"]),
    (
        "ui",
        &[
            "model", "text", "library", "engine", "job", "chart", "codec", "presets", "app",
            "platform",
        ],
    ),
    ("bin", &["app", "platform", "ui"]),
];

/// Crates that only some folders, or one file, may name.
const FENCED: &[(&str, &[&str])] = &[
    ("yew", &["ui"]),
    ("web_sys", &["platform", "ui"]),
    ("js_sys", &["platform", "ui", "codec/body/compose.rs"]),
    ("gloo", &["platform", "ui"]),
    ("wasm_bindgen", &["platform", "ui"]),
    ("wasm_bindgen_futures", &["platform", "ui"]),
    ("serde_wasm_bindgen", &["platform", "ui"]),
    ("wasm_split_helpers", &["ui"]),
    ("base64", &["job", "codec", "bin"]),
    ("sha2", &["codec", "bin"]),
    ("microlp", &["solve/linear.rs"]),
    ("unicode_normalization", &["codec/body/compose.rs"]),
    ("libm", &["odds"]),
    ("rand_xoshiro", &["odds"]),
];

/// Crates that a single file may name.
const ONE_FILE: &[(&str, &str)] = &[("qrcodegen", "src/codec/qr.rs")];

/// Crates that every folder may name.
const FREE: &[&str] = &["serde", "serde_json", "thiserror"];

/// Folders whose arithmetic is exact: no floating point.
const EXACT: &[&str] = &["engine", "model"];

/// The one place in them that names a float: a JSON number is read and written as one.
const FLOATS_ALLOWED: &[&str] = &["src/model/decimal.rs"];

/// Folders whose floats lead to the same answers everywhere.
const FLOATING: &[&str] = &["odds", "solve"];

/// The one file that may allow unsafe code: an attribute there declares a function on both sides of the
/// border between the two WebAssembly files.
const BORDER: &str = "src/ui/parts.rs";

/// Lines that a file may have.
const LONGEST: usize = 400;

fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push((path.clone(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    walk(&root, &mut found);
    found.sort();
    found
}

/// The folder below `src` that a file belongs to; none for `lib.rs`.
fn folder(path: &Path) -> Option<String> {
    let inside = path
        .strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
        .unwrap();
    let first = inside
        .components()
        .next()
        .unwrap()
        .as_os_str()
        .to_string_lossy()
        .into_owned();
    (!first.ends_with(".rs")).then_some(first)
}

/// The names that follow a prefix: `crate::model::Pence` gives `model`.
fn names_after<'a>(code: &'a str, prefix: &str) -> Vec<&'a str> {
    code.match_indices(prefix)
        .map(|(at, _)| {
            let rest = &code[at + prefix.len()..];
            let end = rest
                .find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap_or(rest.len());
            &rest[..end]
        })
        .collect()
}

#[test]
fn folders_import_only_what_lies_below_them() {
    let may: BTreeMap<&str, &[&str]> = MAY_IMPORT.iter().copied().collect();
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let Some(from) = folder(&path) else { continue };
        let allowed = may
            .get(from.as_str())
            .unwrap_or_else(|| panic!("{from} is not in the table"));
        let prefix = if from == "bin" { "laa::" } else { "crate::" };
        for to in names_after(&code(&text), prefix) {
            if to != from && may.contains_key(to) && !allowed.contains(&to) {
                wrong.push(format!("{} imports {to}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn paths_are_written_out() {
    for (path, text) in sources() {
        let code = code(&text);
        assert!(
            !code.contains("crate::{"),
            "{} groups imports of the crate",
            path.display()
        );
        assert!(
            !code.contains("super::super"),
            "{} climbs up twice",
            path.display()
        );
    }
}

#[test]
fn fenced_crates_stay_where_they_belong() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let from = folder(&path).unwrap_or_default();
        let code = code(&text);
        for (name, folders) in FENCED {
            let used = code.contains(&format!("{name}::"));
            let here = folders
                .iter()
                .any(|place| *place == from || path.ends_with(place));
            if used && !here {
                wrong.push(format!("{} names {name}", path.display()));
            }
        }
        for (name, file) in ONE_FILE {
            if code.contains(&format!("{name}::")) && !path.ends_with(file) {
                wrong.push(format!("{} names {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_crate_has_its_place() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let manifest = fs::read_to_string(manifest).unwrap();
    let sections = manifest.split("\n[").filter(|section| {
        let (name, _) = section.split_once(']').unwrap_or_default();
        name.ends_with("dependencies") && !name.ends_with("dev-dependencies")
    });
    let lines = sections.flat_map(|section| section.lines().skip(1));
    let names = lines.filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    let names: BTreeSet<String> = names
        .filter_map(|line| Some(line.split_once(" = ")?.0.replace('-', "_")))
        .collect();
    let fenced = FENCED.iter().map(|(name, _)| *name);
    let one_file = ONE_FILE.iter().map(|(name, _)| *name);
    let placed = fenced.chain(one_file).chain(FREE.iter().copied());
    let placed: BTreeSet<String> = placed.map(str::to_owned).collect();
    assert_eq!(names, placed);
}

#[test]
fn unsafe_code_stays_at_the_border() {
    for (path, text) in sources() {
        let allowed = code(&text).contains("unsafe_code");
        assert_eq!(allowed, path.ends_with(BORDER), "{}", path.display());
    }
}

#[test]
fn evaluation_has_no_floating_point() {
    for (path, text) in sources() {
        let exact = folder(&path).is_some_and(|folder| EXACT.contains(&folder.as_str()));
        let allowed = FLOATS_ALLOWED.iter().any(|allowed| path.ends_with(allowed));
        if exact && !allowed {
            let code = only(&text, &[Part::Code]);
            let named = ["f64", "f32"].into_iter().find(|it| code.contains(it));
            let float = named.or(decimals(&code).first().copied());
            assert_eq!(float, None, "{} has a float", path.display());
        }
    }
}

#[test]
fn floats_have_the_same_bits_everywhere() {
    // What the standard library leaves to the platform differs in the last bit between machines.
    let platform = [
        "sqrt", "cbrt", "hypot", "exp", "exp2", "exp_m1", "ln", "ln_1p", "log", "log2", "log10",
        "powf", "powi", "mul_add", "sin", "cos", "tan", "sin_cos", "asin", "acos", "atan", "atan2",
        "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "gamma", "ln_gamma", "erf", "erfc",
    ];
    for (path, text) in sources() {
        if folder(&path).is_some_and(|folder| FLOATING.contains(&folder.as_str())) {
            let code = code(&text);
            for name in platform {
                for call in [format!(".{name}("), format!("f64::{name}")] {
                    assert!(!code.contains(&call), "{} has {call}", path.display());
                }
            }
        }
    }
}

#[test]
fn every_file_says_what_it_answers_and_is_short() {
    for (path, text) in sources() {
        assert!(
            text.starts_with("//! "),
            "{} does not start with its sentence",
            path.display()
        );
        let lines = text.lines().count();
        assert!(lines <= LONGEST, "{} has {lines} lines", path.display());
    }
}

#[test]
fn nothing_is_left_over() {
    let marks = [
        "todo!",
        "unimplemented!",
        "dbg!",
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
    ];
    for (path, text) in sources() {
        for mark in marks {
            assert!(!text.contains(mark), "{} has {mark}", path.display());
        }
    }
}

#[test]
fn pictures_and_parts_have_no_style_attributes() {
    for (path, text) in sources() {
        assert!(
            !code(&text).contains(" style="),
            "{}: the content security policy refuses style attributes",
            path.display()
        );
    }
}

/// The style sheets without their comments.
fn sheets() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("styles");
    let sheet = |path: PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        let parts = text.split("/*").map(|part| match part.split_once("*/") {
            Some((_, rules)) => rules.to_owned(),
            None => part.to_owned(),
        });
        parts.collect::<String>()
    };
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| sheet(entry.unwrap().path())).collect()
}

/// The names in a style sheet that begin with two hyphens: those it defines, and those it uses.
fn properties(sheet: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut defined, mut used) = (BTreeSet::new(), BTreeSet::new());
    for (at, _) in sheet.match_indices("--") {
        let end = sheet[at..]
            .find(|c: char| !c.is_alphanumeric() && c != '-')
            .map_or(sheet.len(), |end| at + end);
        let name = sheet[at..end].to_owned();
        if sheet[..at].ends_with("var(") {
            used.insert(name);
        } else if sheet[end..].starts_with(':') {
            defined.insert(name);
        }
    }
    (defined, used)
}

#[test]
fn every_value_that_styles_name_is_defined_and_used() {
    let (mut defined, mut used) = (BTreeSet::new(), BTreeSet::new());
    for sheet in sheets() {
        let (here, asked) = properties(&sheet);
        defined.extend(here);
        used.extend(asked);
    }
    let undefined: Vec<_> = used.difference(&defined).collect();
    assert!(undefined.is_empty(), "nowhere defined: {undefined:?}");
    let unused: Vec<_> = defined.difference(&used).collect();
    assert!(unused.is_empty(), "never used: {unused:?}");
}
