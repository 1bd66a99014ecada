// Leaderboards: each column ranks for itself, in the direction that it declares, and says where its scores are from.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Site } from "./harness.mjs";

let site;
before(async () => {
  site = await Site.of("");
});
after(() => site.close());

/** The rankings of a leaderboard: the metric and its direction, and the rows as they stand. */
const rankings = (page) =>
  page.locator(".ranking").evaluateAll((all) =>
    all.map((ranking) => ({
      id: ranking.id,
      better: ranking.querySelector(".metric .better [aria-hidden]").textContent === "↓" ? "lower" : "higher",
      said: ranking.querySelector(".metric .better .vh").textContent,
      rows: [...ranking.querySelectorAll("tbody tr")].map((row) => ({
        rank: Number.parseInt(row.querySelector(".place").textContent, 10),
        tied: row.querySelector(".place .vh") !== null,
        score: Number(row.querySelector(".number b").textContent),
      })),
      sources: ranking.querySelectorAll(".from a").length,
    })));

test("every leaderboard ranks by the direction of its column; equal scores share a rank, and the next one counts them", async () => {
  const boards = site.pages().filter((path) => /^leaderboards\/[^/]+\/$/.test(path));
  assert.ok(boards.length > 4, boards.join());
  let [ranked, ties] = [0, 0];
  for (const path of boards) {
    await site.open(path, async (page) => {
      for (const { id, better, said, rows, sources } of await rankings(page)) {
        const what = `${path}#${id}`;
        assert.ok(said.length > 4 && sources > 0, what);
        const sign = better === "lower" ? -1 : 1;
        for (const { rank, tied, score } of rows) {
          assert.equal(rank, 1 + rows.filter((other) => sign * (other.score - score) > 0).length, `${what}: ${score}`);
          assert.equal(tied, rows.filter((other) => other.score === score).length > 1, `${what}: ${score}`);
          ties += tied ? 1 : 0;
        }
        assert.deepEqual(rows, rows.toSorted((a, b) => a.rank - b.rank), what);
        ranked += rows.length;
      }
    });
  }
  assert.ok(ranked > 100 && ties > 0, `${ranked} rows, ${ties} of them tied`);
});

test("the name of a column leads to its ranking, and the names of models to their pages", () =>
  site.open("leaderboards/beacon/", async (page) => {
    const column = page.locator(".matrix thead a").first();
    const target = (await column.getAttribute("href")).slice(1);
    await column.click();
    assert.ok(await page.locator(`[id="${target}"]`).evaluate((ranking) => ranking.matches(":target")));
    await page.locator(".matrix tbody th a").first().click();
    await page.waitForURL(/models\/[a-z0-9-]+\/$/);
    const back = page.locator('#results ~ .scroll a[href*="leaderboards/beacon/"], .results a[href*="leaderboards/beacon/"]');
    await back.first().click();
    await page.waitForURL(/leaderboards\/beacon\//);
  }));

test("a wide table is scrolled by the keyboard, and its first column stays", () =>
  site.open("leaderboards/beacon/", async (page) => {
    const scroll = page.locator(".scroll:has(.matrix)").first();
    await scroll.focus();
    const before = await page.locator(".matrix tbody th").first().boundingBox();
    for (let press = 0; press < 10; press += 1) await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => document.querySelector(".scroll:has(.matrix)").scrollLeft > 100);
    const after = await page.locator(".matrix tbody th").first().boundingBox();
    assert.ok(Math.abs(after.x - before.x) < 2, `${before.x} ${after.x}`);
  }, { width: 700 }));

test("the list of leaderboards leads to each of them, and sorts by its numbers", () =>
  site.open("leaderboards/", async (page) => {
    const numbers = () => page.locator("tbody td[data-col=scores]").evaluateAll((all) => all.map((cell) => Number(cell.textContent)));
    const count = (await numbers()).length;
    assert.equal(count, site.pages().filter((path) => /^leaderboards\/[^/]+\/$/.test(path)).length);
    await page.locator("thead th[data-col=scores] button").click();
    const sorted = await numbers();
    assert.deepEqual(sorted, sorted.toSorted((a, b) => b - a));
    await page.locator("tbody a").first().click();
    await page.waitForURL(/leaderboards\/[a-z0-9-]+\/$/);
    assert.ok((await page.locator(".ranking, .singles").count()) > 0);
  }));

test("on a phone, where no heading is seen, every number of the list stands behind its word", () =>
  site.open("zh/leaderboards/", async (page) => {
    const first = page.locator("tbody tr").first();
    for (const name of ["ranked", "models", "scores"]) {
      const said = await first.locator(`[data-col=${name}]`).evaluate((cell) => [getComputedStyle(cell, "::before").content, cell.dataset.label]);
      assert.match(said[1], /\p{Script=Han}/u);
      assert.ok(said[0].includes("attr(data-label)") || said[0].includes(said[1]), said.join());
    }
    assert.equal(await page.locator("thead").evaluate((head) => head.getBoundingClientRect().width), 1);
  }, { width: 375 }));

test("the points of a drawing lead where its table leads, and only the table is read aloud", () =>
  site.open("leaderboards/beacon/", async (page) => {
    const drawn = await page.locator(".scatter svg").first().evaluate((svg) => ({
      hidden: svg.getAttribute("aria-hidden"),
      reached: [...svg.querySelectorAll("a")].filter((link) => link.tabIndex >= 0).length,
      leads: [...svg.querySelectorAll("a")].map((link) => link.getAttribute("href")),
      listed: [...svg.closest(".ranking").querySelectorAll("tbody a")].map((link) => link.getAttribute("href")),
    }));
    assert.equal(drawn.hidden, "true");
    assert.equal(drawn.reached, 0);
    assert.ok(drawn.leads.length > 0 && drawn.leads.every((href) => drawn.listed.includes(href)), JSON.stringify(drawn));
  }));
