// Each key of the timeline, by what a reader sees.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysOf, focused, open, press, rangeOf, settled, until } from '../harness/browser.mjs';

const AS_OF = '2026-09-18';
const HEAD = 'button.tenure-bar[data-tenure=lyons-ice-director-2025]';

/** A page whose focus is on the bar of an acting director. */
async function onBar(query = '') {
  const opened = await open({ query });
  await opened.page.$eval(HEAD, (bar) => bar.focus());
  await settled(opened.page);
  return opened.page;
}

const lanes = (page) => page.$$eval('[data-lane]', (found) => found.filter((lane) => lane.checkVisibility()).map((lane) => lane.dataset.lane));

test('← and → go to the bar before and after', async () => {
  const page = await onBar();
  await press(page, 'ArrowLeft');
  const before = await focused(page);
  assert.equal(before.record, 'vitello-ice-director-2025');
  await press(page, 'ArrowRight');
  assert.equal((await focused(page)).record, 'lyons-ice-director-2025');
  await press(page, 'ArrowRight');
  assert.equal((await focused(page)).record, 'venturella-ice-director-2026');
  await page.close();
});

test('↑ and ↓ go to the lane above and below', async () => {
  const page = await onBar();
  const order = await lanes(page);
  await press(page, 'ArrowDown');
  const below = await focused(page);
  assert.equal(order.indexOf(below.lane), order.indexOf('ice-director') + 1);
  await press(page, 'ArrowDown');
  const further = await focused(page);
  assert.ok(order.indexOf(further.lane) > order.indexOf(below.lane));
  await press(page, 'ArrowUp');
  assert.equal((await focused(page)).lane, below.lane);
  await page.close();
});

test('Home and End go to the first and the last of the lane', async () => {
  const page = await onBar();
  const days = await page.$$eval('[data-lane=ice-director] .tenure-bar', (found) => found.map((bar) => Number(bar.dataset.day)));
  await press(page, 'Home');
  assert.equal((await focused(page)).day, Math.min(...days));
  await press(page, 'End');
  assert.equal((await focused(page)).day, Math.max(...days));
  await page.close();
});

test('Enter opens the detail, and once more on the bar closes it', async () => {
  const page = await onBar();
  await press(page, 'Enter');
  await until(page, 'the detail has the focus', () => document.activeElement.id === 'detail-title');
  await page.$eval(HEAD, (bar) => bar.focus());
  await press(page, 'Enter');
  await until(page, 'the detail is closed', () => document.querySelector('.detail').hidden);
  await page.close();
});

test('Esc closes the detail and gives the focus back', async () => {
  const page = await onBar();
  await press(page, 'Enter');
  await until(page, 'the detail has the focus', () => document.activeElement.id === 'detail-title');
  await press(page, 'Escape');
  await until(page, 'the bar has the focus', (selector) => document.activeElement.matches(selector), HEAD);
  assert.equal(await page.$eval('.detail', (detail) => detail.checkVisibility()), false);
  await page.close();
});

test('Esc closes the card and the list of keys', async () => {
  const page = await onBar();
  await until(page, 'the card is shown', () => !document.querySelector('.hover-card').hidden);
  await press(page, '?');
  await until(page, 'the keys are shown', () => document.querySelector('#keys').checkVisibility());
  await press(page, 'Escape');
  assert.equal(await page.$eval('.hover-card', (card) => card.hidden), true);
  assert.equal(await page.$eval('#keys', (keys) => keys.checkVisibility()), false);
  await page.close();
});

test('+ and - zoom around what has the focus', async () => {
  const page = await onBar();
  const whole = await rangeOf(page);
  for (const key of ['+', '+', '+']) await press(page, key);
  const near = await rangeOf(page);
  assert.ok(daysOf(near) < daysOf(whole) / 2, `${near}`);
  assert.ok(near[0] < '2026-05-31' && near[1] > '2025-03-09', `the bar is within ${near}`);
  assert.equal((await focused(page)).record, 'lyons-ice-director-2025');
  await press(page, '-');
  assert.ok(daysOf(await rangeOf(page)) > daysOf(near));
  await page.close();
});

test('0 shows the whole record', async () => {
  const page = await onBar('?from=2025-01-01&to=2025-12-31');
  await press(page, '0');
  const [from, to] = await rangeOf(page);
  assert.ok(from <= '2017-01-01' && to >= AS_OF, `${from} to ${to}`);
  await page.close();
});

test('Page up and Page down move by half a screen', async () => {
  const page = await onBar('?from=2025-01-01&to=2025-12-31');
  await press(page, 'PageUp');
  const earlier = await rangeOf(page);
  assert.deepEqual([earlier[0] < '2024-07-05', earlier[1] < '2025-07-05', daysOf(earlier)], [true, true, 364]);
  await press(page, 'PageDown');
  const [from, to] = await rangeOf(page);
  assert.ok(Math.abs(daysOf(['2025-01-01', from])) <= 1 && Math.abs(daysOf(['2025-12-31', to])) <= 1, `${from} to ${to}`);
  await page.close();
});

test('t goes to the last day of the record', async () => {
  const page = await onBar('?from=2025-03-01&to=2025-08-31');
  await press(page, 't');
  const range = await rangeOf(page);
  assert.ok(range[1] >= AS_OF && daysOf(range) === 183, `${range}`);
  await page.close();
});

test('f shows the days of the open record', async () => {
  const page = await onBar('?select=lyons-ice-director-2025');
  await until(page, 'the detail is open', () => document.querySelector('#detail-title'));
  await page.$eval(HEAD, (bar) => bar.focus());
  await press(page, 'f');
  const range = await rangeOf(page);
  assert.ok(range[0] < '2025-03-09' && range[0] > '2024-09-01' && range[1] > '2026-05-31' && range[1] < '2026-12-31', `${range}`);
  await page.close();
});

test('/ goes to the search', async () => {
  const page = await onBar();
  await press(page, '/');
  await until(page, 'the search has the focus', () => document.activeElement.id === 'search');
  assert.equal(await page.$eval('#search', (input) => input.value), '');
  await page.close();
});

test('? shows the list of keys, and hides it', async () => {
  const page = await onBar();
  await press(page, '?');
  await until(page, 'the keys are shown', () => document.querySelector('#keys').checkVisibility());
  const text = await page.$eval('#keys', (keys) => keys.innerText);
  for (const key of ['Home', 'Enter', 'Esc', 'Page', '/', '?']) assert.ok(text.includes(key), `${key} is not in the list`);
  assert.equal(await page.$eval('[data-action=keys]', (button) => button.getAttribute('aria-expanded')), 'true');
  await press(page, '?');
  assert.equal(await page.$eval('#keys', (keys) => keys.checkVisibility()), false);
  await page.close();
});

test('no key is taken outside of the timeline, and none with Ctrl', async () => {
  const { page } = await open();
  const before = await rangeOf(page);
  await page.focus('nav.views a');
  for (const key of ['+', '-', '0', 't', 'PageUp', 'ArrowLeft', 'Home']) await press(page, key);
  assert.deepEqual(await rangeOf(page), before);
  await page.evaluate(() => scrollTo(0, 0));
  await press(page, 'PageDown');
  await until(page, 'Page down scrolls the page', () => scrollY > 100);
  await page.evaluate(() => scrollTo(0, 0));
  await page.focus('#main');
  await page.keyboard.press('Space');
  await until(page, 'the space bar scrolls the page', () => scrollY > 100);
  await page.$eval(HEAD, (bar) => bar.focus());
  const taken = await page.evaluate(() => ['f', '+', '0', 'ArrowLeft'].map((key) => {
    const event = new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
    return event.defaultPrevented;
  }));
  assert.deepEqual(taken, [false, false, false, false]);
  await page.close();
});

test('the focus is not lost when a filter takes away what has it', async () => {
  const { page } = await open();
  await page.$eval('.chip--capacity[data-capacity=acting]', (chip) => chip.focus());
  await press(page, 'Enter');
  assert.match((await focused(page)).class, /chip--capacity/);
  await page.waitForSelector('.chosen__chip[data-choice="capacity=acting"]');
  await page.focus('.chosen__chip[data-choice="capacity=acting"]');
  await press(page, 'Enter');
  await until(page, 'the search has the focus', () => document.activeElement.id === 'search');
  await page.$eval('.lane-group__toggle[aria-expanded=false]', (toggle) => toggle.focus());
  await press(page, 'Enter');
  assert.match((await focused(page)).class, /lane-group__toggle/);
  await press(page, 'Enter');
  assert.match((await focused(page)).class, /lane-group__toggle/);
  await page.focus('.group-summary__open');
  await press(page, 'Enter');
  await until(page, 'the heading of the group has the focus', () => document.activeElement.id === 'group-field-offices');
  await page.close();
});

test('going back to a filter keeps the focus on the timeline', async () => {
  const { page } = await open({ query: '?q=lyons' });
  await page.$eval('.results__clear', (button) => button.click());
  await until(page, 'everything is shown', () => document.querySelector('button.tenure-bar[data-tenure=vitello-ice-director-2025]'));
  await page.$eval('#group-above', (toggle) => toggle.click());
  await page.$eval('button.tenure-bar[data-tenure=vitello-ice-director-2025]', (bar) => bar.focus());
  await page.goBack();
  await page.goBack();
  await until(page, 'the search is on again', () => document.querySelector('#search').value === 'lyons');
  await until(page, 'the focus is within the timeline', () => document.querySelector('section.timeline').contains(document.activeElement));
  await page.close();
});
