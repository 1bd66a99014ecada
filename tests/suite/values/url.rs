//! Addresses: what may be linked, what is cleaned, and which are the same.

use listwright::diag::Code::BadUrl;
use listwright::value::Url;
use proptest::prelude::*;

use super::{kept, mended, refusal, refused};

fn url(text: &str) -> Url {
    text.parse().unwrap()
}

#[test]
fn web_address_is_kept_as_written() {
    kept::<Url>(&[
        "https://github.com/lbcb-sci/RiNALMo",
        "http://rna.tbi.univie.ac.at:8080/a?b=c&d=%20#e",
        "https://en.wikipedia.org/wiki/RNA_(disambiguation)",
        "https://zh.wikipedia.org/wiki/核糖核酸",
        "https://GitHub.com/x",
        "https://xn--mnchen-3ya.de/",
    ]);
    let url = url("https://GitHub.com/a/b?c#d");
    assert_eq!(
        (url.host(), url.path(), url.as_str()),
        ("github.com", "/a/b", "https://GitHub.com/a/b?c#d")
    );
}

#[test]
fn address_without_its_beginning_is_completed() {
    mended::<Url>(
        BadUrl,
        &[
            ("arxiv.org/abs/1", "https://arxiv.org/abs/1"),
            ("//github.com/x", "https://github.com/x"),
            ("www.x.org", "https://www.x.org"),
            ("github.com:443/x", "https://github.com:443/x"),
            ("https:/github.com/x", "https://github.com/x"),
            ("http//github.com/x", "http://github.com/x"),
            ("HTTPS://github.com/x", "https://github.com/x"),
            ("10.1093/nar/gkad1031", "https://doi.org/10.1093/nar/gkad1031"),
            ("doi:10.1093/nar/gkad1031", "https://doi.org/10.1093/nar/gkad1031"),
            ("arXiv:2204.00300", "https://arxiv.org/abs/2204.00300"),
            ("<https://x.org/a>", "https://x.org/a"),
            ("[code](https://x.org/a)", "https://x.org/a"),
            ("https://x.org/{a}|b", "https://x.org/%7Ba%7D%7Cb"),
            ("https://user:secret@x.org/a", "https://x.org/a"),
            ("https://münchen.de/a", "https://xn--mnchen-3ya.de/a"),
            ("https://x%2eorg/", "https://x.org/"),
            (" https://x.org", "https://x.org"),
        ],
    );
    assert_eq!(
        refusal::<Url>("arxiv.org/abs/1").help.as_deref(),
        Some("write `https://arxiv.org/abs/1`")
    );
}

#[test]
fn what_is_no_public_web_address_is_refused() {
    refused::<Url>(
        BadUrl,
        &[
            "",
            "javascript:alert(1)",
            "JavaScript://x.org/%0aalert(1)",
            "data:text/html,x",
            "ftp://x.org/",
            "mailto:a@x.org",
            "vbscript:x",
            "file:///etc/passwd",
            "https://",
            "https:///",
            "https://localhost/",
            "https://a.localhost/",
            "https://localhost./",
            "https://intranet/x",
            "https://127.0.0.1/",
            "https://0x7f.1/",
            "https://2130706433/",
            "https://[::1]/",
            "https://169.254.169.254/latest",
            "https://x.org/a b",
            "https://x.org/\u{202e}a",
            "https://x.org\\@evil.org",
            "https://x.org/\u{1}",
            "https://x.org/a\nb",
            "rna-fm",
            "https://printer.local/",
            "https://.org/",
            "https://x..org/",
            "https://x.org./",
        ],
    );
    refused::<Url>(BadUrl, &[&format!("https://x.org/{}", "a".repeat(2048))]);
    let malformed = refusal::<Url>("javascript:alert(1)");
    assert_eq!(malformed.label.as_deref(), Some("`javascript` addresses are not linked"));
}

#[test]
fn noise_is_dropped_and_the_rest_kept() {
    let clean = |text: &str| url(text).noise();
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(clean("https://x.org/a?b=c#d"), None);
    assert_eq!(
        clean("https://x.org/a?utm_source=x&b=c&utm_medium=y#d"),
        some("https://x.org/a?b=c#d")
    );
    assert_eq!(
        clean("https://academic.oup.com/nar/article/52/D1/D1/7?login=false"),
        some("https://academic.oup.com/nar/article/52/D1/D1/7")
    );
    assert_eq!(
        clean("https://huggingface.co/multimolecule/rnafm?text=UAGC"),
        some("https://huggingface.co/multimolecule/rnafm")
    );
    assert_eq!(clean("https://x.org/?text=UAGC"), None);
    assert_eq!(clean("https://x.org/a#:~:text=b"), some("https://x.org/a"));
    assert_eq!(clean("https://x.org/?FBCLID=1"), some("https://x.org/"));
}

#[test]
fn two_ways_to_write_one_address_have_one_key() {
    let same = |texts: &[&str], key: &str| {
        for text in texts {
            assert_eq!(url(text).identity().as_str(), key, "{text}");
        }
    };
    same(
        &[
            "https://x.org",
            "http://www.x.org/",
            "https://X.org:443/#top",
            "https://x.org/?utm_a=b",
            "https://x.org/?",
        ],
        "x.org",
    );
    same(&["https://x.org/a?b=c"], "x.org/a?b=c");
    same(&["https://x.org/#/a"], "x.org#/a");
    same(
        &["https://github.com/ml4bio/RNA-FM.git", "https://github.com/ML4Bio/rna-fm/"],
        "github.com/ml4bio/rna-fm",
    );
    same(&["https://github.com/A/B/blob/main/C"], "github.com/a/b/blob/main/C");
    same(
        &[
            "https://arxiv.org/abs/2204.00300",
            "https://arxiv.org/pdf/2204.00300v2.pdf",
            "https://doi.org/10.48550/arXiv.2204.00300",
        ],
        "arxiv.org/abs/2204.00300",
    );
    same(
        &["https://doi.org/10.1093/NAR/gkad1031", "http://dx.doi.org/10.1093%2Fnar%2Fgkad1031"],
        "doi.org/10.1093/nar/gkad1031",
    );
}

proptest! {
    #[test]
    fn cleaning_is_done_at_once_and_keeps_the_key(path in "[a-z/]{0,8}", query in "([a-z_=&]|utm_a=b&|text=|#|/){0,8}", host in "(www\\.x\\.org|huggingface\\.co|arxiv\\.org|doi\\.org)") {
        let address: Url = format!("https://{host}/{path}?{query}").parse().unwrap();
        if let Some(clean) = address.noise() {
            let clean: Url = clean.parse().unwrap();
            prop_assert_eq!(clean.noise(), None);
            prop_assert_eq!(clean.identity(), address.identity());
        }
    }
}
