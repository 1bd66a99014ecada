//! Tests that run in Node: a folder of `tests/` with its own package and lock file.

use std::process::Command;

use crate::folder::repository;

/// Installs the packages of a folder below `tests/` where they are missing, and runs its tests with a variable set.
pub(crate) fn test(folder: &str, variable: (&str, &str)) {
    let folder = repository(&format!("tests/{folder}"));
    let npm = |arguments: &[&str]| {
        let mut npm = Command::new("npm");
        npm.args(arguments).current_dir(&folder).env(variable.0, variable.1);
        assert!(npm.status().expect("npm is needed").success(), "npm {arguments:?}");
    };
    if !folder.join("node_modules").is_dir() {
        npm(&["ci", "--ignore-scripts"]);
    }
    npm(&["test"]);
}
