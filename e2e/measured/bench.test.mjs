// The page that measures the timeline keeps its contract at every size: `SITE=target/bench node --test e2e/measured/`.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countOf, open, rangeOf, settled, until } from '../harness/browser.mjs';

const MOST_NODES = 3000;

for (const n of [150, 1000, 10_000, 100_000]) {
  test(`${n} items: marked when they are on the screen, in few nodes, and moved by what the page says`, async () => {
    const { page, said, asked } = await open({ query: `?n=${n}`, ready: false });
    await until(page, 'the timeline is marked', () => performance.getEntriesByName('bench:rendered').length > 0);
    const drawn = () => page.$$eval('.tenure-bar, .tenure-summary, .lane-picture', (found) => found.filter((mark) => mark.getBoundingClientRect().top < innerHeight).length);
    assert.ok((await drawn()) > 4, `only ${await drawn()} marks are on the screen`);
    const nodes = () => countOf(page, '*');
    assert.ok((await nodes()) <= MOST_NODES, `${await nodes()} nodes`);
    assert.ok(await page.evaluate(() => window.__bench.wasmBytes() > 1e6));
    const before = await rangeOf(page);
    for (let steps = 0; steps < 12; steps += 1) {
      await page.evaluate(() => window.__bench.step('in'));
      await settled(page);
    }
    const near = await rangeOf(page);
    assert.ok(near[0] > before[0] && near[1] < before[1], `${before} then ${near}`);
    const target = await page.$(await page.evaluate(() => window.__bench.target));
    const box = await target.boundingBox();
    await page.mouse.move(box.x + box.width * 0.6, 400);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6 - 150, 400, { steps: 8 });
    await page.mouse.up();
    assert.ok((await rangeOf(page))[0] > near[0], 'a drag moves the days');
    assert.ok((await drawn()) > 4 && (await nodes()) <= MOST_NODES, `${await drawn()} marks, ${await nodes()} nodes`);
    // What has the focus may be taken away by what follows.
    await page.$eval('.tenure-bar, .tenure-summary, .lane-picture', (mark) => mark.focus({ preventScroll: true }));
    for (let steps = 0; steps < 14; steps += 1) await page.evaluate(() => window.__bench.step('out'));
    await until(page, 'what is drawn has come to rest', () => {
      const count = document.querySelectorAll('.tenure-bar, .tenure-summary, .lane-picture').length;
      window.same = window.count === count ? (window.same ?? 0) + 1 : 0;
      window.count = count;
      return window.same > 30;
    });
    assert.ok((await page.evaluate(() => document.querySelector('section.timeline').contains(document.activeElement))), 'the focus stays on the timeline');
    const stops = await page.$$eval('[data-lane-group]', (groups) => groups.map((group) => group.querySelectorAll('[data-day][tabindex="0"]').length));
    assert.ok(stops.every((count) => count <= 1), `tab stops of the groups: ${stops}`);
    assert.ok((await nodes()) <= MOST_NODES, `${await nodes()} nodes`);
    assert.deepEqual(said, []);
    assert.ok(asked.every((address) => address.startsWith('http://127.0.0.1')), `${asked}`);
    await page.close();
  });
}
