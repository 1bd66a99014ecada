//! References to papers: four shapes that cannot be confused.

use listwright::diag::Code::{BadArxiv, BadDoi, BadId, BadPaperRef, BadUrl, ReservedId};
use listwright::value::PaperRef;
use proptest::prelude::*;

use super::{kept, mended, refusal, refused};

fn shape(text: &str) -> &'static str {
    match text.parse().unwrap() {
        PaperRef::Entry(_) => "entry",
        PaperRef::Doi(_) => "doi",
        PaperRef::Arxiv(_) => "arxiv",
        PaperRef::Url(_) => "url",
    }
}

#[test]
fn each_shape_is_told_by_its_form() {
    let texts = [
        "chen-2022-rna-fm",
        "10.1093/nar/gkad1031",
        "arXiv:2204.00300",
        "https://openreview.net/forum?id=x",
    ];
    kept::<PaperRef>(&texts);
    assert_eq!(texts.map(shape), ["entry", "doi", "arxiv", "url"]);
    assert_eq!(shape("10.48550/arxiv.2204.00300"), "doi");
    assert_eq!(shape("2022"), "entry");
}

#[test]
fn paper_outside_the_list_has_an_address() {
    let url = |text: &str| text.parse::<PaperRef>().unwrap().url();
    assert_eq!(url("chen-2022-rna-fm"), None);
    assert_eq!(url("arXiv:2204.00300").as_deref(), Some("https://arxiv.org/abs/2204.00300"));
    assert_eq!(
        url("10.1093/nar/gkad1031").as_deref(),
        Some("https://doi.org/10.1093/nar/gkad1031")
    );
}

#[test]
fn near_miss_is_answered_by_the_shape_it_most_looks_like() {
    mended::<PaperRef>(
        BadArxiv,
        &[("2204.00300", "arXiv:2204.00300"), ("arxiv.org/abs/2204.00300", "arXiv:2204.00300")],
    );
    mended::<PaperRef>(
        BadDoi,
        &[
            ("doi:10.1093/nar/gkad1031", "10.1093/nar/gkad1031"),
            ("10.1093/nar/gkad1031.", "10.1093/nar/gkad1031"),
        ],
    );
    mended::<PaperRef>(
        BadUrl,
        &[
            ("openreview.net/forum?id=x", "https://openreview.net/forum?id=x"),
            ("//x.org/a", "https://x.org/a"),
        ],
    );
    mended::<PaperRef>(BadId, &[("Chen_2022_RNA-FM", "chen-2022-rna-fm")]);
    refused::<PaperRef>(ReservedId, &["index"]);
    refused::<PaperRef>(BadUrl, &["ftp://x.org/a"]);
}

#[test]
fn text_of_no_shape_is_told_all_four() {
    refused::<PaperRef>(
        BadPaperRef,
        &["Interpretable RNA foundation model from unannotated data", "", "javascript:alert(1)"],
    );
    assert_eq!(
        refusal::<PaperRef>("Some Title").help.as_deref(),
        Some(
            "a paper is an entry's id such as `chen-2022-rna-fm`, a DOI such as `10.1093/nar/gkad1031`, an arXiv id \
             such as `arXiv:2204.00300`, or an address"
        )
    );
}

proptest! {
    #[test]
    fn text_of_one_shape_is_of_no_other(text in super::texts()) {
        use listwright::value::{Arxiv, Doi, Id, Url};
        let shapes = [text.parse::<Id>().is_ok(), text.parse::<Doi>().is_ok(), text.parse::<Arxiv>().is_ok(), text.parse::<Url>().is_ok()];
        let shapes = shapes.into_iter().filter(|fits| *fits).count();
        prop_assert!(shapes <= 1);
        prop_assert_eq!(shapes == 1, text.parse::<PaperRef>().is_ok());
    }
}
