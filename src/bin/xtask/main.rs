//! The developer's commands: serve the page, build it, test everything.

mod bench;
mod browser;
mod bundle;
mod checks;
mod dependencies;
mod engines;
mod first;
mod headers;
mod offline;
mod scripts;
mod serve;
mod shell;
mod split;
mod styles;
mod sums;
mod tests;
mod tools;
mod trouble;

use std::process::ExitCode;

use crate::bundle::Profile;
use crate::trouble::Trouble;

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  serve [--port N] [--release]
        Build the page, serve it on this machine and rebuild it at every change. With --release: what people
        will get, not rebuilt.
  build [--dev]
        Make the release in dist/. With --dev: quick and unoptimised, in target/dev-dist/.
  test [PART]
        Check everything. Parts, one at a time:
          format               rustfmt
          lint                 clippy, for this machine and for the browser
          dependencies         licences, bans, versions and sources of what is built on; known advisories
          native [CARGO ARGS]  tests that need no browser
          laws [TIMES]         the same on 20 times as many figures drawn at random, or TIMES as many; no part of the whole
          web                  tests of single modules in a browser
          size                 release build and its first load against the limit
          e2e [--dev] [NAME]   whole page in a browser; NAME selects files, else test names;
                               --dev tests the quick build
          engines              the same figures in Firefox and WebKit as in Chromium
  bench [PART]
        Measure what has to be fast, natively and in Chromium, beside other programs. Parts, one at a time:
          evaluate             one edit and all its results
          solve                the best plan, and the prices of rules on money
          odds                 the distribution of the reward
          keystroke            from a key to its picture, in the release page
          felt                 opening the page and switching views on a slow processor
          lighthouse           what Lighthouse says of the release page

Every command first installs what it needs and does not find.";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("\n{trouble}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[&str]) -> Result<(), Trouble> {
    match args {
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        ["serve", options @ ..] => serve::serve(options),
        ["build"] => bundle::build(Profile::Release),
        ["build", "--dev"] => bundle::build(Profile::Dev),
        ["bench", part @ ..] => bench::bench(part),
        ["test", part @ ..] => checks::check(part),
        _ => Err(Trouble::usage(args)),
    }
}
