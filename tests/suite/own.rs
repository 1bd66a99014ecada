//! A list's own fields: declared in survey.yaml alone, they are read, checked and shown as built-in ones are.

use listwright::kinds::KindId;
use serde_json::Value;

use crate::door::Survey;
use crate::folder::Folder;

/// The settings of a list of another field, which declares a field of each type.
const SETTINGS: &str = "\
schema: 1
title: {en: Models of the Earth, de: Modelle der Erde}
languages: [en, de]
site: https://earth.example.org/
kinds: {challenges: false}
fields:
  models:
    modality: {type: word, many: true, label: {en: Modality, de: Modalität}, about: {en: What it sees., de: Was es sieht.}, after: category, note: true, show: [facet, column]}
    resolution: {type: number, unit: m, label: {en: Resolution, de: Auflösung}, sourced: true, show: [column]}
    backbone: {type: ref, to: models, label: {en: Backbone, de: Rückgrat}}
    input_size: {type: count, states: true, label: {en: Input size, de: Eingabegröße}}
    open_data: {type: flag, label: {en: Open data, de: Offene Daten}, show: [facet]}
    platform: {type: line, many: true}
    story: {type: text}
    launched: {type: date}
    catalogue: {type: url, states: true}
    archive: {type: quantity}
    tokenization: false
readme:
  sections:
    - id: models
      heading: {en: Models, de: Modelle}
      shows:
        - view: models
          columns: [{show: name, heading: Model}, {show: modality, heading: Sees}, {show: resolution, heading: Finest}]
";

const WORDS: &str = "\
schema: 1
category: {vision: {en: Vision, de: Bild}}
modality:
  optical: {en: Optical, de: Optisch}
  radar: {en: Radar, de: Radar}
unit: {scenes: {en: scenes, de: Szenen}}
";

const TERRA: &str = "\
name: Terra
released: 2024-05
category: vision
modality: [radar, optical]
modality_note: Both at once.
papers: [10.1000/terra]
resolution: 0.3
backbone: aqua
input_size: not reported
open_data: true
platform: [Kite One, Kite Two]
story: {en: Looks down., de: Blickt hinab.}
launched: 2023-11
catalogue: https://catalogue.example.org/terra
archive: 36M scenes
sources: [{for: [resolution], url: https://terra.example.org, kind: paper}]
";

const AQUA: &str = "\
name: Aqua
released: 2022
category: vision
papers: [10.1000/aqua]
open_data: false
";

fn list() -> Survey {
    Survey::bare()
        .file("entries/survey.yaml", SETTINGS)
        .file("entries/vocabulary.yaml", WORDS)
        .entry("models/terra", TERRA)
        .entry("models/aqua", AQUA)
        .date("2025-01-01")
}

/// The text of a page without its marks, words apart.
fn seen(page: &str) -> String {
    let mut text = String::new();
    for piece in page.split('<') {
        let (_, shown) = piece.split_once('>').unwrap_or(("", piece));
        text.extend([shown, " "]);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_type_is_read_without_a_finding() {
    assert_eq!(list().diagnostics(), "");
}

#[test]
fn page_of_an_entry_shows_own_fields_with_notes_states_sources_and_links() {
    let page = seen(&list().output("models/terra/index.html"));
    for shown in [
        "Modality Radar, Optical Both at once.",
        "Resolution 0.3 m 1",
        "Backbone Aqua",
        "Input size not reported",
        "Open data yes",
        "Platform Kite One, Kite Two",
        "Story Looks down.",
        "Launched 2023-11",
        "Catalogue catalogue.example.org",
        "Archive 36M scenes",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    assert!(!page.contains("Tokenization"), "{page}");
    let german = seen(&list().output("de/models/terra/index.html"));
    assert!(german.contains("Modalität Radar, Optisch"), "{german}");
    assert!(german.contains("Auflösung 0.3 m"), "{german}");
}

#[test]
fn list_has_their_columns_and_facets_and_each_value_its_page() {
    let page = list().output("models/index.html");
    let text = seen(&page);
    for shown in ["Modality", "Resolution", "0.3 m", "Open data no 1 no 1 yes 1"] {
        assert!(text.contains(shown), "{shown}: {text}");
    }
    assert!(page.contains("data-facet=\"modality\"") && page.contains("data-facet=\"open-data\""));
    assert!(seen(&list().output("models/by/modality/radar/index.html")).contains("Terra"));
    assert!(seen(&list().output("models/by/open-data/no/index.html")).contains("Aqua"));
    assert!(seen(&list().output("terms/index.html")).contains("Radar radar 1 model"));
}

#[test]
fn comparison_search_and_coverage_have_them() {
    let compared = list().output("compare/models.js");
    assert!(compared.contains("\"Input size\"") && compared.contains("0.3 m"), "{compared}");
    let index = list().output("assets/search-index.js");
    for found in ["Radar", "Optisch", "Kite Two", "Blickt hinab."] {
        assert!(index.contains(found), "{found}: {index}");
    }
    let coverage = seen(&list().output("coverage/index.html"));
    assert!(coverage.contains("Resolution") && coverage.contains("Platform"), "{coverage}");
    assert!(!coverage.contains("Tokenization"), "{coverage}");
}

#[test]
fn readme_takes_them_as_columns() {
    let readme = list().readme().unwrap();
    assert!(readme.contains("| Model | Sees | Finest |"), "{readme}");
    assert!(readme.contains("| Radar, Optical | 0.3 m |"), "{readme}");
}

#[test]
fn tables_have_their_columns_where_they_stand_in_a_file() {
    let table = list().output("data/v1/models.csv");
    let lines: Vec<&str> = table.lines().collect();
    let heading: Vec<&str> = lines[0].split(',').collect();
    let place = |name: &str| heading.iter().position(|column| *column == name);
    assert!(place("category") < place("modality") && place("modality") < place("paradigm"));
    assert!(place("story_de").is_some() && place("input_size_text").is_some());
    assert_eq!(place("tokenization"), None);
    let terra = lines.iter().find(|line| line.starts_with("terra,")).unwrap();
    assert!(terra.contains("radar; optical") && terra.contains("Kite One; Kite Two"), "{terra}");
    let metadata: Value =
        serde_json::from_str(&list().output("data/v1/models.csv-metadata.json")).unwrap();
    let columns = metadata["tableSchema"]["columns"].as_array().unwrap();
    let resolution = columns.iter().find(|column| column["name"] == "resolution").unwrap();
    assert_eq!(resolution["datatype"], "number");
}

#[test]
fn published_data_holds_them_under_their_keys_and_fits_its_schema() {
    let catalog: Value = serde_json::from_str(&list().output("data/v1/catalog.json")).unwrap();
    let schema: Value =
        serde_json::from_str(&list().output("data/v1/catalog.schema.json")).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let faults: Vec<String> = validator
        .iter_errors(&catalog)
        .map(|fault| format!("{} {fault}", fault.instance_path()))
        .collect();
    assert_eq!(faults, [""; 0]);
    assert_eq!(catalog["fields"]["models"]["resolution"]["unit"], "m");
    let terra: Value = serde_json::from_str(&list().output("data/v1/models/terra.json")).unwrap();
    let expected = serde_json::json!({
        "modality": ["radar", "optical"],
        "modality_note": {"en": "Both at once."},
        "resolution": 0.3,
        "backbone": "aqua",
        "input_size": {"state": "not reported"},
        "open_data": true,
        "platform": ["Kite One", "Kite Two"],
        "story": {"de": "Blickt hinab.", "en": "Looks down."},
        "launched": {"text": "2023-11", "precision": "month"},
        "catalogue": {"value": "https://catalogue.example.org/terra"},
        "archive": {"value": 36_000_000, "text": "36M scenes", "bound": "exact", "unit": "scenes"},
    });
    for (key, value) in expected.as_object().unwrap() {
        assert_eq!(terra[key], *value, "{key}");
    }
    // A field that the list did not declare would not fit.
    let mut other = catalog.clone();
    other["entries"][0]["colour"] = Value::from("red");
    assert!(!validator.is_valid(&other));
}

#[test]
fn schema_form_new_and_layout_know_them() {
    let catalog = list().examined().catalog;
    let text = listwright::schema::schema(
        KindId::Model,
        &catalog.languages,
        &catalog.vocabulary,
        &catalog.registry,
    );
    let schema: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(schema["properties"]["modality"]["description"], "What it sees.");
    assert_eq!(schema["properties"]["tokenization"], Value::Null);
    let form = list().output("de/suggest/models.js");
    assert!(form.contains("\"modality\":\"Modalität\""), "{form}");

    let folder = Folder::empty();
    for (path, text) in [
        ("entries/survey.yaml", SETTINGS),
        ("entries/vocabulary.yaml", WORDS),
        ("entries/models/aqua.yaml", AQUA),
    ] {
        folder.write(path, text);
    }
    let made = folder.run(&["new", "model", "Ignis"]);
    assert_eq!(made.code, 0, "{}", made.err);
    let text = folder.read("entries/models/ignis.yaml");
    assert!(
        text.contains("# modality: [optical]") && text.contains("Any of optical, radar"),
        "{text}"
    );
    assert!(!text.contains("tokenization"), "{text}");
    folder.write(
        "entries/models/terra.yaml",
        TERRA.replace("modality: [radar, optical]\n", "") + "modality: [radar]\n",
    );
    folder.run(&["fmt"]);
    let laid = folder.read("entries/models/terra.yaml");
    assert!(laid.find("modality: [radar]") < laid.find("papers:"), "{laid}");
}

/// What a mistake in an own field is answered with: the same codes and suggestions as in a built-in one.
#[test]
fn mistakes_are_found_as_in_built_in_fields() {
    for (old, new, expected) in [
        ("radar, optical", "raddar", "entries/models/terra.yaml:4:12 unknown-word"),
        ("resolution: 0.3", "resolution: fine", "entries/models/terra.yaml:7:13 wrong-type"),
        ("resolution: 0.3", "resolution: 0,3", "entries/models/terra.yaml:7:13 wrong-type"),
        ("backbone: aqua", "backbone: ignis", "entries/models/terra.yaml:8:11 unknown-reference"),
        ("not reported", "n/a", "entries/models/terra.yaml:9:13 unknown-choice"),
        ("open_data: true", "open_data: yes", "entries/models/terra.yaml:10:12 wrong-type"),
        ("[Kite One, Kite Two]", "Kite", "entries/models/terra.yaml:11:11 wrong-type"),
        (
            "launched: 2023-11",
            "launched: 2023-13",
            "entries/models/terra.yaml:13:11 impossible-date",
        ),
        ("for: [resolution]", "for: [story]", "entries/models/terra.yaml:7:13 unsourced-value"),
        ("modality_note", "modallity_note", "entries/models/terra.yaml:5:1 unknown-key"),
        (
            "name: Terra\n",
            "name: Terra\ntokenization: x\n",
            "entries/models/terra.yaml:2:1 unknown-key",
        ),
    ] {
        let list = list().replace("entries/models/terra.yaml", old, new);
        let places = list.places();
        assert!(places.contains(&expected.to_owned()), "{new}: {places:?}");
    }
    let said =
        list().replace("entries/models/terra.yaml", "radar, optical", "raddar").diagnostics();
    assert!(said.contains("did you mean `radar`?"), "{said}");
    let said = list().replace(
        "entries/models/terra.yaml",
        "name: Terra\n",
        "name: Terra\ntokenization: x\n",
    );
    let said = said.diagnostics();
    assert!(said.contains("this list does not use `tokenization`"), "{said}");
}

/// What is wrong with a declaration is said at its place, with what to write.
#[test]
fn declarations_that_cannot_be_are_refused_with_a_cure() {
    let with = |field: &str| {
        let settings = format!("{}\n", SETTINGS.replace("    tokenization: false\n", field));
        list().file("entries/survey.yaml", settings).diagnostics()
    };
    for (field, expected) in [
        ("    released: {type: date}\n", "a model has a built-in field `released` already"),
        ("    page: {type: line}\n", "published data has a key `page` of its own"),
        ("    Size: {type: line}\n", "`Size` cannot be the key of a field"),
        ("    size_note: {type: line}\n", "keys that end in `_note` are made by the program"),
        ("    size_de: {type: line}\n", "keys that end in `_de` are made by the program"),
        ("    colour: {type: wrod}\n", "did you mean `word`?"),
        (
            "    colour: {label: {en: Colour}}\n",
            "the key `type` is missing in `fields.models.colour`",
        ),
        ("    colour: {type: ref}\n", "a `ref` names entries of a kind, and none is given"),
        ("    colour: {type: ref, to: model}\n", "did you mean `models`?"),
        (
            "    colour: {type: text, many: true}\n",
            "`text` is one value, so `many` does not go with it",
        ),
        ("    colour: {type: line, section: hues}\n", "`line` has no words of the vocabulary"),
        ("    colour: {type: line, show: [facet]}\n", "`line` cannot narrow a list"),
        ("    colour: {type: line, unit: m}\n", "`line` has no unit of its own"),
        ("    colour: {type: line, after: nmae}\n", "did you mean `name`?"),
        (
            "    colour: {type: word, show: [facet], page: size}\n",
            "cannot have the pages of something else",
        ),
        ("    colour: true\n", "`colour` is not declared by `true`"),
        ("    colour: false\n", "a model has no built-in field `colour`"),
        ("    name: false\n", "every model has `name`"),
        ("    tokenisation: false\n", "did you mean `tokenization`?"),
        ("    colour: {type: line, shwo: [column]}\n", "did you mean `show`?"),
    ] {
        let said = with(field);
        assert!(said.contains(expected), "{field}{said}");
    }
}

#[test]
fn entry_cannot_have_the_name_of_a_page_of_an_own_facet() {
    let settings = SETTINGS.replace("show: [facet, column]}", "show: [facet], page: sees}");
    let list = list().file("entries/survey.yaml", settings).entry("models/sees", AQUA);
    let places = list.places();
    assert!(places.contains(&"entries/models/sees.yaml:1:1 reserved-id".to_owned()), "{places:?}");
    let other = list.without("entries/models/sees.yaml");
    assert!(seen(&other.output("models/sees/radar/index.html")).contains("Terra"));
}

/// What survey.yaml cannot tell is said there, and not once more in each entry.
#[test]
fn declaration_with_a_mistake_makes_no_finding_in_entries() {
    let settings = SETTINGS.replace("resolution: {type: number", "resolution: {type: nubmer");
    let places = list().file("entries/survey.yaml", settings).places();
    // The column of README.md that shows the field is one, too.
    assert_eq!(places[0], "entries/survey.yaml:9:24 unknown-choice");
    let elsewhere = |place: &&String| !place.starts_with("entries/survey.yaml");
    assert_eq!(places.iter().filter(elsewhere).count(), 0, "{places:?}");
    let broken = list().file("entries/survey.yaml", SETTINGS.replace("title: {en", "title: {{en"));
    assert_eq!(broken.places().iter().filter(elsewhere).count(), 0, "{:?}", broken.places());
}
