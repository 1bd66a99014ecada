//! The addresses of an element, each with what a browser does with it.

use super::page::Element;

/// What a browser does with an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// It is followed when the reader wants to.
    Followed,
    /// It is loaded with the page, as what this directive of a policy speaks of.
    Loaded(&'static str),
    /// The reader is sent there without being asked.
    Sent,
}

/// Relations of `link` that are only read, never loaded.
const READ: [&str; 13] = [
    "canonical",
    "alternate",
    "author",
    "license",
    "help",
    "prev",
    "next",
    "search",
    "cite-as",
    "describedby",
    "collection",
    "item",
    "type",
];

/// Attributes that hold one address, on whatever element.
const SINGLE: [&str; 12] = [
    "href",
    "xlink:href",
    "src",
    "poster",
    "data",
    "action",
    "formaction",
    "background",
    "cite",
    "manifest",
    "longdesc",
    "archive",
];

/// Elements by which a page would hold another document, or a style of its own, or move a handler into place.
const FORBIDDEN: [&str; 13] = [
    "applet",
    "base",
    "embed",
    "foreignobject",
    "frame",
    "frameset",
    "iframe",
    "object",
    "portal",
    "animate",
    "animatetransform",
    "set",
    "style",
];

/// Every address that an element names, with its use.
pub(super) fn addresses(element: &Element) -> Vec<(Use, String)> {
    let mut found = Vec::new();
    for (attribute, value) in &element.attributes {
        match attribute.as_str() {
            "srcset" | "imagesrcset" => {
                let candidates = value.split(',').filter_map(|it| it.split_whitespace().next());
                found.extend(candidates.map(|it| (Use::Loaded("img-src"), it.to_owned())));
            }
            "content" if element.get("http-equiv").eq_ignore_ascii_case("refresh") => {
                let to = value.split_once("url=").map_or("", |(_, to)| to);
                found.push((Use::Sent, to.to_owned()));
            }
            single if SINGLE.contains(&single) => {
                found.push((use_of(element, single), value.clone()));
            }
            _ if value.contains("url(") && !is_text(attribute) => {
                found.extend(in_css(value).into_iter().map(|it| (Use::Loaded("img-src"), it)));
            }
            _ => {}
        }
    }
    found
}

fn use_of(element: &Element, attribute: &str) -> Use {
    match (element.name.as_str(), attribute) {
        ("a" | "area", "href" | "xlink:href") | (_, "cite" | "longdesc") => Use::Followed,
        ("link", "href") => match element.get("rel").to_ascii_lowercase() {
            rel if rel.split_whitespace().any(|rel| rel == "stylesheet") => {
                Use::Loaded("style-src")
            }
            rel if rel.split_whitespace().all(|rel| READ.contains(&rel)) && !rel.is_empty() => {
                Use::Followed
            }
            rel if rel.contains("icon") => Use::Loaded("img-src"),
            rel if rel.contains("manifest") => Use::Loaded("manifest-src"),
            rel if rel.contains("modulepreload") => Use::Loaded("script-src"),
            rel if rel.contains("preload") || rel.contains("prefetch") => match element.get("as") {
                "style" => Use::Loaded("style-src"),
                "script" => Use::Loaded("script-src"),
                "font" => Use::Loaded("font-src"),
                "image" => Use::Loaded("img-src"),
                _ => Use::Loaded("connect-src"),
            },
            _ => Use::Loaded("default-src"),
        },
        ("script", _) => Use::Loaded("script-src"),
        ("audio" | "video" | "track", "src") => Use::Loaded("media-src"),
        ("form" | "button" | "input", "action" | "formaction") => Use::Loaded("form-action"),
        _ => Use::Loaded("img-src"),
    }
}

/// What an element must not be or carry.
pub(super) fn faults(element: &Element, in_drawing: bool) -> Vec<String> {
    let mut faults = Vec::new();
    let name = element.name.as_str();
    if FORBIDDEN.contains(&name) && !(in_drawing && name == "style") {
        faults.push(format!("has an element `{name}`"));
    }
    for attribute in element.attributes.keys() {
        if attribute.starts_with("on") {
            faults.push(format!("has a handler `{attribute}`"));
        }
        if matches!(attribute.as_str(), "style" | "srcdoc" | "ping" | "http-equiv")
            && !is_known_equivalent(element, attribute)
        {
            faults.push(format!("has an attribute `{attribute}`"));
        }
    }
    if name == "script" && !element.attributes.contains_key("src") {
        // A block of data is no script; it must at least be what it says.
        let is_data = element.get("type").ends_with("json");
        let reads = serde_json::from_str::<serde_json::Value>(&element.text).is_ok();
        if !is_data || !reads {
            faults.push("has a script in it".to_owned());
        }
    }
    if name == "script" && element.attributes.contains_key("src") && !element.text.trim().is_empty()
    {
        faults.push("has a script with an address and a text".to_owned());
    }
    faults
}

fn is_known_equivalent(element: &Element, attribute: &str) -> bool {
    let known = ["content-security-policy", "refresh", "color-scheme"];
    attribute == "http-equiv"
        && known.iter().any(|it| element.get("http-equiv").eq_ignore_ascii_case(it))
}

/// Attributes whose value is read by people, whatever it looks like.
fn is_text(attribute: &str) -> bool {
    attribute.starts_with("aria-")
        || attribute.starts_with("data-")
        || matches!(attribute, "title" | "alt" | "content" | "value" | "placeholder" | "label")
}

/// The addresses in a style sheet.
pub(super) fn in_css(css: &str) -> Vec<String> {
    let unquoted = |it: &str| it.trim().trim_matches(['"', '\'']).to_owned();
    let mut found: Vec<String> = css
        .split("url(")
        .skip(1)
        .map(|rest| unquoted(rest.split(')').next().unwrap_or_default()))
        .collect();
    for rest in css.split("@import").skip(1) {
        let rest = rest.split(';').next().unwrap_or_default();
        if !rest.contains("url(") {
            found.push(unquoted(rest.split_whitespace().next().unwrap_or_default()));
        }
    }
    found
}
