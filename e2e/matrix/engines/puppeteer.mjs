// Chromium and Firefox, both driven by puppeteer: its pages and frames as a driver of `scope`.
import { scope } from './scope.mjs';

async function documentAt(page, path) {
  let document = page.mainFrame();
  for (const selector of path) {
    const element = await document.$(selector);
    const inner = await element?.contentFrame();
    await element?.dispose();
    if (!inner) throw new Error(`no frame at ${path.join(' > ')}`);
    document = inner;
  }
  return document;
}

async function elementAt(page, path, selector) {
  const element = await (await documentAt(page, path)).$(selector);
  if (!element) throw new Error(`no element ${selector} at ${['top', ...path].join(' > ')}`);
  return element;
}

/** A page with the interface that all engines share; `more` adds what one engine has of its own. */
export function wrap(page, more = {}) {
  const log = [];
  page.on('console', (message) => log.push({ kind: message.type(), text: message.text() }));
  page.on('pageerror', (error) => log.push({ kind: 'pageerror', text: error.stack?.includes(error.message) ? error.stack : error.message }));
  const driver = {
    async evaluate(path, run, values) {
      return (await documentAt(page, path)).evaluate(run, ...values);
    },
    async click(path, selector) {
      const element = await elementAt(page, path, selector);
      await element.scrollIntoView();
      await element.click();
    },
    async type(path, selector, text) {
      await (await elementAt(page, path, selector)).type(text);
    },
    // Puppeteer hears all frames of the page as one.
    log: async () => [...log],
  };
  return {
    ...scope(driver),
    goto: (url, { waitUntil = 'domcontentloaded' } = {}) => page.goto(url, { waitUntil }),
    press: (key) => page.keyboard.press(key),
    viewport: ({ width, height = 800, scale = 1 }) => page.setViewport({ width, height, deviceScaleFactor: scale }),
    screenshot: ({ full = false } = {}) => page.screenshot({ fullPage: full, captureBeyondViewport: full }),
    timeZone: (name) => page.emulateTimezone(name),
    show: () => page.bringToFront(),
    close: () => page.close(),
    ...more,
  };
}

/** A page that is loaded while another one of its window is in front; `show` brings it there. */
export async function hidden(browser, open) {
  const page = await browser.newPage();
  const front = await browser.newPage();
  await front.bringToFront();
  const wrapped = await open(page);
  return {
    ...wrapped,
    async close() {
      await page.close();
      await front.close();
    },
  };
}
