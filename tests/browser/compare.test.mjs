// Comparing: how entries get beside each other, what is said of them, and what can be taken away.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { Site } from "./harness.mjs";

let site;
before(async () => {
  site = await Site.of("tests/browser/list");
});
after(() => site.close());

const compare = (query, read, options) =>
  site.open(`compare/${query}`, async (page, more) => {
    await page.locator(".compare-add").waitFor();
    await read(page, more);
  }, options);

const heads = (page) => page.locator(".compare-table thead a").allTextContents();
const rows = (page) =>
  page.locator(".compare-table tbody tr").evaluateAll((all) =>
    Object.fromEntries(all.map((row) => [row.cells[0].textContent, [...row.cells].slice(1).map((cell) => cell.textContent)])));

test("models are picked on their list and compared by an address that can be shared", () =>
  site.open("models/", async (page) => {
    const pick = (name) => page.getByRole("checkbox", { name: `Choose ${name}` });
    await pick("RNA-FM").click();
    assert.equal(await page.locator(".tray .go").isVisible(), false, "one alone is no comparison");
    await pick("SpliceBERT").click();
    await pick("GenerRNA").click();
    await pick("RNABERT").click();
    assert.ok(await page.locator(".tray .go").isVisible());
    await pick("RfamGen").click();
    assert.equal(await page.locator(".tray .go").isVisible(), false, "four are the most");
    assert.match(await page.locator(".tray .most").textContent(), /Two to four/);
    await pick("RfamGen").click();
    assert.equal(await page.locator(".tray .most").isVisible(), false);
    await pick("RNABERT").click();
    assert.match(await page.locator(".tray [role=status]").textContent(), /3 .*RNA-FM.*SpliceBERT.*GenerRNA/);
    await page.locator(".tray .go").click();
    await page.waitForURL(/compare\/\?ids=rna-fm,splicebert,generrna$/);
    await page.locator(".compare-table").waitFor();
    assert.deepEqual(await heads(page), ["RNA-FM", "SpliceBERT", "GenerRNA"]);
  }));

test("each field is a row, with words for what is missing and one scale for all", () =>
  compare("?ids=rna-fm,generrna,bert2ome", async (page) => {
    const table = await rows(page);
    assert.deepEqual(table["Parameters"], ["99.52M", "350M", "not recorded"]);
    assert.deepEqual(table["Category"].slice(0, 2), ["Language model", "Language model"]);
    const marks = await page.locator(".compare-table .scale circle").evaluateAll((all) => all.map((mark) => Number(mark.getAttribute("cx"))));
    assert.ok(marks[0] < marks[1] && marks.every((x) => x >= 0 && x <= 112), marks.join());
    const ticks = await page.locator("tr:has(th:text-is('Parameters')) .scale path").evaluateAll((all) => all.map((path) => path.getAttribute("d")));
    assert.equal(new Set(ticks).size, 1);
  }));

test("differences alone can be asked for, and the address keeps it", () =>
  compare("?ids=rna-fm,generrna", async (page) => {
    const all = await rows(page);
    await page.getByLabel("Differences only").click();
    const different = await rows(page);
    assert.ok(Object.keys(different).length < Object.keys(all).length);
    for (const [label, cells] of Object.entries(all)) {
      assert.equal(label in different, new Set(cells).size > 1, label);
    }
    await page.reload();
    await page.locator(".compare-table").waitFor();
    assert.deepEqual(await rows(page), different);
    await page.goBack();
    await page.locator(".compare-table").waitFor();
    assert.deepEqual(await rows(page), all);
  }));

test("entries are added and removed on the page", () =>
  compare("", async (page) => {
    assert.match(await page.locator("#compare [role=status]").textContent(), /two to four/);
    for (const id of ["rna-fm", "splicebert"]) await page.getByLabel("Add one").selectOption(id);
    assert.deepEqual(await heads(page), ["RNA-FM", "SpliceBERT"]);
    await page.getByRole("button", { name: "Remove RNA-FM" }).click();
    assert.deepEqual(await heads(page), ["SpliceBERT"]);
    assert.equal(new URL(page.url()).search, "?ids=splicebert");
    assert.notEqual(await page.evaluate(() => document.activeElement.tagName), "BODY");
  }));

test("datasets are compared with datasets", () =>
  compare("", async (page) => {
    await page.getByLabel("What to compare").selectOption("datasets");
    for (const id of ["bprna-1m", "rnacentral"]) await page.getByLabel("Add one").selectOption(id);
    assert.equal(new URL(page.url()).search, "?kind=datasets&ids=bprna-1m,rnacentral");
    assert.deepEqual((await rows(page))["Size"], ["102318 sequences", "not recorded"]);
  }));

test("the best score is named only where its benchmark declares a direction, and in that direction", () =>
  compare("?ids=rna-fm,splicebert,generrna", async (page) => {
    const board = await page.locator(".compare-table tbody tr:has(th a)").evaluateAll((all) =>
      all.map((row) => [row.cells[0].textContent, [...row.querySelectorAll("b")].map((best) => best.textContent)]));
    assert.deepEqual(board, [
      ["Splicing and folding: Folding, test, F1 (%) ↑", ["68.5 ± 0.54"]],
      ["Splicing and folding: Folding, RMSE ↓", ["0.31"]],
    ]);
    assert.equal(await page.locator(".compare-table tbody tr:not(:has(th a)) b").count(), 0, "a size is not better or worse");
  }));

test("the table is copied as Markdown that keeps its cells", () =>
  compare("?ids=rna-fm,generrna", async (page) => {
    await page.getByRole("button", { name: "Copy as Markdown" }).click();
    await page.getByText("Copied").first().waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const lines = copied.trimEnd().split("\n");
    assert.equal(lines[0], "|  | RNA-FM | GenerRNA |");
    assert.ok(lines.includes("| Parameters | 99.52M | 350M |"), copied);
    for (const line of lines) assert.equal(line.match(/(?<!\\)\|/g).length, 4, line);
  }, { permissions: ["clipboard-read", "clipboard-write"] }));

test("all that is compared is cited with one click, in BibTeX that is loaded only then", () =>
  compare("?ids=rna-fm,generrna", async (page) => {
    const loaded = () => page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.includes("/cite/")).length);
    assert.equal(await loaded(), 0);
    await page.getByRole("button", { name: "Copy BibTeX of all" }).click();
    await page.getByText("Copied").first().waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const file = (id) => readFileSync(join(site.built.out, `data/v1/models/${id}.bib`), "utf8");
    // The comment that opens a file stands once.
    assert.equal(copied.trim(), `${file("rna-fm")}\n${file("generrna").replace(/^(?:%.*\n)+\n/, "")}`.trim());
    assert.equal(await loaded(), 1);
  }, { permissions: ["clipboard-read", "clipboard-write"] }));

test("ids that the list does not have, or too many of them, do no harm", () =>
  compare("?ids=nobody,__proto__,constructor,rna-fm,rna-fm,generrna,splicebert,rnabert,rfamgen", async (page) => {
    assert.deepEqual(await heads(page), ["RNA-FM", "GenerRNA", "SpliceBERT", "RNABERT"]);
  }));

test("a comparison works in Chinese, and on a site that is opened from its folder", async () => {
  const folder = await Site.of("tests/browser/list", { fileUrls: true });
  try {
    await folder.open("zh/compare/index.html?ids=rna-fm,generrna", async (page) => {
      await page.locator(".compare-table").waitFor();
      assert.deepEqual((await rows(page))["参数量"], ["99.52M", "350M"]);
      await page.locator(".compare-table thead a").first().click();
      await page.waitForURL(/zh\/models\/rna-fm\/index\.html$/);
    });
  } finally {
    await folder.close();
  }
});
