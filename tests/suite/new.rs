//! `listwright new`: what is known is in the file, what must be known is found missing, and nothing is written twice.

use listwright::kinds::{KindId, Registry};
use listwright::value::Date;

use crate::blessed;
use crate::door::SETTINGS;
use crate::folder::{Folder, Ran};

const WORDS: &str = "\
schema: 1
category:
  language: {en: Language model, zh: 语言模型}
  vision: {en: Vision model, zh: 视觉模型}
unit:
  sequences: {en: sequences, zh: 条序列}
";

const MODEL: &str = "\
name: RNA-FM
aliases: [RNA Foundation Model]
former_ids: [rnafm-old]
released: 2022-04
category: language
papers: [chen-2022-rna-fm]
links: {weights: https://huggingface.co/cuhkaih/rnafm}
added: 2026-11-20
";

const PAPER: &str = "\
title: Interpretable RNA foundation model
dates: {preprint: 2022-04}
doi: 10.1000/interpretable
preprint_doi: 10.1101/2022.08.06.503062
arxiv: arXiv:2204.00300
";

fn list() -> Folder {
    let folder = Folder::empty();
    folder.write("entries/survey.yaml", SETTINGS);
    folder.write("entries/vocabulary.yaml", WORDS);
    folder.write("entries/models/rna-fm.yaml", MODEL);
    folder.write("entries/papers/chen-2022-rna-fm.yaml", PAPER);
    folder
}

/// Runs `new` as on 24 November 2026.
fn new(folder: &Folder, about: &[&str]) -> Ran {
    folder.run_with(("SOURCE_DATE_EPOCH", "1795478400"), &[&["new"], about].concat())
}

/// Runs `new` and gives the path of the file from the list's root.
#[track_caller]
fn written(folder: &Folder, about: &[&str]) -> (String, Ran) {
    let ran = new(folder, about);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let root = format!("{}/", folder.path("").display());
    let path = ran.out.strip_prefix(&root).unwrap().strip_suffix('\n').unwrap().to_owned();
    (path, ran)
}

/// The lines of a file that are no comments, without what is said behind them.
fn said(text: &str) -> Vec<&str> {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with('#') && !line.is_empty());
    lines.map(|line| line.split("  # ").next().unwrap().trim_end()).collect()
}

/// The findings about a file, as `line code`.
fn findings(folder: &Folder, path: &str) -> Vec<String> {
    let ran = folder.run(&["check", "--format", "json", path]);
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let findings = report["findings"].as_array().unwrap().iter();
    let text = folder.read(path);
    let line = |finding: &serde_json::Value| {
        let at = usize::try_from(finding["line"].as_u64().unwrap()).unwrap();
        let line = text.lines().nth(at - 1).unwrap().trim();
        let key = line.split(':').next().unwrap();
        format!("{key} {}", finding["code"].as_str().unwrap())
    };
    findings.map(line).collect()
}

#[track_caller]
fn refused(about: &[&str]) -> String {
    let folder = list();
    let before = folder.files();
    let ran = new(&folder, about);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(folder.files() == before, "something was written");
    ran.err
}

#[test]
fn model_by_name_lacks_only_what_a_person_knows() {
    let folder = list();
    let (path, ran) = written(&folder, &["model", "RiNALMo"]);
    assert_eq!(path, "entries/models/rinalmo.yaml");
    let text = folder.read(&path);
    assert!(text.starts_with("# yaml-language-server: $schema=../../schema/model.schema.json\n"));
    let expected = ["name: RiNALMo", "released:", "category:", "papers:", "added: 2026-11-24"];
    assert_eq!(said(&text), expected);
    let expected = ["released empty-value", "category empty-value", "papers empty-value"];
    assert_eq!(findings(&folder, &path), expected);
    let advice = "\
fill in `released`, `category`, `papers`
for completions in your editor: `mkdir -p schema && listwright schema model > schema/model.schema.json`
then run `listwright check entries/models/rinalmo.yaml`
";
    assert_eq!(ran.err, advice);
}

#[test]
fn fresh_files_are_as_they_were() {
    let folder = list();
    for kind in KindId::ALL {
        let (path, _) = written(&folder, &[kind.noun(), "An Example"]);
        blessed::assert_equals(&format!("tests/golden/new/{kind}.yaml"), &folder.read(&path));
    }
}

#[test]
fn line_to_fill_in_says_what_is_wanted() {
    let folder = list();
    let (path, _) = written(&folder, &["model", "RiNALMo"]);
    let text = folder.read(&path);
    let about = |key: &str| {
        let line = text.lines().find(|line| line.starts_with(key)).unwrap();
        line.rsplit_once("  # ").unwrap().1.to_owned()
    };
    assert_eq!(
        about("released:"),
        "FILL IN: When it was first public, no more exact than it is known. Such as 2022-04"
    );
    assert_eq!(about("category:"), "FILL IN: The family it belongs to. One of language, vision");
    assert_eq!(
        about("# parameters:"),
        "The number of parameters that tables, sorting and charts show."
    );
}

#[test]
fn file_is_clean_once_it_is_filled_in() {
    let folder = list();
    for (arguments, filled) in [
        (
            ["model", "RiNALMo"],
            &[
                ("released:", "released: 2024-02"),
                ("category:", "category: vision"),
                ("papers:", "papers: [arXiv:2403.00043]"),
            ][..],
        ),
        (
            ["paper", "10.1093/nar/gkad1031"],
            &[("title:", "title: A title"), ("  published:", "  published: 2024")],
        ),
        (["dataset", "RNAcentral"], &[("type:", "type: corpus")]),
        (
            ["challenge", "Stanford Ribonanza"],
            &[("url:", "url: https://example.org/ribonanza"), ("dates:", "dates: 2023")],
        ),
    ] {
        let (path, _) = written(&folder, &arguments);
        let mut text = folder.read(&path);
        for (key, line) in filled {
            let old = text.lines().find(|line| line.starts_with(key)).unwrap().to_owned();
            assert!(old.contains("FILL IN"), "{old}");
            text = text.replace(&old, line);
        }
        assert!(!text.lines().skip(4).any(|line| line.contains("FILL IN")), "{text}");
        folder.write(&path, &text);
        assert_eq!(findings(&folder, &path), Vec::<String>::new());
    }
}

#[test]
fn every_field_waits_in_the_file() {
    let folder = list();
    for kind in KindId::ALL {
        let (path, _) = written(&folder, &[kind.noun(), "An Example"]);
        let text = folder.read(&path);
        for field in Registry::built_in().of(*kind).fields.iter().copied() {
            let begins = |line: &str| {
                let line = line.strip_prefix("# ").unwrap_or(line);
                line.strip_prefix(field.key).is_some_and(|rest| rest.starts_with(':'))
            };
            // In a new entry nothing is wrong yet that could be accepted.
            let expected = usize::from(field.key != "allow");
            let found = text.lines().filter(|line| begins(line)).count();
            assert_eq!(found, expected, "{kind}.{}", field.key);
        }
    }
}

/// Each example is right in form, so that taking the `#` away and changing the value is all there is to do.
#[test]
fn every_example_can_be_taken_out_of_its_comment() {
    let folder = list();
    for kind in KindId::ALL {
        let (path, _) = written(&folder, &[kind.noun(), "An Example"]);
        let text = folder.read(&path);
        let fresh = findings(&folder, &path);
        for block in blocks(&text) {
            folder.write(&path, text.replace(&block, &uncommented(&block)));
            let found =
                findings(&folder, &path).into_iter().filter(|finding| !fresh.contains(finding));
            // Examples name entries and words that this small list does not have.
            let unfit = |finding: &String| {
                let form = [
                    "unknown-word",
                    "unknown-reference",
                    "placeholder",
                    "duplicate-arxiv",
                    "paper-is-entry",
                ];
                !form.iter().any(|code| finding.ends_with(code))
            };
            let unfit: Vec<String> = found.filter(unfit).collect();
            assert_eq!(unfit, Vec::<String>::new(), "{block}");
        }
    }
}

#[test]
fn what_keeps_a_place_in_an_example_is_found_when_it_is_left_over() {
    let folder = list();
    let mut seen = 0;
    for kind in KindId::ALL {
        let (path, _) = written(&folder, &[kind.noun(), "An Example"]);
        let text = folder.read(&path);
        for block in blocks(&text) {
            let live = uncommented(&block);
            let values = live.lines().map(|line| line.split("  # ").next().unwrap());
            let values = values.collect::<Vec<_>>().join("\n");
            let keeps = |mark: &&str| values.contains(mark);
            let marks = ["…", "https://example.org/page", "id-of-a", "Given Family"];
            folder.write(&path, text.replace(&block, &live));
            let found = findings(&folder, &path);
            let found = found.iter().any(|finding| finding.ends_with(" placeholder"));
            assert_eq!(found, marks.iter().any(keeps), "{block}");
            seen += usize::from(found);
        }
    }
    assert!(seen > 50, "only {seen}");
}

#[test]
fn new_entry_without_a_name_is_asked_for_one() {
    for about in [&["paper"][..], &["papers", " "]] {
        let expected = "error: what is the paper called? Type its title behind `listwright new paper`, or a DOI, an arXiv id or an address of it\n";
        assert_eq!(refused(about), expected);
    }
    let err = refused(&["model"]);
    assert!(err.starts_with("error: what is the model called? Type its name behind"), "{err}");
}

/// The commented-out examples: a line, or a record with the lines below it.
fn blocks(text: &str) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    for line in text.lines().skip(4) {
        if line.starts_with("#   ") {
            let block = blocks.last_mut().unwrap();
            block.push('\n');
            block.push_str(line);
        } else if line.trim_start().starts_with("# ") {
            blocks.push(line.to_owned());
        }
    }
    blocks
}

fn uncommented(block: &str) -> String {
    let lines = block.lines().map(|line| line.replacen("# ", "", 1));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn paper_by_doi_has_it_and_lacks_title_and_date() {
    let folder = list();
    let (path, _) = written(&folder, &["paper", "https://doi.org/10.1093/nar/gkad1031"]);
    assert_eq!(path, "entries/papers/doi-10-1093-nar-gkad1031.yaml");
    let expected =
        ["title:", "dates:", "  published:", "doi: 10.1093/nar/gkad1031", "added: 2026-11-24"];
    assert_eq!(said(&folder.read(&path)), expected);
    assert_eq!(findings(&folder, &path), ["title empty-value", "published empty-value"]);
}

#[test]
fn paper_by_arxiv_id_has_the_month_of_its_number() {
    let folder = list();
    let (path, ran) = written(&folder, &["paper", "https://arxiv.org/abs/2403.00043v2"]);
    assert_eq!(path, "entries/papers/arxiv-2403-00043.yaml");
    let expected = [
        "title:",
        "dates:",
        "  preprint: 2024-03",
        "arxiv: arXiv:2403.00043v2",
        "added: 2026-11-24",
    ];
    assert_eq!(said(&folder.read(&path)), expected);
    assert_eq!(findings(&folder, &path), ["title empty-value"]);
    let rename = "rename `arxiv-2403-00043.yaml` before other entries name it";
    assert!(ran.err.contains(rename), "{}", ran.err);
}

#[test]
fn paper_by_the_address_of_a_preprint_has_the_doi_of_the_preprint() {
    let folder = list();
    let address = "https://www.biorxiv.org/content/10.1101/2023.03.15.532863v1.full";
    let (path, _) = written(&folder, &["paper", address]);
    let expected = [
        "title:",
        "publication: preprint",
        "dates:",
        "  preprint:",
        "preprint_doi: 10.1101/2023.03.15.532863",
        "url: https://doi.org/10.1101/2023.03.15.532863",
        "added: 2026-11-24",
    ];
    assert_eq!(said(&folder.read(&path)), expected);
    assert_eq!(findings(&folder, &path), ["title empty-value", "preprint empty-value"]);
}

#[test]
fn model_by_arxiv_id_has_it_among_its_papers() {
    let folder = list();
    let (path, _) = written(&folder, &["model", "2403.00043"]);
    let text = folder.read(&path);
    let expected =
        ["name:", "released:", "category:", "papers: [arXiv:2403.00043]", "added: 2026-11-24"];
    assert_eq!(said(&text), expected);
    assert!(text.contains("(the number of the preprint is of 2024-03)"), "{text}");
}

#[test]
fn dataset_by_the_arxiv_id_of_an_entry_names_the_entry() {
    let folder = list();
    let (path, _) = written(&folder, &["dataset", "arXiv:2204.00300"]);
    assert!(folder.read(&path).contains("\npapers: [chen-2022-rna-fm]\n"));
    assert_eq!(findings(&folder, &path), ["name empty-value", "type empty-value"]);
}

#[test]
fn addresses_are_put_where_they_belong_and_cleaned() {
    let folder = list();
    for (kind, address, expected) in [
        (
            "model",
            "https://github.com/lbcb-sci/RiNALMo",
            "  code: https://github.com/lbcb-sci/RiNALMo",
        ),
        (
            "model",
            "https://huggingface.co/a/weights",
            "  weights: https://huggingface.co/a/weights",
        ),
        (
            "model",
            "https://huggingface.co/spaces/a/demo",
            "  demo: https://huggingface.co/spaces/a/demo",
        ),
        ("model", "https://example.org/model?utm_source=x", "  home: https://example.org/model"),
        ("dataset", "https://zenodo.org/records/1", "  download: https://zenodo.org/records/1"),
        ("dataset", "https://rnacentral.org/", "  home: https://rnacentral.org/"),
        ("paper", "https://openreview.net/forum?id=a", "url: https://openreview.net/forum?id=a"),
        (
            "challenge",
            "https://www.kaggle.com/c/ribonanza",
            "url: https://www.kaggle.com/c/ribonanza",
        ),
    ] {
        let (path, _) = written(&folder, &[kind, address]);
        let text = folder.read(&path);
        assert!(said(&text).contains(&expected), "{text}");
    }
}

#[test]
fn kind_may_be_given_by_its_folder_and_the_name_without_quotes() {
    let folder = list();
    let (path, _) = written(&folder, &["challenges", "Stanford", "Ribonanza"]);
    assert_eq!(path, "entries/challenges/stanford-ribonanza.yaml");
    assert!(folder.read(&path).contains("\nname: Stanford Ribonanza\n"));
}

#[test]
fn name_that_yaml_would_read_otherwise_is_quoted() {
    let folder = list();
    let (path, _) = written(&folder, &["model", "1.5e3"]);
    assert_eq!(path, "entries/models/1-5e3.yaml");
    let text = folder.read(&path);
    assert!(said(&text).contains(&"name: \"1.5e3\""), "{text}");
    let (path, _) = written(&folder, &["paper", "RNA: a survey # of many"]);
    assert!(!findings(&folder, &path).contains(&"title empty-value".to_owned()));
}

#[test]
fn address_in_any_form_is_what_it_leads_to() {
    let folder = list();
    for (about, path, line) in [
        (
            ["paper", "https://onlinelibrary.wiley.com/doi/full/10.1002/advs.202407013"],
            "entries/papers/doi-10-1002-advs-202407013.yaml",
            "doi: 10.1002/advs.202407013",
        ),
        (
            ["paper", "https://www.nature.com/articles/s41586-024-07487-w"],
            "entries/papers/doi-10-1038-s41586-024-07487-w.yaml",
            "doi: 10.1038/s41586-024-07487-w",
        ),
        (
            ["paper", "https://huggingface.co/papers/2403.00043"],
            "entries/papers/arxiv-2403-00043.yaml",
            "arxiv: arXiv:2403.00043",
        ),
        (
            ["paper", "PMID: 37962342"],
            "entries/papers/37962342.yaml",
            "url: https://pubmed.ncbi.nlm.nih.gov/37962342/",
        ),
        (
            ["paper", "https://www.researchsquare.com/article/rs-123456/v1"],
            "entries/papers/doi-10-21203-rs-3-rs-123456-v1.yaml",
            "preprint_doi: 10.21203/rs.3.rs-123456/v1",
        ),
        (
            ["model", "git@github.com:lbcb-sci/RiNALMo.git"],
            "entries/models/rinalmo.yaml",
            "  code: https://github.com/lbcb-sci/RiNALMo",
        ),
    ] {
        let (found, _) = written(&folder, &about);
        assert_eq!(found, path);
        let text = folder.read(&found);
        assert!(said(&text).contains(&line), "{text}");
    }
}

#[test]
fn address_on_record_is_refused_in_any_form() {
    let folder = list();
    folder.write(
        "entries/models/rna-fm.yaml",
        MODEL.replace("links: {", "links: {code: https://github.com/ml4bio/RNA-FM, "),
    );
    for about in [
        ["model", "https://github.com/ml4bio/RNA-FM"],
        ["model", "git@github.com:ML4bio/rna-fm.git"],
        ["model", "https://github.com/ml4bio/RNA-FM/tree/main"],
        ["model", "https://huggingface.co/papers/2204.00300"],
        ["model", "https://www.biorxiv.org/content/10.1101/2022.08.06.503062v2.full"],
    ] {
        let ran = new(&folder, &about);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{about:?}");
        assert!(ran.err.contains("entries/models/rna-fm.yaml"), "{}", ran.err);
    }
}

#[test]
fn entry_with_errors_is_known_too() {
    let folder = list();
    folder.write(
        "entries/papers/broken.yaml",
        "title: A title\ndates: {published: 2023-13}\ndoi: 10.1002/broken\n",
    );
    let ran = new(&folder, &["paper", "https://onlinelibrary.wiley.com/doi/10.1002/broken"]);
    assert!(ran.code == 2 && ran.err.contains("entries/papers/broken.yaml"), "{}", ran.err);
}

#[test]
fn name_with_a_character_that_cannot_be_seen_is_refused() {
    for name in ["RNA\u{202e}MF", "RNA\u{200b}FM", "RNA\u{feff}FM"] {
        let err = refused(&["paper", name]);
        assert!(err.contains("the name holds a character that cannot be seen, U+"), "{err}");
        assert!(!err.contains(['\u{202e}', '\u{200b}', '\u{feff}']));
    }
    assert!(refused(&["paper", "a\u{202e}b"]).contains("U+202E"));
    let (path, _) = written(&list(), &["paper", "نمی\u{200c}دانم"]);
    assert_eq!(path, "entries/papers/new-paper.yaml");
}

#[test]
fn id_that_is_or_was_anothers_is_left_alone() {
    let folder = list();
    // Another name that makes the same id, one that makes a former id, and one that is reserved.
    assert_eq!(written(&folder, &["model", "RNA~FM+"]).0, "entries/models/rna-fm-2.yaml");
    assert_eq!(written(&folder, &["model", "RNAFM old"]).0, "entries/models/rnafm-old-2.yaml");
    assert_eq!(written(&folder, &["model", "Compare"]).0, "entries/models/compare-model.yaml");
    // The same id in another kind is another entry.
    assert_eq!(written(&folder, &["dataset", "RNA-FM"]).0, "entries/datasets/rna-fm.yaml");
}

#[test]
fn name_without_latin_letters_gets_an_id_to_be_renamed() {
    let folder = list();
    let (path, ran) = written(&folder, &["model", "核酸大模型"]);
    assert_eq!(path, "entries/models/new-model.yaml");
    assert!(folder.read(&path).contains("\nname: 核酸大模型\n"));
    assert!(ran.err.contains("rename `new-model.yaml`"), "{}", ran.err);
    assert_eq!(written(&folder, &["model", "语言模型"]).0, "entries/models/new-model-2.yaml");
}

#[test]
fn name_of_an_entry_is_refused_in_any_spelling() {
    let expected = "error: the name `rna fm` is that of entries/models/rna-fm.yaml already: mend that file, or name what is new about this one\n";
    assert_eq!(refused(&["model", "rna fm"]), expected);
    assert!(refused(&["model", "RNA foundation model"]).contains("entries/models/rna-fm.yaml"));
    assert!(refused(&["paper", "Interpretable RNA Foundation Model"]).contains("the title"));
}

#[test]
fn identifier_or_address_of_an_entry_is_refused() {
    for about in ["10.1000/interpretable", "10.1101/2022.08.06.503062", "arXiv:2204.00300v3"] {
        let err = refused(&["paper", about]);
        assert!(err.contains("is that of entries/papers/chen-2022-rna-fm.yaml already"), "{err}");
    }
    for about in
        ["arXiv:2204.00300", "10.1000/interpretable", "http://www.huggingface.co/cuhkaih/rnafm/"]
    {
        let err = refused(&["model", about]);
        assert!(err.contains("is that of entries/models/rna-fm.yaml already"), "{err}");
    }
}

#[test]
fn name_of_an_entry_with_errors_is_refused_too() {
    let folder = list();
    written(&folder, &["model", "RiNALMo"]);
    let ran = new(&folder, &["model", "rinalmo"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("entries/models/rinalmo.yaml"), "{}", ran.err);
}

#[test]
fn file_that_cannot_be_read_is_not_replaced() {
    let folder = list();
    folder.write("entries/models/rinalmo.yaml", "name: [unclosed\n");
    let ran = new(&folder, &["model", "RiNALMo"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("the id `rinalmo` is that of entries/models/rinalmo.yaml"),
        "{}",
        ran.err
    );
    assert_eq!(folder.read("entries/models/rinalmo.yaml"), "name: [unclosed\n");
}

#[test]
fn entry_is_added_to_a_list_that_has_errors_elsewhere() {
    let folder = list();
    folder.write("entries/models/broken.yaml", "name: Broken\n");
    assert_eq!(written(&folder, &["model", "RiNALMo"]).0, "entries/models/rinalmo.yaml");
}

#[test]
fn address_that_is_none_is_answered_with_what_to_type() {
    let err = refused(&["model", "ftp://example.org/model"]);
    assert!(err.contains("write an address that begins with `https://`"), "{err}");
}

#[cfg(unix)]
#[test]
fn folder_that_is_a_link_is_not_written_through() {
    let folder = list();
    let outside = Folder::empty();
    std::os::unix::fs::symlink(outside.path(""), folder.path("entries/datasets")).unwrap();
    let ran = new(&folder, &["dataset", "RNAcentral"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("is not a folder"), "{}", ran.err);
    assert!(!outside.has("rnacentral.yaml"));
}

#[test]
fn day_is_that_of_the_clock_unless_the_surroundings_set_one() {
    let folder = list();
    let added = |path: &str| {
        let text = folder.read(path);
        let line = text.lines().find_map(|line| line.strip_prefix("added: ")).unwrap();
        line.parse::<Date>().unwrap()
    };
    let ran = folder.run_with(("SOURCE_DATE_EPOCH", "1700000000"), &["new", "model", "One"]);
    assert_eq!((ran.code, added("entries/models/one.yaml")), (0, "2023-11-14".parse().unwrap()));
    assert_eq!(folder.run(&["new", "model", "Two"]).code, 0);
    let today = added("entries/models/two.yaml");
    assert!(today.day().is_some() && today >= "2026-11-01".parse().unwrap(), "{today}");
}

#[test]
fn hint_at_the_schema_is_left_out_where_there_is_one() {
    let folder = list();
    folder.write("schema/model.schema.json", "{}\n");
    let (_, ran) = written(&folder, &["model", "RiNALMo"]);
    assert!(!ran.err.contains("schema"), "{}", ran.err);
}
