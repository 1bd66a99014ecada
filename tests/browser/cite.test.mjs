// Citing and mending: what can be copied and downloaded of an entry, a selection and the list, and where mistakes go.

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

const FORMATS = { BibTeX: "bib", RIS: "ris", "CSL-JSON": "csl.json" };
const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

const file = (path) => readFileSync(join(site.built.out, path), "utf8");

/** Follows a link that downloads, and returns the name of the file and what is in it. */
async function downloaded(page, link) {
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return [download.suggestedFilename(), readFileSync(await download.path(), "utf8")];
}

/** Presses the button beside a citation, and returns what is on the clipboard once the page says so. */
async function copied(page, citation) {
  const button = citation.getByRole("button");
  await button.click();
  await citation.getByText("Copied", { exact: true }).first().waitFor();
  assert.equal(await citation.getByRole("status").textContent(), "Copied", "it is announced");
  return page.evaluate(() => navigator.clipboard.readText());
}

test("the citation of an entry is copied in every format, as its files have it", () =>
  site.open("papers/chen-2022-rna-fm/", async (page) => {
    const sentence = await copied(page, page.locator(".citation").first());
    assert.match(sentence, /^Chen, J\., Hu, Z\..* \(2022\)\. Interpretable RNA Foundation Model/);
    for (const [name, ending] of Object.entries(FORMATS)) {
      const details = page.locator("#cite details", { has: page.locator("summary", { hasText: name }) });
      if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
      const text = await copied(page, details.locator(".citation"));
      // A file of RIS has the line ends that its format asks for, which a page does not keep.
      const lines = file(`data/v1/papers/chen-2022-rna-fm.${ending}`).replaceAll("\r\n", "\n");
      assert.equal(text.trim(), lines.trim(), name);
    }
  }, CLIPBOARD));

test("where the clipboard is closed, the text is selected to be copied by hand, and it is said", () =>
  site.open("papers/chen-2022-rna-fm/", async (page) => {
    await page.evaluate(() => {
      Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("closed")) } });
    });
    await page.locator(".citation button").first().click();
    await page.getByText("Selected: copy it with the keyboard").first().waitFor();
    const selected = await page.evaluate(() => getSelection().toString());
    assert.equal(selected.trim(), (await page.locator("#cite-apa").textContent()).trim());
  }));

test("a model is cited by its paper, and it is said which one", () =>
  site.open("models/rna-fm/", async (page) => {
    assert.match(await page.locator("#cite-apa").textContent(), /Interpretable RNA Foundation Model/);
    assert.match(await page.locator("#cite .note a").getAttribute("href"), /papers\/chen-2022-rna-fm\/$/);
  }));

for (const [what, path, stem] of [
  ["an entry", "models/rna-fm/", "models/rna-fm"],
  ["a list", "models/", "models"],
  ["a selection", "models/category/language/", "models/category/language"],
  ["the whole list", "about/", "list"],
]) {
  test(`the citations of ${what} are downloaded in every format`, () =>
    site.open(path, async (page) => {
      for (const [name, ending] of Object.entries(FORMATS)) {
        const [suggested, text] = await downloaded(page, page.locator(".downloads").getByRole("link", { name, exact: true }));
        assert.equal(suggested, `${stem.split("/").at(-1)}.${ending}`);
        assert.equal(text, file(`data/v1/${stem}.${ending}`), name);
        assert.ok(text.length > 0, name);
      }
    }));
}

test("a selection cites the papers of the entries that it shows, and no others", () =>
  site.open("models/category/language/", async (page) => {
    const ids = await page.locator("tbody [data-id]").evaluateAll((rows) => rows.map((row) => row.dataset.id));
    const keys = (stem) => [...file(`data/v1/${stem}.bib`).matchAll(/^@\w+\{([^,]+),/gm)].map(([, key]) => key);
    const each = ids.flatMap((id) => keys(`models/${id}`));
    assert.ok(ids.length > 1 && each.length > 0);
    assert.deepEqual(keys("models/category/language").toSorted(), [...new Set(each)].toSorted());
  }));

test("the list itself is cited in every format", () =>
  site.open("about/", async (page) => {
    assert.match(await copied(page, page.locator(".citation").first()), /RNA Foundation Model Survey/);
    assert.equal(await page.locator("#cite details").count(), Object.keys(FORMATS).length);
  }, CLIPBOARD));

test("without scripting every citation is there to be selected, and no button is", () =>
  site.open("zh/papers/chen-2022-rna-fm/", async (page) => {
    assert.equal(await page.locator("#cite button:visible").count(), 0);
    assert.match(await page.locator("#cite-apa").textContent(), /Interpretable RNA/);
    for (const summary of (await page.locator("#cite summary").all()).slice(1)) await summary.click();
    assert.equal(await page.locator("#cite pre:visible").count(), Object.keys(FORMATS).length);
    const [, text] = await downloaded(page, page.locator(".downloads a").first());
    assert.equal(text, file("data/v1/papers/chen-2022-rna-fm.bib"));
  }, { javaScriptEnabled: false }));

const REPOSITORY = "https://github.com/YuanLi-X/RNA-Foundation-Model-Survey";

test("an entry is mended where its file is: edited there, or a mistake of it reported with its name", () =>
  site.open("models/rna-fm/", async (page, { left }) => {
    const links = page.locator(".mend a");
    assert.equal(await links.first().getAttribute("href"), `${REPOSITORY}/edit/main/entries/models/rna-fm.yaml`);
    const report = new URL(await links.nth(1).getAttribute("href"));
    assert.equal(report.origin + report.pathname, `${REPOSITORY}/issues/new`);
    const asked = [...report.searchParams.values()].join("\n");
    assert.match(asked, /RNA-FM/);
    assert.match(asked, /entries\/models\/rna-fm\.yaml/);
    await links.first().click();
    await page.waitForTimeout(200);
    assert.deepEqual(left, [`${REPOSITORY}/edit/main/entries/models/rna-fm.yaml`]);
  }));

test("the page for suggestions is one step from every page", () =>
  site.open("zh/models/rna-fm/", async (page) => {
    await page.locator('.foot a[href$="suggest/"]').click();
    await page.waitForURL(/zh\/suggest\/$/);
    await page.locator("form.suggest").waitFor();
  }));
