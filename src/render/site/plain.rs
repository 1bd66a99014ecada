//! Files of the site that are not pages: the sitemap, the word to robots, and the guide to language models.

use super::feed::Feed;
use super::page::Content;
use super::{Site, files};
use crate::markdown::{cell, html};
use crate::render::cite::Format;

/// How many addresses a sitemap may hold, by its protocol.
const MOST: usize = 50_000;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

/// `robots.txt`: everybody is welcome, and the sitemap is here.
pub(super) fn robots(site: &Site<'_>) -> String {
    let mut text = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(base) = site.base() {
        text.extend(["Sitemap: ", base, "sitemap.xml\n"]);
    }
    text
}

/// `llms.txt`: what stands where, in the form of <https://llmstxt.org>.
pub(super) fn llms(site: &Site<'_>) -> String {
    let Some(edition) = site.editions.first() else { return String::new() };
    let list = &edition.overview;
    let base = site.base().unwrap_or("");
    let word = |key: &str| edition.strings.get(key).cloned().unwrap_or_default();
    let mut text = format!("# {}\n\n", cell::inline(&list.title));
    if let Some(tagline) = &list.tagline {
        text.extend(["> ", &cell::inline(tagline), "\n\n"]);
    }
    let section = |heading: &str, lines: Vec<(String, String, &str)>| {
        let mut text = format!("## {}\n\n", cell::inline(heading));
        for (label, path, about) in lines {
            let link = cell::link(&label, &format!("{base}{path}"));
            let about = if about.is_empty() { String::new() } else { format!(": {about}") };
            text.extend(["- ", &link, &about, "\n"]);
        }
        text.push('\n');
        text
    };
    let all = files::stem(files::EVERYTHING);
    let mut data = vec![
        (
            word("all-data"),
            format!("{}catalog.json", files::FOLDER),
            "every entry with its sources and its status",
        ),
        (
            "JSON Schema".to_owned(),
            format!("{}catalog.schema.json", files::FOLDER),
            "what the keys mean",
        ),
    ];
    data.extend(Format::ALL.iter().map(|format| {
        (
            format.name().to_owned(),
            format!("{all}.{}", format.extension()),
            "references of all listed entries",
        )
    }));
    let tables = site.material.catalog.kinds();
    data.extend(tables.map(|kind| {
        (format!("{} (CSV)", word(kind.folder())), files::table_file(kind), "the listed entries")
    }));
    let boards = edition.boards.all.iter().filter(|board| board.about.models > 0);
    data.extend(boards.map(|board| {
        (
            format!("{} (Every Eval Ever)", board.about.name),
            files::evaluations_file(&board.about.id),
            "the scores of models on it, a log a line",
        )
    }));
    let feeds = Feed::of_page(site, edition, &Content::Home);
    data.extend(
        feeds.into_iter().map(|feed| (word("feed"), feed.path, "what was added and what changed")),
    );
    let kinds = site.material.catalog.kinds();
    let pages = kinds.map(|kind| (word(kind.folder()), format!("{}/", kind.folder()), ""));
    let others = ["terms", "review", "about"].map(|key| (word(key), format!("{key}/"), ""));
    text.push_str(&section(&word("data"), data));
    text.push_str(&section(&word("sections"), pages.chain(others).collect()));
    format!("{}\n", text.trim_end())
}

/// The sitemaps by path: one, or an index and as many as the protocol asks for.
pub(super) fn sitemaps(site: &Site<'_>) -> Vec<(String, String)> {
    let Some(base) = site.base() else { return Vec::new() };
    let addresses: Vec<String> = site
        .editions
        .iter()
        .flat_map(|edition| {
            let worth_finding = |page: &super::Page<'_, '_>| {
                !matches!(page.content, Content::Moved(_) | Content::NotFound)
            };
            let pages = site.pages(edition).into_iter().filter(worth_finding);
            pages.map(|page| format!("{base}{}{}", edition.folder, page.address))
        })
        .collect();
    if addresses.len() <= MOST {
        return vec![("sitemap.xml".to_owned(), list("urlset", "url", &addresses))];
    }
    let mut maps: Vec<(String, String)> = addresses
        .chunks(MOST)
        .enumerate()
        .map(|(at, part)| (format!("sitemap-{}.xml", at + 1), list("urlset", "url", part)))
        .collect();
    let names: Vec<String> = maps.iter().map(|(path, _)| format!("{base}{path}")).collect();
    maps.push(("sitemap.xml".to_owned(), list("sitemapindex", "sitemap", &names)));
    maps
}

fn list(root: &str, item: &str, addresses: &[String]) -> String {
    let mut text = format!("{HEAD}<{root} {NAMESPACE}>\n");
    for address in addresses {
        let address = html::escape(address);
        text.extend(["<", item, "><loc>", &address, "</loc></", item, ">\n"]);
    }
    text.extend(["</", root, ">\n"]);
    text
}
