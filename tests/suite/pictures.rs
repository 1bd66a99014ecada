//! The pictures of README.md: well-formed, the same in both themes but for colours, and safe whatever entries say.

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::door::Survey;

/// A list with two models, a candidate and an excluded one, whose names and labels are hostile.
fn hostile() -> Survey {
    Survey::default()
        .replace(
            "entries/vocabulary.yaml",
            "  language: {en: Language model, zh: 语言模型}\n",
            "  language: {en: '</text><script>x</script> \"&amp;', zh: 语}\nreason:\n  out: {en: 'Out <of> & \"scope\"', zh: 外}\n",
        )
        .entry(
            "models/a",
            "name: '<script>alert(1)</script>'\ncategory: language\nreleased: 2022-04\nparameters: 1M\npapers: [arXiv:2204.00300]\n",
        )
        .entry(
            "models/b",
            "name: 'B & \"C\"'\ncategory: language\nreleased: 2023\npapers: [arXiv:2204.00301]\n",
        )
        .entry("models/c", "name: C\nstatus: candidate\nreason: {code: out}\n")
        .entry("models/d", "name: D\nstatus: excluded\nreason: {code: out}\n")
}

/// The names of the elements and all that is said in them.
fn read(svg: &str) -> (Vec<String>, String) {
    let mut reader = Reader::from_str(svg);
    let (mut names, mut said) = (Vec::new(), String::new());
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}: {svg}")) {
            Event::Start(tag) | Event::Empty(tag) => {
                names.push(tag.name().as_ref().to_owned());
            }
            Event::Text(text) => said.push_str(&text.xml10_content()),
            Event::GeneralRef(name) => said.extend(["&", name.as_ref(), ";"]),
            Event::Eof => return (names, said),
            _ => {}
        }
    }
}

#[test]
fn picture_is_well_formed_and_holds_no_markup_of_an_entry() {
    let pictures = hostile().pictures();
    assert_eq!(pictures.len(), 4);
    for (path, svg) in &pictures {
        let (names, said) = read(svg);
        assert_eq!(names.first().map(String::as_str), Some("svg"), "{path}");
        assert!(!names.iter().any(|name| name == "script"), "{path}");
        assert!(
            names.iter().any(|name| name == "title") && names.iter().any(|name| name == "desc")
        );
        let word =
            if path.contains("flow") { "Out &lt;of&gt; &amp; " } else { "&lt;script&gt;alert(1)" };
        assert!(said.contains(word), "{path}: {said}");
    }
}

#[test]
fn themes_differ_in_nothing_but_colours() {
    let colourless = |svg: &str| {
        let mut pieces = svg.split("\"#").map(|piece| piece.get(6..).unwrap_or_default());
        let first = svg.split("\"#").next().unwrap_or_default().to_owned();
        pieces.next();
        pieces.fold(first, |all, piece| all + piece)
    };
    let pictures = hostile().pictures();
    for name in ["flow", "timeline"] {
        let of = |theme: &str| &pictures[&format!("static/readme/{name}-{theme}.svg")];
        assert_ne!(of("light"), of("dark"));
        assert_eq!(colourless(of("light")), colourless(of("dark")));
    }
}

#[test]
fn readme_shows_its_pictures_with_a_text_for_those_who_do_not_see_them() {
    let readme = hostile().readme().unwrap();
    assert!(readme.contains("alt=\"Models by date of release and number of parameters, 2022–2023; Size known: 1 (&lt;script&gt;alert(1)&lt;/script&gt;); not recorded: 1\""), "{readme}");
    assert!(readme.contains("alt=\"On record: 4, Models: 4; Excluded: 1, Out &lt;of&gt; &amp; &quot;scope&quot;: 1; Candidate: 1, Out &lt;of&gt; &amp; &quot;scope&quot;: 1; Listed: 2, Models: 2\""), "{readme}");
}

#[test]
fn list_without_entries_has_no_pictures() {
    assert!(Survey::default().pictures().is_empty());
    assert!(!Survey::default().readme().unwrap().contains("<picture>"));
}

#[test]
fn own_template_that_shows_no_picture_has_none() {
    let list = hostile().file("templates/README.md", "# {{ title }}\n");
    assert!(list.pictures().is_empty());
}
