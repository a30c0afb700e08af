// The pages without scripts: every address of the site leads somewhere, each page says what it is, and what programs read
// of it is what schema.org has.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import ts from 'typescript';
import { SITE, countOf, open, published, textOf } from '../harness/browser.mjs';
import { serve } from '../harness/server.mjs';

const site = await serve(SITE);
after(site.close);

const text = (at) => fs.readFileSync(path.join(SITE, at), 'utf8');
const FILES = fs.readdirSync(SITE, { recursive: true }).map((name) => name.split(path.sep).join('/'));
const PAGES = FILES.filter((name) => name.endsWith('index.html')).sort();
const is = (name) => fs.existsSync(path.join(SITE, name)) && fs.statSync(path.join(SITE, name)).isFile();
const isMoved = (html) => html.includes('http-equiv="refresh"');
const tag = (html, expression) => html.match(expression)?.[1];
const decoded = (value) => value.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

test('every link within the site leads to a page, and to a place on it', () => {
  const ids = new Map();
  const idsOf = (name) => {
    if (!ids.has(name)) ids.set(name, new Set([...text(name).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)));
    return ids.get(name);
  };
  const wrong = [];
  let count = 0;
  for (const page of PAGES) {
    for (const [, written] of text(page).matchAll(/ (?:href|src)="([^"]+)"/g)) {
      const href = decoded(written);
      if (/^(https?:|data:|mailto:)/.test(href)) continue;
      const { pathname, hash } = new URL(href, `http://site/${page}`);
      const name = decodeURIComponent(pathname.slice(1));
      const target = [name, `${name}index.html`, `${name}/index.html`].find(is);
      count += 1;
      if (!target) wrong.push(`${page}: ${href}`);
      // A record page of the program takes the place from the view.
      else if (hash && !idsOf(target).has(decodeURIComponent(hash.slice(1)))) wrong.push(`${page}: ${href} has no such place`);
    }
  }
  assert.ok(count > 20_000, `${count} links`);
  assert.deepEqual(wrong.slice(0, 20), []);
});

test('every page has a title, a description and an address that no other has', () => {
  const seen = { title: new Map(), description: new Map(), canonical: new Map() };
  const wrong = [];
  for (const page of PAGES) {
    const html = text(page);
    // An embed shows what the site shows; a page that has moved stands for the one it leads to.
    if (page.startsWith('embed/') || page.startsWith('gallery/') || isMoved(html)) continue;
    const found = {
      title: tag(html, /<title>([^<]+)<\/title>/),
      description: tag(html, /<meta name="description" content="([^"]+)">/),
      canonical: tag(html, /<link rel="canonical" href="([^"]+)">/),
    };
    const language = page.startsWith('es/') ? 'es' : 'en';
    for (const [kind, value] of Object.entries(found)) {
      const other = seen[kind].get(`${language} ${value}`);
      if (!value || other) wrong.push(`${page}: ${kind} ${value ?? 'is missing'} ${other ? `as ${other}` : ''}`);
      seen[kind].set(`${language} ${value}`, page);
    }
  }
  assert.deepEqual(wrong.slice(0, 20), []);
});

test('each record has a page of its own, in each language, and leads into the view', () => {
  for (const [kind, folder] of [['people', 'person'], ['offices', 'office'], ['events', 'event'], ['sources', 'source']]) {
    const records = published(kind);
    assert.ok(records.length > 20);
    for (const { id } of records) for (const language of ['', 'es/']) assert.ok(is(`${language}${folder}/${id}/index.html`), `${language}${folder}/${id}`);
  }
  for (const { id, headline, summary } of published('events')) {
    const html = text(`event/${id}/index.html`);
    for (const said of [headline, summary]) assert.ok(html.includes(said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')), id);
    assert.ok(html.includes(`index.html?select=${id}"`), id);
  }
});

test('a source says all that rests on it', () => {
  for (const kind of ['tenures', 'events']) {
    for (const { id, sources, office } of published(kind)) {
      const way = kind === 'events' ? `event/${id}/index.html"` : `office/${office}/index.html#${id}"`;
      for (const source of sources) assert.ok(text(`source/${source}/index.html`).includes(way), `${source}: ${id}`);
    }
  }
});

test('an id that was renamed leads on to the page that it has now', async () => {
  const { moved } = JSON.parse(text('data/datapackage.json'));
  const events = Object.entries(moved).filter(([, to]) => is(`event/${to}/index.html`));
  assert.ok(events.length > 3);
  for (const [from] of events) assert.ok(isMoved(text(`event/${from}/index.html`)), from);
  const [[from, to]] = events;
  const { page } = await open({ url: `${site.url}event/${from}/`, js: false });
  await page.waitForFunction((to) => location.pathname.includes(to), {}, to);
  assert.equal(await countOf(page, 'h1.document__title'), 1);
  await page.close();
});

test('search engines are told of every page, and of where the list is', () => {
  const root = tag(text('index.html'), /<link rel="canonical" href="([^"]+)">/);
  assert.match(text('robots.txt'), /^User-agent: \*\nAllow: \//);
  if (!root) {
    assert.ok(!is('sitemap.xml'), 'without an address there is no list of addresses');
    return;
  }
  assert.ok(text('robots.txt').includes(`Sitemap: ${root}sitemap.xml`));
  const listed = [...text('sitemap.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => decoded(address));
  const wanted = PAGES.filter((page) => !page.startsWith('embed/') && !page.startsWith('gallery/') && !isMoved(text(page)));
  assert.deepEqual([...listed].sort(), wanted.map((page) => root + page.replace(/index\.html$/, '')).sort());
});

test('a person’s page is small, with all that it loads', () => {
  let largest = 0;
  for (const { id } of published('people')) {
    const at = `person/${id}/index.html`;
    const html = text(at);
    assert.ok(!/<script(?! type="application\/ld\+json")/.test(html), `${id} runs nothing`);
    const loads = [...html.matchAll(/<link rel="(?:icon|stylesheet)" href="([^"]+)"/g)].map(([, href]) => path.posix.join('person', id, href));
    const bytes = [at, ...loads].reduce((sum, name) => sum + brotliCompressSync(fs.readFileSync(path.join(SITE, name))).length, 0);
    largest = Math.max(largest, bytes);
  }
  assert.ok(largest > 5_000 && largest <= 30 * 1024, `${largest} bytes`);
});

test('what programs read of each page is what schema.org has', () => {
  const data = PAGES.map((page) => [page, tag(text(page), /<script type="application\/ld\+json">(.*?)<\/script>/)]).filter(([, found]) => found);
  if (!text('index.html').includes('rel="canonical"')) return assert.equal(data.length, 0, 'without an address nothing is said');
  assert.ok(data.length > 1600, `${data.length} pages`);
  // The two languages differ in texts alone: of sources one language is enough.
  const checked = data.filter(([page]) => !page.startsWith('es/source/'));
  const kinds = [...new Set(checked.map(([, found]) => JSON.parse(found)['@type']))].sort();
  assert.deepEqual(kinds, ['Article', 'CreativeWork', 'Dataset', 'Event', 'GovernmentOrganization', 'NewsArticle', 'Person', 'WebPage']);
  const wrongs = ['{"@context":"https://schema.org","@type":"Person","nome":"x"}', '{"@context":"https://schema.org","@type":"Person","hasOccupation":{"@type":"Event"}}'];
  const lines = [...checked.map(([, found]) => found), ...wrongs].map((found, at) => `export const page${at}: WithContext<${JSON.parse(found)['@type']}> = ${found};`);
  const source = [`import type { WithContext, ${kinds.join(', ')} } from 'schema-dts';`, ...lines].join('\n');
  const options = { noEmit: true, strict: true, skipLibCheck: true, moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext, types: [] };
  const name = path.resolve('structured-data.ts');
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (file, ...more) => (file === name ? ts.createSourceFile(file, source, ...more) : getSourceFile.call(host, file, ...more));
  host.fileExists = (file) => file === name || fileExists.call(host, file);
  host.readFile = (file) => (file === name ? source : readFile.call(host, file));
  const program = ts.createProgram([name], options, host);
  const told = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => [file.getLineAndCharacterOfPosition(start).line - 1, ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 300)]);
  assert.deepEqual(told.filter(([line]) => line >= checked.length).map(([line]) => line - checked.length), [0, 1], 'what is wrong is seen');
  assert.deepEqual(told.filter(([line]) => line < checked.length).map(([line, message]) => `${checked[line][0]}: ${message}`), []);
});

test('no day that is in doubt is told to programs as certain', () => {
  const root = tag(text('index.html'), /<link rel="canonical" href="([^"]+)">/);
  if (!root) return;
  const roles = (id) => [JSON.parse(tag(text(`person/${id}/index.html`), /ld\+json">(.*?)<\/script>/)).hasOccupation ?? []].flat();
  for (const { id, person, start, end } of published('tenures')) {
    const role = roles(person).find(({ url }) => url.endsWith(`#${id}`));
    const sure = (date) => (typeof date === 'string' && !/[~?%]$/.test(date) ? date : undefined);
    assert.deepEqual([role.startDate, role.endDate], [sure(start), sure(end.on)], id);
  }
});

test('the list of sources has each by its publisher, with how much rests on it', async () => {
  const { page } = await open({ url: `${site.url}sources/`, js: false });
  assert.equal(await countOf(page, '.source-index__publisher li'), published('sources').length);
  const publishers = await page.$$eval('.source-index__publisher h3', (found) => found.map((heading) => heading.textContent));
  assert.deepEqual([...new Set(publishers)].sort(), [...new Set(published('sources').map(({ publisher }) => publisher))].sort());
  await page.goto(`${site.url}method/`);
  const gaps = async (id) => page.$$eval(`section[aria-labelledby="${id}"] li`, (found) => found.length);
  const tenures = published('tenures');
  assert.equal(await gaps('gaps-single'), tenures.filter(({ sources }) => sources.length === 1).length);
  assert.equal(await gaps('gaps-low'), tenures.filter(({ confidence }) => confidence === 'low').length);
  assert.equal(await gaps('gaps-end'), tenures.filter(({ end }) => end.unknown_after).length);
  assert.equal(await gaps('gaps-disputed'), tenures.filter(({ disputes }) => disputes?.length).length);
  assert.match(await textOf(page, '#main'), /Vacancies Act/);
  await page.close();
});

test('the whole site, as it is before compression, stays within 25 MiB', () => {
  const files = FILES.filter((name) => is(name) && !/\.(br|gz)$/.test(name));
  const bytes = files.reduce((sum, name) => sum + fs.statSync(path.join(SITE, name)).size, 0);
  assert.ok(files.length > 1900 && bytes <= 25 * 1024 * 1024, `${files.length} files, ${bytes} bytes`);
});
