//! Measures `listwright` on synthetic lists of growing size; prints figures and ratios, and judges nothing.
//!
//! `cargo build --release && cargo run --release --example bench -- [--sizes 100,1000,10000] [--rounds 5] [--build] [--keep DIR]`

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::format_push_string,
    missing_docs,
    reason = "a program for developers may fail loudly"
)]

mod child;
mod corpus;
mod entries;
mod prose;
mod random;
mod stages;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use child::Cost;

/// Why nothing was measured.
type Failed = String;

/// What to measure.
struct Wanted {
    sizes: Vec<usize>,
    rounds: usize,
    build: bool,
    keep: Option<PathBuf>,
}

fn main() -> ExitCode {
    match wanted(std::env::args().skip(1)).and_then(|wanted| run(&wanted)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("error: {why}");
            ExitCode::FAILURE
        }
    }
}

fn wanted(mut args: impl Iterator<Item = String>) -> Result<Wanted, Failed> {
    let mut wanted =
        Wanted { sizes: vec![100, 1_000, 10_000], rounds: 5, build: false, keep: None };
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or_else(|| format!("{arg} takes a value"));
        match arg.as_str() {
            "--sizes" => wanted.sizes = sizes(&value()?)?,
            "--rounds" => {
                let rounds = value()?.parse().ok().filter(|rounds| *rounds > 0);
                wanted.rounds = rounds.ok_or("--rounds takes a number from 1")?;
            }
            "--build" => wanted.build = true,
            "--keep" => wanted.keep = Some(value()?.into()),
            _ => return Err(format!("`{arg}` is none of --sizes, --rounds, --build, --keep")),
        }
    }
    Ok(wanted)
}

fn sizes(list: &str) -> Result<Vec<usize>, Failed> {
    let size = |size: &str| size.parse().ok().filter(|size| *size >= corpus::FEWEST);
    let sizes: Option<Vec<usize>> = list.split(',').map(size).collect();
    sizes.ok_or_else(|| format!("--sizes takes numbers from {}, with commas", corpus::FEWEST))
}

fn run(wanted: &Wanted) -> Result<(), Failed> {
    let program = child::program()?;
    let here = wanted.keep.clone().unwrap_or_else(|| {
        std::env::temp_dir().join(format!("listwright-bench-{}", std::process::id()))
    });
    let lists: Vec<(usize, PathBuf)> =
        wanted.sizes.iter().map(|size| (*size, here.join(size.to_string()))).collect();
    for (size, root) in &lists {
        let bytes =
            corpus::write(*size, root).map_err(|error| format!("{}: {error}", root.display()))?;
        child::prove(&program, root)?;
        println!("{size} entries, {} bytes each", bytes / size);
    }
    commands(wanted, &program, &lists)?;
    parts(wanted, &lists)?;
    if wanted.keep.is_none() {
        std::fs::remove_dir_all(&here).map_err(|error| format!("{}: {error}", here.display()))?;
    }
    Ok(())
}

/// The program as a child: what a user waits for.
fn commands(wanted: &Wanted, program: &Path, lists: &[(usize, PathBuf)]) -> Result<(), Failed> {
    let names: &[&str] = if wanted.build { &["check", "build"] } else { &["check"] };
    println!(
        "\n{:8} {:>8} {:>8} {:>8} {:>8} {:>10}  growth",
        "command", "entries", "cpu s", "wall s", "MiB", "entries/s"
    );
    for name in names {
        let mut before: Option<(usize, f64)> = None;
        for (size, root) in lists {
            let times = (2_000 / size).max(1);
            let mut costs = Vec::new();
            for _ in 0..wanted.rounds {
                costs.push(child::cost(program, &[name], root, times)?);
            }
            let cost = Cost {
                cpu: median(costs.iter().map(|cost| cost.cpu)),
                wall: median(costs.iter().map(|cost| cost.wall)),
                memory: median(costs.iter().map(|cost| cost.memory)),
            };
            let growth =
                before.map_or_else(String::new, |before| growth(before, (*size, cost.cpu)));
            let speed = ratio(*size) / cost.wall;
            println!(
                "{name:8} {size:8} {:8.3} {:8.3} {:8.1} {speed:10.0}  {growth}",
                cost.cpu, cost.wall, cost.memory
            );
            before = Some((*size, cost.cpu));
        }
    }
    Ok(())
}

/// The stages within: where the time goes.
fn parts(wanted: &Wanted, lists: &[(usize, PathBuf)]) -> Result<(), Failed> {
    for (size, root) in lists {
        let mut rounds = Vec::new();
        for _ in 0..wanted.rounds {
            rounds.push(stages::measure(root, wanted.build)?);
        }
        let stages = rounds.first().map_or(0, Vec::len);
        let seconds: Vec<f64> =
            (0..stages).map(|at| median(rounds.iter().map(|round| round[at]))).collect();
        let (yardstick, seconds) = seconds.split_last().ok_or("nothing was measured")?;
        // The door is a part of reading.
        let named = stages::STAGES.iter().zip(seconds);
        let whole: f64 =
            named.clone().filter(|(name, _)| **name != "door").map(|(_, time)| time).sum();
        println!("\n{size} entries, one thread: {whole:.3} s");
        for (name, time) in named {
            let part = if *name == "door" { " of read" } else { "" };
            println!("  {name:10} {time:8.4} s {:5.1} %{part}", 100.0 * time / whole);
        }
        println!(
            "  {:10} {yardstick:8.4} s, for comparison: the same files as untyped values",
            stages::YARDSTICK
        );
    }
    Ok(())
}

/// How the cost of an entry changed from one size to the next: 1 is linear.
fn growth(before: (usize, f64), now: (usize, f64)) -> String {
    let (size, cost) = (ratio(now.0) / ratio(before.0), now.1 / before.1);
    format!("{size:.0}× the entries, {cost:.1}× the cpu ({:.2} per entry)", cost / size)
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn ratio(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
