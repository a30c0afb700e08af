// The timeline by keyboard alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { focused, open, press, rangeOf, textOf, until } from '../harness/browser.mjs';

/** Presses Tab until `selector` has the focus. */
async function tabTo(page, selector, limit = 80) {
  for (let presses = 0; presses < limit; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return presses + 1;
  }
  assert.fail(`${selector} is not reached by ${limit} presses of Tab`);
}

test('reach a bar, move, open, follow a source, close, zoom and pan', async () => {
  const { page } = await open();
  await page.evaluate(() => {
    document.addEventListener('click', (event) => {
      const link = event.target.closest('a[href^="http"]');
      if (link) {
        window.followed = link.href;
        event.preventDefault();
      }
    });
  });
  await tabTo(page, 'button.tenure-bar');
  const first = await focused(page);
  await press(page, 'ArrowRight');
  const second = await focused(page);
  assert.equal(second.lane, first.lane);
  assert.ok(second.day >= first.day && second.record !== first.record, 'ArrowRight goes to the next bar of the lane');
  await press(page, 'End');
  const last = await focused(page);
  assert.equal(last.lane, first.lane);
  await press(page, 'Home');
  assert.ok((await focused(page)).day <= last.day);
  await press(page, 'ArrowDown');
  const below = await focused(page);
  assert.notEqual(below.lane, first.lane);
  assert.match(below.class, /tenure-bar|event-marker/);

  await press(page, 'Enter');
  await until(page, 'the detail opens and takes the focus', () => document.activeElement.id === 'detail-title');
  assert.equal(await page.evaluate(() => new URLSearchParams(location.search).get('select')), below.record);
  await tabTo(page, '.detail a[href^="http"]', 40);
  const link = await page.evaluate(() => document.activeElement.href);
  await press(page, 'Enter');
  assert.equal(await page.evaluate(() => window.followed), link, 'Enter follows the source');
  await press(page, 'Escape');
  await until(page, 'the focus returns to the bar', (record) => document.activeElement.dataset.tenure === record || document.activeElement.dataset.event === record, below.record);
  assert.equal(await page.$eval('.detail', (detail) => detail.hidden), true);

  const before = await rangeOf(page);
  await press(page, '+');
  const zoomed = await rangeOf(page);
  assert.ok(Date.parse(zoomed[1]) - Date.parse(zoomed[0]) < Date.parse(before[1]) - Date.parse(before[0]));
  await press(page, 'PageUp');
  const panned = await rangeOf(page);
  assert.ok(panned[0] < zoomed[0], `${panned} is not earlier than ${zoomed}`);
  await press(page, '0');
  assert.deepEqual(await rangeOf(page), before);
  await page.close();
});

test('each lane group has one tab stop, and Tab leaves it', async () => {
  const { page } = await open();
  const stops = () => page.$$eval('[data-lane-group]', (groups) => groups.map((group) =>
    [...group.querySelectorAll('[data-day]')].filter((item) => item.offsetParent && item.tabIndex === 0).length));
  assert.ok((await stops()).every((count) => count <= 1), `stops: ${await stops()}`);
  await page.$eval('button.tenure-bar[tabindex="0"]', (bar) => bar.focus());
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await press(page, key);
  assert.ok((await stops()).every((count) => count <= 1), `stops after moving: ${await stops()}`);
  const group = await page.evaluate(() => document.activeElement.closest('[data-lane-group]').dataset.laneGroup);
  await page.keyboard.press('Tab');
  const next = await page.evaluate(() => ({
    isItem: document.activeElement.matches('[data-day]'),
    group: document.activeElement.closest('[data-lane-group]')?.dataset.laneGroup ?? null,
  }));
  assert.ok(!next.isItem || next.group !== group, 'Tab goes on within the group');
  await page.close();
});

test('the focus is always seen', async () => {
  const { page } = await open();
  for (let presses = 0; presses < 45; presses += 1) {
    await page.keyboard.press('Tab');
    const ring = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement);
      return { name: document.activeElement.outerHTML.slice(0, 90), width: parseFloat(style.outlineWidth), kind: style.outlineStyle };
    });
    assert.ok(ring.kind !== 'none' && ring.width >= 2, `no ring: ${ring.name}`);
  }
  await page.close();
});

test('the skip link leads to the timeline', async () => {
  const { page } = await open();
  await press(page, 'Tab');
  assert.equal(await textOf(page, ':focus'), 'Skip to the timeline');
  await press(page, 'Enter');
  assert.equal((await focused(page)).id, 'main');
  await page.close();
});

test('the focus stays on the timeline, on something that is seen, whatever the range', async () => {
  const { page } = await open();
  await page.$eval('button.tenure-bar[data-tenure=lyons-ice-director-2025]', (bar) => bar.focus());
  for (const key of ['+', '+', '+', '+', 'PageUp', 'PageUp', 'PageUp', 'PageDown', '-', 'ArrowLeft', 'ArrowLeft', 'ArrowDown', '+', '+', '0']) {
    await press(page, key);
    const held = await page.evaluate(() => {
      const [active, section] = [document.activeElement, document.querySelector('section.timeline')];
      if (!section.contains(active)) return `${active.localName} has the focus`;
      if (active === section) return 'held';
      const [item, lane] = [active.getBoundingClientRect(), active.closest('[data-lane]').getBoundingClientRect()];
      return item.right > lane.left && item.left < lane.right ? 'held' : `${active.dataset.day} is out of view`;
    });
    assert.equal(held, 'held', `after ${key}`);
  }
  await page.close();
});
