//! The golden list: every byte of its README.md, its pictures and its site, as it was last approved.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use snapbox::assert::{Action, DEFAULT_ACTION_ENV};
use snapbox::dir::PathDiff;
use snapbox::report::Palette;

use crate::folder::{Folder, differing, files, repository};

/// What approves the outputs as they are now.
const BLESS: &str = "SNAPSHOTS=overwrite cargo test golden";

#[test]
fn golden_list_gives_the_approved_readme_and_site() {
    let list = Folder::copy("tests/golden/small");
    let actual = Folder::empty();
    let ran = list.build(&["--out", actual.path("public").to_str().unwrap()]);
    for path in list.files().keys().filter(|path| belongs_to_readme(path)) {
        actual.write(path, fs::read(list.path(path)).unwrap());
    }
    // Some titles hold what looks like markup, which is a warning above the sums.
    assert_eq!(
        ran.err.lines().find(|line| line.contains(" entries = ")),
        Some("17 entries = 13 listed + 1 candidate + 1 excluded + 1 superseded + 1 withdrawn")
    );

    let expected = repository("tests/golden/small/_expected");
    if matches!(Action::with_env_var(DEFAULT_ACTION_ENV), Some(Action::Overwrite)) {
        approve(&expected, &actual);
    }
    let faults = differences(&expected, &actual.path(""));
    assert!(faults.is_empty(), "{faults}\nif this is what is wanted:\n\n    {BLESS}\n");
}

fn belongs_to_readme(path: &str) -> bool {
    path == "README.md" || path.starts_with("static/readme/")
}

/// Puts the outputs in the place of the approved ones.
fn approve(expected: &Path, actual: &Folder) {
    if expected.exists() {
        fs::remove_dir_all(expected).unwrap();
    }
    for (path, bytes) in actual.files() {
        let path = expected.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// What differs, as diffs; line ends and files that should not be there count too.
fn differences(expected: &Path, actual: &Path) -> String {
    let mut faults = String::new();
    for diff in PathDiff::subset_eq_iter(expected, actual).filter_map(Result::err) {
        diff.write(&mut faults, Palette::plain()).unwrap();
    }
    let differing = differing(&files(expected), &files(actual));
    if !differing.is_empty() {
        writeln!(faults, "these files differ: {}", differing.join(", ")).unwrap();
    }
    faults
}
