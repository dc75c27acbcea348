//! Runs the checks of the project and sums up.

use std::time::{Duration, Instant};

use crate::browser::Browser;
use crate::bundle::{self, Profile};
use crate::dependencies;
use crate::engines::Engine;
use crate::shell::{cargo, heading, run};
use crate::tests;
use crate::tools::{cargo_deny, node_modules, wasm_target};
use crate::trouble::Trouble;

/// The most that the first load may take: bytes of HTML, CSS, JavaScript and WebAssembly after gzip.
const FIRST_LOAD: u32 = 343_000;

/// One check, which runs to its end whatever the others say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Check {
    Format,
    LintNative,
    LintBrowser,
    Dependencies,
    Advisories,
    Native,
    Laws,
    Web,
    Build(Profile),
    Size,
    EndToEnd(Profile),
    Same(Engine),
}

/// Something that has to be on the machine before a check can run.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    Target,
    Packages,
    Deny,
    Bundler(Profile),
    Browser,
    Driver,
}

/// How a check ended.
enum Outcome {
    Passed,
    Failed,
    /// For want of something that this project installs or makes.
    NotRun(String),
    /// For want of something that only the machine can have: a network, another maker's browser.
    Skipped(String),
}

impl From<Result<(), Trouble>> for Outcome {
    fn from(result: Result<(), Trouble>) -> Self {
        match result {
            Ok(()) => Self::Passed,
            Err(Trouble::Unavailable(why)) => Self::Skipped(why),
            Err(trouble) => {
                println!("{trouble}");
                Self::Failed
            }
        }
    }
}

/// Runs the checks that `part` names, all of them if it is empty, and fails if any did not pass.
pub(crate) fn check(part: &[&str]) -> Result<(), Trouble> {
    let (checks, args) = select(part)?;
    let missing = prepare(&checks);
    let mut results: Vec<(Check, Outcome, Duration)> = Vec::new();
    for check in checks {
        let start = Instant::now();
        let built = results.iter().all(|(earlier, outcome, _)| {
            !check.uses(*earlier) || matches!(outcome, Outcome::Passed)
        });
        let lacks = missing
            .iter()
            .find(|(need, _)| check.needs().contains(need));
        let outcome = if let Some((_, trouble)) = lacks {
            // The remedy was said when it could not be installed.
            Outcome::NotRun(trouble.to_string().lines().take(1).collect())
        } else if !built {
            Outcome::NotRun("There is no page to test: the build failed.".to_owned())
        } else {
            heading(check.title());
            check.run(args).into()
        };
        results.push((check, outcome, start.elapsed()));
    }
    sum_up(&results)
}

fn select<'a>(part: &'a [&'a str]) -> Result<(Vec<Check>, &'a [&'a str]), Trouble> {
    use Check::{
        Advisories, Build, Dependencies, EndToEnd, Format, Laws, LintBrowser, LintNative, Native,
        Same, Size, Web,
    };
    let release = Profile::Release;
    Ok(match part {
        [] => {
            let mut all = vec![
                Format,
                LintNative,
                LintBrowser,
                Dependencies,
                Advisories,
                Native,
            ];
            // A part without tests is no check.
            all.extend((!tests::web_files()?.is_empty()).then_some(Web));
            all.extend([Build(release), Size, EndToEnd(release)]);
            all.extend(Engine::ALL.map(Same));
            (all, &[])
        }
        ["format"] => (vec![Format], &[]),
        ["lint"] => (vec![LintNative, LintBrowser], &[]),
        ["dependencies"] => (vec![Dependencies, Advisories], &[]),
        ["native", args @ ..] => (vec![Native], args),
        ["laws", args @ ..] => (vec![Laws], args),
        ["web"] => (vec![Web], &[]),
        ["size"] => (vec![Build(release), Size], &[]),
        ["e2e", "--dev", args @ ..] => (vec![Build(Profile::Dev), EndToEnd(Profile::Dev)], args),
        ["e2e", args @ ..] => (vec![Build(release), EndToEnd(release)], args),
        ["engines"] => {
            let [one, other] = Engine::ALL.map(Same);
            (vec![Build(release), one, other], &[])
        }
        _ => return Err(Trouble::usage(part)),
    })
}

/// Installs what the checks need and the machine lacks; answers with what could not be had.
fn prepare(checks: &[Check]) -> Vec<(Need, Trouble)> {
    let mut seen = Vec::new();
    let mut missing = Vec::new();
    for need in checks.iter().flat_map(|check| check.needs()) {
        let hopeless = missing.iter().any(|(other, _)| need.stands_on(*other));
        if hopeless || seen.contains(&need) {
            continue;
        }
        seen.push(need);
        if let Err(trouble) = need.meet() {
            println!("\n{trouble}");
            missing.push((need, trouble));
        }
    }
    missing
}

fn sum_up(results: &[(Check, Outcome, Duration)]) -> Result<(), Trouble> {
    heading("Summary");
    let (mut passed, mut failed, mut skipped, mut wanting) = (0, 0, 0, false);
    for (check, outcome, time) in results {
        let (count, word, why) = match outcome {
            Outcome::Passed => (&mut passed, "passed", ""),
            Outcome::Failed => (&mut failed, "FAILED", ""),
            Outcome::NotRun(why) => (&mut skipped, "NOT RUN", why.as_str()),
            Outcome::Skipped(why) => (&mut skipped, "skipped", why.as_str()),
        };
        *count += 1;
        wanting |= matches!(outcome, Outcome::Failed | Outcome::NotRun(_));
        println!("{word:8}{:4} s  {}", time.as_secs(), check.title());
        if !why.is_empty() {
            println!("{:17}{why}", "");
        }
    }
    println!("\n{passed} passed, {failed} failed, {skipped} skipped");
    if wanting {
        Err(Trouble::Checks)
    } else {
        Ok(())
    }
}

impl Check {
    fn title(self) -> &'static str {
        match self {
            Self::Format => "Formatting (rustfmt)",
            Self::LintNative => "Lints, everything on this machine (clippy)",
            Self::LintBrowser => "Lints, the page in the browser (clippy)",
            Self::Dependencies => "Licences, bans, versions and sources of what is built on",
            Self::Advisories => "Known advisories of what is built on",
            Self::Native => "Tests that need no browser",
            Self::Laws => "Laws, on many more figures drawn at random",
            Self::Web => "Tests of single modules in a browser",
            Self::Build(Profile::Release) => "Release build",
            Self::Build(Profile::Dev) => "Quick build",
            Self::Size => "First load against its limit",
            Self::EndToEnd(_) => "The whole page in a browser",
            Self::Same(Engine::Firefox) => "The same figures in Firefox as in Chromium",
            Self::Same(Engine::WebKit) => "The same figures in WebKit as in Chromium",
        }
    }

    fn needs(self) -> Vec<Need> {
        match self {
            Self::Format | Self::LintNative | Self::Native | Self::Laws => vec![],
            Self::LintBrowser => vec![Need::Target],
            Self::Dependencies | Self::Advisories => vec![Need::Deny],
            Self::Web => vec![
                Need::Packages,
                Need::Bundler(Profile::Dev),
                Need::Browser,
                Need::Driver,
            ],
            Self::Build(profile) => vec![Need::Packages, Need::Bundler(profile)],
            Self::Size => vec![Need::Packages],
            Self::EndToEnd(_) | Self::Same(_) => vec![Need::Packages, Need::Browser],
        }
    }

    /// Whether this check looks at what `earlier` made.
    fn uses(self, earlier: Self) -> bool {
        matches!(self, Self::Size | Self::EndToEnd(_) | Self::Same(_))
            && matches!(earlier, Self::Build(_))
    }

    fn run(self, args: &[&str]) -> Result<(), Trouble> {
        const CLIPPY: [&str; 3] = ["clippy", "--locked", "--all-features"];
        const STRICT: [&str; 3] = ["--", "-D", "warnings"];
        match self {
            Self::Format => run(cargo().args(["fmt", "--check"])),
            Self::LintNative => run(cargo()
                .args(["clippy", "--locked", "--all-targets"])
                .args(STRICT)),
            Self::LintBrowser => {
                let mut clippy = cargo();
                clippy
                    .args(CLIPPY)
                    .args(["--target", "wasm32-unknown-unknown"]);
                clippy.args(["--lib", "--bin", "app", "--bin", "worker"]);
                tests::name_web_files(&mut clippy)?;
                run(clippy.args(STRICT))
            }
            Self::Dependencies => dependencies::allowed(),
            Self::Advisories => dependencies::advisories(),
            Self::Native => tests::native(args),
            Self::Laws => tests::laws(args),
            Self::Web => tests::web(),
            Self::Build(profile) => bundle::make(profile),
            Self::Size => bundle::sizes(Profile::Release, Some(FIRST_LOAD)),
            Self::EndToEnd(profile) => tests::end_to_end(profile, args),
            Self::Same(engine) => engine.compare(),
        }
    }
}

impl Need {
    /// Whether this cannot be met while `other` is not.
    fn stands_on(self, other: Self) -> bool {
        use Need::{Browser, Bundler, Driver, Packages};
        matches!(
            (self, other),
            (Bundler(Profile::Release) | Browser | Driver, Packages) | (Driver, Browser)
        )
    }

    fn meet(self) -> Result<(), Trouble> {
        match self {
            Self::Target => wasm_target(),
            Self::Packages => node_modules().map(drop),
            Self::Deny => cargo_deny().map(drop),
            Self::Bundler(profile) => bundle::bundler(profile).map(drop),
            Self::Browser => Browser::ready().map(drop),
            Self::Driver => Browser::ready()?.driver().map(drop),
        }
    }
}
