//! Identifiers of registers: each in its own spelling, mended from addresses and other spellings.

use listwright::diag::Code::BadIdentifier;
use listwright::kinds::Ids;
use listwright::kinds::Registry;
use listwright::read::{Record as _, Shape};
use listwright::value::{
    HuggingFace, OpenAlex, Pmc, PubMed, Registered, Rrid, SemanticScholar, Wikidata,
};

use serde_json::json;

use super::{kept, mended, refusal, refused};

fn leads_to<R: Registered>(text: &str, url: &str) {
    assert_eq!(text.parse::<R>().unwrap().url(), url);
}

#[test]
fn identifier_in_its_own_spelling_is_kept_and_leads_to_the_thing() {
    kept::<HuggingFace>(&[
        "multimolecule/rnafm",
        "EleutherAI/gpt-j-6b",
        "google/t5-v1_1-base",
        "a/b",
        "user_name/x.y-z_",
    ]);
    kept::<OpenAlex>(&["W4224035735", "W1"]);
    kept::<Wikidata>(&["Q42"]);
    kept::<SemanticScholar>(&["CorpusID:249848187"]);
    kept::<PubMed>(&["PMID:36409013"]);
    kept::<Pmc>(&["PMC9723785"]);
    kept::<Rrid>(&["RRID:SCR_014709", "RRID:AB_2138153", "RRID:MMRRC_026409-UCD"]);
    leads_to::<HuggingFace>("multimolecule/rnafm", "https://huggingface.co/multimolecule/rnafm");
    leads_to::<OpenAlex>("W4224035735", "https://openalex.org/W4224035735");
    leads_to::<Wikidata>("Q42", "https://www.wikidata.org/entity/Q42");
    leads_to::<SemanticScholar>(
        "CorpusID:249848187",
        "https://api.semanticscholar.org/CorpusID:249848187",
    );
    leads_to::<PubMed>("PMID:36409013", "https://pubmed.ncbi.nlm.nih.gov/36409013");
    leads_to::<Pmc>("PMC9723785", "https://pmc.ncbi.nlm.nih.gov/articles/PMC9723785");
    leads_to::<Rrid>("RRID:SCR_014709", "https://scicrunch.org/resolver/RRID:SCR_014709");
    let data: HuggingFace = "multimolecule/rnacentral".parse().unwrap();
    assert_eq!(data.dataset_url(), "https://huggingface.co/datasets/multimolecule/rnacentral");
}

#[test]
fn address_and_other_spelling_are_mended() {
    mended::<HuggingFace>(
        BadIdentifier,
        &[
            ("https://huggingface.co/multimolecule/rnafm", "multimolecule/rnafm"),
            ("https://huggingface.co/multimolecule/rnafm/tree/main", "multimolecule/rnafm"),
            (
                "https://huggingface.co/datasets/multimolecule/rnacentral?p=1",
                "multimolecule/rnacentral",
            ),
            ("hf.co/multimolecule/rnafm/", "multimolecule/rnafm"),
            ("multimolecule/rnafm/", "multimolecule/rnafm"),
            (" multimolecule/rnafm", "multimolecule/rnafm"),
        ],
    );
    mended::<OpenAlex>(
        BadIdentifier,
        &[("https://openalex.org/works/w42", "W42"), ("w42", "W42"), ("42", "W42")],
    );
    mended::<Wikidata>(
        BadIdentifier,
        &[("https://www.wikidata.org/wiki/Q42", "Q42"), ("q42", "Q42")],
    );
    mended::<SemanticScholar>(
        BadIdentifier,
        &[
            ("Corpus ID: 42", "CorpusID:42"),
            ("CorpusId:42", "CorpusID:42"),
            ("https://api.semanticscholar.org/CorpusID:42", "CorpusID:42"),
        ],
    );
    mended::<PubMed>(
        BadIdentifier,
        &[
            ("36409013", "PMID:36409013"),
            ("PMID: 36409013", "PMID:36409013"),
            ("https://pubmed.ncbi.nlm.nih.gov/36409013/", "PMID:36409013"),
        ],
    );
    mended::<Pmc>(
        BadIdentifier,
        &[
            ("9723785", "PMC9723785"),
            ("https://pmc.ncbi.nlm.nih.gov/articles/PMC9723785/pdf", "PMC9723785"),
            ("https://www.ncbi.nlm.nih.gov/pmc/articles/pmc9723785", "PMC9723785"),
        ],
    );
    mended::<Rrid>(BadIdentifier, &[("SCR_014709", "RRID:SCR_014709")]);
}

#[test]
fn what_no_register_has_is_refused() {
    refused::<HuggingFace>(
        BadIdentifier,
        &[
            "rnafm",
            "a//b",
            "a/b c",
            "-a/b",
            "a/b.",
            "a--b/c",
            "datasets/b",
            "https://github.com/a/b",
        ],
    );
    refused::<OpenAlex>(BadIdentifier, &["A42", "W0", "W", "https://openalex.org/A42"]);
    refused::<Wikidata>(BadIdentifier, &["P31", "Q0", "Q-1"]);
    refused::<SemanticScholar>(BadIdentifier, &["https://www.semanticscholar.org/paper/0a1b"]);
    refused::<PubMed>(BadIdentifier, &["PMC42", "PMID:x"]);
    refused::<Pmc>(BadIdentifier, &["PMID:42"]);
    refused::<Rrid>(BadIdentifier, &["RRID:", "014709"]);
    let why = refusal::<HuggingFace>("rnafm");
    assert_eq!(why.what, "`rnafm` is not an identifier of Hugging Face");
    assert_eq!(
        why.help.as_deref(),
        Some(
            "write it in the form `multimolecule/rnafm`: it stands at the top of the repository's page, as owner and name"
        )
    );
}

#[test]
fn meaning_of_an_identifier_names_the_kinds_that_have_it() {
    for field in Ids::FIELDS {
        let kinds: Vec<String> = listwright::kinds::KindId::ALL
            .iter()
            .filter(|kind| {
                let ids = Registry::built_in()
                    .of(**kind)
                    .fields
                    .iter()
                    .copied()
                    .find(|field| field.key == "ids")
                    .unwrap();
                let Shape::Record { fields, .. } = ids.shape() else { panic!("{kind}") };
                fields.iter().any(|of_kind| of_kind.key == field.key)
            })
            .map(|kind| format!("a {kind}"))
            .collect();
        let said = match kinds.as_slice() {
            [one] => format!("Of {one}: "),
            [first @ .., last] => format!("Of {} or {last}: ", first.join(", ")),
            [] => panic!("{} belongs to no kind", field.key),
        };
        assert!(field.doc.trim().starts_with(&said), "{}: {said}", field.key);
    }
}

#[test]
fn pattern_of_the_schema_takes_what_the_register_takes() {
    fn of<R: Registered>(good: &[&str], bad: &[&str]) {
        let schema = json!({"pattern": format!("^(?:{})$", R::REGISTER.pattern)});
        let pattern = jsonschema::draft202012::new(&schema).unwrap();
        assert!(R::REGISTER.example.parse::<R>().is_ok());
        for text in good.iter().chain([&R::REGISTER.example]) {
            assert!(pattern.is_valid(&json!(text)) && text.parse::<R>().is_ok(), "{text}");
        }
        for text in bad {
            assert!(!pattern.is_valid(&json!(text)) && text.parse::<R>().is_err(), "{text}");
        }
    }
    of::<HuggingFace>(&["a/b", "a-b/c_d.e"], &["a", "-a/b", "a/b-", "a--b/c", "a/b..c", "a/b/c"]);
    of::<OpenAlex>(&["W42"], &["w42", "W042", "A42"]);
    of::<Wikidata>(&["Q1"], &["Q0", "P1"]);
    of::<SemanticScholar>(&["CorpusID:1"], &["CorpusId:1", "1"]);
    of::<PubMed>(&["PMID:1"], &["PMID: 1", "1"]);
    of::<Pmc>(&["PMC1"], &["PMC01", "pmc1"]);
    of::<Rrid>(&["RRID:AB_1"], &["AB_1", "RRID:AB"]);
}
