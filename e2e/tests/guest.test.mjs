// The frame's side of the embed contract: what it tells the page around it, and what it lets itself be told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../harness/browser.mjs';
import { MARKED, PUPPET, advance, frameIn, openMade, send, serveMade, stillTime } from '../harness/made.mjs';

const NS = { ns: 'leadership-timeline', v: 1 };
const GUEST = `<!doctype html><html lang="en" data-page="embed"><head><title>Guest</title>
  <script src="guest.js"></script>
  <script>
    window.first = { ...document.documentElement.dataset };
    window.asked = [];
    document.addEventListener('timeline:set', ({ detail }) => asked.push(detail));
    window.program = (name, detail) => document.dispatchEvent(new CustomEvent('timeline:' + name, { detail }));
  </script>
  <style>body { margin: 0 } #boot { height: 40px } #app { height: 300px }</style></head>
  <body>${MARKED}<div id="boot" hidden><p></p><button>Again</button></div>
  <div id="content"><div id="app" data-dataset="2026-09-18" data-app="1.4.2"></div></div></body></html>`;
const guests = await serveMade({ '/embed/': GUEST, '/embed/puppet/': PUPPET });
const pages = {};
const hosts = await serveMade(pages);
const EMBED = `${guests.origin}/embed/`;

/** A page with a frame, and what the frame has said to it. */
async function host(query = '?v=1&id=t1', { attributes = '', hash = '', first = [] } = {}) {
  const address = `${EMBED}${query}${hash}`;
  pages['/host/'] = `<!doctype html><title>Host</title><body>${MARKED}<script>
      window.heard = [];
      addEventListener('message', ({ data, source }) => data.mark || heard.push(source === document.querySelector('#one').contentWindow ? data : 'another'));
    </script><iframe id="one" src="${address.replaceAll('&', '&amp;')}" width="600" height="900" style="border:0" ${attributes}></iframe></body>`;
  const { page, said } = await openMade(`${hosts.origin}/host/`, stillTime, ...first);
  return { page, said, guest: await frameIn(page, '#one'), address };
}

/** What the frame has said since the last time, when time has gone on. */
async function heard(page, guest) {
  await advance(guest, 1000);
  await send(page, guest, () => []);
  return page.evaluate(() => window.heard.splice(0));
}
/** Waits until the frame has told its first height, and forgets that. */
async function settled(page, guest) {
  await until(page, 'a height', () => window.heard.some(({ type }) => type === 'height'));
  return heard(page, guest);
}
const ofType = (messages, type) => messages.filter((message) => message.type === type);
const tell = (guest, page, make) => send(guest, page, make, 'document.querySelector("#one").contentWindow');
const dataset = (guest) => guest.evaluate(() => ({ ...document.documentElement.dataset }));
const program = (guest, name, detail) => guest.evaluate((name, detail) => window.program(name, detail), name, detail);
const asked = (guest) => guest.evaluate(() => window.asked);
const parameters = (query) => Object.fromEntries(new URLSearchParams(query));

test('a height is told in each way that pages of others understand', async () => {
  const { page, guest, said, address } = await host('?v=1&id=t1&childId=pym-child', { hash: '#?secret=aB3dE6gH9j' });
  const messages = await settled(page, guest);
  assert.deepEqual(messages.slice(0, 6), [
    { ...NS, type: 'height', id: 't1', height: 300, width: 600 },
    { sentinel: 'amp', type: 'embed-size', height: 300 },
    { 'datawrapper-height': { t1: 300 } },
    JSON.stringify({ src: address, context: 'iframe.resize', height: 300 }),
    'pymxPYMxpym-childxPYMxheightxPYMx300',
    { message: 'height', value: 300, secret: 'aB3dE6gH9j' },
  ]);
  await guest.evaluate(() => { document.querySelector('#app').style.height = '512.4px'; });
  await until(page, 'the new height', () => window.heard.some(({ height }) => height === 513));
  assert.equal((await heard(page, guest)).length, 6);
  await guest.evaluate(() => { document.querySelector('#boot').hidden = false; });
  await until(page, 'a height with the line that says what happens', () => window.heard.some(({ height }) => height === 553));
  await heard(page, guest);
  await page.$eval('#one', (frame) => { frame.width = 500; });
  await until(page, 'the new width', () => window.heard.some(({ type, width, height }) => type === 'height' && width === 500 && height === 553));
  assert.deepEqual(said, []);
  await page.close();
});

test('without parameters there is no id, and no message of those who did not ask', async () => {
  const { page, guest, address } = await host('');
  assert.deepEqual((await settled(page, guest)).slice(0, 4), [
    { ...NS, type: 'height', height: 300, width: 600 },
    { sentinel: 'amp', type: 'embed-size', height: 300 },
    { 'datawrapper-height': { timeline: 300 } },
    JSON.stringify({ src: address, context: 'iframe.resize', height: 300 }),
  ]);
  await tell(guest, page, (own) => [own({ type: 'hello' })]);
  assert.equal((await heard(page, guest)).length, 4);
  await page.close();
});

test('a frame of fixed height tells none', async () => {
  const { page, guest } = await host('?v=1&height=fixed&childId=x', { hash: '#?secret=abc' });
  assert.equal((await dataset(guest)).height, 'fixed');
  await tell(guest, page, (own) => [own({ type: 'hello' }), { message: 'ready', secret: 'abc' }]);
  await program(guest, 'started');
  assert.deepEqual(await heard(page, guest), [{ ...NS, type: 'ready', dataset: '2026-09-18', app: '1.4.2' }]);
  await page.close();
});

test('a frame that is not shown tells no height until it is', async () => {
  const { page, guest } = await host('?v=1', { attributes: 'hidden' });
  await tell(guest, page, (own) => [own({ type: 'hello' })]);
  assert.deepEqual(await heard(page, guest), []);
  await page.$eval('#one', (frame) => { frame.hidden = false; });
  assert.deepEqual(ofType(await settled(page, guest), 'height')[0], { ...NS, type: 'height', height: 300, width: 600 });
  await page.close();
});

test('a frame in which the engine observes nothing tells its height all the same', async () => {
  const { page, guest } = await host('?v=1', { first: [() => { window.ResizeObserver = class { observe() {} }; }] });
  await settled(page, guest);
  for (const [name, detail, height] of [['started', undefined, 310], ['state', 'view=table', 320], ['failed', 'panic', 330]]) {
    await program(guest, name, detail);
    await guest.evaluate((height) => { document.querySelector('#app').style.height = `${height}px`; }, height);
    assert.deepEqual(ofType(await heard(page, guest), 'height').map((message) => message.height), [height], name);
  }
  await page.close();
});

test('it tells when the program runs, and why it does not', async () => {
  const { page, guest } = await host();
  await settled(page, guest);
  await program(guest, 'started');
  assert.deepEqual(await heard(page, guest), [{ ...NS, type: 'ready', id: 't1', dataset: '2026-09-18', app: '1.4.2' }]);
  for (const code of ['timeout', 'wasm', 'data', 'panic']) {
    await program(guest, 'failed', code);
    assert.deepEqual(await heard(page, guest), [{ ...NS, type: 'error', id: 't1', code }]);
  }
  await page.close();
});

test('what the reader looks at is told to a page that has greeted, and to no other', async () => {
  const { page, guest } = await host();
  await settled(page, guest);
  await program(guest, 'started');
  await program(guest, 'state', 'view=table');
  assert.deepEqual(ofType(await heard(page, guest), 'state'), []);
  await tell(guest, page, (own) => [own({ type: 'hello', id: 't1' })]);
  const greeted = await heard(page, guest);
  assert.deepEqual(ofType(greeted, 'state'), [{ ...NS, type: 'state', id: 't1', query: 'view=table' }]);
  assert.equal(ofType(greeted, 'height').length, 1);
  await program(guest, 'state', 'view=map');
  assert.deepEqual(ofType(await heard(page, guest), 'state'), [{ ...NS, type: 'state', id: 't1', query: 'view=map' }]);
  await program(guest, 'failed', 'panic');
  await program(guest, 'state', 'view=date');
  await tell(guest, page, (own) => [own({ type: 'hello' }), own({ type: 'set', view: 'table' })]);
  assert.deepEqual(ofType(await heard(page, guest), 'state'), [], 'nothing after it broke');
  assert.deepEqual(await asked(guest), []);
  await page.close();
});

test('theme and amount are there before the page, by the grammar of the address', async () => {
  const cases = [
    ['', { chrome: 'full', height: 'auto' }],
    ['?theme=dark&chrome=minimal&height=fixed', { theme: 'dark', chrome: 'minimal', height: 'fixed' }],
    ['?theme=contrast&theme=light', { theme: 'contrast', chrome: 'full', height: 'auto' }],
    ['?theme=auto&theme=light&height=auto&height=fixed', { chrome: 'full', height: 'auto' }],
    ['?theme=%3Cb%3E&chrome=none&height=300', { chrome: 'full', height: 'auto' }],
    ['?theme=DARK&chrome=__proto__&height=fixed%0A', { chrome: 'full', height: 'auto' }],
  ];
  for (const [query, values] of cases) {
    const { page, guest } = await host(query);
    assert.deepEqual(await guest.evaluate(() => window.first), { page: 'embed', ...values }, query);
    await page.close();
  }
});

test('an id, a child\'s id or a secret of another grammar is not repeated', async () => {
  const cases = [
    ['?id=a%20b', ''], ['?id=', ''], [`?id=${'a'.repeat(33)}`, ''], ['?id=%3Cb%3E&id=t1', ''], ['?id=a%0A', ''],
    ['?childId=a%20b', ''], ['?childId=%3Cscript%3E', ''],
    ['', '#?secret=<script>'], ['', '#?secret='], ['', `#?secret=${'a'.repeat(65)}`], ['', '#secret=abc'], ['', '#?secret=abc&x=1'],
  ];
  for (const [query, hash] of cases) {
    const { page, guest } = await host(query, { hash });
    const messages = await settled(page, guest);
    const ways = new Set(messages.map((message) => (typeof message === 'string' ? message.slice(0, 4) : Object.keys(message).sort().join())));
    assert.deepEqual([...ways].sort(), ['datawrapper-height', 'height,ns,type,v,width', 'height,sentinel,type', '{"sr'], query + hash);
    await page.close();
  }
  const { page, guest } = await host('?id=__proto__');
  assert.ok((await settled(page, guest)).some((message) => message.id === '__proto__'));
  await page.close();
});

test('a page that gives the secret later, as WordPress does, is answered', async () => {
  const { page, guest } = await host();
  await settled(page, guest);
  await tell(guest, page, () => [{ message: 'ready', secret: 'aB3' }, { message: 'ready' }, { message: 'ready', secret: undefined }]);
  assert.deepEqual(await heard(page, guest), []);
  await page.$eval('#one', (frame) => { frame.src += '#?secret=aB3'; });
  await until(page, 'the height', () => window.heard.some(({ message, value, secret }) => message === 'height' && value === 300 && secret === 'aB3'));
  await heard(page, guest);
  await tell(guest, page, () => [{ message: 'ready', secret: 'other' }]);
  assert.deepEqual(await heard(page, guest), []);
  await tell(guest, page, () => [{ message: 'ready', secret: 'aB3' }]);
  assert.deepEqual((await heard(page, guest)).at(-1), { message: 'height', value: 300, secret: 'aB3' });
  await page.close();
});

test('`set` changes what it names of the view, and nothing it may not name', async () => {
  const { page, guest } = await host('?v=1&id=t1&view=timeline&from=2025-01-01&theme=light');
  await settled(page, guest);
  await tell(guest, page, (own) => [own({ type: 'set', view: 'table' })]);
  await advance(guest, 1000);
  assert.deepEqual(await asked(guest), [], 'nobody to ask yet');
  await program(guest, 'started');
  assert.deepEqual((await asked(guest)).map(parameters), [{ v: '1', id: 't1', view: 'table', from: '2025-01-01', theme: 'light' }]);
  await program(guest, 'state', 'view=table&from=2025-01-01&day=2019-07-06&figure=tenure-lengths&q=a%20b');
  await advance(guest, 1000);
  await tell(guest, page, (own) => [own({
    type: 'set', id: 't1', to: '2025-12-31', from: '', on: '2020-01-01', chart: 'capacity-days', q: 'O\'Neil & <b>', theme: 'dark', chrome: 'minimal',
    v2: 'x', src: 'https://other.example/', css: 'x', callback: 'x', height: 'fixed', constructor: 'x', select: 'x',
  })]);
  assert.deepEqual(parameters((await asked(guest))[1]), {
    view: 'table', to: '2025-12-31', on: '2020-01-01', chart: 'capacity-days', q: 'O\'Neil & <b>', theme: 'dark', chrome: 'minimal',
  });
  assert.deepEqual(await dataset(guest), { page: 'embed', theme: 'dark', chrome: 'minimal', height: 'auto' });
  await advance(guest, 1000);
  await tell(guest, page, (own) => [own({ type: 'set', theme: 'purple', chrome: '' })]);
  assert.deepEqual(await dataset(guest), { page: 'embed', chrome: 'full', height: 'auto' });
  await page.close();
});

test('what is not a message of the contract changes nothing', async () => {
  const { page, guest, said } = await host();
  await settled(page, guest);
  await program(guest, 'started');
  await heard(page, guest);
  const before = await guest.evaluate(() => document.documentElement.outerHTML);
  await tell(guest, page, (own) => [
    null, undefined, 0, true, '', 'hello', [], {}, new Map(), new Date(0), 10n, JSON.stringify(own({ type: 'hello' })),
    { type: 'hello' }, own({ type: 'hello', v: 2 }), own({ type: 'hello', v: '1' }), own({ type: 'hello', ns: 'other' }), own({ type: 'hello', id: 't2' }), own({ type: 'hello', id: 1 }),
    own({ type: ['hello'] }), own({ type: 'HELLO' }), own({ type: '__proto__' }), own({ type: 'constructor' }), own({}),
    JSON.parse('{"ns":"leadership-timeline","v":1,"__proto__":{"type":"set","view":"table","theme":"dark"}}'),
    JSON.parse('{"ns":"leadership-timeline","v":1,"type":"set","__proto__":{"view":"table","theme":"dark"}}'),
    JSON.parse('{"ns":"leadership-timeline","v":1,"type":"set","constructor":{"prototype":{"theme":"dark"}}}'),
    ...[1, null, true, ['table'], { toString: 'table' }, new Date(0), 'a'.repeat(2049)].map((value) => own({ type: 'set', view: value, q: value })),
    ...[1, null, true, ['dark']].map((value) => own({ type: 'set', theme: value, chrome: value })),
    own({ type: 'set', q: 'a'.repeat(2040) }),
    own({ type: 'state', query: 'view=table' }), own({ type: 'ready' }), own({ type: 'navigate', url: '/puppet/' }),
    { message: 'ready', secret: '' }, { message: 'link', value: '/puppet/' }, 'pymxPYMxonexPYMxnavigateToxPYMx/puppet/',
  ]);
  assert.deepEqual(await heard(page, guest), []);
  assert.deepEqual(await asked(guest), []);
  assert.equal(await guest.evaluate(() => document.documentElement.outerHTML), before);
  assert.equal(await guest.evaluate(() => ({}).theme ?? null), null);
  assert.deepEqual(said, []);
  await page.close();
});

test('only the page around it is listened to', async () => {
  const { page, guest } = await host();
  await settled(page, guest);
  await program(guest, 'started');
  await heard(page, guest);
  const make = (own) => [own({ type: 'hello' }), own({ type: 'set', theme: 'dark', view: 'table' })];
  await page.evaluate((address) => document.body.insertAdjacentHTML('beforeend', `<iframe id="two" src="${address}"></iframe>`), `${EMBED}puppet/`);
  await send(guest, await frameIn(page, '#two'), make, 'parent.frames[0]');
  await send(guest, guest, make, 'window');
  await guest.evaluate((address) => document.body.insertAdjacentHTML('beforeend', `<iframe id="in" src="${address}" style="position:fixed"></iframe>`), `${EMBED}puppet/`);
  await send(guest, await frameIn(guest, '#in'), make);
  assert.deepEqual(await heard(page, guest), []);
  assert.deepEqual(await asked(guest), []);
  assert.equal((await dataset(guest)).theme, undefined);
  await page.close();
});

test('a thousand messages a second are answered twenty times, and the last setting holds', async () => {
  const { page, guest } = await host();
  await settled(page, guest);
  await program(guest, 'started');
  await program(guest, 'state', 'view=map');
  await heard(page, guest);
  for (let round = 0; round < 40; round += 1) {
    await advance(guest, 25);
    await tell(guest, page, `(own) => Array.from({ length: 25 }, (_, i) => i % 2 ? own({ type: 'hello' }) : own({ type: 'set', q: '${round}-' + i, ['from']: '2025-01-01' }))`);
  }
  await advance(guest, 1000);
  const messages = await heard(page, guest);
  const queries = await asked(guest);
  for (const [what, count] of [['height', ofType(messages, 'height').length], ['state', ofType(messages, 'state').length], ['set', queries.length]]) {
    assert.ok(count > 10 && count <= 22, `${what}: ${count} in a second`);
  }
  assert.deepEqual(parameters(queries.at(-1)), { view: 'map', q: '39-24', from: '2025-01-01' });
  await page.close();
});

test('in a frame without an origin it does the same', async () => {
  const { page, guest, said } = await host('?v=1&id=t1&theme=dark', { attributes: 'sandbox="allow-scripts"' });
  assert.equal(await guest.evaluate(() => self.origin), 'null');
  assert.equal((await dataset(guest)).theme, 'dark');
  assert.deepEqual(ofType(await settled(page, guest), 'height')[0], { ...NS, type: 'height', id: 't1', height: 300, width: 600 });
  assert.deepEqual(said, []);
  await page.close();
});

test('a page of its own says nothing to anyone', async () => {
  const { page, said } = await openMade(`${EMBED}?theme=dark&id=t1`, () => {
    window.posted = [];
    window.postMessage = (...given) => window.posted.push(given);
  });
  await until(page, 'the page has loaded', () => document.readyState === 'complete');
  for (const [name, detail] of [['started'], ['state', 'view=table'], ['failed', 'panic']]) await program(page, name, detail);
  assert.deepEqual(await page.evaluate(() => window.posted), []);
  assert.equal((await dataset(page)).theme, 'dark');
  assert.deepEqual(said, []);
  await page.close();
});
