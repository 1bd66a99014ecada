//! `listwright fix`: applies what the findings suggest; `--check` only shows it.

use super::check::code;
use super::{Console, FINDINGS, Failed, Surroundings, as_of, count, diff, replacements, write};
use crate::catalog::Tally;
use crate::cli::{Cli, Fix};
use crate::diag::{Applicability, Mends, Shown, grouped, summary};
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
    let reach = if args.suggested { Applicability::Suggested } else { Applicability::Safe };
    let fixed = console.timed("fix", || fix(&project.sources, as_of, reach));
    let Fixed { rewrites, applied, refused, sources, findings } = &fixed;
    if !args.check {
        write(&project, &replacements(&project, rewrites))?;
    }
    for rewrite in rewrites {
        let old = project.sources.file(rewrite.file);
        console.data(&diff(&old.path, old.text(), sources.file(rewrite.file).text()));
    }
    let command = if args.suggested { "listwright fix --suggested" } else { "listwright fix" };
    let (changes, in_files) = (count(*applied, "change"), count(rewrites.len(), "file"));
    console.tell(&match (rewrites.len(), args.check) {
        (0, _) => "nothing to fix".to_owned(),
        (_, false) => format!("made {changes} in {in_files}"),
        (_, true) => format!("{changes} to make in {in_files}: run `{command}`"),
    });
    if *refused > 0 {
        let left = count(*refused, "change");
        let it = if *refused == 1 { "it" } else { "they" };
        console.tell(&format!("{left} not applied, as {it} would cause other findings"));
    }
    console.tell(&format!(
        "after that: {}",
        summary(Shown::all(&grouped(findings.clone())), Tally::of(sources))
    ));
    let suggested = Mends::of(findings).suggested;
    if suggested > 0 && !args.suggested {
        console.tell(&format!(
            "`listwright fix --suggested` types what is likely meant in {suggested} of them; look at each change"
        ));
    }
    if args.check && !rewrites.is_empty() {
        return Ok(FINDINGS);
    }
    Ok(code(findings, false))
}
