//! Authors: given and family names in both orders, groups, and what is not one author.

use listwright::diag::Code::BadAuthor;
use listwright::value::{Author, Person};
use proptest::prelude::*;

use super::{lawful_refusal, mended, refusal, refused};

fn person(text: &str) -> (String, String) {
    match text.parse().unwrap() {
        Author::Person(person) => (person.given.clone(), person.whole_family()),
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
        ("John Smith Jr.", "John", "Smith"),
        ("Maria de las Casas", "Maria", "de las Casas"),
        ("van der Berg", "", "van der Berg"),
        ("Aristotle", "", "Aristotle"),
        ("陈佳阳", "", "陈佳阳"),
        ("Van Nguyen", "Van", "Nguyen"),
    ] {
        assert_eq!(person(text), (given.to_owned(), family.to_owned()), "{text}");
    }
}

/// Given name, particle, family name and suffix of a text.
fn parts(text: &str) -> [String; 4] {
    match text.parse().unwrap_or_else(|why| panic!("{text}: {why}")) {
        Author::Person(Person { given, particle, family, suffix, .. }) => {
            [given, particle, family, suffix]
        }
        Author::Group(name) => panic!("{name}"),
    }
}

#[test]
fn suffixes_and_particles_are_parts_of_their_own_in_every_order() {
    for (texts, wanted) in [
        (
            &[
                "Martin Luther King Jr.",
                "King, Jr., Martin Luther",
                "King Jr., Martin Luther",
                "King, Martin Luther Jr.",
                "Martin Luther King, Jr.",
            ][..],
            ["Martin Luther", "", "King", "Jr."],
        ),
        (&["Hammond III, William", "William Hammond III"], ["William", "", "Hammond", "III"]),
        (&["Smith, Jr.", "Smith Jr."], ["", "", "Smith", "Jr."]),
        (
            &["Jean-Paul van der Berg", "van der Berg, Jean-Paul"],
            ["Jean-Paul", "van der", "Berg", ""],
        ),
        (&["de la Cruz, Jr., Juan", "Juan de la Cruz Jr."], ["Juan", "de la", "Cruz", "Jr."]),
        (&["Gerard 't Hooft", "'t Hooft, Gerard"], ["Gerard", "'t", "Hooft", ""]),
        (&["John St. John", "St. John, John"], ["John", "", "St. John", ""]),
        (&["Ramón y Cajal, Santiago"], ["Santiago", "", "Ramón y Cajal", ""]),
        (&["De la Cruz, Juan"], ["Juan", "", "De la Cruz", ""]),
        (&["bell hooks", "hooks, bell"], ["bell", "", "hooks", ""]),
        (&["Jean d'Alembert"], ["Jean", "", "d'Alembert", ""]),
        (&["Muḥammad ibn Mūsā al-Khwārizmī"], ["Muḥammad", "ibn", "Mūsā al-Khwārizmī", ""]),
        (&["Nguyễn, Thị Minh Khai"], ["Thị Minh Khai", "", "Nguyễn", ""]),
        (&["Charles IV"], ["", "", "Charles", "IV"]),
    ] {
        for text in texts {
            assert_eq!(parts(text), wanted.map(str::to_owned), "{text}");
        }
    }
}

#[test]
fn suffix_behind_the_given_name_is_put_behind_the_family_name() {
    mended::<Author>(
        BadAuthor,
        &[
            ("King, Martin Luther, Jr.", "King, Jr., Martin Luther"),
            ("King,Jr.,Martin", "King, Jr., Martin"),
        ],
    );
}

#[test]
fn brackets_are_no_part_of_a_name() {
    for (text, label, help) in [
        ("{The ENCODE Consortium}", "a group, in braces", "write `{group: The ENCODE Consortium}`"),
        ("{{Google}}", "a group, in braces", "write `{group: Google}`"),
        ("Hao Chen (陈昊)", "a name in two scripts", "write `{name: Hao Chen, also: 陈昊}`"),
        ("Hao Chen（陈昊）", "a name in two scripts", "write `{name: Hao Chen, also: 陈昊}`"),
        ("陈昊 (Hao Chen)", "a name in two scripts", "write `{name: Hao Chen, also: 陈昊}`"),
    ] {
        let malformed = refusal::<Author>(text);
        assert_eq!(malformed.label.as_deref(), Some(label), "{text}");
        assert_eq!(malformed.help.as_deref(), Some(help), "{text}");
    }
    let malformed = refusal::<Author>("Jane Doe (MIT)");
    assert_eq!(malformed.label.as_deref(), Some("it ends in brackets"));
    assert_eq!(parts("William (Bill) Noble")[2], "Noble");
}

#[test]
fn initials_behind_a_family_name_are_noticed() {
    for (text, wanted) in [
        ("Zhang H", Some("Zhang, H.")),
        ("Zhang HL", Some("Zhang, H. L.")),
        ("Zhang H L", Some("Zhang, H. L.")),
        ("García Márquez G", Some("García Márquez, G.")),
        ("H Zhang", None),
        ("William Hammond III", None),
        ("Zhang, H", None),
        ("JR Smith", None),
        ("Hailong Li", None),
        ("Plato", None),
    ] {
        assert_eq!(
            Author::turned(text).map(|turned| turned.by_initials).as_deref(),
            wanted,
            "{text}"
        );
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
