//! The sites of every list of this repository, crawled whole.

use std::collections::BTreeSet;

use super::{Crawl, Expected, crawl};
use crate::door::Survey;
use crate::folder::{Files, repository};

/// The lists with their folders; the first is the one that this repository is for.
const LISTS: [&str; 4] = ["", "tests/golden/small", "tests/golden/full", "tests/golden/seed"];

/// The outputs of a list's site, and what must be known to judge them.
fn site(list: &Survey, folder: &str, file_urls: bool) -> (Files, Expected) {
    assert_eq!(list.places().iter().filter(|place| !is_warning(place)).count(), 0);
    let statics = listwright::project::load(&repository(folder)).unwrap().statics;
    let outputs: Files = list.outputs_from(list.files(), &statics).into_iter().skip(1).collect();
    let catalog = list.examined().catalog;
    let languages = catalog.languages.clone();
    let mut moved = BTreeSet::new();
    for record in &catalog.records {
        for id in &record.common.former_ids {
            let page = format!("{}/{}/index.html", record.kind.folder(), id.as_str());
            moved.extend(languages.iter().skip(1).map(|language| format!("{language}/{page}")));
            moved.insert(page);
        }
    }
    let base = catalog.survey.site.as_ref().map_or("", |site| site.as_str());
    let base =
        if base.is_empty() { base.to_owned() } else { format!("{}/", base.trim_end_matches('/')) };
    (outputs, Expected { base, languages, file_urls, moved })
}

fn is_warning(place: &str) -> bool {
    let code = place.rsplit(' ').next().unwrap_or_default();
    let code = listwright::diag::Code::ALL.iter().find(|known| known.as_str() == code);
    code.is_some_and(|code| code.severity() == listwright::diag::Severity::Warning)
}

/// The same list, with its site at an address or at none.
fn sited(list: Survey, address: Option<&str>) -> Survey {
    let path = "entries/survey.yaml";
    let settings = list.text(path).to_owned();
    let mut lines: Vec<&str> = settings.lines().filter(|line| !line.starts_with("site:")).collect();
    let site = address.map(|address| format!("site: {address}"));
    lines.extend(site.as_deref());
    list.file(path, lines.join("\n") + "\n")
}

#[test]
fn every_page_of_every_list_is_whole_and_safe() {
    let mut sum = Crawl::default();
    let mut sites = 0;
    for folder in LISTS {
        let below = Some("https://the-list.example/a/list/");
        for (address, file_urls) in [(below, false), (None, true), (None, false)] {
            // The first list is large, and its pages differ in no more than these two.
            if folder.is_empty() && address.is_none() && !file_urls {
                continue;
            }
            let list = sited(Survey::folder(folder), address);
            let list = if file_urls { list.file_urls() } else { list };
            let (outputs, expected) = site(&list, folder, file_urls);
            let found = crawl(&outputs, &expected);
            let faults = found.faults.len();
            let some = found.faults.iter().take(20).cloned().collect::<Vec<_>>().join("\n");
            assert_eq!(faults, 0, "{folder} at {address:?}, files {file_urls}:\n{some}");
            sites += 1;
            sum.pages += found.pages;
            sum.links += found.links;
            sum.anchors += found.anchors;
            sum.loads += found.loads;
            sum.foreign += found.foreign;
        }
    }
    println!(
        "{sites} sites, {} pages: {} internal links and {} anchors lead somewhere, {} loads from the site itself, \
         0 from elsewhere, {} links to other hosts, which nothing follows by itself",
        sum.pages, sum.links, sum.anchors, sum.loads, sum.foreign
    );
    assert!(sum.pages > 1_000 && sum.anchors > 100, "{sum:?}");
}
