// The page is taken over in turns: what a reader does meanwhile is done, and nothing of it is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VIEWS, open, rangeOf, until } from '../harness/browser.mjs';

/** Run in a page first: each turn, of one part, waits until `turn()` lets it go. */
function heldTurns() {
  const { postMessage } = MessagePort.prototype;
  const held = [];
  window.turns = 0;
  MessagePort.prototype.postMessage = function post(...given) {
    // `boot.js` waits for a frame by a message too: that is before the program.
    if (typeof wasm_bindgen === 'undefined') postMessage.apply(this, given);
    else held.push(() => postMessage.apply(this, given));
  };
  window.waits = () => held.length > 0;
  window.turn = () => {
    window.turns += 1;
    held.shift()();
  };
}

/** Opens the site with its turns held. */
async function held(query = '') {
  const { page, address } = await open();
  await page.evaluateOnNewDocument(heldTurns);
  await page.goto(address + query, { waitUntil: 'load' });
  await until(page, 'the program begins', () => window.waits());
  return page;
}

const turn = async (page) => {
  await page.evaluate(() => window.turn());
  await until(page, 'the turn is over', () => window.waits() || document.querySelector('#app').dataset.ready);
};
const isReady = (page) => page.$eval('#app', (app) => app.dataset.ready === 'true');

test('the page is taken over in many turns, and is ready after the last', async () => {
  const page = await held();
  while (!(await isReady(page))) await turn(page);
  const turns = await page.evaluate(() => window.turns);
  assert.ok(turns >= 8, `${turns} turns`);
});

test('a button that has not been taken over yet does what it says', async () => {
  const page = await held();
  const before = await rangeOf(page);
  await turn(page);
  assert.equal(await isReady(page), false);
  await page.click('[data-action="zoom-in"]');
  assert.notDeepEqual(await rangeOf(page), before);
});

test('a key and a link too; and the view of the address is there first', async () => {
  const page = await held('?from=2020-01-01&to=2022-01-01');
  for (const _ of [1, 2, 3, 4]) await turn(page);
  await page.focus('[data-view="table"]');
  await page.keyboard.press('Enter');
  await until(page, 'the table is shown', () => document.querySelector('.stage table'));
  const query = await page.evaluate(() => location.search);
  assert.match(query, /view=table/);
  assert.match(query, /from=2020-01-01&to=2022-01-01/);
});

test('the view of the address takes the place of what has just been taken over, and nothing asks for that again', async () => {
  const narrowed = 'view=table&from=2025-01-20&to=2026-11-02&group=field-offices';
  const all = { ...VIEWS, narrowed: `?${narrowed}`, embedded: `embed/?v=1&${narrowed}` };
  for (const [name, query] of Object.entries(all)) {
    // The reader waits, or does something when a part of the page has been taken over.
    for (const isWaiting of [true, false]) {
      const page = await held(query);
      const faults = [];
      page.on('pageerror', (error) => faults.push(error.message));
      for (let turns = 0; !(await isReady(page)) && faults.length === 0; turns += 1) {
        if (turns === 6 && !isWaiting) await page.keyboard.press('Shift');
        await turn(page);
      }
      await until(page, `${name}: one view is shown`, () => document.querySelector('.stage__view')?.children.length === 1);
      assert.deepEqual([faults, await page.evaluate(() => document.documentElement.dataset.failed ?? null)], [[], null], `${name}, ${isWaiting}`);
      await page.close();
    }
  }
});
