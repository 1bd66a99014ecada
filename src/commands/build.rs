//! `listwright build`: checks, then writes README.md and the site; `--check` only compares.

use super::check::code;
use super::{Console, FINDINGS, FINE, Failed, Surroundings, compare, count, open};
use crate::catalog::{Accounts, Tally};
use crate::cli::{Build, Cli};
use crate::config::Survey;
use crate::diag::{Diag, Severity, Shown, grouped, mends, settle, summary};
use crate::examine::Examined;
use crate::kinds::Status;
use crate::output::{self, Failure, ListFile, Output, Target, Written};
use crate::project::{self, Project, shown};
use crate::render::repository::{self, Part, There};
use crate::render::{Material, Options, Readme, Site, picture, readme};
use crate::source::Sources;
use crate::theme::Theme;
use crate::value::{Url, fault_of_base, is_local};
use crate::views::{FieldCoverage, KindCoverage, Viewer, coverage};

pub(super) fn run(
    cli: &Cli,
    args: &Build,
    surroundings: &Surroundings,
    console: &mut Console<'_>,
) -> Result<u8, Failed> {
    let options = options(args)?;
    let (project, examined) = open(cli, args.date.as_deref(), surroundings, console)?;
    let findings = grouped(examined.findings.clone());
    console.findings(&findings, &project.sources);
    let code = code(&findings, args.deny_warnings);
    if code != FINE {
        let shown = Shown { allowed: &examined.allowed, ..Shown::all(&findings) };
        console.tell(&summary(shown, Tally::of(&project.sources)));
        if let Some(mends) = mends(&findings) {
            console.tell(&mends);
        }
        console.tell("nothing was written");
        return Ok(code);
    }
    let theme = match Theme::new(&project.sources) {
        Ok(theme) => theme,
        Err(fault) => return Ok(faulty(vec![*fault], &project.sources, console)),
    };
    let Examined { catalog, graph, .. } = &examined;
    let options = Options { no_contributing: !project.has("CONTRIBUTING.md"), ..options };
    let material =
        Material { catalog, graph, sources: &project.sources, theme: &theme, options: &options };
    let rendered = console.timed("readme", || readme::render(material, &|path| project.has(path)));
    let readme = match rendered {
        Ok(readme) => readme,
        Err(fault) => return Ok(faulty(vec![*fault], &project.sources, console)),
    };
    if !readme.faults.is_empty() {
        return Ok(faulty(readme.faults, &readme.source, console));
    }
    let site = Site::new(material);
    let plan = site.plan(&project.statics);
    if !plan.clashes.is_empty() {
        return Ok(faulty(plan.clashes, &project.sources, console));
    }
    let parts = parts(&project, material)?;
    if args.check {
        return compare::run(&project, material, &list_files(&readme, &parts), &parts, console);
    }
    refuse_foreign(&project, args.replace_readme, &parts)?;
    let target = Target { out: &args.out, root: &project.root, home: surroundings.home.as_deref() };
    let files = list_files(&readme, &parts);
    let written = match write(target, &plan.outputs, &files, console) {
        Ok(written) => written,
        Err(Failure::Finding(fault)) => {
            return Ok(faulty(vec![*fault], &project.sources, console));
        }
        Err(Failure::HalfDone(why)) => return Err(why),
        Err(why) => return Err(format!("{why}; nothing that was there has been changed")),
    };
    sum_up(&examined, console);
    tell_that_no_site_is_set(args, &catalog.survey, &written, console);
    tell_that_the_host_is_unknown(&catalog.survey, &written, console);
    report(args, &readme, &parts, &written, console);
    for left in &written.left {
        console.warning(left);
    }
    Ok(FINE)
}

fn options(args: &Build) -> Result<Options, Failed> {
    let base_url = base_url(args.base_url.as_deref())?;
    Ok(Options { base_url, file_urls: args.file_urls, ..Options::default() })
}

/// The address of a site, ended by `/`.
pub(super) fn base_url(url: Option<&str>) -> Result<Option<String>, Failed> {
    let base_url = url.map(|url| {
        let parsed: Result<Url, _> = url.parse();
        match (parsed, fault_of_base(url)) {
            (Err(why), _) if !is_local(url) => Err(format!("--base-url: {}", why.in_words())),
            (_, Some(fault)) => Err(format!(
                "--base-url: `{url}` cannot be the address of a site: {fault}; write its root, such as \
                 https://example.org/list/"
            )),
            _ => Ok(format!("{}/", url.trim_end_matches('/'))),
        }
    });
    base_url.transpose()
}

/// Prints faults of templates or of README.md itself; nothing is written.
fn faulty(faults: Vec<Diag>, sources: &Sources, console: &mut Console<'_>) -> u8 {
    let findings = settle(faults, sources);
    console.findings(&findings, sources);
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    console.tell(&format!(
        "{errors} error{}: nothing was written",
        if errors == 1 { "" } else { "s" }
    ));
    FINDINGS
}

/// What belongs to the repository of the list, as it stands on disk.
fn parts(project: &Project, material: Material<'_>) -> Result<Vec<Part>, Failed> {
    let there = There {
        stands: &|path| project::stands(&project.root, path),
        read: &|path| project::made(&project.root, path),
    };
    repository::parts(material, there).map_err(|why| format!("{why}; nothing was written"))
}

/// What somebody wrote is not overwritten; README.md is, where that is asked for.
fn refuse_foreign(project: &Project, replace_readme: bool, parts: &[Part]) -> Result<(), Failed> {
    let refused = |path: &str, help: &str| {
        let path = shown(&project.root.join(path));
        Err(format!(
            "{path} was not made by listwright, and would be lost: {help}; nothing was written"
        ))
    };
    if !replace_readme
        && project::made(&project.root, readme::PATH)?
            .is_some_and(|there| !readme::is_made(there.text()))
    {
        return refused(readme::PATH, readme::REPLACE);
    }
    match parts.iter().find(|part| part.foreign) {
        Some(part) => refused(&part.path, part.cure),
        None => Ok(()),
    }
}

/// Every file of the list that is made, README.md last: where it is new everything else is.
fn list_files<'f>(readme: &'f Readme, parts: &'f [Part]) -> Vec<ListFile<'f>> {
    let part = |part: &'f Part| {
        let Part { path, text, around, .. } = part;
        ListFile { path, text, before: around.as_deref() }
    };
    let of_readme = readme.files().into_iter();
    let of_readme = of_readme.map(|(path, text)| ListFile { path, text, before: None });
    parts.iter().map(part).chain(of_readme).collect()
}

fn write(
    target: Target<'_>,
    outputs: &[Output<'_>],
    files: &[ListFile<'_>],
    console: &mut Console<'_>,
) -> Result<Written, Failure> {
    console.timed("write", || output::write(outputs, target, files))
}

/// Says what was read, what entries allow, and how much is recorded.
fn sum_up(examined: &Examined, console: &mut Console<'_>) {
    let Examined { catalog, graph, allowed, .. } = examined;
    console.tell(&sums(&catalog.accounts()));
    if !allowed.is_empty() {
        let allowed = count(allowed.len(), "finding");
        console.tell(&format!(
            "{allowed} allowed by entries; `listwright check --no-allow` shows all"
        ));
    }
    for line in covered(&coverage(Viewer::new(catalog, graph))) {
        console.tell(&line);
    }
}

/// Whoever builds to look at the pages is told once; where a site is published, every build is the first.
fn tell_that_no_site_is_set(
    args: &Build,
    survey: &Survey,
    written: &Written,
    console: &mut Console<'_>,
) {
    if written.is_first && !args.file_urls && survey.site.is_none() && args.base_url.is_none() {
        console.tell(
            "no `site` is set in entries/survey.yaml, so pages have no canonical addresses; --base-url sets one",
        );
    }
}

/// Pages without a way to mend what they say are not made in silence.
fn tell_that_the_host_is_unknown(survey: &Survey, written: &Written, console: &mut Console<'_>) {
    let unknown = survey.host().filter(|host| written.is_first && host.is_unknown());
    if let Some(host) = unknown.and(survey.repository.as_ref()).map(Url::host) {
        console.tell(&format!(
            "pages have no links to edit, to add or to report, as nothing tells what {host} runs: set `hosting` in \
             entries/survey.yaml, such as `hosting: {{software: gitlab}}`"
        ));
    }
}

/// Says what was written, README.md with the pictures in it first, as they are part of the repository.
fn report(
    args: &Build,
    readme: &Readme,
    parts: &[Part],
    written: &Written,
    console: &mut Console<'_>,
) {
    let pictures = readme.files().len() - 1;
    let with = match pictures {
        0 => String::new(),
        1 => format!(" with 1 picture in {}/", picture::FOLDER),
        more => format!(" with {more} pictures in {}/", picture::FOLDER),
    };
    let called: String =
        repository::called(parts).into_iter().flat_map(|name| [", ", name]).collect();
    let out = shown(&args.out);
    let Written { files, changed, .. } = written;
    console.tell(&format!(
        "wrote README.md{with}{called}, and {out}/: {files} files, {changed} of them new or changed"
    ));
    if args.timings {
        console.print_timings();
    }
}

/// How much is recorded, and how much of that has a source, kind by kind.
fn covered(kinds: &[KindCoverage]) -> Vec<String> {
    let line = |what: &str, percent: &dyn Fn(&FieldCoverage) -> usize| {
        let parts = kinds.iter().map(|of| format!("{} {} %", of.folder, percent(&of.sum)));
        format!("{what}: {}", parts.collect::<Vec<_>>().join(", "))
    };
    if kinds.is_empty() {
        return Vec::new();
    }
    vec![
        line("fields with a value or a reason", &FieldCoverage::known_percent),
        line("values with a source of their own", &FieldCoverage::sourced_percent),
    ]
}

/// The sum of the files, as a sentence that adds up.
fn sums(accounts: &Accounts) -> String {
    let parts: Vec<String> = Status::ALL
        .iter()
        .map(|status| (accounts.of_status(*status), status.as_str()))
        .filter(|(count, status)| *count > 0 || *status == "listed")
        .map(|(count, status)| format!("{count} {status}"))
        .collect();
    let errors = if accounts.broken > 0 {
        format!(" + {} with errors", accounts.broken)
    } else {
        String::new()
    };
    let entries = if accounts.found == 1 { "entry" } else { "entries" };
    format!("{} {entries} = {}{errors}", accounts.found, parts.join(" + "))
}
