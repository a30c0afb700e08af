// The table: columns, sorting, the range, copying, and as cards on a narrow screen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { click, countOf, open, parameter, published, settled, textOf, until } from '../harness/browser.mjs';

const TENURES = 'table.record-table:not(.record-table--events)';
const EVENTS = 'table.record-table--events';

const copied = async (page, name) => {
  await page.evaluate(() => {
    window.copied = null;
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } }, configurable: true });
  });
  await click(page, `.table-tools [data-copy=${name}]`);
  await until(page, 'it is copied', () => window.copied !== null);
  return (await page.evaluate(() => window.copied)).split('\n').map((line) => line.split('\t'));
};

test('the tables hold every tenure and every event', async () => {
  const { page } = await open({ query: '?view=table' });
  assert.equal(await countOf(page, `${TENURES} tr[data-record]`), published('tenures').length);
  assert.equal(await countOf(page, `${EVENTS} tr[data-record]`), published('events').length);
  await page.close();
});

test('each sortable head sorts by its column, and turns the order', async () => {
  const { page } = await open({ query: '?view=table' });
  const sorted = () => page.$$eval(`${TENURES} th[aria-sort]`, (heads) => heads.filter((head) => head.getAttribute('aria-sort') !== 'none').map((head) => [head.dataset.sort, head.getAttribute('aria-sort')]));
  const order = () => page.$$eval(`${TENURES} tr[data-record]`, (rows) => rows.map((row) => row.dataset.record));
  assert.deepEqual(await sorted(), [['start', 'ascending']]);
  for (const key of ['name', 'office', 'days', 'start']) {
    await click(page, `${TENURES} th[data-sort=${key}] button`);
    const up = await order();
    assert.deepEqual(await sorted(), [[key, 'ascending']]);
    await click(page, `${TENURES} th[data-sort=${key}] button`);
    const down = await order();
    assert.deepEqual(await sorted(), [[key, 'descending']]);
    assert.notDeepEqual(up, down, key);
    assert.deepEqual([...up].sort(), [...down].sort(), key);
    assert.equal(await parameter(page, 'sort'), `-${key}`);
  }
  const surname = new Map(published('people').map((person) => [person.id, person.sort_name]));
  const person = new Map(published('tenures').map((tenure) => [tenure.id, surname.get(tenure.person)]));
  await click(page, `${TENURES} th[data-sort=name] button`);
  const names = (await order()).map((id) => person.get(id));
  assert.deepEqual(names, [...names].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0)));
  await page.close();
});

test('the caption, the heads and the first cells name rows and columns', async () => {
  const { page } = await open({ query: '?view=table' });
  for (const table of [TENURES, EVENTS]) {
    assert.ok((await textOf(page, `${table} caption`)).length > 3);
    assert.ok(await page.$$eval(`${table} thead th`, (heads) => heads.every((head) => head.scope === 'col')));
    assert.ok(await page.$$eval(`${table} tbody tr`, (rows) => rows.every((row) => row.querySelectorAll('th[scope=row]').length === 1)));
  }
  await page.close();
});

test('the heads stay in sight while the rows scroll', async () => {
  const { page } = await open({ query: '?view=table' });
  await page.$eval(`${TENURES} tbody tr:nth-child(60)`, (row) => row.scrollIntoView({ block: 'center' }));
  await settled(page);
  const top = await page.$eval(`${TENURES} thead th`, (head) => head.getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 5, `the head is at ${top} px`);
  await page.close();
});

test('a column goes and comes back', async () => {
  const { page } = await open({ query: '?view=table' });
  await click(page, '.table-tools__columns summary');
  const isShown = () => page.$$eval(`${TENURES} [data-column=capacity]`, (cells) => cells.some((cell) => cell.checkVisibility()));
  await click(page, '[data-toggle-column=capacity]');
  assert.equal(await isShown(), false);
  assert.equal(await parameter(page, 'hide'), 'capacity');
  const lines = await copied(page, 'tenures');
  assert.ok(!lines[0].includes('Capacity') && lines[0].includes('Title used'), `${lines[0]}`);
  await click(page, '[data-toggle-column=capacity]');
  assert.equal(await isShown(), true);
  assert.equal(await parameter(page, 'hide'), null);
  await page.close();
});

test('the tables follow the range, say so, and lead back to the whole record', async () => {
  const { page } = await open({ query: '?view=table&from=2025-10-01&to=2025-10-31' });
  const rows = await countOf(page, `${EVENTS} tr[data-record]`);
  const dates = await page.$$eval(`${EVENTS} tbody td[data-column=start]`, (cells) => cells.map((cell) => cell.textContent));
  assert.ok(rows > 5 && dates.every((date) => /2025/.test(date)), `${dates}`);
  assert.match(await textOf(page, '.table-tools__range'), /1 October 2025 to 31 October 2025/);
  await click(page, '[data-action=whole-record]');
  assert.equal(await countOf(page, `${EVENTS} tr[data-record]`), published('events').length);
  assert.equal(await page.$eval('.table-tools__range', (line) => line.checkVisibility()), false);
  await page.close();
});

test('a longer range leaves the tables whole', async () => {
  const { page } = await open();
  await click(page, 'button[data-action=zoom-out]');
  await click(page, 'nav.views [data-view=table]');
  assert.equal(await countOf(page, `${TENURES} tr[data-record]`), published('tenures').length);
  await page.close();
});

test('what is shown is copied as lines of values apart by tabs', async () => {
  const { page } = await open({ query: '?view=table&office=ice-director' });
  const lines = await copied(page, 'tenures');
  const rows = await page.$$eval(`${TENURES} tr[data-record]`, (found) => found.map((row) => [...row.cells].map((cell) => cell.textContent.trim())));
  assert.equal(lines.length, rows.length + 1);
  assert.deepEqual(lines[0], ['Person', 'Post', 'Title used', 'Capacity', 'Start', 'End', 'Length', 'Sources']);
  lines.slice(1).forEach((line, at) => {
    assert.equal(line.length, 8);
    assert.deepEqual(line.slice(0, 5), rows[at].slice(0, 5));
    assert.match(line[7], /^https?:\/\//);
  });
  const events = await copied(page, 'events');
  assert.equal(events.length, 1 + (await countOf(page, `${EVENTS} tr[data-record]`)));
  await page.close();
});

test('at 320 px each row is a card whose values are named', async () => {
  const { page } = await open({ query: '?view=table', width: 320, height: 700 });
  const card = await page.$eval(`${TENURES} tbody tr`, (row) => ({
    text: row.innerText,
    width: row.getBoundingClientRect().width,
    lefts: [...row.cells].map((cell) => Math.round(cell.getBoundingClientRect().left)),
    unnamed: [...row.querySelectorAll('td')].filter((cell) => !cell.dataset.label || getComputedStyle(cell, '::before').content === 'none').length,
  }));
  assert.ok(card.width <= 320);
  assert.equal(new Set(card.lefts).size, 1, 'the values stand below each other');
  assert.equal(card.unnamed, 0, 'each value has its name before it');
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true);
  await page.close();
});
