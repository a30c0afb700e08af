// The timeline by fingers, on a phone's screen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysOf, open, parameter, rangeOf, settled, until } from '../harness/browser.mjs';

const PHONE = { width: 390, height: 844, touch: true };

/** A page on a phone, and what puts fingers on it: `fingers(type, [[x, y], ...])`. */
async function onPhone(query = '?from=2020-01-01&to=2024-01-01') {
  const { page, said } = await open({ ...PHONE, query });
  const session = await page.createCDPSession();
  const fingers = async (type, points) => {
    await session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
    await settled(page);
  };
  const y = await page.$eval('[data-lane=ice-director]', (lane) => {
    lane.scrollIntoView({ block: 'center' });
    const box = lane.getBoundingClientRect();
    return box.top + box.height / 2;
  });
  await settled(page);
  return { page, said, fingers, y };
}

/** Moves fingers in a straight line, in steps. */
async function swipe(fingers, from, to, steps = 8) {
  await fingers('touchStart', from);
  for (let step = 1; step <= steps; step += 1) {
    await fingers('touchMove', from.map(([x, y], at) => [x + ((to[at][0] - x) * step) / steps, y + ((to[at][1] - y) * step) / steps]));
  }
  await fingers('touchEnd', []);
}

test('two fingers apart zoom in around where they are, together zoom out', async () => {
  const { page, fingers, y } = await onPhone();
  const before = await rangeOf(page);
  await swipe(fingers, [[150, y], [240, y]], [[60, y], [330, y]]);
  const near = await rangeOf(page);
  assert.ok(daysOf(near) < daysOf(before) / 2, `${near}`);
  assert.ok(near[0] > before[0] && near[1] < before[1], `${near} is within ${before}`);
  await swipe(fingers, [[60, y], [330, y]], [[150, y], [240, y]]);
  assert.ok(daysOf(await rangeOf(page)) > daysOf(near) * 2);
  await page.close();
});

test('two fingers move the days', async () => {
  const { page, fingers, y } = await onPhone();
  const before = await rangeOf(page);
  await swipe(fingers, [[200, y], [300, y]], [[100, y], [200, y]]);
  const after = await rangeOf(page);
  assert.ok(after[0] > before[0], `${before} then ${after}`);
  assert.ok(Math.abs(daysOf(after) - daysOf(before)) <= daysOf(before) * 0.03, `${daysOf(before)} and ${daysOf(after)} days`);
  await page.close();
});

test('one finger across moves the days, and no further when it is lifted', async () => {
  const { page, fingers, y } = await onPhone();
  const before = await rangeOf(page);
  await swipe(fingers, [[100, y]], [[280, y]]);
  const after = await rangeOf(page);
  assert.ok(after[0] < before[0] && Math.abs(daysOf(after) - daysOf(before)) <= 1, `${before} then ${after}`);
  for (let frames = 0; frames < 5; frames += 1) await settled(page);
  assert.deepEqual(await rangeOf(page), after);
  await page.close();
});

test('one finger up scrolls the page and leaves the days', async () => {
  const { page, fingers, y } = await onPhone();
  const before = await rangeOf(page);
  const top = await page.evaluate(() => scrollY);
  await swipe(fingers, [[200, y]], [[200, y - 250]], 12);
  await until(page, 'the page scrolls', (top) => scrollY > top + 60, top);
  assert.deepEqual(await rangeOf(page), before);
  await page.close();
});

test('a tap on a bar opens its detail over the page, and no card', async () => {
  const { page, fingers } = await onPhone('?from=2020-01-01&to=2024-01-01');
  const [x, y] = await page.$eval('button.tenure-bar[data-tenure=johnson-ice-director-2021]', (bar) => {
    const box = bar.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
  });
  await fingers('touchStart', [[x, y]]);
  await fingers('touchEnd', []);
  await until(page, 'the dialog is open', () => document.querySelector('.detail:modal') && document.activeElement.id === 'detail-title');
  assert.equal(await parameter(page, 'select'), 'johnson-ice-director-2021');
  assert.equal(await page.$eval('.hover-card', (card) => card.hidden), true);
  await page.close();
});

test('two taps zoom in where they are', async () => {
  const { page, fingers } = await onPhone('?from=2024-06-01&to=2026-09-18');
  const [x, y] = await page.$eval('[data-lane=ice-chief-of-staff]', (lane) => {
    lane.scrollIntoView({ block: 'center' });
    const box = lane.getBoundingClientRect();
    return [box.right - 30, box.top + box.height / 2];
  });
  await settled(page);
  const isFree = await page.evaluate((x, y) => !document.elementFromPoint(x, y).closest('[data-day]'), x, y);
  assert.ok(isFree, 'the taps are beside the bars');
  const before = await rangeOf(page);
  for (const type of ['touchStart', 'touchEnd', 'touchStart', 'touchEnd']) await fingers(type, type === 'touchStart' ? [[x, y]] : []);
  const after = await rangeOf(page);
  assert.ok(Math.abs(daysOf(after) - daysOf(before) / 2) <= 2, `${before} then ${after}`);
  assert.ok(after[0] > before[0] && after[1] <= before[1]);
  await page.close();
});

test('the handles of the overview follow a finger', async () => {
  const { page, fingers } = await onPhone();
  const [x, y] = await page.$eval('.range-slider__handle[data-end=to]', (handle) => {
    handle.scrollIntoView({ block: 'center' });
    const box = handle.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
  });
  await settled(page);
  const before = await rangeOf(page);
  await swipe(fingers, [[x, y]], [[x - 30, y]]);
  const after = await rangeOf(page);
  assert.ok(after[0] === before[0] && after[1] < before[1], `${before} then ${after}`);
  await page.close();
});
