// What every reader gets: without scripts, without WebAssembly, and with both.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { SITE, attributeOf, countOf, open, settled, textOf, until } from '../harness/browser.mjs';
import { serve } from '../harness/server.mjs';

const HEADS = [
  'Daniel Ragsdale', 'Thomas D. Homan', 'Ronald Vitiello', 'Matthew Albence', 'Mark Morgan', 'Tony Pham',
  'Jonathan Fahey', 'Tae Johnson', 'Patrick Lechleitner', 'Caleb Vitello', 'Todd Lyons', 'David Venturella',
];

test('the first sentence and the figures are computed from the record', async () => {
  const { page } = await open();
  const lede = await textOf(page, 'p.lede');
  assert.match(lede, /As of 18 September 2026, .*no Senate-confirmed director for 3,528 days \(since 20 January 2017\)/);
  assert.match(lede, /12 people have led it since/);
  assert.match(lede, /Venturella has been acting director/);
  const figures = await textOf(page, '.figures');
  assert.match(figures, /3,528/);
  assert.match(figures, /reported as being reassigned, October 2025.*12 of 25.*AP, citing unnamed officials/s);
  await page.close();
});

test('who reported the reported figure is seen on a narrow screen too', async () => {
  const { page } = await open({ width: 320, height: 700 });
  const box = await page.$eval('.figure[data-reported] .figure__more', (note) => [note.innerText, note.getBoundingClientRect().height]);
  assert.match(box[0], /AP, citing unnamed officials/);
  assert.ok(box[1] >= 24, `${box[1]} px high`);
  await page.close();
});

test('without scripts every head since 2017 stands there with dates, ending and sources', async () => {
  const { page } = await open({ js: false });
  const heads = await page.$$eval('#heads > li[data-record]', (rows) => rows.map((row) => ({
    text: row.innerText,
    links: [...row.querySelectorAll('a[href^="http"]')].map((link) => link.href),
  })));
  for (const name of HEADS) {
    const surname = name.split(' ').at(-1);
    assert.ok(heads.some((head) => head.text.includes(surname)), `${name} is not among the heads`);
  }
  for (const head of heads) {
    assert.ok(head.links.length > 0, `no source: ${head.text}`);
    assert.match(head.text, /\d{4}/, `no date: ${head.text}`);
    assert.match(head.text, /director/i, `no title: ${head.text}`);
  }
  const ended = heads.filter((head) => !/In office when last seen/.test(head.text));
  const HOW = /Resigned|Retired|Reassigned|Removed|Moved to a higher post|Left with the change|Term ended|Detailed|Stayed under another title|was not found/;
  assert.ok(ended.length >= 12);
  for (const head of ended) assert.match(head.text, HOW, `not said how it ended: ${head.text}`);
  await page.close();
});

/** The controls of the program that can be seen. */
const controls = (page) => page.$$eval('.views, #search, .toolbar button, [role=slider], .group-summary__open', (found) =>
  found.filter((control) => control.checkVisibility()).map((control) => control.outerHTML.slice(0, 60)));

test('what needs the program is not offered without it', async () => {
  const offered = await open();
  assert.ok((await controls(offered.page)).length > 8);
  await offered.page.close();
  const { page } = await open({ js: false });
  assert.deepEqual(await controls(page), []);
  assert.match(await page.$eval('body', (body) => body.innerText), /needs JavaScript and WebAssembly/);
  await page.close();
});

test('the whole record stands in pages that need no script', async () => {
  const { page } = await open({ js: false, query: 'record/' });
  const text = await page.$eval('body', (body) => body.innerText);
  for (const name of HEADS) assert.ok(text.includes(name.split(' ').at(-1)), name);
  assert.ok((await countOf(page, 'a[href^="http"]')) > 490);
  const files = fs.readdirSync(path.join(SITE, 'data/tenures')).filter((name) => name.endsWith('.json'));
  const tenures = files.flatMap((name) => JSON.parse(fs.readFileSync(path.join(SITE, 'data/tenures', name), 'utf8')).tenures);
  const disputes = tenures.flatMap((tenure) => tenure.disputes ?? []);
  assert.ok(disputes.length > 20);
  assert.equal(await countOf(page, '.record-table .dispute'), disputes.length, 'what sources say differently stands there too');
  assert.equal(await countOf(page, '.record-table tr[data-record]'), tenures.length + (await countOf(page, '.record-table--events tr[data-record]')));
  await page.close();
});

test('without WebAssembly the page stays as it was delivered, and says so', async () => {
  const server = await serve(SITE, (name) => (name.endsWith('.wasm') ? null : undefined));
  try {
    const { page } = await open({ url: server.url, ready: false });
    await until(page, 'a line that says what happened', () => document.querySelector('#boot:not([hidden]) p')?.innerText);
    assert.match(await textOf(page, 'p.lede'), /3,528 days/);
    assert.ok((await countOf(page, '#heads > li[data-record]')) >= 12);
    assert.ok((await countOf(page, 'button.tenure-bar')) > 20);
    assert.deepEqual(await controls(page), []);
    assert.equal(await attributeOf(page, '#app', 'data-ready'), null);
    await page.close();
  } finally {
    await server.close();
  }
});

const PAGES = ['', 'embed/', 'builder/', 'view/map/', 'view/figures/', 'chart/tenure-survival/', 'es/', 'es/view/map/', 'es/builder/', 'embed/es/'];

for (const folder of PAGES) test(`the program mounted into an empty page draws what the delivered page holds: /${folder}`, async () => {
  const html = fs.readFileSync(path.join(SITE, folder, 'index.html'), 'utf8');
  const from = html.indexOf('>', html.indexOf('<div id="app"')) + 1;
  const to = html.lastIndexOf('</div>', html.lastIndexOf('</div>') - 1);
  const empty = html.slice(0, from) + html.slice(to);
  const server = await serve(SITE, (name) => (name === `/${folder}index.html` ? empty : undefined));
  const nodes = (page) => page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('#app'), NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      // A frame has the height of its content, once that is there.
      const isOwn = ({ name }) => node.localName !== 'iframe' || name !== 'style';
      const attributes = () => [...node.attributes].filter(isOwn).map(({ name, value }) => `${name}=${value.trim()}`).sort().join(' ');
      found.push(node.nodeType === Node.TEXT_NODE ? `text ${node.data}` : `<${node.localName}> ${attributes()}`);
    }
    return found;
  });
  try {
    const delivered = await open({ query: folder });
    const mounted = await open({ url: server.url, query: folder });
    const [one, other] = [await nodes(delivered.page), await nodes(mounted.page)];
    assert.ok(one.length > (folder.endsWith('builder/') ? 20 : 2000), `only ${one.length} nodes`);
    const differences = one.map((node, index) => [node, other[index]]).filter(([a, b]) => a !== b);
    assert.deepEqual(differences.slice(0, 5), []);
    assert.equal(one.length, other.length);
    console.log(`${one.length} nodes, ${differences.length} differences`);
    await delivered.page.close();
    await mounted.page.close();
  } finally {
    await server.close();
  }
});

test('a walk through the page leaves the console silent, asks no one else and stores nothing', async () => {
  const { page, said, asked, address } = await open();
  for (const selector of ['button[data-action=zoom-in]', 'button.tenure-bar', '.detail__close', 'nav.views a[data-view=table]']) {
    await page.$eval(selector, (element) => element.click());
    await settled(page);
  }
  await page.setViewport({ width: 400, height: 700 });
  await settled(page);
  assert.deepEqual(said, []);
  assert.deepEqual(asked.filter((url) => !url.startsWith(address) && !url.startsWith('data:')), []);
  const stored = await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]);
  assert.deepEqual(stored, ['', 0, 0]);
  await page.close();
});
