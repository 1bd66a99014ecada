//! Breaks that show only when README.md is made: of templates, and of what they leave.

use std::collections::BTreeSet;

use listwright::diag::Code;

use crate::sample::sample;

/// A template, the code that it causes, and the place in the template or in README.md.
fn breaks() -> Vec<(&'static str, String, Code, &'static str)> {
    let text = |text: &str| text.to_owned();
    vec![
        ("open_block", text("# A\n\n{% if title %}\n"), Code::Template, "templates/README.md:4:1"),
        ("unknown_variable", text("# {{ titel }}\n"), Code::Template, "templates/README.md:1:6"),
        (
            "unknown_filter",
            text("# A\n{{ title | shout }}\n"),
            Code::Template,
            "templates/README.md:2:12",
        ),
        (
            "unknown_parent",
            text("{% extends \"none.md\" %}"),
            Code::Template,
            "templates/README.md:1:1",
        ),
        ("dead_anchor", text("# A\n\n[b](#c)\n"), Code::ReadmeAnchor, "README.md:5:1"),
        (
            "ragged_row",
            text("# A\n\n| a | b |\n| - | - |\n| c |\n"),
            Code::ReadmeTable,
            "README.md:7:1",
        ),
        ("missing_picture", text("# A\n\n![b](missing.svg)\n"), Code::ReadmeFile, "README.md:5:1"),
        ("path_to_the_outside", text("# A\n\n[b](../c)\n"), Code::ReadmeFile, "README.md:5:1"),
        ("open_comment", text("# A\n\n<!-- b\n"), Code::ReadmeMarkup, "README.md:5:1"),
        ("open_code", text("# A\n\n```text\nb\n"), Code::ReadmeMarkup, "README.md:5:1"),
        (
            "over_the_budget",
            "# A\n\n".to_owned() + &"leaves ".repeat(65_000),
            Code::ReadmeTooLarge,
            "README.md:5:449880",
        ),
    ]
}

/// The codes that a README can cause.
pub(super) fn codes() -> BTreeSet<Code> {
    breaks().into_iter().map(|(_, _, code, _)| code).collect()
}

#[test]
fn each_break_of_the_readme_gives_its_own_finding_at_its_own_place() {
    let mut wrong = String::new();
    for (name, template, code, place) in breaks() {
        let list = sample().file("templates/README.md", template).lacking("missing.svg");
        assert_eq!(list.places(), [""; 0], "a template is not looked at before it is used");
        let found = list.readme_places();
        let expected = vec![format!("{place} {}", code.as_str())];
        if found != expected {
            wrong += &format!("{name}\n  expected {expected:#?}\n  found {found:#?}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
