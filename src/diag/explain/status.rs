//! Status and dates: what is not listed says why, and time runs one way.

use super::Explanation;
use super::Sample::File;
use super::files::ENTRY;
use crate::diag::Code;

const PATH: &str = "entries/models/oak-fm.yaml";

pub(super) const ALL: &[Explanation] = &[
    Explanation {
        code: Code::StatusReason,
        why: "Whoever finds an entry left out has a right to know why, and nobody should have to judge it twice. A listed entry needs no reason, and one beside it contradicts it.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
status: excluded
",
        )],
        good: &[File(
            PATH,
            "\
name: Oak-FM
status: excluded
reason: {code: off-topic, note: It is about stones.}
",
        )],
        fix: "add `reason` to a candidate, an excluded or a withdrawn entry, `superseded_by` to a superseded one, and neither to others.",
    },
    Explanation {
        code: Code::FutureDate,
        why: "Nothing in the list has happened after the day of the list. A date in the future is a slip of the finger, and would lead every list sorted by date.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2202-04
papers: [arXiv:2204.00300]
",
        )],
        good: &[File(PATH, ENTRY)],
        fix: "mend the date; where the day of the list is too early, give `--date`.",
    },
    Explanation {
        code: Code::DistantDay,
        why: "The newest day on which somebody worked on the list is the date of the list. One slip, such as 2062 for 2026, would end every challenge and let nothing lie in the future any more.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
sources:
  - {for: [released], url: https://arxiv.org/abs/2204.00300, kind: paper, checked: 2062-01-01}
added: 2062-01-02
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
  - {for: [released], url: https://arxiv.org/abs/2204.00300, kind: paper, checked: 2026-01-01}
added: 2026-01-02
",
        )],
        fix: "mend the day that is wrong; where both are right, the warning goes as others work on the list.",
    },
    Explanation {
        code: Code::DateOrder,
        why: "A preprint comes before the publication and a start before an end; otherwise the two were exchanged, or belong to different papers.",
        bad: &[File(
            "entries/papers/zhang-2024-oak-msm.yaml",
            "\
title: Multiple image alignment-based leaf language model
dates: {preprint: 2024-01, published: 2023-03}
doi: 10.1093/nar/gkad1031
",
        )],
        good: &[File(
            "entries/papers/zhang-2024-oak-msm.yaml",
            "\
title: Multiple image alignment-based leaf language model
dates: {preprint: 2023-03, published: 2024-01}
doi: 10.1093/nar/gkad1031
",
        )],
        fix: "exchange the two dates, or mend one of them.",
    },
];
