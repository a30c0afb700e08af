// Nothing wider than the screen, targets that can be hit, a focus that is seen, and what is said.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { THEMES, VIEWS, click, countOf, open, press, rangeOf, settled, until } from '../harness/browser.mjs';

for (const width of [320, 390, 768, 1280, 2560]) {
  test(`nothing scrolls sideways at ${width} px`, async () => {
    for (const [name, query] of Object.entries(VIEWS)) {
      const { page } = await open({ query, width });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, `${name} is ${wide} px too wide`);
      await page.close();
    }
  });
}

test('bars are 24 px high, and buttons, inputs, tabs and folds 44 px', async () => {
  for (const query of [VIEWS.timeline, VIEWS.filtered, VIEWS.table, VIEWS.date, VIEWS.detail, VIEWS.figures, VIEWS.map]) {
    const { page } = await open({ query, width: 390, height: 844 });
    const small = await page.$$eval('button, nav a, summary, select, input, [role=slider]', (found) => found
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 0)
      .map((element) => [element, element.getBoundingClientRect()])
      // A bar is as wide as its days: that is what it says. Zooming widens it, and the table does the same.
      .filter(([element, box]) => (element.matches('.lane__item *, .group-summary__open') ? box.height < 24 || (box.width < 24 && !element.matches('.tenure-bar')) : box.height < 44 || (box.width < 44 && !element.matches('[role=slider], .chip, summary'))))
      .map(([element, box]) => `${element.outerHTML.slice(0, 90)} ${Math.round(box.width)} x ${Math.round(box.height)}`));
    assert.deepEqual(small, [], query);
    await page.close();
  }
});

test('the page has one first heading, named landmarks and a language', async () => {
  const { page } = await open();
  assert.equal(await countOf(page, 'h1'), 1);
  assert.equal(await countOf(page, 'main'), 1);
  assert.equal(await page.$eval('html', (html) => html.lang), 'en');
  const levels = await page.$$eval('h1, h2, h3, h4', (found) => found.filter((heading) => heading.offsetParent).map((heading) => Number(heading.localName[1])));
  levels.reduce((before, level) => {
    assert.ok(level <= before + 1, `a heading of level ${level} follows one of ${before}`);
    return level;
  }, 0);
  await page.close();
});

test('in forced colours bars and markers keep an edge, and their status stands in words', async () => {
  const { page } = await open({ theme: 'forced' });
  const edges = await page.$$eval('button.tenure-bar, .event-marker', (found) => found.filter((bar) => bar.checkVisibility()).map((bar) => {
    const edge = getComputedStyle(bar, '::before');
    return ['Top', 'Right', 'Bottom', 'Left'].every((side) => parseFloat(edge[`border${side}Width`]) > 0 && edge[`border${side}Style`] !== 'none' && edge[`border${side}Color`] !== getComputedStyle(document.body).backgroundColor);
  }));
  assert.ok(edges.length > 40 && edges.every(Boolean), `${edges.filter((edge) => !edge).length} of ${edges.length} without`);
  const names = await page.$$eval('button.tenure-bar', (found) => found.map((bar) => bar.getAttribute('aria-label')));
  for (const name of names) assert.match(name, /(Acting|Appointed|Confirmed|Performing|Interim|Capacity)/, name);
  await page.close();
});

test('the bar whose detail is open stands out, whatever its kind, in every theme', async () => {
  for (const theme of THEMES) {
    for (const record of ['vitello-ice-director-2025', 'homan-ice-director-2017', 'venturella-ice-director-2026']) {
      const { page } = await open({ theme, query: `?select=${record}` });
      await until(page, 'the detail is open', () => document.querySelector('#detail-title'));
      const top = await page.$eval(`button.tenure-bar[data-tenure=${record}]`, (bar) => {
        const drawn = getComputedStyle(bar, '::before');
        return (drawn.content === 'none' ? getComputedStyle(bar) : drawn).boxShadow;
      });
      assert.match(top, /inset/, `${record}, ${theme}`);
      await page.close();
    }
  }
});

test('in the dialog of a narrow page nothing covers the focus, forwards and backwards', async () => {
  const { page } = await open({ width: 390, height: 844, query: VIEWS.detail });
  await until(page, 'the dialog is open', () => document.querySelector('.detail:modal'));
  for (const keys of [['Tab'], ['Shift', 'Tab']]) {
    for (let presses = 0; presses < 30; presses += 1) {
      if (keys.length > 1) await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      if (keys.length > 1) await page.keyboard.up('Shift');
      const covered = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === document.body || !element.closest('.detail')) return null;
        const box = element.getClientRects()[0];
        const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 6), box.top + box.height / 2);
        return at && (element.contains(at) || at.contains(element)) ? null : `${element.outerHTML.slice(0, 80)} by ${at?.outerHTML.slice(0, 60)}`;
      });
      assert.equal(covered, null);
    }
  }
  await page.close();
});

test('the ring of the focus stands out from what is around it, and nothing covers it', async () => {
  for (const theme of ['light', 'dark']) {
    const { page } = await open({ theme });
    const faults = [];
    for (let presses = 0; presses < 45; presses += 1) {
      await page.keyboard.press('Tab');
      faults.push(await page.evaluate(() => {
        const rgb = (text) => text.match(/[\d.]+/g).slice(0, 3).map(Number);
        const luminance = (colour) => colour.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)).reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
        const element = document.activeElement;
        const style = getComputedStyle(element);
        const [one, other] = [rgb(style.outlineColor), rgb(getComputedStyle(document.body).backgroundColor)].map(luminance).sort((a, b) => b - a);
        const box = element.getBoundingClientRect();
        const at = document.elementFromPoint(Math.min(innerWidth - 1, Math.max(0, box.left + Math.min(box.width / 2, 6))), box.top + box.height / 2);
        const name = element.outerHTML.slice(0, 90);
        if ((one + 0.05) / (other + 0.05) < 3) return `contrast: ${name}`;
        if (!at || !(element.contains(at) || at.contains(element))) return `covered by ${at?.outerHTML.slice(0, 60)}: ${name}`;
        return null;
      }));
    }
    assert.deepEqual(faults.filter(Boolean), [], theme);
    await page.close();
  }
});

const TOP = ['.skip-link', '.languages__link', '[data-view=timeline]', '[data-view=date]', '[data-view=figures]', '[data-view=map]', '[data-view=story]', '[data-view=table]'];
const ZOOM = ['[data-action=zoom-out]', '[data-action=zoom-in]', '[data-action=fit]', '[data-action=pan-left]', '[data-action=pan-right]', '[data-action=latest]', '[data-action=keys]'];
const ofFigure = (id) => ['.chart__frame', 'summary', '[data-take=svg]', '[data-take=png]', '[data-take=csv]', '[data-take=link]', '[data-take=cite]'].map((stop) => `#figure-${id} ${stop}`);
/** The tab stops of a view, by what tells them apart. */
const STOPS = {
  timeline: [...TOP, '#search', '.filters .chip', '.filters__more summary', ...ZOOM, '.toolbar .chip', '#group-head-office', '[data-lane-group=head-office] [data-day]', '#group-units', '[data-lane-group=units] [data-day]', '#group-field-offices', '.group-summary__open', '#group-above', '[data-lane-group=above] [data-day]', '[data-lane-group=events] [data-day]', '[data-end=from]', '[data-end=to]', '.chip--capacity'],
  date: [...TOP, '#day-day', '[data-step=previous-change]', '[data-step=previous]', '[data-step=next]', '[data-step=next-change]', '[data-step=latest]', '[data-compare=toggle]', '#day-slider', '.posts--chart .post__holder'],
  table: [...TOP, '#search', '.filters .chip', '.filters__more summary', '.table-tools__columns summary', '[data-copy=tenures]', '[data-copy=events]', '[data-sort=name] button', '[data-sort=office] button', '[data-sort=start] button', '[data-sort=days] button', 'th[scope=row] .record-link'],
  figures: [...TOP, '#search', '.filters .chip', '.filters__more summary', ...ZOOM, '.toolbar .chip', '.shared-time [data-day]', '[data-end=from]', '[data-end=to]', '#linked', ...ofFigure('tenure-lengths'), ...ofFigure('capacity-days'), ...ofFigure('days-since-confirmed')],
  map: [...TOP, '#search', '.filters .chip', '.filters__more summary', ...ZOOM, '.toolbar .chip', '.shared-time [data-day]', '[data-end=from]', '[data-end=to]', '#linked', '#report-before', '#report-after', '.map-view .chip[data-record]', ...ofFigure('office-map'), '.map-view .record-link', '[data-action=embed]', '[data-action=take-data]', '.cite summary', '.heads summary'],
  // The picture beside is that of the step in the middle of the screen, which Tab scrolls.
  story: [...TOP, '.story__article a', '.story__step summary', '.story__go', ...ZOOM.slice(0, 6)],
};

for (const [view, stops] of Object.entries(STOPS)) {
  test(`Tab goes through the ${view} in the order of the page`, async () => {
    const { page } = await open({ query: VIEWS[view] });
    const reached = [];
    for (let presses = 0; presses < 120 && reached.length < stops.length; presses += 1) {
      // As a reader: what the press before has scrolled to is there.
      await press(page, 'Tab');
      const found = await page.evaluate((stops) => stops.findLast((stop) => document.activeElement.matches(stop)) ?? (document.activeElement.closest('.figures') ? 'figures' : document.activeElement.outerHTML.slice(0, 80)), stops);
      if (found !== 'figures' && reached.at(-1) !== found) reached.push(found);
    }
    assert.deepEqual(reached, stops);
    await page.close();
  });
}

test('buttons, keys and handles reach the shortest range and the longest, as a drag does', async () => {
  const { page } = await open();
  const days = async () => { const [from, to] = await rangeOf(page); return (Date.parse(to) - Date.parse(from)) / 86_400_000; };
  for (let presses = 0; presses < 20; presses += 1) await page.$eval('[data-action=zoom-in]', (button) => button.click());
  const shortest = await days();
  assert.ok(shortest <= 15, `${shortest} days`);
  for (let presses = 0; presses < 30; presses += 1) await page.$eval('[data-action=zoom-out]', (button) => button.click());
  const longest = await days();
  await page.focus('[data-end=from]');
  await press(page, 'End');
  assert.equal(await days(), shortest);
  await press(page, 'Home');
  await page.focus('[data-end=to]');
  await press(page, 'End');
  assert.equal(await days(), longest);
  await page.close();
});

test('what changes fast is said once it has come to rest', async () => {
  const { page } = await open();
  await page.evaluate(() => {
    window.said = [];
    for (const line of document.querySelectorAll('[role=status]')) {
      new MutationObserver(() => { if (line.textContent) window.said.push([Math.round(performance.now()), line.textContent]); }).observe(line, { childList: true, characterData: true, subtree: true });
    }
  });
  await page.type('#search', 'lyons');
  await until(page, 'the count is said', () => window.said.length > 0);
  await page.$eval('.results__clear', (button) => button.click());
  for (let presses = 0; presses < 6; presses += 1) await page.$eval('[data-action=zoom-in]', (button) => button.click());
  await until(page, 'the range is said', () => window.said.some(([, text]) => /^Timeline from/.test(text)));
  const said = await page.evaluate(() => window.said);
  assert.match(said[0][1], /match$/);
  assert.ok(said.filter(([, text]) => /^Timeline from/.test(text)).length === 1, JSON.stringify(said));
  await page.close();
});

test('with reduced motion nothing moves of itself', async () => {
  const { page } = await open({ query: VIEWS.detail });
  await click(page, '[data-action=zoom-in]');
  assert.deepEqual(await page.evaluate(() => document.getAnimations().map((animation) => animation.effect?.target?.outerHTML.slice(0, 80))), []);
  await page.close();
});

test('with wide spacing of the text nothing is cut and nothing scrolls sideways', async () => {
  for (const width of [320, 1280]) {
    for (const [name, query] of Object.entries(VIEWS)) {
      const { page } = await open({ query, width });
      await page.addStyleTag({ content: '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }' });
      await settled(page);
      const faults = await page.evaluate(() => {
        const wide = Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth);
        // A line of chips that does not fit is one that scrolls; a bar's name stands in its card, its detail and its label.
        const cut = [...document.querySelectorAll('button, summary, label, p, h1, h2, h3, h4, td, th, dt, dd')]
          .filter((element) => element.checkVisibility() && getComputedStyle(element).clipPath === 'none' && !element.closest('.visually-hidden, .tenure-bar, .terms, .ruler'))
          .filter((element) => ['hidden', 'clip'].includes(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1)
          .map((element) => element.outerHTML.slice(0, 80));
        return { wide, cut };
      });
      assert.deepEqual(faults, { wide: 0, cut: [] }, `${name} at ${width} px`);
      await page.close();
    }
  }
});

test('on paper the heads and their sources stand with their addresses', async () => {
  const { page } = await open();
  await page.emulateMediaType('print');
  await settled(page);
  await until(page, 'the sources are printed', () => document.querySelector('#heads a[href^="http"]')?.checkVisibility());
  const after = await page.$eval('#heads a[href^="http"]', (link) => getComputedStyle(link, '::after').content);
  assert.match(after, /http/);
  await page.close();
});
