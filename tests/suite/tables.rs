//! The tables: a row for each listed entry, and metadata that says what each column holds.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::door::Survey;

fn records(survey: &Survey, kind: &str) -> (Vec<String>, Vec<csv::StringRecord>) {
    let text = survey.output(&format!("data/v1/{kind}.csv"));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headers = reader.headers().unwrap().iter().map(str::to_owned).collect();
    (headers, reader.records().map(Result::unwrap).collect())
}

/// The cell of a row by the name of its column.
fn cell(survey: &Survey, kind: &str, id: &str, column: &str) -> String {
    let (headers, rows) = records(survey, kind);
    let row = rows.iter().find(|row| &row[0] == id).unwrap_or_else(|| panic!("no {id}"));
    let at = headers.iter().position(|name| name == column);
    row[at.unwrap_or_else(|| panic!("no {column}"))].to_owned()
}

/// The list with every field, all of it listed.
fn listed() -> Survey {
    let mut survey = Survey::folder("tests/golden/full");
    for (path, status) in [
        (
            "models/everything",
            "status: withdrawn\nreason: {code: retracted, note: {en: Its authors took it back., zh: 作者已撤回。}}\n",
        ),
        (
            "papers/everything-2022",
            "status: withdrawn\nreason: {code: retracted, note: by the journal}\n",
        ),
        ("datasets/corpus", "status: withdrawn\nreason: {code: off-topic, note: no RNA in it}\n"),
        (
            "challenges/everything-2023",
            "status: withdrawn\nreason: {code: off-topic, note: it never took place}\n",
        ),
    ] {
        survey = survey.replace(&format!("entries/{path}.yaml"), status, "");
    }
    survey
}

#[test]
fn table_has_a_row_for_each_listed_entry_by_id() {
    let survey = listed();
    let ids = |kind: &str| -> Vec<String> {
        records(&survey, kind).1.iter().map(|row| row[0].to_owned()).collect()
    };
    assert_eq!(ids("models"), ["everything", "newer"]);
    assert_eq!(ids("papers"), ["everything-2022"]);
    assert_eq!(ids("datasets"), ["corpus"]);
    assert_eq!(ids("challenges"), ["everything-2023"]);
}

#[test]
fn cells_are_what_was_written_or_why_there_is_nothing() {
    let survey = listed();
    let model = |column: &str| cell(&survey, "models", "everything", column);
    assert_eq!([model("parameters"), model("parameters_text")], ["99520000", "99.52M"]);
    assert_eq!([model("context"), model("context_text")], ["", "not reported"]);
    assert_eq!([model("summary_en"), model("summary_zh")], ["Has every field.", "字段齐全。"]);
    assert_eq!(model("weights"), "not released");
    assert_eq!(model("training_datasets"), "corpus; NCBI nt");
    assert_eq!(model("training_size"), "36M sequences; ~1.6B nucleotides");
    assert_eq!(
        model("papers"),
        "everything-2022; 10.1093/nar/gkad1031; arXiv:2204.00301v2; https://example.org/paper.html"
    );
    let paper = |column: &str| cell(&survey, "papers", "everything-2022", column);
    assert_eq!(
        paper("authors"),
        "Lovelace, Ada; van der Berg, Jan; Plato; The Everything Consortium; 明, 李"
    );
    assert_eq!([paper("authors_complete"), paper("published")], ["false", "2022-03"]);
    let challenge = |column: &str| cell(&survey, "challenges", "everything-2023", column);
    assert_eq!([challenge("start"), challenge("end")], ["2023-09-07", "2023-12"]);
    assert_eq!(challenge("winners"), "一号队; Team \"Two\"");
    assert_eq!([challenge("teams"), challenge("teams_text")], ["1600", "1.6K"]);
}

#[test]
fn every_column_of_a_list_with_every_field_holds_something() {
    let survey = listed();
    for kind in ["models", "papers", "datasets", "challenges"] {
        let (headers, rows) = records(&survey, kind);
        let filled = |at: &usize| rows.iter().any(|row| !row[*at].is_empty());
        let empty: Vec<&str> = (0..headers.len())
            .filter(|at| !filled(at))
            .map(|at| headers[at].as_str())
            // These two are said in the other way: no entry of the list has a summary in English or a number here.
            .filter(|name| !matches!(*name, "summary_en" | "summary_zh" | "context"))
            .collect();
        assert_eq!(empty, Vec::<&str>::new(), "{kind}");
    }
}

#[test]
fn metadata_names_every_column_in_order_with_its_meaning() {
    let survey = listed();
    for kind in ["models", "papers", "datasets", "challenges"] {
        let (headers, rows) = records(&survey, kind);
        let metadata = survey.output(&format!("data/v1/{kind}.csv-metadata.json"));
        let metadata: Value = serde_json::from_str(&metadata).unwrap();
        assert_eq!(metadata["@context"], "http://www.w3.org/ns/csvw");
        assert_eq!(metadata["url"], format!("{kind}.csv"));
        let columns = metadata["tableSchema"]["columns"].as_array().unwrap();
        let names: Vec<&str> =
            columns.iter().map(|column| column["name"].as_str().unwrap()).collect();
        assert_eq!(names, headers);
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
        for (at, column) in columns.iter().enumerate() {
            assert!(column["dc:description"].as_str().unwrap().ends_with('.'), "{column}");
            let cells = rows.iter().map(|row| &row[at]).filter(|cell| !cell.is_empty());
            for cell in cells {
                match column["datatype"].as_str().unwrap() {
                    "integer" => assert!(cell.parse::<u64>().is_ok(), "{column}: {cell}"),
                    "boolean" => assert!(cell.parse::<bool>().is_ok(), "{column}: {cell}"),
                    other => assert_eq!(other, "string"),
                }
            }
        }
    }
}
