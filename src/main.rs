//! Arguments, writers and surroundings in, exit code out.

use std::io::{self, IsTerminal};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use listwright::commands::{Surroundings, run};
use listwright::value::Date;

fn main() -> ExitCode {
    let set =
        |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
    let forced = set("CLICOLOR_FORCE");
    let surroundings = Surroundings {
        colour: forced
            || (io::stderr().is_terminal()
                && !set("NO_COLOR")
                && std::env::var_os("TERM").is_none_or(|term| term != "dumb")),
        terminal: io::stderr().is_terminal(),
        home: std::env::home_dir(),
        source_date_epoch: std::env::var("SOURCE_DATE_EPOCH").ok(),
        today: today(),
    };
    let (mut out, mut err) = (io::stdout().lock(), io::stderr().lock());
    ExitCode::from(run(std::env::args_os(), &surroundings, &mut out, &mut err))
}

/// The day in Coordinated Universal Time, for `added` and the log; outputs take their date from the entries.
#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
fn today() -> Option<Date> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Some(Date::of_epoch(since.as_secs()))
}
