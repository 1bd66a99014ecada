//! `listwright check`: every finding of every file in one run.

use std::path::{Path, PathBuf};

use super::{Console, FINDINGS, FINE, Failed, Surroundings, as_of, count, open};
use crate::catalog::Tally;
use crate::cli::{Check, Cli, Format};
use crate::diag::{
    Finding, Severity, Shown, github, grouped, json, mends, printable, sarif, short, statistics,
    summary,
};
use crate::examine::Examined;
use crate::git::Repository;
use crate::project::{self, Project, shown};
use crate::since::{Since, examine_since};
use crate::source::FileId;

pub(super) fn run(
    cli: &Cli,
    args: &Check,
    surroundings: &Surroundings,
    console: &mut Console<'_>,
) -> Result<u8, Failed> {
    let (project, Since { examined, mut older }) = match &args.since {
        None => {
            let (project, examined) = open(cli, args.date.as_deref(), surroundings, console)?;
            let examined = if args.no_allow { examined.without_allowing() } else { examined };
            (project, Since { examined, older: Vec::new() })
        }
        Some(revision) => since(cli, args, revision, surroundings, console)?,
    };
    let Examined { mut findings, mut allowed, .. } = examined;
    let mut elsewhere = Vec::new();
    if !args.paths.is_empty() {
        let wanted = wanted(&project, &args.paths)?;
        (findings, elsewhere) =
            findings.into_iter().partition(|finding| concerns(finding, &project, &wanted));
        for finding in &mut findings {
            turn(finding, |file| is_wanted(&project.sources.file(file).path, &wanted));
        }
        findings.sort_by_key(|finding| (finding.span.file, finding.span.start));
        allowed.retain(|finding| concerns(finding, &project, &wanted));
        older.retain(|finding| concerns(finding, &project, &wanted));
    }
    let (findings, elsewhere) = (grouped(findings), grouped(elsewhere));
    let older = args.since.as_ref().map(|_| grouped(older).len());
    let shown = Shown { findings: &findings, allowed: &allowed, older };
    let sources = &project.sources;
    let tally = Tally::of(sources);
    match args.format {
        Format::Human | Format::Short if args.statistics => console.data(&statistics(shown)),
        Format::Github | Format::Sarif if args.statistics => {
            return Err("--statistics comes as text or with `--format json`".to_owned());
        }
        Format::Human => console.findings(&findings, sources),
        Format::Short => console.data(&short(&findings, sources)),
        Format::Json => console.data(&json(shown, sources, tally.files(), args.statistics)),
        Format::Github => console.data(&github(&findings, sources)),
        Format::Sarif => console.data(&sarif(shown, sources)),
    }
    console.tell(&summary(shown, tally));
    if let Some(mends) = mends(&findings) {
        console.tell(&mends);
    }
    if let Some(older) = older.filter(|older| *older > 0) {
        let them = if older == 1 { "it" } else { "them" };
        let older = count(older, "older finding");
        console.tell(&format!("{older} not shown; `listwright check` shows {them}"));
    }
    if !elsewhere.is_empty() {
        // Else somebody whose change broke another file would read that all is well.
        let what = summary(Shown::all(&elsewhere), "the rest of the list");
        console.tell(&format!("{what}; `listwright check` without a path shows them"));
    }
    Ok(code(&findings, args.deny_warnings))
}

/// Checks the list as it is on disk and as it was at a commit.
fn since(
    cli: &Cli,
    args: &Check,
    revision: &str,
    surroundings: &Surroundings,
    console: &mut Console<'_>,
) -> Result<(Project, Since), Failed> {
    let as_of = as_of(args.date.as_deref(), surroundings)?;
    let root = project::find_root(cli.root.as_deref()).map_err(|why| why.0)?;
    let project = console.timed("read", || project::load(&root)).map_err(|why| why.0)?;
    let mut repository = Repository::at(&root)?;
    let commit = repository.commit(revision)?;
    let before = console.timed("git", || repository.list(&commit, &project::is_read(&root)))?;
    if before.find(project::MARK).is_none() {
        let revision = printable(revision);
        console.tell(&format!("there was no list at `{revision}`, so that every finding is new"));
    }
    let allowing = !args.no_allow;
    let since =
        console.timed("check", || examine_since(&project.sources, &before, as_of, allowing));
    Ok((project, since))
}

/// The exit code that findings mean.
pub(super) fn code(findings: &[Finding], deny_warnings: bool) -> u8 {
    let stops = |finding: &Finding| finding.severity == Severity::Error || deny_warnings;
    if findings.iter().any(stops) { FINDINGS } else { FINE }
}

/// The paths from the root that the user named, relative to where they stand or to the root.
pub(super) fn wanted(project: &Project, paths: &[PathBuf]) -> Result<Vec<String>, Failed> {
    let root = project
        .root
        .canonicalize()
        .map_err(|error| format!("{}: {error}", shown(&project.root)))?;
    let relative = |path: &PathBuf| {
        let candidates = [path.clone(), project.root.join(path)];
        // A path that stands both here and below the root is the one of the list.
        let mut found = candidates.iter().filter_map(|path| real(path));
        let inside = found.find_map(|found| found.strip_prefix(&root).ok().map(Path::to_path_buf));
        let inside = inside.ok_or_else(|| format!("{} is not a file of this list", shown(path)))?;
        let parts: Vec<_> =
            inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        Ok(parts.join("/"))
    };
    paths.iter().map(relative).collect()
}

/// The path with its folder's links followed, but not its own: a link that is an entry is a finding to be shown.
fn real(path: &Path) -> Option<PathBuf> {
    path.symlink_metadata().ok()?;
    match (path.parent(), path.file_name()) {
        (Some(parent), Some(name)) => {
            let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
            Some(parent.canonicalize().ok()?.join(name))
        }
        _ => path.canonicalize().ok(),
    }
}

/// Of two places that a finding is about, the one that the user named is its main one.
fn turn(finding: &mut Finding, is_named: impl Fn(FileId) -> bool) {
    if !finding.code.is_mutual() || is_named(finding.span.file) {
        return;
    }
    if let Some((span, _)) = finding.also.iter_mut().find(|(span, _)| is_named(span.file)) {
        std::mem::swap(&mut finding.span, span);
    }
}

/// Whether a finding lies in one of the files that the user named, or names a place in one.
fn concerns(finding: &Finding, project: &Project, wanted: &[String]) -> bool {
    let also = finding.also.iter().map(|(span, _)| span.file);
    std::iter::once(finding.span.file)
        .chain(also)
        .any(|file| is_wanted(&project.sources.file(file).path, wanted))
}

/// Whether a path is one of those that the user named, or below one.
pub(super) fn is_wanted(path: &str, wanted: &[String]) -> bool {
    wanted.iter().any(|wanted| {
        wanted.is_empty()
            || path == wanted
            || path.strip_prefix(wanted.as_str()).is_some_and(|rest| rest.starts_with('/'))
    })
}
