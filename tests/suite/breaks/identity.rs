//! Breaks of what an entry is called, and of what leads to it.

use listwright::diag::Code;

use super::{Break, Edit, put, swap};
use crate::sample::{CHALLENGE, DATASET, MODEL, PAPER, WORDS};

/// The smallest model of a name.
fn model(name: &str) -> String {
    format!(
        "name: {name}\nreleased: 2023\ncategory: language\nlinks: {{home: https://{}.example.org}}\n",
        name.to_lowercase()
    )
}

/// The smallest paper of a title, with other keys.
fn paper(title: &str, more: &str) -> String {
    format!("title: {title}\ndates: {{published: 2023}}\n{more}\n")
}

pub(super) fn breaks() -> Vec<Break> {
    [ids(), duplicates(), references(), papers()].into_iter().flatten().collect()
}

fn ids() -> Vec<Break> {
    let named = |name, code, path| put(name, code, path, &model(&name.replace('_', "-")));
    let former = |name, new: &str| {
        let new = format!("former_ids: [{new}]");
        swap(name, Code::IdCollision, MODEL, "former_ids: [alder-zero]", &new)
    };
    vec![
        named("capital_in_a_file_name", Code::BadId, "entries/models/Oak.yaml"),
        named("underscore_in_a_file_name", Code::BadId, "entries/models/oak_tree.yaml"),
        named("two_hyphens_in_a_file_name", Code::BadId, "entries/models/oak--tree.yaml"),
        named("hyphen_at_the_end_of_a_file_name", Code::BadId, "entries/models/oak-.yaml"),
        named("space_in_a_file_name", Code::BadId, "entries/models/oak tree.yaml"),
        named("chinese_file_name", Code::BadId, "entries/models/橡树.yaml"),
        named("nothing_before_the_ending", Code::BadId, "entries/models/.yaml"),
        named("dots_in_a_file_name", Code::BadId, "entries/models/...yaml"),
        named("encoded_dots_in_a_file_name", Code::BadId, "entries/models/%2e%2e.yaml"),
        named("backslash_in_a_file_name", Code::BadId, "entries/models/..\\oak.yaml"),
        named("two_endings", Code::BadId, "entries/models/oak.yml.yaml"),
        named("proto", Code::BadId, "entries/models/__proto__.yaml"),
        named(
            "file_name_of_65_characters",
            Code::BadId,
            "entries/models/a234567890123456789012345678901234567890123456789012345678901234b.yaml",
        ),
        named("index_as_id", Code::ReservedId, "entries/models/index.yaml"),
        named("device_as_id", Code::ReservedId, "entries/papers/con.yaml"),
        named("capital_device_as_id", Code::BadId, "entries/papers/NUL.yaml"),
        named("folder_of_the_site_as_id", Code::ReservedId, "entries/models/category.yaml"),
        swap("name_of_a_variant", Code::BadId, MODEL, "  micro: {", "  ‸Micro: {"),
        swap("name_of_a_column", Code::BadId, DATASET, "    er: {", "    ‸Error rate: {"),
        swap("name_of_a_word", Code::BadId, WORDS, "  long-input: {", "  ‸Long_Input: {")
            .then(Code::UnknownWord, MODEL, "long-input")
            .then(Code::UnknownWord, PAPER, "long-input")
            .then(Code::UnknownWord, DATASET, "long-input")
            .then(Code::UnknownWord, CHALLENGE, "long-input")
            .alone(),
        named("facet_as_id", Code::ReservedId, "entries/models/size.yaml"),
        swap(
            "former_id_that_is_none",
            Code::BadId,
            MODEL,
            "former_ids: [alder-zero]",
            "former_ids: [‸Alder]",
        ),
        put("file_names_differ_by_case", Code::BadId, "entries/models/Alder.yaml", &model("Oak"))
            .then_top(Code::IdCollision, MODEL)
            .alone(),
        former("former_id_is_an_id", "alder-zero, ‸aspen"),
        former("former_id_is_its_own", "alder-zero, ‸alder"),
        former("former_id_is_its_own_and_the_only_one", "‸alder"),
        put(
            "former_id_of_two_entries",
            Code::IdCollision,
            "entries/models/oak-f.yaml",
            &format!("{}former_ids: [‸alder-zero]\n", model("Oak")),
        ),
    ]
}

fn duplicates() -> Vec<Break> {
    let name = |name, new: &str| {
        let text = model("Twin").replace("Twin", new);
        put(name, Code::DuplicateName, "entries/models/twin.yaml", &text).alone()
    };
    let twin = |name, code, more: &str| {
        put(name, code, "entries/papers/twin.yaml", &paper("Twin", more)).alone()
    };
    let url = |name, url: &str| twin(name, Code::DuplicateUrl, &format!("url: ‸{url}"));
    vec![
        name("same_name", "‸Alder"),
        name("same_name_in_capitals", "‸ALDER"),
        name("same_name_with_hyphens", "‸Al-Der"),
        name("name_is_an_alias", "‸Alder-One"),
        put("alias_is_a_name", Code::DuplicateName, "entries/models/twin.yaml", &format!("{}aliases: [‸alder]\n", model("Twin"))).alone(),
        put("alias_is_an_alias", Code::DuplicateName, "entries/models/twin.yaml", &format!("{}aliases: [‸桤木]\n", model("Twin"))).alone(),
        put("same_title", Code::DuplicateName, "entries/papers/twin.yaml", &paper("‸Rowan Reads Leaves!", "url: https://twin.example.org")).alone(),
        twin("same_doi", Code::DuplicateDoi, "doi: ‸10.5555/ROWAN.1"),
        twin("doi_of_a_preprint", Code::DuplicateDoi, "doi: ‸10.5555/rowan.0"),
        twin("version_of_a_preprint", Code::DuplicateDoi, "url: https://twin.example.org\npreprint_doi: ‸10.1101/2023.12.24.573250v2")
            .and_swap(PAPER, "preprint_doi: 10.5555/rowan.0", "preprint_doi: 10.1101/2023.12.24.573250"),
        twin("same_arxiv", Code::DuplicateArxiv, "arxiv: ‸arXiv:2312.01234v3"),
        url("same_address", "https://journal.example.org/rowan"),
        url("same_address_without_tls", "http://journal.example.org/rowan"),
        url("same_address_with_www", "https://www.journal.example.org/rowan"),
        url("same_address_with_a_slash", "https://journal.example.org/rowan/"),
        url("same_address_with_a_place", "https://journal.example.org/rowan#abstract"),
        url("same_address_in_capitals", "https://JOURNAL.example.org/rowan"),
        url("address_of_a_doi", "https://doi.org/10.5555/rowan.1"),
        url("address_of_an_arxiv_id", "http://arxiv.org/pdf/2312.01234v2"),
        twin("doi_of_an_arxiv_id", Code::DuplicateArxiv, "doi: ‸10.48550/arxiv.2312.01234"),
        url("address_of_a_pdf", "https://journal.example.org/rowan.pdf"),
        url("same_address_with_noise", "https://journal.example.org/rowan?utm_source=x")
            .then(Code::UrlNoise, "entries/papers/twin.yaml", "https://journal"),
        url("publishers_address_of_a_doi", "https://onlinelibrary.wiley.com/doi/full/10.1002/rowan.1")
            .and_swap(PAPER, "doi: 10.5555/rowan.1", "doi: 10.1002/rowan.1"),
        twin("name_in_full_width_letters", Code::DuplicateName, "url: https://twin.example.org\naliases: [‸Ｒｏｗａｎ]"),
        put(
            "same_paper_and_code",
            Code::LikelyDuplicate,
            "entries/models/twin.yaml",
            "name: Twin\nreleased: 2024\ncategory: language\npapers: [https://doi.org/10.5555/rowan.1]\nlinks: {code: ‸http://code.example.org/alder/}\n",
        )
        .then(Code::PaperIsEntry, "entries/models/twin.yaml", "https://doi.org")
        .alone(),
        put(
            "same_paper_and_download",
            Code::LikelyDuplicate,
            "entries/datasets/twin.yaml",
            "name: Twin\ntype: corpus\ngrove: New Grove\npapers: [rowan-2024]\nlinks: {download: ‸https://maple.example.org/download}\n",
        )
        .alone(),
        put(
            "duplicate_in_an_entry_with_another_error",
            Code::DuplicateDoi,
            "entries/papers/twin.yaml",
            "title: Twin\ndates: {published: 2023-13}\ndoi: ‸10.5555/rowan.1\n",
        )
        .then(Code::ImpossibleDate, "entries/papers/twin.yaml", "2023-13")
        .alone(),
        put(
            "name_in_an_entry_with_another_error",
            Code::DuplicateName,
            "entries/models/twin.yaml",
            "name: ‸ALDER\nreleased: 2023-13\ncategory: language\nlinks: {home: https://twin.example.org}\n",
        )
        .then(Code::ImpossibleDate, "entries/models/twin.yaml", "2023-13")
        .alone(),
        put("same_page_of_a_challenge", Code::DuplicateUrl, "entries/challenges/twin.yaml", "name: Twin\ndates: 2023\nurl: ‸https://poplar.example.org/2024\n").at("entries/challenges/twin.yaml", "https").alone(),
    ]
}

fn references() -> Vec<Break> {
    let by = |name, code, id: &str| {
        swap(
            name,
            code,
            "entries/models/aspen.yaml",
            "superseded_by: alder",
            &format!("superseded_by: ‸{id}"),
        )
    };
    let model = |name, code, old, new: &str| swap(name, code, MODEL, old, new);
    vec![
        model("no_such_dataset", Code::UnknownReference, "datasets: [maple,", "datasets: [‸birch,"),
        model(
            "misspelt_dataset",
            Code::UnknownReference,
            "datasets: [maple,",
            "datasets: [‸mapel,",
        ),
        model(
            "no_such_paper",
            Code::UnknownReference,
            "papers: [rowan-2024,",
            "papers: [‸birch-2020,",
        ),
        model(
            "reference_to_the_file",
            Code::BadId,
            "papers: [rowan-2024,",
            "papers: [‸rowan-2024.yaml,",
        ),
        swap(
            "no_such_model",
            Code::UnknownReference,
            DATASET,
            "{model: alder, variant: giga,",
            "{model: ‸birch, variant: giga,",
        ),
        swap(
            "no_such_dataset_of_a_challenge",
            Code::UnknownReference,
            CHALLENGE,
            "datasets: [maple]",
            "datasets: [‸birch]",
        ),
        swap(
            "no_such_dataset_of_a_column",
            Code::UnknownReference,
            DATASET,
            "      dataset: maple",
            "      dataset: ‸birch",
        ),
        model("model_for_a_dataset", Code::WrongKind, "datasets: [maple,", "datasets: [‸aspen,"),
        model("dataset_for_a_paper", Code::WrongKind, "papers: [rowan-2024,", "papers: [‸maple,"),
        swap(
            "dataset_for_a_model",
            Code::WrongKind,
            DATASET,
            "{label: Baseline, scores: {ss: 49.95}",
            "{model: ‸poplar-2024, scores: {ss: 49.95}",
        ),
        model(
            "former_id_of_a_dataset",
            Code::RenamedReference,
            "datasets: [maple,",
            "datasets: [‸maple-zero,",
        ),
        model(
            "former_id_of_a_paper",
            Code::RenamedReference,
            "papers: [rowan-2024,",
            "papers: [‸rowan-2023,",
        ),
        model(
            "withdrawn_paper",
            Code::ExcludedReference,
            "papers: [rowan-2024,",
            "papers: [‸elm-2022,",
        ),
        swap(
            "excluded_model",
            Code::ExcludedReference,
            DATASET,
            "{label: Baseline, scores: {ss: 49.95}",
            "{model: ‸holly, scores: {ss: 49.95}",
        ),
        model(
            "withdrawn_paper_by_its_address",
            Code::ExcludedReference,
            "https://preprints.example.org/outside]",
            "‸https://journal.example.org/elm]",
        )
        .then(Code::PaperIsEntry, MODEL, "https://journal.example.org/elm"),
        by("takes_its_own_place", Code::SelfReference, "aspen"),
        by("superseded_by_nothing", Code::UnknownReference, "birch"),
        by("superseded_by_a_paper", Code::WrongKind, "rowan-2024"),
        by("superseded_by_an_excluded_entry", Code::ExcludedReference, "holly"),
        by("superseded_in_a_circle", Code::SupersededCircle, "oak-c").and(Edit::Put(
            "entries/models/oak-c.yaml",
            b"name: Oak C\nstatus: superseded\nsuperseded_by: aspen\nreleased: 2023\ncategory: language\nlinks: {home: https://oak.example.org}\n".to_vec(),
        )),
        swap("distinct_from_itself", Code::SelfReference, MODEL, "distinct_from: [aspen]", "distinct_from: [‸alder]"),
        swap("distinct_from_nothing", Code::UnknownReference, MODEL, "distinct_from: [aspen]", "distinct_from: [‸birch]"),
        swap("distinct_from_a_dataset", Code::WrongKind, MODEL, "distinct_from: [aspen]", "distinct_from: [‸maple]"),
        put(
            "reference_in_an_entry_with_another_error",
            Code::UnknownReference,
            "entries/models/oak-r.yaml",
            "name: Oak R\nreleased: 2023-13\ncategory: language\npapers: [‸birch-2020]\n",
        )
        .then(Code::ImpossibleDate, "entries/models/oak-r.yaml", "2023-13"),
        by("superseded_by_a_former_id", Code::RenamedReference, "alder-zero"),
    ]
}

fn papers() -> Vec<Break> {
    let outside = |name, paper: &str| {
        let new = format!("papers: [rowan-2024, ‸{paper},");
        swap(name, Code::PaperIsEntry, MODEL, "papers: [rowan-2024, arXiv:2401.04321,", &new)
            .alone()
    };
    vec![
        outside("doi_of_an_entry", "10.5555/rowan.1"),
        outside("preprint_doi_of_an_entry", "10.5555/ROWAN.0"),
        outside("arxiv_id_of_an_entry", "arXiv:2312.01234v2"),
        outside("address_of_an_entry", "http://journal.example.org/rowan/"),
        outside("doi_address_of_an_entry", "https://doi.org/10.5555/rowan.1"),
        outside("arxiv_address_of_an_entry", "https://arxiv.org/abs/2312.01234"),
    ]
}
