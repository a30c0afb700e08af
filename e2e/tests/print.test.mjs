// What is printed: every head of the agency, the sources with their addresses, on light paper with numbered pages.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import { SITE, open, published } from '../harness/browser.mjs';
import { serve } from '../harness/server.mjs';

const site = await serve(SITE);
after(site.close);

/** The text of each printed page, without its breaks. */
async function printed(at, format, theme = 'light') {
  const { page } = await open({ url: site.url + at, theme, ready: false });
  await page.waitForFunction(() => !document.querySelector('#boot') || document.querySelector('#app[data-ready]'));
  const pdf = await page.pdf({ format, printBackground: true });
  const background = await page.emulateMediaType('print').then(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor));
  await page.close();
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return { pages: text, all: text.join(' ').replace(/\s+/g, ' '), packed: text.join('').replace(/\s+/g, ''), bytes: pdf.length, background };
}

const heads = published('tenures').filter(({ office }) => office === 'ice-director').map(({ person }) => published('people').find(({ id }) => id === person).name);

test('the record on paper holds every head and the address of every source', async () => {
  const { pages, packed, bytes } = await printed('record/', 'A4');
  for (const name of heads) assert.ok(packed.includes(name.replace(/\s+/g, '')), name);
  const missing = published('sources').filter(({ url }) => !packed.includes(url.replace(/\s+/g, '')));
  assert.deepEqual(missing.map(({ url }) => url), []);
  for (const [at, page] of pages.entries()) assert.ok(page.includes(`${at + 1} / ${pages.length}`), `page ${at + 1} has its number`);
  assert.ok(bytes < 20_000_000, `${bytes} bytes`);
});

for (const format of ['A4', 'Letter']) {
  test(`the first page prints on ${format} with every head and its sources, on light paper`, async () => {
    const { all, packed, background } = await printed('', format, 'dark');
    assert.equal(background, 'rgb(255, 255, 255)');
    for (const name of heads) assert.ok(all.includes(name), name);
    const sources = published('tenures').filter(({ office, person }) => office === 'ice-director' && person === 'todd-lyons').flatMap(({ sources }) => sources);
    assert.ok(sources.length > 1);
    for (const { id, url } of published('sources')) if (sources.includes(id)) assert.ok(packed.includes(url), url);
  });
}

test('figures are printed with their tables', async () => {
  const { all } = await printed('?view=chart&figure=tenure-lengths', 'A4');
  for (const name of heads.slice(1)) assert.ok(all.split(name).length > 1, name);
  assert.match(all, /The same as a table/);
});
