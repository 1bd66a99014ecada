//! `build --check`: what would be written against what stands there, as texts.

use similar::{DiffTag, TextDiff};

use super::{Console, DIFF_TIME, FINDINGS, FINE, Failed, diff};
use crate::output::ListFile;
use crate::project::{self, Project};
use crate::render::readme::{PATH, REPLACE, is_made};
use crate::render::repository::{self, Part};
use crate::render::{Material, Origins};
use crate::source::{Content, Source};

/// Of so many changed places it is said what they are made from; who changed more reads the diff.
const TOLD: usize = 20;

pub(super) fn run(
    project: &Project,
    material: Material<'_>,
    files: &[ListFile<'_>],
    parts: &[Part],
    console: &mut Console<'_>,
) -> Result<u8, Failed> {
    let mut stale = Vec::new();
    let mut diffs = String::new();
    let mut told = Vec::new();
    for ListFile { path: name, text, .. } in files.iter().copied() {
        let there = project::made(&project.root, name)?;
        let old = there.as_ref().map_or("", |there| there.text());
        let is_text = there.as_ref().is_none_or(|there| matches!(there.content, Content::Text(_)));
        // A part between lines of somebody's own has their line ends.
        let wanted = Source::from_bytes(name, text.as_bytes().to_vec());
        if is_text && old == wanted.text() {
            continue;
        }
        diffs.push_str(&diff(name, old, wanted.text()));
        stale.push(name);
        if name == PATH && there.is_some() {
            if is_made(old) {
                told = origins(&Origins::of(material), old, text);
            } else {
                told.push(format!("{PATH} was not made by listwright: {REPLACE}"));
            }
        }
    }
    let foreign = parts.iter().filter(|part| part.foreign);
    told.extend(
        foreign.map(|part| format!("{} was not made by listwright: {}", part.path, part.cure)),
    );
    if stale.is_empty() {
        let called = repository::called(parts);
        console.tell(&match called.split_last() {
            None => format!("{PATH} is up to date"),
            Some((last, [])) => format!("{PATH} and {last} are up to date"),
            Some((last, others)) => {
                format!("{PATH}, {} and {last} are up to date", others.join(", "))
            }
        });
        return Ok(FINE);
    }
    console.data(&diffs);
    let (names, are) = (stale.join(", "), if stale.len() == 1 { "is" } else { "are" });
    console.tell(&format!(
        "{names} {are} out of date: run `listwright build` and commit what it writes"
    ));
    for line in told {
        console.tell(&line);
    }
    Ok(FINDINGS)
}

/// For each changed place of README.md what it is made from: whoever edited README.md edits that instead.
fn origins(origins: &Origins<'_>, old: &str, new: &str) -> Vec<String> {
    let (old_lines, new_lines): (Vec<_>, Vec<_>) = (old.lines().collect(), new.lines().collect());
    let compared = TextDiff::configure().timeout(DIFF_TIME).diff_lines(old, new);
    let mut told = Vec::new();
    for change in compared.ops().iter().filter(|change| change.tag() != DiffTag::Equal) {
        let (before, after) = (change.old_range(), change.new_range());
        for at in 0..before.len().max(after.len()) {
            let number = (before.start + at.min(before.len())) + 1;
            let here = |lines: &[&str], range: &std::ops::Range<usize>| {
                let line = (at < range.len()).then(|| lines.get(range.start + at).copied());
                line.flatten().unwrap_or_default().to_owned()
            };
            let (is, was_made) = (here(&old_lines, &before), here(&new_lines, &after));
            let origin = origins.line(&was_made).or_else(|| origins.line(&is));
            if let Some(origin) = origin {
                told.push(format!("line {number} is made from {origin}"));
            } else if !is.trim().is_empty() && was_made.trim().is_empty() {
                told.push(format!(
                    "line {number} has no entry and no template: a row is a file in entries/, any other text belongs \
                     into templates/README.md"
                ));
            }
        }
    }
    if told.is_empty() {
        return told;
    }
    let more = told.len().saturating_sub(TOLD);
    told.truncate(TOLD);
    let mut lines =
        vec!["what was typed into README.md is lost by a build; edit there:".to_owned()];
    lines.extend(told.into_iter().map(|line| format!("  {line}")));
    if more > 0 {
        lines.push(format!("  and {more} more"));
    }
    lines
}
