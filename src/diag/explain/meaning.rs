//! Meaning: what an entry says agrees with itself, with other entries and with its sources.

use super::Explanation;
use super::Sample::File;
use crate::diag::Code;

const PATH: &str = "entries/models/oak-fm.yaml";
const BOARD: &str = "entries/datasets/beacon.yaml";

pub(super) const ALL: &[Explanation] = &[
    Explanation {
        code: Code::LinkInWrongPlace,
        why: "Readers follow `code` to code and `weights` to weights, and compare models by which of them they have.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
links:
  code: https://huggingface.co/example/oakfm
",
        )],
        good: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
links:
  weights: https://huggingface.co/example/oakfm
",
        )],
        fix: "move the address under the key that the finding names.",
    },
    Explanation {
        code: Code::VariantMismatch,
        why: "The one size that tables and charts show has to be the size of something that exists.",
        bad: &[File(
            "entries/models/birchlm.yaml",
            "\
name: BirchLM
category: language
released: 2024-02
parameters: 650M
variants:
  giga: {parameters: 650.88M}
  micro: {parameters: 33.48M}
links: {code: https://github.com/example/BirchLM}
sources:
  - {for: [parameters, variants], url: https://github.com/example/BirchLM, kind: repository}
",
        )],
        good: &[File(
            "entries/models/birchlm.yaml",
            "\
name: BirchLM
category: language
released: 2024-02
parameters: 650.88M
variants:
  giga: {parameters: 650.88M}
  micro: {parameters: 33.48M}
links: {code: https://github.com/example/BirchLM}
sources:
  - {for: [parameters, variants], url: https://github.com/example/BirchLM, kind: repository}
",
        )],
        fix: "give the size of the variant to be shown; what another source says goes under `disputed`.",
    },
    Explanation {
        code: Code::UnknownVariant,
        why: "A result belongs to the variant that was measured; under a name that the model does not have, nobody can tell which.",
        bad: &[
            File(
                "entries/models/birchlm.yaml",
                "\
name: BirchLM
category: language
released: 2024-02
variants: {giga: {context: 1022}, micro: {context: 1022}}
links: {code: https://github.com/example/BirchLM}
",
            ),
            File(
                BOARD,
                "\
name: BEACON
type: benchmark
leaderboard:
  basis: reported
  source: https://github.com/example/LeafBenchmark
  columns:
    ss: {task: secondary-structure-prediction, metric: F1, better: higher}
  rows:
    - {model: birchlm, variant: gigant, scores: {ss: 68.5}}
",
            ),
        ],
        good: &[
            File(
                "entries/models/birchlm.yaml",
                "\
name: BirchLM
category: language
released: 2024-02
variants: {giga: {context: 1022}, micro: {context: 1022}}
links: {code: https://github.com/example/BirchLM}
",
            ),
            File(
                BOARD,
                "\
name: BEACON
type: benchmark
leaderboard:
  basis: reported
  source: https://github.com/example/LeafBenchmark
  columns:
    ss: {task: secondary-structure-prediction, metric: F1, better: higher}
  rows:
    - {model: birchlm, variant: giga, scores: {ss: 68.5}}
",
            ),
        ],
        fix: "write the variant as the model's file names it, or add it there.",
    },
    Explanation {
        code: Code::UnknownColumn,
        why: "A score without a column has no task, no metric and no direction: it cannot be ranked.",
        bad: &[File(
            BOARD,
            "\
name: BEACON
type: benchmark
leaderboard:
  basis: reported
  source: https://github.com/example/LeafBenchmark
  columns:
    ss: {task: secondary-structure-prediction, metric: F1, better: higher}
  rows:
    - {label: CNN, scores: {sss: 49.95}}
",
        )],
        good: &[File(
            BOARD,
            "\
name: BEACON
type: benchmark
leaderboard:
  basis: reported
  source: https://github.com/example/LeafBenchmark
  columns:
    ss: {task: secondary-structure-prediction, metric: F1, better: higher}
  rows:
    - {label: CNN, scores: {ss: 49.95}}
",
        )],
        fix: "name a column that stands under `columns`, or add it there.",
    },
    Explanation {
        code: Code::ScoreOutOfRange,
        why: "A share of a hundred is no more than a hundred. A score beyond its unit is a slip or belongs to another column, and it would lead the ranking.",
        bad: &[File(
            BOARD,
            "\
name: BEACON
type: benchmark
leaderboard:
  basis: reported
  source: https://github.com/example/LeafBenchmark
  columns:
    ss: {task: secondary-structure-prediction, metric: F1, unit: '%', better: higher}
  rows:
    - {label: CNN, scores: {ss: 168.5}}
",
        )],
        good: &[File(
            BOARD,
            "\
name: BEACON
type: benchmark
leaderboard:
  basis: reported
  source: https://github.com/example/LeafBenchmark
  columns:
    ss: {task: secondary-structure-prediction, metric: F1, unit: '%', better: higher}
  rows:
    - {label: CNN, scores: {ss: 68.5}}
",
        )],
        fix: "type the number that the source prints; where it is right, mend the `unit` of the column.",
    },
    Explanation {
        code: Code::ScoreOutlier,
        why: "One fraction among percentages, or a point in the wrong place, moves a model to the end of a ranking or to its top.",
        bad: &[File(
            BOARD,
            "\
name: BEACON
type: benchmark
leaderboard:
  basis: reported
  source: https://github.com/example/LeafBenchmark
  columns:
    ss: {task: secondary-structure-prediction, metric: F1, better: higher}
  rows:
    - {label: CNN, scores: {ss: 68.5}}
    - {label: LSTM, scores: {ss: 0.71}}
    - {label: ResNet, scores: {ss: 70.2}}
",
        )],
        good: &[File(
            BOARD,
            "\
name: BEACON
type: benchmark
leaderboard:
  basis: reported
  source: https://github.com/example/LeafBenchmark
  columns:
    ss: {task: secondary-structure-prediction, metric: F1, better: higher}
  rows:
    - {label: CNN, scores: {ss: 68.5}}
    - {label: LSTM, scores: {ss: 71}}
    - {label: ResNet, scores: {ss: 70.2}}
",
        )],
        fix: "compare the score with its source, and type what is printed there in the unit of the column.",
    },
    Explanation {
        code: Code::ResultTooOld,
        why: "No paper reports results on a benchmark, or of a model, that was not there yet. Either the source is another one, or a date is wrong.",
        bad: &[
            File(
                "entries/papers/chen-2022-oak-fm.yaml",
                "\
title: Interpretable leaf foundation model from unannotated data
dates: {published: 2022-04}
doi: 10.1000/oak-fm
",
            ),
            File(
                BOARD,
                "\
name: BEACON
type: benchmark
released: 2024-06
leaderboard:
  basis: reported
  source: https://github.com/example/LeafBenchmark
  columns:
    ss: {task: secondary-structure-prediction, metric: F1, better: higher}
  rows:
    - {label: CNN, scores: {ss: 68.5}, source: https://doi.org/10.1000/oak-fm}
",
            ),
        ],
        good: &[
            File(
                "entries/papers/chen-2022-oak-fm.yaml",
                "\
title: Interpretable leaf foundation model from unannotated data
dates: {published: 2024-09}
doi: 10.1000/oak-fm
",
            ),
            File(
                BOARD,
                "\
name: BEACON
type: benchmark
released: 2024-06
leaderboard:
  basis: reported
  source: https://github.com/example/LeafBenchmark
  columns:
    ss: {task: secondary-structure-prediction, metric: F1, better: higher}
  rows:
    - {label: CNN, scores: {ss: 68.5}, source: https://doi.org/10.1000/oak-fm}
",
            ),
        ],
        fix: "give the source that reports the result, or mend the date of the model, the benchmark or the paper.",
    },
    Explanation {
        code: Code::BadRow,
        why: "A row is the result of one thing: of an entry, or of something that is none. With both or neither, it is nobody's.",
        bad: &[File(
            BOARD,
            "\
name: BEACON
type: benchmark
leaderboard:
  basis: reported
  source: https://github.com/example/LeafBenchmark
  columns:
    ss: {task: secondary-structure-prediction, metric: F1, better: higher}
  rows:
    - {scores: {ss: 49.95}}
",
        )],
        good: &[File(
            BOARD,
            "\
name: BEACON
type: benchmark
leaderboard:
  basis: reported
  source: https://github.com/example/LeafBenchmark
  columns:
    ss: {task: secondary-structure-prediction, metric: F1, better: higher}
  rows:
    - {label: CNN, scores: {ss: 49.95}}
",
        )],
        fix: "give `model` with the id of an entry, or `label` with a name; tell rows of one model apart by `variant` or `as`.",
    },
    Explanation {
        code: Code::DisputedSame,
        why: "A source that agrees with the chosen value disputes nothing; shown as a disagreement it would mislead.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
disputed:
  - {field: released, value: 2022-04, source: https://github.com/example/Oak-FM}
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
  - {for: [released], url: https://github.com/example/Oak-FM, kind: repository}
",
        )],
        fix: "move the address to `sources`, or give the value that differs.",
    },
    Explanation {
        code: Code::UnsourcedValue,
        why: "Numbers are what readers compare and cite. Without a source that names the field nobody can check them, and wrong ones are copied from list to list.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
parameters: 99.52M
papers: [arXiv:2204.00300]
",
        )],
        good: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
parameters: 99.52M
papers: [arXiv:2204.00300]
sources:
  - for: [parameters]
    url: https://github.com/example/collection/blob/cb097904a4/collection/models/oakfm/README.md
    kind: reimplementation-card
",
        )],
        fix: "add the place where the number can be read, with the field's name under `for`.",
    },
    Explanation {
        code: Code::UnusedAllow,
        why: "What allows nothing today would silence a mistake of tomorrow. It is looked for only where all entries can be read, as the errors of one may hide what another allows.",
        bad: &[File(
            PATH,
            "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
allow:
  - {code: unsourced-value, reason: The authors told us the number by letter.}
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
        fix: "delete the item, as `listwright fix` does.",
    },
    Explanation {
        code: Code::UnusedWord,
        why: "A word that no entry uses is a choice that leads to an empty page, or a second word for something that has one.",
        bad: &[
            File(
                "entries/vocabulary.yaml",
                "\
schema: 1
category:
  language: {en: Language model, zh: 语言模型}
  vision: {en: Vision model, zh: 视觉模型}
",
            ),
            File(PATH, super::files::ENTRY),
        ],
        good: &[
            File(
                "entries/vocabulary.yaml",
                "\
schema: 1
category:
  language: {en: Language model, zh: 语言模型}
",
            ),
            File(PATH, super::files::ENTRY),
        ],
        fix: "delete the word until an entry needs it, or use it.",
    },
    Explanation {
        code: Code::DuplicateLabel,
        why: "Two words that read the same are one word with two spellings: half of its entries are missing on either page, and no reader can tell which to choose.",
        bad: &[
            File(
                "entries/vocabulary.yaml",
                "\
schema: 1
category:
  language: {en: Language model, zh: 语言模型}
tag:
  longinput: {en: Long input, zh: 长的输入}
  long-input: {en: long input, zh: 长输入}
",
            ),
            File(
                PATH,
                "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
tags: [longinput, long-input]
",
            ),
        ],
        good: &[
            File(
                "entries/vocabulary.yaml",
                "\
schema: 1
category:
  language: {en: Language model, zh: 语言模型}
tag:
  long-input: {en: Long input, zh: 长输入}
",
            ),
            File(
                PATH,
                "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
tags: [long-input]
",
            ),
        ],
        fix: "keep one of the words and use it in every entry, or let the labels say how the two differ.",
    },
];
