//! The comparison on values: what grew, what was corrected, what was only sorted otherwise.

use listwright::diff::{Class, How, Lost, dead};

use super::{changes, list, said, state};
use crate::door::Survey;

const MODEL: &str = "entries/models/rna-fm.yaml";
const BOARD: &str = "entries/datasets/bench.yaml";

#[test]
fn list_that_is_the_same_has_no_changes() {
    assert!(changes(&list(), &list()).is_empty());
    assert_eq!(said(&list(), &list()), "Nothing changed in the list.\n");
}

#[test]
fn layout_order_and_spelling_are_no_changes() {
    let after = list()
        .replace(
            MODEL,
            "name: RNA-FM\nreleased: 2022-04\n",
            "released: '2022-04'\nname: \"RNA-FM\" # ok\n",
        )
        .replace(MODEL, "23M", "23000000")
        .replace("entries/papers/chen-2022.yaml", "arXiv:2204.00300", "arXiv:2204.00300v1");
    let changed = changes(&list(), &after);
    // Another version of a preprint is another text, and its number says so.
    let fields: Vec<&str> = changed
        .changed
        .iter()
        .flat_map(|entry| &entry.fields)
        .map(|field| field.route.as_str())
        .collect();
    assert_eq!(fields, ["arxiv"]);
}

#[test]
fn value_that_changed_is_said_with_its_new_source() {
    let after = list().replace(MODEL, "parameters: 23M", "parameters: 99.52M").replace(
        MODEL,
        "sources:\n",
        "sources:\n  - {for: [parameters], url: https://example.org/new, kind: paper}\n",
    );
    assert_eq!(
        said(&list(), &after),
        "\
Corrected
  1 of 10 values in 1 entry:
    RNA-FM: parameters 23M → 99.52M (https://example.org/new)

Texts and sources
  sources in 1 entry: RNA-FM
"
    );
}

#[test]
fn value_where_nothing_was_is_growth_and_one_that_goes_a_correction() {
    let with =
        list().replace(MODEL, "licence: {code: MIT}", "licence: {code: MIT, weights: CC0-1.0}");
    assert_eq!(
        said(&list(), &with),
        "\
Grew
  +1 of 11 values in 1 entry that was there before:
    RNA-FM: licence.weights CC0-1.0 (https://example.org/old)
"
    );
    assert!(said(&with, &list()).starts_with(
        "Corrected\n  1 of 10 values in 1 entry:\n    RNA-FM: licence.weights CC0-1.0 → not recorded"
    ));
}

#[test]
fn another_category_is_no_growth_and_entries_of_one_move_are_one_line() {
    let two = list().entry(
        "models/other",
        "name: Other\nreleased: 2023\ncategory: language\npapers: [10.1000/other]\n",
    );
    let after = two.clone().replace(MODEL, "category: language", "category: structure").replace(
        "entries/models/other.yaml",
        "category: language",
        "category: structure",
    );
    assert_eq!(
        said(&two, &after),
        "\
Only sorted otherwise
  2 models, category Language model → Structure model: Other, RNA-FM
"
    );
}

#[test]
fn word_that_the_list_did_not_have_before_never_looks_like_growth() {
    let after = list()
        .file(
            "entries/vocabulary.yaml",
            list().text("entries/vocabulary.yaml").to_owned()
                + "tokenization:\n  kmer: {en: k-mer}\n",
        )
        .replace(MODEL, "papers:", "tokenization: kmer\npapers:");
    assert_eq!(
        said(&list(), &after),
        "\
Only sorted otherwise
  1 model, tokenization nothing → k-mer: RNA-FM

Words of the vocabulary
  tokenization: 1 word is new, with how many entries use each: k-mer 1
"
    );
    let known = after.clone().replace(MODEL, "tokenization: kmer\n", "");
    let changed = changes(&known, &after);
    let field = &changed.changed[0].fields[0];
    assert_eq!((field.class, field.how), (Class::Word, How::Grew), "the list could say it before");
}

#[test]
fn new_results_are_counted_with_their_share() {
    let after = list().replace(BOARD, "scores: {ss: 49.95}", "scores: {ss: 49.95, cm: 10}");
    assert_eq!(said(&list(), &after), "Grew\n  +1 of 4 results on the leaderboards: Bench 1\n");
}

#[test]
fn results_of_another_column_are_moved_and_not_new() {
    let after = list().replace(BOARD, "    cm: {", "    cm-tuned: {").replace(
        BOARD,
        "cm: 12.5",
        "cm-tuned: 12.5",
    );
    let scores = changes(&list(), &after).scores;
    assert_eq!((scores.gained.len(), scores.lost.len(), scores.moved.len()), (0, 0, 1));
    assert!(
        said(&list(), &after)
            .contains("  1 result stands in another column: Bench cm → Bench cm-tuned\n")
    );
}

#[test]
fn result_that_is_another_is_named_with_its_model() {
    let after = list().replace(BOARD, "ss: 68.5", "ss: 68.7");
    assert_eq!(
        said(&list(), &after),
        "Corrected\n  1 of 3 results:\n    Bench, ss: RNA-FM 68.5 → 68.7\n"
    );
}

#[test]
fn rename_keeps_results_and_references_as_they_were() {
    let text = list().text(MODEL).replace("name: RNA-FM\n", "name: RNA-FM\nformer_ids: [rna-fm]\n");
    let after = list().without(MODEL).entry("models/rnafm", &text).replace(
        BOARD,
        "model: rna-fm",
        "model: rnafm",
    );
    assert_eq!(
        said(&list(), &after),
        "Renamed\n  models/rna-fm is now models/rnafm, and the old address leads there\n"
    );
    assert_eq!(dead(&state(&list()), &state(&after), &changes(&list(), &after)).unwrap(), []);
}

#[test]
fn other_id_without_a_former_one_is_seen_and_its_address_is_dead() {
    let text = list().text(MODEL).to_owned();
    let after = list().without(MODEL).entry("models/rnafm", &text).replace(
        BOARD,
        "model: rna-fm",
        "model: rnafm",
    );
    let changed = changes(&list(), &after);
    assert!(changed.gone.is_empty() && changed.added.is_empty());
    assert!(
        said(&list(), &after)
            .contains("models/rna-fm is now models/rnafm, but the old address leads nowhere")
    );
    let dead = dead(&state(&list()), &state(&after), &changed).unwrap();
    let dead: Vec<_> =
        dead.iter().map(|dead| (dead.what, dead.address.as_str(), dead.files)).collect();
    // The page, the JSON and the citations.
    assert_eq!(dead, [(Lost::Entry, "models/rna-fm/", 5)]);
}

#[test]
fn entry_of_another_name_with_the_same_content_is_the_same_entry() {
    let text = list().text(MODEL).replace("name: RNA-FM", "name: RNA-FM v2");
    let after = list().without(MODEL).entry("models/second", &text).replace(
        BOARD,
        "model: rna-fm",
        "model: second",
    );
    let changed = changes(&list(), &after);
    assert_eq!((changed.renamed.len(), changed.gone.len(), changed.added.len()), (1, 0, 0));
    assert!(!changed.renamed[0].noted);
}

#[test]
fn entry_that_takes_another_in_leads_from_its_address_and_keeps_its_first_id() {
    let two = list().entry(
        "models/double",
        "name: Double\nreleased: 2023\ncategory: language\npapers: [10.1000/d]\n",
    );
    let with = |ids: &str| {
        let name = format!("name: RNA-FM\nformer_ids: [{ids}]\n");
        list().replace(MODEL, "name: RNA-FM\n", &name)
    };
    let after = with("rna-fm, double");
    assert_eq!(
        said(&two, &after),
        "Renamed\n  models/double is part of models/rna-fm; the old address leads there\n"
    );
    assert_eq!(dead(&state(&two), &state(&after), &changes(&two, &after)).unwrap(), []);
    // The entry would go on in feeds and citations as the one that it took in.
    let other = with("double");
    let lost = dead(&state(&two), &state(&other), &changes(&two, &other)).unwrap();
    let lost: Vec<_> = lost
        .iter()
        .map(|lost| (lost.what, lost.address.as_str(), lost.of.as_str(), lost.files))
        .collect();
    assert_eq!(lost, [(Lost::First, MODEL, "former_ids: [rna-fm, double]", 0)]);
}

#[test]
fn rename_that_is_undone_by_hand_is_told_how_to_keep_the_first_id() {
    let named = |id: &str, former: &str| {
        let text = list()
            .text(MODEL)
            .replace("name: RNA-FM\n", &format!("name: RNA-FM\nformer_ids: [{former}]\n"));
        list().without(MODEL).entry(&format!("models/{id}"), &text).replace(
            BOARD,
            "model: rna-fm",
            &format!("model: {id}"),
        )
    };
    let before = named("rnafm", "rna-fm");
    let lost = |after: &Survey| {
        let lost = dead(&state(&before), &state(after), &changes(&before, after)).unwrap();
        lost.into_iter().map(|lost| (lost.what, lost.of)).collect::<Vec<_>>()
    };
    assert_eq!(
        lost(&named("rna-fm", "rnafm")),
        [(Lost::First, "former_ids: [rna-fm, rnafm]".to_owned())]
    );
    assert_eq!(lost(&named("rna-fm", "rna-fm, rnafm")), []);
    assert_eq!(lost(&named("rnafm2", "rna-fm, rnafm")), []);
}

#[test]
fn deleted_entry_is_named_and_dead_and_an_excluded_one_is_not() {
    let out = list().replace(
        "entries/datasets/bench.yaml",
        "name: Bench\n",
        "name: Bench\nstatus: excluded\nreason: {code: off-topic, note: It is about proteins.}\n",
    );
    let changed = changes(&list(), &out);
    assert_eq!(dead(&state(&list()), &state(&out), &changed).unwrap(), []);
    let text = said(&list(), &out);
    assert!(
        text.contains("No longer listed\n  the dataset Bench is excluded now: Off topic – It is about proteins.\n"),
        "{text}"
    );
    let gone = list().without(BOARD);
    let text = said(&list(), &gone);
    assert!(
        text.contains("Deleted\n  the dataset Bench (datasets/bench)\n  an entry is never deleted"),
        "{text}"
    );
    let dead = dead(&state(&list()), &state(&gone), &changes(&list(), &gone)).unwrap();
    let of: Vec<_> = dead.iter().map(|dead| (dead.what, dead.of.as_str())).collect();
    assert!(of.contains(&(Lost::Entry, "dataset bench")), "{of:?}");
}

#[test]
fn word_that_goes_takes_its_page_along_and_one_without_entries_does_not() {
    let unused = list().replace(MODEL, "category: language", "category: structure");
    assert_eq!(dead(&state(&list()), &state(&unused), &changes(&list(), &unused)).unwrap(), []);
    let gone = unused.replace(
        "entries/vocabulary.yaml",
        "  language: {en: Language model, zh: 语言模型}\n",
        "",
    );
    let dead = dead(&state(&list()), &state(&gone), &changes(&list(), &gone)).unwrap();
    let dead: Vec<_> = dead.iter().map(|dead| (dead.what, dead.address.as_str())).collect();
    assert_eq!(dead, [(Lost::Word, "models/category/language/")]);
}

#[test]
fn years_come_and_go_and_a_language_does_not() {
    let later = list().replace(MODEL, "released: 2022-04", "released: 2023-01");
    assert_eq!(dead(&state(&list()), &state(&later), &changes(&list(), &later)).unwrap(), []);
    let english = list().replace("entries/survey.yaml", "languages: [en, zh]", "languages: [en]");
    let dead = dead(&state(&list()), &state(&english), &changes(&list(), &english)).unwrap();
    assert!(
        dead.iter().any(|dead| dead.what == Lost::Language && dead.address == "zh/"),
        "{dead:?}"
    );
}

#[test]
fn word_under_another_name_is_said_with_the_entries_that_it_touches() {
    let renamed = list()
        .replace("entries/vocabulary.yaml", "  language: {en: Language", "  lm: {en: Language")
        .replace(MODEL, "category: language", "category: lm");
    assert!(
        said(&list(), &renamed).contains("  category: language is written lm now, in 1 entry\n")
    );
    let relabelled =
        list().replace("entries/vocabulary.yaml", "en: Language model", "en: Sequence model");
    assert_eq!(
        said(&list(), &relabelled),
        "Words of the vocabulary\n  category: Language model is called Sequence model now, in 1 entry\n"
    );
}

#[test]
fn candidates_and_exclusions_are_no_growth() {
    let after = list()
        .entry("models/maybe", "{name: Maybe, status: candidate, reason: {code: off-topic}}")
        .entry("models/never", "{name: Never, status: excluded, reason: {code: off-topic}}");
    assert_eq!(
        said(&list(), &after),
        "\
Looked at, not listed
  1 model not decided on yet (Off topic): Maybe
  1 model excluded (Off topic): Never
"
    );
    let listed = after.clone().replace(
        "entries/models/maybe.yaml",
        "status: candidate, reason: {code: off-topic}",
        "released: 2024, category: language, papers: [10.1000/maybe]",
    );
    assert!(said(&after, &listed).starts_with("Grew\n  +1 of 2 models, on record before: Maybe\n"));
}

#[test]
fn entry_with_errors_is_named_and_compared_as_far_as_it_can_be_read() {
    let half = list().replace(MODEL, "parameters: 23M", "parameters: 99M\nnix: 1");
    let text = said(&list(), &half);
    assert!(text.contains("    RNA-FM: parameters 23M → 99M"), "{text}");
    assert!(
        text.contains(
            "entries/models/rna-fm.yaml has 1 error; the first, in line 5: there is no key `nix` here"
        ),
        "{text}"
    );
    let broken = list().file(MODEL, "name: [RNA-FM\n");
    let text = said(&list(), &broken);
    assert!(!text.contains("Deleted"), "{text}");
    assert!(text.contains("(nothing of it is compared)"), "{text}");
    let text = said(&broken, &list());
    assert!(text.contains("in the first state, and none in the second"), "{text}");
    let dead = dead(&state(&list()), &state(&broken), &changes(&list(), &broken)).unwrap();
    assert!(dead.iter().any(|dead| dead.what == Lost::Unread && dead.address == MODEL), "{dead:?}");
}

#[test]
fn data_that_got_an_entry_of_its_own_is_worded_otherwise_and_not_new() {
    let named = list().replace(MODEL, "papers:", "training: {datasets: [{name: Bench}]}\npapers:");
    let linked = list().replace(MODEL, "papers:", "training: {datasets: [bench]}\npapers:");
    assert_eq!(said(&named, &linked), "Texts and sources\n  texts in 1 entry: RNA-FM\n");
}

#[test]
fn settings_that_changed_are_named() {
    let after = list().replace("entries/survey.yaml", "en: A Survey", "en: The Survey");
    assert_eq!(said(&list(), &after), "Settings of the list\n  title of survey.yaml\n");
}

#[test]
fn list_that_begins_is_all_growth() {
    let text = said(&Survey::bare(), &list());
    assert!(text.starts_with("Grew\n  +1 of 1 model: RNA-FM\n  +1 of 1 paper:\n"), "{text}");
}

#[test]
fn name_in_another_order_and_a_short_name_are_worded_otherwise() {
    let paper = "entries/papers/chen-2022.yaml";
    let before = list().replace(
        paper,
        "dates:",
        "authors: [Jiayang Chen, John St. John]\nvenue: Nature\ndates:",
    );
    let after = before.clone().replace(paper, "John St. John", "'St. John, John'").replace(
        paper,
        "venue: Nature",
        "venue: Nature\nvenue_short: Nat",
    );
    assert_eq!(
        said(&before, &after),
        "Texts and sources\n  texts in 1 entry: Interpretable RNA, explained\n"
    );
    let other = before.clone().replace(
        paper,
        "[Jiayang Chen, John St. John]",
        "[John St. John, Jiayang Chen]",
    );
    assert_eq!(said(&before, &other), said(&before, &after), "their order means something");
}
