//! survey.yaml: the settings name things that exist.

use std::collections::BTreeSet;

use super::{Check, Subject};
use crate::diag::{Code, Diag, Place};
use crate::kinds::KindId;
use crate::litter::left_in;
use crate::source::Content;
use crate::value::fault_of_base;
use crate::yaml;

/// The checks of this topic.
pub(super) const CHECKS: &[(&str, Check)] = &[
    ("sections_have_their_own_ids", sections_have_their_own_ids),
    ("the_budget_leaves_room", the_budget_leaves_room),
    ("own_templates_can_be_read", own_templates_can_be_read),
    ("own_templates_stand_where_they_are_read", own_templates_stand_where_they_are_read),
    ("languages_have_folders_of_their_own", languages_have_folders_of_their_own),
    ("the_address_of_the_site_ends_in_a_folder", the_address_of_the_site_ends_in_a_folder),
    ("a_release_can_be_cited", a_release_can_be_cited),
];

/// The folders of the site beside those of the kinds.
pub const FOLDERS: [&str; 14] = [
    "about",
    "assets",
    "badges",
    "changes",
    "cite",
    "compare",
    "coverage",
    "data",
    "leaderboards",
    "review",
    "search",
    "suggest",
    "surveys",
    "terms",
];

/// README.md is cut where it is shown, so a budget above this serves nobody.
pub const SHOWN_BYTES: u32 = 512_000;

/// A README below this cannot hold its own headings.
const LEAST_BUDGET: u32 = 10_000;

fn sections_have_their_own_ids(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let Some(file) = subject.sources.find("entries/survey.yaml") else { return };
    let Some(readme) = &subject.catalog.survey.readme else { return };
    let mut seen = BTreeSet::new();
    for (at, section) in readme.sections.iter().enumerate() {
        let Some(id) = &section.id else { continue };
        if !seen.insert(id.as_str()) {
            let place = Place::value(file, format!("readme.sections[{at}].id"));
            let message = format!("two sections are called `{id}`");
            findings.push(
                Diag::new(Code::BadSetting, place, message).help("give one of them another id"),
            );
        }
    }
}

fn the_budget_leaves_room(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let Some(file) = subject.sources.find("entries/survey.yaml") else { return };
    let budget = subject.catalog.survey.readme.as_ref().and_then(|readme| readme.budget);
    let Some(budget) = budget.filter(|budget| !(LEAST_BUDGET..=SHOWN_BYTES).contains(budget))
    else {
        return;
    };
    let place = Place::value(file, "readme.budget");
    let message = format!("a budget of {budget} bytes does not work");
    findings.push(
        Diag::new(Code::BadSetting, place, message)
            .help(format!(
                "choose from {LEAST_BUDGET} to {SHOWN_BYTES}; 450000 leaves room for growth"
            ))
            .suggest("450000"),
    );
}

/// The folders of the theme's source, which a list does not have.
const OF_THEME: [(&str, &str); 2] =
    [("templates/default/", "templates"), ("static/default/", "static")];

fn own_templates_stand_where_they_are_read(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    for (path, folder) in OF_THEME {
        let Some(file) = subject.sources.find(path) else { continue };
        let message =
            format!("nothing in `{path}` is read: it is the place of the theme's own source");
        findings.push(Diag::new(Code::UnreadTemplate, file.top(), message).help(format!(
            "move what you changed up into {folder}/, where it hides or extends the theme's file of that name, and delete \
             the rest"
        )));
    }
}

/// All languages but the first have a folder at the root of the site.
fn languages_have_folders_of_their_own(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let Some(file) = subject.sources.find("entries/survey.yaml") else { return };
    for (at, language) in subject.catalog.survey.languages.iter().enumerate().skip(1) {
        let code = language.0.as_str();
        if KindId::of_folder(code).is_some() || FOLDERS.contains(&code) {
            let place = Place::value(file, format!("languages[{at}]"));
            let message = format!(
                "the pages in the language `{code}` would stand in the folder `{code}/`, which the site has already"
            );
            findings.push(
                Diag::new(Code::TwoOutputs, place, message)
                    .help("write the code of a language, such as `fr`"),
            );
        }
    }
}

fn the_address_of_the_site_ends_in_a_folder(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let Some(file) = subject.sources.find("entries/survey.yaml") else { return };
    let Some(site) = &subject.catalog.survey.site else { return };
    if let Some(fault) = fault_of_base(site.as_str()) {
        let message = format!("`{}` cannot be the address of a site: {fault}", site.as_str());
        findings.push(
            Diag::new(Code::BadSetting, Place::value(file, "site"), message)
                .help("write the address of the site's root, such as `https://example.org/list/`"),
        );
    }
}

/// A citation says who.
fn a_release_can_be_cited(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let survey = &subject.catalog.survey;
    let Some(file) = subject.sources.find("entries/survey.yaml") else { return };
    if survey.release.is_some() && survey.authors.is_empty() {
        let message = "a release is cited by who made it, and the list names no authors";
        findings
            .push(Diag::new(Code::BadSetting, Place::key(file, "release"), message).help(
                "add `authors`, such as `authors: [{group: The contributors of this list}]`",
            ));
    }
}

/// A template or static file that is a link or no text would be passed over, and the default one shown instead.
fn own_templates_can_be_read(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    for (file, source) in subject.sources.iter() {
        let own = source.path.starts_with("templates/") || source.path.starts_with("static/");
        match &source.content {
            Content::Text(_) | Content::Unread | Content::NotRegular("folder") => {}
            content if own && left_in(subject.sources, source).is_none() => {
                findings.push(yaml::unread(file, content));
            }
            _ => {}
        }
    }
}
