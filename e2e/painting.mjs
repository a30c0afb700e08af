// When pages paint first on a phone's profile, and can be used: `node e2e/painting.mjs [DIST] [RUNS] [PATH…]` opens
// the pages (the site's own and the embed) in turn, so that what the machine does besides meets all of them, and prints medians.
import puppeteer from 'puppeteer-core';
import { serve } from './harness/server.mjs';

const [dist = 'dist', runs = '15', ...paths] = process.argv.slice(2);
const pages = paths.length > 0 ? paths : ['', 'embed/?v=1&id=t1'];
const KBITS = 1600;
const PROFILE = { offline: false, latency: 150, downloadThroughput: (KBITS * 1000) / 8, uploadThroughput: (750 * 1000) / 8 };

async function measure(browser, address) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 390, height: 844, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', PROFILE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.evaluateOnNewDocument(() => document.addEventListener('timeline:started', () => {
    window.startedAt = performance.now();
  }));
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForFunction(() => window.startedAt && performance.getEntriesByName('first-contentful-paint').length > 0, { timeout: 60_000 });
  const times = await page.evaluate(() => [performance.getEntriesByName('first-contentful-paint')[0].startTime, window.startedAt]);
  await context.close();
  return times;
}

const median = (values) => values.toSorted((one, other) => one - other)[values.length >> 1];
const spread = (values) => `${Math.round(median(values))} ms (${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))})`;

const site = await serve(dist);
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', headless: true, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
const measured = pages.map(() => []);
for (let run = 0; run < Number(runs); run += 1) {
  for (const [index, path] of pages.entries()) measured[index].push(await measure(browser, site.url + path));
}
for (const [index, path] of pages.entries()) {
  const [painted, usable] = [0, 1].map((at) => measured[index].map((times) => times[at]));
  console.log(`/${path}: first paint ${spread(painted)}, usable ${spread(usable)}, ${runs} runs`);
}
await browser.close();
await site.close();
