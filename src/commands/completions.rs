//! `listwright completions`: what a shell needs to complete a command line.

use clap::CommandFactory as _;

use super::{Console, FINE, Failed};
use crate::cli::{Cli, Completions};

#[expect(clippy::unnecessary_wraps, reason = "every command has the same form")]
pub(super) fn run(args: &Completions, console: &mut Console<'_>) -> Result<u8, Failed> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "listwright", &mut script);
    console.data(&String::from_utf8_lossy(&script));
    Ok(FINE)
}
