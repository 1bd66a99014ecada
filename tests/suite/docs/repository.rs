//! What stands around the program: links of the documents, the citation, workflows and scripts.

use std::fs;

use listwright::markdown::verify::{Facts, verify};

use super::{DOCUMENTS, at, text_of};
use crate::door::Survey;

#[test]
fn every_link_anchor_and_table_of_a_document_holds() {
    let has_file = |path: &str| at(path).exists();
    for document in DOCUMENTS {
        let text = text_of(document);
        let faults = verify(&text, &Facts { has_file: &has_file, limit: 512_000 });
        let line = |at: usize| text[..at].matches('\n').count() + 1;
        let faults: Vec<String> = faults
            .iter()
            .map(|fault| format!("{document}:{}: {}", line(fault.span.start), fault.message))
            .collect();
        assert!(faults.is_empty(), "{faults:#?}");
    }
}

#[test]
fn documents_speak_of_the_lists_own_repository() {
    let repository = Survey::folder(".").examined().catalog.survey.repository.unwrap();
    for document in ["CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "CITATION.cff"] {
        let text = text_of(document);
        for (start, _) in text.match_indices("https://github.com/YuanLi-X/") {
            let found = &text[start..];
            assert!(found.starts_with(repository.as_str()), "{document}: {found:.80}");
        }
    }
}

#[test]
fn every_text_has_the_line_ends_that_git_gives_it_in_every_clone() {
    let told = text_of(".gitattributes");
    assert!(told.lines().any(|line| line == "* text=auto eol=lf"), "{told}");
    let spared = |path: &str| {
        let kept = ["/tests/fuzz/corpus/** -text", "/tests/golden/**/_expected/** -text"];
        assert!(kept.iter().all(|line| told.lines().any(|told| told == *line)), "{told}");
        path.starts_with("tests/fuzz/corpus/")
            || path.starts_with("tests/golden/") && path.contains("/_expected/")
    };
    let mut seen = 0;
    for folder in
        [".ci", ".github", "docs", "entries", "schema", "src", "static", "templates", "tests"]
    {
        // What package managers put there is not kept by git.
        let others = ["node_modules", "target", ".venv", "__pycache__"];
        let wanted = |entry: &walkdir::DirEntry| {
            entry.file_name().to_str().is_some_and(|name| !others.contains(&name))
        };
        let files = walkdir::WalkDir::new(at(folder)).into_iter();
        for entry in files.filter_entry(wanted).map(Result::unwrap) {
            let path = entry.path().strip_prefix(at("")).unwrap().to_str().unwrap().to_owned();
            if !entry.file_type().is_file() || spared(&path) {
                continue;
            }
            let bytes = fs::read(entry.path()).unwrap();
            let is_text = !bytes.contains(&0);
            assert!(!is_text || !bytes.contains(&b'\r'), "{path} has line ends of its own");
            seen += 1;
        }
    }
    assert!(seen > 500, "{seen}");
}

#[cfg(unix)]
#[test]
fn scripts_can_be_run() {
    use std::os::unix::fs::PermissionsExt as _;
    let scripts = fs::read_dir(at(".github/scripts")).unwrap();
    let scripts = scripts.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    // What the scripts share is read by them, and so is what they give to other programs.
    let scripts = scripts
        .filter(|name| name != "lib" && !name.contains('.'))
        .map(|name| format!(".github/scripts/{name}"));
    for script in scripts.chain(["tests/run".to_owned(), ".ci/run".to_owned()]) {
        let script = script.as_str();
        let mode = fs::metadata(at(script)).unwrap().permissions().mode();
        assert_eq!(mode & 0o111, 0o111, "{script} cannot be run");
        assert!(
            text_of(script).starts_with("#!/usr/bin/env bash\nset -euo pipefail\n"),
            "{script}"
        );
    }
}
