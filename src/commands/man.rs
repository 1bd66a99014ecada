//! `listwright man`: the manual page of the program, or of one command.

use clap::CommandFactory as _;
use clap_mangen::Man as Page;

use super::{Console, FINE, Failed};
use crate::cli::{Cli, Man};
use crate::value::nearest;

pub(super) fn run(args: &Man, console: &mut Console<'_>) -> Result<u8, Failed> {
    let mut program = Cli::command();
    program.build();
    let command = match &args.about {
        None => program,
        Some(name) => program.find_subcommand(name).cloned().ok_or_else(|| {
            let known = program.get_subcommands().map(clap::Command::get_name);
            let near = nearest(name, known).map(|near| format!(": did you mean `{near}`?"));
            format!("there is no command `{name}`{}", near.unwrap_or_default())
        })?,
    };
    let mut page = Vec::new();
    let rendered = Page::new(command).render(&mut page);
    rendered.map_err(|error| format!("the page could not be made: {error}"))?;
    console.data(&String::from_utf8_lossy(&page));
    Ok(FINE)
}
