// What cases do with the product: open it, wait until it can be used, use it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { html, replaced } from './faults.mjs';
import { until } from './engines/scope.mjs';
import { withIntegrity } from './wasm.mjs';

export const VIEWS = ['timeline', 'date', 'figures', 'map', 'table'];
export const SCRIPT = '/assets/timeline-*.js';
export const PROGRAM = '/assets/timeline-*_bg.wasm';

/** Waits until the program runs in a document. */
export const started = (view) => view.until('the program starts', () => document.querySelector('#app')?.dataset.ready === 'true');

/** Goes to a view by its tab; while what is above it grows, a click can miss it, and is made again. */
export async function show(view, name) {
  const isShown = () => view.evaluate((name) => document.querySelector(`.views__tab[data-view="${name}"]`)?.getAttribute('aria-current') === 'page', name);
  await until(`${name} is shown`, async () => {
    if (await isShown()) return true;
    await view.click(`.views__tab[data-view="${name}"]`);
    return isShown();
  });
}

/** The program answers: a view can be chosen, and shows its content. */
export async function expectUsable(view) {
  await show(view, 'table');
  await view.until('the table has its rows', () => document.querySelectorAll('.record-table tbody tr').length > 10);
  const order = () => view.evaluate(() => [...document.querySelectorAll('.record-table tbody tr')].map((row) => row.dataset.record).join());
  const before = await order();
  await view.click('.record-table th[data-sort="name"] button');
  await until('the table is sorted', async () => (await order()) !== before);
  await show(view, 'timeline');
  await view.until('the bars are shown', () => document.querySelectorAll('.tenure-bar').length > 5);
}

/** The text of each view, when it has come to rest. */
export async function textOfViews(view) {
  const texts = {};
  for (const name of VIEWS) {
    await show(view, name);
    let before = '';
    await until(`${name} has come to rest`, async () => {
      const now = await view.evaluate(async () => {
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        return document.querySelector('#app').textContent;
      });
      const isAtRest = now === before;
      before = now;
      return isAtRest;
    });
    texts[name] = before;
  }
  return texts;
}

/** Two sets of texts are the same; tells where they first differ. */
export function expectSameTexts(now, before, about) {
  for (const name of VIEWS) {
    const [one, other] = [now[name], before[name]];
    if (one === other) continue;
    const at = [...one].findIndex((letter, index) => letter !== other[index]);
    assert.fail(`${about}: ${name} says “${one.slice(Math.max(at - 40, 0), at + 40)}”, not “${other.slice(Math.max(at - 40, 0), at + 40)}”`);
  }
}

/** The program of a built site. */
export function programOf(dist) {
  const folder = path.join(dist, 'assets');
  const name = fs.readdirSync(folder).find((name) => /^timeline-.*_bg\.wasm$/.test(name));
  return fs.readFileSync(path.join(folder, name));
}

/** Has the site served with another program, which its pages take to be theirs. */
export function serveProgram(site, wasm) {
  site.fault(PROGRAM, replaced(() => wasm));
  site.fault('*', html((text) => (text.includes('data-program-integrity') ? withIntegrity(text, wasm) : text)));
}

/** Opens a host page with one embed. */
export async function openEmbed(page, world, options) {
  await page.goto(world.embedded(options));
  return page.frame('#one');
}
