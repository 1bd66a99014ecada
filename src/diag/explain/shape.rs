//! The shape of an entry: its keys, and what sort of thing stands behind them.

use super::Explanation;
use super::Sample::{File, Thing};
use super::files::ENTRY;
use crate::diag::Code;

const PATH: &str = "entries/models/oak-fm.yaml";

pub(super) const ALL: &[Explanation] = &[
    Explanation {
        code: Code::UnknownKey,
        why: "A misspelt key would be passed over, and what it says would be missing from the list without a word.",
        bad: &[File(PATH, "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
sumary: Encoder trained on fallen leaves.
")],
        good: &[File(PATH, "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
summary: Encoder trained on fallen leaves.
")],
        fix: "write the key that the finding offers, or one of those it lists.",
    },
    Explanation {
        code: Code::MissingKey,
        why: "A listed entry has a place in tables and timelines only with a name, a category and a date, and a reader can follow it only with a paper or a link.",
        bad: &[File(PATH, "\
name: Oak-FM
category: language
papers: [arXiv:2204.00300]
")],
        good: &[File(PATH, ENTRY)],
        fix: "add the key; where it cannot be known yet, write `status: candidate` with a `reason`.",
    },
    Explanation {
        code: Code::EmptyValue,
        why: "A key without a value can mean none, unknown or forgotten. An absent key means not recorded yet, and `not reported` means that the sources do not say.",
        bad: &[File(PATH, "\
name: Oak-FM
category: language
released:
papers: [arXiv:2204.00300]
")],
        good: &[File(PATH, ENTRY)],
        fix: "type the value behind the colon, such as `released: 2022-04`; a key that an entry can do without may be deleted instead.",
    },
    Explanation {
        code: Code::Placeholder,
        why: "Examples in a fresh file show the form of a value. Left as they are, they would be printed as facts: a page that is not there, a person whom nobody knows.",
        bad: &[File(PATH, "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
links: {home: https://example.org/page}
summary: TODO
")],
        good: &[File(PATH, ENTRY)],
        fix: "type the value in its place, or delete the key; a key that must be there needs its value.",
    },
    Explanation {
        code: Code::RepeatedItem,
        why: "The page would show the same thing twice, and counts made from the list would be wrong. Two authors of one name are two people, and may both stand there. Sources at one address are one, unless a note of each tells them apart.",
        bad: &[File(PATH, "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300, arXiv:2204.00300]
")],
        good: &[File(PATH, ENTRY)],
        fix: "delete one of the two.",
    },
    Explanation {
        code: Code::WrongType,
        why: "A list, a map and a single value are read in different ways; in each other's place they cannot be read.",
        bad: &[File(PATH, "\
name: Oak-FM
category: language
released: 2022-04
papers: arXiv:2204.00300
")],
        good: &[File(PATH, ENTRY)],
        fix: "put a list in square brackets, keys in braces, and a single value where one belongs.",
    },
    Explanation {
        code: Code::UnquotedText,
        why: "Other programs read `1.10` as the number 1.1 and `no` as false: the text would not survive them.",
        bad: &[File(PATH, "\
name: Oak-FM
aliases: [1.10]
category: language
released: 2022-04
papers: [arXiv:2204.00300]
")],
        good: &[File(PATH, "\
name: Oak-FM
aliases: [\"1.10\"]
category: language
released: 2022-04
papers: [arXiv:2204.00300]
")],
        fix: "put the text in double quotes.",
    },
    Explanation {
        code: Code::BadText,
        why: "Names and titles are compared and put into cells of tables: a line break or a space at an end makes them differ and breaks the cell.",
        bad: &[File(PATH, "\
name: \"Oak-FM \"
category: language
released: 2022-04
papers: [arXiv:2204.00300]
")],
        good: &[File(PATH, ENTRY)],
        fix: "write the text on one line, without space at its ends.",
    },
    Explanation {
        code: Code::TextTooLong,
        why: "A summary stands in a cell of a table and under a link: what is longer than two lines is not read there.",
        bad: &[File(PATH, "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
summary: >-
  Encoder trained on fallen leaves by filling gaps, whose embeddings serve predictors of shape, of
  colour, of age, of origin, of weather, and of many other properties of the trees that they fell from, near and far.
")],
        good: &[File(PATH, "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
summary: Encoder trained on fallen leaves by filling gaps.
")],
        fix: "say the one thing that tells it from others; the rest goes into `description`.",
    },
    Explanation {
        code: Code::TooManyItems,
        why: "Each item costs pages, files or lines: 20,000 former ids in one small file would make 40,000 pages. docs/limits.md has all limits.",
        bad: &[Thing(PATH, "a list `former_ids` of 20,000 ids")],
        good: &[File(PATH, ENTRY)],
        fix: "keep the items that matter, and leave the others out; see docs/limits.md for how many there may be.",
    },
    Explanation {
        code: Code::CommentInText,
        why: "In YAML, ` #` begins a comment, and a text without quotes ends before it: `Ranked #1 of all` is published as `Ranked`.",
        bad: &[File(PATH, "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
summary: Ranked #1 of all.
")],
        good: &[File(PATH, "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
summary: \"Ranked #1 of all.\" # as its authors say
")],
        fix: "put the whole text in quotes. A comment may stand on a line of its own, behind a text in quotes, and with a space and a word behind its `#` after a name.",
    },
    Explanation {
        code: Code::NotNormal,
        why: "Unicode has `é` as one character and as two, and nobody sees the difference; but a search finds only one of them, and two names would not be the same.",
        bad: &[File(PATH, "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
aliases: [Re\u{301}seau]
")],
        good: &[File(PATH, "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
aliases: [R\u{e9}seau]
")],
        fix: "run `listwright fix`, or type the letters anew.",
    },
    Explanation {
        code: Code::UnknownLanguage,
        why: "The site has a page for each language of the list; a text in another one would be shown nowhere.",
        bad: &[File(PATH, "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
summary: {en: Encoder for fallen leaves., fr: Encodeur pour feuilles mortes.}
")],
        good: &[File(PATH, "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
summary: {en: Encoder for fallen leaves., zh: 落叶的编码器。}
")],
        fix: "use the codes under `languages` in survey.yaml, or add the language there.",
    },
    Explanation {
        code: Code::UnknownChoice,
        why: "The program acts on these words: what it does not know, it cannot act on.",
        bad: &[File("entries/papers/chen-2022-oak-fm.yaml", "\
title: Interpretable leaf foundation model
type: reserch
dates: {preprint: 2022-04}
arxiv: arXiv:2204.00300
")],
        good: &[File("entries/papers/chen-2022-oak-fm.yaml", "\
title: Interpretable leaf foundation model
type: research
dates: {preprint: 2022-04}
arxiv: arXiv:2204.00300
")],
        fix: "write one of the words that the finding lists.",
    },
    Explanation {
        code: Code::SchemaVersion,
        why: "A file for a later version may mean something else by the same keys.",
        bad: &[File("entries/survey.yaml", "\
schema: 2
title: {en: A Survey, zh: 综述}
languages: [en, zh]
")],
        good: &[File("entries/survey.yaml", "\
schema: 1
title: {en: A Survey, zh: 综述}
languages: [en, zh]
")],
        fix: "write `schema: 1`, or use a newer listwright.",
    },
];
