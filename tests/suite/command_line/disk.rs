//! Things on a real disk that are no entries: none of them is followed, waited for or passed over in silence.

#![cfg(unix)]

use std::os::unix::fs::symlink;
use std::process::Command;

use crate::folder::{Folder, MODEL, PROGRAM, Ran};

/// The titles and places of the findings.
fn findings(list: &Folder) -> Vec<String> {
    let ran = list.run(&["check"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    ran.findings()
}

fn pipe(list: &Folder, path: &str) {
    assert!(Command::new("mkfifo").arg(list.path(path)).status().unwrap().success());
}

#[test]
fn link_among_the_entries_is_not_followed() {
    let list = Folder::list();
    list.write("private.yaml", "name: Private\nsecret: 42\n");
    symlink(list.path("private.yaml"), list.path("entries/models/linked.yaml")).unwrap();
    symlink("nowhere", list.path("entries/models/dangling.yaml")).unwrap();
    let title = "error[not-regular-file]: this is a symbolic link, not a regular file";
    assert_eq!(
        findings(&list),
        [
            title,
            "--> entries/models/dangling.yaml:1:1",
            title,
            "--> entries/models/linked.yaml:1:1"
        ]
    );
    assert!(!list.run(&["check"]).err.contains("secret"));
    let ran = list.run(&["check", "entries/models/linked.yaml"]);
    assert_eq!(ran.findings(), [title, "--> entries/models/linked.yaml:1:1"]);
}

#[test]
fn folder_of_a_kind_that_is_a_link_is_not_followed() {
    let list = Folder::list();
    list.write("elsewhere/a.yaml", MODEL);
    symlink(list.path("elsewhere"), list.path("entries/papers")).unwrap();
    assert_eq!(
        findings(&list),
        [
            "error[not-regular-file]: this is a symbolic link, not a regular file",
            "--> entries/papers:1:1"
        ]
    );
}

#[test]
fn settings_that_are_a_link_are_not_followed() {
    let list = Folder::list();
    list.write("settings.yaml", list.read("entries/survey.yaml"));
    std::fs::remove_file(list.path("entries/survey.yaml")).unwrap();
    symlink(list.path("settings.yaml"), list.path("entries/survey.yaml")).unwrap();
    let found = findings(&list);
    let title = "error[not-regular-file]: this is a symbolic link, not a regular file";
    assert_eq!(found[..2], [title, "--> entries/survey.yaml:1:1"]);
}

#[test]
fn pipe_is_not_waited_for() {
    let list = Folder::list();
    pipe(&list, "entries/models/pipe.yaml");
    pipe(&list, "entries/pipe");
    let title = "error[not-regular-file]: this is a pipe, socket or device, not a regular file";
    assert_eq!(
        findings(&list),
        [title, "--> entries/models/pipe.yaml:1:1", title, "--> entries/pipe:1:1"]
    );
}

#[test]
fn link_and_pipe_among_templates_and_static_files_are_findings() {
    let list = Folder::list();
    for folder in ["templates", "static"] {
        std::fs::create_dir(list.path(folder)).unwrap();
    }
    symlink("/etc/hostname", list.path("templates/README.md")).unwrap();
    symlink("/etc/hostname", list.path("static/logo.svg")).unwrap();
    pipe(&list, "static/pipe");
    let link = "error[not-regular-file]: this is a symbolic link, not a regular file";
    let pipe = "error[not-regular-file]: this is a pipe, socket or device, not a regular file";
    assert_eq!(
        findings(&list),
        [
            link,
            "--> static/logo.svg:1:1",
            pipe,
            "--> static/pipe:1:1",
            link,
            "--> templates/README.md:1:1"
        ]
    );
    assert_eq!(list.run(&["build"]).code, 1);
    assert!(!list.has("README.md"));
}

#[test]
fn files_that_would_not_be_read_are_findings() {
    let list = Folder::list();
    list.write("entries/models/rna-fm.yml", MODEL);
    list.write("entries/models/Upper.yaml", MODEL);
    list.write("entries/models/notes.txt", "notes");
    list.write("entries/models/.hidden.yaml", MODEL);
    list.write("entries/models/deep/a.yaml", MODEL);
    list.write("entries/modles/a.yaml", MODEL);
    list.write("entries/rna-fm.yaml", MODEL);
    list.write("entries/LICENSE", "CC0");
    list.write("entries/README.md", "# Entries");
    assert_eq!(
        findings(&list),
        [
            "error[bad-id]: the file name `.hidden` cannot be an id: `.` has no place in an id",
            "--> entries/models/.hidden.yaml:1:1",
            "error[bad-id]: the file name `Upper` cannot be an id: a capital letter",
            "--> entries/models/Upper.yaml:1:1",
            "error[stray-file]: nothing below a folder of `entries/models` is read",
            "--> entries/models/deep/:1:1",
            "error[stray-file]: nothing below a folder of `entries/models` is read",
            "--> entries/models/deep/a.yaml:1:1",
            "error[stray-file]: `notes.txt` is not a file of a list",
            "--> entries/models/notes.txt:1:1",
            "error[wrong-extension]: `rna-fm.yml` would not be read",
            "--> entries/models/rna-fm.yml:1:1",
            "error[unknown-folder]: `entries/modles` is not the folder of a kind",
            "--> entries/modles/:1:1",
            "error[stray-file]: `rna-fm.yaml` is not a file of a list",
            "--> entries/rna-fm.yaml:1:1",
        ]
    );
}

#[test]
fn empty_folders_are_findings_only_where_no_entries_stand() {
    let list = Folder::list();
    for folder in ["papers", "datasets", "challenges"] {
        std::fs::create_dir(list.path(&format!("entries/{folder}"))).unwrap();
    }
    list.write("entries/papers/.gitkeep", "");
    assert_eq!(
        list.run(&["check"]).first(),
        (0, "1 entry and 2 files of settings checked: no errors, no warnings")
    );
    std::fs::create_dir(list.path("entries/leaderboards")).unwrap();
    assert_eq!(
        findings(&list),
        [
            "error[unknown-folder]: `entries/leaderboards` is not the folder of a kind",
            "--> entries/leaderboards/:1:1"
        ]
    );
}

#[test]
fn file_with_a_byte_order_mark_or_foreign_line_ends_reads_as_any_other() {
    let list = Folder::list();
    list.build(&[]);
    let once = list.read("README.md");
    list.write("entries/models/rna-fm.yaml", format!("\u{feff}{}", MODEL.replace('\n', "\r\n")));
    list.build(&[]);
    assert_eq!(list.read("README.md"), once);
}

#[test]
fn path_of_a_file_cannot_forge_a_message() {
    let list = Folder::list();
    list.write("entries/models/a\u{1b}[31m\nerror: forged.txt", "");
    let ran = list.run(&["check"]);
    assert_eq!(ran.code, 1);
    assert!(!ran.err.contains('\u{1b}') && !ran.err.contains("\nerror: forged"), "{}", ran.err);
}

/// Runs the program without the rights of the superuser, who can read everything.
fn as_nobody(list: &Folder, args: &[&str]) -> Option<Ran> {
    let root = std::fs::metadata("/proc/self").is_ok_and(|about| {
        use std::os::unix::fs::MetadataExt as _;
        about.uid() == 0
    });
    if !root {
        return Some(list.run(args));
    }
    let own = list.path("listwright");
    // Copied by another process: a file that this one holds open for writing could not be run.
    assert!(Command::new("cp").arg(PROGRAM).arg(&own).status().unwrap().success());
    let mut command = Command::new("setpriv");
    command.args(["--reuid", "65534", "--regid", "65534", "--clear-groups"]).arg(&own).args(args);
    command.current_dir(list.path(""));
    let reachable = Command::new("setpriv").arg("--version").output().is_ok();
    reachable.then(|| Ran::of(command))
}

#[test]
fn unreadable_folder_could_not_run_and_an_unreadable_file_is_a_finding() {
    use std::os::unix::fs::PermissionsExt as _;
    let rights = |list: &Folder, path: &str, mode| {
        let rights = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(list.path(path), rights).unwrap();
    };
    let list = Folder::list();
    rights(&list, "", 0o755);
    rights(&list, "entries/models/rna-fm.yaml", 0o000);
    let Some(ran) = as_nobody(&list, &["check"]) else { return };
    let title = "error[unreadable-file]: the file cannot be read: Permission denied (os error 13)";
    assert_eq!(ran.findings(), [title, "--> entries/models/rna-fm.yaml:1:1"]);
    assert_eq!(ran.code, 1);
    rights(&list, "entries/models", 0o000);
    let ran = as_nobody(&list, &["check"]).unwrap();
    rights(&list, "entries/models", 0o755);
    let folder = list.path("entries/models");
    let said =
        format!("error: {} cannot be read: Permission denied (os error 13)", folder.display());
    assert_eq!(ran.first(), (2, said.as_str()));
}
