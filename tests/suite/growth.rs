//! What a list makes grows as the list does: no page and no file repeats for each entry what all of them share.

#[path = "../bench/hubs.rs"]
mod hubs;

use crate::door::Survey;
use hubs::Hub;

fn survey(hub: Hub, count: usize) -> Survey {
    let files = hub.files(count);
    files.iter().fold(Survey::bare(), |list, (path, text)| list.file(path, text)).date("2026-06-30")
}

/// The bytes of all outputs, and the largest page among those of the entries that share the hub.
fn written(hub: Hub, count: usize) -> (usize, usize) {
    let list = survey(hub, count);
    assert_eq!(list.places(), [""; 0], "{}", hub.name());
    let outputs = list.outputs();
    let of_entry = |path: &str| {
        let page = path.strip_prefix("zh/").unwrap_or(path);
        ["models/model-", "challenges/round-", "papers/user-"].iter().any(|it| page.starts_with(it))
    };
    let pages = outputs.iter().filter(|(path, _)| of_entry(path));
    (
        outputs.iter().map(|(_, bytes)| bytes.len()).sum(),
        pages.map(|(_, bytes)| bytes.len()).max().unwrap(),
    )
}

/// Two steps of the same length cost the same: of what grows with the square the second costs 1.67 times the first.
fn assert_grows_in_step(hub: Hub) {
    let [(one, page), (two, _), (three, last)] = [60, 120, 180].map(|count| written(hub, count));
    let (first, second) = (two - one, three - two);
    assert!(second * 100 <= first * 105, "{}: {first} bytes, then {second}", hub.name());
    // The numbers in it grow longer, and nothing else does.
    assert!(last <= page + 100, "{}: a page of {page} bytes, then of {last}", hub.name());
}

#[test]
fn models_of_one_paper_cost_the_same_however_many_they_are() {
    assert_grows_in_step(Hub::Paper);
}

#[test]
fn entries_that_name_one_dataset_cost_the_same_however_many_they_are() {
    assert_grows_in_step(Hub::Data);
}

#[test]
fn challenges_that_one_has_replaced_cost_the_same_however_many_they_are() {
    assert_grows_in_step(Hub::Challenge);
}

#[test]
fn models_with_one_word_cost_the_same_however_many_they_are() {
    assert_grows_in_step(Hub::Word);
}

#[test]
fn models_with_a_word_of_their_own_cost_the_same_however_many_they_are() {
    assert_grows_in_step(Hub::Words);
}

#[test]
fn models_of_one_leaderboard_cost_the_same_however_many_they_are() {
    assert_grows_in_step(Hub::Board);
}

#[test]
fn list_on_many_pages_leads_from_each_to_some_of_them_and_to_the_first_and_the_last() {
    let page = survey(Hub::Word, 3_300).output("models/page/9/index.html");
    let sheets =
        page.split_once("<nav class=\"sheets\"").unwrap().1.split_once("</nav>").unwrap().0;
    // What stands between two tags, with the white space between them left out.
    let texts = sheets.split('>').skip(1).filter_map(|piece| piece.split('<').next());
    let shown: Vec<&str> = texts.map(str::trim).filter(|text| !text.is_empty()).collect();
    assert_eq!(
        shown,
        [
            "1", "…", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "…",
            "17"
        ]
    );
}
