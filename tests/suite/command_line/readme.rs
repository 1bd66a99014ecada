//! README.md on disk: one that somebody wrote is not lost, and nothing but a regular file is read or replaced.

use crate::folder::{Folder, MODEL, Ran, differing};

const BY_HAND: &str = "# My list\n\nWritten over three evenings.\n";

/// The words that say what to do with a README.md that somebody wrote.
const REPLACE: &str = "move what is to be kept into templates/README.md, and then type `listwright build --replace-readme`";

/// Runs a build that must be refused, and shows that it changed nothing.
#[track_caller]
fn refused(list: &Folder, args: &[&str]) -> Ran {
    let before = list.files();
    let ran = list.run(&[&["build"], args].concat());
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
    assert_eq!(differing(&before, &list.files()), [""; 0], "{}", ran.err);
    ran
}

#[test]
fn readme_that_somebody_wrote_is_overwritten_only_where_that_is_asked_for() {
    let list = Folder::list();
    list.write("README.md", BY_HAND);
    for built_before in [false, true] {
        if built_before {
            list.build(&["--replace-readme"]);
            list.build(&[]);
            list.write("README.md", BY_HAND);
        }
        let ran = refused(&list, &[]);
        let said = format!(
            "README.md was not made by listwright, and would be lost: {REPLACE}; nothing was written"
        );
        assert!(ran.err.contains(&said), "{}", ran.err);
        assert_eq!(list.read("README.md"), BY_HAND);
    }
    list.build(&["--replace-readme"]);
    assert!(list.read("README.md").contains("| RNA-FM |"));
}

#[test]
fn comment_of_readme_says_from_what_it_is_made() {
    let list = Folder::list();
    list.build(&[]);
    let first = |list: &Folder| list.read("README.md").lines().next().unwrap().to_owned();
    assert_eq!(
        first(&list),
        "<!-- Made by `listwright build` from entries/: edit those, or write templates/README.md for other words. What is \
         typed here is lost. -->"
    );
    list.write("templates/README.md", "# {{ title }}\n");
    list.build(&[]);
    assert_eq!(
        first(&list),
        "<!-- Made by `listwright build` from entries/ and templates/README.md: edit those. What is typed here is lost. -->"
    );
}

#[test]
fn readme_that_only_quotes_the_comment_is_not_lost() {
    let list = Folder::list();
    list.build(&[]);
    let comment = list.read("README.md").lines().next().unwrap().to_owned();
    list.write("README.md", format!("# Mine\n\n```\n{comment}\n```\n\n> {comment}\n"));
    refused(&list, &[]);
}

#[test]
fn check_names_a_readme_that_somebody_wrote() {
    let list = Folder::list();
    list.build(&[]);
    list.write("README.md", BY_HAND);
    let ran = list.run(&["build", "--check"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("\n-Written over three evenings.\n"), "{}", ran.out);
    assert!(
        ran.err.contains(&format!("README.md was not made by listwright: {REPLACE}\n")),
        "{}",
        ran.err
    );
    assert_eq!(list.read("README.md"), BY_HAND);
}

#[test]
fn readme_that_was_made_and_edited_is_overwritten() {
    let list = Folder::list();
    list.build(&[]);
    let made = list.read("README.md");
    // Above the comment too.
    list.write("README.md", format!("A line of mine.\n\n{}", made.replace("RNA-FM", "RNA-FN")));
    list.build(&[]);
    assert_eq!(list.read("README.md"), made);
}

#[test]
fn check_says_for_each_changed_line_what_to_edit_instead() {
    let list = Folder::list();
    list.write("templates/README.md", "{% extends \"default/README.md\" %}\n\n{% block badges -%}\nA line of the template.\n{%- endblock %}\n");
    list.write(
        "entries/models/other.yaml",
        MODEL.replace("RNA-FM", "Other").replace("2204", "2205"),
    );
    list.build(&[]);
    let made = list.read("README.md");
    let at = |text: &str| made.lines().position(|line| line.contains(text)).unwrap() + 1;
    let edited = made
        .replace("| RNA-FM |", "| RNA-FN |")
        .replace("| Other | 2022-04 |", "| Other | 2022-05 |")
        .replace("# A Survey", "# The Survey")
        .replace("A line of the template.", "A line of mine.");
    list.write("README.md", format!("{edited}\nOne more.\n"));
    let ran = list.run(&["build", "--check"]);
    assert_eq!(ran.code, 1);
    let lines = made.lines().count();
    for said in [
        format!("line {} is made from entries/models/rna-fm.yaml", at("| RNA-FM |")),
        format!("line {} is made from entries/models/other.yaml", at("| Other |")),
        format!("line {} is made from entries/survey.yaml", at("# A Survey")),
        format!("line {} is made from templates/README.md:4", at("A line of the template.")),
        format!("line {} has no entry and no template", lines + 2),
    ] {
        assert!(ran.err.contains(&format!("\n  {said}")), "{said}\n{}", ran.err);
    }
    let told = ran.err.lines().filter(|line| line.starts_with("  line ")).count();
    assert_eq!(told, 5, "{}", ran.err);
}

#[test]
fn many_changed_lines_are_counted() {
    let list = Folder::list();
    for number in 0..30 {
        let model = MODEL.replace("RNA-FM", &format!("Model {number}"));
        list.write(
            &format!("entries/models/m-{number}.yaml"),
            model.replace("00300", &format!("{number:05}")),
        );
    }
    list.build(&[]);
    list.write(
        "README.md",
        list.read("README.md")
            .replace("\n| Model 1", "\n| Modell 1")
            .replace("\n| Model 2", "\n| Modell 2")
            .replace("\n| Model 3", "\n| Modell 3"),
    );
    let ran = list.run(&["build", "--check"]);
    assert!(ran.err.contains("line ") && ran.err.ends_with("\n  and 3 more\n"), "{}", ran.err);
}

#[test]
fn checkout_with_foreign_line_ends_is_up_to_date() {
    let list = Folder::with_a_chart();
    list.build(&[]);
    let paths =
        ["README.md", "static/readme/timeline-dark.svg", "static/readme/timeline-light.svg"];
    for path in paths {
        list.write(path, list.read(path).replace('\n', "\r\n"));
    }
    let before = list.files();
    let ran = list.run(&["build", "--check"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    list.build(&[]);
    assert_eq!(differing(&before, &list.files()), [""; 0]);
    // A text that differs is shown as if its line ends were those of the new one.
    list.write("README.md", list.read("README.md").replace("| RNA-FM |", "| RNA-FN |"));
    let ran = list.run(&["build", "--check"]);
    assert_eq!(ran.out.lines().filter(|line| line.starts_with('-')).count(), 2, "{}", ran.out);
}

#[test]
fn escape_sequences_in_readme_are_made_visible() {
    let list = Folder::list();
    list.build(&[]);
    let edited =
        list.read("README.md").replace("| RNA-FM |", "| \u{1b}]0;title\u{7}\u{202e}RNA-FM |");
    list.write("README.md", edited);
    let ran = list.run(&["build", "--check"]);
    assert_eq!(ran.code, 1);
    let shown = r"\u{1b}]0;title\u{7}\u{202e}RNA-FM";
    assert!(ran.out.contains(shown), "{}", ran.out);
    assert!(!(ran.out + &ran.err).contains(['\u{1b}', '\u{7}', '\u{202e}']));
}

#[cfg(unix)]
#[test]
fn what_is_no_regular_file_is_neither_read_nor_replaced() {
    use std::os::unix::fs::symlink;
    use std::process::Command;
    let picture = "static/readme/timeline-dark.svg";
    for path in ["README.md", picture] {
        for what in ["link to a secret", "link to a device", "link to nothing", "pipe", "folder"] {
            let list = Folder::with_a_chart();
            list.build(&[]);
            list.write("secret.txt", "token: 42\n");
            let place = list.path(path);
            std::fs::remove_file(&place).unwrap();
            let kind = match what {
                "link to a secret" => {
                    symlink(list.path("secret.txt"), &place).map(|()| "symbolic link")
                }
                "link to a device" => symlink("/dev/zero", &place).map(|()| "symbolic link"),
                "link to nothing" => symlink("nowhere", &place).map(|()| "symbolic link"),
                "pipe" => {
                    Command::new("mkfifo").arg(&place).status().map(|_| "pipe, socket or device")
                }
                _ => std::fs::create_dir(&place).map(|()| "folder"),
            };
            let said = format!("{path} is a {}, not a regular file: move it away", kind.unwrap());
            let other = format!("{MODEL}parameters: 1M\n").replace("RNA-FM", "Another");
            list.write("entries/models/rna-fm.yaml", other);
            let args: [&[&str]; 3] = [&["--check"], &[], &["--replace-readme"]];
            for args in args {
                let refused = list.run(&[&["build"], args].concat());
                assert_eq!(
                    (refused.code, refused.out.as_str()),
                    (2, ""),
                    "{what}: {}",
                    refused.err
                );
                assert!(refused.err.contains(&said), "{what}: {}", refused.err);
                assert!(!refused.err.contains("token"));
                assert!(place.symlink_metadata().is_ok_and(|about| !about.is_file()), "{what}");
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn pictures_are_not_written_through_a_link() {
    let list = Folder::with_a_chart();
    list.build(&[]);
    list.write("elsewhere/timeline-dark.svg", "theirs");
    std::fs::remove_dir_all(list.path("static/readme")).unwrap();
    std::os::unix::fs::symlink("../elsewhere", list.path("static/readme")).unwrap();
    for args in [&["--check"][..], &[]] {
        let ran = refused(&list, args);
        assert!(
            ran.err.contains("static/readme is a symbolic link, not a folder: move it away"),
            "{}",
            ran.err
        );
    }
    assert_eq!(list.read("elsewhere/timeline-dark.svg"), "theirs");
}

#[test]
fn readme_without_an_end_is_not_read_to_it() {
    let list = Folder::list();
    list.build(&[]);
    std::fs::File::create(list.path("README.md")).unwrap().set_len(3 << 30).unwrap();
    for args in [&["--check"][..], &[]] {
        let ran = list.run(&[&["build"], args].concat());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
        let said = "README.md has 3221225472 bytes, and 16777216 are the most: move it away";
        assert!(ran.err.contains(said), "{}", ran.err);
    }
}
