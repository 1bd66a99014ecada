//! The explanations of findings: each code has one, and its examples are what it says they are.

use std::collections::BTreeSet;

use listwright::diag::explain::{self, Explanation, GROUPS, Sample};
use listwright::diag::{Code, settle};
use listwright::render::{Material, Options, readme};
use listwright::source::Content;
use listwright::theme::Theme;

use crate::blessed;
use crate::door::Survey;
use crate::folder::{Folder, Ran};

/// Explaining needs no list.
fn listwright<const N: usize>(args: [&str; N]) -> Ran {
    Folder::empty().run(&args)
}

/// The words that the examples use.
const WORDS: &str = "\
schema: 1
category:
  language: {en: Language model, zh: 语言模型}
task:
  secondary-structure-prediction: {en: Secondary structure prediction, zh: 二级结构预测}
unit:
  sequences: {en: sequences, zh: 条序列}
reason:
  off-topic: {en: Off topic, zh: 与主题无关}
";

/// A list that is clean, uses every word, and shares nothing with the examples.
fn list() -> Survey {
    Survey::default()
        .file("entries/vocabulary.yaml", WORDS)
        .entry("models/base", "{name: Base, category: language, released: 2020-01, papers: [10.1000/base]}")
        .entry("models/left-out", "{name: Left Out, status: excluded, reason: {code: off-topic}}")
        .entry("datasets/base", "name: Base\ntype: task\ntasks: [secondary-structure-prediction]\nsize: [1M sequences]\nsources: [{for: [size], url: https://example.org/base, kind: dataset-card}]\nadded: 2026-11-24\n")
}

/// The list with an example in it.
fn with(samples: &[Sample]) -> Survey {
    let brings_words =
        samples.iter().any(|sample| matches!(sample, Sample::File("entries/vocabulary.yaml", _)));
    // The words of the example are all there are, and the list's own entries would need others.
    let empty = if brings_words { Survey::default() } else { list() };
    samples.iter().fold(empty, |survey, sample| match sample {
        Sample::File(path, text) => survey.file(path, text),
        Sample::Thing(..) => survey,
    })
}

/// The codes of all findings, of the entries or else of README.md.
fn codes(survey: &Survey, samples: &[Sample]) -> BTreeSet<Code> {
    let sources = survey.sources();
    let examined = survey.examined();
    let found: BTreeSet<Code> = examined.findings.iter().map(|finding| finding.code).collect();
    if !found.is_empty() {
        return found;
    }
    let theme = match Theme::new(&sources) {
        Ok(theme) => theme,
        Err(fault) => return BTreeSet::from([fault.code]),
    };
    let (catalog, graph, options) = (&examined.catalog, &examined.graph, &Options::default());
    let material = Material { catalog, graph, sources: &sources, theme: &theme, options };
    let has_file = |wanted: &str| {
        samples.iter().any(|sample| matches!(sample, Sample::Thing(path, _) if *path == wanted))
    };
    // A template of the list is what the example is about; the default one names files of its own.
    if !samples.iter().any(|sample| matches!(sample, Sample::File("templates/README.md", _))) {
        return found;
    }
    let readme = match readme::render(material, &has_file) {
        Ok(readme) => readme,
        Err(fault) => return BTreeSet::from([fault.code]),
    };
    settle(readme.faults, &readme.source).iter().map(|finding| finding.code).collect()
}

/// The list in which something stands that no text can show.
fn odd(code: Code) -> Option<Survey> {
    let path = "entries/models/rna-fm.yaml";
    let content = match code {
        Code::NotRegularFile => Content::NotRegular("symbolic link"),
        Code::UnreadableFile => Content::Unreadable("Permission denied".to_owned()),
        Code::FileTooLarge => Content::TooLarge(3 << 20),
        Code::NotUtf8 => Content::NotUtf8 { lossy: "name: Garc\u{fffd}a\n".to_owned(), at: 10 },
        Code::TooManyFindings => {
            let Sample::File(_, entry) = explain::of(code)?.good.first()? else { return None };
            let lines: Vec<String> =
                (0..300).map(|number| format!("key-{number}: value")).collect();
            Content::Text(format!("{entry}{}\n", lines.join("\n")))
        }
        Code::UnreadTemplate => {
            return Some(list().content("templates/default/", Content::NotRegular("folder")));
        }
        Code::TooManyItems => {
            let Sample::File(_, entry) = explain::of(code)?.good.first()? else { return None };
            let ids: Vec<String> = (0..20_000).map(|number| format!("old-{number}")).collect();
            Content::Text(format!("{entry}former_ids: [{}]\n", ids.join(", ")))
        }
        Code::MissingFile => return Some(Survey::default().without("entries/vocabulary.yaml")),
        _ => return None,
    };
    Some(list().content(path, content))
}

/// What may come along with a finding, where no example brings it about alone.
fn company(code: Code) -> &'static [Code] {
    match code {
        Code::YamlDepth => &[Code::WrongType],
        Code::KeyNotText | Code::TooManyFindings => &[Code::UnknownKey],
        _ => &[],
    }
}

fn all() -> impl Iterator<Item = &'static Explanation> {
    GROUPS.iter().flat_map(|group| group.explanations)
}

#[test]
fn every_code_is_explained_once_and_in_order() {
    let explained: Vec<Code> = all().map(|about| about.code).collect();
    assert_eq!(explained, Code::ALL);
}

#[test]
fn every_wrong_example_brings_its_finding_and_no_other() {
    for about in all().filter(|about| !about.bad.is_empty()) {
        let survey = odd(about.code).unwrap_or_else(|| with(about.bad));
        let mut found = codes(&survey, about.bad);
        found.retain(|code| !company(about.code).contains(code));
        let expected = BTreeSet::from([about.code]);
        assert_eq!(found, expected, "{}\n{}", about.code.as_str(), survey.diagnostics());
    }
}

#[test]
fn every_right_example_is_clean() {
    for about in all().filter(|about| !about.good.is_empty()) {
        let survey = with(about.good);
        let found = codes(&survey, about.good);
        let reports = survey.diagnostics();
        assert_eq!(found, BTreeSet::new(), "{}\n{reports}", about.code.as_str());
    }
}

#[test]
fn only_a_mistake_of_the_program_has_no_example() {
    let without: Vec<Code> = all()
        .filter(|about| about.bad.is_empty() || about.good.is_empty())
        .map(|about| about.code)
        .collect();
    assert_eq!(without, [Code::Accounting]);
}

#[test]
fn explanations_are_short_sentences() {
    for about in all() {
        let name = about.code.as_str();
        assert!(about.why.ends_with('.') && about.fix.ends_with('.'), "{name}");
        assert!(about.why.len() <= 260 && about.fix.len() <= 180, "{name}: {}", about.why.len());
        let first = about.fix.chars().next().unwrap();
        assert!(first.is_lowercase(), "{name}: follows `To mend it:`");
    }
}

#[test]
fn page_of_all_findings_is_up_to_date() {
    blessed::assert_equals("docs/findings.md", &explain::page());
}

#[test]
fn page_of_all_limits_is_up_to_date() {
    blessed::assert_equals("docs/limits.md", &listwright::limits::page());
}

#[test]
fn one_code_is_explained_with_both_examples() {
    let ran = listwright(["explain", "unknown-key"]);
    let expected = "\
unknown-key (error)
A key is not one that stands here.

A misspelt key would be passed over, and what it says would be missing from the list without a word.

Wrong, entries/models/oak-fm.yaml:

    name: Oak-FM
    category: language
    released: 2022-04
    papers: [arXiv:2204.00300]
    sumary: Encoder trained on fallen leaves.

Right, entries/models/oak-fm.yaml:

    name: Oak-FM
    category: language
    released: 2022-04
    papers: [arXiv:2204.00300]
    summary: Encoder trained on fallen leaves.

To mend it: write the key that the finding offers, or one of those it lists.

It is always an error: what the file says would be lost or misread in silence.
";
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, expected, ""));
}

#[test]
fn hidden_characters_of_an_example_are_made_visible() {
    let ran = listwright(["explain", "forbidden-character"]);
    assert!(ran.out.contains("    name: Oak\\u{200b}-FM\n"), "{}", ran.out);
    assert!(!ran.out.contains('\u{200b}'));
}

#[test]
fn code_is_found_in_other_spellings() {
    assert_eq!(listwright(["explain", "Unknown_Key"]), listwright(["explain", "unknown-key"]));
}

#[test]
fn all_codes_are_listed_with_severity_and_meaning() {
    let ran = listwright(["explain"]);
    assert_eq!(ran.code, 0);
    for code in Code::ALL {
        let mut lines = ran.out.lines().map(str::trim);
        let line = lines.find(|line| line.split(' ').next() == Some(code.as_str())).unwrap();
        assert!(
            line.contains(code.severity().as_str()) && line.ends_with(code.meaning()),
            "{line}"
        );
    }
}

#[test]
fn unknown_code_is_answered_with_the_nearest_and_exit_code_two() {
    let ran = listwright(["explain", "unknwon-key"]);
    let expected = "error: there is no code `unknwon-key`: did you mean `unknown-key`?\n";
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (2, "", expected));
}

#[test]
fn code_that_is_like_no_other_is_answered_with_the_way_to_the_list() {
    let ran = listwright(["explain", "xylophone"]);
    let expected = "error: there is no code `xylophone`: `listwright explain` lists them all\n";
    assert_eq!((ran.code, ran.err.as_str()), (2, expected));
}
