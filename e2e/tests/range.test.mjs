// Zoom and movement: whatever a drag can do, buttons and keys can do too.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributeOf, click, open, press, rangeOf, settled, until } from '../harness/browser.mjs';

const days = ([from, to]) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const middle = (page, selector) => page.$eval(selector, (element) => {
  element.scrollIntoView({ block: 'center' });
  const box = element.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
});

async function drag(page, selector, by, offset = 0) {
  const [x, y] = await middle(page, selector);
  await settled(page);
  await page.mouse.move(x + offset, y);
  await page.mouse.down();
  await page.mouse.move(x + offset + by / 2, y, { steps: 4 });
  await page.mouse.move(x + offset + by, y, { steps: 4 });
  await page.mouse.up();
  await settled(page);
}

test('buttons zoom, move and fit', async () => {
  const { page } = await open();
  const whole = await rangeOf(page);
  await click(page, 'button[data-action=zoom-in]');
  const near = await rangeOf(page);
  assert.ok(days(near) < days(whole));
  await click(page, 'button[data-action=pan-left]');
  const earlier = await rangeOf(page);
  assert.ok(earlier[0] < near[0] && Math.abs(days(earlier) - days(near)) <= 1);
  await click(page, 'button[data-action=pan-right]');
  assert.ok((await rangeOf(page))[0] > earlier[0]);
  await click(page, 'button[data-action=zoom-out]');
  assert.ok(days(await rangeOf(page)) > days(near));
  await click(page, 'button[data-action=fit]');
  assert.deepEqual(await rangeOf(page), whole);
  await page.close();
});

test('a preset shows its period and is marked', async () => {
  const { page } = await open();
  const chips = await page.$$('.toolbar .chip');
  const last = chips.at(-1);
  await last.click();
  await settled(page);
  assert.equal(await last.evaluate((chip) => chip.getAttribute('aria-pressed')), 'true');
  assert.ok(days(await rangeOf(page)) < 400);
  await page.close();
});

test('the handles of the overview move by keys and by dragging', async () => {
  const { page } = await open();
  const whole = await rangeOf(page);
  const handle = '.range-slider__handle[data-end=from]';
  await page.focus(handle);
  await press(page, 'PageUp');
  const byKey = await rangeOf(page);
  assert.ok(byKey[0] > whole[0] && byKey[1] === whole[1], `${byKey}`);
  assert.match(await attributeOf(page, handle, 'aria-valuetext'), /20\d\d/);
  await press(page, 'Home');
  assert.equal((await rangeOf(page))[0] <= whole[0], true);
  await drag(page, handle, 200);
  const byDrag = await rangeOf(page);
  assert.ok(days(byDrag) < days(whole) - 200, `${byDrag}`);
  await drag(page, '.overview__window', -60);
  const moved = await rangeOf(page);
  assert.ok(moved[0] < byDrag[0] && Math.abs(days(moved) - days(byDrag)) <= 1, `${byDrag} then ${moved}`);
  await page.close();
});

test('the lanes are dragged, and a drag is no click', async () => {
  const { page } = await open({ query: '?from=2020-01-01&to=2022-01-01' });
  await drag(page, '.lane .lane__track, .lane', 150, 40);
  const range = await rangeOf(page);
  assert.ok(range[0] < '2020-01-01' && Math.abs(days(range) - 731) <= 1, `${range}`);
  await page.close();
});

test('the wheel scrolls the page, and zooms with Ctrl around the pointer', async () => {
  const { page } = await open();
  const whole = await rangeOf(page);
  const [x, y] = await middle(page, '.timeline__lanes');
  await settled(page);
  await page.mouse.move(x, y);
  const top = await page.evaluate(() => scrollY);
  await page.mouse.wheel({ deltaY: 240 });
  await until(page, 'the page scrolls', (top) => scrollY > top, top);
  assert.deepEqual(await rangeOf(page), whole);
  await until(page, 'how to zoom is said', () => /hold Ctrl or Cmd/.test(document.querySelector('.wheel-hint').textContent));
  await page.keyboard.down('Control');
  await page.mouse.wheel({ deltaY: -240 });
  await page.keyboard.up('Control');
  await until(page, 'the range narrows', (from) => document.querySelector('section.timeline').dataset.from !== from, whole[0]);
  assert.ok(days(await rangeOf(page)) < days(whole));
  await page.close();
});
