// Each filter, by what stays on the screen, by its chip and by the address.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bars, click, countOf, events, open, parameter, published, settled, textOf, until } from '../harness/browser.mjs';

const TENURES = new Map(published('tenures').map((tenure) => [tenure.id, tenure]));
const EVENTS = new Map(published('events').map((event) => [event.id, event]));
const EVERY_LANE = '?toggle=field-offices';

/** Chooses a value of a menu, as a reader does. */
async function choose(page, dimension, value) {
  await page.$eval('.filters__more', (more) => { more.open = true; });
  await page.select(`#filter-${dimension}`, value);
  await until(page, 'its chip is there', (choice) => document.querySelector(`.chosen__chip[data-choice="${choice}"]`), `${dimension}=${value}`);
  await settled(page);
}

/** Each menu, a value, and what its bars and markers must be like. */
const CASES = [
  ['office', 'ice-ero', { tenure: (one) => one.office === 'ice-ero', event: (one) => one.offices.includes('ice-ero') }],
  ['person', 'todd-lyons', { tenure: (one) => one.person === 'todd-lyons', event: (one) => one.people.includes('todd-lyons') }],
  ['term', 'biden', { tenure: (one) => String(one.start.in_post_by ?? one.start).slice(0, 4) <= '2025', event: (one) => one.date.slice(0, 4) >= '2021' && one.date.slice(0, 4) <= '2025' }],
  ['kind', 'nomination', { event: (one) => one.kind === 'nomination' }],
  ['standing', 'anonymous-sources', { event: (one) => one.standing === 'anonymous-sources' }],
  ['confidence', 'low', { tenure: (one) => one.confidence === 'low', event: (one) => one.confidence === 'low' }],
];

for (const [dimension, value, meets] of CASES) {
  test(`the filter by ${dimension} shows what meets it, and comes off again`, async () => {
    const { page } = await open({ query: EVERY_LANE });
    const all = { bars: await bars(page), events: await events(page), said: await textOf(page, '#results') };
    await choose(page, dimension, value);
    const shown = { bars: await bars(page), events: await events(page) };
    if (meets.tenure) {
      assert.ok(shown.bars.length > 0 && shown.bars.length < all.bars.length, `${shown.bars.length} of ${all.bars.length} bars`);
      for (const id of shown.bars) assert.ok(meets.tenure(TENURES.get(id)), id);
      const expected = [...TENURES.values()].filter(meets.tenure).map((one) => one.id);
      if (dimension !== 'term') assert.deepEqual([...shown.bars].sort(), expected.sort());
    } else {
      assert.deepEqual(shown.bars, all.bars, 'tenures have none, and stay');
    }
    assert.ok(shown.events.length > 0 && shown.events.length < all.events.length, `${shown.events.length} of ${all.events.length} events`);
    for (const id of shown.events) assert.ok(meets.event(EVENTS.get(id)), id);
    assert.equal(await parameter(page, dimension), value);
    assert.match(await textOf(page, '#results'), /^\d+ of \d+ tenures and \d+ of \d+ events match$/);
    await click(page, `.chosen__chip[data-choice="${dimension}=${value}"]`);
    assert.equal(await countOf(page, '.chosen__chip'), 0);
    assert.equal(await parameter(page, dimension), null);
    assert.equal(await textOf(page, '#results'), all.said);
    assert.deepEqual(await bars(page), all.bars);
    await page.close();
  });
}

test('the filter by capacity shows tenures in it', async () => {
  const { page } = await open({ query: EVERY_LANE });
  for (const capacity of ['confirmed', 'acting']) {
    await click(page, `.chip--capacity[data-capacity=${capacity}]`);
    const shown = await bars(page);
    assert.ok(shown.length > 3 && shown.every((id) => TENURES.get(id).capacity === capacity), `${capacity}: ${shown}`);
    assert.equal(await parameter(page, 'capacity'), capacity);
    await click(page, '.results__clear');
  }
  await page.close();
});

test('the filter by group shows its lanes', async () => {
  const { page } = await open();
  await click(page, '.filters .chip:nth-of-type(3)');
  const shown = await bars(page);
  assert.ok(shown.length > 5 && shown.every((id) => /^ice-(ero|hsi|opla)/.test(TENURES.get(id).office)), `${shown}`);
  assert.equal(await parameter(page, 'group'), 'units');
  await click(page, '.filters .chip:first-of-type');
  assert.equal(await parameter(page, 'group'), null);
  await page.close();
});

test('two values of one filter add up, two filters narrow', async () => {
  const { page } = await open({ query: EVERY_LANE });
  await choose(page, 'office', 'ice-ero');
  await choose(page, 'office', 'ice-hsi');
  const both = (await bars(page)).map((id) => TENURES.get(id).office);
  assert.deepEqual([...new Set(both)].sort(), ['ice-ero', 'ice-hsi']);
  await click(page, '.chip--capacity[data-capacity=acting]');
  const narrowed = (await bars(page)).map((id) => TENURES.get(id));
  assert.ok(narrowed.length > 0 && narrowed.length < both.length);
  assert.ok(narrowed.every((one) => one.capacity === 'acting' && /^ice-(ero|hsi)$/.test(one.office)));
  assert.equal(await countOf(page, '.chosen__chip'), 3);
  await page.close();
});

test('filters hold in the table too', async () => {
  const { page } = await open({ query: '?view=table&capacity=acting&office=ice-director' });
  const rows = await page.$$eval('table.record-table:not(.record-table--events) tr[data-record]', (found) => found.map((row) => row.dataset.record));
  const expected = [...TENURES.values()].filter((one) => one.office === 'ice-director' && one.capacity === 'acting').map((one) => one.id);
  assert.deepEqual([...rows].sort(), expected.sort());
  await page.close();
});

test('a search folds case and diacritics, takes beginnings and several words', async () => {
  const { page } = await open();
  for (const [query, expected] of [['SALDANA', 'saldana-ice-director-2014'], ['sald', 'saldana-ice-director-2014'], ['director lyon', 'lyons-ice-director-2025']]) {
    await page.$eval('#search', (input, text) => { input.value = text; input.dispatchEvent(new Event('input', { bubbles: true })); }, query);
    await until(page, `${query} finds ${expected}`, (id) => document.querySelector(`button.tenure-bar[data-tenure=${id}]`)?.checkVisibility() && !document.querySelector('button.tenure-bar[data-tenure=fahey-ice-director-2020]')?.checkVisibility(), expected);
  }
  await page.close();
});

test('a search finds by publisher, summary and office', async () => {
  const { page } = await open({ query: EVERY_LANE });
  const find = async (text) => {
    await page.$eval('#search', (input, text) => { input.value = text; input.dispatchEvent(new Event('input', { bubbles: true })); }, text);
    await settled(page);
    return { tenures: await bars(page), events: await events(page), said: await textOf(page, '#results') };
  };
  const publisher = await find('associated press');
  assert.ok(publisher.events.length > 3, publisher.said);
  const office = await find('legal advisor');
  assert.ok(office.tenures.length > 1 && office.tenures.some((id) => TENURES.get(id).office === 'ice-opla'), office.said);
  const word = [...EVENTS.values()].map((event) => [event, event.summary.match(/\b[a-z]{9,}\b/g) ?? []]).flatMap(([event, words]) => words.filter((word) => !event.headline.toLowerCase().includes(word)).map((word) => [event, word]))[0];
  const summary = await find(word[1]);
  assert.ok(summary.events.includes(word[0].id), `${word[1]}: ${summary.said}`);
  await page.close();
});

test('matches are marked, and gone through forward and back', async () => {
  const { page } = await open();
  assert.equal(await page.$eval('.matches', (matches) => matches.checkVisibility()), false);
  await page.type('#search', 'lyons');
  await until(page, 'the steps are there', () => document.querySelector('.matches').checkVisibility());
  assert.equal(await page.$eval('section.timeline', (section) => section.dataset.searching), 'true');
  assert.match(await page.$eval('button.tenure-bar[data-tenure=lyons-ice-director-2025] .tenure-bar__label', (label) => getComputedStyle(label).textDecorationLine), /underline/);
  await click(page, '[data-match-step=next]');
  await until(page, 'a detail opens', () => document.querySelector('#detail-title'));
  const first = await parameter(page, 'select');
  assert.match(await textOf(page, '.matches__place'), /^1 of \d+$/);
  assert.match(await textOf(page, '.detail mark'), /lyons/i);
  await click(page, '[data-match-step=next]');
  const second = await parameter(page, 'select');
  assert.notEqual(second, first);
  assert.match(await textOf(page, '.matches__place'), /^2 of \d+$/);
  await click(page, '[data-match-step=previous]');
  assert.equal(await parameter(page, 'select'), first);
  await click(page, '[data-match-step=previous]');
  assert.match(await textOf(page, '.matches__place'), /^(\d+) of \1$/);
  await page.close();
});
