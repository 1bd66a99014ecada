// Lists: narrowing, sorting and arranging them, and the address that keeps every choice.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Site } from "./harness.mjs";

let site;
before(async () => {
  site = await Site.of("tests/browser/list");
});
after(() => site.close());

const models = (query, read, options) => site.open(`models/${query}`, read, options);

/** The ids of the rows that are shown, in their order. */
const shown = (page) => page.locator(".list [data-id]:visible").evaluateAll((rows) => rows.map((row) => row.dataset.id));
const status = (page) => page.locator(".list .status").textContent();
const choose = (page, name, value) => page.locator(`.facets input[name="${name}"][value="${value}"]`).click();
const count = (page, name, value) =>
  page.locator(`.facets label:has(input[name="${name}"][value="${value}"]) .count`).textContent();
const query = (page) => new URL(page.url()).search;

test("the values of one facet widen, those of several narrow, and the number is announced", () =>
  models("", async (page) => {
    const all = await shown(page);
    assert.equal(all.length, 8);
    assert.match(await status(page), /^8 \/ 8 /);
    await choose(page, "category", "language");
    const language = await shown(page);
    assert.ok(language.length > 1 && language.length < 8, language.join());
    await choose(page, "category", "generative");
    const either = await shown(page);
    assert.ok(either.length > language.length && language.every((id) => either.includes(id)));
    await choose(page, "architecture", "transformer-encoder");
    const both = await shown(page);
    assert.ok(both.length > 0 && both.length < either.length);
    assert.match(await status(page), new RegExp(`^${both.length} / 8 `));
    assert.equal(await page.locator(".list .status").getAttribute("role"), "status");
    assert.equal(query(page), "?category=language&category=generative&architecture=transformer-encoder");
  }));

test("each count says how many a further choice would show", () =>
  models("", async (page) => {
    const values = await page.locator(".facets input[type=checkbox]").evaluateAll((boxes) => boxes.map(({ name, value }) => [name, value]));
    await choose(page, "category", "language");
    let compared = 0;
    for (const [name, value] of values.filter(([name]) => name !== "category")) {
      const says = Number(await count(page, name, value));
      const box = page.locator(`.facets input[name="${name}"][value="${value}"]`);
      assert.equal(await box.isDisabled(), says === 0, `${name}:${value}`);
      if (says === 0) continue;
      await box.click();
      assert.equal((await shown(page)).length, says, `${name}:${value}`);
      await box.click();
      compared += 1;
    }
    assert.ok(compared > 5, "counts were compared");
  }));

test("a chip takes its choice back and leaves the focus in the list", () =>
  models("?category=language&q=splice", async (page) => {
    await page.waitForFunction(() => document.querySelector(".list .status").textContent.startsWith("1 "));
    assert.deepEqual(await shown(page), ["splicebert"]);
    const chips = page.locator(".chips button");
    assert.equal(await chips.count(), 2);
    await chips.first().click();
    assert.equal(await chips.count(), 1);
    assert.equal(query(page), "?category=language");
    assert.ok(await page.evaluate(() => document.activeElement.matches(".chips button")));
    await chips.first().click();
    assert.equal(await page.locator(".chips").isVisible(), false);
    assert.equal((await shown(page)).length, 8);
    assert.notEqual(await page.evaluate(() => document.activeElement.tagName), "BODY");
  }));

test("words narrow the list as search finds them: forgiving, at the starts of words, in Chinese", () =>
  site.open("zh/models/", async (page) => {
    const box = page.locator(".facets input[type=search]");
    await box.focus();
    await page.waitForFunction(() => window.listwright.find);
    await box.fill("splcebert");
    assert.deepEqual(await shown(page), ["splicebert"]);
    await box.fill("剪接");
    assert.deepEqual(await shown(page), ["splicebert"]);
    await box.fill("xyzzyplugh");
    assert.deepEqual(await shown(page), []);
    await page.locator(".nothing button").click();
    assert.equal((await shown(page)).length, 8);
    assert.equal(query(page), "");
  }));

test("every column sorts, and what is missing comes last in both directions", () =>
  models("", async (page) => {
    const names = await page.locator("thead th[data-sort]:visible").evaluateAll((heads) => heads.map((head) => head.dataset.col));
    assert.ok(names.length >= 4, names.join());
    for (const name of names) {
      const head = page.locator(`thead th[data-col="${name}"]`);
      const cells = () =>
        page.locator(`tbody [data-col="${name}"]`).evaluateAll((all) =>
          all.map((cell) => (cell.classList.contains("missing") ? null : cell.dataset.v ?? cell.textContent.trim())));
      const orders = [];
      for (let press = 0; press < 2; press += 1) {
        await head.locator("button").click();
        orders.push([await head.getAttribute("aria-sort"), await cells()]);
      }
      const numeric = (await head.getAttribute("data-sort")) === "number";
      const compare = (a, b) => (numeric ? Number(a) - Number(b) : a.localeCompare(b, "en", { numeric: true, sensitivity: "base" }));
      for (const [direction, values] of orders) {
        const known = values.filter((value) => value !== null);
        assert.ok(values.slice(known.length).every((value) => value === null), `${name}: missing last, ${direction}`);
        const sign = direction === "ascending" ? 1 : -1;
        assert.deepEqual(known, known.toSorted((a, b) => sign * compare(a, b)), `${name} ${direction}`);
      }
      assert.deepEqual(orders.map(([direction]) => direction).toSorted(), ["ascending", "descending"], name);
      await head.locator("button").click();
      assert.equal(await head.getAttribute("aria-sort"), null, "a third time takes the order back");
    }
    assert.equal(query(page), "");
  }));

test("columns can be chosen, and the name always stays", () =>
  models("", async (page) => {
    const columns = () => page.locator("thead th:visible").evaluateAll((heads) => heads.map((head) => head.dataset.col));
    const usual = await columns();
    await page.locator(".columns summary").click();
    await page.locator(".columns input[value=context]").click();
    assert.ok((await columns()).includes("context"));
    assert.ok(await page.locator("tbody td[data-col=context]").first().isVisible());
    await page.locator(".columns input[value=released]").click();
    assert.ok(!(await columns()).includes("released"));
    assert.ok(await page.locator(".columns input[value=name]").isDisabled());
    const chosen = await columns();
    await page.reload();
    assert.deepEqual(await columns(), chosen);
    await page.locator(".columns summary").click();
    await page.locator(".columns input[value=context]").click();
    await page.locator(".columns input[value=released]").click();
    assert.deepEqual(await columns(), usual);
    assert.equal(query(page), "");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".columns").getAttribute("open"), null);
  }));

test("every choice is restored on reload and by the back button", () =>
  models("", async (page) => {
    await choose(page, "category", "language");
    const language = await shown(page);
    await page.locator("thead th[data-col=parameters] button").click();
    const sorted = await shown(page);
    assert.equal(query(page), "?category=language&sort=-parameters");
    assert.deepEqual(sorted.toSorted(), language.toSorted());
    await page.reload();
    assert.deepEqual(await shown(page), sorted);
    assert.ok(await page.locator(".facets input[value=language]").isChecked());
    assert.equal(await page.locator("thead th[data-col=parameters]").getAttribute("aria-sort"), "descending");
    await page.goBack();
    assert.equal(query(page), "?category=language");
    assert.deepEqual(await shown(page), language);
    await page.goBack();
    assert.equal((await shown(page)).length, 8);
    await page.goForward();
    await page.locator("tbody a").first().click();
    await page.waitForURL(/models\/[a-z0-9-]+\/$/);
    await page.goBack();
    assert.deepEqual(await shown(page), language);
  }));

test("what the address names and the page does not know is left alone", () =>
  models("?category=nonsense&colour=red&sort=-beauty&cols=beauty&category=language", async (page) => {
    assert.ok((await shown(page)).length < 8);
    assert.equal(await page.locator(".chips button").count(), 1);
    assert.equal(await page.locator("[aria-sort]").count(), 0);
  }));

test("papers are narrowed too, and a family without any of them is not shown", () =>
  site.open("papers/", async (page) => {
    const before = (await shown(page)).length;
    await choose(page, "year", "2022");
    const after = await shown(page);
    assert.ok(after.length > 0 && after.length < before);
    for (const family of await page.locator(".family:visible").all()) {
      assert.ok((await family.locator("[data-id]:visible").count()) > 0);
    }
  }));

test("a list that is opened from its folder is narrowed, sorted and searched too", async () => {
  const folder = await Site.of("tests/browser/list", { fileUrls: true });
  try {
    await folder.open("models/index.html", async (page) => {
      await choose(page, "category", "language");
      const language = await shown(page);
      assert.ok(language.length > 1 && language.length < 8);
      assert.equal(query(page), "?category=language");
      await page.locator("thead th[data-col=parameters] button").click();
      assert.deepEqual((await shown(page)).toSorted(), language.toSorted());
      const box = page.locator(".facets input[type=search]");
      await box.focus();
      await page.waitForFunction(() => window.listwright.find);
      await box.fill("splcebert");
      assert.deepEqual(await shown(page), ["splicebert"]);
      await page.reload();
      await page.waitForFunction(() => document.querySelector(".list .status").textContent.startsWith("1 "));
      assert.deepEqual(await shown(page), ["splicebert"]);
    });
  } finally {
    await folder.close();
  }
});

test("without scripting the whole list is there, its facets are links, and no dead control is", () =>
  models("", async (page) => {
    assert.equal((await shown(page)).length, 8);
    assert.equal(await page.locator(".facets input:visible, .theme:visible, .columns, .pick, .sort").count(), 0);
    const link = page.locator(".facets a.static:visible").first();
    await link.click();
    await page.waitForURL(/models\/[a-z]+\/[a-z0-9-]+\/$/);
    assert.ok((await shown(page)).length > 0);
  }, { javaScriptEnabled: false }));
