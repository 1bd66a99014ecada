//! The names that GitHub gives to headings.

use listwright::markdown::slug::{Slugger, heading_text, slug};

#[test]
fn name_keeps_letters_marks_numbers_and_hyphens() {
    for (heading, name) in [
        ("1.Papers (论文)", "1papers-论文"),
        ("2.Survey (研究综述)", "2survey-研究综述"),
        (
            "3.Datasets and Benchmarks (数据集与评测结果)",
            "3datasets-and-benchmarks-数据集与评测结果",
        ),
        ("4.Challenges (竞赛信息)", "4challenges-竞赛信息"),
        ("Contributing (欢迎参与贡献)", "contributing-欢迎参与贡献"),
        ("论文，数据。说明：其他（二）", "论文数据说明其他二"),
        ("🚀 Launch 🎉", "-launch-"),
        ("C++ & Rust", "c--rust"),
        ("a_b", "a_b"),
        ("RNA‑seq – 5′UTR", "rnaseq--5utr"),
        ("ÀÉÎ Straße", "àéî-straße"),
        ("e\u{301}te\u{301}", "e\u{301}te\u{301}"),
        ("हिन्दी", "हिन्दी"),
        // Raised numbers, fractions and numbers in circles go; Roman ones and letters in circles stay.
        ("H₂O m² ½ ③ Ⅷ Ⓐ", "ho-m---ⅷ-ⓐ"),
        // The sigma at the end of a word, and a letter whose small form is two characters.
        ("ΛΟΓΟΣ İ", "λογος-i\u{307}"),
        ("a\u{a0}b\u{3000}c", "abc"),
        ("", ""),
    ] {
        assert_eq!(slug(heading), name);
    }
}

#[test]
fn equal_headings_are_numbered_past_names_that_are_taken() {
    let mut slugger = Slugger::default();
    let names = ["Models", "Models", "Models 2", "Models", "Models", "Models 1"]
        .map(|heading| slugger.slug(heading));
    assert_eq!(names, ["models", "models-1", "models-2", "models-3", "models-4", "models-1-1"]);
}

#[test]
fn ten_thousand_equal_headings_take_no_time() {
    let mut slugger = Slugger::default();
    let last = (0..10_000).map(|_| slugger.slug("a")).last();
    assert_eq!(last.as_deref(), Some("a-9999"));
}

#[test]
fn text_of_a_heading_is_what_is_shown() {
    assert_eq!(
        heading_text("**1.Papers** ([论文](https://a.bc)) `x` ![logo](y.png)"),
        "1.Papers (论文) x "
    );
    assert_eq!(heading_text("1. First &amp; last"), "1. First & last");
    assert_eq!(heading_text("<a id=\"x\"></a>Title"), "Title");
}
