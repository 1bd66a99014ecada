//! The Content-Security-Policy of a page: strict, and wide enough for what the page loads.

use std::collections::BTreeMap;

/// A policy, by its directives.
#[derive(Debug)]
pub(super) struct Policy<'t>(BTreeMap<&'t str, Vec<&'t str>>);

/// What a policy may say besides where things come from.
const WITHOUT_SOURCES: [&str; 3] =
    ["upgrade-insecure-requests", "require-trusted-types-for", "trusted-types"];

impl<'t> Policy<'t> {
    pub(super) fn read(text: &'t str) -> Self {
        let directives = text.split(';').filter_map(|directive| {
            let mut words = directive.split_ascii_whitespace();
            Some((words.next()?, words.collect()))
        });
        Self(directives.collect())
    }

    /// Why it is not strict: everything is forbidden, but for what comes from the site itself.
    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for closed in ["default-src", "base-uri"] {
            if self.0.get(closed).is_none_or(|sources| *sources != ["'none'"]) {
                faults.push(format!("its policy does not say `{closed} 'none'`"));
            }
        }
        if !self.0.contains_key("form-action") {
            faults.push("its policy leaves `form-action` open".to_owned());
        }
        for (directive, sources) in &self.0 {
            if WITHOUT_SOURCES.contains(directive) {
                continue;
            }
            for source in sources.iter().filter(|source| !matches!(**source, "'none'" | "'self'")) {
                faults.push(format!("its policy allows `{source}` in `{directive}`"));
            }
        }
        faults
    }

    /// Whether something of the site may be loaded as what a directive speaks of.
    pub(super) fn allows(&self, directive: &str) -> bool {
        let sources = self.0.get(directive).or_else(|| self.0.get("default-src"));
        sources.is_none_or(|sources| sources.contains(&"'self'"))
    }
}
