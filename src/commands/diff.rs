//! `listwright diff`: what changed between two revisions, in the list's words.

use std::path::{Path, PathBuf};

use super::{Console, FINDINGS, FINE, Failed, Replacement, Surroundings, as_of, count, write};
use crate::cli::{Cli, Diff, DiffFormat};
use crate::diff::{
    Changes, Dead, End, Ends, Lost, State, compare, dead, json, markdown, report, text,
};
use crate::git::{Commit, Repository};
use crate::output;
use crate::project::{self, Project};
use crate::rewrite::{Recorded, record};
use crate::value::Date;

/// The log.
const LOG: &str = "entries/changes.yaml";

pub(super) fn run(
    cli: &Cli,
    args: &Diff,
    surroundings: &Surroundings,
    console: &mut Console<'_>,
) -> Result<u8, Failed> {
    let date = as_of(None, surroundings)?;
    let (mut repository, root) = repository(cli)?;
    let project = match &root {
        Some(root) => Some(project::load(root).map_err(|why| why.0)?),
        None => None,
    };
    let on_disk = project.as_ref().map(|project| State::of(project.sources.clone(), date));
    let (before, after) = revisions(&mut repository, args, on_disk.as_ref())?;
    let mut state = |commit: &Commit| {
        let sources = console.timed("read", || repository.sources(commit))?;
        Ok::<State, Failed>(console.timed("check", || State::of(sources, date)))
    };
    let old = state(&before)?;
    let new = match (&after, &on_disk) {
        (Some(commit), _) => state(commit)?,
        (None, Some(on_disk)) => on_disk.clone(),
        (None, None) => return Err(no_files()),
    };
    let ends = Ends { before: end(&before), after: after.as_ref().map_or_else(disk, end) };
    let changes = console.timed("compare", || compare(&old, &new));
    let dead = if args.check {
        Some(dead(&old, &new, &changes).map_err(|why| why.message)?)
    } else {
        None
    };
    console.data(&match args.format {
        DiffFormat::Text => text(&report(&changes, &ends)),
        DiffFormat::Markdown => markdown(&report(&changes, &ends)),
        DiffFormat::Json => json(&changes, &ends, dead.as_deref()),
    });
    if args.record {
        let (Some(project), Some(on_disk)) = (&project, &on_disk) else { return Err(no_files()) };
        let head = match &after {
            Some(commit) => commit.hash.clone(),
            None => repository.commit("HEAD")?.hash,
        };
        let day = date.or(surroundings.today).ok_or("what day it is cannot be told")?;
        if !note(project, on_disk, (&new, &changes), (day, &head), console)? {
            return Ok(FINDINGS);
        }
    }
    Ok(judge(dead.as_deref().unwrap_or_default(), console))
}

/// The repository, and the root of the list where it has files on disk.
fn repository(cli: &Cli) -> Result<(Repository, Option<PathBuf>), Failed> {
    match project::find_root(cli.root.as_deref()) {
        Ok(root) => Ok((Repository::at(&root)?, Some(root))),
        Err(why) => {
            let here = cli.root.as_deref().unwrap_or(Path::new("."));
            match Repository::at(here) {
                Ok(repository) if repository.is_bare => Ok((repository, None)),
                _ => Err(why.0),
            }
        }
    }
}

fn no_files() -> Failed {
    "this repository is bare and has no files on disk: name two revisions, such as `listwright diff HEAD~1 HEAD`"
        .to_owned()
}

/// What is compared with what; nothing stands for the files on disk.
fn revisions(
    repository: &mut Repository,
    args: &Diff,
    on_disk: Option<&State>,
) -> Result<(Commit, Option<Commit>), Failed> {
    match args.revisions.as_slice() {
        [first, second, ..] => Ok((repository.commit(first)?, Some(repository.commit(second)?))),
        [first] => Ok((repository.commit(first)?, None)),
        [] => {
            let on_disk = on_disk.ok_or_else(no_files)?;
            Ok((first(repository, args, on_disk)?, None))
        }
    }
}

/// The revision that is meant where none is named.
fn first(repository: &mut Repository, args: &Diff, on_disk: &State) -> Result<Commit, Failed> {
    let head = repository.find("HEAD")?.ok_or("this repository has no commit yet")?;
    let base = if args.record { None } else { repository.merge_base(&head)? };
    if let Some(base) = base.filter(|base| base.hash != head.hash) {
        return Ok(base);
    }
    let Some(through) = &on_disk.examined.catalog.through else { return Ok(head) };
    repository.find(through)?.ok_or_else(|| {
        format!(
            "{LOG} is written through {through}, and there is no such commit here: fetch it with `git fetch origin \
             {through}`, or name the revision to begin with"
        )
    })
}

fn end(commit: &Commit) -> End {
    End { name: Some(commit.name.clone()), commit: Some(commit.hash.clone()), day: commit.day }
}

fn disk() -> End {
    End { name: None, commit: None, day: None }
}

/// Writes the log; tells whether it could be.
fn note(
    project: &Project,
    on_disk: &State,
    (new, changes): (&State, &Changes),
    (day, head): (Date, &str),
    console: &mut Console<'_>,
) -> Result<bool, Failed> {
    if let Some(file) = new.unreadable.first().or(on_disk.unreadable.first()) {
        console.error(&format!(
            "{} has errors, and a list with errors is not published: mend it first, `listwright check` shows how",
            file.path
        ));
        console.tell(&format!("{LOG} was left as it is"));
        return Ok(false);
    }
    let recorded = record(&project.sources, &on_disk.examined, changes, (day, head));
    let Some(Recorded { rewrite, text, lines }) =
        recorded.map_err(|why| format!("{LOG}: {why}"))?
    else {
        console.tell(&format!("{LOG} is up to date"));
        return Ok(true);
    };
    match rewrite {
        Some(rewrite) => {
            let source = project.sources.file(rewrite.file);
            let path = source.path.as_str();
            write(
                project,
                &[Replacement { path, to: path, before: source.raw(), after: &rewrite.text }],
            )?;
        }
        None => output::create(&project.root.join(LOG), &text).map_err(|why| why.to_string())?,
    }
    console.tell(&match lines {
        0 => format!("{LOG}: nothing to tell; it is written through {} now", short(head)),
        lines => format!("{LOG}: {} recorded for {day}", count(lines, "change")),
    });
    Ok(true)
}

fn short(hash: &str) -> &str {
    hash.get(..7).unwrap_or(hash)
}

/// Says what would lead nowhere.
fn judge(dead: &[Dead], console: &mut Console<'_>) -> u8 {
    for dead in dead {
        let Dead { what, address, of, files } = dead;
        let files = count(*files, "file");
        console.error(&match what {
            Lost::Entry => format!(
                "the address {address} of the {of} would lead nowhere ({files}): an entry is never deleted, so give it another \
                 `status`; if it has another id now, note the old one in its `former_ids`"
            ),
            Lost::Word => format!(
                "the address {address} of the word `{of}` would lead nowhere ({files}): keep the word in entries/vocabulary.yaml"
            ),
            Lost::Language => format!(
                "every address below {address} would lead nowhere ({files}): keep `{of}` among the `languages` of \
                 entries/survey.yaml"
            ),
            Lost::First => format!(
                "{address}: the first id of the entry would be another one, so that feeds bring it again as new and its \
                 citations get another key: write `{of}`"
            ),
            Lost::Unread => format!("{address} cannot be read, so its addresses cannot be judged: {of}"),
        });
    }
    if dead.is_empty() { FINE } else { FINDINGS }
}
