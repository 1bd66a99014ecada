//! A forge on this machine: a bare repository, clones of it, and the scripts of the workflows run as the workflows run them.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::folder::{Files, Folder, MODEL, PROGRAM, files, repository};

/// A repository with all that is done to it.
pub(crate) struct Forge {
    folder: Folder,
    /// The program that the scripts call, where it is not the one under test.
    pub(crate) program: PathBuf,
    clones: Cell<usize>,
    /// What the last run of `publish` has done that was to change nothing.
    again: RefCell<String>,
}

/// What somebody sees of a run.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seen {
    pub(crate) code: i32,
    /// The lines of the log that become annotations.
    pub(crate) annotations: Vec<String>,
    /// The log.
    pub(crate) log: String,
    /// The summary of the job.
    pub(crate) summary: String,
    /// What the run hands to the next step.
    pub(crate) outputs: BTreeMap<String, String>,
}

/// The files that a list of this forge has at first.
const DOCUMENT: &str = "# Contribute\n\n<!-- fields: made -->\n<!-- /fields -->\n";

impl Forge {
    /// A forge whose main is a list that has been published, with the scripts of this repository.
    pub(crate) fn new() -> Self {
        Self::of(true)
    }

    /// A forge with the list of somebody else.
    pub(crate) fn elsewhere() -> Self {
        Self::of(false)
    }

    fn of(with_scripts: bool) -> Self {
        let list = Folder::list();
        list.write("CONTRIBUTING.md", DOCUMENT);
        list.write("schema/.gitkeep", "");
        list.write(".gitignore", "/public\n*.tmp-*\n");
        list.write("entries/changes.yaml", "schema: 1\nchanges: []\n");
        list.build(&[]);
        std::fs::remove_dir_all(list.path("public")).unwrap();
        if with_scripts {
            copy_scripts(&list.path(""));
        }
        let forge = Self {
            folder: Folder::empty(),
            program: PROGRAM.into(),
            clones: Cell::new(0),
            again: RefCell::default(),
        };
        forge.git(
            &forge.folder.path(""),
            &["init", "--quiet", "--bare", "-b", "main", "origin.git"],
        );
        let here = list.path("");
        forge.git(&here, &["init", "--quiet", "-b", "main"]);
        forge.git(&here, &["add", "--all"]);
        forge.git(&here, &["commit", "--quiet", "--message", "Begin the list"]);
        forge.git(&here, &["push", "--quiet", forge.origin().to_str().unwrap(), "main"]);
        forge
    }

    /// The repository that everybody shares.
    pub(crate) fn origin(&self) -> PathBuf {
        self.folder.path("origin.git")
    }

    /// A path of the forge beside its repositories.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path(path)
    }

    /// A fresh clone, at the tip of a branch.
    pub(crate) fn clone(&self, branch: &str) -> PathBuf {
        let number = self.clones.get() + 1;
        self.clones.set(number);
        let name = format!("clone-{number}");
        let origin = self.origin();
        let from = ["clone", "--quiet", "--branch", branch, origin.to_str().unwrap(), &name];
        self.git(&self.folder.path(""), &from);
        self.folder.path(&name)
    }

    /// Runs git, which must do what it is told, and hands back what it says.
    #[track_caller]
    pub(crate) fn git(&self, at: &Path, args: &[&str]) -> String {
        let (done, said) = self.try_git(at, args);
        assert!(done, "git {args:?}: {said}");
        said
    }

    /// Runs git, which may refuse.
    pub(crate) fn try_git(&self, at: &Path, args: &[&str]) -> (bool, String) {
        let output = surroundings(&mut Command::new("git"), &self.folder.path(""))
            .args(args)
            .current_dir(at)
            .output()
            .unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8_lossy(&said).trim().to_owned())
    }

    /// The commit of a branch.
    pub(crate) fn tip(&self, branch: &str) -> String {
        self.git(&self.origin(), &["rev-parse", branch])
    }

    /// The text of a file on a branch; nothing where it has none.
    pub(crate) fn text(&self, branch: &str, path: &str) -> Option<String> {
        let (done, said) = self.try_git(&self.origin(), &["show", &format!("{branch}:{path}")]);
        done.then_some(said)
    }

    /// Somebody's change, as a branch that starts at main.
    pub(crate) fn branch(&self, name: &str, edit: impl FnOnce(&Path)) {
        let here = self.clone("main");
        self.git(&here, &["checkout", "--quiet", "-b", name]);
        edit(&here);
        self.git(&here, &["add", "--all"]);
        // What a contributor writes here must reach nobody's terminal or log.
        self.git(&here, &["commit", "--quiet", "--message", "::error::from a commit message"]);
        self.git(&here, &["push", "--quiet", "origin", name]);
    }

    /// A clone that stands where a run of a pull request stands: at the merge of a branch into a base.
    ///
    /// A merge that does not work out is the forge's to refuse, not the scripts'.
    pub(crate) fn merged(&self, base: &str, branch: &str) -> Option<PathBuf> {
        let here = self.clone("main");
        self.git(&here, &["checkout", "--quiet", "--detach", base]);
        let branch = format!("origin/{branch}");
        let merge = ["merge", "--quiet", "--no-ff", "--message", "Merge", &branch];
        self.try_git(&here, &merge).0.then_some(here)
    }

    /// What the author of a pull request sees.
    pub(crate) fn validate(&self, branch: &str) -> Seen {
        let here = self.merged("main", branch).expect("no conflict");
        self.script(&here, "validate", &["HEAD^1", self.path("site-of-change").to_str().unwrap()])
    }

    /// Merges a branch into main, as a maintainer does by a button.
    pub(crate) fn merge(&self, branch: &str) {
        let here = self.merged("main", branch).expect("no conflict");
        self.git(&here, &["push", "--quiet", "origin", "HEAD:refs/heads/main"]);
    }

    /// What follows a push to main: the record, and the site with its files.
    pub(crate) fn publish(&self) -> (Seen, Files) {
        let here = self.clone("main");
        let recorded = self.script(&here, "record", &["HEAD"]);
        let to = self.path("site");
        let site = if recorded.code == 0 {
            let address = "https://example.org/list";
            let made = self.script(&here, "site", &[to.to_str().unwrap(), address]);
            assert_eq!(made.code, 0, "{}", made.log);
            files(&to)
        } else {
            Files::new()
        };
        (recorded, site)
    }

    /// Runs a script of the workflows in a clone; nothing of this machine is in its surroundings but where programs are.
    pub(crate) fn script(&self, at: &Path, name: &str, args: &[&str]) -> Seen {
        let mut command = Command::new(at.join(".github/scripts").join(name));
        command.args(args);
        self.run(command, at, &[("PROGRAM".to_owned(), self.program.display().to_string())])
    }

    /// Runs a line of a job, as a runner does.
    pub(crate) fn shell(&self, at: &Path, line: &str, with: &[(String, String)]) -> Seen {
        let mut command = Command::new("bash");
        command.args(["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", line]);
        self.run(command, at, with)
    }

    fn run(&self, mut command: Command, at: &Path, with: &[(String, String)]) -> Seen {
        let (summary, outputs) = (self.path("summary.md"), self.path("outputs.txt"));
        let _ = (std::fs::remove_file(&summary), std::fs::remove_file(&outputs));
        surroundings(&mut command, &self.folder.path(""))
            .current_dir(at)
            .env("CI", "true")
            .env("GITHUB_STEP_SUMMARY", &summary)
            .env("GITHUB_OUTPUT", &outputs)
            .envs(with.iter().map(|(name, value)| (name, value)));
        let command = snapbox::cmd::Command::from_std(command).timeout(Duration::from_mins(5));
        let output = command.output().unwrap();
        let log = [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap());
        let log = log.concat();
        let outputs = std::fs::read_to_string(outputs).unwrap_or_default();
        Seen {
            code: output.status.code().unwrap(),
            annotations: log
                .lines()
                .filter(|line| line.starts_with("::"))
                .map(str::to_owned)
                .collect(),
            summary: std::fs::read_to_string(summary).unwrap_or_default(),
            outputs: outputs
                .lines()
                .filter_map(|line| line.split_once('='))
                .map(|(key, value)| (key.to_owned(), value.to_owned()))
                .collect(),
            log,
        }
    }

    /// Demands that main and the site are those of its entries, and that publishing once more changes neither.
    #[track_caller]
    pub(crate) fn assert_published(&self, site: &Files) {
        let here = self.clone("main");
        let said =
            Command::new(PROGRAM).args(["build", "--check", "--root"]).arg(&here).output().unwrap();
        let shown = String::from_utf8_lossy(&said.stdout).into_owned();
        assert_eq!((said.status.code(), shown.as_str()), (Some(0), ""), "main is out of date");
        let apart = self.path("apart");
        let how = ["build", "--quiet", "--base-url", "https://example.org/list", "--out"];
        let built = Command::new(PROGRAM).args(how).arg(&apart).current_dir(&here).status();
        assert!(built.unwrap().success());
        let mut theirs = site.clone();
        assert!(theirs.remove("offline.zip").is_some_and(|bytes| bytes.starts_with(b"PK")));
        assert!(files(&apart) == theirs, "the site is that of the entries");
        std::fs::remove_dir_all(apart).unwrap();

        let tip = self.tip("main");
        let (again, same) = self.publish();
        assert_eq!((again.code, self.tip("main")), (0, tip), "{}", again.log);
        assert!(same == *site, "the site of a second run is another one");
        self.note(&format!("exit 0, no commit, the same {} files", same.len()));
    }

    /// Notes for the table what a run has done that was to change nothing.
    pub(crate) fn note(&self, what: &str) {
        what.clone_into(&mut self.again.borrow_mut());
    }

    /// What such a run has done.
    pub(crate) fn again(&self) -> String {
        self.again.borrow().clone()
    }
}

impl Seen {
    /// The first annotation, short enough for a table.
    pub(crate) fn first(&self) -> String {
        let Some(first) = self.annotations.first() else { return "no annotation".to_owned() };
        let (head, text) = first.trim_start_matches(':').split_once("::").unwrap_or(("", first));
        let place = head.split([',', ' ']).find_map(|part| part.strip_prefix("file="));
        let text: String = text.split("%0A").next().unwrap_or_default().chars().take(160).collect();
        format!("{}{}{text}", place.unwrap_or_default(), if place.is_some() { ": " } else { "" })
    }

    /// The heading of the summary.
    pub(crate) fn title(&self) -> &str {
        self.summary.lines().next().unwrap_or_default()
    }
}

/// An entry of a model of another name.
pub(crate) fn model(name: &str, arxiv: &str) -> String {
    MODEL.replace("RNA-FM", name).replace("2204.00300", arxiv)
}

/// Writes a file below a folder.
pub(crate) fn put(at: &Path, path: &str, text: impl AsRef<[u8]>) {
    let path = at.join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

/// The scripts of the workflows, as this repository has them.
fn copy_scripts(to: &Path) {
    let to = to.join(".github/scripts");
    std::fs::create_dir_all(&to).unwrap();
    for entry in std::fs::read_dir(repository(".github/scripts")).unwrap() {
        let entry = entry.unwrap();
        // With its permissions.
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

/// The surroundings of a command: a home without settings, and a person.
fn surroundings<'c>(command: &'c mut Command, home: &Path) -> &'c mut Command {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut paths = vec![home.join("bin")];
    paths.extend(std::env::split_paths(&path));
    command.env_clear().stdin(Stdio::null());
    command.env("PATH", std::env::join_paths(paths).unwrap()).env("HOME", home);
    command.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_TERMINAL_PROMPT", "0");
    command.env("GIT_AUTHOR_NAME", "A contributor").env("GIT_AUTHOR_EMAIL", "one@example.org");
    command.env("GIT_COMMITTER_NAME", "A contributor");
    command.env("GIT_COMMITTER_EMAIL", "one@example.org")
}
