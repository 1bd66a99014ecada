//! The names of versions: as they were typed, and such as git and addresses take.

use listwright::diag::Code::BadSetting;
use listwright::value::Version;

use super::{kept, mended, refused};

#[test]
fn version_is_kept_as_it_was_typed() {
    kept::<Version>(&[
        "2026.10",
        "2026.11",
        "1",
        "1.0",
        "v1.2.3",
        "2026-11-28",
        "1.0_rc.1",
        "1e3",
        "0x10",
    ]);
}

#[test]
fn spaces_within_a_version_become_hyphens() {
    mended::<Version>(BadSetting, &[("November 2026", "November-2026"), ("v1 rc 2", "v1-rc-2")]);
}

#[test]
fn what_git_takes_for_no_tag_is_no_version() {
    let long = "1".repeat(41);
    refused::<Version>(
        BadSetting,
        &[
            "",
            ".1",
            "1.",
            "1..2",
            "v1.lock",
            "2026/11",
            "1~2",
            "1^2",
            "1:2",
            "-1",
            "@{1}",
            "版本一",
            &long,
        ],
    );
}
