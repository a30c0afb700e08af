// A language that there is not: every text longer by half and with letters of its own, read from left to right and from
// right to left. What a third language needs of the layout shows here before there is one.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { SITE, VIEWS, open, settled } from '../harness/browser.mjs';
import { serve } from '../harness/server.mjs';

const site = await serve(SITE);
after(site.close);

/** Puts every text of the page into the language that there is not. Runs in the page. */
function pseudo(direction) {
  const letters = { a: 'á', e: 'ë', i: 'ï', o: 'ø', u: 'ü', A: 'Å', E: 'É', I: 'Ï', O: 'Ö', U: 'Û', c: 'ç', n: 'ñ', y: 'ÿ' };
  const long = (text) => {
    const words = text.replace(/[aeiouAEIOUcny]/g, (letter) => letters[letter]).split(/(\s+)/);
    // Half as long again, in words: a longer text can be broken where the first can.
    const more = words.filter((word) => /\p{L}/u.test(word)).filter((word, at) => at % 2 === 0).join(' ');
    return more && text.trim().length > 1 ? `${words.join('')} ${more}` : words.join('');
  };
  document.documentElement.dir = direction;
  document.documentElement.lang = 'qps';
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) if (node.data.trim() && !node.parentElement.closest('script, style, svg, code')) nodes.push(node);
  for (const node of nodes) node.data = long(node.data);
  for (const element of document.querySelectorAll('[placeholder]')) element.placeholder = long(element.placeholder);
  return nodes.length;
}

/** What is cut, or sticks out of the page. Runs in the page. */
function faults() {
  const page = document.documentElement;
  const found = [];
  if (page.scrollWidth > page.clientWidth) found.push(`the page is ${page.scrollWidth} px wide, its window ${page.clientWidth}`);
  // A note of a narrow figure is one line that leads to the whole of it.
  for (const element of document.querySelectorAll('button, summary, a, h1, h2, h3, p, dt, dd, label, legend, th')) {
    if (!element.checkVisibility() || element.closest('.visually-hidden, svg, .timeline__lanes, .overview, .timeline__ruler, .skip-link, [data-scrolls], .chips, .views, .figure__more')) continue;
    const { overflowX } = getComputedStyle(element);
    if (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) found.push(`cut: ${element.outerHTML.slice(0, 100)}`);
  }
  return found;
}

const PAGES = { story: 'story/', person: 'person/thomas-homan/', office: 'office/ice-director/', method: 'method/', sources: 'sources/', record: 'record/' };

for (const direction of ['ltr', 'rtl']) {
  for (const width of direction === 'ltr' ? [320] : [320, 1280]) {
    test(`longer texts fit ${direction} at ${width} px`, async () => {
      const wrong = [];
      const look = async (name, page) => {
        assert.ok((await page.evaluate(pseudo, direction)) > 20, name);
        await settled(page);
        wrong.push(...(await page.evaluate(faults)).map((fault) => `${name}: ${fault}`));
        await page.close();
      };
      for (const [name, query] of Object.entries(VIEWS)) {
        if (['zoomed', 'compared', 'event', 'filtered'].includes(name)) continue;
        await look(name, (await open({ query, width })).page);
      }
      for (const [name, at] of Object.entries(PAGES)) await look(name, (await open({ url: site.url + at, width, ready: false })).page);
      assert.deepEqual(wrong, []);
    });
  }
}
