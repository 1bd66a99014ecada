//! The YAML language server on this repository, as an editor starts it; see tests/editor.

use std::path::Path;
use std::process::Command;

/// Runs the tests of a package of the repository, and installs what it needs if that is not there.
pub(crate) fn node_tests(folder: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    if !folder.join("node_modules").is_dir() {
        npm("ci", &folder);
    }
    npm("test", &folder);
}

fn npm(argument: &str, folder: &Path) {
    let mut npm = Command::new("npm");
    npm.arg(argument).current_dir(folder).env("LISTWRIGHT", env!("CARGO_BIN_EXE_listwright"));
    assert!(npm.status().expect("npm is needed").success(), "npm {argument}");
}

#[test]
#[ignore = "needs node and, once, the network: run with --ignored"]
fn editor_completes_and_checks_entries_by_their_first_line() {
    node_tests("tests/editor");
}
