//! The lists of the site and the pages of entries: what rows say to scripts, that no entry is lost between pages, and
//! that a reader sees where a value comes from.

use std::collections::{BTreeMap, BTreeSet};

use crate::door::Survey;

/// The ids of the rows of a page.
fn ids(html: &str) -> Vec<String> {
    let rows = html.split("<tr data-id=\"").skip(1);
    rows.map(|row| row.split('"').next().unwrap().to_owned()).collect()
}

/// The row of an entry.
fn row<'h>(html: &'h str, id: &str) -> &'h str {
    let (_, rest) = html.split_once(&format!("<tr data-id=\"{id}\"")).expect(id);
    rest.split("</tr>").next().unwrap()
}

/// A cell of a row, with its tag.
fn cell<'h>(row: &'h str, column: &str) -> &'h str {
    let (_, rest) = row.split_once(&format!("<td data-col=\"{column}\"")).expect(column);
    rest.split("</td>").next().unwrap()
}

fn models(count: usize) -> Survey {
    (0..count).fold(Survey::default(), |survey, at| {
        let yaml = format!(
            "name: Model {at:03}\nreleased: 2022\ncategory: language\nlinks: {{home: \"https://example.org/{at}\"}}\n"
        );
        survey.entry(&format!("models/m{at:03}"), &yaml)
    })
}

#[test]
fn a_list_of_450_entries_stands_on_three_pages_and_loses_none() {
    let outputs: BTreeMap<String, Vec<u8>> = models(450).outputs().into_iter().collect();
    for first in ["models/", "models/category/language/", "zh/models/"] {
        let pages: Vec<String> = ["", "page/2/", "page/3/"]
            .iter()
            .map(|sheet| {
                String::from_utf8(outputs[&format!("{first}{sheet}index.html")].clone()).unwrap()
            })
            .collect();
        let all: BTreeSet<String> = pages.iter().flat_map(|page| ids(page)).collect();
        assert_eq!(all.len(), 450, "{first}");
        assert_eq!(pages.iter().map(|page| ids(page).len()).collect::<Vec<_>>(), [200, 200, 50]);
        assert!(pages[1].contains("201–400 / 450"), "{first}");
        assert!(!outputs.contains_key(&format!("{first}page/4/index.html")));
    }
}

#[test]
fn a_list_of_200_entries_stands_on_one_page() {
    let outputs: BTreeMap<String, Vec<u8>> = models(200).outputs().into_iter().collect();
    let page = String::from_utf8(outputs["models/index.html"].clone()).unwrap();
    assert_eq!(ids(&page).len(), 200);
    assert!(!outputs.keys().any(|path| path.contains("/page/")));
}

/// Two models, of which only one has a size.
fn pair() -> Survey {
    Survey::default()
        .entry(
            "models/large",
            "name: Large\nreleased: 2023-05\ncategory: language\nparameters: ~1.5B\nlicence: {code: MIT, weights: Apache-2.0}\n\
             links: {code: \"https://example.org/code\", weights: not released}\n\
             sources:\n  - {for: [released], url: \"https://example.org/a\", kind: paper}\n  \
             - {for: [parameters, licence], url: \"https://example.org/b\", kind: repository, note: Counted}\n\
             disputed:\n  - {field: parameters, value: 2B, source: \"https://example.org/c\", note: Rounded}\n  \
             - {field: name, value: Larger, source: \"https://example.org/d\"}\n",
        )
        .entry(
            "models/silent",
            "name: Silent\nreleased: 2022\ncategory: language\nparameters: not reported\nlinks: {home: \"https://example.org/s\"}\n",
        )
}

#[test]
fn rows_carry_what_they_are_sorted_and_narrowed_by() {
    let page = pair().output("models/index.html");
    let large = row(&page, "large");
    let marks = large.split("data-f=\"").nth(1).unwrap().split('"').next().unwrap();
    let marks: BTreeSet<&str> = marks.split(' ').collect();
    for mark in ["category:language", "size:over-1b", "code:yes", "year:2023", "licence:apache-2-0"]
    {
        assert!(marks.contains(mark), "{mark} in {marks:?}");
    }
    assert!(!marks.contains("weights:yes"), "{marks:?}");
    assert!(cell(large, "parameters").starts_with(" data-v=\"1500000000\">~1.5B<svg"), "{large}");
    let silent = row(&page, "silent");
    assert!(
        cell(silent, "parameters").starts_with(" class=\"missing\">not reported<svg"),
        "{silent}"
    );
    assert!(silent.contains("size:unknown"));
    for name in ["parameters", "released", "name"] {
        assert!(
            page.contains(&format!("<th scope=\"col\" data-col=\"{name}\" data-sort=")),
            "{name}"
        );
    }
    assert!(page.contains("name=\"size\" value=\"over-1b\""));
    assert!(page.contains("href=\"../models/size/over-1b/\""));
}

#[test]
fn columns_that_are_not_shown_at_first_are_hidden_in_head_and_rows() {
    let page = pair().output("models/index.html");
    assert!(page.contains("data-col=\"context\" data-sort=\"number\" class=\"hidden\""));
    assert!(cell(row(&page, "large"), "licence.code").starts_with(" class=\" hidden\">MIT"));
    assert!(!pair().output("models/category/language/index.html").contains("hidden\""));
}

#[test]
fn a_value_leads_to_its_sources_and_shows_what_another_source_says() {
    let page = pair().output("models/large/index.html");
    let field = |name: &str| {
        let (_, rest) = page.split_once(&format!("<dt>{name}</dt><dd>")).expect(name);
        rest.split("</dd>").next().unwrap().to_owned()
    };
    assert!(field("Released").contains("href=\"#source-1\""));
    assert!(field("Licence of the weights").contains("href=\"#source-2\""));
    assert!(!field("Category").contains("#source"));
    let parameters = field("Parameters");
    assert!(parameters.starts_with("~1.5B"), "{parameters}");
    assert!(parameters.contains("2B") && parameters.contains("href=\"https://example.org/c\""));
    assert!(page.contains("<li id=\"source-2\">") && !page.contains("<li id=\"source-3\">"));
    assert!(page.contains("Larger"), "what is disputed of no field is shown apart");
    assert_eq!(page.matches("\"https://example.org/c\"").count(), 1, "and nothing is shown twice");
}

#[test]
fn a_challenge_is_ahead_open_or_over_only_where_its_dates_tell() {
    let cases = [
        ("{start: 2026-01, end: 2026-03}", "2025-12-31", "upcoming"),
        ("{start: 2026-01, end: 2026-03}", "2026-02-10", "open"),
        ("{start: 2026-01, end: 2026-03}", "2026-04-01", "closed"),
        // The last day may be any of March, so it may be over on the 20th.
        ("{start: 2026-01, end: 2026-03}", "2026-03-20", "not recorded"),
        ("2026", "2026-06-01", "not recorded"),
        ("{end: 2026-03-31}", "2026-03-30", "not recorded"),
    ];
    for (dates, day, state) in cases {
        let yaml = format!("name: Cup\nurl: \"https://example.org/cup\"\ndates: {dates}\n");
        let page = Survey::default()
            .date(day)
            .entry("challenges/cup", &yaml)
            .output("challenges/index.html");
        let shown = cell(row(&page, "cup"), "state").split('>').nth(1).unwrap().to_owned();
        assert_eq!(shown, state, "{dates} on {day}");
    }
}
