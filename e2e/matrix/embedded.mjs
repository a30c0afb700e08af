// What must hold where a page of another site shows the timeline, and what such pages paste.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { until } from './engines/scope.mjs';
import { expectHostUnaffected, expectNoLine, expectReadable } from './expect.mjs';
import { listen, refuseStorage } from './injected.mjs';
import { expectUsable, started } from './steps.mjs';

export const NS = 'leadership-timeline';
/** The least and the most that the loader makes a frame high. */
const [LOWEST, HIGHEST] = [120, 12_000];

/** The servers of a case whose pages keep what their console says, and on whose site every storage is refused. */
export async function openHosting(t) {
  const world = await t.world();
  world.site.inject(refuseStorage);
  // Browsers ask for it; a host without one complains.
  world.host.page('/favicon.ico', '');
  if (t.engine !== 'webkit') for (const server of [world.site, world.host]) server.inject(listen);
  return world;
}

/** One more origin whose pages keep what their console says. */
export async function openAnother(t, world, options) {
  const server = await world.another(options);
  server.page('/favicon.ico', '');
  if (t.engine !== 'webkit') server.inject(listen);
  return server;
}

/** For the head of a host page that no server delivers: it keeps what its console says. */
export const LISTENING = `<script>(${listen})();</script>`;

/** What the documentation tells people to paste, for a site: the frame, the mark, the element, and the loader. */
export function snippets(site) {
  const text = fs.readFileSync(new URL('../../docs/embedding.md', import.meta.url), 'utf8').replaceAll('https://EMBED.HOST', site.origin);
  const [frame, mark] = [...text.matchAll(/```html\n([\s\S]*?)```/g)].map(([, code]) => code.trim());
  const loader = /\n<script [^>]*><\/script>$/;
  const element = text.match(/`(<leadership-timeline [^`]*)`/)?.[1];
  if (![frame, mark].every((code) => loader.test(code)) || !element) throw new Error('the documentation of embeds has other snippets');
  return { frame: frame.replace(loader, ''), mark: mark.replace(loader, ''), element, loader: frame.match(loader)[0].trim() };
}

/** Chromium does not know one word of the snippets where the system has no way to share, and says so. */
export const unknownWords = (t) => (t.engine === 'chromium' ? [/^Unrecognized feature: 'web-share'/] : []);

/** All that a frame has said to the page around it, with the origin of each. */
export const saidBy = (host, selector) => host.evaluate((selector) => {
  const at = [...document.querySelectorAll('iframe')].indexOf(document.querySelector(selector));
  return window.matrixHost.messages.filter(({ frame }) => frame === at).map(({ data, origin }) => ({ data, origin }));
}, selector);

const isHeight = (value) => Number.isInteger(value) && value > 0;

/** What a message of a frame is called; nothing for one that the contract does not have. A frame without an id has `null`. */
export function formOf(data, { id, address, secret }) {
  if (typeof data === 'string') {
    let said;
    try {
      said = JSON.parse(data);
    } catch {
      return null;
    }
    const { height } = said;
    return isHeight(height) && data === JSON.stringify({ src: address, context: 'iframe.resize', height }) ? 'embedly' : null;
  }
  const has = (...keys) => Object.keys(data).sort().join() === keys.sort().join();
  const own = id ? ['ns', 'v', 'id'] : ['ns', 'v'];
  if (data.ns === NS) {
    if (data.v !== 1 || data.id !== (id ?? undefined)) return null;
    if (data.type === 'ready' && has(...own, 'type', 'dataset', 'app')) return 'ready';
    if (data.type === 'height' && has(...own, 'type', 'height', 'width') && isHeight(data.height) && isHeight(data.width)) return 'height';
    if (data.type === 'state' && has(...own, 'type', 'query') && /^v=1(&|$)/.test(data.query)) return 'state';
    return null;
  }
  if (has('sentinel', 'type', 'height') && data.sentinel === 'amp' && data.type === 'embed-size' && isHeight(data.height)) return 'amp';
  const told = data['datawrapper-height'];
  if (has('datawrapper-height') && Object.keys(told).join() === (id ?? 'timeline') && Object.values(told).every(isHeight)) return 'datawrapper';
  if (secret && has('message', 'value', 'secret') && data.message === 'height' && data.secret === secret && isHeight(data.value)) return 'wordpress';
  return null;
}

/** The last height that a frame has told. */
export const lastHeight = async (host, selector) =>
  (await saidBy(host, selector)).filter(({ data }) => data?.ns === NS && data.type === 'height').at(-1)?.data.height;

/** The loader has made a frame as high as it says that its content is. */
export async function expectFitted(host, selector = '#one') {
  await until(`the frame ${selector} is as high as its content`, async () => {
    const said = await lastHeight(host, selector);
    const has = await host.evaluate((selector) => document.querySelector(selector).clientHeight, selector);
    return said > LOWEST && Math.abs(Math.min(said, HIGHEST) - has) <= 2;
  });
}

/** What a frame says has the forms of the contract, comes from where it should, and says what it must. Gives the forms. */
export async function expectTalk(t, { host, embed, selector = '#one', origin, id = 't1', secret, isGreeted = true }) {
  const address = await embed.evaluate(() => location.href);
  const said = await saidBy(host, selector);
  const forms = said.map(({ data }) => formOf(data, { id, address, secret }));
  assert.deepEqual(said.filter((_, at) => !forms[at]).map(({ data }) => data), [], 'these messages are none of the contract');
  assert.deepEqual([...new Set(said.map((one) => one.origin))], [origin], 'where the messages come from');
  const delivered = fs.readFileSync(path.join(t.dist, 'embed', 'index.html'), 'utf8');
  const [dataset, app] = ['dataset', 'app'].map((name) => delivered.match(new RegExp(`data-${name}="([^"]+)"`))[1]);
  const ready = said.filter((_, at) => forms[at] === 'ready').map(({ data }) => [data.dataset, data.app]);
  assert.deepEqual(ready, [[dataset, app]], 'it says once that it is ready, and of what it is made');
  for (const form of ['height', 'amp', 'datawrapper', 'embedly']) assert.ok(forms.includes(form), `the height is told to ${form}`);
  const queries = said.filter((_, at) => forms[at] === 'state').map(({ data }) => data.query);
  if (isGreeted) assert.ok(queries.some((query) => query.includes('view=table')), `what was looked at is told to a page that greets: ${queries}`);
  else assert.deepEqual(queries, [], 'what is looked at is told to no page that has not greeted');
  return forms;
}

/** What a page tells of sizes that it observes once more, a frame later: nothing is wrong. */
export const DELAYED = /^ResizeObserver loop /;

/** No console of these documents has a complaint; `expected` are the texts of those that it must have. */
export async function expectQuiet(t, page, documents, expected = []) {
  const kept = await Promise.all(documents.map((one) => one.evaluate(() => window.matrixLog)));
  assert.ok(kept.every(Array.isArray), 'every document keeps what its console says');
  const heard = t.engine === 'webkit' ? [] : await page.log();
  const complaints = [...kept.flat(), ...heard].filter(({ kind }) => /error|warn/.test(kind)).map(({ text }) => text);
  for (const one of expected) assert.ok(complaints.some((text) => one.test(text)), `a console says ${one}: ${JSON.stringify(complaints)}`);
  assert.deepEqual(complaints.filter((text) => ![...expected, DELAYED].some((one) => one.test(text))), [], 'a console complains');
}

/** Nothing was stored, and no request carried anything stored. */
export async function expectNothingStored(world, embed) {
  assert.equal(await embed.evaluate(() => window.matrixAsked ?? 0), 0, 'no storage is asked for');
  assert.deepEqual(world.site.requests.filter(({ headers }) => headers.cookie).map(({ path }) => path), [], 'no request carries a cookie');
}

/** The timeline is to be seen, where its frame is. */
export async function expectSeen(embed) {
  await embed.until('the bars are to be seen', () => {
    const isSeen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      && element.getBoundingClientRect().width >= 1 && element.getBoundingClientRect().height >= 1;
    return document.querySelector('.embed__title').textContent.trim() && [...document.querySelectorAll('.tenure-bar')].filter(isSeen).length > 5;
  });
}

/**
 * An embed works: it is seen, is as high as its content, can be used, says what the contract says, stores nothing, and
 * leaves the page around it as it was. `host` is the document that its frame is in, `page` the outermost.
 */
export async function expectWorks(t, {
  world, page, host = page, embed, selector = '#one', origin = world.site.origin, id = 't1', secret, hasLoader = true, documents = [host, embed], expected = [],
}) {
  await started(embed);
  await expectSeen(embed);
  if (hasLoader) await expectFitted(host, selector);
  await expectUsable(embed);
  if (hasLoader) {
    await host.until('the last view is told', (id) => window.matrixHost.messages
      .filter(({ data }) => data?.type === 'state' && data.id === id).at(-1)?.data.query === 'v=1', id);
    await expectFitted(host, selector);
  }
  await expectNoLine(embed);
  await expectReadable(embed, t.names);
  const forms = await expectTalk(t, { host, embed, selector, origin, id, secret, isGreeted: hasLoader });
  await expectNothingStored(world, embed);
  await expectHostUnaffected(host);
  await expectQuiet(t, page, documents, expected);
  return forms;
}
