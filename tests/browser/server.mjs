// A small server for a built site: this machine only, below a path as many hosts have it, nothing cached unless asked for.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/** What a host compresses; fonts are compressed already. */
const COMPRESSED = new Set([".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"]);

/**
 * Serves the folder that a function names below `/list/`; the address ends in a slash. With `asHosted`, texts are
 * compressed and may be kept for ten minutes, as the usual hosts of static sites have it.
 */
export async function serve(named, { asHosted = false } = {}) {
  const compressed = new Map();
  const squeeze = (path, bytes) => {
    if (!compressed.has(path)) compressed.set(path, gzipSync(bytes));
    return compressed.get(path);
  };
  const server = createServer(async (request, response) => {
    const folder = named();
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    const inside = normalize(decodeURIComponent(pathname)).replace(/^\/list\//, "/");
    const path = join(folder, inside.endsWith("/") ? `${inside}index.html` : inside);
    const missing = !pathname.startsWith("/list/") || !path.startsWith(folder);
    const bytes = missing ? null : await readFile(path).catch(() => null);
    response.setHeader("cache-control", asHosted ? "max-age=600" : "no-store");
    response.setHeader("x-content-type-options", "nosniff");
    if (bytes) {
      response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
      const small = asHosted && COMPRESSED.has(extname(path)) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
      if (small) response.setHeader("content-encoding", "gzip");
      response.end(small ? squeeze(path, bytes) : bytes);
    } else {
      response.statusCode = 404;
      response.setHeader("content-type", TYPES[".html"]);
      response.end(await readFile(join(folder, "404.html")).catch(() => "not found"));
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((stopped) => server.close(stopped));
  };
  return { address: `http://127.0.0.1:${server.address().port}/list/`, stop };
}
