//! Breaks of what entries mean: status, dates, links, variants, results, sources, settings and the log.

use listwright::diag::Code;

use super::{Break, swap};
use crate::sample::{CHALLENGE, DATASET, LOG, MODEL, PAPER, SETTINGS, WORDS};

const HOLLY: &str = "entries/models/holly.yaml";
const ASPEN: &str = "entries/models/aspen.yaml";
const WILLOW: &str = "entries/challenges/willow-2026.yaml";

pub(super) fn breaks() -> Vec<Break> {
    [
        status(),
        dates(),
        links(),
        results(),
        sources(),
        words(),
        settings(),
        log(),
        allowed(),
        checks(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn status() -> Vec<Break> {
    let status = |name, path, old, new: &str| swap(name, Code::StatusReason, path, old, new);
    vec![
        status(
            "excluded_without_a_reason",
            HOLLY,
            "status: excluded\nreason: {code: off-topic, note: A model of stones.}\n",
            "status: ‸excluded\n",
        ),
        status(
            "withdrawn_without_a_reason",
            "entries/papers/elm-2022.yaml",
            "status: withdrawn\nreason: {code: off-topic}\n",
            "status: ‸withdrawn\n",
        ),
        status(
            "candidate_without_a_reason",
            HOLLY,
            "status: excluded\nreason: {code: off-topic, note: A model of stones.}\n",
            "status: ‸candidate\n",
        ),
        status(
            "listed_with_a_reason",
            MODEL,
            "status: listed\n",
            "status: listed\n‸reason: {code: off-topic}\n",
        ),
        status(
            "superseded_by_nobody",
            ASPEN,
            "status: superseded\nsuperseded_by: alder\n",
            "status: ‸superseded\n",
        ),
        status(
            "listed_but_superseded",
            MODEL,
            "status: listed\n",
            "status: listed\n‸superseded_by: aspen\n",
        ),
    ]
}

fn dates() -> Vec<Break> {
    let future = |name, path, old, new: &str| swap(name, Code::FutureDate, path, old, new);
    vec![
        future("released_tomorrow", MODEL, "released: 2024-02", "released: ‸2025-07"),
        future("published_tomorrow", PAPER, "published: 2024-02}", "published: ‸2025-07-01}"),
        future("added_tomorrow", DATASET, "added: 2025-06-01", "added: ‸2025-07-01"),
        future("checked_tomorrow", MODEL, "checked: 2025-06-10", "checked: ‸2026-06-10"),
        future("logged_tomorrow", LOG, "- date: 2025-06-01", "- date: ‸2025-07-01"),
        future("released_in_another_century", DATASET, "released: 2022\n", "released: ‸2122\n"),
        swap(
            "preprint_after_publication",
            Code::DateOrder,
            PAPER,
            "{preprint: 2023-12-24,",
            "{preprint: ‸2024-03,",
        ),
        swap("end_before_start", Code::DateOrder, CHALLENGE, "end: 2024-09}", "end: ‸2024-02}"),
    ]
}

fn links() -> Vec<Break> {
    let code = |name, url: &str| {
        let (old, new) = ("code: https://code.example.org/alder\n", format!("code: ‸{url}\n"));
        swap(name, Code::LinkInWrongPlace, MODEL, old, &new)
    };
    vec![
        code("page_of_weights_as_code", "https://huggingface.co/example/alder"),
        code("demo_as_code", "https://huggingface.co/spaces/example/alder"),
        code("page_of_a_paper_as_code", "https://huggingface.co/papers/2312.01234"),
        swap(
            "page_of_data_as_code",
            Code::LinkInWrongPlace,
            DATASET,
            "code: https://code.example.org/maple",
            "code: ‸https://huggingface.co/datasets/example/maple",
        ),
        swap(
            "weights_as_conversion",
            Code::LinkInWrongPlace,
            MODEL,
            "conversions: [https://mirror.example.org/alder]",
            "conversions: [‸https://files.example.org/alder/weights/]",
        ),
        swap(
            "size_of_no_variant",
            Code::VariantMismatch,
            MODEL,
            "parameters: 650.88M  #",
            "parameters: ‸600M  #",
        ),
        swap(
            "variants_of_other_sizes",
            Code::VariantMismatch,
            MODEL,
            "giga: {parameters: 650.88M,",
            "giga: {parameters: 651M,",
        )
        .at(MODEL, "650.88M  #"),
    ]
}

fn results() -> Vec<Break> {
    let row = |name, code, old, new: &str| swap(name, code, DATASET, old, new);
    vec![
        row("no_such_variant", Code::UnknownVariant, "variant: giga,", "variant: ‸gigas,"),
        row(
            "variant_of_a_model_without_variants",
            Code::UnknownVariant,
            "{label: Baseline,",
            "{model: aspen, variant: ‸giga,",
        ),
        row("no_such_column", Code::UnknownColumn, "er: 0.25}", "‸ee: 0.25}"),
        row(
            "column_of_another_board",
            Code::UnknownColumn,
            "{ss: 49.95}",
            "{ss: 49.95, ‸contact-map: 1}",
        ),
        row("score_above_its_unit", Code::ScoreOutOfRange, "{ss: 49.95}", "{ss: ‸149.95}"),
        row("score_below_its_unit", Code::ScoreOutOfRange, "{ss: 49.95}", "{ss: ‸-1}"),
        row(
            "score_of_another_scale",
            Code::ScoreOutlier,
            "  rows:\n",
            "  rows:\n    - {label: A, scores: {er: 0.2}}\n    - {label: B, scores: {er: ‸25}}\n",
        ),
        row(
            "result_older_than_its_benchmark",
            Code::ResultTooOld,
            "source: https://maple.example.org/own,",
            "source: ‸https://doi.org/10.5555/rowan.1,",
        )
        .and_swap(DATASET, "released: 2022\n", "released: 2025\n"),
        row(
            "result_older_than_its_model",
            Code::ResultTooOld,
            "{model: alder, variant: giga, as: Alder-G, scores: {ss: 68.5 ± 0.54, er: 0.25}}",
            "{model: ‸alder, variant: giga, as: Alder-G, scores: {ss: 68.5 ± 0.54, er: 0.25}, source: https://doi.org/10.5555/rowan.1}",
        )
        .and_swap(MODEL, "released: 2024-02\n", "released: 2024-12\n"),
        row(
            "row_of_nothing",
            Code::BadRow,
            "{label: Baseline, scores: {ss: 49.95},",
            "{‸scores: {ss: 49.95},",
        ),
        row(
            "row_of_a_model_and_a_label",
            Code::BadRow,
            "{label: Baseline,",
            "{‸label: Baseline, model: aspen,",
        ),
        row(
            "variant_of_a_label",
            Code::BadRow,
            "{label: Baseline,",
            "{label: Baseline, variant: ‸giga,",
        ),
        row(
            "two_scores_of_a_row",
            Code::BadRow,
            "  rows:\n",
            "  rows:\n    - {label: Baseline, scores: {ss: 50}}\n",
        )
        .at(DATASET, "ss: 49.95"),
    ]
}

fn sources() -> Vec<Break> {
    let same = |name, field: &str, value: &str| {
        let old = "{field: variants.micro.parameters, value: 35M,";
        swap(name, Code::DisputedSame, MODEL, old, &format!("{{field: {field}, value: ‸{value},"))
    };
    let unsourced = |name, new: &str, number: &str| {
        let old = "{for: [parameters, variants, training.size], ";
        swap(name, Code::UnsourcedValue, MODEL, old, new).at(MODEL, number)
    };
    vec![
        same("disputed_value_is_chosen", "variants.micro.parameters", "33.48M"),
        same("disputed_value_is_chosen_in_digits", "variants.micro.parameters", "33480000"),
        same("disputed_text_is_chosen", "rna_note", "from  MANY trees."),
        same("disputed_word_is_chosen", "rna", "ncRNA"),
        same("disputed_size_is_chosen", "training.size", "36M  sequences"),
        same("disputed_date_is_chosen", "released", "2024-02"),
        unsourced("unsourced_parameters", "{for: [variants, training.size], ", "650.88M  #"),
        unsourced("unsourced_size", "{for: [parameters, variants], ", "size: [36M"),
        unsourced("unsourced_variant", "{for: [parameters, variants.giga, training], ", "33.48M"),
        unsourced("source_for_existence_only", "{", "650.88M  #")
            .then(Code::UnsourcedValue, MODEL, "650.88M, context")
            .then(Code::UnsourcedValue, MODEL, "33.48M")
            .then(Code::UnsourcedValue, MODEL, "size: [36M"),
        swap(
            "unsourced_size_of_a_dataset",
            Code::UnsourcedValue,
            DATASET,
            "sources: [{for: [size], ",
            "sources: [{",
        )
        .at(DATASET, "size: [4000"),
        swap(
            "unsourced_prize_and_winners",
            Code::UnsourcedValue,
            CHALLENGE,
            "{for: [prize, teams, winners], ",
            "{for: [teams], ",
        )
        .at(CHALLENGE, "A poplar")
        .then(Code::UnsourcedValue, CHALLENGE, "winners: [{rank"),
        swap(
            "one_address_for_two_sources",
            Code::RepeatedItem,
            CHALLENGE,
            "kind: secondary}]",
            "kind: secondary},\n  {for: [dates], url: ‸https://poplar.example.org/2024, kind: repository}]",
        ),
    ]
}

fn words() -> Vec<Break> {
    vec![
        swap("unused_word", Code::UnusedWord, WORDS, "rna:\n", "rna:\n  ‸mrna: {en: mRNA}\n")
            .alone(),
        swap(
            "unused_licence",
            Code::UnusedWord,
            WORDS,
            "licence:\n",
            "licence:\n  ‸odd: {en: Odd}\n",
        )
        .alone(),
        swap(
            "two_words_of_one_label",
            Code::DuplicateLabel,
            WORDS,
            "  vision: {en: Vision model,",
            "  ‸vision: {en: language-model,",
        )
        .alone(),
        swap("word_no_longer_used", Code::UnusedWord, MODEL, "readme_group: vision\n", "")
            .at(WORDS, "vision: {")
            .alone(),
    ]
}

fn settings() -> Vec<Break> {
    let setting = |name, old, new: &str| swap(name, Code::BadSetting, SETTINGS, old, new);
    vec![
        setting("no_such_column_of_the_readme", "{show: parameters,", "{show: ‸size,"),
        setting(
            "column_of_a_list",
            "- view: latest-papers\n",
            "- view: latest-papers\n          ‸columns: [{show: name, heading: Name}]\n",
        ),
        swap(
            "language_in_the_place_of_a_kind",
            Code::TwoOutputs,
            SETTINGS,
            "languages: [en, zh]",
            "languages: [en, zh, ‸models]",
        ),
        setting("address_without_a_path", "change/{path}\"", "change\"")
            .at(SETTINGS, "\"https://code.example.org/tree-survey/change"),
        setting("no_such_place_in_an_address", "more={body}", "more={boddy}")
            .at(SETTINGS, "\"https://code.example.org/tree-survey/say"),
        setting(
            "address_that_is_none",
            "edit: \"https://code.example.org",
            "edit: ‸\"code.example.org",
        ),
        swap(
            "software_of_no_host",
            Code::UnknownChoice,
            SETTINGS,
            "software: gitea",
            "software: ‸gitae",
        ),
        setting("chart_of_no_kind", "{kind: models, x", "{kind: ‸model, x"),
        setting("chart_of_no_date", "x: released, y", "x: ‸relaesed, y"),
        setting("chart_of_no_number", "y: parameters,", "y: ‸category,"),
        setting("chart_of_no_facet", "color: category,", "color: ‸colour,"),
        swap("chart_without_a_number", Code::MissingKey, SETTINGS, "y: parameters, ", "")
            .at(SETTINGS, "kind: models, x"),
        setting("no_such_column_to_sort_by", "sort: -released", "sort: ‸-relaesed"),
        setting("no_such_column_a_step_further", "papers.venue,", "‸papers.venu,"),
        setting(
            "no_such_facet_to_choose_by",
            "where: {category: language,",
            "where: {‸kind: language,",
        ),
        setting(
            "no_such_word_to_choose",
            "where: {category: language,",
            "where: {category: ‸hearing,",
        ),
        setting("no_such_value_to_choose", "year: [2023, 2024]", "year: [‸23, 2024]"),
        swap("nothing_to_choose", Code::EmptyValue, SETTINGS, "year: [2023, 2024]", "year: ‸[]"),
        setting("no_such_facet_to_group_by", "group_by: architecture", "group_by: ‸colour"),
        setting(
            "latest_papers_that_are_sorted",
            "- view: latest-papers\n",
            "- view: latest-papers\n          ‸sort: title\n",
        ),
        setting(
            "groups_of_a_table",
            "          rows: 50\n",
            "          rows: 50\n          ‸groups: [{category: vision, heading: Vision}]\n",
        ),
        setting("two_sections_of_one_id", "    - id: papers", "    - id: ‸models"),
        swap("release_of_a_month", Code::BadDate, SETTINGS, "date: 2026-11-28", "date: ‸2026-11"),
        swap(
            "release_years_ahead",
            Code::FutureDate,
            SETTINGS,
            "date: 2026-11-28",
            "date: ‸2062-11-28",
        ),
        setting("version_with_spaces", "version: 2026.10", "version: ‸November 2026"),
        setting("version_of_a_file", "version: 2026.10", "version: ‸v1.lock"),
        swap("release_without_a_version", Code::MissingKey, SETTINGS, "version: 2026.10, ", "")
            .at(SETTINGS, "date: 2026-11-28"),
        setting("release_of_nobody", "authors: [Jan van der Boom, {group: The Foresters}]\n", "")
            .at(SETTINGS, "release: {version"),
        setting("budget_too_small", "budget: 450000", "budget: ‸1000"),
        setting("budget_too_large", "budget: 450000", "budget: ‸1000000"),
    ]
}

fn allowed() -> Vec<Break> {
    const ALLOW: &str = "{code: unsourced-value, ";
    let cannot = |name, code: &str| {
        swap(name, Code::CannotAllow, WILLOW, ALLOW, &format!("{{code: ‸{code}, "))
    };
    let unused = |name, item: &str| {
        let new = format!("‸allow: [{item}]\ntags: [long-input]\n");
        swap(name, Code::UnusedAllow, MODEL, "tags: [long-input]\n", &new).alone()
    };
    let reason = ", reason: {en: Counted by hand., zh: 手工清点。}}";
    vec![
        cannot("allowed_syntax", "yaml-syntax"),
        cannot("allowed_value_that_cannot_be_read", "bad-date"),
        cannot("allowed_reference_to_nothing", "unknown-reference"),
        cannot("allowed_word_that_is_not_used", "unused-word"),
        cannot("allowed_item_that_allows_nothing", "unused-allow"),
        swap(
            "misspelt_allowed_code",
            Code::UnknownChoice,
            WILLOW,
            ALLOW,
            "{code: ‸unsourced-valeu, ",
        ),
        swap("allowed_nonsense", Code::UnknownChoice, WILLOW, ALLOW, "{code: ‸everything-at-all, "),
        swap("allowed_without_a_reason", Code::MissingKey, WILLOW, reason, "}").at(WILLOW, "code:"),
        swap("allowed_for_an_empty_reason", Code::EmptyValue, WILLOW, reason, ", reason: ‸\"\"}"),
        swap("allowed_for_no_code", Code::MissingKey, WILLOW, "code: unsourced-value, ", "")
            .at(WILLOW, "reason:"),
        unused("allowed_although_there_is_nothing", "{code: unsourced-value, reason: So.}"),
        unused("allowed_although_none_is_found_here", "{code: duplicate-url, reason: So.}"),
    ]
}

fn checks() -> Vec<Break> {
    const CHECKS: &str = "{score-outlier: warning}";
    let checks = |name, code, new: &str| swap(name, code, SETTINGS, CHECKS, new);
    vec![
        checks("misspelt_code_of_checks", Code::UnknownKey, "{‸score-outleir: warning}"),
        checks("nonsense_among_the_checks", Code::UnknownKey, "{‸everything-at-all: off}"),
        checks("unknown_level_of_a_check", Code::UnknownChoice, "{score-outlier: ‸warn}"),
        checks("syntax_turned_off", Code::BadSetting, "{yaml-syntax: ‸off}"),
        checks("broken_readme_turned_down", Code::BadSetting, "{readme-anchor: ‸warning}"),
        checks("list_of_checks", Code::WrongType, "[score-outlier]")
            .at(SETTINGS, "[score-outlier]"),
    ]
}

fn log() -> Vec<Break> {
    let log = |name, old, new: &str| swap(name, Code::BadChange, LOG, old, new);
    vec![
        log("log_of_a_deleted_entry", "[models/alder, papers", "[‸models/birch, papers"),
        log("log_of_a_changed_entry", "{entry: models/alder,", "{entry: ‸models/birch,"),
        log("log_of_a_status", "{entry: models/holly,", "{entry: ‸papers/holly,"),
        log("log_without_a_folder", "[models/alder, papers", "[‸alder, papers"),
        log("log_of_an_unknown_folder", "[models/alder, papers", "[‸model/alder, papers"),
        log(
            "log_of_a_value_that_is_what_it_was",
            "changed: [{entry: models/alder, field: parameters, from: 600M, to: 650.88M}]",
            "changed: [{‸entry: models/alder, field: parameters, from: 650.88M, to: 650.88M}]",
        ),
        log(
            "log_of_a_field_without_values",
            "changed: [{entry: models/alder, field: parameters, from: 600M, to: 650.88M}]",
            "changed: [{‸entry: models/alder, field: parameters}]",
        ),
        log(
            "log_of_a_status_that_is_what_it_was",
            "status: [{entry: models/holly, from: candidate,",
            "status: [{‸entry: models/holly, from: excluded,",
        ),
        swap("log_of_a_month", Code::BadDate, LOG, "- date: 2025-06-01", "- date: ‸2025-06"),
    ]
}
