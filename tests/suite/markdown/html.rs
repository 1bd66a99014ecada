//! Foreign Markdown as HTML.

use listwright::markdown::html::{DEEPEST, LONGEST, escape, plain, render};
use proptest::prelude::*;

use super::hostile_text;

const REL: &str = "rel=\"nofollow noopener\"";

#[test]
fn markdown_becomes_elements() {
    assert_eq!(
        render(
            "# A\n\n*b* **c** `d<e`\n\n- f\n- g\n\n3. h\n\n> i\n\n```rust\nj & k\n```\n\n---\n",
            3
        ),
        "<h3>A</h3>\n<p><em>b</em> <strong>c</strong> <code>d&lt;e</code></p>\n\
         <ul>\n<li>f</li>\n<li>g</li>\n</ul>\n<ol start=\"3\">\n<li>h</li>\n</ol>\n\
         <blockquote>\n<p>i</p>\n</blockquote>\n<pre><code>j &amp; k\n</code></pre>\n<hr>\n"
    );
}

#[test]
fn headings_start_at_the_level_given_and_end_at_six() {
    assert_eq!(render("# a\n\n## b\n\n###### c\n", 4), "<h4>a</h4>\n<h5>b</h5>\n<h6>c</h6>\n");
    assert_eq!(render("# a", 0), "<h1>a</h1>\n");
}

#[test]
fn raw_html_is_shown_as_text() {
    assert_eq!(
        render("a <b onclick=\"x\">c</b> <!-- d -->", 3),
        "<p>a &lt;b onclick=&quot;x&quot;&gt;c&lt;/b&gt; &lt;!-- d --&gt;</p>\n"
    );
    assert_eq!(
        render("<script>\nalert('x')\n</script>", 3),
        "<p>&lt;script&gt;\nalert(&#39;x&#39;)\n&lt;/script&gt;</p>\n"
    );
}

#[test]
fn web_and_mail_addresses_become_links() {
    assert_eq!(
        render("[a](<https://b.cd/?e=1&f=\"g h\"> \"t\")", 3),
        format!("<p><a href=\"https://b.cd/?e=1&amp;f=%22g%20h%22\" title=\"t\" {REL}>a</a></p>\n")
    );
    assert_eq!(
        render("<https://b.cd> <me@b.cd>", 3),
        format!(
            "<p><a href=\"https://b.cd\" {REL}>https://b.cd</a> <a href=\"mailto:me@b.cd\" {REL}>me@b.cd</a></p>\n"
        )
    );
    assert_eq!(
        render("[](http://b.cd)", 3),
        format!("<p><a href=\"http://b.cd\" {REL}>http://b.cd</a></p>\n")
    );
}

#[test]
fn other_addresses_are_shown_as_text() {
    for (markdown, shown) in [
        ("[a](javascript:x)", "a (javascript:x)"),
        ("[a](JaVaScRiPt:x \"t\")", "a (JaVaScRiPt:x &quot;t&quot;)"),
        ("[a](&#106;avascript:x)", "a (javascript:x)"),
        ("[a](data:text/html,b)", "a (data:text/html,b)"),
        ("[a](//b.cd)", "a (//b.cd)"),
        ("[a](https:b)", "a (https:b)"),
        ("[a](https:///b)", "a (https:///b)"),
        ("[a](#b)", "a (#b)"),
        ("[a]()", "a"),
        ("<ftp://b.cd>", "ftp://b.cd"),
    ] {
        assert_eq!(render(markdown, 3), format!("<p>{shown}</p>\n"));
    }
}

#[test]
fn table_can_be_scrolled_and_is_named_by_its_headings() {
    assert_eq!(
        render(
            "| Size | *Loss* & more | |\n| :- | -: | :-: |\n| 8M | ~~0.5~~ 0.4 | https://a.bc |\n",
            2
        ),
        format!(
            "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Size, Loss &amp; more\">\n<table>\n\
             <thead><tr><th scope=\"col\">Size</th><th scope=\"col\" class=\"end\"><em>Loss</em> &amp; more</th><td></td></tr></thead>\n\
             <tbody>\n<tr><td>8M</td><td class=\"end\"><del>0.5</del> 0.4</td>\
             <td class=\"middle\"><a href=\"https://a.bc\" {REL}>https://a.bc</a></td></tr>\n</tbody>\n</table>\n</div>\n"
        )
    );
}

#[test]
fn cells_that_a_row_leaves_out_are_one() {
    let html = render("| a | b | c |\n| - | - | - |\n| 1\n| | | 2\n", 2);
    assert!(html.contains("<tr><td>1</td><td colspan=\"2\"></td></tr>"), "{html}");
    assert!(html.contains("<tr><td colspan=\"2\"></td><td>2</td></tr>"), "{html}");
    let bars = format!("{}\n{}\n{}", "|a".repeat(1_000), "|-".repeat(1_000), "|b\n".repeat(1_000));
    let html = render(&bars, 2);
    assert!(html.len() < 12 * bars.len(), "{} of {}", html.len(), bars.len());
}

#[test]
fn tasks_alerts_and_struck_text_are_shown_as_such() {
    assert_eq!(
        render("- [x] a\n- [ ] ~~b~~\n", 2),
        "<ul>\n<li><span class=\"task\">☑</span> a</li>\n<li><span class=\"task\">☐</span> <del>b</del></li>\n</ul>\n"
    );
    assert_eq!(
        render("> [!WARNING]\n> a\n", 2),
        "<blockquote class=\"alert warning\">\n<p class=\"alert-kind\" lang=\"en\">Warning</p>\n<p>a</p>\n</blockquote>\n"
    );
    assert_eq!(render("> [!NIX]\n> a\n", 2), "<blockquote>\n<p>[!NIX]\na</p>\n</blockquote>\n");
}

#[test]
fn footnotes_stand_at_the_end_in_the_order_in_which_they_are_spoken_of() {
    assert_eq!(
        render("[^b]: Second.\n\nOne[^a] two[^b] again[^a] none[^c].\n\n[^a]: First.\n", 2),
        "<p>One<sup><a id=\"note-1-from\" href=\"#note-1\">1</a></sup> two<sup><a id=\"note-2-from\" href=\"#note-2\">2</a></sup> \
         again<sup><a href=\"#note-1\">1</a></sup> none[^c].</p>\n\
         <ol class=\"notes\">\n<li id=\"note-1\"><p>First.</p>\n<a href=\"#note-1-from\">↩ 1</a></li>\n\
         <li id=\"note-2\"><p>Second.</p>\n<a href=\"#note-2-from\">↩ 2</a></li>\n</ol>\n"
    );
}

#[test]
fn addresses_without_brackets_become_links_up_to_the_end_of_the_sentence() {
    let link = |address: &str, text: &str| format!("<a href=\"{address}\" {REL}>{text}</a>");
    let same = |address: &str| link(address, address);
    for (markdown, shown) in [
        ("see https://a.bc/d_e_f?g=h.", format!("see {}.", same("https://a.bc/d_e_f?g=h"))),
        ("(https://a.bc/d_(e))", format!("({})", same("https://a.bc/d_(e)"))),
        ("www.a.bc, too", format!("{}, too", link("http://www.a.bc", "www.a.bc"))),
        ("ask me.too@a.bc.", format!("ask {}.", link("mailto:me.too@a.bc", "me.too@a.bc"))),
        ("见 https://a.bc/d，然后", format!("见 {}，然后", same("https://a.bc/d"))),
        ("HTTP://A.BC", link("HTTP://A.BC", "HTTP://A.BC")),
        // Neither in code nor in a link, nor within a word, nor without a host.
        ("`https://a.bc`", "<code>https://a.bc</code>".to_owned()),
        ("[www.a.bc](https://d.ef)", link("https://d.ef", "www.a.bc")),
        ("xhttps://a.bc", "xhttps://a.bc".to_owned()),
        (
            "https:// www. a@b @c javascript://a.bc",
            "https:// www. a@b @c javascript://a.bc".to_owned(),
        ),
    ] {
        assert_eq!(render(markdown, 3), format!("<p>{shown}</p>\n"), "{markdown}");
    }
    assert_eq!(render("    https://a.bc\n", 3), "<pre><code>https://a.bc\n</code></pre>\n");
}

#[test]
fn table_deep_in_other_elements_keeps_its_text() {
    for depth in DEEPEST - 6..DEEPEST + 2 {
        let quote = "> ".repeat(depth);
        let html = render(&format!("{quote}| a |\n{quote}| - |\n{quote}| b |\n"), 2);
        check_tags(&html);
        assert_eq!(html.contains("<table>"), html.contains("<thead>"), "{depth}");
        assert_eq!(html.contains("<table>"), html.contains("<td>"), "{depth}");
        assert!(html.contains('a') && html.contains('b'));
    }
}

#[test]
fn image_is_a_link_with_its_alternative_text() {
    assert_eq!(
        render("![a *b*](https://c.de/f.png)", 3),
        format!("<p><a href=\"https://c.de/f.png\" {REL}>a <em>b</em></a></p>\n")
    );
    assert_eq!(
        render("![](https://c.de/f.png)", 3),
        format!("<p><a href=\"https://c.de/f.png\" {REL}>https://c.de/f.png</a></p>\n")
    );
    assert_eq!(render("![a](f.png)", 3), "<p>a (f.png)</p>\n");
    assert_eq!(
        render("[![a](https://c.de/f.png)](https://g.hi)", 3),
        format!("<p><a href=\"https://g.hi\" {REL}>a (https://c.de/f.png)</a></p>\n")
    );
}

#[test]
fn characters_that_may_not_reach_a_page_are_replaced() {
    assert_eq!(
        escape("<a b='c' d=\"e\"> & \u{0}\u{202e}\r\n"),
        "&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt; &amp; \u{fffd}\u{fffd}\n"
    );
    assert_eq!(render("a &#8238; b &#7; c", 3), "<p>a \u{fffd} b \u{fffd} c</p>\n");
}

#[test]
fn plain_text_is_one_line_without_markup() {
    assert_eq!(
        plain("# A\n\n*b* [c](https://d.ef)\nline\n\n- g\n- `h`\n\n![i](j.png) <k> &amp; l"),
        "A b c line g h i <k> & l"
    );
}

#[test]
fn text_past_the_limit_is_shown_as_it_stands() {
    let line = format!("{}\n", "a".repeat(1023));
    let long = format!("{}*b* <c>", line.repeat(LONGEST / 1024));
    let shown = render(&long, 3);
    assert!(shown.ends_with("a</p>\n<p>*b* &lt;c&gt;</p>\n"));
    assert!(plain(&long).ends_with("a *b* <c>"));
}

#[test]
fn nesting_stops_and_its_text_stays() {
    let shown = render(&format!("{}a", "> ".repeat(100)), 3);
    assert_eq!(shown.matches("<blockquote>").count(), DEEPEST);
    assert_eq!(shown.matches("</blockquote>").count(), DEEPEST);
    assert!(shown.contains('a'));
    let items = render(&format!("{}a b", "- ".repeat(100)), 3);
    assert_eq!(items.matches("<ul>").count(), DEEPEST / 2);
    assert!(items.contains("a b"));
}

#[test]
fn malicious_input_stays_small() {
    let references =
        format!("[a]: https://b.cd/{}\n\n{}", "e".repeat(30_000), "[a] ".repeat(8_000));
    for text in [
        ">".repeat(100_000),
        "> ".repeat(50_000),
        "- ".repeat(50_000),
        "[".repeat(100_000),
        "*a ".repeat(30_000),
        "*a **a ".repeat(10_000) + &"a** a*".repeat(10_000),
        "![](".repeat(20_000),
        "<!--".repeat(20_000),
        "<a ".repeat(30_000),
        "`".repeat(100_000),
        "\"".repeat(100_000),
        "[a](b".repeat(20_000),
        (0..2_000).flat_map(|n| [" ".repeat(n % 50), "- a\n".to_owned()]).collect(),
        references,
    ] {
        let shown = render(&text, 3);
        assert!(
            shown.len() <= 12 * text.len(),
            "{} bytes of {}",
            shown.len(),
            text.get(..8).unwrap_or("")
        );
        let start = std::time::Instant::now();
        let _ = plain(&text);
        assert!(start.elapsed().as_secs() < 120, "it does not end");
    }
}

/// The tags of HTML, checked to be ones that may be written, and the depth at the end.
/// Whether a tag is one whose attributes the program makes, from numbers and its own words.
fn is_made(tag: &str) -> bool {
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let inside = |start: &str, end: &str| {
        tag.strip_prefix(start).and_then(|rest| rest.strip_suffix(end)).map(str::to_owned)
    };
    let aligned = ["th scope=\"col\"", "td"].iter().any(|cell| {
        matches!(tag.strip_prefix(cell), Some("" | " class=\"end\"" | " class=\"middle\""))
    });
    let noted = inside("li id=\"note-", "\"").is_some_and(|id| number(&id))
        || inside("a href=\"#note-", "\"").is_some_and(|id| number(id.trim_end_matches("-from")))
        || inside("sup id=\"note-", "-from\"").is_some_and(|id| number(&id))
        || inside("a id=\"note-", "\"").is_some_and(|rest| {
            rest.split_once("-from\" href=\"#note-")
                .is_some_and(|(one, other)| one == other && number(one))
        });
    let alert = inside("blockquote class=\"alert ", "\"");
    let alert = alert.is_some_and(|kind| {
        matches!(kind.as_str(), "note" | "tip" | "important" | "warning" | "caution")
    });
    let frame = tag == "div class=\"scroll\" tabindex=\"0\""
        || inside("div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"", "\"")
            .is_some_and(|name| !name.contains('"'));
    let wide = inside("td colspan=\"", "\"").is_some_and(|cells| number(&cells));
    aligned || wide || noted || alert || frame
}

fn check_tags(html: &str) -> usize {
    let mut open: Vec<&str> = Vec::new();
    for piece in html.split('<').skip(1) {
        let (tag, _) = piece.split_once('>').expect("every tag ends");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{html}");
            continue;
        }
        let name = tag.split(' ').next().unwrap_or("");
        match tag {
            "br" | "hr" => continue,
            "p"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "ul"
            | "ol"
            | "li"
            | "blockquote"
            | "pre"
            | "code"
            | "em"
            | "strong"
            | "del"
            | "sup"
            | "table"
            | "thead"
            | "tbody"
            | "tr"
            | "td"
            | "span class=\"task\""
            | "ol class=\"notes\""
            | "p class=\"alert-kind\" lang=\"en\"" => {}
            _ if tag.starts_with("ol start=\"") => {}
            _ if is_made(tag) => {}
            _ => {
                let address = tag.strip_prefix("a href=\"").expect("only links have attributes");
                let safe = ["http", "HTTP", "mailto:", "MAILTO:"]
                    .iter()
                    .any(|start| address.starts_with(start));
                assert!(safe && tag.ends_with(REL) && !open.contains(&"a"), "{html}");
            }
        }
        open.push(name);
        // A table, an alert and a footnote are several elements each.
        assert!(open.len() <= DEEPEST + 6);
    }
    open.len()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_becomes_whole_harmless_html(parts in prop::collection::vec(hostile_text(), 1..12)) {
        prop_assert_eq!(check_tags(&render(&parts.join("\n"), 3)), 0);
        let line = plain(&parts.join("\n"));
        prop_assert!(!line.contains('\n') && !line.starts_with(' '));
    }
}
