// The timeline by keys, the same in every engine: what is pressed, what has the focus, which days are shown.
import assert from 'node:assert/strict';
import { rested } from './sized.mjs';

const DAY_MS = 86_400_000;
export const HEAD = 'button.tenure-bar[data-tenure=lyons-ice-director-2025]';
export const TIMELINE = 'section.timeline';

/** Waits until what the last event changed has been drawn. */
export const drawn = (view) => view.evaluate(async () => {
  for (let times = 0; times < 2; times += 1) await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
});

/** Presses a key and waits for what it does to be drawn. */
export async function press(page, view, key) {
  await page.press(key);
  await drawn(view);
}

/** The days that the timeline shows, as two dates. */
export const rangeOf = (view) => view.evaluate((selector) => {
  const { from, to } = document.querySelector(selector).dataset;
  return [from, to];
}, TIMELINE);

export const daysOf = ([from, to]) => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** What has the focus. */
export const focused = (view) => view.evaluate(() => {
  const { className, dataset } = document.activeElement;
  const lane = document.activeElement.closest('[data-lane]')?.dataset.lane ?? null;
  return { kind: className, record: dataset.tenure ?? dataset.event ?? null, day: Number(dataset.day ?? NaN), lane };
});

/** Presses Tab until an element of a selector has the focus. */
export async function tabTo(page, view, selector, most = 120) {
  for (let presses = 0; presses < most; presses += 1) {
    await page.press('Tab');
    if (await view.evaluate((selector) => document.hasFocus() && document.activeElement.matches(selector), selector)) return;
  }
  assert.fail(`${selector} is not reached by ${most} presses of Tab`);
}

/** A page at the site, in front of all others. */
export async function openSite(t, world, query = '') {
  const page = await t.page();
  await page.goto(world.site.url(`/${query}`));
  await rested(page);
  await page.show();
  return page;
}
