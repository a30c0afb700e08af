// axe-core over a page.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** How many rules a page keeps, and which it breaks, each with elements. */
export async function axeFinds(page) {
  await page.evaluate(axe);
  return page.evaluate(async (RULES) => {
    const result = await window.axe.run(document, { runOnly: RULES });
    return {
      passes: result.passes.length,
      violations: result.violations.map((violation) => [violation.id, violation.nodes.length, violation.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`)]),
    };
  }, RULES);
}
