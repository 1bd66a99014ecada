// A small server for a built site: this machine only, below a path as many hosts have it, nothing cached.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

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

/** Serves the folder that a function names below `/list/`; the address ends in a slash. */
export async function serve(named) {
  const server = createServer(async (request, response) => {
    const folder = named();
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    const inside = normalize(decodeURIComponent(pathname)).replace(/^\/list\//, "/");
    const path = join(folder, inside.endsWith("/") ? `${inside}index.html` : inside);
    const missing = !pathname.startsWith("/list/") || !path.startsWith(folder);
    const bytes = missing ? null : await readFile(path).catch(() => null);
    response.setHeader("cache-control", "no-store");
    response.setHeader("x-content-type-options", "nosniff");
    if (bytes) {
      response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
      response.end(bytes);
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
