//! What programs read of a site: the words of schema.org, typed links and the package of tables.

use serde_json::Value;

use crate::door::Survey;
use crate::folder::Folder;
use crate::python;

const BASE: &str = "https://example.org/a/list/";

fn full() -> Survey {
    Survey::folder("tests/golden/full")
}

fn json_ld(html: &str) -> Value {
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">").unwrap();
    serde_json::from_str(rest.split("</script>").next().unwrap()).unwrap()
}

/// The addresses of a relation in the head of a page, each with its type.
fn links(html: &str, rel: &str) -> Vec<(String, String)> {
    let attribute = |link: &str, name: &str| {
        let (_, rest) = link.split_once(&format!(" {name}=\""))?;
        rest.split('"').next().map(str::to_owned)
    };
    let tags = html.split("<link ").skip(1).filter_map(|tag| tag.split('>').next());
    let tags = tags.filter(|tag| tag.starts_with(&format!("rel=\"{rel}\"")));
    let of = |tag| Some((attribute(tag, "href")?, attribute(tag, "type").unwrap_or_default()));
    tags.filter_map(of).collect()
}

#[test]
fn home_page_is_a_catalog_with_the_data_of_the_list() {
    let catalog = json_ld(&full().base_url(BASE).output("index.html"));
    assert_eq!(catalog["@type"], "DataCatalog");
    assert_eq!([&catalog["url"], &catalog["dataset"]["@type"]], [BASE, "Dataset"]);
    let files = catalog["dataset"]["distribution"].as_array().unwrap();
    assert_eq!(files.len(), 5);
    assert_eq!(files[0]["contentUrl"], format!("{BASE}data/v1/catalog.json"));
    // Who does not know where the site stands names no file.
    let catalog = json_ld(&Survey::default().output("index.html"));
    assert_eq!([&catalog["url"], &catalog["dataset"]["distribution"]], [&Value::Null; 2]);
}

#[test]
fn data_of_the_list_have_the_doi_of_the_release_that_they_are() {
    let with = |date: &str, doi: &str| {
        let release = format!("release: {{version: 2026.11, date: {date}{doi}}}\n");
        let authors = "authors: [Ada Berg]\n";
        let list = Survey::default()
            .entry("datasets/bare", "name: Sequences\ntype: corpus\nadded: 2026-11-20\n");
        let settings = format!("{}{authors}{release}", list.text("entries/survey.yaml"));
        json_ld(&list.file("entries/survey.yaml", settings).base_url(BASE).output("index.html"))
    };
    let doi = ", doi: 10.5281/zenodo.1234567";
    let now = with("2026-11-28", doi);
    let url = "https://doi.org/10.5281/zenodo.1234567";
    let of = |catalog: &Value, keys: [&str; 4]| keys.map(|key| catalog["dataset"][key].clone());
    let keys = ["identifier", "version", "datePublished", "isBasedOn"];
    assert_eq!(of(&now, keys), [url.into(), "2026.11".into(), "2026-11-28".into(), Value::Null]);
    // The catalog goes on; only its data are released.
    assert_eq!(now["identifier"], Value::Null);
    // Something was added after the release: its DOI leads to other data.
    let later = with("2026-11-01", doi);
    assert_eq!(of(&later, keys), [Value::Null, Value::Null, Value::Null, url.into()]);
    let none = with("2026-11-28", "");
    assert_eq!(of(&none, keys), [Value::Null, "2026.11".into(), "2026-11-28".into(), Value::Null]);
}

/// Identifiers: the key of each, what stands in the file and where it leads.
type Identifiers = &'static [(&'static str, &'static str, &'static str)];

/// An entry of each kind: its address, its text and its identifiers, which are all that the kind can have.
const IDENTIFIED: [(&str, &str, Identifiers); 4] = [
    (
        "models/known",
        "name: Known\nreleased: 2024\ncategory: language\nlinks: {home: 'https://example.org/'}\n",
        &[
            ("huggingface", "Example/Known_FM.1", "https://huggingface.co/Example/Known_FM.1"),
            ("doi", "10.5281/zenodo.1", "https://doi.org/10.5281/zenodo.1"),
            ("wikidata", "Q42", "https://www.wikidata.org/entity/Q42"),
            ("rrid", "RRID:SCR_014709", "https://scicrunch.org/resolver/RRID:SCR_014709"),
        ],
    ),
    (
        "papers/of",
        "title: Of all\nauthors: [Ada Berg]\ndates: {published: 2024}\nurl: 'https://example.org/p'\n",
        &[
            ("openalex", "W2741809807", "https://openalex.org/W2741809807"),
            ("wikidata", "Q43", "https://www.wikidata.org/entity/Q43"),
            (
                "semantic_scholar",
                "CorpusID:205261034",
                "https://api.semanticscholar.org/CorpusID:205261034",
            ),
            ("pubmed", "PMID:34265844", "https://pubmed.ncbi.nlm.nih.gov/34265844"),
            ("pmc", "PMC8371605", "https://pmc.ncbi.nlm.nih.gov/articles/PMC8371605"),
        ],
    ),
    (
        "datasets/known",
        "name: Sequences\ntype: corpus\n",
        &[
            ("huggingface", "Example/known", "https://huggingface.co/datasets/Example/known"),
            ("doi", "10.5281/zenodo.2", "https://doi.org/10.5281/zenodo.2"),
            ("openalex", "W1", "https://openalex.org/W1"),
            ("wikidata", "Q45", "https://www.wikidata.org/entity/Q45"),
            ("rrid", "RRID:SCR_014710", "https://scicrunch.org/resolver/RRID:SCR_014710"),
        ],
    ),
    (
        "challenges/cup",
        "name: Cup\nurl: 'https://example.org/cup'\ndates: {start: 2024, end: 2024}\n",
        &[("wikidata", "Q44", "https://www.wikidata.org/entity/Q44")],
    ),
];

#[test]
fn identifiers_of_registers_are_on_the_page_in_the_data_and_among_what_is_the_same() {
    let list = IDENTIFIED.iter().fold(Survey::default(), |list, (address, text, ids)| {
        let ids = ids.iter().map(|(key, text, _)| format!("{key}: \"{text}\""));
        let ids = ids.collect::<Vec<_>>().join(", ");
        list.entry(address, &format!("{text}ids: {{{ids}}}\n"))
    });
    let list = list.base_url(BASE);
    for (address, _, ids) in IDENTIFIED {
        let data: Value =
            serde_json::from_str(&list.output(&format!("data/v1/{address}.json"))).unwrap();
        assert_eq!(data["ids"].as_object().unwrap().len(), ids.len(), "{address}");
        let page = list.output(&format!("{address}/index.html"));
        let same = json_ld(&page)["sameAs"].as_array().unwrap().clone();
        for (key, text, url) in ids {
            assert_eq!(data["ids"][key], *text, "{address}");
            let link = page.split_once(&format!("href=\"{url}\" rel=\"noopener\">"));
            let (_, link) = link.unwrap_or_else(|| panic!("{address} {key}"));
            let shown = link.split("</a>").next().unwrap().replace("<wbr>", "");
            assert!(shown.ends_with(text), "{address} {key}: {shown}");
            assert_eq!(shown.matches("RRID").count(), usize::from(*key == "rrid"), "{shown}");
            let times = same.iter().filter(|other| other == url).count();
            assert_eq!(times, 1, "{address} {key}: {same:?}");
        }
    }
}

#[test]
fn dataset_says_what_is_known_of_it_and_nothing_else() {
    let bare = "name: Sequences\ntype: corpus\n";
    let list = Survey::default().entry("datasets/bare", bare);
    let dataset = json_ld(&list.output("datasets/bare/index.html"));
    for unknown in ["creator", "url", "identifier", "license", "sameAs", "version"] {
        assert_eq!(dataset[unknown], Value::Null, "{unknown}");
    }
    let paper = "title: Of sequences\nauthors: [Ada Berg, {group: Team}]\ndates: {preprint: 2022}\narxiv: arXiv:2204.00309\n";
    let known = "name: Sequences\nids: {doi: 10.1234/data}\ntype: corpus\n\
                 summary: All sequences of RNA that anybody has ever put into a public database.\n\
                 licence: {data: MIT OR Apache-2.0}\nlinks: {home: 'https://example.org/data'}\npapers: [of]\n";
    let list = Survey::default().entry("papers/of", paper).entry("datasets/known", known);
    let dataset = json_ld(&list.base_url(BASE).output("datasets/known/index.html"));
    let names = [&dataset["creator"][0]["familyName"], &dataset["creator"][1]["name"]];
    assert_eq!(names, ["Berg", "Team"]);
    assert_eq!(dataset["url"], "https://example.org/data");
    let identifiers = [&dataset["identifier"][0], &dataset["identifier"][1]];
    let page = format!("{BASE}datasets/known/");
    assert_eq!(identifiers, ["https://doi.org/10.1234/data", page.as_str()]);
    assert_eq!(dataset["license"]["name"], "MIT OR Apache-2.0");
    assert!(dataset["description"].as_str().unwrap().ends_with("public database."));
}

#[test]
fn description_of_a_dataset_is_as_long_as_search_engines_ask() {
    let short = "name: Tiny\ntype: corpus\nsummary: A few sequences.\n";
    let list = Survey::default().entry("datasets/tiny", short);
    // Not even everything that is known of it is long enough, and nothing is made up.
    let dataset = json_ld(&list.output("datasets/tiny/index.html"));
    assert_eq!(dataset["description"], Value::Null);
    let list = list.replace("entries/survey.yaml", "en: A Survey", "en: A Survey of Sequences");
    let dataset = json_ld(&list.output("datasets/tiny/index.html"));
    let said = dataset["description"].as_str().unwrap();
    assert!(said.starts_with("A few sequences. Tiny (corpus)"), "{said}");
    assert!((50..=5000).contains(&said.chars().count()), "{said}");
}

#[test]
fn page_of_an_entry_leads_programs_to_its_data_its_citations_and_its_terms() {
    let outputs = full().base_url(BASE);
    let page = outputs.output("papers/everything-2022/index.html");
    assert_eq!(
        links(&page, "describedby"),
        [
            ("json", "application/json"),
            ("bib", "application/x-bibtex"),
            ("ris", "application/x-research-info-systems"),
            ("csl.json", "application/vnd.citationstyles.csl+json"),
        ]
        .map(|(ending, media)| {
            (format!("../../data/v1/papers/everything-2022.{ending}"), media.to_owned())
        })
    );
    let [cited] = &links(&page, "cite-as")[..] else { panic!("{page}") };
    assert!(cited.0.starts_with("https://doi.org/10."), "{cited:?}");
    let types: Vec<String> = links(&page, "type").into_iter().map(|(href, _)| href).collect();
    assert_eq!(types, ["https://schema.org/AboutPage", "https://schema.org/ScholarlyArticle"]);
    assert_eq!(links(&page, "collection")[0].0, "../../papers/");
    let chinese = outputs.output("zh/papers/everything-2022/index.html");
    assert_eq!(links(&chinese, "collection")[0].0, "../../../zh/papers/");
    assert_eq!(links(&outputs.output("papers/index.html"), "describedby"), []);
}

#[test]
fn typed_links_are_addresses_to_the_letter() {
    let paper = "title: Of sequences\nauthors: [Ada Berg]\ndates: {preprint: 2022}\n\
                 url: 'https://example.org/论文?a=[1]&b=%7C%'\npdf: 'https://example.org/ä.pdf'\n";
    let page = Survey::default().entry("papers/of", paper).output("papers/of/index.html");
    assert_eq!(
        links(&page, "cite-as")[0].0,
        "https://example.org/%E8%AE%BA%E6%96%87?a=%5B1%5D&amp;b=%7C%25"
    );
    assert_eq!(links(&page, "item")[0].0, "https://example.org/%C3%A4.pdf");
}

#[test]
fn package_has_the_columns_of_the_tables_with_their_types() {
    let outputs = full().base_url(BASE);
    let package: Value = serde_json::from_str(&outputs.output("data/v1/datapackage.json")).unwrap();
    assert_eq!(package["homepage"], BASE);
    for table in package["resources"].as_array().unwrap() {
        let path = table["path"].as_str().unwrap();
        let csv = outputs.output(&format!("data/v1/{path}"));
        let fields = table["schema"]["fields"].as_array().unwrap();
        let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(csv.lines().next().unwrap(), names.join(","), "{path}");
    }
    assert_eq!(package["resources"].as_array().unwrap().len(), 4);
}

/// A benchmark with two columns, of which one has its place on Hugging Face.
fn measured() -> Survey {
    let benchmark = "name: Bench\nids: {huggingface: lab/bench}\ntype: benchmark\nadded: 2026-10-02\n\
                     summary: Two columns of scores, one of which has its place on Hugging Face.\n\
                     leaderboard:\n  basis: reported\n  source: https://example.org/board\n  columns:\n    \
                     ss: {task: ss, split: test, metric: F1, unit: \"%\", better: higher, huggingface_task: structure}\n    \
                     deg: {task: ss, metric: RMSE, better: lower}\n  rows:\n    \
                     - {model: coded, scores: {ss: 68.50 ± 0.54, deg: 0.25}, basis: self-reported}\n    \
                     - {model: hub, scores: {ss: 49}}\n    \
                     - {model: hub, variant: big, scores: {ss: 51}}\n    \
                     - {model: nowhere, scores: {ss: 50}}\n    \
                     - {label: CNN, scores: {ss: 48}}\n";
    let model = |name: &str, rest: &str| {
        format!(
            "name: {name}\ncategory: language\nreleased: 2022\npapers: [arXiv:2204.00300]\n{rest}"
        )
    };
    let hub = "variants:\n  big: {parameters: 2B, weights: https://huggingface.co/lab/hub-2b}\n\
               links: {weights: https://huggingface.co/lab/Hub}\n";
    Survey::default()
        .replace("entries/survey.yaml", "en: A Survey", "en: A Survey of Models and Their Scores")
        .replace("entries/vocabulary.yaml", "category:", "task:\n  ss: {en: Structure}\ncategory:")
        .entry("datasets/bench", benchmark)
        .entry("models/hub", &model("Hub", hub))
        .entry("models/coded", &model("Coded", "links: {code: https://github.com/owner/code}\n"))
        .entry("models/nowhere", &model("Nowhere", ""))
}

#[test]
fn scores_are_logs_of_evaluations_where_it_is_known_whose_model_it_is() {
    let logs = measured().output("data/v1/leaderboards/bench.every-eval-ever.jsonl");
    let logs: Vec<Value> = logs.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let models: Vec<&Value> = logs.iter().map(|log| &log["model_info"]["id"]).collect();
    // What no entry tells of is left out: a model without any repository, and a method that is no entry.
    assert_eq!(models, ["owner/coded", "lab/Hub", "lab/hub-2b"]);
    let code = &logs[0];
    assert_eq!(code["source_metadata"]["evaluator_relationship"], "first_party");
    assert_eq!(logs[1]["source_metadata"]["evaluator_relationship"], "third_party");
    // 2 October 2026, the day of the list.
    assert_eq!(code["retrieved_timestamp"], "1790899200");
    let [ss, deg] = &code["evaluation_results"].as_array().unwrap()[..] else { panic!("{code}") };
    assert_eq!([&ss["score_details"]["score"], &deg["score_details"]["score"]], [68.5, 0.25]);
    assert_eq!(ss["score_details"]["details"]["as_written"], "68.50 ± 0.54");
    assert_eq!(ss["metric_config"]["metric_unit"], "percent");
    assert_eq!(deg["metric_config"]["lower_is_better"], true);
    assert_eq!(ss["source_data"]["hf_repo"], "lab/bench");
}

#[test]
fn scores_have_a_file_for_hugging_face_where_their_place_there_is_known() {
    let list = measured();
    assert_eq!(
        list.output("data/v1/models/coded.eval_results.yaml"),
        "- dataset:\n    id: lab/bench\n    task_id: structure\n  value: 68.5\n  source:\n    \
         url: https://example.org/board\n    name: Bench\n  notes: \"F1 (%), test, 68.50 ± 0.54, \
         reported by the authors of the model\"\n"
    );
    let hub = list.output("data/v1/models/hub.eval_results.yaml");
    assert_eq!(hub.matches("- dataset:").count(), 2);
    assert!(
        hub.contains("notes: \"variant big, F1 (%), test, reported by a third party\""),
        "{hub}"
    );
    let page = list.output("models/coded/index.html");
    assert!(page.contains("../../data/v1/models/coded.eval_results.yaml"));
    // The task of the other column is not known, nor is the repository of this benchmark.
    let unknown =
        list.replace("entries/datasets/bench.yaml", "ids: {huggingface: lab/bench}\n", "");
    let files = unknown.outputs_that(|path| path.ends_with(".eval_results.yaml"));
    assert!(files.is_empty());
}

#[test]
#[ignore = "needs Python and, once, the network: run with --ignored"]
fn pages_tables_and_scores_are_read_by_programs_of_others() {
    judge(&Survey::folder("").base_url(BASE), BASE);
    for folder in ["tests/golden/seed", "tests/golden/small", "tests/golden/full"] {
        judge(&Survey::folder(folder).base_url(BASE), BASE);
    }
    // A list that knows no address of its own, with scores for Hugging Face.
    judge(&measured(), "");
}

fn judge(survey: &Survey, base: &str) {
    let folder = Folder::empty();
    let is_read = |path: &str| path.ends_with(".html") || path.starts_with("data/v1/");
    for (path, bytes) in survey.outputs_that(is_read) {
        folder.write(&path, bytes);
    }
    let site = folder.path("");
    python::run("metadata", "judge.py", &[("SITE", site.to_str().unwrap()), ("BASE", base)]);
}

#[test]
fn badges_say_where_an_entry_is_listed_and_how_a_model_ranks() {
    let list = measured().base_url(BASE);
    let data = |path: &str| -> Value { serde_json::from_str(&list.output(path)).unwrap() };
    let listed = data("badges/models/coded.json");
    assert_eq!(listed["schemaVersion"], 1);
    assert_eq!(
        [&listed["label"], &listed["message"]],
        ["listed in", "A Survey of Models and Their Scores"]
    );
    assert_eq!(data("badges/list.json")["message"], "4 entries");
    let rank = data("badges/models/coded/bench/ss.json");
    assert_eq!(rank["label"], "Bench: Structure, test, F1 (%)");
    assert_eq!(rank["message"], "rank 1 of 5 · self-reported");
    // Of two variants the better one, by name.
    assert_eq!(
        data("badges/models/hub/bench/ss.json")["message"],
        "rank 2 of 5 · big · third party"
    );
    // One score alone is no ranking, and what is not listed has no badge.
    let list = list
        .replace("entries/vocabulary.yaml", "category:", "reason:\n  x: {en: X}\ncategory:")
        .replace(
            "entries/models/nowhere.yaml",
            "category",
            "status: candidate\nreason: {code: x}\ncategory",
        );
    let files = list.outputs_that(|path| path.starts_with("badges/"));
    let paths: Vec<String> = files.into_iter().map(|(path, _)| path).collect();
    let has = |part: &str| paths.iter().any(|path| path.contains(part));
    assert_eq!(["coded", "nowhere", "/ss.", "/deg."].map(has), [true, false, true, false]);
    let page = list.output("models/coded/index.html");
    let markdown = format!(
        "[![Coded: listed in A Survey of Models and Their Scores]({BASE}badges/models/coded.svg)]({BASE}models/coded/)"
    );
    assert!(page.contains(&markdown), "{page}");
    assert!(page.contains(&format!("({BASE}leaderboards/bench/#column-ss)")));
    // Who does not know where the site stands cannot say what to type.
    assert!(!measured().output("models/coded/index.html").contains("cite-badge"));
}

#[test]
fn badges_of_an_entry_stay_where_they_were_before_a_rename() {
    let list = measured().replace(
        "entries/models/hub.yaml",
        "name: Hub",
        "name: Hub\nformer_ids: [centre]",
    );
    for ending in [".svg", ".json", "/bench/ss.svg", "/bench/ss.json"] {
        let [now, before] =
            ["hub", "centre"].map(|id| list.output(&format!("badges/models/{id}{ending}")));
        assert_eq!(now, before, "{ending}");
    }
}

#[test]
fn drawn_badges_are_read_by_everybody() {
    /// How much light a colour gives back, as the rules for readable pages count it.
    fn light(colour: &str) -> f64 {
        let part =
            |at: usize| f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        let linear = |part: f64| {
            if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(part(1)) + 0.7152 * linear(part(3)) + 0.0722 * linear(part(5))
    }
    let list = Survey::folder("tests/golden/small").base_url(BASE);
    let drawings = list.outputs_that(|path| path.starts_with("badges/") && path.ends_with(".svg"));
    assert!(drawings.len() > 10, "{}", drawings.len());
    for (path, bytes) in drawings {
        let text = String::from_utf8(bytes).unwrap();
        let tags = |name: &str| -> Vec<String> {
            let begins = format!("<{name} ");
            let tags = text.split(&begins).skip(1);
            tags.map(|tag| format!(" {}", tag.split('>').next().unwrap())).collect()
        };
        let attribute = |tag: &str, name: &str| -> String {
            let (_, rest) = tag.split_once(&format!(" {name}=\"")).unwrap();
            rest.split('"').next().unwrap().to_owned()
        };
        let number = |tag: &str, name: &str| -> f64 { attribute(tag, name).parse().unwrap() };
        let (_, title) = text.split_once("<title id=\"title\">").unwrap();
        assert!(!title.starts_with("</title>"), "{path}");
        let width = number(&tags("svg")[0], "width");
        let (grounds, texts) = (tags("rect"), tags("text"));
        assert_eq!([grounds.len(), texts.len()], [2, 2], "{path}");
        for (ground, letters) in grounds.iter().zip(&texts) {
            let lights = [letters, ground].map(|tag| light(&attribute(tag, "fill")) + 0.05);
            assert!(lights[0] / lights[1] >= 4.5, "{path}: {lights:?}");
            let (left, right) =
                (number(ground, "x"), number(ground, "x") + number(ground, "width"));
            let begins = number(letters, "x");
            let ends = begins + number(letters, "textLength");
            assert!(left < begins && ends < right && right <= width, "{path}");
        }
    }
}
