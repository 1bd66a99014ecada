//! Files of the site that are not pages: the sitemap and the word to robots.

use super::Site;
use super::page::Content;
use crate::markdown::html;

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
