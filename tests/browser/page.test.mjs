// Every kind of page of this repository's own list, in both languages and themes, wide and narrow: accessible, quiet,
// never wider than the screen, and reached without scripting.

import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { Site } from "./harness.mjs";

const LANGUAGES = ["", "zh/"];
const WIDTHS = [1440, 375];
/** The narrowest screen, common ones, and both sides of the widths where the style sheet changes the layout. */
const BREAKS = [320, 375, 560, 561, 768, 820, 821, 960, 961, 1024, 1100, 1101, 1180, 1181, 1200, 1440];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let site;
before(async () => {
  site = await Site.of("");
});
after(() => site.close());

/** What kind of page an address is of: pages of a kind come from one template and differ in their entry or word alone. */
function kindOf(path) {
  const [folder, second, third] = path.split("/");
  if (third) return `${folder}/facet/`;
  return second ? `${folder}/one/` : path;
}

/** For each kind of page in a language the one that says the most, as that has most to go wrong. */
function pages(language) {
  const largest = new Map();
  for (const path of site.pages()) {
    if (path.startsWith("zh/") !== (language === "zh/")) continue;
    const kind = kindOf(path.slice(language.length));
    const { size } = statSync(join(site.built.out, path.endsWith(".html") ? path : `${path}index.html`));
    if (!(largest.get(kind)?.size >= size)) largest.set(kind, { size, path });
  }
  const given = {
    "compare/": "?ids=rna-fm,splicebert,evo-2,utr-lm",
    "search/": "?q=rna",
  };
  return [...largest].map(([kind, { path }]) => path + (given[kind] ?? ""));
}

/** Waits until the scripts of a page have done what they do by themselves. */
async function settled(page) {
  await page.waitForLoadState("load");
  if (page.url().includes("compare/?")) await page.locator(".compare-table").waitFor();
  if (page.url().includes("/suggest/")) await page.locator("form.suggest").waitFor();
  if (page.url().includes("search/?")) await page.locator("#search h2").first().waitFor();
}

/** The rules that depend on the theme; every other one judges elements, which are the same in both. */
const COLOURS = ["color-contrast", "link-in-text-block"];
const off = Object.fromEntries(COLOURS.map((rule) => [rule, { enabled: false }]));
const ALL = { runOnly: { type: "tag", values: TAGS } };
const ELEMENTS = { ...ALL, rules: off };
const PAINT = { runOnly: { type: "rule", values: COLOURS } };

/** What axe has to say of a page as it is now. */
async function violations(page, how, options) {
  if (await page.evaluate(() => !window.axe)) await page.evaluate(AXE);
  const found = await page.evaluate(async (given) => {
    const { violations: all } = await window.axe.run(document, { ...given, resultTypes: ["violations"] });
    return all.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 5).map((node) => node.html).join(" ")}`);
  }, options);
  return found.map((what) => `${page.url()} ${how}: ${what}`);
}

/**
 * Takes the rows of tables and lists away whose elements are all painted like those of a row that stays. The style
 * sheet knows elements, classes and attributes but no texts, and to judge the colours of hundreds of equal rows takes
 * minutes.
 */
const thin = (page) =>
  page.evaluate(() => {
    const look = ({ localName, attributes }) => {
      const set = [...attributes].filter(({ name }) => !/^(?:id|href|title|d|[cr]?[xy]?[12]?|data-(?:id|f|v))$/.test(name));
      return `${localName} ${set.map(({ name, value }) => (/^(?:class|role|aria-(?!label))/.test(name) ? `${name}=${value}` : name)).join(" ")}`;
    };
    const within = (element, row) => {
      let path = look(element);
      for (let up = element; up !== row; ) path = `${look((up = up.parentElement))}>${path}`;
      return path;
    };
    const around = (row) => {
      let path = "";
      for (let up = row.parentElement; up; up = up.parentElement) path += `<${look(up)}`;
      return path;
    };
    const seen = new Set();
    let away = 0;
    for (const row of document.querySelectorAll("main tr, main li, main dl > div, main svg a, #words > *")) {
      const place = around(row);
      const looks = [row, ...row.querySelectorAll("*")].map((element) => within(element, row) + place);
      if (looks.every((one) => seen.has(one))) {
        row.remove();
        away += 1;
      }
      for (const one of looks) seen.add(one);
    }
    return away;
  });

/** Reads pages two at a time, as many as the smallest machine of a runner has cores. */
async function each(paths, read) {
  const rest = paths.values();
  const worker = async () => {
    for (const path of rest) await read(path);
  };
  await Promise.all([worker(), worker()]);
}

for (const language of LANGUAGES) {
  for (const fonts of ["own", "wide"]) {
    test(`the bar keeps all its parts within every width, in its ${fonts} letters: ${language || "en/"}`, () =>
      site.open(language, async (page) => {
        // What a reader sees whose browser has not got the fonts in time: the widest letters that systems bring.
        if (fonts === "wide") await page.evaluate(() => document.documentElement.style.setProperty("--sans", '"DejaVu Sans", Verdana, sans-serif'));
        const said = [];
        for (let width = 320; width <= 1480; width += 4) {
          await page.setViewportSize({ width, height: 640 });
          const [right, height, meet] = await page.evaluate(() => {
            const parts = [...document.querySelectorAll(".bar .brand, .bar nav a, .bar .search, .bar .tools > li")];
            const boxes = parts.map((part) => part.getBoundingClientRect());
            const apart = (one, other) => one.right <= other.left + 1 || other.right <= one.left + 1 || one.bottom <= other.top + 1 || other.bottom <= one.top + 1;
            const meeting = boxes.some((one, at) => boxes.slice(at + 1).some((other) => !apart(one, other)));
            return [Math.max(...boxes.map((box) => box.right)), document.querySelector(".bar").offsetHeight, meeting];
          });
          if (right > width) said.push(`${width}: up to ${right}`);
          if (meet) said.push(`${width}: one part covers another`);
          if (width > 1100 && height > 90) said.push(`${width}: ${height} high`);
        }
        assert.deepEqual(said, []);
      }));
  }
}

test("there is a page of every kind", () => {
  for (const language of LANGUAGES) {
    const kinds = pages(language).map((path) => kindOf(path.slice(language.length).replace(/\?.*/, "")));
    const singles = ["", "changes/", "compare/", "coverage/", "review/", "search/", "suggest/", "surveys/", "terms/", "about/", "cite/"];
    const folders = ["models", "papers", "datasets", "challenges"].flatMap((kind) => [`${kind}/`, `${kind}/one/`, `${kind}/facet/`]);
    const missing = [...singles, ...folders, "leaderboards/", "leaderboards/one/"].filter((kind) => !kinds.includes(kind));
    assert.deepEqual(missing, []);
  }
});

for (const language of LANGUAGES) {
  test(`pages of every kind are accessible in both themes, wide and narrow, and fit every width: ${language || "en/"}`, async () => {
    const said = [];
    await each(pages(language), (path) =>
      site.open(path, async (page) => {
        await settled(page);
        // No script asks how wide a page is or which theme it has, so it need not be loaded anew.
        for (const width of BREAKS) {
          await page.setViewportSize({ width, height: 640 });
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          if (wide > width) said.push(`${path} is ${wide} wide on a screen of ${width}`);
        }
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          said.push(...(await violations(page, `${width}`, ELEMENTS)));
        }
        await thin(page);
        for (const colorScheme of ["light", "dark"]) {
          await page.emulateMedia({ colorScheme });
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 900 });
            said.push(...(await violations(page, `${width} ${colorScheme}`, PAINT)));
          }
        }
      }));
    assert.deepEqual(said, []);
  });
}

test("axe has nothing to say of what scripts open", () =>
  site.open("models/?category=language&q=rna", async (page) => {
    await page.locator("#q").focus();
    await page.getByRole("combobox").waitFor();
    await page.locator("#q").fill("splcebert");
    await page.keyboard.press("ArrowDown");
    await page.locator(".columns summary").click();
    await page.locator(".pick:visible").first().click();
    await page.locator(".citing summary").click();
    await page.locator(".citing pre:not(:empty)").waitFor();
    await page.locator("#q").focus();
    assert.deepEqual(await violations(page, "opened", ALL), []);
  }));

test("a fault of an element is found, and one of colour in a row that stays when the others are taken away", () =>
  site.open("models/", async (page) => {
    await page.locator("tbody tr").nth(20).evaluate((row) => {
      row.querySelector("td").className = "faulty";
      row.querySelector("th a").setAttribute("role", "nonsense");
    });
    assert.ok((await violations(page, "", ELEMENTS)).some((what) => what.includes("aria-roles")));
    assert.ok((await thin(page)) > 30);
    assert.equal(await page.locator(".faulty").count(), 1);
    await page.evaluate(() => (document.querySelector(".faulty").style.color = "#aaa"));
    assert.ok((await violations(page, "", PAINT)).some((what) => what.includes("color-contrast")));
  }));

test("the day of the last change stands in the first view of a page, on every screen", async () => {
  for (const language of LANGUAGES) {
    for (const [width, height] of [[1440, 900], [375, 667], [320, 640]]) {
      await site.open(language, async (page) => {
        const bottom = await page.locator(".lead .stamp").evaluate((stamp) => stamp.getBoundingClientRect().bottom);
        assert.ok(bottom <= height, `${language || "en/"} ${width}: ${bottom}`);
      }, { width, height });
    }
  }
});

test("on a phone the tools stand beside the name of the list, also without scripting", async () => {
  for (const width of [375, 320]) {
    for (const javaScriptEnabled of [true, false]) {
      await site.open("models/", async (page) => {
        const box = (selector) => page.locator(selector).boundingBox();
        const [brand, tools, nav, heading] = await Promise.all([".brand", ".tools", ".bar nav", "h1"].map(box));
        assert.ok(tools.y < brand.y + brand.height && brand.x + brand.width <= tools.x, `${width}: beside each other`);
        if (javaScriptEnabled) return;
        assert.ok(heading.y - (nav.y + nav.height) < 60, "where the search box would be, there is no gap");
      }, { width, height: 640, javaScriptEnabled });
    }
  }
});

test("every page of the site is reached by links that work without scripting", async () => {
  const seen = new Set();
  const wait = [site.address];
  while (wait.length) {
    const address = wait.pop();
    if (seen.has(address)) continue;
    seen.add(address);
    const response = await fetch(address);
    assert.equal(response.status, 200, address);
    const html = await response.text();
    for (const [tag, href] of html.matchAll(/<a [^>]*?href="([^"#?]+)[^>]*>/g)) {
      const { href: to } = new URL(href.replaceAll("&amp;", "&"), address);
      if (to.startsWith(site.address) && to.endsWith("/") && !/ hidden[ >]/.test(tag)) wait.push(to);
    }
  }
  const all = site.pages();
  assert.ok(all.length > 800, `${all.length} pages`);
  // A server shows the page for missing addresses by itself, and the search box leads to the results.
  const aside = LANGUAGES.flatMap((language) => ["404.html", "search/"].map((path) => language + path));
  assert.deepEqual(all.filter((path) => !seen.has(site.address + path) && !aside.includes(path)), []);
});

test("pages that a script fills say without one what to do instead, and lead on", async () => {
  for (const path of LANGUAGES.flatMap((language) => ["compare/", "search/", "suggest/"].map((page) => language + page))) {
    await site.open(path, async (page) => {
      const instead = page.locator(".static-only");
      assert.ok((await instead.locator("p").first().textContent()).trim().length > 10, path);
      assert.ok(await instead.isVisible(), path);
      assert.ok((await instead.getByRole("link").count()) > 0, path);
      assert.equal(await page.locator("main").locator("input:visible, select:visible, button:visible").count(), 0, path);
    }, { javaScriptEnabled: false });
    await site.open(path, async (page) => {
      await page.waitForLoadState("load");
      assert.equal(await page.locator(".static-only").isVisible(), false, path);
    });
  }
});

test("scripts weigh at most 12 KB compressed before search is used", async () => {
  const { gzipSync } = await import("node:zlib");
  let weighed = 0;
  for (const path of pages("")) {
    // These two pages consist of what their script makes.
    if (/^(?:search|compare)\//.test(path)) continue;
    const html = await (await fetch(site.address + path)).text();
    const sources = [...html.matchAll(/<script src="([^"]+)"/g)].map(([, source]) => new URL(source, site.address + path).href);
    assert.ok(sources.length > 0, path);
    const bodies = await Promise.all(sources.map(async (source) => (await fetch(source)).arrayBuffer()));
    const weight = bodies.reduce((sum, body) => sum + gzipSync(Buffer.from(body), { level: 9 }).length, 0);
    assert.ok(weight <= 12 * 1024, `${path}: ${weight} bytes`);
    weighed += 1;
  }
  assert.ok(weighed > 15);
});
