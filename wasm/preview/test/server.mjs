// Serves the built page like a static host, and records the requested paths.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.ttf': 'font/ttf',
};

/** Returns `{ url, asked, stop }`. The page is below a folder of the host, because it may be so on a real host. `asked` lists the requested paths. */
export async function serve() {
  const asked = [];
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    asked.push(path);
    const file = join(DIST, path.replace(/^\/page\//, '').replace(/^$/, 'index.html'));
    try {
      if (!path.startsWith('/page/')) throw new Error('outside');
      const content = await readFile(file);
      const cached = path.startsWith('/page/assets/') ? 'max-age=31536000, immutable' : 'no-cache';
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': cached }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise(ready => server.listen(0, '127.0.0.1', ready));
  const stop = () => new Promise(done => server.close(done) && server.closeAllConnections());
  return { url: `http://127.0.0.1:${server.address().port}/page/`, asked, stop };
}
