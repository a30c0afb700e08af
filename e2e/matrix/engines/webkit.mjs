// WebKitGTK's MiniBrowser through WebKitWebDriver. It stands in for Safari.
//
// Its automated sessions are private ones, which keep their console to themselves: what the console says comes
// from a listener that the served page carries (`injected.mjs`).
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cannot } from './cannot.mjs';
import { display } from './display.mjs';
import { scope, until } from './scope.mjs';
import { KEYS, LIMIT_MS, command, freePort } from './webdriver.mjs';
import { giveKeyboard, windowsOf } from './x11.mjs';

const BROWSER = process.env.MINIBROWSER || '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const DRIVER = process.env.WEBKIT_DRIVER || '/usr/bin/WebKitWebDriver';

/** Scrolls so that a point of an element can be seen, its middle without one; gives where it is in the window. Runs in the page. */
function bringIntoSight(selector, point) {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`no element ${selector}`);
  const at = () => {
    const box = element.getBoundingClientRect();
    return point ? [box.left + element.clientLeft + point[0], box.top + element.clientTop + point[1]] : [box.left + box.width / 2, box.top + box.height / 2];
  };
  if (!point) element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const [x, y] = at();
  if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) scrollBy({ left: x - innerWidth / 2, top: y - innerHeight / 2, behavior: 'instant' });
  return at();
}

function argumentsOf(profile) {
  const args = ['--automation'];
  if (profile.javaScript === false) args.push('--enable-javascript=false');
  if (profile.dark) args.push('--dark-mode');
  return args;
}

/** MiniBrowser saves to the folder that the desktop names for downloads. Gives the folder of that setting. */
function downloadsTo(folder) {
  const settings = path.join(folder, '.config');
  fs.mkdirSync(settings, { recursive: true });
  fs.writeFileSync(path.join(settings, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${folder}"\n`);
  return settings;
}

/** GTK's setting of a desktop whose reader wants nothing to move. Gives its folder. */
function withoutAnimations() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'matrix-still-'));
  fs.mkdirSync(path.join(folder, 'gtk-3.0'));
  fs.writeFileSync(path.join(folder, 'gtk-3.0', 'settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function environmentOf(profile, screen) {
  return {
    ...process.env,
    DISPLAY: screen,
    ...(profile.timeZone ? { TZ: profile.timeZone } : {}),
    ...(profile.scale ? { GDK_SCALE: String(profile.scale) } : {}),
    ...(profile.wasm === false ? { JSC_useWasm: '0' } : {}),
    ...(profile.downloads ? { XDG_CONFIG_HOME: downloadsTo(profile.downloads) } : {}),
    ...(profile.still ? { XDG_CONFIG_HOME: withoutAnimations() } : {}),
  };
}

export async function launch(profile) {
  if (profile.forced) cannot('WebKitGTK has no forced colours');
  const port = await freePort();
  const child = spawn(DRIVER, [`--port=${port}`], {
    stdio: 'ignore',
    detached: true,
    env: environmentOf(profile, await display()),
  });
  const base = `http://127.0.0.1:${port}`;
  const kill = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has gone already.
    }
  };
  await until('WebKitWebDriver answers', () => command(base, 'GET', '/status'));
  const { sessionId, capabilities } = await command(base, 'POST', '/session', {
    capabilities: {
      alwaysMatch: { pageLoadStrategy: 'none', 'webkitgtk:browserOptions': { binary: BROWSER, args: argumentsOf(profile) } },
    },
  });
  const send = (method, path, body) => command(base, method, `/session/${sessionId}${path}`, body);
  await send('POST', '/timeouts', { script: LIMIT_MS });
  let window = await send('GET', '/window');
  return {
    name: 'webkit',
    version: `WebKitGTK ${capabilities.browserVersion}`,
    /** The one page of the browser, as good as new. */
    async page() {
      const page = pageOf(send, profile);
      await page.goto('about:blank');
      // The window of another pixel ratio stays as large as the screen lets it be.
      if (!profile.scale) await page.viewport({ width: 1280, height: 800 });
      return page;
    },
    /** A page in a tab behind the one in front, which goes when the page is shown. */
    async hiddenPage() {
      const front = window;
      ({ handle: window } = await send('POST', '/window/new', { type: 'tab' }));
      await send('POST', '/window', { handle: window });
      return {
        ...pageOf(send, profile),
        async show() {
          await send('POST', '/window', { handle: front });
          await send('DELETE', '/window');
          await send('POST', '/window', { handle: window });
        },
      };
    },
    async close() {
      await send('DELETE', '').catch(() => {});
      kill();
    },
    kill,
  };
}

function pageOf(send, profile) {
  const find = async (selector) => send('POST', '/element', { using: 'css selector', value: selector });
  const run = (script, args) => send('POST', '/execute/sync', { script, args });
  const idOf = (element) => Object.values(element)[0];
  const [down, up] = ['keyDown', 'keyUp'].map((type) => (key) => ({ type, value: KEYS[key] ?? key }));
  // Commands go into the frame that was entered last: one at a time, each from the top.
  let last = Promise.resolve();
  const within = (path, act) => {
    const enter = async () => {
      await send('POST', '/frame', { id: null });
      for (const selector of path) await send('POST', '/frame', { id: await find(selector) });
    };
    const next = last.then(async () => {
      // A page that has just been left has still been asked for the frame.
      await enter().catch((error) => (/^stale element/.test(error.message) ? enter() : Promise.reject(error)));
      return act();
    });
    last = next.catch(() => {});
    return next;
  };
  const act = (run, values) =>
    run.constructor.name === 'AsyncFunction'
      ? settle(send, run, values)
      : send('POST', '/execute/sync', { script: `return (${run}).apply(null, arguments)`, args: values });
  const driver = {
    evaluate: (path, run, values) => within(path, () => act(run, values)),
    async click(path, selector) {
      // From the element outwards: where it is in the window, each document scrolled so that it is in sight.
      let [x, y] = await within(path, () => act(bringIntoSight, [selector, null]));
      for (let depth = path.length - 1; depth >= 0; depth -= 1) {
        [x, y] = await within(path.slice(0, depth), () => act(bringIntoSight, [path[depth], [x, y]]));
      }
      await within([], () => send('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [
        { type: 'pointerMove', origin: 'viewport', x: Math.round(x), y: Math.round(y), duration: 0 },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ] }] }));
    },
    async log(path) {
      const heard = await within(path, () => run('return window.matrixLog ?? null', []));
      return heard ?? cannot('WebKitGTK tells of its console only where the page carries a listener');
    },
    type: (path, selector, text) => within(path, async () => send('POST', `/element/${idOf(await find(selector))}/value`, { text })),
  };
  const top = scope(driver);
  return {
    ...top,
    async goto(url, { waitUntil = 'domcontentloaded' } = {}) {
      await top.evaluate(() => { window.matrixLeft = true; });
      await within([], () => send('POST', '/url', { url }));
      const states = waitUntil === 'load' ? ['complete'] : ['interactive', 'complete'];
      await top.until(`${url} is loaded`, (states) => !window.matrixLeft && states.includes(document.readyState), states);
    },
    press: (key, held = []) => within([], () => send('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions: held.map(down).concat(down(key), up(key), held.toReversed().map(up)) }] })),
    async wheel(selector, deltaY, held = []) {
      const [x, y] = (await top.evaluate((selector) => {
        const box = document.querySelector(selector).getBoundingClientRect();
        return [box.left + box.width / 2, box.top + box.height / 2];
      }, selector)).map(Math.round);
      const pauses = held.map(() => ({ type: 'pause' }));
      await within([], () => send('POST', '/actions', { actions: [
        { type: 'key', id: 'keys', actions: [...held.map(down), { type: 'pause' }, ...held.map(up)] },
        { type: 'wheel', id: 'wheel', actions: [...pauses, { type: 'scroll', origin: 'viewport', x, y, deltaX: 0, deltaY, duration: 0 }, ...pauses] },
      ] }));
    },
    async viewport({ width, height = 800, scale = 1 }) {
      if (scale !== (profile.scale ?? 1)) cannot('WebKitGTK takes its pixel ratio when it starts, not later');
      const inner = () => top.evaluate(() => [innerWidth, innerHeight]);
      const before = await inner();
      const rect = await send('GET', '/window/rect');
      await send('POST', '/window/rect', { x: 0, y: 0, width, height: height + rect.height - before[1] });
      const [got] = await inner();
      if (got !== width) cannot(`a window of WebKitGTK's MiniBrowser is ${got} px wide where ${width} px are asked for`);
    },
    async screenshot({ full = false } = {}) {
      if (full) cannot('WebKitWebDriver pictures the window, not the whole page');
      return Buffer.from(await within([], () => send('GET', '/screenshot')), 'base64');
    },
    timeZone: () => cannot('WebKitGTK takes its time zone when it starts, not later'),
    asked: () => cannot('WebKitGTK tells no driver of what is asked for'),
    print: () => cannot('WebKitWebDriver prints nothing'),
    kept: () => cannot('WebKitGTK tells no driver of listeners, nodes off the page and heap'),
    /** Which window of the screen is that of the page shows when it has the keyboard. */
    async show() {
      const screen = await display();
      const windows = await windowsOf(screen);
      await until('the window has the keyboard', async () => {
        windows.push(windows.shift());
        await giveKeyboard(screen, windows.at(-1));
        return top.evaluate(async () => {
          for (let times = 0; times < 20 && !document.hasFocus(); times += 1) await new Promise(requestAnimationFrame);
          return document.hasFocus();
        });
      });
    },
    close: () => top.evaluate(() => {}).catch(() => {}),
  };
}

/** Runs an async function and waits for what it gives. */
async function settle(send, run, values) {
  const script = `const done = arguments[arguments.length - 1];
    (${run}).apply(null, [].slice.call(arguments, 0, -1)).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
  const { value, error } = await send('POST', '/execute/async', { script, args: values });
  if (error) throw new Error(error);
  return value;
}
