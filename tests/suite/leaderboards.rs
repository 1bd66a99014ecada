//! Leaderboards: ranks by the declared direction, what is said beside a score, and what is never put together.

use listwright::kinds::Basis;
use listwright::views::{Board, Boards, Link, Ranking, Results, Share};

use crate::door::Survey;

const WORDS: &str = "\
schema: 1
category:
  language: {en: Language model, zh: 语言模型}
task:
  folding: {en: Folding, zh: 折叠}
  decay: {en: Decay}
";

const HEAD: &str = "\
name: Set One
type: benchmark
links: {home: https://example.org/set}
leaderboard:
  basis: reported
  source: https://example.org/table
  note: {en: Everything is fine-tuned., zh: 均经微调。}
  columns:
    f1: {task: folding, split: TS0, metric: F1, unit: \"%\", better: higher}
    recall: {task: folding, split: TS0, metric: recall, better: higher}
    loss: {task: decay, metric: MCRMSE, better: lower, note: {en: By hand.}}
    other: {task: folding, split: quoted, metric: F1, better: higher}
  rows:
";

/// Three models, one of them with variants, and a benchmark whose rows are given.
fn list(rows: &[&str]) -> Survey {
    let model = |name: &str, more: &str| {
        format!(
            "name: {name}\ncategory: language\nreleased: 2022\n{more}papers: [arXiv:2204.00300]\n"
        )
    };
    let rows: Vec<String> = rows.iter().map(|row| format!("    - {{{row}}}\n")).collect();
    let rows = rows.concat();
    Survey::default()
        .file("entries/vocabulary.yaml", WORDS)
        .entry("models/one", &model("One", "parameters: 1M\n"))
        .entry(
            "models/two",
            &model(
                "Two",
                "parameters: 100M\nvariants:\n  big: {parameters: 900M}\n  odd: {context: 512}\n",
            ),
        )
        .entry("models/three", &model("Three", ""))
        .entry("datasets/set-one", &format!("{HEAD}{rows}"))
}

fn board(list: &Survey) -> Board {
    let boards = list.view(Boards::of);
    boards.get("set-one").unwrap().clone()
}

fn ranking<'b>(board: &'b Board, id: &str) -> &'b Ranking {
    board.rankings.iter().find(|ranking| ranking.id == id).unwrap()
}

/// A ranking as `1 Name 68.5`, with `=` where the rank is shared.
fn ranks(ranking: &Ranking) -> Vec<String> {
    let line = |placed: &listwright::views::Placed| {
        let tied = if placed.tied { "=" } else { "" };
        format!("{}{tied} {} {}", placed.rank, placed.who.name, placed.score)
    };
    ranking.placed.iter().map(line).collect()
}

#[test]
fn higher_scores_come_first_where_higher_is_better_and_last_where_lower_is() {
    let rows = [
        "model: one, scores: {f1: 60, loss: 0.30}",
        "model: two, scores: {f1: 9.5, loss: 0.25}",
        "label: CNN, scores: {f1: 70, loss: 1}",
    ];
    let board = board(&list(&rows));
    assert_eq!(ranks(ranking(&board, "f1")), ["1 CNN 70", "2 One 60", "3 Two 9.5"]);
    assert_eq!(ranks(ranking(&board, "loss")), ["1 Two 0.25", "2 One 0.30", "3 CNN 1"]);
}

#[test]
fn equal_scores_share_a_rank_however_they_are_written_and_the_next_rank_is_left_out() {
    let rows = [
        "model: two, scores: {f1: 60.50 ± 0.1}",
        "model: one, scores: {f1: 60.5 ± 9}",
        "label: CNN, scores: {f1: 60.4}",
        "label: RNN, scores: {f1: 61}",
    ];
    let board = board(&list(&rows));
    assert_eq!(
        ranks(ranking(&board, "f1")),
        ["1 RNN 61", "2= One 60.5", "2= Two 60.50", "4 CNN 60.4"]
    );
    let spreads: Vec<Option<&str>> =
        ranking(&board, "f1").placed.iter().map(|placed| placed.spread.as_deref()).collect();
    assert_eq!(spreads, [None, Some("9"), Some("0.1"), None]);
}

#[test]
fn what_has_no_score_in_a_column_is_named_below_and_not_ranked() {
    let rows = [
        "model: one, scores: {f1: 60, recall: 50}",
        "model: two, scores: {f1: 61, recall: 51}",
        "label: CNN, scores: {f1: 62}",
    ];
    let board = board(&list(&rows));
    assert_eq!(ranks(ranking(&board, "recall")), ["1 Two 51", "2 One 50"]);
    let absent: Vec<&str> =
        ranking(&board, "recall").absent.iter().map(|who| who.name.as_str()).collect();
    assert_eq!(absent, ["CNN"]);
    assert_eq!(ranking(&board, "f1").absent, []);
}

#[test]
fn columns_that_share_no_rows_are_never_put_side_by_side() {
    let rows = [
        "model: one, scores: {f1: 60, recall: 50}",
        "model: two, scores: {f1: 61, recall: 51}",
        "label: Quoted, scores: {other: 99}",
    ];
    let board = board(&list(&rows));
    assert_eq!(board.matrices.len(), 1);
    let columns: Vec<&str> =
        board.matrices[0].columns.iter().map(|column| column.id.as_str()).collect();
    assert_eq!(columns, ["f1", "recall"]);
    let named: Vec<&str> = board.matrices[0].rows.iter().map(|row| row.who.name.as_str()).collect();
    assert_eq!(named, ["One", "Two"]);
    assert_eq!(board.singles, 1);
    assert_eq!(ranking(&board, "f1").absent, []);
    assert_eq!(ranks(ranking(&board, "other")), ["1 Quoted 99"]);
}

#[test]
fn heading_of_a_column_says_what_tells_it_from_the_others() {
    let rows =
        ["model: one, scores: {f1: 60, recall: 50}", "model: two, scores: {f1: 61, recall: 51}"];
    let matrix = &board(&list(&rows)).matrices[0];
    let shared: Vec<&str> = matrix.shared.iter().map(|part| part.text.as_str()).collect();
    assert_eq!(shared, ["Folding", "TS0"]);
    let parts: Vec<&str> =
        matrix.columns.iter().map(|column| column.parts[0].text.as_str()).collect();
    assert_eq!(parts, ["F1 (%)", "recall"]);
}

#[test]
fn self_reported_scores_are_ranked_with_the_others_and_say_so() {
    let rows = [
        "model: one, scores: {f1: 60}",
        "model: two, scores: {f1: 90}, basis: self-reported, source: https://example.org/own, note: {en: Our own}",
    ];
    let board = board(&list(&rows));
    let own = &ranking(&board, "f1").placed[0];
    assert_eq!((own.rank, own.basis, own.says_basis), (1, Some(Basis::SelfReported), true));
    assert_eq!(own.source, Some(Link::new("example.org/own", "https://example.org/own")));
    assert_eq!(own.note.as_ref().unwrap().text, "Our own");
    let other = &ranking(&board, "f1").placed[1];
    assert_eq!(
        (other.basis, other.says_basis, &other.source),
        (Some(Basis::Reported), false, &None)
    );
    assert_eq!((board.about.scores, board.about.own, board.about.models), (2, 1, 2));
}

#[test]
fn board_of_self_reported_scores_marks_each_of_them() {
    let own = list(&["model: one, scores: {f1: 60}"]).replace(
        "entries/datasets/set-one.yaml",
        "basis: reported",
        "basis: self-reported",
    );
    assert!(ranking(&board(&own), "f1").placed[0].says_basis);
}

#[test]
fn source_that_speaks_for_a_column_stands_in_for_that_of_the_board() {
    let rows = ["model: one, scores: {f1: 60, recall: 50}"];
    let list = list(&rows).replace(
        "entries/datasets/set-one.yaml",
        "    - {model: one",
        "    - {label: CNN, scores: {f1: 1}}\n    - {model: one",
    );
    let text = format!(
        "{}sources:\n  - {{for: [leaderboard.columns.f1], url: https://example.org/f1.csv, kind: repository}}\n",
        list.text("entries/datasets/set-one.yaml")
    );
    let board = board(&list.entry("datasets/set-one", &text));
    let labels = |id: &str| -> Vec<String> {
        ranking(&board, id).sources.iter().map(|link| link.label.clone()).collect()
    };
    assert_eq!(labels("f1"), ["example.org/f1.csv"]);
    assert_eq!(labels("recall"), ["example.org/table"]);
}

#[test]
fn variant_has_its_own_size_and_none_where_none_is_known() {
    let rows = [
        "model: two, scores: {f1: 60}",
        "model: two, variant: big, scores: {f1: 61}",
        "model: two, variant: odd, as: Two-Odd, scores: {f1: 62}",
        "model: three, scores: {f1: 63}",
    ];
    let board = board(&list(&rows));
    let sizes: Vec<Option<&str>> =
        ranking(&board, "f1").placed.iter().map(|placed| placed.parameters.as_deref()).collect();
    assert_eq!(sizes, [None, None, Some("900M"), Some("100M")]);
    let odd = &ranking(&board, "f1").placed[1].who;
    assert_eq!((odd.variant.as_deref(), odd.printed.as_deref()), (Some("odd"), Some("Two-Odd")));
}

#[test]
fn drawing_holds_what_has_a_size_and_says_how_many_have_none() {
    let rows = [
        "model: one, scores: {f1: 60}",
        "model: two, scores: {f1: 80 ± 10}, basis: self-reported",
        "model: two, variant: big, scores: {f1: 70}",
        "model: three, scores: {f1: 65}",
        "label: CNN, scores: {f1: 50}",
    ];
    let share = |thirds: u8| Share::new(f64::from(thirds) / 3.0);
    let board = board(&list(&rows));
    let plot = ranking(&board, "f1").plot.as_ref().unwrap();
    assert_eq!(plot.unsized_rows, 2);
    let sizes: Vec<&str> = plot.sizes.iter().map(|tick| tick.label.as_str()).collect();
    assert_eq!(sizes, ["1M", "10M", "100M", "1B"]);
    let scores: Vec<&str> = plot.scores.iter().map(|mark| mark.label.as_str()).collect();
    assert_eq!(scores, ["60", "70", "80", "90"]);
    let best = &plot.points[0];
    assert_eq!((best.rank, best.own, best.x, best.y), (1, true, share(2), share(1)));
    assert_eq!(best.ends, Some((share(0), share(2))));
    let last = plot.points.last().unwrap();
    assert_eq!((last.rank, last.x, last.y), (4, share(0), share(3)));
    assert_eq!(last.title, "One: 60, 1M");
}

#[test]
fn drawing_is_left_out_where_fewer_than_three_sizes_are_known() {
    let rows = [
        "model: one, scores: {f1: 60}",
        "model: two, scores: {f1: 61}",
        "label: CNN, scores: {f1: 1}",
    ];
    assert_eq!(ranking(&board(&list(&rows)), "f1").plot, None);
}

#[test]
fn drawing_of_equal_scores_has_a_scale() {
    let rows = [
        "model: one, scores: {f1: 0}",
        "model: two, scores: {f1: 0}",
        "model: two, variant: big, scores: {f1: 0}",
    ];
    let board = board(&list(&rows));
    let plot = ranking(&board, "f1").plot.as_ref().unwrap();
    assert!(plot.scores.len() > 1, "{:?}", plot.scores);
    assert!(plot.points.iter().all(|point| point.y == plot.points[0].y));
}

#[test]
fn rank_is_written_beside_its_point_only_where_there_is_room() {
    let rows = [
        "model: two, scores: {f1: 60}",
        "model: two, as: Second, scores: {f1: 60.01}",
        "model: two, as: Third, scores: {f1: 60.02}",
        "model: one, scores: {f1: 20}",
    ];
    let board = board(&list(&rows));
    let plot = ranking(&board, "f1").plot.as_ref().unwrap();
    let sides: Vec<Option<&str>> = plot.points.iter().map(|point| point.side).collect();
    assert_eq!(sides, [Some("end"), Some("start"), None, Some("end")]);
}

#[test]
fn model_has_its_results_with_rank_basis_and_source_and_nothing_is_averaged() {
    let rows = [
        "model: one, scores: {f1: 60, recall: 50, loss: 0.3}",
        "model: two, scores: {f1: 61, recall: 40}, basis: computed, source: https://example.org/two",
    ];
    let list = list(&rows);
    let boards = list.view(Boards::of);
    let results = Results::of(&boards, "models/one/");
    assert_eq!(results.len(), 1);
    let lines: Vec<String> = results[0]
        .lines
        .iter()
        .map(|line| {
            let placed = &line.placed;
            format!(
                "{} {} {} of {} {}",
                line.column,
                placed.score,
                placed.rank,
                line.of,
                placed.basis.unwrap().as_str()
            )
        })
        .collect();
    assert_eq!(
        lines,
        ["f1 60 2 of 2 reported", "recall 50 1 of 2 reported", "loss 0.3 1 of 1 reported"]
    );
    let two = Results::of(&boards, "models/two/");
    assert_eq!(two[0].lines[0].sources, [Link::new("example.org/two", "https://example.org/two")]);
    assert!(two[0].one_source);
    assert_eq!(two[0].task.as_ref().unwrap().text, "Folding");
    assert_eq!(Results::of(&boards, "models/three/"), []);
}

#[test]
fn benchmarks_that_are_not_listed_have_no_leaderboard() {
    let candidate = list(&["model: one, scores: {f1: 60}"]).replace(
        "entries/datasets/set-one.yaml",
        "name: Set One\n",
        "name: Set One\nstatus: candidate\nreason: {code: unclear}\n",
    );
    let candidate = candidate.file(
        "entries/vocabulary.yaml",
        format!("{WORDS}reason:\n  unclear: {{en: Unclear, zh: 不明}}\n"),
    );
    assert_eq!(candidate.view(Boards::of), Boards::default());
}

#[test]
fn leaderboard_page_shows_notes_direction_split_and_links_in_both_languages() {
    let list = list(&[
        "model: one, scores: {f1: 60, loss: 0.3}",
        "label: CNN, scores: {f1: 61, loss: 0.2}",
        "label: Quoted, scores: {other: 99}",
    ]);
    assert!(!list.diagnostics().contains("error"), "{}", list.diagnostics());
    let page = list.output("leaderboards/set-one/index.html");
    for piece in [
        "Everything is fine-tuned.",
        "By hand.",
        "lower is better",
        "TS0",
        "id=\"column-f1\"",
        "id=\"column-other\"",
        "href=\"../../models/one/\"",
        "href=\"https://example.org/table\"",
        "href=\"../../datasets/set-one/\"",
    ] {
        assert!(page.contains(piece), "{piece}\n{page}");
    }
    let page = list.output("zh/leaderboards/set-one/index.html");
    assert!(page.contains("均经微调。") && page.contains("越低越好") && page.contains("折叠"));
    assert!(page.contains("<span lang=\"en\">Decay</span>"), "{page}");
    let model = list.output("models/one/index.html");
    assert!(model.contains("href=\"../../leaderboards/set-one/#column-f1\""), "{model}");
    let dataset = list.output("datasets/set-one/index.html");
    assert!(dataset.contains("href=\"../../leaderboards/set-one/\""), "{dataset}");
    assert!(list.output("leaderboards/index.html").contains("href=\"../leaderboards/set-one/\""));
}

#[test]
fn list_without_results_says_where_they_are_written() {
    let page = Survey::default().output("leaderboards/index.html");
    assert!(page.contains("entries/datasets/"), "{page}");
}

/// A list with one column of scores, which holds what is said of it.
fn column(column: &str, scores: &[&str]) -> Vec<String> {
    let row = |(at, score)| format!("    - {{label: L{at}, scores: {{c: {score}}}}}\n");
    let rows = scores.iter().enumerate().map(row).collect::<Vec<_>>().concat();
    let text = format!(
        "name: Set\ntype: benchmark\nlinks: {{home: https://example.org/set}}\nleaderboard:\n  basis: reported\n  \
         source: https://example.org/table\n  columns:\n    c: {{task: folding, {column}, better: higher}}\n  rows:\n{rows}"
    );
    let list = Survey::default()
        .file("entries/vocabulary.yaml", "schema: 1\ntask:\n  folding: {en: Folding}\n")
        .entry("datasets/set", &text);
    let sources = list.sources();
    let found = list.examined().findings;
    let shown = found.iter().map(|finding| {
        let file = sources.file(finding.span.file);
        format!("{} {}", finding.code.as_str(), &file.text()[finding.span.range()])
    });
    shown.collect()
}

#[test]
fn unit_bounds_its_column() {
    let percent = |metric: &str, score: &str| {
        column(&format!("metric: {metric}, unit: \"%\""), &[score]).join("; ")
    };
    for (metric, score) in [
        ("F1", "0"),
        ("F1", "100"),
        ("Pearson r", "-12.5"),
        ("MCC", "-3"),
        ("R2", "-250"),
        ("relative error", "140"),
        ("improvement over CNN", "-20"),
    ] {
        assert_eq!(percent(metric, score), "", "{metric} {score}");
    }
    for (metric, score) in [("F1", "168.5"), ("F1", "-1"), ("Pearson r", "-101"), ("R2", "100.5")] {
        assert_eq!(percent(metric, score), format!("score-out-of-range {score}"), "{metric}");
    }
    let fraction = |score: &str| column("metric: F1, unit: fraction", &[score]).join("; ");
    assert_eq!([fraction("0.71"), fraction("1")], ["", ""]);
    assert_eq!(fraction("68.5"), "score-out-of-range 68.5");
    let none = column("metric: perplexity", &["1684"]);
    assert_eq!(none, [""; 0], "what has no unit has no bounds");
}

#[test]
fn score_of_another_scale_is_a_warning() {
    let of = |scores: &[&str]| column("metric: F1", scores).join("; ");
    assert_eq!(of(&["68.5", "0.71", "70.1", "168.5"]), "score-outlier 0.71");
    assert_eq!(of(&["0.68", "71", "0.7"]), "score-outlier 71");
    assert_eq!(of(&["68.5", "4", "70.1"]), "", "seventeen times smaller");
    assert_eq!(of(&["68.5", "0.71"]), "", "two scores have no middle");
    assert_eq!(of(&["68.5", "0", "70.1"]), "", "nothing at all is a result");
    assert_eq!(of(&["37.4", "0.18 ± 0.18", "41"]), "", "nothing within its spread is one, too");
    assert_eq!(of(&["0.03", "-0.8", "1.2"]), "", "around zero a ratio says nothing");
}
