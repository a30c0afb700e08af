// The embed builder of the built site, on an origin of its own: its choices, its snippets, its preview.
import fs from 'node:fs';
import path from 'node:path';
import { after } from 'node:test';
import { SITE, open, settled, until } from './browser.mjs';
import { frameIn } from './made.mjs';
import { serve } from './server.mjs';

export const site = await serve(SITE);
after(site.close);
/** The address that the snippets name: the published one, or where the site is read. */
export const PUBLISHED = fs.readFileSync(path.join(SITE, 'builder/index.html'), 'utf8').match(/ data-site="([^"]*)"/)?.[1] || site.url;

/** Opens the page of the builder. */
export const builder = (options = {}) => open({ url: `${site.url}builder/`, ...options });

/** The text of a snippet that can be seen. */
export const snippet = (page, kind) => page.$$eval(`[data-snippet=${kind}] code`, (found) => found.find((code) => code.checkVisibility())?.textContent);

/** Makes choices in the form as a reader does: the control changes and says so. */
export async function choose(page, choices) {
  await page.evaluate((choices) => {
    for (const [name, value] of Object.entries(choices)) {
      const all = [...document.querySelectorAll(`.builder [name="${name}"]`)];
      const control = all.find((one) => ['radio', 'checkbox'].includes(one.type) && one.value === value) ?? all[0];
      if (['radio', 'checkbox'].includes(control.type)) {
        control.click();
        continue;
      }
      control.value = value;
      control.dispatchEvent(new Event('input', { bubbles: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }, choices);
  await settled(page);
}

/** The frame of the preview, once it shows a query. */
export async function preview(page, query) {
  await until(page, `the preview shows ${query}`, (query) => document.querySelector('.builder__screen iframe')?.src.endsWith(`embed/?${query}`), query);
  await page.$eval('.builder__screen', (screen) => screen.scrollIntoView());
  const frame = await frameIn(page, '.builder__screen iframe');
  await frame.waitForSelector('#app[data-ready="true"]');
  return frame;
}
