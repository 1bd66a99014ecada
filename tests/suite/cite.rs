//! Citations: what each format says of an entry, of a selection and of the list, and that no text becomes anything else.

mod cff;
mod hostile;
pub(crate) mod names;
mod page;
mod parsers;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use snapbox::{IntoData as _, assert_data_eq, str};

use crate::door::Survey;

/// A list in which every field of every kind has a value.
fn full() -> Survey {
    Survey::folder("tests/golden/full")
}

/// A list with a paper, a model with an entry for its paper, and entries without one.
fn small() -> Survey {
    Survey::default()
        .replace(
            "entries/survey.yaml",
            "languages",
            "repository: https://github.com/example/survey\nauthors: [{group: The Survey contributors}]\nlanguages",
        )
        .entry(
            "papers/chen-2024-splicebert",
            "title: Self-supervised learning on mRNA\nauthors: [Ken Chen, Jean-Paul van der Berg]\n\
             authors_complete: true\nvenue: Briefings in Bioinformatics\nvolume: 25\nissue: 3\npages: 101-117\n\
             publication: journal\ndates: {preprint: 2023-01, published: 2024}\ndoi: 10.1093/bib/bbae163\n\
             arxiv: arXiv:2301.00001v2\nadded: 2026-11-24\n",
        )
        .entry(
            "models/splicebert",
            "name: SpliceBERT\nreleased: 2023-01\ncategory: language\npapers: [chen-2024-splicebert]\n",
        )
        .entry(
            "models/alone",
            "name: Alone-FM\nreleased: 2022-04\ncategory: language\npapers: [arXiv:2204.00300]\n\
             links: {code: https://github.com/example/alone, weights: not released}\n\
             sources: [{url: https://github.com/example/alone, kind: repository, checked: 2026-11-23}]\n",
        )
}

/// The three formats of a file, by what its name ends in.
fn formats(survey: &Survey, stem: &str) -> [String; 3] {
    ["bib", "ris", "csl.json"].map(|ending| survey.output(&format!("data/v1/{stem}.{ending}")))
}

/// The keys that a `.bib` file defines.
fn keys(bib: &str) -> Vec<&str> {
    let opening = |line: &&str| line.starts_with('@');
    bib.lines().filter(opening).map(|line| line.split(['{', ',']).nth(1).unwrap()).collect()
}

/// The sentence on a page, as it stands in HTML.
fn sentence(survey: &Survey, page: &str) -> String {
    let html = survey.output(page);
    let after = html.split("<p id=\"cite-apa\" lang=\"en\">").nth(1).unwrap();
    after.split("</p>").next().unwrap().to_owned()
}

#[test]
fn paper_is_cited_as_published_in_every_format() {
    let [bib, ris, csl] = formats(&small(), "papers/chen-2024-splicebert");
    assert_data_eq!(
        bib,
        str![[r#"
% Encoding: UTF-8
% In LaTeX, load the package url; for letters such as d with a stroke, fontenc with the option T1 too.

@article{chen-2024-splicebert,
  author = {Chen, Ken and van der Berg, Jean-Paul},
  title = {Self-supervised learning on {mRNA}},
  journal = {Briefings in Bioinformatics},
  volume = {25},
  number = {3},
  pages = {101--117},
  year = {2024},
  doi = {10.1093/bib/bbae163},
  eprint = {2301.00001v2},
  archiveprefix = {arXiv},
}

"#]]
        .raw()
    );
    let lines: Vec<&str> = ris.split("\r\n").collect();
    assert_eq!(
        lines,
        [
            "TY  - JOUR",
            "ID  - chen-2024-splicebert",
            "AU  - Chen, Ken",
            "AU  - van der Berg, Jean-Paul",
            "TI  - Self-supervised learning on mRNA",
            "T2  - Briefings in Bioinformatics",
            "VL  - 25",
            "IS  - 3",
            "SP  - 101",
            "EP  - 117",
            "PY  - 2024",
            "DA  - 2024",
            "DO  - 10.1093/bib/bbae163",
            "N1  - arXiv:2301.00001v2",
            "ER  - ",
            "",
        ]
    );
    let csl: Value = serde_json::from_str(&csl).unwrap();
    assert_eq!(
        csl,
        serde_json::json!([{
            "id": "chen-2024-splicebert",
            "type": "article-journal",
            "title": "Self-supervised learning on mRNA",
            "author": [{"family": "Chen", "given": "Ken"},
                {"non-dropping-particle": "van der", "family": "Berg", "given": "Jean-Paul"}],
            "issued": {"date-parts": [[2024]]},
            "container-title": "Briefings in Bioinformatics",
            "volume": "25",
            "issue": "3",
            "page": "101-117",
            "DOI": "10.1093/bib/bbae163",
        }])
    );
}

#[test]
fn paper_is_cited_in_a_sentence_on_its_page() {
    assert_eq!(
        sentence(&small(), "papers/chen-2024-splicebert/index.html"),
        "Chen, K., &amp; van der Berg, J.-P. (2024). Self-supervised learning on mRNA. Briefings in Bioinformatics, \
         25(3), 101–117. https://doi.org/10.1093/bib/bbae163"
    );
}

#[test]
fn model_is_cited_by_its_paper_and_the_page_says_so() {
    let survey = small();
    let paper = formats(&survey, "papers/chen-2024-splicebert");
    assert_eq!(formats(&survey, "models/splicebert"), paper);
    let page = survey.output("models/splicebert/index.html");
    assert!(page.contains("Its paper is cited:"), "{page}");
    let [bib, ..] = formats(&survey, "models/alone");
    assert_data_eq!(
        bib,
        str![[r#"
% Encoding: UTF-8
% In LaTeX, load the package url; for letters such as d with a stroke, fontenc with the option T1 too.

@misc{model:alone,
  key = {{Alone-FM}},
  title = {{Alone-FM}},
  howpublished = {Computer software},
  year = {2022},
  month = apr,
  url = {https://github.com/example/alone},
  urldate = {2026-11-23},
  note = {Described in https://arxiv.org/abs/2204.00300},
}

"#]]
        .raw()
    );
    let page = survey.output("models/alone/index.html");
    assert!(!page.contains("Its paper is cited:"), "{page}");
    assert!(page.contains("The authors are not recorded here, and so are left out."), "{page}");
    assert_eq!(
        sentence(&survey, "models/alone/index.html"),
        "Alone-FM [Computer software]. (2022). https://github.com/example/alone"
    );
}

#[test]
fn article_without_a_date_of_publication_does_not_take_that_of_its_preprint() {
    let path = "entries/papers/chen-2024-splicebert.yaml";
    let survey = small().replace(path, ", published: 2024", "");
    let [bib, ris, csl] = formats(&survey, "papers/chen-2024-splicebert");
    assert!(!bib.contains("year") && !ris.contains("PY") && !csl.contains("issued"), "{bib}");
    assert!(sentence(&survey, "papers/chen-2024-splicebert/index.html").contains("(n.d.)"));
}

#[test]
fn doi_with_brackets_colons_and_a_hash_is_one_doi_in_every_format() {
    const DOI: &str = "10.1002/(sici)1097-0134(20000515)39:3<216::aid-prot40>3.0.co;2-#";
    let survey = Survey::default().entry(
        "papers/a-2000",
        &format!(
            "title: A\npublication: journal\ndates: {{published: 2000}}\ndoi: \"{}\"\n",
            DOI.to_uppercase()
        ),
    );
    let [bib, ris, csl] = formats(&survey, "papers/a-2000");
    assert!(ris.lines().any(|line| line == format!("DO  - {DOI}")), "{ris}");
    let csl: Value = serde_json::from_str(&csl).unwrap();
    assert_eq!(csl[0]["DOI"], DOI);
    // `doi` is a field that styles read letter by letter, so nothing is escaped in it.
    assert!(bib.contains(&format!("doi = {{{DOI}}}")), "{bib}");
    let address =
        "https://doi.org/10.1002/(sici)1097-0134(20000515)39:3%3C216::aid-prot40%3E3.0.co;2-%23";
    let page = survey.output("papers/a-2000/index.html").replace("&#x2F;", "/");
    assert!(page.contains(address), "{page}");
}

#[test]
fn preprint_on_arxiv_is_not_given_the_doi_of_a_copy_elsewhere() {
    let paper = |venue: &str| {
        let survey = Survey::default().entry(
            "papers/a-2022",
            &format!(
                "title: A\nvenue: {venue}\npublication: preprint\ndates: {{preprint: 2022-04}}\n\
                 preprint_doi: 10.1101/2022.08.06.503062\narxiv: arXiv:2204.00300\n"
            ),
        );
        survey.output("data/v1/papers/a-2022.bib")
    };
    assert!(!paper("arXiv").contains("doi"));
    assert!(paper("arXiv").contains("url = {https://arxiv.org/abs/2204.00300}"));
    assert!(paper("bioRxiv").contains("doi = {10.1101/2022.08.06.503062}"));
}

#[test]
fn authors_that_are_not_all_known_are_joined_by_nobody() {
    let path = "entries/papers/chen-2024-splicebert.yaml";
    let survey = small()
        .replace(path, "authors_complete: true", "authors_complete: false")
        .replace(path, "Ken Chen", "Plato, {group: Team A and B}, \"King Jr., Martin\"");
    let [bib, ris, csl] = formats(&survey, "papers/chen-2024-splicebert");
    // `others` is the format's own word here, and no name.
    assert!(
        bib.contains(
            "author = {Plato and {Team A and B} and King, Jr., Martin and van der Berg, Jean-Paul and others},"
        ),
        "{bib}"
    );
    assert!(ris.contains("AU  - Team A and B\r\nAU  - King, Martin, Jr.\r\n"), "{ris}");
    assert_eq!(ris.matches("AU  - ").count(), 4, "{ris}");
    assert!(ris.contains("N1  - There are more authors than are named here\r\n"), "{ris}");
    let csl: Value = serde_json::from_str(&csl).unwrap();
    assert_eq!(
        csl[0]["author"],
        serde_json::json!([
            {"family": "Plato"},
            {"literal": "Team A and B"},
            {"family": "King", "given": "Martin", "suffix": "Jr."},
            {"non-dropping-particle": "van der", "family": "Berg", "given": "Jean-Paul"},
        ])
    );
    assert_eq!(csl[0]["note"], "There are more authors than are named here");
    let page = "papers/chen-2024-splicebert/index.html";
    assert!(
        sentence(&survey, page)
            .starts_with("Plato, Team A and B, King, M., Jr., van der Berg, J.-P., et al. (2024)."),
        "{}",
        sentence(&survey, page)
    );
    assert!(survey.output(page).contains("Not all authors are recorded here"));
}

#[test]
fn more_than_twenty_authors_are_cut_in_the_sentence_only() {
    let names: Vec<String> =
        (b'A'..=b'V').map(|at| format!("X Family{}", char::from(at))).collect();
    let path = "entries/papers/chen-2024-splicebert.yaml";
    let survey = small().replace(path, "Ken Chen, Jean-Paul van der Berg", &names.join(", "));
    let sentence = sentence(&survey, "papers/chen-2024-splicebert/index.html");
    assert!(sentence.contains("FamilyS, X., . . . FamilyV, X. (2024)"), "{sentence}");
    assert!(!sentence.contains("FamilyT"), "{sentence}");
    let [bib, ..] = formats(&survey, "papers/chen-2024-splicebert");
    assert_eq!(bib.matches(" and ").count(), 21, "{bib}");
}

#[test]
fn whole_list_is_the_list_itself_and_every_listed_entry_once() {
    let survey = small();
    let [bib, ris, csl] = formats(&survey, "list");
    assert_eq!(keys(&bib), ["list:a-survey", "model:alone", "chen-2024-splicebert"]);
    assert_eq!(ris.matches("ER  - \r\n").count(), 3);
    assert_eq!(serde_json::from_str::<Value>(&csl).unwrap().as_array().unwrap().len(), 3);
    let expected = "@misc{list:a-survey,\n  author = {{The Survey contributors}},\n  title = {{A Survey}},\n  \
                    howpublished = {Data set},\n  year = {2026},\n  month = nov,\n  version = {2026-11-24},\n  \
                    url = {https://github.com/example/survey},\n}\n";
    assert!(bib.contains(&format!("\n\n{expected}")), "{bib}");
    assert_eq!(
        sentence(&survey, "cite/index.html"),
        "The Survey contributors (2026). A Survey (Version 2026-11-24) [Data set]. https://github.com/example/survey"
    );
}

#[test]
fn entry_that_is_not_listed_is_in_no_selection_but_keeps_its_own_files() {
    let survey = full();
    assert_eq!(survey.diagnostics(), "");
    assert_eq!(
        keys(&survey.output("data/v1/list.bib")),
        ["list:a-list-with-every-field", "model:newer"]
    );
    assert_eq!(keys(&survey.output("data/v1/models.bib")), ["model:newer"]);
    assert_eq!(keys(&survey.output("data/v1/models/waiting.bib")), ["model:waiting"]);
}

#[test]
fn every_list_on_a_page_has_files_that_hold_its_entries() {
    let survey = small();
    let facet = survey.output("data/v1/models/category/language.bib");
    assert_eq!(keys(&facet), ["chen-2024-splicebert", "model:alone"]);
    assert_eq!(facet, survey.output("data/v1/models.bib"));
    assert_eq!(keys(&survey.output("data/v1/papers/year/2023.bib")), ["chen-2024-splicebert"]);
    let page = survey.output("zh/models/category/language/index.html");
    for ending in ["bib", "ris", "csl.json"] {
        let link = format!("href=\"../../../../data/v1/models/category/language.{ending}\"");
        assert!(page.contains(&link), "{link}");
    }
}

#[test]
fn keys_of_all_references_are_unique() {
    let survey = small()
        .entry("datasets/alone", "name: Alone\ntype: corpus\n")
        .entry("challenges/alone", "name: Alone\nurl: https://example.org/alone\ndates: 2023\n");
    let list = survey.output("data/v1/list.bib");
    let unique: BTreeSet<&str> = keys(&list).into_iter().collect();
    assert_eq!(keys(&list).len(), unique.len());
    assert!(
        ["model:alone", "dataset:alone", "challenge:alone"].iter().all(|key| unique.contains(key))
    );
}

#[test]
fn entry_has_its_json_as_in_the_catalog() {
    let survey = full();
    let catalog: Value = serde_json::from_str(&survey.output("data/v1/catalog.json")).unwrap();
    let outputs: BTreeMap<String, Vec<u8>> = survey.outputs().into_iter().collect();
    for entry in catalog["entries"].as_array().unwrap() {
        let page = entry["page"].as_str().unwrap().trim_end_matches('/');
        let own: Value = serde_json::from_slice(&outputs[&format!("data/v1/{page}.json")]).unwrap();
        assert_eq!(own, *entry);
    }
}

#[test]
fn files_of_a_former_id_are_copies_of_those_of_the_entry() {
    let path = "entries/papers/chen-2024-splicebert.yaml";
    let survey = small().replace(path, "added", "former_ids: [splicebert, chen-2023]\nadded");
    let outputs: BTreeMap<String, Vec<u8>> = survey.outputs().into_iter().collect();
    for former in ["splicebert", "chen-2023"] {
        for ending in ["json", "bib", "ris", "csl.json"] {
            assert_eq!(
                outputs[&format!("data/v1/papers/{former}.{ending}")],
                outputs[&format!("data/v1/papers/chen-2024-splicebert.{ending}")],
                "{former}.{ending}"
            );
        }
    }
    // The files of a list name an entry once, by its id of today.
    let list = String::from_utf8(outputs["data/v1/papers.bib"].clone()).unwrap();
    assert_eq!(keys(&list), ["chen-2024-splicebert"]);
}

#[test]
fn data_and_citations_stand_once_and_not_in_every_language() {
    let outputs = full().outputs();
    let is_data = |path: &str| {
        ["bib", "ris", "csv", "json"].iter().any(|ending| path.ends_with(&format!(".{ending}")))
    };
    let data: Vec<&str> =
        outputs.iter().map(|(path, _)| path.as_str()).filter(|path| is_data(path)).collect();
    // The data of a badge stands beside its picture.
    let is_in_place = |path: &&str| path.starts_with("data/v1/") || path.starts_with("badges/");
    assert!(data.iter().all(is_in_place), "{data:?}");
    assert!(data.len() > 60, "{}", data.len());
}

#[test]
fn head_of_a_paper_speaks_to_reference_managers() {
    let page = small().output("papers/chen-2024-splicebert/index.html");
    let tags: Vec<&str> =
        page.lines().filter(|line| line.starts_with("<meta name=\"citation_")).collect();
    assert_eq!(
        tags,
        [
            "<meta name=\"citation_title\" content=\"Self-supervised learning on mRNA\">",
            "<meta name=\"citation_author\" content=\"Chen, Ken\">",
            "<meta name=\"citation_author\" content=\"van der Berg, Jean-Paul\">",
            "<meta name=\"citation_publication_date\" content=\"2024\">",
            "<meta name=\"citation_journal_title\" content=\"Briefings in Bioinformatics\">",
            "<meta name=\"citation_volume\" content=\"25\">",
            "<meta name=\"citation_issue\" content=\"3\">",
            "<meta name=\"citation_firstpage\" content=\"101\">",
            "<meta name=\"citation_lastpage\" content=\"117\">",
            "<meta name=\"citation_doi\" content=\"10.1093/bib/bbae163\">",
            "<meta name=\"citation_arxiv_id\" content=\"2301.00001v2\">",
        ]
    );
    assert!(!small().output("models/alone/index.html").contains("citation_"));
}

/// The JSON-LD of a page.
fn json_ld(html: &str) -> Value {
    let parts: Vec<&str> = html.split("<script type=\"application/ld+json\">").collect();
    assert_eq!(parts.len(), 2, "one block");
    serde_json::from_str(parts[1].split("</script>").next().unwrap()).unwrap()
}

#[test]
fn every_kind_says_what_it_is_in_the_words_of_schema_org() {
    let outputs: BTreeMap<String, Vec<u8>> = full().outputs().into_iter().collect();
    let of =
        |page: &str| json_ld(std::str::from_utf8(&outputs[&format!("{page}/index.html")]).unwrap());
    let paper = of("papers/everything-2022");
    assert_eq!(paper["@type"], "ScholarlyArticle");
    assert_eq!(paper["author"][1]["familyName"], "van der Berg");
    assert_eq!(paper["author"][3]["@type"], "Organization");
    assert_eq!(paper["datePublished"], "2022-03");
    let model = of("models/everything");
    assert_eq!(model["@type"], "SoftwareSourceCode");
    assert_eq!(model["codeRepository"], "https://github.com/example/everything");
    assert_eq!(model["license"], "https://spdx.org/licenses/Apache-2.0.html");
    assert_eq!(model["citation"][0], "https://doi.org/10.1000/everything");
    assert_eq!(of("datasets/corpus")["@type"], "Dataset");
    assert_eq!(of("datasets/corpus")["version"], "24.0");
    let challenge = of("challenges/everything-2023");
    assert_eq!(challenge["@type"], "Event");
    assert_eq!([&challenge["startDate"], &challenge["endDate"]], ["2023-09-07", "2023-12"]);
}

#[test]
fn help_for_a_release_without_a_day_is_taken_as_it_is_typed() {
    let with = |release: &str| {
        let text = Survey::default().text("entries/survey.yaml").to_owned();
        let text = format!("{text}authors: [Ada Berg]\nrelease: {release}\n");
        Survey::default().file("entries/survey.yaml", text)
    };
    let said = with("{version: 1}").diagnostics();
    assert!(
        said.contains("add `date:` behind `version`, with a value such as `2026-11-28`"),
        "{said}"
    );
    let said = with("{version: 1, date: 2026-11-28}").diagnostics();
    assert!(!said.contains("survey.yaml"), "{said}");
}

/// A list whose date is 2026-11-24, with a release of a day.
fn released(day: &str) -> Survey {
    let release =
        format!("release: {{version: 2026.10, date: {day}, doi: 10.5281/zenodo.1}}\nlanguages");
    small().replace("entries/survey.yaml", "languages", &release)
}

#[test]
fn list_is_cited_by_its_release_until_something_newer_is_in_it() {
    for day in ["2026-11-24", "2026-11-28"] {
        let survey = released(day);
        assert_eq!(
            sentence(&survey, "cite/index.html"),
            "The Survey contributors (2026). A Survey (Version 2026.10) [Data set]. https://doi.org/10.5281/zenodo.1"
        );
        let csl: Value = serde_json::from_str(&survey.output("data/v1/list.csl.json")).unwrap();
        let [version, doi] = ["version", "DOI"].map(|key| csl[0][key].as_str().unwrap());
        assert_eq!((version, doi), ("2026.10", "10.5281/zenodo.1"));
        let day = day.rsplit('-').next().unwrap().parse::<u32>().unwrap();
        assert_eq!(csl[0]["issued"]["date-parts"], serde_json::json!([[2026, 11, day]]));
    }
    assert_eq!(
        sentence(&released("2026-11-23"), "cite/index.html"),
        "The Survey contributors (2026). A Survey (Version 2026-11-24) [Data set]. https://github.com/example/survey"
    );
}
