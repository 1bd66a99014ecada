// Measures the built site against its goals: Lighthouse, the weight of a first view, and search among 10,000 entries.
//
// Run `npm ci` here and in tests/browser, `cargo build --release`, then `npm run report -- --help` in either folder.

import { execFile, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";

process.env.LISTWRIGHT ??= fileURLToPath(new URL("../../target/release/listwright", import.meta.url));
const { largest, Site, ROOT } = await import("../browser/harness.mjs");
const { searched } = await import("./search.mjs");

const HELP = `Measures the site of this list against its goals; exits 1 where one is missed.

  npm run report -- [--runs N] [--only NAME]... [--entries N] [--json FILE]

  --runs N       how often Lighthouse looks at each page (3); the median counts
  --only NAME    a page by the name in the table, or \`search\`; may be given more than once
  --entries N    the synthetic entries among which is searched (10000)
  --json FILE    also writes every figure into a file

LISTWRIGHT names the program that builds the site (target/release/listwright), CHROMIUM the browser, LIST the folder of
another list.
Nothing leaves the machine. Lighthouse suffers where the machine is busy: look at the load in the last column.`;

/** What every page has to reach. Scores are the median of the runs; sizes are bytes on the wire. */
const GOALS = {
  performance: { least: 100, noisy: 95, name: "perf" },
  accessibility: { least: 100, name: "a11y" },
  "best-practices": { least: 100, name: "best" },
  seo: { least: 100, name: "seo" },
  shift: { most: 0, name: "CLS" },
  bytes: { most: 80_000, name: "bytes" },
  requests: { most: 7, name: "requests" },
  script: { most: 12_000, name: "script" },
  foreign: { most: 0, name: "foreign" },
};
const SEARCH_GOALS = { p95: { most: 25 }, "bytes per entry": { most: 200 } };
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

const { values: asked } = parseArgs({
  options: {
    runs: { type: "string", default: "3" },
    only: { type: "string", multiple: true, default: [] },
    entries: { type: "string", default: "10000" },
    json: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
if (asked.help) {
  console.log(HELP);
  process.exit(0);
}
/** Whether something is to be measured. */
const wanted = (name) => asked.only.length === 0 || asked.only.includes(name);
const met = (goal, value) => (goal.least === undefined ? value <= goal.most : value >= (goal.noisy ?? goal.least));
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Every kind of page once, by name; where there are many of a kind, the heaviest. */
function pagesOf(out) {
  const { entries } = JSON.parse(readFileSync(join(out, "data/v1/catalog.json"), "utf8"));
  const pages = new Set(entries.map(({ page }) => page));
  const ofKind = (kind) => largest(out, kind).filter((id) => pages.has(`${kind}/${id}/`));
  const entry = (kind) => `${kind}/${ofKind(kind)[0]}/`;
  return {
    home: "",
    models: "models/",
    model: entry("models"),
    paper: entry("papers"),
    dataset: entry("datasets"),
    challenge: entry("challenges"),
    leaderboard: `leaderboards/${largest(out, "leaderboards")[0]}/`,
    compare: `compare/?ids=${ofKind("models").slice(0, 3).join(",")}`,
    chinese: "zh/",
  };
}

/** One run of Lighthouse, in a process of its own, so that it and the server do not wait for each other. */
async function lighthouse(address, folder) {
  const file = join(folder, "lighthouse.json");
  const program = fileURLToPath(new URL("node_modules/lighthouse/cli/index.js", import.meta.url));
  const flags = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --disable-default-apps";
  await promisify(execFile)(
    process.execPath,
    [program, address, "--quiet", "--output=json", `--output-path=${file}`, `--only-categories=${CATEGORIES}`, `--chrome-flags=${flags}`, "--no-enable-error-reporting"],
    { env: { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? "/usr/bin/chromium" } },
  );
  const { categories, audits } = JSON.parse(readFileSync(file, "utf8"));
  const requests = audits["network-requests"].details.items.filter(({ url }) => !url.startsWith("data:"));
  const sum = (items) => items.reduce((bytes, { transferSize }) => bytes + transferSize, 0);
  // Data comes as scripts too, as a site that is opened from a folder can load nothing else; programs are in the assets.
  const scripts = requests.filter(({ resourceType }) => resourceType === "Script");
  const figures = {
    ...Object.fromEntries(CATEGORIES.map((name) => [name, Math.round(100 * categories[name].score)])),
    shift: audits["cumulative-layout-shift"].numericValue,
    bytes: sum(requests),
    requests: requests.length,
    script: sum(scripts.filter(({ url }) => url.includes("/assets/"))),
    data: sum(scripts.filter(({ url }) => !url.includes("/assets/"))),
    foreign: requests.filter(({ url }) => new URL(url).host !== new URL(address).host).length,
    lcp: Math.round(audits["largest-contentful-paint"].numericValue),
    blocked: Math.round(audits["total-blocking-time"].numericValue),
    load: Number(loadavg()[0].toFixed(1)),
  };
  const lost = CATEGORIES.flatMap((name) => categories[name].auditRefs.filter(({ weight, id }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9));
  return { figures, lost: lost.map(({ id }) => `${id} ${audits[id].displayValue ?? ""}`.trim()) };
}

/** A table whose columns are as wide as what stands in them. */
function table(rows) {
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => String(row[at]).length)));
  return rows.map((row) => row.map((cell, at) => (at === 0 ? String(cell).padEnd(widths[at]) : String(cell).padStart(widths[at]))).join("  ")).join("\n");
}

const results = { runs: {}, pages: {}, search: null };
const missed = [];

async function measurePages(folder) {
  const site = await Site.of(process.env.LIST ?? ".", { asHosted: true });
  try {
    const names = Object.keys(GOALS);
    const head = ["page", ...names.map((name) => GOALS[name].name), "data", "LCP ms", "TBT ms", "load"];
    const goals = ["goal", ...names.map((name) => (GOALS[name].least ? `≥ ${GOALS[name].least}` : `≤ ${GOALS[name].most}`)), "", "", "", ""];
    const rows = [head, goals];
    for (const [name, path] of Object.entries(pagesOf(site.built.out)).filter(([name]) => wanted(name))) {
      const runs = [];
      for (let run = 0; run < Number(asked.runs); run++) runs.push(await lighthouse(site.address + path, folder));
      const middle = Object.fromEntries(Object.keys(runs[0].figures).map((key) => [key, median(runs.map(({ figures }) => figures[key]))]));
      results.runs[name] = runs.map(({ figures }) => figures);
      results.pages[name] = { path, ...middle, lost: [...new Set(runs.flatMap(({ lost }) => lost))] };
      const cell = (key) => {
        const good = met(GOALS[key], middle[key]);
        if (!good) missed.push(`${name}: ${GOALS[key].name} ${middle[key]}`);
        return `${key === "shift" ? Number(middle[key].toFixed(4)) : middle[key]}${good ? "" : " ✗"}`;
      };
      rows.push([name, ...names.map(cell), middle.data, middle.lcp, middle.blocked, middle.load]);
      console.error(`${name} (${path || "./"}): ${runs.map(({ figures }) => `${CATEGORIES.map((key) => figures[key]).join("/")} at load ${figures.load}`).join(", ")}`);
      for (const lost of results.pages[name].lost) console.error(`  ${lost}`);
    }
    console.log(table(rows));
    console.log("Performance may fall to 95 where the machine is busy; every other figure is held to its goal.");
  } finally {
    await site.close();
  }
}

/** Runs a program and shows what it says only where it fails. */
function run(program, ...args) {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
    child.on("error", failed);
    child.on("exit", (code) => (code === 0 ? done() : failed(new Error(`${program} ended with ${code}`))));
  });
}

async function measureSearch(folder) {
  await run("cargo", "run", "--quiet", "--release", "--example", "bench", "--", "--sizes", asked.entries, "--rounds", "1", "--keep", folder);
  const site = await Site.of(join(folder, asked.entries), { asHosted: true });
  try {
    const found = await searched(site);
    results.search = { ...found, load: loadavg()[0] };
    const figures = { p95: found.p95, "bytes per entry": found.bytes / found.entries };
    const rows = [["search", "value", "goal", ""], ["entries", found.entries, "", ""], ["states of the box", found.keys, "", ""]];
    rows.push(["first answer, ms", found.first.toFixed(1), "", ""], ["p50, ms", found.p50.toFixed(1), "", ""]);
    for (const [name, goal] of Object.entries(SEARCH_GOALS)) {
      const good = met(goal, figures[name]);
      if (!good) missed.push(`search: ${name} ${figures[name].toFixed(1)}`);
      rows.push([name === "p95" ? "p95, ms" : "index, bytes per entry", figures[name].toFixed(1), `≤ ${goal.most}`, good ? "" : "✗"]);
    }
    console.log(`\n${table(rows)}\nslowest: ${found.slowest.map(([text, ms]) => `${text} ${ms.toFixed(1)}`).join(", ")}; load ${loadavg()[0].toFixed(1)}`);
  } finally {
    await site.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), "listwright-report-"));
try {
  await measurePages(folder);
  if (wanted("search")) await measureSearch(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (asked.json) writeFileSync(asked.json, `${JSON.stringify(results, null, 2)}\n`);
console.log(missed.length === 0 ? "\nEvery goal is met." : `\nMissed:\n${missed.map((one) => `  ${one}`).join("\n")}`);
process.exitCode = missed.length === 0 ? 0 : 1;
