//! What other people's programs read in the citation files; see tests/cite.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{cff, names};
use crate::door::Survey;
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

#[test]
#[ignore = "needs TeX Live: run with --ignored"]
fn typesetting_makes_a_bibliography_of_every_entry() {
    each_list(|data, _| run("python3", &["typeset.py"], &[("DATA", data)]));
}
