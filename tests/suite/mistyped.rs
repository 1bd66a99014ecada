//! What people type in a hurry: nothing of it is joined, cut or renamed in silence.

use listwright::diag::Applicability;
use listwright::rewrite::fix;

use crate::door::Survey;

const MODEL: &str = "name: Oak\ncategory: language\nreleased: 2022\npapers: [10.1000/x]\n";

const PAPER: &str = "title: A paper on folding\ncategory: language\ndates: {published: 2022}\ndoi: 10.1000/y\nauthors: [Ada Bee]\n";

fn paper(old: &str, new: &str) -> Survey {
    assert!(PAPER.contains(old));
    Survey::default().entry("papers/y", &PAPER.replace(old, new))
}

/// The text of a file after a fix, and what it still says.
fn fixed(list: &Survey, path: &str, reach: Applicability) -> (String, Vec<String>) {
    let fixed = fix(&list.sources(), None, reach);
    let file = fixed.sources.find(path).unwrap();
    let said = fixed.findings.iter().map(|finding| finding.message.clone()).collect();
    (fixed.sources.file(file).text().to_owned(), said)
}

#[test]
fn lines_without_hyphens_are_items_and_only_a_person_says_so() {
    for (key, lines, items) in [
        ("authors", "  Ada Bee\n  Carl Dee", "  - Ada Bee\n  - Carl Dee"),
        ("aliases", "  Oak One\n  Oak Two", "  - Oak One\n  - Oak Two"),
        ("former_ids", "  old-a\n  old-b", "  - old-a\n  - old-b"),
    ] {
        let list = paper("authors: [Ada Bee]", &format!("{key}:\n{lines}"));
        let (safe, said) = fixed(&list, "entries/papers/y.yaml", Applicability::Safe);
        assert!(safe.contains(lines), "{safe}");
        assert!(
            said[0].contains("takes a list, and YAML joins these lines to one text"),
            "{said:?}"
        );
        let (text, said) = fixed(&list, "entries/papers/y.yaml", Applicability::Suggested);
        assert!(text.contains(items), "{text}");
        assert_eq!(said, Vec::<String>::new());
    }
}

#[test]
fn nobody_a_title_and_a_group_are_no_persons() {
    for (typed, said, meant) in [
        ("unknown", "takes a list", None),
        ("[Anonymous]", "not the name of an author", None),
        ("[\"Eve Fox, PhD\"]", "not the name of an author", Some("[Eve Fox]")),
        ("[Dr. Eve Fox]", "not the name of an author", Some("[Eve Fox]")),
        (
            "[RNAcentral Consortium]",
            "not the name of an author",
            Some("[{group: RNAcentral Consortium}]"),
        ),
        (
            "[D. E. Shaw Research]",
            "not the name of an author",
            Some("[{group: D. E. Shaw Research}]"),
        ),
        ("RNAcentral Consortium", "takes a list", Some("[{group: RNAcentral Consortium}]")),
    ] {
        let list = paper("[Ada Bee]", typed);
        let findings = list.examined().findings;
        assert!(findings.iter().any(|finding| finding.message.contains(said)), "{findings:?}");
        let (safe, _) = fixed(&list, "entries/papers/y.yaml", Applicability::Safe);
        assert!(safe.contains(&format!("authors: {typed}\n")), "{safe}");
        let (text, left) = fixed(&list, "entries/papers/y.yaml", Applicability::Suggested);
        match meant {
            Some(meant) => {
                assert!(text.contains(&format!("authors: {meant}\n")), "{text}");
                assert_eq!(left, Vec::<String>::new());
            }
            None => assert!(text.contains(&format!("authors: {typed}\n")) && !left.is_empty()),
        }
    }
}

#[test]
fn capitals_that_can_be_a_family_name_are_left_to_their_writer() {
    for (typed, name, initials) in [
        ("Wei LI", "Wei Li", "Wei, L. I."),
        ("Yijun XU", "Yijun Xu", "Yijun, X. U."),
        ("Carl DEE", "Carl Dee", "Carl, D. E. E."),
    ] {
        let list = paper("Ada Bee", typed);
        let findings = list.examined().findings;
        let help = findings[0].help.as_deref().unwrap();
        assert!(help.contains(name) && help.contains(initials), "{help}");
        assert_eq!(findings[0].instead, None);
    }
    let list = paper("Ada Bee", "Zhang HL");
    assert_eq!(list.examined().findings[0].instead.as_deref(), Some("\"Zhang, H. L.\""));
}

#[test]
fn block_of_markdown_keeps_its_code_and_its_end_is_nobodys_fault() {
    for block in ["|2\n        code()\n\n    text\n", "|\n    text\n     \n", "|\n    text\n\n\n"] {
        let list = Survey::default().entry("models/oak", &format!("{MODEL}description: {block}"));
        assert_eq!(list.examined().findings, []);
    }
    let list = Survey::default()
        .entry("models/oak", &format!("{MODEL}description: |2\n        code()\n\n    text\n"));
    let page = list.output("models/oak/index.html");
    assert!(page.contains("<pre") && page.contains("code()"), "{page}");
}

#[test]
fn wrapped_title_with_a_colon_is_not_cut_in_two() {
    let list = paper("A paper on folding", "RNA\n  folding: a model");
    for reach in [Applicability::Safe, Applicability::Suggested] {
        let (text, said) = fixed(&list, "entries/papers/y.yaml", reach);
        assert!(text.starts_with("title: RNA\n  folding: a model\n"), "{text}");
        assert_eq!(said.len(), 1);
    }
}

#[test]
fn key_that_differs_in_capitals_from_one_that_is_there_is_no_other_key() {
    let list = Survey::default()
        .entry("models/oak", &format!("{MODEL}parameters: 10M\nParameters: 12M\n"));
    let findings = list.examined().findings;
    let of_key = findings.iter().find(|finding| finding.message.contains("`Parameters`")).unwrap();
    assert_eq!(
        of_key.help.as_deref(),
        Some("`parameters` says it, and stands here already: delete one of the two")
    );
    assert_eq!(of_key.instead, None);
}

#[test]
fn marks_of_markdown_around_a_file_are_deleted() {
    let list = Survey::default().entry("models/oak", &format!("```yaml\n{MODEL}```\n"));
    let findings = list.examined().findings;
    assert_eq!(findings[0].message, "a mark of Markdown stands in the file");
    let (text, said) = fixed(&list, "entries/models/oak.yaml", Applicability::Safe);
    assert_eq!(text, MODEL);
    assert_eq!(said, Vec::<String>::new());
}

#[test]
fn licence_without_its_version_is_answered_with_the_versions() {
    for (typed, ids) in [
        ("BSD", &["BSD-2-Clause", "BSD-3-Clause"][..]),
        ("GPL", &["GPL-2.0-only", "GPL-3.0-only"]),
        ("cc-by-nc", &["CC-BY-NC-4.0"]),
        ("CC-BY-NC-SA", &["CC-BY-NC-SA-4.0"]),
    ] {
        let list =
            Survey::default().entry("models/oak", &format!("{MODEL}licence: {{code: {typed}}}\n"));
        let findings = list.examined().findings;
        let help = findings[0].help.as_deref().unwrap();
        for id in ids {
            assert!(help.contains(&format!("`{id}`")), "{typed}: {help}");
        }
        assert!(!help.contains("did you mean"), "{help}");
    }
}

#[test]
fn preprint_and_article_of_one_title_and_author_are_likely_one_paper() {
    let text = |doi: &str, author: &str| PAPER.replace("10.1000/y", doi).replace("Ada Bee", author);
    let said = |second: &str, author: &str| {
        let list = Survey::default()
            .entry("papers/a", &text("10.1101/2023.01.01.500001", "Ada Bee"))
            .entry("papers/b", &text(second, author));
        list.examined().findings.len()
    };
    assert_eq!(said("10.1093/nar/gkad1031", "Ada Bee"), 1);
    assert_eq!(said("10.1093/nar/gkad1031", "Carl Dee"), 0);
    // Two articles of one title are two papers, and so are two preprints.
    assert_eq!(said("10.1101/2024.01.01.500001", "Ada Bee"), 0);
}

#[test]
fn paper_with_a_volume_is_cited_as_an_article() {
    let list = paper("doi:", "venue: Nucleic Acids Research\nvolume: 52\ndoi:");
    assert!(list.output("data/v1/papers/y.bib").contains("@article{y"));
    assert!(list.output("data/v1/papers/y.ris").contains("TY  - JOUR"));
}

#[test]
fn decimal_comma_and_the_g_of_bytes_are_answered_with_a_count() {
    for (typed, meant) in
        [("99,52M", "99.52M"), ("1,6B", "1.6B"), ("1.5G", "1.5B"), ("~30g", "~30B")]
    {
        let list = Survey::default().entry("models/oak", &format!("{MODEL}parameters: {typed}\n"));
        let (safe, said) = fixed(&list, "entries/models/oak.yaml", Applicability::Safe);
        assert!(safe.contains(typed) && said.len() == 1, "{safe} {said:?}");
        let (text, said) = fixed(&list, "entries/models/oak.yaml", Applicability::Suggested);
        assert!(text.contains(&format!("parameters: {meant}\n")), "{text}");
        assert_eq!(said, ["no source names `parameters`"]);
    }
    // Three digits behind a comma can be thousands.
    let list = Survey::default().entry("models/oak", &format!("{MODEL}parameters: 1,024M\n"));
    assert_eq!(list.examined().findings[0].instead, None);
}

#[test]
fn number_of_pubmed_as_a_key_is_answered_with_its_place() {
    for (key, place) in [
        ("pmid: 123", "{pubmed: PMID:123}"),
        ("pmcid: PMC123", "{pmc: PMC123}"),
        ("openalex: https://openalex.org/W123", "{openalex: W123}"),
        ("corpus_id: 123", "{semantic_scholar: CorpusID:123}"),
    ] {
        let list = Survey::default().entry("papers/y", &format!("{PAPER}{key}\n"));
        let findings = list.examined().findings;
        assert_eq!(findings.len(), 1);
        let help = findings[0].help.as_deref().unwrap();
        assert_eq!(help, format!("write `ids: {place}` in its place"));
        let list = Survey::default().entry("papers/y", &format!("{PAPER}ids: {place}\n"));
        assert_eq!(list.examined().findings, []);
    }
}

#[test]
fn entry_in_the_folder_of_another_kind_is_one_finding() {
    let list = Survey::default().entry("papers/oak", &format!("{MODEL}parameters: 10M\n"));
    let findings = list.examined().findings;
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!(
        findings[0].message,
        "these are the keys of a model, and the file stands among the papers"
    );
    assert_eq!(findings[0].help.as_deref(), Some("move the file to the folder entries/models/"));
}

#[test]
fn name_of_a_language_is_one_finding_with_its_code() {
    let survey = "schema: 1\ntitle: {en: A list, zh: 清单}\nlanguages: [english, Chinese]\n";
    let list = Survey::default()
        .file("entries/survey.yaml", survey)
        .entry("models/oak", &format!("{MODEL}summary: {{en: A tree, zh: 树}}\n"));
    let said: Vec<_> = list
        .examined()
        .findings
        .into_iter()
        .map(|found| (found.message, found.instead.as_deref().map(str::to_owned)))
        .collect();
    assert_eq!(
        said,
        [
            ("`english` is not the code of a language".to_owned(), Some("en".to_owned())),
            ("`Chinese` is not the code of a language".to_owned(), Some("zh".to_owned())),
        ]
    );
}

#[test]
fn page_is_no_address_of_a_site() {
    for site in ["https://a.example/list/index.html", "https://a.example/index.php"] {
        let list = Survey::default().file(
            "entries/survey.yaml",
            format!("schema: 1\ntitle: A list\nlanguages: [en]\nsite: {site}\n"),
        );
        let findings = list.examined().findings;
        assert!(findings[0].message.contains("the address of a single page"), "{findings:?}");
    }
}

#[test]
fn dois_of_a_preprint_and_its_article_are_not_exchanged() {
    let said = |doi: &str, rest: &str| {
        let list = paper("doi: 10.1000/y", &format!("doi: {doi}\n{rest}"));
        let findings = list.examined().findings;
        findings.into_iter().map(|finding| finding.help.unwrap_or_default()).collect::<Vec<_>>()
    };
    let preprint = "10.1101/2023.01.01.500001";
    assert_eq!(
        said(preprint, "preprint_doi: 10.1000/y"),
        [format!("exchange the two: `doi: 10.1000/y` and `preprint_doi: {preprint}`")]
    );
    assert_eq!(
        said(preprint, "publication: journal"),
        [format!("write `preprint_doi: {preprint}`, and the DOI of the article as `doi`")]
    );
    assert_eq!(said(preprint, "publication: preprint"), Vec::<String>::new());
    // Genome Research has the prefix of bioRxiv.
    assert_eq!(said("10.1101/gr.278870.123", "publication: journal"), Vec::<String>::new());
}

#[test]
fn comma_without_an_item_is_named_and_left_to_its_writer() {
    for (typed, meant) in [("[a1,,b2]", "[a1,b2]"), ("[, a1]", "[a1]"), ("[a1, , b2]", "[a1, b2]")]
    {
        let list = Survey::default().entry("models/oak", &format!("{MODEL}aliases: {typed}\n"));
        let findings = list.examined().findings;
        assert_eq!(findings[0].message, "no item stands before a comma", "{typed}");
        let (safe, _) = fixed(&list, "entries/models/oak.yaml", Applicability::Safe);
        assert!(safe.contains(typed), "{safe}");
        let (text, _) = fixed(&list, "entries/models/oak.yaml", Applicability::Suggested);
        assert!(text.contains(meant), "{text}");
    }
}

#[test]
fn link_of_markdown_is_taken_apart() {
    let list = Survey::default()
        .entry("models/oak", &MODEL.replace("name: Oak", "name: [Oak](https://oak.example)"));
    let findings = list.examined().findings;
    assert_eq!(findings[0].message, "a link of Markdown stands where YAML has a value");
    let (text, said) = fixed(&list, "entries/models/oak.yaml", Applicability::Suggested);
    assert!(text.starts_with("name: \"Oak\"\n") || text.starts_with("name: Oak\n"), "{text}");
    assert_eq!(said, Vec::<String>::new());
    let list = Survey::default()
        .entry("models/oak", &format!("{MODEL}links:\n  code: [here](https://github.com/a/b)\n"));
    let (text, said) = fixed(&list, "entries/models/oak.yaml", Applicability::Suggested);
    assert!(text.contains("code: https://github.com/a/b\n"), "{text}");
    assert_eq!(said, Vec::<String>::new());
}

#[test]
fn list_that_swallows_the_keys_behind_it_is_left_to_its_writer() {
    let sources = "sources: [{for: [name, url: https://oak.example, kind: secondary}]\n";
    let list = Survey::default().entry("models/oak", &format!("{MODEL}{sources}"));
    for reach in [Applicability::Safe, Applicability::Suggested] {
        let (text, said) = fixed(&list, "entries/models/oak.yaml", reach);
        assert!(text.ends_with(sources) && said.len() == 1, "{text} {said:?}");
    }
}

#[test]
fn mend_of_the_vocabulary_changes_no_entry_that_had_no_finding() {
    let list = Survey::default().entry("models/oak", MODEL).replace(
        "entries/vocabulary.yaml",
        "  language:",
        "  langauge： ",
    );
    let (text, _) = fixed(&list, "entries/models/oak.yaml", Applicability::Suggested);
    assert_eq!(text, MODEL);
}
