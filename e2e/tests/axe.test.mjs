// axe-core over every view, each width and each theme once. All of them together, in three engines, are case A01 of the matrix.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFinds } from '../harness/axe.mjs';
import { VIEWS, open } from '../harness/browser.mjs';

for (const [width, theme] of [[320, 'forced'], [768, 'dark'], [1280, 'light']]) {
  test(`axe finds nothing at ${width} px, ${theme}`, async () => {
    for (const [name, query] of Object.entries(VIEWS)) {
      const { page } = await open({ query, width, theme });
      assert.equal(await page.$eval('.notice-bar', (bar) => bar.hidden), true, `${name}: the address is not understood`);
      const found = await axeFinds(page);
      assert.deepEqual(found.violations, [], name);
      assert.ok(found.passes > 15, `${name}: only ${found.passes} rules applied`);
      await page.close();
    }
  });
}
