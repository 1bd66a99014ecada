//! Addresses that stand in a text without brackets, as GitHub finds them.

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    /// A text.
    Text(&'t str),
    /// An address of the web, which may begin with `www.`.
    Web(&'t str),
    /// An address of mail.
    Mail(&'t str),
}

/// The pieces of a text, in their order.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let starts = before.is_none_or(|c| c.is_whitespace() || matches!(c, '*' | '_' | '~' | '('));
        let found = if starts { web(rest).map(Piece::Web) } else { None };
        let found = found.or_else(|| {
            // The part before the sign has been passed over: it is a part of the address.
            let word = before.is_none_or(|c| !is_local(c));
            if word { mail(rest).map(Piece::Mail) } else { None }
        });
        let length = match found {
            Some(Piece::Web(address) | Piece::Mail(address)) => address.len(),
            Some(Piece::Text(_)) | None => {
                at += rest.chars().next().map_or(1, char::len_utf8);
                continue;
            }
        };
        pieces.extend(text.get(from..at).filter(|text| !text.is_empty()).map(Piece::Text));
        pieces.extend(found);
        at += length;
        from = at;
    }
    pieces.extend(text.get(from..).filter(|text| !text.is_empty()).map(Piece::Text));
    pieces
}

/// The address of the web at the start of a text.
fn web(text: &str) -> Option<&str> {
    let start = ["https://", "http://", "www."].into_iter().find(|start| {
        text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
    })?;
    let host_from = if start == "www." { 0 } else { start.len() };
    let ends = |c: char| c.is_whitespace() || c == '<' || is_chinese_punctuation(c);
    let end = text.find(ends).unwrap_or(text.len());
    let address = trimmed(text.get(..end)?);
    let host = address.get(host_from..)?;
    let host = host.split(['/', '?', '#', ':']).next().unwrap_or(host);
    is_host(host).then_some(address)
}

/// An address without what ends the sentence around it: punctuation, and a bracket that was opened before.
fn trimmed(address: &str) -> &str {
    let opened = address.matches('(').count();
    let mut closed = address.matches(')').count();
    address.trim_end_matches(|last: char| match last {
        '?' | '!' | '.' | ',' | ':' | ';' | '*' | '_' | '~' | '\'' | '"' => true,
        ')' if closed > opened => {
            closed -= 1;
            true
        }
        _ => false,
    })
}

/// A Chinese sentence has no space behind an address, and no address holds these.
fn is_chinese_punctuation(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{3002}' | '\u{3008}'..='\u{3011}' | '\u{201c}' | '\u{201d}' | '！' | '（' | '）' | '，' | '：' | '；' | '？')
}

fn is_host(host: &str) -> bool {
    let mut parts = host.rsplit('.');
    let allowed = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
    };
    // An underscore may stand in neither of the last two parts.
    let ends = [parts.next(), parts.next()];
    ends.iter().all(|part| part.is_some_and(|part| allowed(part) && !part.contains('_')))
        && parts.all(allowed)
}

/// The address of mail at the start of a text.
fn mail(text: &str) -> Option<&str> {
    let local = text.find(|c: char| !is_local(c)).filter(|length| *length > 0)?;
    let domain = text.get(local..)?.strip_prefix('@')?;
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let end = domain.find(|c: char| !allowed(c)).unwrap_or(domain.len());
    let domain = domain.get(..end)?.trim_end_matches('.');
    let dotted = domain.contains('.') && domain.split('.').all(|part| !part.is_empty());
    let closed = domain.chars().next_back().is_some_and(|last| last.is_ascii_alphanumeric());
    if dotted && closed { text.get(..local + 1 + domain.len()) } else { None }
}

fn is_local(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+')
}
