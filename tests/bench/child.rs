//! Runs the program as a child and reads what it cost from GNU time: seconds of processor and clock, and peak memory.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Failed;

/// What one run cost.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cost {
    /// Seconds of processor time, of user and system together, over all threads.
    pub(crate) cpu: f64,
    /// Seconds on the clock.
    pub(crate) wall: f64,
    /// The most memory that was resident, in MiB.
    pub(crate) memory: f64,
}

/// The program beside this one, in the profile that this one was built with.
pub(crate) fn program() -> Result<PathBuf, Failed> {
    let bench = std::env::current_exe().map_err(|error| error.to_string())?;
    let folder = bench.ancestors().nth(2).unwrap_or(Path::new("."));
    let program = folder.join(format!("listwright{}", std::env::consts::EXE_SUFFIX));
    let made = |path: &Path| path.metadata().and_then(|about| about.modified());
    let Ok(program_made) = made(&program) else {
        return Err(format!(
            "{} is not there: run `cargo build --release` first",
            program.display()
        ));
    };
    let source = walkdir::WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let newer = |path: &Path| made(path).is_ok_and(|made| made > program_made);
    if source.into_iter().flatten().any(|file| newer(file.path())) {
        eprintln!("note: {} is older than its source", program.display());
    }
    Ok(program)
}

/// Runs the program once and makes sure that it has nothing to say about the list.
pub(crate) fn prove(program: &Path, root: &Path) -> Result<(), Failed> {
    let mut check = Command::new(program);
    let run = check.arg("check").arg("--deny-warnings").arg("--root").arg(root).output();
    let run = run.map_err(|error| format!("{}: {error}", program.display()))?;
    if run.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&run.stderr);
    let first: Vec<&str> = said.lines().take(40).collect();
    Err(format!("the synthetic list has findings:\n{}", first.join("\n")))
}

/// The cost of one of `times` runs with these arguments; short runs are repeated, as the figures come in hundredths.
pub(crate) fn cost(
    program: &Path,
    args: &[&str],
    root: &Path,
    times: usize,
) -> Result<Cost, Failed> {
    const AGAIN: &str =
        r#"n=$1; shift; while [ "$n" -gt 0 ]; do "$@" || exit 1; n=$((n - 1)); done"#;
    let report = root.join("time.txt");
    let mut clocked = Command::new("time");
    clocked.args(["-f", "%U %S %e %M", "-o"]).arg(&report);
    clocked.args(["sh", "-c", AGAIN, "sh", &times.to_string()]).arg(program).args(args);
    clocked.arg("--root").arg(root).stdout(Stdio::null()).stderr(Stdio::null());
    let status =
        clocked.status().map_err(|error| format!("time: {error} (Debian's package is `time`)"))?;
    if !status.success() {
        return Err(format!("`listwright {}` failed", args.join(" ")));
    }
    let said =
        fs::read_to_string(&report).map_err(|error| format!("{}: {error}", report.display()))?;
    let figures: Vec<f64> =
        said.split_whitespace().filter_map(|figure| figure.parse().ok()).collect();
    let [user, system, wall, kibibytes] = figures[..] else {
        return Err(format!("time said `{}`", said.trim()));
    };
    let runs = f64::from(u32::try_from(times).unwrap_or(u32::MAX));
    Ok(Cost { cpu: (user + system) / runs, wall: wall / runs, memory: kibibytes / 1024.0 })
}
