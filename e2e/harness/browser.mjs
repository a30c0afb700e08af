// One Chromium for a test file; pages that keep what the console and the network did.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import fs from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { serve } from './server.mjs';

export const SITE = process.env.SITE ?? 'dist';
const executablePath = process.env.CHROMIUM || '/usr/bin/chromium';
const LIMIT_MS = 30_000;

/** The records of the published data files of a kind, such as `tenures`; a tenure with its office. */
export function published(kind) {
  const folder = path.join(SITE, 'data', kind);
  const files = fs.existsSync(folder) ? fs.readdirSync(folder).map((name) => path.join(folder, name)) : [`${folder}.json`];
  return files.filter((name) => name.endsWith('.json')).flatMap((name) => {
    const file = JSON.parse(fs.readFileSync(name, 'utf8'));
    return file[kind].map((record) => (file.office ? { office: file.office, ...record } : record));
  });
}

/** What the record says of itself: its title, version, agency. */
export const packaged = () => JSON.parse(fs.readFileSync(path.join(SITE, 'data/datapackage.json'), 'utf8'));

let launched;
const closers = [];

function browser() {
  launched ??= puppeteer.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
    ],
  });
  return launched;
}

/** Closes the browser and the servers. Of itself at the end of a test file. */
export async function close() {
  for (const close of closers) await close();
  if (launched) await (await launched).close();
}

if (process.env.NODE_TEST_CONTEXT) after(close);

let shared;
async function site() {
  if (!shared) {
    shared = await serve(SITE);
    closers.push(shared.close);
  }
  return shared.url;
}

/** Each view in its states, as queries. */
export const VIEWS = {
  timeline: '',
  zoomed: '?from=2025-09-01&to=2025-12-01&toggle=field-offices',
  filtered: '?capacity=acting&office=ice-director,ice-ero&q=director',
  detail: '?select=lyons-ice-director-2025',
  event: '?select=2025-10-24-nyt-fod-replacement-plan',
  date: '?view=date&day=2019-07-06',
  compared: '?view=date&day=2025-03-09&compare=2025-03-01',
  table: '?view=table',
  figures: '?view=figures',
  map: '?view=map&report=2025-10-27-fox',
  story: '?view=story&step=plan',
  empty: '?q=zzzz',
};

/** The themes of the page, as media features. */
const FEATURES = {
  light: [{ name: 'prefers-color-scheme', value: 'light' }],
  dark: [{ name: 'prefers-color-scheme', value: 'dark' }],
  forced: [{ name: 'prefers-color-scheme', value: 'dark' }, { name: 'forced-colors', value: 'active' }],
};
export const THEMES = Object.keys(FEATURES);

/**
 * Opens the site and waits until it can be used.
 * `query` begins with `?`; `theme` is one of THEMES. With `js: false`, or `ready: false`, nothing is waited for but the load.
 */
export async function open({ query = '', width = 1280, height = 800, theme = 'light', touch = false, js = true, ready = js, url } = {}) {
  const page = await (await browser()).newPage();
  page.setDefaultTimeout(LIMIT_MS);
  const said = [];
  const asked = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`pageerror: ${error.message}`));
  page.on('request', (request) => asked.push(request.url()));
  await page.setViewport({ width, height, hasTouch: touch, isMobile: touch });
  await page.setJavaScriptEnabled(js);
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: [...FEATURES[theme], { name: 'prefers-reduced-motion', value: 'reduce' }] });
  const address = url ?? (await site());
  await page.goto(address + query, { waitUntil: 'load' });
  if (ready) await page.waitForSelector('#app[data-ready="true"]');
  if (ready) await settled(page);
  return { page, said, asked, address };
}

/** Waits until what the last event changed has been drawn. */
export async function settled(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))));
}

/** Waits until `read`, run in the page, gives something true; gives it. Fails with `what`. */
export async function until(page, what, read, ...values) {
  try {
    const handle = await page.waitForFunction(read, { timeout: 10_000, polling: 'raf' }, ...values);
    return await handle.jsonValue();
  } catch (error) {
    assert.fail(`${what}: it did not happen (${error.message})`);
  }
}

export const textOf = (page, selector) => page.$eval(selector, (element) => element.textContent.trim());
export const countOf = (page, selector) => page.$$eval(selector, (elements) => elements.length);
export const attributeOf = (page, selector, name) => page.$eval(selector, (element, name) => element.getAttribute(name), name);

/** The days that the timeline shows, as two dates. */
export async function rangeOf(page) {
  await settled(page);
  return page.$eval('section.timeline', (section) => [section.dataset.from, section.dataset.to]);
}

/** The number of days between the two ends of a range. */
export const daysOf = ([from, to]) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The value of a key of the address; `null` when it has none. */
export const parameter = (page, key) => page.evaluate((key) => new URLSearchParams(location.search).get(key), key);

/** Waits until the address has a value for a key, or none with `null`: small steps are written when they have come to rest. */
export const untilParameter = (page, key, value) =>
  until(page, `the address says ${key}=${value}`, (key, value) => new URLSearchParams(location.search).get(key) === value, key, value);

/** The tenures whose bars are to be seen. */
export const bars = (page) => page.$$eval('button.tenure-bar', (found) => found.filter((bar) => bar.checkVisibility()).map((bar) => bar.dataset.tenure));

/** The events that markers to be seen stand for. */
export const events = (page) => page.$$eval('.event-marker', (found) => [...new Set(found.filter((mark) => mark.checkVisibility()).flatMap((mark) => mark.dataset.event.split(' ')))]);

/** What has the focus: its tag, its class and the record that it is of. */
export const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return {
      tag: element.localName,
      id: element.id,
      class: element.className,
      record: element.dataset.tenure ?? element.dataset.event ?? null,
      lane: element.closest('[data-lane]')?.getAttribute('data-lane') ?? null,
      day: Number(element.dataset.day ?? NaN),
    };
  });

/** Presses a key and waits for what it does to be drawn. */
export async function press(page, key) {
  await page.keyboard.press(key);
  await settled(page);
}

/** Clicks in the middle of the first element of a selector that can be seen, scrolled into view first. */
export async function click(page, selector) {
  const handle = await page.evaluateHandle((selector) => [...document.querySelectorAll(selector)].find((element) => element.checkVisibility()), selector);
  const element = handle.asElement();
  assert.ok(element, `nothing of ${selector} is to be seen`);
  await element.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await settled(page);
  await element.click();
  await settled(page);
}
