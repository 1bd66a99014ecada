//! Breaks of the shape of an entry: its keys, and what stands behind them.

use listwright::diag::Code;

use super::{Break, put, swap};
use crate::sample::{CHALLENGE, DATASET, LOG, MODEL, PAPER, SETTINGS, WORDS};

pub(super) fn breaks() -> Vec<Break> {
    [
        unknown_keys(),
        missing_keys(),
        empty_values(),
        placeholders(),
        repeated_items(),
        types(),
        unquoted(),
        texts(),
        choices(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn unknown_keys() -> Vec<Break> {
    let unknown = |name, path, old, new: &str| swap(name, Code::UnknownKey, path, old, new);
    vec![
        unknown("misspelt_key", MODEL, "rna_note: From", "‸rna_notes: From"),
        unknown("foreign_key", MODEL, "rna_note: From", "‸colour: From"),
        unknown("american_licence", MODEL, "licence: {code", "‸license: {code"),
        unknown("capital_key", MODEL, "tokenization: nucleotide", "‸Tokenization: nucleotide"),
        unknown("key_of_another_kind", MODEL, "rna_note: From", "‸venue: From"),
        unknown("key_of_a_record", MODEL, "  docs: https", "  ‸paper: https"),
        unknown(
            "key_of_a_variant",
            MODEL,
            "{parameters: 33.48M}",
            "{parameters: 33.48M, ‸size: 1}",
        ),
        unknown(
            "key_of_a_text",
            MODEL,
            "{en: Of the largest one., zh: 最大的一个。}",
            "{en: Of it., zh: 它。}\n‸ranks: 3",
        ),
        unknown("key_of_a_source", PAPER, "kind: paper}", "kind: paper, ‸date: 2024}"),
        unknown("key_of_a_column", DATASET, "      split: test", "      ‸spilt: test"),
        unknown("key_of_a_row", DATASET, "{label: Baseline,", "{label: Baseline, ‸rank: 2,"),
        unknown("key_of_a_winner", CHALLENGE, "{rank: 1,", "{rank: 1, ‸team: Twig,"),
        unknown(
            "key_of_a_group",
            PAPER,
            "{group: Rowan Consortium}",
            "{group: Rowan Consortium, ‸people: 3}",
        ),
        unknown("key_of_named_data", MODEL, "{name: Wild leaves,", "{name: Wild leaves, ‸url: x,"),
        unknown("hyphen_for_underscore", MODEL, "context_note: Tokens", "‸context-note: Tokens"),
        // A key that must be there and is misspelt is one mistake, not two.
        unknown("misspelt_needed_key", MODEL, "released: 2024-02", "‸relased: 2024-02"),
        unknown("misspelt_name", MODEL, "name: Alder\naliases", "‸nmae: Alder\naliases"),
        unknown(
            "misspelt_date_of_a_paper",
            PAPER,
            "{preprint: 2023-12-24, published: 2024-02}",
            "{‸publshed: 2024-02}",
        ),
        unknown("setting", SETTINGS, "tagline: {en", "‸subtitle: {en"),
        unknown("section_of_the_vocabulary", WORDS, "tag:\n", "‸tags:\n")
            .then(Code::UnknownWord, MODEL, "long-input")
            .then(Code::UnknownWord, PAPER, "long-input")
            .then(Code::UnknownWord, DATASET, "long-input")
            .then(Code::UnknownWord, CHALLENGE, "long-input")
            .alone(),
        unknown("key_of_the_log", LOG, "added: [models/alder,", "‸new: [models/alder,"),
    ]
}

fn missing_keys() -> Vec<Break> {
    let at_name = |name, old, new: &str| {
        swap(name, Code::MissingKey, MODEL, old, new).at(MODEL, "name: Alder")
    };
    let missing = |name, path, old, new: &str| swap(name, Code::MissingKey, path, old, new);
    let entry = |name, path, text: &str| put(name, Code::MissingKey, path, text);
    vec![
        missing("no_name", MODEL, "name: Alder\naliases", "‸aliases"),
        at_name("listed_without_a_release", "released: 2024-02\n", ""),
        at_name("listed_without_a_category", "category: language\n", ""),
        entry(
            "listed_without_papers_and_links",
            "entries/models/lonely.yaml",
            "name: Lonely\nreleased: 2023\ncategory: language\n",
        ),
        entry(
            "candidate_without_a_name",
            "entries/models/nameless.yaml",
            "status: candidate\nreason: {code: off-topic}\n",
        ),
        entry(
            "excluded_without_a_title",
            "entries/papers/nameless.yaml",
            "status: excluded\nreason: {code: off-topic}\n",
        ),
        entry(
            "paper_without_dates",
            "entries/papers/dateless.yaml",
            "title: Dateless\nurl: https://dateless.example.org\n",
        ),
        entry(
            "paper_without_an_address",
            "entries/papers/lost.yaml",
            "title: Lost\ndates: {published: 2023}\n",
        ),
        missing(
            "dates_without_a_date",
            PAPER,
            "dates: {preprint: 2023-12-24, published: 2024-02}",
            "dates: ‸{}",
        ),
        missing("dataset_without_a_type", DATASET, "type: benchmark\n", "")
            .at(DATASET, "name: Maple\n"),
        missing(
            "challenge_without_an_address",
            CHALLENGE,
            "url: https://poplar.example.org/2024\ndates",
            "dates",
        )
        .at(CHALLENGE, "name: Poplar"),
        missing(
            "challenge_without_dates",
            CHALLENGE,
            "dates: {start: 2024-03-01, end: 2024-09}\n",
            "",
        )
        .at(CHALLENGE, "name: Poplar"),
        missing(
            "source_without_an_address",
            PAPER,
            "{url: https://journal.example.org/rowan, kind: paper}",
            "{‸kind: paper}",
        ),
        missing(
            "source_without_a_kind",
            PAPER,
            "{url: https://journal.example.org/rowan, kind: paper}",
            "{‸url: https://journal.example.org/rowan}",
        ),
        missing(
            "reason_without_a_code",
            "entries/models/holly.yaml",
            "{code: off-topic, note",
            "{‸note",
        ),
        missing(
            "disputed_without_a_value",
            MODEL,
            "{field: variants.micro.parameters, value: 35M,",
            "{‸field: variants.micro.parameters,",
        ),
        missing("winner_without_a_rank", CHALLENGE, "{rank: 1, name", "{‸name"),
        missing("leaderboard_without_a_basis", DATASET, "  basis: reported\n  source", "  ‸source"),
        missing(
            "column_without_a_direction",
            DATASET,
            "{task: secondary-structure-prediction, metric: Error, better: lower}",
            "{‸task: secondary-structure-prediction, metric: Error}",
        ),
        missing(
            "row_without_scores",
            DATASET,
            "{label: Baseline, scores: {ss: 49.95},",
            "{‸label: Baseline,",
        ),
        missing(
            "settings_without_a_title",
            SETTINGS,
            "title: {en: Survey of Tree Models, zh: 树木模型综述}\n",
            "",
        )
        .at(SETTINGS, "schema: 1"),
        missing("settings_without_a_schema", SETTINGS, "schema: 1\ntitle", "‸title"),
        missing("vocabulary_without_a_schema", WORDS, "schema: 1\ncategory", "‸category"),
        missing("log_without_a_schema", LOG, "schema: 1\nchanges", "‸changes"),
        missing("change_without_a_day", LOG, "  - date: 2025-06-01\n    added", "  - ‸added"),
        missing(
            "section_without_a_heading",
            SETTINGS,
            "    - id: papers\n      heading: {en: Papers, zh: 论文}\n",
            "    - ‸id: papers\n",
        ),
    ]
}

fn empty_values() -> Vec<Break> {
    let empty = |name, path, old, new: &str| swap(name, Code::EmptyValue, path, old, new);
    vec![
        empty("empty_text", MODEL, "rna_note: From many trees.", "rna_note‸:"),
        empty("empty_quotes", MODEL, "rna_note: From many trees.", "rna_note: ‸\"\""),
        empty("quoted_spaces", MODEL, "rna_note: From many trees.", "rna_note: ‸\"  \""),
        empty("empty_date", MODEL, "released: 2024-02", "released‸:"),
        empty("empty_list", MODEL, "aliases: [Alder One, 桤木]", "aliases‸:"),
        empty(
            "empty_record",
            DATASET,
            "licence: {data: CC-BY-4.0, mirror: none stated, note: Copies say nothing.}",
            "licence‸:",
        ),
        empty("empty_map", MODEL, "micro: {parameters: 33.48M}", "micro‸:"),
        empty("empty_item", MODEL, "rna: [ncrna]", "rna:\n  -‸"),
        empty(
            "empty_language",
            MODEL,
            "{en: Of the largest one., zh: 最大的一个。}",
            "{en: Of it., zh‸: }",
        ),
        empty("empty_word", MODEL, "objective: masked-lm", "objective‸:")
            .leaves_unused(&["masked-lm"]),
        empty("empty_reported", MODEL, "context: 1022\ncontext_note", "context‸:\ncontext_note"),
    ]
}

fn placeholders() -> Vec<Break> {
    let left = |name, path, old, new: &str| swap(name, Code::Placeholder, path, old, new);
    vec![
        left("dots_for_a_text", MODEL, "rna_note: From many trees.", "rna_note: ‸…"),
        left("three_dots_for_a_name", MODEL, "name: Alder\n", "name: ‸\"...\"\n"),
        left("to_do_for_a_date", MODEL, "released: 2024-02", "released: ‸TODO"),
        left("to_be_filled_in", MODEL, "objective: masked-lm", "objective: ‸FILL IN")
            .leaves_unused(&["masked-lm"]),
        left(
            "comment_without_its_sign",
            MODEL,
            "rna_note: From many trees.",
            "rna_note: ‸\"FILL IN: What the kinds of RNA cannot say.\"",
        ),
        left("to_do_for_a_list", MODEL, "rna: [ncrna]", "rna: ‸todo"),
        left(
            "to_do_for_a_record",
            MODEL,
            "licence: {code: Apache-2.0, weights: academic-only, note: The weights ask for a letter.}",
            "licence: ‸TBD",
        )
        .leaves_unused(&["academic-only"]),
        left(
            "address_of_an_example",
            MODEL,
            "home: https://alder.example.org\n",
            "home: ‸https://example.org/page\n",
        ),
        left(
            "address_of_an_example_as_a_source",
            PAPER,
            "{url: https://journal.example.org/rowan, kind: paper}",
            "{url: ‸https://example.org/page, kind: paper}",
        ),
        left("route_of_an_example", DATASET, "for: [size]", "for: [‸…]"),
        left("id_of_an_example", MODEL, "[alder-zero]", "[‸id-of-an-entry]"),
        left(
            "id_of_an_example_by_kind",
            CHALLENGE,
            "datasets: [maple]",
            "datasets: [‸id-of-a-dataset]",
        ),
        left("author_of_an_example", PAPER, "{group: Rowan Consortium}", "‸Given Family"),
        left("dots_in_a_language", MODEL, "zh: 最大的一个。}", "zh: ‸\"…\"}"),
    ]
}

fn repeated_items() -> Vec<Break> {
    let twice = |name, path, old, new: &str| swap(name, Code::RepeatedItem, path, old, new);
    vec![
        twice("word_twice", MODEL, "rna: [ncrna]", "rna: [ncrna, ‸ncrna]"),
        twice("paper_twice", MODEL, "papers: [rowan-2024,", "papers: [rowan-2024, ‸rowan-2024,"),
        twice("name_twice", MODEL, "[Alder One, 桤木]", "[Alder One, 桤木, ‸\"Alder One\"]"),
        twice("former_id_twice", MODEL, "[alder-zero]", "[alder-zero, ‸alder-zero]"),
        twice("language_twice", SETTINGS, "languages: [en, zh]", "languages: [en, zh, ‸en]"),
        twice("route_twice", DATASET, "for: [size]", "for: [size, ‸size]"),
    ]
}

fn types() -> Vec<Break> {
    let other = |name, path, old, new: &str| swap(name, Code::WrongType, path, old, new);
    vec![
        other("list_for_a_text", MODEL, "rna_note: From many trees.", "rna_note: ‸[From]"),
        other("map_for_a_line", MODEL, "name: Alder", "name: {‸en: Alder}"),
        other("map_for_a_date", MODEL, "released: 2024-02", "released: {‸year: 2024}"),
        other("list_for_a_date", MODEL, "released: 2024-02", "released: ‸[2024-02]"),
        other("text_for_a_list", MODEL, "rna: [ncrna]", "rna: ‸ncrna"),
        other("word_in_another_case_for_a_list", MODEL, "rna: [ncrna]", "rna: ‸ncRNA"),
        other(
            "amount_for_a_record",
            MODEL,
            "training:\n  datasets: [maple, {name: Wild leaves, note: Unpublished.}]\n  size: [36M sequences]\n  note: Redundant ones were left out.\n",
            "training: ‸36M sequences\n",
        ),
        other("map_for_a_list", MODEL, "rna: [ncrna]", "rna: {‸ncrna: true}"),
        other(
            "text_for_a_record",
            MODEL,
            "licence: {code: Apache-2.0, weights: academic-only, note: The weights ask for a letter.}",
            "licence: ‸MIT",
        )
        .leaves_unused(&["academic-only"]),
        other(
            "list_for_a_record",
            MODEL,
            "training:\n  datasets: [maple, {name: Wild leaves, note: Unpublished.}]\n  size: [36M sequences]\n  note: Redundant ones were left out.\n",
            "training: ‸[maple]\n",
        ),
        other(
            "list_for_variants",
            MODEL,
            "variants:\n  giga: {parameters: 650.88M, context: 1022, weights: https://files.example.org/alder/giga}\n  micro: {parameters: 33.48M}",
            "variants:\n  ‸- giga",
        ),
        other("list_for_a_word", MODEL, "objective: masked-lm", "objective: ‸[masked-lm]"),
        other(
            "list_for_a_reported_value",
            MODEL,
            "context: 1022\ncontext_note",
            "context: ‸[1022]\ncontext_note",
        ),
        other(
            "text_for_a_source",
            PAPER,
            "  - {url: https://journal.example.org/rowan, kind: paper}",
            "  - ‸https://journal.example.org/rowan",
        ),
        other("yes_for_true", CHALLENGE, "ongoing: false", "ongoing: ‸no"),
        other("capital_boolean", PAPER, "authors_complete: false", "authors_complete: ‸False"),
        other(
            "text_for_a_change",
            LOG,
            "added: [models/alder, papers/rowan-2024]",
            "added: ‸models/alder",
        ),
        other(
            "text_for_the_words_of_a_section",
            WORDS,
            "tag:\n  long-input: {en: Long input, zh: 长输入}",
            "tag: ‸long-input",
        )
        .then(Code::UnknownWord, MODEL, "long-input")
        .then(Code::UnknownWord, PAPER, "long-input")
        .then(Code::UnknownWord, DATASET, "long-input")
        .then(Code::UnknownWord, CHALLENGE, "long-input")
        .alone(),
        other("text_for_a_word", WORDS, "{en: Long input, zh: 长输入}", "‸Long input")
            .then(Code::UnknownWord, MODEL, "long-input")
            .then(Code::UnknownWord, PAPER, "long-input")
            .then(Code::UnknownWord, DATASET, "long-input")
            .then(Code::UnknownWord, CHALLENGE, "long-input")
            .alone(),
    ]
}

/// Texts that other programs read as something else.
fn unquoted() -> Vec<Break> {
    let name = |name, text: &str| {
        swap(name, Code::UnquotedText, MODEL, "name: Alder", &format!("name: ‸{text}"))
    };
    vec![
        name("decimal_as_text", "2022.10"),
        name("yes_as_text", "yes"),
        name("off_as_text", "OFF"),
        name("n_as_text", "n"),
        name("true_as_text", "True"),
        name("null_as_text", "null"),
        name("tilde_as_text", "~"),
        name("exponent_as_text", "1e3"),
        name("date_as_text", "2024-10-01"),
        name("moment_as_text", "2024-10-01T12:30:00Z"),
        name("hexadecimal_as_text", "0x1F"),
        name("octal_as_text", "0o17"),
        name("leading_zero_as_text", "007"),
        name("sexagesimal_as_text", "12:30"),
        name("underscores_as_text", "1_000"),
        name("infinity_as_text", "-.inf"),
        name("sign_as_text", "+12"),
        swap("number_as_alias", Code::UnquotedText, MODEL, "[Alder One, 桤木]", "[Alder One, ‸12]"),
        swap(
            "number_in_a_language",
            Code::UnquotedText,
            MODEL,
            "{en: Of the largest one.,",
            "{en: ‸650.88,",
        ),
        swap("decimal_as_version", Code::UnquotedText, DATASET, "version: 24", "version: ‸2.10"),
        swap("zeros_as_issue", Code::UnquotedText, PAPER, "issue: 3", "issue: ‸03"),
        swap("date_as_pages", Code::UnquotedText, PAPER, "pages: 100-110", "pages: ‸2024-10-01"),
        swap("number_as_metric", Code::UnquotedText, DATASET, "metric: F1", "metric: ‸1"),
    ]
}

fn texts() -> Vec<Break> {
    let note =
        |name, new: &str| swap(name, Code::BadText, MODEL, "rna_note: From many trees.", new);
    let long = |length: usize| "长".repeat(length);
    vec![
        note("space_at_the_end", "rna_note: ‸\"From many trees. \""),
        note("space_at_the_beginning", "rna_note: ‸' From many trees.'"),
        swap("two_lines_in_a_name", Code::BadText, MODEL, "name: Alder", "name: ‸|\n  Al\n  der"),
        swap("escaped_line_break", Code::BadText, MODEL, "name: Alder", "name: ‸\"Al\\nder\""),
        swap("tab_in_a_name", Code::BadText, MODEL, "name: Alder", "name: ‸\"Al\\t1\""),
        swap(
            "two_lines_in_a_summary",
            Code::BadText,
            PAPER,
            "summary: Reads leaves better than stones.",
            "summary: ‸|\n  Reads leaves\n  better.",
        ),
        swap("lines_in_a_disputed_value", Code::BadText, MODEL, "value: 35M", "value: ‸\"35\\nM\""),
        swap(
            "fifty_one_aliases",
            Code::TooManyItems,
            MODEL,
            "[Alder One, 桤木]",
            &format!("[{}, ‸Alder 51]", numbered("Alder", 50)),
        ),
        swap(
            "two_hundred_and_one_conversions",
            Code::TooManyItems,
            MODEL,
            "conversions: [",
            &format!(
                "conversions: [{}, ‸",
                numbered("https://example.org/c?", 200).replace("? ", "")
            ),
        ),
        swap(
            "summary_of_201_characters",
            Code::TextTooLong,
            PAPER,
            "summary: Reads leaves better than stones.",
            &format!("summary: ‸{}", long(201)),
        ),
        swap(
            "name_of_501_characters",
            Code::TextTooLong,
            MODEL,
            "name: Alder",
            &format!("name: ‸{}", long(501)),
        ),
        swap(
            "note_of_2001_characters",
            Code::TextTooLong,
            MODEL,
            "rna_note: From many trees.",
            &format!("rna_note: ‸{}", long(2001)),
        ),
        swap(
            "chinese_summary_that_is_too_long",
            Code::TextTooLong,
            MODEL,
            "zh: 叶的编码器。}",
            &format!("zh: ‸{}}}", long(201)),
        ),
        swap(
            "foreign_language",
            Code::UnknownLanguage,
            MODEL,
            "zh: 叶的编码器。}",
            "‸fr: Encodeur.}",
        ),
        swap(
            "capital_language",
            Code::UnknownLanguage,
            MODEL,
            "zh: 叶的编码器。}",
            "‸EN: Encoder.}",
        ),
        swap("foreign_label", Code::UnknownLanguage, WORDS, "zh: 长输入}", "‸de: Lang}"),
        swap("foreign_title", Code::UnknownLanguage, SETTINGS, "zh: 树木模型综述}", "‸ja: 木}"),
    ]
}

fn choices() -> Vec<Break> {
    let choice = |name, path, old, new: &str| swap(name, Code::UnknownChoice, path, old, new);
    vec![
        choice("misspelt_status", MODEL, "status: listed", "status: ‸lsited"),
        choice("capital_status", MODEL, "status: listed", "status: ‸Listed"),
        choice("foreign_status", MODEL, "status: listed", "status: ‸draft"),
        choice("kind_of_source", PAPER, "kind: paper}", "kind: ‸blog}"),
        choice("type_of_paper", PAPER, "type: research", "type: ‸review"),
        choice("type_of_dataset", DATASET, "type: benchmark", "type: ‸dataset"),
        choice("publication", PAPER, "publication: journal", "publication: ‸book"),
        choice("direction", DATASET, "better: higher", "better: ‸up"),
        choice("basis", DATASET, "basis: reported", "basis: ‸measured"),
        choice("view_of_the_readme", SETTINGS, "view: latest-papers", "view: ‸newest"),
        choice("status_in_the_log", LOG, "from: candidate", "from: ‸unknown"),
        swap("newer_settings", Code::SchemaVersion, SETTINGS, "schema: 1", "schema: ‸2"),
        swap("newer_vocabulary", Code::SchemaVersion, WORDS, "schema: 1", "schema: ‸\"1.1\""),
        swap("newer_log", Code::SchemaVersion, LOG, "schema: 1", "schema: ‸2"),
    ]
}

/// Items with numbers, with commas between them.
fn numbered(name: &str, count: usize) -> String {
    (1..=count).map(|number| format!("{name} {number}")).collect::<Vec<_>>().join(", ")
}
