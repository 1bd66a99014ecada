// Search: what finds what, from which page, and all the way by keyboard.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Site } from "./harness.mjs";

let site;
before(async () => {
  site = await Site.of("tests/browser/list");
});
after(() => site.close());

/** Types into the search box of a page and returns what is offered: kinds, names and where they lead. */
async function offered(page, typed) {
  const box = page.getByRole("combobox");
  await page.locator("#q").focus();
  await box.waitFor();
  await box.fill(typed);
  return page.locator(".hits").evaluate((hits) => ({
    open: !hits.hidden,
    kinds: [...hits.querySelectorAll(".hit-kind")].map((kind) => kind.textContent),
    names: [...hits.querySelectorAll("[role=option] .hit-name")].map((name) => name.textContent),
    all: hits.querySelector("#hit-all")?.textContent ?? null,
    says: hits.querySelector(".hit-none")?.textContent ?? null,
  }));
}

const home = (read, options) => site.open("", read, options);

test("a typing error is forgiven, and it is said so", () =>
  home(async (page) => {
    for (const typed of ["splcebert", "splicbert", "spilcebert", "splicebertt"]) {
      const { names, says } = await offered(page, typed);
      assert.equal(names[0], "SpliceBERT", typed);
      assert.match(says, /close/, typed);
    }
    assert.equal((await offered(page, "splicebert")).says, null);
  }));

test("words in Latin letters are matched at their starts", () =>
  home(async (page) => {
    const { names } = await offered(page, "cleotide");
    assert.deepEqual(names, [], "`cleotide` does not hit `nucleotide`");
    assert.ok((await offered(page, "nucleot")).names.length > 0);
    assert.ok((await offered(page, "bert")).names.includes("SpliceBERT"), "a capital starts a word");
  }));

test("the letters within a word are no word: `rna` does not hit `alternative`", () =>
  home(async (page) => {
    await page.locator("#q").focus();
    await page.getByRole("combobox").waitFor();
    const found = await page.evaluate(() => {
      const { find, search } = window.listwright;
      // Before the first search, so that it is read with the others.
      const kind = search.kinds.indexOf("papers");
      search.rows.push([kind, "within", "Alternative journals", "external", [], "internal", []], [kind, "apart", "An RNA of its own", "", [], "", []]);
      return Object.fromEntries(["rna", "alternative", "journ"].map((typed) => [typed, find(typed).found.map(({ id }) => id)]));
    });
    assert.ok(found.rna.includes("apart") && found.rna.length > 3, found.rna.join());
    assert.ok(!found.rna.includes("within"));
    assert.ok(found.alternative.includes("within") && found.journ.includes("within"));
  }));

test("Chinese words are found wherever they stand, also beside Latin ones", () =>
  home(async (page) => {
    assert.deepEqual((await offered(page, "剪接")).names, ["SpliceBERT"]);
    assert.deepEqual((await offered(page, "剪接 bert")).names, ["SpliceBERT"]);
    assert.deepEqual((await offered(page, "剪接 generrna")).names, []);
  }));

test("both languages are searched on pages of either", () =>
  site.open("zh/", async (page) => {
    assert.ok((await offered(page, "structure-aware")).names.includes("OmniGenome"));
    const { kinds } = await offered(page, "结构感知");
    assert.equal(kinds[0], "模型");
  }));

test("ids, other names, authors, DOIs and arXiv ids find their entries, pasted as addresses too", () =>
  home(async (page) => {
    const finds = {
      "rna-fm": "RNA-FM",
      rnafm: "RNA-FM",
      "rna fm": "RNA-FM",
      bpRNA: "bpRNA-1m",
      "10.1093/nar/gky285": "bpRNA-1m",
      "https://doi.org/10.1093/nar/gky285": "bpRNA-1m",
    };
    for (const [typed, name] of Object.entries(finds)) {
      assert.equal((await offered(page, typed)).names[0], name, typed);
    }
    for (const typed of ["arXiv:2204.00300", "2204.00300", "https://arxiv.org/abs/2204.00300", "Jiayang Chen", "chen jiayang"]) {
      const { names } = await offered(page, typed);
      assert.ok(names.some((name) => name.startsWith("Interpretable RNA Foundation Model")), `${typed}: ${names}`);
    }
  }));

test("answers are grouped by kind, at most eight, the exact name first, with a way to all of them", () =>
  home(async (page) => {
    const { kinds, names, all } = await offered(page, "rna");
    assert.ok(names.length <= 8 && names.length > 4, names.join());
    assert.ok(kinds.includes("Models") && kinds.includes("Papers"), kinds.join());
    assert.match(all, /\d+/);
    assert.equal((await offered(page, "RNABERT")).names[0], "RNABERT");
    assert.equal((await offered(page, "bert")).kinds[0], "Models");
  }));

test("an entry that is not listed is found after those that are, with its status", () =>
  home(async (page) => {
    await offered(page, "domain adaptation");
    const option = page.getByRole("option").first();
    assert.match(await option.textContent(), /Excluded/);
  }));

test("the keyboard goes all the way: slash, arrows, Enter, Escape", () =>
  home(async (page) => {
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement.id), "q");
    assert.equal(await page.locator("#q").inputValue(), "");
    const box = page.getByRole("combobox");
    await box.waitFor();
    await page.keyboard.type("bert");
    await page.getByRole("option").first().waitFor();
    const options = await page.getByRole("option").count();
    await page.keyboard.press("ArrowDown");
    const marked = () => box.getAttribute("aria-activedescendant");
    assert.equal(await marked(), "hit-0");
    await page.keyboard.press("ArrowUp");
    assert.equal(await marked(), await page.getByRole("option").nth(options - 1).getAttribute("id"));
    await page.keyboard.press("Escape");
    assert.equal(await box.getAttribute("aria-expanded"), "false");
    assert.equal(await marked(), null);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.locator("[aria-selected=true]").count(), 1);
    const href = await page.locator("[aria-selected=true]").evaluate((option) => option.href);
    await page.keyboard.press("Enter");
    await page.waitForURL(href);
  }));

test("a slash that is typed into a field stays a slash", () =>
  home(async (page) => {
    await page.locator("#q").focus();
    await page.keyboard.type("a/b");
    assert.equal(await page.locator("#q").inputValue(), "a/b");
  }));

test("Enter without a choice opens the page of results, which the address alone restores", () =>
  home(async (page) => {
    await page.locator("#q").fill("splcebert");
    await page.keyboard.press("Enter");
    await page.waitForURL(/search\/\?q=splcebert$/);
    await page.locator("#search h2").first().waitFor();
    assert.match(await page.locator("#search").textContent(), /SpliceBERT/);
    assert.match(await page.locator("#search [role=status]").textContent(), /close/);
    await page.reload();
    await page.locator("#search h2").first().waitFor();
    assert.equal(await page.locator("#q").inputValue(), "splcebert");
  }));

test("nothing found is said, with what to try", () =>
  home(async (page) => {
    const { names, says } = await offered(page, "xyzzyplugh");
    assert.deepEqual(names, []);
    assert.match(says, /Nothing/);
  }));

test("the index is loaded when search is first used, and not before", () =>
  site.open("models/", async (page) => {
    const loaded = () =>
      page.evaluate(() => performance.getEntriesByType("resource").map((one) => new URL(one.name).pathname));
    assert.ok(!(await loaded()).some((path) => /search|ufuzzy/.test(path)), (await loaded()).join());
    await page.locator("#q").focus();
    await page.getByRole("combobox").waitFor();
    assert.ok((await loaded()).some((path) => path.endsWith("/assets/search-index.js")));
  }));

test("search works on a site that is opened from its folder", async () => {
  const folder = await Site.of("tests/browser/list", { fileUrls: true });
  try {
    await folder.open("zh/models/index.html", async (page) => {
      assert.equal((await offered(page, "splcebert")).names[0], "SpliceBERT");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL(/zh\/models\/splicebert\/index\.html$/);
      await page.locator("#q").fill("剪接");
      await page.keyboard.press("Enter");
      await page.waitForURL(/zh\/search\/index\.html\?q=/);
      await page.locator("#search h2").first().waitFor();
    });
  } finally {
    await folder.close();
  }
});
