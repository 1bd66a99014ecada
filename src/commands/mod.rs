//! The subcommands, one file each: the only part that prints.

mod build;
mod check;
mod compare;
mod completions;
mod console;
mod diff;
mod explain;
mod export;
mod fix;
mod fmt;
mod man;
mod new;
mod rename;
mod schema;

use std::ffi::OsString;
use std::io::Write;
use std::time::Duration;

use clap::Parser;

pub use console::{Console, Surroundings};

use crate::cli::{Cli, Command, When};
use crate::diag::visible;
use crate::examine::{Examined, examine};
use crate::output::{self, Replacement};
use crate::project::{self, Project};
use crate::rewrite::Rewrite;
use crate::value::Date;

/// Everything is fine.
const FINE: u8 = 0;
/// There are findings, or README.md is out of date.
const FINDINGS: u8 = 1;
/// It could not run.
const COULD_NOT_RUN: u8 = 2;

/// Why a command could not run.
pub(crate) type Failed = String;

/// Runs a command line and returns the exit code.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    surroundings: &Surroundings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(help) => {
            let styled = help.render();
            let text =
                if surroundings.colour { styled.ansi().to_string() } else { styled.to_string() };
            let stream: &mut dyn Write = if help.use_stderr() { err } else { out };
            let written = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
            let code = if help.use_stderr() { COULD_NOT_RUN } else { FINE };
            return written.map_or_else(|error| console::lost(&error, code), |()| code);
        }
    };
    let colour = match cli.color {
        When::Auto => surroundings.colour,
        When::Always => true,
        When::Never => false,
    };
    let mut console = Console::new(out, err, colour, cli.quiet, surroundings.terminal);
    let result = match &cli.command {
        Command::Build(args) => build::run(&cli, args, surroundings, &mut console),
        Command::Check(args) => check::run(&cli, args, surroundings, &mut console),
        Command::Fmt(args) => fmt::run(&cli, args, &mut console),
        Command::Fix(args) => fix::run(&cli, args, surroundings, &mut console),
        Command::Rename(args) => rename::run(&cli, args, surroundings, &mut console),
        Command::New(args) => new::run(&cli, args, surroundings, &mut console),
        Command::Diff(args) => diff::run(&cli, args, surroundings, &mut console),
        Command::Explain(args) => explain::run(&cli, args, &mut console),
        Command::Export(args) => export::run(&cli, args, surroundings, &mut console),
        Command::Schema(args) => schema::run(&cli, args, surroundings, &mut console),
        Command::Completions(args) => completions::run(args, &mut console),
        Command::Man(args) => man::run(args, &mut console),
    };
    match result {
        Ok(code) => console.finish(code),
        Err(why) => {
            console.error(&why);
            console.finish(COULD_NOT_RUN)
        }
    }
}

/// Reads and examines the list that the command line names.
fn open(
    cli: &Cli,
    date: Option<&str>,
    surroundings: &Surroundings,
    console: &mut Console<'_>,
) -> Result<(Project, Examined), Failed> {
    let as_of = as_of(date, surroundings)?;
    let root = project::find_root(cli.root.as_deref()).map_err(|why| why.0)?;
    let project = console.timed("read", || project::load(&root)).map_err(|why| why.0)?;
    let examined = console.timed("check", || examine(&project.sources, as_of));
    Ok((project, examined))
}

/// A hostile file can make the shortest diff very dear; after this time a longer one will do.
const DIFF_TIME: Duration = Duration::from_secs(2);

/// A unified diff of a file, with characters that a terminal would obey written out.
fn diff(path: &str, old: &str, new: &str) -> String {
    let diff = similar::TextDiff::configure().timeout(DIFF_TIME).diff_lines(old, new);
    let header = (format!("a/{path}"), format!("b/{path}"));
    visible(&diff.unified_diff().header(&header.0, &header.1).to_string())
}

/// A number with its noun.
fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// Writes new texts of the list's own files, all or none.
fn write(project: &Project, replacements: &[Replacement<'_>]) -> Result<(), Failed> {
    output::replace_files(&project.root, replacements).map_err(|why| match why {
        output::Failure::HalfDone(why) => why,
        why => format!("{why}; nothing was written"),
    })
}

/// The replacements that bring new texts to their files.
fn replacements<'r>(project: &'r Project, rewrites: &'r [Rewrite]) -> Vec<Replacement<'r>> {
    let replacement = |rewrite: &'r Rewrite| {
        let source = project.sources.file(rewrite.file);
        let path = source.path.as_str();
        Replacement { path, to: path, before: source.raw(), after: &rewrite.text }
    };
    rewrites.iter().map(replacement).collect()
}

/// The date that the command line or the surroundings set.
fn as_of(date: Option<&str>, surroundings: &Surroundings) -> Result<Option<Date>, Failed> {
    if let Some(date) = date {
        let parsed: Date = date
            .parse()
            .map_err(|why: crate::value::Malformed| format!("--date: {}", why.in_words()))?;
        return Ok(Some(parsed));
    }
    let Some(epoch) = &surroundings.source_date_epoch else { return Ok(None) };
    let seconds: u64 = epoch
        .parse()
        .map_err(|_| format!("SOURCE_DATE_EPOCH is `{epoch}`, and must be a number of seconds"))?;
    Ok(Some(Date::of_epoch(seconds)))
}
