//! How the fields of models are shown, in the order of an entry's page.

use std::borrow::Cow;

use super::{Model, ModelLinks, TrainingData};
use crate::kinds::shown::{Content, Item, Scaled, Shown, Sort, note, of};
use crate::kinds::{KindId, ModelLicence};
use crate::read::{Either, Word};
use crate::value::{Licence, Reported, Url};

pub(in crate::kinds) const SHOWN: &[Shown] = &[
    Shown::new("name", of!(Model, _model, Content::Name)).usual_column(1, "Model"),
    Shown::new("released", of!(Model, model, Content::date(model.released.as_ref())))
        .page()
        .usual_column(2, "Released")
        .first_list(1, Sort::Date),
    Shown::new("category", of!(Model, model, word("category", model.category.as_ref())))
        .note(note!(Model, model, model.category_note.as_ref()))
        .page()
        .column("Category")
        .first_list(4, Sort::Text),
    Shown::new("paradigm", of!(Model, model, word("paradigm", model.paradigm.as_ref())))
        .note(note!(Model, model, model.paradigm_note.as_ref()))
        .page()
        .column("Paradigm")
        .list(Sort::Text),
    Shown::new(
        "architecture",
        of!(Model, model, word("architecture", model.architecture.as_ref())),
    )
    .note(note!(Model, model, model.architecture_note.as_ref()))
    .page()
    .usual_column(4, "Architecture")
    .first_list(3, Sort::Text),
    Shown::new(
        "parameters",
        of!(Model, model, Content::reported(model.parameters.as_ref(), Content::Count)),
    )
    .note(note!(Model, model, model.parameters_note.as_ref()))
    .page()
    .usual_column(3, "Parameters")
    .first_list(2, Sort::Number)
    .scaled(Scaled::Everywhere),
    Shown::new("objective", of!(Model, model, word("objective", model.objective.as_ref())))
        .note(note!(Model, model, model.objective_note.as_ref()))
        .page()
        .column("Objective")
        .list(Sort::Text),
    Shown::new(
        "tokenization",
        of!(Model, model, word("tokenization", model.tokenization.as_ref())),
    )
    .note(note!(Model, model, model.tokenization_note.as_ref()))
    .page()
    .column("Tokenization")
    .list(Sort::Text),
    Shown::new(
        "context",
        of!(Model, model, Content::reported(model.context.as_ref(), Content::Count)),
    )
    .note(note!(Model, model, model.context_note.as_ref()))
    .page()
    .column("Context")
    .list(Sort::Number)
    .scaled(Scaled::Compared),
    Shown::new("training.datasets", of!(Model, model, training_data(model))).page(),
    Shown::new("training.size", of!(Model, model, training_size(model)))
        .note(note!(Model, model, model.training.as_ref().and_then(|of| of.note.as_ref())))
        .page()
        .list(Sort::Text),
    Shown::new("training", of!(Model, model, training_size(model))).column("Training data"),
    Shown::new("licence", of!(Model, model, both_licences(model.licence.as_ref())))
        .column("Licence"),
    Shown::new(
        "licence.code",
        of!(Model, model, Content::licence(model.licence.as_ref().and_then(|of| of.code.as_ref()))),
    )
    .page()
    .list(Sort::Text),
    Shown::new(
        "licence.weights",
        of!(
            Model,
            model,
            Content::licence(model.licence.as_ref().and_then(|of| of.weights.as_ref()))
        ),
    )
    .note(note!(Model, model, model.licence.as_ref().and_then(|of| of.note.as_ref())))
    .page()
    .list(Sort::Text),
    Shown::new("venue", of!(Model, model, Content::VenueOf(&model.papers))).list(Sort::Text),
    Shown::new("papers", of!(Model, model, Content::papers(&model.papers)))
        .page()
        .usual_column(6, "Papers"),
    Shown::new("links", of!(Model, model, all_links(model.links.as_ref())))
        .usual_column(7, "Links"),
    Shown::new("links", of!(Model, model, first_links(model))).first_list(5, Sort::No),
    Shown::new("links.code", of!(Model, model, reported(model, |links| &links.code))).page(),
    Shown::new("links.weights", of!(Model, model, reported(model, |links| &links.weights))).page(),
    Shown::new("links.home", of!(Model, model, given(model, |links| &links.home)))
        .page_where_given(),
    Shown::new("links.demo", of!(Model, model, given(model, |links| &links.demo)))
        .page_where_given(),
    Shown::new("links.docs", of!(Model, model, given(model, |links| &links.docs)))
        .page_where_given(),
    Shown::new("links.conversions", of!(Model, model, conversions(model))).page_where_given(),
    Shown::new("summary", of!(Model, model, Content::summary(model.summary.as_ref())))
        .usual_column(5, "Summary"),
];

fn word<'e, S>(section: &'static str, word: Option<&'e Word<S>>) -> Content<'e> {
    Content::words(section, word.map(Word::as_str).into_iter())
}

/// Data that has entries, and the names of the rest.
fn training_data(model: &Model) -> Content<'_> {
    let data: &[TrainingData] = model.training.as_ref().map_or(&[], |of| &of.datasets);
    let items = data.iter().map(|data| match data {
        Either::Short(of) => Item::Entry(KindId::Dataset, of.0.as_str()),
        Either::Long(of) => Item::Named(Cow::Borrowed(of.name.as_str()), of.note.as_ref()),
    });
    Content::Items(items.collect())
}

fn training_size(model: &Model) -> Content<'_> {
    Content::Quantities(model.training.as_ref().map_or(&[], |of| &of.size))
}

fn both_licences(of: Option<&ModelLicence>) -> Content<'_> {
    let say = |licence: Option<&Reported<Licence>>| match licence {
        Some(licence) => licence
            .value()
            .map(Licence::as_str)
            .or_else(|| licence.state())
            .unwrap_or_default()
            .to_owned(),
        None => "not recorded".to_owned(),
    };
    let (code, weights) = of.map_or((None, None), |of| (of.code.as_ref(), of.weights.as_ref()));
    Content::Line(Cow::Owned(format!("code: {}; weights: {}", say(code), say(weights))))
}

fn reported<'e>(
    model: &'e Model,
    link: fn(&'e ModelLinks) -> &'e Option<Reported<Url>>,
) -> Content<'e> {
    let link = model.links.as_ref().and_then(|links| link(links).as_ref());
    Content::reported(link, |url| Content::address(Some(url)))
}

fn given<'e>(model: &'e Model, link: fn(&'e ModelLinks) -> &'e Option<Url>) -> Content<'e> {
    Content::address(model.links.as_ref().and_then(|links| link(links).as_ref()))
}

fn conversions(model: &Model) -> Content<'_> {
    let conversions: &[Url] = model.links.as_ref().map_or(&[], |links| &links.conversions);
    Content::Items(conversions.iter().map(Item::Address).collect())
}

/// Code, weights and the rest, each labelled for what it is, and the states of what cannot be had.
fn all_links(links: Option<&ModelLinks>) -> Content<'_> {
    let Some(links) = links else { return Content::Nothing };
    let mut items = Vec::new();
    for (label, reported) in [("Code", &links.code), ("Weights", &links.weights)] {
        let Some(reported) = reported else { continue };
        items.extend(Item::labelled(label, reported.value()));
        if let Some(state) = reported.state() {
            items.push(Item::Named(Cow::Owned(format!("{} {state}", label.to_lowercase())), None));
        }
    }
    for (label, url) in [("Home", &links.home), ("Demo", &links.demo), ("Docs", &links.docs)] {
        items.extend(Item::labelled(label, url.as_ref()));
    }
    let conversions = links.conversions.iter();
    items.extend(conversions.filter_map(|url| Item::labelled("Conversion", Some(url))));
    Content::Items(items)
}

/// The first paper, the code and the weights.
fn first_links(model: &Model) -> Content<'_> {
    let links = model.links.as_ref();
    let code = links.and_then(|links| links.code.as_ref()).and_then(Reported::value);
    let weights = links.and_then(|links| links.weights.as_ref()).and_then(Reported::value);
    let paper = (!model.papers.is_empty()).then_some(Item::FirstPaper(&model.papers));
    let rest = [Item::labelled("Code", code), Item::labelled("Weights", weights)];
    Content::Items(paper.into_iter().chain(rest.into_iter().flatten()).collect())
}
