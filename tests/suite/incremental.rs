//! A build into the folder of the last one gives what a build into a fresh folder gives, after every edit of a list.

use std::collections::BTreeMap;
use std::fs;

use walkdir::WalkDir;

use crate::dice::Dice;
use crate::folder::{Files, Folder, Ran, differing, files};

/// How many edits are made, one after another, each followed by two builds, unless `LISTWRIGHT_EDITS` says otherwise.
const EDITS: usize = 200;

/// Where the edits follow from.
const SEED: u64 = 20_261_127;

/// An entry that no build takes; it is gone again before the next edit.
const BROKEN: &str = "entries/models/broken.yaml";

const SETTINGS: &str = "schema: 1\ntitle: A Survey\nlanguages: [en]\n";

const WORDS: &str = "\
schema: 1
category:
  language: {en: Language model}
reason:
  unread: {en: Not read yet}
";

/// A list that is edited.
struct List {
    folder: Folder,
    dice: Dice,
    /// Ends the names of what is added.
    next: usize,
}

/// An edit: its name, and what it does where it can be done.
type Edit = (&'static str, fn(&mut List) -> bool);

const EDITS_OF_A_LIST: &[Edit] = &[
    ("a date", |list| list.set("models", "released", |n| format!("20{:02}", 10 + n % 16))),
    ("a name", |list| list.set("models", "name", |n| format!("Model {n}"))),
    ("a summary", |list| list.set("models", "summary", |n| format!("Summary <{n}> | {n}."))),
    ("a title", |list| list.set("papers", "title", |n| format!("Paper {n}"))),
    ("a status", List::status),
    ("a new model", |list| list.add("models", "name: New\nreleased: 2024\ncategory: language\n")),
    ("a new paper", |list| list.add("papers", "title: New\ndates: {published: 2024}\n")),
    ("a new dataset", |list| list.add("datasets", "name: New\ntype: corpus\n")),
    ("a lost model", |list| list.remove("models")),
    ("a lost paper", |list| list.remove("papers")),
    ("a lost dataset", |list| list.remove("datasets")),
    ("a renamed model", |list| list.rename("models")),
    ("a renamed paper", |list| list.rename("papers")),
    ("a template", |list| {
        let n = list.next;
        let text = format!(
            "{{% extends \"base.html\" %}}{{% block main %}}<h1>{n}</h1>{{% endblock %}}\n"
        );
        list.flip("templates/about.html", &text)
    }),
    ("the template of all pages", |list| {
        let own = crate::folder::repository("templates/default/base.html");
        let own = fs::read_to_string(own).unwrap();
        let text = own.replace("</body>", &format!("<!-- {} -->\n</body>", list.next));
        list.flip("templates/base.html", &text)
    }),
    ("a static file", |list| {
        let n = list.next;
        list.flip(&format!("static/file-{}.txt", n % 3), &n.to_string())
    }),
    ("a file for a folder", List::file_or_folder),
    ("a style sheet", |list| {
        let n = list.next;
        list.flip("static/assets/style.css", &format!("p {{ order: {n}; }}\n"))
    }),
    ("the title of the list", |list| {
        let settings = list.folder.read("entries/survey.yaml");
        let title = settings.lines().find(|line| line.starts_with("title:")).unwrap();
        let settings = settings.replace(title, &format!("title: Survey {}", list.next));
        list.folder.write("entries/survey.yaml", settings);
        true
    }),
    ("the address of the site", |list| list.toggle("site: https://example.org/list\n")),
    ("the languages", |list| {
        let settings = list.folder.read("entries/survey.yaml");
        let (old, new) = ("languages: [en]", "languages: [en, zh]");
        let (old, new) = if settings.contains(old) { (old, new) } else { (new, old) };
        list.folder.write("entries/survey.yaml", settings.replace(old, new));
        true
    }),
    ("a word", |list| {
        let words = WORDS.replace("Language model", &format!("Language model {}", list.next));
        list.folder.write("entries/vocabulary.yaml", words);
        true
    }),
    ("an entry that is broken", |list| list.flip(BROKEN, "name: Broken\n")),
];

impl List {
    fn new() -> Self {
        let folder = Folder::empty();
        folder.write("entries/survey.yaml", SETTINGS);
        folder.write("entries/vocabulary.yaml", WORDS);
        folder.write("CONTRIBUTING.md", "# How to contribute\n");
        let mut list = Self { folder, dice: Dice(SEED), next: 0 };
        for (name, edit) in EDITS_OF_A_LIST {
            if name.starts_with("a new") {
                list.next += 1;
                edit(&mut list);
            }
        }
        list
    }

    /// The ids of a kind.
    fn ids(&self, kind: &str) -> Vec<String> {
        let there = files(&self.folder.path("entries"));
        let id = |path: &String| {
            path.strip_prefix(kind)?.strip_prefix('/')?.strip_suffix(".yaml").map(str::to_owned)
        };
        there.keys().filter_map(id).collect()
    }

    fn path(kind: &str, id: &str) -> String {
        format!("entries/{kind}/{id}.yaml")
    }

    /// Gives one entry of a kind another value, which a new line holds.
    fn set(&mut self, kind: &str, key: &str, value: fn(usize) -> String) -> bool {
        let path = Self::path(kind, &self.dice.one(&self.ids(kind)).clone());
        let line = format!("{key}: {}\n", serde_json::to_string(&value(self.next)).unwrap());
        let text = self.folder.read(&path);
        let other = |line: &&str| !line.starts_with(&format!("{key}:"));
        let kept: String = text.split_inclusive('\n').filter(other).collect();
        self.folder.write(&path, kept + &line);
        true
    }

    /// Makes a listed model a candidate, or lists it again.
    fn status(&mut self) -> bool {
        let path = Self::path("models", &self.dice.one(&self.ids("models")).clone());
        let candidate = "status: candidate\nreason: {code: unread}\n";
        let text = self.folder.read(&path);
        let text = match text.strip_suffix(candidate) {
            Some(listed) => listed.to_owned(),
            None => text.replace(candidate, "") + candidate,
        };
        self.folder.write(&path, text);
        true
    }

    fn add(&mut self, kind: &str, text: &str) -> bool {
        if self.ids(kind).len() > 3 {
            return false;
        }
        let n = self.next;
        let named = text.replace("New", &format!("New {n}"));
        let own = match kind {
            "models" => {
                format!("links: {{home: https://example.org/m{n}}}\npapers: [10.5555/m{n}]\n")
            }
            "papers" => format!("doi: 10.5555/p{n}\n"),
            _ => format!("released: {}\n", 2000 + n % 20),
        };
        self.folder.write(&Self::path(kind, &format!("{}-{n}", &kind[..1])), named + &own);
        true
    }

    fn remove(&mut self, kind: &str) -> bool {
        let ids = self.ids(kind);
        if ids.len() < 2 {
            return false;
        }
        let path = Self::path(kind, self.dice.one::<String>(&ids));
        fs::remove_file(self.folder.path(&path)).unwrap();
        true
    }

    /// Renames an entry as a maintainer would, so that its old page leads to the new one.
    fn rename(&mut self, kind: &str) -> bool {
        let (old, new) = (self.dice.one(&self.ids(kind)).clone(), format!("renamed-{}", self.next));
        let ran = self.folder.run(&["rename", kind.trim_end_matches('s'), &old, &new]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        true
    }

    /// Puts a file there, changes it, or takes it away.
    fn flip(&mut self, path: &str, text: &str) -> bool {
        if self.folder.has(path) && self.dice.below(2) == 0 {
            fs::remove_file(self.folder.path(path)).unwrap();
        } else {
            self.folder.write(path, text);
        }
        true
    }

    /// Adds a line to the settings, or takes it away.
    fn toggle(&mut self, line: &str) -> bool {
        let settings = self.folder.read("entries/survey.yaml");
        let changed =
            if settings.contains(line) { settings.replace(line, "") } else { settings + line };
        self.folder.write("entries/survey.yaml", changed);
        true
    }

    /// A file takes the place of a folder of the same name, or a folder that of a file.
    fn file_or_folder(&mut self) -> bool {
        let path = self.folder.path("static/thing");
        if path.is_dir() {
            fs::remove_dir_all(path).unwrap();
            self.folder.write("static/thing", "a file");
        } else {
            let _ = fs::remove_file(path);
            self.folder.write("static/thing/in/it.txt", "a folder");
        }
        true
    }

    /// What a build into a fresh folder makes of the list.
    fn cold(&self) -> (Ran, Outputs) {
        let fresh = Folder::empty();
        for (path, bytes) in self.folder.files() {
            if !path.starts_with("public/") && path != "README.md" {
                fresh.write(&path, bytes);
            }
        }
        let ran = build(&fresh);
        (ran, Outputs::of(&fresh))
    }
}

/// Builds with one thread, which is the fastest for so small a list.
fn build(list: &Folder) -> Ran {
    list.run_with(("RAYON_NUM_THREADS", "1"), &["build", "--quiet"])
}

/// What stands in the places that a build writes; folders too, as an empty one would be left over.
#[derive(Debug, Default)]
struct Outputs {
    files: Files,
    folders: Vec<String>,
}

impl Outputs {
    fn of(list: &Folder) -> Self {
        let public = list.path("public");
        if !public.exists() {
            return Self::default();
        }
        let folders = WalkDir::new(&public).sort_by_file_name().into_iter().map(Result::unwrap);
        let folders = folders.filter(|entry| entry.file_type().is_dir());
        let mut all = files(&public);
        all.insert("README.md".to_owned(), fs::read(list.path("README.md")).unwrap());
        Self {
            files: all,
            folders: folders
                .map(|it| it.path().strip_prefix(&public).unwrap().display().to_string())
                .collect(),
        }
    }
}

#[test]
fn build_into_the_last_folder_is_a_build_into_a_fresh_one() {
    let edits =
        std::env::var("LISTWRIGHT_EDITS").map_or(EDITS, |edits| edits.parse().expect("a number"));
    let mut list = List::new();
    list.folder.build(&[]);
    let mut earlier = Outputs::of(&list.folder);
    let (mut done, mut refused, mut made): (BTreeMap<&str, usize>, usize, usize) =
        Default::default();
    while done.values().sum::<usize>() < edits {
        list.next += 1;
        let (name, edit) = *list.dice.one(EDITS_OF_A_LIST);
        if !edit(&mut list) {
            continue;
        }
        *done.entry(name).or_default() += 1;
        let context = format!("seed {SEED}, edit {}, {name}", list.next);
        let warm = build(&list.folder);
        let (cold, fresh) = list.cold();
        assert_eq!(warm, cold, "{context}");
        let now = Outputs::of(&list.folder);
        if warm.code == 0 {
            assert_eq!(differing(&fresh.files, &now.files), [""; 0], "{context}");
            assert_eq!(fresh.folders, now.folders, "{context}");
            made += differing(&earlier.files, &now.files).len();
        } else {
            assert_eq!((warm.code, fresh.files.len()), (1, 0), "{context}: {}", warm.err);
            assert_eq!(differing(&earlier.files, &now.files), [""; 0], "{context}");
            assert!(list.folder.has(BROKEN), "{context}: {}", warm.err);
            fs::remove_file(list.folder.path(BROKEN)).unwrap();
            refused += 1;
        }
        earlier = now;
    }
    println!(
        "{edits} edits from seed {SEED}, {refused} of them refused, {made} files changed: {done:?}"
    );
    assert!(refused < edits / 4 && made > edits && done.len() == EDITS_OF_A_LIST.len());
}
