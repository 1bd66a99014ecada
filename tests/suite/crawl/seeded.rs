//! The crawler itself: each fault that is put into a whole site is found, and no other.

use super::{Expected, crawl};
use crate::folder::Files;

/// A page, a piece of it, what takes the place of the piece, and the fault that must be found.
const SEEDED: &[(&str, &str, &str, &str)] = &[
    ("a/index.html", "</main>", "<a href=\"../nowhere/\">x</a></main>", "where nothing is"),
    ("a/index.html", "</main>", "<a href=\"#nowhere\">x</a></main>", "a place that is not there"),
    ("a/index.html", "</main>", "<a href=\"../#nix\">x</a></main>", "a place that is not there"),
    ("a/index.html", "</main>", "<a href=\"../../x\">x</a></main>", "leaves the site"),
    ("a/index.html", "</main>", "<a href=\"/terms/\">x</a></main>", "is not relative"),
    ("404.html", "</main>", "<a href=\"/terms/\">x</a></main>", "is not below the site's root"),
    (
        "a/index.html",
        "</main>",
        "<a href=\"https://the-list.example/small/nix/\">x</a></main>",
        "where nothing is",
    ),
    ("a/index.html", "</main>", "<a href=\"//example.org\">x</a></main>", "leaves its scheme"),
    ("a/index.html", "</main>", "<a href=\"javascript:alert(1)\">x</a></main>", "scheme"),
    ("a/index.html", "</main>", "<a href=\"JavaScript&colon;alert(1)\">x</a></main>", "scheme"),
    ("a/index.html", "</main>", "<a href=\"java&#10;script:alert(1)\">x</a></main>", "white space"),
    ("a/index.html", "</main>", "<a href=\" javascript:alert(1)\">x</a></main>", "white space"),
    ("a/index.html", "</main>", "<a href=\"data:text/html,x\">x</a></main>", "scheme"),
    ("a/index.html", "</main>", "<a href=\"../\" ping=\"../\">x</a></main>", "attribute `ping`"),
    (
        "a/index.html",
        "</main>",
        "<img src=\"https://example.com/x.png\" alt=\"\"></main>",
        "from elsewhere",
    ),
    (
        "a/index.html",
        "</main>",
        "<img srcset=\"../mark.svg, https://example.com/x.png 2x\" alt=\"\"></main>",
        "from elsewhere",
    ),
    ("a/index.html", "</main>", "<img src=\"data:image/png;base64,x\" alt=\"\"></main>", "scheme"),
    (
        "a/index.html",
        "</main>",
        "<video src=\"../mark.svg\"></video></main>",
        "its own policy forbids",
    ),
    (
        "a/index.html",
        "</main>",
        "<svg><use href=\"https://example.com/x.svg#a\"/></svg></main>",
        "from elsewhere",
    ),
    (
        "a/index.html",
        "</main>",
        "<svg fill=\"url(https://example.com/x.svg)\"/></main>",
        "from elsewhere",
    ),
    (
        "a/index.html",
        "</main>",
        "<svg><animate attributeName=\"href\"/></svg></main>",
        "element `animate`",
    ),
    ("a/index.html", "</main>", "<iframe></iframe></main>", "element `iframe`"),
    ("a/index.html", "</main>", "<object></object></main>", "element `object`"),
    ("a/index.html", "</main>", "<style>a{}</style></main>", "element `style`"),
    ("a/index.html", "</main>", "<p style=\"color:red\"></p></main>", "attribute `style`"),
    ("a/index.html", "</main>", "<p ONclick=\"x\"></p></main>", "handler `onclick`"),
    ("a/index.html", "</main>", "<svg/onload=x></svg></main>", "handler `onload`"),
    ("a/index.html", "</main>", "<script>x</script></main>", "a script in it"),
    (
        "a/index.html",
        "</main>",
        "<script type=\"application/json\">x</script></main>",
        "a script in it",
    ),
    (
        "a/index.html",
        "</main>",
        "<script src=\"../mark.svg\"></script></main>",
        "its own policy forbids",
    ),
    ("a/index.html", "</main>", "<p id=\"main\"></p></main>", "stands twice"),
    ("a/index.html", "</main>", "<p title=\"\" title=\"\"></p></main>", "not HTML"),
    ("a/index.html", "</main>", "&nix;</main>", "not HTML"),
    (
        "a/index.html",
        "<title>",
        "<meta http-equiv=\"refresh\" content=\"0; url=../\"><title>",
        "sends its reader",
    ),
    ("a/index.html", "<title>", "<base href=\"../\"><title>", "element `base`"),
    (
        "a/index.html",
        "<title>",
        "<link rel=\"stylesheet\" href=\"https://example.com/x.css\"><title>",
        "from elsewhere",
    ),
    (
        "a/index.html",
        "<title>",
        "<link rel=\"dns-prefetch\" href=\"https://example.com/\"><title>",
        "from elsewhere",
    ),
    (
        "a/index.html",
        "<meta charset",
        "<link rel=\"icon\" href=\"../mark.svg\"><meta charset",
        "before its policy",
    ),
    ("a/index.html", "Content-Security-Policy", "Nothing", "has 0 policies"),
    ("a/index.html", "default-src 'none'; ", "", "does not say `default-src 'none'`"),
    (
        "a/index.html",
        "style-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "allows `'unsafe-inline'`",
    ),
    ("a/index.html", "; base-uri 'none'", "", "does not say `base-uri 'none'`"),
    ("a/index.html", "lang=\"en\"", "lang=\"zh\"", "does not say that its language is en"),
    ("old/index.html", "http-equiv=\"refresh\"", "name=\"x\"", "does not send on"),
    ("style.css", "p {", "@import \"https://example.com/x.css\"; p {", "from elsewhere"),
    ("style.css", "p {", "p { background: url('//example.com/x.png');", "leaves its scheme"),
    ("mark.svg", "</svg>", "<script>x</script></svg>", "a script in it"),
    ("mark.svg", "</svg>", "<image href=\"https://example.com/x.png\"/></svg>", "from elsewhere"),
    ("mark.svg", "</svg>", "</svh>", "is not XML"),
    ("sitemap.xml", "/small/a/<", "/small/nix/<", "where nothing is"),
    ("data.json", "{", "[", "is not JSON"),
];

const BASE: &str = "https://the-list.example/small/";

/// A site in which nothing is wrong: a home and a page in two languages, one that has moved, and what they load.
fn whole() -> (Files, Expected) {
    let policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";
    let page = |language: &str, up: &str, head: &str, main: &str| {
        format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n<title>A list</title>\n{head}\n\
             <link rel=\"stylesheet\" href=\"{up}style.css\">\n</head>\n<body>\n<main id=\"main\">\n{main}\n</main>\n\
             </body>\n</html>\n"
        )
    };
    let mut outputs = Files::new();
    for (language, folder, up) in [("en", "", ""), ("zh", "zh/", "../")] {
        let mut put = |path: &str, depth: &str, head: &str, main: &str| {
            let text = page(language, &format!("{up}{depth}"), head, main);
            outputs.insert(format!("{folder}{path}"), text.into_bytes());
        };
        let home = format!(
            "<a href=\"{up}a/\">A</a> <a href=\"{up}zh/a/?q=1#main\">A</a> <a href=\"mailto:a@example.org\">B</a>"
        );
        put("index.html", "", &format!("<link rel=\"canonical\" href=\"{BASE}{folder}\">"), &home);
        let image = format!(
            "<img src=\"../{up}mark.svg\" alt=\"\"> <a href=\"../{up}zh/\">中</a> <a href=\"https://example.org/\">C</a>"
        );
        put("a/index.html", "../", "", &image);
        let refresh = "<meta http-equiv=\"refresh\" content=\"0; url=../a/\">";
        put("old/index.html", "../", refresh, "<a href=\"../a/\">A</a>");
        put("404.html", "", "", "<a href=\"/small/\">A list</a>");
    }
    for (path, text) in [
        ("style.css", "p { background: url(mark.svg); }".to_owned()),
        (
            "mark.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><style>p {}</style></svg>".to_owned(),
        ),
        ("sitemap.xml", format!("<urlset><url><loc>{BASE}a/</loc></url></urlset>")),
        ("data.json", "{}".to_owned()),
    ] {
        outputs.insert(path.to_owned(), text.into_bytes());
    }
    let expected = Expected {
        base: BASE.to_owned(),
        languages: vec!["en".to_owned(), "zh".to_owned()],
        file_urls: false,
        moved: ["old/index.html", "zh/old/index.html"].map(str::to_owned).into(),
    };
    (outputs, expected)
}

/// The faults that were found.
fn found(outputs: &Files, expected: &Expected) -> Vec<String> {
    crawl(outputs, expected).faults
}

#[test]
fn crawler_finds_each_seeded_fault_and_no_other() {
    let (outputs, expected) = whole();
    assert_eq!(found(&outputs, &expected), [""; 0]);
    for (path, piece, instead, fault) in SEEDED {
        let mut outputs = outputs.clone();
        let text = String::from_utf8(outputs[*path].clone()).unwrap();
        assert!(text.contains(piece), "{piece} in {path}");
        outputs.insert((*path).to_owned(), text.replacen(piece, instead, 1).into_bytes());
        let faults = found(&outputs, &expected);
        assert!(faults.iter().any(|it| it.contains(fault)), "{instead}: {faults:?}");
        assert!(faults.iter().all(|it| it.starts_with(path)), "{instead}: {faults:?}");
    }
}

#[test]
fn crawler_finds_a_page_without_its_mirror_and_one_without_a_way_to_it() {
    let (mut outputs, expected) = whole();
    let page = outputs["a/index.html"].clone();
    outputs.insert("alone/index.html".to_owned(), page);
    assert_eq!(
        found(&outputs, &expected),
        ["alone/index.html is not there in zh", "alone/index.html is a page that no way leads to"]
    );
}

#[test]
fn crawler_knows_pages_with_scripts_of_the_site_and_data_in_them() {
    let (mut outputs, expected) = whole();
    let page = String::from_utf8(outputs["a/index.html"].clone()).unwrap();
    let page = page
        .replace("style-src 'self'", "style-src 'self'; script-src 'self'; connect-src 'self'")
        .replace("</head>", "<script src=\"../own.js\" defer></script></head>")
        .replace("</main>", "<script type=\"application/json\">{\"a\": \"<\"}</script><svg><use href=\"#main\"/></svg></main>");
    outputs.insert("a/index.html".to_owned(), page.into_bytes());
    let script = b"const space = 'http://www.w3.org/2000/svg';".to_vec();
    outputs.insert("own.js".to_owned(), script.clone());
    assert_eq!(found(&outputs, &expected), [""; 0]);
    let script = [script, b"fetch('https://example.com/x')".to_vec()].concat();
    outputs.insert("own.js".to_owned(), script);
    assert_eq!(found(&outputs, &expected), ["own.js names the host `example.com`"]);
}
