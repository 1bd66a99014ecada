//! What people read: the exact words of reports, with the caret under the piece that is wrong.

use listwright::diag::{Style, report};
use listwright::source::Content;
use snapbox::{IntoData as _, assert_data_eq, str};

use crate::door::Survey;
use crate::sample::{CHALLENGE, DATASET, MODEL, PAPER, sample};

/// The smallest model, with other lines.
fn model(lines: &str) -> Survey {
    let first =
        "name: Oak\nreleased: 2023\ncategory: language\nlinks: {home: https://oak.example.org}\n";
    sample().entry("models/oak", &format!("{first}{lines}"))
}

#[test]
fn dotted_month_is_shown_with_the_hyphen_form() {
    let list = sample().replace(MODEL, "released: 2024-02", "released: 2022.02");
    assert_data_eq!(
        list.diagnostics(),
        str![[r#"
error[bad-date]: `2022.02` is not a date
 --> entries/models/alder.yaml:7:11
  |
7 | released: 2022.02
  |           ^^^^^^^ not written with hyphens
  |
help: write `2022-02`
  |
7 - released: 2022.02
7 + released: 2022-02
  |

"#]]
        .raw()
    );
}

#[test]
fn caret_stands_right_behind_chinese_text_in_a_flow_map() {
    let list = model(
        "variants: {base: {parameters: 5M}}  # 只有一个\nparameters_note: {zh: 根据论文的表格, 英文: x}\n",
    );
    assert_data_eq!(
        list.diagnostics(),
        str![[r#"
error[unknown-language]: `英文` is not one of the list's languages
 --> entries/models/oak.yaml:6:32
  |
6 | parameters_note: {zh: 根据论文的表格, 英文: x}
  |                                       ^^^^
  |
help: did you mean `en`?
  |
6 - parameters_note: {zh: 根据论文的表格, 英文: x}
6 + parameters_note: {zh: 根据论文的表格, en: x}
  |

"#]]
        .raw()
    );
}

#[test]
fn tabs_in_a_comment_do_not_move_the_caret() {
    let list = sample().replace(
        MODEL,
        "objective: masked-lm\n",
        "objective: maskd-lm\t# a\ttab\tor two\n",
    );
    assert_data_eq!(
        list.diagnostics(),
        str![[r#"
error[unknown-word]: `maskd-lm` is not a word of the vocabulary's `objective`
  --> entries/models/alder.yaml:30:12
   |
30 | objective: maskd-lm    # a    tab    or two
   |            ^^^^^^^^
   |
help: did you mean `masked-lm`?
   |
30 | objective: masked-lm    # a    tab    or two
   |                +

"#]]
        .raw()
    );
}

#[test]
fn tab_as_indentation_is_pointed_at() {
    let list = model("training:\n\tsize: [36M sequences]\n");
    assert_data_eq!(
        list.diagnostics(),
        str![[r#"
error[yaml-syntax]: a tab stands where the line is indented
 --> entries/models/oak.yaml:6:1
  |
6 |     size: [36M sequences]
  | ^^^^ a tab
  |
help: type spaces in its place: two for each level; nothing else in this file was checked
  |
6 |   size: [36M sequences]
  | ++

"#]]
        .raw()
    );
}

#[test]
fn tab_behind_a_colon_is_called_by_its_name() {
    assert_data_eq!(
        model("context:\t1024\n").diagnostics(),
        str![[r#"
error[yaml-syntax]: a tab stands where a space belongs
 --> entries/models/oak.yaml:5:9
  |
5 | context:    1024
  |         ^^^^
  |
help: put a space in its place; nothing else in this file was checked
  |
5 | context: 1024
  |         +

"#]]
        .raw()
    );
}

#[test]
fn left_over_example_is_answered_with_what_belongs_there() {
    let list = model(
        "context: …\nsources: [{for: [context], url: https://example.org/page, kind: paper}]\n",
    );
    assert_data_eq!(list.diagnostics(), str![[r#"
error[placeholder]: `context` holds `…`, which only keeps a place
 --> entries/models/oak.yaml:5:10
  |
5 | context: …
  |          ^ not a value yet
  |
help: type a value such as `99.52M` in its place, or delete the key: an absent key means not recorded yet

error[placeholder]: `sources[0].url` holds `https://example.org/page`, which only keeps a place
 --> entries/models/oak.yaml:6:33
  |
6 | sources: [{for: [context], url: https://example.org/page, kind: paper}]
  |                                 ^^^^^^^^^^^^^^^^^^^^^^^^ not a value yet
  |
help: type a value such as `https://…` in its place: the address

"#]].raw());
}

#[test]
fn key_without_a_value_is_deleted_only_where_it_may_be_missing() {
    let list = sample().entry(
        "models/bare",
        "name:\nreleased:\ncategory:\npapers:\nrna:\ncontext:\nlicence:\n  code:\n",
    );
    assert_data_eq!(list.diagnostics(), str![[r#"
error[empty-value]: `name` has no value
 --> entries/models/bare.yaml:1:5
  |
1 | name:
  |     ^ nothing stands here
  |
help: type its value behind the colon: the name as its authors print it

error[empty-value]: `released` has no value
 --> entries/models/bare.yaml:2:9
  |
2 | released:
  |         ^ nothing stands here
  |
help: type a value such as `2022-02` behind the colon: when it was first public, no more exact than it is known

error[empty-value]: `category` has no value
 --> entries/models/bare.yaml:3:9
  |
3 | category:
  |         ^ nothing stands here
  |
help: type `language` or `vision` behind the colon: the family it belongs to

error[empty-value]: `papers` has no value
 --> entries/models/bare.yaml:4:7
  |
4 | papers:
  |       ^ nothing stands here
  |
help: type a value such as `[arXiv:2204.00300]` behind the colon, or delete the key and give `links`

error[empty-value]: `rna` has no value
 --> entries/models/bare.yaml:5:4
  |
5 | rna:
  |    ^ nothing stands here
  |
help: type any of `ncrna` in square brackets behind the colon, or delete the key: an absent key means not recorded yet

error[empty-value]: `context` has no value
 --> entries/models/bare.yaml:6:8
  |
6 | context:
  |        ^ nothing stands here
  |
help: type a value such as `99.52M` behind the colon, or delete the key: an absent key means not recorded yet

error[empty-value]: `licence.code` has no value
 --> entries/models/bare.yaml:8:7
  |
8 |   code:
  |       ^ nothing stands here
  |
help: type a value such as `Apache-2.0` behind the colon, or delete the key: an absent key means not recorded yet

"#]].raw());
}

#[test]
fn value_of_another_type_is_typed_anew_in_the_help() {
    let list = model(
        "license: MIT\nlinks: https://oak.example.org\nsources: https://oak.example.org/card\n",
    )
    .replace("entries/models/oak.yaml", "links: {home: https://oak.example.org}\n", "");
    assert_data_eq!(list.diagnostics(), str![[r#"
error[unknown-key]: there is no key `license` here
 --> entries/models/oak.yaml:4:1
  |
4 | license: MIT
  | ^^^^^^^ unknown
  |
help: did you mean `licence`? Then say what `MIT` is, as keys in braces: such as `{code: MIT}`

error[wrong-type]: `links` takes keys with values
 --> entries/models/oak.yaml:5:8
  |
5 | links: https://oak.example.org
  |        ^^^^^^^^^^^^^^^^^^^^^^^ this is a single value
  |
help: say what `https://oak.example.org` is, as keys in braces: such as `{home: https://oak.example.org}`

error[wrong-type]: `sources` takes a list
 --> entries/models/oak.yaml:6:10
  |
6 | sources: https://oak.example.org/card
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this is a single value
  |
help: put it in square brackets, as keys in braces: such as `[{url: https://oak.example.org/card, kind: paper}]`

"#]].raw());
}

#[test]
fn excluded_data_may_be_named_without_their_entry() {
    let list = sample().replace(
        DATASET,
        "status: listed\n",
        "status: excluded\nreason: {code: off-topic}\n",
    );
    let findings = list.examined().findings;
    let excluded = findings.iter().filter(|finding| finding.code.as_str() == "excluded-reference");
    let helps: Vec<&str> = excluded.filter_map(|finding| finding.help.as_deref()).collect();
    assert!(
        helps.contains(&"write `{name: …}`, which needs no entry, or change the status of `maple`"),
        "{helps:?}"
    );
}

#[test]
fn long_line_is_cut_around_the_place() {
    // A list of papers has its limit, but addresses may be long.
    let far =
        |all: String, n: usize| all + &format!("https://example.org/{n}/{}, ", "x".repeat(1_900));
    let far: String = (0..40).fold(String::new(), far);
    let papers = |name: &str, from: usize| {
        (from..from + 10).fold(String::new(), |all, n| all + &format!("10.5555/{name}.{n}, "))
    };
    let (many, rest) = (far + &papers("paper", 3_990), papers("later", 0));
    let list = model(&format!("papers: [{many}Rowan_2024, {rest}10.5555/last]\n"));
    assert_eq!("papers: [".len() + many.len() + 1, 77_200);
    assert_data_eq!(list.diagnostics(), str![[r#"
error[bad-id]: `Rowan_2024` is not an id
 --> entries/models/oak.yaml:5:77200
  |
5 | ...10.5555/paper.3997, 10.5555/paper.3998, 10.5555/paper.3999, Rowan_2024, 10.5555/later.0, 10.5555/later.1, 10.5...
  |                                                                ^^^^^^^^^^ a capital letter
  |
help: write `rowan-2024`
  |
5 - ...10.5555/paper.3997, 10.5555/paper.3998, 10.5555/paper.3999, Rowan_2024, 10.5555/later.0, 10.5555/later.1, 10.5555/later.2, 10.5555...
5 + ...10.5555/paper.3997, 10.5555/paper.3998, 10.5555/paper.3999, rowan-2024, 10.5555/later.0, 10.5555/later.1, 10.5555/later.2, 10.5555...
  |

"#]].raw());
}

#[test]
fn duplicate_is_shown_in_both_files() {
    let paper = "title: Rowan reads leaves!\ndates: {published: 2023}\ndoi: 10.5555/rowan.1\n";
    assert_data_eq!(
        sample().entry("papers/twin", paper).diagnostics(),
        str![[r#"
error[duplicate-doi]: `twin` and `rowan-2024` have one DOI, `10.5555/rowan.1`
  --> entries/papers/twin.yaml:3:6
   |
 3 | doi: 10.5555/rowan.1
   |      ^^^^^^^^^^^^^^^ here
   |
  ::: entries/papers/rowan-2024.yaml:16:6
   |
16 | doi: 10.5555/rowan.1
   |      --------------- and here
   |
help: if both are the same paper, keep one of the two files; if not, mend the DOI that is wrong

"#]]
        .raw()
    );
}

#[test]
fn link_has_a_place_though_it_has_no_text() {
    let list = sample().content("entries/models/link.yaml", Content::NotRegular("symbolic link"));
    assert_data_eq!(
        list.diagnostics(),
        str![[r#"
error[not-regular-file]: this is a symbolic link, not a regular file
--> entries/models/link.yaml:1:1
 |
help: put a plain file in its place; a symbolic link is never followed or opened

"#]]
        .raw()
    );
}

#[test]
fn misspelt_key_is_shown_with_the_right_one() {
    assert_data_eq!(
        model("licences: {code: MIT}\n").diagnostics(),
        str![[r#"
error[unknown-key]: there is no key `licences` here
 --> entries/models/oak.yaml:5:1
  |
5 | licences: {code: MIT}
  | ^^^^^^^^ unknown
  |
help: did you mean `licence`?
  |
5 - licences: {code: MIT}
5 + licence: {code: MIT}
  |

"#]]
        .raw()
    );
}

#[test]
fn foreign_key_is_answered_with_the_keys_that_are_left() {
    let list = sample().replace(DATASET, "      split: test\n", "      table: 2\n");
    assert_data_eq!(
        list.diagnostics(),
        str![[r#"
error[unknown-key]: there is no key `table` here
  --> entries/datasets/maple.yaml:29:7
   |
29 |       table: 2
   |       ^^^^^ unknown
   |
help: what can be added here: `split`

"#]]
        .raw()
    );
}

#[test]
fn missing_keys_are_shown_with_examples() {
    let list = sample().entry("papers/bare", "type: survey\n").entry("models/bare", "name: Bare\n");
    assert_data_eq!(list.diagnostics(), str![[r#"
error[missing-key]: one of `papers`, `links` must be there
 --> entries/models/bare.yaml:1:1
  |
1 | name: Bare
  | ^^^^
  |
help: add at least one of them: `papers: [arXiv:2204.00300]`, `links: {home: https://…}`

error[missing-key]: the key `category` is missing
 --> entries/models/bare.yaml:1:1
  |
1 | name: Bare
  | ^^^^
  |
help: add `category:` below `name`, with `language` or `vision`: the family it belongs to

error[missing-key]: the key `released` is missing
 --> entries/models/bare.yaml:1:1
  |
1 | name: Bare
  | ^^^^
  |
help: add `released:` below `name`, with a value such as `2022-02`: when it was first public, no more exact than it is known

error[missing-key]: one of `doi`, `arxiv`, `url` must be there
 --> entries/papers/bare.yaml:1:1
  |
1 | type: survey
  | ^^^^
  |
help: add at least one of them: `doi: 10.1093/nar/gkad1031`, `arxiv: arXiv:2204.00300`, `url: https://…`

error[missing-key]: the key `dates` is missing
 --> entries/papers/bare.yaml:1:1
  |
1 | type: survey
  | ^^^^
  |
help: add `dates:` below `type`, with a value such as `{preprint: 2022-02}`: when it was public

error[missing-key]: the key `title` is missing
 --> entries/papers/bare.yaml:1:1
  |
1 | type: survey
  | ^^^^
  |
help: add `title:` as the first line, with its value: the title as it is printed

"#]].raw());
}

#[test]
fn amount_of_data_is_told_from_a_count_of_parameters() {
    assert_data_eq!(model("parameters: 23M sequences\n").diagnostics(), str![[r#"
error[unit-mismatch]: `23M sequences` is a quantity of sequences, and a count stands alone here
 --> entries/models/oak.yaml:5:13
  |
5 | parameters: 23M sequences
  |             ^^^^^^^^^^^^^ `sequences` is a unit
  |
help: write the number alone if it counts what this field means; an amount of data goes under `size`, as `size: [23M sequences]`

"#]].raw());
}

#[test]
fn word_that_is_no_word_is_answered_with_the_words() {
    let list = model("objective: nucleotide\nrna: [ncRNA]\n");
    assert_data_eq!(
        list.diagnostics(),
        str![[r#"
error[unknown-word]: `nucleotide` is not a word of the vocabulary's `objective`
 --> entries/models/oak.yaml:5:12
  |
5 | objective: nucleotide
  |            ^^^^^^^^^^
  |
help: use `masked-lm`, or add `nucleotide` to entries/vocabulary.yaml under `objective`

error[unknown-word]: `ncRNA` is not a word of the vocabulary's `rna`
 --> entries/models/oak.yaml:6:7
  |
6 | rna: [ncRNA]
  |       ^^^^^
  |
help: did you mean `ncrna`?
  |
6 - rna: [ncRNA]
6 + rna: [ncrna]
  |

"#]]
        .raw()
    );
}

#[test]
fn bracket_that_is_not_closed_is_pointed_at() {
    let list = model("papers: [rowan-2024\nrna: [ncrna]\n");
    assert_data_eq!(
        list.diagnostics(),
        str![[r#"
error[yaml-syntax]: what `[` opens is not closed
 --> entries/models/oak.yaml:5:9
  |
5 | papers: [rowan-2024
  |         ^^^^^^^^^^^ opened here
  |
help: close it with `]`; nothing else in this file was checked
  |
5 | papers: [rowan-2024]
  |                    +

"#]]
        .raw()
    );
}

#[test]
fn merge_conflict_is_called_by_its_name() {
    let list = sample().replace(
        CHALLENGE,
        "teams: 120\n",
        "<<<<<<< HEAD\nteams: 120\n=======\nteams: 130\n>>>>>>> theirs\n",
    );
    assert_data_eq!(
        list.diagnostics(),
        str![[r#"
error[yaml-syntax]: a merge conflict stands in the file
  --> entries/challenges/poplar-2024.yaml:15:1
   |
15 | <<<<<<< HEAD
   | ^^^^^^^^^^^^
   |
help: keep what is right of both sides, and delete the lines with the marks; nothing else in this file was checked

"#]]
        .raw()
    );
}

#[test]
fn lone_hyphen_is_answered_with_what_can_be_said_instead() {
    assert_data_eq!(
        model("parameters: -\n").diagnostics(),
        str![[r#"
error[yaml-syntax]: a lone hyphen is no value
 --> entries/models/oak.yaml:5:13
  |
5 | parameters: -
  |             ^
  |
help: give the value, write `not reported` where the field takes it, or delete the line; nothing else in this file was checked

"#]]
        .raw()
    );
}

#[test]
fn hidden_character_is_shown_by_its_number() {
    let list = sample().replace(PAPER, "title: Rowan reads", "title: Rowan\u{202e}reads");
    assert_data_eq!(
        list.diagnostics(),
        str![[r#"
error[forbidden-character]: the text-direction character U+202E cannot stand in a file
 --> entries/papers/rowan-2024.yaml:1:13
  |
1 | title: Rowan�reads leaves
  |             ^ not visible here
  |
help: delete it; it often comes along when text is pasted from a web page or a PDF; nothing else in this file was checked
  |
1 - title: Rowan�reads leaves
1 + title: Rowanreads leaves
  |

"#]]
        .raw()
    );
}

#[test]
fn escape_of_a_hidden_character_is_shown_as_it_is_written() {
    let list = sample().replace(MODEL, "name: Alder", r#"name: "Al\e[31m\u202eder""#);
    assert_data_eq!(
        list.diagnostics(),
        str![[r#"
error[forbidden-character]: `\e` stands for the control character U+001B in double quotes
 --> entries/models/alder.yaml:1:7
  |
1 | name: "Al\e[31m\u202eder"
  |       ^^^^^^^^^^^^^^^^^^^ in double quotes, a backslash begins an escape
  |
help: write the text in single quotes, where a backslash is only a backslash

"#]]
        .raw()
    );
}

#[test]
fn anchor_is_told_from_what_it_names() {
    let list = sample().replace(MODEL, "rna: [ncrna]", "rna: &R&D # for R & D\n  - ncrna");
    assert_data_eq!(
        list.diagnostics(),
        str![[r#"
error[yaml-anchor]: an anchor cannot stand in a file
  --> entries/models/alder.yaml:18:6
   |
18 | rna: &R&D # for R & D
   |      ^^^^
   |
help: write the value itself; anchors and aliases are not read

"#]]
        .raw()
    );
}

#[test]
fn misspelt_variant_is_shown_in_its_row() {
    let list = sample().replace(DATASET, "variant: giga,", "variant: gigas,");
    assert_data_eq!(
        list.diagnostics(),
        str![[r#"
error[unknown-variant]: the model `alder` has no variant `gigas`
  --> entries/datasets/maple.yaml:38:31
   |
38 |     - {model: alder, variant: gigas, as: Alder-G, scores: {ss: 68.5 ± 0.54, er: 0.25}}
   |                               ^^^^^
   |
help: did you mean `giga`?
   |
38 -     - {model: alder, variant: gigas, as: Alder-G, scores: {ss: 68.5 ± 0.54, er: 0.25}}
38 +     - {model: alder, variant: giga, as: Alder-G, scores: {ss: 68.5 ± 0.54, er: 0.25}}
   |

"#]]
        .raw()
    );
}

#[test]
fn renamed_and_excluded_entries_are_told_apart() {
    let list = model("papers: [rowan-2023, elm-2022, birch-2020]\n");
    assert_data_eq!(
        list.diagnostics(),
        str![[r#"
error[renamed-reference]: the paper `rowan-2023` is now called `rowan-2024`
 --> entries/models/oak.yaml:5:10
  |
5 | papers: [rowan-2023, elm-2022, birch-2020]
  |          ^^^^^^^^^^
  |
help: use its present id
  |
5 - papers: [rowan-2023, elm-2022, birch-2020]
5 + papers: [rowan-2024, elm-2022, birch-2020]
  |

error[excluded-reference]: `elm-2022` is withdrawn, so a listed entry cannot refer to it
 --> entries/models/oak.yaml:5:22
  |
5 | papers: [rowan-2023, elm-2022, birch-2020]
  |                      ^^^^^^^^
  |
 ::: entries/papers/elm-2022.yaml:2:9
  |
2 | status: withdrawn
  |         --------- its status
  |
help: leave the reference out, or change the status of `elm-2022`; its DOI, its arXiv id and its address are refused too

error[unknown-reference]: there is no paper `birch-2020`
 --> entries/models/oak.yaml:5:32
  |
5 | papers: [rowan-2023, elm-2022, birch-2020]
  |                                ^^^^^^^^^^
  |
help: add entries/papers/birch-2020.yaml, or give its DOI, its arXiv id or its address

"#]]
        .raw()
    );
}

#[test]
fn disputed_value_points_at_the_chosen_one() {
    let list = sample().replace(MODEL, "value: 35M,", "value: 33480000,");
    assert_data_eq!(list.diagnostics(), str![[r#"
error[disputed-same]: `33480000` is the chosen value of `variants.micro.parameters`
  --> entries/models/alder.yaml:61:47
   |
29 |   micro: {parameters: 33.48M}
   |                       ------ chosen here
...
61 |   - {field: variants.micro.parameters, value: 33480000, source: https://mirror.example.org/card, note: Rounded.}
   |                                               ^^^^^^^^
   |
help: what agrees is not disputed: delete this, and give its address under `sources`

"#]].raw());
}

#[test]
fn number_without_a_source_is_a_warning_with_a_line_to_add() {
    assert_data_eq!(
        model("parameters: 5M\n").diagnostics(),
        str![[r#"
warning[unsourced-value]: no source names `parameters`
 --> entries/models/oak.yaml:5:13
  |
5 | parameters: 5M
  |             ^^
  |
help: add `- {for: [parameters], url: …, kind: …}` under `sources`; its kind is one of paper, repository, model-card, dataset-card, reimplementation-card, secondary

"#]]
        .raw()
    );
}

#[test]
fn file_that_would_not_be_read_is_answered_with_its_name() {
    let list = sample()
        .file("entries/models/Oak_Tree.yaml", "name: Oak\n")
        .file("entries/models/pine.yml", "name: Pine\n")
        .file("entries/modles/yew.yaml", "name: Yew\n");
    assert_data_eq!(
        list.diagnostics(),
        str![[r#"
error[bad-id]: the file name `Oak_Tree` cannot be an id: a capital letter
--> entries/models/Oak_Tree.yaml:1:1
 |
help: rename the file to `oak-tree.yaml`

error[wrong-extension]: `pine.yml` would not be read
--> entries/models/pine.yml:1:1
 |
help: rename it to `pine.yaml`

error[unknown-folder]: `entries/modles` is not the folder of a kind
--> entries/modles/yew.yaml:1:1
 |
help: did you mean `entries/models`?

"#]]
        .raw()
    );
}

/// A terminal obeys control characters: nothing that an entry holds may reach it as one.
#[test]
fn nothing_in_a_list_reaches_the_terminal_as_a_control_character() {
    let hostile =
        ['\0', '\u{7}', '\u{8}', '\r', '\u{1b}', '\u{7f}', '\u{85}', '\u{90}', '\u{9b}', '\u{9d}']
            .into_iter()
            .chain([
                '\u{200b}',
                '\u{200f}',
                '\u{202e}',
                '\u{2066}',
                '\u{2028}',
                '\u{feff}',
                '\u{e0041}',
            ]);
    for character in hostile {
        let text = format!("a{character}[31mb");
        let escape = format!("a\\U{:08x}[31mb", u32::from(character));
        let lists = [
            sample().entry("models/x", &format!("name: {text}\n{text}: {text}\n")),
            sample().entry("models/x", &format!("? \"{escape}\"\n: x\nname: \"{escape}\"\nstatus: \"{escape}\"\nrna: [\"{escape}\"]\nlinks: {{code: \"{escape}\"}}\n")),
            sample().entry("models/x", &format!("name: [{text}\n")),
            sample().file("entries/changes.yaml", format!("schema: 1\nchanges: [{{date: \"{escape}\", added: [\"{escape}\"]}}]")),
            sample().file(&format!("entries/models/{text}.yaml"), "name: X\n"),
            sample().file(&format!("entries/models/{text}.yml"), "name: X\n"),
            sample().file(&format!("entries/{text}/x.yaml"), "name: X\n"),
            sample().file(&format!("entries/{text}"), "x"),
            sample().file("entries/models/x.yaml", [b"name: \xff".as_slice(), text.as_bytes()].concat()),
            sample().content("entries/models/x.yaml", Content::Unreadable(text.clone())),
            sample().file("templates/README.md", format!("{{{{ title | {text} }}}}")),
        ];
        for list in lists {
            let (sources, findings) = (list.sources(), list.examined().findings);
            let mut shown: String =
                findings.iter().map(|finding| report(finding, &sources, Style::Plain)).collect();
            shown += &list.readme().err().unwrap_or_default();
            assert!(!shown.is_empty(), "{character:?} passes in silence");
            let obeyed = |c: &char| (c.is_control() && *c != '\n') || is_direction(*c);
            assert_eq!(shown.chars().find(obeyed), None, "{character:?} in {shown}");
        }
    }
}

fn is_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        || ('\u{e0000}'..='\u{e007f}').contains(&c)
}

/// Colours are the report's own; what an entry holds adds none.
#[test]
fn coloured_report_holds_only_its_own_escapes() {
    let list = sample().replace(MODEL, "name: Alder", "name: Al\u{1b}[5mder");
    let (sources, findings) = (list.sources(), list.examined().findings);
    for finding in &findings {
        let shown = report(finding, &sources, Style::Coloured);
        assert!(shown.contains("\u{1b}[") && !shown.contains("\u{1b}[5m"), "{shown:?}");
    }
    assert_eq!(findings.len(), 1);
}
