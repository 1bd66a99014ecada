//! What this list once said wrongly, or cited to a page that does not say it, does not come back.

use crate::door::Survey;

/// An entry, what its file has to say, and what it must not say again.
const MENDED: &[(&str, &str, &str)] = &[
    // The repository began with a licence and one line; the code came later.
    ("models/rnaret", "released: 2025-03\n", "released: 2025-01"),
    ("models/protrna", "of 29 August 2024", "of 28 August 2024"),
    ("models/ncrnabert", "of 7 August 2023", "of 4 August 2023"),
    ("models/mrnabert", "of 30 June 2024", "of 24 June 2024"),
    ("models/rna-torsionbert", "of 25 January 2024", "of 24 January 2024"),
    // No page of the authors that was read gives a licence of these weights and data.
    ("models/calm", "licence: {code: BSD-3-Clause}\n", "weights: BSD-3-Clause"),
    ("models/mrnabert", "licence: {code: Apache-2.0}\n", "weights: Apache-2.0"),
    ("models/rnagenesis", "licence: {code: MIT}\n", "weights: CC-BY-NC-4.0"),
    ("models/rnaernie", "  code: MIT\n", "  weights: Apache-2.0"),
    ("models/splicebert", "  code: BSD-3-Clause\n", "weights: CC-BY-4.0"),
    ("datasets/opengenome2", "name: OpenGenome2\n", "licence:"),
    // The page that was cited does not hold the value; these do.
    (
        "models/mrna-fm",
        "147dfc4f423f3e5ce21b51dd245841e007efa7ed/README.md",
        "for: [released, papers",
    ),
    ("models/metagene-1", "train/config_hub/pretrain/genomicsllama.yml", "tokenization, context,"),
    ("models/trias", "src/trias/configuration.py", "tokenization, context,"),
    ("models/cdsfm", "https://pmc.ncbi.nlm.nih.gov/articles/PMC11482952", "context, training, "),
    // Values.
    ("models/helm", "Observed Antibody Space (OAS)", "{name: mRNA}"),
    ("models/aido-rna", "because of licence conflicts", "huggingface.co/multimolecule/"),
    ("datasets/gue", "size: [36 datasets, 9 tasks]", "size: [28 datasets"),
    ("datasets/openvaccine-ryos", "released: 2020-10\n", "released: 2021-10"),
    // The rules of scope keep these out.
    ("papers/joshi-2025-grnade", "status: excluded\n", "status: listed"),
    ("datasets/grnade-splits", "status: excluded\n", "status: listed"),
    ("challenges/open-problems-multimodal-2022", "status: excluded\n", "status: listed"),
    ("challenges/open-problems-perturbations-2023", "status: excluded\n", "status: listed"),
    ("challenges/lrgasp", "status: excluded\n", "status: listed"),
    ("challenges/dream-smc-rna", "status: excluded\n", "status: listed"),
];

/// Models whose README has no word of a licence: the code is under what its own file says.
const OWN_FILE: &[&str] = &[
    "3utrbert",
    "calm",
    "cd-gpt",
    "cdsfm",
    "codontransformer",
    "evo",
    "evo-2",
    "garnet",
    "isoformer",
    "lamar",
    "lorna-sh",
    "lucaone",
    "mrna-lm",
    "mrnabert",
    "protrna",
    "ribonanzanet",
    "rna-frameflow",
    "rna-msm",
    "rnaernie",
    "rnaformer",
    "rnaret",
    "splicebert",
    "trias",
    "utr-lm",
];

#[test]
fn what_was_wrong_in_public_stays_mended() {
    let list = Survey::folder("");
    for (entry, said, wrong) in MENDED {
        let text = list.text(&format!("entries/{entry}.yaml"));
        assert!(text.contains(said), "{entry} no longer says `{}`", said.trim_end());
        assert!(!text.contains(wrong), "{entry} says `{}` again", wrong.trim_end());
    }
}

#[test]
fn a_licence_that_the_readme_does_not_speak_of_is_cited_to_the_licence_file() {
    let list = Survey::folder("");
    let catalog = list.examined().catalog;
    for id in OWN_FILE {
        let record = catalog.get(listwright::kinds::KindId::Model, id).expect(id);
        let cited: Vec<&str> = record
            .common
            .sources_of("licence.code")
            .filter_map(|source| source.url.as_ref().map(listwright::value::Url::as_str))
            .collect();
        let own =
            |url: &&str| url.rsplit('/').next().is_some_and(|file| file.starts_with("LICENSE"));
        assert!(!cited.is_empty() && cited.iter().all(own), "{id} cites {cited:?}");
    }
}
