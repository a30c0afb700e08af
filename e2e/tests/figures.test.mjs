// The figures: what is drawn is what their tables say, the browser draws as the host does, and all share one range.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { SITE, click, countOf, open, press, rangeOf, settled, textOf, until, untilParameter } from '../harness/browser.mjs';

const FIGURES = ['tenure-lengths', 'capacity-days', 'days-since-confirmed', 'changes-by-quarter', 'arrests-against-goal', 'people-in-detention', 'arrests-removals-by-year', 'tenure-survival', 'office-reports'];
const figures = (query = '') => open({ query: `?view=figures${query}` });

/** The rows of a figure's table: what programs read of each cell. */
const rows = async (page, id) => {
  // The table is made once it is opened.
  await page.$eval(`#figure-${id} details:has(.chart__table)`, (details) => {
    details.open = true;
  });
  await settled(page);
  return page.$$eval(`#figure-${id} .chart__table tbody tr`, (found) => found.map((row) => [...row.children].map((cell) => cell.dataset.value ?? cell.textContent)));
};

/** The shapes of a figure that draw a row, with their places. */
const shapes = (page, id) =>
  page.$$eval(`#figure-${id} .chart__drawing [data-row]`, (found) => found.map((shape) => ({
    row: Number(shape.dataset.row),
    tag: shape.localName,
    kind: shape.getAttribute('class').replace('chart__', ''),
    text: shape.textContent,
    ...Object.fromEntries(['x', 'y', 'width', 'height', 'cx', 'cy', 'r'].map((name) => [name, Number(shape.getAttribute(name))])),
    d: shape.getAttribute('d'),
  })));

/** The labels of an axis with their places: numbers and pixels. A text stands 4 px under the middle of its line. */
const ticks = (page, id, axis) =>
  page.$$eval(`#figure-${id} .chart__drawing .chart__tick`, (found, axis) => found
    .map((tick) => [Number(tick.textContent.replace(/[,%]/g, '')), Number(tick.getAttribute(axis)) - (axis === 'y' ? 4 : 0), tick.getAttribute('text-anchor')])
    .filter(([value, , anchor]) => !Number.isNaN(value) && (axis === 'y' ? anchor === 'end' : anchor === 'middle')), axis);

/** From pixels to the values of an axis, by the first and the last of its labels. */
function scale(found) {
  const [[low, from], [high, to]] = [found[0], found.at(-1)];
  return { value: (px) => low + ((px - from) / (to - from)) * (high - low), per_px: Math.abs((high - low) / (to - from)) };
}

test('the view has nine figures, each with a takeaway, unit, period, sources, caveats and a table', async () => {
  const { page, said } = await figures();
  assert.deepEqual(await page.$$eval('figure.chart', (found) => found.map((chart) => chart.id.replace('figure-', ''))), FIGURES);
  for (const id of FIGURES) {
    const text = await page.$eval(`#figure-${id}`, (chart) => chart.textContent);
    assert.match(await textOf(page, `#figure-${id} .chart__title`), /\d/, `${id}: the takeaway has a number`);
    assert.match(text, /Unit: \S+/, id);
    assert.match(text, /20\d\d to .*20\d\d/, id);
    assert.match(text, /Sources \([1-9]\d*\)/, id);
    assert.ok((await rows(page, id)).length > 3, `${id}: a table`);
    assert.ok((await page.$$eval(`#figure-${id} details p:not(.chart__elsewhere)`, (found) => found[0].textContent.length)) > 40, `${id}: how to read it`);
  }
  assert.deepEqual(said, []);
  await page.close();
});

test('bars of the lengths are as long as the days of their table', async () => {
  const { page } = await figures();
  const { value, per_px } = scale(await ticks(page, 'tenure-lengths', 'x'));
  const drawn = await shapes(page, 'tenure-lengths');
  const table = await rows(page, 'tenure-lengths');
  for (const [row, [name, , , days]] of table.entries()) {
    const parts = drawn.filter((shape) => shape.row === row && shape.tag === 'rect');
    const most = Math.max(...parts.map((part) => part.x + part.width));
    const wanted = Number(days.split('/')[1] || days.split('/')[0]);
    assert.ok(Math.abs(value(most) - wanted) <= per_px, `${name}: ${value(most)} drawn, ${days} in the table`);
  }
  assert.ok(table.length >= 13);
  await page.close();
});

test('bars of the terms are as long as their shares, and those of a term add up', async () => {
  const { page } = await figures();
  const { value, per_px } = scale(await ticks(page, 'capacity-days', 'x'));
  const drawn = await shapes(page, 'capacity-days');
  const table = await rows(page, 'capacity-days');
  const sums = new Map();
  for (const [row, [term, held, days, share]] of table.entries()) {
    const bar = drawn.find((shape) => shape.row === row && ['mark', 'doubt'].includes(shape.kind));
    assert.ok(Math.abs(value(bar.x + bar.width) - Number(share)) <= per_px, `${term}, ${held}: ${value(bar.x + bar.width)} drawn, ${share} in the table`);
    sums.set(term, (sums.get(term) ?? 0) + Number(days));
  }
  const headings = await page.$$eval('#figure-capacity-days .chart__heading', (found) => found.map((heading) => heading.textContent));
  assert.equal(sums.size, headings.length);
  for (const [term, days] of sums) assert.ok(headings.some((heading) => heading.includes(term) && heading.includes(days.toLocaleString('en'))), `${term}: ${days}; ${headings}`);
  await page.close();
});

for (const id of ['arrests-against-goal', 'people-in-detention']) {
  test(`the lines of ${id} are where the values of their table are`, async () => {
    const { page } = await figures();
    const { value, per_px } = scale(await ticks(page, id, 'y'));
    const table = await rows(page, id);
    const valued = table.filter(([, , number]) => number !== '');
    assert.ok(valued.length > 200, `${valued.length} values`);
    // Each value is reached with the keys; the ring that is then shown is on it.
    await page.focus(`#figure-${id} .chart__frame`);
    const seen = new Set();
    for (const key of ['Home', 'End', 'ArrowDown', 'Home', 'End', 'ArrowDown', 'Home', 'End']) {
      await press(page, key);
      const { y, height, said } = await page.$eval(`#figure-${id} .chart__frame`, (frame) => {
        const over = frame.querySelector('.chart__over');
        return { y: parseFloat(over.style.getPropertyValue('--y')) / 10_000, height: Number(frame.querySelector('svg').getAttribute('height')), said: frame.getAttribute('aria-valuetext') };
      });
      const number = Number((said.match(/Value: ([\d,.]+)/) ?? [])[1]?.replace(/,/g, ''));
      if (Number.isNaN(number)) continue;
      assert.ok(Math.abs(value(y * height) - number) <= per_px * 1.2, `${said}: ${value(y * height)} drawn`);
      seen.add(said);
    }
    assert.ok(seen.size >= 4, [...seen].join('\n'));
    await page.close();
  });
}

/** From a day to its place, by the years of the calendar under a figure. */
async function calendar(page, id) {
  const years = await page.$$eval(`#figure-${id} .chart__tick[text-anchor=middle]`, (found) => found.map((tick) => [Number(tick.textContent), Number(tick.getAttribute('x'))]).filter(([year]) => year > 1900));
  const [[first, from], [last, to]] = [years[0], years.at(-1)];
  const days = (text) => Date.parse(text) / 86_400_000;
  const [begin, end] = [days(`${first}-01-01`), days(`${last}-01-01`)];
  return (text) => from + ((days(text) - begin) / (end - begin)) * (to - from);
}

for (const [id, least] of [['arrests-against-goal', 240], ['people-in-detention', 1400]]) {
  test(`every value in the table of ${id} is a point of its line, step or dot`, async () => {
    const { page } = await figures();
    const { value } = scale(await ticks(page, id, 'y'));
    const place = await calendar(page, id);
    const table = await rows(page, id);
    const labels = await page.$$eval(`#figure-${id} .chart__key li`, (found) => found.map((entry) => entry.querySelector('b').textContent));
    const drawn = await page.$$eval(`#figure-${id} .chart__drawing [data-series]`, (found) => found.map((shape) => [
      Number(shape.dataset.series),
      shape.localName === 'circle' ? [[Number(shape.getAttribute('cx')), Number(shape.getAttribute('cy'))]] : [...(shape.getAttribute('d') ?? '').matchAll(/(-?\d+) (-?\d+)/g)].map(([, x, y]) => [Number(x), Number(y)]),
    ]));
    const lost = [];
    let checked = 0;
    for (const [period, series, number] of table) {
      const at = labels.indexOf(series);
      if (at < 0 || number === '') continue;
      const begin = period.split('/')[0];
      const x = place(begin.length === 7 ? `${begin}-01` : begin);
      const found = drawn.some(([other, points]) => other === at && points.some(([px, py]) => Math.abs(px - x) <= 1.6 && Math.abs(value(py) - Number(number)) <= Math.abs(value(0) - value(1)) * 0.75));
      checked += 1;
      if (!found) lost.push([period, series, number, Math.round(x)].join(' '));
    }
    assert.deepEqual(lost, []);
    assert.ok(checked >= least, `${checked} values`);
    await page.close();
  });
}

test('dots of the days since, and bars of the changes, are where their tables say', async () => {
  const { page } = await figures();
  const days = scale(await ticks(page, 'days-since-confirmed', 'y'));
  const since = await rows(page, 'days-since-confirmed');
  const dots = (await shapes(page, 'days-since-confirmed')).filter((shape) => shape.tag === 'circle');
  assert.deepEqual(dots.map((dot) => dot.row), since.map((_, row) => row));
  for (const dot of dots) {
    const [least, most = least] = since[dot.row][1].split('/').map(Number);
    const drawn = days.value(dot.cy);
    assert.ok(least - days.per_px <= drawn && drawn <= most + days.per_px, `${since[dot.row]}: ${drawn} drawn`);
    assert.equal(dot.kind, least === most && since[dot.row][3] !== '' ? 'dot' : 'ring');
  }
  const changes = await rows(page, 'changes-by-quarter');
  const bars = (await shapes(page, 'changes-by-quarter')).filter((shape) => shape.tag === 'rect');
  assert.deepEqual(bars.map((bar) => bar.row), changes.map((_, row) => row));
  const one = Math.max(...bars.map((bar) => bar.height)) / Math.max(...changes.map((row) => Number(row[2])));
  for (const bar of bars) assert.ok(Math.abs(bar.height / one - Number(changes[bar.row][2])) < 0.15, `${changes[bar.row]}: ${bar.height} px, ${one} px each`);
  for (const [, , count, who] of changes) assert.equal(who.split('), ').length, Number(count), who);
  await page.close();
});

test('bars of the fiscal years are as high as the numbers of their table', async () => {
  const { page } = await figures('&from=2017-01-01&to=2026-09-18');
  const { value, per_px } = scale(await ticks(page, 'arrests-removals-by-year', 'y'));
  const drawn = await shapes(page, 'arrests-removals-by-year');
  const table = await rows(page, 'arrests-removals-by-year');
  for (const [row, [year, series, number]] of table.entries()) {
    const bar = drawn.find((shape) => shape.row === row && shape.tag === 'rect');
    assert.ok(Math.abs(value(bar.y) - Number(number)) <= per_px, `${year}, ${series}: ${value(bar.y)} drawn, ${number} in the table`);
  }
  const partial = drawn.filter((shape) => shape.kind === 'doubt').map((shape) => table[shape.row]);
  assert.ok(partial.some(([period, , , note]) => period.endsWith('2025-09-30') && /10 days short/.test(note)), JSON.stringify(partial));
  await page.close();
});

test('the curves of survival are where the shares of their table are, and each tick is somebody last seen', async () => {
  const { page } = await figures();
  const { value, per_px } = scale(await ticks(page, 'tenure-survival', 'y'));
  const table = await rows(page, 'tenure-survival');
  const drawn = (await shapes(page, 'tenure-survival')).filter((shape) => shape.kind === 'censored');
  const censored = table.map((row, at) => [at, row]).filter(([, row]) => Number(row[4]) > 0);
  assert.deepEqual(drawn.map((shape) => shape.row), censored.map(([at]) => at));
  for (const shape of drawn) {
    const [, top, bottom] = shape.d.match(/^M\d+ (-?\d+)L\d+ (-?\d+)$/).map(Number);
    assert.ok(Math.abs(value((top + bottom) / 2) - Number(table[shape.row][5]) * 100) <= per_px, table[shape.row].join(' '));
  }
  const text = await page.$eval('#figure-tenure-survival', (chart) => chart.textContent);
  assert.match(text, /Number at risk/);
  assert.match(text, /estimated share of spells that last longer/);
  await page.close();
});

test('every mark of the reports is in the table, and every row of the table is a mark', async () => {
  const { page } = await figures();
  const table = await rows(page, 'office-reports');
  const drawn = await shapes(page, 'office-reports');
  const marked = new Set(drawn.map((shape) => shape.row));
  assert.equal(marked.size, table.length);
  const forms = { 'Named as affected': ['circle', 'dot'], 'Named, with a planned replacement': ['path', 'mark'], 'Confirmed on the record': ['rect', 'mark'], 'Official statement, other than the plan': ['circle', 'ring'] };
  for (const shape of drawn.filter((shape) => forms[table[shape.row][3]])) assert.deepEqual([shape.tag, shape.kind], forms[table[shape.row][3]]);
  const fox = table.filter(([outlet, , office]) => outlet === 'Fox News' && office !== 'All offices').map(([, , office]) => office);
  assert.equal(fox.length, 8);
  const confirmed = table.filter((row) => row[3] === 'Confirmed on the record').map(([, , office]) => office);
  assert.deepEqual(confirmed, ['Denver']);
  await page.close();
});

test('reference lines say who said so and when, and who counts otherwise', async () => {
  const { page } = await figures();
  const one = (id) => textOf(page, `#reference-${id}`);
  assert.match(await one('goal-3000'), /3,000 arrests or book-ins a day.*Axios, 28 May 2025.*Miller, Fox News, 28 May.*Differs: The Justice Department told the Ninth Circuit on 30 July 2025/s);
  assert.match(await one('usual-1000'), /CBS News, 27 October 2025.*sets no goal/s);
  assert.match(await one('peaks-2000'), /CBS News, 5 June 2025.*3 and 4 June/s);
  assert.match(await one('cbs-925'), /260,000.*281 days.*Deportation Data Project has about 222,000.*480,000/s);
  assert.match(await one('article-900'), /about 900 a day.*Not found word for word/s);
  for (const id of ['ddp-824', 'ddp-926', 'dhs-1821', 'dhs-1752', 'nbc-1178', 'trac-1224', 'trac-990', 'call-1200']) assert.match(await one(id), /How we know \([1-9]/, id);
  const drawn = await shapes(page, 'arrests-against-goal');
  assert.equal(drawn.filter((shape) => shape.kind === 'reference').length, 13);
  await page.close();
});

test('the browser draws each figure as the host does, byte for byte, at three widths', async () => {
  const gallery = fs.readFileSync(path.join(SITE, 'gallery/index.html'), 'utf8');
  const { page } = await figures('&linked=no');
  const compared = [];
  for (const width of [320, 768, 1280]) {
    await page.setViewport({ width: 1900, height: 900 });
    await page.addStyleTag({ content: `.chart { max-inline-size: none } .chart__frame { inline-size: ${width}px !important }` });
    for (const id of FIGURES) {
      await page.$eval(`#figure-${id}`, (chart) => chart.scrollIntoView());
      await until(page, `${id} is drawn for ${width} px`, (id, width) => document.querySelector(`#figure-${id} .chart__drawing svg`).getAttribute('width') === String(width), id, width);
      const drawn = await page.$eval(`#figure-${id} .chart__drawing svg`, (svg) => svg.outerHTML);
      const sheet = gallery.split(`data-sheet="${id}"`)[1].split('</section>')[0];
      const made = sheet.split(`data-width="${width}">`)[1].split('<figcaption>')[0];
      assert.equal(drawn, made, `${id} at ${width} px`);
      compared.push(made.length);
    }
  }
  assert.equal(compared.length, 27);
  assert.ok(compared.every((length) => length > 1000));
  await page.close();
});

test('the range of the timeline is that of the figures, until they are unlinked', async () => {
  const { page } = await figures('&from=2025-01-01&to=2026-01-01');
  const years = () => page.$$eval('#figure-days-since-confirmed .chart__tick[text-anchor=middle]', (found) => found.map((tick) => tick.textContent));
  assert.ok((await years()).includes('Jul'), (await years()).join());
  const before = (await rows(page, 'people-in-detention')).length;
  await click(page, '#linked');
  await untilParameter(page, 'linked', 'no');
  await until(page, 'the figures show all their days', () => document.querySelectorAll('#figure-days-since-confirmed .chart__tick[text-anchor=middle]')[1]?.textContent.startsWith('20'));
  await until(page, 'the table follows', (before) => document.querySelectorAll('#figure-people-in-detention tbody tr').length > before, before);
  await page.close();
});

test('dragging a figure moves the timeline, and the wheel with Ctrl zooms both', async () => {
  const { page } = await figures('&from=2023-01-01&to=2025-01-01');
  const frame = '#figure-days-since-confirmed .chart__frame';
  await page.$eval(frame, (frame) => frame.scrollIntoView({ block: 'center' }));
  await settled(page);
  const box = await (await page.$(frame)).boundingBox();
  const [from] = await rangeOf(page);
  await page.mouse.move(box.x + 400, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 200, { steps: 4 });
  await page.mouse.up();
  const [moved, to] = await rangeOf(page);
  assert.ok(moved > from, `${from} ${moved}`);
  await page.keyboard.down('Control');
  await page.mouse.wheel({ deltaY: -100 });
  await page.keyboard.up('Control');
  await until(page, 'fewer days are shown', (days) => {
    const { from, to } = document.querySelector('section.timeline').dataset;
    return Date.parse(to) - Date.parse(from) < days;
  }, Date.parse(to) - Date.parse(moved));
  await page.close();
});

test('a record that is pointed at lights up wherever it is', async () => {
  const { page } = await figures();
  await page.hover('button.tenure-bar[data-tenure="lyons-ice-director-2025"]');
  await until(page, 'the bar of the figure lights up', () => document.querySelector('#figure-tenure-lengths [data-record~="lyons-ice-director-2025"][data-lit]'));
  await page.focus('#figure-tenure-lengths .chart__frame');
  await press(page, 'End');
  await until(page, 'the bar of the timeline lights up', () => document.querySelector('button.tenure-bar[data-tenure="venturella-ice-director-2026"][data-lit]'));
  assert.equal(await countOf(page, '[data-tenure="lyons-ice-director-2025"][data-lit]'), 0);
  await page.close();
});

test('values are read with the keys in the order of the table, spoken, and open their record', async () => {
  const { page } = await figures();
  const frame = '#figure-tenure-lengths .chart__frame';
  const spoken = () => page.$eval(frame, (frame) => frame.getAttribute('aria-valuetext'));
  await page.focus(frame);
  assert.match(await spoken(), /Arrow keys/);
  const heard = [];
  await press(page, 'Home');
  for (let presses = 0; presses < 13; presses += 1) {
    heard.push((await spoken()).split(';')[0]);
    await press(page, 'ArrowRight');
  }
  assert.deepEqual(heard, (await rows(page, 'tenure-lengths')).map(([name]) => name));
  assert.match(await spoken(), /David J\. Venturella; From: 31 May 2026 \(uncertain\); .*Days: 110 so far/);
  assert.equal(await page.$eval('#figure-tenure-lengths .chart__tip', (tip) => tip.checkVisibility() && tip.textContent), await spoken());
  await press(page, 'Enter');
  await until(page, 'the detail opens', () => /Venturella/.test(document.querySelector('#detail-title')?.textContent));
  await page.close();
});

test('a change of holder in a figure opens its event', async () => {
  const { page } = await figures();
  await page.focus('#figure-arrests-against-goal .chart__frame');
  await press(page, 'Home');
  for (let presses = 0; presses < 5; presses += 1) await press(page, 'ArrowDown');
  await press(page, 'End');
  assert.match(await page.$eval('#figure-arrests-against-goal .chart__frame', (frame) => frame.getAttribute('aria-valuetext')), /Change: Director.*Venturella/);
  await press(page, 'Enter');
  await until(page, 'the detail opens', () => /Venturella/.test(document.querySelector('.detail')?.textContent));
  await page.close();
});

test('what a figure cannot show is said: missing months are shaded, a part of a month is broken, an end is named', async () => {
  const { page } = await figures('&from=2024-06-01&to=2026-09-18');
  const drawn = await shapes(page, 'arrests-against-goal');
  const table = await rows(page, 'arrests-against-goal');
  const partial = drawn.filter((shape) => shape.kind === 'partial').map((shape) => table[shape.row][0]);
  assert.deepEqual(partial, ['2025-09', '2026-04', '2025-09', '2026-04']);
  for (const row of table.filter(([period]) => period === '2025-09')) if (row[1] !== 'Change') assert.match(row[3], /to the 20th only/);
  const ends = await page.$$eval('#figure-arrests-against-goal .chart__note', (found) => found.map((note) => note.textContent));
  assert.ok(ends.includes('ends Feb 2025'), ends.join());
  assert.match(await textOf(page, '#figure-arrests-against-goal .chart__key'), /records behind it could not be had/);
  await page.close();
});

test('no text of a figure covers another, at three widths', async () => {
  for (const width of [320, 768, 1280]) {
    const { page } = await open({ query: '?view=figures', width, height: 900 });
    const faults = await page.evaluate(() => {
      const found = [];
      for (const svg of document.querySelectorAll('.chart__drawing svg')) {
        const texts = [...svg.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
        for (const [at, [name, box]] of texts.entries()) {
          for (const [other, next] of texts.slice(at + 1)) {
            const wide = Math.min(box.right, next.right) - Math.max(box.left, next.left);
            const high = Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top);
            if (wide > 1.5 && high > 5) found.push(`${svg.closest('figure').id}: "${name}" and "${other}" (${wide.toFixed()} x ${high.toFixed()})`);
          }
          const whole = svg.getBoundingClientRect();
          if (box.left < whole.left - 2 || box.right > whole.right + 2) found.push(`${svg.closest('figure').id}: "${name}" leaves its figure`);
        }
      }
      return found;
    });
    assert.deepEqual(faults, [], `${width} px`);
    await page.close();
  }
});

test('a figure has an address; without scripts its link leads to a page with all of them', async () => {
  const { page } = await open({ query: '?figure=tenure-survival' });
  assert.equal(await textOf(page, '.views__tab[aria-current]'), 'Figures');
  await until(page, 'the figure is on the screen', () => {
    const box = document.querySelector('#figure-tenure-survival').getBoundingClientRect();
    return box.top < innerHeight && box.bottom > 0;
  });
  await page.close();
  const bare = await open({ js: false });
  const links = await bare.page.$$eval('.figure-links a', (found) => found.map((link) => [link.textContent, link.href]));
  assert.equal(links.length, 9);
  for (const [title, href] of links) {
    await bare.page.goto(href);
    assert.equal(await textOf(bare.page, 'h1'), title);
    assert.ok((await countOf(bare.page, 'table.chart__table tbody tr')) > 2, title);
  }
  await bare.page.goto(new URL('../index.html', links[0][1]).href.replace('/figure/', '/figures/'));
  assert.equal(await countOf(bare.page, '.figure-links a'), 10, 'the map too');
  await bare.page.close();
});
