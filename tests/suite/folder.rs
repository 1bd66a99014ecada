//! A list on a real disk, and the program run on it as people run it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use snapbox::dir::DirRoot;
use walkdir::WalkDir;

use crate::door::{SETTINGS, WORDS};

/// The program under test.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_listwright");

/// The model of every list on disk, unless the test says otherwise.
pub(crate) const MODEL: &str = "\
name: RNA-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
";

/// A list in a folder that is gone after the test.
#[derive(Debug)]
pub(crate) struct Folder(DirRoot);

/// What a run left behind.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Every file below a folder, by its path from there.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

impl Folder {
    /// An empty folder.
    pub(crate) fn empty() -> Self {
        Self(DirRoot::mutable_temp().unwrap())
    }

    /// A list of one model that builds without a finding.
    pub(crate) fn list() -> Self {
        let folder = Self::empty();
        folder.write("entries/survey.yaml", SETTINGS);
        folder.write("entries/vocabulary.yaml", WORDS);
        folder.write("entries/models/rna-fm.yaml", MODEL);
        folder.write("CONTRIBUTING.md", "# How to contribute\n");
        folder
    }

    /// A list of one model with a size, so that README.md has a chart of it.
    pub(crate) fn with_a_chart() -> Self {
        let list = Self::list();
        let source = "{for: [parameters], url: https://example.org/rna-fm, kind: paper}";
        let model = format!("{MODEL}parameters: 99.52M\nsources: [{source}]\n");
        list.write("entries/models/rna-fm.yaml", model);
        list
    }

    /// A copy of a folder of the repository, without the outputs that are kept beside it.
    pub(crate) fn copy(path: &str) -> Self {
        let folder = Self::empty();
        for (file, bytes) in files(&repository(path)) {
            if !file.starts_with("_expected/") {
                folder.write(&file, bytes);
            }
        }
        folder
    }

    /// A copy of what a list in a folder of the repository is built from, with the documents that its README.md names.
    pub(crate) fn list_of(path: &str) -> Self {
        let folder = Self::empty();
        for entry in WalkDir::new(repository(path)).max_depth(1).into_iter().map(Result::unwrap) {
            let name = entry.file_name().to_str().unwrap();
            if entry.file_type().is_file() && !name.starts_with('.') && name != "README.md" {
                folder.write(name, fs::read(entry.path()).unwrap());
            } else if ["entries", "templates", "static", "docs"].contains(&name) {
                for (file, bytes) in files(entry.path()) {
                    folder.write(&format!("{name}/{file}"), bytes);
                }
            }
        }
        folder
    }

    /// The folder, or a path in it.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        let root = self.0.path().unwrap();
        if path.is_empty() { root.to_path_buf() } else { root.join(path) }
    }

    /// Writes a file, and the folders above it.
    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The text of a file.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// Whether something stands at a path.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.path(path).symlink_metadata().is_ok()
    }

    /// Every file of the folder.
    pub(crate) fn files(&self) -> Files {
        files(&self.path(""))
    }

    /// The program in this folder, in surroundings that say nothing.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command.args(args).current_dir(self.path("")).env_clear().stdin(Stdio::null());
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command
    }

    /// Runs the program in this folder.
    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        Ran::of(self.command(args))
    }

    /// Runs the program with a variable set.
    pub(crate) fn run_with(&self, variable: (&str, &str), args: &[&str]) -> Ran {
        let mut command = self.command(args);
        command.env(variable.0, variable.1);
        Ran::of(command)
    }

    /// Runs the program, which must end well and without a word on standard output.
    pub(crate) fn build(&self, args: &[&str]) -> Ran {
        let ran = self.run(&[&["build"], args].concat());
        assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
        ran
    }
}

impl Ran {
    /// Runs a command that must not hang.
    pub(crate) fn of(command: Command) -> Self {
        let command = snapbox::cmd::Command::from_std(command).timeout(Duration::from_mins(2));
        let output = command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let ran = Self {
            code: output.status.code().expect("the program was not killed"),
            out: text(output.stdout),
            err: text(output.stderr),
        };
        for word in ["panicked", "RUST_BACKTRACE"] {
            assert!(!ran.err.contains(word), "{}", ran.err);
        }
        ran
    }

    /// The code, and the first line of what went to standard error.
    pub(crate) fn first(&self) -> (i32, &str) {
        (self.code, self.err.lines().next().unwrap_or(""))
    }

    /// The lines of standard error that open a finding or an error, and the places of findings.
    pub(crate) fn findings(&self) -> Vec<String> {
        let lines = self.err.lines().map(str::trim_start);
        let titles = |line: &&str| {
            line.starts_with("error") || line.starts_with("warning") || line.starts_with("--> ")
        };
        lines.filter(titles).map(str::to_owned).collect()
    }
}

/// A path of the repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every file below a folder; a link is the path it leads to.
pub(crate) fn files(folder: &Path) -> Files {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let file = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        let bytes = if entry.file_type().is_file() {
            fs::read(entry.path()).unwrap()
        } else if entry.file_type().is_symlink() {
            fs::read_link(entry.path()).unwrap().into_os_string().into_encoded_bytes()
        } else {
            return None;
        };
        Some((path, bytes))
    };
    entries.filter_map(file).collect()
}

/// The files that differ between two folders, so that a failure names them and shows no bytes.
pub(crate) fn differing(old: &Files, new: &Files) -> Vec<String> {
    let mut paths: Vec<&String> = old.keys().chain(new.keys()).collect();
    paths.sort();
    paths.dedup();
    paths.into_iter().filter(|path| old.get(*path) != new.get(*path)).cloned().collect()
}
