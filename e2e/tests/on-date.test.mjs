// Who held which post on a day: chosen by input, slider, step and key; two days side by side.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { click, countOf, open, parameter, press, textOf, until, untilParameter } from '../harness/browser.mjs';

/** The director's post on twelve days: how it stood, and the names in its box. */
const DIRECTOR = {
  '2017-01-25': ['held', ['Daniel Ragsdale']],
  '2017-11-15': ['uncertain', ['Thomas D. Homan', 'Thomas D. Homan']],
  '2018-03-01': ['held', ['Thomas D. Homan']],
  '2019-05-28': ['held', ['Mark A. Morgan']],
  '2019-07-06': ['uncertain', ['Mark A. Morgan', 'Matthew T. Albence']],
  '2020-08-20': ['uncertain', ['Matthew T. Albence', 'Tony H. Pham']],
  '2021-01-13': ['held', ['Tae D. Johnson']],
  '2025-01-25': ['held', ['Caleb Vitello']],
  '2025-03-01': ['vacant', ['Vacant']],
  '2025-03-09': ['held', ['Todd M. Lyons']],
  '2026-06-15': ['held', ['David J. Venturella']],
  '2026-09-18': ['held', ['David J. Venturella']],
};

const box = (page, post, day = 0) => page.evaluate((post, day) => {
  const panel = document.querySelectorAll('[data-day-shown]')[day];
  const found = panel.querySelector(`.posts--chart [data-post="${post}"]`);
  return { standing: found.dataset.standing, names: [...found.querySelectorAll('.post__holder')].map((name) => name.textContent.trim()), text: found.innerText };
}, post, day);

test('the director’s post on twelve days, the uncertain ones as uncertain', async () => {
  const { page } = await open({ query: '?view=date' });
  for (const [day, [standing, names]] of Object.entries(DIRECTOR)) {
    await page.$eval('#day-day', (input, day) => { input.value = day; input.dispatchEvent(new Event('change', { bubbles: true })); }, day);
    await until(page, `${day} is shown`, (day) => document.querySelector('[data-day-shown]').dataset.dayShown === day, day);
    const found = await box(page, 'ice-director');
    assert.deepEqual([found.standing, found.names], [standing, names], day);
    if (standing === 'uncertain') assert.match(found.text, /possibly: the sources leave the day in doubt/, day);
    if (standing === 'vacant') assert.match(found.text, /nobody on record from 21 February 2025 to 9 March 2025/);
    if (standing === 'held') assert.match(found.text, /since .*(well|partly|weakly) supported/s, day);
  }
  await page.close();
});

test('the chart of a day has the president and every post, each with capacity, since when and how sure', async () => {
  const { page } = await open({ query: '?view=date&day=2025-03-09' });
  assert.match(await textOf(page, '.post--president'), /Donald J?\.? ?Trump.*since 20 January 2025/);
  const posts = await page.$$eval('.posts--chart [data-post]', (found) => found.map((post) => [post.dataset.post, post.dataset.standing, post.innerText]));
  assert.equal(posts.length, 36);
  assert.equal(posts.filter(([id]) => id.startsWith('fo-')).length, 25);
  for (const [id, standing, text] of posts) {
    assert.ok(['held', 'uncertain', 'vacant', 'unknown'].includes(standing), id);
    if (standing === 'held') assert.match(text, /(Acting|Appointed|Confirmed|Performing|Interim|Capacity)[^]*(since|in post by)[^]*supported/, id);
    if (standing === 'unknown') assert.match(text, /Not found/, id);
  }
  const order = await page.$$eval('.posts--chart [data-posts]', (found) => found.map((group) => group.dataset.posts));
  assert.deepEqual(order, ['above', 'head-office', 'units', 'field-offices']);
  const vacant = await box(page, 'ice-director');
  assert.equal(vacant.standing, 'held');
  await page.close();
});

test('the list says the same as the chart', async () => {
  const { page } = await open({ query: '?view=date&day=2019-07-06' });
  await click(page, '.day__list summary');
  const posts = (kind) => page.$$eval(`.posts--${kind} [data-post]`, (found) => found.map((post) => `${post.dataset.post} ${post.dataset.standing} ${post.textContent}`));
  const [chart, list] = [await posts('chart'), await posts('list')];
  assert.ok(list.length === 36);
  assert.deepEqual(list, chart);
  await page.close();
});

test('a day is stepped through by buttons, the days of change too', async () => {
  const { page } = await open({ query: '?view=date&day=2025-03-09' });
  const shown = () => page.$eval('[data-day-shown]', (panel) => panel.dataset.dayShown);
  for (const [step, day] of [['previous', '2025-03-08'], ['previous', '2025-03-07'], ['next', '2025-03-08'], ['next-change', '2025-03-09'], ['previous-change', '2025-02-21'], ['latest', '2026-09-18'], ['next', '2026-09-18']]) {
    await click(page, `[data-step=${step}]`);
    assert.equal(await shown(), day, step);
  }
  await until(page, 'the day is said', () => /18 September 2026/.test(document.querySelector('.on-date__said').textContent));
  await page.close();
});

test('a day is stepped through by keys', async () => {
  const { page } = await open({ query: '?view=date&day=2025-03-09' });
  const shown = () => page.$eval('[data-day-shown]', (panel) => panel.dataset.dayShown);
  await page.focus('[data-step=next]');
  for (const [key, day] of [['ArrowRight', '2025-03-10'], ['ArrowLeft', '2025-03-09'], ['PageUp', '2025-02-21'], ['PageDown', '2025-03-09'], ['End', '2026-09-18'], ['Home', '2017-01-01']]) {
    await press(page, key);
    assert.equal(await shown(), day, key);
  }
  await page.close();
});

test('the slider moves by its own keys and speaks its day', async () => {
  const { page } = await open({ query: '?view=date&day=2025-03-09' });
  await page.focus('#day-slider');
  await press(page, 'ArrowLeft');
  assert.equal(await page.$eval('[data-day-shown]', (panel) => panel.dataset.dayShown), '2025-03-08');
  assert.equal(await page.$eval('#day-slider', (slider) => slider.getAttribute('aria-valuetext')), '8 March 2025');
  assert.equal(await page.$eval('#day-day', (input) => input.value), '2025-03-08');
  await untilParameter(page, 'day', '2025-03-08');
  await page.close();
});

test('two days side by side, with what changed between them', async () => {
  const { page } = await open({ query: '?view=date&day=2025-03-09' });
  await click(page, '[data-compare=toggle]');
  assert.equal(await parameter(page, 'compare'), '2025-02-21');
  assert.equal(await countOf(page, '[data-day-shown]'), 2);
  await page.$eval('#day-compare', (input) => { input.value = '2025-03-01'; input.dispatchEvent(new Event('change', { bubbles: true })); });
  await until(page, 'the other day is shown', () => document.querySelectorAll('[data-day-shown]')[1].dataset.dayShown === '2025-03-01');
  assert.match(await textOf(page, '.difference'), /What changed from 1 March 2025 to 9 March 2025/);
  assert.match(await textOf(page, '[data-changed="ice-director"]'), /Vacant → Todd M\. Lyons \(acting\)/);
  assert.equal(await countOf(page, '[data-changed="cbp-commissioner"]'), 0, 'what did not change is not listed');
  const [one, other] = await page.$$eval('[data-day-shown]', (found) => found.map((panel) => panel.getBoundingClientRect()).map(({ x, y }) => [x, y]));
  assert.ok(other[0] > one[0] && other[1] === one[1], 'side by side');
  await click(page, '[data-compare=toggle]');
  assert.equal(await countOf(page, '[data-day-shown]'), 1);
  assert.equal(await parameter(page, 'compare'), null);
  await page.close();
});

test('a holder opens the detail, and a shared address opens the same day', async () => {
  const { page } = await open({ query: '?view=date&day=2025-03-09' });
  await click(page, '.posts--chart [data-post="ice-director"] .post__holder');
  await until(page, 'the detail is open', () => document.activeElement.id === 'detail-title');
  assert.equal(await parameter(page, 'select'), 'lyons-ice-director-2025');
  assert.equal(await parameter(page, 'day'), '2025-03-09');
  await page.reload({ waitUntil: 'load' });
  await until(page, 'the day is shown again', () => document.querySelector('[data-day-shown]')?.dataset.dayShown === '2025-03-09');
  await until(page, 'the detail too', () => document.querySelector('#detail-title')?.textContent.includes('Lyons'));
  await page.close();
});

test('without scripts each day on which the head changed is answered', async () => {
  const { page } = await open({ js: false });
  const link = await page.$$eval('a', (found) => found.map((link) => link.getAttribute('href')).find((href) => /^(\.\/)?days\//.test(href ?? '')));
  assert.ok(link, 'the page links to the days');
  const days = await open({ js: false, query: link.replace(/^\.\//, '') });
  const sections = await days.page.$$eval('section.day', (found) => found.map((day) => ({
    id: day.id,
    posts: day.querySelectorAll('[data-post]').length,
    director: day.querySelector('[data-post="ice-director"]').innerText,
  })));
  assert.ok(sections.length >= 18, `${sections.length} days`);
  for (const day of ['2017-01-20', '2017-01-30', '2018-06-29', '2019-05-28', '2021-01-13', '2025-01-20', '2025-02-21', '2025-03-09', '2026-05-31']) {
    assert.ok(sections.some(({ id }) => id === day), `${day} is not answered: ${sections.map(({ id }) => id)}`);
  }
  for (const { id, posts, director } of sections) {
    assert.equal(posts, 36, id);
    assert.ok(director.split('\n').length >= 2, `${id}: ${director}`);
  }
  const vacant = sections.find(({ id }) => id === '2025-02-21');
  assert.match(vacant.director, /Vacant/);
  await page.close();
  await days.page.close();
});
