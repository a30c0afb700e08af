// Reading the timeline: the card, the detail beside or over it, what is taken away, what fits.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributeOf, click, countOf, open, parameter, press, published, rangeOf, settled, textOf, until } from '../harness/browser.mjs';

const LYONS = 'button.tenure-bar[data-tenure=lyons-ice-director-2025]';

test('the card of a bar says who, what, when and how known', async () => {
  const { page } = await open();
  assert.equal(await page.$eval('.hover-card', (card) => card.hidden), true);
  await page.$eval(LYONS, (bar) => bar.scrollIntoView({ block: 'center' }));
  await page.hover(LYONS);
  await until(page, 'the card is shown', () => !document.querySelector('.hover-card').hidden);
  const text = await page.$eval('.hover-card', (card) => card.innerText);
  for (const part of [/Todd M\. Lyons/, /“Acting Director”/, /Acting/, /9 March 2025/, /days/, /\d+ sources/]) assert.match(text, part);
  const box = await page.$eval('.hover-card', (card) => card.getBoundingClientRect().toJSON());
  assert.ok(box.left >= 0 && box.right <= 1280 && box.bottom <= 800, JSON.stringify(box));
  await page.mouse.move(5, 5);
  await until(page, 'the card is gone', () => document.querySelector('.hover-card').hidden);
  await page.close();
});

test('the card follows the focus too', async () => {
  const { page } = await open();
  await page.$eval(LYONS, (bar) => bar.focus());
  await until(page, 'the card is shown', () => /Lyons/.test(document.querySelector('.hover-card').innerText));
  await press(page, 'ArrowLeft');
  await until(page, 'the card is of the next bar', () => /Vitello/.test(document.querySelector('.hover-card').innerText));
  await page.close();
});

test('the detail stands beside the timeline where there is room', async () => {
  const { page } = await open({ query: '?select=lyons-ice-director-2025' });
  await until(page, 'the detail is open', () => document.querySelector('.detail[open]'));
  const [detail, view] = await page.evaluate(() => ['.detail', '.stage__view'].map((selector) => document.querySelector(selector).getBoundingClientRect().toJSON()));
  assert.ok(detail.left >= view.right, `${detail.left} and ${view.right}`);
  assert.equal(await page.$eval('.detail', (detail) => detail.matches(':modal')), false);
  await click(page, 'button[data-action=zoom-in]');
  assert.equal(await page.$eval('.detail', (detail) => detail.open), true);
  await page.close();
});

test('the detail is a dialog over a narrow page: it keeps the focus, and Esc, a button and the page behind close it', async () => {
  const { page } = await open({ width: 390, height: 844 });
  const openIt = async () => {
    await click(page, LYONS);
    await until(page, 'the dialog is open', () => document.querySelector('.detail:modal') && document.activeElement.id === 'detail-title');
  };
  await openIt();
  const box = await page.$eval('.detail', (detail) => detail.getBoundingClientRect().toJSON());
  assert.ok(box.left >= 0 && box.right <= 390 && box.top > 40 && box.bottom <= 844, JSON.stringify(box));
  const stays = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    stays.push(await page.evaluate(() => document.activeElement === document.body || document.querySelector('.detail').contains(document.activeElement)));
  }
  assert.ok(stays.every(Boolean), 'the page behind waits');
  await press(page, 'Escape');
  await until(page, 'it is closed', () => !document.querySelector('.detail').open && document.querySelector('.detail').hidden);
  await until(page, 'the focus is back on the bar', (selector) => document.activeElement.matches(selector), LYONS);
  await openIt();
  await page.$eval('.detail__close', (button) => button.click());
  await until(page, 'it is closed', () => !document.querySelector('.detail').open);
  await openIt();
  await page.mouse.click(195, 20);
  await until(page, 'it is closed', () => !document.querySelector('.detail').open);
  assert.equal(await parameter(page, 'select'), null);
  await page.close();
});

test('a window that grows puts the detail beside the timeline, without closing it', async () => {
  const { page } = await open({ width: 700, height: 800, query: '?select=lyons-ice-director-2025' });
  await until(page, 'the dialog is open', () => document.querySelector('.detail:modal'));
  await page.setViewport({ width: 1280, height: 800 });
  await until(page, 'it stands beside', () => document.querySelector('.detail[open]:not(:modal)'));
  assert.equal(await parameter(page, 'select'), 'lyons-ice-director-2025');
  await page.setViewport({ width: 700, height: 800 });
  await until(page, 'it is over the page again', () => document.querySelector('.detail:modal'));
  assert.equal(await parameter(page, 'select'), 'lyons-ice-director-2025');
  await page.close();
});

test('a detail names what came before and after, what overlaps, what is disputed, and what rests on each source', async () => {
  const rich = published('tenures').find((tenure) => tenure.disputes?.length > 0 && Object.keys(tenure.evidence ?? {}).length > 0);
  const { page } = await open({ query: `?select=${rich.id}` });
  await until(page, 'the detail is open', () => document.querySelector('#detail-title'));
  const headings = await page.$$eval('.detail__heading', (found) => found.map((heading) => heading.textContent));
  for (const heading of ['How it ended', 'Before and after', 'What is known and what is not', 'Where sources differ', 'How we know']) assert.ok(headings.includes(heading), `${heading}: ${headings}`);
  assert.ok((await countOf(page, '.detail .source-list__supports')) > 0);
  assert.match(await textOf(page, '.detail .source-list__supports'), /^supports: /);
  await page.close();
});

test('a link and a citation are copied', async () => {
  const { page, address } = await open({ query: '?select=lyons-ice-director-2025' });
  await until(page, 'the detail is open', () => document.querySelector('#detail-title'));
  await page.evaluate(() => {
    window.copied = [];
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied.push(text); } }, configurable: true });
  });
  await click(page, '[data-copy=link]');
  await until(page, 'that is said', () => document.querySelector('.take-away__said').textContent === 'Copied.');
  await click(page, '[data-copy=cite]');
  await until(page, 'both are copied', () => window.copied.length === 2);
  const [link, cite] = await page.evaluate(() => window.copied);
  assert.equal(link, `${address}?select=lyons-ice-director-2025`);
  for (const part of ['Todd M. Lyons', 'Director', 'as of 18 September 2026', link]) assert.ok(cite.includes(part), `${part}: ${cite}`);
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => { throw new Error('no'); } }, configurable: true }));
  await click(page, '[data-copy=link]');
  await until(page, 'the text is shown instead', (link) => document.querySelector('.take-away__said').textContent.includes(link), link);
  await page.close();
});

test('the days of the open record fill the timeline on demand', async () => {
  const { page } = await open({ query: '?select=lyons-ice-director-2025' });
  await until(page, 'the detail is open', () => document.querySelector('#detail-title'));
  await click(page, '[data-fit=selection]');
  const [from, to] = await rangeOf(page);
  assert.ok(from > '2024-06-01' && from < '2025-03-09' && to > '2026-05-31' && to < '2027-01-01', `${from} to ${to}`);
  await click(page, 'button[data-action=fit]');
  await click(page, 'button[data-action=fit-selection]');
  assert.deepEqual(await rangeOf(page), [from, to]);
  await click(page, 'button[data-action=latest]');
  assert.ok((await rangeOf(page))[1] >= '2026-09-18');
  await page.close();
});

test('no label overlaps another or is cut', async () => {
  for (const query of ['', '?from=2025-01-01&to=2025-12-31', '?from=2019-01-01&to=2020-06-30&toggle=field-offices', '?from=2025-10-01&to=2025-11-15']) {
    for (const width of [320, 768, 1280]) {
      const { page } = await open({ query, width });
      const from = new URLSearchParams(query).get('from');
      await until(page, 'the period is shown', (from) => !from || document.querySelector('section.timeline').dataset.from === from, from);
      await settled(page);
      const faults = await page.evaluate(() => {
        const faults = [];
        for (const lane of document.querySelectorAll('[data-lane]')) {
          const edge = lane.getBoundingClientRect();
          const labels = [...lane.querySelectorAll('.tenure-bar__label')].filter((label) => label.textContent).map((label) => {
            const range = document.createRange();
            range.selectNodeContents(label);
            const box = range.getBoundingClientRect();
            return { text: label.textContent, left: box.left, right: box.right, top: box.top };
          }).filter(({ left, right }) => right > edge.left && left < edge.right);
          labels.sort((one, other) => one.top - other.top || one.left - other.left);
          labels.forEach((label, at) => {
            const next = labels[at + 1];
            if (next && Math.abs(next.top - label.top) < 4 && next.left < label.right - 0.5) faults.push(`${lane.dataset.lane}: ${label.text} and ${next.text}`);
            if (label.right > edge.right + 1 && label.left > edge.left) faults.push(`${lane.dataset.lane}: ${label.text} is cut`);
          });
        }
        return faults;
      });
      assert.deepEqual(faults, [], `${query} at ${width} px`);
      await page.close();
    }
  }
});

test('events that would touch are one marker with their number, which opens on zoom', async () => {
  const { page } = await open();
  const clusters = () => page.$$eval('.event-marker[data-kind=cluster]', (found) => found.filter((mark) => mark.checkVisibility()).map((mark) => [mark.dataset.event, Number(mark.textContent)]));
  const before = await clusters();
  assert.ok(before.length > 5);
  for (const [ids, count] of before) assert.equal(ids.split(' ').length, count);
  const [ids] = before.sort((one, other) => other[1] - one[1])[0];
  const whole = await rangeOf(page);
  await page.$$eval('.event-marker', (found, ids) => found.find((mark) => mark.dataset.event === ids).click(), ids);
  await settled(page);
  const near = await rangeOf(page);
  assert.ok(near[0] > whole[0] || near[1] < whole[1]);
  await until(page, 'it has opened', (ids) => ![...document.querySelectorAll('.event-marker')].some((mark) => mark.dataset.event === ids), ids);
  await page.close();
});

test('a drag that outlives the timeline leaves the console silent', async () => {
  const { page, said } = await open({ query: '?from=2020-01-01&to=2022-01-01' });
  const [x, y] = await page.$eval('[data-lane=ice-director]', (lane) => {
    lane.scrollIntoView({ block: 'center' });
    const box = lane.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
  });
  await settled(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 30, y, { steps: 3 });
  await page.$eval('nav.views [data-view=table]', (tab) => tab.click());
  await until(page, 'the table is there', () => document.querySelector('table.record-table'));
  await page.mouse.move(x + 90, y, { steps: 3 });
  await page.mouse.up();
  await page.$eval('nav.views [data-view=date]', (tab) => tab.click());
  await until(page, 'the program goes on', () => document.querySelector('.on-date'));
  assert.deepEqual(said, []);
  await page.close();
});

test('a change of view while a movement comes to rest leaves the console silent', async () => {
  const { page, said } = await open();
  await click(page, 'button[data-action=zoom-in]');
  await page.$eval('button[data-action=zoom-in]', (button) => { button.click(); document.querySelector('nav.views [data-view=table]').click(); });
  await until(page, 'the table is there', () => document.querySelector('table.record-table'));
  await page.$eval('nav.views [data-view=timeline]', (tab) => tab.click());
  await until(page, 'the timeline is there', () => document.querySelector('section.timeline'));
  await page.evaluate(() => new Promise((done) => { let frames = 30; const next = () => (frames-- ? requestAnimationFrame(next) : done()); next(); }));
  assert.deepEqual(said, []);
  assert.equal(await attributeOf(page, '#app', 'data-ready'), 'true');
  await page.close();
});
