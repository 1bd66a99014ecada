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
  ["the whole list", "cite/", "list"],
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
  site.open("cite/", async (page) => {
    assert.match(await copied(page, page.locator(".citation").first()), /RNA Foundation Model Survey/);
    assert.equal(await page.locator("#cite details:not(:has([id$=-badge]))").count(), Object.keys(FORMATS).length);
  }, CLIPBOARD));

test("without scripting every citation is there to be selected, and no button is", () =>
  site.open("zh/papers/chen-2022-rna-fm/", async (page) => {
    assert.equal(await page.locator("#cite button:visible").count(), 0);
    assert.match(await page.locator("#cite-apa").textContent(), /Interpretable RNA/);
    for (const summary of (await page.locator("#cite summary").all()).slice(1)) await summary.click();
    assert.equal(await page.locator("#cite pre:visible:not([id$=-badge])").count(), Object.keys(FORMATS).length);
    const [, text] = await downloaded(page, page.locator(".downloads a").first());
    assert.equal(text, file("data/v1/papers/chen-2022-rna-fm.bib"));
  }, { javaScriptEnabled: false }));

// --- A selection ---------------------------------------------------------------------------------------------------

const ids = (page) => page.locator(".list [data-id]:visible").evaluateAll((rows) => rows.map((row) => row.dataset.id));
const narrow = (page, name, value) => page.locator(`.facets input[name="${name}"][value="${value}"]`).click();
const tick = (page, id) => page.locator(`.list [data-id="${id}"] .pick`).click();
const loaded = (page) => page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => /\/cite[./]/.test(name)).length);

/** Opens the offer to cite a selection, once it is there in these words, and waits for the text. */
async function cite(page, words) {
  await page.locator(".citing summary", { hasText: words }).click();
  await page.locator(".citing pre:not(:empty)").waitFor();
}

/** Chooses a style, and returns what is copied and what is downloaded in it, with the name of the file. */
async function selection(page, style) {
  await page.locator(".citing select").selectOption({ label: style });
  await page.locator(".citing").getByRole("button", { name: "Copy" }).click();
  await page.locator(".citing").getByText("Copied", { exact: true }).first().waitFor();
  const said = await page.locator(".citing .compare-tools [role=status]").textContent();
  assert.equal(said, "Copied", "it is announced");
  const text = await page.evaluate(() => navigator.clipboard.readText());
  await page.locator(".citing").getByRole("button", { name: "Copy" }).waitFor();
  return [text, ...(await downloaded(page, page.locator(".citing").getByRole("button", { name: "Download" })))];
}

/** What the own files of entries say, each work once; the comment that opens a file of BibTeX stands before the first. */
const own = (kind, some, ending) => {
  const works = [...new Set(some.map((id) => file(`data/v1/${kind}/${id}.${ending}`)))];
  return works.map((text, at) => (at === 0 ? text : text.replace(/^(?:%.*\n)+\n/, "")));
};

test("a narrowed list is cited as its entries are, in every style, and nothing is loaded before", () =>
  site.open("models/", async (page) => {
    assert.equal(await page.locator(".citing:visible").count(), 0, "the whole list has its files");
    await narrow(page, "category", "language");
    const left = await ids(page);
    assert.ok(left.length > 1 && left.length < 8);
    assert.equal(await loaded(page), 0);
    await cite(page, `Cite the ${left.length} shown`);
    assert.equal(await loaded(page), 2, "what cites, and one style");
    for (const [style, ending, between] of [["BibTeX", "bib", "\n"], ["RIS", "ris", "\r\n"]]) {
      const [copy, name, saved] = await selection(page, style);
      assert.equal(saved, own("models", left, ending).join(between), style);
      assert.equal(copy.replaceAll("\r\n", "\n"), saved.replaceAll("\r\n", "\n"), style);
      assert.equal(name, `models-${left.length}.${ending}`);
    }
    const [, name, saved] = await selection(page, "CSL-JSON");
    assert.equal(name, `models-${left.length}.csl.json`);
    assert.deepEqual(JSON.parse(saved), own("models", left, "csl.json").flatMap((text) => JSON.parse(text)));
    const [sentences, plain] = await selection(page, "APA");
    assert.equal(plain, `models-${left.length}.txt`);
    assert.equal(sentences.trim().split("\n").length, own("models", left, "bib").length);
    assert.match(sentences, /^Chen, J\., Hu, Z\..* \(2022\)\. Interpretable RNA Foundation Model/m);
  }, CLIPBOARD));

test("an open citation follows what is narrowed and sorted, and goes with the last choice", () =>
  site.open("models/?category=language", async (page) => {
    await cite(page, "shown");
    await page.locator("thead th[data-col=parameters] button").click();
    const sorted = await ids(page);
    const text = (expected) => page.waitForFunction((text) => document.querySelector(".citing pre").textContent === text, expected);
    await text(own("models", sorted, "bib").join("\n"));
    await narrow(page, "category", "generative");
    const more = await ids(page);
    assert.ok(more.length > sorted.length);
    await text(own("models", more, "bib").join("\n"));
    assert.match(await page.locator(".citing summary").textContent(), new RegExp(`\\b${more.length}\\b`));
    await page.locator(".citing select").focus();
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".citing").getAttribute("open"), null);
    assert.ok(await page.evaluate(() => document.activeElement.matches(".citing summary")));
    for (const value of ["language", "generative"]) await narrow(page, "category", value);
    assert.equal(await page.locator(".citing:visible").count(), 0);
  }));

test("what is ticked is cited in place of what is shown, even where it is not shown any more", () =>
  site.open("models/", async (page) => {
    const all = await ids(page);
    const ticked = ["splicebert", "rna-fm", "rnabert", "generrna", "rfamgen"];
    for (const id of ticked) await tick(page, id);
    await narrow(page, "category", "language");
    assert.ok(!(await ids(page)).includes("rfamgen"));
    await cite(page, "Cite the 5 ticked");
    assert.equal(await page.locator(".tray .citing").count(), 1);
    const [, name, saved] = await selection(page, "RIS");
    assert.equal(name, "models-5.ris");
    assert.equal(saved, own("models", all.filter((id) => ticked.includes(id)), "ris").join("\r\n"), "in the order of the list");
    await page.locator(".tray").getByRole("button", { name: "Choose none" }).click();
    assert.match(await page.locator(".citing summary").textContent(), /shown/);
    assert.equal(await page.locator(".tray .citing").count(), 0);
  }, CLIPBOARD));

for (const [kind, facet, value] of [["papers", "year", "2022"], ["surveys", null, null], ["datasets", "type", "corpus"], ["challenges", null, null]]) {
  test(`of ${kind} a selection is cited too`, () =>
    site.open(`zh/${kind}/`, async (page) => {
      const [first] = await ids(page);
      if (facet) await narrow(page, facet, value);
      else if (await page.locator(".pick").count()) await tick(page, first);
      else return assert.equal(await page.locator(".citing:visible").count(), 0, "all there is has its files");
      const left = facet ? await ids(page) : [first];
      await cite(page, String(left.length));
      const shown = await page.locator(".citing pre").textContent();
      assert.equal(shown, own(kind, left, "bib").join("\n"));
      assert.match(await page.locator(".citing summary").textContent(), /^引用/);
    }));
}

test("entries of one paper cite it once, and it is said how many works that are", async () => {
  const real = await Site.of(".");
  try {
    await real.open("models/", async (page) => {
      const keys = await page.locator(".list [data-id]").evaluateAll((rows) => rows.map((row) => row.dataset.id));
      const text = (id) => readFileSync(join(real.built.out, `data/v1/models/${id}.bib`), "utf8");
      const twins = keys.flatMap((id, at) => keys.slice(at + 1).filter((other) => text(other) === text(id)).map((other) => [id, other]));
      assert.ok(twins.length > 0, "the list has models of one paper");
      for (const id of twins[0]) await tick(page, id);
      await cite(page, "Cite the 2 ticked");
      assert.equal(await page.locator(".citing pre").textContent(), text(twins[0][0]));
      assert.match(await page.locator(".citing > p[role=status]").textContent(), /^Works cited: 1\./);
    });
  } finally {
    await real.close();
  }
});

test("a selection is cited on a site that is opened from its folder", async () => {
  const folder = await Site.of("tests/browser/list", { fileUrls: true });
  try {
    await folder.open("models/index.html", async (page) => {
      await narrow(page, "category", "language");
      const left = await ids(page);
      await cite(page, `Cite the ${left.length} shown`);
      const [name, saved] = await downloaded(page, page.locator(".citing").getByRole("button", { name: "Download" }));
      assert.equal(name, `models-${left.length}.bib`);
      assert.equal(saved, own("models", left, "bib").join("\n"));
    });
  } finally {
    await folder.close();
  }
});

test("where the clipboard is closed, a selection is marked to be copied by hand", () =>
  site.open("models/?category=language", async (page) => {
    await page.evaluate(() => {
      Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("closed")) } });
    });
    await cite(page, "shown");
    await page.locator(".citing").getByRole("button", { name: "Copy" }).click();
    await page.getByText("Selected: copy it with the keyboard").first().waitFor();
    const selected = await page.evaluate(() => getSelection().toString());
    assert.equal(selected.trim(), (await page.locator(".citing pre").textContent()).trim());
  }));

test("citations that do not arrive are missed aloud, and tried again", () =>
  site.open("models/?category=language", async (page, { faults }) => {
    let open = false;
    await page.route("**/cite/models.ris.js", (route) => (open ? route.continue() : route.abort()));
    await cite(page, "shown");
    await page.locator(".citing select").selectOption("ris");
    await page.locator(".citing").getByText("The citations could not be loaded.").waitFor();
    assert.ok(await page.locator(".citing").getByRole("button", { name: "Copy" }).isDisabled());
    faults.splice(0);
    open = true;
    await page.locator(".citing select").selectOption("bib");
    await page.locator(".citing select").selectOption("ris");
    await page.waitForFunction(() => document.querySelector(".citing pre").textContent.startsWith("TY  - "));
    assert.equal(await page.locator(".citing").getByText("The citations could not be loaded.").isVisible(), false);
  }));

test("hostile names are cited as texts", async () => {
  const hostile = await Site.of("tests/golden/small");
  try {
    await hostile.open("models/", async (page) => {
      const all = await ids(page);
      for (const id of all) await tick(page, id);
      await cite(page, `Cite the ${all.length} ticked`);
      for (const style of ["ris", "csl", "apa", "bib"]) {
        await page.locator(".citing select").selectOption(style);
        await page.waitForFunction((style) => window.listwright[`cite_models_${style}`], style);
        await page.waitForTimeout(50);
        assert.ok((await page.locator(".citing pre").textContent()).length > 100, style);
        assert.equal(await page.locator(".citing pre *").count(), 0, style);
        assert.equal(await page.evaluate(() => window.owned ?? null), null, style);
      }
    });
  } finally {
    await hostile.close();
  }
});

test("without scripting nothing offers to cite a selection", () =>
  site.open("models/?category=language", async (page) => {
    assert.equal(await page.locator(".citing").count(), 0);
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
