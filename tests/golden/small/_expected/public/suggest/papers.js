(window.listwright = window.listwright || {}).form_papers = {"labels":{"added":"Added to the list","aliases":"Also known as","arxiv":"arXiv","authors":"Authors","authors_complete":"All authors named","category":"Category","datasets":"Datasets","datasets.about":"What models are trained on and measured with.","dates":"Dates","dates.preprint":"Preprint","dates.published":"Published","disputed":"What sources say otherwise","doi":"DOI","ids":"Identifiers","issue":"Issue","pages":"Pages","pdf":"PDF","preprint_doi":"DOI of the preprint","publication":"Publication","publication.conference":"conference","publication.journal":"journal","publication.preprint":"preprint","publication.workshop":"workshop","reason":"Reason","sources":"Sources","status.candidate":"Candidate","status.excluded":"Excluded","status.listed":"Listed","status.superseded":"Superseded","status.withdrawn":"Withdrawn","summary":"Summary","tags":"Tags","title":"Title","type":"Type","url":"Address","venue":"Venue","venue_short":"Short name of the venue","volume":"Volume"},"schema":{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$comment": "Made by `listwright schema paper`; do not edit.",
  "title": "paper",
  "description": "An entry of a paper: one file in entries/papers.",
  "type": "object",
  "required": [
    "title"
  ],
  "properties": {
    "title": {
      "description": "The title as it is printed.",
      "$ref": "#/$defs/line"
    },
    "aliases": {
      "description": "Other names under which it is known; they are searched too.",
      "type": "array",
      "items": {
        "$ref": "#/$defs/line"
      }
    },
    "former_ids": {
      "description": "Ids that the entry had before, the first one first; their addresses lead here.",
      "type": "array",
      "items": {
        "$ref": "#/$defs/id"
      }
    },
    "ids": {
      "description": "What registers of others call it, each in the register's own spelling.",
      "type": "object",
      "properties": {
        "openalex": {
          "description": "Of a paper or a dataset: the work in OpenAlex.",
          "type": "string",
          "pattern": "^(?:W[1-9][0-9]*)$",
          "patternErrorMessage": "write the identifier of OpenAlex as it is spelt there, such as W4224035735",
          "errorMessage": "write the identifier of OpenAlex as it is spelt there, such as W4224035735",
          "examples": [
            "W4224035735"
          ],
          "maxLength": 200
        },
        "wikidata": {
          "description": "Of a model, a paper, a dataset or a challenge: the item in Wikidata.",
          "type": "string",
          "pattern": "^(?:Q[1-9][0-9]*)$",
          "patternErrorMessage": "write the identifier of Wikidata as it is spelt there, such as Q42",
          "errorMessage": "write the identifier of Wikidata as it is spelt there, such as Q42",
          "examples": [
            "Q42"
          ],
          "maxLength": 200
        },
        "semantic_scholar": {
          "description": "Of a paper: its corpus id in Semantic Scholar.",
          "type": "string",
          "pattern": "^(?:CorpusID:[1-9][0-9]*)$",
          "patternErrorMessage": "write the identifier of Semantic Scholar as it is spelt there, such as CorpusID:249848187",
          "errorMessage": "write the identifier of Semantic Scholar as it is spelt there, such as CorpusID:249848187",
          "examples": [
            "CorpusID:249848187"
          ],
          "maxLength": 200
        },
        "pubmed": {
          "description": "Of a paper: the record in PubMed.",
          "type": "string",
          "pattern": "^(?:PMID:[1-9][0-9]*)$",
          "patternErrorMessage": "write the identifier of PubMed as it is spelt there, such as PMID:36409013",
          "errorMessage": "write the identifier of PubMed as it is spelt there, such as PMID:36409013",
          "examples": [
            "PMID:36409013"
          ],
          "maxLength": 200
        },
        "pmc": {
          "description": "Of a paper: the article in PubMed Central.",
          "type": "string",
          "pattern": "^(?:PMC[1-9][0-9]*)$",
          "patternErrorMessage": "write the identifier of PubMed Central as it is spelt there, such as PMC9723785",
          "errorMessage": "write the identifier of PubMed Central as it is spelt there, such as PMC9723785",
          "examples": [
            "PMC9723785"
          ],
          "maxLength": 200
        }
      },
      "additionalProperties": false
    },
    "distinct_from": {
      "description": "Entries of the same kind that it could be taken for, as ids: of the same name, or of the same paper and code.",
      "type": "array",
      "items": {
        "$ref": "#/$defs/id"
      }
    },
    "status": {
      "description": "Whether it is shown as part of the list; `listed` where it is left out.",
      "enum": [
        "listed",
        "candidate",
        "excluded",
        "superseded",
        "withdrawn"
      ],
      "enumDescriptions": [
        "Part of the list.",
        "Identified, not yet decided or complete.",
        "Looked at and left out, with the reason.",
        "Replaced by another entry.",
        "Taken back by its authors."
      ]
    },
    "reason": {
      "description": "Why it is not listed.",
      "type": "object",
      "required": [
        "code"
      ],
      "properties": {
        "code": {
          "description": "The reason as a word of the vocabulary.",
          "$ref": "#/$defs/word-of-reason"
        },
        "note": {
          "description": "What the word cannot say.",
          "$ref": "#/$defs/text-of-2000"
        }
      },
      "additionalProperties": false
    },
    "superseded_by": {
      "description": "The id of the entry of the same kind that took its place.",
      "$ref": "#/$defs/id"
    },
    "type": {
      "description": "What kind of paper it is; `research` where it is left out.",
      "enum": [
        "research",
        "survey",
        "benchmark"
      ],
      "enumDescriptions": [
        "It reports new work.",
        "It reviews the work of others.",
        "It compares models or introduces a benchmark."
      ]
    },
    "authors": {
      "description": "The authors in their order: `Given Family`, `Family, Given`, `{group: …}`, or `{name: …, also: …}` with the name in another script.",
      "type": "array",
      "items": {
        "$ref": "#/$defs/author"
      }
    },
    "authors_complete": {
      "description": "Whether all authors are given.",
      "type": "boolean"
    },
    "venue": {
      "description": "The journal, the conference or the server.",
      "$ref": "#/$defs/line"
    },
    "venue_short": {
      "description": "Its short name.",
      "$ref": "#/$defs/line"
    },
    "volume": {
      "description": "The volume.",
      "$ref": "#/$defs/locator"
    },
    "issue": {
      "description": "The issue.",
      "$ref": "#/$defs/locator"
    },
    "pages": {
      "description": "The pages or the article number.",
      "$ref": "#/$defs/locator"
    },
    "publication": {
      "description": "How it was published.",
      "enum": [
        "journal",
        "conference",
        "preprint",
        "workshop"
      ],
      "enumDescriptions": [
        "In a journal.",
        "At a conference.",
        "As a preprint only.",
        "At a workshop."
      ]
    },
    "dates": {
      "description": "When it was public.",
      "type": "object",
      "properties": {
        "preprint": {
          "description": "When its first version was public.",
          "$ref": "#/$defs/date"
        },
        "published": {
          "description": "When it appeared in its venue.",
          "$ref": "#/$defs/date"
        }
      },
      "additionalProperties": false,
      "allOf": [
        {
          "anyOf": [
            {
              "required": [
                "published"
              ]
            },
            {
              "required": [
                "preprint"
              ]
            }
          ]
        }
      ]
    },
    "doi": {
      "description": "The DOI of the published version.",
      "$ref": "#/$defs/doi"
    },
    "preprint_doi": {
      "description": "The DOI of the preprint.",
      "$ref": "#/$defs/doi"
    },
    "arxiv": {
      "description": "The arXiv id of the preprint.",
      "$ref": "#/$defs/arxiv"
    },
    "url": {
      "description": "The address of the paper's page.",
      "$ref": "#/$defs/address"
    },
    "pdf": {
      "description": "The address of its PDF.",
      "$ref": "#/$defs/address"
    },
    "category": {
      "description": "The family of models it belongs to.",
      "$ref": "#/$defs/word-of-category"
    },
    "datasets": {
      "description": "The datasets it introduces or uses, as ids of dataset entries.",
      "type": "array",
      "items": {
        "$ref": "#/$defs/id"
      }
    },
    "summary": {
      "description": "What it says, in one plain line.",
      "$ref": "#/$defs/text-of-200-on-one-line"
    },
    "allow": {
      "description": "Findings that are accepted here, each with the reason.",
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "code",
          "reason"
        ],
        "properties": {
          "code": {
            "description": "The code of the finding, as it stands in brackets behind `error` or `warning`.",
            "enum": [
              "author-order",
              "date-order",
              "distant-day",
              "duplicate-arxiv",
              "duplicate-doi",
              "duplicate-identifier",
              "duplicate-name",
              "duplicate-url",
              "future-date",
              "likely-duplicate",
              "link-in-wrong-place",
              "markup-in-text",
              "not-normal",
              "paper-is-entry",
              "result-too-old",
              "score-out-of-range",
              "score-outlier",
              "unsourced-value",
              "url-noise",
              "variant-mismatch"
            ],
            "enumDescriptions": [
              "The family name and the given name of an author seem to be mixed up.",
              "Two dates stand in an order that cannot be.",
              "A day of work on the list lies years after all others.",
              "Two papers have the same arXiv id.",
              "Two papers have the same DOI.",
              "Two entries of a kind have the same identifier under `ids`.",
              "Two entries of a kind have the same name or other name, and neither is said to be distinct from the other.",
              "Two papers or two challenges have the same address.",
              "A date lies after the date of the list.",
              "Two models share a paper and the code, or two datasets a paper and the download, and neither is said to be distinct from the other.",
              "An address stands under the wrong key.",
              "A title or a name holds markup of HTML or TeX, where plain text belongs.",
              "A text is not in the form in which Unicode composes its characters (NFC).",
              "A DOI, arXiv id or address is given for a paper that is an entry.",
              "The source of a result is older than the model or the benchmark.",
              "A score is smaller or larger than its unit allows.",
              "A score is 20 times smaller or larger than the median of its column.",
              "A number has no source that names its field.",
              "An address carries tracking or session noise.",
              "The parameters are those of none of the variants."
            ]
          },
          "reason": {
            "description": "Why the entry is right in spite of it.",
            "$ref": "#/$defs/text-of-2000"
          }
        },
        "additionalProperties": false
      }
    },
    "tags": {
      "description": "Free labels from the vocabulary.",
      "type": "array",
      "items": {
        "$ref": "#/$defs/word-of-tag"
      }
    },
    "sources": {
      "description": "Where the values come from.",
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "url",
          "kind"
        ],
        "properties": {
          "for": {
            "description": "The fields it speaks for; without them it speaks for the entry's existence only.",
            "type": "array",
            "items": {
              "$ref": "#/$defs/route"
            }
          },
          "url": {
            "description": "The address.",
            "$ref": "#/$defs/address"
          },
          "kind": {
            "description": "What kind of source it is.",
            "enum": [
              "paper",
              "repository",
              "model-card",
              "dataset-card",
              "reimplementation-card",
              "secondary"
            ],
            "enumDescriptions": [
              "An article or a preprint.",
              "The authors' code repository.",
              "The authors' card of a model.",
              "The authors' card of a dataset.",
              "The card of somebody else's implementation or conversion.",
              "Somebody who speaks of the work of others."
            ]
          },
          "checked": {
            "description": "The day it was looked at.",
            "$ref": "#/$defs/date"
          },
          "note": {
            "description": "What to know about it.",
            "$ref": "#/$defs/text-of-2000"
          }
        },
        "additionalProperties": false
      }
    },
    "disputed": {
      "description": "What sources say otherwise.",
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "field",
          "value",
          "source"
        ],
        "properties": {
          "field": {
            "description": "The route of the field.",
            "$ref": "#/$defs/route"
          },
          "value": {
            "description": "The other value.",
            "type": [
              "string",
              "number",
              "boolean"
            ]
          },
          "source": {
            "description": "Where it stands.",
            "$ref": "#/$defs/address"
          },
          "note": {
            "description": "How the difference may have come about.",
            "$ref": "#/$defs/text-of-2000"
          }
        },
        "additionalProperties": false
      }
    },
    "added": {
      "description": "The day the entry was added to the list.",
      "$ref": "#/$defs/date"
    }
  },
  "additionalProperties": false,
  "allOf": [
    {
      "if": {
        "properties": {
          "status": {
            "enum": [
              "candidate",
              "excluded"
            ]
          }
        },
        "required": [
          "status"
        ]
      },
      "else": {
        "required": [
          "dates"
        ],
        "allOf": [
          {
            "anyOf": [
              {
                "required": [
                  "doi"
                ]
              },
              {
                "required": [
                  "arxiv"
                ]
              },
              {
                "required": [
                  "url"
                ]
              }
            ]
          }
        ]
      }
    },
    {
      "if": {
        "properties": {
          "status": {
            "enum": [
              "candidate",
              "excluded",
              "withdrawn"
            ]
          }
        },
        "required": [
          "status"
        ]
      },
      "then": {
        "required": [
          "reason"
        ]
      },
      "else": {
        "properties": {
          "reason": false
        }
      }
    },
    {
      "if": {
        "properties": {
          "status": {
            "enum": [
              "superseded"
            ]
          }
        },
        "required": [
          "status"
        ]
      },
      "then": {
        "required": [
          "superseded_by"
        ]
      },
      "else": {
        "properties": {
          "superseded_by": false
        }
      }
    }
  ],
  "$defs": {
    "line": {
      "type": "string",
      "pattern": "^(?:\\S(?:[^\\n]*\\S)?\\n*)$",
      "patternErrorMessage": "write one line, without space at its ends",
      "errorMessage": "write one line, without space at its ends",
      "maxLength": 500
    },
    "id": {
      "type": [
        "string",
        "integer"
      ],
      "pattern": "^(?:[a-z0-9]+(?:-[a-z0-9]+)*)$",
      "patternErrorMessage": "write the id of an entry: lower-case letters, digits and single hyphens, such as rna-fm",
      "errorMessage": "write the id of an entry: lower-case letters, digits and single hyphens, such as rna-fm",
      "maxLength": 64,
      "allOf": [
        {
          "not": {
            "enum": [
              "404",
              "all",
              "architecture",
              "aux",
              "by",
              "category",
              "code",
              "com1",
              "com2",
              "com3",
              "com4",
              "com5",
              "com6",
              "com7",
              "com8",
              "com9",
              "compare",
              "con",
              "data",
              "feed",
              "index",
              "licence",
              "lpt1",
              "lpt2",
              "lpt3",
              "lpt4",
              "lpt5",
              "lpt6",
              "lpt7",
              "lpt8",
              "lpt9",
              "new",
              "nul",
              "objective",
              "page",
              "paradigm",
              "prn",
              "search",
              "sitemap",
              "size",
              "status",
              "tag",
              "task",
              "tokenization",
              "type",
              "weights",
              "year"
            ]
          },
          "errorMessage": "the site or a system keeps this name for itself"
        }
      ]
    },
    "word-of-reason": {
      "enum": [
        "off-topic",
        "unsourced",
        "retracted"
      ],
      "enumDescriptions": [
        "Off topic: Another field",
        "No source: Nothing can be opened",
        "Retracted: Taken back"
      ]
    },
    "text-of-2000": {
      "anyOf": [
        {
          "type": "string",
          "pattern": "^(?:\\S(?:[\\s\\S]*\\S)?\\n*)$",
          "patternErrorMessage": "write a text without space at its ends",
          "errorMessage": "write a text without space at its ends",
          "maxLength": 2000
        },
        {
          "type": "object",
          "properties": {
            "en": {
              "type": "string",
              "pattern": "^(?:\\S(?:[\\s\\S]*\\S)?\\n*)$",
              "patternErrorMessage": "write a text without space at its ends",
              "errorMessage": "write a text without space at its ends",
              "maxLength": 2000
            },
            "zh": {
              "type": "string",
              "pattern": "^(?:\\S(?:[\\s\\S]*\\S)?\\n*)$",
              "patternErrorMessage": "write a text without space at its ends",
              "errorMessage": "write a text without space at its ends",
              "maxLength": 2000
            }
          },
          "minProperties": 1,
          "additionalProperties": false
        }
      ]
    },
    "author": {
      "anyOf": [
        {
          "type": "string",
          "pattern": "^(?:\\S(?:[^\\n]*[^\\s0-9*†‡§¶#,])?\\n*)$",
          "patternErrorMessage": "write one person as Given Family or Family, Given",
          "errorMessage": "write one person as Given Family or Family, Given",
          "maxLength": 200,
          "allOf": [
            {
              "not": {
                "pattern": "(?:^|[ ,])[Ee][Tt] [Aa][Ll]\\.?$|[;&…]|,.*,.*,|^\\{.*\\}$|[)）]$"
              },
              "errorMessage": "write one author per line; authors_complete: false says that there are more"
            }
          ]
        },
        {
          "anyOf": [
            {
              "type": "object",
              "required": [
                "group"
              ],
              "properties": {
                "group": {
                  "description": "The group's name.",
                  "$ref": "#/$defs/line"
                }
              },
              "additionalProperties": false
            },
            {
              "type": "object",
              "required": [
                "name"
              ],
              "properties": {
                "name": {
                  "description": "The person's name.",
                  "type": "string",
                  "pattern": "^(?:\\S(?:[^\\n]*[^\\s0-9*†‡§¶#,])?\\n*)$",
                  "patternErrorMessage": "write one person as Given Family or Family, Given",
                  "errorMessage": "write one person as Given Family or Family, Given",
                  "maxLength": 200,
                  "allOf": [
                    {
                      "not": {
                        "pattern": "(?:^|[ ,])[Ee][Tt] [Aa][Ll]\\.?$|[;&…]|,.*,.*,|^\\{.*\\}$|[)）]$"
                      },
                      "errorMessage": "write one author per line; authors_complete: false says that there are more"
                    }
                  ]
                },
                "also": {
                  "description": "The name in another script.",
                  "$ref": "#/$defs/line"
                }
              },
              "additionalProperties": false
            }
          ]
        }
      ]
    },
    "locator": {
      "type": [
        "string",
        "integer"
      ],
      "pattern": "^(?:\\S(?:[^\\n]*\\S)?\\n*)$",
      "patternErrorMessage": "write one short line",
      "errorMessage": "write one short line",
      "minimum": 1,
      "maxLength": 60
    },
    "date": {
      "type": [
        "string",
        "integer"
      ],
      "pattern": "^(?:[1-9][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?)$",
      "patternErrorMessage": "write a year, a month or a day: 2022, 2022-02 or 2022-02-14",
      "errorMessage": "write a year, a month or a day: 2022, 2022-02 or 2022-02-14",
      "examples": [
        "2022-02"
      ],
      "minimum": 1000,
      "maximum": 9999
    },
    "doi": {
      "type": "string",
      "pattern": "^(?:10\\.[0-9]{4,9}/[!#-\\[\\]_a-z~]*(?:[!$-&(-+\\-0-9\u003c->@-Z\\[\\]_a-z~]|;[0-9]-#))$",
      "patternErrorMessage": "write the bare DOI, such as 10.1093/nar/gkad1031",
      "errorMessage": "write the bare DOI, such as 10.1093/nar/gkad1031",
      "maxLength": 256
    },
    "arxiv": {
      "type": "string",
      "pattern": "^(?:arXiv:(?:[0-9]{2}(?:0[1-9]|1[0-2])\\.[0-9]{4,5}|[a-z]+(?:-[a-z]+)*(?:\\.[A-Z]{2})?/[0-9]{2}(?:0[1-9]|1[0-2])[0-9]{3})(?:v[1-9][0-9]*)?)$",
      "patternErrorMessage": "write arXiv: and the id, such as arXiv:2204.00300",
      "errorMessage": "write arXiv: and the id, such as arXiv:2204.00300"
    },
    "address": {
      "type": "string",
      "pattern": "^(?:https?://[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+(?::[0-9]*)?(?:[/?#][^\\s\u003c>\"{}|^`\\\\]*)?)$",
      "patternErrorMessage": "write the whole address, such as https://github.com/ml4bio/RNA-FM",
      "errorMessage": "write the whole address, such as https://github.com/ml4bio/RNA-FM",
      "maxLength": 2048
    },
    "word-of-category": {
      "enum": [
        "language",
        "vision",
        "other"
      ],
      "enumDescriptions": [
        "Language | model: Reads sequences",
        "Vision model: Reads pictures",
        "Other_model_: Everything else"
      ]
    },
    "text-of-200-on-one-line": {
      "anyOf": [
        {
          "type": "string",
          "pattern": "^(?:\\S(?:[^\\n]*\\S)?\\n*)$",
          "patternErrorMessage": "write one line, without space at its ends",
          "errorMessage": "write one line, without space at its ends",
          "maxLength": 200
        },
        {
          "type": "object",
          "properties": {
            "en": {
              "type": "string",
              "pattern": "^(?:\\S(?:[^\\n]*\\S)?\\n*)$",
              "patternErrorMessage": "write one line, without space at its ends",
              "errorMessage": "write one line, without space at its ends",
              "maxLength": 200
            },
            "zh": {
              "type": "string",
              "pattern": "^(?:\\S(?:[^\\n]*\\S)?\\n*)$",
              "patternErrorMessage": "write one line, without space at its ends",
              "errorMessage": "write one line, without space at its ends",
              "maxLength": 200
            }
          },
          "minProperties": 1,
          "additionalProperties": false
        }
      ]
    },
    "word-of-tag": {
      "enum": [
        "hostile"
      ],
      "enumDescriptions": [
        "Hostile: Breaks tables"
      ]
    },
    "route": {
      "type": "string",
      "pattern": "^(?:title|aliases(?:\\[[0-9]+\\])?|former_ids(?:\\[[0-9]+\\])?|ids(?:\\.(?:openalex|wikidata|semantic_scholar|pubmed|pmc))?|distinct_from(?:\\[[0-9]+\\])?|status|reason(?:\\.(?:code|note))?|superseded_by|type|authors(?:\\[[0-9]+\\])?|authors_complete|venue|venue_short|volume|issue|pages|publication|dates(?:\\.(?:preprint|published))?|doi|preprint_doi|arxiv|url|pdf|category|datasets(?:\\[[0-9]+\\])?|summary|allow(?:\\[[0-9]+\\])?(?:\\.(?:code|reason))?|tags(?:\\[[0-9]+\\])?|sources(?:\\[[0-9]+\\])?(?:\\.(?:for(?:\\[[0-9]+\\])?|url|kind|checked|note))?|disputed(?:\\[[0-9]+\\])?(?:\\.(?:field|value|source|note))?|added)$",
      "patternErrorMessage": "name a field of this entry, such as links.code",
      "examples": [
        "title",
        "aliases",
        "former_ids",
        "ids",
        "distinct_from",
        "status",
        "reason",
        "superseded_by",
        "type",
        "authors",
        "authors_complete",
        "venue",
        "venue_short",
        "volume",
        "issue",
        "pages",
        "publication",
        "dates",
        "doi",
        "preprint_doi",
        "arxiv",
        "url",
        "pdf",
        "category",
        "datasets",
        "summary",
        "allow",
        "tags",
        "sources",
        "disputed",
        "added"
      ]
    }
  }
}};
