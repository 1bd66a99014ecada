(window.listwright = window.listwright || {}).form_challenges = {"labels":{"added":"收录日期","aliases":"又名","datasets":"数据集","datasets.about":"用于训练和评测模型的数据。","dates":"日期","dates.preprint":"预印本","dates.published":"发表","disputed":"来源之间的分歧","host":"平台","ids":"标识符","metric":"指标","name":"名称","ongoing":"进行方式","organizer":"主办方","papers":"论文","papers.about":"按所提出模型的类别分组，从新到旧排列。标题保持发表时的原文。","prize":"奖金","reason":"原因","sources":"来源","status.candidate":"候选","status.excluded":"已排除","status.listed":"已收录","status.superseded":"已被取代","status.withdrawn":"已撤回","summary":"简介","tags":"标签","task":"任务","teams":"队伍数","url":"网址","winners":"获胜者"},"schema":{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$comment": "Made by `listwright schema challenge`; do not edit.",
  "title": "challenge",
  "description": "An entry of a challenge: one file in entries/challenges.",
  "type": "object",
  "required": [
    "name"
  ],
  "properties": {
    "name": {
      "description": "The name as its organisers print it.",
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
    "organizer": {
      "description": "Who organises it.",
      "$ref": "#/$defs/line"
    },
    "host": {
      "description": "The platform it runs on.",
      "$ref": "#/$defs/line"
    },
    "url": {
      "description": "The address of its page.",
      "$ref": "#/$defs/address"
    },
    "dates": {
      "description": "When it takes place: a date, or `{start: …, end: …}`.",
      "anyOf": [
        {
          "$ref": "#/$defs/date"
        },
        {
          "type": "object",
          "properties": {
            "start": {
              "description": "The first day.",
              "$ref": "#/$defs/date"
            },
            "end": {
              "description": "The last day.",
              "$ref": "#/$defs/date"
            }
          },
          "additionalProperties": false,
          "allOf": [
            {
              "anyOf": [
                {
                  "required": [
                    "start"
                  ]
                },
                {
                  "required": [
                    "end"
                  ]
                }
              ]
            }
          ]
        }
      ]
    },
    "ongoing": {
      "description": "Whether it runs without an end.",
      "type": "boolean"
    },
    "task": {
      "description": "What it asks for.",
      "$ref": "#/$defs/word-of-task"
    },
    "task_note": {
      "description": "What the task cannot say.",
      "$ref": "#/$defs/text-of-2000"
    },
    "metric": {
      "description": "How answers are scored.",
      "$ref": "#/$defs/line"
    },
    "prize": {
      "description": "What can be won.",
      "$ref": "#/$defs/line"
    },
    "teams": {
      "description": "How many teams took part.",
      "$ref": "#/$defs/count"
    },
    "winners": {
      "description": "Who won.",
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "rank",
          "name"
        ],
        "properties": {
          "rank": {
            "description": "The place won.",
            "type": "integer",
            "minimum": 1,
            "maximum": 4294967295
          },
          "name": {
            "description": "Who won it.",
            "$ref": "#/$defs/line"
          },
          "url": {
            "description": "Where it says so.",
            "$ref": "#/$defs/address"
          }
        },
        "additionalProperties": false
      }
    },
    "datasets": {
      "description": "Its data, as ids of dataset entries.",
      "type": "array",
      "items": {
        "$ref": "#/$defs/id"
      }
    },
    "papers": {
      "description": "Papers about it.",
      "type": "array",
      "items": {
        "$ref": "#/$defs/paper"
      }
    },
    "summary": {
      "description": "What it is, in one plain line of at most 200 characters.",
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
          "url",
          "dates"
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
    "address": {
      "type": "string",
      "pattern": "^(?:https?://[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+(?::[0-9]*)?(?:[/?#][^\\s\u003c>\"{}|^`\\\\]*)?)$",
      "patternErrorMessage": "write the whole address, such as https://github.com/ml4bio/RNA-FM",
      "errorMessage": "write the whole address, such as https://github.com/ml4bio/RNA-FM",
      "maxLength": 2048
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
    "word-of-task": {
      "enum": [
        "folding"
      ],
      "enumDescriptions": [
        "Folding | pairing: Which bases pair"
      ]
    },
    "count": {
      "type": [
        "string",
        "integer"
      ],
      "pattern": "^(?:[~>]?(?:[1-9][0-9]*|(?:[1-9][0-9]*(?:\\.[0-9]{1,3})?|0\\.[0-9]{1,3})K|(?:[1-9][0-9]*(?:\\.[0-9]{1,6})?|0\\.[0-9]{1,6})M|(?:[1-9][0-9]*(?:\\.[0-9]{1,9})?|0\\.[0-9]{1,9})B|(?:[1-9][0-9]*(?:\\.[0-9]{1,12})?|0\\.[0-9]{1,12})T))$",
      "patternErrorMessage": "write a number such as 515K, 99.52M, 1.6B, 186000000, ~30B or >880K",
      "errorMessage": "write a number such as 515K, 99.52M, 1.6B, 186000000, ~30B or >880K",
      "examples": [
        "99.52M"
      ],
      "minimum": 1
    },
    "paper": {
      "type": [
        "string",
        "integer"
      ],
      "pattern": "^(?:[a-z0-9]+(?:-[a-z0-9]+)*|10\\.[0-9]{4,9}/[!#-\\[\\]_a-z~]*(?:[!$-&(-+\\-0-9\u003c->@-Z\\[\\]_a-z~]|;[0-9]-#)|arXiv:(?:[0-9]{2}(?:0[1-9]|1[0-2])\\.[0-9]{4,5}|[a-z]+(?:-[a-z]+)*(?:\\.[A-Z]{2})?/[0-9]{2}(?:0[1-9]|1[0-2])[0-9]{3})(?:v[1-9][0-9]*)?|https?://[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+(?::[0-9]*)?(?:[/?#][^\\s\u003c>\"{}|^`\\\\]*)?)$",
      "patternErrorMessage": "write the id of a paper's entry, a DOI, an arXiv id or an address",
      "errorMessage": "write the id of a paper's entry, a DOI, an arXiv id or an address"
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
      "pattern": "^(?:name|aliases(?:\\[[0-9]+\\])?|former_ids(?:\\[[0-9]+\\])?|ids(?:\\.(?:wikidata))?|distinct_from(?:\\[[0-9]+\\])?|status|reason(?:\\.(?:code|note))?|superseded_by|organizer|host|url|dates(?:\\.(?:start|end))?|ongoing|task|task_note|metric|prize|teams|winners(?:\\[[0-9]+\\])?(?:\\.(?:rank|name|url))?|datasets(?:\\[[0-9]+\\])?|papers(?:\\[[0-9]+\\])?|summary|allow(?:\\[[0-9]+\\])?(?:\\.(?:code|reason))?|tags(?:\\[[0-9]+\\])?|sources(?:\\[[0-9]+\\])?(?:\\.(?:for(?:\\[[0-9]+\\])?|url|kind|checked|note))?|disputed(?:\\[[0-9]+\\])?(?:\\.(?:field|value|source|note))?|added)$",
      "patternErrorMessage": "name a field of this entry, such as links.code",
      "examples": [
        "name",
        "aliases",
        "former_ids",
        "ids",
        "distinct_from",
        "status",
        "reason",
        "superseded_by",
        "organizer",
        "host",
        "url",
        "dates",
        "ongoing",
        "task",
        "task_note",
        "metric",
        "prize",
        "teams",
        "winners",
        "datasets",
        "papers",
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
