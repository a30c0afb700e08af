// What is taken away as files: tables, schemas, feeds, archives and citations, read by programs that are not ours.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import Papa from 'papaparse';
import { axeFinds } from '../harness/axe.mjs';
import { SITE, click, countOf, open, press, published, textOf, until } from '../harness/browser.mjs';

const jsonFeed = createRequire(import.meta.url)('jsonfeed-schema/v1.1.js');
const DATA = path.join(SITE, 'data');
const text = (at) => fs.readFileSync(path.join(DATA, at), 'utf8');
const packaged = JSON.parse(text('csv/datapackage.json'));
const dataset = JSON.parse(text('datapackage.json'));

/** A table as objects, by two readers that agree. */
function table(name) {
  const written = text(`csv/${name}.csv`);
  const one = parse(written, { columns: true, record_delimiter: '\r\n' });
  const { data: other, errors } = Papa.parse(written, { header: true, newline: '\r\n', skipEmptyLines: true });
  assert.deepEqual(errors, [], name);
  assert.deepEqual(one, other, name);
  return one;
}

/** What a cell holds, without the apostrophe that keeps a spreadsheet from running it. */
const said = (cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '');
const list = (cell) => (cell === '' ? [] : said(cell).split(';'));

test('tables hold what the data files hold, field by field, as two readers read them', () => {
  const flat = (cell) => (cell === undefined ? '' : String(cell));
  const own = (record, row, fields) => fields.forEach((field) => assert.equal(said(row[field]), flat(record[field]), `${record.id} ${field}`));
  const lists = (record, row, fields) => fields.forEach((field) => assert.deepEqual(list(row[field]), record[field] ?? [], `${record.id} ${field}`));
  const pairs = (record, row) => assert.deepEqual(Object.fromEntries(list(row.same_as).map((pair) => pair.split(/:(.*)/s).slice(0, 2))), record.same_as ?? {}, record.id);
  const each = (name, compare, records = published(name)) => {
    const rows = table(name);
    assert.equal(rows.length, records.length, name);
    rows.forEach((row, at) => compare(records[at], row));
    return rows.length;
  };
  let count = each('people', (person, row) => {
    own(person, row, ['id', 'name', 'sort_name', 'bio']);
    lists(person, row, ['sources']);
    pairs(person, row);
  });
  count += each('offices', (office, row) => {
    own(office, row, ['id', 'title', 'short_title', 'body', 'parent', 'kind', 'group', 'seats', 'needs_confirmation', 'area', 'lat', 'lon']);
    assert.deepEqual([row.exists_from, row.exists_to], [flat(office.exists?.from), flat(office.exists?.to)], office.id);
    lists(office, row, ['sources']);
    pairs(office, row);
  });
  const renamed = published('offices').flatMap((office) => (office.former_titles ?? []).map((former) => ({ office: office.id, ...former })));
  each('former_titles', (former, row) => {
    own(former, row, ['office', 'title', 'until']);
    lists(former, row, ['sources']);
  }, renamed);
  count += each('tenures', (tenure, row) => {
    own(tenure, row, ['id', 'office', 'person', 'title', 'capacity', 'continues', 'confidence', 'note']);
    lists(tenure, row, ['while_holding', 'sources']);
    assert.equal(row.co_holder, String(tenure.co_holder ?? false), tenure.id);
    const start = row.in_post_by ? { in_post_by: row.in_post_by } : row.start;
    assert.deepEqual(start, tenure.start, tenure.id);
    const end = { on: row.end_on, reason: row.end_reason, ongoing_as_of: row.ongoing_as_of, unknown_after: row.unknown_after };
    assert.deepEqual(Object.fromEntries(Object.entries(end).filter(([, value]) => value)), tenure.end, tenure.id);
  });
  count += each('events', (event, row) => {
    own(event, row, ['id', 'date', 'kind', 'headline', 'summary', 'standing', 'confidence', 'supersedes', 'note']);
    lists(event, row, ['people', 'offices', 'tenures', 'sources']);
  });
  count += each('sources', (source, row) => own(source, row, ['id', 'publisher', 'title', 'url', 'archived_url', 'published', 'accessed', 'kind', 'language']));
  count += each('claims', (claim, row) => { own(claim, row, ['id', 'claim', 'origin', 'agreement']); lists(claim, row, ['sources']); });
  count += each('terms', (term, row) => { own(term, row, ['id', 'president', 'label', 'start', 'end']); lists(term, row, ['sources']); });
  assert.ok(count > 900, `${count} rows`);
  const evidence = ['tenures', 'events'].flatMap((kind) => published(kind).flatMap((record) => Object.entries(record.evidence ?? {}).flatMap(([field, rows]) => rows.map((row) => [`${kind}/${record.id}`, field, row.source, flat(row.locator)]))));
  const sorted = (rows) => rows.map((row) => row.join('\n')).sort();
  assert.deepEqual(sorted(table('evidence').map((row) => [row.record, row.field, row.source, said(row.locator)])), sorted(evidence));
  const disputes = published('tenures').flatMap((tenure) => (tenure.disputes ?? []).map((one) => [`tenures/${tenure.id}`, one.field, one.value, one.sources.join(';'), flat(one.why_not)]));
  assert.deepEqual(sorted(table('disputes').map((row) => [row.record, row.field, said(row.value), row.sources, said(row.why_not)])), sorted(disputes));
});

test('the package of the tables describes each of them, and no cell begins a formula', () => {
  for (const { name, path: at, schema } of packaged.resources) {
    const rows = table(at.replace('.csv', ''));
    assert.deepEqual(text(`csv/${at}`).split('\r\n')[0].split(','), schema.fields.map((field) => field.name), name);
    const texts = schema.fields.filter((field) => field.type === 'string').map((field) => field.name);
    for (const row of rows) for (const field of texts) assert.doesNotMatch(row[field], /^[=+\-@\t\r]/, `${name} ${field}`);
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const ids = new Set(table(reference.resource || name).map((row) => row.id));
      for (const row of rows) assert.ok(row[fields] === '' || ids.has(row[fields]), `${name}.${fields}: ${row[fields]}`);
    }
  }
  assert.equal(packaged.version, dataset.version);
});

test('each data file is what its schema says', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const schemas = new Map();
  const files = fs.readdirSync(DATA, { recursive: true }).map((name) => name.split(path.sep).join('/'))
    .filter((name) => name.endsWith('.json') && !name.startsWith('schema/') && !name.startsWith('csv/'));
  assert.ok(files.length > 60, `${files.length} files`);
  for (const file of files) {
    const read = JSON.parse(text(file));
    const at = path.posix.join(path.posix.dirname(file), read.$schema);
    if (!schemas.has(at)) schemas.set(at, ajv.compile(JSON.parse(text(at))));
    const isValid = schemas.get(at);
    assert.ok(isValid(read), `${file}: ${ajv.errorsText(isValid.errors)}`);
  }
});

test('feeds are what their standards say, in both languages, and lead to pages that are there', async () => {
  const isFeed = new Ajv({ strict: false, validateFormats: false }).compile(jsonFeed);
  const { page } = await open({ js: false });
  const home = new URL(JSON.parse(fs.readFileSync(path.join(SITE, 'feeds/changes.json'), 'utf8')).home_page_url);
  for (const folder of ['', 'es/']) {
    for (const name of ['changes', 'corrections']) {
      const at = path.join(SITE, folder, 'feeds', name);
      const json = JSON.parse(fs.readFileSync(`${at}.json`, 'utf8'));
      assert.ok(isFeed(json), `${folder}${name}: ${JSON.stringify(isFeed.errors)}`);
      const atom = await page.evaluate((written) => {
        const read = new DOMParser().parseFromString(written, 'application/xml');
        const one = (parent, tag) => [...parent.children].filter((child) => child.localName === tag && child.namespaceURI === 'http://www.w3.org/2005/Atom').map((child) => child.textContent);
        const told = (parent) => Object.fromEntries(['id', 'title', 'updated', 'author', 'summary'].map((tag) => [tag, one(parent, tag)]));
        return { root: read.documentElement.nodeName, feed: told(read.documentElement), entries: [...read.querySelectorAll('entry')].map(told) };
      }, fs.readFileSync(`${at}.atom`, 'utf8'));
      assert.equal(atom.root, 'feed', `${name} is well-formed`);
      const moment = /^\d{4}-\d{2}-\d{2}T00:00:00Z$/;
      for (const tag of ['id', 'title', 'updated', 'author']) assert.equal(atom.feed[tag].length, 1, tag);
      assert.match(atom.feed.updated[0], moment);
      assert.equal(new Set(atom.entries.map((entry) => entry.id[0])).size, json.items.length, 'ids are unique');
      for (const [position, entry] of atom.entries.entries()) {
        for (const tag of ['id', 'title', 'updated', 'summary']) assert.equal(entry[tag].length, 1, tag);
        assert.match(entry.updated[0], moment);
        const item = json.items[position];
        assert.deepEqual([item.id, item.title, item.content_text], [entry.id[0], entry.title[0], entry.summary[0]]);
        const { pathname } = new URL(item.url);
        assert.ok(fs.existsSync(path.join(SITE, pathname.slice(home.pathname.length), 'index.html')), pathname);
      }
      if (name === 'changes') {
        assert.ok(json.items.length > 20);
        const dates = json.items.map((item) => item.date_published);
        assert.deepEqual(dates, [...dates].sort().reverse(), 'the latest is first');
        assert.equal(json.language, folder ? 'es' : 'en');
      }
    }
  }
  await page.close();
});

test('a page that can be followed names its feeds', async () => {
  for (const query of ['', 'es/', 'corrections/', 'data/', 'es/data/']) {
    const { page } = await open({ js: false, query });
    const links = await page.$$eval('link[type*=feed], link[type*=atom]', (found) => found.map((link) => link.href));
    assert.equal(links.length, 4, query);
    for (const link of links) assert.equal((await page.evaluate(async (way) => (await fetch(way)).status, link)), 200, link);
    await page.close();
  }
});

test('the page of the data names version, day, licence and digest, and its citations can be read', async () => {
  const { page } = await open({ js: false, query: 'data/' });
  const shown = await page.$eval('main', (main) => main.innerText);
  for (const part of [dataset.version, 'CC0', 'MIT', '18 September 2026']) assert.ok(shown.includes(part), part);
  const archives = await page.$$eval('#releases ~ ul > li', (rows) => rows.map((row) => ({ href: row.querySelector('a').getAttribute('href'), digest: row.querySelector('.data-digest').textContent })));
  assert.ok(archives.length >= 1);
  for (const { href, digest } of archives) {
    const bytes = fs.readFileSync(path.join(DATA, href.replace(/^.*?data\//, '')));
    assert.equal(createHash('sha256').update(bytes).digest('hex'), digest, href);
    assert.match(text(path.join(path.dirname(href.replace(/^.*?data\//, '')), 'SHA256SUMS')), new RegExp(`^${digest}  `));
  }
  const cited = await page.$$eval('.cite__text', (found) => found.map((one) => one.textContent));
  assert.deepEqual(await page.$$eval('#cite ~ div > h3', (found) => found.map((heading) => heading.textContent)), ['APA', 'Chicago', 'BibTeX', 'CSL-JSON']);
  assert.equal(cited.length, 4);
  const [apa, chicago, bibtex, csl] = cited;
  const { title, version } = dataset;
  assert.ok(apa.startsWith(`${title}. (2026). `) && apa.includes(`(Version ${version}) [Data set]. `), apa);
  assert.ok(chicago.startsWith(`${title}. 2026. “${title}.” Version ${version}`), chicago);
  assert.ok(bibtex.startsWith(`@misc{${dataset.site.agency_short.toLowerCase()}-${version},\n`), bibtex);
  assert.ok(bibtex.includes(`\n  author = {{${title}}},`), bibtex);
  assert.deepEqual(JSON.parse(csl)[0].issued, { 'date-parts': [[2026, 9, 18]] });
  await page.close();
  const { page: other } = await open({ js: false, query: 'es/data/' });
  const [, , translated] = await other.$$eval('.cite__text', (found) => found.map((one) => one.textContent));
  assert.equal(translated.split('\n')[0], bibtex.split('\n')[0], 'its key is the same in each language');
  await other.close();
});

test('what is shown is cited in four styles: a view, a figure, a record', async () => {
  const shown = [
    ['?view=map', 'Map', 'map'],
    ['?view=chart&figure=tenure-lengths', 'spells at the head', 'chart'],
    ['?select=lyons-ice-director-2025', 'Todd M. Lyons', 'lyons-ice-director-2025'],
  ];
  for (const [query, words, id] of shown) {
    const { page, address } = await open({ query });
    await page.evaluate(() => {
      window.copied = [];
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (copy) => { window.copied.push(copy); } }, configurable: true });
    });
    await page.$eval('.cite summary', (summary) => summary.click());
    for (const style of ['APA', 'Chicago', 'BibTeX', 'CSL-JSON']) await page.$eval(`[data-cite=${style}]`, (button) => button.click());
    const copied = await until(page, 'all are copied', () => window.copied.length === 4 && window.copied);
    for (const one of copied) for (const part of [words, `${address}${query}`]) assert.ok(one.includes(part), `${part}: ${one}`);
    assert.equal(JSON.parse(copied[3])[0].id, id);
    assert.equal(await textOf(page, '.cite__text'), copied[3].trim());
    assert.equal(await textOf(page, '.cite .take-away__said'), 'Copied.');
    await click(page, '.views__tab[data-view=table]');
    await until(page, 'a citation goes with what it is of', () => ['.cite__text', '.cite .take-away__said'].every((one) => document.querySelector(one).textContent === ''));
    await page.close();
  }
});

/** Opens the dialog by its button and the keyboard, and gives what it says. */
async function openedByKey(page) {
  await page.focus('[data-action=take-data]');
  await press(page, 'Enter');
  assert.equal(await countOf(page, '#take-data:popover-open'), 1);
  return textOf(page, '#take-data');
}

test('the dialog says what is downloaded and under what terms, in its language, and is left as it was entered', async () => {
  for (const [query, version, day] of [['', `Version${dataset.version}`, '18 September 2026'], ['es/', `Versión${dataset.version}`, '18 de septiembre de 2026']]) {
    const { page, address } = await open({ query, width: 320, ready: false });
    await page.waitForSelector('#app[data-ready="true"]');
    const said = await openedByKey(page);
    for (const part of [version, day, 'CC0-1.0', 'MIT OR Apache-2.0', 'origins']) assert.ok(said.includes(part), `${query}: ${part}`);
    const file = await page.$eval('#take-data a[href$=".zip"]', (link) => link.href);
    const bytes = fs.readFileSync(path.join(SITE, file.slice(address.length)));
    assert.equal(await textOf(page, '#take-data .data-digest'), createHash('sha256').update(bytes).digest('hex'));
    const { violations, passes } = await axeFinds(page);
    assert.deepEqual(violations, []);
    assert.ok(passes > 10);
    assert.ok(await page.$eval('#take-data', (dialog) => dialog.contains(document.activeElement)), 'the focus is in it');
    await press(page, 'Escape');
    assert.equal(await countOf(page, '#take-data:popover-open'), 0);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.action), 'take-data');
    await openedByKey(page);
    await page.focus('#take-data [popovertargetaction=hide]');
    await press(page, 'Enter');
    assert.equal(await countOf(page, '#take-data:popover-open'), 0);
    await page.close();
  }
});

test('the dialog needs no program', async () => {
  const { page } = await open({ js: false });
  await page.focus('[data-action=take-data]');
  await page.keyboard.press('Enter');
  assert.equal(await countOf(page, '#take-data:popover-open .data-digest'), 1);
  await page.keyboard.press('Escape');
  assert.equal(await countOf(page, '#take-data:popover-open'), 0);
  await page.close();
});
