//! The stages of a run one by one, in this process and on one thread, in seconds of processor time.

use std::hint::black_box;
use std::path::Path;

use listwright::catalog;
use listwright::checks::{self, Subject};
use listwright::diag::settle;
use listwright::examine::examine;
use listwright::project;
use listwright::render::{Material, Options, Site, readme};
use listwright::resolve;
use listwright::source::{Content, Sources};
use listwright::theme::Theme;
use listwright::yaml;
use rustix::time::{ClockId, clock_gettime};

use crate::Failed;

/// The names of the stages, in the order of [`measure`]; `door` is a part of `read`.
pub(crate) const STAGES: [&str; 8] =
    ["load", "door", "read", "resolve", "checks", "settle", "readme", "pages"];

/// The stage that is no part of a run: the same files through a general reader of YAML.
pub(crate) const YARDSTICK: &str = "serde_yaml";

/// The seconds of each stage, then those of the yardstick.
pub(crate) fn measure(root: &Path, build: bool) -> Result<Vec<f64>, Failed> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    pool.map_err(|error| error.to_string())?.install(|| stages(root, build))
}

fn stages(root: &Path, build: bool) -> Result<Vec<f64>, Failed> {
    let (load, project) = timed(|| project::load(root));
    let project = project.map_err(|why| why.0)?;
    let sources = &project.sources;
    let (door, ()) = timed(|| open_all(sources));
    let (read, (catalog, mut diags)) = timed(|| catalog::read(sources, None));
    let (resolve, (graph, found)) = timed(|| resolve::resolve(&catalog));
    diags.extend(found);
    let (checks, ()) = timed(|| checks::run(Subject { catalog: &catalog, sources }, &mut diags));
    let (settle, _) = timed(|| settle(diags, sources));
    let mut seconds = vec![load, door, read, resolve, checks, settle];
    if build {
        let examined = examine(sources, None);
        let theme = Theme::new(sources).map_err(|fault| fault.message)?;
        let options = Options::default();
        let (catalog, graph) = (&examined.catalog, &examined.graph);
        let material = Material { catalog, graph, sources, theme: &theme, options: &options };
        let (readme, text) = timed(|| readme::render(material, &|path| project.has(path)));
        text.map_err(|fault| fault.message)?;
        let (pages, made) = timed(|| {
            let site = Site::new(material);
            let outputs = site.outputs(&project.statics);
            outputs.iter().try_fold(0, |sum, output| output.bytes().map(|bytes| sum + bytes.len()))
        });
        made.map_err(|failure| failure.to_string())?;
        seconds.extend([readme, pages]);
    }
    drop(graph);
    seconds.push(timed(|| serde_yaml_all(sources)).0);
    Ok(seconds)
}

/// The door alone, without types.
fn open_all(sources: &Sources) {
    for (id, source) in sources.iter() {
        black_box(yaml::parse(id, source, &mut Vec::new()));
    }
}

fn serde_yaml_all(sources: &Sources) {
    for (_, source) in sources.iter() {
        if let Content::Text(text) = &source.content {
            let _ = black_box(serde_yaml::from_str::<serde_yaml::Value>(text));
        }
    }
}

fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let start = processor_seconds();
    let value = work();
    (processor_seconds() - start, value)
}

fn processor_seconds() -> f64 {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    #[expect(clippy::cast_precision_loss, reason = "a run takes seconds, not ages")]
    let seconds = now.tv_sec as f64 + now.tv_nsec as f64 / 1e9;
    seconds
}
