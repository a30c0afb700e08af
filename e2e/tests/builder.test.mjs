// The embed builder: choices and preview, by pointer and by keys, on its page and in a dialog over the site.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { THEMES, attributeOf, click, countOf, focused, open, press, textOf, until, packaged } from '../harness/browser.mjs';
import { PUBLISHED, builder, choose, preview, site, snippet } from '../harness/builder.mjs';
import { openMade } from '../harness/made.mjs';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const CHOSEN = { view: 'table', from: '2025-01-20', group: 'field-offices' };

/** Keeps what is copied, or refuses it. */
const clipboard = (page, isAllowed) =>
  page.evaluate((isAllowed) => {
    window.copied = [];
    const writeText = async (text) => {
      if (!isAllowed) throw new Error('not allowed');
      window.copied.push(text);
    };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  }, isAllowed);

test('without scripts the page gives every snippet and what an address can say, and offers nothing to choose', async () => {
  const { page } = await builder({ js: false });
  for (const kind of ['script', 'plain', 'element', 'address', 'card', 'markdown']) assert.match(await snippet(page, kind), /https?:\/\//, kind);
  const keys = await page.$$eval('.builder__table tbody th', (found) => found.map((cell) => cell.textContent).join(', '));
  assert.equal(keys, 'v, view, chart, step, from, to, on, group, office, person, capacity, kind, standing, sort, q, lang, theme, chrome, height, id');
  assert.deepEqual(await page.$$eval('.builder :is(input, select, button, iframe)', (found) => found.filter((control) => control.checkVisibility()).map((control) => control.outerHTML)), []);
  await page.close();
});

test('the snippets and the preview follow what is chosen, and the preview only once that rests', async () => {
  const { page, asked } = await builder();
  await preview(page, 'v=1');
  asked.length = 0;
  await choose(page, { ...CHOSEN, theme: 'light' });
  await choose(page, { theme: 'dark', chrome: 'minimal', height: 'fixed', px: '480' });
  const query = 'v=1&view=table&from=2025-01-20&to=2026-11-02&group=field-offices&theme=dark&chrome=minimal&height=fixed';
  assert.equal(await snippet(page, 'embed'), `${PUBLISHED}embed/?${query}`);
  const html = await snippet(page, 'script');
  assert.ok(html.includes(`src="${PUBLISHED}embed/?${query.replaceAll('&', '&amp;')}"`), html);
  assert.ok(html.includes(' height="480"'), html);
  const frame = await preview(page, query);
  assert.deepEqual(await frame.evaluate(() => [document.documentElement.dataset.theme, document.documentElement.dataset.chrome]), ['dark', 'minimal']);
  assert.ok((await frame.$$('table.record-table tbody tr')).length > 20);
  const frames = asked.filter((address) => address.includes('/embed/?')).map((address) => address.split('?')[1]);
  assert.deepEqual(frames, [query]);
  await page.close();
});

test('what a view does not show cannot be chosen for it', async () => {
  const { page } = await builder();
  const offered = () => page.$$eval('.builder__form :is(select, input)', (found) => [...new Set(found.filter((control) => control.checkVisibility()).map((control) => control.name))]);
  const looks = ['lang', 'theme', 'chrome', 'height', 'px', 'title'];
  assert.deepEqual(await offered(), ['view', 'range', 'from', 'to', 'group', 'capacity', ...looks]);
  await choose(page, { view: 'chart' });
  assert.deepEqual(await offered(), ['view', 'chart', 'range', 'from', 'to', ...looks]);
  await choose(page, { view: 'date' });
  assert.deepEqual(await offered(), ['view', 'on', ...looks]);
  await choose(page, { on: '2019-07-06' });
  assert.equal(await snippet(page, 'embed'), `${PUBLISHED}embed/?v=1&view=date&on=2019-07-06`);
  await choose(page, { view: 'chart', chart: 'capacity-days' });
  assert.equal(await snippet(page, 'embed'), `${PUBLISHED}embed/?v=1&view=chart&chart=capacity-days`);
  const [, named] = (await snippet(page, 'script')).match(/ title="([^"]{20,})"/);
  assert.ok(!named.startsWith(packaged().title), `a figure gives the frame its title: ${named}`);
  await page.close();
});

test('a value that cannot be used is told and changes nothing', async () => {
  const { page } = await builder();
  await choose(page, { to: '2018-06-01' });
  const before = await snippet(page, 'script');
  for (const [name, value, said] of [['from', '2019-01-01', /the first before the last/], ['px', '20', /from 120 to 5000 pixels/]]) {
    await choose(page, { [name]: value });
    assert.match(await textOf(page, '.builder__bad'), said);
    assert.equal(await attributeOf(page, `[name=${name}]`, 'aria-invalid'), 'true');
    assert.equal(await snippet(page, 'script'), before);
  }
  await choose(page, { px: '600' });
  assert.equal(await textOf(page, '.builder__bad'), '');
  assert.equal(await countOf(page, '.builder [aria-invalid=true]'), 0);
  await page.close();
});

test('copying says what has become of it', async () => {
  const { page } = await builder();
  await clipboard(page, true);
  for (const kind of ['script', 'embed']) {
    await page.$eval(`[data-snippet=${kind}] button`, (button) => button.click());
    await until(page, 'it is said', () => document.querySelector('.builder__said').textContent === 'Copied.');
    assert.equal(await page.evaluate(() => window.copied.pop()), await snippet(page, kind));
  }
  await choose(page, { theme: 'dark' });
  assert.equal(await textOf(page, '.builder__said'), '', 'what was copied is no longer what is shown');
  await clipboard(page, false);
  await page.$eval('[data-snippet=script] button', (button) => button.click());
  await until(page, 'it is said', () => /does not let the page copy/.test(document.querySelector('.builder__said').textContent));
  assert.equal(await attributeOf(page, '.builder__said', 'role'), 'status');
  await page.close();
});

/** Presses Tab until something has the focus. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
  }
  assert.fail(`Tab does not reach ${selector}`);
}

test('by keys alone an embed is chosen, looked at and copied', async () => {
  const { page } = await builder();
  await clipboard(page, true);
  await tabTo(page, '[name=view]');
  for (let presses = 0; presses < 4; presses += 1) await press(page, 'ArrowDown');
  assert.equal(await page.$eval('[name=view]', (menu) => menu.value), 'map');
  await tabTo(page, '[name=theme]');
  await press(page, 'ArrowDown');
  await press(page, 'ArrowDown');
  await tabTo(page, '[name=title]');
  await page.keyboard.type('The map');
  await press(page, 'Enter');
  await tabTo(page, '[name=width]');
  await press(page, 'ArrowUp');
  assert.equal(await page.$eval('[name=width]:checked', (radio) => radio.value), '600');
  await preview(page, 'v=1&view=map&theme=dark');
  await tabTo(page, '[data-action=to-snippet]');
  await press(page, 'Enter');
  await tabTo(page, '[name=place]');
  for (let presses = 0; presses < 2; presses += 1) await press(page, 'ArrowRight');
  assert.equal(await page.$eval('.builder__place:not([hidden])', (place) => place.dataset.place), 'element');
  await tabTo(page, '[data-snippet=element] button');
  await press(page, 'Enter');
  const copied = await until(page, 'it is copied', () => window.copied[0]);
  assert.match(copied, /^<div data-timeline-embed data-view="map" data-theme="dark" data-title="The map"><a href="[^"]*view\/map\/">The map<\/a><\/div>/);
  assert.equal(await page.evaluate(() => location.search), '', 'nothing was sent');
  await page.close();
});

test('the width of the preview can be tried, and its frame takes the height of its content', async () => {
  const { page } = await builder();
  const frame = await preview(page, 'v=1');
  for (const width of [320, 600]) {
    await choose(page, { width: `${width}` });
    assert.equal(await frame.evaluate(() => innerWidth), width);
  }
  await until(page, 'it grows', () => parseFloat(document.querySelector('.builder__screen iframe').style.height) > 721);
  await page.close();
});

test('the dialog begins with the view that is shown, and costs nothing before', async () => {
  const { page, asked } = await open({ url: site.url, query: '?view=table&q=vitello&term=trump-1' });
  assert.equal(await page.$eval('.builder-dialog', (dialog) => dialog.querySelectorAll('*').length), 1);
  assert.deepEqual(asked.filter((address) => address.includes('/embed/')), []);
  await click(page, '[data-action=embed]');
  await until(page, 'it is open', () => document.querySelector('.builder-dialog:modal'));
  assert.equal((await focused(page)).id, 'builder-title');
  assert.equal(await snippet(page, 'embed'), `${PUBLISHED}embed/?v=1&view=table&q=vitello`);
  assert.match(await textOf(page, '.builder__left-out'), /term\.$/);
  await preview(page, 'v=1&view=table&q=vitello');
  await click(page, '[data-action=leave-out]');
  assert.equal(await snippet(page, 'embed'), `${PUBLISHED}embed/?v=1&view=table`);
  await choose(page, { view: 'map' });
  assert.equal(await page.evaluate(() => location.search), '?view=table&q=vitello&term=trump-1', 'the page keeps its own view');
  await press(page, 'Escape');
  await until(page, 'it is closed', () => !document.querySelector('.builder-dialog').open);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.action), 'embed');
  assert.equal(await countOf(page, '.builder-dialog iframe'), 0);
  await page.close();
});

test('the dialog opens and closes by keys, and keeps the focus to itself', async () => {
  const { page } = await open({ url: site.url });
  await page.focus('[data-action=embed]');
  await press(page, 'Enter');
  await until(page, 'it is open', () => document.querySelector('.builder-dialog:modal'));
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest('.builder-dialog')), 'the focus is in it');
  }
  await page.focus('.builder-dialog__close');
  await press(page, 'Enter');
  await until(page, 'it is closed', () => !document.querySelector('.builder-dialog').open);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.action), 'embed');
  await page.close();
});

test('another page may lead to the builder with a view', async () => {
  const { page } = await builder({ query: '?view=chart&chart=capacity-days&capacity=acting' });
  await until(page, 'it begins with it', () => document.querySelector('[name=chart]')?.value === 'capacity-days');
  assert.equal(await snippet(page, 'embed'), `${PUBLISHED}embed/?v=1&view=chart&chart=capacity-days`);
  await choose(page, { view: 'table' });
  assert.equal(await page.$eval('[name=capacity][value=acting]', (box) => box.checked), true);
  assert.equal(await snippet(page, 'embed'), `${PUBLISHED}embed/?v=1&view=table&capacity=acting`);
  await page.close();
});

/** Run in a page first: a timer comes after two frames, as on a machine that has much to do. */
const framesFirst = () => {
  const { setTimeout, clearTimeout } = window;
  const timers = new Map();
  // Far from the numbers of timers and frames: who stops one of these must stop no other.
  let last = 1_000_000;
  window.setTimeout = (run, ...given) => {
    last += 1;
    const id = last;
    timers.set(id, undefined);
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (timers.has(id)) timers.set(id, setTimeout(run, ...given));
    }));
    return id;
  };
  window.clearTimeout = (id) => {
    clearTimeout(timers.get(id));
    timers.delete(id);
  };
};

test('the builder begins with the view of the address, however late that is read', async () => {
  const { page } = await openMade(`${site.url}builder/?view=chart&chart=capacity-days`, framesFirst);
  await preview(page, 'v=1&view=chart&chart=capacity-days');
  assert.deepEqual(await page.$$eval('.builder :is([name=view], [name=chart])', (menus) => menus.map((menu) => menu.value)), ['chart', 'capacity-days']);
  await page.close();
});

/** What is wrong with what can be pressed, and with the width of the page. */
const faults = (page) =>
  page.evaluate(() => {
    const isSmall = (element) => {
      const { width, height } = element.getBoundingClientRect();
      return element.checkVisibility() && (height < 44 || width < 44);
    };
    const small = [...document.querySelectorAll(':is(.builder, .builder-dialog, .stage-tools) :is(button, input, select), .stage-tools a')].filter(isSmall);
    const wide = [document.documentElement, ...document.querySelectorAll('.builder-dialog[open]')].filter((box) => box.scrollWidth > box.clientWidth);
    const nameless = [...document.querySelectorAll('.builder :is(input, select)')].filter((control) => !control.labels.length);
    return { small: small.map((one) => one.outerHTML.slice(0, 90)), wide: wide.map((one) => one.className), nameless: nameless.map((one) => one.name) };
  });

for (const width of [320, 768, 1280]) {
  test(`at ${width} px it fits, can be hit, and axe finds nothing, in every theme`, async () => {
    for (const theme of THEMES) {
      for (const isDialog of [false, true]) {
        const { page } = await (isDialog ? open({ url: site.url, width, theme }) : builder({ width, theme }));
        if (isDialog) await click(page, '[data-action=embed]');
        await page.waitForSelector('.builder__form');
        await choose(page, { view: 'table', place: 'wordpress', theme: 'dark' });
        const name = `${theme}, ${isDialog ? 'dialog' : 'page'}`;
        assert.deepEqual(await faults(page), { small: [], wide: [], nameless: [] }, name);
        await page.evaluate(axe);
        const violations = await page.evaluate(async () => {
          const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const found = await window.axe.run(document, { runOnly: rules, iframes: false });
          return found.violations.map((violation) => [violation.id, violation.nodes.slice(0, 3).map((node) => node.html.slice(0, 160))]);
        });
        assert.deepEqual(violations, [], name);
        await page.close();
      }
    }
  });
}
