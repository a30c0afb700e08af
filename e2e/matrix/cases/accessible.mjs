// A01 and A15: what axe finds in pages, and what names them and their parts, in every engine. How they look and what is
// read of them is in `accessible-pages.mjs`, how they are used in `accessible-tab.mjs` and `accessible-keys.mjs`, what of
// them moves and speaks in `accessible-rest.mjs`.
//
// In Chromium alone, in `e2e/tests`: A07, the trees that a screen reader is given (`tree.test.mjs`), A10, edges and
// words in forced colours, A14, contrasts of marks and of the ring of the focus (`accessibility.test.mjs`), and A18,
// the print (`print.test.mjs`, `accessibility.test.mjs`).
import assert from 'node:assert/strict';
import { THEMES, byKind, byReason, coloursOf, findings, loadAxe, runAxe } from '../axe.mjs';
import { snippets } from '../embedded.mjs';
import { hostPage } from '../host-page.mjs';
import { LANGUAGES, everyPage, openSized } from '../sized.mjs';
import { started } from '../steps.mjs';

const WIDTHS = [1280, 768, 320];
/** The fewest rules that find something to look at on a page; the one of a missing page has the least. */
const LEAST_RULES = 15;

/** Rules that something on a page would have to break to be seen. */
const TRIED = ['image-alt', 'color-contrast', 'button-name'];

/** What breaks a rule is found. */
async function expectSeeing(view) {
  const tried = async () => [...new Set((await runAxe(view)).violations.map(({ rule }) => rule).filter((rule) => TRIED.includes(rule)))];
  assert.deepEqual(await tried(), []);
  await view.evaluate(() => {
    const wrong = Object.assign(document.createElement('div'), { id: 'matrix-wrong' });
    const text = Object.assign(document.createElement('p'), { textContent: 'Hardly to be read' });
    Object.assign(text.style, { color: '#aaa', background: '#fff', forcedColorAdjust: 'none' });
    const image = Object.assign(document.createElement('img'), { src: 'favicon.svg', width: 30, height: 30 });
    wrong.append(image, text, document.createElement('button'));
    document.querySelector('main').prepend(wrong);
  });
  assert.deepEqual((await tried()).sort(), [...TRIED].sort(), 'what breaks a rule would be seen');
  await view.evaluate(() => document.querySelector('#matrix-wrong').remove());
}

/** Looks at pages with axe, in themes; keeps what it finds. Gives how often it has looked. */
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

/** The first view, with axe in it. */
async function openLoaded(open) {
  const view = await open('/', 1280);
  await loadAxe(view);
  return view;
}

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
    await expectSeeing(await openLoaded(opening(page)));
    let runs = await lookAt(page, opening(page), pages, THEMES, broken, untold);
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
    assert.deepEqual([...found, ...broken.lines()], []);
  },
};

export default [everywhere, parts];
