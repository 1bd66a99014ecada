//! The site as a whole: every link leads somewhere, nothing is fetched from elsewhere, and nothing an entry says becomes markup.

use std::collections::{BTreeMap, BTreeSet};

use crate::door::Survey;

/// A list with every kind, facets, a former id, and entries that are not listed.
fn varied() -> Survey {
    Survey::folder("")
        .entry(
            "datasets/set-one",
            "name: Set One\nformer_ids: [set-old]\ntype: benchmark\nsize: [12K sequences]\nreleased: 2023-05\nversion: 2\n\
             papers: [chen-2022-rna-fm]\nlinks: {home: https://example.org/set}\n\
             leaderboard:\n  basis: reported\n  source: https://example.org/table\n  columns:\n    ss: {task: secondary-structure-prediction, metric: F1, better: higher}\n  \
             rows:\n    - {model: rna-fm, scores: {ss: 68.5 ± 0.54}}\n    - {label: CNN, scores: {ss: 49.95}}\n",
        )
        .entry(
            "challenges/cup-2023",
            "name: A Cup\nurl: https://example.org/cup\ndates: {start: 2023-01, end: 2023-06}\ntask: secondary-structure-prediction\n\
             winners: [{rank: 1, name: Somebody, url: https://example.org/one}]\ndatasets: [set-one]\n",
        )
}

/// The attributes of a page that name an address, and its ids.
fn addresses(html: &str) -> (Vec<String>, BTreeSet<String>) {
    let mut links = Vec::new();
    let mut ids = BTreeSet::new();
    for name in ["href=\"", "src=\"", "id=\"", "url="] {
        for piece in html.split(name).skip(1) {
            let value = piece.split('"').next().unwrap().replace("&amp;", "&");
            if name == "id=\"" {
                assert!(ids.insert(value.clone()), "{value} twice");
            } else {
                links.push(value);
            }
        }
    }
    (links, ids)
}

fn pages(outputs: &[(String, Vec<u8>)]) -> BTreeMap<&str, String> {
    let html = outputs.iter().filter(|(path, _)| path.ends_with(".html"));
    html.map(|(path, bytes)| (path.as_str(), String::from_utf8(bytes.clone()).unwrap())).collect()
}

/// A page in small letters without the opening of its one block of data, which is no script.
fn without_data(html: &str) -> String {
    html.to_lowercase().replacen("<script type=\"application/ld+json\">", "", 1)
}

/// The path that a link of a page leads to.
fn target(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    if link.starts_with('/') {
        parts.clear();
    }
    for part in link.split('/') {
        match part {
            "." => {}
            ".." => assert!(parts.pop().is_some(), "{link} in {from} leaves the site"),
            other => parts.push(other),
        }
    }
    let path = parts.join("/");
    let path = path.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    }
}

fn assert_links_resolve(survey: &Survey) -> usize {
    assert_eq!(survey.diagnostics(), "");
    let outputs = survey.outputs();
    let paths: BTreeSet<&str> = outputs.iter().map(|(path, _)| path.as_str()).collect();
    let pages = pages(&outputs);
    let mut checked = 0;
    for (path, html) in &pages {
        for link in addresses(html).0 {
            if link.starts_with("http://")
                || link.starts_with("https://")
                || link.starts_with("mailto:")
            {
                continue;
            }
            let (address, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let to = if address.is_empty() { (*path).to_owned() } else { target(path, address) };
            assert!(paths.contains(to.as_str()), "{path} links to {link}, which is {to}");
            if !anchor.is_empty() {
                assert!(
                    addresses(&pages[to.as_str()]).1.contains(anchor),
                    "{path} links to {link}"
                );
            }
            checked += 1;
        }
    }
    checked
}

#[test]
fn every_internal_link_leads_to_a_page_and_every_anchor_to_an_id() {
    assert!(assert_links_resolve(&varied()) > 1_000);
}

#[test]
fn links_name_their_files_where_the_site_is_opened_from_a_folder() {
    let survey = varied().file_urls();
    assert!(assert_links_resolve(&survey) > 1_000);
    for (path, html) in pages(&survey.outputs()) {
        for link in
            addresses(&html).0.iter().filter(|link| !link.contains("://") && !link.starts_with('#'))
        {
            let file = link.split('#').next().unwrap();
            assert!(
                file.ends_with(".html")
                    || ["assets/", "data/v1/", "feed.xml"].iter().any(|part| file.contains(part)),
                "{link} in {path}"
            );
        }
    }
}

#[test]
fn nothing_is_fetched_from_another_host_and_no_script_or_style_stands_in_a_page() {
    for (path, html) in pages(&varied().outputs()) {
        let lower = without_data(&html);
        for wrong in [
            "<script", "<style", " style=", " onclick", "<iframe", "<object", "<embed", "<base",
            "@import",
        ] {
            assert!(!lower.contains(wrong), "{wrong} in {path}");
        }
        for fetched in ["src=\"http", "<link rel=\"stylesheet\" href=\"http", "<img"] {
            assert!(!lower.contains(fetched), "{fetched} in {path}");
        }
        if !lower.contains("http-equiv=\"refresh\"") {
            assert!(html.contains("Content-Security-Policy"), "{path}");
        }
    }
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
    assert!(page.contains("<html lang=\"zh\">"));
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
    let fallback = [
        "link.Weights",
        "link.Home",
        "link.Demo",
        "link.Docs",
        "link.Download",
        "link.Conversion",
        "link.paper",
    ];
    let missing: Vec<_> = keys("en").symmetric_difference(&keys("zh")).cloned().collect();
    assert_eq!(missing, {
        let mut sorted = fallback.map(str::to_owned).to_vec();
        sorted.sort();
        sorted
    });
}

/// What somebody might put into every text of an entry.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "\\\"><img src=x onerror=alert(1)>",
    "'><svg/onload=alert(1)>",
    "<!-- --><iframe src=//example.org>",
    "{{ 7 * 7 }} {% raw %}",
    "]]><x>",
    "&lt;script&gt; &#60;",
    "javascript:alert(1)",
    "a | b ` c ** d _ e",
    "[x](javascript:alert(1)) ![y](http://example.org/z.png)",
];

#[test]
fn hostile_texts_stay_texts_on_every_page_and_in_the_data() {
    for hostile in HOSTILE {
        let text = serde_yaml_scalar(hostile);
        let survey = Survey::default()
            .replace("entries/survey.yaml", "title: {en: A Survey, zh: 综述}", &format!("title: {text}\ntagline: {text}\nnotice: {text}"))
            .replace("entries/vocabulary.yaml", "{en: Language model, zh: 语言模型}", &format!("{{en: {text}, about: {text}}}"))
            .entry(
                "models/x",
                &format!(
                    "name: {text}\nreleased: 2022\nsummary: {text}\ndescription: {text}\ncategory: language\ncategory_note: {text}\n\
                     papers: [y]\nsources: [{{for: [released], url: https://example.org/a, kind: paper, note: {text}}}]\n\
                     disputed: [{{field: released, value: {text}, source: https://example.org/b, note: {text}}}]\n"
                ),
            )
            .entry("papers/y", &format!("title: {text}\nauthors: [{{group: {text}}}]\nvenue: {text}\ndates: {{published: 2022}}\nurl: https://example.org/p\n"));
        assert_eq!(survey.diagnostics(), "", "{hostile}");
        for (path, html) in pages(&survey.outputs()) {
            let lower = without_data(&html);
            for wrong in [
                "<script",
                "<img",
                "<svg",
                "<iframe",
                "onerror=alert(1)>",
                "href=\"javascript",
                "<x>",
            ] {
                let own = lower.matches(wrong).count();
                assert_eq!(own, 0, "{wrong} of {hostile} in {path}");
            }
            assert!(!html.contains("49 {"), "{hostile} was run as a template in {path}");
        }
        let readme = survey.readme().unwrap_or_else(|report| panic!("{hostile}: {report}"));
        assert!(
            !readme.contains("<script")
                && !readme.contains("<img src=x")
                && !readme.contains("<iframe"),
            "{readme}"
        );
        let data: serde_json::Value =
            serde_json::from_str(&survey.output("data/v1/catalog.json")).unwrap_or_default();
        drop(data);
    }
}

fn serde_yaml_scalar(text: &str) -> String {
    // JSON strings are YAML double-quoted scalars.
    serde_json::to_string(text).unwrap()
}
