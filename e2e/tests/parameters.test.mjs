// Each key of the address, by what a reader sees when the page opens with it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bars, countOf, events, open, published, rangeOf, textOf, until } from '../harness/browser.mjs';

const TENURES = new Map(published('tenures').map((tenure) => [tenure.id, tenure]));
const EVENTS = new Map(published('events').map((event) => [event.id, event]));

const quiet = async (page) => assert.equal(await page.$eval('.notice-bar', (bar) => bar.hidden), true, 'the address is understood');
const pressed = (page, selector) => page.$$eval(selector, (found) => found.filter((button) => button.getAttribute('aria-pressed') === 'true').map((button) => button.textContent.trim()));

const CASES = {
  'view=table': async (page) => {
    assert.equal(await countOf(page, 'table.record-table'), 2);
    assert.equal(await textOf(page, 'nav.views [aria-current=page]'), 'Table');
  },
  'view=date': async (page) => assert.equal(await textOf(page, '#on-date-title'), 'Who held which post on a day'),
  'from=2025-03-01&to=2025-12-31': async (page) => assert.deepEqual(await rangeOf(page), ['2025-03-01', '2025-12-31']),
  'from=2024-01-01': async (page) => assert.equal((await rangeOf(page))[0], '2024-01-01'),
  'to=2024-01-01': async (page) => assert.equal((await rangeOf(page))[1], '2024-01-01'),
  'group=units,above': async (page) => {
    const groups = await page.$$eval('[data-lane-group]', (found) => found.filter((group) => group.checkVisibility()).map((group) => group.dataset.laneGroup));
    assert.deepEqual(groups, ['units', 'above', 'events']);
  },
  'office=ice-opla': async (page) => assert.deepEqual([...new Set((await bars(page)).map((id) => TENURES.get(id).office))], ['ice-opla']),
  'person=thomas-homan': async (page) => assert.deepEqual([...new Set((await bars(page)).map((id) => TENURES.get(id).person))], ['thomas-homan']),
  'capacity=performing-duties': async (page) => {
    const shown = await bars(page);
    assert.ok(shown.length > 0 && shown.every((id) => TENURES.get(id).capacity === 'performing-duties'), `${shown}`);
    assert.deepEqual(await pressed(page, '.chip--capacity'), ['Performing the duties']);
  },
  'kind=target': async (page) => assert.deepEqual([...new Set((await events(page)).map((id) => EVENTS.get(id).kind))], ['target']),
  'standing=planned': async (page) => assert.deepEqual([...new Set((await events(page)).map((id) => EVENTS.get(id).standing))], ['planned']),
  'confidence=medium': async (page) => assert.deepEqual([...new Set((await events(page)).map((id) => EVENTS.get(id).confidence))], ['medium']),
  'term=biden': async (page) => {
    assert.match(await textOf(page, '.chosen__chip'), /^Biden/);
    assert.ok(!(await bars(page)).includes('lyons-ice-director-2025'));
  },
  'q=vitello': async (page) => {
    assert.equal(await page.$eval('#search', (input) => input.value), 'vitello');
    assert.ok((await bars(page)).every((id) => id.startsWith('vitello')));
  },
  'toggle=field-offices,head-office': async (page) => {
    assert.ok((await countOf(page, '[data-lane-group=field-offices] [data-lane]')) === 25);
    assert.equal(await countOf(page, '[data-lane-group=head-office] [data-lane]'), 0);
  },
  'view=table&sort=-name': async (page) => {
    const head = await page.$eval('th[data-sort=name]', (head) => head.getAttribute('aria-sort'));
    assert.equal(head, 'descending');
    const surnames = await page.$$eval('table.record-table:not(.record-table--events) tr[data-record] th', (found) => found.map((cell) => cell.textContent.trim().split(' ').at(-1)));
    assert.ok(surnames.at(0) > surnames.at(-1), `${surnames.at(0)} to ${surnames.at(-1)}`);
  },
  'view=table&sort=days': async (page) => assert.equal(await page.$eval('th[data-sort=days]', (head) => head.getAttribute('aria-sort')), 'ascending'),
  'view=table&sort=office': async (page) => {
    const posts = await page.$$eval('table.record-table:not(.record-table--events) td[data-column=office]', (found) => found.map((cell) => cell.textContent.trim()));
    const runs = posts.filter((post, at) => post !== posts[at - 1]);
    assert.equal(runs.length, new Set(posts).size, 'each post stands together');
  },
  'view=table&hide=title,sources': async (page) => {
    const heads = await page.$$eval('table.record-table thead th', (found) => found.filter((head) => head.checkVisibility()).map((head) => head.textContent.trim()));
    assert.ok(!heads.includes('Title used') && !heads.includes('Sources') && heads.includes('Capacity'), `${heads}`);
  },
  'view=date&day=2019-05-28': async (page) => assert.equal(await textOf(page, '.day__title'), '28 May 2019'),
  'view=date&day=2025-03-09&compare=2025-03-01': async (page) => {
    const titles = await page.$$eval('.day > .day__title', (found) => found.map((title) => title.textContent));
    assert.deepEqual(titles, ['9 March 2025', '1 March 2025']);
  },
  'select=lyons-ice-director-2025': async (page) => {
    await until(page, 'the detail is open', () => document.querySelector('#detail-title'));
    assert.match(await textOf(page, '#detail-title'), /Lyons/);
  },
  'select=2025-10-24-nyt-fod-replacement-plan': async (page) => {
    await until(page, 'the detail is open', () => document.querySelector('#detail-title'));
    assert.equal(await textOf(page, '#detail-title'), EVENTS.get('2025-10-24-nyt-fod-replacement-plan').headline);
  },
};

for (const [query, check] of Object.entries(CASES)) {
  test(`?${query}`, async () => {
    const { page } = await open({ query: `?${query}` });
    await quiet(page);
    await check(page);
    await page.close();
  });
}

/** Keys of earlier versions, and those of today. */
const MOVED = [
  ['tenure=lyons-ice-director-2025', 'select=lyons-ice-director-2025'],
  ['event=2025-10-24-nyt-fod-replacement-plan', 'select=2025-10-24-nyt-fod-replacement-plan'],
  ['search=vitello', 'q=vitello'],
  ['view=date&date=2019-05-28', 'view=date&day=2019-05-28'],
];

test('addresses of earlier versions show what they showed', async () => {
  for (const [old, now] of MOVED) {
    const { page } = await open({ query: `?${old}` });
    await quiet(page);
    await CASES[now]?.(page);
    assert.ok(CASES[now], now);
    await page.close();
  }
});

test('of two equal keys the first counts, and what is unknown is ignored', async () => {
  const { page } = await open({ query: '?q=lyons&q=vitello&__proto__=1&constructor=2&utm_source=x' });
  await quiet(page);
  assert.equal(await page.$eval('#search', (input) => input.value), 'lyons');
  await page.close();
});

const BAD = {
  'view=map3d': 'view', 'from=yesterday': 'from', 'to=2025-13-01': 'to', 'group=nobody': 'group', 'office=oval': 'office', 'person=jane-doe': 'person',
  'capacity=boss': 'capacity', 'kind=party': 'kind', 'standing=rumour': 'standing', 'confidence=total': 'confidence', 'term=roosevelt': 'term',
  'toggle=all': 'toggle', 'sort=age': 'sort', 'hide=everything': 'hide', 'day=1789-04-30': 'day', 'compare=2030-01-01': 'compare', 'select=nobody': 'select',
};

test('a value that cannot be used is told by its key, and the page is as without it', async () => {
  const { page } = await open();
  const whole = await textOf(page, '#results');
  await page.close();
  for (const [query, key] of Object.entries(BAD)) {
    const { page, said } = await open({ query: `?${query}` });
    const notice = await textOf(page, '.notice-bar p.notice');
    assert.ok(notice.includes(key), `${query}: ${notice}`);
    assert.equal(await textOf(page, '#results'), whole, query);
    assert.deepEqual(said, [], query);
    await page.close();
  }
});
