//! What other people's programs read in the citation files; see tests/cite.

use std::path::{Path, PathBuf};
use std::process::Command;

use listwright::kinds::{KindId, Registry};
use listwright::render::export::Format;
use listwright::views::columns;

use super::{cff, names};
use crate::door::{Asked, Survey};
use crate::folder::Folder;
use crate::python;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cite")
}

/// Runs a program of tests/cite on the data of lists: of those in the repository, and of that of the hostile names.
fn each_list(mut run: impl FnMut(&str, &str)) {
    let lists = ["tests/golden/small", "tests/golden/full", ""].map(Survey::folder);
    let table = folder().join("names.json");
    let meant = [("", 3), (table.to_str().unwrap(), 1)];
    let meant = meant.iter().flat_map(|(names, times)| std::iter::repeat_n(*names, *times));
    for (survey, names) in lists.into_iter().chain([names::list()]).zip(meant) {
        let folder = Folder::empty();
        for (path, bytes) in survey.outputs() {
            if path.starts_with("data/v1/") {
                folder.write(&path, bytes);
            }
        }
        run(folder.path("data/v1").to_str().unwrap(), names);
    }
}

fn run(program: &str, arguments: &[&str], surroundings: &[(&str, &str)]) {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder()).envs(surroundings.iter().copied());
    let status = command.status().unwrap_or_else(|why| panic!("{program} is needed: {why}"));
    assert!(status.success(), "{program} {arguments:?}");
}

#[test]
#[ignore = "needs node and, once, the network: run with --ignored"]
fn citation_parsers_find_what_the_catalog_holds() {
    if !folder().join("node_modules").is_dir() {
        run("npm", &["ci", "--ignore-scripts"], &[]);
    }
    each_list(|data, names| run("npm", &["test"], &[("DATA", data), ("NAMES", names)]));
}

#[test]
#[ignore = "needs Python and, once, the network: run with --ignored"]
fn citation_parsers_of_python_give_back_what_was_meant() {
    each_list(|data, names| python::run("cite", "judge.py", &[("DATA", data), ("NAMES", names)]));
}

#[test]
#[ignore = "needs Python and, once, the network: run with --ignored"]
fn citation_parsers_read_every_citation_file_as_it_was_meant() {
    let folder = Folder::empty();
    for (name, survey, meant) in cff::lists() {
        folder.write(&format!("{name}.cff"), cff::file(&survey).unwrap());
        folder.write(&format!("{name}.json"), meant.to_string());
    }
    python::run("cite", "cff.py", &[("DATA", folder.path("").to_str().unwrap())]);
}

/// Models with names that TeX would like to read for itself, or that no column has room for.
fn hostile() -> Survey {
    let list = Survey::default().file(
        "entries/survey.yaml",
        "schema: 1\ntitle: {en: 'A & B_list #1 100% {x}', zh: 综述}\nlanguages: [en, zh]\n",
    );
    NAMES.iter().enumerate().fold(list, |list, (at, name)| {
        let name = serde_json::to_string(name).unwrap();
        let more = format!(
            "released: 2022-02-14\ncategory: language\nsummary: {name}\n\
             links: {{code: 'https://example.org/a_b?c=d&e=%20#x~y', weights: not released}}\n"
        );
        list.entry(&format!("models/hostile-{at}"), &format!("name: {name}\n{more}"))
    })
}

const NAMES: [&str; 14] = [
    "[Bracket] model",
    "*Starred* model",
    "100% & #1_of $x^2 \\~{braces}",
    "\\input{/etc/passwd} \\end{longtable}",
    "Supercalifragilisticexpialidociouspretrainedfoundationmodel",
    "A-Hyphenated-Name-Of-Many-Parts-That-Goes-On-And-On-And-On",
    "under_scores_everywhere_in_a_name_of_a_checkpoint_of_a_run",
    "MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM",
    "模型：一个没有空格的很长很长很长很长很长很长很长很长的名字",
    "Größenwahn-Ångström-Øre",
    "2022-02-14",
    "org/team/project/models/checkpoints/final/version/release",
    "α-helix β₂ → γ",
    "\"Quoted\" `ticks` ''primes'' -- --- <tag>",
];

#[test]
#[ignore = "needs TeX Live: run with --ignored"]
fn typesetting_sets_every_table_within_its_page() {
    let lists = ["tests/golden/small", "tests/golden/full", ""].map(Survey::folder);
    for survey in lists.into_iter().chain([names::list(), hostile()]) {
        let folder = Folder::empty();
        folder.write("list.bib", survey.output("data/v1/list.bib"));
        let mut asked: Vec<Asked<'_>> = Vec::new();
        let all: Vec<Vec<&str>> = KindId::ALL
            .iter()
            .map(|kind| {
                columns::of_kind(Registry::built_in().of(*kind))
                    .iter()
                    .map(|(show, _)| *show)
                    .collect()
            })
            .collect();
        for (kind, all) in KindId::ALL.iter().zip(&all) {
            let two = &all[..2];
            for columns in [&[][..], all, two, &all[..all.len().min(4)], &all[all.len() - 3..]] {
                asked.push((Format::Latex, Some(*kind), &[], columns));
            }
        }
        for (at, table) in survey.exports(&asked).into_iter().enumerate() {
            folder.write(&format!("table-{at:02}.tex"), table.unwrap());
        }
        run("python3", &["table.py"], &[("DATA", folder.path("").to_str().unwrap())]);
    }
}

#[test]
#[ignore = "needs TeX Live: run with --ignored"]
fn typesetting_makes_a_bibliography_of_every_entry() {
    each_list(|data, _| run("python3", &["typeset.py"], &[("DATA", data)]));
}
