// A newcomer's way through this list, by clicks and keys alone: from the first page to the largest openly licensed mRNA
// model, beside two others, with its source and all three citations; what the pages say is held against the data.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { Site } from "./harness.mjs";

/** Licences that a stranger takes for open: free to use, change and pass on, also for money. */
const OPEN = ["MIT", "Apache-2.0", "BSD-3-Clause", "CC-BY-4.0", "CC0-1.0", "GPL-3.0-only"];

let site;
let catalog;
before(async () => {
  site = await Site.of(".");
  catalog = JSON.parse(readFileSync(join(site.built.out, "data/v1/catalog.json"), "utf8"));
});
after(() => site.close());

/** The mRNA models under open licences whose size is known, the largest first; weights decide where they have a licence. */
function expected() {
  const licence = ({ licence: of }) => of?.weights?.value ?? of?.code?.value;
  const models = catalog.entries.filter(
    (entry) =>
      entry.kind === "model" &&
      entry.status === "listed" &&
      entry.rna?.includes("mrna") &&
      entry.parameters?.value &&
      OPEN.includes(licence(entry)),
  );
  return models.sort((a, b) => b.parameters.value - a.parameters.value);
}

/** A page that counts what a reader does to it. */
class Reader {
  clicks = 0;
  keys = 0;

  constructor(page) {
    this.page = page;
  }

  async click(target) {
    this.clicks += 1;
    await target.click();
  }

  async press(key) {
    this.keys += 1;
    await this.page.keyboard.press(key);
  }
}

/** What the clipboard holds, as a reader would paste it. */
const pasted = (page) => page.evaluate(() => navigator.clipboard.readText());

test("a newcomer finds, compares, checks and cites, and sees how old the list is", async () => {
  const [first, second, third] = expected();
  await site.open("", async (page) => {
    const reader = new Reader(page);
    const link = (name) => page.getByRole("link", { name, exact: true });

    // What is there, and how old is it? The first page says both without a click.
    const updated = await page.locator(".lead .stamp time").textContent();
    assert.equal(updated, catalog.updated.text);

    // The models of mRNA, under open licences. Licences without such models can no longer be chosen.
    await reader.click(page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: /^Models/ }));
    const facet = (legend) => page.getByRole("group", { name: legend, exact: true });
    await reader.click(facet("RNA").getByRole("checkbox", { name: /^mRNA/ }));
    for (const name of OPEN) {
      const box = facet("Licence").getByRole("checkbox", { name: new RegExp(`^${RegExp.escape?.(name) ?? name.replaceAll(".", "\\.")} `) });
      if ((await box.count()) && (await box.isVisible()) && (await box.isEnabled())) await reader.click(box);
    }

    // The largest first: by the head of the column, as often as it takes until the arrow points down.
    const head = page.getByRole("columnheader", { name: "Parameters" });
    do {
      await reader.click(head.getByRole("button"));
    } while ((await head.getAttribute("aria-sort")) !== "descending");
    const names = await page.locator(".list-table tbody tr:visible [data-col=name] a").allTextContents();
    const known = expected().map(({ name }) => name);
    assert.deepEqual(names.slice(0, known.length), known);

    // Beside two others.
    for (const { name } of [first, second, third]) {
      await reader.click(page.locator(".list-table tbody tr", { has: link(name) }).getByRole("checkbox"));
    }
    await reader.click(page.locator(".tray a.go"));
    const table = page.locator(".compare-table");
    await table.waitFor();
    assert.deepEqual(await table.locator("thead a").allTextContents(), [first.name, second.name, third.name]);
    const sizes = table.getByRole("row", { name: /^Parameters/ }).getByRole("cell");
    assert.deepEqual(await sizes.allTextContents(), [first, second, third].map(({ parameters }) => parameters.text));

    // All three citations at once.
    await reader.click(page.getByRole("button", { name: "Copy BibTeX of all" }));
    await page.getByRole("status").filter({ hasText: "Copied" }).waitFor({ state: "attached" });
    const bibtex = await pasted(page);
    for (const { id } of [first, second, third]) {
      const own = readFileSync(join(site.built.out, `data/v1/models/${id}.bib`), "utf8");
      for (const key of own.match(/(?<=^@\w+\{)[^,]+/gm)) assert.ok(bibtex.includes(`{${key},`), `${id}: ${key}`);
    }

    // Where the number comes from: on the entry's page, the mark beside the number leads to the source.
    await reader.click(table.locator("thead").getByRole("link", { name: first.name, exact: true }));
    const fact = page.locator(".facts dl > div", { has: page.getByText("Parameters", { exact: true }) });
    assert.ok((await fact.textContent()).includes(first.parameters.text));
    await reader.click(fact.getByRole("link", { name: /^Source/ }).first());
    const source = page.locator("#sources :target, .sources :target");
    const address = await source.getByRole("link").getAttribute("href");
    const named = first.sources.filter(({ for: fields }) => fields?.includes("parameters")).map(({ url }) => url);
    assert.ok(named.includes(address), `${address} is none of ${named}`);

    console.log(`${first.name}, ${second.name}, ${third.name}: ${reader.clicks} clicks, ${reader.keys} key presses`);
    assert.ok(reader.clicks <= 14, `${reader.clicks} clicks`);
  }, { permissions: ["clipboard-read", "clipboard-write"] });
});

test("one who knows the name needs the keyboard alone", async () => {
  const [first] = expected();
  await site.open("", async (page) => {
    const reader = new Reader(page);
    await reader.press("/");
    await page.getByRole("combobox").waitFor();
    for (const letter of first.name.toLowerCase().slice(0, 4)) await reader.press(letter === " " ? "Space" : letter);
    await reader.press("ArrowDown");
    await reader.press("Enter");
    await page.getByRole("heading", { level: 1, name: first.name }).waitFor();
    assert.ok(page.url().endsWith(`/models/${first.id}/`), page.url());
    assert.equal(reader.clicks, 0);
    console.log(`${first.name} by name: ${reader.keys} key presses`);
  });
});
