//! Lists as git has them: commits, trees and texts without a checkout.

use std::process::Command;

use listwright::git::{Most, Repository};
use listwright::source::Content;

use crate::folder::{Folder, MODEL};

/// A list in a repository of its own.
pub(crate) trait Git {
    /// Runs git in the folder, which must end well, and gives back what it printed.
    fn git(&self, args: &[&str]) -> String;

    /// A repository with everything that stands in the folder.
    fn init(&self);

    /// Commits everything on a day, and gives back the hash.
    fn commit(&self, day: &str) -> String;
}

impl Git for Folder {
    fn git(&self, args: &[&str]) -> String {
        let mut git = Command::new("git");
        git.current_dir(self.path("")).env_clear();
        git.env("PATH", std::env::var_os("PATH").unwrap()).env("HOME", "/nowhere");
        for role in ["AUTHOR", "COMMITTER"] {
            git.env(format!("GIT_{role}_NAME"), "Ada <3 1 2")
                .env(format!("GIT_{role}_EMAIL"), "a@b.c");
        }
        let day = args.iter().find_map(|arg| arg.strip_prefix("--date="));
        if let Some(day) = day {
            git.env("GIT_COMMITTER_DATE", day);
        }
        let output = git.args(args).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "git {args:?}: {said}");
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    fn init(&self) {
        self.git(&["init", "--quiet", "--initial-branch=main"]);
    }

    fn commit(&self, day: &str) -> String {
        self.git(&["add", "--all"]);
        let day = format!("--date={day}T12:00:00Z");
        self.git(&["commit", "--quiet", "--allow-empty", "--message=Change", &day]);
        self.git(&["rev-parse", "HEAD"])
    }
}

fn paths(repository: &mut Repository, revision: &str) -> Vec<String> {
    let commit = repository.commit(revision).unwrap();
    let sources = repository.sources(&commit).unwrap();
    sources.iter().map(|(_, source)| source.path.clone()).collect()
}

#[test]
fn commit_has_its_own_files_whatever_stands_on_disk() {
    let list = Folder::list();
    list.init();
    let first = list.commit("2026-11-24");
    list.write("entries/models/rna-fm.yaml", "name: Another\n");
    list.write("entries/models/new.yaml", MODEL);
    let mut repository = Repository::at(&list.path("")).unwrap();
    let commit = repository.commit("HEAD").unwrap();
    assert_eq!(
        (commit.hash.as_str(), commit.day.unwrap().to_string().as_str()),
        (first.as_str(), "2026-11-24")
    );
    let sources = repository.sources(&commit).unwrap();
    let model = sources.find("entries/models/rna-fm.yaml").unwrap();
    assert_eq!(sources.file(model).text(), MODEL);
    assert_eq!(
        paths(&mut repository, "HEAD"),
        [
            "entries/models/",
            "entries/models/rna-fm.yaml",
            "entries/survey.yaml",
            "entries/vocabulary.yaml"
        ]
    );
}

#[test]
fn list_in_a_folder_of_the_repository_is_found() {
    let top = Folder::empty();
    top.write("lists/rna/entries/survey.yaml", "schema: 1\n");
    top.write("entries/survey.yaml", "schema: 1\n");
    top.write("entries/models/not-this-one.yaml", MODEL);
    top.init();
    top.commit("2026-11-24");
    let mut repository = Repository::at(&top.path("lists/rna")).unwrap();
    assert_eq!(paths(&mut repository, "HEAD"), ["entries/survey.yaml"]);
}

#[cfg(unix)]
#[test]
fn links_and_large_files_are_named_and_not_read() {
    let list = Folder::list();
    std::os::unix::fs::symlink("/etc/passwd", list.path("entries/models/link.yaml")).unwrap();
    list.write("entries/models/large.yaml", vec![b'a'; (1 << 20) + 1]);
    list.write("entries/models/below/deep.yaml", MODEL);
    list.init();
    list.commit("2026-11-24");
    let mut repository = Repository::at(&list.path("")).unwrap();
    let commit = repository.commit("main").unwrap();
    let sources = repository.sources(&commit).unwrap();
    let content = |path: &str| &sources.file(sources.find(path).unwrap()).content;
    assert_eq!(content("entries/models/link.yaml"), &Content::NotRegular("symbolic link"));
    assert_eq!(content("entries/models/large.yaml"), &Content::TooLarge((1 << 20) + 1));
    assert_eq!(content("entries/models/below/"), &Content::NotRegular("folder"));
    assert_eq!(sources.find("entries/models/below/deep.yaml"), None);
}

#[test]
fn bare_repository_and_shallow_clone_have_the_commits_that_they_hold() {
    let list = Folder::list();
    list.init();
    let first = list.commit("2026-11-24");
    list.write("entries/models/new.yaml", MODEL);
    list.commit("2026-11-25");
    let copies = Folder::empty();
    let from = format!("file://{}", list.path("").display());
    copies.git(&["clone", "--quiet", "--bare", &from, "bare"]);
    copies.git(&["clone", "--quiet", "--depth=1", &from, "shallow"]);
    let mut bare = Repository::at(&copies.path("bare")).unwrap();
    assert!(bare.is_bare);
    assert_eq!((paths(&mut bare, &first).len(), paths(&mut bare, "main").len()), (4, 5));
    let mut shallow = Repository::at(&copies.path("shallow")).unwrap();
    assert_eq!(paths(&mut shallow, "HEAD").len(), 5);
    let said = shallow.commit(&first).unwrap_err();
    assert!(said.contains("this clone is shallow, so fetch it first"), "{said}");
}

#[test]
fn revision_that_is_none_is_answered_and_never_an_option() {
    let list = Folder::list();
    list.init();
    list.commit("2026-11-24");
    let mut repository = Repository::at(&list.path("")).unwrap();
    for name in ["nix", "", " ", "--batch-all-objects", "HEAD:entries", "a b c", "HEAD\nHEAD"] {
        let said = repository.commit(name).unwrap_err();
        assert!(said.starts_with("there is no commit `"), "{said}");
    }
    assert!(repository.commit("HEAD").is_ok(), "the next question is answered");
    let said = Repository::at(&Folder::empty().path("")).unwrap_err();
    assert!(
        said.contains("is in no git repository that can be read: not a git repository"),
        "{said}"
    );
}

#[test]
fn branch_leaves_the_default_branch_where_both_last_agreed() {
    let list = Folder::list();
    list.init();
    let common = list.commit("2026-11-24");
    list.git(&["checkout", "--quiet", "-b", "mine"]);
    list.write("entries/models/mine.yaml", MODEL);
    list.commit("2026-11-25");
    list.git(&["checkout", "--quiet", "main"]);
    list.write("entries/models/theirs.yaml", MODEL);
    list.commit("2026-11-26");
    let mut repository = Repository::at(&list.path("")).unwrap();
    let mine = repository.commit("mine").unwrap();
    let base = repository.merge_base(&mine).unwrap().unwrap();
    assert_eq!((base.name.as_str(), base.hash.as_str()), ("main", common.as_str()));
}

/// What is read of the newest commit by a repository with limits.
fn read_within(list: &Folder, most: Most) -> Result<usize, String> {
    let mut repository = Repository::within(&list.path(""), most).unwrap();
    let commit = repository.commit("HEAD").unwrap();
    repository.sources(&commit).map(|sources| sources.iter().count())
}

#[test]
fn state_with_more_files_or_bytes_than_the_limits_is_refused_and_one_at_the_limits_is_read() {
    let list = Folder::list();
    list.write("entries/models/second.yaml", MODEL);
    list.init();
    list.commit("2026-11-24");
    let usual = Most::default();
    assert_eq!((usual.files, usual.bytes, usual.object), (200_000, 512 << 20, 64 << 20));
    let all = read_within(&list, usual).unwrap();
    assert_eq!(read_within(&list, Most { files: all, ..usual }), Ok(all));
    assert_eq!(
        read_within(&list, Most { files: all - 1, ..usual }).unwrap_err(),
        format!("`HEAD` has more than {} files, too many to be compared", all - 1)
    );
    // Two entries are one object, and count twice.
    let mut repository = Repository::at(&list.path("")).unwrap();
    let commit = repository.commit("HEAD").unwrap();
    let sources = repository.sources(&commit).unwrap();
    let bytes = sources.iter().map(|(_, source)| source.text().len() as u64).sum::<u64>();
    assert!(bytes >= 2 * MODEL.len() as u64);
    assert_eq!(read_within(&list, Most { bytes, ..usual }), Ok(all));
    assert_eq!(
        read_within(&list, Most { bytes: bytes - 1, ..usual }).unwrap_err(),
        format!("the files of `HEAD` have more than {} bytes, too many to be compared", bytes - 1)
    );
}

#[test]
fn folder_that_is_too_large_is_refused_and_never_taken_for_empty() {
    let list = Folder::list();
    list.init();
    list.commit("2026-11-24");
    let size = |path: &str| -> u64 {
        list.git(&["cat-file", "-s", &format!("HEAD:{path}")]).parse().unwrap()
    };
    let object = size("entries").max(size("entries/models"));
    let most = |object| Most { object, ..Most::default() };
    assert_eq!(read_within(&list, most(object)), read_within(&list, Most::default()));
    assert_eq!(
        read_within(&list, most(size("entries") - 1)).unwrap_err(),
        "the folder entries/ of `HEAD` has too many files to be compared"
    );
}

#[test]
fn commit_has_the_day_in_coordinated_universal_time_wherever_it_was_made() {
    let list = Folder::list();
    list.init();
    for (made, day) in [
        ("2026-11-24T23:59:59-0100", "2026-11-25"),
        ("2026-11-25T00:00:00+1400", "2026-11-24"),
        ("2026-12-31T23:59:59+0000", "2026-12-31"),
        ("2024-02-29T20:00:00-0800", "2024-03-01"),
    ] {
        list.git(&["add", "--all"]);
        list.git(&["commit", "--quiet", "--allow-empty", "--message=x", &format!("--date={made}")]);
        let mut repository = Repository::at(&list.path("")).unwrap();
        assert_eq!(repository.commit("HEAD").unwrap().day.unwrap().to_string(), day, "{made}");
    }
}

#[test]
fn merge_is_compared_as_the_state_that_it_made() {
    let list = Folder::list();
    list.init();
    list.commit("2026-11-24");
    list.git(&["checkout", "--quiet", "-b", "mine"]);
    list.write("entries/models/mine.yaml", MODEL);
    list.commit("2026-11-25");
    list.git(&["checkout", "--quiet", "main"]);
    list.write("entries/models/theirs.yaml", MODEL);
    let theirs = list.commit("2026-11-26");
    list.git(&["merge", "--quiet", "--no-edit", "mine"]);
    let mut repository = Repository::at(&list.path("")).unwrap();
    let (here, before) = (paths(&mut repository, "HEAD"), paths(&mut repository, &theirs));
    assert_eq!((here.len(), before.len()), (6, 5));
    assert_eq!(paths(&mut repository, "HEAD^2").len(), 5);
    let merged = repository.commit("HEAD").unwrap();
    let base = repository.merge_base(&merged).unwrap().unwrap();
    assert_eq!(base.hash, merged.hash, "on the default branch nothing was left");
}
