//! Invented prose: sentences, Markdown, names of people. None of it claims to be about real work.

use crate::random::Random;

const WORDS: [&str; 96] = [
    "sequence",
    "structure",
    "motif",
    "folding",
    "alignment",
    "family",
    "pretraining",
    "masked",
    "token",
    "embedding",
    "encoder",
    "decoder",
    "attention",
    "layer",
    "benchmark",
    "secondary",
    "contact",
    "splice",
    "isoform",
    "transcript",
    "codon",
    "untranslated",
    "region",
    "stability",
    "expression",
    "ribosome",
    "binding",
    "site",
    "protein",
    "interaction",
    "modification",
    "methylation",
    "prediction",
    "baseline",
    "ablation",
    "split",
    "leakage",
    "cluster",
    "identity",
    "threshold",
    "corpus",
    "noncoding",
    "messenger",
    "transfer",
    "small",
    "nuclear",
    "viral",
    "genome",
    "evolutionary",
    "conservation",
    "covariance",
    "thermodynamic",
    "energy",
    "loop",
    "stem",
    "hairpin",
    "pseudoknot",
    "generative",
    "design",
    "inverse",
    "diffusion",
    "language",
    "scaling",
    "parameter",
    "annotation",
    "curated",
    "probe",
    "linear",
    "head",
    "regression",
    "classification",
    "accuracy",
    "score",
    "correlation",
    "metric",
    "evaluation",
    "challenge",
    "reactivity",
    "probing",
    "chemical",
    "mapping",
    "experiment",
    "assay",
    "library",
    "screen",
    "large",
    "open",
    "weights",
    "release",
    "checkpoint",
    "inference",
    "memory",
    "efficient",
    "context",
    "window",
    "range",
];

const CHINESE: [&str; 24] = [
    "序列",
    "结构",
    "模型",
    "预训练",
    "数据集",
    "碱基",
    "剪接",
    "转录本",
    "非编码",
    "折叠",
    "二级结构",
    "注意力",
    "编码器",
    "表示",
    "下游任务",
    "评测",
    "参数",
    "上下文",
    "长度",
    "开放",
    "权重",
    "基因组",
    "保守性",
    "家族",
];

const GIVEN: [&str; 26] = [
    "Ana", "Bo", "Chen", "Dora", "Émile", "Fay", "Gus", "Hana", "Ivo", "Jun", "Kai", "Léa", "Max",
    "Nia", "Omar", "Pia", "Quy", "Rui", "Sol", "Tia", "Uma", "Vik", "Wen", "Xia", "Yan", "Zoë",
];

const FAMILY: [&str; 26] = [
    "Abel", "Berg", "Cruz", "Díaz", "Eng", "Fox", "Gao", "Hall", "Itō", "Jung", "Kim", "López",
    "Mori", "Novák", "Okoye", "Patel", "Quist", "Rossi", "Sato", "Tran", "Ueda", "Vega", "Wang",
    "Xu", "Yoon", "Zhao",
];

/// A word.
pub(crate) fn word(random: &mut Random) -> &'static str {
    random.one(&WORDS)
}

/// The word of a free label; no two numbers give the same.
pub(crate) fn tag(number: usize) -> String {
    let first = WORDS[number % WORDS.len()];
    let second = WORDS[(number * 7 + number / WORDS.len() + 3) % WORDS.len()];
    format!("{first}-{second}-{number}")
}

/// A word that begins with a capital.
pub(crate) fn capital(random: &mut Random) -> String {
    let word = word(random);
    word[..1].to_uppercase() + &word[1..]
}

/// A sentence of some words, without marks of YAML or Markdown.
pub(crate) fn sentence(random: &mut Random, words: usize) -> String {
    let mut text = capital(random);
    for _ in 1..words {
        text.push(' ');
        text.push_str(word(random));
    }
    text + "."
}

/// A Chinese sentence.
pub(crate) fn chinese(random: &mut Random, words: usize) -> String {
    let words: String = (0..words).map(|_| random.one(&CHINESE)).collect();
    words + "。"
}

/// The name of a person, in one of the ways in which it may be written.
pub(crate) fn author(random: &mut Random) -> String {
    let (given, family) = (random.one(&GIVEN), random.one(&FAMILY));
    match random.below(20) {
        0 => format!("\"{family}, {given}\""),
        1 => format!("{{group: {} Consortium}}", capital(random)),
        2 => format!("{given} van {family}"),
        _ => format!("{given} {family}"),
    }
}

/// Sixty to a hundred and twenty words of Markdown in two paragraphs, indented for a literal block.
pub(crate) fn markdown(random: &mut Random, indent: &str, id: &str) -> String {
    let (mut left, mut text) = (random.between(60, 120), String::new());
    let half = left / 2;
    let mut halved = false;
    text.push_str(indent);
    while left > 0 {
        let length = random.between(8, 16).min(left);
        left -= length;
        text.push_str(&marked(random, length));
        if left <= half && !halved {
            halved = true;
            let address = format!("https://example.org/notes/{id}");
            text.push_str(&format!(" See the [{} notes]({address}).\n\n{indent}", word(random)));
        } else if left > 0 {
            text.push(' ');
        }
    }
    text.truncate(text.trim_end().len());
    text + "\n"
}

/// A sentence of which a word is emphasised now and then.
fn marked(random: &mut Random, words: usize) -> String {
    let mark = match random.below(10) {
        0..=2 => "*",
        3..=4 => "**",
        5 => "`",
        _ => "",
    };
    let mut text = capital(random);
    for at in 1..words {
        let word = word(random);
        let mark = if at == 3 { mark } else { "" };
        text.push_str(&format!(" {mark}{word}{mark}"));
    }
    text + "."
}
