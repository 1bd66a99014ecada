// The names of headings over all of Unicode, as the program gives them and as github-slugger does.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { slug } from "github-slugger";

// A line for each character: its number, then the name of the heading that `heading` makes of it.
const LINES = readFileSync(process.env.LISTWRIGHT_ANCHORS, "utf8").trimEnd().split("\n");
const heading = (character) => `A${character} ${character}b ${character}`;
const hex = (code) => `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;

test("every character of Unicode is kept, made small or left out as GitHub does", () => {
  assert.equal(LINES.length, 0x110000 - 0x800, "all but the surrogates");
  const differing = [];
  const unknown = [];
  for (const line of LINES) {
    const [number, name] = line.split("\t");
    const character = String.fromCodePoint(Number(number));
    const expected = slug(heading(character));
    if (name === expected) continue;
    // A letter that is younger than the Unicode of this Node has no small form here.
    const known = !/\p{Cn}/u.test(character);
    (known ? differing : unknown).push(`${hex(Number(number))}: ${name}, and not ${expected}`);
  }
  console.log(`${LINES.length} characters, ${differing.length} differ`);
  if (unknown.length > 0) {
    console.log(`unknown to Unicode ${process.versions.unicode} of this Node: ${unknown.join("; ")}`);
  }
  assert.deepEqual(differing, []);
});
