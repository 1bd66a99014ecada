(window.listwright = window.listwright || {}).form_datasets = {"labels":{"added":"收录日期","aliases":"又名","description":"说明","disputed":"来源之间的分歧","ids":"标识符","leaderboard":"排行榜","licence":"许可","licence.code":"代码许可","licence.data":"数据许可","licence.mirror":"副本许可","licence.weights":"权重许可","links":"链接","links.code":"代码","links.conversions":"他人的转换版","links.demo":"演示","links.docs":"文档","links.download":"下载","links.home":"主页","links.weights":"权重","molecules":"分子类型","name":"名称","organisms":"物种","papers":"论文","papers.about":"按所提出模型的类别分组，从新到旧排列。标题保持发表时的原文。","reason":"原因","released":"发布时间","size":"规模","size.rank":"按参数量排名：","size.title":"在已收录模型中的规模","sources":"来源","status.candidate":"候选","status.excluded":"已排除","status.listed":"已收录","status.superseded":"已被取代","status.withdrawn":"已撤回","summary":"简介","tags":"标签","tasks":"任务","type":"类型","version":"版本"},"schema":{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$comment": "Made by `listwright schema dataset`; do not edit.",
  "title": "dataset",
  "description": "An entry of a dataset: one file in entries/datasets.",
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
    "type": {
      "description": "What kind of dataset it is.",
      "enum": [
        "corpus",
        "task",
        "structure",
        "benchmark"
      ],
      "enumDescriptions": [
        "Sequences to train on.",
        "Labelled data of one task.",
        "Structures.",
        "Tasks to compare models on."
      ]
    },
    "summary": {
      "description": "What it is, in one plain line of at most 200 characters.",
      "$ref": "#/$defs/text-of-200-on-one-line"
    },
    "description": {
      "description": "More about it, in Markdown.",
      "$ref": "#/$defs/text-of-20000"
    },
    "tasks": {
      "description": "What it is used for.",
      "type": "array",
      "items": {
        "$ref": "#/$defs/word-of-task"
      }
    },
    "size": {
      "description": "How much it holds.",
      "type": "array",
      "items": {
        "$ref": "#/$defs/quantity"
      }
    },
    "organisms": {
      "description": "The organisms it covers.",
      "$ref": "#/$defs/text-of-2000"
    },
    "molecules": {
      "description": "The kinds of RNA it holds.",
      "type": "array",
      "items": {
        "$ref": "#/$defs/word-of-rna"
      }
    },
    "released": {
      "description": "When the version was public.",
      "$ref": "#/$defs/date"
    },
    "version": {
      "description": "The version that the figures are of.",
      "$ref": "#/$defs/locator"
    },
    "licence": {
      "description": "The licences of the data and of copies.",
      "type": "object",
      "properties": {
        "data": {
          "description": "The licence of the data.",
          "anyOf": [
            {
              "$ref": "#/$defs/no-value"
            },
            {
              "$ref": "#/$defs/licence"
            }
          ]
        },
        "mirror": {
          "description": "The licence of an unofficial copy.",
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
    "links": {
      "description": "Where to find it.",
      "type": "object",
      "properties": {
        "home": {
          "description": "Its home page.",
          "$ref": "#/$defs/address"
        },
        "download": {
          "description": "Where the data can be downloaded.",
          "$ref": "#/$defs/address"
        },
        "code": {
          "description": "The code that belongs to it.",
          "$ref": "#/$defs/address"
        }
      },
      "additionalProperties": false
    },
    "papers": {
      "description": "The papers that introduce it.",
      "type": "array",
      "items": {
        "$ref": "#/$defs/paper"
      }
    },
    "leaderboard": {
      "description": "Results of models on it.",
      "type": "object",
      "required": [
        "basis",
        "source",
        "columns",
        "rows"
      ],
      "properties": {
        "basis": {
          "description": "Who reports the scores.",
          "enum": [
            "reported",
            "self-reported",
            "computed"
          ],
          "enumDescriptions": [
            "Authors of neither the model nor a model beside it.",
            "The model's own authors.",
            "Computed from published predictions or raw values."
          ]
        },
        "source": {
          "description": "Where they stand.",
          "$ref": "#/$defs/address"
        },
        "note": {
          "description": "What to know before comparing.",
          "$ref": "#/$defs/text-of-2000"
        },
        "columns": {
          "description": "What was measured, by short names.",
          "type": "object",
          "propertyNames": {
            "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
          },
          "additionalProperties": {
            "type": "object",
            "required": [
              "task",
              "metric",
              "better"
            ],
            "properties": {
              "task": {
                "description": "The task.",
                "$ref": "#/$defs/word-of-task"
              },
              "split": {
                "description": "The split of the data.",
                "$ref": "#/$defs/line"
              },
              "metric": {
                "description": "The metric.",
                "$ref": "#/$defs/line"
              },
              "unit": {
                "description": "The unit of the scores.",
                "$ref": "#/$defs/line"
              },
              "better": {
                "description": "Which of two scores is the better one.",
                "enum": [
                  "higher",
                  "lower"
                ],
                "enumDescriptions": [
                  "The higher one.",
                  "The lower one."
                ]
              },
              "dataset": {
                "description": "The data it is measured on, if it has an entry of its own.",
                "$ref": "#/$defs/id"
              },
              "huggingface_task": {
                "description": "The id of the task in the `eval.yaml` of the benchmark's repository on Hugging Face.",
                "$ref": "#/$defs/line"
              },
              "note": {
                "description": "What to know before comparing.",
                "$ref": "#/$defs/text-of-2000"
              }
            },
            "additionalProperties": false
          }
        },
        "rows": {
          "description": "The results.",
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "scores"
            ],
            "properties": {
              "model": {
                "description": "The model's id.",
                "$ref": "#/$defs/id"
              },
              "variant": {
                "description": "Which of its variants.",
                "$ref": "#/$defs/slug"
              },
              "label": {
                "description": "The name of something that is no entry.",
                "$ref": "#/$defs/line"
              },
              "as": {
                "description": "The name as the source prints it.",
                "$ref": "#/$defs/line"
              },
              "scores": {
                "description": "The scores, by column.",
                "type": "object",
                "propertyNames": {
                  "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"
                },
                "additionalProperties": {
                  "$ref": "#/$defs/score"
                }
              },
              "basis": {
                "description": "Who reports them, if others than for the whole leaderboard.",
                "enum": [
                  "reported",
                  "self-reported",
                  "computed"
                ],
                "enumDescriptions": [
                  "Authors of neither the model nor a model beside it.",
                  "The model's own authors.",
                  "Computed from published predictions or raw values."
                ]
              },
              "source": {
                "description": "Where they stand, if elsewhere.",
                "$ref": "#/$defs/address"
              },
              "note": {
                "description": "What to know about them.",
                "$ref": "#/$defs/text-of-2000"
              }
            },
            "additionalProperties": false
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
          "type"
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
    "word-of-task": {
      "enum": [
        "folding"
      ],
      "enumDescriptions": [
        "Folding | pairing: Which bases pair"
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
    "address": {
      "type": "string",
      "pattern": "^(?:https?://[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+(?::[0-9]*)?(?:[/?#][^\\s\u003c>\"{}|^`\\\\]*)?)$",
      "patternErrorMessage": "write the whole address, such as https://github.com/ml4bio/RNA-FM",
      "errorMessage": "write the whole address, such as https://github.com/ml4bio/RNA-FM",
      "maxLength": 2048
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
    "slug": {
      "type": [
        "string",
        "integer"
      ],
      "pattern": "^(?:[a-z0-9]+(?:-[a-z0-9]+)*)$",
      "patternErrorMessage": "write lower-case letters, digits and single hyphens",
      "errorMessage": "write lower-case letters, digits and single hyphens"
    },
    "score": {
      "type": [
        "string",
        "number"
      ],
      "pattern": "^(?:-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?: (?:±|\\+-) (?:0|[1-9][0-9]*)(?:\\.[0-9]+)?)?)$",
      "patternErrorMessage": "write a number, with its spread where there is one: 68.5 or 68.5 ± 0.54",
      "errorMessage": "write a number, with its spread where there is one: 68.5 or 68.5 ± 0.54",
      "examples": [
        "68.5 ± 0.54"
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
      "pattern": "^(?:name|aliases(?:\\[[0-9]+\\])?|former_ids(?:\\[[0-9]+\\])?|ids(?:\\.(?:huggingface|doi|openalex|wikidata|rrid))?|distinct_from(?:\\[[0-9]+\\])?|status|reason(?:\\.(?:code|note))?|superseded_by|type|summary|description|tasks(?:\\[[0-9]+\\])?|size(?:\\[[0-9]+\\])?|organisms|molecules(?:\\[[0-9]+\\])?|released|version|licence(?:\\.(?:data|mirror|note))?|links(?:\\.(?:home|download|code))?|papers(?:\\[[0-9]+\\])?|leaderboard(?:\\.(?:basis|source|note|columns(?:\\.[^.\\[]+(?:\\.(?:task|split|metric|unit|better|dataset|huggingface_task|note))?)?|rows(?:\\[[0-9]+\\])?(?:\\.(?:model|variant|label|as|scores(?:\\.[^.\\[]+)?|basis|source|note))?))?|allow(?:\\[[0-9]+\\])?(?:\\.(?:code|reason))?|tags(?:\\[[0-9]+\\])?|sources(?:\\[[0-9]+\\])?(?:\\.(?:for(?:\\[[0-9]+\\])?|url|kind|checked|note))?|disputed(?:\\[[0-9]+\\])?(?:\\.(?:field|value|source|note))?|added)$",
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
        "type",
        "summary",
        "description",
        "tasks",
        "size",
        "organisms",
        "molecules",
        "released",
        "version",
        "licence",
        "links",
        "papers",
        "leaderboard",
        "allow",
        "tags",
        "sources",
        "disputed",
        "added"
      ]
    }
  }
}};
