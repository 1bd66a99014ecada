//! What the published data promises: everything that is in the entries, in keys that stay, in the same order each time.

mod fidelity;
mod schema;

use listwright::kinds::Entry;
use listwright::render::{Material, Options, data};
use listwright::theme::Theme;
use listwright::value::Line;
use serde_json::{Value, json};
use snapbox::{IntoData as _, assert_data_eq, str};

use crate::door::Survey;

const CATALOG: &str = "data/v1/catalog.json";

/// A list in which every field of every kind has a value, and every kind of value is there.
fn full() -> Survey {
    Survey::folder("tests/golden/full")
}

fn catalog(survey: &Survey) -> Value {
    serde_json::from_str(&survey.output(CATALOG)).unwrap()
}

/// The published entry of a kind and id.
fn entry<'c>(catalog: &'c Value, kind: &str, id: &str) -> &'c Value {
    let entries = catalog["entries"].as_array().unwrap();
    let found = entries.iter().find(|entry| entry["kind"] == kind && entry["id"] == id);
    found.unwrap_or_else(|| panic!("no {kind} {id}"))
}

fn small() -> Survey {
    Survey::default()
        .entry(
            "models/rna-fm",
            "\
name: RNA-FM
released: 2022-04
summary: {en: An encoder of ncRNA., zh: 非编码 RNA 的编码器。}
category: language
parameters: 99.52M
context: not reported
variants:
  base: {parameters: 99.52M}
papers: [chen-2022-rna-fm, arXiv:2301.00001]
links: {code: https://github.com/ml4bio/RNA-FM, weights: not released}
sources:
  - {for: [parameters, variants], url: https://github.com/ml4bio/RNA-FM, kind: repository}
added: 2026-11-23
",
        )
        .entry(
            "papers/chen-2022-rna-fm",
            "\
title: Interpretable RNA foundation model
authors: [Jiayang Chen, {group: A Consortium}]
dates: {preprint: 2022-04-01}
arxiv: arXiv:2204.00300
",
        )
}

#[test]
#[expect(clippy::too_many_lines, reason = "one text, which shows the whole form")]
fn small_list_is_published_a_line_an_entry() {
    assert_data_eq!(small().output(CATALOG), str![[r#"
{
"version":1,
"title":{
"en":"A Survey",
"zh":"综述"
},
"languages":[
"en",
"zh"
],
"updated":{
"text":"2026-11-23",
"precision":"day"
},
"fields":{
"models":{
"rna":{"type":"word","many":true,"section":"rna","label":{"en":"Molecule","zh":"分子"},"about":"Molecule"}
},
"datasets":{
"organisms":{"type":"text","label":{"en":"Organisms","zh":"物种"},"about":"Organisms"},
"molecules":{"type":"word","many":true,"section":"rna","label":{"en":"Molecules","zh":"分子类型"},"about":"Molecules"}
}
},
"vocabulary":{
"category":{
"language":{"label":{"en":"Language model","zh":"语言模型"}}
}
},
"counts":{
"entries":2,
"models":{
"listed":1,
"candidate":0,
"excluded":0,
"superseded":0,
"withdrawn":0
},
"papers":{
"listed":1,
"candidate":0,
"excluded":0,
"superseded":0,
"withdrawn":0
},
"datasets":{
"listed":0,
"candidate":0,
"excluded":0,
"superseded":0,
"withdrawn":0
},
"challenges":{
"listed":0,
"candidate":0,
"excluded":0,
"superseded":0,
"withdrawn":0
}
},
"entries":[
{"kind":"model","id":"rna-fm","page":"models/rna-fm/","file":"entries/models/rna-fm.yaml","name":"RNA-FM","status":"listed","released":{"text":"2022-04","precision":"month"},"summary":{"en":"An encoder of ncRNA.","zh":"非编码 RNA 的编码器。"},"category":"language","parameters":{"value":99520000,"text":"99.52M","bound":"exact"},"variants":{"base":{"parameters":{"value":99520000,"text":"99.52M","bound":"exact"}}},"context":{"state":"not reported"},"papers":[{"id":"chen-2022-rna-fm"},{"arxiv":"arXiv:2301.00001"}],"links":{"code":{"value":"https://github.com/ml4bio/RNA-FM"},"weights":{"state":"not released"}},"sources":[{"for":["parameters","variants"],"url":"https://github.com/ml4bio/RNA-FM","kind":"repository"}],"added":{"text":"2026-11-23","precision":"day"},"names":[{"kind":"paper","id":"chen-2022-rna-fm","route":"papers[0]"}]},
{"kind":"paper","id":"chen-2022-rna-fm","page":"papers/chen-2022-rna-fm/","file":"entries/papers/chen-2022-rna-fm.yaml","title":"Interpretable RNA foundation model","status":"listed","type":"research","authors":[{"given":"Jiayang","family":"Chen"},{"group":"A Consortium"}],"dates":{"preprint":{"text":"2022-04-01","precision":"day"}},"arxiv":"arXiv:2204.00300","named_by":[{"kind":"model","id":"rna-fm","route":"papers[0]"}]}
]
}

"#]].raw());
}

#[test]
fn every_entry_stands_on_a_line_of_its_own_by_kind_and_id() {
    let text = full().output(CATALOG);
    let lines = text.lines().filter(|line| line.starts_with("{\"kind\":"));
    let routes: Vec<String> = lines
        .map(|line| {
            let entry: Value = serde_json::from_str(line.trim_end_matches(',')).unwrap();
            format!("{}/{}", entry["kind"].as_str().unwrap(), entry["id"].as_str().unwrap())
        })
        .collect();
    assert_eq!(
        routes,
        [
            "model/everything",
            "model/newer",
            "model/older",
            "model/waiting",
            "paper/everything-2022",
            "paper/older-2021",
            "dataset/copy",
            "dataset/corpus",
            "challenge/everything-2023",
            "challenge/within-2024",
        ]
    );
    assert!(text.ends_with("}\n]\n}\n"));
}

#[test]
fn new_entry_adds_lines_and_changes_only_the_sums() {
    let before = small().output(CATALOG);
    let after = small().entry(
        "models/aido-rna",
        "name: AIDO\nreleased: 2024-11\ncategory: language\npapers: [arXiv:2411.00001]\n",
    );
    let after = after.output(CATALOG);
    let only = |text: &str, other: &str| -> Vec<String> {
        let missing = |line: &&str| !other.lines().any(|old| old == *line);
        text.lines().filter(missing).map(|line| line.chars().take(28).collect()).collect()
    };
    assert_eq!(only(&before, &after), ["\"entries\":2,"]);
    assert_eq!(
        only(&after, &before),
        ["\"entries\":3,", "\"listed\":2,", "{\"kind\":\"model\",\"id\":\"aido-r",]
    );
}

#[test]
fn references_lead_both_ways_with_their_routes() {
    let catalog = catalog(&full());
    let dataset = entry(&catalog, "dataset", "corpus");
    assert_eq!(
        dataset["names"],
        json!([
            {"kind": "paper", "id": "everything-2022", "route": "papers[0]"},
            {"kind": "dataset", "id": "copy", "route": "leaderboard.columns.ss.dataset"},
            {"kind": "model", "id": "everything", "route": "leaderboard.rows[0].model"},
            {"kind": "dataset", "id": "copy", "route": "distinct_from[0]"},
        ])
    );
    assert_eq!(
        dataset["named_by"],
        json!([
            {"kind": "model", "id": "everything", "route": "training.datasets[0]"},
            {"kind": "paper", "id": "everything-2022", "route": "datasets[0]"},
            {"kind": "dataset", "id": "copy", "route": "superseded_by"},
        ])
    );
}

#[test]
fn paper_given_by_arxiv_id_keeps_it_and_leads_to_its_entry() {
    let survey =
        small().replace("entries/models/rna-fm.yaml", "chen-2022-rna-fm", "arXiv:2204.00300v2");
    let catalog = catalog(&survey);
    let model = entry(&catalog, "model", "rna-fm");
    assert_eq!(model["papers"][0], json!({"arxiv": "arXiv:2204.00300v2"}));
    let reference = json!([{"kind": "paper", "id": "chen-2022-rna-fm", "route": "papers[0]"}]);
    assert_eq!(model["names"], reference);
}

#[test]
fn entry_that_is_not_listed_says_so_and_why() {
    let catalog = catalog(&full());
    let waiting = entry(&catalog, "model", "waiting");
    assert_eq!(
        *waiting,
        json!({
            "kind": "model",
            "id": "waiting",
            "page": "models/waiting/",
            "file": "entries/models/waiting.yaml",
            "name": "Waiting-FM",
            "status": "candidate",
            "reason": {"code": "off-topic"},
        })
    );
    assert_eq!(entry(&catalog, "model", "newer")["status"], "listed");
    assert_eq!(entry(&catalog, "model", "older")["superseded_by"], "newer");
}

#[test]
fn values_are_numbers_with_the_text_that_was_written() {
    let catalog = catalog(&full());
    let model = entry(&catalog, "model", "everything");
    let dataset = entry(&catalog, "dataset", "corpus");
    let challenge = entry(&catalog, "challenge", "everything-2023");
    let count = json!({"value": 99_520_000, "text": "99.52M", "bound": "exact"});
    assert_eq!(model["parameters"], count);
    let about = json!({"value": 30_000_000_000_u64, "text": "~30B", "bound": "about"});
    assert_eq!(model["variants"]["giga"]["parameters"], about);
    assert_eq!(model["context"], json!({"state": "not reported"}));
    assert_eq!(model["licence"]["code"], json!({"value": "Apache-2.0"}));
    assert_eq!(model["released"], json!({"text": "2022-04", "precision": "month"}));
    assert_eq!(model["parameters_note"], json!({"en": "without the head"}));
    assert_eq!(
        dataset["size"][0],
        json!({"value": 880_000, "text": ">880K sequences", "bound": "more", "unit": "sequences"})
    );
    let scores = &dataset["leaderboard"]["rows"][0]["scores"];
    assert_eq!(scores["ss"], json!({"value": 68.5, "spread": 0.54, "text": "68.50 ± 0.54"}));
    assert_eq!(scores["deg"], json!({"value": -0.25, "text": "-0.25"}));
    let end = json!({"text": "2023-12", "precision": "month"});
    assert_eq!(challenge["dates"]["end"], end);
}

#[test]
fn texts_that_are_dangerous_elsewhere_come_back_as_they_were() {
    let hostile = "\u{2028}\u{2029}</script><!--\"quoted\" 'single' \\ \\u0041 🧬 核糖核酸 e\u{301} \u{7f}\u{0}";
    let survey = small();
    let sources = survey.sources();
    let mut examined = survey.examined();
    for record in &mut examined.catalog.records {
        if let Entry::Model(model) = &mut record.entry {
            model.name = Line(hostile.to_owned());
            model.summary.as_mut().unwrap().0.0.insert("zh".to_owned(), hostile.to_owned());
        }
    }
    let (graph, options) = (&examined.graph, Options::default());
    let theme = Theme::new(&sources).unwrap();
    let material = Material {
        catalog: &examined.catalog,
        graph,
        sources: &sources,
        theme: &theme,
        options: &options,
    };
    let bytes = data::v1::catalog(material).unwrap();
    let catalog: Value = serde_json::from_slice(&bytes).unwrap();
    let model = entry(&catalog, "model", "rna-fm");
    assert_eq!(model["name"], hostile);
    assert_eq!(model["summary"]["zh"], hostile);
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(text.lines().filter(|line| line.starts_with("{\"kind\":")).count(), 2);
}

#[test]
fn hidden_character_written_as_an_escape_never_comes_as_far_as_the_data() {
    let path = "entries/models/rna-fm.yaml";
    for escape in [r"\u2028", r"\u202e", r"\u200b", r"\0", r"\e"] {
        let survey = small().replace(path, "RNA-FM\n", &format!("\"RNA{escape}FM\"\n"));
        assert_eq!(survey.places(), [format!("{path}:1:7 forbidden-character")], "{escape}");
        assert_eq!(catalog(&survey)["counts"]["entries"], 1);
    }
    let survey = small().replace(path, "RNA-FM\n", "\"RNA\\u2011FM \\U0001F9EC\"\n");
    assert_eq!(survey.places(), Vec::<String>::new());
    assert_eq!(entry(&catalog(&survey), "model", "rna-fm")["name"], "RNA\u{2011}FM 🧬");
}
