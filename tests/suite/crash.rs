//! Builds that are killed or that the disk fails: what was there stays whole, and the next run mends what is left.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::dice::Dice;
use crate::door::{SETTINGS, WORDS};
use crate::folder::{Files, files};

/// A list on disk that has two states.
struct List {
    root: PathBuf,
    settings: &'static str,
}

/// The settings of a list with the fewest pages, each call of whose build is made to fail.
const ONE_LANGUAGE: &str = "schema: 1\ntitle: {en: A Survey}\nlanguages: [en]\n";

impl List {
    fn new(name: &str, entries: usize, settings: &'static str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("entries/models")).unwrap();
        fs::write(root.join("CONTRIBUTING.md"), "x").unwrap();
        let words = WORDS.replace(", zh: 语言模型", "");
        fs::write(root.join("entries/vocabulary.yaml"), words).unwrap();
        for number in 0..entries {
            let text = format!(
                "name: Model {number}\nreleased: 20{:02}\ncategory: language\npapers: [arXiv:2204.{number:05}]\n",
                number % 20 + 5
            );
            fs::write(root.join(format!("entries/models/m-{number}.yaml")), text).unwrap();
        }
        let list = Self { root, settings };
        list.state(0);
        list
    }

    /// Puts the list into a state that shows on every page.
    fn state(&self, state: usize) {
        let settings = self.settings.replace("A Survey", &format!("Survey number {state}"));
        fs::write(self.root.join("entries/survey.yaml"), settings).unwrap();
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_listwright"));
        command.args(["build", "--root"]).arg(&self.root).env_remove("SOURCE_DATE_EPOCH");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn build(&self) -> Output {
        let output = self.command().output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output
    }

    fn site(&self) -> Files {
        files(&self.root.join("public"))
    }

    fn readme(&self) -> Vec<u8> {
        fs::read(self.root.join("README.md")).unwrap()
    }

    /// What an interrupted run left beside the outputs.
    fn litter(&self) -> Vec<String> {
        let names = fs::read_dir(&self.root).unwrap().map(|entry| entry.unwrap().file_name());
        names
            .map(|name| name.to_string_lossy().into_owned())
            .filter(|name| name.contains(".tmp-"))
            .collect()
    }
}

#[test]
fn killed_build_leaves_the_old_output_or_the_new_and_the_next_run_mends_the_rest() {
    let kills =
        std::env::var("LISTWRIGHT_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(200);
    let list = List::new("kills", 20, SETTINGS);
    let mut states: Vec<(Files, Vec<u8>)> = Vec::new();
    let mut longest = Duration::ZERO;
    for state in [0, 1] {
        list.state(state);
        let start = Instant::now();
        list.build();
        longest = longest.max(start.elapsed());
        states.push((list.site(), list.readme()));
    }
    let mut dice = Dice(20_261_127);
    let (mut old, mut new, mut littered, mut ended) = (0, 0, 0, 0);
    while old + new < kills {
        let round = old + new + ended;
        assert!(ended < 4 * kills + 20, "kills come too late");
        let next = round % 2;
        list.state(next);
        let mut child = list.command().spawn().unwrap();
        let microseconds = dice.below(usize::try_from(longest.as_micros()).unwrap());
        sleep(Duration::from_micros(u64::try_from(microseconds).unwrap()));
        let came_late = child.try_wait().unwrap().is_some();
        child.kill().unwrap();
        child.wait().unwrap();
        let (site, readme) = (list.site(), list.readme());
        let before = &states[1 - next];
        let after = &states[next];
        assert!(site == before.0 || site == after.0, "half a site after kill {round}");
        assert!(readme == before.1 || readme == after.1, "half a README after kill {round}");
        // README.md comes last: where it is new, the site is.
        assert!(readme == before.1 || site == after.0, "README before the site after kill {round}");
        *(match (came_late, site == after.0) {
            (true, _) => &mut ended,
            (false, true) => &mut new,
            (false, false) => &mut old,
        }) += 1;
        littered += usize::from(!list.litter().is_empty());
        list.build();
        assert_eq!((list.site(), list.readme()), *after, "after kill {round}");
        assert_eq!(list.litter(), Vec::<String>::new(), "after kill {round}");
    }
    println!(
        "{kills} kills: {old} left the old site, {new} the new, 0 half; {littered} left litter, which the next run removed; {ended} more came too late"
    );
}

#[test]
fn second_build_at_the_same_time_is_whole_or_refused() {
    let list = List::new("concurrent", 40, SETTINGS);
    list.build();
    let expected = list.site();
    let (mut wrote, mut refused) = (0, 0);
    for _ in 0..10 {
        let children: Vec<_> = (0..3).map(|_| list.command().spawn().unwrap()).collect();
        for child in children {
            let output = child.wait_with_output().unwrap();
            let message = String::from_utf8_lossy(&output.stderr).into_owned();
            match output.status.code() {
                Some(0) => wrote += 1,
                Some(2) => {
                    assert!(message.contains("another build is writing in"), "{message}");
                    refused += 1;
                }
                other => panic!("{other:?}: {message}"),
            }
        }
        assert_eq!(list.site(), expected);
        assert_eq!(list.litter(), Vec::<String>::new());
    }
    println!("30 builds, three at a time: {wrote} wrote, {refused} were refused by the lock");
    assert!(wrote >= 10);
}

/// The calls by which a build reads and writes.
const CALLS: &[&str] = &[
    "openat",
    "write",
    "mkdir",
    "rename",
    "renameat2",
    "linkat",
    "unlinkat",
    "unlink",
    "fsync",
    "statx",
    "getdents64",
];

#[test]
fn failing_disk_never_passes_for_success() {
    let list = List::new("faults", 1, ONE_LANGUAGE);
    list.build();
    let (old_site, old_readme) = (list.site(), list.readme());
    list.state(1);
    list.build();
    let (new_site, new_readme) = (list.site(), list.readme());
    let reset = || {
        let folder = list.root.join("public");
        let _ = fs::remove_dir_all(&folder);
        for (path, bytes) in &old_site {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        fs::write(list.root.join("README.md"), &old_readme).unwrap();
    };
    let all = std::env::var("LISTWRIGHT_FAULTS").is_ok_and(|faults| faults == "all");
    let (mut runs, mut failed, mut recovered, mut fine) = (0, 0, 0, 0);
    for call in CALLS {
        let before = runs;
        for (at, error) in points(all) {
            reset();
            // Once on even counts, from then on for ever on odd ones.
            let when = if (at + error.len()) % 2 == 0 { format!("{at}") } else { format!("{at}+") };
            let (output, injected) = injected(&list, call, error, &when);
            if !injected {
                break;
            }
            runs += 1;
            let message = String::from_utf8_lossy(&output.stderr).into_owned();
            let context = format!("{call} {error} {when}: {message}");
            let (site, readme) = (list.site(), list.readme());
            assert!(site == old_site || site == new_site, "half a site: {context}");
            assert!(readme == old_readme || readme == new_readme, "half a README: {context}");
            match output.status.code() {
                Some(0) => {
                    assert!(site == new_site && readme == new_readme, "false success: {context}");
                    fine += 1;
                }
                Some(1 | 2) => failed += 1,
                // The program had not begun.
                Some(127) if message.contains("loading shared libraries") => failed += 1,
                other => panic!("{other:?}: {context}"),
            }
            assert!(!message.contains("panicked"), "{context}");
            list.build();
            assert_eq!(
                (list.site(), list.readme()),
                (new_site.clone(), new_readme.clone()),
                "{context}"
            );
            assert_eq!(list.litter(), Vec::<String>::new(), "{context}");
            recovered += 1;
        }
        println!("{call}: {} failures injected", runs - before);
    }
    println!(
        "{runs} injected failures: {failed} ended in exit 1 or 2, {fine} did not matter, 0 false successes; {recovered} mended by the next run"
    );
    assert!(runs > 40, "{runs}");
}

/// Which call of a kind fails, and with what: each with each where all are asked for, and otherwise the first ones and
/// later ones at growing distances, with each error in turn.
fn points(all: bool) -> impl Iterator<Item = (usize, &'static str)> {
    const ERRORS: [&str; 3] = ["ENOSPC", "EIO", "EACCES"];
    let calls = std::iter::successors(Some(1), move |at| {
        Some(if all || *at < 4 { at + 1 } else { at + 1 + at / 3 })
    });
    calls.flat_map(move |at: usize| {
        let turn = at % ERRORS.len();
        let errors = if all { &ERRORS[..] } else { &ERRORS[turn..=turn] };
        errors.iter().map(move |error| (at, *error))
    })
}

/// The calls by which a program can change a disk.
const WRITING: &[&str] = &[
    "openat",
    "open",
    "creat",
    "write",
    "pwrite64",
    "writev",
    "pwritev",
    "pwritev2",
    "truncate",
    "ftruncate",
    "fallocate",
    "copy_file_range",
    "sendfile",
    "splice",
    "mkdir",
    "mkdirat",
    "mknod",
    "mknodat",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "symlink",
    "symlinkat",
    "unlink",
    "unlinkat",
    "rmdir",
    "fsync",
    "fdatasync",
    "syncfs",
    "sync_file_range",
    "chmod",
    "fchmod",
    "fchmodat",
    "fchmodat2",
    "chown",
    "fchown",
    "fchownat",
    "utimensat",
    "setxattr",
    "fsetxattr",
];

#[test]
fn every_call_by_which_a_build_writes_is_made_to_fail() {
    let list = List::new("calls", 1, ONE_LANGUAGE);
    let log = list.root.join("calls.log");
    let mut used = std::collections::BTreeSet::new();
    // The first build writes everything, the second one links what did not change.
    for state in [0, 1] {
        list.state(state);
        let mut command = Command::new("strace");
        command.args(["-f", "-o"]).arg(&log).arg(env!("CARGO_BIN_EXE_listwright"));
        command.args(["build", "--root"]).arg(&list.root).stdin(Stdio::null());
        assert!(command.output().unwrap().status.success());
        let calls = fs::read_to_string(&log).unwrap();
        // A line is a process and its call, such as `123  mkdir("public", 0777) = 0`.
        let names =
            calls.lines().filter_map(|line| line.split_once('(')?.0.split_whitespace().last());
        used.extend(names.map(str::to_owned));
    }
    let writing: Vec<_> = used.iter().filter(|call| WRITING.contains(&call.as_str())).collect();
    let spared: Vec<_> = writing.iter().filter(|call| !CALLS.contains(&call.as_str())).collect();
    assert_eq!(spared, Vec::<&&String>::new());
    for call in ["write", "mkdir", "linkat", "renameat2", "unlinkat"] {
        assert!(writing.iter().any(|used| *used == call), "{call}: {writing:?}");
    }
}

/// Runs a build in which a system call fails; tells whether the failure happened.
fn injected(list: &List, call: &str, error: &str, when: &str) -> (Output, bool) {
    let log = list.root.join("calls.log");
    let mut command = Command::new("strace");
    command.args(["-f", "-o"]).arg(&log).args(["-e", &format!("trace={call}"), "-e"]);
    command.arg(format!("inject={call}:error={error}:when={when}"));
    command.arg(env!("CARGO_BIN_EXE_listwright")).args(["build", "--root"]).arg(&list.root);
    command.env("RAYON_NUM_THREADS", "1").stdin(Stdio::null());
    let output = command.output().expect("strace is needed: apt-get install strace");
    let injected = fs::read_to_string(&log).unwrap().contains("(INJECTED)");
    fs::remove_file(log).unwrap();
    (output, injected)
}
