// What a page that embeds the timeline lets its frames do: set their own height, and nothing else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../harness/browser.mjs';
import { MARKED, PUPPET, advance, frameIn, openMade, send, serveMade, stillTime } from '../harness/made.mjs';

const HEARD = `<script>
  window.heard = [];
  for (const type of ['ready', 'state', 'error']) {
    addEventListener('timeline:' + type, ({ detail, target }) => heard.push({ type, detail, id: target.id, isFrozen: Object.isFrozen(detail) }));
  }
</script>`;
const guests = await serveMade({ '/embed/': PUPPET, '/other/': PUPPET });
const pages = { '/puppet/': PUPPET };
const hosts = await serveMade(pages);
const LOADER = `<script src="${guests.origin}/embed/v1.js"></script>`;
const frame = (id, attributes = '', address = `${guests.origin}/embed/?v=1&amp;id=${id}`) =>
  `<iframe id="${id}" src="${address}" width="600" height="720" style="border: 0px;" ${attributes}></iframe>`;

/** A page with these elements and the loader, and the frame in it that the test speaks for. */
async function host({ elements = frame('one'), scripts = LOADER, speaker = '#one' } = {}) {
  pages['/host/'] = `<!doctype html><title>Host</title><body>${MARKED}${HEARD}${elements}${scripts}</body>`;
  const opened = await openMade(`${hosts.origin}/host/`, stillTime);
  return { ...opened, guest: await frameIn(opened.page, speaker) };
}

const heightOf = (page, selector = '#one') => page.$eval(selector, (element) => element.style.height);
const textOfPage = (page) => page.evaluate(() => document.documentElement.outerHTML);
const received = (guest) => guest.evaluate(() => window.received.filter((message) => !message.mark));

/** Asks for one height after another, with so much time before each. */
async function grow(page, guest, heights, pause) {
  for (const height of heights) {
    await advance(page, pause);
    await send(page, guest, `(own) => [own({ type: 'height', height: ${height} })]`);
  }
}

test('a frame gets the height it asks for, and nothing else of the page changes', async () => {
  const { page, guest, said } = await host({ elements: `${frame('one')}${frame('two')}<p>Text</p>` });
  const before = await textOfPage(page);
  await send(page, guest, (own) => [own({ type: 'height', height: 841.2, width: 600, id: 'one' })]);
  assert.equal(await heightOf(page), '842px');
  await page.$eval('#one', (element) => element.style.removeProperty('height'));
  assert.equal(await textOfPage(page), before);
  assert.deepEqual(said, []);
  await page.close();
});

test('heights keep within bounds, and small changes are no changes', async () => {
  const { page, guest } = await host();
  for (const [asked, given] of [[-5, 120], [0, 120], [300, 300], [301.9, 302], [303, 302], [301, 302], [304, 304], [1e9, 12000], [Number.MAX_VALUE, 12000]]) {
    await grow(page, guest, [asked], 50);
    assert.equal(await heightOf(page), `${given}px`, `asked for ${asked}`);
  }
  await page.close();
});

test('what is not a message of the contract changes nothing', async () => {
  const { page, guest, said } = await host();
  const before = await textOfPage(page);
  await send(page, guest, (own) => [
    null, undefined, 0, 1, true, '', 'height', [], {}, new Map([['type', 'height']]), new Date(0), 10n,
    JSON.stringify(own({ type: 'height', height: 400 })),
    [own({ type: 'height', height: 400 })],
    { type: 'height', height: 400 },
    own({ type: 'height', height: 400, v: 2 }), own({ type: 'height', height: 400, v: '1' }), own({ type: 'height', height: 400, ns: 'other' }),
    own({ type: 'HEIGHT', height: 400 }), own({ type: ['height'], height: 400 }), own({ type: {}, height: 400 }),
    own({ type: '__proto__' }), own({ type: 'constructor' }), own({ type: 'hasOwnProperty' }), own({ type: 'toString', height: 400 }),
    own({ type: 'height' }),
    ...[NaN, Infinity, -Infinity, null, '400', '400px', [400], { valueOf: 400 }, true, 400n, new Date(400)].map((height) => own({ type: 'height', height })),
    JSON.parse('{"ns":"leadership-timeline","v":1,"__proto__":{"type":"height","height":400}}'),
    JSON.parse('{"__proto__":{"ns":"leadership-timeline","v":1,"type":"height","height":400}}'),
    JSON.parse('{"ns":"leadership-timeline","v":1,"type":"height","__proto__":{"height":400}}'),
    JSON.parse('{"ns":"leadership-timeline","v":1,"type":"height","constructor":{"prototype":{"height":400}}}'),
    own({ type: 'set', theme: 'dark' }), own({ type: 'hello' }),
    own({ type: 'style', style: 'position:fixed' }), own({ type: 'src', src: 'https://other.example/' }),
  ]);
  await advance(page, 1000);
  assert.equal(await textOfPage(page), before);
  assert.deepEqual(await page.evaluate(() => [window.heard, 'height' in {}, 'type' in {}]), [[], false, false]);
  assert.deepEqual(said, []);
  await page.close();
});

test('a frame cannot lead the page, or itself through the page, anywhere', async () => {
  const { page, guest } = await host({ elements: `<div data-timeline-embed data-id="one"></div>`, speaker: '[data-timeline-embed] iframe' });
  const before = await textOfPage(page);
  const address = page.url();
  await send(page, guest, (own) => [
    own({ type: 'navigateTo', url: 'https://other.example/' }), own({ type: 'navigate', href: 'https://other.example/' }), own({ type: 'link', value: '/puppet/' }),
    own({ type: 'state', query: 'view=table"><script>alert(1)</script>' }),
    { message: 'link', value: 'https://other.example/', secret: '' }, 'pymxPYMxonexPYMxnavigateToxPYMxhttps://other.example/',
    { type: 'embed-size', sentinel: 'amp', height: 900 }, { 'datawrapper-height': { one: 900 } },
  ]);
  const outcome = await guest.evaluate(() => {
    try {
      window.top.location.href = 'https://other.example/';
      return 'led away';
    } catch (error) {
      return error.name;
    }
  });
  assert.equal(outcome, 'SecurityError');
  assert.equal(await textOfPage(page), before);
  assert.equal(page.url(), address);
  assert.deepEqual(await page.evaluate(() => window.heard), []);
  await page.close();
});

test('only the frame itself speaks for it', async () => {
  const { page, guest } = await host({
    elements: frame('one')
      + frame('elsewhere', '', `${guests.origin}/other/`)
      + frame('stranger', '', `${hosts.origin}/puppet/`)
      + frame('written', 'srcdoc="<p>Text</p>"'),
  });
  const before = await textOfPage(page);
  const make = (own) => [own({ type: 'height', height: 400, id: 'one' }), own({ type: 'ready', dataset: '1', app: '1', id: 'one' })];
  for (const selector of ['#elsewhere', '#stranger', '#written']) await send(page, await frameIn(page, selector), make);
  await send(page, page, make, 'window');
  await guest.evaluate((address) => new Promise((done) => {
    const nested = document.createElement('iframe');
    nested.onload = done;
    nested.src = address;
    document.body.append(nested);
  }), `${guests.origin}/embed/`);
  await send(page, guest.childFrames()[0], make, 'top');
  await guest.evaluate((address) => location.replace(address), `${hosts.origin}/puppet/`);
  await guest.waitForFunction((origin) => location.origin === origin && document.readyState === 'complete', {}, hosts.origin);
  await send(page, guest, make);
  assert.equal(await textOfPage(page), before);
  assert.deepEqual(await page.evaluate(() => window.heard), []);
  await page.close();
});

test('a frame without an origin is heard when its sandbox says so, and only then', async () => {
  const { page, guest } = await host({ elements: frame('one', 'sandbox="allow-scripts"') });
  assert.equal(await guest.evaluate(() => self.origin), 'null');
  await grow(page, guest, [500], 50);
  assert.equal(await heightOf(page), '500px');
  await page.$eval('#one', (element) => element.sandbox.add('allow-same-origin'));
  await grow(page, guest, [600], 50);
  assert.equal(await heightOf(page), '500px');
  await page.close();
});

test('in a page without an origin the frames have none either, and are heard', async () => {
  pages['/inner/'] = `<!doctype html><title>Inner</title><body>${MARKED}${HEARD}${frame('one', 'sandbox="allow-scripts allow-same-origin"')}${LOADER}</body>`;
  const { page, guest } = await host({ elements: `<iframe id="outer" src="/inner/" sandbox="allow-scripts" width="800" height="800"></iframe>`, scripts: '', speaker: '#outer' });
  const inner = await frameIn(guest, '#one');
  await send(guest, inner, (own) => [own({ type: 'height', height: 500 })]);
  assert.equal(await heightOf(guest), '500px');
  await page.close();
});

test('a thousand messages a second are twenty changes a second, and the last is kept', async () => {
  const { page, guest } = await host();
  await page.$eval('#one', (element) => {
    window.changes = 0;
    new MutationObserver((list) => { window.changes += list.length; }).observe(element, { attributes: true });
  });
  await grow(page, guest, [800], 50);
  for (let round = 0; round < 40; round += 1) {
    await advance(page, 25);
    await send(page, guest, `(own) => Array.from({ length: 25 }, (_, i) => own({ type: 'height', height: 600 + 7 * ((${25 * round} + i) % 13) }))`);
  }
  await advance(page, 1000);
  assert.equal(await heightOf(page), '677px');
  const changes = await page.evaluate(() => window.changes);
  assert.ok(changes > 10 && changes <= 22, `${changes} changes in a second`);
  await page.close();
});

test('a frame that speaks a thousand times a second is heard twenty times for each thing it says, and the last is kept', async () => {
  const { page, guest } = await host({ elements: frame('one') + frame('two') });
  for (let round = 0; round < 40; round += 1) {
    await advance(page, 25);
    await send(page, guest, `(own) => Array.from({ length: 10 }, (_, i) => [
      own({ type: 'ready', dataset: '${round}-' + i, app: '1' }), own({ type: 'state', query: 'q=${round}-' + i }), own({ type: 'error', code: 'timeout' }),
    ]).flat()`);
  }
  await send(page, await frameIn(page, '#two'), (own) => [own({ type: 'state', query: 'view=map' })]);
  await advance(page, 1000);
  await send(guest, page, () => [], 'window.frames[0]');
  const heard = await page.evaluate(() => window.heard);
  const of = (type, id = 'one') => heard.filter((event) => event.type === type && event.id === id).map(({ detail }) => detail);
  const counts = { ...Object.fromEntries(['ready', 'state', 'error'].map((type) => [type, of(type).length])), hello: (await received(guest)).length };
  for (const [what, count] of Object.entries(counts)) assert.ok(count > 10 && count <= 22, `${what}: ${count} in a second`);
  assert.deepEqual([of('ready').at(-1).dataset, of('state').at(-1).query], ['39-9', 'q=39-9']);
  assert.deepEqual(of('state', 'two'), [{ query: 'view=map' }], 'one frame does not keep another from being heard');
  await page.close();
});

const steps = (from, count) => Array.from({ length: count }, (_, index) => from + 10 * index);

test('a frame that grows because it has grown is stopped after ten times in two seconds', async () => {
  const { page, guest } = await host();
  await grow(page, guest, steps(730, 30), 100);
  assert.equal(await heightOf(page), '820px');
  await grow(page, guest, [11_000], 5000);
  assert.equal(await heightOf(page), '820px', 'it stays stopped');
  await grow(page, guest, [700, 900], 100);
  assert.equal(await heightOf(page), '900px', 'less than it has ends that');
  await page.close();
});

test('a frame may grow slowly, and with each change of its width', async () => {
  const { page, guest } = await host();
  await grow(page, guest, steps(730, 15), 230);
  assert.equal(await heightOf(page), '870px');
  for (const height of steps(880, 15)) {
    await page.$eval('#one', (element, width) => element.setAttribute('width', width), 1200 - height / 2);
    await grow(page, guest, [height], 50);
  }
  assert.equal(await heightOf(page), '1020px');
  await page.close();
});

test('a frame that is ready is greeted by its name, also when the loader comes late or twice', async () => {
  const { page, guest } = await host({ scripts: '' });
  await page.evaluate((address) => new Promise((done) => {
    const script = document.createElement('script');
    script.onload = done;
    script.src = address;
    document.head.append(script);
  }), `${guests.origin}/embed/v1.js`);
  await until(guest, 'a greeting', () => window.received.length === 1);
  assert.deepEqual(await received(guest), [{ ns: 'leadership-timeline', v: 1, type: 'hello' }]);
  await page.addScriptTag({ url: `${guests.origin}/embed/v1.js` });
  await send(page, guest, (own) => [own({ type: 'ready', id: 'one', dataset: '2026-09-18', app: '1.4.2' })]);
  await send(guest, page, () => [], 'window.frames[0]');
  assert.deepEqual((await received(guest)).slice(1), [{ ns: 'leadership-timeline', v: 1, type: 'hello', id: 'one', answers: 'ready' }]);
  assert.equal((await page.evaluate(() => window.heard)).length, 1);
  await page.close();
});

test('the page is told what a frame says, in fields that are checked', async () => {
  const { page, guest } = await host({ elements: `${frame('one')}${frame('two')}` });
  await send(page, guest, (own) => [
    own({ type: 'ready', id: 't1', dataset: '2026-09-18', app: '1.4.2', extra: 'x' }),
    own({ type: 'state', query: 'view=table&q=a%20b' }),
    own({ type: 'error', id: 't1', code: 'panic' }),
    own({ type: 'ready', dataset: '<b>', app: '1' }), own({ type: 'ready', dataset: '1' }), own({ type: 'ready', id: 7, dataset: '1', app: '1' }),
    own({ type: 'state', query: 7 }), own({ type: 'state', query: 'a'.repeat(2049) }), own({ type: 'state', query: '<img src=x>' }),
    own({ type: 'error', code: 'other' }), own({ type: 'error' }), own({ type: 'error', code: 'panic', id: '"' }),
  ]);
  assert.deepEqual(await page.evaluate(() => window.heard), [
    { type: 'ready', detail: { id: 't1', dataset: '2026-09-18', app: '1.4.2' }, id: 'one', isFrozen: true },
    { type: 'state', detail: { query: 'view=table&q=a%20b' }, id: 'one', isFrozen: true },
    { type: 'error', detail: { id: 't1', code: 'panic' }, id: 'one', isFrozen: true },
  ]);
  await page.close();
});

test('elements that bear the names of properties, and prototypes with properties of others, change nothing', async () => {
  const form = '<form><input name="matches"><input name="querySelectorAll"></form>';
  const { page, guest, said } = await host({
    elements: `<img name="currentScript" src="${hosts.origin}/embed/v1.js" alt="">${form}${frame('one')}<script>
      const added = { type: 'height', height: 400, id: '"', sandbox: 'none' };
      Object.assign(Object.prototype, added);
      Array.prototype.contains = () => false;
      document.body.append(document.querySelector('form').cloneNode(true));
      addEventListener('message', ({ data }) => {
        if (data !== 'end') return;
        for (const name of Object.keys(added)) delete Object.prototype[name];
        document.body.append(document.querySelector('form').cloneNode(true));
        document.body.dataset.ended = '';
      });
    </script>`,
  });
  await guest.evaluate(() => {
    const message = { ns: 'leadership-timeline', v: 1 };
    for (const fields of [{}, { height: 400 }, { type: 'ready', dataset: '1', app: '1' }]) parent.postMessage({ ...message, ...fields }, '*');
    parent.postMessage('end', '*');
  });
  await page.waitForSelector('[data-ended]');
  assert.equal(await heightOf(page), '');
  await grow(page, guest, [500], 50);
  assert.equal(await heightOf(page), '500px');
  assert.deepEqual(await page.evaluate(() => window.heard.map(({ type, detail }) => [type, Object.keys(detail)])), [['ready', ['dataset', 'app']]]);
  assert.deepEqual(said.filter((line) => line.startsWith('pageerror')), []);
  await page.close();
});
