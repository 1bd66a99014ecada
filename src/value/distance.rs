//! "Did you mean": the known word nearest to a wrong one.

/// The word a writer most likely meant, or nothing where none is near.
///
/// Case and the choice of `_`, `-` or space do not count. An equal word comes first, then one that differs in number
/// (`model`, `models`), then one a letter away, then one that begins with the other, then those further away; the
/// limit grows with the length. Among equals the first in sorted order wins.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 100;
    let folded = fold(wrong);
    let length = folded.chars().count();
    if length == 0 || length > LONGEST {
        return None;
    }
    let ranked =
        known.into_iter().filter_map(|word| Some((rank(&folded, length, &fold(word))?, word)));
    ranked.min().map(|(_, word)| word)
}

/// Whether a key is near enough to be asked for: a short one that differs in two letters is another word.
#[must_use]
pub fn is_near_key(wrong: &str, near: &str) -> bool {
    let (folded, key) = (fold(wrong), fold(near));
    let shorter = folded.chars().count().min(key.chars().count());
    let begins = shorter >= 3 && (key.starts_with(&folded) || folded.starts_with(&key));
    begins || shorter > 6 || is_slip(wrong, near) || strsim::damerau_levenshtein(&folded, &key) <= 1
}

/// Whether two words differ in nothing but capitals, hyphens, underscores and spaces.
#[must_use]
pub fn is_same(wrong: &str, word: &str) -> bool {
    fold(wrong) == fold(word)
}

/// Whether two words differ by no more than a slip of the pen, so that a machine may put one in the other's place.
///
/// One that goes on where the other ends, such as `encoder` and `encoder-decoder`, may be meant as it stands.
#[must_use]
pub fn is_slip(wrong: &str, word: &str) -> bool {
    let (wrong, word) = (fold(wrong), fold(word));
    let shorter = wrong.chars().count().min(word.chars().count());
    let most = match shorter {
        0..=4 => 0,
        5..=8 => 1,
        _ => 2,
    };
    is_plural(&wrong, &word)
        || is_plural(&word, &wrong)
        || strsim::damerau_levenshtein(&wrong, &word) <= most
}

fn fold(word: &str) -> String {
    word.trim().to_lowercase().replace(['_', ' '], "-")
}

/// The rank of a folded candidate: lower is nearer, nothing is too far.
fn rank(wrong: &str, length: usize, word: &str) -> Option<usize> {
    if wrong == word {
        return Some(0);
    }
    if is_plural(wrong, word) || is_plural(word, wrong) {
        return Some(1);
    }
    let other = word.chars().count();
    let limit = match length {
        0..=4 => 1,
        5..=8 => 2,
        _ => 3,
    };
    // A distance as long as the shorter word shares nothing with it.
    let near = (length.abs_diff(other) <= limit)
        .then(|| strsim::damerau_levenshtein(wrong, word))
        .filter(|distance| *distance <= limit && *distance < length.min(other));
    let begins = length.min(other) >= 3 && (word.starts_with(wrong) || wrong.starts_with(word));
    match near {
        Some(1) => Some(2),
        _ if begins => Some(3),
        Some(distance) => Some(distance + 2),
        None => None,
    }
}

fn is_plural(one: &str, many: &str) -> bool {
    let ending = |end: &str| many.strip_suffix(end);
    one.len() >= 2
        && (ending("s") == Some(one)
            || ending("es") == Some(one)
            || ending("ies").zip(one.strip_suffix('y')).is_some_and(|(many, one)| many == one))
}
