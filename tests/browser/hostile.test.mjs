// Hostile text: in the search box, in every parameter of an address and in every field of a form it stays a text.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Site } from "./harness.mjs";

/** Each one would set `window.owned`, open a dialog, or ask another host for something, were it run or loaded. */
const PAYLOADS = [
  "<script>window.owned=1</script>",
  "<img src=x onerror=window.owned=1>",
  "<svg/onload=window.owned=1>",
  "\"><img src=x onerror=window.owned=1>",
  "'><svg onload=alert(1)>",
  "</script><script>window.owned=1</script>",
  "javascript:window.owned=1",
  "<iframe srcdoc='<script>parent.owned=1</script>'>",
  "<a href=javascript:window.owned=1 autofocus onfocus=window.owned=1>x</a>",
  "<math><mtext><style><img src=x onerror=window.owned=1></style></mtext></math>",
  "{{constructor.constructor('window.owned=1')()}}",
  "${window.owned=1}",
  "__proto__[owned]=1",
  "<link rel=stylesheet href=https://example.org/x.css><img src=https://example.org/x.png>",
  "\u2028window.owned=1\u2029\0\u202e\ud800",
  "(a+)+$".repeat(20),
];

const PARAMETERS = ["q", "ids", "kind", "only", "sort", "cols", "category", "year", "__proto__"];
const PAGES = ["models/", "papers/", "compare/", "search/", "suggest/", ""];

let site;
before(async () => {
  site = await Site.of("tests/browser/list");
});
after(() => site.close());

const settled = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));

async function unharmed(page, what) {
  const state = await page.evaluate(() => ({
    owned: window.owned ?? Object.prototype.owned ?? null,
    elements: document.querySelectorAll("script:not([src]):not([type='application/ld+json']), iframe, math, link[href*='example.org'], [onerror], [onload], [onfocus], main img").length,
    links: [...document.links].filter((link) => link.protocol === "javascript:").length,
  }));
  assert.deepEqual(state, { owned: null, elements: 0, links: 0 }, what);
}

for (const path of PAGES) {
  test(`addresses of ${path || "the first page"} with hostile parameters execute nothing`, async () => {
    for (const payload of PAYLOADS) {
      const text = encodeURIComponent(payload.replace("\ud800", ""));
      const query = PARAMETERS.map((name) => `${name}=${text}`).join("&");
      await site.open(`${path}?${query}&ids=rna-fm,${text}#${text}`, async (page) => {
        await settled(page);
        await unharmed(page, payload);
      });
    }
  });
}

test("hostile text in the search box and in the words of a list executes nothing", () =>
  site.open("models/", async (page) => {
    await page.locator("#q").focus();
    await page.getByRole("combobox").waitFor();
    for (const payload of PAYLOADS) {
      for (const box of ["#q", ".facets input[type=search]"]) {
        await page.locator(box).fill(payload);
        await settled(page);
        await unharmed(page, `${box}: ${payload}`);
      }
    }
  }));

test("entries with hostile names are found, listed and compared as texts", async () => {
  const hostile = await Site.of("tests/golden/small");
  try {
    await hostile.open("models/", async (page) => {
      await page.locator("#q").focus();
      await page.getByRole("combobox").waitFor();
      for (const typed of ["pipe", "ticks", "bare", "中文"]) {
        await page.locator("#q").fill(typed);
        assert.ok((await page.getByRole("option").count()) > 0, typed);
        await unharmed(page, typed);
      }
      assert.match(await page.locator(".list-table").textContent(), /<b>bold<\/b>/);
    });
    await hostile.open("compare/?ids=pipe,ticks,bare", async (page) => {
      await page.locator(".compare-table").waitFor();
      await unharmed(page, "compare");
      assert.match(await page.locator(".compare-table").textContent(), /<b>bold<\/b>/);
    });
  } finally {
    await hostile.close();
  }
});
