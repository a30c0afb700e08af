// Serves a built site to the browser under test, as a static host does: types, `.br` copies, 404, and every file for every origin.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Serves `folder`; `changed` may return other bytes for a path, or `null` for a 404. */
export async function serve(folder, changed = () => undefined) {
  const root = path.resolve(folder);
  const server = http.createServer((request, response) => {
    let name = decodeURIComponent(new URL(request.url, 'http://site').pathname);
    if (name.endsWith('/')) name += 'index.html';
    const file = path.join(root, name);
    const other = changed(name);
    if (other === null || !file.startsWith(root) || (other === undefined && !fs.existsSync(file))) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('404');
      return;
    }
    const headers = { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-store', 'access-control-allow-origin': '*' };
    const accepts = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
    const isCompressed = other === undefined && accepts && fs.existsSync(`${file}.br`);
    if (isCompressed) headers['content-encoding'] = 'br';
    response.writeHead(200, headers).end(other ?? fs.readFileSync(isCompressed ? `${file}.br` : file));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((closed) => {
      server.closeAllConnections();
      server.close(closed);
    }),
  };
}
