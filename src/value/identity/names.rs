//! Names and titles as they are compared: in one normal form, without case, and without what only separates words.

use icu_normalizer::ComposingNormalizer;
use unicase::UniCase;

/// A name without case and separators: `Oak-FM`, `ＯＡＫ＿ＦＭ` and `oak fm` are one.
///
/// Marks such as `#`, `*`, `+` and `?` stay, since `C` and `C#` are two names. So does what stands between two digits,
/// since `1.5` is not `15`.
#[must_use]
pub fn folded(name: &str) -> String {
    let even = evened(name);
    let kept = joined(&even, is_separator);
    if kept.is_empty() { even } else { kept }
}

/// A title without case, spaces and punctuation.
#[must_use]
pub fn folded_title(title: &str) -> String {
    let even = evened(title);
    let kept = joined(&even, |c| is_separator(c) || is_punctuation(c));
    if kept.is_empty() { even } else { kept }
}

/// The form in which compatible characters are one (NFKC), without case.
#[must_use]
pub fn evened(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let nfkc = ComposingNormalizer::new_nfkc();
    let folded = UniCase::unicode(nfkc.normalize(text).into_owned()).to_folded_case();
    nfkc.normalize(&folded).into_owned()
}

/// Leaves out what is dropped; between two digits, something stays.
fn joined(text: &str, is_dropped: impl Fn(char) -> bool) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut between = None;
    for c in text.chars() {
        if is_dropped(c) {
            between = Some(if between.is_none() && c == '.' { '.' } else { '-' });
            continue;
        }
        let digits = c.is_ascii_digit() && kept.ends_with(|last: char| last.is_ascii_digit());
        kept.extend(between.take().filter(|_| digits));
        kept.push(c);
    }
    // What stood apart may compose now.
    if kept.is_ascii() {
        kept
    } else {
        ComposingNormalizer::new_nfkc().normalize(&kept).into_owned()
    }
}

/// What separates the words of a name, or only surrounds them.
fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(c,
            '-' | '_' | '.' | ',' | ':' | ';' | '/' | '\\' | '(' | ')' | '[' | ']' | '{' | '}' | '<' | '>' | '|'
            | '\'' | '"' | '`' | '´' | '·' | '•' | '\u{2010}'..='\u{201f}' | '\u{2026}' | '\u{2032}'..='\u{2037}'
            | '\u{2039}' | '\u{203a}' | '\u{2212}' | '«' | '»' | '、' | '。' | '「' | '」' | '『' | '』' | '《' | '》'
            | '【' | '】' | '・' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// The rest of what a sentence needs. `C++` and `C#` are words of titles too.
fn is_punctuation(c: char) -> bool {
    (c.is_ascii_punctuation() && !matches!(c, '+' | '#'))
        || matches!(c, '\u{a1}' | '\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}')
}
