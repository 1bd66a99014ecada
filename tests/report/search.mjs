// How long the search box takes to answer on a page as a reader types, key by key, and how large its index is.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** How often every text is typed; a key's time is the shortest, as in the others the machine did something else too. */
const ROUNDS = 5;

/** What is typed into the box: parts of entries all over the index, as readers look for them, and the same mistyped. */
function texts({ rows }) {
  const STEPS = 8;
  const every = (step) => rows[Math.floor(((step + 0.5) * rows.length) / STEPS)];
  const typed = [];
  for (let step = 0; step < STEPS; step++) {
    const [, id, name, , , text] = every(step);
    const words = name.split(/\s+/).filter((word) => word.length > 2);
    const identifier = text.match(/10\.\d{4,}\/\S+/)?.[0];
    const han = text.match(/[\u3400-\u9fff]{2,4}/)?.[0];
    const mistyped = words.find((word) => word.length > 5)?.replace(/(.)(.)(.)$/, "$2$1$3");
    typed.push(words.slice(0, 2).join(" ") || name, id, identifier, han, mistyped);
  }
  return [...new Set(["rna", "language model", "剪接", "qqqqqqqq", ...typed.filter(Boolean)])];
}

/** Types on the first page of a site, and returns milliseconds for each state of the box. */
async function keys(site) {
  return site.open("", async (page) => {
    page.setDefaultTimeout(60_000);
    await page.locator("#q").focus();
    await page.getByRole("combobox").waitFor();
    const rows = await page.evaluate(() => window.listwright.search);
    const typed = texts(rows);
    const states = [...new Set(typed.flatMap((text) => [...text].map((_, at) => text.slice(0, at + 1))))];
    return page.evaluate(
      async ({ states, rounds }) => {
        const box = document.querySelector("#q");
        const list = document.querySelector(".hits");
        const rest = () => new Promise((rested) => setTimeout(rested, 0));
        // What a key costs: the answer, and the layout of what it shows.
        const cost = (text) => {
          box.value = text;
          const start = performance.now();
          box.dispatchEvent(new Event("input", { bubbles: true }));
          list.getBoundingClientRect();
          return performance.now() - start;
        };
        const first = cost("r");
        const all = states.map(() => []);
        for (let round = 0; round < rounds; round++) {
          for (const [at, text] of states.entries()) {
            all[at].push(cost(text));
            await rest();
          }
        }
        return { first, times: states.map((text, at) => [text, Math.min(...all[at])]) };
      },
      { states, rounds: ROUNDS },
    );
  });
}

/** The time of the slowest key among the fastest part. */
const quantile = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)][1];

/** What search costs on a site of some entries. */
export async function searched(site) {
  const index = readFileSync(join(site.built.out, "assets/search-index.js"));
  const { first, times } = await keys(site);
  const rows = await site.open("", async (page) => {
    await page.addScriptTag({ url: "assets/search-index.js" });
    return page.evaluate(() => window.listwright.search.rows.length);
  });
  const sorted = times.sort((a, b) => a[1] - b[1]);
  return {
    entries: rows,
    bytes: gzipSync(index, { level: 9 }).length,
    keys: sorted.length,
    first,
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    slowest: sorted.slice(-5).reverse(),
  };
}
