// Pages of the site at a width, in every engine, once they have come to rest.
import fs from 'node:fs';
import path from 'node:path';
import { frame, hostPage } from './host-page.mjs';
import { started } from './steps.mjs';

/** The narrowest window of an engine; what is narrower is a frame of that width, on a page of the same site. */
const NARROWEST = { webkit: 480 };
const HOST = '/matrix-host.html';

/** The views of the site, each in a state that has all of it, as queries. */
export const VIEW_QUERIES = {
  timeline: '',
  date: '?view=date',
  figures: '?view=figures',
  map: '?view=map',
  story: '?view=story',
  table: '?view=table',
  chart: '?view=chart&figure=tenure-lengths',
  detail: '?select=lyons-ice-director-2025',
  empty: '?q=zzzz',
};

/** The languages of the site; `''` is English. */
export const LANGUAGES = ['', 'es'];

const isMoved = (file) => fs.readFileSync(file, 'utf8').includes('http-equiv="refresh"');

/** The first record of a kind that has a page of its own. */
function first(dist, kind) {
  const names = fs.readdirSync(path.join(dist, kind)).sort();
  return `${kind}/${names.find((name) => fs.existsSync(path.join(dist, kind, name, 'index.html')) && !isMoved(path.join(dist, kind, name, 'index.html')))}/`;
}

/** The kinds of pages of a built site, one of each, in a language. */
function kindsOf(dist, language = '') {
  const kinds = [
    'record/', 'days/', 'figures/', 'figure/tenure-lengths/', 'story/', 'person/todd-lyons/', 'office/ice-director/', first(dist, 'event'), first(dist, 'source'),
    'method/', 'sources/', 'corrections/', 'data/', 'about/', 'accessibility/', 'privacy/', 'builder/',
  ].map((at) => `/${language && `${language}/`}${at}`);
  return [...kinds, `/embed/${language && `${language}/`}?v=1&id=t1`, ...(language ? [] : ['/404.html'])];
}

/** All views, as addresses of the site in a language. */
export const viewsIn = (language = '') => Object.values(VIEW_QUERIES).map((query) => `/${language && `${language}/`}${query}`);

/** All views and a page of each kind. */
export const everyPage = (dist, language) => [...viewsIn(language), ...kindsOf(dist, language)];

/** Waits until nothing of the document changes any more from one picture to the next. Runs in the page. */
async function rest() {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  // A figure is drawn once it is near the screen.
  for (const figure of document.querySelectorAll('figure')) {
    figure.scrollIntoView();
    await drawn();
  }
  scrollTo(0, 0);
  let before = '';
  for (let times = 0; times < 200; times += 1) {
    await drawn();
    const now = document.body.outerHTML;
    if (now === before) return;
    before = now;
  }
  throw new Error('the page does not come to rest');
}

/** Waits until a page that may have a program shows all of what it will. */
export async function rested(view) {
  await view.until('the page is loaded', () => location.href !== 'about:blank' && document.readyState === 'complete');
  if (await view.evaluate(() => document.querySelector('script[data-program]') !== null)) await started(view);
  if (await view.evaluate(() => new URLSearchParams(location.search).has('select'))) await view.until('the detail is open', () => document.querySelector('#detail-title') !== null);
  await view.evaluate(rest);
}

/** Opens a page of the site in so wide a window, or frame; gives its document. */
export async function openSized(t, page, world, at, { width, height = 800, scale = 1 }) {
  if (width >= (NARROWEST[t.engine] ?? 0)) {
    await page.viewport({ width, height, scale });
    await page.goto(world.site.url(at), { waitUntil: 'load' });
    await rested(page);
    return page;
  }
  world.site.page(HOST, hostPage({ embeds: [frame(at.replaceAll('&', '&amp;'), { width, height })] }));
  if (scale === 1) await page.viewport({ width: 1280, height });
  await page.goto(world.site.url(HOST), { waitUntil: 'load' });
  const view = page.frame('#one');
  await rested(view);
  return view;
}
