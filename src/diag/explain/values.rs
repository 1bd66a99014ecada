//! Dates and numbers: each written in one way, so that it can be compared.

use super::Explanation;
use super::Sample::File;
use super::files::ENTRY;
use crate::diag::Code;

const PATH: &str = "entries/models/oak-fm.yaml";

const SOURCED: &str = "\
name: Oak-FM
category: language
released: 2022-04
parameters: 99.52M
papers: [arXiv:2204.00300]
sources:
  - {for: [parameters], url: https://github.com/example/Oak-FM, kind: repository}
";

pub(super) const ALL: &[Explanation] = &[
    Explanation {
        code: Code::BadDate,
        why: "Dates are sorted and compared. `2022.10` is the number 2022.1 to other programs, and nobody can tell 03/04 from 04/03.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022.04
papers: [arXiv:2204.00300]
",
        )],
        good: &[File(PATH, ENTRY)],
        fix: "write year, month and day with hyphens, and no more of it than is known.",
    },
    Explanation {
        code: Code::ImpossibleDate,
        why: "A day that the calendar does not have was misread somewhere, and the right one may be far from it.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-02-30
papers: [arXiv:2204.00300]
",
        )],
        good: &[File(PATH, ENTRY)],
        fix: "look the date up; where only the month is known, write only that.",
    },
    Explanation {
        code: Code::BadCount,
        why: "Counts are compared as numbers. In `99,52 M` neither the comma nor the space can be trusted to mean the same everywhere.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
parameters: 99.52 million
papers: [arXiv:2204.00300]
sources:
  - {for: [parameters], url: https://github.com/example/Oak-FM, kind: repository}
",
        )],
        good: &[File(PATH, SOURCED)],
        fix: "write digits with a point and one of K, M, B, T; `~` means about and `>` more than.",
    },
    Explanation {
        code: Code::UnitMismatch,
        why: "The number of training sequences has been printed as the number of parameters more than once. A unit in the wrong field gives it away.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
parameters: 23.7M sequences
papers: [arXiv:2204.00300]
sources:
  - {for: [parameters, training], url: https://github.com/example/Oak-FM, kind: repository}
",
        )],
        good: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
parameters: 99.52M
training: {size: [23.7M sequences]}
papers: [arXiv:2204.00300]
sources:
  - {for: [parameters, training], url: https://github.com/example/Oak-FM, kind: repository}
",
        )],
        fix: "put amounts of data under `size`, and the bare number where a count belongs.",
    },
    Explanation {
        code: Code::BadQuantity,
        why: "An amount without its unit cannot be compared: 36M sequences and 36M letters differ a thousandfold.",
        bad: &[File(
            "entries/datasets/leafcentral.yaml",
            "\
name: LeafCentral
type: corpus
size: [36M]
sources:
  - {for: [size], url: https://leafcentral.org, kind: repository}
",
        )],
        good: &[File(
            "entries/datasets/leafcentral.yaml",
            "\
name: LeafCentral
type: corpus
size: [36M sequences]
sources:
  - {for: [size], url: https://leafcentral.org, kind: repository}
",
        )],
        fix: "write a count, one space and a unit of the vocabulary.",
    },
    Explanation {
        code: Code::BadScore,
        why: "Scores are ranked as numbers; what else stands beside them is said once, in the column.",
        bad: &[File(
            "entries/datasets/beacon.yaml",
            "\
name: BEACON
type: benchmark
leaderboard:
  basis: reported
  source: https://github.com/example/LeafBenchmark
  columns:
    ss: {task: secondary-structure-prediction, metric: F1, better: higher}
  rows:
    - {label: CNN, scores: {ss: 49.95%}}
",
        )],
        good: &[File(
            "entries/datasets/beacon.yaml",
            "\
name: BEACON
type: benchmark
leaderboard:
  basis: reported
  source: https://github.com/example/LeafBenchmark
  columns:
    ss: {task: secondary-structure-prediction, metric: F1, unit: \"%\", better: higher}
  rows:
    - {label: CNN, scores: {ss: 49.95 ± 0.82}}
",
        )],
        fix: "write the number alone, with ` ± ` and its spread where one is reported; the unit belongs to the column.",
    },
    Explanation {
        code: Code::BadInteger,
        why: "A rank, a number of rows or a budget is counted from one in whole numbers.",
        bad: &[File(
            "entries/challenges/treetop-2023.yaml",
            "\
name: Stanford Treetop
url: https://www.kaggle.com/competitions/treetop-challenge
dates: {start: 2023-09, end: 2023-12}
winners:
  - {rank: first, name: vigg}
sources:
  - {for: [winners], url: https://www.kaggle.com/c/treetop-challenge, kind: secondary}
",
        )],
        good: &[File(
            "entries/challenges/treetop-2023.yaml",
            "\
name: Stanford Treetop
url: https://www.kaggle.com/competitions/treetop-challenge
dates: {start: 2023-09, end: 2023-12}
winners:
  - {rank: 1, name: vigg}
sources:
  - {for: [winners], url: https://www.kaggle.com/c/treetop-challenge, kind: secondary}
",
        )],
        fix: "write a whole number from 1, in digits.",
    },
];
