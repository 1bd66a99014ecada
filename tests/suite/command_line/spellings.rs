//! `--out` in every spelling: a folder that must not be replaced is refused however its path is written.

#![cfg(unix)]

use std::collections::BTreeMap;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use listwright::output::{Failure, ListFile, Origin, Output, Target, write};
use walkdir::WalkDir;

use crate::folder::{Folder, MODEL, Ran};

/// A list among other folders, and a home folder.
struct Ground {
    folder: Folder,
    base: PathBuf,
    root: PathBuf,
}

/// Everything below a folder: links with what they lead to, files with their bytes, folders with nothing.
type Tree = BTreeMap<PathBuf, Option<Vec<u8>>>;

impl Ground {
    fn new() -> Self {
        let folder = Folder::empty();
        for (path, text) in [
            ("list/entries/survey.yaml", crate::door::SETTINGS),
            ("list/entries/vocabulary.yaml", crate::door::WORDS),
            ("list/entries/models/rna-fm.yaml", MODEL),
            ("list/templates/README.md", "# {{ title }}\n"),
            ("list/static/logo.svg", "<svg/>"),
            ("list/src/main.rs", "fn main() {}"),
            ("list/.git/HEAD", "ref: refs/heads/main"),
            ("list/tests/suite.rs", "mine"),
            ("list/.github/workflows/ci.yml", "on: push"),
            ("list/notes/thesis.md", "mine"),
            ("list/report", "text"),
            ("elsewhere/keep/me", "mine"),
            ("homes/me/empty", ""),
        ] {
            folder.write(path, text);
        }
        std::fs::remove_file(folder.path("homes/me/empty")).unwrap();
        std::fs::create_dir(folder.path("ways")).unwrap();
        symlink(folder.path("elsewhere"), folder.path("list/link")).unwrap();
        symlink(folder.path("list/entries"), folder.path("list/sources")).unwrap();
        symlink("nowhere", folder.path("list/dangling")).unwrap();
        let base = folder.path("").canonicalize().unwrap();
        Self { folder, root: base.join("list"), base }
    }

    /// What must be refused, as absolute paths.
    fn refused(&self) -> Vec<PathBuf> {
        let below = [
            "list",
            "list/entries",
            "list/entries/models",
            "list/entries/new/deep",
            "list/templates",
            "list/templates/site",
            "list/static",
            "list/static/readme",
            "list/src",
            "list/src/site",
            "list/.git",
            "list/.git/site",
            "list/tests",
            "list/.github",
            "list/notes",
            "list/report",
            "list/report/site",
            "list/link",
            "list/sources",
            "list/sources/site",
            "list/dangling",
            "elsewhere",
            "elsewhere/keep",
            "homes",
            "homes/me",
        ];
        let below = below.iter().map(|path| self.base.join(path));
        below.chain([self.base.clone(), PathBuf::from("/")]).collect()
    }

    /// The path from the root of the list.
    fn relative(&self, path: &Path) -> String {
        if let Ok(below) = path.strip_prefix(&self.root) {
            return below.to_str().unwrap().to_owned();
        }
        let up = |count| vec![".."; count].join("/");
        match path.strip_prefix(&self.base) {
            Ok(beside) => format!("../{}", beside.display()),
            Err(_) => format!("{}{}", up(self.root.components().count() - 1), path.display()),
        }
    }

    /// Links to a path and to the folder that holds it.
    fn ways(&self, path: &Path) -> (PathBuf, Option<PathBuf>) {
        let number = WalkDir::new(self.base.join("ways")).into_iter().count();
        let link = |to: &Path, end: &str| {
            let link = self.base.join(format!("ways/{number}-{end}"));
            symlink(to, &link).unwrap();
            link
        };
        let parent = path.parent().filter(|parent| parent.is_dir());
        (link(path, "itself"), parent.map(|parent| link(parent, "parent")))
    }

    /// Ways to write a path that all lead to it, by what is peculiar to each.
    fn spellings(&self, path: &Path) -> Vec<(&'static str, String)> {
        let whole = path.to_str().unwrap();
        let relative = self.relative(path);
        let mut all = vec![
            ("absolute", whole.to_owned()),
            ("slash at the end", format!("{whole}/")),
            ("dot at the end", format!("{whole}/.")),
            ("doubled slashes", whole.replace('/', "//")),
            ("dots between", whole.replace('/', "/./")),
            ("back from a missing folder", format!("{whole}/missing/..")),
            ("back from two missing folders", format!("{whole}/missing/deep/../../")),
            ("relative", relative.clone()),
            ("relative with a dot", format!("./{relative}")),
            ("relative with a slash", format!("{relative}/")),
            ("relative through a missing folder", format!("missing/../{relative}")),
            ("relative through two missing folders", format!("missing/deep/../../{relative}")),
            ("relative through the entries", format!("entries/../{relative}")),
            ("relative through the list's own name", format!("../list/{relative}")),
            ("relative through a missing name beside", format!("../missing/../list/{relative}")),
            ("through a link to the list", {
                let way = self.base.join("ways/list");
                let _ = symlink(&self.root, &way);
                format!("{}/{relative}", way.display())
            }),
        ];
        let Some((parent, name)) = path.parent().zip(path.file_name()) else { return all };
        let (parent, name) = (parent.to_str().unwrap(), name.to_str().unwrap());
        all.extend([
            ("through a missing brother", format!("{parent}/missing/../{name}")),
            ("through itself", format!("{whole}/../{name}")),
            ("through itself twice", format!("{whole}/.././{name}/../{name}")),
        ]);
        if let (_, Some(way)) = self.ways(path) {
            let way = way.display();
            all.push(("through a link to its parent", format!("{way}/{name}")));
            all.push(("through such a link, slash at the end", format!("{way}//{name}/")));
            all.push(("through such a link and back", format!("{way}/missing/../{name}")));
        }
        all
    }

    /// Ways to write a path through links, which are refused wherever they lead.
    fn linked(&self, path: &Path) -> Vec<(&'static str, String)> {
        let way = self.ways(path).0;
        let way = way.display();
        let mut all = vec![
            ("link", way.to_string()),
            ("link with a slash", format!("{way}/")),
            ("link with a dot", format!("{way}/.")),
            ("link with slashes and dots", format!("{way}//./")),
            ("link and back from a missing folder", format!("{way}/missing/..")),
        ];
        if let Some(name) = path.file_name() {
            all.push(("back behind the link", format!("{way}/../{}", name.display())));
        }
        all
    }

    fn tree(&self) -> Tree {
        let entries = WalkDir::new(&self.base).into_iter().map(Result::unwrap);
        let below = entries.filter(|entry| !entry.path().starts_with(self.base.join("ways")));
        let entry = |entry: walkdir::DirEntry| {
            let kind = entry.file_type();
            let bytes = if kind.is_symlink() {
                let to = std::fs::read_link(entry.path()).unwrap();
                Some(to.into_os_string().into_encoded_bytes())
            } else {
                kind.is_file().then(|| std::fs::read(entry.path()).unwrap())
            };
            (entry.into_path(), bytes)
        };
        below.map(entry).collect()
    }

    fn write(&self, out: &str) -> Result<(), Failure> {
        let home = self.base.join("homes/me");
        let target = Target { out: Path::new(out), root: &self.root, home: Some(&home) };
        let page = Output::new("index.html", Origin::Bytes(b"<p>"));
        let readme = ListFile { path: "README.md", text: "# Made\n", before: None };
        write(&[page], target, &[readme]).map(|_| ())
    }

    #[track_caller]
    fn assert_refused(&self, how: &str, out: &str, before: &Tree) {
        let said = self.write(out);
        assert!(said.is_err(), "{how}: --out {out} was taken");
        assert!(*before == self.tree(), "{how}: --out {out} changed something: {said:?}");
    }
}

#[test]
fn folder_that_must_not_be_replaced_is_refused_in_every_spelling() {
    let ground = Ground::new();
    let before = ground.tree();
    let (mut combinations, mut ways) = (0, std::collections::BTreeSet::new());
    let refused = ground.refused();
    for path in &refused {
        for (how, out) in ground.spellings(path).into_iter().chain(ground.linked(path)) {
            ground.assert_refused(how, &out, &before);
            combinations += 1;
            ways.insert(how);
        }
    }
    // Systems that do not tell case apart, or drop a dot at the end, would write into the sources.
    for kept in ["entries", "templates", "static", "src", ".git"] {
        for name in [kept.to_uppercase(), format!("{kept}."), format!("{}. ", kept.to_uppercase())]
        {
            for out in [name.clone(), format!("{name}/site"), format!("missing/../{name}/x/..")] {
                ground.assert_refused("another case", &out, &before);
                combinations += 1;
            }
        }
    }
    println!(
        "{combinations} combinations refused: {} folders, {} spellings, and other cases of the sources",
        refused.len(),
        ways.len()
    );
    assert!(combinations > 600, "{combinations}");
}

#[test]
fn folder_of_its_own_is_written_in_every_spelling() {
    let mut taken = 0;
    for path in ["list/site", "list/new/deep", "beside/site", "list/entries-site"] {
        let ground = Ground::new();
        let path = ground.base.join(path);
        for (how, out) in ground.spellings(&path) {
            // Beside the list this spelling can mean two folders.
            if how == "through a link to the list" && !path.starts_with(&ground.root) {
                continue;
            }
            ground.write(&out).unwrap_or_else(|why| panic!("{how}: --out {out}: {why}"));
            assert!(path.join("index.html").is_file(), "{how}: --out {out} went elsewhere");
            std::fs::remove_dir_all(&path).unwrap();
            for missing in ["list/missing", "missing"] {
                assert!(!ground.base.join(missing).exists(), "{how}: --out {out}");
            }
            taken += 1;
        }
    }
    println!("{taken} spellings of four folders taken");
    assert!(taken > 75, "{taken}");
}

#[test]
fn path_through_a_link_and_back_is_refused_where_it_can_mean_two_folders() {
    let ground = Ground::new();
    symlink(ground.base.join("elsewhere/keep"), ground.root.join("kept")).unwrap();
    let before = ground.tree();
    let why = ground.write("kept/../site").unwrap_err().to_string();
    assert!(why.contains("list/site or, through a symbolic link before `..`, "), "{why}");
    assert!(why.contains("/elsewhere/site; write the one that you mean"), "{why}");
    assert!(before == ground.tree());
}

#[test]
fn root_that_is_written_in_another_way_keeps_the_refusals() {
    let ground = Ground::new();
    symlink("list", ground.base.join("ways/list-of-ways")).unwrap();
    symlink(&ground.root, ground.base.join("ways/list")).unwrap();
    let before = ground.tree();
    let mut runs = 0;
    for (here, root) in
        [("list", "."), ("list/entries", ".."), ("", "list"), ("", "./list/"), ("", "ways/list")]
    {
        for out in ["nope/../notes", "nope/../entries", "x/../.git", "nope/../../list", "./link/"] {
            let mut command = ground.folder.command(&["build", "--root", root, "--out", out]);
            command.current_dir(ground.base.join(here));
            let ran = Ran::of(command);
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{root} {out}: {}", ran.err);
            assert!(before == ground.tree(), "{root} {out}: {}", ran.err);
            runs += 1;
        }
    }
    println!("{runs} runs refused");
}

/// A mount gives a folder a second path, as a file system that does not tell case apart gives it a second name.
#[test]
fn source_under_another_name_is_known_by_what_it_is() {
    let ground = Ground::new();
    std::fs::create_dir(ground.base.join("alias")).unwrap();
    std::fs::create_dir(ground.root.join("copy")).unwrap();
    let before = ground.tree();
    let mounted = |from: &str, to: &str, out: &str| {
        let mut command = ground.folder.command(&[]);
        let program = command.get_program().to_owned();
        command = std::process::Command::new("unshare");
        let script = "mount --bind \"$1\" \"$2\" && cd \"$3\" && exec \"$4\" build --out \"$5\"";
        command.args(["--user", "--map-root-user", "--mount", "sh", "-c", script, "sh"]);
        command.arg(ground.base.join(from)).arg(ground.base.join(to)).arg(&ground.root);
        command.arg(program).arg(out);
        Ran::of(command)
    };
    let possible = std::process::Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "true"])
        .output()
        .is_ok_and(|output| output.status.success());
    if !possible {
        println!("mounts are not allowed here: nothing was tried");
        return;
    }
    for (from, to, out, said) in [
        ("list/entries", "list/copy", "copy/models", "lies within entries/, which is a source"),
        ("list/entries", "alias", "../alias/site", "lies within entries/, which is a source"),
        ("list/.git", "alias", "../alias", "lies within .git/, which is a source"),
        ("list", "alias", "../alias", "holds the list itself"),
        ("", "alias", "../alias", "holds the list itself"),
        ("list/static", "alias", "missing/../../alias/", "lies within static/"),
    ] {
        let ran = mounted(from, to, out);
        assert_eq!(ran.code, 2, "{out}: {}", ran.err);
        assert!(ran.err.contains(said), "{out}: {}", ran.err);
        assert!(before == ground.tree(), "{out}: {}", ran.err);
    }
}
