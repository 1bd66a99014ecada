//! DOIs: the bare form, its address, and every wrapping that people copy.

use listwright::diag::Code::BadDoi;
use listwright::value::{Doi, Url};
use proptest::prelude::*;

use super::{kept, mended, refusal, refused};

const SICI: &str = "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2";

/// A DOI whose last character is the check mark of a SICI.
const CHECKED: &str = "10.1002/(sici)1097-0134(20000515)39:3<216::aid-prot40>3.0.co;2-#";

#[test]
fn check_mark_at_the_end_of_a_doi_is_kept_however_it_is_written() {
    assert_eq!(CHECKED.to_uppercase().parse::<Doi>().unwrap().as_str(), CHECKED);
    let address =
        "https://doi.org/10.1002/(sici)1097-0134(20000515)39:3%3C216::aid-prot40%3E3.0.co;2-%23";
    let doi: Doi = CHECKED.parse().unwrap();
    assert_eq!(doi.url(), address);
    mended::<Doi>(
        BadDoi,
        &[
            (address, CHECKED),
            (&format!("https://doi.org/{CHECKED}"), CHECKED),
            (&format!("{CHECKED}."), CHECKED),
            (&format!("doi:{CHECKED}"), CHECKED),
            ("10.1093/nar/gkad1031#", "10.1093/nar/gkad1031"),
            ("https://doi.org/10.1093/nar/gkad1031#abstract", "10.1093/nar/gkad1031"),
        ],
    );
}

#[test]
fn bare_doi_is_kept_in_lower_case() {
    kept::<Doi>(&[
        "10.1093/nar/gkad1031",
        "10.48550/arxiv.2204.00300",
        SICI,
        "10.1016/s0022-2836(05)80360-2",
        CHECKED,
    ]);
    assert_eq!(
        "10.1101/2022.08.06.503062V1".parse::<Doi>().unwrap().as_str(),
        "10.1101/2022.08.06.503062v1"
    );
}

#[test]
fn wrapping_is_taken_off() {
    mended::<Doi>(
        BadDoi,
        &[
            ("https://doi.org/10.1093/nar/gkad1031", "10.1093/nar/gkad1031"),
            ("http://dx.doi.org/10.1093%2Fnar%2FGKAD1031", "10.1093/nar/gkad1031"),
            ("www.doi.org/10.1093/nar/gkad1031?x=y#z", "10.1093/nar/gkad1031"),
            ("doi:10.1093/nar/gkad1031", "10.1093/nar/gkad1031"),
            ("DOI: 10.1093/nar/gkad1031", "10.1093/nar/gkad1031"),
            ("10.1093/nar/gkad1031.", "10.1093/nar/gkad1031"),
            ("10.1093/nar/gkad1031,", "10.1093/nar/gkad1031"),
            ("10.1093/nar/gkad1031).", "10.1093/nar/gkad1031"),
            ("10.1093/nar/gkad1031?login=false", "10.1093/nar/gkad1031"),
            ("10.1093/nar%2Fgkad1031", "10.1093/nar/gkad1031"),
            (
                "https://www.biorxiv.org/content/10.1101/2022.08.06.503062v2.full.pdf",
                "10.1101/2022.08.06.503062",
            ),
            (
                "https://onlinelibrary.wiley.com/doi/full/10.1002/advs.202407013",
                "10.1002/advs.202407013",
            ),
            ("https://www.nature.com/articles/s41586-024-07487-w", "10.1038/s41586-024-07487-w"),
            (" 10.1093/nar/gkad1031", "10.1093/nar/gkad1031"),
        ],
    );
    assert_eq!(
        refusal::<Doi>("https://doi.org/10.1093/nar/gkad1031").label.as_deref(),
        Some("an address")
    );
}

#[test]
fn other_text_is_no_doi() {
    refused::<Doi>(
        BadDoi,
        &[
            "",
            "10.1093",
            "10.1093/",
            "10.93/x",
            "11.1093/x",
            "10.1093/a b",
            "10.1093/模型",
            "10.1234567890/x",
            "10.1093/a\"b",
            "https://onlinelibrary.wiley.com/doi/full/10.1002/abc/full",
            "gkad1031",
        ],
    );
    assert!("10.1093/".to_owned().parse::<Doi>().is_err());
    let malformed = refusal::<Doi>("arXiv:2204.00300v1");
    assert_eq!(malformed.help.as_deref(), Some("write `arXiv:2204.00300v1` under `arxiv`"));
}

#[test]
fn address_encodes_what_an_address_cannot_hold() {
    let doi: Doi = SICI.parse().unwrap();
    assert_eq!(
        doi.url(),
        "https://doi.org/10.1002/(sici)1097-0258(19980815/30)17:15/16%3C1661::aid-sim968%3E3.0.co;2-2"
    );
}

proptest! {
    #[test]
    fn every_doi_round_trips_and_has_an_address(suffix in "[!-~]{1,30}") {
        if let Ok(doi) = format!("10.1000/{suffix}").parse::<Doi>() {
            prop_assert_eq!(doi.to_string().parse(), Ok(doi.clone()));
            let url: Url = doi.url().parse().unwrap();
            let alone = url.identity();
            prop_assert!(alone.as_str().starts_with("doi.org/10.1000/"));
            prop_assert_eq!(url.noise(), None);
        }
    }
}

#[test]
fn key_of_a_doi_is_that_of_its_address() {
    for (doi, key) in [
        ("10.1093/nar/gkad1031", "doi.org/10.1093/nar/gkad1031".to_owned()),
        (SICI, format!("doi.org/{SICI}")),
        (CHECKED, format!("doi.org/{CHECKED}")),
        ("10.48550/arxiv.2204.00300", "arxiv.org/abs/2204.00300".to_owned()),
    ] {
        let doi: Doi = doi.parse().unwrap();
        assert_eq!(doi.identity().as_str(), key);
        assert_eq!(doi.url().parse::<Url>().unwrap().identity().as_str(), key);
    }
}
