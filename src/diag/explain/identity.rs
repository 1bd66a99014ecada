//! Identity: one thing is one entry, and one id is one thing.

use super::Explanation;
use super::Sample::File;
use super::files::ENTRY;
use crate::diag::Code;

const PATH: &str = "entries/models/oak-fm.yaml";
const PAPER: &str = "entries/papers/chen-2022-oak-fm.yaml";
const OTHER_PAPER: &str = "entries/papers/shen-2024-elmfold.yaml";

pub(super) const ALL: &[Explanation] = &[
    Explanation {
        code: Code::BadId,
        why: "The file's name is the entry's id and its address. Capitals, spaces and underscores do not survive every system and every link.",
        bad: &[File("entries/models/Oak_FM.yaml", ENTRY)],
        good: &[File(PATH, ENTRY)],
        fix: "rename the file with small letters, digits and single hyphens.",
    },
    Explanation {
        code: Code::ReservedId,
        why: "The site has pages of its own under these names, and Windows cannot hold files with some of them. The names of devices, such as `con`, cannot be words of the vocabulary either: a word is a folder of the site.",
        bad: &[File("entries/models/index.yaml", ENTRY)],
        good: &[File(PATH, ENTRY)],
        fix: "add a word to the file's name.",
    },
    Explanation {
        code: Code::IdCollision,
        why: "An address leads to one page. Where two entries claim it, links and citations would reach the wrong one.",
        bad: &[
            File(PATH, ENTRY),
            File(
                "entries/models/elmfold.yaml",
                "\
name: ElmFold
former_ids: [oak-fm]
category: language
released: 2024-11
papers: [10.1038/s41592-024-02487-0]
",
            ),
        ],
        good: &[
            File(PATH, ENTRY),
            File(
                "entries/models/elmfold.yaml",
                "\
name: ElmFold
category: language
released: 2024-11
papers: [10.1038/s41592-024-02487-0]
",
            ),
        ],
        fix: "delete the former id from the entry that its old address should not lead to, or rename one of the files.",
    },
    Explanation {
        code: Code::DuplicateName,
        why: "Two entries of one name are often one thing entered twice. Case, separators and compatible characters do not count; marks do, so that `C` and `C#` are two names. Papers of one title are no finding where their DOIs or arXiv ids differ.",
        bad: &[
            File(PATH, ENTRY),
            File(
                "entries/models/oakfm.yaml",
                "\
name: Oak FM
category: language
released: 2022-04
papers: [10.1101/2022.08.06.503062]
",
            ),
        ],
        good: &[
            File(PATH, ENTRY),
            File(
                "entries/models/oakfm.yaml",
                "\
name: Oak FM
distinct_from: [oak-fm]
category: language
released: 2022-04
papers: [10.1101/2022.08.06.503062]
",
            ),
        ],
        fix: "join the two files; where two things bear one name, say so with `distinct_from` in either of them.",
    },
    Explanation {
        code: Code::DuplicateDoi,
        why: "A DOI names one paper, so two entries with it are one paper, or one of them has the wrong DOI. A version of a preprint, such as `…v2`, is the same paper.",
        bad: &[
            File(
                PAPER,
                "\
title: Interpretable leaf foundation model
dates: {published: 2022-04}
doi: 10.1038/s41592-024-02487-0
",
            ),
            File(
                OTHER_PAPER,
                "\
title: Accurate leaf shape prediction
dates: {published: 2024-11}
doi: 10.1038/s41592-024-02487-0
",
            ),
        ],
        good: &[
            File(
                PAPER,
                "\
title: Interpretable leaf foundation model
dates: {preprint: 2022-04}
arxiv: arXiv:2204.00300
",
            ),
            File(
                OTHER_PAPER,
                "\
title: Accurate leaf shape prediction
dates: {published: 2024-11}
doi: 10.1038/s41592-024-02487-0
",
            ),
        ],
        fix: "look the DOI up; join the two entries or mend one.",
    },
    Explanation {
        code: Code::DuplicateArxiv,
        why: "An arXiv id names one paper in all its versions, so two entries with it are one paper.",
        bad: &[
            File(
                PAPER,
                "\
title: Interpretable leaf foundation model
dates: {preprint: 2022-04}
arxiv: arXiv:2204.00300
",
            ),
            File(
                OTHER_PAPER,
                "\
title: Accurate leaf shape prediction
dates: {preprint: 2022-07}
arxiv: arXiv:2204.00300v2
",
            ),
        ],
        good: &[
            File(
                PAPER,
                "\
title: Interpretable leaf foundation model
dates: {preprint: 2022-04}
arxiv: arXiv:2204.00300
",
            ),
            File(
                OTHER_PAPER,
                "\
title: Accurate leaf shape prediction
dates: {preprint: 2022-07}
arxiv: arXiv:2207.01586
",
            ),
        ],
        fix: "look the id up; join the two entries or mend one.",
    },
    Explanation {
        code: Code::DuplicateUrl,
        why: "The page of a paper or of a challenge belongs to one entry. All forms of an address count as one: `doi.org` and the publisher's page, an abstract and its PDF. Models may share code and weights, and datasets a download.",
        bad: &[
            File(
                PAPER,
                "\
title: Interpretable leaf foundation model
dates: {published: 2022-04}
doi: 10.1002/advs.202407013
",
            ),
            File(
                OTHER_PAPER,
                "\
title: Accurate leaf shape prediction
dates: {published: 2024-11}
url: https://onlinelibrary.wiley.com/doi/full/10.1002/advs.202407013
",
            ),
        ],
        good: &[
            File(
                PAPER,
                "\
title: Interpretable leaf foundation model
dates: {published: 2022-04}
doi: 10.1002/advs.202407013
",
            ),
            File(
                OTHER_PAPER,
                "\
title: Accurate leaf shape prediction
dates: {published: 2024-11}
url: https://www.nature.com/articles/s41592-024-02487-0
",
            ),
        ],
        fix: "keep the address where it belongs; join entries that are one.",
    },
    Explanation {
        code: Code::DuplicateIdentifier,
        why: "An identifier stands for one thing. Two entries that have the same are one thing entered twice, or one of them has the wrong identifier.",
        bad: &[
            File(
                PATH,
                "\
name: Oak-FM
ids: {huggingface: example/oakfm}
category: language
released: 2022-04
papers: [arXiv:2204.00300]
",
            ),
            File(
                "entries/models/elmfold.yaml",
                "\
name: ElmFold
ids: {huggingface: example/oakfm}
category: language
released: 2024-11
papers: [10.1038/s41592-024-02487-0]
",
            ),
        ],
        good: &[
            File(
                PATH,
                "\
name: Oak-FM
ids: {huggingface: example/oakfm}
category: language
released: 2022-04
papers: [arXiv:2204.00300]
",
            ),
            File(
                "entries/models/elmfold.yaml",
                "\
name: ElmFold
category: language
released: 2024-11
papers: [10.1038/s41592-024-02487-0]
",
            ),
        ],
        fix: "keep the identifier in the entry that it stands for; join entries that are one.",
    },
    Explanation {
        code: Code::LikelyDuplicate,
        why: "Models that share a paper and the code, or datasets that share a paper and the download, are often one thing under two names. To share one of the two is usual.",
        bad: &[
            File(
                PATH,
                "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
links: {code: https://github.com/example/Oak-FM}
",
            ),
            File(
                "entries/models/moak-fm.yaml",
                "\
name: mOak-FM
category: language
released: 2024-10
papers: [arXiv:2204.00300]
links: {code: https://github.com/example/Oak-FM}
",
            ),
        ],
        good: &[
            File(
                PATH,
                "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
links: {code: https://github.com/example/Oak-FM}
",
            ),
            File(
                "entries/models/moak-fm.yaml",
                "\
name: mOak-FM
distinct_from: [oak-fm]
category: language
released: 2024-10
papers: [arXiv:2204.00300]
links: {code: https://github.com/example/Oak-FM}
",
            ),
        ],
        fix: "join the two files; where they are two, say so with `distinct_from` in either of them.",
    },
];
