//! The check of a finished README.

use listwright::markdown::verify::{Facts, Fault, FaultKind, verify};
use proptest::prelude::*;

use super::hostile_text;

/// The faults of a README beside which only `LICENSE`, `static/logo.svg` and `docs/a b.md` exist.
fn faults_of(readme: &str) -> Vec<Fault> {
    let has_file =
        |path: &str| matches!(path, "LICENSE" | "static" | "static/logo.svg" | "docs/a b.md");
    verify(readme, &Facts { has_file: &has_file, limit: 100_000 })
}

/// The faults with the text that each one means.
fn seen(readme: &str) -> Vec<(FaultKind, &str, String)> {
    let faults = faults_of(readme);
    faults.into_iter().map(|fault| (fault.kind, &readme[fault.span], fault.message)).collect()
}

fn helps_of(readme: &str) -> Vec<String> {
    faults_of(readme).into_iter().map(|fault| fault.help.unwrap_or_default()).collect()
}

const HAND_MADE: &str = r##"# A list

<!-- [![Stars][stars]][stars]
[![Issues][issues]][issues] -->
![](https://img.shields.io/badge/Status-open-green)

<h1 align="center">
  <br>
  <img src="png/mark.jpg" alt="A list" width="500">
</h1>

<p align="center">
  <strong><a href="#1papers-论文">Papers</a></strong> •
  <a href="#2.Reviews (综述)">Reviews</a> •
  <a href="#3.Data &amp; tests (数据)">Data</a> •
  <a href="#challenge">Challenges</a>
</p>

## 1.Papers (论文)

| Model | Size | Link
| --- | --- | --- |
| A-1 | 5M | [[paper](https://a.bc/1)]
| B_2 | 6M
| C |   | [[paper](https://a.bc/x%7Cy)] [[code](https://a.bc)] |
| D | 7M |

- Language
  - A-1: a model. [[paper](https://a.bc/1)]

## 2.Reviews (综述)

- - -

## 3.Data & tests (数据)

- - -

## Challenges

> ***[Notes] All is well.***

[stars]: https://img.shields.io/github/stars/a/b.svg
"##;

#[test]
fn faults_of_a_hand_made_list_are_found() {
    let dead = |name: &str| format!("no heading and no `id` is named `#{name}`");
    assert_eq!(
        seen(HAND_MADE),
        [
            (
                FaultKind::MissingFile,
                "src=\"png/mark.jpg\"",
                "the repository has no file `png/mark.jpg`".to_owned()
            ),
            (FaultKind::DeadAnchor, "href=\"#2.Reviews (综述)\"", dead("2.Reviews (综述)")),
            (
                FaultKind::DeadAnchor,
                "href=\"#3.Data &amp; tests (数据)\"",
                dead("3.Data & tests (数据)")
            ),
            (FaultKind::DeadAnchor, "href=\"#challenge\"", dead("challenge")),
            (FaultKind::RaggedRow, "| B_2 | 6M", "this row has 2 cells, its header 3".to_owned()),
            (FaultKind::RaggedRow, "| D | 7M |", "this row has 2 cells, its header 3".to_owned()),
        ]
    );
    assert_eq!(
        helps_of(HAND_MADE),
        [
            "add the file, or write the path of one that exists, from the root",
            "write `#2reviews-综述`",
            "write `#3data--tests-数据`",
            "write `#challenges`",
            "add 1 cell at the end",
            "add 1 cell at the end",
        ]
    );
}

#[test]
fn link_within_the_page_may_be_written_in_every_way() {
    let readme = "[a](#two-words) [b][r] [c](#%E8%AE%BA%E6%96%87) [d](#here) [e](#there) [f](#top) [g](#x-1)\n\n\
                  ## **Two** [words](https://a.bc)\n\n## 论文 ![logo](static/logo.svg)\n\n\
                  <a id=\"here\"></a> <a name='there'></a>\n\n<h2>X</h2>\n\n<h2 align=\"center\">\n<br>X\n</h2>\n\n[r]: #here\n";
    // The space before the picture is a hyphen of the name.
    assert_eq!(
        seen(readme),
        [(
            FaultKind::DeadAnchor,
            "[c](#%E8%AE%BA%E6%96%87)",
            "no heading and no `id` is named `#论文`".to_owned()
        )]
    );
    assert_eq!(helps_of(readme), ["write `#论文-`"]);
}

#[test]
fn path_leads_to_a_file_of_the_repository() {
    for whole in [
        "[a](LICENSE)",
        "[a](./LICENSE?x=1#y)",
        "[a](/static/)",
        "![a](static/x/../logo.svg)",
        "[a](docs/a%20b.md)",
        "[a](<docs/a b.md>)",
        "<img src=static/logo.svg alt=''>",
        "<a href=\"LICENSE\">a</a>",
        "[a](?tab=readme)",
        "<picture><source media=\"(x)\" srcset=\"static/logo.svg, /static/logo.svg 2x\"><img src=\"static/logo.svg\"></picture>",
    ] {
        assert_eq!(seen(whole), [], "{whole}");
    }
    for (readme, message) in [
        ("[a](LICENCE)", "the repository has no file `LICENCE`"),
        ("[a](../LICENSE)", "`../LICENSE` leaves the repository"),
        ("[a](static/%2e%2e/../x)", "`static/%2e%2e/../x` leaves the repository"),
        ("<img srcset=\"static/logo.svg 1x, b.svg 2x\">", "the repository has no file `b.svg`"),
        ("[a][b]\n\n[b]: c.md", "the repository has no file `c.md`"),
    ] {
        let found: Vec<_> =
            seen(readme).into_iter().map(|(kind, _, message)| (kind, message)).collect();
        assert_eq!(found, [(FaultKind::MissingFile, message.to_owned())]);
    }
}

#[test]
fn row_is_counted_as_github_counts_it() {
    let table = |row: &str| format!("| a | b |\n| --- | --- |\n{row}\n");
    for whole in
        ["| x | y |", "| x | y", "x | y", "| x\\| | y |", "| | |", "|x\\\\|z|y|", "| `x\\|z` | y |"]
    {
        assert_eq!(seen(&table(whole)), [], "{whole}");
    }
    for (row, cells) in [("| `x|z` | y |", "3 cells"), ("| x |", "1 cell"), ("text", "1 cell")] {
        let message = format!("this row has {cells}, its header 2");
        assert_eq!(seen(&table(row)), [(FaultKind::RaggedRow, row, message)]);
    }
    assert_eq!(helps_of(&table("| x | y | z |")), ["write `\\|` for a pipe in a cell's text"]);
}

#[test]
fn row_of_dashes_fits_its_header() {
    assert_eq!(
        seen("| a | b |\n| --- |\n| x | y |\n"),
        [(
            FaultKind::RaggedRow,
            "| --- |",
            "this row of dashes has 1 cell, the header 2".to_owned()
        )]
    );
    assert_eq!(
        seen("> | a | b |\n| :-- | --: |\n"),
        [(
            FaultKind::RaggedRow,
            "| :-- | --: |",
            "this row of dashes belongs to no table".to_owned()
        )]
    );
    assert_eq!(
        seen("text\n| a | b |\n| :-- | --: |\n\nabove\n---\n\n> | a |\n> | - |\n> | b |\n"),
        []
    );
}

#[test]
fn open_comment_and_open_fence_are_found() {
    let comment = "this comment is not closed".to_owned();
    assert_eq!(seen("a\n\n<!-- b\n\nc\n"), [(FaultKind::Markup, "<!-- b\n\nc\n", comment.clone())]);
    assert_eq!(seen("a <!-- b\n"), [(FaultKind::Markup, "<!--", comment)]);
    assert_eq!(seen("`<!--` \\<!-- &lt;!-- <!-- a --> <!---->\n\n    <!--\n"), []);
    assert_eq!(
        seen("a\n\n```text\n[x](#y)\n``\n"),
        [(FaultKind::Markup, "```text", "this block of code is not closed".to_owned())]
    );
    assert_eq!(
        seen("~~~~\n[x](#y) <script>\n~~~~~ \n\n> ```\n> | a |\n> ```\n\n- ```\n  b\n  ```\n"),
        []
    );
    assert_eq!(seen("```\n```\n"), []);
    assert_eq!(faults_of("```\n").len(), 1);
}

#[test]
fn raw_html_is_limited_to_what_a_readme_needs() {
    assert_eq!(
        seen(
            "<details open><summary>a</summary>\n\n<div align=\"center\">b<sub>1</sub></div>\n\n</details>\n"
        ),
        []
    );
    for (readme, meant, message) in [
        ("<script>\n", "<script>", "the element `script` is not allowed in a README"),
        (
            "a <IFRAME src='//b'></p>",
            "<IFRAME src='//b'>",
            "the element `iframe` is not allowed in a README",
        ),
        ("<p onclick=\"x\">\n", "onclick=\"x\"", "GitHub drops the attribute `onclick`"),
        ("<p align=\"center\n\nx\n", "<p align=\"center\n", "this is not a whole tag or comment"),
        ("<?php a ?>", "<?php a ?>", "this is not a whole tag or comment"),
    ] {
        assert_eq!(seen(readme), [(FaultKind::Markup, meant, message.to_owned())]);
    }
}

#[test]
fn address_that_github_drops_is_found() {
    for address in ["javascript:x", "//a.bc", "data:text/html,x", "https:a"] {
        let message = format!("GitHub drops the address `{address}`");
        assert_eq!(faults_of(&format!("[a]({address})"))[0].message, message);
    }
    assert_eq!(seen("[a](mailto:b@c.de) <b@c.de> <https://a.bc>"), []);
    assert_eq!(faults_of("![a](mailto:b@c.de)")[0].kind, FaultKind::Markup);
    assert_eq!(faults_of("[a]()")[0].kind, FaultKind::Markup);
    assert_eq!(
        seen("[a][b]"),
        [(FaultKind::Markup, "[a][b]", "no link is defined as `b`".to_owned())]
    );
}

#[test]
fn page_larger_than_github_shows_is_found() {
    let readme = "é".repeat(60_000);
    let faults = faults_of(&readme);
    assert_eq!(faults.len(), 1);
    assert_eq!((faults[0].kind, faults[0].span.clone()), (FaultKind::TooLarge, 100_000..120_000));
    assert_eq!(faults[0].message, "the page has 120000 bytes, and 100000 are shown");
}

#[test]
fn attribute_in_a_quotation_has_its_place() {
    let readme = "> <p>\n> é <a\n> href=\"#no\">x</a></p>\n";
    assert_eq!(
        seen(readme),
        [(
            FaultKind::DeadAnchor,
            "href=\"#no\"",
            "no heading and no `id` is named `#no`".to_owned()
        )]
    );
}

proptest! {
    #[test]
    fn any_text_is_read_and_every_fault_has_a_place(parts in prop::collection::vec(hostile_text(), 1..20)) {
        let readme = parts.join("\n");
        for fault in faults_of(&readme) {
            prop_assert!(readme.get(fault.span).is_some());
        }
    }
}
