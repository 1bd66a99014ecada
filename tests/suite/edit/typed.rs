//! What people type, and what becomes of it: each slip has a finding, and its suggestion says what was meant.

use listwright::diag::{Finding, Style, report};

use super::*;

const WORDS: &str = "\
schema: 1
category:
  language: {en: Language model, zh: 语言模型}
rna:
  mrna: {en: mRNA, zh: 信使}
  cds: {en: CDS, zh: 编码}
";

const MODEL: &str = "name: X\nreleased: 2022\ncategory: language\nlinks: {home: https://e.org}\n";

fn list(lines: &str) -> Survey {
    Survey::default()
        .file("entries/vocabulary.yaml", WORDS)
        .entry("models/x", &format!("{MODEL}{lines}\n"))
}

fn findings(lines: &str) -> Vec<Finding> {
    let mut findings = list(lines).examined().findings;
    findings.retain(|finding| finding.code != Code::UnusedWord);
    findings
}

/// The lines with the suggestions of all their findings typed, and nothing left to find.
fn mended(lines: &str) -> String {
    let fixed = fix(&list(lines).sources(), None, Applicability::Suggested);
    let said: Vec<String> = fixed
        .findings
        .iter()
        .filter(|finding| finding.code != Code::UnusedWord)
        .map(|finding| report(finding, &fixed.sources, Style::Plain))
        .collect();
    assert!(said.is_empty(), "{lines}\n{}", said.join("\n"));
    let file = fixed.sources.find("entries/models/x.yaml").unwrap();
    let text = fixed.sources.file(file).text();
    text.strip_prefix(MODEL).unwrap_or(text).trim_end_matches('\n').to_owned()
}

fn each_becomes(table: &[(&str, &str)]) {
    for (typed, meant) in table {
        assert!(!findings(typed).is_empty(), "no finding: {typed}");
        assert_eq!(mended(typed), *meant, "{typed}");
    }
}

fn each_is_fine(table: &[&str]) {
    for typed in table {
        let said: Vec<String> = findings(typed).into_iter().map(|f| f.message).collect();
        assert_eq!(said, [""; 0], "{typed}");
    }
}

#[test]
fn text_that_goes_on_behind_its_quotes_is_put_in_quotes_as_a_whole() {
    each_becomes(&[
        ("summary: \"RNA\" foundation models", "summary: '\"RNA\" foundation models'"),
        ("summary: \"RNA\" and \"DNA\"", "summary: '\"RNA\" and \"DNA\"'"),
        ("summary: 'RNA' foundation models", "summary: \"'RNA' foundation models\""),
        ("summary: \"The \"RNA\" model\"", "summary: 'The \"RNA\" model'"),
        ("summary: 'it's a model'", "summary: \"it's a model\""),
        ("summary: \"RNA\" models # checked", "summary: '\"RNA\" models' # checked"),
    ]);
}

#[test]
fn quotation_mark_that_is_not_closed_is_closed_at_the_end_of_its_text() {
    each_becomes(&[
        ("summary: \"RNA models", "summary: \"RNA models\""),
        ("summary: \"RNA models\nrna: [mrna]", "summary: \"RNA models\"\nrna: [mrna]"),
        ("summary: \"RNA models # checked", "summary: \"RNA models\" # checked"),
        ("aliases: [\"RNA, X]", "aliases: [\"RNA\", X]"),
    ]);
}

#[test]
fn backslashes_that_were_no_escapes_stay_backslashes() {
    each_becomes(&[
        ("summary: \"RNA of \\lambda phage\"", "summary: 'RNA of \\lambda phage'"),
        (
            "summary: \"\\emph{In vivo} RNA with the $\\beta$ model\"",
            "summary: '\\emph{In vivo} RNA with the $\\beta$ model'",
        ),
        (
            "summary: \"\\alpha, \\frac12, \\rho, \\varepsilon\"",
            "summary: '\\alpha, \\frac12, \\rho, \\varepsilon'",
        ),
        ("summary: \"\\Lambda and \\Phi and \\Nu\"", "summary: '\\Lambda and \\Phi and \\Nu'"),
        ("summary: \"the time \\tau\"", "summary: 'the time \\tau'"),
        ("summary: \"a rate \\nu of it\"", "summary: 'a rate \\nu of it'"),
        ("summary: \"RNA\\_FM\"", "summary: 'RNA\\_FM'"),
        ("summary: \"the model's \\beta\"", "summary: 'the model''s \\beta'"),
        ("summary: \"a \\\"word\\\" of \\lambda\"", "summary: 'a \"word\" of \\lambda'"),
        ("aliases: [\"\\lambda one\", B]", "aliases: ['\\lambda one', B]"),
    ]);
    each_is_fine(&[
        "summary: \"a \\\"word\\\" and \\\\lambda\"",
        "description: \"one line\\nand another\"",
        "summary: \"caf\\u00e9 \\x41\"",
        "summary: '\\emph{x}'",
        "summary: RNA \\lambda",
    ]);
}

#[test]
fn escape_is_named_in_the_message() {
    let says = |lines: &str| findings(lines)[0].message.clone();
    assert_eq!(says("summary: \"RNA of \\lambda\""), "`\\l` is not an escape that YAML knows");
    assert_eq!(
        says("summary: \"the \\beta\""),
        "`\\b` stands for the control character U+0008 in double quotes"
    );
    assert_eq!(says("summary: \"the \\tau\""), "`\\t` stands for a tab in double quotes");
}

#[test]
fn pair_of_surrogates_becomes_the_character_that_json_means() {
    each_becomes(&[
        ("summary: \"\\ud83e\\uddec RNA\"", "summary: \"🧬 RNA\""),
        ("summary: \"a \\\"b\\\" \\uD83E\\uDDEC\"", "summary: \"a \\\"b\\\" 🧬\""),
        ("aliases: [\"\\ud83e\\uddec\", B]", "aliases: [\"🧬\", B]"),
    ]);
}

#[test]
fn text_that_begins_with_a_sign_of_yaml_is_put_in_quotes() {
    each_becomes(&[
        ("summary: [RNA] foundation models", "summary: \"[RNA] foundation models\""),
        ("summary: {RNA} models", "summary: \"{RNA} models\""),
        ("summary: @home model", "summary: \"@home model\""),
        ("summary: %done of it", "summary: \"%done of it\""),
        ("summary: *RNA* models", "summary: \"*RNA* models\""),
        ("summary: &more RNA", "summary: \"&more RNA\""),
        ("summary: & more RNA", "summary: \"& more RNA\""),
        ("summary: !Kung RNA", "summary: \"!Kung RNA\""),
        ("summary: > 90% identity", "summary: \"> 90% identity\""),
        ("summary: |psi> states", "summary: \"|psi> states\""),
        ("summary: `RNA` models", "summary: \"`RNA` models\""),
        ("summary: *a* \"b\" `c`", "summary: '*a* \"b\" `c`'"),
    ]);
}

#[test]
fn text_with_a_colon_is_put_in_quotes() {
    each_becomes(&[
        ("summary: Encoder: a model", "summary: \"Encoder: a model\""),
        ("summary: Encoder: a \"model\"", "summary: 'Encoder: a \"model\"'"),
        ("summary: Encoder: a model # seen", "summary: \"Encoder: a model\" # seen"),
        ("summary: ends with a colon:", "summary: \"ends with a colon:\""),
        ("summary: Encoder: a model\n  of RNA", "summary: \"Encoder: a model of RNA\""),
        ("training: {note: RNA: protein}", "training: {note: \"RNA: protein\"}"),
        ("summary: {en: RNA: a, zh: x}", "summary: {en: \"RNA: a\", zh: x}"),
        ("aliases: [A: B: C, x]", "aliases: [\"A: B: C\", x]"),
    ]);
}

#[test]
fn comment_that_cuts_a_text_becomes_part_of_it() {
    each_becomes(&[
        ("summary: Ranked #1 on X; see #12", "summary: \"Ranked #1 on X; see #12\""),
        ("summary: The # of parameters", "summary: \"The # of parameters\""),
        ("summary: Cut # here", "summary: \"Cut # here\""),
        ("training:\n  note: Issue # 5", "training:\n  note: \"Issue # 5\""),
        ("aliases: [RNA #1, RNA #2]", "aliases: [\"RNA #1\", \"RNA #2\"]"),
        ("aliases:\n  - RNA #1", "aliases:\n  - \"RNA #1\""),
        ("summary: {en: RNA #1, zh: x}", "summary: {en: \"RNA #1\", zh: x}"),
    ]);
    // Where a comma may end the text, nobody but its writer knows how far it goes.
    let found = findings("aliases: [\n  RNA #1, X\n  ]");
    assert_eq!(found[0].code, Code::CommentInText);
    assert!(found[0].instead.is_none());
}

#[test]
fn comment_has_its_place_behind_a_name_behind_quotes_and_on_its_own_line() {
    each_is_fine(&[
        "summary: \"Ranked first\" # as they say",
        "summary: 'Ranked first' #1",
        "# as they say\nsummary: Ranked first",
        "aliases:\n  - RNA # an old name\n  - B   ## older",
        "aliases: [RNA, # one\n  B] # two",
        "rna: [mrna] #1",
        "rna_note: From C#1 and a#b",
    ]);
}

#[test]
fn full_width_marks_are_named_and_become_plain_ones() {
    each_becomes(&[
        ("rna：[mrna]", "rna: [mrna]"),
        ("rna： [mrna]", "rna: [mrna]"),
        ("rna：［mrna，cds］", "rna: [mrna, cds]"),
        ("rna: [mrna，cds]", "rna: [mrna, cds]"),
        ("rna: [mrna、cds]", "rna: [mrna, cds]"),
        ("rna: ［mrna，cds］", "rna: [mrna, cds]"),
        ("rna: [mrna, cds］", "rna: [mrna, cds]"),
        ("rna: 【mrna】", "rna: [mrna]"),
        ("summary:\u{3000}wide", "summary: wide"),
        ("summary:\u{a0}wide", "summary: wide"),
        ("training:\n\u{3000}note: x", "training:\n  note: x"),
        ("training:\n\u{a0}\u{a0}note: x", "training:\n  note: x"),
        ("training: {note：x}", "training: {note: x}"),
        ("training: ｛note: x｝", "training: {note: x}"),
        ("training:\n  note：x", "training:\n  note: x"),
    ]);
    let says = |lines: &str| findings(lines)[0].message.clone();
    assert_eq!(
        says("rna：[mrna]"),
        "`：` is a full-width mark, and YAML takes it for part of a text"
    );
    assert_eq!(
        says("rna: [mrna，cds]"),
        "`，` is a full-width mark, and YAML takes it for part of a text"
    );
    each_is_fine(&["summary: 编码器：模型，一个", "aliases: [模型、一]"]);
}

#[test]
fn full_width_comma_between_people_is_named() {
    let paper = "title: T\nauthors: [张三，李四]\ndates: {published: 2022}\nurl: https://p.org\n";
    let survey = Survey::default().entry("papers/t", paper);
    let fixed = fix(&survey.sources(), None, Applicability::Suggested);
    assert_eq!(fixed.rewrites[0].text, paper.replace('，', ", "));
}

#[test]
fn space_behind_a_colon_or_a_hyphen_is_added() {
    each_becomes(&[
        ("rna:[mrna]", "rna: [mrna]"),
        ("summary:x y\nrna: [mrna]", "summary: x y\nrna: [mrna]"),
        ("training:\n  note:x", "training:\n  note: x"),
        ("training: {note:x}", "training: {note: x}"),
        ("rna:\n  -mrna\n  -cds", "rna:\n  - mrna\n  - cds"),
        ("rna:\n- mrna\n-cds", "rna:\n- mrna\n- cds"),
        ("rna:\n  - mrna\n  -cds", "rna:\n  - mrna\n  - cds"),
        ("aliases:\n  - A\n    -B", "aliases:\n  - A\n  - B"),
        ("rna:\n  • mrna\n  • cds", "rna:\n  - mrna\n  - cds"),
        ("rna:\n  – mrna", "rna:\n  - mrna"),
    ]);
}

#[test]
fn indentation_is_set_right_where_it_can_be_known() {
    each_becomes(&[
        ("training:\n\tnote: x", "training:\n  note: x"),
        ("  summary: indented", "summary: indented"),
        ("rna: [mrna]\n summary: indented", "rna: [mrna]\nsummary: indented"),
    ]);
}

#[test]
fn bracket_that_is_not_closed_is_closed_at_the_end_of_its_line() {
    each_becomes(&[
        ("rna: [mrna, cds", "rna: [mrna, cds]"),
        ("rna: [mrna, cds\nsummary: x", "rna: [mrna, cds]\nsummary: x"),
        ("rna: [mrna, cds}", "rna: [mrna, cds]"),
        ("training: {note: x # why\nsummary: so", "training: {note: x} # why\nsummary: so"),
    ]);
}

#[test]
fn typographic_quotation_marks_around_a_text_become_plain_ones() {
    each_becomes(&[
        ("aliases: [“RNA-FM”]", "aliases: [\"RNA-FM\"]"),
        ("summary: “RNA-FM”", "summary: \"RNA-FM\""),
        ("summary: ‘RNA-FM’", "summary: \"RNA-FM\""),
    ]);
    each_is_fine(&["summary: \"“RNA-FM”\"", "summary: “RNA” and “DNA”", "summary: the “RNA” one"]);
}

#[test]
fn mark_that_is_typographic_on_one_side_only_becomes_a_plain_one() {
    each_becomes(&[
        ("summary: \"RNA models”", "summary: \"RNA models\""),
        ("summary: \"RNA models“ # seen", "summary: \"RNA models\" # seen"),
        ("summary: 'RNA models’", "summary: 'RNA models'"),
        ("aliases: [\"RNA“, X]", "aliases: [\"RNA\", X]"),
        ("training: {note: \"RNA＂}", "training: {note: \"RNA\"}"),
        ("summary: “RNA models\"", "summary: \"RNA models\""),
        ("aliases: [‘RNA', X]", "aliases: [\"RNA\", X]"),
        // The last mark belongs to one within the text.
        ("summary: \"RNA “models”", "summary: \"RNA “models”\""),
        ("aliases: [\"the “RNA”, X]", "aliases: [\"the “RNA”\", X]"),
    ]);
}

#[test]
fn full_width_comma_within_a_word_does_not_cut_it() {
    each_becomes(&[
        ("rna: [mr，na]", "rna: [mrna]"),
        ("rna: [cds, mrn、a]", "rna: [cds, mrna]"),
        // A near word on either side is two words.
        ("rna: [mrna，cdss]", "rna: [mrna, cds]"),
    ]);
    let help = |typed: &str| {
        let found = findings(typed);
        let wide = found.iter().find(|finding| finding.code == Code::WideMark).unwrap();
        (wide.help.clone().unwrap(), wide.instead.as_deref().map(str::to_owned))
    };
    let (said, instead) = help("rna: [mr，na]");
    assert_eq!(said, "delete it, as the rest is one item");
    assert_eq!(instead.as_deref(), Some("mrna"));
    let (said, instead) = help("rna: [mrna，zzz]");
    assert_eq!(said, "type `,` and a space between two items, or delete the mark within one");
    assert_eq!(instead, None);
}

#[test]
fn key_whose_colon_stands_on_another_line_gets_it_on_its_own() {
    each_becomes(&[
        ("training: {note\n: x}", "training: {note: x}"),
        ("training: {note\n  :\n  x}", "training: {note:\n  x}"),
        ("training: {\"note\"\n :x}", "training: {\"note\": x}"),
        ("summary: {en: x, 'zh'\n\n : word}", "summary: {en: x, 'zh': word}"),
    ]);
    for typed in [
        // The comment would be lost.
        "training: {note # of it\n: x}",
        "training: {no\n  te: x}",
        "training: {?\n note\n : x}",
    ] {
        let found = findings(typed);
        assert_eq!(found[0].code, Code::YamlSyntax, "{typed}");
        assert_eq!(found[0].instead, None, "{typed}");
    }
    each_is_fine(&["training: {note:\n  x}", "training: {? note\n  : x}", "? summary\n: x"]);
}

#[test]
fn what_a_later_suggestion_leaves_of_an_earlier_one_is_still_looked_at() {
    // The first suggestion makes a list of what cannot be read, and the second mends an item of it; the rest of the first
    // is an item that the list does not take.
    for typed in ["rna: [mrn, md[s]", "papers: [\"a\u{301}, x[y]"] {
        let before = list(typed).sources();
        let fixed = fix(&before, None, Applicability::Suggested);
        let file = before.find("entries/models/x.yaml").unwrap();
        assert_eq!(fixed.sources.file(file).text(), before.file(file).text(), "{typed}");
    }
}

#[test]
fn text_that_is_not_composed_is_a_warning_with_a_fix() {
    each_becomes(&[
        ("aliases: [Cafe\u{301}]", "aliases: [Caf\u{e9}]"),
        ("summary: \"e\\u0301\"", "summary: \"\u{e9}\""),
        ("description: |\n  Cafe\u{301}\n  two", "description: |\n  Caf\u{e9}\n  two"),
    ]);
    assert_eq!(findings("aliases: [Cafe\u{301}]")[0].code, Code::NotNormal);
    each_is_fine(&["aliases: [Caf\u{e9}, 模型, \u{4e2d}]"]);
}

#[test]
fn joiners_and_selectors_are_taken_where_they_mean_something() {
    each_is_fine(&[
        // Persian, Bengali with either joiner, Sinhala, Malayalam.
        "aliases: [می\u{200c}خواهم]",
        "aliases: [ক্\u{200c}ষ, ক্\u{200d}ষ, র\u{200d}্যাব]",
        "aliases: [ක්\u{200d}ය, ന്\u{200d}]",
        // A scientist, a family, a flag, a heart, a key cap, England.
        "aliases: [👩\u{200d}🔬, 👩🏽\u{200d}🔬, 🏳\u{fe0f}\u{200d}🌈, ❤\u{fe0f}, 1\u{fe0f}\u{20e3}]",
        "aliases: [🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}]",
        // A variant of an ideograph, and of a sign of mathematics.
        "aliases: [辻\u{e0100}, 倫\u{fe00}, ∩\u{fe00}]",
        "summary: \"می\\u200cخواهم\"",
    ]);
}

#[test]
fn joiners_and_selectors_are_refused_where_they_mean_nothing() {
    each_becomes(&[
        ("aliases: [RNA\u{200d}-FM]", "aliases: [RNA-FM]"),
        ("aliases: [R\u{200c}NA]", "aliases: [RNA]"),
        ("aliases: [模\u{200d}型]", "aliases: [模型]"),
        ("aliases: [می \u{200c}خواهم]", "aliases: [می خواهم]"),
        ("aliases: [RNA\u{fe0f}]", "aliases: [RNA]"),
        ("aliases: [RNA 1\u{fe0f}]", "aliases: [RNA 1]"),
        ("aliases: [R\u{e0100}NA]", "aliases: [RNA]"),
        ("aliases: [👩\u{200d}, B]", "aliases: [👩, B]"),
        ("aliases: [RNA\u{e0067}\u{e007f}]", "aliases: [RNA]"),
    ]);
}

#[test]
fn data_without_an_entry_is_given_by_its_name() {
    for rest in ["", "\nrelased: 2022", "\nrna: [nope]", "\nparameters: many"] {
        let typed = format!("training: {{datasets: [GENCODE v44]}}{rest}");
        let found = findings(&typed);
        let id = found.iter().find(|finding| finding.code == Code::BadId).unwrap();
        assert_eq!(id.instead.as_deref(), Some("{name: GENCODE v44}"), "{typed}");
    }
    assert_eq!(
        mended("training: {datasets: [GENCODE v44]}"),
        "training: {datasets: [{name: GENCODE v44}]}"
    );
    let survey = list("training: {datasets: [GENCODE v44]}")
        .entry("datasets/gencode-v44", "name: G\ntype: corpus\nlinks: {home: https://g.org}\n");
    let found = survey.examined().findings;
    let id = found.iter().find(|finding| finding.code == Code::BadId).unwrap();
    assert_eq!(id.instead.as_deref(), Some("gencode-v44"));
}

#[test]
fn reference_that_would_lead_nowhere_is_not_typed_whatever_else_is_wrong() {
    // The id of a paper that the list does not have.
    for rest in ["", "\nparameters: many"] {
        let typed = format!("papers: [Chen 2022]{rest}");
        let fixed = fix(&list(&typed).sources(), None, Applicability::Suggested);
        assert_eq!(fixed.rewrites, [], "{typed}");
        assert!(fixed.findings.iter().all(|finding| finding.code != Code::UnknownReference));
    }
}

#[test]
fn suggestion_that_would_only_be_another_mistake_is_not_typed() {
    for typed in [
        // A list that goes on behind its bracket is no text.
        "rna: [mrna] models",
        "rna: [mrna] models\nsummary: Encoder: x",
        "released_note: a: b",
    ] {
        let before = findings(typed);
        let fixed = fix(&list(typed).sources(), None, Applicability::Suggested);
        let said: Vec<_> = fixed.findings.iter().map(|f| (f.code, f.message.as_str())).collect();
        assert!(
            said.contains(&(before[0].code, before[0].message.as_str()))
                || said.iter().all(|(code, _)| *code != Code::WrongType),
            "{typed}: {said:?}"
        );
    }
}
