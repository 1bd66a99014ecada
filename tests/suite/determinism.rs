//! The same list gives the same bytes: in any order of files, with any number of threads, in any surroundings.

use std::process::Command;

use listwright::project::StaticFile;

use crate::dice::Dice;
use crate::door::Survey;
use crate::folder::{Files, Folder, PROGRAM, Ran, differing, files, repository};
use crate::git::Git as _;

/// The lists that are built again and again.
const LISTS: [&str; 3] = ["", "tests/golden/small", "tests/golden/seed"];

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
    same("colours", built(with("CLICOLOR_FORCE", "1")));
    same("a narrow terminal", built(with("COLUMNS", "20")));
}

/// A copy of a list whose files were made in another order, so that folders name them in another one.
fn shuffled(list: &str, dice: &mut Dice) -> Folder {
    let mut files: Vec<_> = Folder::list_of(list).files().into_iter().collect();
    dice.shuffle(&mut files);
    let folder = Folder::empty();
    for (path, bytes) in files {
        folder.write(&path, bytes);
    }
    folder
}

/// What a build in given surroundings writes, and how its files may be read.
fn surrounded(list: &Folder, umask: &str, variables: &[(&str, &str)]) -> Files {
    let mut shell = Command::new("sh");
    let line = format!("umask {umask}; exec \"$0\" build");
    shell.args(["-c", &line, PROGRAM]).current_dir(list.path(""));
    shell.env_remove("SOURCE_DATE_EPOCH").envs(variables.iter().copied());
    let ran = Ran::of(shell);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    let mut written = files(&list.path("public"));
    written.insert("README.md".to_owned(), list.read("README.md").into_bytes());
    written
}

#[test]
fn program_writes_the_same_bytes_in_all_surroundings_together() {
    let (mut dice, mut builds) = (Dice(20_261_127), 0);
    let (zones, locales) = (["Pacific/Auckland", "HST10"], ["C", "tr_TR.UTF-8"]);
    // The list of this repository is large; three of its builds hold every thread count, locale, zone and umask.
    for (name, turns) in [("tests/golden/small", 12), ("", 3)] {
        // Two folders, one at another depth, with files made in another order each time.
        let once = surrounded(&shuffled(name, &mut dice), "022", &[]);
        assert!(once.contains_key("index.html") && once.contains_key("README.md"));
        for turn in 0..turns {
            // Three of one and two of the others: in six turns every thread count meets every other choice.
            let (threads, other) = (["1", "2", "8"][turn % 3], turn % 2);
            let list = shuffled(name, &mut dice);
            let umask = ["077", "022"][other];
            let variables = [
                ("RAYON_NUM_THREADS", threads),
                ("LC_ALL", locales[other]),
                ("TZ", zones[(other + turn / 6) % 2]),
            ];
            let again = surrounded(&list, umask, &variables);
            let differ = differing(&once, &again);
            assert_eq!(differ, [""; 0], "{name}, umask {umask}, {variables:?}");
            builds += 1;
        }
    }
    println!(
        "{builds} builds, each in a folder of its own with files made in another order: 1, 2 and 8 threads, 2 locales, \
         2 time zones and 2 umasks; 0 bytes differ"
    );
    assert_eq!(builds, 15);
}

#[test]
fn place_changes_no_byte() {
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

#[test]
fn tag_gives_the_bytes_that_were_published_then() {
    const PUBLISH: [&str; 5] =
        ["build", "--date", "2026-11-28", "--base-url", "https://example.org/then/"];
    let list = Folder::copy("tests/golden/small");
    let settings = list.read("entries/survey.yaml");
    let release = "authors: [{group: We}]\nrelease: {version: 2026.10, date: 2026-11-28}\n";
    list.write("entries/survey.yaml", format!("{settings}{release}"));
    list.write(".gitignore", "/public\n");
    list.build(&PUBLISH[1..]);
    list.init();
    list.commit("2026-11-28");
    list.git(&["tag", "2026.10"]);
    list.build(&PUBLISH[1..]);
    let of = |list: &Folder| -> Files {
        let made = |path: &str| {
            let parts = ["README.md", "CITATION.cff"];
            path.starts_with("public/")
                || path.starts_with("static/readme/")
                || parts.contains(&path)
        };
        list.files().into_iter().filter(|(path, _)| made(path)).collect()
    };
    let published = of(&list);
    for path in ["public/cite/index.html", "public/sitemap.xml", "CITATION.cff", "README.md"] {
        assert!(published.contains_key(path), "{path}");
    }
    // The list goes on, and is published elsewhere.
    list.write("entries/survey.yaml", format!("{settings}authors: [{{group: We}}]\n"));
    list.write("entries/models/newest.yaml", "name: Newest\nreleased: 2026-11\ncategory: language\npapers: [10.1000/newest]\nadded: 2026-12-24\n");
    list.build(&[]);
    list.commit("2026-12-24");
    assert!(!differing(&published, &of(&list)).is_empty());
    // Once in a checkout of the tag with one thread, once in the files of the tag without git.
    let checkout = Folder::empty();
    let clone = checkout.path("clone");
    let source = list.path("");
    let from =
        ["clone", "--quiet", "--branch=2026.10", source.to_str().unwrap(), clone.to_str().unwrap()];
    checkout.git(&["-c", "advice.detachedHead=false"].into_iter().chain(from).collect::<Vec<_>>());
    let plain = Folder::empty();
    for (path, bytes) in files(&clone).into_iter().filter(|(path, _)| !path.starts_with(".git/")) {
        // What was made is made anew.
        let made = path.starts_with("static/readme/")
            || ["README.md", "CITATION.cff"].contains(&path.as_str());
        if !made {
            plain.write(&path, bytes);
        }
    }
    let mut command = plain.command(&PUBLISH);
    command.env("RAYON_NUM_THREADS", "3");
    assert_eq!(Ran::of(command).code, 0);
    assert_eq!(differing(&published, &of(&plain)), [""; 0]);
    let mut command = checkout.command(&PUBLISH);
    command.current_dir(&clone).env("RAYON_NUM_THREADS", "1");
    assert_eq!(Ran::of(command).code, 0);
    let again: Files = of(&checkout_at(&clone));
    assert_eq!(differing(&published, &again), [""; 0]);
}

/// A copy of a folder.
fn checkout_at(path: &std::path::Path) -> Folder {
    let folder = Folder::empty();
    for (file, bytes) in files(path) {
        folder.write(&file, bytes);
    }
    folder
}
