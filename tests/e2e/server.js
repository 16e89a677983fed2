// A static host as plain as they come: it serves dist/, or the folder that DIST names, from a folder below its root, and
// nothing else. The tests of embedding start a second one, for the pages around.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = process.env.DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));
const FOLDER = "/some/sub/path/";
const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/**
 * Starts a server on a free port. Gives the address of its folder and a function that stops it.
 *
 * Of another host than the usual one: `folder` is what it serves, `at` from which folder, `host` by which name; `types` are
 * content types of its own; `put` is written in the place of `{{…}}` in its HTML; `wait` are milliseconds before each answer.
 */
export async function serve({ folder = DIST, at = FOLDER, host = "127.0.0.1", types = {}, put = {}, wait = 0 } = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = pathname === at ? "index.html" : pathname.slice(at.length);
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    if (!pathname.startsWith(at) || normalize(file).startsWith("..")) {
      response.writeHead(404).end();
      return;
    }
    try {
      let content = await readFile(join(folder, decodeURIComponent(file)));
      if (extname(file) === ".html") {
        content = content.toString().replaceAll(/\{\{(\w+)\}\}/g, (whole, name) => put[name] ?? whole);
      }
      const type = types[extname(file)] ?? TYPES[extname(file)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  return {
    address: `http://${host}:${server.address().port}${at}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
