//! The list's own files, and README.md as it is about to be written.

use super::Explanation;
use super::Sample::{File, Thing};
use crate::diag::Code;

const SURVEY: &str = "entries/survey.yaml";
const README: &str = "templates/README.md";

pub(super) const ALL: &[Explanation] = &[
    Explanation {
        code: Code::BadSetting,
        why: "A setting that cannot be used would be replaced by another one in silence, and the list would look other than it was asked to.",
        bad: &[File(
            SURVEY,
            "\
schema: 1
title: {en: A Survey, zh: 综述}
languages: [en, zh]
readme: {budget: 900000}
",
        )],
        good: &[File(
            SURVEY,
            "\
schema: 1
title: {en: A Survey, zh: 综述}
languages: [en, zh]
readme: {budget: 450000}
",
        )],
        fix: "write what the finding offers, or leave the setting out.",
    },
    Explanation {
        code: Code::BadChange,
        why: "The log tells readers what has changed. It cannot speak of entries that are not there, as none is ever deleted, nor of a value that is what it was.",
        bad: &[File(
            "entries/changes.yaml",
            "\
schema: 1
changes:
  - {date: 2026-11-23, added: [models/oak-lost]}
",
        )],
        good: &[
            File(
                "entries/changes.yaml",
                "\
schema: 1
changes:
  - {date: 2026-11-23, added: [models/oak-fm]}
",
            ),
            File("entries/models/oak-fm.yaml", super::files::ENTRY),
        ],
        fix: "name the entry as folder and id; after a rename, note `former_ids` in it. A line in which nothing changes is deleted.",
    },
    Explanation {
        code: Code::TwoOutputs,
        why: "One of the two would be lost without a word: a page, a file of data, or what you have put into static/.",
        bad: &[File(
            SURVEY,
            "\
schema: 1
title: {en: A Survey, zh: 综述}
languages: [en, zh, models]
",
        )],
        good: &[File(
            SURVEY,
            "\
schema: 1
title: {en: A Survey, zh: 综述}
languages: [en, zh, fr]
",
        )],
        fix: "give one of them another name. A file in static/ may replace an asset of the theme, such as assets/style.css, and robots.txt.",
    },
    Explanation {
        code: Code::Template,
        why: "A template that names what is not there would leave a hole in every page made from it, so nothing is written.",
        bad: &[File(
            README,
            "\
# {{ titel }}
",
        )],
        good: &[File(
            README,
            "\
# {{ title }}
",
        )],
        fix: "look at the place that is named; the message lists what the template is given.",
    },
    Explanation {
        code: Code::ReadmeAnchor,
        why: "The navigation of a README is made of links to its headings, and GitHub makes their names by rules of its own.",
        bad: &[File(
            README,
            "\
# A survey

[Models](#modles)

## Models
",
        )],
        good: &[File(
            README,
            "\
# A survey

[Models](#models)

## Models
",
        )],
        fix: "write the name that GitHub gives the heading; in a template, take it from the section's `anchor`.",
    },
    Explanation {
        code: Code::ReadmeTable,
        why: "GitHub drops what is too much in a row and leaves empty what is missing, so that values stand under the wrong heading.",
        bad: &[File(
            README,
            "\
# A survey

| Model | Released |
| --- | --- |
| Oak-FM | 2022-04 | 99.52M |
",
        )],
        good: &[File(
            README,
            "\
# A survey

| Model | Released |
| --- | --- |
| Oak-FM | 2022-04 |
",
        )],
        fix: "give every row as many cells as the header has; a `|` within a cell is written `\\|`.",
    },
    Explanation {
        code: Code::ReadmeFile,
        why: "A picture that is not in the repository is a broken picture on the first page that readers see.",
        bad: &[File(
            README,
            "\
# A survey

![Models by year](static/years.svg)
",
        )],
        good: &[
            File(
                README,
                "\
# A survey

![Models by year](static/years.svg)
",
            ),
            Thing("static/years.svg", "the picture"),
        ],
        fix: "add the file, or mend the path; paths start at the root of the repository.",
    },
    Explanation {
        code: Code::ReadmeMarkup,
        why: "GitHub drops elements and attributes that it does not trust, and what was built on them falls apart.",
        bad: &[File(
            README,
            "\
# A survey

<iframe src=\"https://example.org\"></iframe>
",
        )],
        good: &[File(
            README,
            "\
# A survey

<a href=\"https://example.org\">The site</a>
",
        )],
        fix: "use Markdown, or one of the elements that the finding names.",
    },
    Explanation {
        code: Code::ReadmeTooLarge,
        why: "GitHub shows the first 512,000 bytes of a README and cuts the rest off without a word.",
        bad: &[File(
            README,
            "\
# A survey

{% for number in range(end=99000) %}{{ number }} {% endfor %}
",
        )],
        good: &[File(
            README,
            "\
# A survey

{% for number in range(end=9) %}{{ number }} {% endfor %}
",
        )],
        fix: "show fewer rows (`rows` and `budget` in survey.yaml), and link to the site for the rest.",
    },
    Explanation {
        code: Code::Accounting,
        why: "Every file that was found must be an entry or have an error of its own. Where the sum does not add up, the program itself has lost an entry, and it says so instead of building without it.",
        bad: &[],
        good: &[],
        fix: "nothing in the list can be mended here: please report it, with the file that is named.",
    },
];
