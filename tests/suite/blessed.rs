//! Files of the repository that are made by the program: equal to what it makes now, or written anew by `SNAPSHOTS=overwrite`.

use std::path::Path;

/// Compares a text with a file of the repository; with `SNAPSHOTS=overwrite` the file is written instead.
#[track_caller]
pub(crate) fn assert_equals(path: &str, text: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, text).unwrap();
        return;
    }
    let there = std::fs::read_to_string(&file).unwrap_or_default();
    if there != text {
        let diff = similar::TextDiff::from_lines(&there, text);
        let diff = diff.unified_diff().header(path, "made now").to_string();
        panic!("{path} is out of date; SNAPSHOTS=overwrite writes it anew\n{diff}");
    }
}
