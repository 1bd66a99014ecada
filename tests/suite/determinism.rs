//! The same list gives the same bytes: in any order of files, with any number of threads, in any surroundings.

use std::process::Command;

use listwright::project::StaticFile;

use crate::door::Survey;
use crate::folder::{Files, Folder, PROGRAM, Ran, differing, files, repository};

/// The lists that are built again and again.
const LISTS: [&str; 3] = ["", "tests/golden/small", "tests/golden/seed"];

/// Numbers without a pattern, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

fn statics(list: &str) -> Vec<StaticFile> {
    listwright::project::load(&repository(list)).unwrap().statics
}

fn in_pool<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(work)
}

#[test]
fn order_of_files_and_number_of_threads_change_no_byte() {
    let mut dice = Dice(20_261_124);
    for name in LISTS {
        let list = Survey::folder(name);
        let statics = statics(name);
        let once: Files = list.outputs_from(list.files(), &statics).into_iter().collect();
        assert!(once.contains_key("README.md") && once.contains_key("index.html"));
        for turn in 0..10 {
            let (mut files, mut statics) = (list.files(), statics.clone());
            dice.shuffle(&mut files);
            dice.shuffle(&mut statics);
            let threads = [1, 2, 8][turn % 3];
            let again = in_pool(threads, || list.outputs_from(files, &statics));
            let order: Vec<&String> = again.iter().skip(1).map(|(path, _)| path).collect();
            assert!(order.is_sorted(), "outputs come in the order of their paths");
            let again: Files = again.into_iter().collect();
            assert_eq!(differing(&once, &again), [""; 0], "{name}, {threads} threads");
        }
    }
}

#[test]
fn findings_do_not_depend_on_the_order_of_files() {
    let broken = Survey::folder("tests/golden/small")
        .entry("models/a", "name: A\nnix: 1\n")
        .entry("models/b", "name: B\ncategory: nix\nreleased: 2022.02\npapers: [nix]\n")
        .entry("papers/c", "title: C\n");
    let (once, mut dice) = (broken.places(), Dice(7));
    assert!(once.len() > 4, "{once:?}");
    for threads in [1, 2, 8] {
        let mut files = broken.files();
        dice.shuffle(&mut files);
        let shuffled = listwright::source::Sources::new(files);
        let found = in_pool(threads, || listwright::examine::examine(&shuffled, None).findings);
        let places: Vec<_> =
            found.iter().map(|finding| crate::door::place(finding, &shuffled)).collect();
        assert_eq!(places, once);
    }
}

/// Builds a copy of the golden list with a prepared command, and gives what it wrote.
fn built(prepare: impl FnOnce(&Folder) -> Command) -> Files {
    let list = Folder::copy("tests/golden/small");
    let ran = Ran::of(prepare(&list));
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    let mut written = files(&list.path("public"));
    assert!(written.contains_key("index.html"));
    written.insert("README.md".to_owned(), list.read("README.md").into_bytes());
    written
}

/// The command with a variable set.
fn with(name: &'static str, value: &'static str) -> impl FnOnce(&Folder) -> Command {
    move |list| {
        let mut command = list.command(&["build"]);
        command.env(name, value);
        command
    }
}

#[test]
fn surroundings_change_no_byte() {
    let once = built(|list| list.command(&["build"]));
    let same = |what: &str, again: Files| {
        assert_eq!(differing(&once, &again), [""; 0], "{what} changes what is written");
    };
    same("German", built(with("LC_ALL", "de_DE.UTF-8")));
    same("Turkish", built(with("LANG", "tr_TR.ISO-8859-9")));
    same("the C locale", built(with("LC_ALL", "C")));
    same("Auckland", built(with("TZ", "Pacific/Auckland")));
    same("Honolulu", built(with("TZ", "HST10")));
    same("one thread", built(with("RAYON_NUM_THREADS", "1")));
    same("two threads", built(with("RAYON_NUM_THREADS", "2")));
    same("eight threads", built(with("RAYON_NUM_THREADS", "8")));
    same("colours", built(with("CLICOLOR_FORCE", "1")));
    same("a narrow terminal", built(with("COLUMNS", "20")));
}

#[test]
fn place_and_rights_change_no_byte() {
    let once = built(|list| list.command(&["build"]));
    let same = |what: &str, again: Files| {
        assert_eq!(differing(&once, &again), [""; 0], "{what} changes what is written");
    };
    let from_below = built(|list| {
        let mut command = list.command(&["build"]);
        command.current_dir(list.path("entries/models"));
        command
    });
    same("a folder below", from_below);
    let from_outside = built(|list| {
        let mut command = list.command(&["build", "--root", list.path("").to_str().unwrap()]);
        command.current_dir("/");
        command
    });
    same("another folder", from_outside);
    let guarded = built(|list| {
        let mut shell = Command::new("sh");
        shell.args(["-c", "umask 077; exec \"$0\" build", PROGRAM]).current_dir(list.path(""));
        shell
    });
    same("another umask", guarded);
    let in_git = built(|list| {
        // What a clone has, and what a reader of git would stumble over.
        list.write(".git/HEAD", "ref: refs/heads/main\n");
        list.write(".git/config", "[core]\n\trepositoryformatversion = 0\n\tbare = false\n");
        list.write(".gitattributes", "* text=auto eol=crlf\n");
        list.write(".gitignore", "*\n");
        list.command(&["build"])
    });
    same("a repository", in_git);
}

#[test]
fn out_folder_changes_no_byte_of_the_site() {
    let list = Folder::copy("tests/golden/small");
    list.build(&[]);
    let once = files(&list.path("public"));
    let elsewhere = Folder::empty();
    list.build(&["--out", elsewhere.path("site").to_str().unwrap()]);
    assert_eq!(differing(&once, &files(&elsewhere.path("site"))), [""; 0]);
    list.build(&["--out", "deep/er/site"]);
    assert_eq!(differing(&once, &files(&list.path("deep/er/site"))), [""; 0]);
}
