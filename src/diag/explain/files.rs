//! The tree of files: what stands in `entries/`, and whether it can be read.

use super::Explanation;
use super::Sample::{File, Thing};
use crate::diag::Code;

/// The entry that the examples are about, as it should be.
pub(super) const ENTRY: &str = "\
name: Oak-FM
category: language
released: 2022-04
papers: [arXiv:2204.00300]
";

const PATH: &str = "entries/models/oak-fm.yaml";

pub(super) const ALL: &[Explanation] = &[
    Explanation {
        code: Code::NotRegularFile,
        why: "A link can lead out of the list, to a file that is not the same on every machine, or to one that nobody meant to publish. So links are never followed.",
        bad: &[Thing(PATH, "a symbolic link to ../../elsewhere/oak-fm.yaml")],
        good: &[File(PATH, ENTRY)],
        fix: "delete the link and put the file itself in its place.",
    },
    Explanation {
        code: Code::UnreadableFile,
        why: "An entry that cannot be read would vanish from the list without a word.",
        bad: &[Thing(PATH, "a file that its owner has closed to others (mode 000)")],
        good: &[File(PATH, ENTRY)],
        fix: "make the file readable again, such as with `chmod 644`, or look at the disk.",
    },
    Explanation {
        code: Code::FileTooLarge,
        why: "An entry is a page of text at most. A file of more than one MiB is something else that came to stand here.",
        bad: &[Thing(PATH, "a file of 3 MiB")],
        good: &[File(PATH, ENTRY)],
        fix: "move the data elsewhere, and link to it from the entry.",
    },
    Explanation {
        code: Code::NotUtf8,
        why: "A text in another encoding reads as other characters on other machines: names of authors are what suffers first.",
        bad: &[Thing(PATH, "a file saved in Latin-1 or GB 18030")],
        good: &[File(PATH, ENTRY)],
        fix: "open the file in an editor and save it with the encoding UTF-8.",
    },
    Explanation {
        code: Code::WrongExtension,
        why: "Only files that end in `.yaml` are read. With another ending the entry would be missing, and nobody would know.",
        bad: &[File("entries/models/oak-fm.yml", ENTRY)],
        good: &[File(PATH, ENTRY)],
        fix: "rename the file, such as with `git mv oak-fm.yml oak-fm.yaml`.",
    },
    Explanation {
        code: Code::StrayFile,
        why: "What stands in `entries/` is either part of the list or a mistake; a file that is passed over in silence is an entry lost.",
        bad: &[File("entries/oak-fm.yaml.orig", ENTRY)],
        good: &[File(PATH, ENTRY)],
        fix: "move the file into the folder of its kind and name it `ID.yaml`, or delete it.",
    },
    Explanation {
        code: Code::UnknownFolder,
        why: "The folder says what kind of entry a file is. In a folder of another name it is of no kind, and is not read.",
        bad: &[File("entries/model/oak-fm.yaml", ENTRY)],
        good: &[File(PATH, ENTRY)],
        fix: "move the files to `entries/models`, `papers`, `datasets` or `challenges`.",
    },
    Explanation {
        code: Code::MissingFile,
        why: "Without its settings and its vocabulary a list has no title, no languages and no words to check entries by.",
        bad: &[Thing("entries/vocabulary.yaml", "not there")],
        good: &[File("entries/vocabulary.yaml", "schema: 1\n")],
        fix: "add the file that is named, with `schema: 1` as its first line.",
    },
    Explanation {
        code: Code::UnreadTemplate,
        why: "The default theme is part of the program. A file in the folder of its source would be passed over, and the pages would look as if it were not there.",
        bad: &[Thing("templates/default/", "a folder with a template of your own")],
        good: &[Thing("templates/entry.html", "the same template where it is read")],
        fix: "move the file up, such as templates/default/entry.html to templates/entry.html. Only the repository of the program, which has src/theme.rs, keeps the theme there.",
    },
    Explanation {
        code: Code::UnportableName,
        why: "A name that Linux takes can stop a clone on Windows, and two names that differ only in case are one file there and on a Mac. The list would then be another one on other machines.",
        bad: &[File("static/results: 2024.txt", "x\n")],
        good: &[File("static/results-2024.txt", "x\n")],
        fix: "rename the file; small letters, digits, `-`, `_` and `.` stand everywhere.",
    },
    Explanation {
        code: Code::LeftoverFile,
        why: "Systems and editors leave files where people work. They are known by their names and passed over, so that nothing of them is published; but they do not belong in a repository.",
        bad: &[File("static/desktop.ini", "[ViewState]\n")],
        good: &[File(PATH, ENTRY)],
        fix: "delete the file, and add its name to .gitignore. If an editor has its file open, close it first.",
    },
];
