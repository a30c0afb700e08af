// axe-core over every view, width and theme; nothing wider than the screen; targets that can be hit.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { countOf, open, settled, until } from '../harness/browser.mjs';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const VIEWS = {
  timeline: '',
  zoomed: '?from=2025-09-01&to=2025-12-01&toggle=field-offices',
  detail: '?select=lyons-ice-director-2025',
  event: '?select=2025-10-24-nyt-fod-replacement-plan',
  table: '?view=table',
  empty: '?q=zzzz',
};

for (const width of [320, 768, 1280]) {
  for (const dark of [false, true]) {
    test(`axe finds nothing at ${width} px, ${dark ? 'dark' : 'light'}`, async () => {
      for (const [name, query] of Object.entries(VIEWS)) {
        const { page } = await open({ query, width, dark });
        assert.equal(await page.$eval('.notice-bar', (bar) => bar.hidden), true, `${name}: the address is not understood`);
        await page.evaluate(axe);
        const found = await page.evaluate(async (RULES) => {
          const result = await window.axe.run(document, { runOnly: RULES });
          return {
            passes: result.passes.length,
            violations: result.violations.map((violation) => [violation.id, violation.nodes.length, violation.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`)]),
          };
        }, RULES);
        assert.deepEqual(found.violations, [], name);
        assert.ok(found.passes > 20, `${name}: only ${found.passes} rules applied`);
        await page.close();
      }
    });
  }
}

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

test('what can be pressed is large enough', async () => {
  const { page } = await open({ width: 390, height: 844 });
  const small = await page.$$eval('button, nav a, [role=slider], input', (found) => found
    .filter((element) => element.offsetParent)
    .map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
    // A bar is as wide as its days: that is what it says. Zooming widens it, and the table does the same.
    .filter(([html, box]) => box.height < 24 || (box.width < 24 && !html.includes('class="tenure-bar"')))
    .map(([html, box]) => `${html} ${Math.round(box.width)} x ${Math.round(box.height)}`));
  assert.deepEqual(small, []);
  await page.close();
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

test('in forced colours the bars keep an edge', async () => {
  const { page } = await open();
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  await settled(page);
  const edges = await page.$$eval('button.tenure-bar', (found) => found.filter((bar) => bar.offsetParent).map((bar) => {
    const edge = getComputedStyle(bar, '::before');
    return parseFloat(edge.borderTopWidth) > 0 && edge.borderTopStyle !== 'none' && edge.borderTopColor !== edge.backgroundColor;
  }));
  assert.ok(edges.length > 20 && edges.every(Boolean), `${edges.filter((edge) => !edge).length} of ${edges.length} without`);
  await page.close();
});

test('on paper the heads and their sources stand with their addresses', async () => {
  const { page } = await open();
  await page.emulateMediaType('print');
  await settled(page);
  await until(page, 'the sources are printed', () => document.querySelector('#heads a[href^="http"]'));
  const after = await page.$eval('#heads a[href^="http"]', (link) => getComputedStyle(link, '::after').content);
  assert.match(after, /http/);
  await page.close();
});
