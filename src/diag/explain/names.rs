//! Addresses, identifiers, names and words: each thing goes by one name, written in one way.

use super::Explanation;
use super::Sample::File;
use super::files::ENTRY;
use crate::diag::Code;

const PATH: &str = "entries/models/oak-fm.yaml";
const PAPER: &str = "entries/papers/chen-2022-oak-fm.yaml";

const PAPER_ENTRY: &str = "\
title: Interpretable leaf foundation model
dates: {preprint: 2022-04}
arxiv: arXiv:2204.00300
";

pub(super) const ALL: &[Explanation] = &[
    Explanation {
        code: Code::BadUrl,
        why: "An address becomes a link on the first page that readers see. Only http and https addresses with a public host are safe to click for everyone.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
links:
  code: github.com/example/Oak-FM
",
        )],
        good: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
links:
  code: https://github.com/example/Oak-FM
",
        )],
        fix: "copy the whole address from the browser, with `https://`.",
    },
    Explanation {
        code: Code::UrlNoise,
        why: "What follows readers around says nothing about the page, and makes one address look like two.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
links:
  code: https://github.com/example/Oak-FM?utm_source=newsletter
",
        )],
        good: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
links:
  code: https://github.com/example/Oak-FM
",
        )],
        fix: "write the address that the finding offers.",
    },
    Explanation {
        code: Code::BadDoi,
        why: "A DOI in one form can be compared, so that one paper is not listed twice, and it can be cited as it stands.",
        bad: &[File(
            "entries/papers/zhang-2024-oak-msm.yaml",
            "\
title: Multiple image alignment-based leaf language model
dates: {published: 2024-01}
doi: https://doi.org/10.1093/nar/gkad1031
",
        )],
        good: &[File(
            "entries/papers/zhang-2024-oak-msm.yaml",
            "\
title: Multiple image alignment-based leaf language model
dates: {published: 2024-01}
doi: 10.1093/nar/gkad1031
",
        )],
        fix: "write what follows `https://doi.org/`.",
    },
    Explanation {
        code: Code::BadArxiv,
        why: "A bare `2204.00300` is a number to other programs, which print it as 2204.003: another paper, or none.",
        bad: &[File(
            PAPER,
            "\
title: Interpretable leaf foundation model
dates: {preprint: 2022-04}
arxiv: 2204.00300
",
        )],
        good: &[File(PAPER, PAPER_ENTRY)],
        fix: "write `arXiv:` before the id.",
    },
    Explanation {
        code: Code::BadIdentifier,
        why: "An identifier leads to one thing in a register of others, and programs compare it letter by letter. An address, a bare number or the identifier of the paper about a model leads them to nothing, or to something else.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
ids: {huggingface: https://huggingface.co/example/oakfm}
category: language
released: 2022-04
papers: [arXiv:2204.00300]
",
        )],
        good: &[File(
            PATH,
            "\
name: Oak-FM
ids: {huggingface: example/oakfm}
category: language
released: 2022-04
papers: [arXiv:2204.00300]
",
        )],
        fix: "write the identifier alone, as its register spells it; that of a paper belongs in the paper's entry.",
    },
    Explanation {
        code: Code::BadPaperRef,
        why: "Names and years are shared by many papers; an id, a DOI, an arXiv id or an address names one.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
papers: [Chen et al. 2022]
",
        )],
        good: &[File(PATH, ENTRY)],
        fix: "give the id of the paper's entry, or its DOI, arXiv id or address.",
    },
    Explanation {
        code: Code::BadAuthor,
        why: "Authors are cited one by one. `et al.` is no one's name, and a list in one text cannot be taken apart safely.",
        bad: &[File(
            PAPER,
            "\
title: Interpretable leaf foundation model
authors: [Jiayang Chen et al.]
dates: {preprint: 2022-04}
arxiv: arXiv:2204.00300
",
        )],
        good: &[File(
            PAPER,
            "\
title: Interpretable leaf foundation model
authors: [Jiayang Chen, Zhihang Hu]
authors_complete: false
dates: {preprint: 2022-04}
arxiv: arXiv:2204.00300
",
        )],
        fix: "write each author as `Given Family` or `Family, Given`, and a group as `{group: Name}`.",
    },
    Explanation {
        code: Code::AuthorOrder,
        why: "A citation sorts by the family name, so one that is taken for a given name is cited wrongly wherever it is copied to.",
        bad: &[File(
            PAPER,
            "\
title: Interpretable leaf foundation model from unannotated data
authors: [Chen J, Hu ZH]
dates: {preprint: 2022-04}
arxiv: arXiv:2204.00300
",
        )],
        good: &[File(
            PAPER,
            "\
title: Interpretable leaf foundation model from unannotated data
authors: ['Chen, J.', 'Hu, Z. H.']
dates: {preprint: 2022-04}
arxiv: arXiv:2204.00300
",
        )],
        fix: "write `Given Family`, or `Family, Given` in quotes; who has one name only is written `{name: Plato}`.",
    },
    Explanation {
        code: Code::MarkupInText,
        why: "Titles and names are plain text, which every page and every format of citations writes in its own way; markup of HTML or TeX would be shown as it is typed.",
        bad: &[File(
            PAPER,
            "\
title: 'The <i>Q. robur</i> {LEAF} atlas in H<sub>2</sub>O &amp; $\\alpha$ mixtures'
dates: {preprint: 2022-04}
arxiv: arXiv:2204.00300
",
        )],
        good: &[File(
            PAPER,
            "\
title: 'The Q. robur LEAF atlas in H₂O & α mixtures'
dates: {preprint: 2022-04}
arxiv: arXiv:2204.00300
",
        )],
        fix: "write the characters themselves, such as `α`, `₂` or `É`, and leave out what only sets letters in italics.",
    },
    Explanation {
        code: Code::BadRoute,
        why: "A source speaks for a field. For one that does not exist it speaks for nothing, and the field it was meant for stays unsourced.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
sources:
  - {for: [realeased], url: https://arxiv.org/abs/2204.00300, kind: paper}
",
        )],
        good: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
sources:
  - {for: [released], url: https://arxiv.org/abs/2204.00300, kind: paper}
",
        )],
        fix: "name the field as it stands in the file, such as `parameters`, `links.code` or `variants.micro.parameters`.",
    },
    Explanation {
        code: Code::CannotAllow,
        why: "An entry may be right in spite of a warning, or of a doubt such as `duplicate-url`. What cannot be read, leads nowhere or would break the site stays an error, whatever the reason.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
allow:
  - {code: unknown-reference, reason: The entry comes later.}
",
        )],
        good: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
parameters: 99.52M
allow:
  - {code: unsourced-value, reason: The authors told us the number by letter.}
",
        )],
        fix: "mend what the finding is about, and delete the item of `allow`.",
    },
    Explanation {
        code: Code::UnknownLicence,
        why: "Whether a model may be used hangs on the exact licence: the GNU licences come in versions, with or without later ones.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
licence: {code: GPL}
papers: [arXiv:2204.00300]
",
        )],
        good: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
licence: {code: GPL-3.0-or-later}
papers: [arXiv:2204.00300]
",
        )],
        fix: "write the SPDX id (spdx.org/licenses), a word of `licence` in vocabulary.yaml, or `none stated`.",
    },
    Explanation {
        code: Code::UnknownWord,
        why: "Entries can be counted and filtered only if one thing has one word; a misspelt one would open a group of its own.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: langauge
released: 2022-04
papers: [arXiv:2204.00300]
",
        )],
        good: &[File(PATH, ENTRY)],
        fix: "use a word of the vocabulary; what it cannot say goes into the note beside it, and a new word into vocabulary.yaml.",
    },
];
