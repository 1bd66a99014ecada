//! YAML: what is refused before anything is built from a file.

use super::Explanation;
use super::Sample::{File, Thing};
use super::files::ENTRY;
use crate::diag::Code;

const PATH: &str = "entries/models/oak-fm.yaml";

pub(super) const ALL: &[Explanation] = &[
    Explanation {
        code: Code::ForbiddenCharacter,
        why: "A character that nobody can see makes two equal names differ, and one that turns the direction of text can make a line read as something else.",
        bad: &[File(
            PATH,
            "\
name: Oak\u{200b}-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
",
        )],
        good: &[File(PATH, ENTRY)],
        fix: "delete the character; typing the word anew is the surest way. Where it came from a backslash in double quotes, as in `\"\\beta\"`, write the text in single quotes.",
    },
    Explanation {
        code: Code::YamlSyntax,
        why: "A file that is not YAML cannot be read at all, so all it says is missing. A colon followed by a space within a text is the usual cause.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
summary: Encoder: trained on leaves
papers: [arXiv:2204.00300]
",
        )],
        good: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
summary: \"Encoder: trained on leaves\"
papers: [arXiv:2204.00300]
",
        )],
        fix: "put texts with `: ` or ` #` in double quotes, and those with `\"` or a backslash in single quotes; close every bracket and quote, and indent with spaces.",
    },
    Explanation {
        code: Code::WideMark,
        why: "A Chinese or Japanese keyboard types `：`, `，` and a wide space where YAML has `: `, `, ` and a plain one, and a word processor puts its own quotation marks and dashes. YAML takes each of them for a letter of a text.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category：language
released: 2022-04
papers: [arXiv:2204.00300]
",
        )],
        good: &[File(PATH, ENTRY)],
        fix: "type the plain mark, with a space behind a colon, a comma and a hyphen; put a text that is to have such marks around it in plain quotes.",
    },
    Explanation {
        code: Code::YamlDirective,
        why: "A directive changes how the rest of a file is read, and programs differ in what they make of it.",
        bad: &[File(
            PATH,
            "\
%YAML 1.2
---
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
",
        )],
        good: &[File(PATH, ENTRY)],
        fix: "delete the line.",
    },
    Explanation {
        code: Code::YamlDocuments,
        why: "One file is one entry, so that its name can be its id. A second document would have none.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
---
name: OakBERT
",
        )],
        good: &[File(PATH, ENTRY)],
        fix: "move what follows `---` to a file of its own.",
    },
    Explanation {
        code: Code::YamlAnchor,
        why: "With anchors a value stands in another place than where it is read, and a few of them can unfold to millions of values.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: &day 2022-04
papers: [arXiv:2204.00300]
added: *day
",
        )],
        good: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
added: 2022-04
",
        )],
        fix: "write the value out in both places.",
    },
    Explanation {
        code: Code::YamlMergeKey,
        why: "A merge key brings keys in that cannot be seen where they hold, and YAML's later version does not have it.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
<<: {paradigm: encoder-lm}
",
        )],
        good: &[File(PATH, ENTRY)],
        fix: "write the keys themselves.",
    },
    Explanation {
        code: Code::YamlTag,
        why: "What kind of value a key holds follows from the key. A tag that says otherwise is read by some programs and ignored by others.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: !!str 2022-04
papers: [arXiv:2204.00300]
",
        )],
        good: &[File(PATH, ENTRY)],
        fix: "delete the tag; quote the value where it has to be text.",
    },
    Explanation {
        code: Code::YamlDepth,
        why: "An entry is flat. Deep nesting is either a mistake of indentation or an attempt to exhaust the program that reads it.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
papers: [[[[[[[[[[[[[[[[[arXiv:2204.00300]]]]]]]]]]]]]]]]]
",
        )],
        good: &[File(PATH, ENTRY)],
        fix: "look at the brackets and the indentation, and leave one level.",
    },
    Explanation {
        code: Code::KeyNotText,
        why: "A key is the name of a field. A list or a map in its place names none, and most programs cannot even hold it.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
? [code, weights]
: https://github.com/example/Oak-FM
",
        )],
        good: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
links:
  code: https://github.com/example/Oak-FM
",
        )],
        fix: "write one word before the colon.",
    },
    Explanation {
        code: Code::NotAMap,
        why: "A file without keys says nothing of an entry; it may have been saved empty by mistake.",
        bad: &[File(PATH, "")],
        good: &[File(PATH, ENTRY)],
        fix: "write one `key: value` on each line, or delete the file.",
    },
    Explanation {
        code: Code::DuplicateKey,
        why: "Where a key stands twice, one of the two values is lost, and programs do not agree on which.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
released: 2022-05
",
        )],
        good: &[File(PATH, ENTRY)],
        fix: "keep one of them; what another source says goes under `disputed`.",
    },
    Explanation {
        code: Code::TooManyFindings,
        why: "A file with hundreds of findings has one cause behind them, and a page of them hides those of other files. Where only warnings are left out, it is a warning itself: warnings alone never stop a build.",
        bad: &[Thing(PATH, "a file of 300 lines such as `key-1: value`")],
        good: &[File(PATH, ENTRY)],
        fix: "mend the first ones, and run the check again.",
    },
];
