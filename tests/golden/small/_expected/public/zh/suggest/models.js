(window.listwright = window.listwright || {}).form_models = {"labels":{"added":"收录日期","aliases":"又名","architecture":"架构","category":"类别","context":"上下文长度（词元）","description":"说明","disputed":"来源之间的分歧","ids":"标识符","licence":"许可","licence.code":"代码许可","licence.data":"数据许可","licence.mirror":"副本许可","licence.weights":"权重许可","links":"链接","links.code":"代码","links.conversions":"他人的转换版","links.demo":"演示","links.docs":"文档","links.download":"下载","links.home":"主页","links.weights":"权重","name":"名称","objective":"训练目标","papers":"论文","papers.about":"按所提出模型的类别分组，从新到旧排列。标题保持发表时的原文。","paradigm":"范式","parameters":"参数量","readme_group":"README 中的分组","reason":"原因","released":"发布时间","rna":"RNA 类型","rna_note":"RNA 类型*","sources":"来源","status.candidate":"候选","status.excluded":"已排除","status.listed":"已收录","status.superseded":"已被取代","status.withdrawn":"已撤回","summary":"简介","tags":"标签","tokenization":"分词方式","training":"训练数据","training.datasets":"训练数据","training.size":"训练规模","variants":"变体"},"schema":{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$comment": "Made by `listwright schema model`; do not edit.",
  "title": "model",
  "description": "An entry of a model: one file in entries/models.",
  "type": "object",
  "required": [
    "name"
  ],
  "properties": {
    "name": {
      "description": "The name as its authors print it.",
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
        "huggingface": {
          "description": "Of a model or a dataset: the repository on Hugging Face, as owner and name.",
          "type": "string",
          "pattern": "^(?:[A-Za-z0-9_](?:[A-Za-z0-9_]|[.-](?=[A-Za-z0-9_]))*/[A-Za-z0-9_](?:[A-Za-z0-9_]|[.-](?=[A-Za-z0-9_]))*)$",
          "patternErrorMessage": "write the identifier of Hugging Face as it is spelt there, such as multimolecule/rnafm",
          "errorMessage": "write the identifier of Hugging Face as it is spelt there, such as multimolecule/rnafm",
          "examples": [
            "multimolecule/rnafm"
          ],
          "maxLength": 200
        },
        "doi": {
          "description": "Of a model or a dataset: the DOI of the thing itself, not that of the paper about it.",
          "$ref": "#/$defs/doi"
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
        "rrid": {
          "description": "Of a model or a dataset: the Research Resource Identifier.",
          "type": "string",
          "pattern": "^(?:RRID:[A-Z][A-Za-z]*_[A-Za-z0-9_:-]+)$",
          "patternErrorMessage": "write the identifier of RRID as it is spelt there, such as RRID:SCR_014709",
          "errorMessage": "write the identifier of RRID as it is spelt there, such as RRID:SCR_014709",
          "examples": [
            "RRID:SCR_014709"
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
    "released": {
      "description": "When it was first public, no more exact than it is known.",
      "$ref": "#/$defs/date"
    },
    "summary": {
      "description": "What it is, in one plain line of at most 200 characters.",
      "$ref": "#/$defs/text-of-200-on-one-line"
    },
    "description": {
      "description": "More about it, in Markdown.",
      "$ref": "#/$defs/text-of-20000"
    },
    "category": {
      "description": "The family it belongs to.",
      "$ref": "#/$defs/word-of-category"
    },
    "category_note": {
      "description": "What the category cannot say.",
      "$ref": "#/$defs/text-of-2000"
    },
    "readme_group": {
      "description": "The category under which README.md shows it, if another.",
      "$ref": "#/$defs/word-of-category"
    },
    "rna": {
      "description": "The kinds of RNA it was trained on.",
      "type": "array",
      "items": {
        "$ref": "#/$defs/word-of-rna"
      }
    },
    "rna_note": {
      "description": "What `rna` cannot say.",
      "$ref": "#/$defs/text-of-2000"
    },
    "paradigm": {
      "description": "What it is made to do.",
      "$ref": "#/$defs/word-of-paradigm"
    },
    "paradigm_note": {
      "description": "What the paradigm cannot say.",
      "$ref": "#/$defs/text-of-2000"
    },
    "architecture": {
      "description": "How it is built.",
      "$ref": "#/$defs/word-of-architecture"
    },
    "architecture_note": {
      "description": "What the architecture cannot say.",
      "$ref": "#/$defs/text-of-2000"
    },
    "parameters": {
      "description": "The number of parameters that tables, sorting and charts show.",
      "anyOf": [
        {
          "$ref": "#/$defs/no-value"
        },
        {
          "$ref": "#/$defs/count"
        }
      ]
    },
    "parameters_note": {
      "description": "What the number cannot say.",
      "$ref": "#/$defs/text-of-2000"
    },
    "variants": {
      "description": "Its sizes or versions, by name.",
      "type": "object",
      "propertyNames": {
        "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
      },
      "additionalProperties": {
        "type": "object",
        "properties": {
          "parameters": {
            "description": "Its number of parameters.",
            "$ref": "#/$defs/count"
          },
          "context": {
            "description": "Its longest input, in tokens.",
            "$ref": "#/$defs/count"
          },
          "weights": {
            "description": "Where its weights are.",
            "$ref": "#/$defs/address"
          }
        },
        "additionalProperties": false
      }
    },
    "objective": {
      "description": "What it was trained to do.",
      "$ref": "#/$defs/word-of-objective"
    },
    "objective_note": {
      "description": "What the objective cannot say.",
      "$ref": "#/$defs/text-of-2000"
    },
    "tokenization": {
      "description": "How a sequence is cut into tokens.",
      "$ref": "#/$defs/word-of-tokenization"
    },
    "tokenization_note": {
      "description": "What the tokenization cannot say.",
      "$ref": "#/$defs/text-of-2000"
    },
    "context": {
      "description": "The longest input, in tokens.",
      "anyOf": [
        {
          "$ref": "#/$defs/no-value"
        },
        {
          "$ref": "#/$defs/count"
        }
      ]
    },
    "context_note": {
      "description": "What the length counts, and how it was set.",
      "$ref": "#/$defs/text-of-2000"
    },
    "training": {
      "description": "What it was trained on.",
      "type": "object",
      "properties": {
        "datasets": {
          "description": "The data: ids of dataset entries, or names.",
          "type": "array",
          "items": {
            "anyOf": [
              {
                "$ref": "#/$defs/id"
              },
              {
                "type": "object",
                "required": [
                  "name"
                ],
                "properties": {
                  "name": {
                    "description": "Its name.",
                    "$ref": "#/$defs/line"
                  },
                  "note": {
                    "description": "What to know about it.",
                    "$ref": "#/$defs/text-of-2000"
                  }
                },
                "additionalProperties": false
              }
            ]
          }
        },
        "size": {
          "description": "How much of it.",
          "type": "array",
          "items": {
            "$ref": "#/$defs/quantity"
          }
        },
        "note": {
          "description": "What the figures cannot say.",
          "$ref": "#/$defs/text-of-2000"
        }
      },
      "additionalProperties": false
    },
    "licence": {
      "description": "The licences of code and weights.",
      "type": "object",
      "properties": {
        "code": {
          "description": "The licence of the code.",
          "anyOf": [
            {
              "$ref": "#/$defs/no-value"
            },
            {
              "$ref": "#/$defs/licence"
            }
          ]
        },
        "weights": {
          "description": "The licence of the weights.",
          "anyOf": [
            {
              "$ref": "#/$defs/no-value"
            },
            {
              "$ref": "#/$defs/licence"
            }
          ]
        },
        "note": {
          "description": "What the licences cannot say.",
          "$ref": "#/$defs/text-of-2000"
        }
      },
      "additionalProperties": false
    },
    "papers": {
      "description": "The papers that introduce it, the main one first.",
      "type": "array",
      "items": {
        "$ref": "#/$defs/paper"
      }
    },
    "links": {
      "description": "Where to find it.",
      "type": "object",
      "properties": {
        "home": {
          "description": "Its home page.",
          "$ref": "#/$defs/address"
        },
        "code": {
          "description": "The authors' code.",
          "anyOf": [
            {
              "$ref": "#/$defs/no-value"
            },
            {
              "$ref": "#/$defs/address"
            }
          ]
        },
        "weights": {
          "description": "The authors' weights.",
          "anyOf": [
            {
              "$ref": "#/$defs/no-value"
            },
            {
              "$ref": "#/$defs/address"
            }
          ]
        },
        "demo": {
          "description": "A page on which it can be tried.",
          "$ref": "#/$defs/address"
        },
        "docs": {
          "description": "Its documentation.",
          "$ref": "#/$defs/address"
        },
        "conversions": {
          "description": "Conversions by others.",
          "type": "array",
          "items": {
            "$ref": "#/$defs/address"
          }
        }
      },
      "additionalProperties": false
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
          "released",
          "category"
        ],
        "allOf": [
          {
            "anyOf": [
              {
                "required": [
                  "papers"
                ]
              },
              {
                "required": [
                  "links"
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
    "doi": {
      "type": "string",
      "pattern": "^(?:10\\.[0-9]{4,9}/[!#-\\[\\]_a-z~]*(?:[!$-&(-+\\-0-9\u003c->@-Z\\[\\]_a-z~]|;[0-9]-#))$",
      "patternErrorMessage": "write the bare DOI, such as 10.1093/nar/gkad1031",
      "errorMessage": "write the bare DOI, such as 10.1093/nar/gkad1031",
      "maxLength": 256
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
    "text-of-20000": {
      "anyOf": [
        {
          "type": "string",
          "pattern": "^(?:\\S(?:[\\s\\S]*\\S)?\\n*)$",
          "patternErrorMessage": "write a text without space at its ends",
          "errorMessage": "write a text without space at its ends",
          "maxLength": 20000
        },
        {
          "type": "object",
          "properties": {
            "en": {
              "type": "string",
              "pattern": "^(?:\\S(?:[\\s\\S]*\\S)?\\n*)$",
              "patternErrorMessage": "write a text without space at its ends",
              "errorMessage": "write a text without space at its ends",
              "maxLength": 20000
            },
            "zh": {
              "type": "string",
              "pattern": "^(?:\\S(?:[\\s\\S]*\\S)?\\n*)$",
              "patternErrorMessage": "write a text without space at its ends",
              "errorMessage": "write a text without space at its ends",
              "maxLength": 20000
            }
          },
          "minProperties": 1,
          "additionalProperties": false
        }
      ]
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
    "word-of-rna": {
      "enum": [
        "ncrna",
        "utr-5"
      ],
      "enumDescriptions": [
        "ncRNA \u003csub>x\u003c/sub>: Not translated",
        "5′UTR: Before the start"
      ]
    },
    "word-of-paradigm": {
      "enum": [
        "encoder-lm"
      ],
      "enumDescriptions": [
        "Encoder: Reads"
      ]
    },
    "word-of-architecture": {
      "enum": [
        "transformer",
        "state-space"
      ],
      "enumDescriptions": [
        "Transformer (encoder) | `x`: Attention",
        "State *space*: Recurrent"
      ]
    },
    "no-value": {
      "enum": [
        "not reported",
        "not released",
        "none stated",
        "not applicable"
      ],
      "enumDescriptions": [
        "The sources do not say.",
        "It exists, and was not released.",
        "It was released without a statement.",
        "The question does not arise."
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
    "address": {
      "type": "string",
      "pattern": "^(?:https?://[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+(?::[0-9]*)?(?:[/?#][^\\s\u003c>\"{}|^`\\\\]*)?)$",
      "patternErrorMessage": "write the whole address, such as https://github.com/ml4bio/RNA-FM",
      "errorMessage": "write the whole address, such as https://github.com/ml4bio/RNA-FM",
      "maxLength": 2048
    },
    "word-of-objective": {
      "enum": [
        "masked"
      ],
      "enumDescriptions": [
        "Filling gaps: Hidden letters are predicted"
      ]
    },
    "word-of-tokenization": {
      "enum": [
        "nucleotide"
      ],
      "enumDescriptions": [
        "Nucleotide: One letter"
      ]
    },
    "quantity": {
      "type": "string",
      "pattern": "^(?:[~>]?(?:[1-9][0-9]*|(?:[1-9][0-9]*(?:\\.[0-9]{1,3})?|0\\.[0-9]{1,3})K|(?:[1-9][0-9]*(?:\\.[0-9]{1,6})?|0\\.[0-9]{1,6})M|(?:[1-9][0-9]*(?:\\.[0-9]{1,9})?|0\\.[0-9]{1,9})B|(?:[1-9][0-9]*(?:\\.[0-9]{1,12})?|0\\.[0-9]{1,12})T) (?:sequences|nucleotides))$",
      "patternErrorMessage": "write a count, a space and a unit of the vocabulary (sequences, nucleotides), such as 36M sequences",
      "errorMessage": "write a count, a space and a unit of the vocabulary (sequences, nucleotides), such as 36M sequences",
      "examples": [
        "36M sequences",
        "36M nucleotides"
      ]
    },
    "licence": {
      "anyOf": [
        {
          "enum": [
            "odd-terms"
          ],
          "enumDescriptions": [
            "Odd | terms \u003cv1>: Read them"
          ]
        },
        {
          "type": "string",
          "pattern": "^(?:\\(*[A-Za-z0-9][A-Za-z0-9.:-]*\\+?\\)*(?: (?:AND|OR|WITH) \\(*[A-Za-z0-9][A-Za-z0-9.:-]*\\+?\\)*)*)$",
          "patternErrorMessage": "write an SPDX id such as Apache-2.0, MIT or CC-BY-4.0",
          "errorMessage": "write an SPDX id such as Apache-2.0, MIT or CC-BY-4.0",
          "examples": [
            "Apache-2.0",
            "MIT",
            "BSD-3-Clause",
            "GPL-3.0-only",
            "CC-BY-4.0",
            "CC0-1.0"
          ],
          "maxLength": 200
        }
      ]
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
      "pattern": "^(?:name|aliases(?:\\[[0-9]+\\])?|former_ids(?:\\[[0-9]+\\])?|ids(?:\\.(?:huggingface|doi|wikidata|rrid))?|distinct_from(?:\\[[0-9]+\\])?|status|reason(?:\\.(?:code|note))?|superseded_by|released|summary|description|category|category_note|readme_group|rna(?:\\[[0-9]+\\])?|rna_note|paradigm|paradigm_note|architecture|architecture_note|parameters|parameters_note|variants(?:\\.[^.\\[]+(?:\\.(?:parameters|context|weights))?)?|objective|objective_note|tokenization|tokenization_note|context|context_note|training(?:\\.(?:datasets(?:\\[[0-9]+\\])?(?:\\.(?:name|note))?|size(?:\\[[0-9]+\\])?|note))?|licence(?:\\.(?:code|weights|note))?|papers(?:\\[[0-9]+\\])?|links(?:\\.(?:home|code|weights|demo|docs|conversions(?:\\[[0-9]+\\])?))?|allow(?:\\[[0-9]+\\])?(?:\\.(?:code|reason))?|tags(?:\\[[0-9]+\\])?|sources(?:\\[[0-9]+\\])?(?:\\.(?:for(?:\\[[0-9]+\\])?|url|kind|checked|note))?|disputed(?:\\[[0-9]+\\])?(?:\\.(?:field|value|source|note))?|added)$",
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
        "released",
        "summary",
        "description",
        "category",
        "category_note",
        "readme_group",
        "rna",
        "rna_note",
        "paradigm",
        "paradigm_note",
        "architecture",
        "architecture_note",
        "parameters",
        "parameters_note",
        "variants",
        "objective",
        "objective_note",
        "tokenization",
        "tokenization_note",
        "context",
        "context_note",
        "training",
        "licence",
        "papers",
        "links",
        "allow",
        "tags",
        "sources",
        "disputed",
        "added"
      ]
    }
  }
}};
