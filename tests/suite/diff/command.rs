//! `listwright diff` on repositories: which states are compared, exit codes, and what is said where git cannot help.

use crate::folder::{Folder, Ran};
use crate::git::Git;

const OTHER: &str = "name: Other\nreleased: 2023\ncategory: language\npapers: [10.1000/other]\n";

/// A list in a repository, with a second model in the second commit.
fn two_commits() -> (Folder, String, String) {
    let list = Folder::list();
    list.init();
    let first = list.commit("2026-11-24");
    list.write("entries/models/other.yaml", OTHER);
    let second = list.commit("2026-11-25");
    (list, first, second)
}

const GREW: &str = "\nGrew\n  +1 of 2 models: Other\n";

#[test]
fn two_revisions_are_compared_and_the_files_stay_as_they_are() {
    let (list, first, second) = two_commits();
    list.write("entries/models/third.yaml", "name: Half\n");
    let before = list.files();
    let ran = list.run(&["diff", &first, "HEAD"]);
    let title =
        format!("From {} of 2026-11-24 to HEAD ({} of 2026-11-25)\n", &first[..7], &second[..7]);
    assert_eq!(ran, Ran { code: 0, out: format!("{title}{GREW}"), err: String::new() });
    assert_eq!(list.files(), before);
}

#[test]
fn without_a_second_revision_the_files_on_disk_are_compared() {
    let (list, first, _) = two_commits();
    list.write(
        "entries/models/third.yaml",
        OTHER.replace("Other", "Third").replace("other", "third"),
    );
    let ran = list.run(&["diff", &first]);
    assert!(
        ran.out.contains(" to the files on disk\n\nGrew\n  +2 of 3 models: Other, Third\n"),
        "{}",
        ran.out
    );
}

#[test]
fn branch_without_revisions_is_compared_with_where_it_left_the_default_branch() {
    let (list, first, _) = two_commits();
    list.git(&["checkout", "--quiet", "-b", "mine", &first]);
    list.write("entries/models/mine.yaml", OTHER.replace("Other", "Mine"));
    list.commit("2026-11-26");
    let ran = list.run(&["diff"]);
    let title = format!("From main ({} of 2026-11-24) to the files on disk\n", &first[..7]);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (0, format!("{title}\nGrew\n  +1 of 2 models: Mine\n").as_str())
    );
}

#[test]
fn default_branch_without_revisions_is_compared_with_what_the_log_is_written_through() {
    let (list, first, _) = two_commits();
    assert!(
        list.run(&["diff"]).out.ends_with("Nothing changed in the list.\n"),
        "HEAD and nothing else"
    );
    list.write("entries/changes.yaml", format!("schema: 1\nthrough: {first}\n"));
    assert!(list.run(&["diff"]).out.ends_with(GREW));
    list.write("entries/changes.yaml", "schema: 1\nthrough: 0123456789abcdef\n");
    let ran = list.run(&["diff"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("is written through 0123456789abcdef, and there is no such commit here"),
        "{}",
        ran.err
    );
}

#[test]
fn bare_repository_is_compared_by_two_revisions() {
    let (list, first, _) = two_commits();
    let copies = Folder::empty();
    let from = format!("file://{}", list.path("").display());
    copies.git(&["clone", "--quiet", "--bare", &from, "bare"]);
    let ran = copies.run(&["diff", "--root", "bare", &first, "main"]);
    assert!(ran.code == 0 && ran.out.ends_with(GREW), "{ran:?}");
    let ran = copies.run(&["diff", "--root", "bare"]);
    let said = "error: this repository is bare and has no files on disk: name two revisions, such as `listwright diff HEAD~1 HEAD`";
    assert_eq!(ran.first(), (2, said));
}

#[test]
fn shallow_clone_with_both_commits_is_enough() {
    let (list, first, second) = two_commits();
    list.write(
        "entries/models/third.yaml",
        OTHER.replace("Other", "Third").replace("other", "third"),
    );
    list.commit("2026-11-26");
    let copies = Folder::empty();
    let from = format!("file://{}", list.path("").display());
    copies.git(&["clone", "--quiet", "--depth=2", &from, "shallow"]);
    let root = ["--root", "shallow"];
    let ran = copies.run(&[&["diff", &second, "HEAD"][..], &root].concat());
    assert!(ran.out.ends_with("\nGrew\n  +1 of 3 models: Third\n"), "{ran:?}");
    let ran = copies.run(&[&["diff", &first, "HEAD"][..], &root].concat());
    assert_eq!(ran.code, 2);
    assert!(
        ran.err
            .contains("this clone is shallow, so fetch it first with `git fetch --depth=1 origin"),
        "{}",
        ran.err
    );
}

#[test]
fn revision_that_does_not_exist_could_not_run() {
    let (list, ..) = two_commits();
    let said = "error: there is no commit `v9` here: name a branch, a tag or a commit that `git log` shows";
    assert_eq!(list.run(&["diff", "v9"]).first(), (2, said));
    let ran = list.run(&["diff", "--", "--batch-all-objects"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert_eq!(list.run(&["diff", "a", "b", "c"]).code, 2);
}

#[test]
fn folder_without_git_could_not_run_and_git_that_is_not_there_is_named() {
    let list = Folder::list();
    let ran = list.run(&["diff", "HEAD"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("is in no git repository that can be read: not a git repository")
            && ran.err.contains("get the list with `git clone`"),
        "{}",
        ran.err
    );
    let mut command = list.command(&["diff", "HEAD"]);
    command.env("PATH", list.path("empty"));
    let ran = Ran::of(command);
    let said = "error: git is needed to compare revisions, and there is no program `git` here: install it, or add its folder to PATH";
    assert_eq!(ran.first(), (2, said));
    list.init();
    assert_eq!(list.run(&["diff"]).first(), (2, "error: this repository has no commit yet"));
}

#[test]
fn check_stops_a_deletion_and_lets_a_rename_pass() {
    let (list, first, _) = two_commits();
    assert_eq!(list.run(&["diff", &first, "HEAD", "--check"]).code, 0);
    std::fs::remove_file(list.path("entries/models/other.yaml")).unwrap();
    list.commit("2026-11-26");
    let ran = list.run(&["diff", "HEAD~1", "HEAD", "--check"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("\nDeleted\n  the model Other (models/other)\n"), "{}", ran.out);
    assert_eq!(
        ran.err,
        "error: the address models/other/ of the model other would lead nowhere (5 files): an entry is never deleted, so \
         give it another `status`; if it has another id now, note the old one in its `former_ids`\n"
    );
    list.run(&["rename", "model", "rna-fm", "rnafm"]);
    assert_eq!(list.run(&["diff", "HEAD", "--check"]).code, 0);
    let text = list.read("entries/models/rnafm.yaml").replace("former_ids: [rna-fm]\n", "");
    list.write("entries/models/rnafm.yaml", text);
    assert_eq!(list.run(&["diff", "HEAD", "--check"]).code, 1);
}

#[test]
fn state_with_broken_yaml_costs_one_entry_and_not_the_run() {
    let (list, ..) = two_commits();
    list.write("entries/models/other.yaml", "name: [Other\n");
    list.commit("2026-11-26");
    let ran = list.run(&["diff", "HEAD~1", "HEAD"]);
    assert_eq!(ran.code, 0);
    assert!(
        ran.out.contains("\nCannot be read as a whole\n  entries/models/other.yaml has "),
        "{}",
        ran.out
    );
    assert!(!ran.out.contains("Deleted"), "{}", ran.out);
    assert_eq!(
        list.run(&["diff", "HEAD~1", "HEAD", "--check"]).code,
        1,
        "what cannot be judged does not pass"
    );
    list.write("entries/vocabulary.yaml", "nix\n");
    list.write("entries/survey.yaml", "- nix\n");
    let ran = list.run(&["diff", "HEAD~1"]);
    assert!(ran.code == 0 && ran.out.contains("entries/survey.yaml has "), "{ran:?}");
}

#[test]
fn markdown_and_json_are_data() {
    let (list, first, _) = two_commits();
    let ran = list.run(&["diff", &first, "HEAD", "--format", "markdown"]);
    assert!(ran.out.contains("\n### Grew\n\n- +1 of 2 models: Other\n"), "{}", ran.out);
    let ran = list.run(&["diff", &first, "HEAD", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["added"][0]["id"], "other");
    assert_eq!(json["listed"]["models"], serde_json::json!({"before": 1, "after": 2}));
    assert_eq!(json["from"]["commit"], first.as_str());
    assert_eq!(json.get("dead"), None);
}

#[test]
fn list_below_the_top_of_a_worktree_is_found_from_within_a_hook() {
    let top = Folder::empty();
    for (path, text) in Folder::list().files() {
        top.write(&format!("main/lists/rna/{path}"), text);
    }
    let git = |args: &[&str]| top.git(&[&["-C", "main"], args].concat());
    git(&["init", "--quiet", "--initial-branch=main"]);
    git(&["add", "--all"]);
    git(&["commit", "--quiet", "--message=One", "--date=2026-11-24T12:00:00Z"]);
    git(&["worktree", "add", "--quiet", "../other", "-b", "other"]);
    let model = "other/lists/rna/entries/models/rna-fm.yaml";
    top.write(model, top.read(model).replace("RNA-FM", "RNA-FM 2"));
    // In a hook of a worktree git names its own folder, and no work tree: the folder of a command would be the top.
    let mut command = top.command(&["diff", "main", "--root", "other/lists/rna"]);
    command.env("GIT_DIR", top.path("main/.git/worktrees/other"));
    command.env("GIT_INDEX_FILE", top.path("main/.git/worktrees/other/index"));
    command.env("GIT_PREFIX", "");
    let ran = Ran::of(command);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("RNA-FM 2: name RNA-FM → RNA-FM 2"), "{}", ran.out);
    assert!(!ran.out.contains("Grew"), "{}", ran.out);
}

#[test]
fn repository_of_another_user_is_answered_with_what_git_offers() {
    let (list, first, _) = two_commits();
    // So does git test its own rule.
    let ran = list.run_with(("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1"), &["diff", &first]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(
        ran.err.contains(": if you trust it, run `git config --global --add safe.directory "),
        "{}",
        ran.err
    );
}
