//! What the pages say: former ids and the other language. That every page is whole is for `crawl` to say, and that
//! nothing an entry says becomes markup for `hostile`.

use std::collections::{BTreeMap, BTreeSet};

use crate::door::Survey;

/// A list with two kinds of entries and a former id.
fn varied() -> Survey {
    Survey::default()
        .entry(
            "models/rna-fm",
            "name: RNA-FM\nreleased: 2022-04\ncategory: language\npapers: [arXiv:2204.00300]\n",
        )
        .entry(
            "datasets/set-one",
            "name: Set One\nformer_ids: [set-old]\ntype: benchmark\nreleased: 2023-05\nlinks: {home: https://example.org/set}\n",
        )
}

#[test]
fn former_ids_lead_to_the_entry_in_each_language() {
    let survey = varied();
    assert!(survey.output("datasets/set-old/index.html").contains("url=../../datasets/set-one/\""));
    assert!(
        survey
            .output("zh/datasets/set-old/index.html")
            .contains("url=../../../zh/datasets/set-one/\"")
    );
}

#[test]
fn pages_of_both_languages_name_each_other_and_their_absolute_addresses() {
    let survey = varied().replace(
        "entries/survey.yaml",
        "languages: [en, zh]",
        "languages: [en, zh]\nsite: https://example.org/list/",
    );
    let page = survey.output("zh/models/rna-fm/index.html");
    assert!(page.contains("<html lang=\"zh\" data-root=\"../../../\""));
    assert!(
        page.contains(
            "<link rel=\"canonical\" href=\"https://example.org/list/zh/models/rna-fm/\">"
        )
    );
    assert!(page.contains("hreflang=\"en\" href=\"https://example.org/list/models/rna-fm/\""));
    let map = survey.output("sitemap.xml");
    assert!(map.contains("<loc>https://example.org/list/zh/models/rna-fm/</loc>"));
    assert!(!map.contains("set-old"));
    assert!(survey.output("404.html").contains("href=\"/list/assets/style.css\""));
}

#[test]
fn both_languages_have_the_same_words() {
    let strings: BTreeMap<String, BTreeMap<String, String>> =
        serde_yaml::from_str(include_str!("../../templates/default/strings.yaml")).unwrap();
    let keys = |language: &str| strings[language].keys().cloned().collect::<BTreeSet<_>>();
    let fallback =
        ["link.Weights", "link.Home", "link.Demo", "link.Docs", "link.Download", "link.Conversion"];
    let missing: Vec<_> = keys("en").symmetric_difference(&keys("zh")).cloned().collect();
    assert_eq!(missing, {
        let mut sorted = fallback.map(str::to_owned).to_vec();
        sorted.sort();
        sorted
    });
}
