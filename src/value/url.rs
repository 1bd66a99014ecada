//! An address on the web, as written, with what is needed to clean it and to find its duplicates.

use std::fmt::{self, Write as _};

use super::{Arxiv, Doi, Malformed, is_hidden, quoted};
use crate::diag::Code;

/// The most bytes an address may have.
const LONGEST: usize = 2048;

/// Parameters of a query that follow the reader instead of leading to the page; `*` ends a beginning.
const NOISE: [&str; 26] = [
    "utm_*",
    "login=false",
    "login=true",
    "fbclid",
    "gclid",
    "gclsrc",
    "dclid",
    "gbraid",
    "wbraid",
    "msclkid",
    "yclid",
    "igshid",
    "mc_cid",
    "mc_eid",
    "_hsenc",
    "_hsmi",
    "_ga",
    "_gl",
    "ref_src",
    "ref_url",
    "spm",
    "spm_id_from",
    "casa_token",
    "trackingid",
    "redirectedfrom",
    "share_token",
];

/// Parameters that are noise on one host (and its subdomains) only.
const NOISE_OF_HOST: [(&str, &str); 6] = [
    ("huggingface.co", "text"),
    ("sciencedirect.com", "via"),
    ("biorxiv.org", "rss"),
    ("medrxiv.org", "rss"),
    ("nature.com", "error"),
    ("nature.com", "code"),
];

/// An http or https address with a public host name and without credentials.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Url {
    text: String,
    parsed: ::url::Url,
}

text_value!(Url, Code::BadUrl);

impl Url {
    /// The longest one, in bytes.
    pub const LONGEST: usize = LONGEST;

    /// The address as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The host in lower case.
    #[must_use]
    pub fn host(&self) -> &str {
        self.parsed.host_str().unwrap_or_default()
    }

    /// The path, from its first slash.
    #[must_use]
    pub fn path(&self) -> &str {
        self.parsed.path()
    }

    /// The same address in the letters that RFC 3986 gives to addresses, as strict readers want it.
    #[must_use]
    pub fn uri(&self) -> String {
        let text = self.parsed.as_str();
        let mut uri = String::with_capacity(text.len());
        for (at, byte) in text.bytes().enumerate() {
            let mut after = text.bytes().skip(at + 1);
            let has_place = match byte {
                b'%' => after.by_ref().take(2).filter(u8::is_ascii_hexdigit).count() == 2,
                _ => byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=".contains(&byte),
            };
            if has_place {
                uri.push(char::from(byte));
            } else {
                // A text takes whatever is written to it.
                let _ = write!(uri, "%{byte:02X}");
            }
        }
        uri
    }

    /// The address without what only tracks the reader, where it carries such a thing.
    #[must_use]
    pub fn noise(&self) -> Option<String> {
        if !self.text.contains(['?', '#']) {
            return None;
        }
        let (address, fragment) = split_mark(&self.text, '#');
        let (page, query) = split_mark(address, '?');
        let kept: Vec<&str> =
            query.split('&').filter(|part| !is_noise(self.host(), part)).collect();
        let fragment = if fragment.starts_with(":~:") { "" } else { fragment };
        let mut clean = page.to_owned();
        for (mark, part) in [('?', kept.join("&")), ('#', fragment.to_owned())] {
            if !part.is_empty() {
                clean.push(mark);
                clean.push_str(&part);
            }
        }
        let dropped = kept.len() < query.split('&').count()
            || fragment.len() < split_mark(&self.text, '#').1.len();
        dropped.then_some(clean)
    }

    /// The parameters behind the path, decoded.
    pub(super) fn parameters(&self) -> impl Iterator<Item = (String, String)> {
        self.parsed.query_pairs().map(|(key, value)| (key.into_owned(), value.into_owned()))
    }

    /// The parameters behind the path, as written.
    pub(super) fn query(&self) -> Option<&str> {
        self.parsed.query()
    }

    /// The place in the page.
    pub(super) fn fragment(&self) -> Option<&str> {
        self.parsed.fragment()
    }

    /// The port, where it is not the usual one.
    pub(super) fn port(&self) -> Option<u16> {
        // `http` and `https` are one address here, so the usual port of each is that of both.
        self.parsed.port().filter(|port| !matches!(port, 80 | 443))
    }

    pub(super) fn examine(text: &str) -> Result<Self, Malformed> {
        examine(text)
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Why an address cannot be the one below which all pages of a site stand.
#[must_use]
pub fn fault_of_base(text: &str) -> Option<&'static str> {
    let (scheme, rest) = text.split_once("://").unwrap_or_default();
    let path = rest.split_once('/').map_or("", |(_, path)| path);
    let is_dots = |part: &str| {
        let part = part.to_ascii_lowercase().replace("%2e", ".");
        part == "." || part == ".."
    };
    if scheme.is_empty() {
        Some("it has no `https://`")
    } else if text.contains('?') {
        Some("a page cannot stand behind a `?`")
    } else if text.contains('#') {
        Some("a page cannot stand behind a `#`")
    } else if text.contains('\\') {
        Some("a `\\` has no place in an address")
    } else if path.split('/').any(is_dots) {
        Some("`.` and `..` lead elsewhere than is written")
    } else if [".html", ".htm", ".php", ".xml"].iter().any(|end| path.ends_with(end)) {
        Some("it is the address of a single page")
    } else if path.trim_end_matches('/').contains("//") {
        Some("two slashes stand together")
    } else {
        None
    }
}

/// Whether an address is one of this machine, for looking at a site before it is published.
#[must_use]
pub fn is_local(text: &str) -> bool {
    let plain = text.starts_with("http://") && text.bytes().all(|byte| byte.is_ascii_graphic());
    let parsed = ::url::Url::parse(text)
        .ok()
        .filter(|_| plain && !text.contains(['"', '<', '>', '\'', '@']));
    parsed.is_some_and(|url| matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]")))
}

fn split_mark(text: &str, mark: char) -> (&str, &str) {
    text.split_once(mark).unwrap_or((text, ""))
}

fn is_noise(host: &str, parameter: &str) -> bool {
    let parameter = parameter.to_ascii_lowercase();
    let (name, _) = split_mark(&parameter, '=');
    let general = NOISE.iter().any(|noise| match noise.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => name == *noise || parameter == *noise,
    });
    let under = |domain: &str| {
        host.strip_suffix(domain).is_some_and(|sub| sub.is_empty() || sub.ends_with('.'))
    };
    general || NOISE_OF_HOST.iter().any(|(domain, noise)| name == *noise && under(domain))
}

fn examine(text: &str) -> Result<Url, Malformed> {
    if text.len() > LONGEST {
        return Err(refusal(text)
            .label(format!("{} bytes, and {LONGEST} are the most", text.len()))
            .help("write the address of the page without its parameters"));
    }
    if let Some(c) = text.chars().find(|c| is_unfit(*c)) {
        return Err(unfit(text, c));
    }
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let Some(rest) = rest else { return Err(no_scheme(text)) };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let parsed = match ::url::Url::parse(text) {
        Ok(parsed) if !authority.is_empty() => parsed,
        Ok(_) | Err(_) => return Err(refusal(text).label("no host").help(FORM)),
    };
    if authority.contains('@') {
        let (_, host) = authority.rsplit_once('@').unwrap_or_default();
        return Err(refusal(text)
            .label("a user name or password")
            .suggest(text.replacen(authority, host, 1)));
    }
    if let Some(fault) = fault_of_host(&parsed) {
        return Err(refusal(text).label(fault).help(FORM));
    }
    let written = authority.split(':').next().unwrap_or_default();
    let host = parsed.host_str().unwrap_or_default();
    if written.to_ascii_lowercase() != host {
        // Letters of other scripts can look like these: the host is shown as the network knows it.
        return Err(refusal(text)
            .label(format!("its host is {}", quoted(host)))
            .suggest(text.replacen(written, host, 1)));
    }
    Ok(Url { text: text.to_owned(), parsed })
}

const FORM: &str = "write the whole address, such as `https://github.com/ml4bio/RNA-FM`";

fn refusal(text: &str) -> Malformed {
    Malformed::new(Code::BadUrl, format!("{} is not a web address", quoted(text)))
}

/// Characters that are never written as they are in an address.
fn is_unfit(c: char) -> bool {
    c.is_whitespace()
        || is_hidden(c)
        || matches!(c, '<' | '>' | '"' | '{' | '}' | '|' | '^' | '`' | '\\')
}

fn unfit(text: &str, c: char) -> Malformed {
    let refusal = refusal(text);
    if let Some(inside) = inside_markdown(text) {
        return refusal.label("marks of Markdown around an address").instead(inside);
    }
    if c.is_whitespace() {
        return refusal
            .label("a space")
            .help("write one address without spaces; `%20` stands for a space in it");
    }
    if is_hidden(c) || c == '\\' {
        let label = if c == '\\' { "a backslash" } else { "a hidden character" };
        return refusal.label(label).help("copy the address anew from the browser");
    }
    let encode = |c: char| {
        if is_unfit(c) { format!("%{:02X}", u32::from(c)) } else { c.to_string() }
    };
    let encoded: String = text.chars().map(encode).collect();
    let refusal = refusal.label(format!("{} has no place in an address", quoted(&c.to_string())));
    if text.contains(|c: char| is_hidden(c) || c.is_whitespace() || c == '\\') {
        return refusal.help(FORM);
    }
    refusal.instead(encoded)
}

/// The address in `<…>` or `[…](…)`.
fn inside_markdown(text: &str) -> Option<&str> {
    let angles = text.strip_prefix('<').and_then(|text| text.strip_suffix('>'));
    let link = || text.strip_prefix('[')?.strip_suffix(')')?.rsplit_once("](").map(|(_, url)| url);
    angles.or_else(link).filter(|inside| examine(inside).is_ok())
}

/// Explains an address that does not begin with `https://` or `http://`.
fn no_scheme(text: &str) -> Malformed {
    let lower = text.to_ascii_lowercase();
    let refusal = refusal(text);
    if let Some(inside) = inside_markdown(text) {
        return refusal.label("marks of Markdown around an address").instead(inside);
    }
    if let Some(rest) = text.strip_prefix("//") {
        return refusal.label("no `https:`").instead(format!("https://{rest}"));
    }
    if let Some(doi) = Doi::find(text) {
        return refusal.label("a DOI").instead(doi.url());
    }
    if let Some(arxiv) = Arxiv::find(text).filter(|_| !lower.contains("arxiv.org")) {
        return refusal.label("an arXiv id").instead(arxiv.url());
    }
    for scheme in ["https", "http"] {
        let rest = lower.strip_prefix(scheme).filter(|rest| rest.starts_with([':', '/']));
        if let Some(rest) = rest.and_then(|rest| text.get(text.len() - rest.len()..)) {
            let rest = rest.trim_start_matches([':', '/']);
            return refusal
                .label(format!("no `{scheme}://`"))
                .instead(format!("{scheme}://{rest}"));
        }
    }
    let (scheme, _) = split_mark(text, ':');
    let named = text.contains(':')
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-".contains(&byte));
    if named && !scheme.is_empty() {
        return refusal
            .label(format!("{} addresses are not linked", quoted(scheme)))
            .help("write an address that begins with `https://`");
    }
    let whole = format!("https://{text}");
    match examine(&whole) {
        Ok(_) => refusal.label("no `https://`").instead(whole),
        Err(_) => refusal.help(FORM),
    }
}

fn fault_of_host(parsed: &::url::Url) -> Option<&'static str> {
    let host = match parsed.host() {
        Some(::url::Host::Domain(host)) => host,
        Some(::url::Host::Ipv4(_) | ::url::Host::Ipv6(_)) => {
            return Some("a number instead of a host name");
        }
        None => return Some("no host"),
    };
    let labels: Vec<&str> = host.split('.').collect();
    let fits = |label: &&str| {
        (1..=63).contains(&label.len())
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
    };
    let last = labels.last().copied().unwrap_or_default();
    if matches!(last, "localhost" | "local" | "internal" | "lan" | "home" | "test" | "invalid") {
        return Some("a host that only its own network knows");
    }
    if labels.len() < 2 || !last.contains(|c: char| c.is_ascii_alphabetic()) {
        return Some("a host without a dot in its name");
    }
    (!labels.iter().all(fits)).then_some("a host name that cannot be")
}
