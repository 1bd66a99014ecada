//! References: what an entry names is there, is of the right kind, and is part of the list.

use super::Explanation;
use super::Sample::File;
use crate::diag::Code;

const PATH: &str = "entries/models/oak-fm.yaml";
const PAPER: &str = "entries/papers/chen-2022-oak-fm.yaml";

const PAPER_ENTRY: &str = "\
title: Interpretable leaf foundation model
dates: {preprint: 2022-04}
arxiv: arXiv:2204.00300
";

/// The model with a reference to the paper's entry.
const MODEL: &str = "\
name: Oak-FM
category: language
released: 2022-04
papers: [chen-2022-oak-fm]
";

pub(super) const ALL: &[Explanation] = &[
    Explanation {
        code: Code::UnknownReference,
        why: "A reference becomes a link between two pages; one that leads to no entry would be a dead link.",
        bad: &[
            File(
                PATH,
                "\
name: Oak-FM
category: language
released: 2022-04
papers: [chen-2022-oakfm]
",
            ),
            File(PAPER, PAPER_ENTRY),
        ],
        good: &[File(PATH, MODEL), File(PAPER, PAPER_ENTRY)],
        fix: "write the id as the other file is named; a paper without an entry is given by DOI, arXiv id or address.",
    },
    Explanation {
        code: Code::WrongKind,
        why: "A key takes entries of one kind; a model among papers would be shown as a paper.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
papers: [oak-fm]
",
        )],
        good: &[File(PATH, MODEL), File(PAPER, PAPER_ENTRY)],
        fix: "name the entry of the kind that belongs here.",
    },
    Explanation {
        code: Code::RenamedReference,
        why: "An old id still leads to the entry for readers, but within the list each thing goes by one name.",
        bad: &[
            File(
                PATH,
                "\
name: Oak-FM
category: language
released: 2022-04
papers: [chen-2022]
",
            ),
            File(
                PAPER,
                "\
title: Interpretable leaf foundation model
former_ids: [chen-2022]
dates: {preprint: 2022-04}
arxiv: arXiv:2204.00300
",
            ),
        ],
        good: &[
            File(PATH, MODEL),
            File(
                PAPER,
                "\
title: Interpretable leaf foundation model
former_ids: [chen-2022]
dates: {preprint: 2022-04}
arxiv: arXiv:2204.00300
",
            ),
        ],
        fix: "write the id that the entry has now.",
    },
    Explanation {
        code: Code::ExcludedReference,
        why: "What the list has left out or what its authors have taken back cannot hold up what the list shows as a fact.",
        bad: &[
            File(PATH, MODEL),
            File(
                PAPER,
                "\
title: Interpretable leaf foundation model
status: excluded
reason: {code: off-topic}
",
            ),
        ],
        good: &[File(PATH, MODEL), File(PAPER, PAPER_ENTRY)],
        fix: "leave the reference out, or change the other entry's status; its DOI, arXiv id or address is refused too.",
    },
    Explanation {
        code: Code::SelfReference,
        why: "An entry that takes its own place leads readers in a circle, and one cannot be distinct from itself.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
status: superseded
superseded_by: oak-fm
category: language
released: 2022-04
papers: [arXiv:2204.00300]
",
        )],
        good: &[
            File(
                PATH,
                "\
name: Oak-FM
status: superseded
superseded_by: oak-fm-2
category: language
released: 2022-04
papers: [arXiv:2204.00300]
",
            ),
            File(
                "entries/models/oak-fm-2.yaml",
                "\
name: Oak-FM 2
category: language
released: 2025-01
papers: [10.1101/2025.01.01.000001]
",
            ),
        ],
        fix: "name the other entry, or leave the reference out.",
    },
    Explanation {
        code: Code::SupersededCircle,
        why: "Whoever follows the entries that took each other's places comes back to the first, and never to one that is listed.",
        bad: &[
            File(
                PATH,
                "\
name: Oak-FM
status: superseded
superseded_by: oak-fm-2
category: language
released: 2022-04
papers: [arXiv:2204.00300]
",
            ),
            File(
                "entries/models/oak-fm-2.yaml",
                "\
name: Oak-FM 2
status: superseded
superseded_by: oak-fm
category: language
released: 2025-01
papers: [10.1101/2025.01.01.000001]
",
            ),
        ],
        good: &[
            File(
                PATH,
                "\
name: Oak-FM
status: superseded
superseded_by: oak-fm-2
category: language
released: 2022-04
papers: [arXiv:2204.00300]
",
            ),
            File(
                "entries/models/oak-fm-2.yaml",
                "\
name: Oak-FM 2
category: language
released: 2025-01
papers: [10.1101/2025.01.01.000001]
",
            ),
        ],
        fix: "make one of the entries `listed`, and let the others name it.",
    },
    Explanation {
        code: Code::PaperIsEntry,
        why: "By its id the paper's page and this one lead to each other; by DOI or arXiv id only this one leads there.",
        bad: &[
            File(
                PATH,
                "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
",
            ),
            File(PAPER, PAPER_ENTRY),
        ],
        good: &[File(PATH, MODEL), File(PAPER, PAPER_ENTRY)],
        fix: "write the id of the paper's entry.",
    },
];
