//! Files that try to wear the program out: they end soon, and what is said of them stays short.

use std::time::{Duration, Instant};

use listwright::diag::{Code, Severity, Style, report};

use crate::door::Survey;
use crate::sample::sample;

/// When a run is taken for one that does not end: what grows with the square of such a file takes far longer, and what
/// does not takes seconds even without optimisation beside other work.
const PATIENCE: Duration = Duration::from_mins(4);

/// How many findings are shown of a file, with the one that says so.
const SHOWN: usize = 201;

/// The beginning of an entry that is well as far as it goes.
const NAMED: &str = "name: Crowd\nreleased: 2023\ncategory: language\n";

/// Examines a list and writes every report; gives the number of findings and the bytes.
fn run(list: &Survey) -> (usize, usize) {
    let start = Instant::now();
    let sources = list.sources();
    let findings = list.examined().findings;
    let shown: usize =
        findings.iter().map(|finding| report(finding, &sources, Style::Plain).len()).sum();
    let took = start.elapsed();
    assert!(took < PATIENCE, "{took:?}");
    (findings.len(), shown)
}

fn file(text: &str) -> Survey {
    sample().file("entries/models/crowd.yaml", text)
}

/// A text of about a mebibyte, made of numbered pieces.
fn mebibyte(piece: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    for number in 0.. {
        let next = piece(number);
        if text.len() + next.len() > (1 << 20) - 10 {
            break;
        }
        text += &next;
    }
    text
}

#[test]
fn ten_thousand_unknown_keys_end_with_a_capped_report() {
    let keys: String = (0..10_000).map(|n| format!("key{n}: x\n")).collect();
    let (count, bytes) = run(&file(&keys));
    assert_eq!(count, SHOWN);
    assert!(bytes < 300_000, "{bytes}");
}

#[test]
fn warnings_alone_never_stop_a_build_however_many_a_file_has() {
    let variants: String =
        (0..250).map(|n| format!("  v{n}: {{parameters: {}M}}\n", n + 1)).collect();
    let papers = "papers: [10.1000/x]\nsources: [{url: https://crowd.example.org, kind: repository, checked: 2025-01-01}]\n";
    let list = file(&format!("{NAMED}{papers}variants:\n{variants}"));
    let findings = list.examined().findings;
    let errors = findings.iter().filter(|finding| finding.severity != Severity::Warning);
    assert_eq!(errors.count(), 0);
    let counted = findings.last().unwrap();
    assert_eq!(
        (findings.len(), counted.message.as_str()),
        (SHOWN, "the file has more than 200 findings; not shown: 0 errors and 50 warnings")
    );
    assert!(list.output("models/crowd/index.html").contains("250"));
}

#[test]
fn flow_map_of_one_long_line_ends_with_a_capped_report() {
    let (count, bytes) = run(&file(&format!("{{{}}}", mebibyte(|n| format!("k{n}: x,")))));
    assert_eq!(count, SHOWN);
    assert!(bytes < 300_000, "{bytes}");
}

#[test]
fn long_lines_of_other_kinds_end_with_a_capped_report() {
    for text in [
        format!(
            "{{name: X, aliases: [{}]}}",
            mebibyte(|n| format!("{n},"))[..1_000_000].to_owned() + "1"
        ),
        format!("{{{}}}", mebibyte(|_| "a: x,".to_owned())),
        format!("name: {}", mebibyte(|_| "&a ".to_owned())),
        format!("rna: [{}]", mebibyte(|_| "&a !t x,".to_owned())),
        format!("name: \"{}\"", mebibyte(|_| "\\u202e".to_owned())),
        format!("rna: [{}]", mebibyte(|_| "\"\\u202e\",".to_owned())),
        mebibyte(|_| "\u{202e}".to_owned()),
        mebibyte(|_| "长\u{200b}".to_owned()),
        mebibyte(|_| "%YAML\n".to_owned()),
        mebibyte(|_| "- ".to_owned()),
        mebibyte(|_| "? ".to_owned()),
        mebibyte(|_| "{".to_owned()),
        format!("name: '{}", mebibyte(|_| "''".to_owned())),
        mebibyte(|_| "# a comment\n".to_owned()),
        format!("rna: [{}]", mebibyte(|n| format!("word{n},"))),
        format!("rna: [{}]", mebibyte(|_| "a，".to_owned())),
        format!("{{{}}}", mebibyte(|n| format!("a{n}\n: x,"))),
        format!("papers: [{}]", mebibyte(|n| format!("paper{n},"))),
        format!("tags: [{}", mebibyte(|_| "[".to_owned())),
        format!(
            "{NAMED}papers: [{}]\n",
            mebibyte(|n| format!("paper{n},"))[..1_000_000].to_owned() + "x"
        ),
        format!(
            "{NAMED}aliases: [{}]\n",
            mebibyte(|n| format!("x{n},"))[..1_000_000].to_owned() + "x"
        ),
        format!(
            "{NAMED}papers: [rowan-2024]\nvariants:\n{}",
            (0..30_000).map(|n| format!("  v{n}: {{parameters: 1M}}\n")).collect::<String>()
        ),
    ] {
        let list = file(&text);
        let (count, bytes) = run(&list);
        assert!((1..=SHOWN).contains(&count), "{count}");
        assert!(bytes < 300_000, "{bytes}");
    }
}

#[test]
fn two_hundred_broken_files_are_all_shown() {
    let list = (0..200).fold(sample(), |list, number| {
        let text = format!(
            "name: Broken {number}\nreleased: 2022.02\ncategory: langauge\nlinks: {{home: x}}\n"
        );
        list.entry(&format!("models/broken-{number}"), &text)
    });
    let (count, _) = run(&list);
    assert_eq!(count, 600);
    let codes: Vec<Code> = list.examined().findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes[..3], [Code::BadDate, Code::UnknownWord, Code::BadUrl]);
}
