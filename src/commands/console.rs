//! Where messages and data go: findings and progress to standard error, data and diffs to standard output.

use std::io::{self, Write};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::diag::{Finding, Style, report};
use crate::source::Sources;
use crate::value::Date;

/// What a command may know of its surroundings; the library below never asks.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    /// Whether colours are welcome.
    pub colour: bool,
    /// Whether standard error is a terminal.
    pub terminal: bool,
    /// The user's home folder, which no build may replace.
    pub home: Option<PathBuf>,
    /// The variable of that name.
    pub source_date_epoch: Option<String>,
    /// The day, for the commands that write down when something was done; no output depends on it.
    pub today: Option<Date>,
}

/// The two streams of a command.
pub struct Console<'c> {
    out: &'c mut dyn Write,
    err: &'c mut dyn Write,
    style: Style,
    quiet: bool,
    terminal: bool,
    timings: Vec<(&'static str, Duration)>,
    /// The first error of a stream; a message that was lost must not pass for one that was read.
    lost: Option<io::Error>,
}

/// Work that takes longer than this is spoken of on a terminal.
const PATIENCE: Duration = Duration::from_secs(1);

impl<'c> Console<'c> {
    /// A console on two streams.
    pub fn new(
        out: &'c mut dyn Write,
        err: &'c mut dyn Write,
        colour: bool,
        quiet: bool,
        terminal: bool,
    ) -> Self {
        let style = if colour { Style::Coloured } else { Style::Plain };
        Self { out, err, style, quiet, terminal, timings: Vec::new(), lost: None }
    }

    /// Runs a step and notes how long it took.
    pub fn timed<T>(&mut self, step: &'static str, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = work();
        let took = start.elapsed();
        self.timings.push((step, took));
        if took > PATIENCE && self.terminal && !self.quiet {
            self.tell(&format!("{step}: {:.1} s", took.as_secs_f64()));
        }
        result
    }

    /// Prints how long each step took.
    pub fn print_timings(&mut self) {
        let lines: Vec<String> = self
            .timings
            .iter()
            .map(|(step, took)| format!("{step:>8} {:>8.3} s\n", took.as_secs_f64()))
            .collect();
        self.say(&lines.concat());
    }

    /// A message, unless the user wants quiet.
    pub fn tell(&mut self, message: &str) {
        if !self.quiet {
            self.say(&format!("{message}\n"));
        }
    }

    /// A message that must be seen.
    pub fn error(&mut self, message: &str) {
        self.titled("error", "91", message);
    }

    /// A message that must be seen, though the run went well.
    pub fn warning(&mut self, message: &str) {
        self.titled("warning", "33", message);
    }

    fn titled(&mut self, title: &str, colour: &str, message: &str) {
        let message = crate::diag::printable(message);
        let line = match self.style {
            Style::Plain => format!("{title}: {message}\n"),
            Style::Coloured => format!("\u{1b}[1;{colour}m{title}\u{1b}[0m: {message}\n"),
        };
        self.say(&line);
    }

    /// Data for another program.
    pub fn data(&mut self, data: &str) {
        self.bytes(data.as_bytes());
    }

    /// The same, as bytes.
    pub fn bytes(&mut self, data: &[u8]) {
        let written = self.out.write_all(data);
        self.note(written);
    }

    /// The reports of findings.
    pub fn findings(&mut self, findings: &[Finding], sources: &Sources) {
        for finding in findings {
            self.say(&format!("{}\n", report(finding, sources, self.style)));
        }
    }

    /// Flushes both streams; the exit code tells where a message was lost.
    #[must_use]
    pub fn finish(mut self, code: u8) -> u8 {
        let flushed = self.out.flush().and_then(|()| self.err.flush());
        self.note(flushed);
        self.lost.map_or(code, |error| lost(&error, code))
    }

    fn say(&mut self, text: &str) {
        let written = self.err.write_all(text.as_bytes());
        self.note(written);
    }

    fn note(&mut self, result: io::Result<()>) {
        if let Err(error) = result {
            self.lost.get_or_insert(error);
        }
    }
}

/// The exit code where a stream would not take a message: a reader who has gone away did so on purpose.
pub(super) fn lost(error: &io::Error, code: u8) -> u8 {
    if error.kind() == io::ErrorKind::BrokenPipe { code } else { super::COULD_NOT_RUN }
}
