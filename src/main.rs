//! Arguments, writers and surroundings in, exit code out.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use listwright::commands::{Surroundings, run};

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
        source_date_epoch: std::env::var("SOURCE_DATE_EPOCH").ok(),
    };
    let (mut out, mut err) = (io::stdout().lock(), io::stderr().lock());
    ExitCode::from(run(std::env::args_os(), &surroundings, &mut out, &mut err))
}
