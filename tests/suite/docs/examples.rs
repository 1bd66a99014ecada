//! What stands in the code blocks of the documents: entries are checked, mistakes are reported, commands are understood.

use std::collections::BTreeMap;
use std::fs;

use clap::Parser as _;
use listwright::cli::Cli;
use listwright::commands::{Surroundings, run};
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use super::{at, kept, text_of};
use crate::door::Survey;
use crate::folder::{Folder, files, repository};
use crate::steps::table;

/// A code block of a document.
#[derive(Debug, Default)]
struct Block {
    language: String,
    /// The entry that the text before it names last.
    path: Option<String>,
    text: String,
}

/// The code blocks of a document.
fn blocks(document: &str) -> Vec<Block> {
    let markdown = text_of(document);
    let (mut blocks, mut path, mut inside) = (Vec::new(), None, false);
    for event in Parser::new(&markdown) {
        match event {
            Event::Code(code) if code.starts_with("entries/") && code.ends_with(".yaml") => {
                path = Some(code.to_string());
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                let language = language.to_string();
                blocks.push(Block { language, path: path.clone(), text: String::new() });
                inside = true;
            }
            Event::Text(text) if inside => blocks.last_mut().unwrap().text.push_str(&text),
            Event::End(TagEnd::CodeBlock) => inside = false,
            _ => {}
        }
    }
    blocks
}

/// The entries that a document shows, by path; a block without a name goes on with the entry that was shown before.
fn entries(document: &str) -> BTreeMap<String, String> {
    let mut entries: BTreeMap<String, String> = BTreeMap::new();
    let blocks = blocks(document);
    for (index, block) in blocks.iter().enumerate().filter(|(_, block)| block.language == "yaml") {
        if is_mistake(&blocks, index) {
            continue;
        }
        let path = block.path.clone();
        let path = path.unwrap_or_else(|| panic!("{document}: whose is this?\n{}", block.text));
        let whole = block.text.starts_with("name:") || block.text.starts_with("title:");
        let known = entries.entry(path).or_default();
        if whole {
            known.clear();
        }
        assert!(
            whole || !known.is_empty(),
            "{document}: this goes on with nothing\n{}",
            block.text
        );
        known.push_str(&block.text);
    }
    entries
}

/// A block that the words of the check follow is a mistake.
fn is_mistake(blocks: &[Block], index: usize) -> bool {
    blocks.get(index + 1).is_some_and(|next| next.language == "text")
}

#[test]
fn every_entry_in_a_document_passes_the_check() {
    for (document, count) in
        [("README.md", 1), ("templates/contributing.md", 1), ("CONTRIBUTING.md", 4)]
    {
        let entries = entries(document);
        assert!(entries.len() >= count, "{document}: {:?}", entries.keys());
        let mut list = Survey::default()
            .file("entries/survey.yaml", text_of("entries/survey.yaml"))
            .file("entries/vocabulary.yaml", text_of("entries/vocabulary.yaml"));
        for (path, text) in &entries {
            list = list.file(path, text);
        }
        // A list of a few examples cannot use every word.
        let places = list.places();
        let found: Vec<_> = places.iter().filter(|place| !place.ends_with("unused-word")).collect();
        assert!(found.is_empty(), "{document}: {found:?}\n{}", list.diagnostics());
    }
}

#[test]
fn every_mistake_in_a_document_is_shown_with_what_the_check_says() {
    let document = "CONTRIBUTING.md";
    let blocks = blocks(document);
    let mistakes = (0..blocks.len()).filter(|index| is_mistake(&blocks, *index));
    let mut shown = 0;
    for index in mistakes {
        let (mistake, said) = (&blocks[index], &blocks[index + 1]);
        let path = mistake.path.as_deref().unwrap();
        let fenced = |text: &str| format!("```text\n{text}```");
        kept(document, &fenced(&said.text), &fenced(&said_of(path, &mistake.text)));
        shown += 1;
    }
    assert!(shown > 0);
}

/// What `listwright check PATH` says of an entry in a list of its own, without the closing count.
fn said_of(path: &str, text: &str) -> String {
    let root = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("docs-mistake");
    if root.exists() {
        fs::remove_dir_all(&root).unwrap();
    }
    let file = root.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    for settings in ["entries/survey.yaml", "entries/vocabulary.yaml"] {
        fs::copy(at(settings), root.join(settings)).unwrap();
    }
    fs::write(file, text).unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let root = root.to_str().unwrap();
    let args = ["listwright", "check", "--root", root, path].map(Into::into);
    assert_eq!(run(args, &Surroundings::default(), &mut out, &mut err), 1);
    let said = String::from_utf8(err).unwrap();
    let (reports, count) = said.trim_end().rsplit_once("\n\n").unwrap();
    assert!(count.contains(" checked: "), "{count}");
    format!("{reports}\n")
}

#[test]
fn every_command_in_a_document_is_understood() {
    let mut commands = 0;
    for document in ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "SECURITY.md"] {
        for block in blocks(document).iter().filter(|block| block.language == "sh") {
            for line in block.text.lines().filter(|line| !line.trim().is_empty()) {
                understood(document, line);
                commands += 1;
            }
        }
    }
    assert!(commands > 5, "only {commands} commands were found");
}

/// Whoever copies a block of commands has them all accepted, one after the other, in a list like this one.
#[test]
fn every_command_of_the_guide_does_what_it_says_in_a_copy_of_the_list() {
    let mut ran = 0;
    for block in blocks("CONTRIBUTING.md").iter().filter(|block| block.language == "sh") {
        let list = Folder::list_of("");
        for (file, bytes) in files(&repository("schema")) {
            list.write(&format!("schema/{file}"), bytes);
        }
        for line in block.text.lines() {
            let command = line.split_once(" #").map_or(line, |(command, _)| command).trim();
            let Some(args) = command.strip_prefix("cargo run --release -- ") else { continue };
            let said = list.run(&args.split_whitespace().collect::<Vec<_>>());
            assert_eq!(said.code, 0, "{command}\n{}\n{}", said.out, said.err);
            ran += 1;
        }
    }
    assert!(ran >= 11, "only {ran}");
}

fn understood(document: &str, line: &str) {
    let command = line.split_once(" #").map_or(line, |(command, _)| command).trim();
    let words: Vec<&str> = command.split_whitespace().collect();
    match words.as_slice() {
        ["cargo", "run", "--release", "--", args @ ..] => {
            let args = std::iter::once("listwright").chain(args.iter().copied());
            let parsed = Cli::try_parse_from(args);
            assert!(parsed.is_ok(), "{document}: {command}\n{}", parsed.unwrap_err());
        }
        ["cargo", "test", ..] | ["SNAPSHOTS=overwrite", "cargo", "test", ..] => {}
        ["tests/run", names @ ..] => {
            let steps: Vec<String> = table().into_iter().map(|[name, ..]| name).collect();
            for name in names {
                let known = ["--help", "every", "long"].contains(name)
                    || steps.iter().any(|step| step == name);
                assert!(known, "{document}: {command}");
            }
        }
        [script] => assert!(at(script).is_file(), "{document}: `{script}` does not exist"),
        _ => panic!("{document}: what does `{command}` do?"),
    }
}

#[test]
fn every_rust_example_of_the_guide_is_code_of_these_tests() {
    let here = include_str!("examples.rs");
    let mut shown = 0;
    for block in blocks("CONTRIBUTING.md").iter().filter(|block| block.language == "rust") {
        assert!(here.contains(block.text.trim()), "not in {}:\n{}", file!(), block.text);
        shown += 1;
    }
    assert!(shown > 0);
}

#[test]
fn dotted_month_is_refused_with_the_hyphen_form() {
    let list = Survey::default().entry(
        "models/rna-fm",
        "name: RNA-FM\ncategory: language\nreleased: 2022.04\npapers: [arXiv:2204.00300]\n",
    );
    assert_eq!(list.places(), ["entries/models/rna-fm.yaml:3:11 bad-date"]);
    assert_eq!(list.examined().findings[0].instead.as_deref(), Some("2022-04"));
}
