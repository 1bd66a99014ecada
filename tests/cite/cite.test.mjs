// Every citation file, as a reference manager reads it: the three formats hold the same works, and those of the catalog.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";

const DATA = process.env.DATA;
assert.ok(DATA, "DATA is the folder data/v1 of a site");

const read = (path) => readFileSync(join(DATA, path), "utf8");
const stems = readdirSync(DATA, { recursive: true })
  .filter((path) => path.endsWith(".bib"))
  .map((path) => path.slice(0, -".bib".length));
const filled = stems.filter((stem) => read(`${stem}.bib`) !== "");

/** A text without what parsers add to it or take from it. */
const plain = (text = "") => text.replace(/<[^>]*>/g, "").replace(/\s+/g, " ").trim();

/** A name, however a parser takes its particles apart: RIS has the suffix behind the given names, and no mark for groups. */
const name = (author) => {
  const [given, suffix] = (author.given ?? "").split(", ");
  return plain(
    author.literal ??
      [given, author["dropping-particle"], author["non-dropping-particle"], author.family, author.suffix ?? suffix].filter(Boolean).join(" "),
  ).normalize("NFKC").replace(/, /g, ",");
};

/** Commands of TeX for signs, which this parser leaves as they are. */
const SIGNS = { leq: "≤", geq: "≥", neq: "≠", approx: "≈", rightarrow: "→", leftarrow: "←", leftrightarrow: "↔", infty: "∞", in: "∈", sim: "∼" };

/** A text with the same characters for what typesetting shows alike: primes, minus signs, raised and lowered digits. */
const characters = (text) => plain(text).replace(/\\([a-z]+)/g, (command, word) => SIGNS[word] ?? command).normalize("NFKC").replace(/[′’‘]/g, "'").replace(/−/g, "-").replace(/[“”]/g, '"');

/** What all formats can say of a work. */
const essence = (work) => ({
  id: work.id,
  title: characters(work.title),
  authors: (work.author ?? []).map(name),
  year: work.issued?.["date-parts"][0][0],
  doi: work.DOI,
});

const works = (path) => new Cite(read(path)).data.map(essence);

test("there are files to read", () => assert.ok(filled.includes("list"), stems.join(" ")));

for (const stem of filled) {
  test(`${stem}: BibTeX, RIS and CSL-JSON are the same works`, () => {
    const csl = works(`${stem}.csl.json`);
    // BibTeX has a word for authors who are not named; the others say it in a note.
    const bib = works(`${stem}.bib`).map((work) => ({ ...work, authors: work.authors.filter((author) => author !== "others" || csl.some(({ authors }) => authors.includes("others"))) }));
    assert.deepEqual(bib, csl);
    assert.deepEqual(works(`${stem}.ris`), csl);
  });
}

test("papers have the title, the authors and the year of the catalog", () => {
  let papers = 0;
  for (const entry of JSON.parse(read("catalog.json")).entries) {
    if (entry.kind !== "paper") continue;
    const [work] = works(`papers/${entry.id}.bib`);
    assert.equal(work.id, entry.id);
    assert.equal(work.title, characters(entry.title));
    const authors = (entry.authors ?? []).map(({ group, ...person }) => name(group ? { literal: group } : person));
    const others = entry.authors_complete === false && authors.length > 0 ? ["others"] : [];
    assert.deepEqual(work.authors, [...authors, ...others]);
    const dates = [entry.dates?.published, entry.dates?.preprint].filter(Boolean).map((date) => Number(date.text.slice(0, 4)));
    assert.ok(work.year === undefined || dates.includes(work.year), entry.id);
    papers++;
  }
  assert.ok(papers > 0);
});

test("a style makes a sentence of every work", () => {
  const sentences = new Cite(read("list.csl.json")).format("bibliography", { template: "apa", format: "text" });
  const count = JSON.parse(read("list.csl.json")).length;
  assert.equal(sentences.trim().split("\n").length, count, sentences);
});
