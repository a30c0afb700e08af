// The frame's side of the embed contract: what it tells the page around it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../harness/browser.mjs';
import { EMBED, NS, asked, dataset, files, heard, host, hosts, ofType, program, settled, tell } from '../harness/guest-host.mjs';
import { MARKED, openMade, send } from '../harness/made.mjs';

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

test('who greets after it was said that the program runs is told so then, once', async () => {
  const hello = (fields = '') => `(own) => [own({ type: 'hello'${fields} })]`;
  const readies = async (page, guest, ...greetings) => {
    const counts = [];
    for (const greeting of greetings) {
      if (greeting === 'started') await program(guest, 'started');
      else await tell(guest, page, greeting);
      counts.push(ofType(await heard(page, guest), 'ready').length);
    }
    return counts;
  };
  const cases = [
    [['started', hello(), hello(), hello()], [1, 1, 0, 0], 'late'],
    [['started', hello(", answers: 'ready'"), hello()], [1, 0, 0], 'in answer'],
    [[hello(), 'started', hello(", answers: 'ready'"), hello()], [0, 1, 0, 0], 'early'],
  ];
  for (const [greetings, counts, when] of cases) {
    const { page, guest } = await host();
    await settled(page, guest);
    assert.deepEqual(await readies(page, guest, ...greetings), counts, when);
    await page.close();
  }
  const { page, guest } = await host();
  await settled(page, guest);
  assert.deepEqual(await readies(page, guest, 'started'), [1]);
  await program(guest, 'failed', 'panic');
  assert.deepEqual(await readies(page, guest, hello()), [0], 'a program that has broken is not ready');
  await page.close();
});

test('the mark of a second load is no part of the address that it tells', async () => {
  for (const [query, hash, known] of [['?v=1&reloaded=1', '', '?v=1'], ['?reloaded=1', '#?secret=abc', '#?secret=abc'], ['?v=1&q=reloaded=1x', '', '?v=1&q=reloaded=1x']]) {
    const { page, guest } = await host(query, { hash });
    const said = (await settled(page, guest)).filter((message) => typeof message === 'string').map(JSON.parse);
    assert.equal(said[0].src, EMBED + known);
    await page.close();
  }
});

test('shown again as it was kept, it tells its height again', async () => {
  const { page, guest } = await host();
  await settled(page, guest);
  await guest.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  assert.deepEqual(ofType(await heard(page, guest), 'height').map(({ height }) => height), [300]);
  await page.close();
});

test('when the reader goes away and comes back, it tells its height again', async () => {
  const { page, guest } = await host();
  await settled(page, guest);
  await page.goto(`${hosts.origin}/puppet/`);
  await page.goBack();
  await until(page, 'the height', () => window.heard?.some(({ type, height }) => type === 'height' && height === 300));
  await page.close();
});

test('a program that starts late is told of, and what it shows', async () => {
  const { page, guest } = await host();
  await settled(page, guest);
  await tell(guest, page, (own) => [own({ type: 'hello' })]);
  await heard(page, guest);
  await program(guest, 'failed', 'timeout');
  await program(guest, 'started');
  await program(guest, 'state', 'view=map');
  assert.deepEqual((await heard(page, guest)).map(({ type }) => type), ['error', 'ready', 'state']);
  await page.close();
});

test('half of a page has no height', async () => {
  let release;
  const rest = new Promise((done) => { release = done; });
  files['/embed/rest.js'] = () => rest.then(() => '');
  files['/embed/half/'] = `<!doctype html><title>Half</title><script src="../guest.js"></script><body style="margin: 0">${MARKED}
    <div id="content"><div style="height: 100px"></div><script src="../rest.js"></script><div style="height: 200px"></div></div></body>`;
  const { page } = await openMade(`${hosts.origin}/puppet/`);
  await page.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
  }, `${EMBED}half/`);
  const guest = page.frames().find((frame) => frame.parentFrame());
  await until(guest, 'half of the page', () => document.querySelector('#content > div'));
  await send(guest, page, (own) => [own({ type: 'hello' })], 'window.frames[0]');
  await send(page, guest, () => []);
  const heights = () => page.evaluate(() => window.received.filter(({ type }) => type === 'height').map(({ height }) => height));
  assert.deepEqual(await heights(), []);
  release();
  await until(page, 'the height of all of it', () => window.received.some(({ type, height }) => type === 'height' && height === 300));
  assert.deepEqual(await heights(), Array((await heights()).length).fill(300));
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
