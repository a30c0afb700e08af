// The view in the address: restored, gone back to, and never broken by what it says.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { click, countOf, open, rangeOf, settled, textOf, until } from '../harness/browser.mjs';

const query = (page) => page.evaluate(() => location.search);

test('a reload restores range, filter, groups and detail', async () => {
  const { page } = await open();
  await click(page, 'button[data-action=zoom-in]');
  await click(page, '.chip--capacity[data-capacity=acting]');
  await click(page, '#group-above');
  await click(page, 'button.tenure-bar[data-tenure=johnson-ice-director-2021]');
  const state = () => page.evaluate(() => ({
    range: [document.querySelector('section.timeline').dataset.from, document.querySelector('section.timeline').dataset.to],
    pressed: [...document.querySelectorAll('.chip[aria-pressed=true]')].map((chip) => chip.textContent),
    open: [...document.querySelectorAll('.lane-group__toggle')].map((toggle) => toggle.getAttribute('aria-expanded')),
    title: document.querySelector('#detail-title')?.textContent ?? null,
    results: document.querySelector('#results').textContent,
  }));
  const before = await state();
  assert.ok(before.title);
  await page.reload({ waitUntil: 'load' });
  await page.waitForSelector('#app[data-ready="true"]');
  await until(page, 'the detail is open again', () => document.querySelector('#detail-title'));
  assert.deepEqual(await state(), before);
  await page.close();
});

test('back and forward go through the views', async () => {
  const { page } = await open();
  await click(page, 'button.tenure-bar[data-tenure=lyons-ice-director-2025]');
  assert.equal(await page.$eval('.detail', (detail) => detail.hidden), false);
  const one = await query(page);
  await click(page, 'nav.views a[data-view=table]');
  assert.equal(await countOf(page, 'table.record-table'), 2);
  const two = await query(page);
  assert.notEqual(one, two);
  await page.goBack();
  await until(page, 'the timeline is back', () => document.querySelector('section.timeline'));
  assert.equal(await query(page), one);
  await page.goBack();
  await until(page, 'the detail is closed', () => document.querySelector('.detail').hidden);
  await page.goForward();
  await until(page, 'the detail is open', () => !document.querySelector('.detail').hidden);
  assert.equal(await query(page), one);
  await page.close();
});

test('bad values give the default, a quiet notice and a page that works', async () => {
  const { page, said } = await open({ query: '?from=2025-02-30&capacity=%3Cb%3E&view=none&select=nobody&unknown=1' });
  const notice = await textOf(page, '.notice-bar p.notice');
  for (const key of ['from', 'capacity', 'view', 'select']) assert.ok(notice.includes(key), `${key} is not told: ${notice}`);
  assert.ok(!notice.includes('unknown'));
  assert.equal(await countOf(page, '.notice b'), 0);
  await click(page, '.notice__dismiss');
  assert.equal(await page.$eval('.notice-bar', (bar) => bar.hidden), true);
  await click(page, 'button[data-action=zoom-in]');
  assert.ok((await query(page)).includes('from='));
  assert.deepEqual(said, []);
  await page.close();
});

test('an id that was renamed opens its record', async () => {
  const { page } = await open();
  await page.close();
  const index = await (await fetchText('data/datapackage.json'));
  const moved = Object.entries(JSON.parse(index).moved);
  const [from, to] = moved.find(([, id]) => /^\d{4}/.test(id));
  const opened = await open({ query: `?select=${from}` });
  await until(opened.page, 'the detail opens', () => document.querySelector('#detail-title'));
  await settled(opened.page);
  assert.ok(to.length > 0 && (await textOf(opened.page, '#detail-title')).length > 0);
  assert.equal(await opened.page.$eval('.notice-bar', (bar) => bar.hidden), true);
  await opened.page.close();
});

async function fetchText(name) {
  const { page, address } = await open({ js: false });
  await page.close();
  return (await fetch(address + name)).text();
}

test('a period in the address is the period on the screen', async () => {
  const { page } = await open({ query: '?from=2025-01-01&to=2025-12-31' });
  assert.deepEqual(await rangeOf(page), ['2025-01-01', '2025-12-31']);
  await page.close();
});
