// A08, A12, A13, A16 and A17: what is read of pages, how they fit narrow screens, and what they offer, in every engine.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { snippets } from '../embedded.mjs';
import { until } from '../engines/scope.mjs';
import { hostPage } from '../host-page.mjs';
import { LANGUAGES, everyPage, openSized, rested, viewsIn } from '../sized.mjs';

/** What is found at many places: a line for each thing, with how often, and where first. */
function gather() {
  const found = new Map();
  return {
    add: (thing, place) => found.set(thing, [...(found.get(thing) ?? []), place]),
    lines: () => [...found].map(([thing, places]) => `${thing}: ${places.length} times, ${places.slice(0, 3).join('; ')}`),
  };
}

/** Tenures and people of the published record. */
function published(dist) {
  const read = (kind) => {
    const folder = path.join(dist, 'data', kind);
    const names = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
    const files = names.length > 0 ? names.map((name) => path.join(folder, name)) : [`${folder}.json`];
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

/** The words of each capacity. */
const CAPACITIES = {
  confirmed: 'Confirmed by the Senate',
  appointed: 'Appointed',
  elected: 'Elected',
  acting: 'Acting',
  'performing-duties': 'Performing the duties',
  interim: 'Interim',
  unknown: 'Capacity not known',
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
      return !all.some((line) => line.startsWith(begin) && isDated(line.slice(begin.length)) && line.includes(CAPACITIES[tenure.capacity]));
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

/** 1280 x 1024 px at 400 %. */
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
    // As wide as above: what differs is how little of the height is left.
    for (const way of [...viewsIn(), '/record/', '/story/', '/builder/']) {
      const view = await openSized(t, near, world, way, ZOOMED);
      assert.deepEqual(await view.evaluate(() => [innerWidth, devicePixelRatio]), [ZOOMED.width, ZOOMED.scale]);
      await look(view, `${way} at 400 %`);
      const stuck = await view.evaluate(() => Math.max(0, ...[...document.querySelectorAll('body *')]
        .filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position) && element.checkVisibility() && element.getBoundingClientRect().top <= 1)
        .map((element) => element.getBoundingClientRect().height)));
      if (stuck > ZOOMED.height / 2) found.add('more than half of the screen stays covered while it scrolls', `${way} at 400 %`);
    }
    t.note(`${looked} times looked at`);
    // What is cut, or too wide, would be seen.
    const view = await openSized(t, page, world, '/about/', { width: 320 });
    const seen = [];
    const see = async () => seen.push(...(await view.evaluate(cutOff)).map((line) => line.split(':')[0]));
    await view.evaluate(() => {
      const cut = Object.assign(document.createElement('p'), { textContent: 'Cut off at its side' });
      Object.assign(cut.style, { width: '40px', whiteSpace: 'nowrap', overflow: 'hidden' });
      document.querySelector('main').append(cut);
    });
    await see();
    await view.evaluate(() => {
      const wide = Object.assign(document.createElement('p'), { textContent: 'Too wide' });
      Object.assign(wide.style, { width: '400px' });
      document.querySelector('main').append(wide);
    });
    await see();
    for (const one of ['cut at its side', 'the page scrolls sideways', 'beyond the side']) assert.ok(seen.includes(one), `${one} would be seen: ${seen}`);
    assert.deepEqual(found.lines(), []);
  },
};

/** Controls that are smaller than a finger, bars and marks that are lower than 24 px. Runs in the page. */
function tooSmall() {
  const found = [...document.querySelectorAll('button, nav a, summary, select, input, textarea, [role=slider]')];
  return found.filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 0).filter((element) => {
    // A choice is as large as the label that is pressed.
    const target = element.matches('[type=radio], [type=checkbox]') ? element.closest('label') ?? element : element;
    const { width, height } = target.getBoundingClientRect();
    // A list of places on the page is text.
    if (element.matches('a[href^="#"]')) return height < 24;
    // A bar is as wide as its days: zooming widens it, and the table and the list lead to the same.
    if (element.matches('.lane__item *, .group-summary__open')) return height < 24 || (width < 24 && !element.matches('.tenure-bar'));
    return height < 44 || (width < 44 && !element.matches('[role=slider], .chip, summary'));
  }).map((element) => {
    const { width, height } = element.getBoundingClientRect();
    const around = element.closest('nav') ?? element.parentElement;
    const kind = [around, element].map(({ localName, classList }) => [localName, ...classList].join('.')).join(' ');
    return [kind, `${element.outerHTML.replace(/\s+/g, ' ').slice(0, 90)} ${Math.round(width)} x ${Math.round(height)}`];
  });
}

const sizes = {
  id: 'A13',
  title: 'controls of 44 px, bars of 24 px',
  quick: false,
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
    const view = await openSized(t, page, world, '/', { width: 1280 });
    const before = (await view.evaluate(tooSmall)).length;
    await view.evaluate(() => {
      for (const selector of ['[data-action=fit]', 'button.tenure-bar']) Object.assign(document.querySelector(selector).style, { height: '20px', minHeight: 0, padding: 0 });
    });
    assert.equal((await view.evaluate(tooSmall)).length, before + 2, 'what is too small would be seen');
    assert.deepEqual(found.lines(), []);
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
            const isNamed = titles.length > 0 && titles.every((one) => one.trim().length > 2);
            assert.ok(isNamed, `${way} ${place} ${kind}: ${JSON.stringify(titles)} in ${text}`);
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
    const embeds = [code.frame, code.mark, code.element, '<leadership-timeline id="bare"></leadership-timeline>'];
    world.host.page('/all', hostPage({ embeds, script: world.site.url('/embed/v1.js') }));
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

export default [readAloud, spaced, sizes, titles, table];
