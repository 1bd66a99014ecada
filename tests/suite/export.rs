//! `export`: the files of the site byte for byte, the same for parts that have no file, and tables for other texts.

use std::collections::BTreeSet;

use listwright::kinds::KindId;
use listwright::render::cite;
use listwright::render::export::Format;

use crate::door::Survey;
use crate::folder::Folder;

const CITE: [(Format, &str); 3] = [
    (Format::Cite(cite::Format::Bibtex), "bib"),
    (Format::Cite(cite::Format::Ris), "ris"),
    (Format::Cite(cite::Format::Csl), "csl.json"),
];

fn lists() -> Vec<Survey> {
    ["", "tests/golden/small", "tests/golden/full"].map(Survey::folder).into()
}

/// A list of three models and a dataset that share some words.
fn small() -> Survey {
    let words = "schema: 1\ncategory:\n  language: {en: Language model, zh: 语言模型}\nrna:\n  mrna: {en: mRNA, zh: mRNA}\n  ncrna: {en: ncRNA, zh: ncRNA}\ntask:\n  folding: {en: Folding, zh: 折叠}\n";
    let model = |name: &str, rest: &str| {
        format!(
            "name: {name}\nreleased: 2022\ncategory: language\n{rest}\npapers: ['arXiv:2204.00{}']\n",
            300 + name.len()
        )
    };
    Survey::default()
        .file("entries/vocabulary.yaml", words)
        .entry("models/a", &model("A_1", "rna: [mrna, ncrna]\nlicence: {code: Apache-2.0}"))
        .entry("models/bb", &model("B & B", "rna: [mrna]\nlinks: {weights: 'https://example.org/w_1?a=b&c=%20#x'}"))
        .entry("models/ccc", &model("100% C", "rna: [ncrna]\nlinks: {weights: 'https://example.org/c'}"))
        .entry("models/dddd", "name: Dddd\nstatus: candidate\nreason: {code: none}\n")
        .entry("datasets/e", "name: E\ntype: corpus\ntasks: [folding]\nmolecules: [mrna]\nlinks: {home: 'https://example.org/e'}\n")
        .without("entries/models/dddd.yaml")
}

#[test]
fn export_of_the_list_of_a_kind_and_of_a_word_is_the_file_of_the_site() {
    for survey in lists() {
        let files = survey.outputs_that(|path| path.starts_with("data/v1/"));
        let mut compared = [0; 3];
        let mut asked = Vec::new();
        for (path, bytes) in &files {
            let path = path.strip_prefix("data/v1/").unwrap();
            let parts: Vec<&str> = path.split('/').collect();
            let (place, wanted) = match parts.as_slice() {
                [file] => (*file, None),
                [_, facet, file] => (*file, Some((*facet, file.split_once('.').unwrap().0))),
                // The file of an entry.
                _ => continue,
            };
            let (stem, end) = place.split_once('.').unwrap();
            let format = match end {
                "csv" => Format::Csv,
                "json" if stem == "catalog" => Format::Json,
                end => match CITE.iter().find(|(_, known)| *known == end) {
                    Some((format, _)) => *format,
                    // What describes other files, and surveys, which are papers of a type.
                    None => continue,
                },
            };
            let folder = if wanted.is_some() { parts[0] } else { stem };
            let kind = KindId::of_folder(folder);
            let (kind, wanted) = match (folder, kind) {
                ("surveys", _) => (Some(KindId::Paper), Some(("type", "survey"))),
                ("list" | "catalog", _) => (None, None),
                (_, kind) => (Some(kind.unwrap_or_else(|| panic!("{path}"))), wanted),
            };
            if wanted == Some(("type", "survey")) && String::from_utf8_lossy(bytes).len() < 9 {
                continue; // nothing has that type, which is an error
            }
            compared[usize::from(kind.is_some()) + usize::from(wanted.is_some())] += 1;
            asked.push((format, kind, wanted, path, bytes));
        }
        let asked_for: Vec<_> = asked
            .iter()
            .map(|(format, kind, wanted, ..)| (*format, *kind, wanted.as_slice(), &[][..]))
            .collect();
        for (exported, (.., path, bytes)) in survey.exports(&asked_for).into_iter().zip(&asked) {
            let exported = exported.unwrap_or_else(|why| panic!("{path}: {why}"));
            assert!(exported.as_bytes() == bytes.as_slice(), "{path}");
        }
        assert_eq!(compared[0], 4);
        assert!(compared[1] >= 16 && compared[2] >= 15, "{compared:?}");
        println!("equal to the site: {compared:?} files of the list, of kinds, of words");
    }
}

#[test]
fn parts_hold_the_entries_that_have_all_that_is_asked_for() {
    let survey = small();
    let ids = |wanted: &[(&str, &str)]| -> Vec<String> {
        let json = survey.export(Format::Json, None, wanted, &[]).unwrap();
        let catalog: serde_json::Value = serde_json::from_str(&json).unwrap();
        let entries = catalog["entries"].as_array().unwrap().iter();
        entries.map(|entry| entry["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids(&[]), ["a", "bb", "ccc", "e"]);
    assert_eq!(ids(&[("rna", "mrna")]), ["a", "bb", "e"]);
    assert_eq!(ids(&[("rna", "mrna"), ("weights", "yes")]), ["bb"]);
    assert_eq!(ids(&[("rna", "mrna"), ("rna", "ncrna")]), ["a", "bb", "ccc", "e"]);
    assert_eq!(ids(&[("rna", "mrna"), ("rna", "ncrna"), ("weights", "yes")]), ["bb", "ccc"]);
    assert_eq!(ids(&[("licence", "Apache-2.0")]), ["a"]);
    assert_eq!(ids(&[("licence", "apache-2-0"), ("weights", "yes")]), [""; 0]);
    let csv =
        survey.export(Format::Csv, Some(KindId::Model), &[("weights", "yes")], &["name", "id"]);
    assert_eq!(csv.unwrap(), "name,id\r\nB & B,bb\r\n100% C,ccc\r\n");
}

#[test]
fn parts_as_json_fit_the_schema_and_count_themselves() {
    for survey in lists() {
        let schema = survey.output("data/v1/catalog.schema.json");
        let schema = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
        let categories = ["language", "structure"];
        let has = |category: &&str| {
            let of = survey.export(Format::Json, None, &[("category", category)], &[]);
            of.is_ok_and(|json| json.contains("{\"kind\":\"model\""))
        };
        let first = categories.iter().find(|category| has(category));
        let first = Some(("category", *first.unwrap()));
        let whole = survey.output("data/v1/catalog.json");
        let lines: BTreeSet<&str> = whole.lines().map(|line| line.trim_end_matches(',')).collect();
        for (kind, wanted) in
            KindId::ALL.iter().map(|kind| (*kind, None)).chain([(KindId::Model, first)])
        {
            let wanted: Vec<(&str, &str)> = wanted.into_iter().collect();
            let part = survey.export(Format::Json, Some(kind), &wanted, &[]).unwrap();
            let value: serde_json::Value = serde_json::from_str(&part).unwrap();
            assert!(schema.is_valid(&value), "{kind}");
            let entries = value["entries"].as_array().unwrap();
            assert_eq!(value["counts"]["entries"], entries.len());
            assert!(entries.iter().all(|entry| entry["kind"] == kind.noun()), "{kind}");
            let listed = entries.iter().filter(|entry| entry["status"] == "listed").count();
            assert_eq!(value["counts"][kind.folder()]["listed"], listed);
            for line in part.lines().map(|line| line.trim_end_matches(',')) {
                assert!(!line.starts_with("{\"kind\"") || lines.contains(line), "{line}");
            }
        }
    }
}

#[test]
fn what_is_not_there_is_answered_with_what_is() {
    let survey = small();
    let why = |format, kind, wanted: &[(&str, &str)], columns: &[&str]| {
        survey.export(format, kind, wanted, columns).unwrap_err()
    };
    let models = Some(KindId::Model);
    assert_eq!(
        why(Format::Json, Some(KindId::Challenge), &[("taks", "x")], &[]),
        "challenges cannot be chosen by `taks`: did you mean `task`? there are tag, task, year"
    );
    assert_eq!(
        why(Format::Json, models, &[("rna", "mrn")], &[]),
        "none of the listed models has `rna=mrn`: did you mean `mrna`? there are mrna, ncrna"
    );
    assert_eq!(
        why(Format::Json, models, &[("tag", "old")], &[]),
        "none of the listed models has `tag=old`: no listed entry has a `tag`"
    );
    assert_eq!(
        why(Format::Json, None, &[("weights", "yes"), ("task", "folding")], &[]),
        "no kind of entry can be chosen by all of these: `task` is of datasets, challenges; `weights` is of models"
    );
    assert_eq!(
        why(Format::Csv, None, &[("rna", "mrna")], &[]),
        "a CSV table holds entries of one kind: add `--kind model` or `--kind dataset`"
    );
    assert_eq!(
        why(Format::Latex, None, &[], &[]),
        "a table holds entries of one kind: add `--kind model` or `--kind paper` or `--kind dataset` or `--kind challenge`"
    );
    assert_eq!(
        why(Format::Markdown, Some(KindId::Challenge), &[], &["dat"]),
        "a table of challenges has no column `dat` here: did you mean `dates`? there are name, dates, organizer, task, \
         metric, teams, prize, summary, links"
    );
    assert_eq!(
        why(Format::Urls, None, &[], &["name"]),
        "columns can be chosen for `csv`, `latex` and `markdown` only"
    );
}

#[test]
fn table_for_markdown_has_the_rows_of_the_readme() {
    let survey = Survey::folder("");
    let readme = survey.readme().unwrap();
    let mut rows = 0;
    for (kind, columns) in [
        (KindId::Model, &[][..]),
        (KindId::Dataset, &["name", "type", "size", "tasks", "summary", "papers", "links"]),
        (KindId::Challenge, &["name", "dates", "organizer", "task", "metric", "summary", "links"]),
    ] {
        let table = survey.export(Format::Markdown, Some(kind), &[], columns).unwrap();
        for line in table.lines().skip(2) {
            assert!(readme.contains(&format!("\n{line}\n")), "{line}");
            rows += 1;
        }
    }
    assert!(rows > 150, "{rows}");
}

#[test]
fn table_for_latex_cites_what_the_references_hold_and_escapes_the_rest() {
    let table = small().export(
        Format::Latex,
        Some(KindId::Model),
        &[("weights", "yes")],
        &["name", "links"],
    );
    let table = table.unwrap();
    let (head, rows) = table.split_once("\\endlastfoot\n").unwrap();
    assert_eq!(
        rows,
        "100\\% C \\cite{model:ccc} & \\href{https://example.org/c}{Weights} \\\\\n\
         B \\& B \\cite{model:bb} & \\href{https://example.org/w_1?a=b\\&c=\\%20\\#x}{Weights} \\\\\n\
         \\end{longtable}\n\\endgroup\n"
    );
    assert!(
        head.contains(
            "\\caption{2 of the 3 models of the list ``A Survey''~\\cite{list:a-survey}, as of "
        ) && head.contains(".}\\label{tab:models}\\\\\n"),
        "{head}"
    );
    let apart =
        small().export(Format::Latex, Some(KindId::Model), &[("rna", "ncrna")], &["name", "cite"]);
    assert!(apart.unwrap().contains("A\\_1 & \\cite{model:a} \\\\\n"));
    for survey in lists() {
        let references = survey.output("data/v1/list.bib");
        for kind in KindId::ALL.iter().copied() {
            let columns = if kind == KindId::Paper { &["title"][..] } else { &["name", "links"] };
            let table = survey.export(Format::Latex, Some(kind), &[], columns).unwrap();
            let (_, table) = table.split_once("\\endlastfoot\n").unwrap();
            let keys: Vec<&str> = table
                .lines()
                .filter_map(|line| line.split("\\cite{").nth(1)?.split('}').next())
                .collect();
            let listed = survey.view(|viewer| viewer.catalog.listed(kind).count());
            assert_eq!(keys.len(), listed);
            for key in keys {
                assert!(references.contains(&format!("{{{key},\n")), "{key}");
            }
        }
    }
}

/// A table of models with this summary, and the columns that are asked for.
fn table_with(name: &str, summary: &str, columns: &[&str]) -> String {
    let quoted = |text: &str| serde_json::to_string(text).unwrap();
    let model = format!(
        "name: {}\nsummary: {}\nreleased: 2022-02-14\ncategory: language\npapers: [10.1000/x]\n",
        quoted(name),
        quoted(summary)
    );
    let survey = Survey::default().entry("models/x", &model);
    survey.export(Format::Latex, Some(KindId::Model), &[], columns).unwrap()
}

#[test]
fn table_for_latex_is_as_wide_as_its_cells_or_shares_the_line() {
    let narrow = table_with("X", "Short.", &["name", "released", "summary"]);
    assert!(
        narrow.contains("\\begin{longtable}{@{}lll@{}}") && !narrow.contains("\\small"),
        "{narrow}"
    );
    let wide =
        table_with("X", "many words ".repeat(18).trim_end(), &["name", "released", "summary"]);
    let columns = wide.split("\\begin{longtable}{").nth(1).unwrap().lines().next().unwrap();
    let widths: Vec<u32> =
        columns.split("p{0.").skip(1).map(|rest| rest[..3].parse().unwrap()).collect();
    // What is left of the line belongs to the space between the columns.
    assert_eq!(widths.len(), 3, "{columns}");
    assert!(widths[2] > 500 && (880..=930).contains(&widths.iter().sum::<u32>()), "{columns}");
    // A date is never broken.
    assert!(wide.contains("& \\mbox{2022-02-14} &"), "{wide}");
}

#[test]
fn table_for_latex_that_no_page_is_wide_enough_for_stands_across_it_in_small_letters() {
    let all = [
        "name",
        "released",
        "parameters",
        "architecture",
        "summary",
        "papers",
        "links",
        "category",
        "rna",
    ];
    let more = ["paradigm", "objective", "tokenization", "context", "training", "licence"];
    let all: Vec<&str> = all.into_iter().chain(more).collect();
    let table = table_with("X", "Some words about it.", &all);
    assert!(
        table.contains(
            "\\usepackage{pdflscape} in the preamble, too\n\\begin{landscape}\n\\begingroup\n"
        ),
        "{table}"
    );
    assert!(table.ends_with("\\end{longtable}\n\\endgroup\n\\end{landscape}\n"), "{table}");
}

#[test]
fn words_that_no_column_has_room_for_may_be_broken_in_a_table_for_latex() {
    let summary =
        "org/team/project/models/checkpoints/final is a path, and a-word-with-hyphens is not";
    let table = table_with("M".repeat(40).as_str(), summary, &["name", "summary"]);
    let broken = "org/team/\\allowbreak{}project/\\allowbreak{}models/\\allowbreak{}checkpoints/\\allowbreak{}final is a path,";
    assert!(table.contains(broken), "{table}");
    assert!(table.contains("MMMMMM\\allowbreak{}MMMMMM"), "{table}");
}

#[test]
fn row_that_begins_with_a_bracket_or_a_star_is_no_part_of_the_row_before() {
    for (name, written) in [("[B] one", "\n{}[B] one"), ("*S* one", "\n{}*S* one")] {
        let table = table_with(name, "Short.", &["name", "released"]);
        assert!(table.contains(written), "{table}");
    }
}

#[test]
fn every_address_is_named_with_its_file_and_its_field() {
    let survey = small().entry(
        "papers/p",
        "title: P\ndates: {preprint: 2022}\ndoi: 10.1000/p\narxiv: arXiv:2204.00999\ncategory: language\n\
         sources: [{url: 'https://example.org/s', kind: paper, note: 'also http://example.org/n, it says'}]\n",
    );
    let lines = survey.export(Format::Urls, Some(KindId::Paper), &[], &[]).unwrap();
    assert_eq!(
        lines,
        "https://doi.org/10.1000/p\tentries/papers/p.yaml\tdoi\n\
         https://arxiv.org/abs/2204.00999\tentries/papers/p.yaml\tarxiv\n\
         https://example.org/s\tentries/papers/p.yaml\tsources[0].url\n\
         http://example.org/n\tentries/papers/p.yaml\tsources[0].note\n"
    );
    for survey in lists() {
        let lines = survey.export(Format::Urls, None, &[], &[]).unwrap();
        let mut named = BTreeSet::new();
        for line in lines.lines() {
            let [address, file, field] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
            assert!(address.starts_with("http") && !address.contains(' '), "{line}");
            assert!(survey.try_text(file).is_some() && !field.is_empty(), "{line}");
            named.insert((address, file));
        }
        // What can be seen in a file without knowing what it means is among them.
        let mut seen = 0;
        for file in survey.files() {
            let entry = file.path.starts_with("entries/") && file.path.ends_with(".yaml");
            let entry = entry && file.path != "entries/changes.yaml";
            let Some(text) = survey.try_text(&file.path).filter(|_| entry) else { continue };
            let lines = text.lines().filter(|line| !line.trim_start().starts_with('#'));
            for piece in lines.flat_map(|line| line.split("https://").skip(1)) {
                let ends = |c: char| c.is_whitespace() || "\"'<>()[]{},，。；：、（）`".contains(c);
                let start = format!("https://{}", piece.split(ends).next().unwrap());
                let start = start.trim_end_matches(['.', ';', ':']);
                let found = named
                    .iter()
                    .any(|(address, of)| *of == file.path && address.starts_with(start));
                assert!(found, "{start} in {}", file.path);
                seen += 1;
            }
        }
        println!(
            "{} addresses in {} lines, {seen} of them seen in the text",
            named.len(),
            lines.lines().count()
        );
    }
}

#[test]
fn export_goes_to_standard_output_or_takes_the_place_of_a_file() {
    let list = Folder::list();
    list.build(&[]);
    let built = list.read("public/data/v1/models.bib");
    let ran = list.run(&["export", "--format", "bibtex", "--kind", "models"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, built.as_str(), ""));
    list.write("all.bib", "an older one");
    let ran = list.run(&["export", "--format", "bibtex", "--kind", "model", "--out", "all.bib"]);
    assert_eq!(
        (ran.code, ran.out.as_str(), ran.err.as_str()),
        (0, "", format!("wrote {}\n", list.path("all.bib").display()).as_str())
    );
    assert_eq!(list.read("all.bib"), built);
    let refused = list.run(&["export", "--format", "bibtex", "--out", "entries"]);
    assert_eq!(
        (refused.code, refused.err.as_str()),
        (2, format!("error: {} is a folder\n", list.path("entries").display()).as_str())
    );
    let dated = [
        "export",
        "--format",
        "csl",
        "--date",
        "2030-01-02",
        "--base-url",
        "https://example.org/x",
    ];
    let ran = list.run(&dated);
    assert!(
        ran.out.contains("2030-01-02") && ran.out.contains("https://example.org/x/"),
        "{}",
        ran.out
    );
    let none =
        list.run(&["export", "--format", "csv", "--where", "year=2022", "--where", "size=unknown"]);
    assert_eq!(none.code, 0, "{}", none.err);
    let unknown = list.run(&["export", "--format", "csv", "--where", "yaer=2022"]);
    assert_eq!(unknown.code, 2);
    assert!(
        unknown.err.starts_with("error: entries cannot be chosen by `yaer`: did you mean `year`?")
    );
    list.write("entries/models/bad.yaml", "name: Bad\n");
    let broken = list.run(&["export", "--format", "json"]);
    assert_eq!((broken.code, broken.out.as_str()), (1, ""));
    assert!(broken.err.contains("nothing was exported"), "{}", broken.err);
}

#[test]
fn export_never_writes_among_the_files_that_the_list_is_made_from() {
    let list = Folder::list();
    list.write("templates/about.md", "# About\n");
    let before = list.files();
    for out in [
        "entries/models/rna-fm.yaml",
        "entries/models/fresh.yaml",
        "./entries/../entries/list.json",
        "templates/about.md",
    ] {
        let ran = list.run(&["export", "--format", "json", "--out", out]);
        let folder = if out.starts_with("templates") { "templates/" } else { "entries/" };
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{out}");
        assert!(
            ran.err.contains(&format!(" lies in {folder}, from which the list is made:")),
            "{}",
            ran.err
        );
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("entries/models/rna-fm.yaml", list.path("list.json")).unwrap();
        let ran = list.run(&["export", "--format", "json", "--out", "list.json"]);
        assert_eq!(ran.code, 2, "{}", ran.err);
        std::fs::remove_file(list.path("list.json")).unwrap();
    }
    let ran = list.run(&["export", "--format", "json", "--out", "new/list.json"]);
    let folder = list.path("new");
    let said = format!("error: there is no folder {}: make it first\n", folder.display());
    assert_eq!((ran.code, ran.err), (2, said));
    assert_eq!(list.files(), before);
    // As other programs have it, `-` is standard output.
    let ran = list.run(&["export", "--format", "urls", "--out", "-"]);
    assert_eq!((ran.code, list.has("-")), (0, false));
    assert_eq!(ran.out, list.run(&["export", "--format", "urls"]).out);
}

#[test]
fn columns_are_typed_as_people_type_them_and_each_once() {
    let list = Folder::list();
    let table = |columns: &str| {
        list.run(&["export", "--format", "csv", "--kind", "model", "--columns", columns])
    };
    assert_eq!(table("name, released").out, "name,released\r\nRNA-FM,2022-04\r\n");
    for (columns, said) in [
        ("name,name", "the column `name` is named twice: name it once"),
        ("name, name", "the column `name` is named twice: name it once"),
        (
            "name,",
            "a name is missing among the columns: write them with commas between, such as `--columns name,papers`",
        ),
        (
            "",
            "a name is missing among the columns: write them with commas between, such as `--columns name,papers`",
        ),
    ] {
        let ran = table(columns);
        assert_eq!((ran.code, ran.out, ran.err), (2, String::new(), format!("error: {said}\n")));
    }
}

#[test]
fn date_or_address_that_is_none_is_answered_with_one_to_type() {
    let list = Folder::list();
    for (argument, wrong, said) in [
        (
            "--date",
            "today",
            "--date: `today` is not a date; write a year, a month or a day: `2022`, `2022-02` or `2022-02-14`",
        ),
        ("--date", "29.11.2026", "--date: `29.11.2026` is not a date"),
        ("--base-url", "example.org", "--base-url: `example.org` is not a web address"),
        ("--base-url", "ftp://example.org", "--base-url: `ftp://example.org` is not a web address"),
    ] {
        let ran = list.run(&["export", "--format", "json", argument, wrong]);
        assert_eq!(ran.code, 2);
        assert!(ran.err.starts_with(&format!("error: {said}")), "{}", ran.err);
        assert!(ran.err.contains("write "), "{}", ran.err);
    }
}
