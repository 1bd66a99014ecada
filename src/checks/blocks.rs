//! `readme.sections` of survey.yaml: each view is asked for facets, words and columns that there are.

use super::{Check, Subject};
use crate::config::{Asked, Block, View};
use crate::diag::{Code, Diag, Place, one_of, printable, ticked};
use crate::kinds::KindId;
use crate::source::FileId;
use crate::value::nearest;
use crate::views::{columns, facets, reach};

/// The checks of this topic.
pub(super) const CHECKS: &[(&str, Check)] = &[
    ("columns_can_be_shown", columns_can_be_shown),
    ("facets_and_words_of_a_view_exist", facets_and_words_of_a_view_exist),
    ("tables_alone_are_sorted_and_divided", tables_alone_are_sorted_and_divided),
];

/// How many names a message lists.
const MOST_NAMES: usize = 40;

/// A block of README.md, with the route that leads to it.
struct Here<'c> {
    file: FileId,
    view: View,
    block: &'c Block,
    route: String,
}

impl Here<'_> {
    fn kind(&self) -> KindId {
        columns::kind_of(self.view)
    }

    fn value(&self, below: &str) -> Place {
        Place::value(self.file, format!("{}.{below}", self.route))
    }

    fn key(&self, below: &str) -> Place {
        Place::key(self.file, format!("{}.{below}", self.route))
    }

    fn is_table(&self) -> bool {
        self.view != View::LatestPapers
    }
}

fn blocks(subject: Subject<'_>) -> Vec<Here<'_>> {
    let readme = subject.catalog.survey.readme.as_ref();
    let Some((file, readme)) = subject.sources.find("entries/survey.yaml").zip(readme) else {
        return Vec::new();
    };
    let sections = readme.sections.iter().enumerate();
    let blocks = sections.flat_map(|(at, section)| {
        section.shows.iter().enumerate().filter_map(move |(block_at, block)| {
            let route = format!("readme.sections[{at}].shows[{block_at}]");
            Some(Here { file, view: block.view?, block, route })
        })
    });
    blocks.collect()
}

/// Says what is not there, and what is: the nearest first, then all.
pub(super) fn unknown<'k>(
    (place, message): (Place, String),
    wrong: &str,
    known: impl Iterator<Item = &'k str> + Clone,
) -> Diag {
    let diag = Diag::new(Code::BadSetting, place, message);
    let more = known.clone().nth(MOST_NAMES).map_or("", |_| " and more");
    let listed = known.clone().take(MOST_NAMES);
    match nearest(wrong, known) {
        Some(near) => {
            let all = ticked(listed);
            diag.did_you_mean(wrong, near)
                .help(format!("did you mean `{near}`? There are {all}{more}"))
        }
        None => diag.help(format!("write {}{more}", one_of(listed))),
    }
}

fn columns_can_be_shown(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    for here in blocks(subject).into_iter().filter(Here::is_table) {
        let known = reach::known(&subject.catalog.registry, here.kind());
        let known = known.iter().map(String::as_str);
        let mut look = |place: Place, column: &str| {
            if !known.clone().any(|known| known == column) {
                let message = format!(
                    "the view `{}` has no column `{}`",
                    here.view.as_str(),
                    printable(column)
                );
                findings.push(unknown((place, message), column, known.clone()));
            }
        };
        for (at, column) in here.block.columns.iter().enumerate() {
            let Some(show) = &column.show else { continue };
            look(here.value(&format!("columns[{at}].show")), show.as_str());
        }
        if let Some(sorting) = &here.block.sort {
            look(here.value("sort"), &sorting.column);
        }
    }
}

fn facets_and_words_of_a_view_exist(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    for here in blocks(subject) {
        let kind = here.kind();
        let names = subject.catalog.of(kind).facets.iter().map(|facet| facet.name);
        let no_facet = |place: Place, name: &str, verb: &str| {
            let folder = kind.folder();
            let message = format!("{folder} cannot be {verb} by `{}`", printable(name));
            unknown((place, message), name, names.clone())
        };
        if let Some(name) = here.block.group_by.as_ref().filter(|_| here.is_table())
            && !names.clone().any(|known| known == name.as_str())
        {
            findings.push(no_facet(here.value("group_by"), name.as_str(), "grouped"));
        }
        for (name, asked) in &here.block.chosen.0 {
            let Some(possible) = facets::possible(subject.catalog, kind, name) else {
                findings.push(no_facet(here.key(&format!("where.{name}")), name, "chosen"));
                continue;
            };
            for (at, word) in asked.words().iter().enumerate() {
                if possible.has(word) {
                    continue;
                }
                let place = match asked {
                    Asked::One(_) => here.value(&format!("where.{name}")),
                    Asked::Any(_) => here.value(&format!("where.{name}[{at}]")),
                };
                let message = possible.no(kind, name, &printable(word));
                let known = possible.all.iter().map(String::as_str);
                findings.push(if possible.all.is_empty() {
                    let help = "add the word to entries/vocabulary.yaml first, or delete this";
                    Diag::new(Code::BadSetting, place, message).help(help)
                } else {
                    unknown((place, message), word, known)
                });
            }
        }
    }
}

/// Settings of a table have no effect in a list of papers, and those of such a list none in a table.
fn tables_alone_are_sorted_and_divided(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    for here in blocks(subject) {
        let block = here.block;
        let given = if here.is_table() {
            vec![("groups", !block.groups.is_empty())]
        } else {
            vec![
                ("columns", !block.columns.is_empty()),
                ("group_by", block.group_by.is_some()),
                ("sort", block.sort.is_some()),
            ]
        };
        for (key, _) in given.into_iter().filter(|(_, given)| *given) {
            let message = format!("the view `{}` takes no `{key}`", here.view.as_str());
            let help = if here.is_table() {
                "delete `groups`; `group_by` divides a table"
            } else {
                "this view is not a table: delete the key, or show the view `papers`"
            };
            findings.push(Diag::new(Code::BadSetting, here.key(key), message).help(help));
        }
    }
}
