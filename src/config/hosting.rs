//! Where the repository of a list lives: the addresses of that host at which a file is edited, added, read and spoken about.

use url::form_urlencoded::byte_serialize;

use super::Survey;
use crate::diag::{Code, printable};
use crate::read::{Read, Reader, Shape, choices, record};
use crate::value::{Line, Url, nearest};
use crate::yaml::Node;

record! {
    /// The host of the repository, and the addresses of its pages.
    pub struct Hosting {
        /// The program that the host runs, where its address does not tell.
        software: Option<Software>,
        /// The branch that is published; `main` where nothing is said.
        branch: Option<Line>,
        /// The address at which a file is edited, with `{path}` in it.
        edit: Option<Pattern>,
        /// The address at which a file is added, with `{path}` in it, and `{content}` where the page takes one.
        add: Option<Pattern>,
        /// The address at which a mistake is reported; `{title}` and `{body}` may stand in it.
        report: Option<Pattern>,
        /// The address at which a file is read, with `{path}` in it.
        file: Option<Pattern>,
    }
}

choices! {
    /// The program that a host of repositories runs.
    pub enum Software {
        /// GitHub, also on a server of one's own.
        GitHub = "github",
        /// GitLab, also on a server of one's own.
        GitLab = "gitlab",
        /// Gitea or Forgejo, as on Codeberg.
        Gitea = "gitea",
    }
}

/// Hosts whose address tells what they run.
const KNOWN: [(&str, Software); 4] = [
    ("github.com", Software::GitHub),
    ("gitlab.com", Software::GitLab),
    ("codeberg.org", Software::Gitea),
    ("gitea.com", Software::Gitea),
];

/// The places of a pattern, each with the keys whose patterns need it.
const PLACES: [(&str, &[&str]); 5] = [
    ("path", &["edit", "add", "file"]),
    ("branch", &[]),
    ("content", &[]),
    ("title", &[]),
    ("body", &[]),
];

/// An address with places for what differs from file to file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern(pub String);

impl Read for Pattern {
    fn shape() -> Shape {
        Shape::Line
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text =
            reader.scalar(node, "an address such as `https://example.org/list/edit/{path}`")?;
        let key = reader.route().rsplit('.').next().unwrap_or_default().to_owned();
        match fault(text, &key) {
            None => Some(Self(text.to_owned())),
            Some((message, help)) => {
                reader.find_at(Code::BadSetting, node, message).help = Some(help);
                None
            }
        }
    }
}

/// What is wrong with a pattern, and what to type.
fn fault(text: &str, key: &str) -> Option<(String, String)> {
    let mut plain = text.to_owned();
    for (place, needed_by) in PLACES {
        let place = format!("{{{place}}}");
        if needed_by.contains(&key) && !text.contains(&place) {
            let message =
                format!("the address has no `{place}`, so that it is the same for every file");
            return Some((message, format!("write `{place}` where the path of the file belongs")));
        }
        plain = plain.replace(&place, "x");
    }
    let known = || PLACES.iter().map(|(place, _)| *place);
    if let Some((_, rest)) = plain.split_once('{') {
        let name = rest.split('}').next().unwrap_or(rest);
        let all = known().map(|place| format!("`{{{place}}}`")).collect::<Vec<_>>().join(", ");
        let near = nearest(name, known()).map(|near| format!("did you mean `{{{near}}}`? "));
        let message = format!("nothing is called `{{{}}}` in an address", printable(name));
        return Some((message, format!("{}there are {all}", near.unwrap_or_default())));
    }
    let why = plain.parse::<Url>().err()?;
    Some((why.what.clone(), "write the whole address, beginning with `https://`".to_owned()))
}

/// The pages of the host that a list leads to.
#[derive(Debug, Clone)]
pub struct Host<'s> {
    survey: &'s Survey,
    software: Option<Software>,
    /// The repository, without what git's own addresses end in.
    base: &'s str,
}

impl Survey {
    /// The host of the repository, where the list says which that is.
    #[must_use]
    pub fn host(&self) -> Option<Host<'_>> {
        let url = self.repository.as_ref()?;
        let named = self.hosting.as_ref().and_then(|hosting| hosting.software);
        let known = || KNOWN.iter().find(|(host, _)| *host == url.host()).map(|(_, of)| *of);
        let base = url.as_str().trim_end_matches('/');
        let base = base.strip_suffix(".git").unwrap_or(base);
        Some(Host { survey: self, software: named.or_else(known), base })
    }
}

impl Host<'_> {
    /// What the host runs, by the name that people know.
    #[must_use]
    pub fn name(&self) -> Option<&'static str> {
        Some(match self.software? {
            Software::GitHub => "GitHub",
            Software::GitLab => "GitLab",
            Software::Gitea if self.base.starts_with("https://codeberg.org/") => "Codeberg",
            Software::Gitea => "Gitea",
        })
    }

    /// Whether nothing tells how to edit, add and report here.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.edit("x").is_none() && self.add().is_none() && self.report("x", "x").is_none()
    }

    fn hosting(&self) -> Option<&Hosting> {
        self.survey.hosting.as_ref()
    }

    fn branch(&self) -> &str {
        let branch = self.hosting().and_then(|hosting| hosting.branch.as_ref());
        branch.map_or("main", Line::as_str)
    }

    /// The pattern of the list, or that of the host's program.
    fn pattern(
        &self,
        own: fn(&Hosting) -> &Option<Pattern>,
        usual: fn(Software) -> &'static str,
    ) -> Option<String> {
        let own = self.hosting().and_then(|hosting| own(hosting).as_ref());
        let pattern = match own {
            Some(own) => own.0.clone(),
            None => format!("{}/{}", self.base, usual(self.software?)),
        };
        Some(pattern.replace("{branch}", &in_path(self.branch())))
    }

    /// Where a file is edited.
    #[must_use]
    pub fn edit(&self, path: &str) -> Option<String> {
        let pattern = self.pattern(
            |of| &of.edit,
            |software| match software {
                Software::GitHub => "edit/{branch}/{path}",
                Software::GitLab => "-/edit/{branch}/{path}",
                Software::Gitea => "_edit/{branch}/{path}",
            },
        )?;
        Some(filled(&pattern, "{path}", path))
    }

    /// Where a file is added: an address with `{path}` in it, and with `{content}` where the page takes one.
    #[must_use]
    pub fn add(&self) -> Option<String> {
        self.pattern(
            |of| &of.add,
            |software| match software {
                Software::GitHub => "new/{branch}?filename={path}&value={content}",
                // It takes the content too, and shows an empty editor.
                Software::GitLab => "-/new/{branch}?file_name={path}",
                Software::Gitea => "_new/{branch}/?filename={path}&value={content}",
            },
        )
    }

    /// Where a mistake is reported, with the title and the first lines of the report.
    #[must_use]
    pub fn report(&self, title: &str, body: &str) -> Option<String> {
        let pattern = self.pattern(
            |of| &of.report,
            |software| match software {
                Software::GitHub | Software::Gitea => "issues/new?title={title}&body={body}",
                Software::GitLab => "-/issues/new?issue[title]={title}&issue[description]={body}",
            },
        )?;
        Some(filled(&filled(&pattern, "{title}", title), "{body}", body))
    }

    /// Where a file is read.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<String> {
        let pattern = self.pattern(
            |of| &of.file,
            |software| match software {
                Software::GitHub => "blob/{branch}/{path}",
                Software::GitLab => "-/blob/{branch}/{path}",
                Software::Gitea => "src/branch/{branch}/{path}",
            },
        )?;
        Some(filled(&pattern, "{path}", path))
    }

    /// Where the state of a tag is kept.
    #[must_use]
    pub fn tag(&self, tag: &str) -> Option<String> {
        let tree = match self.software? {
            Software::GitHub => "tree",
            Software::GitLab => "-/tree",
            Software::Gitea => "src/tag",
        };
        Some(format!("{}/{tree}/{tag}", self.base))
    }
}

/// A pattern with a text in a place: behind a `?` it is a part of a query, before it of a path.
fn filled(pattern: &str, place: &str, text: &str) -> String {
    let Some((before, after)) = pattern.split_once(place) else { return pattern.to_owned() };
    let text = if before.contains('?') {
        byte_serialize(text.as_bytes()).collect()
    } else {
        in_path(text)
    };
    format!("{before}{text}{after}")
}

/// A text as a part of a path, whose slashes stay.
fn in_path(text: &str) -> String {
    let parts = text.split('/').map(|part| {
        let coded: String = byte_serialize(part.as_bytes()).collect();
        coded.replace('+', "%20")
    });
    parts.collect::<Vec<_>>().join("/")
}
