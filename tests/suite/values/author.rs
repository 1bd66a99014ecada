//! Authors: given and family names in both orders, groups, and what is not one author.

use listwright::diag::Code::BadAuthor;
use listwright::value::Author;
use proptest::prelude::*;

use super::{lawful_refusal, mended, refusal, refused};

fn person(text: &str) -> (String, String) {
    match text.parse().unwrap() {
        Author::Person { given, family } => (given, family),
        Author::Group(name) => panic!("{name}"),
    }
}

#[test]
fn family_name_is_told_from_the_given() {
    for (text, given, family) in [
        ("Jiayang Chen", "Jiayang", "Chen"),
        ("Chen, Jiayang", "Jiayang", "Chen"),
        ("Ludwig van Beethoven", "Ludwig", "van Beethoven"),
        ("Vincent J. van der Berg", "Vincent J.", "van der Berg"),
        ("García Márquez, Gabriel", "Gabriel", "García Márquez"),
        ("John Smith Jr.", "John", "Smith Jr."),
        ("van der Berg", "", "van der Berg"),
        ("Aristotle", "", "Aristotle"),
        ("陈佳阳", "", "陈佳阳"),
        ("Van Nguyen", "Van", "Nguyen"),
    ] {
        assert_eq!(person(text), (given.to_owned(), family.to_owned()), "{text}");
    }
}

#[test]
fn person_is_shown_given_name_first() {
    let author: Author = "García Márquez, Gabriel".parse().unwrap();
    assert_eq!(author.to_string(), "Gabriel García Márquez");
    assert_eq!(author.written(), "García Márquez, Gabriel");
    assert_eq!("Chen, Jiayang".parse::<Author>().unwrap().written(), "Jiayang Chen");
    assert_eq!(serde_json::to_string(&author).unwrap(), "\"Gabriel García Márquez\"");
}

#[test]
fn group_keeps_its_name() {
    let group = Author::group("RNA and DNA Consortium 7");
    assert_eq!(group, Author::Group("RNA and DNA Consortium 7".to_owned()));
    assert_eq!(group.to_string(), "RNA and DNA Consortium 7");
}

#[test]
fn slip_of_the_hand_is_mended() {
    mended::<Author>(
        BadAuthor,
        &[
            ("Chen,Jiayang", "Chen, Jiayang"),
            ("Jiayang  Chen", "Jiayang Chen"),
            ("Jiayang Chen ", "Jiayang Chen"),
            ("Jiayang Chen1,2*", "Jiayang Chen"),
            ("Chen J.", "Chen, J."),
            ("Chen J.-Y.", "Chen, J.-Y."),
            ("Chen, Jiayang,", "Chen, Jiayang"),
            ("Chen,", "Chen"),
            ("Chen1, Jiayang", "Chen, Jiayang"),
            ("Chen *, Jiayang", "Chen, Jiayang"),
        ],
    );
}

#[test]
fn several_people_are_not_one() {
    refused::<Author>(
        BadAuthor,
        &[
            "",
            "123",
            "—",
            "Chen et al.",
            "Chen, J., Hu, Z.",
            "Chen and Hu",
            "Chen; Hu",
            "Chen & Hu",
            "A\u{200b}B",
            "Chen and others",
        ],
    );
    assert_eq!(
        refusal::<Author>("J. Chen et al.").help.as_deref(),
        Some("name the authors that are known, one per line, and set `authors_complete: false`")
    );
    assert_eq!(
        refusal::<Author>("Chen and Hu").help.as_deref(),
        Some("write one author per line; a consortium is written `{group: Name}`")
    );
}

proptest! {
    #[test]
    fn any_text_is_an_author_or_lawfully_refused(text in super::texts()) {
        match text.parse::<Author>() {
            Ok(author) => {
                prop_assert_eq!(author.written().parse(), Ok(author.clone()));
                let shown = author.to_string();
                if let Ok(again) = shown.parse::<Author>() {
                    prop_assert_eq!(again.to_string(), shown);
                }
            }
            Err(malformed) => lawful_refusal::<Author>(&malformed),
        }
    }
}
