//! Licences: strict SPDX, the list's own words, and the names people write.

use listwright::diag::Code::UnknownLicence;
use listwright::value::Licence;

use super::{kept, lawful_refusal, mended, refusal, refused};

#[test]
fn current_spdx_is_kept_as_written() {
    kept::<Licence>(&[
        "MIT",
        "MIT OR Apache-2.0",
        "Apache-2.0 WITH LLVM-exception",
        "(MIT OR Apache-2.0) AND CC-BY-4.0",
        "GPL-3.0-or-later",
        "CC-BY-NC-SA-4.0",
        "LicenseRef-meta",
    ]);
    let licence: Licence = "MIT".parse().unwrap();
    assert_eq!(licence.url().as_deref(), Some("https://spdx.org/licenses/MIT.html"));
    assert_eq!("MIT OR Apache-2.0".parse::<Licence>().unwrap().url(), None);
}

#[test]
fn word_of_the_list_is_a_licence_of_its_own() {
    let named = |word: &str| word == "openrail-m";
    let licence = Licence::parse("openrail-m", &named).unwrap();
    assert_eq!((licence.as_str(), licence.is_named(), licence.url()), ("openrail-m", true, None));
    assert_eq!(
        Licence::parse("OpenRAIL M", &named).unwrap_err().instead.as_deref(),
        Some("openrail-m")
    );
}

#[test]
fn common_name_is_turned_into_its_id() {
    mended::<Licence>(
        UnknownLicence,
        &[
            ("MIT License", "MIT"),
            ("The MIT Licence", "MIT"),
            ("mit", "MIT"),
            ("Apache 2.0", "Apache-2.0"),
            ("Apache-2", "Apache-2.0"),
            ("Apache License, Version 2.0", "Apache-2.0"),
            ("apache-2.0", "Apache-2.0"),
            ("GPLv3+", "GPL-3.0-or-later"),
            ("GPL 3 or later", "GPL-3.0-or-later"),
            ("GPL-2.0+", "GPL-2.0-or-later"),
            ("CC BY 4.0", "CC-BY-4.0"),
            ("cc-by-nc 4.0", "CC-BY-NC-4.0"),
            ("CC BY-NC-ND 4.0 International", "CC-BY-NC-ND-4.0"),
            ("Creative Commons Attribution 4.0 International", "CC-BY-4.0"),
            ("CC0", "CC0-1.0"),
            ("BSD 3-Clause", "BSD-3-Clause"),
            ("3-Clause BSD License", "BSD-3-Clause"),
            ("MIT/Apache-2.0", "MIT OR Apache-2.0"),
            ("MIT or Apache 2.0", "MIT OR Apache-2.0"),
            ("GPL-2.0 WITH Classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0"),
            (" MIT", "MIT"),
        ],
    );
    // Whether later versions are allowed, no machine can tell.
    refused::<Licence>(
        UnknownLicence,
        &["GPL3", "GPLv3", "GPL-3.0", "GNU General Public License v3.0", "AGPL-3.0"],
    );
    assert_eq!(
        refusal::<Licence>("GPL-3.0").help.as_deref(),
        Some("write `GPL-3.0-only`, or `GPL-3.0-or-later` where later versions are allowed too")
    );
}

#[test]
fn doubtful_licence_is_never_replaced_by_a_guess() {
    refused::<Licence>(
        UnknownLicence,
        &[
            "",
            "Apache",
            "CC BY",
            "BSD",
            "GPL",
            "CC-BY-4.1",
            "custom",
            "license",
            "MIT Apache-2.0",
            "模型",
            "NOASSERTION",
            "((MIT)",
            "MIT?",
            "MIT OR",
        ],
    );
    let help = refusal::<Licence>("Apache-2.O").help.unwrap();
    assert!(help.starts_with("did you mean `Apache-2.0`? write an SPDX id"), "{help}");
}

#[test]
fn every_current_id_reads_and_its_lower_case_form_finds_it() {
    for (id, _, flags) in spdx::identifiers::LICENSES {
        if flags & spdx::identifiers::IS_DEPRECATED != 0 || *id == "NOASSERTION" {
            if let Err(malformed) = id.parse::<Licence>() {
                lawful_refusal::<Licence>(&malformed);
            }
            continue;
        }
        assert_eq!(id.parse::<Licence>().map(|licence| licence.to_string()).as_deref(), Ok(*id));
        let lower = id.to_ascii_lowercase();
        if lower != *id {
            assert_eq!(refusal::<Licence>(&lower).instead.as_deref(), Some(*id));
        }
    }
}
