//! The only place that runs git: reads what a list was at a commit, from git's objects and without a checkout.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use crate::diag::printable;
use crate::litter::is_for_tools;
use crate::project::{FOLDERS, is_copied, shown};
use crate::source::{Content, LARGEST_FILE, Source, Sources};
use crate::value::Date;

/// How much is read of one state: the same object can stand at any number of paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Most {
    /// The most files and folders.
    pub files: usize,
    /// The most bytes of all files together.
    pub bytes: u64,
    /// The most bytes of the object of a commit or of a folder.
    pub object: u64,
}

impl Default for Most {
    fn default() -> Self {
        Self { files: 200_000, bytes: 512 << 20, object: 64 << 20 }
    }
}

/// Where the branch may stand that a list is published from, the likeliest first.
const DEFAULT_BRANCHES: [&str; 5] = [
    "refs/remotes/origin/HEAD",
    "refs/remotes/origin/main",
    "refs/remotes/origin/master",
    "refs/heads/main",
    "refs/heads/master",
];

/// Why git could not tell.
pub type Failed = String;

/// A repository, as far as a list is concerned.
#[derive(Debug)]
pub struct Repository {
    folder: PathBuf,
    /// Where the list stands in it: empty, or a path ended by `/`.
    prefix: String,
    /// Whether it has no files of its own.
    pub is_bare: bool,
    /// Whether some of its commits may be missing.
    is_shallow: bool,
    objects: Objects,
    most: Most,
}

/// A commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// The name by which it was asked for.
    pub name: String,
    /// Its hash.
    pub hash: String,
    /// The day on which it was made, in Coordinated Universal Time.
    pub day: Option<Date>,
}

impl Commit {
    /// The beginning of the hash, as people write it.
    #[must_use]
    pub fn short(&self) -> &str {
        self.hash.get(..7).unwrap_or(&self.hash)
    }
}

impl Repository {
    /// The repository around a folder.
    pub fn at(folder: &Path) -> Result<Self, Failed> {
        Self::within(folder, Most::default())
    }

    /// The same, of which so much is read.
    pub fn within(folder: &Path, most: Most) -> Result<Self, Failed> {
        let asked =
            ["rev-parse", "--is-bare-repository", "--is-shallow-repository", "--show-prefix"];
        let said = ask(folder, &asked)?.map_err(|why| {
            format!("{} is in no git repository that can be read: {why}", shown(folder))
        })?;
        let mut lines = said.lines();
        let mut next = || lines.next().unwrap_or_default().to_owned();
        let (is_bare, is_shallow, prefix) = (next() == "true", next() == "true", next());
        let objects = Objects::of(folder, most.object)?;
        Ok(Self { folder: folder.to_path_buf(), prefix, is_bare, is_shallow, objects, most })
    }

    /// The commit that a revision names.
    pub fn commit(&mut self, revision: &str) -> Result<Commit, Failed> {
        let shown = printable(revision);
        self.find(revision)?.ok_or_else(|| {
            if self.is_shallow {
                format!(
                    "there is no commit `{shown}` here: this clone is shallow, so fetch it first with `git fetch --depth=1 \
                     origin {shown}`"
                )
            } else {
                format!(
                    "there is no commit `{shown}` here: name a branch, a tag or a commit that `git log` shows"
                )
            }
        })
    }

    /// The same, where that there is none is an answer.
    pub fn find(&mut self, revision: &str) -> Result<Option<Commit>, Failed> {
        if revision.trim().is_empty() {
            return Ok(None);
        }
        let object = self.objects.get(&format!("{revision}^{{commit}}"))?;
        Ok(object.map(|object| Commit {
            name: revision.to_owned(),
            day: day_of(&object.bytes),
            hash: object.hash,
        }))
    }

    /// The newest commit of the default branch that a commit is built on; nothing where no default branch is known.
    pub fn merge_base(&mut self, commit: &Commit) -> Result<Option<Commit>, Failed> {
        for branch in DEFAULT_BRANCHES {
            let Some(default) = self.find(branch)? else { continue };
            let asked = ["merge-base", default.hash.as_str(), commit.hash.as_str()];
            let base = match ask(&self.folder, &asked)? {
                Ok(said) => self.find(said.trim())?,
                Err(_) => None,
            };
            // Two branches without a common commit, or a shallow clone that does not hold it.
            let Some(base) = base else { return Ok(None) };
            let short =
                branch.trim_start_matches("refs/remotes/").trim_start_matches("refs/heads/");
            return Ok(Some(Commit { name: short.to_owned(), ..base }));
        }
        Ok(None)
    }

    /// What stands below `entries/` at a commit; nothing where there is no list.
    pub fn sources(&mut self, commit: &Commit) -> Result<Sources, Failed> {
        // Nothing is read below the folder of a kind, and so nothing is looked for there.
        let is_opened = |path: &str| path.matches('/').count() <= 2;
        self.below(&["entries"], commit, &|_| true, &is_opened)
    }

    /// Everything that is read of a list, as it was at a commit; `is_read` tells by its path what is, that of a folder
    /// ends in `/`.
    pub fn list(
        &mut self,
        commit: &Commit,
        is_read: &dyn Fn(&str) -> bool,
    ) -> Result<Sources, Failed> {
        self.below(&FOLDERS, commit, is_read, &|_| true)
    }

    fn below(
        &mut self,
        tops: &[&str],
        commit: &Commit,
        is_read: &dyn Fn(&str) -> bool,
        is_opened: &dyn Fn(&str) -> bool,
    ) -> Result<Sources, Failed> {
        let mut files = Vec::new();
        let mut left = self.most.bytes;
        let mut folders = Vec::new();
        for top in tops {
            let tree = self.objects.get(&format!("{}:{}{top}", commit.hash, self.prefix))?;
            let tree = tree.filter(|tree| tree.kind == "tree");
            folders.extend(tree.map(|tree| (format!("{top}/"), tree)));
        }
        while let Some((path, tree)) = folders.pop() {
            if tree.size > self.most.object {
                return Err(format!(
                    "the folder {} of `{}` has too many files to be compared",
                    printable(&path),
                    printable(&commit.name)
                ));
            }
            for item in items(&tree) {
                let path = format!("{path}{}", item.name);
                match item.mode {
                    Mode::Folder => {
                        let path = path + "/";
                        if !is_read(&path) {
                            continue;
                        }
                        let below =
                            if is_opened(&path) { self.objects.get(&item.hash)? } else { None };
                        folders.extend(below.map(|tree| (path.clone(), tree)));
                        files.push(Source::new(path, Content::NotRegular("folder")));
                    }
                    _ if !is_read(&path) => {}
                    Mode::Other(what) => files.push(Source::new(path, Content::NotRegular(what))),
                    Mode::File if is_for_tools(&item.name) => {}
                    Mode::File if is_copied(&path) => {
                        files.push(Source::new(path, Content::Unread));
                    }
                    Mode::File => files.push(self.file(path, &item.hash, &mut left, commit)?),
                }
                let most = self.most.files;
                if files.len() > most {
                    return Err(format!(
                        "`{}` has more than {most} files, too many to be compared",
                        printable(&commit.name)
                    ));
                }
            }
        }
        Ok(Sources::new(files))
    }

    fn file(
        &mut self,
        path: String,
        hash: &str,
        left: &mut u64,
        commit: &Commit,
    ) -> Result<Source, Failed> {
        let Some(object) = self.objects.get(hash)? else {
            let why = "git does not have its text here".to_owned();
            return Ok(Source::new(path, Content::Unreadable(why)));
        };
        let read = object.bytes.len() as u64;
        *left = left.checked_sub(read).ok_or_else(|| {
            format!(
                "the files of `{}` have more than {} bytes, too many to be compared",
                printable(&commit.name),
                self.most.bytes
            )
        })?;
        Ok(if object.size > LARGEST_FILE {
            Source::new(path, Content::TooLarge(object.size))
        } else {
            Source::from_bytes(path, object.bytes)
        })
    }
}

/// The committer's day in the text of a commit.
fn day_of(commit: &[u8]) -> Option<Date> {
    let text = String::from_utf8_lossy(commit);
    let mut lines = text.lines().take_while(|line| !line.is_empty());
    let line = lines.find_map(|line| line.strip_prefix("committer "))?;
    let seconds = line.rsplit(' ').nth(1)?;
    seconds.parse().ok().map(Date::of_epoch)
}

/// Something in a folder.
struct Item {
    name: String,
    mode: Mode,
    hash: String,
}

enum Mode {
    File,
    Folder,
    Other(&'static str),
}

/// What stands in a folder, by the bytes of its object: a mode, a name, a zero and a hash for each.
fn items(tree: &Object) -> Vec<Item> {
    let width = tree.hash.len() / 2;
    let mut items = Vec::new();
    let mut rest = tree.bytes.as_slice();
    while let Some(space) = rest.iter().position(|byte| *byte == b' ') {
        let (mode, after) = rest.split_at(space);
        let Some(end) = after.iter().position(|byte| *byte == 0) else { break };
        let (Some(name), Some(hash)) = (after.get(1..end), after.get(end + 1..end + 1 + width))
        else {
            break;
        };
        items.push(Item {
            name: String::from_utf8_lossy(name).into_owned(),
            mode: match mode {
                b"40000" => Mode::Folder,
                b"120000" => Mode::Other("symbolic link"),
                b"160000" => Mode::Other("repository within the repository"),
                _ => Mode::File,
            },
            hash: hex(hash),
        });
        rest = after.get(end + 1 + width..).unwrap_or_default();
    }
    items
}

fn hex(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 2);
    for half in bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]) {
        out.extend(char::from_digit(u32::from(half), 16));
    }
    out
}

/// What says which repository is meant. In a hook git sets it for its own folder, and a list may stand below that: the
/// folder of the list alone tells where its repository is.
const PLACES: [&str; 3] = ["GIT_DIR", "GIT_WORK_TREE", "GIT_PREFIX"];

/// git, told to ask nobody and to speak English.
fn git(folder: &Path) -> Command {
    let mut git = Command::new("git");
    for place in PLACES {
        git.env_remove(place);
    }
    git.arg("-C").arg(folder).stdin(Stdio::null()).stderr(Stdio::piped());
    git.env("LC_ALL", "C").env("GIT_TERMINAL_PROMPT", "0").env("GIT_OPTIONAL_LOCKS", "0");
    git
}

/// What git answers, or the first line of its complaint.
fn ask(folder: &Path, arguments: &[&str]) -> Result<Result<String, String>, Failed> {
    let output = git(folder).args(arguments).output().map_err(|error| not_run(&error))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ok(if output.status.success() {
        Ok(text(&output.stdout))
    } else {
        Err(complaint(&text(&output.stderr)))
    })
}

fn complaint(said: &str) -> String {
    let first = said.lines().find(|line| !line.trim().is_empty()).unwrap_or("git did not say why");
    let bare = first.trim_start_matches("fatal: ").trim_start_matches("error: ");
    let bare = printable(bare.trim_end_matches('.'));
    // What git offers further down, where a folder belongs to another user, as in many containers.
    let offered = said.lines().map(str::trim).find(|line| line.starts_with("git config "));
    if let Some(offered) = offered {
        return format!("{bare}: if you trust it, run `{}`", printable(offered));
    }
    if bare.starts_with("not a git repository") {
        return format!(
            "{bare}: get the list with `git clone`, as a download as ZIP has no commits"
        );
    }
    bare
}

fn not_run(error: &io::Error) -> Failed {
    if error.kind() == io::ErrorKind::NotFound {
        "git is needed to compare revisions, and there is no program `git` here: install it, or \
         add its folder to PATH"
            .to_owned()
    } else {
        format!("git could not be started: {error}")
    }
}

/// An object as git has it.
struct Object {
    hash: String,
    kind: String,
    size: u64,
    /// Empty where it is larger than what is read.
    bytes: Vec<u8>,
}

/// One `git cat-file --batch`, which is asked for an object at a time. Names go through a pipe, so that none can be
/// taken for an option.
#[derive(Debug)]
struct Objects {
    process: Child,
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
    /// The most bytes of a commit or of a folder.
    largest: u64,
}

impl Objects {
    fn of(folder: &Path, largest: u64) -> Result<Self, Failed> {
        let mut command = git(folder);
        command.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn().map_err(|error| not_run(&error))?;
        let questions = process.stdin.take();
        let answers = process.stdout.take().ok_or("git does not answer")?;
        Ok(Self { process, questions, answers: BufReader::new(answers), largest })
    }

    /// The object of a name; nothing where there is none, or several.
    fn get(&mut self, name: &str) -> Result<Option<Object>, Failed> {
        if name.contains(['\n', '\0']) {
            return Ok(None);
        }
        self.read(name).map_err(|error| {
            let mut said = String::new();
            // It has stopped, so that its complaint has an end.
            let stopped = self.process.kill().and_then(|()| self.process.wait());
            if let (Ok(_), Some(complaints)) = (stopped, &mut self.process.stderr) {
                let _ = complaints.read_to_string(&mut said);
            }
            let why = if said.is_empty() { error.to_string() } else { complaint(&said) };
            format!("git could not read the repository: {why}")
        })
    }

    fn read(&mut self, name: &str) -> io::Result<Option<Object>> {
        let stopped = || io::Error::from(io::ErrorKind::UnexpectedEof);
        let questions = self.questions.as_mut().ok_or_else(stopped)?;
        questions.write_all(format!("{name}\n").as_bytes())?;
        questions.flush()?;
        let mut header = Vec::new();
        self.answers.read_until(b'\n', &mut header)?;
        let header = String::from_utf8_lossy(&header).into_owned();
        let header = header.strip_suffix('\n').ok_or_else(stopped)?;
        let mut parts = header.split(' ');
        let (hash, kind, size) = (parts.next(), parts.next(), parts.next());
        let size =
            size.and_then(|size| size.parse::<u64>().ok()).filter(|_| parts.next().is_none());
        // `… missing`, `… ambiguous` and the like repeat the question, which may hold any number of spaces.
        let is_hash = |hash: &&str| hash.len() >= 40 && hash.bytes().all(|b| b.is_ascii_hexdigit());
        let found = hash.filter(is_hash).zip(kind.filter(|kind| KINDS.contains(kind))).zip(size);
        let Some(((hash, kind), size)) = found else { return Ok(None) };
        let most = if kind == "blob" { LARGEST_FILE } else { self.largest };
        let mut bytes = Vec::new();
        let mut body = self.answers.by_ref().take(size);
        if size > most {
            io::copy(&mut body, &mut io::sink())?;
        } else {
            body.read_to_end(&mut bytes)?;
            if bytes.len() as u64 != size {
                return Err(stopped());
            }
        }
        self.answers.read_exact(&mut [0])?;
        Ok(Some(Object { hash: hash.to_owned(), kind: kind.to_owned(), size, bytes }))
    }
}

/// The kinds of objects.
const KINDS: [&str; 4] = ["blob", "tree", "commit", "tag"];

impl Drop for Objects {
    fn drop(&mut self) {
        // It only reads, so that nothing is lost; an answer that nobody takes would let it wait for ever.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
