// Search, filters, groups and the table.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributeOf, click, countOf, open, textOf, until } from '../harness/browser.mjs';

const bars = (page) => page.$$eval('button.tenure-bar', (found) => found.filter((bar) => bar.offsetParent).map((bar) => bar.dataset.tenure));

test('a search narrows the timeline, counts politely and can be undone', async () => {
  const { page } = await open();
  const all = await textOf(page, '#results');
  await page.type('#search', 'venturella');
  await until(page, 'the count changes', (all) => document.querySelector('#results').textContent !== all, all);
  assert.match(await textOf(page, '#results'), /^\d+ of \d+ tenures and \d+ of \d+ events match$/);
  const found = await bars(page);
  assert.ok(found.length >= 1 && found.every((id) => id.startsWith('venturella')), `${found}`);
  await until(page, 'it is said', () => [...document.querySelectorAll('.results [role=status]')].some((line) => line.textContent === document.querySelector('#results').textContent));
  await click(page, '.results__clear');
  assert.equal(await textOf(page, '#results'), all);
  assert.equal(await page.$eval('#search', (input) => input.value), '');
  await page.close();
});

test('a search that finds nothing says so and keeps a way out', async () => {
  const { page } = await open();
  await page.type('#search', 'zzzz');
  await until(page, 'nothing matches', () => /Nothing in the record matches/.test(document.querySelector('#results').textContent));
  assert.deepEqual(await bars(page), []);
  await click(page, '.results__clear');
  assert.ok((await bars(page)).length > 20);
  await page.close();
});

test('a capacity and a group narrow what is shown', async () => {
  const { page } = await open();
  await click(page, '.chip--capacity[data-capacity=confirmed]');
  const shown = await page.$$eval('button.tenure-bar', (found) => found.filter((bar) => bar.offsetParent).map((bar) => bar.dataset.capacity));
  assert.ok(shown.length > 3 && shown.every((capacity) => capacity === 'confirmed'), `${shown}`);
  await click(page, '.results__clear');
  const groups = () => page.$$eval('[data-lane-group]', (found) => found.filter((group) => group.offsetParent).map((group) => group.dataset.laneGroup));
  const all = await groups();
  assert.ok(all.length > 3 && all.includes('events'), `${all}`);
  await click(page, '.filters .chip:nth-of-type(2)');
  assert.deepEqual(await groups(), [all[0], 'events']);
  await page.close();
});

test('the field offices open to their 25 lanes and close again', async () => {
  const { page } = await open();
  const selector = '#group-field-offices';
  const before = await page.$$eval('[data-lane]', (lanes) => lanes.filter((lane) => lane.offsetParent).length);
  assert.equal(await attributeOf(page, selector, 'aria-expanded'), 'false');
  await click(page, selector);
  assert.equal(await attributeOf(page, selector, 'aria-expanded'), 'true');
  const after = await page.$$eval('[data-lane]', (lanes) => lanes.filter((lane) => lane.offsetParent).length);
  assert.ok(after - before >= 24, `${before} lanes, then ${after}`);
  await click(page, selector);
  assert.equal(await attributeOf(page, selector, 'aria-expanded'), 'false');
  await page.close();
});

test('the table holds the whole record and sorts by its heads', async () => {
  const { page } = await open({ query: '?view=table' });
  await until(page, 'the table is there', () => document.querySelector('table.record-table tbody tr'));
  const rows = await countOf(page, 'tr[data-record]');
  assert.ok(rows >= 130 + 160, `${rows} rows`);
  const column = () => page.$$eval('table.record-table', ([tenures]) => {
    const heads = [...tenures.tHead.rows[0].cells];
    const at = heads.findIndex((head) => !['none', null].includes(head.getAttribute('aria-sort')));
    return {
      sorted: heads.filter((head) => !['none', null].includes(head.getAttribute('aria-sort'))).map((head) => `${head.textContent.trim()} ${head.getAttribute('aria-sort')}`),
      cells: [...tenures.tBodies[0].rows].map((row) => row.cells[at].textContent.trim()),
      first: tenures.tBodies[0].rows[0].dataset.record,
    };
  });
  const begin = await column();
  assert.deepEqual(begin.sorted, ['Start ascending']);
  await click(page, 'th[data-sort=days] button');
  await click(page, 'th[data-sort=days] button');
  const longest = await column();
  assert.deepEqual(longest.sorted, ['Length descending']);
  const days = longest.cells.map((text) => Number((/[\d,]+/.exec(text) ?? ['NaN'])[0].replace(',', ''))).filter(Number.isFinite);
  assert.ok(days.length > 60 && days.slice(0, 20).every((value, index) => index === 0 || value <= days[index - 1]), `${days.slice(0, 20)}`);
  assert.notEqual(longest.first, begin.first);
  assert.match(await page.evaluate(() => location.search), /sort=/);
  assert.equal(await countOf(page, 'tr[data-record]'), rows);
  await page.$eval('table.record-table a[data-select]', (link) => link.click());
  await until(page, 'the detail opens beside the table', () => document.querySelector('#detail-title'));
  await page.close();
});

test('a detail names title, capacity, dates, sources and what came before', async () => {
  const { page } = await open({ query: '?select=lyons-ice-director-2025' });
  await until(page, 'the detail opens', () => document.querySelector('#detail-title'));
  const text = await page.$eval('.detail', (detail) => detail.innerText);
  assert.match(await textOf(page, '#detail-title'), /Lyons/);
  for (const part of [/acting/i, /March 2025/, /how we know/i, /before and after/i, /Vitello/, /Venturella/]) assert.match(text, part);
  const links = await page.$$eval('.detail .source-list a', (found) => found.map((link) => [link.protocol, link.rel]));
  assert.ok(links.length > 0 && links.every(([protocol, rel]) => /^https?:$/.test(protocol) && /noopener/.test(rel)));
  await page.close();
});
