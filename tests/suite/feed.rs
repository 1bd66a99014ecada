//! The feed of new entries and the guide to language models.

use crate::door::Survey;

fn list(settings: &str) -> Survey {
    let model = |name: &str, added: &str| {
        format!(
            "name: {name}\nreleased: 2022\ncategory: language\npapers: [{name}]\nadded: {added}\n"
        )
    };
    let survey = Survey::default().replace(
        "entries/survey.yaml",
        "languages",
        &format!("{settings}languages"),
    );
    [("old", "2026-01-02"), ("latest", "2026-11-24"), ("between", "2026-05-05")]
        .iter()
        .enumerate()
        .fold(survey, |survey, (at, (id, added))| {
            let model =
                model(id, added).replace(&format!("[{id}]"), &format!("['arXiv:2204.0030{at}']"));
            survey.entry(&format!("models/{id}"), &model)
        })
}

const REPOSITORY: &str = "repository: https://github.com/example/list\n";
const SITE: &str = "site: https://example.org/list\n";

fn feed(survey: &Survey) -> Option<String> {
    let feed = survey.outputs().into_iter().find(|(path, _)| path == "feed.xml")?;
    Some(String::from_utf8(feed.1).unwrap())
}

fn all<'f>(feed: &'f str, element: &str) -> Vec<&'f str> {
    let close = format!("</{element}>");
    let open = format!("<{element}>");
    feed.split(&open).skip(1).map(|piece| piece.split(&close).next().unwrap()).collect()
}

#[test]
fn feed_holds_the_newest_entries_first() {
    let feed = feed(&list(SITE)).unwrap();
    assert_eq!(all(&feed, "title"), ["A Survey", "latest", "between", "old"]);
    assert_eq!(all(&feed, "updated")[..2], ["2026-11-24T00:00:00Z", "2026-11-24T00:00:00Z"]);
    assert_eq!(
        all(&feed, "id")[..2],
        ["https://example.org/list/", "https://example.org/list/models/latest/"]
    );
    assert!(feed.contains("<link rel=\"self\" href=\"https://example.org/list/feed.xml\"/>"));
}

#[test]
fn entries_of_a_day_have_times_that_differ_in_the_order_of_kind_and_name() {
    let paper = "title: First of all\ndates: {preprint: 2022}\narxiv: arXiv:2204.00309\nadded: 2026-11-24\n";
    let model = "name: Another\nreleased: 2022\ncategory: language\npapers: ['arXiv:2204.00308']\nadded: 2026-11-24\n";
    let survey = list(SITE).entry("papers/first", paper).entry("models/another", model);
    let feed = feed(&survey).unwrap();
    assert_eq!(all(&feed, "title")[1..], ["Another", "latest", "First of all", "between", "old"]);
    assert_eq!(
        all(&feed, "updated"),
        [
            "2026-11-24T00:00:02Z",
            "2026-11-24T00:00:02Z",
            "2026-11-24T00:00:01Z",
            "2026-11-24T00:00:00Z",
            "2026-05-05T00:00:00Z",
            "2026-01-02T00:00:00Z",
        ]
    );
}

#[test]
fn ids_in_the_feed_stay_when_the_site_moves() {
    let with = feed(&list(&format!("{REPOSITORY}{SITE}"))).unwrap();
    let without = feed(&list(REPOSITORY)).unwrap();
    assert_eq!(all(&with, "id"), all(&without, "id"));
    assert_eq!(
        all(&with, "id")[1],
        "https://github.com/example/list/blob/HEAD/entries/models/latest.yaml"
    );
    assert!(
        with.contains("<link rel=\"alternate\" href=\"https://example.org/list/models/latest/\"/>")
    );
    assert!(!without.contains("rel=\"self\""));
}

#[test]
fn ids_in_the_feed_stay_when_an_entry_is_renamed() {
    for settings in [REPOSITORY, SITE] {
        let before = list(settings);
        let text = before
            .text("entries/models/latest.yaml")
            .replace("name: latest\n", "name: latest\nformer_ids: [latest, newer]\n");
        let after =
            before.clone().without("entries/models/latest.yaml").entry("models/newest", &text);
        let (before, after) = (feed(&before).unwrap(), feed(&after).unwrap());
        assert_eq!(all(&before, "id"), all(&after, "id"));
        assert!(all(&after, "id")[1].contains("models/latest"), "{after}");
    }
}

#[test]
fn list_without_any_address_has_no_feed_and_no_link_to_one() {
    let survey = list("");
    assert_eq!(feed(&survey), None);
    assert!(!survey.output("index.html").contains("feed.xml"));
    assert!(list(SITE).output("zh/models/index.html").contains("href=\"../../feed.xml\""));
}

#[test]
fn entries_that_are_not_listed_stay_out_of_the_feed() {
    let survey = list(SITE).replace(
        "entries/models/latest.yaml",
        "name: latest\n",
        "name: latest\nstatus: candidate\n",
    );
    assert_eq!(all(&feed(&survey).unwrap(), "title"), ["A Survey", "between", "old"]);
}

#[test]
fn guide_to_language_models_names_files_that_exist() {
    for survey in [list(""), list(SITE)] {
        let guide = survey.output("llms.txt");
        assert!(guide.starts_with("# A Survey\n\n"), "{guide}");
        let outputs: Vec<String> = survey.outputs().into_iter().map(|(path, _)| path).collect();
        let mut links = 0;
        for piece in guide.split("](").skip(1) {
            let link =
                piece.split(')').next().unwrap().trim_start_matches("https://example.org/list/");
            let path =
                if link.ends_with('/') { format!("{link}index.html") } else { link.to_owned() };
            assert!(outputs.contains(&path), "{path}");
            links += 1;
        }
        assert!(links > 12, "{links}");
    }
}
