// The frame's side of the embed contract: what it lets itself be told, and by whom.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../harness/browser.mjs';
import { EMBED, asked, dataset, heard, host, ofType, parameters, program, settled, tell } from '../harness/guest-host.mjs';
import { advance, frameIn, send } from '../harness/made.mjs';

test('a page that gives the secret later, as WordPress does, is answered', async () => {
  const { page, guest } = await host();
  await settled(page, guest);
  await tell(guest, page, () => [{ message: 'ready', secret: 'aB3' }, { message: 'ready' }, { message: 'ready', secret: undefined }]);
  assert.deepEqual(await heard(page, guest), []);
  await guest.evaluate(() => addEventListener('hashchange', () => { window.hasNewHash = true; }));
  await page.$eval('#one', (frame) => { frame.src += '#?secret=aB3'; });
  await until(guest, 'the frame knows the secret', () => window.hasNewHash);
  assert.deepEqual((await heard(page, guest)).at(-1), { message: 'height', value: 300, secret: 'aB3' });
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
  assert.deepEqual(await asked(guest), ['view=table']);
  await program(guest, 'state', 'view=table&from=2025-01-01&day=2019-07-06&figure=tenure-lengths&q=a%20b');
  await advance(guest, 1000);
  await tell(guest, page, (own) => [own({
    type: 'set', id: 't1', to: '2025-12-31', from: '', on: '2020-01-01', chart: 'capacity-days', q: 'O\'Neil & <b>', theme: 'dark', chrome: 'minimal',
    v2: 'x', src: 'https://other.example/', css: 'x', callback: 'x', height: 'fixed', constructor: 'x', select: 'x',
  })]);
  assert.deepEqual(parameters((await asked(guest))[1]), {
    to: '2025-12-31', from: '', on: '2020-01-01', chart: 'capacity-days', q: 'O\'Neil & <b>',
  }, 'what it names, and that it names the first day without a value');
  assert.deepEqual(await dataset(guest), { page: 'embed', theme: 'dark', chrome: 'minimal', height: 'auto' });
  await advance(guest, 1000);
  await tell(guest, page, (own) => [own({ type: 'set', theme: 'purple', chrome: '' })]);
  assert.deepEqual(await dataset(guest), { page: 'embed', chrome: 'full', height: 'auto' });
  await advance(guest, 1000);
  assert.equal((await asked(guest)).length, 2, 'the program is not asked for what it has no part in');
  await page.close();
});

test('what is too long does not take the rest with it', async () => {
  const { page, guest } = await host();
  await settled(page, guest);
  await program(guest, 'started');
  const [long, longer] = [700, 1500].map((count) => 'a'.repeat(count));
  await tell(guest, page, `(own) => [
    own({ type: 'set', q: '${longer}', view: 'table' }), own({ type: 'set', person: '${long}', theme: '${'a'.repeat(3000)}' }), own({ type: 'set', office: 'a'.repeat(2049) }),
  ]`);
  await advance(guest, 1000);
  const queries = await asked(guest);
  assert.deepEqual(parameters(queries.join('&')), { view: 'table', q: longer, person: long });
  await tell(guest, page, `(own) => [
    own({ type: 'set', on: '2020-01-01' }), own({ type: 'set', q: '${longer}', person: '${long}', view: 'table' }),
  ]`);
  await advance(guest, 1000);
  assert.deepEqual((await asked(guest)).slice(queries.length).map(parameters), [{ on: '2020-01-01' }, { view: 'table', person: long }]);
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
    own({ type: 'set', q: 'a'.repeat(2048) }), own({ type: 'set', q: '\u20ac'.repeat(700) }), own({ type: 'set', lang: 'es' }),
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
  assert.deepEqual(parameters(queries.at(-1)), { q: '39-24', from: '2025-01-01' });
  await page.close();
});
