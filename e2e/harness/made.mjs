// Pages that a test makes itself, on origins of its own, beside the files of the built site; and a clock that stands still.
import { after } from 'node:test';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { SITE, open, until } from './browser.mjs';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.wasm': 'application/wasm' };

/**
 * An origin, without a slash at its end. `routes` gives for a path a text, bytes, a number as status,
 * `{ status, type, headers, body }`, or a function that gives one of them; any other path is a file of the site.
 */
export async function serveMade(routes) {
  const asked = [];
  const server = http.createServer(async (request, response) => {
    const name = new URL(request.url, 'http://made').pathname;
    const file = path.join(SITE, name);
    asked.push(`${request.method} ${request.url}`);
    let answer = name === '/favicon.ico' ? 204 : routes[name];
    if (typeof answer === 'function') answer = await answer(request);
    if (answer === undefined) answer = fs.existsSync(file) && fs.statSync(file).isFile() ? fs.readFileSync(file) : 404;
    if (typeof answer === 'number') answer = { status: answer, type: 'text/plain', body: 'none' };
    if (typeof answer === 'string' || Buffer.isBuffer(answer)) answer = { body: answer };
    const { status = 200, type = TYPES[path.extname(name)] ?? TYPES['.html'], headers = {}, body, isCut = false } = answer;
    if (isCut) {
      request.socket.destroy();
      return;
    }
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'access-control-allow-origin': '*', ...headers });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const close = () => new Promise((closed) => {
    server.closeAllConnections();
    server.close(closed);
  });
  after(close);
  return { origin: `http://127.0.0.1:${server.address().port}`, asked };
}

/** Opens a made page; `first` are run before its scripts and those of its frames. */
export async function openMade(address, ...first) {
  const opened = await open({ url: 'about:blank', ready: false });
  for (const script of first) await opened.page.evaluateOnNewDocument(script);
  await opened.page.goto(address, { waitUntil: 'domcontentloaded' });
  return opened;
}

/** Run in a page first: its time stands still until `advance` moves it. */
export function stillTime() {
  const waiting = new Map();
  let now = 1000;
  let last = 0;
  performance.now = () => now;
  window.setTimeout = (act, wait = 0, ...given) => {
    last += 1;
    waiting.set(last, { act, at: now + wait, given });
    return last;
  };
  window.clearTimeout = (id) => waiting.delete(id);
  window.advance = (milliseconds) => {
    const end = now + milliseconds;
    const due = () => [...waiting].filter(([, { at }]) => at <= end).sort(([, one], [, other]) => one.at - other.at)[0];
    for (let next = due(); next; next = due()) {
      waiting.delete(next[0]);
      now = next[1].at;
      next[1].act(...next[1].given);
    }
    now = end;
  };
}

/** Moves the time of a page or frame. */
export const advance = (target, milliseconds) => target.evaluate((milliseconds) => window.advance(milliseconds), milliseconds);

/** The frame of an element, when it has loaded its page. */
export async function frameIn(page, selector) {
  const frame = await (await page.waitForSelector(selector)).contentFrame();
  await frame.waitForFunction(() => document.readyState === 'complete' && location.href !== 'about:blank', { polling: 50 });
  return frame;
}

let marks = 0;

/**
 * Sends the messages that `make` gives from one window to another, and waits until they have been dealt with there.
 * `make` runs in the sender, and is given a function that makes a message of the embed contract.
 */
export async function send(receiver, sender, make, target = 'parent') {
  marks += 1;
  await sender.evaluate(`(() => {
    const made = (${make})((fields) => ({ ns: 'leadership-timeline', v: 1, ...fields }));
    for (const message of [...made, { mark: ${marks} }]) ${target}.postMessage(message, '*');
  })()`);
  await until(receiver, 'the messages arrive', (mark) => window.marked === mark, marks);
}

/** A script of the pages that `send` sends to. */
export const MARKED = '<script>addEventListener("message", ({ data }) => { if (data && data.mark) window.marked = data.mark; });</script>';

/** A page that says nothing of itself and keeps what it is told. */
export const PUPPET = `<!doctype html><title>Puppet</title><body>${MARKED}
  <script>window.received = []; addEventListener('message', ({ data }) => received.push(data));</script></body>`;
