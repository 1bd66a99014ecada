//! Data for scripts: what search looks through and what is compared, as scripts that nothing in an entry can break.

use serde_json::Value;

use crate::door::Survey;

/// The data of a script, and the name that it stands under.
fn data(script: &str) -> (String, Value) {
    let rest = script.strip_prefix("(window.listwright = window.listwright || {}).").unwrap();
    let (name, json) = rest.split_once(" = ").unwrap();
    (name.to_owned(), serde_json::from_str(json.strip_suffix(";\n").unwrap()).unwrap())
}

/// The row of an entry in the index.
fn row(survey: &Survey, id: &str) -> Value {
    let (name, index) = data(&survey.output("assets/search-index.js"));
    assert_eq!(name, "search");
    let rows = index["rows"].as_array().unwrap();
    rows.iter().find(|row| row[1] == id).unwrap_or_else(|| panic!("no row of {id}")).clone()
}

fn survey() -> Survey {
    Survey::default()
        .entry(
            "models/one",
            "name: OneNet\naliases: [OneN]\nformer_ids: [first]\nreleased: 2022-04\nsummary: {en: Reads RNA., zh: 读取剪接。}\n\
             category: language\nparameters: 99.52M\npapers: [one-2022, 10.1000/elsewhere]\n",
        )
        .entry(
            "models/two",
            "name: TwoNet\nreleased: 2024\ncategory: language\nparameters: not reported\nlinks: {code: https://example.org/two}\n",
        )
        .entry(
            "papers/one-2022",
            "title: One\nauthors: [Ada Byron, {group: Some Team}]\nvenue: Journal of Ones\nvenue_short: J. Ones\n\
             dates: {published: 2022-05}\ndoi: 10.1000/one\narxiv: arXiv:2204.00001\n",
        )
}

#[test]
fn search_index_has_names_identifiers_authors_words_and_both_languages() {
    let survey = survey();
    let one = row(&survey, "one");
    assert_eq!(one[0], 0, "the first kind");
    assert_eq!(one[2], "OneNet");
    assert_eq!(one[3], "2022-04");
    assert_eq!(one[4], serde_json::json!(["OneN", "first"]));
    assert_eq!(
        one[5], "10.1000/elsewhere\nReads RNA.\n读取剪接。",
        "a paper with an entry is found by itself"
    );
    let (_, index) = data(&survey.output("assets/search-index.js"));
    assert_eq!(
        index["words"][usize::try_from(one[6][0].as_u64().unwrap()).unwrap()],
        "language\nLanguage model\n语言模型"
    );
    let paper = row(&survey, "one-2022");
    assert_eq!(paper[3], "2022-05 · J. Ones");
    assert_eq!(paper[5], "Ada Byron\nSome Team\n10.1000/one\narXiv:2204.00001\nJournal of Ones");
}

#[test]
fn search_index_puts_the_newest_first_and_what_is_not_listed_last_with_its_status() {
    let survey = survey().replace(
        "entries/vocabulary.yaml",
        "category:",
        "reason:\n  off-topic: {en: Off topic, zh: 主题不符}\ncategory:",
    );
    let survey = survey.entry(
        "models/newest",
        "name: Newest\nstatus: excluded\nreason: {code: off-topic}\nreleased: 2025\n",
    );
    let (_, index) = data(&survey.output("assets/search-index.js"));
    let rows = index["rows"].as_array().unwrap();
    let ids: Vec<&str> = rows.iter().map(|row| row[1].as_str().unwrap()).collect();
    assert_eq!(ids, ["two", "one", "one-2022", "newest"]);
    assert_eq!(rows[3][7], "excluded");
    assert!(rows[..3].iter().all(|row| row.get(7).is_none()));
}

#[test]
fn comparison_has_listed_entries_with_texts_in_the_language_of_the_page() {
    let (name, models) = data(&survey().output("zh/compare/models.js"));
    assert_eq!(name, "models");
    let field =
        |name: &str| models["fields"].as_array().unwrap().iter().position(|of| of == name).unwrap();
    let one = &models["entries"]["one"];
    let cell = |entry: &Value, name: &str| entry["cells"][field(name).to_string()].clone();
    assert_eq!(models["labels"][field("parameters")], "参数量");
    assert_eq!(cell(one, "category")["text"], "语言模型");
    assert_eq!(cell(one, "summary")["text"], "读取剪接。");
    assert_eq!(one["amounts"][field("parameters").to_string()], 99_520_000);
    let two = &models["entries"]["two"];
    assert_eq!(cell(two, "parameters")["missing"], "not reported");
    assert_eq!(two.get("amounts"), None);
    assert_eq!(models["states"]["not reported"], "未报告");
}

#[test]
fn scores_are_compared_by_the_direction_that_their_benchmark_declares() {
    let survey = survey()
        .replace("entries/vocabulary.yaml", "category:", "task:\n  folding: {en: Folding, zh: 折叠}\ncategory:")
        .entry(
            "datasets/board",
            "name: A Board\ntype: benchmark\nleaderboard:\n  basis: reported\n  source: https://example.org/board\n  columns:\n    \
             ss: {task: folding, split: test, metric: RMSE, unit: Å, better: lower}\n  rows:\n    \
             - {model: one, scores: {ss: 0.31 ± 0.02}}\n    - {label: Nobody, scores: {ss: 0.5}}\n",
        );
    let (_, models) = data(&survey.output("compare/models.js"));
    let measure = serde_json::json!({
        "benchmark": "A Board", "page": "datasets/board/", "label": "Folding, test, RMSE (Å)", "better": "lower"
    });
    assert_eq!(models["measures"], serde_json::json!([measure]));
    assert_eq!(
        models["entries"]["one"]["scores"],
        serde_json::json!({"0": [{"text": "0.31 ± 0.02", "value": "0.31"}]})
    );
    assert_eq!(models["entries"]["two"].get("scores"), None);
}

/// What a page makes of a script of citations: the texts of some entries in the frame, each work once.
fn cited(citations: &Value, ids: &[&str]) -> String {
    let mut works: Vec<&str> = Vec::new();
    for id in ids {
        let work = citations["of"][id].as_str().unwrap();
        if !works.contains(&work) {
            works.push(work);
        }
    }
    let frame = |at: usize| citations["frame"][at].as_str().unwrap();
    format!("{}{}{}", frame(0), works.join(frame(1)), frame(2))
}

/// The styles of files, with what the names of these end in.
const FILES: [(&str, &str); 3] = [("bib", "bib"), ("ris", "ris"), ("csl", "csl.json")];

#[test]
fn selected_entries_are_cited_as_their_own_files_cite_them() {
    let survey = survey();
    for (kind, listed) in [("models", &["one", "two"][..]), ("papers", &["one-2022"][..])] {
        for (style, ending) in FILES {
            let (name, citations) = data(&survey.output(&format!("cite/{kind}.{style}.js")));
            assert_eq!(name, format!("cite_{kind}_{style}"));
            let ids: Vec<&String> = citations["of"].as_object().unwrap().keys().collect();
            assert_eq!(ids, listed, "those that are listed");
            for id in listed {
                let own = survey.output(&format!("data/v1/{kind}/{id}.{ending}"));
                assert_eq!(cited(&citations, &[id]), own, "{style} of {id}");
            }
        }
    }
    let (_, sentences) = data(&survey.output("cite/models.apa.js"));
    assert_eq!(
        cited(&sentences, &["two", "one"]),
        "TwoNet [Computer software]. (2024). https://example.org/two\n\
         Byron, A., & Some Team (2022). One. Journal of Ones. https://doi.org/10.1000/one\n"
    );
}

#[test]
fn a_selection_of_everything_is_the_file_of_everything_and_has_a_shared_paper_once() {
    let survey = survey().entry(
        "models/three",
        "name: ThreeNet\nreleased: 2021\ncategory: language\npapers: [one-2022]\n",
    );
    for (style, ending) in FILES {
        let (_, citations) = data(&survey.output(&format!("cite/models.{style}.js")));
        let newest_first = ["two", "one", "three"];
        assert_eq!(
            cited(&citations, &newest_first),
            survey.output(&format!("data/v1/models.{ending}"))
        );
    }
}

#[test]
fn every_kind_can_be_cited_in_every_style_even_where_it_has_no_entries() {
    let survey = survey();
    for kind in ["models", "papers", "datasets", "challenges"] {
        for style in ["bib", "ris", "csl", "apa"] {
            let (_, citations) = data(&survey.output(&format!("cite/{kind}.{style}.js")));
            assert!(citations["of"].is_object(), "{kind} {style}");
        }
    }
}

#[test]
fn no_text_of_an_entry_ends_the_script_it_stands_in() {
    for hostile in ["</script><script>alert(1)</script>", "<!--", "]]>", "\";alert(1);//", "\\"] {
        let text = serde_json::to_string(hostile).unwrap();
        let survey = Survey::default().entry(
            "models/x",
            &format!("name: {text}\naliases: [{text}]\nreleased: 2022\nsummary: {text}\ncategory: language\nlinks: {{code: https://example.org/x}}\n"),
        );
        assert_eq!(survey.diagnostics(), "");
        for path in [
            "assets/search-index.js",
            "compare/models.js",
            "cite/models.bib.js",
            "cite/models.ris.js",
            "cite/models.csl.js",
            "cite/models.apa.js",
            "zh/compare/models.js",
        ] {
            let script = survey.output(path);
            assert!(!script.contains('<'), "{path}: {script}");
            assert!(!script.contains(['\u{2028}', '\u{2029}']), "{path}");
            assert_eq!(script.lines().count(), 1, "{path}");
            data(&script);
        }
        assert_eq!(row(&survey, "x")[2], hostile);
    }
}

#[test]
fn form_has_the_schema_of_its_kind_and_labels_in_the_language_of_the_page() {
    let survey = survey();
    let (name, form) = data(&survey.output("zh/suggest/models.js"));
    assert_eq!(name, "form_models");
    assert_eq!(form["labels"]["parameters"], "参数量");
    assert_eq!(form["labels"]["licence.code"], "代码许可");
    assert_eq!(form["labels"].get("venue"), None, "a paper has one, a model has none");
    assert_eq!(
        form["schema"]["$defs"]["word-of-category"]["enum"],
        serde_json::json!(["language"])
    );
    let keys: Vec<&String> = form["schema"]["properties"].as_object().unwrap().keys().collect();
    assert!(keys.len() > 20);
}
