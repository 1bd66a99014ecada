//! The command line from end to end: exit codes, streams, colours, dates, and what a run may and may not write.

mod build;
mod check;
mod citation;
mod disk;
mod out;
mod readme;
mod repository;
mod spellings;

use std::process::Stdio;

use crate::folder::{Folder, MODEL, Ran};

#[test]
fn help_and_version_are_data() {
    let list = Folder::empty();
    for args in [&["--help"][..], &["help"], &["build", "--help"], &["check", "-h"]] {
        let ran = list.run(args);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{args:?}");
        assert!(ran.out.contains("Usage: listwright"), "{}", ran.out);
    }
    let version = list.run(&["--version"]);
    assert_eq!(version.out, format!("listwright {}\n", env!("CARGO_PKG_VERSION")));
    assert!(list.files().is_empty());
}

#[test]
fn bad_arguments_could_not_run() {
    let list = Folder::list();
    for (args, said) in [
        (&[][..], "Usage: listwright"),
        (&["biuld"], "error: unrecognized subcommand 'biuld'"),
        (&["build", "--chek"], "error: unexpected argument '--chek' found"),
        (&["build", "entries"], "error: unexpected argument 'entries' found"),
        (&["build", "--out"], "error: a value is required for '--out <DIR>'"),
        (
            &["check", "--color", "sometimes"],
            "error: invalid value 'sometimes' for '--color <WHEN>'",
        ),
    ] {
        let ran = list.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.contains(said), "{}", ran.err);
    }
    assert!(!list.has("README.md") && !list.has("public"));
}

#[test]
fn folder_without_a_list_could_not_run() {
    let empty = Folder::empty();
    let here = empty.path("");
    let here = here.display();
    for command in ["build", "check"] {
        let said = format!(
            "error: there is no list here: neither {here} nor a folder above it holds entries/survey.yaml; name one with --root DIR"
        );
        assert_eq!(empty.run(&[command]).first(), (2, said.as_str()));
        let said = "error: there is no list in nowhere: entries/survey.yaml is not there";
        assert_eq!(empty.run(&[command, "--root", "nowhere"]).first(), (2, said));
    }
    assert!(empty.files().is_empty());
}

#[test]
fn list_is_found_from_a_folder_below_and_from_outside() {
    let list = Folder::list();
    let said = "1 entry and 2 files of settings checked: no errors, no warnings";
    let mut below = list.command(&["check"]);
    below.current_dir(list.path("entries/models"));
    assert_eq!(Ran::of(below).first(), (0, said));
    let outside = Folder::empty();
    let root = list.path("");
    assert_eq!(outside.run(&["check", "--root", root.to_str().unwrap()]).first(), (0, said));
}

#[test]
fn bad_dates_could_not_run() {
    let list = Folder::list();
    for (date, said) in [
        ("2026.01", "error: --date: `2026.01` is not a date"),
        ("soon", "error: --date: `soon` is not a date"),
        ("", "error: --date: "),
        ("2026-02-30", "error: --date: `2026-02-30` is not in the calendar"),
    ] {
        for command in ["build", "check"] {
            let ran = list.run(&[command, "--date", date]);
            assert_eq!(ran.code, 2);
            assert!(ran.err.starts_with(said), "{}", ran.err);
        }
    }
    let ran = list.run_with(("SOURCE_DATE_EPOCH", "yesterday"), &["build"]);
    let said = "error: SOURCE_DATE_EPOCH is `yesterday`, and must be a number of seconds";
    assert_eq!(ran.first(), (2, said));
    assert!(!list.has("README.md") && !list.has("public"));
}

#[test]
fn date_of_the_list_is_the_argument_before_the_variable_before_the_entries() {
    let list = Folder::list();
    list.write("entries/models/rna-fm.yaml", format!("{MODEL}added: 2025-03-04\n"));
    let dated = |ran: &Ran, date: &str| {
        assert_eq!(ran.code, 0, "{}", ran.err);
        let readme = list.read("README.md");
        assert!(readme.contains(&format!(" as of {date}.")), "not {date}:\n{readme}");
    };
    dated(&list.run(&["build"]), "2025-03-04");
    // 1767225600 is midnight before the first day of 2026.
    dated(&list.run_with(("SOURCE_DATE_EPOCH", "1767225600"), &["build"]), "2026-01-01");
    dated(&list.run_with(("SOURCE_DATE_EPOCH", "1767225599"), &["build"]), "2025-12-31");
    let args = ["build", "--date", "2025-05-06"];
    dated(&list.run_with(("SOURCE_DATE_EPOCH", "1767225600"), &args), "2025-05-06");
}

#[test]
fn what_lies_after_the_date_of_the_list_is_in_the_future() {
    let list = Folder::list();
    assert_eq!(list.run(&["check", "--date", "2022-04-30"]).code, 0);
    for ran in [
        list.run(&["check", "--date", "2022-03-31"]),
        list.run_with(("SOURCE_DATE_EPOCH", "1640995200"), &["check"]),
    ] {
        assert_eq!(ran.code, 1);
        assert!(ran.err.starts_with("error[future-date]: "), "{}", ran.err);
    }
}

#[test]
fn colours_come_when_they_are_asked_for_and_only_then() {
    let list = Folder::list();
    list.write("entries/models/rna-fm.yaml", format!("{MODEL}nix: 1\n"));
    let coloured = |ran: Ran| {
        assert_eq!(ran.code, 1);
        ran.err.contains('\u{1b}')
    };
    assert!(!coloured(list.run(&["check"])), "no terminal, no colour");
    assert!(coloured(list.run_with(("CLICOLOR_FORCE", "1"), &["check"])));
    assert!(!coloured(list.run_with(("CLICOLOR_FORCE", "0"), &["check"])));
    assert!(!coloured(list.run_with(("CLICOLOR_FORCE", ""), &["check"])));
    assert!(!coloured(list.run_with(("NO_COLOR", "1"), &["check"])));
    assert!(coloured(list.run(&["check", "--color", "always"])));
    assert!(coloured(list.run_with(("NO_COLOR", "1"), &["check", "--color", "always"])));
    assert!(!coloured(list.run_with(("CLICOLOR_FORCE", "1"), &["check", "--color", "never"])));
}

#[test]
fn quiet_keeps_findings_and_errors_and_nothing_else() {
    let list = Folder::list();
    let ran = list.run(&["build", "--quiet"]);
    assert_eq!(ran, Ran { code: 0, out: String::new(), err: String::new() });
    assert_eq!(list.run(&["check", "-q"]).err, "");
    assert_eq!(list.run(&["build", "-q", "--check"]).err, "");
    list.write("entries/models/rna-fm.yaml", format!("{MODEL}nix: 1\n"));
    let loud = list.run(&["build"]);
    let quiet = list.run(&["--quiet", "build"]);
    let closing = "1 entry and 2 files of settings checked: 1 error and 0 warnings in 1 file\nmended by hand: 1\nnothing was written\n";
    assert_eq!(loud.err, format!("{}{closing}", quiet.err));
    let ran = list.run(&["build", "-q", "--date", "soon"]);
    assert!(ran.err.starts_with("error: --date: "), "{}", ran.err);
}

#[test]
fn reader_who_has_gone_away_is_no_reason_to_panic() {
    let list = Folder::list();
    list.build(&[]);
    list.write("README.md", "# Edited\n".repeat(20_000));
    for (args, code) in [(&["build", "--check"][..], 1), (&["--help"], 0)] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = list.command(args);
        command.stdout(writer).stderr(Stdio::piped());
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{args:?}");
        assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"));
    }
    list.write("entries/models/rna-fm.yaml", format!("{MODEL}nix: 1\n"));
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = list.command(&["check"]);
    command.stdout(Stdio::null()).stderr(writer);
    assert_eq!(command.status().unwrap().code(), Some(1));
}

#[cfg(target_os = "linux")]
#[test]
fn full_disk_behind_a_stream_could_not_run() {
    let list = Folder::list();
    list.build(&[]);
    list.write("README.md", "# Edited\n");
    let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut command = list.command(&["build", "--check"]);
    command.stdout(full()).stderr(Stdio::null());
    assert_eq!(command.status().unwrap().code(), Some(2), "a lost diff is not a shown one");
    let mut command = list.command(&["check"]);
    command.stdout(Stdio::null()).stderr(full());
    assert_eq!(command.status().unwrap().code(), Some(2));
}
