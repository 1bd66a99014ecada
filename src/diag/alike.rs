//! Findings that repeat: one for what they have in common, with all its places.

use std::collections::BTreeMap;

use super::{Code, Finding, printable};

/// What findings of one code have in common, where one of them is enough to say it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alike {
    /// The sentence for all of them; `{}` in it stands for how many there are.
    pub sentence: String,
    /// What tells this one from the others, such as a word; nothing where only the place does.
    pub item: Option<String>,
}

impl Alike {
    /// Findings that say the same at many places.
    pub fn same(sentence: impl AsRef<str>) -> Self {
        Self { sentence: printable(sentence.as_ref()), item: None }
    }

    /// Findings that say the same of many items.
    pub fn items(sentence: impl AsRef<str>, item: impl AsRef<str>) -> Self {
        let item = Some(printable(item.as_ref()));
        Self { sentence: printable(sentence.as_ref()), item }
    }
}

/// How many items a sentence names.
const MOST_NAMED: usize = 12;

/// Makes one finding of those that are alike: it stands where the first of them stood and knows the others.
#[must_use]
pub fn grouped(findings: Vec<Finding>) -> Vec<Finding> {
    let mut groups: BTreeMap<(Code, String), usize> = BTreeMap::new();
    let mut out: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings {
        let Some(alike) = &finding.alike else {
            out.push(finding);
            continue;
        };
        let at = *groups.entry((finding.code, alike.sentence.clone())).or_insert(out.len());
        match out.get_mut(at) {
            Some(first) => first.others.push(finding),
            None => out.push(finding),
        }
    }
    for finding in &mut out {
        if let Some(sentence) = sentence(finding) {
            finding.message = sentence;
            // The mend of one item says nothing of the others.
            finding.label = finding.label.take().filter(|_| finding.others.is_empty());
        }
    }
    out
}

/// The sentence for several items.
fn sentence(finding: &Finding) -> Option<String> {
    let alike = finding.alike.as_ref().filter(|_| !finding.others.is_empty())?;
    let others = finding.others.iter().filter_map(|other| other.alike.as_ref());
    let items: Vec<&str> =
        std::iter::once(alike).chain(others).filter_map(|alike| alike.item.as_deref()).collect();
    if items.is_empty() {
        return None;
    }
    let named: Vec<String> =
        items.iter().take(MOST_NAMED).map(|item| format!("`{item}`")).collect();
    let rest = items.len() - named.len();
    let rest = if rest == 0 { String::new() } else { format!(" and {rest} more") };
    let sentence = alike.sentence.replacen("{}", &items.len().to_string(), 1);
    Some(format!("{sentence}: {}{rest}", named.join(", ")))
}
