// Every page, style sheet and drawing below a folder passes the Nu Html Checker; the folder is named by SITES.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

const BROKEN = fileURLToPath(new URL("broken.html", import.meta.url));

// The checker reads files, and a file has no origin that 'self' could be.
const OF_FILES = /^Resource violates Content Security Policy \(meta tag\): .* blocked by “[a-z-]+” directive\.$/;

// Many a page in Chinese names papers in English, and the checker guesses from how much of each there is.
const GUESSED = /^This document appears to be written in /;

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

test("no page, style sheet or drawing has an error or a warning", () => {
  assert.ok(files.length > 500, `${files.length} files`);
  const found = messages.filter((it) => !isBroken(it) && !OF_FILES.test(it.message) && !GUESSED.test(it.message));
  const shown = found.map(({ url, lastLine, type, message }) => `${url}:${lastLine} ${type}: ${message}`);
  assert.deepEqual(shown.slice(0, 20), []);
  console.log(`${files.length} pages, style sheets and drawings: 0 errors, 0 warnings`);
});
