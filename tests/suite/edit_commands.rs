//! The commands that change a list's own files, on a folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use listwright::commands::{Surroundings, run};

use crate::door::{SETTINGS, WORDS};

/// A list in a folder of its own, which is gone when the test is over.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What a command printed, and its exit code.
struct Said {
    code: u8,
    out: String,
    err: String,
}

const MODEL: &str = "name: X\nreleased: 2022\ncategory: language\nlinks: {home: https://e.org}\n";

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("listwright-edit-{}-{number}", std::process::id());
        let folder = Self(std::env::temp_dir().join(name));
        folder.with("entries/survey.yaml", SETTINGS).with("entries/vocabulary.yaml", WORDS)
    }

    fn with(self, path: &str, text: &str) -> Self {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).unwrap()
    }

    fn run(&self, line: &str) -> Said {
        let root = self.0.to_str().unwrap();
        let args = ["listwright", "--root", root].into_iter().chain(line.split(' '));
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let surroundings = Surroundings::default();
        let code = run(args.map(Into::into), &surroundings, &mut out, &mut err);
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Said { code, out: text(out), err: text(err) }
    }

    /// Every file with its text, so that nothing can change or be left unseen.
    fn all(&self) -> Vec<(String, String)> {
        let mut all = Vec::new();
        collect(&self.0, &self.0, &mut all);
        all.sort();
        all
    }
}

fn collect(root: &Path, folder: &Path, all: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, all);
        } else {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
            all.push((name, String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned()));
        }
    }
}

#[test]
fn fmt_check_prints_a_diff_and_writes_nothing() {
    let list = Folder::new().with("entries/models/x.yaml", "released:  2022\nname: X\n");
    let before = list.all();
    let said = list.run("fmt --check");
    let diff = "\
--- a/entries/models/x.yaml
+++ b/entries/models/x.yaml
@@ -1,2 +1,2 @@
-released:  2022
 name: X
+released: 2022
";
    assert_eq!((said.code, said.out.as_str()), (1, diff));
    assert_eq!(said.err, "1 entry and 2 files of settings, 1 to change: run `listwright fmt`\n");
    assert_eq!(list.all(), before);
}

#[test]
fn fmt_writes_once_and_has_nothing_to_do_the_second_time() {
    let list =
        Folder::new().with("entries/models/x.yaml", "\u{feff}released:  2022\r\nname: X\r\n");
    let said = list.run("fmt");
    assert_eq!((said.code, said.out.as_str()), (0, ""));
    assert_eq!(said.err, "1 entry and 2 files of settings, 1 written anew\n");
    assert_eq!(list.text("entries/models/x.yaml"), "name: X\r\nreleased: 2022\r\n");
    assert_eq!(list.run("fmt --check").err, "1 entry and 2 files of settings, none to change\n");
    assert_eq!(list.all().len(), 3, "nothing is left behind");
}

#[test]
fn fmt_of_a_path_leaves_the_others_alone() {
    let list = Folder::new()
        .with("entries/models/x.yaml", "name:  X\n")
        .with("entries/models/y.yaml", "name:  Y\n");
    let said = list.run("fmt entries/models/y.yaml");
    assert_eq!((said.code, said.err.as_str()), (0, "1 entry, 1 written anew\n"));
    assert_eq!(list.text("entries/models/x.yaml"), "name:  X\n");
    assert_eq!(list.text("entries/models/y.yaml"), "name: Y\n");
}

#[test]
fn fmt_reports_a_file_that_is_not_yaml_and_lays_out_the_rest() {
    let list = Folder::new()
        .with("entries/models/x.yaml", "name: [X\n")
        .with("entries/models/y.yaml", "name:  Y\n");
    let said = list.run("fmt");
    assert_eq!(said.code, 1);
    assert!(said.err.contains("yaml-syntax"), "{}", said.err);
    assert_eq!(list.text("entries/models/x.yaml"), "name: [X\n");
    assert_eq!(list.text("entries/models/y.yaml"), "name: Y\n");
}

#[test]
fn fix_prints_what_it_writes_and_keeps_line_ends() {
    let raw = format!("\u{feff}{MODEL}").replace("2022", "2022.04").replace('\n', "\r\n");
    let list = Folder::new().with("entries/models/x.yaml", &raw);
    let before = list.all();
    let said = list.run("fix --check");
    let diff = "\
--- a/entries/models/x.yaml
+++ b/entries/models/x.yaml
@@ -1,4 +1,4 @@
 name: X
-released: 2022.04
+released: 2022-04
 category: language
 links: {home: https://e.org}
";
    assert_eq!((said.code, said.out.as_str()), (1, diff));
    assert_eq!(list.all(), before);
    let said = list.run("fix");
    assert_eq!((said.code, said.out.as_str()), (0, diff));
    assert!(said.err.starts_with("made 1 change in 1 file\n"), "{}", said.err);
    assert_eq!(list.text("entries/models/x.yaml"), raw.replace("2022.04", "2022-04"));
    let said = list.run("fix");
    assert_eq!((said.code, said.out.as_str()), (0, ""));
    assert!(said.err.starts_with("nothing to fix\n"), "{}", said.err);
}

#[test]
fn fix_shows_hidden_characters_in_its_diff_without_printing_them() {
    let list =
        Folder::new().with("entries/models/x.yaml", &MODEL.replace('X', "X\u{202e}\u{1b}[31m"));
    let said = list.run("fix --suggested");
    assert!(said.out.contains("-name: X\\u{202e}\\u{1b}[31m\n"), "{}", said.out);
    assert!(said.out.contains("+name: X[31m\n"), "{}", said.out);
}

#[test]
fn fix_exits_with_1_where_errors_are_left() {
    let list = Folder::new().with("entries/models/x.yaml", "name: X\nreleased: 2022.04\n");
    let said = list.run("fix");
    assert_eq!(said.code, 1);
    assert_eq!(list.text("entries/models/x.yaml"), "name: X\nreleased: 2022-04\n");
}

#[test]
fn rename_moves_the_file_and_rewrites_what_names_it() {
    let list = Folder::new()
        .with("entries/papers/p.yaml", "title: P\ndates: {published: 2022}\nurl: https://p.org\n")
        .with("entries/models/x.yaml", &format!("{MODEL}papers: [p] # its paper\n"));
    let clean = list.run("check").code;
    let said = list.run("rename papers p chen-2022-x");
    let told = "\
entries/papers/p.yaml is now entries/papers/chen-2022-x.yaml, with `p` in `former_ids`
entries/models/x.yaml: 1 reference rewritten
";
    assert_eq!((said.code, said.err.as_str()), (0, told));
    let paper = "title: P\nformer_ids: [p]\ndates: {published: 2022}\nurl: https://p.org\n";
    assert_eq!(list.text("entries/papers/chen-2022-x.yaml"), paper);
    let model = format!("{MODEL}papers: [chen-2022-x] # its paper\n");
    assert_eq!(list.text("entries/models/x.yaml"), model);
    assert_eq!(list.all().len(), 4, "nothing is left behind");
    assert_eq!((clean, list.run("check --deny-warnings").code), (0, 0));
}

#[test]
fn rename_refuses_without_writing() {
    let list = Folder::new().with("entries/models/x.yaml", MODEL);
    let before = list.all();
    let said = list.run("rename model x Y_Z");
    assert_eq!(said.code, 1);
    assert!(said.err.starts_with("error: `Y_Z` is not an id"), "{}", said.err);
    assert!(said.err.ends_with("nothing was written\n"), "{}", said.err);
    assert_eq!(list.run("rename model y z").code, 1);
    assert_eq!(list.run("rename modle x z").code, 2);
    assert_eq!(list.all(), before);
}

#[test]
fn files_that_cannot_all_be_replaced_are_all_put_back() {
    use listwright::output::{Replacement, replace_files};
    let (a, b, c) = ("entries/models/a.yaml", "entries/models/b.yaml", "entries/models/c.yaml");
    let list = Folder::new().with(a, "a\n").with(b, "b\n");
    let before = list.all();
    // Both are to go to one path, which shows only when the second one moves.
    let all = [(a, "a\n"), (b, "b\n")].map(|(path, before)| Replacement {
        path,
        to: c,
        before,
        after: "new\n",
    });
    assert!(replace_files(&list.0, &all).is_err());
    assert_eq!(list.all(), before);
}

#[test]
fn a_file_that_changed_meanwhile_is_not_written_over() {
    use listwright::output::{Replacement, replace_files};
    let list = Folder::new().with("entries/models/a.yaml", "mine\n");
    let before = list.all();
    let path = "entries/models/a.yaml";
    let new = Replacement { path, to: path, before: "a\n", after: "new\n" };
    let why = replace_files(&list.0, &[new]).unwrap_err().to_string();
    assert!(why.ends_with("a.yaml has changed since it was read"), "{why}");
    assert_eq!(list.all(), before);
}
