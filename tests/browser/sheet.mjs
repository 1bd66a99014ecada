// Pictures every kind of page of this list, wide and narrow, light and dark, in both languages, and lays them out on sheets.
//
// `npm run sheet -- FOLDER [WORD]...`: the pages whose name holds one of the words; without words, all of them. LIST names
// the folder of another list.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { largest, Site } from "./harness.mjs";

const [folder, ...words] = process.argv.slice(2);
if (!folder || folder.startsWith("-")) {
  console.error("npm run sheet -- FOLDER [WORD]...");
  process.exit(2);
}

/** Every kind of page by name. Of many alike, the fullest is shown, as it has the most that can go wrong, and a bare one. */
function pagesOf(out) {
  const { entries: listed } = JSON.parse(readFileSync(join(out, "data/v1/catalog.json"), "utf8"));
  const pages = new Set(listed.map(({ page }) => page));
  const entries = (kind) => largest(out, kind).filter((id) => pages.has(`${kind}/${id}/`));
  const boards = largest(out, "leaderboards");
  const compared = entries("models").slice(0, 3).join(",");
  return {
    home: "",
    models: "models/",
    "models-narrowed": "models/?category=language&q=rna",
    papers: "papers/",
    datasets: "datasets/",
    benchmarks: "datasets/type/benchmark/",
    challenges: "challenges/",
    surveys: "surveys/",
    model: `models/${entries("models")[0]}/`,
    "model-bare": `models/${entries("models").at(-1)}/`,
    paper: `papers/${entries("papers")[0]}/`,
    dataset: `datasets/${entries("datasets")[0]}/`,
    challenge: `challenges/${entries("challenges")[0]}/`,
    "facet-few": "papers/type/benchmark/",
    facet: "models/category/language/",
    year: "models/year/2024/",
    leaderboards: "leaderboards/",
    leaderboard: `leaderboards/${boards[0]}/`,
    "leaderboard-short": `leaderboards/${boards.at(-1)}/`,
    compare: `compare/?ids=${compared}`,
    "compare-none": "compare/",
    search: "search/?q=rna",
    "search-none": "search/?q=qqqqqqqq",
    suggest: "suggest/",
    review: "review/",
    changes: "changes/",
    coverage: "coverage/",
    terms: "terms/",
    about: "about/",
    cite: "cite/",
    missing: "404.html",
  };
}

const LOOKS = [1440, 375].flatMap((width) => ["light", "dark"].flatMap((theme) => ["en", "zh"].map((language) => ({ width, theme, language }))));
/** A long list goes on as it begins. */
const MOST_HIGH = { 1440: 2600, 375: 3600 };

/** Waits until the scripts of a page have done what they do by themselves. */
async function settled(page) {
  await page.waitForLoadState("load");
  if (page.url().includes("compare/?")) await page.locator(".compare-table").waitFor();
  if (page.url().includes("/suggest/")) await page.locator("form.suggest").waitFor();
  if (page.url().includes("search/?")) await page.locator("#search").waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(150);
}

const site = await Site.of(process.env.LIST ?? ".");
mkdirSync(folder, { recursive: true });
const made = [];
try {
  const pages = Object.entries(pagesOf(site.built.out)).filter(([name]) => words.length === 0 || words.some((word) => name.includes(word)));
  for (const { width, theme, language } of LOOKS) {
    for (const [name, path] of pages) {
      const file = `${name}-${width}-${theme}-${language}.png`;
      const address = (language === "zh" ? "zh/" : "") + path;
      const look = { width, height: width > 1000 ? 900 : 760, colorScheme: theme };
      await site.open(address, async (page) => {
        await settled(page);
        const [wide, high] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
        if (wide > width) console.error(`${address} is ${wide} wide on a screen of ${width}`);
        const clip = { x: 0, y: 0, width, height: Math.min(high, MOST_HIGH[width]) };
        await page.screenshot({ path: join(folder, file), clip, fullPage: true });
      }, look).catch((error) => console.error(`${address}: ${error.message}`));
      made.push({ file, name, width, theme, language });
    }
  }
  // A sheet for each look: the pages beside one another, under their names.
  for (const { width, theme, language } of LOOKS) {
    const of = made.filter((one) => one.width === width && one.theme === theme && one.language === language);
    const shown = width > 1000 ? 480 : 250;
    const figures = of.map(({ file, name }) => `<figure><figcaption>${name}</figcaption><img src="${file}" width="${shown}"></figure>`);
    const style = `body{margin:8px;background:#888;font:14px sans-serif;columns:${width > 1000 ? 4 : 8};column-gap:8px}figure{margin:0 0 8px;break-inside:avoid}img{display:block}`;
    const sheet = join(folder, `sheet-${width}-${theme}-${language}.html`);
    writeFileSync(sheet, `<!DOCTYPE html><meta charset="utf-8"><style>${style}</style>${figures.join("")}`);
    const page = await site.browser.newPage({ viewport: { width: width > 1000 ? 4 * 488 + 8 : 8 * 258 + 8, height: 800 } });
    await page.goto(pathToFileURL(sheet).href);
    await page.screenshot({ path: sheet.replace(/html$/, "png"), fullPage: true });
    await page.close();
  }
  console.log(`${made.length} pictures and ${LOOKS.length} sheets in ${folder}`);
} finally {
  await site.close();
}
