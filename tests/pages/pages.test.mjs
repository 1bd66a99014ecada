// Every page, style sheet and drawing below a folder passes the Nu Html Checker; the folder is named by SITES.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

const BROKEN = fileURLToPath(new URL("broken.html", import.meta.url));

/** What the checker says of a page that is as it should be, and why. */
const PAGES = {
  "a file has no origin that 'self' could be":
    /^Resource violates Content Security Policy \(meta tag\): external (?:stylesheet|script) “(?!\/\/)[\w.\/-]*assets\/[\w.-]+” blocked by “(?:style|script)-src” directive\.$/,
  "JSON-LD is data, which browsers do not run; of scripts that they would run, there are none within a page":
    /^Inline script violates Content Security Policy \(meta tag\): blocked by “script-src” directive/,
  "a page in Chinese may name papers in English, and the checker guesses from how much of each there is":
    /^This document appears to be written in English but the “html” start tag has “lang="zh"”\./,
};

/** What all browsers know of CSS and the checker does not yet: each is named, so that a slip of the pen is still found. */
const STYLES = [
  ...["container-type", "line-clamp", "paint-order", "vector-effect"].map(
    (property) => `CSS: “${property}”: Property “${property}” doesn't exist.`,
  ),
  "CSS: Unrecognized at-rule “@container”",
];

const files = readdirSync(process.env.SITES, { recursive: true })
  .filter((name) => /\.(html|css|svg)$/.test(name))
  .map((name) => join(process.env.SITES, name));

let messages = [];

before(async () => {
  const folder = dirname(createRequire(import.meta.url).resolve("vnu-jar"));
  const jar = join(folder, "build/dist/vnu.jar");
  const options = ["--also-check-css", "--also-check-svg", "--exit-zero-always", "--format", "json", "--stdout"];
  const run = promisify(execFile);
  const { stdout } = await run("java", ["-jar", jar, ...options, BROKEN, ...files], { maxBuffer: 1 << 28 });
  messages = JSON.parse(stdout).messages;
});

const isBroken = ({ url }) => url === pathToFileURL(BROKEN).href || url === `file:${BROKEN}`;

test("the checker finds what is wrong with a broken page", () => {
  const errors = messages.filter((message) => isBroken(message) && message.type === "error");
  assert.equal(errors.length, 2, JSON.stringify(errors));
});

/** Why a message says nothing against its file, if it does not. */
function excuse({ url, message }) {
  if (url.endsWith("/assets/style.css")) return STYLES.find((known) => message === known);
  if (url.endsWith(".html")) return Object.keys(PAGES).find((reason) => PAGES[reason].test(message));
  return undefined;
}

test("no page has a script within it but data", () => {
  const scripts = files.filter((name) => name.endsWith(".html")).flatMap((name) =>
    [...readFileSync(name, "utf8").matchAll(/<script\b([^>]*)>([^<]*)/g)].filter(([, attributes, text]) =>
      text ? attributes !== ' type="application/ld+json"' : !/ src="/.test(attributes)).map(([tag]) => `${name}: ${tag}`));
  assert.deepEqual(scripts, []);
});

test("no page, style sheet or drawing has an error or a warning", () => {
  assert.ok(files.length > 500, `${files.length} files`);
  const said = messages.filter((message) => !isBroken(message));
  // The same fault of a template is on many pages: each is shown once, with where it is first and how often it is there.
  const faults = new Map();
  for (const { url, lastLine, type, message } of said.filter((it) => !excuse(it))) {
    const key = `${type}: ${message}`;
    faults.set(key, [...(faults.get(key) ?? []), `${url}:${lastLine}`]);
  }
  const shown = [...faults].map(([key, places]) => `${places[0]} ${key}${places.length > 1 ? ` (${places.length} times)` : ""}`);
  assert.deepEqual(shown, []);
  // An excuse that nobody needs any longer would hide the next fault of its kind.
  const used = new Set(said.map(excuse));
  assert.deepEqual([...Object.keys(PAGES), ...STYLES].filter((known) => !used.has(known)), []);
  console.log(`${files.length} pages, style sheets and drawings: 0 errors, 0 warnings`);
});
