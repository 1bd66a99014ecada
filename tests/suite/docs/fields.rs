//! The field tables of CONTRIBUTING.md, from the fields that the program reads.

use listwright::kinds::KindId;
use listwright::value::{Arxiv, Count, Date, Doi, Id, Licence, PaperRef, Quantity, Score, Url};

use super::{part, registry, text_of};

const DOCUMENT: &str = "CONTRIBUTING.md";

#[test]
fn every_key_of_every_kind_has_a_row() {
    let tables = part(DOCUMENT, "fields");
    for kind in KindId::ALL {
        for field in registry().of(*kind).fields.iter().copied() {
            let row = format!("| `{}` |", field.key);
            assert!(tables.contains(&row), "{kind}: {}: `listwright build` writes it", field.key);
        }
    }
}

#[test]
fn every_example_of_a_type_is_read_as_that_type() {
    let text = text_of(DOCUMENT);
    let mut read = 0;
    for line in text.lines().filter(|line| line.starts_with("| a ") || line.starts_with("| an ")) {
        let mut cells = line.trim_matches('|').split('|').map(str::trim);
        let (name, examples) = (cells.next().unwrap(), cells.next().unwrap());
        for example in examples.split('`').skip(1).step_by(2) {
            let fits = match name {
                "a date" => example.parse::<Date>().is_ok(),
                "a count" => example.parse::<Count>().is_ok(),
                "a quantity" => example.parse::<Quantity>().is_ok(),
                "a score" => example.parse::<Score>().is_ok(),
                "an address" => example.parse::<Url>().is_ok(),
                "a DOI" => example.parse::<Doi>().is_ok(),
                "an arXiv id" => example.parse::<Arxiv>().is_ok(),
                "an id" => example.parse::<Id>().is_ok(),
                "a paper" => example.parse::<PaperRef>().is_ok(),
                "a licence" => example.parse::<Licence>().is_ok(),
                _ => continue,
            };
            assert!(fits, "`{example}` is not {name}");
            read += 1;
        }
    }
    assert!(read > 20, "only {read} examples were found");
}
