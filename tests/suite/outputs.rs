//! One output at one place: whatever else would stand there is named, and nothing is lost in silence.

use std::collections::BTreeSet;

use listwright::checks::FOLDERS;
use listwright::kinds::KindId;
use listwright::project::{self, Stands};
use listwright::render::repository::There;
use listwright::source::Source;
use listwright::theme::ASSETS;

use crate::door::Survey;
use crate::folder::Folder;
use crate::sample::sample;

/// What a list may replace.
fn is_replaceable(path: &str) -> bool {
    path == "robots.txt" || ASSETS.iter().any(|(asset, _)| *asset == path)
}

fn paths(list: &Survey) -> Vec<String> {
    list.outputs().into_iter().map(|(path, _)| path).collect()
}

#[test]
fn file_of_the_list_in_the_place_of_an_output_names_both() {
    let list = sample();
    let all = paths(&list);
    let (mut replaced, mut refused) = (0, 0);
    let clashes = list.clashes(&all);
    for path in &all {
        let own = format!("`static/{path}`");
        let said: Vec<_> = clashes.iter().filter(|clash| clash.contains(&own)).collect();
        if is_replaceable(path) {
            assert!(said.is_empty(), "{path}: {said:?}");
            replaced += 1;
        } else {
            assert_eq!(said.len(), 1, "{path}: {said:?}");
            assert!(said[0].contains("would be one file") && said[0].contains(" and "), "{said:?}");
            refused += 1;
        }
    }
    assert_eq!(clashes.len(), refused);
    println!("{refused} outputs that no file may replace, {replaced} that one may");
    assert!(refused > 250 && replaced == ASSETS.len() + 1, "{refused} {replaced}");
}

#[test]
fn file_in_another_case_or_in_the_place_of_a_folder_is_named_too() {
    let list = sample();
    let all = paths(&list);
    let upper: Vec<String> = all.iter().map(|path| path.to_uppercase()).collect();
    let clashes = list.clashes(&upper);
    assert_eq!(clashes.len(), all.len());
    let how = "would be one file where a system does not tell case apart";
    assert!(clashes.iter().all(|clash| clash.contains(how)), "{clashes:?}");
    // A file where a folder must stand, and a folder where a file must.
    let folders: BTreeSet<String> =
        all.iter().filter_map(|path| Some(path.rsplit_once('/')?.0.to_owned())).collect();
    let inside: Vec<String> = all.iter().map(|path| format!("{path}/mine.txt")).collect();
    for statics in [folders.into_iter().collect::<Vec<_>>(), inside] {
        let clashes = list.clashes(&statics);
        for path in &statics {
            let own = format!("`static/{path}`");
            assert!(clashes.iter().any(|clash| clash.contains(&own)), "{path}");
        }
        let how = "one is a file and the other needs a folder of that name";
        assert!(clashes.iter().all(|clash| clash.contains(how)), "{clashes:?}");
    }
}

#[test]
fn files_of_the_list_that_are_one_on_some_systems_are_named() {
    let list = Survey::default();
    let clashes = |paths: &[&str]| {
        list.clashes(&paths.iter().map(|path| (*path).to_owned()).collect::<Vec<_>>())
    };
    assert_eq!(clashes(&["logo.svg", "pictures/logo.svg", "CNAME"]), [""; 0]);
    assert_eq!(
        clashes(&["Logo.svg", "logo.svg"]),
        [
            "`static/logo.svg` and `static/Logo.svg` would be one file where a system does not tell case apart"
        ]
    );
    assert_eq!(
        clashes(&["models/rna-fm", "MODELS/RNA-FM/index.html"]).len(),
        1,
        "a file and what stands below it"
    );
    let stamp = clashes(&[".listwright"]);
    assert_eq!(stamp, ["`static/.listwright` would stand where a build notes what it has written"]);
}

#[test]
fn language_that_would_take_the_folder_of_pages_is_refused_before_anything_is_made() {
    let mut refused = 0;
    for folder in KindId::ALL.iter().map(|kind| kind.folder()).chain(FOLDERS) {
        let settings = format!("schema: 1\ntitle: {{en: A Survey}}\nlanguages: [en, {folder}]\n");
        let list = Survey::default().file("entries/survey.yaml", settings);
        let places = list.places();
        let expected = "entries/survey.yaml:3:17 two-outputs".to_owned();
        assert!(places.contains(&expected), "{folder}: {places:?}");
        refused += 1;
    }
    println!("{refused} folders of the site that no language can have");
}

#[test]
fn folders_of_the_site_are_all_known() {
    let list = sample();
    let languages = ["zh"];
    let found: BTreeSet<String> = paths(&list)
        .iter()
        .filter_map(|path| Some(path.split_once('/')?.0.to_owned()))
        .filter(|folder| KindId::of_folder(folder).is_none())
        .filter(|folder| !languages.contains(&folder.as_str()))
        .collect();
    let known: BTreeSet<String> = FOLDERS.iter().map(|folder| (*folder).to_owned()).collect();
    assert_eq!(found, known);
}

#[test]
fn build_with_two_outputs_at_one_place_writes_nothing_and_names_both() {
    for (path, both) in [
        (
            "models/rna-fm/index.html",
            ["`entries/models/rna-fm.yaml`", "`static/models/rna-fm/index.html`"],
        ),
        (
            "data/v1/catalog.json",
            ["`data/v1/catalog.json`, which listwright makes,", "`static/data/v1/catalog.json`"],
        ),
    ] {
        let list = Folder::list();
        list.write(&format!("static/{path}"), "mine");
        for args in [&["build"][..], &["build", "--check"]] {
            let ran = list.run(args);
            assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{}", ran.err);
            assert!(ran.err.starts_with("error[two-outputs]: "), "{}", ran.err);
            assert!(both.iter().all(|one| ran.err.contains(one)), "{}", ran.err);
            assert!(!list.has("README.md") && !list.has("public"));
        }
    }
    let list = Folder::list();
    list.write("static/assets/style.css", "mine");
    list.write("static/robots.txt", "User-agent: *\n");
    list.build(&[]);
    assert_eq!(list.read("public/assets/style.css"), "mine");
    assert_eq!(list.read("public/robots.txt"), "User-agent: *\n");
}

#[test]
fn template_in_the_place_of_the_theme_is_a_finding() {
    for (path, folder) in [
        ("templates/default/entry.html", "templates/default/"),
        ("static/default/assets/style.css", "static/default/"),
    ] {
        let list = Folder::list();
        list.write(path, "mine");
        let ran = list.run(&["check"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let title = format!(
            "warning[unread-template]: nothing in `{folder}` is read: it is the place of the theme's own source"
        );
        assert_eq!(ran.findings(), [title, format!("--> {folder}:1:1")]);
        // The repository of the program keeps the theme's source there.
        list.write("src/theme.rs", "");
        assert_eq!(list.run(&["check", "--deny-warnings"]).code, 0);
    }
}

#[test]
fn address_that_is_no_root_of_a_site_is_refused() {
    let mut refused = 0;
    for address in [
        "https://example.org/list?x",
        "https://example.org/?x=y",
        "https://example.org/#y",
        "https://example.org/list#",
        "https://example.org/list/../../other",
        "https://example.org/..",
        "https://example.org/%2e%2E/other",
        "https://example.org/./list",
        "https://example.org/list//",
        "https://example.org/a//b",
        "http://localhost:8000/?x",
        "http://localhost:8000/../x",
    ] {
        let list = Folder::list();
        let ran = list.run(&["build", "--base-url", address]);
        assert!(!list.has("public") || address.ends_with("list//"), "{address}");
        if address.ends_with("list//") {
            assert_eq!(ran.code, 0, "slashes at the end are one");
            continue;
        }
        assert_eq!(ran.code, 2, "{address}: {}", ran.err);
        assert!(ran.err.starts_with("error: --base-url: "), "{address}: {}", ran.err);
        refused += 1;
        if address.starts_with("https") {
            let settings = format!("{}site: \"{address}\"\n", crate::door::SETTINGS);
            let places = Survey::default().file("entries/survey.yaml", settings).places();
            assert!(
                places.contains(&"entries/survey.yaml:10:7 bad-setting".to_owned()),
                "{address}: {places:?}"
            );
        }
    }
    for address in [
        "http://localhost.example.org/\"><script>",
        "http://localhost@example.org/",
        "http://localhostile/",
    ] {
        let list = Folder::list();
        let ran = list.run(&["build", "--base-url", address]);
        assert_eq!(ran.code, 2, "{address}: {}", ran.err);
        refused += 1;
    }
    println!("{refused} addresses refused");
    for address in [
        "https://example.org",
        "https://example.org/list/",
        "http://localhost:8000",
        "http://127.0.0.1:80/x",
    ] {
        Folder::list().build(&["--base-url", address]);
    }
}

#[test]
fn word_that_windows_keeps_for_a_device_is_refused() {
    for word in ["con", "nul", "com1", "lpt9", "aux", "prn"] {
        let words = format!("schema: 1\ncategory:\n  {word}: {{en: A word, zh: 词}}\n");
        let list = Survey::default().file("entries/vocabulary.yaml", words).entry(
            "models/a",
            &format!("{{name: A, category: {word}, released: 2020, papers: [10.1000/base]}}"),
        );
        assert_eq!(list.places(), ["entries/vocabulary.yaml:3:3 reserved-id"], "{word}");
    }
    for word in ["contrast", "com0", "com10", "lpt", "null"] {
        let words = format!("schema: 1\ncategory:\n  {word}: {{en: A word, zh: 词}}\n");
        let list = Survey::default().file("entries/vocabulary.yaml", words).entry(
            "models/a",
            &format!("{{name: A, category: {word}, released: 2020, papers: [10.1000/base]}}"),
        );
        assert_eq!(list.places(), [""; 0], "{word}");
    }
}

#[test]
fn name_of_a_file_that_turns_text_around_is_written_out_for_programs() {
    let list = Folder::list();
    list.write("entries/models/a\u{202e}lmay.txt", "x");
    for format in ["json", "sarif", "github"] {
        let ran = list.run(&["check", "--format", format]);
        assert_eq!(ran.code, 1, "{}", ran.err);
        assert!(!ran.out.contains('\u{202e}') && !ran.err.contains('\u{202e}'), "{}", ran.out);
        assert!(
            ran.out.to_lowercase().contains("202e") || ran.out.contains("%E2%80%AE"),
            "{}",
            ran.out
        );
        if format == "json" {
            let document: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
            let path = document["findings"][0]["path"].as_str().unwrap();
            assert_eq!(path, "entries/models/a\u{202e}lmay.txt", "a program reads the true name");
        }
    }
}

/// The parts of a repository in which a folder stands at one path, while the disk fails at another: for what stands
/// there, or only for its text.
fn parts_with(folder: &str, failing: &str, is_seen: bool) -> Result<Vec<String>, String> {
    let fails = |path: &str| format!("{path}: Input/output error");
    let stands = |path: &str| match path {
        _ if path == folder => Ok(Stands::Folder),
        _ if path == failing && is_seen => Ok(Stands::File),
        _ if path == failing => Err(fails(path)),
        _ => Ok(Stands::Nothing),
    };
    let read = |path: &str| if path == failing { Err(fails(path)) } else { Ok(None) };
    let parts = Survey::default().parts(There { stands: &stands, read: &read })?;
    Ok(parts.into_iter().map(|part| part.path).collect())
}

#[test]
fn part_of_the_repository_that_the_disk_does_not_show_is_not_taken_for_missing() {
    for path in ["schema", "CONTRIBUTING.md", "CITATION.cff"] {
        assert_eq!(parts_with("", path, false), Err(format!("{path}: Input/output error")));
    }
    let schemas = parts_with("schema", "", false).unwrap();
    assert_eq!(schemas.len(), KindId::ALL.len(), "{schemas:?}");
    for path in schemas.iter().map(String::as_str).chain(["CONTRIBUTING.md", "CITATION.cff"]) {
        assert_eq!(parts_with("schema", path, true), Err(format!("{path}: Input/output error")));
    }
}

#[test]
fn repository_without_a_place_for_its_parts_gets_none() {
    assert_eq!(parts_with("", "", false), Ok(Vec::new()));
    // A file of that name is no folder for schemas, and a folder is no document.
    assert_eq!(parts_with("", "schema", true), Ok(Vec::new()));
    for path in ["CONTRIBUTING.md", "CITATION.cff"] {
        assert_eq!(parts_with(path, "", false), Ok(Vec::new()));
    }
}

#[test]
fn place_that_the_system_refuses_to_look_at_is_an_error_and_not_nothing() {
    let list = Folder::list();
    let root = &list.path("");
    // A name that is too long for any disk.
    let long = "x".repeat(300);
    for path in [long.clone(), format!("{long}/schema"), format!("entries/{long}")] {
        let why = project::stands(root, &path).unwrap_err();
        assert!(why.contains(&long), "{why}");
        assert!(project::made(root, &path).is_err());
    }
    assert_eq!(project::stands(root, "schema"), Ok(Stands::Nothing));
    assert_eq!(project::stands(root, "entries"), Ok(Stands::Folder));
    assert_eq!(project::stands(root, "entries/survey.yaml"), Ok(Stands::File));
    assert_eq!(project::stands(root, "entries/survey.yaml/x"), Ok(Stands::Other));
    assert!(project::made(root, "schema").is_ok_and(|made: Option<Source>| made.is_none()));
}
