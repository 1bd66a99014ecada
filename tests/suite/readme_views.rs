//! The views of README.md as survey.yaml asks for them: which entries, in which order, in which tables and columns.
#![allow(clippy::too_many_lines, reason = "tables of texts are easier to read")]

use listwright::read::Record as _;

use crate::door::{SETTINGS, Survey};

const WORDS: &str = "\
schema: 1
category:
  vision: {en: Vision model, zh: 视觉模型}
  language: {en: Language model, zh: 语言模型}
  unused: {en: Unused, zh: 未用}
architecture:
  cnn: {en: CNN, zh: CNN}
  transformer: {en: Transformer}
";

/// Four models and three papers; the newest model is Delta.
fn list() -> Survey {
    let model = |name: &str, released: &str, rest: &str| {
        format!("name: {name}\nreleased: {released}\n{rest}")
    };
    let paper = |title: &str, year: &str, rest: &str| {
        format!("title: {title}\ndates: {{published: {year}}}\n{rest}")
    };
    Survey::default()
        .file("entries/vocabulary.yaml", WORDS)
        .entry(
            "models/alpha",
            &model(
                "Alpha",
                "2020",
                "category: language\narchitecture: cnn\nparameters: 9M\npapers: [one, two]\n",
            ),
        )
        .entry(
            "models/beta",
            &model(
                "beta",
                "2021",
                "category: language\narchitecture: transformer\nparameters: 1.6B\npapers: [two]\n",
            ),
        )
        .entry(
            "models/gamma",
            &model(
                "Gamma",
                "2022",
                "category: vision\nparameters: not reported\npapers: [arXiv:2204.00300]\n",
            ),
        )
        .entry(
            "models/delta",
            &model(
                "Delta",
                "2023",
                "category: vision\narchitecture: cnn\nparameters: 30M\npapers: [one]\n",
            ),
        )
        .entry(
            "papers/one",
            &paper(
                "First",
                "2020",
                "venue: Nature\nurl: https://a.example.org/1\ncategory: language\n",
            ),
        )
        .entry(
            "papers/two",
            &paper(
                "Second",
                "2021",
                "venue: Nature\nurl: https://a.example.org/2\ncategory: vision\n",
            ),
        )
        .entry(
            "papers/three",
            &paper(
                "Third",
                "2022",
                "venue: Cell\nurl: https://a.example.org/3\ncategory: vision\n",
            ),
        )
}

/// The list with a README.md of one section, which shows this.
fn showing(list: Survey, block: &str) -> Survey {
    let settings = format!(
        "{SETTINGS}readme:\n  sections:\n    - id: all\n      heading: All\n      shows:\n        - {}\n",
        block.replace('\n', "\n          ")
    );
    list.file("entries/survey.yaml", settings)
}

const COLUMNS: &str = "columns: [{show: name, heading: Model}]";

/// What stands under the section's heading.
fn section(block: &str) -> String {
    section_of(list(), block)
}

fn section_of(list: Survey, block: &str) -> String {
    let readme = showing(list, block).readme().unwrap_or_else(|faults| panic!("{faults}"));
    let (_, rest) = readme.split_once("\n## All\n\n").expect("the section");
    rest.split("\n### How to read").next().unwrap().trim_end().to_owned()
}

/// The first cells of the rows.
fn names(section: &str) -> Vec<&str> {
    let rows = section.lines().filter(|line| line.starts_with("| "));
    rows.filter_map(|line| line.strip_prefix("| ")?.split(" |").next())
        .filter(|cell| !["Model", "---"].contains(cell))
        .collect()
}

#[test]
fn where_a_word_is_asked_for_only_its_entries_are_shown() {
    let shown = |chosen: &str| {
        names(&section(&format!("view: models\n{COLUMNS}\nwhere: {chosen}"))).join(" ")
    };
    assert_eq!(shown("{category: vision}"), "Delta Gamma");
    assert_eq!(
        shown("{category: [vision, language]}"),
        "Delta Gamma beta Alpha",
        "a list means or"
    );
    assert_eq!(shown("{category: vision, architecture: cnn}"), "Delta", "several keys mean and");
    assert_eq!(shown("{year: [2020, 2022]}"), "Gamma Alpha", "a number is a value too");
    assert_eq!(shown("{size: unknown}"), "Gamma");
}

#[test]
fn where_papers_are_asked_for_the_latest_ones_are_those_that_fit() {
    let shown = section("view: latest-papers\nwhere: {year: 2022}");
    assert_eq!(shown.matches("  - ").count(), 1, "{shown}");
    assert!(shown.contains("  - Third [[Cell](https://a.example.org/3)]"), "{shown}");
}

#[test]
fn word_without_entries_says_so_and_asks_for_no_row() {
    let shown = section("view: models\nwhere: {category: unused}");
    assert_eq!(shown, "No entry fits here yet.");
    let whole = section_of(Survey::default(), "view: models\ngroup_by: category");
    assert!(whole.starts_with("Nothing is listed here yet. One file in"), "{whole}");
}

#[test]
fn table_is_divided_by_the_words_of_a_facet_and_the_rest_comes_last() {
    let by_category = section(&format!("view: models\ngroup_by: category\n{COLUMNS}"));
    assert_eq!(
        by_category,
        "### Vision model (视觉模型)\n\n| Model |\n| --- |\n| Delta |\n| Gamma |\n\n\
         ### Language model (语言模型)\n\n| Model |\n| --- |\n| beta |\n| Alpha |",
        "in the order of the vocabulary, without the word that nothing has"
    );
    let by_architecture = section(&format!("view: models\ngroup_by: architecture\n{COLUMNS}"));
    assert_eq!(
        by_architecture,
        "### CNN\n\n| Model |\n| --- |\n| Delta |\n| Alpha |\n\n\
         ### Transformer\n\n| Model |\n| --- |\n| beta |\n\n\
         ### Other (其他)\n\n| Model |\n| --- |\n| Gamma |"
    );
    let by_year =
        section(&format!("view: models\ngroup_by: year\nwhere: {{category: vision}}\n{COLUMNS}"));
    assert_eq!(
        by_year,
        "### 2023\n\n| Model |\n| --- |\n| Delta |\n\n### 2022\n\n| Model |\n| --- |\n| Gamma |"
    );
    let by_code =
        section(&format!("view: models\ngroup_by: size\nwhere: {{category: vision}}\n{COLUMNS}"));
    assert!(by_code.starts_with("### 10M to 100M (10M 至 100M)\n"), "{by_code}");
    assert!(by_code.contains("\n### Not known (未知)\n"), "{by_code}");
}

#[test]
fn entry_with_several_words_stands_in_each_of_their_tables() {
    let words = format!("{WORDS}task:\n  a: {{en: A}}\n  b: {{en: B}}\n");
    let list = list().file("entries/vocabulary.yaml", words).entry(
        "datasets/d",
        "name: D\ntype: task\ntasks: [b, a]\nlinks: {home: https://a.example.org/d}\n",
    );
    let shown =
        section_of(list, "view: datasets\ngroup_by: task\ncolumns: [{show: name, heading: Model}]");
    assert_eq!(shown, "### A\n\n| Model |\n| --- |\n| D |\n\n### B\n\n| Model |\n| --- |\n| D |");
}

#[test]
fn rows_are_those_of_each_table_and_the_rest_is_on_the_page_of_its_word() {
    let block = format!("view: models\ngroup_by: category\nrows: 1\n{COLUMNS}");
    let shown = section(&block);
    assert_eq!(names(&shown), ["Delta", "beta"]);
    assert_eq!(
        shown.matches("\n1 more of 2 stand in [`entries/models`](entries/models).").count(),
        2
    );
    let readme = showing(list(), &block)
        .replace("entries/survey.yaml", "schema: 1\n", "schema: 1\nsite: https://example.org/\n")
        .readme()
        .unwrap();
    let page = "1 more of 2 are on [the site](https://example.org/models/category/vision/).";
    assert!(readme.contains(page), "{readme}");
    let readme = showing(
        list(),
        &format!("view: models\nwhere: {{category: language}}\nrows: 1\n{COLUMNS}"),
    )
    .replace("entries/survey.yaml", "schema: 1\n", "schema: 1\nsite: https://example.org/\n")
    .readme()
    .unwrap();
    let page = "1 more of 2 are on [the site](https://example.org/models/category/language/).";
    assert!(readme.contains(page), "{readme}");
}

#[test]
fn rows_are_sorted_by_any_column_in_either_direction() {
    let sorted =
        |by: &str| names(&section(&format!("view: models\n{COLUMNS}\nsort: {by}"))).join(" ");
    assert_eq!(sorted("released"), "Alpha beta Gamma Delta");
    assert_eq!(sorted("-released"), "Delta Gamma beta Alpha");
    assert_eq!(sorted("name"), "Alpha beta Delta Gamma", "capitals do not count");
    assert_eq!(sorted("parameters"), "Alpha Delta beta Gamma", "as numbers, what has none last");
    assert_eq!(sorted("-parameters"), "beta Delta Alpha Gamma", "what has none last");
    assert_eq!(sorted("architecture"), "Delta Alpha beta Gamma", "equal ones stay newest first");
    assert_eq!(sorted("-papers.date"), "beta Delta Alpha Gamma", "by the date of the first paper");
}

#[test]
fn columns_reach_what_a_field_names() {
    let shown = section(
        "view: models\nsort: name\ncolumns:\n  - {show: name, heading: Model}\n  - {show: papers.title, heading: Title}\n  - \
         {show: papers.venue, heading: Venue}\n  - {show: papers.links, heading: Link}",
    );
    let rows: Vec<&str> = shown.lines().skip(2).collect();
    assert_eq!(
        rows,
        [
            "| Alpha | First, Second | Nature | [[Nature](https://a.example.org/1)] [[Nature](https://a.example.org/2)] |",
            "| beta | Second | Nature | [[Nature](https://a.example.org/2)] |",
            "| Delta | First | Nature | [[Nature](https://a.example.org/1)] |",
            "| Gamma | *not recorded* | *not recorded* | *not recorded* |",
        ],
        "one venue of two papers stands there once, and a paper without an entry has none"
    );
}

#[test]
fn collapsed_view_is_folded_under_its_name_and_number() {
    let one = section(&format!(
        "view: models\nheading: All | of <them>\ncollapsed: true\nwhere: {{year: 2023}}\n{COLUMNS}"
    ));
    assert_eq!(
        one,
        "<details>\n<summary>All | of &lt;them&gt;: 1</summary>\n\n| Model |\n| --- |\n| Delta |\n\n</details>"
    );
    let groups = section(&format!("view: models\ngroup_by: category\ncollapsed: true\n{COLUMNS}"));
    assert!(
        groups.starts_with(
            "### Vision model (视觉模型)\n\n<details>\n<summary>Models: 2</summary>\n\n| Model |\n| --- |\n| Delta |\n| \
             Gamma |\n\n</details>\n\n### Language"
        ),
        "{groups}"
    );
    let latest = section("view: latest-papers\ncollapsed: true");
    assert!(latest.starts_with("<details>\n<summary>Latest papers: 3</summary>\n"), "{latest}");
    assert!(latest.ends_with("</details>"), "{latest}");
}

#[test]
fn heading_of_a_group_takes_no_anchor_from_a_section() {
    let settings = format!(
        "{SETTINGS}readme:\n  sections:\n    - {{id: a, heading: A, shows: [{{view: models, group_by: architecture}}]}}\n    - \
         {{id: b, heading: CNN, nav: Nets, shows: [{{view: papers}}]}}\n"
    );
    let readme = list().file("entries/survey.yaml", settings).readme().unwrap();
    assert!(readme.contains("<a href=\"#cnn-1\">Nets</a>"), "{readme}");
}

/// What is said of a block, in one line each: the place, the message and the help.
fn said(block: &str) -> String {
    showing(list(), block).diagnostics()
}

#[test]
fn what_is_not_there_is_named_at_its_place_with_all_that_is() {
    for (block, place, message, help) in [
        (
            "view: models\nwhere: {categry: vision}",
            "16:19",
            "models cannot be chosen by `categry`",
            "did you mean `category`? There are `category`, `size`, ",
        ),
        (
            "view: models\nwhere: {category: visoin}",
            "16:29",
            "`visoin` is not a word of the vocabulary's `category`",
            "did you mean `vision`? There are `vision`, `language`, `unused`",
        ),
        (
            "view: models\nwhere: {category: [vision, speech]}",
            "16:38",
            "`speech` is not a word of the vocabulary's `category`",
            "write one of `vision`, `language`, `unused`",
        ),
        (
            "view: models\nwhere: {year: 99}",
            "16:25",
            "no model has `99` as its `year`",
            "write one of `2020`, `2021`, `2022`, `2023`",
        ),
        (
            "view: papers\nwhere: {type: surveys}",
            "16:25",
            "no paper has `surveys` as its `type`",
            "did you mean `survey`? There are `research`, `survey`, `benchmark`",
        ),
        (
            "view: models\ngroup_by: colour",
            "16:21",
            "models cannot be grouped by `colour`",
            "write one of `category`, `size`, ",
        ),
        (
            "view: models\nsort: -relaesed",
            "16:17",
            "the view `models` has no column `relaesed`",
            "did you mean `released`? There are `name`, `released`, ",
        ),
        (
            "view: models\ncolumns: [{show: papers.venu, heading: V}]",
            "16:28",
            "the view `models` has no column `papers.venu`",
            "did you mean `papers.venue`? There are `name`, ",
        ),
        (
            "view: latest-papers\nsort: title",
            "16:11",
            "the view `latest-papers` takes no `sort`",
            "this view is not a table: delete the key, or show the view `papers`",
        ),
        (
            "view: models\ngroups: [{category: vision, heading: V}]",
            "16:11",
            "the view `models` takes no `groups`",
            "delete `groups`; `group_by` divides a table",
        ),
    ] {
        let said = said(block);
        assert!(said.contains(&format!("error[bad-setting]: {message}\n")), "{block}:\n{said}");
        assert!(said.contains(&format!("entries/survey.yaml:{place}\n")), "{block}:\n{said}");
        assert!(said.contains(help), "{block}:\n{said}");
    }
    assert!(
        said("view: models\nwhere: {category: []}")
            .contains("names nothing, so that no entry fits")
    );
}

#[test]
fn list_that_has_no_value_yet_may_ask_for_one() {
    let settings = "view: models\nwhere: {weights: yes}";
    assert_eq!(
        showing(Survey::default(), settings).diagnostics().matches("bad-setting").count(),
        0
    );
}

#[test]
fn example_of_the_guide_is_taken_as_it_stands() {
    let guide = std::fs::read_to_string(crate::folder::repository("docs/readme.md")).unwrap();
    let (_, example) = guide.split_once("```yaml\n").unwrap();
    let example = example.split("```").next().unwrap();
    let weights = "links: {weights: https://a.example.org/w}\n";
    let model = format!("name: Open\nreleased: 2023\ncategory: vision\n{weights}");
    let list = list()
        .file("entries/survey.yaml", format!("{SETTINGS}{example}"))
        .entry("models/open", &model);
    let own = |place: &String| place.contains("survey.yaml");
    assert_eq!(list.places().into_iter().filter(own).collect::<Vec<_>>(), [""; 0]);
    let readme = list.readme().unwrap();
    assert!(readme.contains("\n| Model | Released | Venue |\n"), "{readme}");
    for key in listwright::config::Block::FIELDS.iter().map(|field| field.key) {
        assert!(guide.contains(&format!("\n| `{key}` |")), "docs/readme.md does not say `{key}`");
    }
}
