// How the site follows what readers set elsewhere: themes, paper, motion, and the colours of their system.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Site } from "./harness.mjs";

let site;
before(async () => {
  site = await Site.of("");
});
after(() => site.close());

const style = (page, selector, property) =>
  page.locator(selector).first().evaluate((element, name) => getComputedStyle(element)[name], property);

const back = (page) => style(page, "body", "backgroundColor");

test("the theme follows the system until the reader chooses one, which lasts over pages", () =>
  site.open("", async (page) => {
    const dark = await back(page);
    const button = page.locator("button.theme");
    await button.click();
    const light = await back(page);
    assert.notEqual(light, dark);
    await page.reload();
    assert.equal(await back(page), light);
    assert.match(await button.getAttribute("aria-label"), /Light/);
    await page.locator(".bar nav a").first().click();
    await page.waitForURL(/models\/$/);
    assert.equal(await back(page), light);
    await button.click();
    assert.equal(await back(page), dark);
    await button.click();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme ?? localStorage.getItem("theme")), null);
    await page.emulateMedia({ colorScheme: "light" });
    assert.equal(await back(page), light);
  }, { colorScheme: "dark" }));

test("a theme that a former visit left is read with care", () =>
  site.open("", async (page) => {
    const usual = await back(page);
    await page.evaluate(() => localStorage.setItem("theme", "<b>"));
    await page.reload();
    assert.equal(await back(page), usual);
    assert.match(await page.locator("button.theme").getAttribute("aria-label"), /system/);
  }));

test("paper is black on white under every theme, without what could be pressed", async () => {
  for (const path of ["", "models/?category=language", "models/rna-fm/", "papers/", "leaderboards/beacon/", "compare/?ids=rna-fm,splicebert"]) {
    await site.open(path, async (page) => {
      if (path.startsWith("compare")) await page.locator(".compare-table").waitFor();
      await page.locator("button.theme").click();
      await page.locator("button.theme").click();
      assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
      await page.emulateMedia({ media: "print" });
      assert.equal(await back(page), "rgb(255, 255, 255)");
      assert.equal(await style(page, "h1", "color"), "rgb(0, 0, 0)");
      const controls = page.locator("input:visible, select:visible, .bar:visible, .foot a:visible, .actions:visible, main button:not(.sort):visible");
      assert.equal(await controls.count(), 0, path);
      const cut = await page.locator(".scroll").evaluateAll((all) => all.filter((one) => getComputedStyle(one).overflowX !== "visible").length);
      assert.equal(cut, 0, `${path}: no table is cut`);
    }, { width: 718 });
  }
});

test("on paper the addresses of papers and sources are written out", () =>
  site.open("models/rna-fm/", async (page) => {
    await page.emulateMedia({ media: "print" });
    const written = await page.locator(".sources a[href^=http]").first().evaluate((link) => [getComputedStyle(link, "::after").content, link.href]);
    assert.match(written[0], /^" <" attr\(href\) ">"$|^" <https:/);
    assert.match(written[1], /^https:/);
  }));

test("nothing moves: no transition and no animation, and scrolling is smooth only for those who did not ask for less", async () => {
  for (const reducedMotion of ["reduce", "no-preference"]) {
    await site.open("models/rna-fm/", async (page) => {
      const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter((element) => {
        const { animationName, transitionDuration } = getComputedStyle(element);
        return animationName !== "none" || transitionDuration.split(", ").some((time) => time !== "0s");
      }).map((element) => element.outerHTML.slice(0, 80)));
      assert.deepEqual(moving, []);
      assert.equal(await style(page, "html", "scrollBehavior"), reducedMotion === "reduce" ? "auto" : "smooth");
    }, { reducedMotion });
  }
});

test("under forced colours nothing is told by a background or a painted line alone", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const options = { forcedColors: "active", colorScheme };
    await site.open("models/?category=language", async (page) => {
      const canvas = await back(page);
      const width = (selector) => style(page, selector, "borderBottomWidth");
      assert.equal(await width(".bar nav a:not([aria-current])"), "0px");
      assert.equal(await width(".bar nav [aria-current]"), "2px");
      assert.equal(await style(page, ".chips button", "borderTopStyle"), "solid");
      assert.notEqual(await style(page, ".scale circle", "fill"), canvas);
      assert.notEqual(await style(page, ".scale path", "stroke"), canvas);
    }, options);
    await site.open("", async (page) => {
      const canvas = await back(page);
      for (const [selector, property] of [[".plot .dot:not(.open)", "fill"], [".plot .name", "fill"], [".census .key", "backgroundColor"], [".years svg", "fill"]]) {
        assert.notEqual(await style(page, selector, property), canvas, selector);
      }
      assert.equal(await style(page, ".plot .dot.open", "fill"), canvas);
    }, options);
    await site.open("leaderboards/beacon/", async (page) => {
      assert.equal(await style(page, ".matrix .best", "outlineStyle"), "solid");
      assert.equal(await style(page, ".matrix td:not(.best)", "outlineStyle"), "none");
    }, options);
  }
});

test("a theme that the reader chose does not fight the colours that the system forces", () =>
  site.open("", async (page) => {
    await page.locator("button.theme").click();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "light");
    assert.equal(await style(page, ".plot .name", "fill"), await style(page, "h1", "color"));
    assert.equal(await style(page, ".plot .name", "stroke"), await back(page));
  }, { forcedColors: "active", colorScheme: "dark" }));
