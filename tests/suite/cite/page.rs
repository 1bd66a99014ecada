//! The page that says how to cite the list as of a date.

use super::{released, small};
use crate::door::Survey;

/// The names and values of the page's list of facts, without markup.
fn facts(survey: &Survey, page: &str) -> Vec<(String, String)> {
    let html = survey.output(page);
    let facts = html.split("<dl>").nth(1).unwrap().split("</dl>").next().unwrap();
    let fact = |fact: &str| {
        let (name, value) = fact.split_once("</dt><dd>").unwrap();
        (name.to_owned(), plain(value))
    };
    facts.split("<dt>").skip(1).map(fact).collect()
}

/// A piece of HTML without its markup.
fn plain(html: &str) -> String {
    let pieces = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    pieces.collect::<String>().trim().to_owned()
}

fn pairs(facts: &[(String, String)]) -> Vec<(&str, &str)> {
    facts.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// The headings of the second level, and the sentences of both citations.
fn headings(survey: &Survey, page: &str) -> (Vec<String>, Vec<String>) {
    let html = survey.output(page);
    let main = html.split("</main>").next().unwrap();
    let headings =
        main.split("<h2 ").skip(1).map(|rest| plain(rest.split("</h2>").next().unwrap()));
    let headings = headings.map(|heading| heading.split('>').next_back().unwrap().to_owned());
    let sentences = ["cite", "cite-release"].into_iter().filter_map(|id| {
        let rest = main.split(&format!("<p id=\"{id}-apa\" lang=\"en\">")).nth(1)?;
        Some(rest.split("</p>").next().unwrap().to_owned())
    });
    (headings.collect(), sentences.collect())
}

#[test]
fn page_of_a_release_names_version_date_entries_licence_and_snapshot() {
    let survey = released("2026-11-28").replace(
        "entries/survey.yaml",
        "languages",
        "licence: {entries: CC-BY-4.0}\nsite: https://example.org/survey\nlanguages",
    );
    let english = facts(&survey, "cite/index.html");
    assert_eq!(
        pairs(&english),
        [
            ("As of", "2026-11-24"),
            ("Version", "2026.10 (2026-11-28)"),
            ("DOI", "10.5281/zenodo.1"),
            ("Snapshot", "github.com/example/survey/tree/2026.10"),
            ("Listed", "3"),
            ("On record", "3"),
            ("Licence of the entries", "CC-BY-4.0"),
            ("Home page", "https://example.org/survey/"),
            ("Repository", "github.com/example/survey"),
        ]
    );
    let html = survey.output("cite/index.html");
    assert!(html.contains("<a href=\"https://spdx.org/licenses/CC-BY-4.0.html\""), "{html}");
    let command = "git checkout 2026.10\nlistwright build --date 2026-11-24 --base-url https://example.org/survey/<";
    assert!(html.contains(command), "{html}");
    let (names, sentences) = headings(&survey, "cite/index.html");
    assert_eq!(names, ["What you cite", "Get the same files again", "Version 2026.10"]);
    assert_eq!(
        sentences,
        [
            "The Survey contributors (2026). A Survey (Version 2026.10) [Data set]. https://doi.org/10.5281/zenodo.1"
        ]
    );
    let chinese = facts(&survey, "zh/cite/index.html");
    assert_eq!(pairs(&chinese)[..2], [("截至", "2026-11-24"), ("版本", "2026.10 (2026-11-28)")]);
}

#[test]
fn page_of_a_list_that_has_gone_on_cites_its_date_and_its_last_release() {
    let survey = released("2026-11-23");
    let facts = facts(&survey, "cite/index.html");
    assert_eq!(
        pairs(&facts)[..2],
        [("As of", "2026-11-24"), ("Last release", "2026.10 (2026-11-23)")]
    );
    let (names, sentences) = headings(&survey, "cite/index.html");
    assert_eq!(
        names,
        ["What you cite", "Get the same files again", "As of 2026-11-24", "Version 2026.10"]
    );
    assert_eq!(
        sentences,
        [
            "The Survey contributors (2026). A Survey (Version 2026-11-24) [Data set]. https://github.com/example/survey",
            "The Survey contributors (2026). A Survey (Version 2026.10) [Data set]. https://doi.org/10.5281/zenodo.1"
        ]
    );
    let html = survey.output("cite/index.html");
    // Both can stand in one bibliography.
    assert!(html.contains("@misc{list:a-survey,") && html.contains("@misc{list:a-survey-2026-10,"));
    assert!(
        html.contains("The list has gone on since its last release.")
            && !html.contains("git checkout")
    );
}

#[test]
fn page_of_a_list_without_release_site_repository_and_authors_says_what_there_is() {
    let bare = Survey::default()
        .entry("models/x", "name: X\ncategory: language\nreleased: 2022\npapers: [10.1000/x]\n");
    assert_eq!(
        pairs(&facts(&bare, "cite/index.html")),
        [("As of", "2022"), ("Listed", "1"), ("On record", "1")]
    );
    let (names, sentences) = headings(&bare, "cite/index.html");
    assert_eq!(names, ["What you cite", "Get the same files again", "As of 2022"]);
    assert_eq!(sentences, ["A Survey (Version 2022) [Data set]. (2022)."]);
    assert!(bare.output("cite/index.html").contains("This state has no release."));
}

#[test]
fn page_is_found_from_the_home_page_the_foot_of_every_page_and_the_page_about_the_list() {
    for folder in ["", "zh/"] {
        let links = |page: &str| {
            let html = small().output(&format!("{folder}{page}"));
            html.matches("cite/\"").count()
        };
        assert_eq!(
            [links("index.html"), links("about/index.html"), links("models/alone/index.html")],
            [2, 2, 1]
        );
    }
}
