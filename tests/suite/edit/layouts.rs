//! The canonical layout: order, space and comments.

use super::*;

#[test]
fn keys_come_in_their_order_with_their_comments() {
    let text = "\
# All of this file was checked.

name: X
# where it is
links:
  weights: https://example.org/w   # theirs
  # the code
  code: https://example.org/c
  # nothing else was found
# when it was first seen
released: 2022
category: language # one of two
";
    let expected = "\
# All of this file was checked.

name: X
# when it was first seen
released: 2022
category: language # one of two
# where it is
links:
  # the code
  code: https://example.org/c
  weights: https://example.org/w   # theirs
  # nothing else was found
";
    assert_eq!(laid_out(text), expected);
}

#[test]
fn a_line_for_editors_stays_at_the_top() {
    let text = "# yaml-language-server: $schema=../../schema/model.json\nreleased: 2022\nname: X\n";
    let expected =
        "# yaml-language-server: $schema=../../schema/model.json\nname: X\nreleased: 2022\n";
    assert_eq!(laid_out(text), expected);
}

#[test]
fn space_is_written_anew_and_quotes_stay() {
    let text = "\n\nname :   \"X\"   \n\n\n\nrna:    [  ncrna,mrna , ]\nlicence: { weights: 'MIT' ,code: MIT }\n\n\n";
    let expected = "name: \"X\"\n\nrna: [ncrna, mrna]\nlicence: {code: MIT, weights: 'MIT'}\n";
    assert_eq!(laid_out(text), expected);
}

#[test]
fn lists_stay_in_block_or_flow_as_they_are() {
    let text = "\
name: X
sources:
- url: https://a.example
  for:
    - links
-   {kind: paper, url: https://b.example}
-
    # about the third
    kind: paper
    url: https://c.example
";
    let expected = "\
name: X
sources:
  - for:
      - links
    url: https://a.example
  - {url: https://b.example, kind: paper}
  - url: https://c.example
    # about the third
    kind: paper
";
    assert_eq!(laid_out(text), expected);
}

#[test]
fn a_comment_before_the_first_key_of_an_item_stands_above_its_dash() {
    let text = "sources:\n  - # note\n    # of two lines\n    url: https://a.example\n";
    let expected = "sources:\n  # note\n  # of two lines\n  - url: https://a.example\n";
    assert_eq!(laid_out(text), expected);
}

#[test]
fn brackets_on_several_lines_keep_their_lines() {
    let text = "\
papers: [ # two
  a, # first
  # second
  b,
]
rna: [x,
      y]
";
    let expected = "\
rna: [x,
    y]
papers: [ # two
    a, # first
    # second
    b,
  ]
";
    assert_eq!(laid_out(text), expected);
}

#[test]
fn blocks_of_text_move_with_their_key_and_keep_their_lines() {
    let text = "\
name: X
links:
        code: https://a.example
description:
     en: |  # Markdown
         one  \n\
\x20        two

           deeper
     zh: >-2
          三
         四

summary: \"first

   second \\
   third\"
";
    let expected = "\
name: X

summary: \"first

  second \\
  third\"
description:
  en: |  # Markdown
    one  \n\
\x20   two

      deeper
  zh: >-2
       三
      四
links:
  code: https://a.example
";
    assert_eq!(laid_out(text), expected);
}

#[test]
fn empty_lines_that_a_block_keeps_are_kept() {
    let text = "name: X\ndescription: |+\n  text\n\n\n# about links\nlinks: {}\n";
    assert_eq!(laid_out(text), text);
    assert_eq!(laid_out("name: |+\n  text\n\n\n"), "name: |+\n  text\n\n\n");
}

#[test]
fn a_last_line_without_an_end_gets_one() {
    assert_eq!(laid_out("name: X"), "name: X\n");
    assert_eq!(laid_out("name: X\ndescription: |\n   text"), "name: X\ndescription: |\n  text\n");
    assert_eq!(laid_out("rna: [x # c\n] # d"), "rna: [x # c\n  ] # d\n");
}

#[test]
fn languages_follow_those_of_the_list() {
    let text = "name: X\nsummary: {zh: 模型, en: Model}\nrna_note:\n  zh: 中\n  en: b\n";
    let expected = "name: X\nsummary: {en: Model, zh: 模型}\nrna_note:\n  en: b\n  zh: 中\n";
    assert_eq!(laid_out(text), expected);
}

#[test]
fn an_unknown_key_stays_behind_the_key_it_followed() {
    let text = "released: 2022\nx: 1\nname: X\ny: 2\n";
    assert_eq!(laid_out(text), "name: X\ny: 2\nreleased: 2022\nx: 1\n");
}

#[test]
fn names_that_are_the_authors_keep_their_order() {
    let text = "variants:\n  small: {context: 5, parameters: 1M}\n  large: {parameters: 2M}\n";
    let expected = "variants:\n  small: {parameters: 1M, context: 5}\n  large: {parameters: 2M}\n";
    assert_eq!(laid_out(text), expected);
}

#[test]
fn a_document_mark_is_left_out() {
    assert_eq!(laid_out("--- # top\nname: X\n...\n# end\n"), "# top\nname: X\n# end\n");
}

#[test]
fn the_lists_own_files_have_an_order_too() {
    let survey = "title: T\nschema: 1\nlanguages: [en]\n";
    let expected = "schema: 1\ntitle: T\nlanguages: [en]\n";
    assert_eq!(formatted("entries/survey.yaml", survey), expected);
    let words = "tag:\n  b: {about: {zh: 乙, en: B}, zh: 乙, en: B}\n  a: {en: A}\nschema: 1\n";
    let expected = "schema: 1\ntag:\n  b: {en: B, zh: 乙, about: {en: B, zh: 乙}}\n  a: {en: A}\n";
    assert_eq!(formatted("entries/vocabulary.yaml", words), expected);
    let log = "changes:\n  - added: [models/x]\n    date: 2024-01-01\nschema: 1\n";
    let expected = "schema: 1\nchanges:\n  - date: 2024-01-01\n    added: [models/x]\n";
    assert_eq!(formatted("entries/changes.yaml", log), expected);
}

#[test]
fn line_ends_of_most_lines_stay_and_a_byte_order_mark_goes() {
    let cases = [
        ("\u{feff}name: X\r\nreleased: 2022\r\n", "name: X\r\nreleased: 2022\r\n"),
        ("released: 2022\r\nname: X\r\n", "name: X\r\nreleased: 2022\r\n"),
        (
            "name: X\r\nreleased: 2022\r\ncategory: a\n",
            "name: X\r\nreleased: 2022\r\ncategory: a\r\n",
        ),
        ("name: X\r\nreleased: 2022\n", "name: X\nreleased: 2022\n"),
    ];
    for (text, expected) in cases {
        assert_eq!(formatted_raw(text).as_deref(), Some(expected), "{text:?}");
        assert_eq!(formatted_raw(expected), None, "{expected:?} is laid out");
    }
}

#[test]
fn clone_with_windows_line_ends_is_laid_out_as_any_other() {
    for folder in ["", "tests/golden/seed"] {
        let laid_out = |end: &str| {
            let files = Survey::folder(folder).files().into_iter().map(|source| {
                let text = source.text().replace('\n', end);
                Source::from_bytes(source.path, text.into_bytes())
            });
            let formatted = format(&Sources::new(files.collect()), &|_| true);
            assert_eq!(formatted.left, Vec::new(), "{folder}");
            formatted.rewrites.into_iter().map(|rewrite| rewrite.file).collect::<Vec<_>>()
        };
        assert_eq!(laid_out("\r\n"), laid_out("\n"), "{folder}");
    }
}

fn formatted_raw(text: &str) -> Option<String> {
    let files = vec![
        Source::from_bytes("entries/models/x.yaml", text.as_bytes().to_vec()),
        Source::from_bytes("entries/survey.yaml", SETTINGS.as_bytes().to_vec()),
    ];
    let formatted = format(&Sources::new(files), &|_| true);
    formatted.rewrites.into_iter().next().map(|rewrite| rewrite.text)
}

#[test]
fn a_file_with_errors_of_the_door_is_left_alone() {
    let sources = Survey::default().entry("models/x", "name: X\nname:   Y\n").sources();
    let Formatted { rewrites, findings, .. } = format(&sources, &|_| true);
    assert_eq!(rewrites, []);
    let codes: Vec<Code> = findings.iter().map(|diag| diag.code).collect();
    assert_eq!(codes, [Code::DuplicateKey]);
}

/// What a contributor has merged need not be; a layout is nobody's mistake.
#[test]
fn entries_of_a_list_that_was_laid_out_are_left_as_they_are() {
    let formatted = format(&Survey::folder("tests/golden/seed").sources(), &|_| true);
    assert_eq!(formatted.rewrites, [], "run `listwright fmt`");
    for folder in ["", "tests/golden/seed"] {
        let formatted = format(&Survey::folder(folder).sources(), &|_| true);
        assert_eq!((formatted.findings.len(), formatted.left.len()), (0, 0), "{folder}");
    }
}

#[test]
fn the_catalog_is_the_same_before_and_after() {
    let mut survey = Survey::folder("tests/golden/seed");
    let before = survey.examined();
    for (_, source) in Survey::folder("tests/golden/seed").sources().iter() {
        let Some(text) = messed_up(source) else { continue };
        survey = survey.file(&source.path, text);
    }
    let Formatted { rewrites, left, .. } = format(&survey.sources(), &|_| true);
    assert!(rewrites.len() > 15 && left.is_empty());
    let sources = survey.sources();
    for rewrite in rewrites {
        survey = survey.file(&sources.file(rewrite.file).path, rewrite.text);
    }
    let after = survey.examined();
    let said = |examined: &listwright::examine::Examined| {
        let records = examined.catalog.records.iter();
        records.map(|r| format!("{:?} {:?} {:?}", r.id, r.common, r.entry)).collect::<Vec<_>>()
    };
    assert_eq!(said(&before), said(&after));
    assert_eq!(before.findings.len(), after.findings.len());
}

/// The top-level pairs of an entry in reverse, with space and comments added.
fn messed_up(source: &Source) -> Option<String> {
    source.path.strip_prefix("entries/").filter(|path| path.contains('/'))?;
    let mut pairs: Vec<String> = Vec::new();
    for line in source.text().lines() {
        match pairs.last_mut() {
            Some(pair) if line.starts_with([' ', '-']) => pair.extend(["\n ", line, "  "]),
            _ => pairs.push(format!("# about {}\n\n\n{line}   # 注", pairs.len())),
        }
    }
    pairs.reverse();
    Some(pairs.join("\n"))
}
