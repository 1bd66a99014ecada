//! CITATION.cff: `build` writes and compares it, and never in the place of what somebody wrote.

use std::fs;

use crate::door::SETTINGS;
use crate::folder::{Folder, differing};

const FILE: &str = "CITATION.cff";
const RELEASE: &str = "release: {version: 2026.10, date: 2026-11-28}\n";

/// A list with authors and these other settings.
fn list(more: &str) -> Folder {
    let list = Folder::list();
    set(&list, more);
    list
}

fn set(list: &Folder, more: &str) {
    list.write("entries/survey.yaml", format!("{SETTINGS}authors: [{{group: We}}]\n{more}"));
}

#[test]
fn release_brings_a_citation_file_which_check_compares() {
    let list = list("");
    list.build(&[]);
    assert!(!list.has(FILE));
    set(&list, RELEASE);
    let ran = list.run(&["build", "--check"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.starts_with("--- a/CITATION.cff\n+++ b/CITATION.cff\n"), "{}", ran.out);
    assert!(!list.has(FILE));
    let ran = list.build(&[]);
    assert!(ran.err.contains(", CITATION.cff, and public/: "), "{}", ran.err);
    assert!(list.read(FILE).contains("\nversion: \"2026.10\"\n"), "{}", list.read(FILE));
    let ran = list.run(&["build", "--check"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, "README.md and CITATION.cff are up to date\n"));
    list.write(FILE, list.read(FILE).replace('\n', "\r\n"));
    assert_eq!(list.run(&["build", "--check"]).code, 0);
    // A file that was made goes with the list where the release is taken out again.
    set(&list, "");
    list.build(&[]);
    assert!(!list.read(FILE).contains("\nversion: "), "{}", list.read(FILE));
    list.write("entries/survey.yaml", SETTINGS);
    let ran = list.run(&["build"]);
    assert_eq!(ran.code, 2);
    let said = "CITATION.cff: it names the authors of the list, and entries/survey.yaml has none: add `authors` there, or delete \
                CITATION.cff; nothing was written\n";
    assert!(ran.err.contains(said), "{}", ran.err);
}

#[test]
fn citation_that_somebody_wrote_is_not_lost() {
    let list = list("");
    let theirs = "cff-version: 1.2.0\ntitle: Mine\n";
    list.write(FILE, theirs);
    list.build(&[]);
    assert_eq!(list.run(&["build", "--check"]).code, 0);
    set(&list, RELEASE);
    let before = list.files();
    let ran = list.run(&["build"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
    let said = "CITATION.cff was not made by listwright, and would be lost: move what is to be kept into `authors` and \
                `keywords` of entries/survey.yaml and delete it, or delete `release` there to keep it; and then type \
                `listwright build`; nothing was written\n";
    assert!(ran.err.contains(said), "{}", ran.err);
    assert_eq!(differing(&before, &list.files()), [""; 0]);
    let ran = list.run(&["build", "--check"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("CITATION.cff was not made by listwright: move "), "{}", ran.err);
    fs::remove_file(list.path(FILE)).unwrap();
    list.build(&[]);
    assert!(list.read(FILE).starts_with("# Made by `listwright build` from entries/survey.yaml"));
}

#[cfg(unix)]
#[test]
fn citation_is_not_written_through_a_link() {
    let list = list(RELEASE);
    list.write("theirs.cff", "");
    std::os::unix::fs::symlink("theirs.cff", list.path(FILE)).unwrap();
    let ran = list.run(&["build"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("CITATION.cff is a symbolic link, not a regular file"), "{}", ran.err);
    assert_eq!(list.read("theirs.cff"), "");
}
