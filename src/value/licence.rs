//! A licence: an SPDX expression, or a word that the list itself defines for what SPDX does not know.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::{Serialize, Serializer};
use spdx::Expression;
use spdx::identifiers::{EXCEPTIONS, IS_DEPRECATED, LICENSES};

use super::{Malformed, nearest, parse_with, quoted, slug};
use crate::diag::Code;

/// The most bytes a licence may have.
const LONGEST: usize = 200;

/// The list's own id for "nothing is said", which is a state here and no licence.
const NOTHING: &str = "NOASSERTION";

/// An SPDX id or expression such as `Apache-2.0`, or a word of the list's own vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Licence {
    text: String,
    named: bool,
}

impl Licence {
    /// Reads a licence; `named` knows the words of the list's own section.
    pub fn parse(text: &str, named: &dyn Fn(&str) -> bool) -> Result<Self, Malformed> {
        parse_with(text, Code::UnknownLicence, |text| {
            if named(text) {
                return Ok(Self { text: text.to_owned(), named: true });
            }
            if is_current(text) {
                return Ok(Self { text: text.to_owned(), named: false });
            }
            Err(explain(text, named))
        })
    }

    /// The licence as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// True for a word of the list's own vocabulary, false for SPDX.
    #[must_use]
    pub fn is_named(&self) -> bool {
        self.named
    }

    /// The address of SPDX's page on it, where it is a single id.
    #[must_use]
    pub fn url(&self) -> Option<String> {
        let single = !self.named && LICENSES.iter().any(|(id, ..)| *id == self.text);
        single.then(|| format!("https://spdx.org/licenses/{}.html", self.text))
    }
}

/// Reads SPDX only, without words of a list.
impl FromStr for Licence {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        Self::parse(text, &|_| false)
    }
}

impl fmt::Display for Licence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for Licence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// True for a strict SPDX expression in which nothing is deprecated.
fn is_current(text: &str) -> bool {
    // The parser reads `GPL-3.0-or-later` as the deprecated `GPL-3.0`, so the words are asked themselves.
    let deprecated = |word: &str| DEPRECATED.contains(word);
    expression(text).is_some() && !text.split([' ', '(', ')']).any(deprecated)
}

/// The ids of licences and exceptions that are no longer in use.
static DEPRECATED: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let licences = LICENSES.iter().map(|(id, _, flags)| (*id, *flags));
    let all = licences.chain(EXCEPTIONS.iter().copied());
    all.filter(|(_, flags)| flags & IS_DEPRECATED != 0).map(|(id, _)| id).collect()
});

fn expression(text: &str) -> Option<Expression> {
    let plain = text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ');
    let fits = plain && !text.contains(NOTHING) && text.len() <= LONGEST && !text.contains("  ");
    fits.then(|| Expression::parse(text).ok()).flatten()
}

fn explain(text: &str, named: &dyn Fn(&str) -> bool) -> Malformed {
    const FORM: &str = "write an SPDX id such as `MIT`, `Apache-2.0` or `CC-BY-4.0`, or a word of the section \
                        `licence` of vocabulary.yaml";
    let deprecated = expression(text).is_some();
    let what = if deprecated {
        "is an SPDX id that is no longer in use"
    } else {
        "is not a known licence"
    };
    let refusal = Malformed::new(Code::UnknownLicence, format!("{} {what}", quoted(text)));
    if text.len() > LONGEST {
        return refusal.label("too long").help(FORM);
    }
    let known = tidy(text).or_else(|| slug(text).filter(|word| named(word)));
    if let Some(known) = known {
        let refusal = if deprecated { refusal.label("deprecated by SPDX") } else { refusal };
        return match known.strip_suffix("-only") {
            Some(family) if !text.to_ascii_lowercase().contains("only") => refusal
                // Which of the two, no machine can tell.
                .help(format!(
                    "write `{known}`, or `{family}-or-later` where later versions are allowed too"
                )),
            Some(_) | None if is_one_name(text) => refusal.instead(known),
            Some(_) | None => refusal.suggest(known),
        };
    }
    let family = versions(text);
    if let Some((newest, others)) = family.split_last() {
        let others: Vec<String> = others.iter().map(|id| format!("`{id}`")).collect();
        let all = if others.is_empty() {
            format!("`{newest}`")
        } else {
            format!("{} or `{newest}`", others.join(", "))
        };
        return refusal
            .label("which one is not said")
            .help(format!("write {all}, as the licence's own text says it"));
    }
    // The nearest name may be another licence: said, but never put in its place by a machine.
    match nearest(text, current().map(|(id, _)| id)) {
        Some(id) => refusal.help(format!("did you mean `{id}`? {FORM}")),
        None => refusal.help(FORM),
    }
}

/// The licences that differ from a text in nothing but a number behind it, as `GPL` and `GPL-3.0-only` do.
fn versions(text: &str) -> Vec<&'static str> {
    let is_version = |id: &&str| {
        let (Some(start), Some(rest)) = (id.get(..text.len()), id.get(text.len()..)) else {
            return false;
        };
        let number = rest.strip_prefix('-').map(|rest| {
            ["-only", "-Clause"].iter().find_map(|end| rest.strip_suffix(end)).unwrap_or(rest)
        });
        let is_number = |number: &str| {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        };
        start.eq_ignore_ascii_case(text) && number.is_some_and(is_number)
    };
    current().map(|(id, _)| id).filter(is_version).collect()
}

/// Whether a text is the name or the id of one licence, written in another way; anything else was made out by rules.
fn is_one_name(text: &str) -> bool {
    tidy_id(text)
        .is_some_and(|id| alias(&fold(text)).is_none() && !text.contains('+') || id == text)
}

/// The ids in use, with their full names; without the one that says nothing.
fn current() -> impl Iterator<Item = (&'static str, &'static str)> {
    let usable = |(id, _, flags): &&(&str, &str, u8)| flags & IS_DEPRECATED == 0 && *id != NOTHING;
    LICENSES.iter().filter(usable).map(|(id, name, _)| (*id, *name))
}

/// The expression that a loosely written licence means, where there is only one.
fn tidy(text: &str) -> Option<String> {
    if let Some(id) = tidy_id(text) {
        return Some(id.to_owned());
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ").replace('/', " / ");
    let lower = text.to_ascii_lowercase();
    let operators: &[(&str, &str)] =
        &[(" or ", " OR "), (" and ", " AND "), (" / ", " OR "), (" with ", " WITH ")];
    let mut present = operators.iter().filter(|(word, _)| lower.contains(word));
    let (word, operator) = present.next().filter(|_| present.next().is_none())?;
    let mut parts = Vec::new();
    for (at, part) in lower.split(word).enumerate() {
        let exception = *operator == " WITH " && at > 0;
        parts.push(if exception { exception_id(part.trim())? } else { tidy_id(part.trim())? });
    }
    Some(parts.join(operator))
}

fn exception_id(text: &str) -> Option<&'static str> {
    EXCEPTIONS.iter().map(|(id, _)| *id).find(|id| id.eq_ignore_ascii_case(text))
}

/// The current SPDX id that a loosely written name means.
fn tidy_id(text: &str) -> Option<&'static str> {
    // Any other character may say more than the name does: `MIT?`, `(MIT`.
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b" -.,_+'\"".contains(&byte);
    if text.len() > 100 || !text.bytes().all(plain) {
        return None;
    }
    let folded = fold(text);
    let wanted = alias(&folded).map_or(folded, fold);
    let (base, later) = match wanted.strip_suffix('+').or_else(|| wanted.strip_suffix("orlater")) {
        Some(base) => (base, true),
        None => (wanted.as_str(), false),
    };
    if base.is_empty() {
        return None;
    }
    // Versions are written without their `.0`, and the GNU licences without `only`.
    let endings: &[&str] =
        if later { &["orlater", "0orlater"] } else { &["", "0", "only", "0only"] };
    endings.iter().find_map(|ending| FOLDED.get(&format!("{base}{ending}")).copied())
}

/// The ids in use under their folded ids and names; an id wins over a name.
static FOLDED: LazyLock<BTreeMap<String, &str>> = LazyLock::new(|| {
    let names = current().map(|(id, name)| (fold(name), id));
    names.chain(current().map(|(id, _)| (fold(id), id))).collect()
});

/// Common names that SPDX does not list.
fn alias(folded: &str) -> Option<&'static str> {
    Some(match folded {
        "bsd3" | "3clausebsd" | "newbsd" | "modifiedbsd" | "revisedbsd" => "BSD-3-Clause",
        "bsd2" | "2clausebsd" | "simplifiedbsd" | "freebsd" => "BSD-2-Clause",
        "cc0" | "cczero" => "CC0-1.0",
        "expat" | "mitx11" => "MIT",
        _ => return None,
    })
}

/// Leaves of a name what tells licences apart: letters and digits, without words such as "license" and "version".
fn fold(name: &str) -> String {
    let lower = name.to_ascii_lowercase();
    let mut folded = String::with_capacity(lower.len());
    for word in lower.split(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '+') {
        let word = match word.strip_prefix('v') {
            Some(version) if version.starts_with(|c: char| c.is_ascii_digit()) => version,
            _ => word,
        };
        if !matches!(
            word,
            "license" | "licence" | "version" | "the" | "gnu" | "international" | "v"
        ) {
            folded.extend(word.chars().filter(|c| *c != '.'));
        }
    }
    // `gplv3`, `apachev2`: the letter before a version says nothing.
    match folded.rsplit_once('v') {
        Some((name, version))
            if !name.is_empty()
                && version.trim_end_matches('+').bytes().all(|b| b.is_ascii_digit())
                && version.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            format!("{name}{version}")
        }
        _ => folded,
    }
}
