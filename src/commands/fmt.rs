//! `listwright fmt`: the canonical layout of the list's own files; `--check` only compares.

use super::check::{is_wanted, wanted};
use super::{Console, FINDINGS, FINE, Failed, diff, replacements, write};
use crate::cli::{Cli, Fmt};
use crate::diag::settle;
use crate::project;
use crate::rewrite::{Formatted, format};

pub(super) fn run(cli: &Cli, args: &Fmt, console: &mut Console<'_>) -> Result<u8, Failed> {
    let root = project::find_root(cli.root.as_deref()).map_err(|why| why.0)?;
    let project = console.timed("read", || project::load(&root)).map_err(|why| why.0)?;
    let paths = wanted(&project, &args.paths)?;
    let is_wanted = |path: &str| paths.is_empty() || is_wanted(path, &paths);
    let sources = &project.sources;
    let Formatted { rewrites, files, findings, left } =
        console.timed("format", || format(sources, &is_wanted));
    console.findings(&settle(findings.clone(), sources), sources);
    for file in &left {
        let path = &sources.file(*file).path;
        console
            .error(&format!("{path} is left as it is: its layout cannot be changed without loss"));
    }
    let incomplete = !findings.is_empty() || !left.is_empty();
    if args.check {
        for rewrite in &rewrites {
            let source = sources.file(rewrite.file);
            console.data(&diff(&source.path, source.raw(), &rewrite.text));
        }
    } else {
        write(&project, &replacements(&project, &rewrites))?;
    }
    let changed = rewrites.len();
    console.tell(&match (changed, args.check) {
        (0, _) => format!("{files}, none to change"),
        (_, false) => format!("{files}, {changed} written anew"),
        (_, true) => format!("{files}, {changed} to change: run `listwright fmt`"),
    });
    Ok(if incomplete || (args.check && changed > 0) { FINDINGS } else { FINE })
}
