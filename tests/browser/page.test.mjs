// Every kind of page, in both languages and themes: accessible, quiet, narrow enough, and whole without scripting.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { AxeBuilder } from "@axe-core/playwright";

import { Site } from "./harness.mjs";

/** One address of each kind of page. */
const PAGES = [
  "",
  "models/",
  "papers/",
  "surveys/",
  "datasets/",
  "challenges/",
  "models/category/language/",
  "models/rna-fm/",
  "papers/chen-2022-rna-fm/",
  "papers/chaddad-2025-uda/",
  "datasets/splicing-and-folding/",
  "challenges/ribonanza-2023/",
  "compare/?ids=rna-fm,splicebert",
  "search/?q=rna",
  "suggest/",
  "review/",
  "terms/",
  "about/",
  "404.html",
];
const LANGUAGES = ["", "zh/"];

let site;
before(async () => {
  site = await Site.of("tests/browser/list");
});
after(() => site.close());

/** Waits until the scripts of a page have done what they do by themselves. */
async function settled(page) {
  await page.waitForLoadState("load");
  if (page.url().includes("compare/?")) await page.locator(".compare-table").waitFor();
  if (page.url().includes("/suggest/")) await page.locator("form.suggest").waitFor();
  if (page.url().includes("search/?")) await page.locator("#search h2").first().waitFor();
}

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe has to say of a page as it is now. */
async function violations(page) {
  const { violations: found } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return found.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1440, 375]) {
    for (const language of LANGUAGES) {
      test(`axe has nothing to say: ${colorScheme}, ${width} wide, ${language || "en/"}`, async () => {
        const said = [];
        for (const path of PAGES) {
          await site.open(language + path, async (page) => {
            await settled(page);
            said.push(...(await violations(page)));
          }, { width, colorScheme });
        }
        assert.deepEqual(said, []);
      });
    }
  }
}

test("axe has nothing to say of what scripts open", async () => {
  await site.open("models/?category=language&q=rna", async (page) => {
    await page.locator("#q").focus();
    await page.getByRole("combobox").waitFor();
    await page.locator("#q").fill("splcebert");
    await page.keyboard.press("ArrowDown");
    await page.locator(".columns summary").click();
    await page.locator(".pick:visible").first().click();
    await page.locator("#q").focus();
    assert.deepEqual(await violations(page), []);
  });
});

test("no page is wider than a screen of 320 pixels", async () => {
  for (const path of LANGUAGES.flatMap((language) => PAGES.map((page) => language + page))) {
    await site.open(path, async (page) => {
      await settled(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 320, `${path} is ${wide} wide`);
    }, { width: 320, height: 640 });
  }
});

test("every page of the site is reached by links alone, without scripting", async () => {
  await site.open("", async (page) => {
    const seen = new Set();
    const wait = [new URL("", site.address).href];
    while (wait.length) {
      const address = wait.pop();
      if (seen.has(address)) continue;
      seen.add(address);
      const html = await (await page.request.get(address)).text();
      for (const [, href] of html.matchAll(/<a [^>]*?href="([^"#?]+)/g)) {
        const { href: to } = new URL(href.replaceAll("&amp;", "&"), address);
        if (to.startsWith(site.address) && to.endsWith("/")) wait.push(to);
      }
    }
    const all = site.pages().filter((path) => !path.startsWith("zh/"));
    const missed = all.filter((path) => !seen.has(site.address + path));
    assert.ok(all.length > 40, "there are pages");
    // A script makes the links to the comparison, and the search box leads to the results.
    assert.deepEqual(missed.filter((path) => !["404.html", "compare/", "search/"].includes(path)), []);
  }, { javaScriptEnabled: false });
});

test("the theme follows the system until the reader chooses one, which lasts", () =>
  site.open("", async (page) => {
    const back = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await back();
    const button = page.locator("button.theme");
    await button.click();
    const light = await back();
    assert.notEqual(light, dark);
    await page.reload();
    assert.equal(await back(), light);
    assert.match(await button.getAttribute("aria-label"), /Light/);
    await button.click();
    assert.equal(await back(), dark);
    await button.click();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme ?? localStorage.getItem("theme")), null);
  }, { colorScheme: "dark" }));

test("scripts weigh at most 12 KB compressed before search is used", async () => {
  const { gzipSync } = await import("node:zlib");
  for (const path of PAGES) {
    await site.open(path, async (page) => {
      const sources = await page.locator("script[src]").evaluateAll((all) => all.map((script) => script.src));
      if (/search\/|compare\//.test(path)) return;
      assert.ok(sources.length > 0, path);
      const bodies = await Promise.all(sources.map(async (source) => (await page.request.get(source)).body()));
      const weight = bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
      assert.ok(weight <= 12 * 1024, `${path}: ${weight} bytes`);
    });
  }
});
