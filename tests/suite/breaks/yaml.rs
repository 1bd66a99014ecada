//! Breaks at the YAML door.

use listwright::diag::Code;

use super::{Break, put, swap};
use crate::sample::{DATASET, LOG, MODEL, PAPER, SETTINGS, WORDS};

/// The words that no other entry uses.
const WORDS_OF_THE_MODEL: [&str; 6] =
    ["vision", "encoder-lm", "transformer-encoder", "masked-lm", "nucleotide", "academic-only"];

pub(super) fn breaks() -> Vec<Break> {
    [characters(), escapes(), marks(), syntax(), looks(), documents(), keys()]
        .into_iter()
        .flatten()
        .collect()
}

/// Characters that nobody sees, as they are.
fn characters() -> Vec<Break> {
    let name = |name, new: &str| swap(name, Code::ForbiddenCharacter, MODEL, "name: Alder", new);
    vec![
        name("nul", "name: Al‸\0der"),
        name("bell", "name: Al‸\u{7}der"),
        name("escape", "name: Al‸\u{1b}[31mder"),
        name("delete", "name: Alder‸\u{7f}"),
        name("c1_control", "name: Al‸\u{9b}31mder"),
        name("lone_carriage_return", "name: Alder‸\rname: Oak"),
        name("next_line", "name: Al‸\u{85}der"),
        name("line_separator", "name: Al‸\u{2028}der"),
        name("bidi_override", "name: Al‸\u{202e}redl"),
        name("bidi_isolate", "name: ‸\u{2067}Alder"),
        name("zero_width_space", "name: Al‸\u{200b}der"),
        name("zero_width_joiner_in_a_key", "na‸\u{200d}me: Alder"),
        name("soft_hyphen", "name: Al‸\u{ad}der"),
        name("byte_order_mark_within", "name: ‸\u{feff}Alder"),
        name("tag_character", "name: Alder‸\u{e0041}"),
        name("noncharacter", "name: Alder‸\u{ffff}"),
        name("hidden_in_a_comment", "# see ‸\u{202e}gro.elpmaxe\nname: Alder"),
        swap(
            "zero_width_in_a_word",
            Code::ForbiddenCharacter,
            WORDS,
            "en: ncRNA",
            "en: nc‸\u{200b}RNA",
        )
        .alone(),
    ]
}

/// The same characters, written as escapes of quoted texts.
fn escapes() -> Vec<Break> {
    let name = |name, new: &str| swap(name, Code::ForbiddenCharacter, MODEL, "name: Alder", new);
    vec![
        name("escaped_nul", "name: ‸\"Al\\0der\""),
        name("escaped_escape", "name: ‸\"Al\\e[31mder\""),
        name("escaped_c1", "name: ‸\"Al\\x9bder\""),
        name("escaped_bidi", "name: ‸\"Al\\u202eder\""),
        name("escaped_zero_width", "name: ‸\"Al\\u200bder\""),
        name("escaped_next_line", "name: ‸\"Al\\Nder\""),
        name("escaped_carriage_return", "name: ‸\"Alder\\r\""),
        swap(
            "escaped_control_in_a_key",
            Code::ForbiddenCharacter,
            MODEL,
            "  micro: {",
            "  ‸\"mi\\u0007cro\": {",
        ),
        swap(
            "escaped_control_in_a_value_that_is_kept",
            Code::ForbiddenCharacter,
            MODEL,
            "value: 35M",
            "value: ‸\"35\\e[1mM\"",
        ),
    ]
}

/// What YAML can do and an entry must not.
fn marks() -> Vec<Break> {
    let depth = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    vec![
        swap("anchor", Code::YamlAnchor, MODEL, "name: Alder", "name: ‸&a Alder"),
        swap(
            "anchor_of_a_map",
            Code::YamlAnchor,
            PAPER,
            "dates: {preprint: 2023-12-24, published: 2024-02}",
            "dates: ‸&dates\n  preprint: 2023-12-24\n  published: 2024-02",
        ),
        swap("anchor_of_a_key", Code::YamlAnchor, MODEL, "name: Alder", "‸&a name: Alder"),
        swap("alias", Code::YamlAnchor, MODEL, "rna: [ncrna]", "rna: &r [ncrna]\nobjective: ‸*r")
            .and_swap(MODEL, "objective: masked-lm\n", "")
            .then(Code::YamlAnchor, MODEL, "&r [ncrna]")
            .leaves_unused(&["masked-lm"]),
        swap("alias_of_nothing", Code::YamlAnchor, MODEL, "name: Alder", "name: ‸*nobody"),
        swap(
            "merge_key",
            Code::YamlMergeKey,
            MODEL,
            "micro: {parameters: 33.48M}",
            "micro: {‸<<: {parameters: 33.48M}}",
        )
        .alone(),
        swap("tag", Code::YamlTag, MODEL, "name: Alder", "name: ‸!!str Alder"),
        swap("tag_of_a_list", Code::YamlTag, MODEL, "rna: [ncrna]", "rna: ‸!!set [ncrna]"),
        swap("include", Code::YamlTag, MODEL, "name: Alder", "name: ‸!include ../../secret"),
        swap(
            "python",
            Code::YamlTag,
            MODEL,
            "name: Alder",
            "name: ‸!!python/object:os.system Alder",
        ),
        swap("lone_tag", Code::YamlTag, MODEL, "name: Alder", "name: ‸! Alder"),
        swap(
            "depth",
            Code::YamlDepth,
            MODEL,
            "rna: [ncrna]",
            &format!("rna: {}", depth(17).replacen(&"[".repeat(16), &("[".repeat(15) + "‸["), 1)),
        )
        .then(Code::WrongType, MODEL, "[[[[[[[[[[[[[[[[]")
        .alone(),
        put(
            "deepest",
            Code::YamlDepth,
            "entries/models/deep.yaml",
            &("[".repeat(255) + "‸" + &"[".repeat(99_745)),
        )
        .alone(),
    ]
}

fn syntax() -> Vec<Break> {
    let model = |name, old, new: &str| swap(name, Code::YamlSyntax, MODEL, old, new);
    vec![
        model("open_bracket", "rna: [ncrna]\nrna_note", "rna: ‸[ncrna\nrna_note"),
        model(
            "open_brace",
            "licence: {code: Apache-2.0, weights: academic-only, note: The weights ask for a letter.}\n",
            "licence: ‸{code: Apache-2.0\n",
        )
        .leaves_unused(&["academic-only"]),
        model("open_quote", "name: Alder", "name: ‸\"Alder"),
        model("colon_in_a_text", "category_note: It draws", "category_note: ‸Beware: it draws"),
        model("tab_behind_a_colon", "name: Alder", "name:‸\tAlder"),
        model("tab_as_indentation", "  size: [36M", "‸\tsize: [36M"),
        model(
            "merge_conflict",
            "released: 2024-02\n",
            "‸<<<<<<< HEAD\nreleased: 2024-02\n=======\nreleased: 2024-03\n>>>>>>> theirs\n",
        ),
        model(
            "colon_on_another_line",
            "micro: {parameters: 33.48M}",
            "micro: {‸parameters\n    : 33.48M}",
        ),
        model("key_without_a_colon", "released: 2024-02\n", "‸released 2024-02\n"),
        model("indented_key", "released: 2024-02\n", "‸  released: 2024-02\n"),
        swap(
            "syntax_of_settings",
            Code::YamlSyntax,
            SETTINGS,
            "languages: [en, zh]",
            "languages: ‸[en, zh",
        )
        .alone(),
        swap(
            "syntax_of_vocabulary",
            Code::YamlSyntax,
            WORDS,
            "{en: ncRNA, zh: 非编码 RNA}",
            "‸{en: ncRNA, zh: 非编码 RNA",
        )
        .alone(),
    ]
}

/// Marks that look like those of YAML, and letters that look like one.
fn looks() -> Vec<Break> {
    let wide = |name, old, new: &str| swap(name, Code::WideMark, MODEL, old, new);
    vec![
        wide("full_width_colon", "category_note: It draws", "category_note‸：It draws"),
        wide("full_width_brackets", "rna: [ncrna]", "rna: ‸［ncrna］"),
        wide("full_width_indentation", "  size: [36M", "‸\u{3000}size: [36M"),
        wide("hyphen_without_a_space", "tags: [long-input]", "tags:\n  ‸-long-input"),
        wide(
            "typographic_marks",
            "category_note: It draws pictures too.",
            "category_note: ‸“It draws”",
        ),
        swap(
            "decomposed_letter",
            Code::NotNormal,
            MODEL,
            "category_note: It draws pictures too.",
            "category_note: ‸It draws to\u{301}o.",
        ),
        swap(
            "comment_in_a_text",
            Code::CommentInText,
            MODEL,
            "category_note: It draws pictures too.",
            "category_note: ‸It draws #1 of all.",
        ),
    ]
}

fn documents() -> Vec<Break> {
    let first = "name: Alder";
    vec![
        swap("directive", Code::YamlDirective, MODEL, first, "‸%YAML 1.2\n---\nname: Alder"),
        swap("tag_directive", Code::YamlDirective, MODEL, first, "‸%TAG ! !x\n---\nname: Alder"),
        swap(
            "second_document",
            Code::YamlDocuments,
            MODEL,
            "added: 2025-06-01\n",
            "added: 2025-06-01\n‸---\nname: Oak\n",
        ),
        swap(
            "document_after_an_end",
            Code::YamlDocuments,
            MODEL,
            "added: 2025-06-01\n",
            "added: 2025-06-01\n...\n‸---\nname: Oak\n",
        ),
        put("only_a_comment", Code::NotAMap, "entries/models/silent.yaml", "# to do\n"),
        put("list_as_entry", Code::NotAMap, "entries/models/list.yaml", "- name: Oak\n"),
        put("text_as_entry", Code::NotAMap, "entries/models/text.yaml", "Oak\n"),
        put("empty_log", Code::NotAMap, LOG, "").alone(),
    ]
}

fn keys() -> Vec<Break> {
    let twice = |name, old, new: &str| swap(name, Code::DuplicateKey, MODEL, old, new);
    let many: String = (0..400).map(|n| format!("zz{n:03}: x\n")).collect();
    let many = "name: Many\nreleased: 2023\ncategory: language\npapers: [rowan-2024]\n".to_owned()
        + &many.replacen("zz200", "‸zz200", 1);
    let follows = (0..200).fold(
        put("too_many_findings", Code::TooManyFindings, "entries/models/many.yaml", &many).alone(),
        |broken, n| broken.then(Code::UnknownKey, "entries/models/many.yaml", &format!("zz{n:03}")),
    );
    vec![
        twice("key_twice", "released: 2024-02\n", "released: 2024-02\n‸released: 2024-03\n"),
        twice(
            "key_twice_in_double_quotes",
            "released: 2024-02\n",
            "released: 2024-02\n‸\"released\": 2024-03\n",
        ),
        twice(
            "key_twice_in_single_quotes",
            "released: 2024-02\n",
            "released: 2024-02\n‸'released': 2024-03\n",
        ),
        twice(
            "key_twice_escaped",
            "released: 2024-02\n",
            "released: 2024-02\n‸\"n\\u0061me\": Oak\n",
        ),
        twice(
            "key_twice_as_a_question",
            "released: 2024-02\n",
            "released: 2024-02\n? ‸released\n: 2024-03\n",
        ),
        twice(
            "key_twice_within",
            "micro: {parameters: 33.48M}",
            "micro: {parameters: 33.48M, ‸\"parameters\": 33.48M}",
        ),
        twice(
            "variant_twice",
            "  micro: {parameters: 33.48M}\n",
            "  micro: {parameters: 33.48M}\n  ‸micro: {parameters: 33.48M}\n",
        ),
        swap("score_twice", Code::DuplicateKey, DATASET, "er: 0.25}", "er: 0.25, ‸er: 0.26}"),
        swap(
            "list_as_key",
            Code::KeyNotText,
            MODEL,
            "micro: {parameters: 33.48M}",
            "micro: {parameters: 33.48M}\n  ‸[a, b]: {context: 10}",
        ),
        swap(
            "map_as_key",
            Code::KeyNotText,
            MODEL,
            "micro: {parameters: 33.48M}",
            "micro: {parameters: 33.48M}\n  ? {‸a: b}\n  : {context: 10}",
        ),
        swap(
            "nothing_as_key",
            Code::KeyNotText,
            MODEL,
            "released: 2024-02\n",
            "released: 2024-02\n‸: lost\n",
        ),
        follows,
        put("empty_list_as_entry", Code::NotAMap, MODEL, "[]").leaves_unused(&WORDS_OF_THE_MODEL),
        put("empty_map_as_entry", Code::MissingKey, MODEL, "{}")
            .then_top(Code::MissingKey, MODEL)
            .then_top(Code::MissingKey, MODEL)
            .then_top(Code::MissingKey, MODEL)
            .leaves_unused(&WORDS_OF_THE_MODEL),
    ]
}
