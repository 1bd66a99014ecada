// Builds a list, serves it and opens it in Chromium; whatever a page does behind the reader's back is an error.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

import { serve } from "./server.mjs";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const PROGRAM = process.env.LISTWRIGHT ?? join(ROOT, "target/debug/listwright");

const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-default-apps",
  "--hide-scrollbars",
];

/** What a list consists of, beside the files of its folder. */
const PARTS = ["entries", "templates", "static", "docs"];

/** Builds the list in a folder of the repository, or that of the repository itself, into a new folder. */
export function build(list, ...options) {
  const folder = mkdtempSync(join(tmpdir(), "listwright-browser-"));
  const out = join(folder, "public");
  for (const part of readdirSync(resolve(ROOT, list), { withFileTypes: true })) {
    const { name } = part;
    if (part.isFile() ? name.startsWith(".") || name === "README.md" : !PARTS.includes(name)) continue;
    cpSync(resolve(ROOT, list, name), join(folder, "list", name), { recursive: true });
  }
  execFileSync(PROGRAM, ["build", "--quiet", "--out", out, "--root", join(folder, "list"), ...options]);
  return { out, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The folders below a folder of the built site that have a page, those with the largest page first. */
export function largest(out, inside) {
  const folders = readdirSync(join(out, inside), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const sized = folders.flatMap(({ name }) => {
    const page = statSync(join(out, inside, name, "index.html"), { throwIfNoEntry: false });
    return page ? [[name, page.size]] : [];
  });
  return sized.sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

/** The site of a list, served or opened from its folder, with a browser in front of it. */
export class Site {
  static async of(list, { fileUrls = false, asHosted = false } = {}) {
    const site = new Site();
    // The page for missing addresses has to know where the site stands, so the server is there before the site.
    site.server = fileUrls ? null : await serve(() => site.built.out, { asHosted });
    site.built = build(list, ...(fileUrls ? ["--file-urls"] : ["--base-url", site.server.address]));
    site.address = site.server?.address ?? `${pathToFileURL(site.built.out).href}/`;
    site.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: FLAGS,
      chromiumSandbox: false,
    });
    return site;
  }

  /** The addresses of all pages from the site's root, those that lead elsewhere left out. */
  pages() {
    const files = readdirSync(this.built.out, { recursive: true }).filter((path) => path.endsWith(".html"));
    return files.map((path) => path.replace(/(?:^|(?<=\/))index\.html$/, "")).sort();
  }

  async close() {
    await this.browser?.close();
    await this.server?.stop();
    this.built?.remove();
  }

  /** Opens an address for the time of `read`, and looks at what the page did meanwhile. */
  async open(path, read, { width = 1440, height = 900, ...context } = {}) {
    const opened = await this.browser.newContext({ viewport: { width, height }, ...context });
    const faults = [];
    try {
      const page = await opened.newPage();
      page.setDefaultTimeout(10_000);
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`);
      });
      page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
      page.on("dialog", (dialog) => {
        faults.push(`dialog: ${dialog.message()}`);
        return dialog.dismiss();
      });
      // Nothing leaves the machine; a page that a reader asks for by a link is not opened either, but noted.
      const left = [];
      await opened.route((url) => !this.#owns(url.href), (route) => {
        const request = route.request();
        if (request.isNavigationRequest()) left.push(request.url());
        else faults.push(`another host: ${request.url()}`);
        return route.abort();
      });
      await page.goto(new URL(path, this.address).href);
      const result = await read(page, { left, faults });
      assert.deepEqual(faults, [], path);
      return result;
    } finally {
      await opened.close();
    }
  }

  #owns(href) {
    return href.startsWith(new URL(".", this.address).href) || href.startsWith("data:");
  }
}
