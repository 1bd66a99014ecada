//! What other programs make of a scalar without quotes, and how to write a text so that none mistakes it.

/// What a plain scalar reads as where it was meant as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Other {
    /// `null`, `~` or nothing.
    Nothing,
    /// `yes`, `off`, `true` …
    Boolean,
    /// `12`, `1e3`, `0x1F`, `12:30` …
    Number,
    /// `2022-02-14`.
    Date,
}

impl Other {
    /// The word for a sentence: "YAML reads this as …".
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Boolean => "a boolean",
            Self::Number => "a number",
            Self::Date => "a date",
        }
    }
}

/// What YAML 1.1 or 1.2 programs read in a plain scalar, if not a text.
#[must_use]
pub fn reads_as(text: &str) -> Option<Other> {
    let like_a_number = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | '_');
    if text.len() > "false".len() && !text.starts_with(like_a_number) {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    match lower.as_str() {
        "" | "~" | "null" => return Some(Other::Nothing),
        "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n" => return Some(Other::Boolean),
        _ => {}
    }
    let unsigned = lower.strip_prefix(['+', '-']).unwrap_or(&lower);
    if matches!(unsigned, ".inf" | ".nan") || is_number(unsigned) {
        return Some(Other::Number);
    }
    is_date(&lower).then_some(Other::Date)
}

/// The sign that some parsers take as part of a text without quotes, and others, within brackets, for something else.
pub(super) fn disputed_sign(text: &str) -> Option<&str> {
    let first = text.strip_prefix(['?', ':', '|', '>', '%', '@', '`']);
    match first {
        Some(rest) => text.strip_suffix(rest),
        None => (text.contains('?') && text.contains(":?")).then_some(":?"),
    }
}

/// The text as a YAML scalar that every program reads as this text, in block and in flow style.
#[must_use]
pub fn quoted(text: &str) -> String {
    if reads_as(text).is_some() { in_quotes(text) } else { written(text) }
}

/// The same for a field that takes numbers or dates, which then stand without quotes.
#[must_use]
pub fn written(text: &str) -> String {
    let plain = serde_yaml::to_string(text).unwrap_or_default();
    let value = reads_as(text).is_some_and(|other| other != Other::Nothing);
    let flow = text.contains([',', '[', ']', '{', '}']) || disputed_sign(text).is_some();
    if value || (plain.trim_end_matches('\n') == text && !flow) {
        return text.to_owned();
    }
    in_quotes(text)
}

/// A text in quotes as a person would put it there: in single ones where it has a backslash or a double one itself.
#[must_use]
pub fn enclosed(text: &str) -> String {
    if text.contains(['"', '\\']) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        format!("\"{text}\"")
    }
}

/// Whether a ` #` with this behind it was meant as part of the text before it: a comment begins with a space and a
/// word, and `#1`, `# 12`, `#tag` and `# of` do not.
#[must_use]
pub fn is_number_sign(behind: &str) -> bool {
    match behind.chars().next() {
        None | Some('#' | '!' | '-' | '=' | '\n') => false,
        Some(' ' | '\t') => {
            let word = behind.trim_start_matches([' ', '\t']);
            word.starts_with(|c: char| c.is_ascii_digit()) || word.starts_with("of ")
        }
        Some(_) => true,
    }
}

/// JSON strings are YAML's texts in double quotes.
fn in_quotes(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

fn is_number(text: &str) -> bool {
    if let Some(hex) = text.strip_prefix("0x") {
        return !hex.is_empty() && hex.bytes().all(|b| b.is_ascii_hexdigit() || b == b'_');
    }
    if let Some(octal) = text.strip_prefix("0o") {
        return !octal.is_empty() && octal.bytes().all(|b| matches!(b, b'0'..=b'7' | b'_'));
    }
    if let Some(binary) = text.strip_prefix("0b") {
        return !binary.is_empty() && binary.bytes().all(|b| matches!(b, b'0' | b'1' | b'_'));
    }
    is_decimal(text) || is_sexagesimal(text)
}

fn is_decimal(text: &str) -> bool {
    let (mantissa, exponent) = text.split_once('e').map_or((text, None), |(m, e)| (m, Some(e)));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit() || b == b'_');
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let has_digit = mantissa.bytes().any(|b| b.is_ascii_digit());
    let exponent = exponent.is_none_or(|exponent| {
        let power = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        !power.is_empty() && power.bytes().all(|b| b.is_ascii_digit())
    });
    has_digit && digits(whole) && digits(fraction) && !mantissa.starts_with('_') && exponent
}

/// `12:30` and `1:02:03.5` are numbers to base sixty in YAML 1.1.
fn is_sexagesimal(text: &str) -> bool {
    let mut parts = text.split(':');
    let first = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let small = |part: &&str| {
        let whole = part.split('.').next().unwrap_or_default();
        (1..=2).contains(&whole.len())
            && part.bytes().all(|b| b.is_ascii_digit() || b == b'.')
            && whole < "60"
    };
    !rest.is_empty()
        && !first.is_empty()
        && first.bytes().all(|b| b.is_ascii_digit() || b == b'_')
        && rest.iter().all(small)
}

fn is_date(text: &str) -> bool {
    let day = text.split(['t', ' ']).next().unwrap_or_default();
    let parts: Vec<&str> = day.split('-').collect();
    let digits = |part: &str, least: usize, most: usize| {
        (least..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    matches!(parts.as_slice(), [y, m, d] if digits(y, 4, 4) && digits(m, 1, 2) && digits(d, 1, 2))
}
