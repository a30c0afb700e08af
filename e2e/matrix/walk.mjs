// A walk through all that a reader can come to: every page, view, figure and dialog, what is taken away, and embeds on
// other sites. Whoever walks looks around at each place before it is left.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { until } from './engines/scope.mjs';
import { Cannot } from './engines/cannot.mjs';
import { frame, hostPage } from './host-page.mjs';
import { VIEWS, show, started } from './steps.mjs';

const SNIPPET = 'sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads" allow="fullscreen; clipboard-write; web-share"';

/** The figures that have a page of their own. */
export const figuresOf = (dist) => fs.readdirSync(path.join(dist, 'chart')).sort();

/** How many pages of each kind of record a walk comes to: they are all made in one way. */
const OF_A_KIND = 2;

/** The addresses of the pages of a built site: of people, offices, events, sources and figures the first ones of each language. */
export function pagesOf(dist) {
  const files = fs.readdirSync(dist, { recursive: true }).map((name) => name.split(path.sep).join('/'));
  const all = files.filter((name) => name.endsWith('.html')).map((name) => `/${name.replace(/(^|\/)index\.html$/, '$1')}`).sort();
  const seen = new Map();
  return all.filter((at) => {
    const kind = at.match(/^(.*\/(?:person|office|event|source|figure)\/)[^/]+\/$/)?.[1];
    if (!kind) return true;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    return seen.get(kind) <= OF_A_KIND;
  });
}

/**
 * Uses each kind of control within an element once, as events on the page: it is pointed at, focused, pressed or given
 * a value. Gives how many there were. Runs in the page.
 */
async function useAll(within) {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  // These are pressed by the mouse: browsers ask for a reader behind them. Or they open what is walked through by itself.
  const others = '[data-take], [data-copy], [data-cite], [data-snippet] button, [data-action=embed]';
  const kindOf = (element) => (element.matches('.tenure-bar, .event-marker, a[data-select]')
    ? `${element.className} ${element.dataset.capacity} ${element.dataset.kind} ${element.parentElement.className}`
    : [element.localName, element.className, element.id, element.name, element.value, element.getAttribute('aria-label') ?? element.textContent].join(' '));
  const tell = (element, kinds) => kinds.forEach((kind) => element.dispatchEvent(new Event(kind, { bubbles: true })));
  const used = new Set();
  for (;;) {
    const all = [...document.querySelector(within).querySelectorAll('button, summary, input, select, a[data-select]')];
    const next = all.find((element) => element.checkVisibility() && !element.matches(others) && !used.has(kindOf(element)));
    if (!next || used.size > 400) return used.size;
    used.add(kindOf(next));
    for (const kind of ['pointerover', 'pointerenter', 'pointermove']) next.dispatchEvent(new PointerEvent(kind, { bubbles: true, pointerType: 'mouse' }));
    next.focus();
    if (next.localName === 'select') {
      for (const { value } of [...next.options]) {
        next.value = value;
        tell(next, ['input', 'change']);
        await drawn();
      }
    } else if (['search', 'text'].includes(next.type)) {
      for (const text of ['lyons', '']) {
        next.value = text;
        tell(next, ['input', 'change']);
        await drawn();
      }
    } else if (['date', 'range', 'number'].includes(next.type)) {
      next.value = next.min || next.value;
      tell(next, ['input', 'change']);
    } else {
      next.click();
    }
    await drawn();
  }
}

/** Presses a button that copies, by the mouse, and waits until it is said what came of it. */
async function copy(view, button, said) {
  const before = await view.evaluate((said) => document.querySelector(said).textContent, said);
  await until(`${button} says what it did`, async () => {
    await view.click(button);
    const now = await view.evaluate((said) => document.querySelector(said).textContent, said);
    return now !== '' && now !== before;
  });
}

/** Takes everything away that a figure offers; the files arrive. */
async function takeAway(view, figure, id, downloads) {
  const said = `${figure} .take-away__said`;
  // A figure is drawn once it is near the screen.
  await view.until(`${figure} is drawn`, (figure, said) => {
    document.querySelector(figure)?.scrollIntoView();
    return document.querySelector(said) !== null;
  }, figure, said);
  for (const kind of ['svg', 'link', 'png', 'cite', 'csv']) {
    const button = `${figure} [data-take=${kind}]`;
    if (kind === 'link' || kind === 'cite') {
      await copy(view, button, said);
      continue;
    }
    const file = path.join(downloads, `${id}.${kind}`);
    fs.rmSync(file, { force: true });
    await view.click(button);
    await until(`${id}.${kind} is saved`, () => fs.existsSync(file) && fs.statSync(file).size > 0);
  }
}

/** Prints the page, where the engine can. */
async function print(t, page) {
  try {
    const printed = await page.print();
    assert.ok(printed.length > 10_000, `${printed.length} bytes are printed`);
  } catch (error) {
    if (!(error instanceof Cannot)) throw error;
    return error.message;
  }
  return null;
}

/** Of how many figures an engine saves the files, where that is not all. */
const SAVED = { webkit: { figures: 1, reason: 'MiniBrowser keeps a bar for each saved file, until no room is left for the page: it saves those of one figure and of the map' } };

/** The views of the site, and all that can be done in them. */
async function site(t, page, world, downloads, look) {
  await page.goto(world.site.url());
  await started(page);
  let used = 0;
  for (const name of VIEWS) {
    await page.goto(world.site.url(`/?view=${name}`));
    await started(page);
    await look(page, name);
    if (name === 'figures') {
      for (const id of figuresOf(t.dist).slice(0, SAVED[t.engine]?.figures)) await takeAway(page, `#figure-${id}`, id, downloads);
    }
    if (name === 'map') await takeAway(page, '#figure-office-map', 'office-map', downloads);
    if (name === 'table') {
      for (const kind of ['tenures', 'events']) await page.click(`[data-copy=${kind}]`);
      await page.until('the table is copied, or not', () => document.querySelector('.table-tools [role=status]').textContent !== '');
    }
    used += await page.evaluate(useAll, '#content');
    await look(page, `${name}, used`);
  }
  // What is said of one may be what was said of the other: each is taken from a page that has said nothing.
  for (const kind of ['link', 'cite']) {
    await page.goto(world.site.url('/?select=lyons-ice-director-2025'));
    await started(page);
    await page.until('the detail is open', () => document.querySelector('[data-copy=cite]') !== null);
    await copy(page, `[data-copy=${kind}]`, '.take-away__said');
  }
  await look(page, 'detail');
  return used;
}

/** Waits until the builder's preview has started. */
async function untilPreviewed(page) {
  await page.until('there is a preview', () => {
    document.querySelector('.builder__screen')?.scrollIntoView();
    return document.querySelector('.builder__screen iframe') !== null;
  });
  await started(page.frame('.builder__screen iframe'));
}

/** The builder, with its snippets and its preview. */
async function builder(page, within, look) {
  await page.until('the builder is made', (within) => document.querySelectorAll(`${within} input`).length > 5, within);
  const used = await page.evaluate(useAll, within);
  assert.ok(used > 20, `${used} controls of the builder are used`);
  const places = await page.evaluate(() => [...document.querySelectorAll('[name=place]')].filter((radio) => radio.checkVisibility()).map(({ value }) => value));
  assert.ok(places.length >= 5, `snippets for ${places.join()}`);
  for (const place of places) {
    await page.evaluate((place) => document.querySelector(`[name=place][value=${place}]`).click(), place);
    await page.until('its snippets are shown', (place) => document.querySelector(`[data-place=${place}]`)?.checkVisibility(), place);
    // By the keyboard: Firefox's driver leads no click to what has been scrolled within a dialog.
    await page.evaluate((place) => document.querySelector(`[data-place=${place}] button`).focus(), place);
    await page.press('Enter');
    await page.until('it is copied, or not', () => document.querySelector('.builder__said').textContent !== '');
  }
  await untilPreviewed(page);
  await look(page.frame('.builder__screen iframe'), 'preview');
}

/** The dialog over the site, and the page of its own. */
async function builders(page, world, look) {
  await page.goto(world.site.url('/?view=table'));
  await started(page);
  await page.click('[data-action=embed]');
  await page.until('the dialog is open', () => document.querySelector('.builder-dialog:modal') !== null);
  await look(page, 'dialog');
  await builder(page, '.builder-dialog .builder', look);
  await look(page, 'dialog, used');
  await page.goto(world.site.url('/builder/'));
  await started(page);
  await builder(page, '.builder', look);
  await look(page, 'builder, used');
}

/** Each page of the built site, as it is delivered. */
async function pages(t, page, world, look) {
  for (const at of pagesOf(t.dist)) {
    await page.goto(world.site.url(at), { waitUntil: 'load' });
    if (await page.evaluate(() => document.querySelector('script[data-program]') !== null)) await started(page);
    // Firefox complains of what it has broken off itself.
    if (await page.evaluate(() => document.querySelector('.builder') !== null)) await untilPreviewed(page);
    await look(page, at);
  }
}

/** Waits until so many embeds of a host page say that they are ready. `near` is kept near the screen meanwhile: one before it may grow. */
const ready = (page, count, near = 'body') => page.untilWithin(60_000, `${count} embeds are ready`, (count, near) => {
  document.querySelector(near).scrollIntoView();
  return window.matrixHost.messages.filter(({ data }) => data?.type === 'ready').length === count;
}, count, near);

/** Embeds on pages of another site, by each way that there is. */
async function embeds(t, page, world, downloads, look) {
  const figure = figuresOf(t.dist)[0];
  // Browsers ask for it; a host without one complains.
  world.host.page('/favicon.ico', '');
  const queries = [...VIEWS.map((view) => `view=${view}`), `view=chart&chart=${figure}`];
  world.host.page('/snippets', hostPage({
    embeds: queries.map((query, index) => frame(world.site.url(`/embed/?v=1&id=t${index}&${query}`), { id: `t${index}`, more: SNIPPET })),
    script: world.site.url('/embed/v1.js'),
  }));
  await page.goto(world.host.url('/snippets'));
  await ready(page, queries.length);
  for (const [index, query] of queries.entries()) {
    await look(page.frame(`#t${index}`), `embed of ${query}`);
  }
  const last = `#t${queries.length - 1}`;
  await page.evaluate((last) => document.querySelector(last).scrollIntoView(), last);
  await takeAway(page.frame(last), `#figure-${figure}`, figure, downloads);
  await look(page.frame(last), 'embed, taken away');
  // A frame out of sight may draw nothing.
  await page.evaluate(() => document.querySelector('#t0').scrollIntoView());
  await look(page.frame('#t0'), `embed, ${await page.frame('#t0').evaluate(useAll, '#content')} controls used`);
  const loader = world.site.url('/embed/v1.js');
  world.host.page('/elements', hostPage({
    embeds: [
      '<div data-timeline-embed data-view="table" data-title="Who leads it" id="mark"><a href="/">Who leads it</a></div>',
      '<leadership-timeline view="map" title="Who leads it" id="element"></leadership-timeline>',
      frame(world.site.url('/embed/?v=1&id=bare'), { more: 'sandbox="allow-scripts"' }),
    ],
    script: loader,
  }));
  await page.goto(world.host.url('/elements'));
  // Frames that load lazily wait for the screen to come near.
  await ready(page, 3, '#element');
  for (const selector of ['#mark iframe', '#element iframe', '#one']) {
    await page.evaluate((selector) => {
      const say = (message) => document.querySelector(selector).contentWindow.postMessage({ ns: 'leadership-timeline', v: 1, ...message }, '*');
      say({ type: 'hello' });
      say({ type: 'set', theme: 'dark', view: 'figures' });
    }, selector);
    await page.frame(selector).until('it is set', () => document.documentElement.dataset.theme === 'dark' && document.querySelector('.views__tab[data-view=figures][aria-current=page]') !== null);
    await look(page.frame(selector), selector);
  }
  await show(page.frame('#one'), 'timeline');
  await page.evaluate(() => document.querySelector('#one').scrollIntoView());
  await page.frame('#one').evaluate(useAll, '#content');
  await look(page.frame('#one'), 'sandboxed, used');
}

/**
 * The whole walk. `look(view, place)` is called at each place; gives the page that is at the site when it ends, the
 * one with the embeds, how many places there were and controls of the site were used, and what the engine could not do.
 */
export async function walk(t, world, look) {
  const downloads = fs.mkdtempSync(path.join(os.tmpdir(), 'matrix-saved-'));
  try {
    const page = await t.page({ downloads });
    const places = [];
    const visit = async (view, place) => {
      places.push(place);
      await look(view, place);
    };
    const used = await site(t, page, world, downloads, visit);
    assert.ok(used > 100, `${used} controls are used`);
    await builders(page, world, visit);
    await pages(t, page, world, visit);
    const outer = await t.page({ downloads });
    await embeds(t, outer, world, downloads, visit);
    await page.goto(world.site.url());
    await started(page);
    const cannot = [await print(t, page), SAVED[t.engine]?.reason].filter(Boolean);
    await visit(page, 'printed');
    return { page, outer, places: places.length, used, cannot };
  } finally {
    fs.rmSync(downloads, { recursive: true, force: true });
  }
}
