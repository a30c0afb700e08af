// A server of one origin on 127.0.0.1 that serves a built site as a static host does, or does it wrong when told to.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import zlib from 'node:zlib';
import { headersOf, pathPattern, publicOrigin, readRules } from './headers-file.mjs';
import { until } from './engines/scope.mjs';
import { deliver, line } from './deliver.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};
const CODINGS = [['br', '.br'], ['gzip', '.gz']];

/** Ports that this run has used: a browser may keep what it got from an earlier server there. */
const used = new Set();

async function listen(server, port = 0) {
  for (;;) {
    await new Promise((ready, failed) => server.once('error', failed).listen(port, '127.0.0.1', ready));
    const got = server.address().port;
    if (port || !used.has(got)) {
      used.add(got);
      return got;
    }
    await new Promise((closed) => server.close(closed));
  }
}

/** The file of a path within a folder: `{ file }`, `{ redirect }` for a folder without its slash, or neither. */
function find(folder, name) {
  const file = path.join(folder, decodeURIComponent(name));
  if (!file.startsWith(folder)) return {};
  if (name.endsWith('/')) return fs.existsSync(`${file}index.html`) ? { file: `${file}index.html` } : {};
  if (!fs.existsSync(file)) return {};
  return fs.statSync(file).isDirectory() ? { redirect: `${name}/` } : { file };
}

/** A file as it is stored for a request that takes certain codings. */
function stored(file, accepted) {
  for (const [coding, ending] of CODINGS) {
    if (accepted.includes(coding) && fs.existsSync(file + ending)) return { coding, bytes: fs.readFileSync(file + ending) };
  }
  return { bytes: fs.readFileSync(file) };
}

const coded = (coding) => (coding ? { 'content-encoding': coding, vary: 'accept-encoding' } : {});

/** Pages that are made anew, compressed: the same page is asked for again and again. */
const packed = new Map();

function pack(bytes, accepted) {
  const coding = ['br', 'gzip'].find((coding) => accepted.includes(coding));
  if (!coding || bytes.length === 0) return { bytes };
  const key = `${coding} ${bytes.toString('latin1')}`;
  if (!packed.has(key)) packed.set(key, coding === 'br' ? zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 } }) : zlib.gzipSync(bytes));
  return { coding, bytes: packed.get(key) };
}

/**
 * Opens a server. `folder` is a built site, or nothing for a host that has only the pages that it is given;
 * `name` is what the origin is called, `127.0.0.1` or `localhost`.
 */
export async function openServer({ folder, name = '127.0.0.1' } = {}) {
  const root = folder && path.resolve(folder);
  const rulesFile = root && path.join(root, '_headers');
  const rulesText = rulesFile && fs.existsSync(rulesFile) ? fs.readFileSync(rulesFile, 'utf8') : '';
  const built = publicOrigin(rulesText);
  const faults = [];
  const pages = new Map();
  const injected = [];
  const requests = [];
  const changes = [];
  const held = new Set();
  const way = line();
  let port;
  let rules;

  const answer = async (request, response) => {
    const { pathname, search } = new URL(request.url, 'http://site');
    const entry = { path: pathname, query: search, method: request.method, headers: request.headers };
    requests.push(entry);
    if (request.method === 'POST') entry.body = await text(request);
    const fault = faults.filter((each) => each.pattern.test(pathname) && each.times > 0).reduce((all, each) => {
      each.times -= 1;
      return { ...all, ...each.fault, headers: { ...all.headers, ...each.fault.headers } };
    }, {});
    const given = content(pathname, request, fault);
    const headers = { ...given.headers };
    for (const change of changes) change(headers);
    for (const [name, value] of Object.entries(fault.headers ?? {})) {
      if (value === null) delete headers[name];
      else headers[name] = value;
    }
    entry.status = given.status;
    await deliver(response, { status: given.status, headers, bytes: request.method === 'HEAD' ? Buffer.alloc(0) : given.bytes }, fault, way, held);
  };

  const content = (pathname, request, fault) => {
    const accepted = (request.headers['accept-encoding'] ?? '').split(/[\s,]+/);
    const made = (status, headers, body, fault, isPage) => {
      let bytes = Buffer.from(body);
      if (isPage && fault.html) bytes = Buffer.from(fault.html(bytes.toString()));
      if (isPage && injected.length > 0) bytes = Buffer.from(carrying(bytes.toString()));
      if (fault.body) bytes = fault.body(bytes);
      const { coding, bytes: sent } = fault.identity || fault.body ? { bytes } : pack(bytes, accepted);
      return { status, headers: { 'content-type': TYPES['.html'], ...headers, ...coded(coding) }, bytes: sent };
    };
    const page = pages.get(pathname);
    if (page) return made(200, page.headers, page.body, fault, page.inject !== false);
    if (!root) return made(404, {}, 'not found', fault, false);
    const found = find(root, pathname);
    if (found.redirect) return { status: 301, headers: { location: found.redirect }, bytes: Buffer.alloc(0) };
    const headers = headersOf(rules, pathname);
    const status = fault.status ?? (found.file ? 200 : 404);
    if (status !== 200) {
      // A host sends the headers of a path with a 404 as well, but for how long it may be kept.
      delete headers['cache-control'];
      const own = path.join(root, `${status}.html`);
      const body = fs.existsSync(own) ? fs.readFileSync(own, 'utf8') : `<!doctype html><title>${status}</title><p>${status}</p>`;
      return made(status, { ...headers, 'content-type': TYPES['.html'] }, body, {}, false);
    }
    const type = TYPES[path.extname(found.file)] ?? 'application/octet-stream';
    const isPage = type === TYPES['.html'];
    const isText = isPage || type === TYPES['.json'];
    if ((isText && built) || (isPage && (injected.length > 0 || fault.html)) || fault.body || fault.identity) {
      const bytes = fs.readFileSync(found.file);
      const body = isText && built ? Buffer.from(bytes.toString().replaceAll(built, origin())) : bytes;
      return made(200, { 'content-type': type, ...headers }, body, fault, isPage);
    }
    const { coding, bytes } = stored(found.file, accepted);
    return { status: 200, headers: { 'content-type': type, ...headers, ...coded(coding) }, bytes };
  };

  /** The page with the scripts that it is made to carry, before all of its own. */
  const carrying = (text) => {
    const tags = injected.map((address) => `<script src="${address}"></script>`).join('');
    return text.replace(/<head>|(?=<meta charset)/, (head) => head + tags);
  };

  const server = http.createServer((request, response) => {
    answer(request, response).catch((error) => response.destroy(error));
  });
  server.keepAliveTimeout = 60_000;
  port = await listen(server);
  const origin = () => `http://${name}:${port}`;
  rules = readRules(built ? rulesText.replaceAll(built, origin()) : rulesText);

  return {
    origin: origin(),
    /** The address of a path. */
    url: (at = '/') => origin() + at,
    /** All requests so far: path, query, method, headers, status, and the body of what was posted. */
    requests,
    /** How many requests there were for paths of a pattern. */
    count: (pattern) => requests.filter((request) => pathPattern(pattern).test(request.path)).length,
    /** Makes the answers for paths of a pattern wrong. */
    fault: (pattern, fault) => faults.push({ pattern: pathPattern(pattern), fault, times: fault.times ?? Infinity }),
    /** Changes the headers of every answer. */
    change: (change) => changes.push(change),
    /** All answers are right again. */
    mend() {
      faults.splice(0);
      changes.splice(0);
    },
    /** Adds a page at a path, with any headers. */
    page: (at, body, headers = {}) => pages.set(at, { body, headers }),
    /** Makes every page run a function, given some values, before any script of its own. */
    inject(run, ...values) {
      const at = `/matrix-injected-${injected.length}.js`;
      const body = `(${run})(...${JSON.stringify(values)});`;
      pages.set(at, { body, inject: false, headers: { 'content-type': TYPES['.js'], 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' } });
      injected.push(at);
    },
    /** All answers from now on share a line of so many bytes a second, each after so many milliseconds. */
    slow: (bytesPerSecond, latencyMs) => way.limit(bytesPerSecond, latencyMs),
    /** Waits until an answer has stalled. */
    untilHeld: () => until('an answer stalls', () => held.size > 0),
    /** Lets the answers go on that had stalled. */
    release: () => [...held].forEach((go) => go()),
    /** Nobody answers any more; what is under way breaks off. */
    offline: () => new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    }),
    online: () => listen(server, port),
    close: () => new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    }),
  };
}
