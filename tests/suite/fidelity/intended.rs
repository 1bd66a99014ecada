//! Where a README of ours differs from the seed on purpose: the place, what the seed has, what ours has, and why.

/// A difference: place, seed's value, ours or nothing where it is gone.
pub(super) type Difference = (&'static str, &'static str, Option<&'static str>);

/// What differs even though the entries are the seed's own, mistakes and all.
pub(super) const DIFFERENCES: &[Difference] = &[
    // The title is a title; the name of the repository stays in its address.
    ("heading 1", "RNA-Foundation-Model-Survey", Some("RNA Foundation Model Survey")),
    // The picture is not in the repository, so that GitHub shows a broken one.
    ("picture", "png/logo.jpg", None),
    // Three of the four anchors are dead: GitHub's slugs have no dots and no parentheses.
    ("navigation Research Survey", "#2.Survey (研究综述)", Some("#2survey-研究综述")),
    (
        "navigation Dataset & benchmarks",
        "#3.Datasets and Benchmarks (数据集与评测结果)",
        Some("#3datasets-and-benchmarks-数据集与评测结果"),
    ),
    ("navigation Challenges", "#4.Challenges (竞赛信息)", Some("#4challenges-竞赛信息")),
    // Dates are written as ISO 8601 has them, so that they sort and cannot be read as decimals.
    ("RNABERT, Release Time", "2022.02", Some("2022-02")),
    // What is empty says so: nobody has recorded it yet.
    ("GenerRNA, Model_size", "", Some("not recorded")),
    ("RfamGen, Model_size", "", Some("not recorded")),
    ("RNABERT, Description", "", Some("not recorded")),
    ("RNA-FM, Description", "", Some("not recorded")),
    ("SpliceBERT, Description", "", Some("not recorded")),
    ("RNA-MSM, Description", "", Some("not recorded")),
    ("Omnigenome, Description", "", Some("not recorded")),
    ("GenerRNA, Description", "", Some("not recorded")),
    ("RfamGen, Description", "", Some("not recorded")),
    ("Bert2Ome, Description", "", Some("not recorded")),
    // Two rows are one cell short.
    ("RfamGen, Model Link", "", Some("not recorded")),
    ("Bert2Ome, Model Link", "", Some("not recorded")),
    // Six of six links called "Code" lead to weights, and are called what they are.
    (
        "RNABERT, Model Link",
        "[[Code](https://huggingface.co/multimolecule/rnabert)]",
        Some("[[Weights](https://huggingface.co/multimolecule/rnabert)]"),
    ),
    (
        "RNA-FM, Model Link",
        "[[Code](https://huggingface.co/multimolecule/rnafm?text=UAGC%3Cmask%3EUAUCAGACUGAUGUUG)]",
        Some(
            "[[Weights](https://huggingface.co/multimolecule/rnafm?text=UAGC%3Cmask%3EUAUCAGACUGAUGUUG)]",
        ),
    ),
    (
        "SpliceBERT, Model Link",
        "[[Code](https://huggingface.co/multimolecule/splicebert?text=UAGC%3Cmask%3EUAUCAGACUGAUGUUG)]",
        Some(
            "[[Weights](https://huggingface.co/multimolecule/splicebert?text=UAGC%3Cmask%3EUAUCAGACUGAUGUUG)]",
        ),
    ),
    (
        "RNA-MSM, Model Link",
        "[[Code](https://huggingface.co/multimolecule/rnamsm?text=GGUC%3Cmask%3ECUCUGGUUAGACCAGAUCUGAGCCU)]",
        Some(
            "[[Weights](https://huggingface.co/multimolecule/rnamsm?text=GGUC%3Cmask%3ECUCUGGUUAGACCAGAUCUGAGCCU)]",
        ),
    ),
    (
        "Omnigenome, Model Link",
        "[[Code](https://huggingface.co/yangheng/OmniGenome-186M)]",
        Some("[[Weights](https://huggingface.co/yangheng/OmniGenome-186M)]"),
    ),
    (
        "GenerRNA, Model Link",
        "[[Code](https://huggingface.co/pfnet/GenerRNA)]",
        Some("[[Weights](https://huggingface.co/pfnet/GenerRNA)]"),
    ),
    // A title that begins with the name does not get the name before it once more.
    (
        "paper of Language FMs",
        "Omnigenome: OmniGenome: Aligning RNA Sequences with Secondary Structures in Genomic Foundation Models. [[AAAI](https://ojs.aaai.org/index.php/AAAI/article/view/35500)]",
        Some(
            "OmniGenome: Aligning RNA Sequences with Secondary Structures in Genomic Foundation Models. [[AAAI](https://ojs.aaai.org/index.php/AAAI/article/view/35500)]",
        ),
    ),
    (
        "paper of Language FMs",
        "GenerRNA: GenerRNA: a generative pre-trained language model for de novo RNA design. [[PLOS](https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0310814)]",
        Some(
            "GenerRNA: a generative pre-trained language model for de novo RNA design. [[PLOS](https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0310814)]",
        ),
    ),
    (
        "paper of Multimodal FMs",
        "Bert2Ome: BERT2OME: Prediction of 2′-O-Methylation Modifications From RNA Sequence by Transformer Architecture Based on BERT [[IEEE/ACM Trans on Comput Biol Bioinform](https://ieeexplore.ieee.org/document/10018863)]",
        Some(
            "BERT2OME: Prediction of 2′-O-Methylation Modifications From RNA Sequence by Transformer Architecture Based on BERT [[IEEE/ACM Trans on Comput Biol Bioinform](https://ieeexplore.ieee.org/document/10018863)]",
        ),
    ),
    // The seed strikes rules where a section is empty; ours says that it is empty and how to fill it.
    ("rule", "- - -", None),
    ("rule", "- - -", None),
    ("rule", "- - -", None),
    ("rule", "- - -", None),
    // Badges that are commented out, and their addresses, are of another repository.
    (
        "comment",
        "<!-- [![Contributors][contributors-shield]][contributors-url] [![Forks][forks-shield]][forks-url] [![Stargazers][stars-shield]][stars-url] [![Issues][issues-shield]][issues-url] -->",
        None,
    ),
    (
        "definition contributors-shield",
        "https://img.shields.io/github/contributors/jindongwang/transferlearning.svg?style=for-the-badge",
        None,
    ),
    (
        "definition contributors-url",
        "https://github.com/jindongwang/transferlearning/graphs/contributors",
        None,
    ),
    (
        "definition forks-shield",
        "https://img.shields.io/github/forks/jindongwang/transferlearning.svg?style=for-the-badge",
        None,
    ),
    (
        "definition forks-url",
        "https://github.com/jindongwang/transferlearning/network/members",
        None,
    ),
    (
        "definition stars-shield",
        "https://img.shields.io/github/stars/jindongwang/transferlearning.svg?style=for-the-badge",
        None,
    ),
    ("definition stars-url", "https://github.com/jindongwang/transferlearning/stargazers", None),
    (
        "definition issues-shield",
        "https://img.shields.io/github/issues/jindongwang/transferlearning.svg?style=for-the-badge",
        None,
    ),
    ("definition issues-url", "https://github.com/jindongwang/transferlearning/issues", None),
    (
        "definition license-shield",
        "https://img.shields.io/github/license/jindongwang/transferlearning.svg?style=for-the-badge",
        None,
    ),
    (
        "definition license-url",
        "https://github.com/jindongwang/transferlearning/blob/main/LICENSE.txt",
        None,
    ),
];
