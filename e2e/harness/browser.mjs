// One Chromium for a test file; pages that keep what the console and the network did.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import puppeteer from 'puppeteer-core';
import { serve } from './server.mjs';

export const SITE = process.env.SITE ?? 'dist';
const executablePath = process.env.CHROMIUM || '/usr/bin/chromium';
const LIMIT_MS = 30_000;

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

/**
 * Opens the site and waits until it can be used.
 * `query` begins with `?`. With `js: false`, or `ready: false`, nothing is waited for but the load.
 */
export async function open({ query = '', width = 1280, height = 800, dark = false, js = true, ready = js, url } = {}) {
  const page = await (await browser()).newPage();
  page.setDefaultTimeout(LIMIT_MS);
  const said = [];
  const asked = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`pageerror: ${error.message}`));
  page.on('request', (request) => asked.push(request.url()));
  await page.setViewport({ width, height });
  await page.setJavaScriptEnabled(js);
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
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
