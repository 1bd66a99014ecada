// Suggesting an entry: the form writes a file that the checker accepts, says what is wrong, and opens the repository.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { PROGRAM, ROOT, Site } from "./harness.mjs";

let site;
before(async () => {
  site = await Site.of("tests/browser/list");
});
after(() => site.close());

const suggest = (query, read, options) =>
  site.open(`suggest/${query}`, async (page, more) => {
    await page.locator("form.suggest").waitFor();
    await read(page, more);
  }, options);

const field = (page, key) => page.locator(`form.suggest [data-key="${key}"]`);
const fill = (page, key, value) => field(page, key).locator("input, textarea").first().fill(value);
const yaml = (page) => page.locator(".result pre").textContent();
const verdict = (page) => page.locator(".verdict").textContent();

/** What the program says of a list with one more file. */
function checked(path, text) {
  const folder = mkdtempSync(join(tmpdir(), "listwright-suggest-"));
  try {
    cpSync(join(ROOT, "tests/browser/list"), folder, { recursive: true });
    const file = join(folder, path);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, text);
    execFileSync(PROGRAM, ["check", "--root", folder, "--format", "json"], { encoding: "utf8", stdio: "pipe" });
    return "";
  } catch (error) {
    return `${error.stdout}${error.stderr}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("what is filled in becomes a file that the program accepts, opened in the repository", () =>
  suggest("", async (page, { left }) => {
    assert.match(await verdict(page), /Name/);
    await fill(page, "name", "Néw-Model: 2 #3");
    await fill(page, "released", "2026-02");
    await field(page, "category").locator("select").selectOption("language");
    await fill(page, "papers", "arXiv:2602.00001\n10.1000/new_(1)");
    await field(page, "links").locator("input").nth(1).fill("https://example.org/new?a=1&b=2");
    await field(page, "summary").locator("input, textarea").first().fill("Yes: it \"reads\" {RNA}, [all] of it");
    await page.locator("form.suggest summary").click();
    await fill(page, "parameters", "~30M");
    await field(page, "rna").getByLabel("ncRNA", { exact: true }).click();
    const source = field(page, "sources");
    await source.locator("textarea").fill("parameters");
    await source.locator("input").fill("https://example.org/card");
    await source.locator("select").selectOption("model-card");
    assert.match(await verdict(page), /is there/);
    const file = await page.locator(".result code").first().textContent();
    assert.equal(file, "entries/models/new-model-2-3.yaml");
    const text = await yaml(page);
    assert.equal(checked(file, text), "", text);
    const address = new URL(await page.locator(".result a.button").getAttribute("href"));
    assert.equal(address.origin + address.pathname, "https://github.com/YuanLi-X/RNA-Foundation-Model-Survey/new/main");
    assert.equal(address.searchParams.get("filename"), file);
    assert.equal(address.searchParams.get("value"), text);
    await page.locator(".result a.button").click();
    await page.waitForTimeout(200);
    assert.equal(left.length, 1, "the repository is opened, and only then");
  }));

for (const [kind, values] of Object.entries({
  papers: { title: "A Paper", dates: "2026-01", doi: "10.1000/a-paper" },
  datasets: { name: "A Set", type: "corpus" },
  challenges: { name: "A Cup", url: "https://example.org/cup", dates: "2025" },
})) {
  test(`the form of ${kind} writes files that the program accepts`, () =>
    suggest(`?kind=${kind}`, async (page) => {
      for (const [key, value] of Object.entries(values)) {
        if (await field(page, key).locator("select").count()) await field(page, key).locator("select").first().selectOption(value);
        else await fill(page, key, value);
      }
      assert.match(await verdict(page), /is there/);
      const file = await page.locator(".result code").first().textContent();
      assert.equal(checked(file, await yaml(page)), "", await yaml(page));
    }));
}

test("what does not have its form is said at the field, and no link is offered", () =>
  suggest("", async (page) => {
    const wrong = { released: "2022.02", papers: "2204.00300", parameters: "30 million" };
    await page.locator("form.suggest summary").click();
    for (const [key, value] of Object.entries(wrong)) {
      await fill(page, key, value);
      const error = field(page, key).locator(".wrong:visible");
      assert.ok((await error.textContent()).length > 10, key);
      assert.equal(await field(page, key).locator("[aria-invalid=true]").count(), 1, key);
    }
    await fill(page, "released", "2022-02");
    assert.equal(await field(page, "released").locator(".wrong:visible").count(), 0);
    assert.equal(await page.locator(".result a.button").isVisible(), false);
  }));

test("an id that the list has already is refused", () =>
  suggest("", async (page) => {
    await fill(page, "name", "RNA-FM");
    await page.locator(".wrong", { hasText: "The list has an entry with this id." }).waitFor();
  }));

test("texts that YAML would read otherwise are quoted, whatever they are", () =>
  suggest("?kind=datasets", async (page) => {
    await field(page, "type").locator("select").selectOption("corpus");
    for (const name of ["yes", "12", "1e5", "~", "a: b", "# a", "- a", "&a", "*a", "'a", "\"a\\", "a #b", "null", "{{ 1 }}", "</script>", "中文：名", "0x1F", "2022-01-01", "a, b", "%a", "@a", "<b>a</b>", "a:"]) {
      await fill(page, "name", name);
      await page.locator("input[name=id]").fill("a-set");
      const text = await yaml(page);
      assert.equal(checked("entries/datasets/a-set.yaml", text), "", text);
    }
  }));

test("the file is copied as it is shown", () =>
  suggest("", async (page) => {
    await fill(page, "name", "Copied");
    await page.getByRole("button", { name: "Copy the file" }).click();
    await page.getByText("Copied", { exact: true }).first().waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await yaml(page));
  }, { permissions: ["clipboard-read", "clipboard-write"] }));
