//! DOIs: servers put versions behind them, and some name what has another name of its own.

use super::super::is_digits;

/// The key of a DOI in lower case: of the paper, whichever version is named.
pub(super) fn key(doi: &str) -> String {
    if let Some(id) = doi.strip_prefix("10.48550/arxiv.") {
        return format!("arxiv.org/abs/{}", arxiv(id));
    }
    let anthology = doi.strip_prefix("10.18653/v1/").or_else(|| doi.strip_prefix("10.3115/v1/"));
    if let Some(id) = anthology {
        return format!("aclanthology.org/{id}");
    }
    if let Some((_, id)) = doi.split_once("/osf.io/").filter(|_| is_of(doi, "10.31", 5)) {
        return format!("osf.io/{}", numbered(id, "_v"));
    }
    if let Some(id) = doi.strip_prefix("10.17605/osf.io/") {
        return format!("osf.io/{id}");
    }
    if let Some(pii) = doi.strip_prefix("10.1016/").and_then(written_pii) {
        return format!("pii:{pii}");
    }
    format!("doi.org/{}", without_version(doi))
}

/// The number that publishers of Elsevier's system give an article, without its punctuation: `S` and sixteen digits.
pub(super) fn pii(text: &str) -> Option<String> {
    let bare = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"()-".contains(&byte));
    let pii: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    let pii = pii.to_ascii_lowercase();
    let (number, check) = pii.strip_prefix('s')?.split_at_checked(15)?;
    (bare && is_digits_or_x(number) && check.len() == 1 && is_digits_or_x(check)).then_some(pii)
}

/// Elsevier's older DOIs are that number with its punctuation.
fn written_pii(suffix: &str) -> Option<String> {
    (suffix.contains('(') && suffix.contains(')')).then(|| pii(suffix)).flatten()
}

fn is_digits_or_x(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'x')
}

/// An id of arXiv without its version and subject class.
fn arxiv(id: &str) -> String {
    let id = numbered(id, "v");
    match id.split_once('/') {
        Some((archive, number)) => {
            let (archive, _) = archive.split_once('.').unwrap_or((archive, ""));
            format!("{archive}/{number}")
        }
        None => id.to_owned(),
    }
}

/// Whether a DOI has a registrant that begins so, of so many digits.
fn is_of(doi: &str, start: &str, digits: usize) -> bool {
    let registrant = doi.split('/').next().unwrap_or_default();
    registrant.starts_with(start) && registrant.len() == "10.".len() + digits
}

/// The text without a mark and a number of one or two digits at its end.
fn numbered<'t>(text: &'t str, mark: &str) -> &'t str {
    match text.rsplit_once(mark) {
        Some((before, number)) if is_digits(number) && number.len() <= 2 && !before.is_empty() => {
            before
        }
        _ => text,
    }
}

/// How a registrant writes the version of a preprint or an article behind its DOI.
const VERSIONS: [(&str, &str); 12] = [
    ("10.21203/rs.", "/v"),
    ("10.20944/preprints", ".v"),
    ("10.26434/chemrxiv.", ".v"),
    ("10.36227/techrxiv.", ".v"),
    ("10.36227/techrxiv.", "/v"),
    ("10.22541/au.", "/v"),
    ("10.6084/m9.figshare.", ".v"),
    ("10.3762/bxiv.", ".v"),
    ("10.7287/peerj.preprints.", "v"),
    ("10.12688/f1000research.", "."),
    ("10.12688/wellcomeopenres.", "."),
    ("10.12688/gatesopenres.", "."),
];

/// The DOI without the version that its server or journal puts behind it.
fn without_version(doi: &str) -> &str {
    let dated = dated(doi);
    if dated.len() < doi.len() {
        return dated;
    }
    if let Some(id) = doi.strip_prefix("10.26434/chemrxiv-") {
        // An id such as `v1abc` stands between the year and the version.
        return if id.split('-').count() >= 3 { numbered(doi, "-v") } else { doi };
    }
    if let Some(number) = doi.strip_prefix("10.7554/elife.") {
        // One digit is a version; `.001` and `.sa0` are parts.
        let version = number.split_once('.').is_some_and(|(_, version)| version.len() == 1);
        return if version { numbered(doi, ".") } else { doi };
    }
    for (start, mark) in VERSIONS {
        let Some(id) = doi.strip_prefix(start) else { continue };
        let base = numbered(id, mark);
        if base.len() < id.len() {
            return doi.get(..start.len() + base.len()).unwrap_or(doi);
        }
    }
    doi
}

/// bioRxiv and medRxiv number their preprints, with the day since 2019; a version and a view may follow: `…v2.full`.
pub(super) fn dated(doi: &str) -> &str {
    if !doi.starts_with("10.1101/") && !doi.starts_with("10.64898/") {
        return doi;
    }
    let Some((base, rest)) = doi.split_once('v') else { return doi };
    let number = base.split_once('/').map_or("", |(_, number)| number);
    let version = rest.split('.').next().unwrap_or_default();
    let is_number = number.len() >= 6
        && number.split('.').all(is_digits)
        && (1..=2).contains(&version.len())
        && is_digits(version);
    if is_number { base } else { doi }
}
