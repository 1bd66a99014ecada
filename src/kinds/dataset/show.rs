//! How the fields of datasets are shown, in the order of an entry's page.

use super::{Dataset, DatasetType};
use crate::kinds::shown::{Content, Item, Shown, Sort, note, of};
use crate::read::Word;
use crate::value::Locator;

/// How many tasks are named in a list before the rest is only counted.
const TASKS: usize = 2;

pub(in crate::kinds) const SHOWN: &[Shown] = &[
    Shown::new("name", of!(Dataset, _data, Content::Name)).usual_column(1, "Name"),
    Shown::new(
        "type",
        of!(Dataset, data, Content::choice("facet.type", data.r#type.map(DatasetType::as_str))),
    )
    .page()
    .usual_column(2, "Type")
    .first_list(1, Sort::Text),
    Shown::new(
        "tasks",
        of!(Dataset, data, Content::words("task", data.tasks.iter().map(Word::as_str))),
    )
    .page()
    .usual_column(5, "Tasks")
    .first_list(3, Sort::Text)
    .at_most(TASKS),
    Shown::new("size", of!(Dataset, data, Content::Quantities(&data.size)))
        .page()
        .usual_column(4, "Size")
        .first_list(2, Sort::Number),
    Shown::new("released", of!(Dataset, data, Content::date(data.released.as_ref())))
        .page()
        .usual_column(3, "Released")
        .first_list(4, Sort::Date),
    Shown::new(
        "version",
        of!(Dataset, data, Content::line(data.version.as_ref().map(Locator::as_str))),
    )
    .page(),
    Shown::new(
        "licence",
        of!(Dataset, data, Content::licence(data.licence.as_ref().and_then(|of| of.data.as_ref()))),
    )
    .usual_column(7, "Licence")
    .first_list(5, Sort::Text),
    Shown::new(
        "licence.data",
        of!(Dataset, data, Content::licence(data.licence.as_ref().and_then(|of| of.data.as_ref()))),
    )
    .note(note!(Dataset, data, data.licence.as_ref().and_then(|of| of.note.as_ref())))
    .page(),
    Shown::new(
        "licence.mirror",
        of!(
            Dataset,
            data,
            Content::licence(data.licence.as_ref().and_then(|of| of.mirror.as_ref()))
        ),
    )
    .page_where_given(),
    Shown::new("papers", of!(Dataset, data, Content::papers(&data.papers)))
        .page()
        .usual_column(8, "Papers"),
    Shown::new("links", of!(Dataset, data, links(data)))
        .page()
        .usual_column(9, "Links")
        .first_list(6, Sort::No),
    Shown::new("used", of!(Dataset, _data, Content::Uses)).list(Sort::Number),
    Shown::new("summary", of!(Dataset, data, Content::summary(data.summary.as_ref())))
        .usual_column(6, "Summary"),
];

fn links(data: &Dataset) -> Content<'_> {
    let Some(links) = &data.links else { return Content::Nothing };
    let all = [("Home", &links.home), ("Download", &links.download), ("Code", &links.code)];
    let items = all.into_iter().filter_map(|(label, url)| Item::labelled(label, url.as_ref()));
    Content::Items(items.collect())
}
