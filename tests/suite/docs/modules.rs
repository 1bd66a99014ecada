//! ARCHITECTURE.md: its list of modules, the paths that it names, and its walls.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Event, Parser};

use super::{DOCUMENTS, at, kept_part, part, text_of};

const DOCUMENT: &str = "ARCHITECTURE.md";

#[test]
fn every_module_is_listed_with_its_own_sentence() {
    let old = part(DOCUMENT, "modules");
    // The order is chosen by people: known modules keep their places, new ones follow.
    let order: Vec<&str> = old.lines().filter_map(path_of_row).collect();
    let mut modules = modules();
    modules.sort_by_key(|path| {
        let place = order.iter().position(|known| known == path);
        (place.unwrap_or(usize::MAX), path.clone())
    });
    let rows: Vec<String> = modules.iter().map(|path| row(path)).collect();
    let new = format!(
        "\n| Module | What it is for | Its files |\n| --- | --- | --- |\n{}\n",
        rows.concat()
    );
    kept_part(DOCUMENT, "modules", &new);
}

fn path_of_row(row: &str) -> Option<&str> {
    row.strip_prefix("| `")?.split_once('`').map(|(path, _)| path)
}

/// The files and folders of `src`, folders ended by `/`.
fn modules() -> Vec<String> {
    let found = fs::read_dir(at("src")).unwrap().map(|entry| {
        let entry = entry.unwrap();
        let slash = if entry.path().is_dir() { "/" } else { "" };
        format!("src/{}{slash}", entry.file_name().to_string_lossy())
    });
    found.collect()
}

fn row(module: &str) -> String {
    let Some(folder) = module.strip_suffix('/') else {
        return format!("| `{module}` | {} | |\n", sentence(module));
    };
    let files: BTreeSet<String> = fs::read_dir(at(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .filter(|stem| stem != "mod")
        .collect();
    let files: Vec<String> = files.into_iter().collect();
    let sentence = sentence(&format!("{module}mod.rs"));
    format!("| `{module}` | {sentence} | {} |\n", files.join(", "))
}

/// The first paragraph of a file's own doc.
fn sentence(path: &str) -> String {
    let text = text_of(path);
    let lines = text.lines().map_while(|line| line.strip_prefix("//! "));
    let sentence = lines.collect::<Vec<_>>().join(" ").replace('|', "\\|");
    assert!(!sentence.is_empty(), "{path} does not say what it is for");
    sentence
}

#[test]
fn every_path_that_a_document_names_exists() {
    for document in DOCUMENTS {
        let text = text_of(document);
        for event in Parser::new(&text) {
            let Event::Code(code) = event else { continue };
            // In the guide, entries are examples that need not be in the list.
            let example = document != DOCUMENT && code.starts_with("entries/");
            if is_path(&code) && !example {
                assert!(at(&code).exists(), "{document} names `{code}`, which does not exist");
            }
        }
    }
}

fn is_path(code: &str) -> bool {
    const FOLDERS: [&str; 8] =
        ["src/", "tests/", "templates/", "static/", "entries/", "schema/", ".github/", ".ci/"];
    let placeholder = code.contains(['<', '*', '…', ' ']);
    let top = !code.contains('/')
        && [".md", ".toml", ".lock", ".cff"]
            .iter()
            .any(|end| code.ends_with(end) && *code != **end);
    !placeholder && (top || FOLDERS.iter().any(|folder| code.starts_with(folder)))
}

#[test]
fn architecture_can_be_read_in_one_sitting() {
    let lines = text_of(DOCUMENT).lines().count();
    assert!(lines <= 150, "{lines} lines");
}

/// A row is `` | `what` | only in, nowhere or never names | `a`, `b` | why | ``.
#[test]
fn walls_stand() {
    let mut walls = 0;
    for line in part(DOCUMENT, "walls").lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let (left, right) = (quoted(cells[0]), quoted(cells[2]));
        match cells[1] {
            "only in" | "nowhere" => {
                for file in rust_files(&at("src")).into_iter().filter(|file| !is_in(file, &right)) {
                    for word in &left {
                        absent(&file, word, line);
                    }
                }
            }
            "never names" => {
                for file in rust_files(&at("src")).into_iter().filter(|file| is_in(file, &left)) {
                    for word in &right {
                        absent(&file, word, line);
                    }
                }
            }
            other => panic!("`{other}` is not a wall"),
        }
        walls += 1;
    }
    assert!(walls > 10, "only {walls} walls were found");
}

fn quoted(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

fn is_in(file: &Path, modules: &[&str]) -> bool {
    let inside = file.strip_prefix(at("src")).unwrap();
    modules.iter().any(|module| {
        assert!(
            at(&format!("src/{module}.rs")).exists() || at(&format!("src/{module}")).exists(),
            "there is no module `{module}`"
        );
        inside.starts_with(module) || inside == Path::new(&format!("{module}.rs"))
    })
}

fn absent(file: &Path, word: &str, wall: &str) {
    let text = fs::read_to_string(file).unwrap();
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    for line in code {
        assert!(!line.contains(word), "{}: {line}\nbreaks the wall {wall}", file.display());
    }
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
    let paths = files.map(|entry| entry.unwrap().into_path());
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "rs")).collect()
}
