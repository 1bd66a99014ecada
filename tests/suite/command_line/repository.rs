//! What belongs to the repository: `build` writes it as safely as README.md, and `build --check` compares it.

use std::fs;

use crate::folder::{Folder, Ran, differing};

/// A document that somebody wrote, with a place for the tables of fields.
const DOCUMENT: &str =
    "# Contribute\n\nRead this.\n\n<!-- fields: made -->\nold\n<!-- /fields -->\n\nThank you.\n";

/// The schemas of a list, in the order of their paths.
const SCHEMAS: [&str; 4] = [
    "schema/challenge.schema.json",
    "schema/dataset.schema.json",
    "schema/model.schema.json",
    "schema/paper.schema.json",
];

/// A list that has been built, with a place for everything that belongs to the repository.
fn built() -> Folder {
    let list = Folder::list();
    fs::create_dir(list.path("schema")).unwrap();
    list.write("CONTRIBUTING.md", DOCUMENT);
    list.build(&[]);
    list
}

/// Adds a word to the vocabulary.
fn add_word(list: &Folder) {
    let words = list.read("entries/vocabulary.yaml");
    list.write(
        "entries/vocabulary.yaml",
        format!("{words}  vision: {{en: Vision model, zh: 视觉}}\n"),
    );
}

/// Runs a build that must be refused, and shows that it changed nothing.
#[track_caller]
fn refused(list: &Folder, said: &str) {
    let before = list.files();
    let ran = list.run(&["build"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
    assert!(ran.err.contains(said), "{}", ran.err);
    assert_eq!(differing(&before, &list.files()), [""; 0], "{}", ran.err);
}

fn up_to_date() -> Ran {
    let err = "README.md, schema/ and the fields in CONTRIBUTING.md are up to date\n".to_owned();
    Ran { code: 0, out: String::new(), err }
}

#[test]
fn build_writes_the_schemas_and_the_fields_and_says_so() {
    let list = Folder::with_a_chart();
    fs::create_dir(list.path("schema")).unwrap();
    list.write("CONTRIBUTING.md", DOCUMENT);
    let ran = list.build(&[]);
    let wrote = "\nwrote README.md with 2 pictures in static/readme/, schema/, the fields in CONTRIBUTING.md, and public/: ";
    assert!(ran.err.contains(wrote), "{}", ran.err);
    for path in SCHEMAS {
        let kind = path.split(['/', '.']).nth(1).unwrap();
        assert_eq!(list.read(path), list.run(&["schema", kind]).out, "{path}");
    }
    let text = list.read("CONTRIBUTING.md");
    let (before, rest) = text.split_once("\n### Fields of a model\n").unwrap();
    assert_eq!(before, "# Contribute\n\nRead this.\n\n<!-- fields: made -->\n");
    assert!(rest.ends_with(" |\n\n<!-- /fields -->\n\nThank you.\n"), "{rest}");
    assert!(rest.contains("\n| `released` | if listed | a date | "), "{rest}");
    let before = list.files();
    assert_eq!(list.run(&["build", "--check"]), up_to_date());
    list.build(&[]);
    assert_eq!(differing(&before, &list.files()), [""; 0]);
}

#[test]
fn build_makes_nothing_for_which_the_repository_has_no_place() {
    let list = Folder::list();
    list.build(&[]);
    assert!(!list.has("schema"));
    assert_eq!(list.read("CONTRIBUTING.md"), "# How to contribute\n");
    fs::remove_file(list.path("CONTRIBUTING.md")).unwrap();
    list.build(&[]);
    assert!(!list.has("CONTRIBUTING.md"));
    // Quoted lines are no place.
    let quoted = "# Mine\n\n```\n<!-- fields: made -->\n<!-- /fields -->\n```\n";
    list.write("CONTRIBUTING.md", quoted);
    list.build(&[]);
    assert_eq!(list.read("CONTRIBUTING.md"), quoted);
    assert_eq!(list.run(&["build", "--check"]).err, "README.md is up to date\n");
}

#[test]
fn new_word_of_the_vocabulary_is_missed_in_the_schemas_and_written() {
    let list = built();
    add_word(&list);
    let before = list.files();
    let ran = list.run(&["build", "--check"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    let diff = "--- a/schema/model.schema.json\n+++ b/schema/model.schema.json\n";
    assert!(ran.out.contains(diff), "{}", ran.out);
    assert!(ran.out.contains("\n+        \"vision\"\n"), "{}", ran.out);
    let said = "schema/model.schema.json, schema/paper.schema.json are out of date: run `listwright build` and commit what it writes\n";
    assert!(ran.err.contains(said), "{}", ran.err);
    assert_eq!(differing(&before, &list.files()), [""; 0]);
    list.build(&[]);
    let ran = list.run(&["build", "--check"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
}

#[test]
fn fields_that_were_edited_are_shown_as_a_diff() {
    let list = built();
    let edited =
        list.read("CONTRIBUTING.md").replace("| if listed | a date |", "| never | a date |");
    list.write("CONTRIBUTING.md", &edited);
    let ran = list.run(&["build", "--check"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.starts_with("--- a/CONTRIBUTING.md\n+++ b/CONTRIBUTING.md\n"), "{}", ran.out);
    assert!(ran.out.contains("\n-| `released` | never | a date | "), "{}", ran.out);
    assert!(ran.err.starts_with("CONTRIBUTING.md is out of date: "), "{}", ran.err);
    list.build(&[]);
    assert_eq!(list.run(&["build", "--check"]), up_to_date());
}

#[test]
fn checkout_with_foreign_line_ends_is_up_to_date_and_keeps_them() {
    let list = built();
    for path in SCHEMAS.into_iter().chain(["CONTRIBUTING.md"]) {
        list.write(path, list.read(path).replace('\n', "\r\n"));
    }
    let before = list.files();
    assert_eq!(list.run(&["build", "--check"]), up_to_date());
    list.build(&[]);
    assert_eq!(differing(&before, &list.files()), [""; 0]);
    // What people wrote around the tables keeps its line ends, and the tables get the same.
    let whole = list.read("CONTRIBUTING.md");
    list.write("CONTRIBUTING.md", format!("\u{feff}{}", DOCUMENT.replace('\n', "\r\n")));
    let ran = list.run(&["build", "--check"]);
    assert!(ran.out.contains("\n-old\n") && !ran.out.contains('\r'), "{}", ran.out);
    list.build(&[]);
    assert_eq!(list.read("CONTRIBUTING.md"), format!("\u{feff}{whole}"));
}

#[test]
fn schema_that_somebody_wrote_is_not_lost() {
    let list = built();
    let theirs = "{\"title\": \"mine\"}\n";
    list.write("schema/paper.schema.json", theirs);
    list.write("schema/other.json", theirs);
    let said = "schema/paper.schema.json was not made by listwright";
    refused(
        &list,
        &format!("{said}, and would be lost: give it another name or delete it, and then type"),
    );
    let ran = list.run(&["build", "--check"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains(said), "{}", ran.err);
    fs::rename(list.path("schema/paper.schema.json"), list.path("schema/mine.json")).unwrap();
    list.build(&[]);
    assert_eq!([list.read("schema/mine.json"), list.read("schema/other.json")], [theirs; 2]);
}

#[test]
fn half_a_place_for_the_fields_is_refused_with_its_line() {
    for (document, line) in [
        ("# A\n\n<!-- fields: made -->\n", 3),
        ("# A\n<!-- /fields -->\n", 2),
        ("<!-- /fields -->\n\n<!-- fields: made -->\n", 1),
        ("<!-- fields: a -->\n<!-- fields: b -->\n<!-- /fields -->\n", 1),
        ("x\n<!-- fields: a -->\n<!-- /fields -->\n<!-- /fields -->\n", 2),
    ] {
        let list = built();
        list.write("CONTRIBUTING.md", document);
        refused(&list, &format!("CONTRIBUTING.md:{line}: the tables of fields stand between "));
    }
    let list = built();
    list.write("CONTRIBUTING.md", [DOCUMENT.as_bytes(), b"\xff\n"].concat());
    refused(&list, "CONTRIBUTING.md is not UTF-8");
}

#[cfg(unix)]
#[test]
fn nothing_of_the_repository_is_read_or_written_through_a_link() {
    use std::os::unix::fs::symlink;
    for path in SCHEMAS {
        let list = built();
        list.write("theirs.json", "{}\n");
        fs::remove_file(list.path(path)).unwrap();
        symlink(list.path("theirs.json"), list.path(path)).unwrap();
        refused(&list, &format!("{path} is a symbolic link, not a regular file: move it away"));
        assert_eq!(list.read("theirs.json"), "{}\n");
    }
    // A folder or a document that is a link is somebody's own arrangement, and left alone.
    let list = built();
    fs::rename(list.path("schema"), list.path("elsewhere")).unwrap();
    symlink("elsewhere", list.path("schema")).unwrap();
    list.write("docs/CONTRIBUTING.md", DOCUMENT);
    fs::remove_file(list.path("CONTRIBUTING.md")).unwrap();
    symlink("docs/CONTRIBUTING.md", list.path("CONTRIBUTING.md")).unwrap();
    add_word(&list);
    let old = list.read("elsewhere/model.schema.json");
    list.build(&[]);
    assert_eq!(list.read("docs/CONTRIBUTING.md"), DOCUMENT);
    assert_eq!(list.read("elsewhere/model.schema.json"), old);
}

#[cfg(unix)]
#[test]
fn document_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt as _;
    let list = built();
    list.write("CONTRIBUTING.md", DOCUMENT);
    fs::set_permissions(list.path("CONTRIBUTING.md"), fs::Permissions::from_mode(0o640)).unwrap();
    list.build(&[]);
    let mode = list.path("CONTRIBUTING.md").metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}
