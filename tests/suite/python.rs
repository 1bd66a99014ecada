//! Programs in Python with packages of others, each in a folder of its own below tests/.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::folder::repository;

/// Runs a program of a folder with the packages that its requirements.txt names.
pub(crate) fn run(folder: &str, program: &str, surroundings: &[(&str, &str)]) {
    let packages = packages(folder);
    let mut command = Command::new("python3");
    command.arg(program).envs(surroundings.iter().copied()).env("PYTHONPATH", &packages);
    must(command, &repository(&format!("tests/{folder}")));
}

/// The packages that the requirements.txt of a folder names; they are installed below target/.
pub(crate) fn packages(folder: &str) -> PathBuf {
    let packages = repository(&format!("target/{folder}-python"));
    let stamp = packages.join("requirements.txt");
    let home = repository(&format!("tests/{folder}"));
    let wanted = std::fs::read(home.join("requirements.txt")).unwrap();
    // The same versions are there already, or are put there.
    if std::fs::read(&stamp).ok().as_ref() != Some(&wanted) {
        let to = ["-m", "pip", "install", "--quiet", "--upgrade", "--no-deps", "--target"];
        let mut pip = Command::new("python3");
        // Versions are pinned, and what does not run on this Python is seen at once; some say more than they need.
        pip.args(to).arg(&packages).arg("--ignore-requires-python");
        pip.args(["--requirement", "requirements.txt"]);
        must(pip, &home);
        std::fs::write(&stamp, &wanted).unwrap();
    }
    packages
}

fn must(mut command: Command, home: &Path) {
    let status = command.current_dir(home).status();
    let status = status.unwrap_or_else(|why| panic!("{command:?} is needed: {why}"));
    assert!(status.success(), "{command:?}");
}
