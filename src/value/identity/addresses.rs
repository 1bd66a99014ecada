//! Addresses: what a page of a publisher, a server or a host of code is about, as far as its address tells.

use super::super::doi::percent_decoded;
use super::super::{Doi, Url, is_digits};
use super::Leads;
use super::dois::pii;

/// An address in its parts.
struct Parts<'u> {
    url: &'u Url,
    host: &'u str,
    /// The parts of the path between its slashes, decoded; none of them is empty.
    path: Vec<&'u str>,
}

impl Parts<'_> {
    fn at(&self, index: usize) -> &str {
        self.path.get(index).copied().unwrap_or_default()
    }

    fn from(&self, index: usize) -> &[&str] {
        self.path.get(index..).unwrap_or_default()
    }

    fn is_under(&self, domain: &str) -> bool {
        self.host.strip_suffix(domain).is_some_and(|start| start.is_empty() || start.ends_with('.'))
    }

    /// The first value of a parameter.
    fn parameter(&self, name: &str) -> Option<String> {
        self.url
            .parameters()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }
}

type Rule = fn(&Parts<'_>) -> Option<Leads>;

/// What is known of each domain; the first that fits and answers is believed.
const RULES: &[(&str, Rule)] = &[
    ("arxiv.org", arxiv),
    ("ar5iv.org", arxiv),
    ("alphaxiv.org", arxiv),
    ("arxiv-vanity.com", arxiv),
    ("huggingface.co", hugging_face),
    ("hf.co", hugging_face),
    ("semanticscholar.org", semantic_scholar),
    ("papers.cool", papers_cool),
    ("doi.org", resolver),
    ("biorxiv.org", rxiv),
    ("medrxiv.org", rxiv),
    ("researchsquare.com", research_square),
    ("preprints.org", preprints),
    ("ssrn.com", ssrn),
    ("osf.io", osf),
    ("nature.com", nature),
    ("springer.com", springer),
    ("biomedcentral.com", springer),
    ("springeropen.com", springer),
    ("elifesciences.org", elife),
    ("frontiersin.org", frontiers),
    ("plos.org", plos),
    ("peerj.com", peerj),
    ("hindawi.com", hindawi),
    ("rsc.org", rsc),
    ("aps.org", aps),
    ("iop.org", iop),
    ("theoj.org", joss),
    ("mdpi.com", mdpi),
    ("f1000research.com", f1000),
    ("wellcomeopenresearch.org", f1000),
    ("gatesopenresearch.org", f1000),
    ("cell.com", elsevier),
    ("thelancet.com", elsevier),
    ("sciencedirect.com", elsevier),
    ("elsevier.com", elsevier),
    ("ieeexplore.ieee.org", ieee),
    ("jmlr.org", jmlr),
    ("proceedings.mlr.press", pmlr),
    ("openreview.net", openreview),
    ("aclanthology.org", anthology),
    ("aclweb.org", anthology),
    ("nips.cc", neurips),
    ("neurips.cc", neurips),
    ("openaccess.thecvf.com", cvf),
    ("ojs.aaai.org", aaai),
    ("ncbi.nlm.nih.gov", ncbi),
    ("europepmc.org", europe_pmc),
    ("zenodo.org", zenodo),
    ("figshare.com", figshare),
    ("kaggle.com", kaggle),
    ("github.com", repository),
    ("gitlab.com", repository),
    ("codeberg.org", repository),
    ("bitbucket.org", repository),
];

/// Hosts of files, where a part `doi` of a path is only a folder.
const HOSTS_OF_FILES: [&str; 6] =
    ["github.com", "gitlab.com", "codeberg.org", "bitbucket.org", "huggingface.co", "github.io"];

pub(super) fn leads_to(url: &Url) -> Leads {
    let clean = url.noise().and_then(|clean| clean.parse::<Url>().ok());
    let url = clean.as_ref().unwrap_or(url);
    let decoded = percent_decoded(url.path());
    let path = decoded.as_deref().unwrap_or_default();
    let host = url.host().strip_prefix("www.").unwrap_or(url.host());
    let path: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let parts = Parts { url, host, path };
    // Another port is another server.
    let is_plain = url.port().is_none();
    let mut known = RULES.iter().filter(|(domain, _)| is_plain && parts.is_under(domain));
    known
        .find_map(|(_, rule)| rule(&parts))
        .or_else(|| named(&parts).filter(|_| is_plain))
        .unwrap_or_else(|| Leads::Page(page(&parts)))
}

/// The page as it is, under the form that most ways to write its address share.
fn page(parts: &Parts<'_>) -> String {
    let url = parts.url;
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let query = url.query().filter(|query| !query.is_empty());
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    // `#/` and `#!` are pages of a site that lives in one document; other fragments are places on a page.
    let fragment = url.fragment().filter(|fragment| fragment.starts_with(['!', '/']));
    let fragment = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
    let path = evenly_encoded(url.path().trim_end_matches('/'));
    format!("{}{port}{path}{query}{fragment}", parts.host)
}

/// A path in which `%2f` is `%2F`, and what need not be encoded is not.
fn evenly_encoded(path: &str) -> String {
    let mut pieces = path.split('%');
    let mut even = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let code = piece.get(..2).and_then(|code| u8::from_str_radix(code, 16).ok());
        match (code, piece.get(2..)) {
            (Some(byte), Some(rest)) if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) => {
                even.push(char::from(byte));
                even.push_str(rest);
            }
            (Some(_), Some(rest)) => {
                even.push('%');
                even.push_str(&piece.get(..2).unwrap_or_default().to_ascii_uppercase());
                even.push_str(rest);
            }
            _ => {
                even.push('%');
                even.push_str(piece);
            }
        }
    }
    even
}

/// The DOI that a path ends in, without what comes behind it.
fn doi(path: &[&str], behind: &[&str]) -> Option<Doi> {
    let joined = path.join("/");
    let mut doi = joined.as_str();
    for end in behind {
        doi = doi.strip_suffix(end).unwrap_or(doi);
    }
    doi.to_ascii_lowercase().parse().ok().filter(|_| doi.starts_with("10."))
}

fn article(path: &[&str], behind: &[&str]) -> Option<Leads> {
    doi(path, behind).map(Leads::Article)
}

fn article_of(doi: &str) -> Option<Leads> {
    doi.to_ascii_lowercase().parse().ok().map(Leads::Article)
}

/// Ways to look at an article that stand before its DOI; its supplement and its citations are other pages.
const VIEWS: [&str; 10] = [
    "full",
    "fullhtml",
    "abs",
    "abstract",
    "pdf",
    "epdf",
    "pdfdirect",
    "pdfplus",
    "epub",
    "reader",
];

/// A DOI behind a part `doi` of the path, as many publishers and all that share their systems write it.
fn named(parts: &Parts<'_>) -> Option<Leads> {
    if HOSTS_OF_FILES.iter().any(|host| parts.is_under(host)) {
        return None;
    }
    let given = |text: &str| {
        let doi = text.strip_prefix("doi:").unwrap_or(text);
        doi.to_ascii_lowercase().parse().ok().filter(|_| doi.starts_with("10."))
    };
    if let Some(found) = parts.parameter("persistentId").as_deref().and_then(given) {
        return Some(Leads::Record(found));
    }
    if let Some(at) = parts.path.iter().position(|part| part.starts_with("doi:10.")) {
        return given(&parts.from(at).join("/")).map(Leads::Record);
    }
    let at = parts.path.iter().position(|part| *part == "doi" || part.ends_with(":doi"))?;
    let before = at.checked_sub(1).map_or("", |before| parts.at(before));
    let view = parts.at(at + 1).to_ascii_lowercase();
    let path = parts.from(if VIEWS.contains(&view.as_str()) { at + 2 } else { at + 1 });
    if before.starts_with("article") || before.starts_with("advance-article") {
        // Oxford's system puts a number of its own behind the DOI, and perhaps words of the title.
        let end = path.iter().skip(2).position(|part| part.len() >= 5 && is_digits(part));
        return article(end.and_then(|end| path.get(..end + 2)).unwrap_or(path), &[]);
    }
    // What looks like a view behind a DOI may be a part of it, or not.
    let ends_in_view = path.last().is_some_and(|part| VIEWS.contains(part));
    if ends_in_view { None } else { article(path, &[]) }
}

fn arxiv(parts: &Parts<'_>) -> Option<Leads> {
    const VIEWS: [&str; 9] =
        ["abs", "pdf", "html", "format", "e-print", "src", "ps", "papers", "overview"];
    let id = parts.from(1).join("/");
    let id = id.strip_suffix(".pdf").unwrap_or(&id);
    let id = id
        .get(..6)
        .filter(|start| start.eq_ignore_ascii_case("arxiv:"))
        .map_or(id, |_| id.get(6..).unwrap_or_default());
    VIEWS
        .contains(&parts.at(0))
        .then(|| format!("arXiv:{id}").parse().ok())
        .flatten()
        .map(Leads::Arxiv)
}

/// `/arxiv/2204.00300` is a page about a preprint of arXiv.
fn papers_cool(parts: &Parts<'_>) -> Option<Leads> {
    let ["arxiv", id] = parts.from(0) else { return None };
    format!("arXiv:{id}").parse().ok().map(Leads::Arxiv)
}

fn hugging_face(parts: &Parts<'_>) -> Option<Leads> {
    if parts.at(0) == "papers" {
        return format!("arXiv:{}", parts.at(1)).parse().ok().map(Leads::Arxiv);
    }
    let depth = if matches!(parts.at(0), "datasets" | "spaces") { 3 } else { 2 };
    let repository = parts.path.get(..depth)?.join("/");
    match parts.from(depth) {
        [] | ["tree", "main"] => Some(Leads::Page(format!("huggingface.co/{repository}"))),
        rest => Some(Leads::Page(format!("huggingface.co/{repository}/{}", rest.join("/")))),
    }
}

fn semantic_scholar(parts: &Parts<'_>) -> Option<Leads> {
    match (parts.at(0), parts.path.last()?) {
        ("arxiv", id) => format!("arXiv:{id}").parse().ok().map(Leads::Arxiv),
        ("paper", hash)
            if hash.len() == 40 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
        {
            Some(Leads::Page(format!("semanticscholar.org/paper/{hash}")))
        }
        _ => None,
    }
}

fn resolver(parts: &Parts<'_>) -> Option<Leads> {
    // Two slashes in a row may belong to a DOI.
    let doi = percent_decoded(parts.url.path())?.trim_start_matches('/').to_ascii_lowercase();
    let doi = doi.strip_prefix("doi:").unwrap_or(&doi).trim_end_matches('/');
    if let Some(id) = doi.strip_prefix("10.48550/arxiv.") {
        let found = format!("arXiv:{id}").parse().ok().map(Leads::Arxiv);
        return found.or_else(|| Some(Leads::Article(doi.parse().ok()?)));
    }
    let found: Doi = doi.parse().ok()?;
    let is_store = ["10.5281/zenodo.", "10.6084/m9.figshare.", "10.5061/dryad.", "10.7910/dvn/"];
    Some(if is_store.iter().any(|start| doi.starts_with(start)) {
        Leads::Record(found)
    } else {
        Leads::Article(found)
    })
}

/// bioRxiv and medRxiv: `/content/10.1101/2024.06.24.600337v1.full.pdf`, and `/content/early/2018/01/31/256214`.
fn rxiv(parts: &Parts<'_>) -> Option<Leads> {
    let bare = |doi: &str| {
        let dated = doi.starts_with("10.1101/") || doi.starts_with("10.64898/");
        let base = match doi.split_once('v').filter(|_| dated) {
            Some((base, version)) if version.starts_with(|c: char| c.is_ascii_digit()) => base,
            _ => doi.strip_suffix(".full.pdf").or_else(|| doi.strip_suffix(".full")).unwrap_or(doi),
        };
        article_of(base)
    };
    match parts.from(0) {
        ["cgi", "content", "short" | "abstract" | "full", number]
        | ["cgi", "reprint" | "content", number] => bare(&format!("10.1101/{number}")),
        ["content", rest @ ..] if parts.at(1).starts_with("10.") => bare(&rest.join("/")),
        ["content", "biorxiv" | "medrxiv", rest @ ..] | ["content", rest @ ..]
            if rest.first() == Some(&"early") =>
        {
            let number = rest.get(4).filter(|_| rest.len() == 5)?;
            bare(&format!("10.1101/{number}"))
        }
        _ => None,
    }
}

fn research_square(parts: &Parts<'_>) -> Option<Leads> {
    let id = parts.at(1);
    let number = id.strip_prefix("rs-").filter(|number| is_digits(number))?;
    let view = parts.at(2).split('.').next().unwrap_or_default();
    let version = view.strip_prefix('v').filter(|version| is_digits(version));
    let whole = parts.path.len() <= 3 && (view.is_empty() || view == "latest" || version.is_some());
    if parts.at(0) != "article" || !whole {
        return None;
    }
    // Each version has a DOI, but all of them together have none.
    match version {
        Some(version) => article_of(&format!("10.21203/rs.3.rs-{number}/v{version}")),
        None => format!("10.21203/rs.3.rs-{number}").parse().ok().map(Leads::Record),
    }
}

fn preprints(parts: &Parts<'_>) -> Option<Leads> {
    let (date, number) = parts.at(1).split_once('.')?;
    let fits = date.len() == 6 && is_digits(date) && number.len() == 4 && is_digits(number);
    if parts.at(0) != "manuscript" || !fits {
        return None;
    }
    let all = format!("10.20944/preprints{date}.{number}");
    match parts.at(2).strip_prefix('v').filter(|version| is_digits(version)) {
        Some(version) => article_of(&format!("{all}.v{version}")),
        None => all.parse().ok().map(Leads::Record),
    }
}

fn ssrn(parts: &Parts<'_>) -> Option<Leads> {
    let number = parts.parameter("abstract_id").or_else(|| parts.parameter("abstract"));
    let number = number.or_else(|| {
        let path = parts.at(0).strip_prefix("abstract=")?;
        Some(path.to_owned())
    })?;
    is_digits(&number).then(|| article_of(&format!("10.2139/ssrn.{number}"))).flatten()
}

fn osf(parts: &Parts<'_>) -> Option<Leads> {
    let ([id] | ["preprints", id] | ["preprints", _, id]) = parts.from(0) else { return None };
    let id = id.split('_').next().unwrap_or_default().to_ascii_lowercase();
    (id.len() == 5 && id.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        .then(|| Leads::Page(format!("osf.io/{id}")))
}

/// Only those numbers of articles that are a DOI's as they stand: others lost their points and zeros.
fn nature(parts: &Parts<'_>) -> Option<Leads> {
    if parts.at(0) == "doifinder" {
        return article(parts.from(1), &[]);
    }
    let ["articles", id] = parts.from(0) else { return None };
    let id = id.strip_suffix(".pdf").unwrap_or(id);
    let id = id.strip_suffix("_reference").unwrap_or(id).to_ascii_lowercase();
    let modern = {
        let groups: Vec<&str> = id.split('-').collect();
        matches!(groups[..], [journal, _, number, check]
            if journal.len() == 6 && journal.starts_with(['s', 'd']) && journal.get(1..).is_some_and(is_digits)
            && is_digits(number) && !check.is_empty())
    };
    let numbered = |journal: &str| id.strip_prefix(journal).is_some_and(is_digits);
    let pointed = id.split_once('.').is_some_and(|(journal, number)| {
        journal.bytes().all(|byte| byte.is_ascii_lowercase()) && number.split('.').all(is_digits)
    });
    (modern || pointed || ["nature", "ncomms", "srep"].iter().any(|journal| numbered(journal)))
        .then(|| article_of(&format!("10.1038/{id}")))
        .flatten()
}

fn springer(parts: &Parts<'_>) -> Option<Leads> {
    let start = parts.path.iter().position(|part| part.starts_with("10."))?;
    let before: Vec<&str> = parts.path.get(..start)?.to_vec();
    let views = matches!(
        before[..],
        [] | ["article"
            | "articles"
            | "chapter"
            | "book"
            | "protocol"
            | "referenceworkentry"
            | "epub"]
            | ["content" | "track" | "counter", "pdf" | "epub"]
    );
    views.then(|| article(parts.from(start), &["/fulltext.html", ".pdf", ".epub"])).flatten()
}

fn elife(parts: &Parts<'_>) -> Option<Leads> {
    let ["articles" | "reviewed-preprints", number] = parts.from(0) else { return None };
    let number = number.strip_suffix(".pdf").unwrap_or(number);
    let number = number.split('v').next().unwrap_or_default();
    is_digits(number).then(|| article_of(&format!("10.7554/elife.{number}"))).flatten()
}

fn frontiers(parts: &Parts<'_>) -> Option<Leads> {
    let start = parts.path.iter().position(|part| *part == "articles")?;
    article(parts.from(start + 1), &["/full", "/pdf", "/abstract", "/epub"])
}

fn plos(parts: &Parts<'_>) -> Option<Leads> {
    let id = parts.parameter("id")?;
    let page = parts.path.contains(&"article");
    page.then(|| article_of(id.strip_prefix("info:doi/").unwrap_or(&id))).flatten()
}

fn peerj(parts: &Parts<'_>) -> Option<Leads> {
    let ["articles", id] = parts.from(0) else { return None };
    let id = id.strip_suffix(".pdf").unwrap_or(id);
    match id.split_once('-') {
        None if is_digits(id) => article_of(&format!("10.7717/peerj.{id}")),
        Some((journal, number)) if is_digits(number) => {
            article_of(&format!("10.7717/peerj-{journal}.{number}"))
        }
        _ => None,
    }
}

fn hindawi(parts: &Parts<'_>) -> Option<Leads> {
    let ["journals", _, year, number] = parts.from(0) else { return None };
    (year.len() == 4 && is_digits(year) && is_digits(number))
        .then(|| article_of(&format!("10.1155/{year}/{number}")))
        .flatten()
}

fn rsc(parts: &Parts<'_>) -> Option<Leads> {
    let at = parts
        .path
        .iter()
        .position(|part| matches!(*part, "articlelanding" | "articlehtml" | "articlepdf"))?;
    let [_, _, id] = parts.from(at + 1) else { return None };
    article_of(&format!("10.1039/{id}"))
}

fn aps(parts: &Parts<'_>) -> Option<Leads> {
    let [_, "abstract" | "pdf", rest @ ..] = parts.from(0) else { return None };
    article(rest, &[])
}

fn iop(parts: &Parts<'_>) -> Option<Leads> {
    (parts.at(0) == "article").then(|| article(parts.from(1), &["/meta", "/pdf"])).flatten()
}

fn joss(parts: &Parts<'_>) -> Option<Leads> {
    (parts.at(0) == "papers").then(|| article(parts.from(1), &[".pdf"])).flatten()
}

/// The address holds the journal by its ISSN, but the DOI by a short name.
fn mdpi(parts: &Parts<'_>) -> Option<Leads> {
    let path = parts.path.get(..4)?;
    let views = matches!(parts.from(4), [] | ["htm" | "pdf" | "html" | "notes"]);
    let issn = parts.at(0);
    let is_issn = issn.len() == 9 && issn.as_bytes().get(4) == Some(&b'-');
    (views && is_issn).then(|| Leads::Page(format!("mdpi.com/{}", path.join("/"))))
}

/// An article's number is not the one of its DOI; a version may follow.
fn f1000(parts: &Parts<'_>) -> Option<Leads> {
    let ["articles", id, rest @ ..] = parts.from(0) else { return None };
    let version = |part: &str| part.strip_prefix('v').is_some_and(is_digits);
    let whole = match rest {
        [] => true,
        [only] => version(only) || *only == "pdf",
        [first, second] => version(first) && *second == "pdf",
        _ => false,
    };
    whole.then(|| Leads::Page(format!("{}/articles/{id}", parts.host)))
}

fn elsevier(parts: &Parts<'_>) -> Option<Leads> {
    let given = parts.parameter("pii");
    let found = match parts.from(0) {
        ["science", "article", "pii", id]
        | ["science", "article", "pii", id, "pdf" | "pdfft"]
        | ["science", "article", "abs", "pii", id]
        | ["retrieve", "pii", id] => pii(id),
        ["action", "showPdf"] => pii(given.as_deref()?),
        [_, "fulltext" | "abstract" | "pdf", id]
        | ["journals", _, "article", id, "fulltext" | "abstract"]
        | [_, "article", id, "fulltext" | "abstract"] => pii(id.strip_suffix(".pdf").unwrap_or(id)),
        _ => None,
    }?;
    Some(Leads::Page(format!("pii:{found}")))
}

fn ieee(parts: &Parts<'_>) -> Option<Leads> {
    let number = match parts.from(0) {
        ["document", number] | ["abstract" | "xpl", "document", number] => (*number).to_owned(),
        ["stamp", "stamp.jsp"] | ["xpl", "articleDetails.jsp"] => parts.parameter("arnumber")?,
        _ => return None,
    };
    let number = number.trim_start_matches('0');
    is_digits(number).then(|| Leads::Page(format!("ieeexplore.ieee.org/document/{number}")))
}

/// A page and its PDF: `/papers/v24/22-1234.html` and `/papers/volume24/22-1234/22-1234.pdf`.
fn jmlr(parts: &Parts<'_>) -> Option<Leads> {
    let (volume, id) = match parts.from(0) {
        ["papers", volume, page] => (volume.strip_prefix('v')?, page.strip_suffix(".html")?),
        ["papers", volume, id, file] if file.strip_suffix(".pdf") == Some(id) => {
            (volume.strip_prefix("volume")?, *id)
        }
        _ => return None,
    };
    is_digits(volume).then(|| Leads::Page(format!("jmlr.org/papers/v{volume}/{id}")))
}

fn pmlr(parts: &Parts<'_>) -> Option<Leads> {
    let (volume, id) = match parts.from(0) {
        [volume, page] => (volume, page.strip_suffix(".html").unwrap_or(page)),
        [volume, id, file] if file.strip_suffix(".pdf") == Some(id) => (volume, *id),
        _ => return None,
    };
    let is_volume = volume.strip_prefix('v').is_some_and(is_digits);
    is_volume.then(|| Leads::Page(format!("proceedings.mlr.press/{volume}/{id}")))
}

fn openreview(parts: &Parts<'_>) -> Option<Leads> {
    let paper = match parts.at(0) {
        "forum" | "pdf" => true,
        "attachment" => parts.parameter("name").as_deref() == Some("pdf"),
        _ => false,
    };
    let id = parts.parameter("id").filter(|_| paper && parts.path.len() == 1)?;
    Some(Leads::Page(format!("openreview.net/forum?id={id}")))
}

fn anthology(parts: &Parts<'_>) -> Option<Leads> {
    let ([id] | ["anthology" | "papers", id] | ["anthology", _, id]) = parts.from(0) else {
        return None;
    };
    let id = id.strip_suffix(".pdf").unwrap_or(id).to_ascii_lowercase();
    let number = id.rsplit(['.', '-']).next().unwrap_or_default();
    // A supplement has a point behind the number: `2023.acl-long.1.software`.
    let fits = is_digits(number) && id.starts_with(|c: char| c.is_ascii_alphanumeric());
    fits.then(|| Leads::Page(format!("aclanthology.org/{id}")))
}

/// The page of the abstract and the PDF share a number of 32 hexadecimal digits.
fn neurips(parts: &Parts<'_>) -> Option<Leads> {
    let (hash, view) = parts.path.last()?.split_once('-')?;
    let is_hash = hash.len() == 32 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_paper = ["Abstract", "Paper"].iter().any(|start| view.starts_with(start));
    (is_hash && is_paper).then(|| Leads::Page(format!("proceedings.neurips.cc/{hash}")))
}

fn cvf(parts: &Parts<'_>) -> Option<Leads> {
    let [start @ .., "html" | "papers", file] = parts.from(0) else { return None };
    let (name, ending) = file.rsplit_once('.')?;
    matches!(ending, "html" | "pdf")
        .then(|| Leads::Page(format!("openaccess.thecvf.com/{}/{name}", start.join("/"))))
}

fn aaai(parts: &Parts<'_>) -> Option<Leads> {
    let at = parts.path.iter().position(|part| *part == "article")?;
    let ["view" | "download", number, rest @ ..] = parts.from(at + 1) else { return None };
    let journal = at.checked_sub(1).map_or("", |before| parts.at(before));
    (rest.len() <= 1 && is_digits(number))
        .then(|| Leads::Page(format!("ojs.aaai.org/{}/{number}", journal.to_ascii_lowercase())))
}

fn pubmed(number: &str) -> Option<Leads> {
    is_digits(number).then(|| Leads::Page(format!("pubmed.ncbi.nlm.nih.gov/{number}")))
}

fn pmc(id: &str) -> Option<Leads> {
    let id = id.to_ascii_lowercase();
    let number = id.strip_prefix("pmc").unwrap_or(&id);
    is_digits(number).then(|| Leads::Page(format!("pmc.ncbi.nlm.nih.gov/articles/pmc{number}")))
}

fn ncbi(parts: &Parts<'_>) -> Option<Leads> {
    match (parts.host, parts.from(0)) {
        ("pubmed.ncbi.nlm.nih.gov", [number]) | (_, ["pubmed", number]) => pubmed(number),
        (_, ["pmc", "articles", id] | ["pmc", "articles", id, "pdf", ..])
        | ("pmc.ncbi.nlm.nih.gov", ["articles", id] | ["articles", id, "pdf", ..]) => pmc(id),
        _ => None,
    }
}

fn europe_pmc(parts: &Parts<'_>) -> Option<Leads> {
    match parts.from(0) {
        ["article" | "abstract", source, id] => match source.to_ascii_lowercase().as_str() {
            "med" => pubmed(id),
            "pmc" => pmc(id),
            source => {
                Some(Leads::Page(format!("europepmc.org/{source}/{}", id.to_ascii_lowercase())))
            }
        },
        ["articles", id] => pmc(id),
        _ => None,
    }
}

fn zenodo(parts: &Parts<'_>) -> Option<Leads> {
    match parts.from(0) {
        ["record" | "records", number] if is_digits(number) => {
            Some(Leads::Record(format!("10.5281/zenodo.{number}").parse().ok()?))
        }
        ["doi", rest @ ..] => doi(rest, &[]).map(Leads::Record),
        _ => None,
    }
}

/// `/articles/dataset/Words_of_the_title/123456/2`; the portals of institutions give DOIs of their own.
fn figshare(parts: &Parts<'_>) -> Option<Leads> {
    let rest = match parts.from(0) {
        ["articles", _, rest @ ..] if parts.host == "figshare.com" => rest,
        _ => return None,
    };
    let number = rest.iter().find(|part| part.len() >= 5 && is_digits(part))?;
    Some(Leads::Record(format!("10.6084/m9.figshare.{number}").parse().ok()?))
}

fn kaggle(parts: &Parts<'_>) -> Option<Leads> {
    let ["c" | "competitions", name, rest @ ..] = parts.from(0) else { return None };
    matches!(rest, [] | ["overview"])
        .then(|| Leads::Page(format!("kaggle.com/competitions/{}", name.to_ascii_lowercase())))
}

/// Owner and repository without regard to case, as these hosts have it; the page of its main branch is its own page.
fn repository(parts: &Parts<'_>) -> Option<Leads> {
    let (owner, name) = (parts.at(0), parts.at(1));
    if name.is_empty() || parts.url.query().is_some_and(|query| !is_tab(query)) {
        return None;
    }
    let name = name.strip_suffix(".git").unwrap_or(name);
    let repository = format!("{}/{owner}/{name}", parts.host).to_ascii_lowercase();
    Some(Leads::Page(match parts.from(2) {
        []
        | ["tree" | "src", "main" | "master"]
        | ["-", "tree", "main" | "master"]
        | ["src", "branch", "main" | "master"] => repository,
        rest => format!("{repository}/{}", rest.join("/")),
    }))
}

fn is_tab(query: &str) -> bool {
    query.starts_with("tab=readme") || query.is_empty()
}
