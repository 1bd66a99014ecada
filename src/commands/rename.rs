//! `listwright rename`: gives an entry another id, in its file's name and wherever it is named.

use super::{
    Console, FINDINGS, FINE, Failed, Replacement, Surroundings, count, open, replacements, write,
};
use crate::cli::{Cli, Rename};
use crate::rewrite::{Refused, Rewrite, rename};

pub(super) fn run(
    cli: &Cli,
    args: &Rename,
    surroundings: &Surroundings,
    console: &mut Console<'_>,
) -> Result<u8, Failed> {
    let (project, examined) = open(cli, None, surroundings, console)?;
    let sources = &project.sources;
    let renamed = match rename(sources, &examined, args.kind, (&args.old, &args.new)) {
        Ok(renamed) => renamed,
        Err(Refused::Because(why)) => {
            console.error(&why);
            console.tell("nothing was written");
            return Ok(FINDINGS);
        }
        Err(Refused::Findings(findings, sources)) => {
            console.findings(&findings, &sources);
            console.tell("the list would have these findings: nothing was written");
            return Ok(FINDINGS);
        }
    };
    let entry = sources.file(renamed.entry.file);
    let others: Vec<Rewrite> =
        renamed.references.iter().map(|(rewrite, _)| rewrite.clone()).collect();
    let mut all = replacements(&project, &others);
    // The file itself comes first: until it is there, no reference to it can be right.
    let (path, after) = (entry.path.as_str(), renamed.entry.text.as_str());
    all.insert(0, Replacement { path, to: &renamed.path, before: entry.raw(), after });
    write(&project, &all)?;
    console.tell(&format!("{path} is now {}, with `{}` in `former_ids`", renamed.path, args.old));
    for (rewrite, references) in &renamed.references {
        let path = &sources.file(rewrite.file).path;
        console.tell(&format!("{path}: {} rewritten", count(*references, "reference")));
    }
    Ok(FINE)
}
