//! The feeds of what is new, and the guide to language models.

use std::collections::BTreeMap;

use crate::cite::names;
use crate::door::Survey;
use crate::folder::Folder;
use crate::python;

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
    feed_at(survey, "feed.xml")
}

fn feed_at(survey: &Survey, path: &str) -> Option<String> {
    feeds(survey).remove(path)
}

/// All feeds by their paths.
fn feeds(survey: &Survey) -> BTreeMap<String, String> {
    let texts = survey.outputs_that(|path| path.ends_with("feed.xml")).into_iter();
    texts.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

/// The list with a log, the newest day first.
fn logged(changes: &str) -> Survey {
    list(SITE).file("entries/changes.yaml", format!("schema: 1\nchanges:\n{changes}"))
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
    assert_eq!(feeds(&survey), BTreeMap::new());
}

#[test]
fn list_each_kind_and_each_word_have_a_feed_in_every_language() {
    let words = ["models/category/language", "models/size/unknown", "models/year/2022"];
    let of_language = std::iter::once("feed.xml".to_owned())
        .chain(std::iter::once("models/feed.xml".to_owned()))
        .chain(words.map(|word| format!("{word}/feed.xml")));
    let mut wanted: Vec<String> =
        of_language.flat_map(|path| [path.clone(), format!("zh/{path}")]).collect();
    wanted.sort();
    // Nothing is known of papers, so they have none.
    assert_eq!(feeds(&list(SITE)).into_keys().collect::<Vec<_>>(), wanted);
    let of_word = feed_at(&list(SITE), "zh/models/category/language/feed.xml").unwrap();
    assert_eq!(all(&of_word, "title")[0], "模型: 语言模型 · 综述");
    assert!(of_word.contains("xml:lang=\"zh\""), "{of_word}");
    let page = "https://example.org/list/zh/models/category/language/";
    assert_eq!(all(&of_word, "id")[0], page);
    assert!(of_word.contains(&format!("<link rel=\"self\" href=\"{page}feed.xml\"/>")));
    assert!(of_word.contains("href=\"https://example.org/list/zh/models/latest/\"/>"));
}

#[test]
fn pages_name_their_own_feed_first_and_that_of_the_list_last() {
    let named = |page: &str| -> Vec<String> {
        let page = list(SITE).output(page);
        let links = page.split("<link rel=\"alternate\" type=\"application/atom+xml\"").skip(1);
        let href = |link: &str| link.split("href=\"").nth(1)?.split('"').next().map(str::to_owned);
        links.filter_map(href).collect()
    };
    assert_eq!(named("index.html"), ["feed.xml"]);
    assert_eq!(named("zh/models/latest/index.html"), ["../../../zh/feed.xml"]);
    assert_eq!(named("models/index.html"), ["../models/feed.xml", "../feed.xml"]);
    assert_eq!(
        named("models/year/2022/index.html"),
        ["../../../models/year/2022/feed.xml", "../../../models/feed.xml", "../../../feed.xml"]
    );
    // Papers have no feed of their own yet.
    assert_eq!(named("papers/index.html"), ["../feed.xml"]);
    let page = list(SITE).output("models/index.html");
    assert!(page.contains(
        "Follow what is new, by Atom feed: <a href=\"../models/feed.xml\" \
         type=\"application/atom+xml\">Models · A Survey</a>"
    ));
    assert!(page.contains("<a href=\"../feed.xml\" type=\"application/atom+xml\">Atom feed</a>"));
}

#[test]
fn change_of_values_is_told_with_what_was_and_what_is() {
    let survey = logged(
        "- date: 2026-11-25\n  changed:\n  - {entry: models/old, field: parameters, from: 23M, to: 99.52M}\n  \
         - {entry: models/old, field: variants.a.context, to: \"512\"}\n  - {entry: models/latest, field: released, from: \"2021\", to: \"2022\"}\n",
    );
    let told = feed(&survey).unwrap();
    assert_eq!(
        all(&told, "title")[1..4],
        ["latest: Released", "old: Parameters, variants.a.context", "latest"]
    );
    assert_eq!(
        all(&told, "summary"),
        [
            "Released: 2021 → 2022",
            "Parameters: 23M → 99.52M; variants.a.context: not recorded → 512"
        ]
    );
    assert_eq!(all(&told, "id")[2], "https://example.org/list/models/old/#2026-11-25");
    let told = feed_at(&survey, "zh/models/feed.xml").unwrap();
    assert_eq!(all(&told, "title")[2], "old: 参数量, variants.a.context");
    assert_eq!(all(&told, "id")[2], "https://example.org/list/zh/models/old/#2026-11-25");
}

#[test]
fn words_of_the_log_are_told_by_their_labels_and_one_that_is_gone_as_it_was_written() {
    let survey = logged(
        "- date: 2026-11-25\n  changed:\n  - {entry: models/old, field: category, from: lm, to: language}\n  \
         - {entry: models/old, field: rna, from: ncrna, to: \"mrna, ncrna, trna\"}\n  \
         - {entry: models/old, field: licence.weights, from: odd-terms, to: MIT}\n  \
         - {entry: models/old, field: name, from: language, to: mrna}\n",
    );
    let words = survey.text("entries/vocabulary.yaml").to_owned();
    let words = format!(
        "{words}rna:\n  mrna: {{en: Messenger RNA, zh: 信使 RNA}}\n  ncrna: {{en: Non-coding RNA, zh: 非编码 RNA}}\n\
         licence:\n  odd-terms: {{en: Odd terms, zh: 特殊条款}}\n"
    );
    let survey = survey.file("entries/vocabulary.yaml", words);
    for (folder, said) in [
        (
            "",
            [
                "lm",
                "Language model",
                "Non-coding RNA",
                "Messenger RNA, Non-coding RNA, trna",
                "Odd terms",
            ],
        ),
        ("zh/", ["lm", "语言模型", "非编码 RNA", "信使 RNA, 非编码 RNA, trna", "特殊条款"]),
    ] {
        let [gone, category, before, after, licence] = said;
        let told = feed_at(&survey, &format!("{folder}feed.xml")).unwrap();
        let summary = all(&told, "summary")[0];
        let page = survey.output(&format!("{folder}changes/index.html"));
        for (from, to) in
            [(gone, category), (before, after), (licence, "MIT"), ("language", "mrna")]
        {
            assert!(summary.contains(&format!(": {from} → {to}")), "{summary}");
            assert!(page.contains(&format!("<del>{from}</del>")), "{folder} {from}");
            assert!(page.contains(&format!("<ins>{to}</ins>")), "{folder} {to}");
        }
    }
}

#[test]
fn entry_that_leaves_the_list_is_told_to_those_who_follow_its_words() {
    let survey = logged(
        "- date: 2026-11-25\n  changed: [{entry: models/old, field: released, from: \"2021\", to: \"2022\"}]\n  \
         status: [{entry: models/old, from: listed, to: withdrawn}]\n",
    )
    .replace("entries/models/old.yaml", "name: old\n", "name: old\nstatus: withdrawn\n");
    for path in ["feed.xml", "models/feed.xml", "models/category/language/feed.xml"] {
        let told = feed_at(&survey, path).unwrap();
        // What it says of itself is no fact of the list any more.
        assert_eq!(all(&told, "title")[1..], ["old: Withdrawn", "latest", "between"], "{path}");
        assert_eq!(all(&told, "summary"), ["Listed → Withdrawn"], "{path}");
    }
}

#[test]
fn ids_in_the_feeds_stay_through_renames() {
    let log = "- date: 2026-11-25\n  changed: [{entry: models/ID, field: released, from: \"2021\", to: \"2022\"}]\n";
    for settings in [SITE.to_owned(), REPOSITORY.to_owned(), format!("{REPOSITORY}{SITE}")] {
        let with = |id: &str, former: &str, logged: &str| {
            let survey = list(&settings);
            let text = survey.text("entries/models/latest.yaml").to_owned();
            let log = format!("schema: 1\nchanges:\n{}", log.replace("ID", logged));
            survey
                .without("entries/models/latest.yaml")
                .entry(&format!("models/{id}"), &format!("{text}{former}"))
                .file("entries/changes.yaml", log)
        };
        let before = with("latest", "", "latest");
        let once = with("later", "former_ids: [latest]\n", "latest");
        let twice = with("last", "former_ids: [latest, later]\n", "later");
        let undone = with("latest", "former_ids: [latest, later]\n", "later");
        let ids = |survey: &Survey| -> Vec<(String, Vec<String>)> {
            let of = |(path, feed): (String, String)| {
                (path, all(&feed, "id").into_iter().map(str::to_owned).collect())
            };
            feeds(survey).into_iter().map(of).collect()
        };
        assert_eq!(ids(&before).len(), 10);
        assert_eq!(ids(&before)[0].1.len(), 5);
        assert_eq!(ids(&once), ids(&before));
        assert_eq!(ids(&twice), ids(&before));
        assert_eq!(ids(&undone), ids(&before));
    }
}

#[test]
fn feeds_hold_so_many_items_and_a_moment_does_not_depend_on_the_feed() {
    let model = |at: usize| {
        format!(
            "name: Model {at:03}\nreleased: 2022\ncategory: language\npapers: ['arXiv:2204.0{at:04}']\nadded: 2026-11-24\n"
        )
    };
    let survey = (0..60).fold(list(SITE), |survey, at| {
        survey.entry(&format!("models/model-{at:03}"), &model(at + 100))
    });
    let items = |path: &str| -> Vec<(String, String)> {
        let feed = feed_at(&survey, path).unwrap();
        let pair = |(id, moment): (&str, &str)| (id.to_owned(), moment.to_owned());
        all(&feed, "id").into_iter().zip(all(&feed, "updated")).skip(1).map(pair).collect()
    };
    let of_list = items("feed.xml");
    assert_eq!(of_list.len(), 50);
    assert_eq!(items("models/feed.xml"), of_list);
    assert_eq!(items("models/category/language/feed.xml"), of_list[..25]);
    assert_eq!(of_list[0].1, "2026-11-24T00:01:00Z");
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

#[test]
#[ignore = "needs Python and, once, the network: run with --ignored"]
fn feeds_are_read_by_feedparser_and_by_a_strict_parser() {
    let base = "https://example.org/a/list/";
    // The list of this repository is large; its links do not differ from those of the others.
    judge(&Survey::folder("").base_url(base), base);
    let lists = ["tests/golden/small", "tests/golden/full"].map(Survey::folder);
    for survey in lists.into_iter().chain([names::list()]) {
        let survey = dated(survey);
        judge(&survey.clone().base_url(base), base);
        judge(&survey, "");
    }
}

/// The list with a repository and without a site, and a day on which each entry was added.
fn dated(survey: Survey) -> Survey {
    let files: Vec<String> = survey.files().into_iter().map(|file| file.path).collect();
    let settings = survey.text("entries/survey.yaml").lines();
    let settings =
        settings.filter(|line| !line.starts_with("site:") && !line.starts_with("repository:"));
    let settings = settings.collect::<Vec<_>>().join("\n");
    let survey = survey.file("entries/survey.yaml", format!("{settings}\n{REPOSITORY}"));
    let of_entries = files.iter().filter(|path| path.matches('/').count() == 2);
    of_entries.fold(survey, |survey, path| match survey.try_text(path) {
        Some(text) if path.starts_with("entries/") && !text.contains("\nadded:") => {
            let text = format!("{}\nadded: 2026-01-05\n", text.trim_end());
            survey.file(path, text)
        }
        _ => survey,
    })
}

fn judge(survey: &Survey, base: &str) {
    let folder = Folder::empty();
    for (path, bytes) in
        survey.outputs_that(|path| path.ends_with(".html") || path.ends_with("feed.xml"))
    {
        folder.write(&path, bytes);
    }
    let site = folder.path("");
    python::run("feeds", "judge.py", &[("SITE", site.to_str().unwrap()), ("BASE", base)]);
}
