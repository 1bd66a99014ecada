//! `--out`: a folder of its own is written, and nothing that the program did not make is ever lost.

use crate::folder::{Folder, differing};

/// Runs a build into a folder that it must refuse, and shows that it changed nothing.
#[track_caller]
fn refused(list: &Folder, out: &str, said: &str) {
    let before = list.files();
    let ran = list.run(&["build", "--out", out]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "--out {out}: {}", ran.err);
    assert!(ran.err.starts_with("error: ") && ran.err.contains(said), "--out {out}: {}", ran.err);
    assert_eq!(differing(&before, &list.files()), [""; 0], "--out {out}");
    assert!(!list.has("README.md"));
}

#[test]
fn folder_of_somebody_else_is_refused() {
    let list = Folder::list();
    list.write("theirs/thesis.pdf", "%PDF");
    refused(&list, "theirs", "theirs/thesis.pdf was not written by listwright");
    list.write("theirs/.listwright", "a stamp that names nothing\n");
    refused(&list, "theirs", "theirs/thesis.pdf was not written by listwright");
    let elsewhere = Folder::empty();
    elsewhere.write("thesis.pdf", "%PDF");
    refused(&list, elsewhere.path("").to_str().unwrap(), "was not written by listwright");
    assert_eq!(elsewhere.read("thesis.pdf"), "%PDF");
}

#[test]
fn file_that_somebody_put_into_the_site_is_not_lost() {
    let list = Folder::list();
    list.build(&[]);
    std::fs::remove_file(list.path("README.md")).unwrap();
    list.write("public/notes.txt", "mine");
    refused(&list, "public", "public/notes.txt was not written by listwright and would be lost");
    assert_eq!(list.read("public/notes.txt"), "mine");
}

#[test]
fn root_and_what_holds_it_are_refused() {
    let list = Folder::list();
    for out in [".", "..", "", "public/..", "entries/..", "/", "../.."] {
        refused(&list, out, "--out");
    }
    refused(&list, list.path("").to_str().unwrap(), "holds the list itself");
}

#[test]
fn folders_of_sources_are_refused() {
    let list = Folder::list();
    list.write("templates/README.md", "# {{ title }}\n");
    for out in [
        "entries",
        "entries/models",
        "entries/site",
        "entries/models/deep/site",
        "templates",
        "templates/site",
        "static",
        "static/site",
        "templates/../entries/site",
        "./entries/site",
        ".git",
    ] {
        refused(&list, out, "choose another --out");
    }
}

#[test]
fn file_is_refused() {
    let list = Folder::list();
    list.write("report", "text");
    refused(&list, "report", "report is not a folder");
    refused(&list, "report/site", "");
    refused(&list, "entries/survey.yaml", "");
}

#[cfg(unix)]
#[test]
fn link_is_refused_wherever_it_leads() {
    use std::os::unix::fs::symlink;
    let list = Folder::list();
    let elsewhere = Folder::empty();
    elsewhere.write("keep/me", "");
    symlink(elsewhere.path("keep"), list.path("link")).unwrap();
    symlink(list.path("entries"), list.path("within")).unwrap();
    symlink("nowhere", list.path("dangling")).unwrap();
    for out in ["link", "within", "dangling"] {
        refused(&list, out, "is a symbolic link; name the folder itself with --out");
    }
    refused(&list, "within/site", "lies within entries/, which is a source");
    assert!(elsewhere.has("keep/me"));
}

#[test]
fn empty_folder_and_one_of_an_earlier_run_are_taken() {
    let list = Folder::list();
    std::fs::create_dir(list.path("empty")).unwrap();
    list.build(&["--out", "empty"]);
    list.build(&["--out", "empty"]);
    list.build(&["--out", "new/and/deep"]);
    let elsewhere = Folder::empty();
    list.build(&["--out", elsewhere.path("site").to_str().unwrap()]);
    assert!(list.has("empty/index.html") && list.has("new/and/deep/index.html"));
    assert!(elsewhere.has("site/index.html"));
    assert!(!list.has("public"));
}

#[test]
fn nothing_is_left_beside_the_folder() {
    let list = Folder::with_a_chart();
    list.build(&[]);
    list.write("templates/entry.html", "{{ nix }}\n");
    assert_eq!(list.run(&["build"]).code, 1);
    let mut left: Vec<String> = std::fs::read_dir(list.path(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    assert_eq!(left, ["CONTRIBUTING.md", "README.md", "entries", "public", "static", "templates"]);
}

#[test]
fn leftovers_of_a_killed_run_are_cleared_away() {
    let list = Folder::list();
    list.build(&[]);
    list.write(".public.tmp-new/half.html", "<p>");
    list.write(".README.md.tmp-new", "# Hal");
    list.build(&[]);
    assert!(!list.has(".public.tmp-new") && !list.has(".README.md.tmp-new"));
}

#[test]
fn relative_folder_is_meant_from_the_root() {
    let list = Folder::list();
    let elsewhere = Folder::empty();
    let root = list.path("");
    elsewhere.build(&["--root", root.to_str().unwrap(), "--out", "site"]);
    assert!(list.has("site/index.html"));
    assert!(elsewhere.files().is_empty());
}
