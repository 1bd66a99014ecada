//! README.md of other lists: without settings, without entries, with templates of their own, and too long for its budget.

use std::fmt::Write as _;

use crate::door::Survey;

/// A model of a list under test.
const MODEL: &str =
    "name: RNA-FM\ncategory: language\nreleased: 2022-04\npapers: [arXiv:2204.00300]\n";

fn readme(list: &Survey) -> String {
    list.readme().unwrap_or_else(|faults| panic!("{faults}"))
}

fn section<'r>(readme: &'r str, heading: &str) -> &'r str {
    let (_, rest) = readme.split_once(&format!("\n## {heading}\n\n")).expect(heading);
    rest.split("\n## ").next().unwrap().trim_end()
}

/// The README behind the comment that says what it is made from.
fn body(readme: &str) -> &str {
    let (comment, body) = readme.split_once("\n\n").unwrap();
    assert!(comment.starts_with("<!-- Made by `listwright build` from entries/"), "{comment}");
    assert!(comment.ends_with(" -->"), "{comment}");
    body
}

#[test]
fn list_without_entries_says_how_to_add_one() {
    let readme = readme(&Survey::default());
    assert!(body(&readme).starts_with("# A Survey\n\n<p align=\"center\">\n"));
    let empty = "Nothing is listed here yet. One file in `entries/models/` makes the first row: see [how to add an entry](CONTRIBUTING.md).";
    assert_eq!(section(&readme, "Models (模型)"), empty);
    for heading in
        ["Surveys (研究综述)", "Datasets and benchmarks (数据集与评测基准)", "Challenges (竞赛)"]
    {
        assert!(section(&readme, heading).starts_with("Nothing is listed here yet. "), "{heading}");
    }
    let papers = section(&readme, "Papers (论文)");
    assert!(papers.starts_with("No paper is listed yet. "), "{papers}");
    assert!(
        section(&readme, "Contributing (参与贡献)").starts_with("**Add an entry in two minutes.**")
    );
}

#[test]
fn list_without_settings_has_a_table_of_the_usual_columns() {
    let list = Survey::default().entry("models/rna-fm", MODEL);
    assert_eq!(
        section(&readme(&list), "Models (模型)"),
        "| Model | Released | Parameters | Architecture | Summary | Papers | Links |\n\
         | --- | --- | --- | --- | --- | --- | --- |\n\
         | RNA-FM | 2022-04 | *not recorded* | *not recorded* | *not recorded* | [[arXiv](https://arxiv.org/abs/2204.00300)] | *not recorded* |"
    );
}

#[test]
fn list_of_one_language_has_headings_in_that_language() {
    let list = Survey::default()
        .file("entries/survey.yaml", "schema: 1\ntitle: Liste\nlanguages: [en]\n")
        .file("entries/vocabulary.yaml", "schema: 1\n");
    let readme = readme(&list);
    assert!(readme.contains("\n## Models\n"), "{readme}");
    assert!(readme.contains("<a href=\"#models\">Models</a>"), "{readme}");
}

#[test]
fn own_template_extends_the_default_one_block_by_block() {
    let own =
        "{% extends \"default/README.md\" %}\n{% block top %}# My own {{ title }}{% endblock %}\n";
    let list = Survey::default().entry("models/rna-fm", MODEL);
    let (usual, own) = (readme(&list), readme(&list.file("templates/README.md", own)));
    assert_eq!(body(&own), body(&usual).replacen("# A Survey\n", "# My own A Survey\n", 1));
}

#[test]
fn own_template_includes_a_default_one() {
    let own = "Please read this first.\n\n{% include \"default/contributing.md\" %}";
    let readme = readme(&Survey::default().file("templates/contributing.md", own));
    let section = section(&readme, "Contributing (参与贡献)");
    assert!(section.starts_with("Please read this first.\n\n**Add an entry in two minutes.**"));
}

#[test]
fn own_template_of_the_same_name_takes_the_place_of_the_default_one() {
    let list =
        Survey::default().file("templates/README.md", "# {{ title }}: {{ counts.models }}\n");
    assert_eq!(body(&readme(&list)), "# A Survey: 0\n");
}

#[test]
fn what_a_template_puts_in_is_escaped_for_markdown() {
    let list = Survey::default()
        .replace("entries/survey.yaml", "A Survey", "\"<b>A</b> | [x](y) `z`\"")
        .file("templates/README.md", "{{ title }}\n\n<p align=\"center\">{{ title | html }}</p>\n");
    assert_eq!(
        body(&readme(&list)),
        "&lt;b>A&lt;/b> \\| \\[x\\](y) \\`z\\`\n\n\
         <p align=\"center\">&lt;b&gt;A&lt;/b&gt; | [x](y) `z`</p>\n"
    );
}

#[test]
fn misspelt_name_in_an_own_template_is_shown_with_the_names_there_are() {
    let own =
        "{% extends \"default/README.md\" %}\n{% block top %}\n# {{ titel }}\n{% endblock %}\n";
    let fault = Survey::default().file("templates/README.md", own).readme().unwrap_err();
    assert_eq!(
        fault,
        "error[template]: variable `titel` is not defined. Available variables: abbreviations, add, by, code_licence, \
         contributing, counts, entries_licence, first_category, flow, host, kinds, navigation, notice, other_notices, other_taglines, other_titles, \
         pictures, recent, repository, scope, sections, site, t, tagline, title, updated\n \
         --> templates/README.md:3:6\n  |\n3 | # {{ titel }}\n  |      ^\n"
    );
}

#[test]
fn broken_own_template_is_shown_at_its_place() {
    for (own, title, place) in [
        ("# {{ title }\n", "", "templates/README.md:1:"),
        ("a\n{% blck top %}{% endblock %}\n", "unknown tag", "templates/README.md:2:"),
        ("a\nb\n{% include \"nix.md\" %}\n", "unknown template `nix.md`", "templates/README.md:3:"),
        ("{{ title | nix }}\n", "unknown filter `nix`", "templates/README.md:1:"),
        (
            "{{ counts.modles }}\n",
            "field `modles` is not defined. Available fields: ",
            "templates/README.md:1:",
        ),
        (
            "{% extends \"nix.md\" %}\n",
            "template 'README.md' is inheriting from 'nix.md'",
            "templates/README.md:1:1",
        ),
        ("{% extends \"README.md\" %}\n", "", "templates/README.md:1:1"),
        ("{% include \"README.md\" %}\n", "", "templates/README.md:1:"),
    ] {
        let fault = Survey::default().file("templates/README.md", own).readme().unwrap_err();
        assert!(fault.starts_with(&format!("error[template]: {title}")), "{fault}");
        assert!(fault.contains(place), "{place}:\n{fault}");
    }
}

#[test]
fn own_template_that_breaks_the_page_is_a_fault_of_the_page() {
    for (own, fault) in [
        ("[here](#nowhere)\n", "error[readme-anchor]"),
        ("| a | b |\n| --- | --- |\n| 1 |\n", "error[readme-table]"),
        ("<script>alert(1)</script>\n", "error[readme-markup]"),
    ] {
        let found = Survey::default().file("templates/README.md", own).readme().unwrap_err();
        assert!(found.starts_with(fault), "{found}");
        assert!(found.contains("README.md:"), "{found}");
    }
}

/// A list of so many models and papers; the higher the number, the newer.
fn long_list(entries: usize, budget: usize) -> Survey {
    let settings = format!("{}readme: {{budget: {budget}}}\n", crate::door::SETTINGS);
    let mut list = Survey::default().file("entries/survey.yaml", settings);
    for number in 0..entries / 2 {
        let date =
            format!("{}-{:02}-{:02}", 2000 + number / 336, number / 28 % 12 + 1, number % 28 + 1);
        let model = format!(
            "name: Model {number}\ncategory: language\nreleased: {date}\npapers: [paper-{number}]\n"
        );
        let paper = format!(
            "title: The title of paper {number}\ndates: {{published: {date}}}\nurl: https://example.org/{number}\ncategory: language\n"
        );
        list = list.entry(&format!("models/model-{number}"), &model);
        list = list.entry(&format!("papers/paper-{number}"), &paper);
    }
    list
}

#[test]
fn long_list_keeps_its_budget_and_its_newest_and_names_the_rest() {
    let list = long_list(3_000, 60_000);
    let readme = readme(&list);
    let cells =
        |line: &str| line.split(" | ").next().map(|cell| cell.trim_start_matches("| ").to_owned());
    let rows: Vec<String> = readme
        .lines()
        .filter(|line| line.starts_with("| Model "))
        .filter_map(cells)
        .skip(1)
        .collect();
    let newest: Vec<String> =
        (0..1500).rev().take(rows.len()).map(|number| format!("Model {number}")).collect();
    assert_eq!(rows, newest);
    let left = 1500 - rows.len();
    let said = format!("\n{left} more of 1500 stand in [`entries/models`](entries/models).\n");
    assert!(readme.contains(&said), "nothing says {said}");
    let said = format!("\n{left} more of 1500 stand in [`entries/papers`](entries/papers).\n");
    assert!(readme.contains(&said), "nothing says {said}");
    let line = readme.lines().find(|line| line.starts_with("| Model 1499 ")).unwrap();
    // The fullest text that fits: one row and one line more would not.
    assert!((60_000 - 2 * line.len()..=60_000).contains(&readme.len()), "{}", readme.len());
}

#[test]
fn site_of_a_long_list_is_named_for_the_rest() {
    let list = long_list(400, 20_000);
    let list = list.replace(
        "entries/survey.yaml",
        "schema: 1\n",
        "schema: 1\nsite: https://example.org/list\n",
    );
    let readme = readme(&list);
    assert!(readme.len() <= 20_000);
    assert!(readme.contains(" more of 200 are on [the site](https://example.org/list/models/).\n"));
    assert!(readme.contains(" more of 200 are on [the site](https://example.org/list/papers/).\n"));
}

#[test]
fn budget_that_not_even_the_prose_keeps_is_a_fault() {
    let mut scope = String::from("scope:\n  in:\n");
    for rule in 0..100 {
        writeln!(scope, "    - {{en: \"Rule {rule}: {}\"}}", "words ".repeat(30).trim()).unwrap();
    }
    let list = long_list(40, 10_000);
    let settings = format!("{}{scope}readme: {{budget: 10000}}\n", crate::door::SETTINGS);
    let fault = list.file("entries/survey.yaml", settings).readme().unwrap_err();
    assert!(fault.starts_with("error[readme-too-large]: "), "{fault}");
    assert!(fault.contains("10000"), "{fault}");
}

#[test]
fn rows_of_a_block_limit_its_table_and_name_the_rest() {
    let settings = "readme:\n  sections:\n    - id: models\n      heading: Models\n      shows: [{view: models, rows: 2}]\n";
    let list = long_list(10, 20_000);
    let list = list.file("entries/survey.yaml", format!("{}{settings}", crate::door::SETTINGS));
    let readme = readme(&list);
    let rows: Vec<&str> = readme.lines().filter(|line| line.starts_with("| Model ")).collect();
    assert_eq!(rows.len(), 3, "the header and two rows: {rows:?}");
    assert!(readme.contains("\n3 more of 5 stand in [`entries/models`](entries/models).\n"));
}

#[test]
fn papers_without_an_entry_are_called_by_the_name_of_their_host() {
    let list = Survey::default().entry(
        "datasets/d",
        "name: D\ntype: task\npapers: [https://pubmed.ncbi.nlm.nih.gov/1/, https://www.example.org/a]\n",
    );
    let readme = list.readme().unwrap();
    let links =
        "[[PubMed](https://pubmed.ncbi.nlm.nih.gov/1/)] [[example.org](https://www.example.org/a)]";
    assert!(readme.contains(links), "{readme}");
}

#[test]
fn example_of_an_entry_has_a_word_of_the_list_and_passes_its_check() {
    for words in ["schema: 1\ncategory:\n  segmentation: {en: Segmentation}\n", "schema: 1\n"] {
        let list = Survey::default().file("entries/vocabulary.yaml", words);
        let readme = readme(&list);
        let (_, example) = readme.split_once("```yaml\n").unwrap();
        let example = example.split("```").next().unwrap();
        let places = list.entry("models/your-model", example).places();
        if words.contains("category") {
            assert!(example.contains("\ncategory: segmentation\n"), "{example}");
            assert_eq!(places, [""; 0], "{example}");
        } else {
            assert!(!example.contains("category"), "{example}");
            assert_eq!(places, ["entries/models/your-model.yaml:1:1 missing-key"], "{example}");
        }
    }
}
