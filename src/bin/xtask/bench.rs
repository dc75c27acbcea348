//! Measures what has to be fast: the evaluation beside other programs in one run, and a keystroke to its picture.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use serde::Deserialize;

use crate::browser::Browser;
use crate::bundle::{self, Profile};
use crate::shell::{cargo, command, heading, npm, output, root, run};
use crate::tests;
use crate::trouble::Trouble;

/// Every program has its turn so many times, so that slow drift of the machine meets all of them.
const ROUNDS: usize = 3;

/// What the columns of the table are called.
const PROGRAMS: [&str; 4] = [
    "this program",
    "in Chromium",
    "plain JavaScript",
    "HyperFormula",
];

/// One line that a program prints: how long one edit with all its results takes.
#[derive(Deserialize)]
struct Time {
    what: String,
    median_us: f64,
}

/// Times by workbook, then by program.
type Table = BTreeMap<String, [Vec<f64>; PROGRAMS.len()]>;

/// Prints how long an evaluation takes, and the peers' times as multiples of it; then how long a keystroke
/// takes to its picture.
pub(crate) fn bench() -> Result<(), Trouble> {
    peers()?;
    let browser = Browser::ready()?;
    heading("Building the measurement (release)");
    let bench = ["bench", "--locked", "--bench", "evaluate"];
    run(cargo().args(bench).arg("--no-run"))?;
    let mut table = Table::new();
    for round in 1..=ROUNDS {
        heading(&format!("Round {round} of {ROUNDS}"));
        let mut own = cargo();
        own.args(bench);
        let in_browser = tests::in_browser(&browser, "evaluate_web")?;
        let programs = [own, in_browser, peer("plain"), peer("sheet")];
        for (column, mut program) in programs.into_iter().enumerate() {
            for time in times(&mut program)? {
                table.entry(time.what).or_default()[column].push(time.median_us);
            }
        }
    }
    bundle::make(Profile::Release)?;
    print(table);
    keystrokes(&browser)
}

/// Types into the grids of the release page and prints how long it takes to the picture.
fn keystrokes(browser: &Browser) -> Result<(), Trouble> {
    println!(
        "\nMilliseconds from a key to the end of the frame that shows what it changed (Chromium)\n"
    );
    let mut node = command("node");
    node.arg("tests/e2e/keystroke.mjs");
    node.env("CHROME", &browser.chromium);
    node.env("DIST", Profile::Release.folder());
    run(&mut node)
}

fn peer(name: &str) -> Command {
    let mut node = command("node");
    node.args(["benches/peer.mjs", name]);
    node
}

/// Installs the peers from npm unless they are there.
fn peers() -> Result<(), Trouble> {
    let home = root().join("benches");
    let installed = home.join("node_modules").join("hyperformula");
    if fs::exists(&installed).is_ok_and(|there| there) {
        return Ok(());
    }
    heading("Installing the programs to measure beside, from npm");
    let ci = ["ci", "--no-audit", "--no-fund"];
    run(npm().args(ci).current_dir(&home)).map_err(|trouble| Trouble::Missing {
        what: "What npm installs (hyperformula)".to_owned(),
        why: trouble.to_string(),
        remedy: "install Node.js 20 or newer with npm, then: cd benches && npm ci".to_owned(),
    })
}

/// Runs a program and reads its lines.
fn times(program: &mut Command) -> Result<Vec<Time>, Trouble> {
    let text = output(program).unwrap_or_default();
    let times: Vec<Time> = text
        .lines()
        // A browser's console indents what it shows.
        .filter_map(|line| serde_json::from_str(line.trim()).ok())
        .collect();
    if times.is_empty() {
        // Again, for its own words on what is wrong.
        run(program)?;
    }
    Ok(times)
}

fn print(table: Table) {
    println!("\nMicroseconds for one edit and all its results (median of {ROUNDS} rounds)\n");
    print!("{:28}", "");
    PROGRAMS.iter().for_each(|name| print!("{name:>18}"));
    println!();
    for (what, columns) in table {
        print!("{what:28}");
        let [own, peers @ ..] = columns.map(median);
        print!(
            "{:>18}",
            own.map_or_else(String::new, |own| format!("{own:.1}"))
        );
        for peer in peers.into_iter().flatten() {
            let ratio = own.map_or(f64::NAN, |own| peer / own);
            print!("{:>18}", format!("{peer:.1} ({ratio:.2}×)"));
        }
        println!();
    }
    println!(
        "\nThe plain recalculation and the sheet do less: they trace no payer, carry nothing, pay no\n\
         partner and find nothing, and they reckon in floating point."
    );
}

fn median(mut times: Vec<f64>) -> Option<f64> {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied()
}
