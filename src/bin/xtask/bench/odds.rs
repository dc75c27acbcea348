//! How long the odds take and how far off they are, beside programs that draw.

use crate::bench::lines::{Line, read};
use crate::bench::program::{Program, ROUNDS, in_turns};
use crate::bench::{rivals, table};
use crate::browser::Browser;
use crate::shell::command;
use crate::tests::Built;
use crate::trouble::Trouble;

/// Where the goals are set.
const LARGEST: &str = "national";

/// Prints for every instance how long each program takes, and how far its quantiles are from the refined ones.
pub(crate) fn measure(browser: &Browser) -> Result<(), Trouble> {
    rivals::build(browser, "odds")?;
    let refined = read(&mut rivals::native("odds", &["refined"]))?;
    let python = rivals::python();
    let interpreter = python.as_ref().ok().cloned().unwrap_or_default();
    let (numpy, scipy) = match python {
        Ok(_) => (Ok(()), Ok(())),
        Err(trouble) => (Err(trouble), rivals::python().map(drop)),
    };
    let drawn = |kind: &'static str| {
        move |round: u32| Ok(rivals::node("draws.mjs", &[kind, &round.to_string()]))
    };
    let in_python = |kind: &'static str| {
        let interpreter = interpreter.clone();
        move |round: u32| {
            let mut python = command(&interpreter);
            python.args(["benches/draws.py", kind, &round.to_string()]);
            Ok(python)
        }
    };
    let in_chromium = |measurement: &'static str| {
        move |_| rivals::browser(browser, Built::Worker, "odds_web", measurement)
    };
    let mut programs = [
        Program::new("odds, in Chromium", in_chromium("computed")),
        Program::new("odds, natively", |_| {
            Ok(rivals::native("odds", &["computed"]))
        }),
        Program::new("simulation, in Chromium", in_chromium("drawn")),
        Program::new("simulation, natively", |round| {
            Ok(rivals::native("odds", &["drawn", &round.to_string()]))
        }),
        Program::new("C, in blocks", rivals::in_c).needs(rivals::compiled()),
        Program::new("plain JavaScript", drawn("plain")),
        Program::new("NumPy", in_python("numpy")).needs(numpy),
        Program::new("SciPy", in_python("scipy")).needs(scipy),
        Program::new("Squiggle", drawn("squiggle")).needs(rivals::from_npm()),
    ];
    in_turns(&mut programs);
    refined.iter().for_each(|answer| print(&programs, answer));
    println!(
        "\nAll but the odds draw 100,000 times. Squiggle's draws are independent of each other, so that its P10 and\n\
         P90 cannot agree. A distance is the root of the mean square over all runs.\n"
    );
    goals(&programs, &refined);
    Ok(())
}

/// Prints the table of one instance.
fn print(programs: &[Program<'_>], refined: &Line) {
    let what = &refined.what;
    let [own, ..] = programs else { return };
    let rows: Vec<Vec<String>> = programs
        .iter()
        .map(|program| {
            let mut row = vec![program.name.to_owned(), program.beside(own, what)];
            match off(program, refined) {
                Some(off) => {
                    row.extend(off.map(|pounds| format!("{pounds:.0}")));
                    row.push(format!("{:.0}", mean(off)));
                }
                None => row.extend(["–"; 4].map(str::to_owned)),
            }
            row
        })
        .collect();
    let title = format!(
        "{what}: milliseconds (median of {ROUNDS} rounds; in brackets: times the odds in Chromium), and pounds from the refined answers"
    );
    table::print(&title, &["", "ms", "P10", "P50", "P90", "all three"], &rows);
}

/// How far a program's P10, P50 and P90 are from the refined ones over all its runs.
fn off(program: &Program<'_>, refined: &Line) -> Option<[f64; 3]> {
    let answer = refined.ranges.first()?;
    let mut squares = [0.0; 3];
    let mut runs = 0.0;
    for range in program.about(&refined.what).flat_map(|line| &line.ranges) {
        runs += 1.0;
        for ((square, found), wanted) in squares.iter_mut().zip(range).zip(answer) {
            *square += (found - wanted).powi(2);
        }
    }
    (runs > 0.0).then(|| squares.map(|square: f64| (square / runs).sqrt()))
}

/// The root of the mean square.
fn mean(off: [f64; 3]) -> f64 {
    (off.iter().map(|it| it * it).sum::<f64>() / 3.0).sqrt()
}

fn goals(programs: &[Program<'_>; 9], refined: &[Line]) {
    let [odds, _, simulation, _, in_c, plain, ..] = programs;
    let error = |program: &Program<'_>| {
        let answer = refined.iter().find(|line| line.what == LARGEST)?;
        off(program, answer).map(mean)
    };
    let less = |rival: &Program<'_>| Some(error(rival)? / error(odds)?);
    let faster = |own: &Program<'_>, rival: &Program<'_>| rival.ratio(own, LARGEST);
    table::goal("odds, times as fast as C", 5.0, faster(odds, in_c));
    table::goal("odds, times as near as C", 5.0, less(in_c));
    table::goal(
        "odds, times as fast as plain JavaScript",
        20.0,
        faster(odds, plain),
    );
    table::goal("odds, times as near as plain JavaScript", 5.0, less(plain));
    let simulated = faster(simulation, plain);
    table::goal(
        "simulation, times as fast as plain JavaScript",
        2.0,
        simulated,
    );
}
