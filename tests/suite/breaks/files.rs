//! Breaks of the tree of files.

use listwright::diag::Code;
use listwright::source::Content;

use super::{Break, Edit, edited, odd, put};
use crate::sample::{LOG, MODEL, SETTINGS, WORDS};

const OAK: &str =
    "name: Oak\nreleased: 2023\ncategory: language\nlinks: {home: https://oak.example.org}\n";

pub(super) fn breaks() -> Vec<Break> {
    let link = || Content::NotRegular("symbolic link");
    let bytes = |path, bytes: &[u8]| Edit::Put(path, bytes.to_vec());
    vec![
        odd("link_as_entry", Code::NotRegularFile, "entries/models/link.yaml", link()),
        odd("link_as_folder_of_a_kind", Code::NotRegularFile, "entries/models", link()),
        odd("link_beside_the_folders", Code::NotRegularFile, "entries/notes", link()),
        odd("link_as_licence", Code::NotRegularFile, "entries/LICENSE", link()),
        odd(
            "pipe_as_entry",
            Code::NotRegularFile,
            "entries/papers/pipe.yaml",
            Content::NotRegular("pipe, socket or device"),
        ),
        odd(
            "template_in_the_place_of_the_theme",
            Code::UnreadTemplate,
            "templates/default/",
            Content::NotRegular("folder"),
        ),
        odd("link_as_log", Code::NotRegularFile, LOG, link()).alone(),
        odd("link_as_settings", Code::NotRegularFile, SETTINGS, link()).alone(),
        odd("link_as_vocabulary", Code::NotRegularFile, WORDS, link()).alone(),
        odd(
            "file_that_may_not_be_read",
            Code::UnreadableFile,
            "entries/models/secret.yaml",
            Content::Unreadable("permission denied".to_owned()),
        ),
        odd(
            "file_over_a_mebibyte",
            Code::FileTooLarge,
            "entries/datasets/large.yaml",
            Content::TooLarge(1_048_577),
        ),
        edited(
            "latin_1",
            Code::NotUtf8,
            bytes("entries/models/erable.yaml", b"# from an old editor\nname: \xc9rable\n"),
        )
        .at("entries/models/erable.yaml", "\u{fffd}rable"),
        edited("utf_16", Code::NotUtf8, bytes("entries/models/wide.yaml", b"\xff\xfen\0a\0m\0e\0")),
        edited("overlong", Code::NotUtf8, bytes("entries/models/over.yaml", b"\xc0\xafname: x\n")),
        put("yml", Code::WrongExtension, "entries/models/oak.yml", OAK),
        put("yml_beside_the_folders", Code::WrongExtension, "entries/survey.yml", OAK),
        put("capital_yaml", Code::WrongExtension, "entries/models/larch.YAML", OAK),
        put("yaml_txt", Code::WrongExtension, "entries/papers/oak.yaml.txt", OAK),
        put("json", Code::WrongExtension, "entries/datasets/oak.json", "{}"),
        put("note_among_entries", Code::StrayFile, "entries/models/notes.txt", "to do"),
        put("backup_of_no_file", Code::StrayFile, "entries/models/elm.yaml.bak", OAK),
        put("hidden_file", Code::StrayFile, "entries/.hidden", "x"),
        put("file_of_macos", Code::LeftoverFile, "entries/.DS_Store", "x"),
        put("half_of_an_entry_from_macos", Code::LeftoverFile, "entries/models/._oak.yaml", "\0"),
        put("file_of_windows", Code::LeftoverFile, "entries/papers/thumbs.DB", "x"),
        put("swap_file", Code::LeftoverFile, "entries/models/.oak.yaml.swp", "b0VIM"),
        put("backup", Code::LeftoverFile, "entries/models/oak.yaml~", OAK),
        odd("link_of_emacs", Code::LeftoverFile, "entries/models/.#oak.yaml", link()),
        put("folder_of_an_editor", Code::LeftoverFile, "entries/.idea/a/b.xml", "<a/>"),
        put("litter_among_static_files", Code::LeftoverFile, "static/desktop.ini", "x"),
        put("litter_among_templates", Code::LeftoverFile, "templates/._base.html", "\0"),
        put("question_mark", Code::UnportableName, "static/a?.txt", "x"),
        put("device", Code::UnportableName, "static/aux.svg", "x"),
        put("dot_at_the_end", Code::UnportableName, "templates/notes.", "x"),
        put("entry_beside_the_folders", Code::StrayFile, "entries/oak.yaml", OAK),
        put("entry_in_a_folder_below", Code::StrayFile, "entries/models/old/oak.yaml", OAK),
        odd(
            "folder_below",
            Code::StrayFile,
            "entries/models/empty/",
            Content::NotRegular("folder"),
        ),
        put("misspelt_folder", Code::UnknownFolder, "entries/modles/oak.yaml", OAK),
        put("foreign_folder", Code::UnknownFolder, "entries/pictures/oak.yaml", OAK),
        edited("no_vocabulary", Code::MissingFile, Edit::Take(WORDS)).top(SETTINGS),
        edited("no_settings", Code::MissingFile, Edit::Take(SETTINGS))
            .top("entries/challenges/poplar-2024.yaml"),
        put("two_spellings_of_a_file", Code::IdCollision, "entries/Survey.yaml", "schema: 1\n")
            .top(SETTINGS)
            .then_top(Code::StrayFile, "entries/Survey.yaml"),
        edited("empty_file", Code::NotAMap, Edit::Put(MODEL, Vec::new())),
    ]
}
