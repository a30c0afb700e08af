// Every page in a second language: nothing of the first is left, dates and numbers are as that language writes them, and
// the way between the languages keeps the view.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { SITE, VIEWS, attributeOf, countOf, open, press, published, settled, textOf, until } from '../harness/browser.mjs';
import { serve } from '../harness/server.mjs';

const site = await serve(SITE);
after(site.close);

const pagesIn = (folder) => fs.readdirSync(path.join(SITE, folder), { recursive: true })
  .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
  .filter((name) => name.endsWith('index.html'))
  .map((name) => name.replace(/index\.html$/, ''))
  .sort();
const html = (at) => fs.readFileSync(path.join(SITE, at, 'index.html'), 'utf8');
/** All pages, without those that lead on to another. */
const SPANISH = [...pagesIn('es'), 'embed/es/'].filter((at) => !html(at).includes('http-equiv="refresh"'));

/** Words of English that Spanish has none of. */
const ENGLISH = 'the of and was were with from that which for his her had has been by is are not this their at on under after before who said'.split(' ');
/** Names in the record that hold such words. */
const NAMES = /\b(?:Times of San Diego|Crime and Justice News|U\.S\. Customs and Border Protection|Just the News|commander-at-large|ICE Security Reform Act of 2025|Catch of the Day)\b/g;

/** The texts of a page that are neither marked as of another language nor names of outlets. Runs in the page. */
const textsOf = (of = document) => {
  const texts = [of.title];
  const isOther = (element) => element.closest('[lang]:not([lang=es]), code, .builder__table th, .source-list > li > a + span, .source-list__address, script, style, noscript');
  const walk = document.createTreeWalker(of.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node.data.trim() && !isOther(node.parentElement)) texts.push(node.data.trim());
  }
  for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'content']) {
    for (const element of of.querySelectorAll(`body [${name}], meta[name=description], meta[property^="og:"]`)) {
      if (!isOther(element) && element.getAttribute(name)) texts.push(element.getAttribute(name));
    }
  }
  return [...new Set(texts)];
};

const en = JSON.parse(fs.readFileSync(new URL('../../locales/en.json', import.meta.url), 'utf8'));
const es = JSON.parse(fs.readFileSync(new URL('../../locales/es.json', import.meta.url), 'utf8'));
const documents = (language) => JSON.parse(fs.readFileSync(new URL(`../../locales/documents/${language}.json`, import.meta.url), 'utf8'));
/** The words of the record's own, in the places of the site's. */
const words = (language) => JSON.parse(fs.readFileSync(path.join(SITE, `data/words/${language}.json`), 'utf8'));
Object.assign(en, documents('en'), words('en').interface, words('en').documents);
Object.assign(es, documents('es'), words('es').interface, words('es').documents);
/** Titles and publishers of sources stay as they are. */
const TRANSLATED = JSON.parse(fs.readFileSync(path.join(SITE, 'data/translations/es.json'), 'utf8')).texts;
const PUBLISHERS = Object.entries(TRANSLATED).filter(([place]) => /^sources\b.*\bpublisher$/.test(place)).map(([, { says }]) => says);
const OF_SOURCES = [...published('sources').flatMap(({ title, publisher }) => [title, publisher]), ...PUBLISHERS].sort((one, other) => other.length - one.length);
const withoutSources = (text) => OF_SOURCES.reduce((rest, name) => rest.replaceAll(name, ''), text.replace(/https?:\/\/\S+/g, ''));
/** Texts of the interface that only English has. */
const INTERFACE = new Set(Object.keys(en).filter((key) => /\s/.test(en[key].trim()) && !en[key].includes('{') && en[key] !== es[key]).map((key) => en[key].trim()));

/** The texts that are in English, or hold a word of it. */
function english(texts) {
  const word = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${ENGLISH.join('|')})(?![\\p{L}\\p{N}-])`, 'u');
  return texts.filter((text) => INTERFACE.has(text) || word.test(withoutSources(text).replace(NAMES, '')));
}

test('no page says anything in English', async () => {
  const wrong = [];
  const { page } = await open({ url: `${site.url}es/about/`, ready: false });
  await page.evaluate(`window.textsOf = ${textsOf}`);
  for (const at of SPANISH) {
    const [language, texts] = await page.evaluate(async (address) => {
      const parsed = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
      return [parsed.documentElement.lang, window.textsOf(parsed)];
    }, site.url + at);
    assert.equal(language, 'es', at);
    assert.ok(texts.length > 9, `${at}: ${texts.length} texts`);
    wrong.push(...english(texts).map((text) => `${at}: ${text.slice(0, 160)}`));
  }
  assert.ok(SPANISH.length > 800, `${SPANISH.length} pages`);
  assert.deepEqual(wrong, []);
  await page.close();
});

test('no view says anything in English while it is used', async () => {
  const wrong = [];
  for (const [name, query] of Object.entries(VIEWS)) {
    const { page, said } = await open({ url: `${site.url}es/`, query });
    if (name === 'timeline') {
      await page.focus('.tenure-bar');
      await press(page, '?');
    }
    const texts = await page.evaluate(textsOf);
    wrong.push(...english(texts).map((text) => `${name}: ${text.slice(0, 160)}`));
    assert.deepEqual(said.filter((line) => !/^(debug|info|verbose)/.test(line)), [], name);
    await page.close();
  }
  const { page } = await open({ url: `${site.url}es/builder/` });
  await page.waitForSelector('.builder__form');
  wrong.push(...english(await page.evaluate(textsOf)).map((text) => `builder: ${text.slice(0, 160)}`));
  assert.match(await page.$eval('[data-snippet=embed] code', (code) => code.textContent), /embed\/es\/\?v=1&lang=es$/);
  await page.close();
  assert.deepEqual(wrong, []);
});

test('dates and numbers are as each language writes them', async () => {
  for (const [folder, locale, numbers] of [['', 'en-GB', 'en-US'], ['es/', 'es-US', 'es-US']]) {
    const { page } = await open({ url: `${site.url}${folder}days/`, js: false });
    const days = await page.$$eval('.day', (found) => found.map((day) => [day.id, day.querySelector('.day__title').textContent]));
    assert.ok(days.length > 10);
    const written = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    for (const [day, text] of days) assert.equal(text, written.format(new Date(`${day}T00:00:00Z`)));
    await page.goto(site.url + folder);
    const figure = await textOf(page, '.figures strong, .figures b, .lede strong');
    const count = Number(figure.replace(/[^\d]/g, ''));
    assert.ok(count > 3000 && figure.startsWith(new Intl.NumberFormat(numbers).format(count)), figure);
    await page.close();
  }
});

test('each page names itself in every language, and they name each other', async () => {
  const alternates = (at) => [...html(at).matchAll(/<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)">/g)].map(([, language, href]) => [language, href]);
  const canonical = (at) => html(at).match(/<link rel="canonical" href="([^"]+)">/)?.[1];
  const root = canonical('');
  for (const at of SPANISH.filter((at) => at.startsWith('es/'))) {
    const english = at.replace(/^es\//, '');
    const wanted = root ? [['en', root + english], ['es', root + at], ['x-default', root + english]] : [];
    for (const page of [at, english]) assert.deepEqual(alternates(page), wanted, page);
    assert.deepEqual([canonical(english), canonical(at)], root ? [root + english, root + at] : [undefined, undefined]);
  }
  // An embed shows what the site shows.
  assert.equal(canonical('embed/es/'), root && `${root}es/`);
});

test('the way to another language keeps the view', async () => {
  const { page } = await open({ url: site.url, query: '?view=table&q=lyons' });
  await until(page, 'the way has the view', () => /view=table/.test(document.querySelector('.languages a').href));
  assert.equal(await attributeOf(page, '.languages a', 'lang'), 'es');
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click('.languages a')]);
  await page.waitForSelector('#app[data-ready="true"]');
  await settled(page);
  const shown = await page.evaluate(() => [location.pathname, location.search, document.querySelector('#search').value, document.querySelector('.views__tab[aria-current=page]').textContent]);
  assert.deepEqual(shown, ['/es/index.html', '?view=table&q=lyons', 'lyons', es.view_table]);
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click('.languages a')]);
  await page.waitForSelector('#app[data-ready="true"]');
  assert.deepEqual(await page.evaluate(() => [location.pathname, location.search]), ['/index.html', '?view=table&q=lyons']);
  await page.close();
});

test('from a page that begins with a view the way leads to the view that is shown', async () => {
  const { page } = await open({ url: `${site.url}view/table/` });
  assert.equal(await attributeOf(page, '.languages a', 'href'), '../../es/view/table/index.html');
  await page.click('.views__tab[data-view=timeline]');
  await until(page, 'the way has the view', () => document.querySelector('.languages a').search === '?view=timeline');
  await page.close();
});

test('what is copied leads to the page in its language', async () => {
  const { page } = await open({ url: `${site.url}es/`, query: VIEWS.detail });
  await page.evaluate(() => {
    window.copied = [];
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => window.copied.push(text) } });
  });
  await page.click('.detail [data-copy=link]');
  await until(page, 'it is copied', () => window.copied.length === 1);
  assert.equal(await page.evaluate(() => window.copied[0]), `${site.url}es/?select=lyons-ice-director-2025`);
  await page.close();
});

test('a title stands beside the one that the sources give', async () => {
  const { page } = await open({ url: `${site.url}es/`, query: VIEWS.detail });
  assert.equal(await textOf(page, '.detail .original'), '(Acting Director)');
  assert.equal(await attributeOf(page, '.detail .original [lang]', 'lang'), 'en');
  await page.close();
  const english = await open({ url: site.url, query: VIEWS.detail });
  assert.equal(await countOf(english.page, '.original'), 0);
  await english.page.close();
});

test('an embed is in the language that its address asks for', async () => {
  for (const [from, query, language, at] of [
    ['embed/', '?v=1&lang=es&view=table', 'es', '/embed/es/'],
    ['embed/es/', '?v=1&lang=en&view=map', 'en', '/embed/'],
    ['embed/es/', '?v=1&view=map', 'es', '/embed/es/'],
    ['embed/', '?v=1&lang=fr', 'en', '/embed/'],
  ]) {
    const { page } = await open({ url: site.url + from, query, ready: false });
    await page.waitForSelector(`html[lang=${language}] #app[data-ready="true"]`);
    assert.deepEqual(await page.evaluate(() => [location.pathname, location.search]), [at, query]);
    await page.close();
  }
});

test('an address that leads nowhere is answered in each language, with ways that lead somewhere', async () => {
  const { page } = await open({ url: `${site.url}404.html`, js: false });
  assert.equal(await attributeOf(page, 'html', 'lang'), 'en');
  const answers = await page.$$eval('main div.document__part, main section[lang]', (found) => found.map((part) => ({
    lang: part.closest('[lang]').lang,
    title: (part.querySelector('h2') ?? document.querySelector('h1')).textContent,
    ways: [...part.querySelectorAll('ul a')].map((way) => way.href),
  })));
  assert.deepEqual(answers.map(({ lang, title }) => [lang, title]), [['en', en.not_found_title], ['es', es.not_found_title]]);
  for (const { lang, ways } of answers) {
    assert.equal(ways.length, 5);
    for (const way of ways) {
      await page.goto(way);
      assert.equal(await attributeOf(page, 'html', 'lang'), lang, way);
      assert.notEqual(await textOf(page, 'h1'), en.not_found_title, way);
    }
  }
  await page.close();
});

test('without the texts of its language a page says so in it, and stays readable', async () => {
  const { page } = await open({ url: 'about:blank', ready: false });
  await page.setRequestInterception(true);
  page.on('request', (request) => (/\/texts-es-/.test(request.url()) ? request.respond({ status: 500 }) : request.continue()));
  await page.goto(`${site.url}es/`);
  await until(page, 'it is told', () => !document.querySelector('#boot').hidden);
  assert.equal(await textOf(page, '#boot p'), es.boot_failed);
  assert.ok((await page.$$('.head')).length > 10);
  await page.close();
});
