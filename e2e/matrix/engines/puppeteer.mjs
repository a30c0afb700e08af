// Chromium and Firefox, both driven by puppeteer: its pages and frames as a driver of `scope`.
import { UTILITY_WORLD_NAME } from 'puppeteer-core/internal/common/util.js';
import { scope, until } from './scope.mjs';

/** How long a frame may be without a place to run scripts in, in milliseconds: it has one once it is loaded. */
const CONTEXT_MS = 3000;
const NAVIGATION_MS = 30_000;

/**
 * A frame that moves to a process of its own while another one does is sometimes taken back to the process of its page by
 * puppeteer (24.43), which then waits for scripts where there are none. It is led to the right one, which tells anew what it has.
 */
async function findAgain(frame) {
  const target = frame.page().browser().targets().find(({ _targetId }) => _targetId === frame._id);
  const session = target?._session();
  if (!session || frame.client === session) return;
  frame.updateClient(session);
  await session.send('Page.createIsolatedWorld', { frameId: frame._id, worldName: UTILITY_WORLD_NAME, grantUniveralAccess: true });
  await session.send('Runtime.disable');
  await session.send('Runtime.enable');
}

/** Runs a function in a frame; whoever waits for its answer asks again when there was none. */
async function evaluateIn(frame, run, values) {
  try {
    return await frame.evaluate(run, ...values);
  } catch (error) {
    if (/Timed out after waiting/.test(error.message)) await findAgain(frame);
    throw error;
  }
}

/** Finds documents by their paths; a frame that is still there need not be found again. */
function finder(page) {
  const known = new Map();
  const documentAt = async (path) => {
    if (path.length === 0) return page.mainFrame();
    const key = JSON.stringify(path);
    if (known.has(key) && !known.get(key).detached) return known.get(key);
    const outer = await documentAt(path.slice(0, -1));
    const element = await outer.$(path.at(-1));
    const inner = await element?.contentFrame();
    await element?.dispose();
    if (!inner) throw new Error(`no frame at ${path.join(' > ')}`);
    known.set(key, inner);
    return inner;
  };
  const elementAt = async (path, selector) => {
    const element = await (await documentAt(path)).$(selector);
    if (!element) throw new Error(`no element ${selector} at ${['top', ...path].join(' > ')}`);
    return element;
  };
  return { documentAt, elementAt };
}

/** A page with the interface that all engines share; `more` adds what one engine has of its own. */
export function wrap(page, more = {}) {
  const log = [];
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => log.push({ kind: message.type(), text: message.text() }));
  page.on('pageerror', (error) => log.push({ kind: 'pageerror', text: error.stack?.includes(error.message) ? error.stack : error.message }));
  page.setDefaultTimeout(CONTEXT_MS);
  page.setDefaultNavigationTimeout(NAVIGATION_MS);
  const { documentAt, elementAt } = finder(page);
  const driver = {
    async evaluate(path, run, values) {
      return evaluateIn(await documentAt(path), run, values);
    },
    async click(path, selector) {
      const place = `${selector} at ${['top', ...path].join(' > ')}`;
      // What moves or is redrawn just now would be missed: a reader presses once it rests.
      let last = 'null';
      await until(`${place} can be clicked`, async () => {
        const element = await elementAt(path, selector);
        await element.scrollIntoView();
        const box = JSON.stringify(await element.boundingBox());
        const isAtRest = box !== 'null' && box === last;
        last = box;
        if (isAtRest) await element.click();
        return isAtRest;
      });
    },
    async type(path, selector, text) {
      await (await elementAt(path, selector)).type(text);
    },
    // Puppeteer hears all frames of the page as one.
    log: async () => [...log],
  };
  const holding = async (held, act) => {
    for (const key of held) await page.keyboard.down(key);
    await act();
    for (const key of held.toReversed()) await page.keyboard.up(key);
  };
  return {
    ...scope(driver),
    // What is still loading when it is left may, in Firefox, break off what comes instead.
    goto: (url, { waitUntil = 'domcontentloaded' } = {}) => page.goto(url, { waitUntil })
      .catch((error) => (/NS_BINDING_ABORTED/.test(error.message) ? page.goto(url, { waitUntil }) : Promise.reject(error))),
    /** Presses a key, with others held down. */
    press: (key, held = []) => holding(held, () => page.keyboard.press(key)),
    /** Turns the wheel over the middle of an element that is in sight, with keys held down. */
    async wheel(selector, deltaY, held = []) {
      const box = await (await elementAt([], selector)).boundingBox();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await holding(held, () => page.mouse.wheel({ deltaY }));
    },
    viewport: ({ width, height = 800, scale = 1 }) => page.setViewport({ width, height, deviceScaleFactor: scale }),
    screenshot: ({ full = false } = {}) => page.screenshot({ fullPage: full, captureBeyondViewport: full }),
    timeZone: (name) => page.emulateTimezone(name),
    /** The addresses that the page and its frames have asked for. */
    asked: () => [...asked],
    /** Prints the page into a file that nobody keeps. */
    print: () => page.pdf({ timeout: NAVIGATION_MS }),
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
