//! Builds that are killed or that the disk fails: what was there stays whole, and the next run mends what is left.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::dice::Dice;
use crate::door::{SETTINGS, WORDS};
use crate::folder::{Files, Folder, MODEL, PROGRAM, Ran, files};

/// A list on disk that has two states.
struct List {
    root: PathBuf,
    settings: &'static str,
}

/// A document that somebody wrote, with a place for the tables of fields.
const UNFILLED: &str = "# Contribute\n\n<!-- fields: -->\n<!-- /fields -->\n\nThank you.\n";

/// The settings of a list with the fewest pages, each call of whose build is made to fail.
const ONE_LANGUAGE: &str = "schema: 1\ntitle: {en: A Survey}\nlanguages: [en]\n";

impl List {
    fn new(name: &str, entries: usize, settings: &'static str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("entries/models")).unwrap();
        fs::write(root.join("CONTRIBUTING.md"), UNFILLED).unwrap();
        fs::create_dir(root.join("schema")).unwrap();
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

    /// Puts the list into a state that shows on every page, and in a schema.
    fn state(&self, state: usize) {
        let settings = self.settings.replace("A Survey", &format!("Survey number {state}"));
        fs::write(self.root.join("entries/survey.yaml"), settings).unwrap();
        let words = WORDS.replace("Language model, zh: 语言模型", &format!("Language {state}"));
        fs::write(self.root.join("entries/vocabulary.yaml"), words).unwrap();
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
        let mut names = Vec::new();
        for folder in ["", "schema/", "static/readme/"] {
            let entries = fs::read_dir(self.root.join(folder)).into_iter().flatten();
            let entries = entries.map(|entry| entry.unwrap().file_name());
            names.extend(entries.map(|name| format!("{folder}{}", name.to_string_lossy())));
        }
        names.retain(|name| name.contains(".tmp-"));
        names
    }

    /// What belongs to the repository beside README.md.
    fn parts(&self) -> Files {
        let mut parts = Files::new();
        for folder in ["schema", "static/readme"] {
            for (path, bytes) in files(&self.root.join(folder)) {
                if !path.contains(".tmp-") {
                    parts.insert(format!("{folder}/{path}"), bytes);
                }
            }
        }
        let path = "CONTRIBUTING.md";
        parts.insert(path.to_owned(), fs::read(self.root.join(path)).unwrap());
        parts
    }

    fn made(&self) -> Made {
        Made { site: self.site(), readme: self.readme(), parts: self.parts() }
    }

    /// Puts a site and a README.md there, as an earlier build has left them.
    fn reset(&self, made: &Made) {
        for name in self.litter().iter().map(String::as_str).chain(["public"]) {
            let path = self.root.join(name);
            let _ = fs::remove_dir_all(&path);
            let _ = fs::remove_file(&path);
        }
        for (path, bytes) in &made.site {
            let path = self.root.join("public").join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        fs::write(self.root.join("README.md"), &made.readme).unwrap();
        for (path, bytes) in &made.parts {
            fs::write(self.root.join(path), bytes).unwrap();
        }
    }

    /// What stands there after a run that was to bring the new state, and was stopped.
    fn stands(&self, old: &Made, new: &Made, context: &str) -> Stands {
        let now = self.made();
        assert!(now.site == old.site || now.site == new.site, "half a site: {context}");
        assert!(now.readme == old.readme || now.readme == new.readme, "half a README: {context}");
        assert!(now.parts.keys().eq(new.parts.keys()), "{:?}: {context}", now.parts.keys());
        for (path, bytes) in &now.parts {
            let known = [old, new].iter().any(|made| made.parts.get(path) == Some(bytes));
            assert!(known, "half a {path}: {context}");
        }
        if now.site == new.site {
            assert!(now.parts == new.parts, "the site before the schemas: {context}");
        }
        match (now.site == new.site, now.readme == new.readme) {
            (false, false) => Stands::Old,
            (true, true) => Stands::New,
            (true, false) => Stands::Between,
            (false, true) => panic!("README before the site: {context}"),
        }
    }

    /// Between two steps nothing is lost: the old site is whole, and the new README.md waits.
    fn assert_between_two_steps(&self, old: &Made, new: &Made, context: &str) {
        assert!(files(&self.root.join(".public.tmp-new")) == old.site, "old site: {context}");
        let waiting = fs::read(self.root.join(".README.md.tmp-new")).ok();
        assert_eq!(waiting.as_ref(), Some(&new.readme), "{context}");
    }

    /// The next run brings the new state, and leaves nothing beside it.
    fn assert_mended(&self, new: &Made, context: &str) {
        self.build();
        assert!(self.made() == *new, "not mended: {context}");
        assert_eq!(self.litter(), Vec::<String>::new(), "{context}");
    }
}

/// What a build makes.
#[derive(Clone, PartialEq, Eq)]
struct Made {
    site: Files,
    readme: Vec<u8>,
    parts: Files,
}

impl Made {
    /// As an older program has left it: the tables of fields change with the program only, and it has not filled them.
    fn of_an_older_program(mut self) -> Self {
        self.parts.insert("CONTRIBUTING.md".to_owned(), UNFILLED.into());
        self
    }
}

/// What a stopped build leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// The old site and the old README.md.
    Old,
    /// Both new.
    New,
    /// The new site beside the old README.md.
    Between,
}

#[test]
fn killed_build_leaves_the_old_output_or_the_new_and_the_next_run_mends_the_rest() {
    let kills =
        std::env::var("LISTWRIGHT_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(50);
    let list = List::new("kills", 20, SETTINGS);
    let mut states: Vec<Made> = Vec::new();
    let mut longest = Duration::ZERO;
    for state in [0, 1] {
        list.state(state);
        let start = Instant::now();
        list.build();
        longest = longest.max(start.elapsed());
        states.push(list.made());
    }
    let mut dice = Dice(20_261_127);
    let (mut old, mut new, mut between, mut littered, mut ended) = (0, 0, 0, 0, 0);
    while old + new + between < kills {
        let round = old + new + between + ended;
        assert!(ended < 4 * kills + 20, "kills come too late");
        let next = round % 2;
        let (before, after) = (&states[1 - next], &states[next]);
        let context = format!("kill {round}");
        list.state(next);
        let mut child = list.command().spawn().unwrap();
        let microseconds = dice.below(usize::try_from(longest.as_micros()).unwrap());
        sleep(Duration::from_micros(u64::try_from(microseconds).unwrap()));
        let came_late = child.try_wait().unwrap().is_some();
        child.kill().unwrap();
        child.wait().unwrap();
        match list.stands(before, after, &context) {
            _ if came_late => ended += 1,
            Stands::Old => old += 1,
            Stands::New => new += 1,
            Stands::Between => {
                list.assert_between_two_steps(before, after, &context);
                between += 1;
            }
        }
        littered += usize::from(!list.litter().is_empty());
        list.assert_mended(after, &context);
    }
    println!(
        "{kills} kills: {old} left the old site and README.md, {new} the new ones, {between} came between two steps, 0 left \
         a half; {littered} left litter, which the next run removed; {ended} more came too late"
    );
    assert!(between <= 1 + kills / 50, "{between} of {kills} kills came between two steps");
}

#[test]
fn build_that_is_killed_at_any_call_leaves_old_or_new_but_between_two_renames() {
    let list = List::new("killed-calls", 1, ONE_LANGUAGE);
    let (old, new) = two_states(&list);
    let old = old.of_an_older_program();
    let all = std::env::var("LISTWRIGHT_FAULTS").is_ok_and(|faults| faults == "all");
    let (mut runs, mut counts) = (0, [0; 3]);
    for call in CHANGING {
        let before = runs;
        for at in points(all || call.starts_with("rename")) {
            list.reset(&old);
            let output = injected(&list, &[&format!("{call}:signal=KILL:when={at}")]).0;
            if output.status.success() {
                break;
            }
            let context = format!("killed at {call} {at}");
            let stands = list.stands(&old, &new, &context);
            if stands == Stands::Between {
                assert_eq!(*call, "renameat2", "{context}");
                list.assert_between_two_steps(&old, &new, &context);
            }
            counts[stands as usize] += 1;
            list.assert_mended(&new, &context);
            runs += 1;
        }
        println!("{call}: killed at {} calls", runs - before);
    }
    let [left_old, left_new, between] = counts;
    println!(
        "{runs} calls at which a build was killed: {left_old} left both old, {left_new} both new, {between} came between \
         two renames; all were mended by the next run"
    );
    assert_eq!(between, 1, "one call lies between the two renames");
    assert!(left_old > 10 && left_new > 10, "{counts:?}");
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

/// The calls by which a build changes the disk.
const CHANGING: &[&str] =
    &["write", "mkdir", "rename", "renameat2", "linkat", "unlinkat", "unlink", "fchmod", "fsync"];

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
    "fchmod",
    "fsync",
    "statx",
    "getdents64",
];

/// Builds the list in two states, and says what each makes; the entries keep the second one.
fn two_states(list: &List) -> (Made, Made) {
    list.build();
    let old = list.made();
    list.state(1);
    list.build();
    (old, list.made())
}

#[test]
fn failing_disk_leaves_old_or_new_and_never_passes_for_success() {
    let list = List::new("faults", 1, ONE_LANGUAGE);
    let (old, new) = two_states(&list);
    let old = old.of_an_older_program();
    let all = std::env::var("LISTWRIGHT_FAULTS").is_ok_and(|faults| faults == "all");
    let mut sums = Faults::default();
    for call in CALLS {
        let before = sums.runs;
        'points: for at in points(all || call.starts_with("rename")) {
            for error in errors(all || call.starts_with("rename"), at) {
                // Once, and from then on for ever.
                for when in [format!("{at}"), format!("{at}+")] {
                    list.reset(&old);
                    let (output, injected) =
                        injected(&list, &[&format!("{call}:error={error}:when={when}")]);
                    if !injected {
                        break 'points;
                    }
                    sums.add(&list, &output, (&old, &new), &format!("{call} {error} {when}"));
                    if !all && !call.starts_with("rename") {
                        break;
                    }
                }
            }
        }
        println!("{call}: {} failures injected", sums.runs - before);
    }
    // A disk that cannot exchange two folders in one step.
    for (call, at) in [("rename", 1), ("rename", 2), ("rename", 3), ("linkat", 200)] {
        list.reset(&old);
        let faults =
            ["renameat2:error=EINVAL:when=1+".to_owned(), format!("{call}:error=EIO:when={at}")];
        let (output, _) = injected(&list, &[&faults[0], &faults[1]]);
        sums.add(&list, &output, (&old, &new), &format!("without exchange, {call} {at}"));
    }
    println!(
        "{} injected failures: {} ended in exit 1 or 2, {} did not matter, 0 false successes; {} left both old, {} both new, \
         {} could not be put back and said so; all were mended by the next run",
        sums.runs, sums.failed, sums.fine, sums.old, sums.new, sums.between
    );
    assert!(sums.runs > 60, "{}", sums.runs);
}

/// What came of injected failures.
#[derive(Default)]
struct Faults {
    runs: usize,
    failed: usize,
    fine: usize,
    old: usize,
    new: usize,
    between: usize,
}

impl Faults {
    /// Judges a run in which a call failed, and lets the next one mend what it left.
    fn add(&mut self, list: &List, output: &Output, (old, new): (&Made, &Made), context: &str) {
        self.runs += 1;
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        let context = format!("{context}: {message}");
        let stands = list.stands(old, new, &context);
        match stands {
            Stands::Old => self.old += 1,
            Stands::New => self.new += 1,
            Stands::Between => {
                // A disk that fails for ever takes nothing back; that is said, and nothing else.
                assert!(message.contains("not to be put back: "), "{context}");
                list.assert_between_two_steps(old, new, &context);
                self.between += 1;
            }
        }
        match output.status.code() {
            Some(0) => {
                assert_eq!(stands, Stands::New, "false success: {context}");
                self.fine += 1;
            }
            Some(1 | 2) => {
                let unchanged = message.contains("nothing that was there has been changed");
                assert!(!unchanged || stands == Stands::Old, "not true: {context}");
                self.failed += 1;
            }
            // The program had not begun.
            Some(127) if message.contains("loading shared libraries") => self.failed += 1,
            other => panic!("{other:?}: {context}"),
        }
        assert!(!message.contains("panicked"), "{context}");
        list.assert_mended(new, &context);
    }
}

/// Which call of a kind is met: each where all are asked for, and otherwise the first ones and later ones at growing
/// distances.
fn points(all: bool) -> impl Iterator<Item = usize> {
    std::iter::successors(Some(1), move |at| {
        Some(if all || *at < 4 { at + 1 } else { at + 1 + at / 3 })
    })
}

/// With what a call fails: with each error where all are asked for, and otherwise with each in turn.
fn errors(all: bool, at: usize) -> &'static [&'static str] {
    const ERRORS: [&str; 3] = ["ENOSPC", "EIO", "EACCES"];
    let turn = at % ERRORS.len();
    if all { &ERRORS[..] } else { &ERRORS[turn..=turn] }
}

/// Runs a build as somebody who may not remove the old site, and says what it says.
fn build_that_may_not_remove(list: &List) -> String {
    let output = injected(list, &["unlinkat:error=EACCES:when=1+"]).0;
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{message}");
    message
}

#[test]
fn old_site_that_cannot_be_removed_stops_neither_this_run_nor_the_next() {
    let list = List::new("litter", 1, ONE_LANGUAGE);
    let (old, new) = two_states(&list);
    let path = |name: &str| list.root.join(name).display().to_string();
    let warning = |name: &str| {
        format!(
            "warning: {0} is left from a build and cannot be removed (Permission denied (os error 13)); nothing needs it: \
             `sudo rm -rf '{0}'` removes it\n",
            path(name)
        )
    };
    for (state, made) in [(0, &old), (1, &new), (0, &old)] {
        list.state(state);
        let message = build_that_may_not_remove(&list);
        assert!(list.made() == *made, "{message}");
        assert!(message.contains(&warning(".public.tmp-new")), "{message}");
    }
    let mut litter = list.litter();
    litter.sort();
    assert_eq!(litter, [".public.tmp-new", ".public.tmp-new-2", ".public.tmp-new-3"]);
    list.assert_mended(&old, "as somebody who may");
}

#[test]
fn site_of_another_user_is_replaced_and_its_remains_are_named() {
    use std::os::unix::fs::{MetadataExt as _, chown};
    const NOBODY: u32 = 65_534;
    if fs::metadata("/proc/self").unwrap().uid() != 0 {
        println!("only the superuser can build as two users: nothing was tried");
        return;
    }
    let list = Folder::list();
    list.build(&[]);
    let program = list.path("listwright");
    assert!(Command::new("cp").args([PROGRAM.as_ref(), &*program]).status().unwrap().success());
    for entry in walkdir::WalkDir::new(list.path("")).into_iter().map(Result::unwrap) {
        if !entry.path().starts_with(list.path("public")) {
            chown(entry.path(), Some(NOBODY), Some(NOBODY)).unwrap();
        }
    }
    let mut left = 0;
    for name in ["Once", "Twice", "Thrice"] {
        list.write("entries/models/rna-fm.yaml", MODEL.replace("RNA-FM", name));
        let mut command = Command::new("setpriv");
        command.args(["--reuid", "65534", "--regid", "65534", "--clear-groups"]);
        command.arg(&program).args(["build", "--quiet"]).current_dir(list.path(""));
        let ran = Ran::of(command);
        assert_eq!(ran.code, 0, "{name}: {}", ran.err);
        let remains = list.path(".public.tmp-new");
        assert!(ran.err.contains(&format!("`sudo rm -rf '{}'`", remains.display())), "{}", ran.err);
        for path in ["README.md", "public/models/rna-fm/index.html"] {
            assert!(list.read(path).contains(name), "{name} in {path}");
        }
        left = fs::read_dir(list.path(""))
            .unwrap()
            .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().contains(".tmp-"))
            .count();
    }
    assert_eq!(left, 1, "the remains do not grow");
    let ran = list.build(&[]);
    assert!(!ran.err.contains("warning") && !list.has(".public.tmp-new"), "{}", ran.err);
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

/// Runs a build in which system calls fail or kill it; tells whether that happened.
fn injected(list: &List, faults: &[&str]) -> (Output, bool) {
    let log = list.root.join("calls.log");
    let mut command = Command::new("strace");
    command.args(["-f", "-o"]).arg(&log);
    let calls: Vec<_> = faults.iter().filter_map(|fault| fault.split(':').next()).collect();
    command.args(["-e", &format!("trace={}", calls.join(","))]);
    for fault in faults {
        command.args(["-e", &format!("inject={fault}")]);
    }
    command.arg(env!("CARGO_BIN_EXE_listwright")).args(["build", "--root"]).arg(&list.root);
    command.env("RAYON_NUM_THREADS", "1").stdin(Stdio::null());
    let output = command.output().expect("strace is needed: apt-get install strace");
    let injected = fs::read_to_string(&log).unwrap().contains("(INJECTED)");
    fs::remove_file(log).unwrap();
    (output, injected)
}
