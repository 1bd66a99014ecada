//! The codes of all findings: stable names, severities and one-line meanings.

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The list cannot be built.
    Error,
    /// The list can be built, but something deserves a look.
    Warning,
}

impl Severity {
    /// The word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

impl Code {
    /// Whether the finding is as much about its other place as about its main one.
    #[must_use]
    pub const fn is_mutual(self) -> bool {
        matches!(
            self,
            Self::DuplicateName
                | Self::DuplicateDoi
                | Self::DuplicateArxiv
                | Self::DuplicateUrl
                | Self::DuplicateIdentifier
                | Self::LikelyDuplicate
        )
    }

    /// The code of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == name)
    }

    /// Why an entry cannot allow findings of this code; `None` where it can.
    #[must_use]
    pub const fn why_not_allowed(self) -> Option<&'static str> {
        match self {
            // Else one that silences nothing could silence what is said of it.
            Self::UnusedAllow => Some("it is about `allow` itself"),
            Self::UnreadTemplate | Self::LeftoverFile | Self::UnusedWord | Self::DuplicateLabel => {
                Some("it is never about an entry; set it under `checks` in entries/survey.yaml")
            }
            _ => self.protects(),
        }
    }

    /// What would go wrong if a list turned the code down; `None` where a list may decide.
    #[must_use]
    pub const fn protects(self) -> Option<&'static str> {
        match self.judge() {
            Judge::People => None,
            Judge::Program => Some(match self {
                Self::ReadmeAnchor
                | Self::ReadmeTable
                | Self::ReadmeFile
                | Self::ReadmeMarkup
                | Self::ReadmeTooLarge
                | Self::Template => "README.md or the site would be broken for its readers",
                Self::BadId | Self::ReservedId | Self::IdCollision | Self::TwoOutputs => {
                    "two things would stand at one address, and one of them would be lost"
                }
                Self::UnknownReference
                | Self::WrongKind
                | Self::RenamedReference
                | Self::SelfReference
                | Self::SupersededCircle
                | Self::UnknownVariant
                | Self::UnknownColumn
                | Self::BadRow => "pages would name something that is not there",
                Self::ExcludedReference | Self::StatusReason => {
                    "what the list has left out would be shown as a part of it"
                }
                Self::DisputedSame | Self::BadChange => "the list would contradict itself",
                _ => "what the file says would be lost or misread in silence",
            }),
        }
    }
}

/// Who has the last word on a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Judge {
    /// The maintainers of a list: it is built in spite of the finding, if they say so.
    People,
    /// The program: a list with the finding cannot be built.
    Program,
}

macro_rules! codes {
    ($($variant:ident $name:literal $severity:ident $meaning:literal)*) => {
        /// What kind of finding it is; the names are stable.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $(#[doc = $meaning] $variant,)* }

        impl Code {
            /// Every code, in the order of this file.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The name that is shown, such as `unknown-key`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// Whether the finding stops a build.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => codes!(@severity $severity),)* }
            }

            /// Who has the last word on it.
            const fn judge(self) -> Judge {
                match self { $(Self::$variant => codes!(@judge $severity),)* }
            }

            /// What the finding means, in one sentence.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning,)* }
            }
        }
    };
    (@severity Warning) => { Severity::Warning };
    (@severity $error:ident) => { Severity::Error };
    (@judge Error) => { Judge::Program };
    (@judge $other:ident) => { Judge::People };
}

// `Warning` and `Doubt` are judgements: an entry can allow them, and survey.yaml can set them. A `Doubt` stops a build
// until somebody does. An `Error` stops it always, as does everything that is found while a file is read.
codes! {
    // The tree of files.
    NotRegularFile "not-regular-file" Error "A path is a symbolic link, a pipe or another thing that is not a plain file."
    UnreadableFile "unreadable-file" Error "The system did not give the file's bytes."
    FileTooLarge "file-too-large" Error "A file is larger than one MiB."
    NotUtf8 "not-utf8" Error "A file is not UTF-8 text."
    WrongExtension "wrong-extension" Error "A YAML file does not end in `.yaml`."
    StrayFile "stray-file" Error "A file stands where no entry can stand, and would be lost in silence."
    UnknownFolder "unknown-folder" Error "A folder is not the folder of a kind."
    MissingFile "missing-file" Error "A file that every list has is not there."
    UnreadTemplate "unread-template" Warning "A template or static file stands where the theme's own stand, and is not read."
    UnportableName "unportable-name" Error "Windows or a Mac cannot hold a file by its name, or takes it for another."
    LeftoverFile "leftover-file" Warning "A system or an editor left a file that is no part of the list."
    // The YAML door.
    ForbiddenCharacter "forbidden-character" Error "A control, text-direction or zero-width character stands in a file."
    YamlSyntax "yaml-syntax" Error "The file is not YAML."
    WideMark "wide-mark" Error "A full-width mark, or another one that only looks like YAML's own, stands in its place."
    YamlDirective "yaml-directive" Error "A line begins with `%`."
    YamlDocuments "yaml-documents" Error "A file holds more than one document."
    YamlAnchor "yaml-anchor" Error "An anchor or an alias stands in a file."
    YamlMergeKey "yaml-merge-key" Error "The merge key `<<` stands in a file."
    YamlTag "yaml-tag" Error "A tag such as `!!str` stands in a file."
    YamlDepth "yaml-depth" Error "Lists and maps stand too deep within each other."
    KeyNotText "key-not-text" Error "A key is empty, a list or a map."
    NotAMap "not-a-map" Error "A file is empty or holds no keys."
    DuplicateKey "duplicate-key" Error "A key stands twice in the same map."
    TooManyFindings "too-many-findings" Error "A file has so many findings that the rest is not shown."
    // The shape of an entry.
    UnknownKey "unknown-key" Error "A key is not one that stands here."
    MissingKey "missing-key" Error "A key that must be there is not."
    EmptyValue "empty-value" Error "A key has no value."
    Placeholder "placeholder" Error "A value is only a mark for one to come, such as `…` or `TODO`."
    RepeatedItem "repeated-item" Error "The same value stands twice in a list."
    WrongType "wrong-type" Error "A list stands where a text belongs, or the like."
    UnquotedText "unquoted-text" Error "A text without quotes reads as a number, a boolean, a date or YAML syntax."
    BadText "bad-text" Error "A text has line breaks or spaces where it may not."
    TextTooLong "text-too-long" Error "A text is longer than its field allows."
    TooManyItems "too-many-items" Error "A list or a map holds more items than an entry takes."
    CommentInText "comment-in-text" Error "A comment cuts a text that stands without quotes."
    NotNormal "not-normal" Warning "A text is not in the form in which Unicode composes its characters (NFC)."
    UnknownLanguage "unknown-language" Error "A text is given in a language that the list does not have."
    UnknownChoice "unknown-choice" Error "A value is not one of the few that a field takes."
    SchemaVersion "schema-version" Error "A file is written for another version of the schema."
    // Values.
    BadDate "bad-date" Error "A date is not written as `2022`, `2022-02` or `2022-02-14`."
    ImpossibleDate "impossible-date" Error "A date is not in the calendar."
    BadCount "bad-count" Error "A count is not written as `515K`, `99.52M` or `186000000`."
    UnitMismatch "unit-mismatch" Error "A quantity with a unit stands where a bare count belongs."
    BadQuantity "bad-quantity" Error "A quantity is not a count and a unit, such as `36M sequences`."
    BadScore "bad-score" Error "A score is not written as `68.5` or `68.5 ± 0.54`."
    BadInteger "bad-integer" Error "A whole number is not written as one."
    BadUrl "bad-url" Error "An address is not an absolute http or https address."
    UrlNoise "url-noise" Warning "An address carries tracking or session noise."
    BadDoi "bad-doi" Error "A DOI is not written as `10.1093/nar/gkad1031`."
    BadArxiv "bad-arxiv" Error "An arXiv id is not written as `arXiv:2204.00300`."
    BadIdentifier "bad-identifier" Error "An identifier under `ids` is not written as its register writes it, or is that of another thing."
    BadPaperRef "bad-paper-ref" Error "A paper is not given as an entry's id, a DOI, an arXiv id or an address."
    BadAuthor "bad-author" Error "An author is not one person or one group."
    AuthorOrder "author-order" Warning "The family name and the given name of an author seem to be mixed up."
    MarkupInText "markup-in-text" Warning "A title or a name holds markup of HTML or TeX, where plain text belongs."
    BadRoute "bad-route" Error "A route to a field does not exist in this kind of entry."
    CannotAllow "cannot-allow" Error "An entry allows a finding that no entry can allow."
    UnknownLicence "unknown-licence" Error "A licence is neither an SPDX id nor one of the list's named exceptions."
    UnknownWord "unknown-word" Error "A word is not in the vocabulary."
    // Identity.
    BadId "bad-id" Error "An id is not made of small letters, digits and single hyphens."
    ReservedId "reserved-id" Error "An id is the name of a page or a device, or a word that of a device."
    IdCollision "id-collision" Error "Two entries of a kind would share an id or an address."
    DuplicateName "duplicate-name" Warning "Two entries of a kind have the same name or other name, and neither is said to be distinct from the other."
    DuplicateDoi "duplicate-doi" Doubt "Two papers have the same DOI."
    DuplicateArxiv "duplicate-arxiv" Doubt "Two papers have the same arXiv id."
    DuplicateUrl "duplicate-url" Doubt "Two papers or two challenges have the same address."
    DuplicateIdentifier "duplicate-identifier" Doubt "Two entries of a kind have the same identifier under `ids`."
    LikelyDuplicate "likely-duplicate" Warning "Two models share a paper and the code, or two datasets a paper and the download, and neither is said to be distinct from the other."
    // References.
    UnknownReference "unknown-reference" Error "A reference leads to no entry."
    WrongKind "wrong-kind" Error "A reference leads to an entry of another kind, or an entry stands in the folder of another kind."
    RenamedReference "renamed-reference" Error "A reference uses the former id of an entry."
    ExcludedReference "excluded-reference" Error "A listed entry refers to one that is excluded or withdrawn, or an excluded one takes the place of another."
    SelfReference "self-reference" Error "An entry refers to itself."
    SupersededCircle "superseded-circle" Error "Entries take each other's places in a circle."
    PaperIsEntry "paper-is-entry" Warning "A DOI, arXiv id or address is given for a paper that is an entry."
    // Status.
    StatusReason "status-reason" Error "A status needs a reason, or a reason stands without such a status."
    // Dates.
    FutureDate "future-date" Doubt "A date lies after the date of the list."
    DistantDay "distant-day" Warning "A day of work on the list lies years after all others."
    DateOrder "date-order" Doubt "Two dates stand in an order that cannot be."
    // Meaning.
    LinkInWrongPlace "link-in-wrong-place" Doubt "An address stands under the wrong key."
    VariantMismatch "variant-mismatch" Doubt "The parameters are those of none of the variants."
    UnknownVariant "unknown-variant" Error "A result names a variant that the model does not have."
    UnknownColumn "unknown-column" Error "A result names a column that the leaderboard does not have."
    ScoreOutOfRange "score-out-of-range" Doubt "A score is smaller or larger than its unit allows."
    ScoreOutlier "score-outlier" Warning "A score is 20 times smaller or larger than the median of its column."
    ResultTooOld "result-too-old" Warning "The source of a result is older than the model or the benchmark."
    BadRow "bad-row" Error "A row of a leaderboard names no model, or names it twice."
    DisputedSame "disputed-same" Error "A disputed value equals the chosen one."
    UnsourcedValue "unsourced-value" Warning "A number has no source that names its field."
    UnusedAllow "unused-allow" Warning "An entry allows a finding that it does not have."
    UnusedWord "unused-word" Warning "A word of the vocabulary is used by no entry."
    DuplicateLabel "duplicate-label" Doubt "Two words of a section of the vocabulary have the same label."
    // The list's own files and the README.
    BadSetting "bad-setting" Error "A setting of survey.yaml cannot be used as it is."
    BadChange "bad-change" Error "The log of changes contradicts the entries."
    TwoOutputs "two-outputs" Error "Two outputs would stand at one place of the site."
    Template "template" Error "A template cannot be read or filled."
    ReadmeAnchor "readme-anchor" Error "A link within README.md leads to no heading."
    ReadmeTable "readme-table" Error "A row of a table in README.md is not as wide as its header."
    ReadmeFile "readme-file" Error "README.md names a file that is not there."
    ReadmeMarkup "readme-markup" Error "README.md holds markup that would break it."
    ReadmeTooLarge "readme-too-large" Error "README.md is larger than its budget, or than what is shown of it."
    Accounting "accounting" Error "The files that were found are not all accounted for."
}
