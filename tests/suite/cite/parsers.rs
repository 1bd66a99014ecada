//! What other people's programs read in the citation files; see tests/cite.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::door::Survey;
use crate::folder::Folder;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cite")
}

#[test]
#[ignore = "needs node and, once, the network: run with --ignored"]
fn citation_parsers_find_what_the_catalog_holds() {
    let npm = |arguments: &[&str], data: &str| {
        let npm =
            Command::new("npm").args(arguments).current_dir(folder()).env("DATA", data).status();
        assert!(npm.expect("npm is needed").success(), "npm {arguments:?}");
    };
    if !folder().join("node_modules").is_dir() {
        npm(&["ci", "--ignore-scripts"], "");
    }
    for list in ["tests/golden/small", "tests/golden/full", ""] {
        let folder = Folder::empty();
        for (path, bytes) in Survey::folder(list).outputs() {
            if path.starts_with("data/v1/") {
                folder.write(&path, bytes);
            }
        }
        npm(&["test"], folder.path("data/v1").to_str().unwrap());
    }
}
