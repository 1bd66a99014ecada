//! The JSON Schemas for editors: they accept what the checker accepts, and refuse what they can tell is wrong.
//!
//! The other opinion is that of the crate `jsonschema`, which the tests of the published data use too: it needs neither
//! Python nor the network, so that `cargo test` is enough. tests/editor asks a third one, the YAML language server.

use jsonschema::Validator;
use listwright::catalog::Catalog;
use listwright::kinds::{KindId, Registry};
use listwright::schema::schema;
use serde_json::Value;

use crate::door::Survey;
use crate::folder::Folder;

const MODEL: &str = include_str!("../golden/schema/model.yaml");
const PAPER: &str = include_str!("../golden/schema/paper.yaml");
const DATASET: &str = include_str!("../golden/schema/dataset.yaml");
const CHALLENGE: &str = include_str!("../golden/schema/challenge.yaml");
const WORDS: &str = include_str!("../golden/schema/vocabulary.yaml");

/// A list with one full entry of each kind, and what they refer to.
fn list() -> Survey {
    Survey::default()
        .file("entries/vocabulary.yaml", WORDS)
        .entry("models/full", MODEL)
        .entry("models/out", "{name: Out, status: excluded, reason: {code: off-topic}}")
        .entry(
            "models/heir",
            "name: Heir\nreleased: 2024\ncategory: language\npapers: [10.1000/heir]\n",
        )
        .entry("papers/full", PAPER)
        .entry("datasets/full", DATASET)
        .entry("challenges/full", CHALLENGE)
}

fn text_of(kind: KindId, catalog: &Catalog) -> String {
    schema(kind, &catalog.languages, &catalog.vocabulary, &catalog.registry)
}

fn validator(kind: KindId, catalog: &Catalog) -> Validator {
    let schema: Value = serde_json::from_str(&text_of(kind, catalog)).unwrap();
    assert!(jsonschema::draft202012::meta::is_valid(&schema), "{kind}");
    jsonschema::draft202012::new(&schema).unwrap()
}

/// What a validator sees: YAML as a program reads it that knows nothing of lists.
fn as_json(yaml: &str) -> Value {
    serde_yaml::from_str(yaml).unwrap()
}

fn faults(validator: &Validator, yaml: &str) -> Vec<String> {
    let json = as_json(yaml);
    validator
        .iter_errors(&json)
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect()
}

/// Every entry that the checker reads fits the schema of its kind in its list.
#[track_caller]
fn assert_readable_entries_fit(survey: &Survey) -> usize {
    let (sources, catalog) = (survey.sources(), survey.examined().catalog);
    let validators: Vec<Validator> =
        KindId::ALL.iter().map(|kind| validator(*kind, &catalog)).collect();
    for record in &catalog.records {
        let source = sources.file(record.file);
        let faults = faults(&validators[record.kind as usize], source.text());
        assert_eq!(faults, Vec::<String>::new(), "{}", source.path);
    }
    catalog.records.len()
}

#[test]
fn every_entry_of_the_list_fits_its_schema() {
    assert!(assert_readable_entries_fit(&Survey::folder("")) >= 17);
}

#[test]
fn every_readable_entry_of_the_golden_lists_fits_its_schema() {
    let golden = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut lists = 0;
    for folder in std::fs::read_dir(golden).unwrap() {
        let folder = folder.unwrap().path();
        if folder.join("entries/survey.yaml").is_file() {
            let name = folder.file_name().unwrap().to_str().unwrap();
            assert_readable_entries_fit(&Survey::folder(&format!("tests/golden/{name}")));
            lists += 1;
        }
    }
    assert!(lists >= 1);
}

#[test]
fn entries_with_every_field_are_clean_and_fit() {
    let survey = list();
    assert_eq!(survey.places(), Vec::<String>::new());
    assert_eq!(assert_readable_entries_fit(&survey), 6);
}

#[test]
fn every_field_stands_in_an_entry_that_fits() {
    for (kind, yaml) in [
        (KindId::Model, MODEL),
        (KindId::Paper, PAPER),
        (KindId::Dataset, DATASET),
        (KindId::Challenge, CHALLENGE),
    ] {
        let json = as_json(yaml);
        // What says that an entry is not listed cannot stand in one that is, each of these lists has one of a kind, and
        // nothing is wrong that could be allowed.
        let keys = Registry::built_in().of(kind).fields.iter().copied().map(|field| field.key);
        let absent: Vec<&str> = keys.filter(|key| json.get(key).is_none()).collect();
        assert_eq!(absent, ["distinct_from", "reason", "superseded_by", "allow"], "{kind}");
    }
}

#[test]
fn what_an_entry_allows_fits_where_it_can_be_allowed() {
    let model = |code: &str| {
        format!(
            "name: X\nreleased: 2024\ncategory: language\nparameters: 1M\npapers: [10.1000/x]\n\
             allow: [{{code: {code}, reason: Known.}}]\n"
        )
    };
    let validator = validator(KindId::Model, &Survey::default().examined().catalog);
    for (code, fits) in [("unsourced-value", true), ("yaml-syntax", false), ("nonsense", false)] {
        assert_eq!(faults(&validator, &model(code)).is_empty(), fits, "{code}");
        let places = Survey::default().entry("models/x", &model(code)).places();
        assert_eq!(places.is_empty(), fits, "{code}: {places:?}");
    }
    let without = model("unsourced-value").replace(", reason: Known.", "");
    assert!(!faults(&validator, &without).is_empty());
}

/// A kind, what stands in its full entry, and what is put in its place.
type Break = (KindId, &'static str, &'static str);

/// What both the checker and the schema refuse.
const BREAKS: &[Break] = &[
    (KindId::Model, "summary: Encoder", "sumary: Encoder"),
    (KindId::Model, "released: 2022-04\n", ""),
    (KindId::Model, "name: Full\n", ""),
    (KindId::Model, "name: Full\n", "name: 1999\n"),
    (KindId::Model, "name: Full\n", "name: \" Full\"\n"),
    (KindId::Model, "released: 2022-04", "released: 2022.04"),
    (KindId::Model, "released: 2022-04", "released: 2022-13"),
    (KindId::Model, "released: 2022-04", "released:"),
    (KindId::Model, "category: language", "category: langauge"),
    (KindId::Model, "rna: [ncrna]", "rna: ncrna"),
    (KindId::Model, "parameters: 99.52M\n", "parameters: 99.52 million\n"),
    (KindId::Model, "parameters: 99.52M\n", "parameters: 23M sequences\n"),
    (KindId::Model, "parameters: 99.52M\n", "parameters: 0\n"),
    (KindId::Model, "context: 1024\n", "context: unknown\n"),
    (KindId::Model, "size: [23.7M sequences]", "size: [23.7M]"),
    (KindId::Model, "size: [23.7M sequences]", "size: [23.7M sequence]"),
    (KindId::Model, "{name: RNAcentral}", "{title: RNAcentral}"),
    (KindId::Model, "code: Apache-2.0 OR MIT", "code: Apache 2.0"),
    (KindId::Model, "home: https://example.org/full", "home: example.org/full"),
    (KindId::Model, "home: https://example.org/full", "home: ftp://example.org/full"),
    (KindId::Model, "home: https://example.org/full", "home: https://localhost/full"),
    (KindId::Model, "  micro: {", "  Micro: {"),
    (KindId::Model, "kind: repository", "kind: repo"),
    (KindId::Model, "for: [parameters, variants.micro", "for: [paramters, variants.micro"),
    (
        KindId::Model,
        "{field: parameters, value: 23M, source: https://example.org/list}",
        "{field: parameters, value: 23M}",
    ),
    (KindId::Model, "former_ids: [old-full]", "former_ids: [Old_Full]"),
    (KindId::Model, "former_ids: [old-full]", "former_ids: [index]"),
    (KindId::Model, "status: listed", "status: lsited"),
    (KindId::Model, "status: listed", "status: excluded"),
    (KindId::Model, "status: listed", "status: superseded"),
    (KindId::Model, "status: listed", "status: listed\nreason: {code: off-topic}"),
    (KindId::Model, "zh: 类别说不出的", "fr: autre chose"),
    (KindId::Paper, "doi: 10.1093/nar/gkad1031", "doi: https://doi.org/10.1093/nar/gkad1031"),
    (KindId::Paper, "arxiv: arXiv:2204.00300", "arxiv: 2204.00300"),
    (KindId::Paper, "authors_complete: true", "authors_complete: yes"),
    (KindId::Paper, "- {group: RNAcentral Consortium}", "- {groups: RNAcentral Consortium}"),
    (KindId::Paper, "- Jiayang Chen", "- Jiayang Chen et al."),
    (KindId::Paper, "dates: {preprint: 2022-04, published: 2024}", "dates: {}"),
    (KindId::Paper, "volume: 52", "volume: 1.10"),
    (KindId::Dataset, "ss: 68.5 ± 0.54", "ss: 68.5%"),
    (KindId::Dataset, "better: higher", "better: more"),
    (KindId::Dataset, "type: benchmark\n", ""),
    (KindId::Challenge, "rank: 1", "rank: first"),
    (KindId::Challenge, "dates: {start: 2023-09-07, end: 2023-12}", "dates: {from: 2023-09-07}"),
    (KindId::Challenge, "url: https://example.org/full\n", ""),
];

#[test]
fn breaks_are_refused_by_the_checker_and_by_the_schema() {
    let whole = list().examined().catalog;
    for (kind, old, new) in BREAKS {
        let path = format!("entries/{}/full.yaml", kind.folder());
        let survey = list().replace(&path, old, new);
        let places = survey.places();
        assert!(survey.examined().has_errors(), "{new}: the checker takes it");
        assert!(places.iter().any(|place| place.starts_with(&path)), "{new}: {places:?}");
        let sources = survey.sources();
        let source = sources.file(sources.find(&path).unwrap());
        let faults = faults(&validator(*kind, &whole), source.text());
        assert!(!faults.is_empty(), "{new}: the schema takes it");
    }
}

/// What YAML reads as a number, and both take.
#[test]
fn numbers_are_taken_where_the_checker_takes_them() {
    let whole = list().examined().catalog;
    for (kind, old, new) in [
        (KindId::Model, "released: 2022-04", "released: 2022"),
        (KindId::Model, "parameters: 99.52M\n", "parameters: 99520000\n"),
        (KindId::Paper, "pages: e1-e12", "pages: 12"),
        (KindId::Dataset, "ss: 68.5 ± 0.54", "ss: 68.5"),
        (KindId::Dataset, "version: 1a", "version: 24"),
        (KindId::Challenge, "dates: {start: 2023-09-07, end: 2023-12}", "dates: 2023"),
    ] {
        let path = format!("entries/{}/full.yaml", kind.folder());
        let survey = list().replace(&path, old, new);
        let sources = survey.sources();
        let source = sources.file(sources.find(&path).unwrap());
        assert!(survey.examined().catalog.get(kind, "full").is_some(), "{new}");
        let faults = faults(&validator(kind, &whole), source.text());
        assert_eq!(faults, Vec::<String>::new(), "{new}");
    }
}

#[test]
fn candidates_and_excluded_entries_need_only_a_name_and_a_reason() {
    let catalog = list().examined().catalog;
    let validator = validator(KindId::Model, &catalog);
    for status in ["candidate", "excluded"] {
        let entry = format!("{{name: Some, status: {status}, reason: {{code: off-topic}}}}");
        assert_eq!(faults(&validator, &entry), Vec::<String>::new());
        let bare = format!("{{name: Some, status: {status}}}");
        assert_eq!(faults(&validator, &bare), [": \"reason\" is a required property"]);
    }
}

#[test]
fn superseded_entry_names_its_heir() {
    let catalog = list().examined().catalog;
    let validator = validator(KindId::Model, &catalog);
    let entry = MODEL.replace("status: listed", "status: superseded\nsuperseded_by: heir");
    assert_eq!(faults(&validator, &entry), Vec::<String>::new());
}

#[test]
fn words_come_with_their_labels_and_meanings() {
    let catalog = list().examined().catalog;
    let schema: Value = serde_json::from_str(&text_of(KindId::Model, &catalog)).unwrap();
    let words = &schema["$defs"]["word-of-category"];
    assert_eq!(words["enum"], serde_json::json!(["language"]));
    let meanings = ["Language model: Learns RNA as a language."];
    assert_eq!(words["enumDescriptions"], serde_json::json!(meanings));
    let states = &schema["$defs"]["no-value"]["enum"];
    let expected = ["not reported", "not released", "none stated", "not applicable"];
    assert_eq!(*states, serde_json::json!(expected));
}

#[test]
fn every_property_says_what_it_means() {
    let catalog = list().examined().catalog;
    for kind in KindId::ALL {
        let schema: Value = serde_json::from_str(&text_of(*kind, &catalog)).unwrap();
        for field in Registry::built_in().of(*kind).fields.iter().copied() {
            let about = &schema["properties"][field.key]["description"];
            assert_eq!(about.as_str(), Some(field.doc.trim()), "{kind}.{}", field.key);
        }
    }
}

#[test]
fn words_that_do_not_exist_yet_fit_nothing() {
    let survey = Survey::default();
    let validator = validator(KindId::Model, &survey.examined().catalog);
    let entry = "{name: A, category: language, released: 2022, papers: [a], paradigm: new}";
    assert_eq!(faults(&validator, entry).len(), 1);
}

#[test]
fn schema_is_printed_for_a_kind_by_noun_or_folder() {
    let folder = Folder::list();
    let (by_noun, by_folder) =
        (folder.run(&["schema", "model"]), folder.run(&["schema", "models"]));
    assert_eq!((by_noun.code, by_noun.err.as_str()), (0, ""));
    assert_eq!(by_noun, by_folder);
    let json: Value = serde_json::from_str(&by_noun.out).unwrap();
    assert_eq!(json["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(json["title"], "model");
}

#[test]
fn schema_of_a_list_with_a_broken_vocabulary_is_not_printed() {
    let folder = Folder::list();
    folder.write("entries/vocabulary.yaml", "schema: 1\ncategory: [language]\n");
    let ran = folder.run(&["schema", "model"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.starts_with("error[wrong-type]"), "{}", ran.err);
}

#[test]
fn kind_that_is_none_is_answered_with_the_nearest() {
    let ran = Folder::empty().run(&["schema", "modle"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("did you mean `model`?"), "{}", ran.err);
}
