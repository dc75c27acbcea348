//! How long the best plan takes, beside solvers of mixed-integer programs; then the prices of rules.

use std::fs;

use serde_json::Value;

use crate::bench::prices;
use crate::bench::program::{Program, ROUNDS, in_turns, things};
use crate::bench::{rivals, table};
use crate::browser::Browser;
use crate::shell::{command, root, run};
use crate::tests::Built;
use crate::trouble::Trouble;

/// Where the goals are set.
const HARDEST: &str = "national, ring-fenced";

/// Prints how long the search takes, the rivals' times as multiples of it, and how far all are from the optimum.
pub(crate) fn measure(browser: &Browser) -> Result<(), Trouble> {
    rivals::build(browser, "solve")?;
    let folder = rivals::scratch()?.join("programs");
    fs::create_dir_all(&folder).map_err(Trouble::file(&folder))?;
    let folder = folder.to_string_lossy().into_owned();
    run(&mut rivals::native("solve", &["write", &folder]))?;
    let python = rivals::python();
    let interpreter = python.as_ref().ok().cloned().unwrap_or_default();
    let mut programs = [
        Program::new("in Chromium", |_| {
            rivals::browser(browser, Built::Worker, "solve_web", "own")
        }),
        Program::new("natively", |_| Ok(rivals::native("solve", &["own"]))),
        Program::new("HiGHS, wasm", |_| Ok(rivals::node("highs.mjs", &[&folder])))
            .needs(rivals::from_npm()),
        Program::new("HiGHS, native", |_| {
            let mut highs = command(&interpreter);
            highs.args(["benches/highs.py", &folder]);
            Ok(highs)
        })
        .needs(python),
        Program::new("microlp, Chromium", |_| {
            rivals::browser(browser, Built::Worker, "solve_web", "microlp")
        }),
        Program::new("microlp, native", |_| {
            Ok(rivals::native("solve", &["microlp"]))
        }),
    ];
    in_turns(&mut programs);
    print(&programs)?;
    prices::measure(browser)
}

fn print(programs: &[Program<'_>; 6]) -> Result<(), Trouble> {
    let optima = published()?;
    let [own, _, highs, _, microlp, _] = programs;
    let names = programs.iter().map(|program| program.name);
    let head: Vec<&str> = std::iter::once("").chain(names).collect();
    let rows = |cell: &dyn Fn(&Program<'_>, &str) -> String| -> Vec<Vec<String>> {
        let things = things(programs).into_iter();
        things
            .map(|what| {
                let cells = programs.iter().map(|program| cell(program, &what));
                std::iter::once(what.clone()).chain(cells).collect()
            })
            .collect()
    };
    let title = format!(
        "Milliseconds to the best plan, proved (median of {ROUNDS} rounds; in brackets: times this program in Chromium)"
    );
    table::print(
        &title,
        &head,
        &rows(&|program, what| program.beside(own, what)),
    );
    let off = |program: &Program<'_>, what: &str| {
        let optimum = optimum(&optima, what);
        program.about(what).next().zip(optimum).map_or_else(
            || "–".to_owned(),
            |(line, optimum)| {
                let mark = if line.proved { "" } else { " not proved" };
                format!("{:+.2}{mark}", line.pounds - optimum)
            },
        )
    };
    table::print("Pounds from the published optimum", &head, &rows(&off));
    println!(
        "\nThis program starts from the workbook and ends with an evaluated plan in whole pounds; the solvers start\n\
         from the tightest program known and end with parts of a pound. HiGHS in WebAssembly runs in Node.js.\n"
    );
    let proved = own.about(HARDEST).all(|line| line.proved);
    let held = |rival: &Program<'_>| rival.ratio(own, HARDEST).filter(|_| proved);
    table::goal(
        "times as fast as HiGHS in WebAssembly, proved",
        50.0,
        held(highs),
    );
    table::goal(
        "times as fast as microlp in Chromium, proved",
        5.0,
        held(microlp),
    );
    Ok(())
}

/// What is expected of the instances.
fn published() -> Result<Value, Trouble> {
    let path = root().join("tests/fixtures/speed/expected.json");
    let text = fs::read_to_string(&path).map_err(Trouble::file(&path))?;
    serde_json::from_str(&text).map_err(|fault| Trouble::Shape {
        path,
        fault: fault.to_string(),
    })
}

/// The published optimum in pounds of what is called like "small, single pot".
fn optimum(published: &Value, what: &str) -> Option<f64> {
    let (size, setup) = what.split_once(", ")?;
    let mode = if setup == "single pot" {
        "single"
    } else {
        "ring"
    };
    published[size]["optimise"][mode]["objective"].as_f64()
}
