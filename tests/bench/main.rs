//! Measures `listwright` on synthetic lists of growing size; prints figures and ratios, and judges nothing.
//!
//! `cargo build --release && cargo run --release --example bench -- [--sizes 100,1000,10000] [--rounds 5] [--build] [--keep DIR]`
//!
//! With `--hubs` it builds lists in which all entries share one thing (of 2,000 and 4,000 entries, unless `--sizes` says
//! otherwise), and prints what the time and the bytes of the output grow by: twice the entries should cost about twice.

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
mod hubs;
mod prose;
mod random;
mod stages;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use child::Cost;
use hubs::Hub;

/// Why nothing was measured.
type Failed = String;

/// What to measure.
struct Wanted {
    sizes: Vec<usize>,
    rounds: usize,
    build: bool,
    hubs: bool,
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
    let mut wanted = Wanted { sizes: Vec::new(), rounds: 5, build: false, hubs: false, keep: None };
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or_else(|| format!("{arg} takes a value"));
        match arg.as_str() {
            "--sizes" => wanted.sizes = sizes(&value()?)?,
            "--rounds" => {
                let rounds = value()?.parse().ok().filter(|rounds| *rounds > 0);
                wanted.rounds = rounds.ok_or("--rounds takes a number from 1")?;
            }
            "--build" => wanted.build = true,
            "--hubs" => wanted.hubs = true,
            "--keep" => wanted.keep = Some(value()?.into()),
            _ => {
                return Err(format!(
                    "`{arg}` is none of --sizes, --rounds, --build, --hubs, --keep"
                ));
            }
        }
    }
    if wanted.sizes.is_empty() {
        wanted.sizes = if wanted.hubs { vec![2_000, 4_000] } else { vec![100, 1_000, 10_000] };
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
    if wanted.hubs {
        shapes(wanted, &program, &here)?;
        return clean(wanted, &here);
    }
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
    clean(wanted, &here)
}

fn clean(wanted: &Wanted, here: &Path) -> Result<(), Failed> {
    if wanted.keep.is_none() {
        std::fs::remove_dir_all(here).map_err(|error| format!("{}: {error}", here.display()))?;
    }
    Ok(())
}

/// Every shape of a list in which all entries share one thing.
const HUBS: [Hub; 6] = [Hub::Paper, Hub::Data, Hub::Challenge, Hub::Word, Hub::Words, Hub::Board];

/// Lists in which all entries share one thing: what time and output grow by from one size to the next.
fn shapes(wanted: &Wanted, program: &Path, here: &Path) -> Result<(), Failed> {
    println!(
        "{:16} {:>8} {:>8} {:>8} {:>10}  growth of cpu and output",
        "all share", "entries", "cpu s", "MiB", "output MB"
    );
    for hub in HUBS {
        let mut before: Option<(usize, f64, f64)> = None;
        for size in wanted.sizes.iter().copied() {
            let root = here.join(format!("{}-{size}", hub.name().replace(' ', "-")));
            let fault = |error: std::io::Error| format!("{}: {error}", root.display());
            for (path, text) in hub.files(size) {
                let path = root.join(path);
                let folder = path.parent().unwrap_or(&root);
                std::fs::create_dir_all(folder).map_err(fault)?;
                std::fs::write(&path, text).map_err(fault)?;
            }
            let root = root.canonicalize().map_err(fault)?;
            std::fs::write(root.join("CONTRIBUTING.md"), "# How to add an entry\n")
                .map_err(fault)?;
            child::prove(program, &root)?;
            let mut costs = Vec::new();
            for _ in 0..wanted.rounds {
                let _ = std::fs::remove_dir_all(root.join("public"));
                costs.push(child::cost(program, &["build"], &root, 1)?);
            }
            let cpu = median(costs.iter().map(|cost| cost.cpu));
            let memory = median(costs.iter().map(|cost| cost.memory));
            let files = walkdir::WalkDir::new(root.join("public")).into_iter().flatten();
            let bytes: u64 = files
                .filter(|file| file.file_type().is_file())
                .filter_map(|file| Some(file.metadata().ok()?.len()))
                .sum();
            #[expect(clippy::cast_precision_loss, reason = "no output has 2^53 bytes")]
            let output = bytes as f64 / 1e6;
            let growth = before.map_or_else(String::new, |(entries, cpu_before, output_before)| {
                let times = ratio(size) / ratio(entries);
                format!(
                    "{times:.1}× the entries: {:.2}× the cpu, {:.2}× the output",
                    cpu / cpu_before,
                    output / output_before
                )
            });
            println!("{:16} {size:8} {cpu:8.2} {memory:8.1} {output:10.1}  {growth}", hub.name());
            before = Some((size, cpu, output));
            if wanted.keep.is_none() {
                std::fs::remove_dir_all(&root).map_err(fault)?;
            }
        }
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
