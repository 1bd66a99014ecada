//! Breaks of single values: dates, counts, addresses, identifiers, licences and words.

use listwright::diag::Code;

use super::{Break, put, swap};
use crate::sample::{CHALLENGE, DATASET, LOG, MODEL, PAPER, SETTINGS};

pub(super) fn breaks() -> Vec<Break> {
    [dates(), numbers(), addresses(), identifiers(), registers(), licences(), words()]
        .into_iter()
        .flatten()
        .collect()
}

fn dates() -> Vec<Break> {
    let released = |name, code, text: &str| {
        swap(name, code, MODEL, "released: 2024-02", &format!("released: ‸{text}"))
    };
    vec![
        released("dotted_month", Code::BadDate, "2022.02"),
        released("dotted_month_that_may_be_october", Code::BadDate, "2022.1"),
        released("slashes", Code::BadDate, "2022/02/14"),
        released("name_of_a_month", Code::BadDate, "Feb 2022"),
        released("day_or_month_first", Code::BadDate, "03/04/2022"),
        released("chinese_date", Code::BadDate, "2022年2月"),
        released("one_digit", Code::BadDate, "2022-2"),
        released("word_for_a_date", Code::BadDate, "soon"),
        released("year_of_two_digits", Code::BadDate, "\"'22\""),
        released("moment_for_a_day", Code::BadDate, "2022-02-14T09:30:00Z"),
        released("month_13", Code::ImpossibleDate, "2022-13"),
        released("month_0", Code::ImpossibleDate, "2022-00"),
        released("february_30", Code::ImpossibleDate, "2022-02-30"),
        released("leap_day_of_a_common_year", Code::ImpossibleDate, "2023-02-29"),
        swap(
            "quoted_date_with_space",
            Code::BadDate,
            PAPER,
            "published: 2024-02}",
            "published: ‸\"2024-02 \"}",
        ),
        swap("date_of_the_log", Code::BadDate, LOG, "date: 2025-06-01", "date: ‸June 2025"),
    ]
}

fn numbers() -> Vec<Break> {
    let context = |name, code, text: &str| {
        let (old, new) = ("context: 1022\ncontext_note", format!("context: ‸{text}\ncontext_note"));
        swap(name, code, MODEL, old, &new)
    };
    let size = |name, code, text: &str| {
        swap(name, code, DATASET, "size: [4000 sequences]", &format!("size: [‸{text}]"))
    };
    let score = |name, text: &str| {
        swap(name, Code::BadScore, DATASET, "ss: 49.95", &format!("ss: ‸{text}"))
    };
    let rank = |name, text: &str| {
        swap(name, Code::BadInteger, CHALLENGE, "rank: 1", &format!("rank: ‸{text}"))
    };
    vec![
        swap(
            "sequences_as_parameters",
            Code::UnitMismatch,
            MODEL,
            "parameters: 650.88M  #",
            "parameters: ‸23M sequences  #",
        ),
        swap(
            "sequences_as_parameters_of_a_variant",
            Code::UnitMismatch,
            MODEL,
            "{parameters: 33.48M}",
            "{parameters: ‸23M sequences}",
        ),
        context("decimal_comma", Code::BadCount, "1,5K"),
        context("range", Code::BadCount, "512-1022"),
        context("small_unit", Code::BadCount, "1k"),
        context("nought", Code::BadCount, "0"),
        context("below_zero", Code::BadCount, "-5"),
        context("dash_for_nothing", Code::YamlSyntax, "-"),
        context("not_available", Code::BadCount, "n/a"),
        context("misspelt_state", Code::BadCount, "not-reported"),
        context("too_many_decimals", Code::BadCount, "1.2345K"),
        context("beyond_every_number", Code::BadCount, "99999999999T"),
        swap("teams_with_a_plus", Code::BadCount, CHALLENGE, "teams: 120", "teams: ‸120+"),
        size("count_without_a_unit", Code::BadQuantity, "4000"),
        size("unit_without_a_count", Code::BadQuantity, "sequences"),
        swap("unknown_unit", Code::UnknownWord, DATASET, "4000 sequences", "4000 ‸leaves"),
        swap("misspelt_unit", Code::UnknownWord, DATASET, "4000 sequences", "4000 ‸sequence"),
        swap("quoted_unit", Code::UnknownWord, DATASET, "4000 sequences", "‸\"4000 sequence\""),
        score("per_cent", "49.95%"),
        score("no_score", "n/a"),
        score("score_with_a_comma", "\"49,95\""),
        score("not_a_number", ".nan"),
        score("spread_without_spaces", "49.95±0.1"),
        rank("rank_nought", "0"),
        rank("rank_in_words", "first"),
        rank("rank_with_a_sign", "+1"),
        swap("rows_below_one", Code::BadInteger, SETTINGS, "rows: 50", "rows: ‸0"),
    ]
}

fn addresses() -> Vec<Break> {
    let home = |name, code, text: &str| {
        let (old, new) = ("home: https://alder.example.org\n", format!("home: ‸{text}\n"));
        swap(name, code, MODEL, old, &new)
    };
    vec![
        home("no_scheme", Code::BadUrl, "alder.example.org"),
        home("protocol_relative", Code::BadUrl, "//alder.example.org"),
        home("ftp", Code::BadUrl, "ftp://alder.example.org"),
        home("javascript", Code::BadUrl, "javascript:alert(1)"),
        home("data", Code::BadUrl, "data:text/html,x"),
        home("mail", Code::BadUrl, "mailto:a@example.org"),
        home("no_host", Code::BadUrl, "https:///alder"),
        home("localhost", Code::BadUrl, "http://localhost:8000"),
        home("number_for_a_host", Code::BadUrl, "http://169.254.169.254/latest"),
        home("host_without_a_dot", Code::BadUrl, "https://alder"),
        home("credentials", Code::BadUrl, "https://ada:secret@alder.example.org"),
        home("user_only", Code::BadUrl, "https://example.org@evil.example.com"),
        home("cyrillic_host", Code::BadUrl, "https://\u{430}lder.example.org"),
        home("space_in_an_address", Code::BadUrl, "https://alder.example.org/a b"),
        home("markdown_around_an_address", Code::BadUrl, "\"[Alder](https://alder.example.org)\""),
        home("angle_in_an_address", Code::BadUrl, "https://alder.example.org/<b>"),
        home("login_parameter", Code::UrlNoise, "https://alder.example.org/a?login=false"),
        home("tracking_parameter", Code::UrlNoise, "https://alder.example.org/?utm_source=x&id=3"),
        home("text_fragment", Code::UrlNoise, "https://alder.example.org/#:~:text=alder"),
        swap(
            "reported_address",
            Code::BadUrl,
            MODEL,
            "code: https://code.example.org/alder\n",
            "code: ‸code.example.org/alder\n",
        ),
        swap(
            "noise_in_a_source",
            Code::UrlNoise,
            PAPER,
            "{url: https://journal.example.org/rowan, kind",
            "{url: ‸https://journal.example.org/rowan?fbclid=1, kind",
        ),
        swap(
            "word_for_an_address",
            Code::BadUrl,
            MODEL,
            "code: https://code.example.org/alder\n",
            "code: ‸none\n",
        ),
    ]
}

fn identifiers() -> Vec<Break> {
    let papers = |name, code, text: &str| {
        swap(name, code, MODEL, "papers: [rowan-2024, ", &format!("papers: [rowan-2024, ‸{text}, "))
    };
    let author = |name, text: &str| {
        swap(name, Code::BadAuthor, PAPER, "[Ada Example,", &format!("[‸{text},"))
    };
    let arxiv = |name, text: &str| {
        swap(name, Code::BadArxiv, PAPER, "arxiv: arXiv:2312.01234", &format!("arxiv: ‸{text}"))
    };
    vec![
        swap(
            "doi_as_an_address",
            Code::BadDoi,
            PAPER,
            "\ndoi: 10.5555/rowan.1",
            "\ndoi: ‸https://doi.org/10.5555/rowan.1",
        ),
        swap(
            "doi_with_a_prefix",
            Code::BadDoi,
            PAPER,
            "\ndoi: 10.5555/rowan.1",
            "\ndoi: ‸doi:10.5555/rowan.1",
        ),
        swap(
            "doi_without_a_suffix",
            Code::BadDoi,
            PAPER,
            "\ndoi: 10.5555/rowan.1",
            "\ndoi: ‸10.5555",
        ),
        arxiv("bare_arxiv_number", "2312.01234"),
        arxiv("arxiv_month_13", "arXiv:2313.01234"),
        arxiv("arxiv_with_a_lost_zero", "2312.123"),
        arxiv("arxiv_as_an_address", "https://arxiv.org/abs/2312.01234"),
        papers("bare_arxiv_number_as_paper", Code::BadArxiv, "2204.00300"),
        papers("doi_address_as_paper_without_a_scheme", Code::BadDoi, "doi.org/10.5555/x"),
        papers("title_as_paper", Code::BadPaperRef, "Rowan reads leaves"),
        papers("capital_id_as_paper", Code::BadId, "Rowan_2023"),
        author("group_in_braces", "'{The Foresters}'"),
        author("name_in_two_scripts", "Hao Chen (陈昊)"),
        author("affiliation_in_brackets", "Ada Example (Oak University)"),
        swap(
            "group_and_person_at_once",
            Code::BadAuthor,
            PAPER,
            "[Ada Example,",
            "[{‸group: The Foresters, name: Ada Example},",
        ),
        swap(
            "group_in_another_script",
            Code::BadAuthor,
            PAPER,
            "[Ada Example,",
            "[{‸group: The Foresters, also: 林业人},",
        ),
        swap(
            "initials_behind_the_family_name",
            Code::AuthorOrder,
            PAPER,
            "[Ada Example,",
            "[‸Example AB,",
        ),
        swap(
            "title_with_markup",
            Code::MarkupInText,
            PAPER,
            "title: Rowan reads leaves",
            "title: ‸Rowan <i>reads</i> {RNA} leaves",
        ),
        swap(
            "names_that_lost_their_quotes",
            Code::AuthorOrder,
            PAPER,
            "[Ada Example,",
            "[‸Example, Ada,",
        ),
        author("et_al", "Ada Example et al."),
        author("two_authors_in_one", "Ada Example and Ben Sample"),
        author("author_with_a_mark", "Ada Example1"),
        author("initial_at_the_end", "Example A."),
        author("author_without_letters", "\"--\""),
        swap(
            "bad_route",
            Code::BadRoute,
            MODEL,
            "{for: [parameters, variants,",
            "{for: [parameters, ‸variant,",
        ),
        swap(
            "route_below_a_value",
            Code::BadRoute,
            DATASET,
            "{for: [size],",
            "{for: [‸type.code],",
        ),
        swap(
            "route_of_another_kind",
            Code::BadRoute,
            MODEL,
            "field: variants.micro.parameters",
            "field: ‸leaderboard",
        ),
        swap(
            "route_of_no_field",
            Code::BadRoute,
            MODEL,
            "field: variants.micro.parameters",
            "field: ‸everything",
        ),
        swap("empty_route", Code::BadRoute, CHALLENGE, "{for: [prize,", "{for: [‸\"\", prize,"),
    ]
}

fn registers() -> Vec<Break> {
    let of_model = |name, code, old: &'static str, new: &str| swap(name, code, MODEL, old, new);
    let of_paper = |name, code, old: &'static str, new: &str| swap(name, code, PAPER, old, new);
    let hub = "huggingface: tree-survey/alder";
    vec![
        of_model(
            "address_of_the_hub_for_its_identifier",
            Code::BadIdentifier,
            hub,
            "huggingface: ‸https://huggingface.co/tree-survey/alder/tree/main",
        ),
        of_model(
            "repository_of_the_hub_without_an_owner",
            Code::BadIdentifier,
            hub,
            "huggingface: ‸alder",
        ),
        of_model("small_letter_of_an_item", Code::BadIdentifier, "Q101", "‸q101"),
        of_paper("bare_number_of_pubmed", Code::BadIdentifier, "\"PMID:35000102\"", "‸35000102"),
        of_paper("nought_before_a_number", Code::BadIdentifier, "PMC9000102", "‸PMC09000102"),
        of_paper("author_for_a_work", Code::BadIdentifier, "W4200000101", "‸A4200000101"),
        of_model("identifier_of_another_kind", Code::UnknownKey, hub, "‸pubmed: PMID:35000102"),
        of_model("misspelt_register", Code::UnknownKey, hub, "‸hugingface: tree-survey/alder"),
        of_model(
            "doi_of_a_paper_entry",
            Code::BadIdentifier,
            "10.5555/alder.9",
            "‸10.5555/rowan.1",
        ),
        of_model(
            "doi_of_a_paper_without_an_entry",
            Code::BadIdentifier,
            "10.5555/alder.9",
            "‸10.5555/outside.1",
        ),
        put(
            "identifier_of_two_entries",
            Code::DuplicateIdentifier,
            "entries/models/oak-reg.yaml",
            "name: Oak Reg\nids: {huggingface: ‸Tree-Survey/alder}\nreleased: 2023\ncategory: language\n\
             links: {home: https://oak-reg.example.org}\n",
        ),
    ]
}

fn licences() -> Vec<Break> {
    let data = |name, text: &str| {
        let (old, new) = ("{data: CC-BY-4.0,", format!("{{data: ‸{text},"));
        swap(name, Code::UnknownLicence, DATASET, old, &new)
    };
    vec![
        data("loose_licence", "Apache 2.0"),
        data("deprecated_licence", "GPL-3.0"),
        data("two_licences", "MIT/Apache-2.0"),
        data("invented_licence", "Tree-1.0"),
        data("small_operator", "MIT or Apache-2.0"),
        data("unknown_for_a_licence", "unknown"),
        data("no_assertion", "NOASSERTION"),
        data("label_of_a_named_licence", "Academic only"),
        swap(
            "licence_of_the_list",
            Code::UnknownLicence,
            SETTINGS,
            "entries: CC0-1.0}",
            "entries: ‸CC0}",
        ),
    ]
}

fn words() -> Vec<Break> {
    let word = |name, path, old, new: &str| swap(name, Code::UnknownWord, path, old, new);
    vec![
        word("misspelt_word", MODEL, "\ncategory: language\n", "\ncategory: ‸langauge\n"),
        word("label_for_a_word", MODEL, "\ncategory: language\n", "\ncategory: ‸Language model\n"),
        word(
            "chinese_label_for_a_word",
            MODEL,
            "\ncategory: language\n",
            "\ncategory: ‸语言模型\n",
        ),
        word("foreign_word", MODEL, "\ncategory: language\n", "\ncategory: ‸audio\n"),
        word("word_of_another_section", MODEL, "paradigm: encoder-lm\n", "paradigm: ‸masked-lm\n")
            .leaves_unused(&["encoder-lm"]),
        word("word_in_a_list", MODEL, "rna: [ncrna]", "rna: [ncrna, ‸mrna]"),
        word("architecture", MODEL, "architecture: transformer-encoder\n", "architecture: ‸cnn\n")
            .leaves_unused(&["transformer-encoder"]),
        word("objective", MODEL, "objective: masked-lm\n", "objective: ‸clm\n")
            .leaves_unused(&["masked-lm"]),
        word("tokenization", MODEL, "tokenization: nucleotide\n", "tokenization: ‸bpe\n"),
        word("task", CHALLENGE, "task: secondary-structure-prediction\n", "task: ‸folding\n"),
        word(
            "task_of_a_column",
            DATASET,
            "      task: secondary-structure-prediction\n",
            "      task: ‸folding\n",
        ),
        word("reason", "entries/models/holly.yaml", "{code: off-topic,", "{code: ‸boring,"),
        word("tag_of_a_paper", PAPER, "tags: [long-input]", "tags: [‸short-input]"),
        word("molecule", DATASET, "molecules: [ncrna]", "molecules: [‸dna]"),
        word(
            "category_of_a_group",
            SETTINGS,
            "{category: language, heading",
            "{category: ‸audio, heading",
        ),
    ]
}
