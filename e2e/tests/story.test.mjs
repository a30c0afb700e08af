// The guided reading: by buttons, keys, scrolling and swiping, in the address, in a frame, and as an article.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { SITE, attributeOf, click, countOf, open, press, settled, textOf, until, untilParameter } from '../harness/browser.mjs';

const { steps } = JSON.parse(fs.readFileSync(path.join(SITE, 'data/story.json'), 'utf8'));
const current = (page) => page.$$eval('.story__step[aria-current=step]', (found) => found.map((step) => step.id.replace('step-', '')));
const story = (query = '', more = {}) => open({ query: `?view=story${query}`, ...more });
const untilStep = (page, id) => until(page, `the step is ${id}`, (id) => document.querySelector(`.story__step[aria-current=step]#step-${id}`) !== null, id);

test('the buttons lead from step to step, with the view of each beside it and the step in the address', async () => {
  const { page } = await story('', { width: 1280 });
  assert.equal(steps.length, 13);
  assert.deepEqual(await current(page), [steps[0].id]);
  assert.equal(await countOf(page, '.story__picture .timeline'), 1);
  const shown = [];
  for (const { id, view } of steps.slice(1)) {
    await page.click('.story__go:last-of-type');
    await untilStep(page, id);
    await untilParameter(page, 'step', id);
    const kind = /figure=([\w-]+)/.exec(view)?.[1] ?? (view.includes('view=map') ? 'office-map' : 'timeline');
    const selector = kind === 'timeline' ? '.story__picture .timeline' : `.story__picture #figure-${kind}`;
    await until(page, `${id} shows ${kind}`, (selector) => document.querySelector(selector) !== null, selector);
    assert.equal(await countOf(page, '.story__shown'), 1);
    shown.push(kind);
  }
  assert.ok(new Set(shown).size >= 6, shown.join());
  assert.equal(await attributeOf(page, '.story__go:last-of-type', 'aria-disabled'), 'true');
  await page.click('.story__go:last-of-type');
  assert.deepEqual(await current(page), [steps.at(-1).id]);
  await page.click('.story__go:first-of-type');
  await untilStep(page, steps.at(-2).id);
  await page.close();
});

test('the whole story is read by the keyboard', async () => {
  const { page } = await story('', { width: 390 });
  await page.focus('.story__go:last-of-type');
  for (const { id } of steps.slice(1)) {
    await press(page, 'ArrowRight');
    await untilStep(page, id);
    assert.equal(await page.$eval(`#step-${id}`, (step) => step.checkVisibility()), true, id);
    assert.equal(await page.evaluate(() => document.activeElement.className), 'story__go', 'the focus stays');
  }
  for (const { id } of steps.slice(0, -1).reverse()) {
    await press(page, 'ArrowLeft');
    await untilStep(page, id);
  }
  assert.equal(await page.$$eval('.story__step', (all) => all.filter((step) => step.checkVisibility()).length), 1, 'a narrow page shows a step at a time');
  await page.close();
});

test('a wide page is scrolled through', async () => {
  const { page } = await story('', { width: 1280 });
  for (const at of [3, 8, 1]) {
    await page.$eval(`#step-${steps[at].id}`, (step) => step.scrollIntoView({ block: 'center' }));
    await untilStep(page, steps[at].id);
  }
  await page.close();
  const linked = await story(`&step=${steps[8].id}`, { width: 1280 });
  await untilStep(linked.page, steps[8].id);
  await until(linked.page, 'the step is on the screen', (id) => {
    const { top, bottom } = document.querySelector(`#step-${id}`).getBoundingClientRect();
    return top < innerHeight && bottom > 0;
  }, steps[8].id);
  await linked.page.close();
});

test('a finger that is drawn to the side turns to the next step', async () => {
  const { page } = await story('', { width: 390, touch: true });
  const swipe = async (from, to) => {
    const { x, y } = await page.$eval('.story__step[aria-current=step] p', (text) => {
      text.scrollIntoView({ block: 'center' });
      return text.getBoundingClientRect().toJSON();
    });
    const client = await page.createCDPSession();
    const point = (at) => [{ x: x + at, y: y + 8 }];
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: point(from) });
    for (let part = 1; part <= 4; part += 1) await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: point(from + ((to - from) * part) / 4) });
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await client.detach();
  };
  await swipe(220, 40);
  await untilStep(page, steps[1].id);
  await swipe(40, 220);
  await untilStep(page, steps[0].id);
  await page.close();
});

test('what is pressed in the picture opens on the record, and leaves the step', async () => {
  const { page } = await story('', { width: 1280 });
  // Not scrolled to: that would turn to another step.
  await page.$eval('.story__picture .tenure-bar', (bar) => bar.click());
  await until(page, 'the detail is open', () => document.querySelector('dialog.detail:not([hidden]) .detail__title') !== null);
  await untilParameter(page, 'view', 'story');
  assert.deepEqual(await current(page), [steps[0].id]);
  await page.close();
});

test('nothing moves for a reader who wants no motion', async () => {
  const { page } = await story('', { width: 1280 });
  await click(page, '.story__go:last-of-type');
  await untilStep(page, steps[1].id);
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  await settled(page);
  await page.close();
});

test('without scripts all of it is an article with its drawings, events and sources', async () => {
  const { page } = await open({ js: false, query: 'story/' });
  const found = await page.$$eval('.article__step', (all) => all.map((step) => ({
    id: step.id,
    paragraphs: step.querySelectorAll(':scope > p').length - 1,
    drawn: step.querySelectorAll('svg').length,
    sources: step.querySelectorAll('.source-list > li').length,
    events: step.querySelectorAll('.article__events li').length,
  })));
  assert.deepEqual(found.map(({ id, paragraphs, sources, events }) => [id, paragraphs, sources, events]), steps.map(({ id, text, sources, events = [] }) => [id, text.length, sources.length, events.length]));
  assert.ok(found.every(({ drawn }) => drawn > 0), 'each has its drawing');
  const said = await textOf(page, '#main');
  assert.ok(!/[{}]/.test(said) && said.includes('3,528'));
  await page.close();
  const view = await open({ js: false, query: 'view/story/' });
  assert.equal(await countOf(view.page, '.story__step'), steps.length);
  for (const { id } of steps) assert.equal(await view.page.$eval(`#step-${id}`, (step) => step.checkVisibility()), true, id);
  await view.page.close();
});
