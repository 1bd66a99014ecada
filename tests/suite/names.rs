//! Names of files: what systems leave is passed over with a word, and what not every system can hold is refused.

use listwright::diag::Code;
use listwright::litter::left_by;
use listwright::source::Content;
use snapbox::IntoData as _;

use crate::door::Survey;
use crate::folder::Folder;

const FREE: &dyn Fn(&str) -> bool = &|_| false;

#[test]
fn what_systems_and_editors_leave_is_known_by_its_name() {
    let cases = [
        ("macOS", &[".DS_Store", ".ds_store", "._x.yaml", ".localized", "Icon\r"][..]),
        ("macOS", &["__MACOSX/", "__MACOSX/models/x.yaml", ".Trashes/x", ".fseventsd/"]),
        ("Windows", &["Thumbs.db", "thumbs.db", "desktop.ini", "Desktop.ini", "$RECYCLE.BIN/x"]),
        (
            "a run of listwright that was ended",
            &[".x.yaml.tmp-new", ".x.yaml.tmp-old", ".x.yaml.tmp-old-3"],
        ),
        ("an editor", &[".x.yaml.swp", ".x.yaml.swo", ".swp", "4913", "x.yaml~", ".x.yaml.un~"]),
        ("an editor", &["#x.yaml#", ".#x.yaml", ".x.yaml.kate-swp", "x.yaml___jb_tmp___"]),
        ("an editor", &[".idea/", ".idea/list.xml", ".vscode/settings.json"]),
        ("an office program", &[".~lock.x.yaml#", "~$notes.docx"]),
        ("a network drive", &[".nfs000000001", "@eaDir/x"]),
        ("a desktop", &[".directory"]),
    ];
    for (maker, names) in cases {
        for name in names {
            for path in [(*name).to_owned(), format!("entries/models/{name}")] {
                assert_eq!(left_by(&path, FREE), Some(maker), "{path}");
            }
        }
    }
}

#[test]
fn what_may_be_an_entry_or_a_file_of_the_site_is_not_taken_for_litter() {
    for path in [
        "entries/models/x.yaml",
        "entries/models/x.yml",
        "entries/models/x copy.yaml",
        "entries/models/x (1).yaml",
        "entries/models/x.yaml.swp",
        "entries/models/4913.yaml",
        "entries/models/~",
        "entries/models/##",
        "entries/models/.hidden",
        "entries/thumbs.db.yaml",
        "entries/old~/x.yaml",
        "static/.nojekyll",
        "static/.well-known/security.txt",
        "static/CNAME",
        "templates/base.html",
    ] {
        assert_eq!(left_by(path, FREE), None, "{path}");
    }
}

#[test]
fn backup_copy_is_litter_beside_its_file_and_alone_a_lost_entry() {
    for end in [".orig", ".rej", ".bak", ".save", ".old"] {
        let copy = format!("entries/models/x.yaml{end}");
        assert_eq!(left_by(&copy, FREE), None, "{copy}");
        let there = |path: &str| path == "entries/models/x.yaml";
        assert_eq!(left_by(&copy, &there), Some("a program"), "{copy}");
        let list = clean().file(&copy, "name: X\n");
        assert_eq!(list.places(), [format!("{copy}:1:1 stray-file")]);
    }
}

#[test]
fn folder_of_a_system_is_named_once() {
    let list = clean()
        .content("entries/__MACOSX/", Content::NotRegular("folder"))
        .content("entries/__MACOSX/models/", Content::NotRegular("folder"))
        .file("entries/__MACOSX/models/._a.yaml", "\0")
        .file("entries/__MACOSX/models/._b.yaml", "\0");
    assert_eq!(list.places(), ["entries/__MACOSX/:1:1 leftover-file"]);
}

#[test]
fn litter_costs_a_warning_and_never_the_build() {
    let list = Folder::list();
    list.build(&[]);
    let before = (list.read("README.md"), crate::folder::files(&list.path("public")));
    for path in [
        "entries/.DS_Store",
        "entries/models/.rna-fm.yaml.swp",
        "entries/models/._rna-fm.yaml",
        "entries/models/4913",
        "entries/models/rna-fm.yaml~",
        "entries/models/rna-fm.yaml.orig",
        "entries/papers/Thumbs.db",
        "static/.DS_Store",
        "static/pictures/desktop.ini",
        "templates/._base.html",
        "templates/base.html~",
    ] {
        list.write(path, b"\0\xff{% nonsense");
    }
    let ran = list.build(&[]);
    let titles: Vec<String> = ran.findings();
    assert_eq!(
        titles.iter().filter(|line| line.contains("leftover-file")).count(),
        11,
        "{titles:?}"
    );
    assert_eq!(titles.iter().filter(|line| line.starts_with("error")).count(), 0, "{titles:?}");
    assert!(ran.err.contains("macOS left `.DS_Store` here; it is no part of the list"));
    let after = (list.read("README.md"), crate::folder::files(&list.path("public")));
    assert!(after == before, "litter changes what is written");
    // A backup is litter beside its file alone.
    std::fs::remove_file(list.path("entries/models/rna-fm.yaml.orig")).unwrap();
    assert_eq!(list.run(&["fmt"]).first(), (0, "1 entry and 2 files of settings, 1 written anew"));
    let renamed = list.run(&["rename", "model", "rna-fm", "rna-fm-1"]);
    assert_eq!(renamed.code, 0, "{}", renamed.err);
    assert_eq!(list.run(&["check", "--deny-warnings"]).code, 1);
}

#[test]
fn files_for_git_and_editors_are_passed_over() {
    let list = Folder::list();
    for name in [".gitkeep", ".gitattributes", ".gitignore", ".editorconfig"] {
        list.write(&format!("entries/{name}"), "x");
        list.write(&format!("static/{name}"), "x");
    }
    assert_eq!(list.build(&["--deny-warnings"]).findings(), [""; 0]);
    assert!(!list.has("public/.gitignore"));
}

/// A list without a finding.
fn clean() -> Survey {
    Survey::default().entry("models/rna-fm", crate::folder::MODEL)
}

/// The findings of a list that has static files and templates at some paths.
fn named(paths: &[&str]) -> Vec<String> {
    let list = paths.iter().fold(clean(), |list, path| match path.strip_prefix("static") {
        Some(_) => list.content(path, Content::Unread),
        None => list.file(path, "x"),
    });
    list.places()
}

#[test]
fn name_that_windows_cannot_hold_is_refused() {
    let long = format!("static/{}/{}.txt", "a".repeat(90), "b".repeat(90));
    for path in [
        "static/con.svg",
        "static/CON",
        "static/aux/logo.svg",
        "static/com1.tar.gz",
        "static/LPT³.txt",
        "static/nul .txt",
        "static/a:b.svg",
        "static/what?.svg",
        "static/a*.svg",
        "static/a\"b.svg",
        "static/a\\b.svg",
        "static/a<b.svg",
        "static/a|b.svg",
        "static/notes.",
        "static/folder./logo.svg",
        "static/folder /logo.svg",
        "static/bell\u{7}.svg",
        "static/gone\u{fffd}.svg",
        "templates/prn.html",
        &long,
    ] {
        assert_eq!(named(&[path]), [format!("{path}:1:1 unportable-name")], "{path}");
    }
}

#[test]
fn name_that_every_system_can_hold_passes() {
    let long = format!("static/{}/{}.txt", "a".repeat(80), "b".repeat(80));
    let paths = [
        "static/console.svg",
        "static/com.svg",
        "static/com10.svg",
        "static/icon.svg",
        "static/.nojekyll",
        "static/a b (1).svg",
        "static/Übersicht.pdf",
        "static/概览.pdf",
        "static/v1.2/notes.txt",
        "templates/about.html",
        &long,
    ];
    assert_eq!(named(&paths), [""; 0]);
}

#[test]
fn names_that_a_system_takes_for_one_are_refused_once() {
    let cases = [
        (&["static/Logo.svg", "static/logo.svg"][..], "static/logo.svg"),
        (&["static/é.svg", "static/e\u{301}.svg"], "static/é.svg"),
        (&["static/É.svg", "static/e\u{301}.svg"], "static/É.svg"),
        (
            &["static/Img/a.svg", "static/Img/b.svg", "static/img/a.svg", "static/img/c.svg"],
            "static/img/a.svg",
        ),
        (&["templates/About.html", "templates/about.html"], "templates/about.html"),
    ];
    for (paths, second) in cases {
        assert_eq!(named(paths), [format!("{second}:1:1 unportable-name")], "{paths:?}");
    }
    assert_eq!(named(&["static/logo.svg", "static/logo.png", "static/img/logo.svg"]), [""; 0]);
}

#[test]
fn names_in_the_way_of_a_mac_make_the_same_site() {
    let site = |composed: bool| {
        let (static_file, template) = if composed {
            ("static/\u{fc}bersicht.txt", "templates/\u{fc}ber.html")
        } else {
            ("static/u\u{308}bersicht.txt", "templates/u\u{308}ber.html")
        };
        let list = Folder::list();
        list.write(static_file, "x");
        list.write(template, "<p>by its name</p>");
        let about = "{% extends \"base.html\" %}{% block main %}{% include \"\u{fc}ber.html\" %}{% endblock %}";
        list.write("templates/about.html", about);
        list.build(&[]);
        crate::folder::files(&list.path("public"))
    };
    let linux = site(true);
    assert!(linux.contains_key("\u{fc}bersicht.txt"));
    assert!(String::from_utf8_lossy(&linux["about/index.html"]).contains("by its name"));
    assert_eq!(crate::folder::differing(&linux, &site(false)), [""; 0]);
}

#[test]
fn templates_with_windows_line_ends_make_the_same_site() {
    let about = "{% extends \"base.html\" %}\n{% block main %}\n<pre>\na\n</pre>\n{% endblock %}\n";
    let site = |text: &str| clean().file("templates/about.html", text).outputs();
    assert!(site(about) == site(&about.replace('\n', "\r\n")));
    assert!(site(about) != site(&about.replace("a\n", "b\n")));
}

#[test]
fn fault_in_a_template_named_as_on_a_mac_is_shown_in_it() {
    let list = Survey::default().file("templates/u\u{308}ber.html", "{% nonsense %}").sources();
    let fault = listwright::theme::Theme::new(&list).unwrap_err();
    assert_eq!(fault.code, Code::Template);
    let file = list.find("templates/u\u{308}ber.html").unwrap();
    assert_eq!(fault.place.file(), file);
}

#[test]
fn what_a_message_says_of_a_name_can_be_followed() {
    let list = clean()
        .content("static/Logo.svg", Content::Unread)
        .content("static/con.svg", Content::Unread)
        .content("static/logo.svg", Content::Unread);
    snapbox::assert_data_eq!(
        list.diagnostics(),
        snapbox::str![[r#"
error[unportable-name]: Windows cannot hold `con.svg`: `con` is a device there
--> static/con.svg:1:1
 |
help: rename it: letters, digits, `-`, `_` and `.` between them stand everywhere

error[unportable-name]: Windows or a Mac takes this name and `static/Logo.svg` for the same
--> static/logo.svg:1:1
 |
help: rename or delete one of them

"#]]
        .raw()
    );
}
