//! Files of the site that are not pages: the sitemap and the word to robots.

use super::Site;
use super::page::Content;
use crate::markdown::html;

/// `robots.txt`: everybody is welcome, and the sitemap is here.
pub(super) fn robots(site: &Site<'_>) -> Vec<u8> {
    let mut text = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(base) = site.base() {
        text.push_str(&format!("Sitemap: {base}sitemap.xml\n"));
    }
    text.into_bytes()
}

/// `sitemap.xml`: the absolute address of every page that is worth finding.
pub(super) fn sitemap(site: &Site<'_>) -> Vec<u8> {
    let base = site.base().unwrap_or_default();
    let mut text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
            .to_owned();
    for edition in &site.editions {
        for page in site.pages(edition) {
            if matches!(page.content, Content::Moved(_) | Content::NotFound) {
                continue;
            }
            let address = format!("{base}{}{}", edition.folder, page.address);
            text.push_str(&format!("<url><loc>{}</loc></url>\n", html::escape(&address)));
        }
    }
    text.push_str("</urlset>\n");
    text.into_bytes()
}
