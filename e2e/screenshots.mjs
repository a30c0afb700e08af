// Pictures of the page, to be looked at: `node e2e/screenshots.mjs SITE FOLDER`.
import fs from 'node:fs';
import path from 'node:path';

const [site, folder] = process.argv.slice(2);
if (!site || !folder) {
  console.error('usage: node e2e/screenshots.mjs SITE FOLDER, such as dist target/screenshots');
  process.exit(2);
}
process.env.SITE = site;
const { close, open, settled } = await import('./harness/browser.mjs');

const VIEWS = {
  timeline: '',
  detail: '?select=lyons-ice-director-2025',
  october: '?from=2025-09-01&to=2025-12-01&toggle=field-offices',
  table: '?view=table',
  date: '?view=date&day=2019-07-06',
  compare: '?view=date&day=2025-03-09&compare=2025-03-01',
  figures: '?view=figures',
  brushed: '?view=figures&from=2025-01-01&to=2025-12-31&figure=arrests-against-goal',
  map: '?view=map&report=2025-10-27-fox',
  search: '?q=lyons&select=lyons-ice-director-2025',
  empty: '?q=zzzz',
  notice: '?from=2025-02-30',
};

fs.mkdirSync(folder, { recursive: true });
for (const [name, query] of Object.entries(VIEWS)) {
  for (const width of [320, 768, 1280]) {
    for (const theme of ['light', 'dark']) {
      const { page } = await open({ query, width, height: width < 700 ? 700 : 900, theme });
      await settled(page);
      const file = path.join(folder, `${name}-${width}-${theme}.png`);
      await page.screenshot({ path: file, fullPage: ['timeline', 'date', 'compare'].includes(name) });
      await page.close();
    }
  }
}
await close();
console.log(`${folder}: ${Object.keys(VIEWS).length * 6} pictures`);
