//! What a value of a shape looks like, for the help of those who have never typed one.

use super::{Field, Reader, Shape};

/// A key with a value as it may stand, such as `released: 2022-02`.
pub(super) fn example_pair(field: &Field) -> String {
    format!("{}: {}", field.key, example(&(field.shape)()))
}

/// A value of a shape; `…` where only the writer can know.
pub(super) fn example(shape: &Shape) -> String {
    let text = match shape {
        Shape::Boolean => "true",
        Shape::Integer | Shape::Version => "1",
        Shape::Date => "2022-02",
        Shape::Count => "99.52M",
        Shape::Quantity => "36M sequences",
        Shape::Score => "68.5 ± 0.54",
        Shape::Url => "https://…",
        Shape::Doi => "10.1093/nar/gkad1031",
        Shape::Arxiv | Shape::PaperRef => "arXiv:2204.00300",
        Shape::Licence => "Apache-2.0",
        Shape::Author => "Given Family",
        Shape::Route => "parameters",
        Shape::EntryPath => "models/rna-fm",
        Shape::Choice(words) => words.first().map_or("…", |(word, _)| word),
        Shape::Line
        | Shape::Locator
        | Shape::Text { .. }
        | Shape::Id
        | Shape::Slug
        | Shape::Ref(_)
        | Shape::Word(_)
        | Shape::AsWritten => "…",
        Shape::Term => "{en: …}",
        Shape::List(of) => return format!("[{}]", example(of)),
        Shape::Map(of) => return format!("{{a-name: {}}}", example(of)),
        Shape::Record { fields, .. } => {
            let needed = fields.iter().find(|field| field.need != super::Need::Optional);
            let first = needed.or(fields.first()).map_or_else(String::new, example_pair);
            return format!("{{{first}}}");
        }
        Shape::Reported(shape) | Shape::Either(shape, _) => return example(shape),
    };
    text.to_owned()
}

/// What else may stand in a value's place, where the list of it is short.
pub(super) fn choice_of(shape: &Shape, reader: &Reader<'_>) -> String {
    let words: Vec<&str> = match shape {
        Shape::Choice(words) => words.iter().map(|(word, _)| *word).collect(),
        Shape::Word(section) => {
            let vocabulary = reader.context.vocabulary;
            vocabulary.into_iter().flat_map(|known| known.words(section)).collect()
        }
        _ => Vec::new(),
    };
    if words.is_empty() { String::new() } else { format!(" with one of {}", words.join(", ")) }
}
