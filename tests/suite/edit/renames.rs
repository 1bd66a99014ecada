//! Entries that get another id.

use super::*;

const MODEL: &str =
    "name: X # the model\nreleased: 2022\ncategory: language\nlinks: {home: https://e.org}\n";

fn survey() -> Survey {
    let words = format!("{WORDS}task:\n  t: {{en: T}}\nreason:\n  r: {{en: R}}\n");
    Survey::default()
            .file("entries/vocabulary.yaml", words)
            .entry("models/old", MODEL)
            .entry(
                "models/other",
                "name: O\nstatus: superseded\nsuperseded_by: \"old\" # it\nreason: {code: r}\nreleased: 2020\ncategory: language\nlinks: {docs: https://o.org}\n",
            )
            .entry(
                "datasets/b",
                "name: B\ntype: benchmark\npapers: [old]\nleaderboard:\n  basis: reported\n  source: https://e.org\n  columns:\n    a: {task: t, metric: F1, better: higher, dataset: b}\n  rows:\n    - {model: old, scores: {a: 1}}\n    - model: old\n      variant: old\n      scores: {a: 2}\n",
            )
            .entry("papers/old", "title: old\ndates: {published: 2022}\nurl: https://p.org\n")
            .file("entries/changes.yaml", "schema: 1\nchanges:\n  - {date: 2024-01-01, added: [models/old]}\n")
}

/// What a rename leads to: the texts of all files, or why it is refused.
fn renamed(survey: &Survey, kind: KindId, old: &str, new: &str) -> Result<Survey, String> {
    let sources = survey.sources();
    let result = rename(&sources, &survey.examined(), kind, (old, new));
    match result {
        Ok(renamed) => {
            let files = renamed.sources.iter();
            Ok(files.fold(Survey::bare(), |survey, (_, source)| {
                survey.file(&source.path, source.text())
            }))
        }
        Err(Refused::Because(why)) => Err(why),
        Err(Refused::Findings(findings, _)) => Err(findings[0].message.clone()),
    }
}

fn text(survey: &Survey, path: &str) -> String {
    let sources = survey.sources();
    let id = sources.find(path).unwrap_or_else(|| panic!("no {path}"));
    sources.file(id).text().to_owned()
}

#[test]
fn an_id_changes_in_its_file_and_wherever_the_entry_is_named() {
    let survey = renamed(&survey(), KindId::Model, "old", "new-1").unwrap();
    let model = text(&survey, "entries/models/new-1.yaml");
    assert_eq!(model, MODEL.replace("model\n", "model\nformer_ids: [old]\n"));
    let other = text(&survey, "entries/models/other.yaml");
    assert!(other.contains("superseded_by: new-1 # it\n"), "{other}");
    let board = text(&survey, "entries/datasets/b.yaml");
    assert!(
        board
            .contains("- {model: new-1, scores: {a: 1}}\n    - model: new-1\n      variant: old\n")
    );
    assert!(board.contains("papers: [old]\n"), "{board}");
    assert!(text(&survey, "entries/papers/old.yaml").contains("title: old\n"));
    assert!(text(&survey, "entries/changes.yaml").contains("models/old"));
    assert!(survey.sources().find("entries/models/old.yaml").is_none());
}

#[test]
fn the_list_has_no_findings_that_it_had_not() {
    let before = survey().places();
    let after = renamed(&survey(), KindId::Model, "old", "fresh").unwrap().places();
    assert_eq!(before.len(), after.len(), "{after:?}");
    let after = renamed(&survey(), KindId::Paper, "old", "fresh").unwrap();
    assert!(text(&after, "entries/datasets/b.yaml").contains("papers: [fresh]\n"));
    assert!(text(&after, "entries/datasets/b.yaml").contains("{model: old,"));
}

#[test]
fn former_ids_are_added_to_in_the_way_they_are_written() {
    let noted = |text: &str| {
        let survey = survey().entry("models/old", text);
        let survey = renamed(&survey, KindId::Model, "old", "fresh").unwrap();
        self::text(&survey, "entries/models/fresh.yaml")
    };
    let rest = MODEL.split_once('\n').unwrap().1;
    let flow = format!("name: X\nformer_ids: [a] # c\n{rest}");
    assert_eq!(noted(&flow), flow.replace("[a]", "[a, old]"));
    let empty = format!("name: X\nformer_ids: []\n{rest}");
    assert_eq!(noted(&empty), empty.replace("[]", "[old]"));
    let block = format!("name: X\nformer_ids:\n  - a # c\n# d\n{rest}");
    assert_eq!(noted(&block), block.replace("# c\n", "# c\n  - old\n"));
    let aliases = format!("name: X\naliases:\n  - A # c\n# d\n{rest}");
    assert_eq!(noted(&aliases), aliases.replace("# c\n", "# c\nformer_ids: [old]\n"));
    let back = format!("name: X\nformer_ids: [a, fresh, b]\n{rest}");
    assert_eq!(noted(&back), back.replace("[a, fresh, b]", "[a, old, b]"));
    // By its first id feeds and citations know the entry.
    let first = format!("name: X\nformer_ids: [fresh, b]\n{rest}");
    assert_eq!(noted(&first), first.replace("[fresh, b]", "[fresh, b, old]"));
    let noted_already = format!("name: X\nformer_ids: [old, b]\n{rest}");
    assert_eq!(noted(&noted_already), noted_already);
    let again = format!("name: X\nformer_ids: [old, fresh, b]\n{rest}");
    assert_eq!(noted(&again), again.replace("[old, fresh, b]", "[old, b]"));
    let lines = format!("name: X\nformer_ids:\n  - old\n  - fresh\n  - b # c\n{rest}");
    assert_eq!(noted(&lines), lines.replace("  - fresh\n", ""));
    let brackets = "{name: X, released: 2022, category: language, links: {home: https://e.org}}\n";
    assert_eq!(noted(brackets), brackets.replace("name: X,", "name: X, former_ids: [old],"));
    let last = format!("{rest}name: X");
    assert_eq!(noted(&last), format!("{last}\nformer_ids: [old]"));
}

#[test]
fn entry_that_is_renamed_back_and_forth_keeps_its_first_id_and_leads_from_all_others() {
    let mut survey = survey();
    let mut id = "old";
    for (next, former) in [
        ("fresh", "[old]"),
        ("old", "[old, fresh]"),
        ("fresh", "[old]"),
        ("fresher", "[old, fresh]"),
        ("fresh", "[old, fresher]"),
        ("old", "[old, fresher, fresh]"),
        ("other-one", "[old, fresher, fresh]"),
    ] {
        survey = renamed(&survey, KindId::Model, id, next).unwrap();
        id = next;
        let text = text(&survey, &format!("entries/models/{id}.yaml"));
        assert!(text.contains(&format!("former_ids: {former}\n")), "{id}: {text}");
        let examined = survey.examined();
        let catalog = &examined.catalog;
        let record = &catalog.records[catalog.position(KindId::Model, id).unwrap()];
        assert_eq!(record.first_id().as_str(), "old");
        let leads = record.former_addresses().collect::<Vec<_>>();
        assert!(!leads.contains(&record.address()), "{leads:?}");
    }
}

#[test]
fn path_in_place_of_an_id_is_answered_with_the_id() {
    let why = |old: &str| renamed(&survey(), KindId::Model, old, "fresh").unwrap_err();
    for path in ["old.yaml", "models/old", "entries/models/old.yaml", "entries\\models\\old.yaml"] {
        assert_eq!(why(path), format!("`{path}` is a path; write the id alone: `old`"));
    }
}

#[test]
fn ids_that_cannot_be_given_are_refused_in_the_words_of_the_checks() {
    let survey = survey().entry("models/third", &format!("{MODEL}former_ids: [first]\n"));
    let why = |old: &str, new: &str| renamed(&survey, KindId::Model, old, new).unwrap_err();
    assert_eq!(why("old", "Fresh"), "`Fresh` is not an id: a capital letter; write `fresh`");
    assert!(why("old", "index").starts_with("`index` is reserved and cannot be an id"));
    assert_eq!(
        why("old", "other"),
        "`other` is the id of another model now: entries/models/other.yaml"
    );
    assert_eq!(
        why("old", "first"),
        "`first` is a former id of entries/models/third.yaml; an address can lead to one entry only: delete it there first"
    );
    assert_eq!(why("old", "old"), "the model is called `old` already");
    assert_eq!(why("otter", "x"), "there is no model `otter`; did you mean `other`?");
    assert_eq!(why("first", "x"), "the model `first` is now called `third`; use its present id");
}

#[test]
fn a_file_that_cannot_be_read_is_in_the_way_only_where_it_may_name_the_entry() {
    let broken = survey().entry("models/broken", "name: [old\n");
    assert_eq!(
        renamed(&broken, KindId::Model, "old", "fresh").unwrap_err(),
        "entries/models/broken.yaml cannot be read and may name `old`; mend it first: `listwright check entries/models/broken.yaml`"
    );
    let broken = survey().entry("models/broken", "name: [x\n");
    assert!(renamed(&broken, KindId::Model, "old", "fresh").is_ok());
}

#[test]
fn references_in_files_with_other_errors_are_rewritten_too() {
    let survey = survey().entry("datasets/c", "nmae: C\nleaderboard: {rows: [{model: old}]}\n");
    let after = renamed(&survey, KindId::Model, "old", "fresh").unwrap();
    assert!(text(&after, "entries/datasets/c.yaml").contains("{model: fresh}"));
}
