//! "Did you mean": the nearest word, or none.

use listwright::value::{is_slip, nearest};
use proptest::prelude::*;

const WORDS: [&str; 12] = [
    "name",
    "released",
    "license",
    "licence",
    "organizer",
    "tokenization",
    "parameters",
    "paradigm",
    "links",
    "papers",
    "readme_group",
    "rna",
];

#[test]
fn slip_finds_its_word() {
    for (wrong, meant) in [
        ("naem", "name"),
        ("releesed", "released"),
        ("Released", "released"),
        ("organiser", "organizer"),
        ("tokenisation", "tokenization"),
        ("license", "license"),
        ("licens", "license"),
        ("param", "parameters"),
        ("link", "links"),
        ("paper", "papers"),
        ("readme-group", "readme_group"),
        ("readme group", "readme_group"),
        ("parmaeters", "parameters"),
    ] {
        assert_eq!(nearest(wrong, WORDS), Some(meant), "{wrong}");
    }
    assert_eq!(nearest("license", ["licence", "name"]), Some("licence"));
    assert_eq!(nearest("licence", ["license", "name"]), Some("license"));
}

#[test]
fn distant_word_is_not_guessed() {
    for wrong in ["", "x", "dna5", "colour", "nmea_zz", "日本"] {
        assert_eq!(nearest(wrong, WORDS), None, "{wrong}");
    }
}

#[test]
fn plural_wins_over_another_word_as_near() {
    assert_eq!(nearest("model", ["modes", "models", "modal"]), Some("models"));
    assert_eq!(nearest("categories", ["category"]), Some("category"));
}

#[test]
fn first_in_sorted_order_wins_a_tie() {
    assert_eq!(nearest("cat", ["hat", "bat", "rat"]), Some("bat"));
    assert_eq!(nearest("cat", ["rat", "bat", "hat"]), Some("bat"));
}

proptest! {
    #[test]
    fn answer_is_a_known_word_and_does_not_depend_on_order(wrong in super::texts(), turn in 0usize..12) {
        let mut turned = WORDS;
        turned.rotate_left(turn);
        prop_assert_eq!(nearest(&wrong, WORDS), nearest(&wrong, turned));
    }

    #[test]
    fn known_word_is_nearest_to_itself(word in prop::sample::select(WORDS.to_vec())) {
        prop_assert_eq!(nearest(word, WORDS), Some(word));
    }
}

#[test]
fn slip_of_the_pen_is_told_from_another_word() {
    for (wrong, word) in [
        ("Transformer", "transformer"),
        ("ncrnas", "ncrna"),
        ("transfromer", "transformer"),
        ("masked_lm", "masked-lm"),
        ("splcebert", "splicebert"),
    ] {
        assert!(is_slip(wrong, word), "{wrong}");
    }
    for (wrong, word) in [
        ("rnn", "cnn"),
        ("encoder", "encoder-decoder"),
        ("transformer", "transformer-decoder"),
        ("rfam 14", "rfam"),
        ("mrna", "tRNA"),
    ] {
        assert!(!is_slip(wrong, word), "{wrong}");
    }
}
