//! The YAML language server on this repository, as an editor starts it; see tests/editor.

use std::path::{Path, PathBuf};
use std::process::Command;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/editor")
}

fn npm(argument: &str) {
    let status = Command::new("npm").arg(argument).current_dir(folder()).status();
    assert!(status.expect("npm is needed").success(), "npm {argument}");
}

#[test]
#[ignore = "needs node and, once, the network: run with --ignored"]
fn editor_completes_and_checks_entries_by_their_first_line() {
    if !folder().join("node_modules").is_dir() {
        npm("ci");
    }
    npm("test");
}
