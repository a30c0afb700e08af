// A01, A08, A12, A13 and A15 to A17: what pages are, in every engine. How they are used is in `accessible-keys.mjs`.
//
// In Chromium alone, in `e2e/tests`: A07, the trees that a screen reader is given (`tree.test.mjs`), A10, edges and
// words in forced colours, A14, contrasts of marks and of the ring of the focus (`accessibility.test.mjs`), and A18,
// the print (`print.test.mjs`, `accessibility.test.mjs`).
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { THEMES, byKind, byReason, coloursOf, findings, loadAxe, runAxe } from '../axe.mjs';
import { snippets } from '../embedded.mjs';
import { until } from '../engines/scope.mjs';
import { hostPage } from '../host-page.mjs';
import { kindsOf, openSized, rested, viewsIn } from '../sized.mjs';
import { started } from '../steps.mjs';

const WIDTHS = [1280, 768, 320];
const LANGUAGES = ['', 'es'];
/** The fewest rules that find something to look at on a page; the one of a missing page has the least. */
const LEAST_RULES = 15;

/** What is found at many places: a line for each thing, with how often, and where first. */
function gather() {
  const found = new Map();
  return {
    add: (thing, place) => found.set(thing, [...(found.get(thing) ?? []), place]),
    lines: () => [...found].map(([thing, places]) => `${thing}: ${places.length} times, ${places.slice(0, 3).join('; ')}`),
  };
}

const everyPage = (dist, language) => [...viewsIn(language), ...kindsOf(dist, language)];

/** What axe would have to find is found. */
async function expectSeeing(view) {
  await view.evaluate(() => {
    const wrong = Object.assign(document.createElement('div'), { id: 'matrix-wrong' });
    const text = Object.assign(document.createElement('p'), { textContent: 'Hardly to be read' });
    Object.assign(text.style, { color: '#aaa', background: '#fff', forcedColorAdjust: 'none' });
    wrong.append(document.createElement('img'), text, document.createElement('button'));
    document.querySelector('main').prepend(wrong);
  });
  const seen = (await runAxe(view)).violations.filter(({ target }) => target.includes('#matrix-wrong')).map(({ rule }) => rule);
  for (const rule of ['image-alt', 'color-contrast', 'button-name']) assert.ok(seen.includes(rule), `${rule} would be seen: ${seen}`);
  await view.evaluate(() => document.querySelector('#matrix-wrong').remove());
}

/** Looks at pages with axe, in themes, `null` for the page's own; keeps what it finds. Gives how many pages were looked at how often. */
async function lookAt(page, open, pages, themes, broken, untold) {
  let runs = 0;
  for (const at of pages) {
    const view = await open(at.way, at.width);
    assert.equal(await view.evaluate(() => document.querySelector('.notice-bar')?.hidden ?? true), true, `${at.way}: the address is understood`);
    await loadAxe(view);
    const colours = [];
    for (const theme of themes) {
      const { applied, violations, incomplete } = await runAxe(view, theme === 'forced' ? null : theme);
      assert.ok(applied >= LEAST_RULES, `${at.way}: ${applied} rules have found something to look at`);
      broken.add(`${at.way} ${at.width} ${theme}`, violations);
      untold.add(`${at.way} ${at.width} ${theme}`, incomplete);
      colours.push(await coloursOf(view));
      runs += 1;
    }
    assert.equal(new Set(colours).size, themes.length, `${at.way}: each theme has colours of its own: ${colours}`);
  }
  return runs;
}

/** Nothing breaks a rule. */
const expectNone = (broken) => {
  const lines = broken.lines();
  assert.equal(lines.length, 0, `${lines.length} kinds of elements break a rule\n${lines.map((line) => `- ${line}`).join('\n')}`);
};

const everywhere = {
  id: 'A01',
  title: 'axe: every view and kind of page, all themes, 320 to 1280 px, two languages',
  quick: false,
  deadlineMs: 3_600_000,
  async run(t) {
    const world = await t.world();
    const [broken, untold] = [findings(byKind), findings(byReason)];
    const pages = LANGUAGES.flatMap((language) => WIDTHS.flatMap((width) => everyPage(t.dist, language).map((way) => ({ way, width }))));
    const opening = (page) => (way, width) => openSized(t, page, world, way, { width });
    const page = await t.page();
    let runs = await lookAt(page, opening(page), pages, THEMES, broken, untold);
    await expectSeeing(await openLoaded(opening(page)));
    if (t.engine === 'webkit') {
      t.cannot('WebKitGTK has no forced colours');
    } else {
      const forced = await t.page({ forced: true });
      const view = await openLoaded(opening(forced));
      assert.equal(await view.evaluate(() => matchMedia('(forced-colors: active)').matches), true, 'colours are forced');
      runs += await lookAt(forced, opening(forced), pages, ['forced'], broken, untold);
    }
    t.note(`${pages.length} pages at their widths, ${runs} times looked at`);
    untold.lines().forEach((line) => t.note(`not told by axe: ${line}`));
    expectNone(broken);
  },
};

/** The first view, with axe in it. */
async function openLoaded(open) {
  const view = await open('/', 1280);
  await loadAxe(view);
  return view;
}

/** Tenures and people of the published record. */
function published(dist) {
  const read = (kind) => {
    const folder = path.join(dist, 'data', kind);
    const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => path.join(folder, name)) : [`${folder}.json`];
    return files.flatMap((name) => {
      const file = JSON.parse(fs.readFileSync(name, 'utf8'));
      return file[kind].map((record) => ({ office: file.office, ...record }));
    });
  };
  const people = new Map(read('people').map(({ id, name }) => [id, name]));
  return read('tenures').map((tenure) => ({ ...tenure, name: people.get(tenure.person) }));
}

/**
 * What is read of a document, from the first to the last: the names of what can be used, by what names them, and all
 * other text. What is hidden from a reader who does not see is left out. Runs in the page.
 */
function readThrough() {
  const lines = [];
  // What has no box of its own is as visible as what is in it.
  const isHidden = (element) => element.matches('[inert], [hidden]') || (getComputedStyle(element).display !== 'contents' && !element.checkVisibility({ visibilityProperty: true }));
  const textOf = (element) => [...element.childNodes].map((node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true' || isHidden(node)) return '';
    return node.getAttribute('aria-label') ?? textOf(node);
  }).join(' ');
  const named = (element) => {
    const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ') || element.getAttribute('aria-label') || textOf(element);
  };
  const read = (element) => {
    if (element.getAttribute('aria-hidden') === 'true' || isHidden(element)) return;
    if (element.matches('button, a[href], summary, h1, h2, h3, h4, p, dt, dd, th, td, caption')) {
      lines.push(`${element.localName} ${named(element).replace(/\s+/g, ' ').trim()}`);
      if (!element.matches('th, td, dd')) return;
    }
    [...element.children].forEach(read);
  };
  read(document.body);
  return lines;
}

/** The words of each capacity, in the languages of the site. */
const CAPACITIES = {
  '': { confirmed: 'Confirmed by the Senate', appointed: 'Appointed', acting: 'Acting', 'performing-duties': 'Performing the duties', interim: 'Interim', unknown: 'Capacity not known' },
};
const HEAD_OFFICE = 'ice-director';

const readAloud = {
  id: 'A08',
  title: 'what is read holds each holder with title, dates and capacity',
  quick: true,
  async run(t) {
    const { site } = await t.world();
    const page = await t.page();
    const tenures = published(t.dist);
    assert.ok(tenures.length > 100, `${tenures.length} tenures`);
    await page.goto(site.url('/?toggle=field-offices'));
    await rested(page);
    const isDated = (text) => /\d{4}|last seen|in post by/.test(text);
    const read = await page.evaluate(readThrough);
    const bars = read.filter((line) => line.startsWith('button '));
    const unread = (all) => tenures.filter((tenure) => {
      const begin = `button ${tenure.name}, ${tenure.title}, `;
      return !all.some((line) => line.startsWith(begin) && isDated(line.slice(begin.length)) && line.includes(CAPACITIES[''][tenure.capacity]));
    }).map(({ id }) => id);
    assert.deepEqual(unread(bars), [], 'each bar says who, as what, when, and in which capacity');
    // The heads stand in the text as well, of the site and of its page of the record, where nothing runs.
    const heads = tenures.filter(({ office }) => office === HEAD_OFFICE);
    assert.ok(heads.length > 15, `${heads.length} spells of heads`);
    for (const way of ['/', '/office/ice-director/', '/record/', '/es/']) {
      await page.goto(site.url(way), { waitUntil: 'load' });
      await rested(page);
      const text = (await page.evaluate(readThrough)).filter((line) => !line.startsWith('button '));
      const missing = heads.filter(({ name, start }) => {
        const year = /\d{4}/.exec(typeof start === 'string' ? start : JSON.stringify(start))[0];
        return !text.some((line, index) => line.includes(name) && text.slice(index, index + 8).some((near) => near.includes(year)));
      });
      assert.deepEqual(missing.map(({ id }) => id), [], `${way}: each head stands in the text, with the year of the beginning`);
    }
    // A name that is not there would be missed.
    assert.equal(unread(bars.filter((line) => !line.includes('Lyons'))).length, tenures.filter(({ name }) => name.includes('Lyons')).length, 'what is not read would be missed');
    t.note(`${tenures.length} tenures, ${heads.length} spells of heads; names are read off the page, as no driver but that of Chromium gives the tree`);
  },
};

/** The spacing of text that a reader may ask for, as a style sheet that no policy keeps out. Runs in the page. */
async function space() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  for (let times = 0; times < 3; times += 1) await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
}

/**
 * What is wider than the page, and text that is cut off or lies beyond its sides. Lines that scroll in themselves are
 * none, nor are bars, whose names stand in their cards, details and labels. Runs in the page.
 */
function cutOff() {
  const root = document.documentElement;
  const found = root.scrollWidth > root.clientWidth ? ['the page scrolls sideways'] : [];
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && getComputedStyle(element).clipPath === 'none';
  const apart = '.visually-hidden, .skip-link, .tenure-bar, .terms, .ruler, .lane__layer, .hover-card, svg';
  const name = (element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 100);
  const scrolls = (element) => element && element !== root && (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  for (const element of document.querySelectorAll('button, summary, label, p, h1, h2, h3, h4, td, th, dt, dd, li, a, caption, legend, select, input')) {
    if (!isSeen(element) || element.closest(apart) || (element.textContent.trim() === '' && !element.matches('input, select'))) continue;
    const { overflowX, overflowY } = getComputedStyle(element);
    const isCut = (kind) => ['hidden', 'clip'].includes(kind) && element.localName !== 'input' && element.localName !== 'select';
    if (isCut(overflowX) && element.scrollWidth > element.clientWidth + 1) found.push(`cut at its side: ${name(element)}`);
    if (isCut(overflowY) && element.scrollHeight > element.clientHeight + 1) found.push(`cut below: ${name(element)}`);
    const box = element.getBoundingClientRect();
    if (box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1) && !scrolls(element)) found.push(`beyond the side: ${name(element)}`);
  }
  return [...new Set(found)].slice(0, 8);
}

/** At 400 % of 1280 x 1024 px: the page, and how high what stays while it scrolls may be. */
const ZOOMED = { width: 320, height: 256, scale: 4 };

const spaced = {
  id: 'A12',
  title: '320 px, 400 % and wide spacing: nothing cut, no sideways scroll',
  quick: false,
  deadlineMs: 900_000,
  async run(t) {
    const world = await t.world();
    const page = await t.page();
    const found = gather();
    let looked = 0;
    const look = async (view, place) => {
      for (const line of await view.evaluate(cutOff)) found.add(line, place);
      looked += 1;
    };
    for (const width of [320, 1280]) {
      for (const way of LANGUAGES.flatMap((language) => everyPage(t.dist, language))) {
        const view = await openSized(t, page, world, way, { width });
        assert.equal(await view.evaluate(() => innerWidth), width);
        await look(view, `${way} at ${width} px`);
        await view.evaluate(space);
        await look(view, `${way} at ${width} px, spaced`);
      }
    }
    const near = await t.page({ scale: ZOOMED.scale });
    for (const way of everyPage(t.dist, '')) {
      const view = await openSized(t, near, world, way, ZOOMED);
      assert.deepEqual(await view.evaluate(() => [innerWidth, devicePixelRatio]), [ZOOMED.width, ZOOMED.scale]);
      await look(view, `${way} at 400 %`);
      const stuck = await view.evaluate(() => Math.max(0, ...[...document.querySelectorAll('body *')]
        .filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position) && element.checkVisibility() && element.getBoundingClientRect().top <= 1)
        .map((element) => element.getBoundingClientRect().height)));
      if (stuck > ZOOMED.height / 2) found.add('more than half of the screen stays covered while it scrolls', `${way} at 400 %`);
    }
    t.note(`${looked} times looked at`);
    assert.deepEqual(found.lines(), []);
    // What is cut, or too wide, would be seen.
    const view = await openSized(t, page, world, '/about/', { width: 320 });
    await view.evaluate(() => {
      const wide = Object.assign(document.createElement('p'), { textContent: 'Too wide' });
      Object.assign(wide.style, { width: '400px' });
      const cut = Object.assign(document.createElement('p'), { textContent: 'Cut off at its side' });
      Object.assign(cut.style, { width: '40px', whiteSpace: 'nowrap', overflow: 'hidden' });
      document.querySelector('main').append(wide, cut);
    });
    const seen = (await view.evaluate(cutOff)).map((line) => line.split(':')[0]);
    assert.ok(seen.includes('the page scrolls sideways') && seen.includes('beyond the side') && seen.includes('cut at its side'), `what is wrong would be seen: ${seen}`);
  },
};

/** Controls that are smaller than a finger, bars and marks that are lower than 24 px. Runs in the page. */
function tooSmall() {
  const found = [...document.querySelectorAll('button, nav a, summary, select, input, textarea, [role=slider]')];
  return found.filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 0).filter((element) => {
    // A choice is as large as the label that is pressed.
    const target = element.matches('[type=radio], [type=checkbox]') ? element.closest('label') ?? element : element;
    const { width, height } = target.getBoundingClientRect();
    // A bar is as wide as its days: zooming widens it, and the table and the list lead to the same.
    if (element.matches('.lane__item *, .group-summary__open')) return height < 24 || (width < 24 && !element.matches('.tenure-bar'));
    return height < 44 || (width < 44 && !element.matches('[role=slider], .chip, summary'));
  }).map((element) => {
    const { width, height } = element.getBoundingClientRect();
    const kind = [element.parentElement, element].map(({ localName, classList }) => [localName, ...classList].join('.')).join(' > ');
    return [kind, `${element.outerHTML.replace(/\s+/g, ' ').slice(0, 90)} ${Math.round(width)} x ${Math.round(height)}`];
  });
}

const sizes = {
  id: 'A13',
  title: 'controls of 44 px, bars of 24 px',
  quick: true,
  deadlineMs: 300_000,
  async run(t) {
    const world = await t.world();
    const page = await t.page();
    const found = gather();
    for (const width of [320, 1280]) {
      for (const way of everyPage(t.dist, '')) {
        const view = await openSized(t, page, world, way, { width });
        for (const [kind, line] of await view.evaluate(tooSmall)) found.add(kind, `${way} at ${width} px: ${line}`);
      }
    }
    assert.deepEqual(found.lines(), []);
    const view = await openSized(t, page, world, '/', { width: 1280 });
    await view.evaluate(() => {
      for (const selector of ['[data-action=fit]', 'button.tenure-bar']) Object.assign(document.querySelector(selector).style, { height: '20px', minHeight: 0, padding: 0 });
    });
    assert.equal((await view.evaluate(tooSmall)).length, 2, 'what is too small would be seen');
  },
};

/** What names a page and its parts: language, title, headings, landmarks, frames. Runs in the page. */
function partsOf() {
  const named = (element) => {
    const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim() || (element.getAttribute('aria-label') ?? '').trim();
  };
  const isTop = (element) => !element.parentElement.closest('article, aside, main, nav, section');
  const roleOf = (element) => {
    const role = element.getAttribute('role');
    if (role) return ['banner', 'main', 'navigation', 'complementary', 'contentinfo', 'search', 'region', 'form'].includes(role) ? role : null;
    const name = element.localName;
    if (name === 'header') return isTop(element) ? 'banner' : null;
    if (name === 'footer') return isTop(element) ? 'contentinfo' : null;
    if (name === 'section' || name === 'form') return named(element) ? { section: 'region', form: 'form' }[name] : null;
    return { main: 'main', nav: 'navigation', aside: 'complementary', search: 'search' }[name] ?? null;
  };
  const seen = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  const landmarks = seen('header, footer, main, nav, aside, section, form, search, [role]').map((element) => [roleOf(element), named(element)]).filter(([role]) => role);
  return {
    language: document.documentElement.lang,
    title: document.title,
    first: seen('h1').map((heading) => heading.textContent.trim()),
    landmarks: landmarks.map((one) => one.join(' ').trim()),
    frames: seen('iframe').map((frame) => frame.title.trim()),
    doubled: [...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at),
  };
}

const doubled = (all) => all.filter((one, at) => all.indexOf(one) !== at);

/** A page says its language, has a title and one first heading, and parts that can be told apart. Gives what is wrong. */
async function wrongParts(view, language) {
  const parts = await view.evaluate(partsOf);
  const wrong = [];
  if (parts.language !== language) wrong.push(`its language is “${parts.language}”`);
  if (!parts.title) wrong.push('it has no title');
  if (parts.first.length !== 1 || !parts.first[0]) wrong.push(`its first headings are ${JSON.stringify(parts.first)}`);
  if (parts.landmarks.filter((one) => /^main\b/.test(one)).length !== 1) wrong.push(`its landmarks are ${parts.landmarks}`);
  if (doubled(parts.landmarks).length > 0) wrong.push(`two landmarks are called ${doubled(parts.landmarks)}`);
  if (parts.frames.includes('')) wrong.push('a frame has no title');
  if (parts.doubled.length > 0) wrong.push(`two elements have the id ${[...new Set(parts.doubled)]}`);
  return wrong;
}

const parts = {
  id: 'A15',
  title: 'language, one first heading, landmarks, frames; axe on six pages',
  quick: true,
  deadlineMs: 300_000,
  async run(t) {
    const world = await t.world();
    const page = await t.page();
    const found = [];
    for (const language of LANGUAGES) {
      for (const way of everyPage(t.dist, language)) {
        await openSized(t, page, world, way, { width: 1280 });
        found.push(...(await wrongParts(page, language || 'en')).map((line) => `${way}: ${line}`));
      }
    }
    const { site, host } = world;
    const code = snippets(site);
    host.page('/two', hostPage({
      embeds: [
        '<div id="one"><leadership-timeline view="table" title="The heads, as a table"></leadership-timeline></div>',
        `<div id="two">${code.mark}</div>`,
      ],
      script: site.url('/embed/v1.js'),
    }));
    await page.goto(host.url('/two'));
    for (const at of ['#one iframe', '#two iframe']) {
      await page.until(`${at} is made`, (at) => document.querySelector(at) !== null, at);
      await page.evaluate((at) => document.querySelector(at).scrollIntoView(), at);
      await started(page.frame(at));
      found.push(...(await wrongParts(page.frame(at), 'en')).map((line) => `embed ${at}: ${line}`));
    }
    const around = await page.evaluate(partsOf);
    assert.deepEqual([around.frames.length, new Set(around.frames).size], [2, 2], `each frame has a title of its own: ${around.frames}`);
    assert.deepEqual(around.landmarks, [], 'the embeds add no landmark to the page around them');
    // What is wrong would be seen.
    await openSized(t, page, world, '/', { width: 1280 });
    await page.evaluate(() => {
      document.documentElement.lang = '';
      const nav = document.querySelector('nav.views');
      nav.after(nav.cloneNode(true), document.createElement('h1'));
    });
    assert.equal((await wrongParts(page, 'en')).length, 3, 'what is wrong would be seen');
    const broken = findings(byKind);
    const pages = ['/', '/?view=table', '/?view=story', '/person/todd-lyons/', '/es/?view=figures', '/embed/?v=1&id=t1'].map((way) => ({ way, width: 1280 }));
    await lookAt(page, (way, width) => openSized(t, page, world, way, { width }), pages, ['light'], broken, findings(byReason));
    assert.deepEqual(found, []);
    expectNone(broken);
  },
};

/** The pieces of the snippets that are shown in a place, and what each of them calls the timeline. Runs in the page. */
function titlesIn(place) {
  const shown = [...document.querySelectorAll(`[data-place="${place}"] [data-snippet]`)].filter((element) => element.checkVisibility());
  return shown.map((element) => {
    const text = element.querySelector('code').textContent;
    const read = new DOMParser().parseFromString(text, 'text/html');
    const titles = [...read.querySelectorAll('iframe, [data-timeline-embed], leadership-timeline, img')].map((one) => one.title || one.dataset.title || one.alt || '');
    const drawn = [...text.matchAll(/!\[((?:[^\]\\]|\\.)*)\]/g)].map(([, alt]) => alt.replaceAll('\\', ''));
    return { kind: element.dataset.snippet, text, titles: [...titles, ...drawn] };
  });
}

const PLACES = ['script', 'plain', 'element', 'pinned', 'wordpress', 'card'];

const titles = {
  id: 'A16',
  title: 'a title in every snippet, and on every frame that is made of one',
  quick: true,
  async run(t) {
    const world = await t.world();
    const page = await t.page();
    for (const way of ['/builder/', '/es/builder/']) {
      await page.goto(world.site.url(way), { waitUntil: 'load' });
      await rested(page);
      const places = await page.evaluate(() => [...document.querySelectorAll('[name=place]')].map(({ value }) => value));
      assert.deepEqual(PLACES.filter((place) => !places.includes(place)), [], `places of ${way}`);
      for (const title of ['', 'The heads “today” & before']) {
        await page.evaluate((title) => {
          const field = document.querySelector('.builder [name=title]');
          field.value = title;
          for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
        }, title);
        for (const place of places) {
          await page.evaluate((place) => document.querySelector(`[name=place][value="${place}"]`).click(), place);
          const pieces = await until(`${place} has its snippets`, async () => {
            const now = await page.evaluate(titlesIn, place);
            return now.length > 0 && now.every(({ titles }) => !title || titles.length === 0 || titles.every((one) => one === title)) && now;
          });
          for (const { kind, text, titles } of pieces) {
            // Alone an address has no title: that comes from what is read of it.
            if (/^https?:\S+$/.test(text.trim())) continue;
            assert.ok(titles.length > 0 && titles.every((one) => one.trim().length > 2), `${way} ${place} ${kind}: ${JSON.stringify(titles)} in ${text}`);
          }
        }
      }
    }
    const folder = path.join(t.dist, 'oembed');
    const answers = fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.json'));
    assert.ok(answers.length >= 10, `${answers.length} answers to those who ask what an address shows`);
    for (const name of answers) {
      const { title, html } = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
      assert.ok(title.trim() && / title="[^"]+"/.test(html), `${name} has a title, and so has its frame`);
    }
    const code = snippets(world.site);
    world.host.page('/all', hostPage({ embeds: [code.frame, code.mark, code.element, '<leadership-timeline id="bare"></leadership-timeline>'], script: world.site.url('/embed/v1.js') }));
    await page.goto(world.host.url('/all'));
    await page.until('there are four frames', () => document.querySelectorAll('iframe').length === 4);
    const made = await page.evaluate(() => [...document.querySelectorAll('iframe')].map((one) => one.title.trim()));
    assert.ok(made.every((one) => one.length > 2), `each frame has a title: ${JSON.stringify(made)}`);
  },
};

const TABLES = ['table.record-table:not(.record-table--events)', 'table.record-table--events'];

const table = {
  id: 'A17',
  title: 'tables: caption, scope, heads that say how they sort',
  quick: true,
  async run(t) {
    const { site } = await t.world();
    const page = await t.page();
    await page.goto(site.url('/?view=table'));
    await rested(page);
    for (const one of TABLES) {
      const made = await page.evaluate((one) => {
        const found = document.querySelector(one);
        const rows = [...found.querySelectorAll('tbody tr')];
        return {
          caption: found.querySelector('caption')?.textContent.trim(),
          heads: [...found.querySelectorAll('thead th')].map((head) => head.scope),
          rows: rows.length,
          unnamed: rows.filter((row) => row.querySelectorAll('th[scope=row]').length !== 1).length,
          buttons: [...found.querySelectorAll('th[aria-sort]')].filter((head) => !head.querySelector('button')?.textContent.trim()).length,
        };
      }, one);
      assert.ok(made.caption?.length > 3, `${one} has a caption`);
      assert.ok(made.heads.length > 3 && made.heads.every((scope) => scope === 'col'), `${one}: heads of columns are ${made.heads}`);
      assert.ok(made.rows > 10, `${made.rows} rows`);
      assert.deepEqual([made.unnamed, made.buttons], [0, 0], `${one}: each row has its name, each head that sorts a button`);
    }
    const [tenures] = TABLES;
    const sorted = () => page.evaluate((tenures) => [...document.querySelectorAll(`${tenures} th[aria-sort]`)].map((head) => [head.dataset.sort, head.getAttribute('aria-sort')])
      .filter(([, way]) => way !== 'none'), tenures);
    const order = () => page.evaluate((tenures) => [...document.querySelectorAll(`${tenures} tbody tr`)].map((row) => row.dataset.record).join(), tenures);
    assert.deepEqual(await sorted(), [['start', 'ascending']]);
    for (const key of ['name', 'office', 'days', 'start']) {
      const before = await order();
      await page.click(`${tenures} th[data-sort=${key}] button`);
      await until(`it is sorted by ${key}`, async () => (await sorted()).join() === `${key},ascending`);
      const up = await order();
      assert.notEqual(up, before, `the rows are in the order of ${key}`);
      // The button keeps the focus: by the keyboard the order is turned.
      await page.evaluate((selector) => document.querySelector(selector).focus(), `${tenures} th[data-sort=${key}] button`);
      await page.press('Enter');
      await until(`the order of ${key} is turned`, async () => (await sorted()).join() === `${key},descending`);
      assert.notEqual(await order(), up, `the rows are in the other order of ${key}`);
      const focus = await page.evaluate(() => document.activeElement.closest('th')?.dataset.sort ?? null);
      assert.equal(focus, key, 'the focus stays');
    }
  },
};

export default [everywhere, readAloud, spaced, sizes, parts, titles, table];
