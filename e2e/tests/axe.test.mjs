// axe-core over every view, each width and each theme once. All of them together, in three engines, are case A01 of the matrix.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { VIEWS, open } from '../harness/browser.mjs';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const [width, theme] of [[320, 'forced'], [768, 'dark'], [1280, 'light']]) {
  test(`axe finds nothing at ${width} px, ${theme}`, async () => {
    for (const [name, query] of Object.entries(VIEWS)) {
      const { page } = await open({ query, width, theme });
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
      assert.ok(found.passes > 15, `${name}: only ${found.passes} rules applied`);
      await page.close();
    }
  });
}
