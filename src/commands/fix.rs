//! `listwright fix`: applies what the findings suggest; `--check` only shows it.

use super::check::code;
use super::{Console, FINDINGS, Failed, Surroundings, as_of, count, diff, replacements, write};
use crate::catalog::Tally;
use crate::cli::{Cli, Fix};
use crate::diag::summary;
use crate::project;
use crate::rewrite::{Fixed, fix};

pub(super) fn run(
    cli: &Cli,
    args: &Fix,
    surroundings: &Surroundings,
    console: &mut Console<'_>,
) -> Result<u8, Failed> {
    let as_of = as_of(None, surroundings)?;
    let root = project::find_root(cli.root.as_deref()).map_err(|why| why.0)?;
    let project = console.timed("read", || project::load(&root)).map_err(|why| why.0)?;
    let fixed = console.timed("fix", || fix(&project.sources, as_of));
    let Fixed { rewrites, applied, refused, sources, findings } = &fixed;
    if !args.check {
        write(&project, &replacements(&project, rewrites))?;
    }
    for rewrite in rewrites {
        let old = project.sources.file(rewrite.file);
        console.data(&diff(&old.path, old.text(), sources.file(rewrite.file).text()));
    }
    let (suggestions, in_files) = (count(*applied, "suggestion"), count(rewrites.len(), "file"));
    console.tell(&match (rewrites.len(), args.check) {
        (0, _) => "nothing to fix".to_owned(),
        (_, false) => format!("applied {suggestions} in {in_files}"),
        (_, true) => format!("{suggestions} to apply in {in_files}: run `listwright fix`"),
    });
    if *refused > 0 {
        let left = count(*refused, "suggestion");
        console.tell(&format!("{left} left alone, as other findings would come of it"));
    }
    console.tell(&format!("after that: {}", summary(findings, Tally::of(sources))));
    if args.check && !rewrites.is_empty() {
        return Ok(FINDINGS);
    }
    Ok(code(findings, false))
}
