// The map of the offices, its steps through the reports, and the list that says the same.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { SITE, click, countOf, open, press, published, textOf, until, untilParameter } from '../harness/browser.mjs';

const map = (query = '', more = {}) => open({ query: `?view=map${query}`, ...more });
const offices = () => published('offices').filter((office) => office.kind === 'field-office');

/** What the list says of an office. */
const said = (page, id) => page.$eval(`.office-list [data-record="${id}"]`, (item) => item.innerText);

/** The form of each office's mark, in the order of the list. */
const marks = (page) =>
  page.$$eval('#figure-office-map .chart__drawing :is(circle, rect, path)[data-row]', (found) => found
    .sort((one, other) => Number(one.dataset.row) - Number(other.dataset.row))
    .map((mark) => mark.dataset.reported ?? 'nothing'));

test('the list has every office with its area, its latest director and what is reported, as the map has', async () => {
  const { page, said: told } = await map();
  const wanted = offices();
  assert.equal(wanted.length, 25);
  assert.equal(await countOf(page, '.office-list__one'), 25);
  for (const office of wanted) {
    const text = await said(page, office.id);
    assert.ok(text.includes(office.short_title) && text.includes(office.area), text);
  }
  const words = { 'Confirmed on the record': 'confirmed', 'Named, with a planned replacement': 'replacement', 'Named as affected': 'named', 'Official statement, other than the plan': 'other-reason', 'Nothing reported': 'nothing' };
  const list = await page.$$eval('.office-list__word', (found) => found.map((word) => word.textContent.trim()));
  assert.deepEqual(await marks(page), list.map((word) => words[word]));
  assert.deepEqual(list.filter((word) => word === 'Confirmed on the record').length, 1);
  assert.match(await said(page, 'fo-denver'), /Confirmed on the record.*Robert Guadian, in court, 30 October 2025/s);
  assert.deepEqual(told, []);
  await page.close();
});

test('the map steps through the reports, by buttons and by the address, and counts what was named so far', async () => {
  const { page } = await map('&report=2025-10-24-nyt');
  const named = async () => (await marks(page)).filter((mark) => ['named', 'replacement', 'confirmed'].includes(mark)).length;
  assert.equal(await named(), 0, 'The New York Times named no office');
  assert.match(await textOf(page, '.map-steps__state'), /The New York Times, 24 October 2025 \(uncertain\): offices named: 0/);
  await click(page, '#report-after');
  await untilParameter(page, 'report', '2025-10-27-washington-examiner');
  assert.equal(await named(), 5);
  await page.$$eval('.map-steps__list button', (found) => found.find((button) => button.textContent.startsWith('Fox')).click());
  await untilParameter(page, 'report', '2025-10-27-fox');
  assert.equal(await named(), 8);
  assert.match(await said(page, 'fo-denver'), /Named as affected.*Washington Examiner, 27 October 2025.*Fox News, 27 October 2025/s);
  assert.doesNotMatch(await said(page, 'fo-denver'), /in court/);
  await page.focus('#report-before');
  await press(page, 'Enter');
  await untilParameter(page, 'report', '2025-10-27-cnn');
  assert.equal(await named(), 5);
  await page.close();
});

test('the map follows the range: before the reports nothing was reported, and another director was the latest', async () => {
  const { page } = await map('&from=2017-01-01&to=2020-01-01');
  assert.ok((await marks(page)).every((mark) => mark === 'nothing'));
  assert.equal(await textOf(page, '.map-steps__state'), 'No report yet. Latest directors on record by 1 January 2020.');
  const before = await said(page, 'fo-denver');
  await click(page, '#linked');
  await until(page, 'the reports are taken into account', () => document.querySelectorAll('#figure-office-map .chart__drawing [data-reported=confirmed]').length === 1);
  assert.notEqual(await said(page, 'fo-denver'), before);
  await page.close();
});

test('an office that is pointed at in the map lights up in the list, and its director opens', async () => {
  const { page } = await map();
  await page.focus('#figure-office-map .chart__frame');
  await press(page, 'Home');
  await until(page, 'Atlanta lights up in the list', () => document.querySelector('.office-list [data-record="fo-atlanta"][data-lit]'));
  await press(page, 'Enter');
  await until(page, 'the detail opens', () => /Atlanta/.test(document.querySelector('.detail')?.textContent));
  await page.close();
});

test('the map has its source and licence, and names fit on it at every width', async () => {
  for (const width of [320, 768, 1280]) {
    const { page } = await map('', { width });
    assert.match(await page.$eval('#figure-office-map', (chart) => chart.textContent), /us-atlas.*public domain/s);
    const faults = await page.$$eval('#figure-office-map svg text', (found) => found.filter((text) => {
      const [box, whole] = [text.getBoundingClientRect(), text.closest('svg').getBoundingClientRect()];
      return box.left < whole.left - 2 || box.right > whole.right + 2 || box.top < whole.top - 2;
    }).map((text) => text.textContent));
    assert.deepEqual(faults, [], `${width} px`);
    await page.close();
  }
});

test('the browser draws the map as the host does, byte for byte, at three widths', async () => {
  const gallery = fs.readFileSync(path.join(SITE, 'gallery/index.html'), 'utf8');
  const sheet = gallery.split('data-sheet="office-map"')[1].split('</section>')[0];
  const { page } = await map('&linked=no');
  await page.setViewport({ width: 1900, height: 900 });
  for (const width of [320, 768, 1280]) {
    await page.addStyleTag({ content: `.map-view__both { display: block } .chart { max-inline-size: none } .chart__frame { inline-size: ${width}px !important }` });
    await page.$eval('#figure-office-map', (chart) => chart.scrollIntoView());
    await until(page, `the map is drawn for ${width} px`, (width) => document.querySelector('#figure-office-map .chart__drawing svg').getAttribute('width') === String(width), width);
    const made = sheet.split(`data-width="${width}">`)[1].split('<figcaption>')[0];
    assert.ok(made.length > 10_000);
    assert.equal(await page.$eval('#figure-office-map .chart__drawing svg', (svg) => svg.outerHTML), made, `${width} px`);
  }
  await page.close();
});
