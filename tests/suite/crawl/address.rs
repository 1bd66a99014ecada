//! Where an address in an output leads: to another output, to another host, or nowhere.

use url::Url;

/// Where the site stands while it is crawled: so deep that an address which leaves it is noticed.
const ROOT: &str = "https://site.example/so/deep/that/no/way/up/ends/here/";

/// An address, sorted out.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// To an output, and to a place in it where there is a fragment; both as an address writes them.
    Output { path: String, fragment: String, implied: bool },
    /// To a page of another host, or to somebody's mailbox.
    Foreign,
    /// Nowhere, and why.
    Wrong(&'static str),
}

/// Sorts out an address in an output of a site that is published at `base`, which ends with `/` or is empty.
pub(super) fn sort_out(from: &str, address: &str, base: &str) -> Address {
    if address.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\') {
        return Address::Wrong("has white space or a backslash");
    }
    if let Some(own) = address.strip_prefix(base).filter(|_| !base.is_empty()) {
        return inside("", own);
    }
    if address.starts_with("//") {
        return Address::Wrong("leaves its scheme to the page");
    }
    match Url::parse(address) {
        Ok(url) if matches!(url.scheme(), "http" | "https") && url.has_host() => Address::Foreign,
        Ok(url) if url.scheme() == "mailto" => Address::Foreign,
        Ok(_) => Address::Wrong("has a scheme that is not linked"),
        Err(_) if !address.starts_with('/') => inside(from, address),
        // The page for addresses that are not there is shown at any depth.
        Err(_) if !from.ends_with("404.html") => Address::Wrong("is not relative"),
        Err(_) => {
            let root = base.splitn(4, '/').nth(3).unwrap_or_default();
            let below = address.strip_prefix('/').and_then(|path| path.strip_prefix(root));
            below.map_or(Address::Wrong("is not below the site's root"), |path| inside("", path))
        }
    }
}

/// An address that stays on the site.
fn inside(from: &str, address: &str) -> Address {
    let to = Url::parse(ROOT).and_then(|root| root.join(from)).and_then(|page| page.join(address));
    let Ok(to) = to else { return Address::Wrong("is no address") };
    let Some(path) = to.as_str().strip_prefix(ROOT) else {
        return Address::Wrong("leaves the site");
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let implied = path.is_empty() || path.ends_with('/');
    let path = if implied { format!("{path}index.html") } else { path.to_owned() };
    Address::Output { path, fragment: to.fragment().unwrap_or_default().to_owned(), implied }
}

/// The path of an output as an address writes it.
pub(super) fn written(path: &str) -> String {
    let url = Url::parse(ROOT).unwrap().join(&format!("./{path}")).unwrap();
    url.as_str().strip_prefix(ROOT).unwrap().to_owned()
}

/// An id as the fragment of an address writes it.
pub(super) fn fragment(id: &str) -> String {
    // Most are short and plain, and there are many.
    if id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return id.to_owned();
    }
    let mut url = Url::parse(ROOT).unwrap();
    url.set_fragment(Some(id));
    url.fragment().unwrap().to_owned()
}
