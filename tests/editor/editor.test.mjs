// What a contributor sees in an editor: completions with meanings, findings at the line, and none in entries that are right.

import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { Client } from "./client.mjs";

const ROOT = new URL("../../", import.meta.url);
const MODELINE = "# yaml-language-server: $schema=../../schema/model.schema.json\n";

const client = new Client();
let opened = 0;

/** Opens a text as if it stood among the models; nothing is written to disk. */
async function open(lines) {
  const uri = new URL(`entries/models/unsaved-${opened++}.yaml`, ROOT).href;
  const found = await client.open(uri, MODELINE + lines.join("\n"));
  const at = (line) => ({ line: line + 1, character: lines[line].length });
  return { uri, found, at };
}

const labels = (list) => list.items.map((item) => item.label);
const SMALL = ["name: RNA-FM", "released: 2022-04", "category: language", "papers: [arXiv:2204.00300]"];

before(() => client.start(ROOT.href));
after(() => client.stop());

test("the keys of a model are offered with what they mean", async () => {
  const { uri, at } = await open([...SMALL, "para"]);
  const list = await client.completions(uri, at(4));
  const paradigm = list.items.find((item) => item.label === "paradigm");
  assert.ok(paradigm, labels(list).join(", "));
  const about = paradigm.documentation?.value ?? paradigm.documentation;
  assert.match(about, /What it is made to do\./);
  assert.ok(!labels(list).includes("released"), "a key that is there is not offered again");
});

test("the words of the vocabulary are offered with what they mean", async () => {
  const { uri, at } = await open(["name: RNA-FM", "category: "]);
  const list = await client.completions(uri, at(1));
  const words = readFileSync(new URL("entries/vocabulary.yaml", ROOT), "utf8");
  const section = /^category:\n((?: .*\n)+)/m.exec(words)[1];
  const expected = [...section.matchAll(/^  ([a-z0-9-]+):/gm)].map(([, word]) => word);
  assert.deepEqual(labels(list).sort(), expected.sort());
  const language = list.items.find((item) => item.label === "language");
  const about = language.documentation?.value ?? language.documentation;
  assert.match(about, /^Language model: /);
});

test("the words for why there is no value are offered beside it", async () => {
  const { uri, at } = await open([...SMALL, "parameters: "]);
  const list = await client.completions(uri, at(4));
  for (const state of ["not reported", "not released", "none stated", "not applicable"]) {
    assert.ok(labels(list).includes(state), labels(list).join(", "));
  }
});

test("the keys of a part of an entry are offered in their place", async () => {
  const { uri, at } = await open([...SMALL, "links:", "  co"]);
  const list = await client.completions(uri, at(5));
  assert.ok(labels(list).includes("code") && labels(list).includes("conversions"), labels(list).join(", "));
});

test("an unknown key is found at its line", async () => {
  const { found } = await open([...SMALL, "sumary: Encoder"]);
  assert.deepEqual(
    found.map(({ range, message }) => [range.start.line, message]),
    [[5, "Property sumary is not allowed."]],
  );
});

test("a word that is not in the vocabulary is found with those that are", async () => {
  const { found } = await open(SMALL.map((line) => line.replace("language", "langauge")));
  assert.equal(found.length, 1);
  assert.equal(found[0].range.start.line, 3);
  assert.match(found[0].message, /Value is not accepted\. Valid values: .*"language"/);
});

test("a date in another form is answered with the forms there are", async () => {
  const { found } = await open(SMALL.map((line) => line.replace("2022-04", "04/2022")));
  assert.deepEqual(
    found.map(({ message }) => message),
    ["write a year, a month or a day: 2022, 2022-02 or 2022-02-14"],
  );
});

test("a value of another type is answered with what to type, and not with the names of types", async () => {
  const { found } = await open(SMALL.map((line) => line.replace("2022-04", "2022.5")));
  assert.deepEqual(
    found.map(({ message }) => message),
    ["write a year, a month or a day: 2022, 2022-02 or 2022-02-14"],
  );
});

test("what a listed entry lacks is found, and what a candidate lacks is not", async () => {
  const listed = await open(["name: RNA-FM", "papers: [arXiv:2204.00300]"]);
  const messages = listed.found.map(({ message }) => message).sort();
  assert.deepEqual(messages, ['Missing property "category".', 'Missing property "released".']);
  const candidate = await open(["name: RNA-FM", "status: candidate", "reason: {code: off-topic}"]);
  assert.deepEqual(candidate.found, []);
});

test("a key says what it means", async () => {
  const { uri } = await open(SMALL);
  const hover = await client.hover(uri, { line: 2, character: 3 });
  assert.match(hover.contents.value, /When it was first public, no more exact than it is known\./);
});

test("in a fresh file exactly the lines to fill in are found", async () => {
  for (const kind of ["model", "paper", "dataset", "challenge"]) {
    const text = readFileSync(new URL(`tests/golden/new/${kind}.yaml`, ROOT), "utf8");
    const found = await client.open(new URL(`entries/${kind}s/fresh.yaml`, ROOT).href, text);
    const marked = text.split("\n").flatMap((line, at) => (/# FILL IN: /.test(line) ? [at] : []));
    assert.ok(marked.length > 0, kind);
    assert.deepEqual([...new Set(found.map(({ range }) => range.start.line))], marked, kind);
  }
});

test("nothing is found in the entries of the list", async () => {
  for (const kind of ["model", "paper", "dataset", "challenge"]) {
    const folder = new URL(`entries/${kind}s/`, ROOT);
    let names = [];
    try {
      names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
    for (const name of names) {
      const text = readFileSync(new URL(name, folder), "utf8");
      const modeline = MODELINE.replace("model.schema", `${kind}.schema`);
      const found = await client.open(new URL(`unsaved-${name}`, folder).href, modeline + text);
      assert.deepEqual(found.map(({ message }) => message), [], `${kind}s/${name}`);
    }
  }
});

/** What docs/five-mistakes.md tells of the editor; SNAPSHOTS=overwrite writes it down anew. */
test("what is seen of five mistakes is what the page about them says", async () => {
  const list = new URL("tests/mistakes/", ROOT);
  const cases = JSON.parse(readFileSync(new URL("cases.json", list), "utf8"));
  const seen = [];
  for (const [at, { text, typing }] of cases.entries()) {
    const file = (name) => new URL(`entries/models/${name}-${at}.yaml`, list).href;
    const found = await client.open(file("unsaved"), `${MODELINE}${text.join("\n")}\n`);
    const findings = found.map(({ range, message }) => [range.start.line + 1, message]);
    const line = text.indexOf(typing[0]);
    assert.ok(line >= 0, typing[0]);
    const typed = text.with(line, typing[1]).join("\n");
    await client.open(file("typing"), `${MODELINE}${typed}\n`);
    const offered = await client.completions(file("typing"), { line: line + 1, character: typing[1].length });
    // An editor shows those that begin with the word before the cursor.
    const word = /[a-z_]*$/.exec(typing[1])[0];
    seen.push({ findings, offers: labels(offered).filter((label) => label.startsWith(word)) });
  }
  const json = `${JSON.stringify(seen, null, 2)}\n`;
  const path = new URL("seen.json", list);
  if (process.env.SNAPSHOTS === "overwrite") writeFileSync(path, json);
  assert.equal(readFileSync(path, "utf8"), json, "SNAPSHOTS=overwrite npm test writes it anew");
});
