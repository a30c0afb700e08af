// How the program comes into the page that was delivered, and what a reader sees when it does not, or breaks.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { settled, until } from '../harness/browser.mjs';
import { advance, frameIn, openMade, serveMade, stillTime } from '../harness/made.mjs';

const HTML = '<!doctype html><title>Another page</title>';
/** A module whose one function, `crash`, traps. */
const WASM = Buffer.from('0061736d01000000010401600000030201000709010563726173680000' + '0a05010300000b', 'hex');
const START = "document.dispatchEvent(new CustomEvent('timeline:started'));";
/** What stands for the program's script: a global that is no property of the window. */
const glue = (start = START) => `let wasm_bindgen = async ({ module_or_path: source }) => {
  if (window.program) return window.program;
  const { instance } = await WebAssembly.instantiate(source);
  window.program = instance.exports;
  document.querySelector('#app').onclick = () => window.program.crash();
  ${start}
};
window.broken = () => { throw new Error('of the script'); };
window.rejected = () => { Promise.reject(new Error('of the script')); };`;
const hash = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/** The file with the texts of a page's language, which the program finds on its element. */
const TEXTS = 'timeline texts 1 es\u001fHola';

function html({ script = glue(), wasm = WASM, folder = '', how = 'async', before = '', texts } = {}) {
  return `<!doctype html><html lang="en"><head><title>Page</title>
    <script>
      window.failed = [];
      document.addEventListener('timeline:failed', ({ detail }) => failed.push(detail));
    </script>${before}
    <script src="/boot.js" ${how} data-script="/assets/${folder}glue.js" data-script-integrity="${hash(script)}"
      data-program="/assets/${folder}program.wasm" data-program-integrity="${hash(wasm)}"
      ${texts ? `data-texts="/assets/${folder}texts.txt" data-texts-integrity="${hash(texts)}"` : ''}></script></head>
    <body><div id="boot" role="status" hidden data-slow="Slow" data-timeout="Late" data-failed="Failed" data-offline="Offline" data-data="Data" data-crashed="Crashed">
      <p></p><button type="button" hidden>Try again</button></div>
    <div id="content"><div id="app"><p>What was delivered</p><details data-fallback><summary>List</summary>All of it</details><button id="in">In</button></div></div></body></html>`;
}

/** Opens a page on an origin of its own, whose time stands still. */
async function opened({ page = html(), script = glue(), wasm = WASM, routes = {}, at = '/page/', query = '', first = [] } = {}) {
  const made = await serveMade({ '/page/': page, '/assets/glue.js': script, '/assets/program.wasm': wasm, ...routes });
  const { page: tab, said } = await openMade(`${made.origin}${at}${query}`, stillTime, ...first);
  const loads = () => made.asked.filter((line) => line.startsWith(`GET ${at}`)).length;
  const isAsked = () => made.asked.includes('GET /assets/program.wasm');
  return { page: tab, said, loads, isAsked, origin: made.origin };
}

const panel = (page) => page.$eval('#boot', (boot) => ({
  isShown: boot.checkVisibility(),
  says: boot.querySelector('p').textContent,
  canRetry: boot.querySelector('button').checkVisibility(),
}));
const panelSays = (page, words) => until(page, `the panel says ${words}`, (words) => document.querySelector('#boot:not([hidden]) p')?.textContent === words, words);
const isRunning = (page) => until(page, 'the program runs', () => window.program && document.querySelector('#boot').hidden);
const failed = (page) => page.evaluate(() => window.failed);

/** The page stays as it was delivered, with its list open, and one panel that offers to try again. */
async function staysReadable(page, words) {
  await panelSays(page, words);
  assert.deepEqual(await panel(page), { isShown: true, says: words, canRetry: true });
  assert.match(await page.$eval('#app', (app) => app.innerText), /What was delivered[^]*All of it/);
  assert.equal(await page.$('[inert]'), null);
}

/** An answer that waits until the test releases it. */
function held(answer) {
  let release;
  const gate = new Promise((done) => { release = done; });
  return { route: () => gate.then(() => answer), release: () => release() };
}

test('the program starts, and nothing is said', async () => {
  const { page, said, loads } = await opened();
  await isRunning(page);
  assert.equal((await panel(page)).isShown, false);
  assert.equal(await page.evaluate(() => document.documentElement.hasAttribute('data-boot')), true);
  await advance(page, 60_000);
  assert.deepEqual([await failed(page), said, loads(), (await panel(page)).isShown], [[], [], 1, false]);
  await page.close();
});

/** Run in a page first: it is not drawn before `draw()`. */
function undrawn() {
  window.PerformanceObserver = class {
    constructor(tell) { window.draw = tell; }

    observe() {}
  };
}

test('the program is asked for when the page has been drawn', async () => {
  const { page, isAsked } = await opened({ first: [undrawn] });
  await page.waitForFunction(() => window.draw, { polling: 20 });
  assert.equal(isAsked(), false);
  await page.evaluate(() => window.draw());
  await page.waitForFunction(() => window.program, { polling: 20 });
  assert.equal(isAsked(), true);
  await page.close();
});

test('a browser that does not tell what it has drawn gets the program at once', async () => {
  const { page } = await opened({ first: [() => { window.PerformanceObserver = undefined; }] });
  await isRunning(page);
  await page.close();
});

test('a page that is not drawn waits two seconds', async () => {
  const { page, isAsked } = await opened({ first: [undrawn] });
  await page.waitForFunction(() => window.draw, { polling: 20 });
  await advance(page, 1999);
  assert.equal(isAsked(), false);
  await advance(page, 1);
  await page.waitForFunction(() => window.program, { polling: 20 });
  await page.close();
});

test('a program of a wrong type starts all the same', async () => {
  for (const type of ['application/octet-stream', 'text/plain', '']) {
    const { page, said } = await opened({ routes: { '/assets/program.wasm': { body: WASM, type } } });
    await isRunning(page);
    assert.deepEqual(said, [], type);
    await page.close();
  }
});

test('a slow start says so after five seconds, offers to try again after fifteen, and may still succeed', async () => {
  const program = held(WASM);
  const { page } = await opened({ routes: { '/assets/program.wasm': program.route } });
  await until(page, 'the page has been read', () => document.readyState !== 'loading' && document.documentElement.hasAttribute('data-boot'));
  await advance(page, 4999);
  assert.equal((await panel(page)).isShown, false);
  await advance(page, 1);
  assert.deepEqual([await panel(page), await failed(page)], [{ isShown: true, says: 'Slow', canRetry: false }, []]);
  await advance(page, 10_000);
  assert.deepEqual([await panel(page), await failed(page)], [{ isShown: true, says: 'Late', canRetry: true }, ['timeout']]);
  program.release();
  await isRunning(page);
  assert.deepEqual([await failed(page), await page.$('[inert]')], [['timeout'], null]);
  await page.close();
});

test('who leaves while it loads is not called back; who stays all the same is told of it', async () => {
  const script = held(404);
  const before = "<script>addEventListener('error', () => { window.isLost = true; }, true);</script>";
  const { page, loads } = await opened({ page: html({ before }), routes: { '/assets/glue.js': script.route } });
  await until(page, 'the script is asked for', () => document.querySelector('script[src*=glue]') !== null);
  await page.evaluate(() => dispatchEvent(new Event('beforeunload')));
  script.release();
  await until(page, 'the script is lost', () => window.isLost);
  await advance(page, 14_999);
  assert.deepEqual([await failed(page), loads()], [[], 1]);
  await advance(page, 60_000);
  await staysReadable(page, 'Failed');
  assert.deepEqual([await failed(page), loads()], [['timeout', 'wasm'], 1]);
  await page.close();
});

test('the texts of another language are there before the program starts', async () => {
  const script = glue(`window.found = document.querySelector('#app').texts; ${START}`);
  const { page, said } = await opened({ script, page: html({ script, texts: TEXTS }), routes: { '/assets/texts.txt': TEXTS } });
  await isRunning(page);
  assert.deepEqual([await page.evaluate(() => window.found), await failed(page), said], [TEXTS, [], []]);
  await page.close();
  const english = await opened();
  await isRunning(english.page);
  assert.equal(await english.page.evaluate(() => document.querySelector('#app').texts), undefined);
  await english.page.close();
});

const OTHER_BUILDS = {
  'a script that is not there': { '/assets/glue.js': 404 },
  'a program that is not there': { '/assets/program.wasm': 404 },
  'a page in the place of the script': { '/assets/glue.js': { body: HTML, type: 'text/html' } },
  'a page in the place of the program': { '/assets/program.wasm': { body: HTML, type: 'text/html' } },
  'another script': { '/assets/glue.js': `${glue()} window.tampered = true;` },
  'another program': { '/assets/program.wasm': Buffer.concat([WASM, Buffer.from([0, 2, 1, 0x78])]) },
  'half of the program': { '/assets/program.wasm': WASM.subarray(0, 20) },
  'an empty program': { '/assets/program.wasm': Buffer.alloc(0) },
  'texts that are not there': { '/assets/texts.txt': 404 },
  'other texts': { '/assets/texts.txt': `${TEXTS}!` },
  'a script of a wrong type': { '/assets/glue.js': { body: glue(), type: 'text/plain', headers: { 'x-content-type-options': 'nosniff' } } },
};
for (const [what, routes] of Object.entries(OTHER_BUILDS)) {
  test(`${what}: loaded once more, then the page stays as it is`, async () => {
    const { page, loads, origin } = await opened({ routes: { '/assets/texts.txt': TEXTS, ...routes }, page: html({ texts: TEXTS }), query: '?view=table&q=a,b%20c#x' });
    await until(page, 'it is loaded once more', () => location.search.includes('reloaded'));
    await staysReadable(page, 'Failed');
    await advance(page, 60_000);
    assert.equal(page.url(), `${origin}/page/?view=table&q=a,b%20c&reloaded=1#x`);
    assert.deepEqual([loads(), await failed(page)], [2, ['wasm']]);
    assert.deepEqual(await page.evaluate(() => [typeof window.program, typeof window.tampered]), ['undefined', 'undefined']);
    await page.close();
  });
}

test('a page of an earlier build becomes that of the present one, and its address as it was', async () => {
  for (const query of ['', '?view=table', '?view=table#x']) {
    let isFirst = true;
    const page = () => {
      const text = html({ folder: isFirst ? 'gone-' : '' });
      isFirst = false;
      return text;
    };
    const { page: tab, loads, origin } = await opened({ page, query });
    await until(tab, 'the program of the present build runs', () => window.program && !location.search.includes('reloaded'));
    assert.deepEqual([tab.url(), loads(), await failed(tab), (await panel(tab)).isShown], [`${origin}/page/${query}`, 2, [], false]);
    await tab.close();
  }
});

test('a path that begins like the name of a host leads to no other host', async () => {
  const at = '//other.example/page/';
  const gone = await opened({ at, query: '?view=table#x', routes: { '/assets/program.wasm': 404 } });
  await until(gone.page, 'it is loaded once more', () => location.search.includes('reloaded'));
  await staysReadable(gone.page, 'Failed');
  assert.deepEqual([gone.page.url(), gone.loads()], [`${gone.origin}${at}?view=table&reloaded=1#x`, 2]);
  await gone.page.click('#boot button');
  await until(gone.page, 'it is tried again, and once more', () => location.search.includes('reloaded') && document.querySelector('#boot:not([hidden]) button'));
  assert.equal(new URL(gone.page.url()).origin, gone.origin);
  await gone.page.close();
  const there = await opened({ at, query: '?view=table&reloaded=1#x' });
  await isRunning(there.page);
  assert.equal(there.page.url(), `${there.origin}${at}?view=table#x`);
  await there.page.close();
});

const NOT_OF_A_BUILD = {
  'a server with an error': [{ '/assets/program.wasm': 500 }, 'Failed'],
  'no connection for the program': [{ '/assets/program.wasm': { isCut: true } }, 'Offline'],
  'no connection for the script': [{ '/assets/glue.js': { isCut: true } }, 'Offline'],
  'a policy that forbids WebAssembly': [{ '/page/': { body: html(), headers: { 'content-security-policy': "script-src 'self' 'unsafe-inline'" } } }, 'Failed'],
};
for (const [what, [routes, words]] of Object.entries(NOT_OF_A_BUILD)) {
  test(`${what}: the page stays as it is, and is not loaded again`, async () => {
    const { page, loads } = await opened({ routes });
    await staysReadable(page, words);
    await advance(page, 60_000);
    assert.deepEqual([loads(), await failed(page), (await panel(page)).says], [1, ['wasm'], words]);
    await page.close();
  });
}

test('without WebAssembly the page stays as it is, and nothing is fetched', async () => {
  const { page, said } = await opened({ page: html({ how: '' }), first: [() => { delete window.WebAssembly; }] });
  await staysReadable(page, 'Failed');
  await page.evaluate(() => window.dispatchEvent(new ErrorEvent('error', { error: new Error('of another'), filename: 'other.js' })));
  assert.deepEqual([await failed(page), said], [['wasm'], []]);
  await page.close();
});

test('a program that cannot read its data leaves the page as it is', async () => {
  const script = glue("document.dispatchEvent(new CustomEvent('timeline:data'));");
  const { page } = await opened({ page: html({ script }), script });
  await staysReadable(page, 'Data');
  await advance(page, 60_000);
  assert.deepEqual([await failed(page), (await panel(page)).says], [['data'], 'Data']);
  await page.close();
});

test('the panel tries again without the mark of the first try', async () => {
  const { page, loads, origin } = await opened({ routes: { '/assets/program.wasm': 404 }, query: '?view=table' });
  await until(page, 'it is loaded once more', () => location.search.includes('reloaded'));
  await staysReadable(page, 'Failed');
  await page.evaluate(() => { window.isOld = true; });
  await page.click('#boot button');
  await until(page, 'it is tried again, and once more', () => !window.isOld && location.search.includes('reloaded') && document.querySelector('#boot:not([hidden]) button'));
  assert.deepEqual([loads(), page.url()], [4, `${origin}/page/?view=table&reloaded=1`]);
  await page.close();
});

test('a script that this browser cannot read leaves the page as it is', async () => {
  const script = 'let wasm_bindgen = (;';
  const { page } = await opened({ page: html({ script }), script });
  await staysReadable(page, 'Failed');
  await advance(page, 60_000);
  assert.deepEqual([await failed(page), (await panel(page)).says], [['wasm'], 'Failed']);
  await page.close();
});

const CRASHES = {
  'in an event': () => document.querySelector('#app').click(),
  'in a frame of an animation': () => { requestAnimationFrame(() => window.program.crash()); },
  'in a promise': () => { Promise.resolve().then(() => window.program.crash()); },
  'in its script': () => { document.querySelector('#in').onclick = window.broken; document.querySelector('#in').click(); },
  'in a promise of its script': () => window.rejected(),
  'told by the program': () => document.dispatchEvent(new CustomEvent('timeline:panic')),
};
for (const [where, crash] of Object.entries(CRASHES)) {
  test(`a program that breaks ${where} leaves a still picture, and is told of once`, async () => {
    const { page } = await opened();
    await isRunning(page);
    await page.focus('#in');
    await page.evaluate(() => {
      window.live = document.querySelector('#app');
      window.list = live.querySelector('details').textContent;
      window.text = live.textContent.replace(window.list, '');
    });
    await page.evaluate(crash);
    await panelSays(page, 'Crashed');
    await page.evaluate(crash);
    await page.evaluate(() => {
      window.live.textContent = 'What the broken program still does';
      for (const type of ['panic', 'started', 'data']) document.dispatchEvent(new CustomEvent(`timeline:${type}`));
    });
    await advance(page, 60_000);
    await settled(page);
    assert.deepEqual(await panel(page), { isShown: true, says: 'Crashed', canRetry: true });
    assert.deepEqual(await failed(page), ['panic']);
    assert.deepEqual(await page.evaluate(() => {
      const apps = document.querySelectorAll('#content > #app');
      return [apps.length, apps[0].inert, apps[0] === window.live, apps[0].textContent === window.text, document.activeElement.textContent];
    }), [1, true, false, true, 'Try again']);
    assert.deepEqual(await page.evaluate(() => {
      const lists = document.querySelectorAll('[data-fallback]');
      return [lists.length, lists[0].textContent === window.list, lists[0].open, lists[0].closest('[inert]')];
    }), [1, true, true, null], 'the list is there to be read');
    await page.close();
  });
}

for (const [what, start] of [['breaks', 'window.program.crash();'], ['meets an error of the browser', "document.querySelector('');"]]) {
  test(`a program that ${what} as it starts leaves a still picture too`, async () => {
    const script = glue(start);
    const { page } = await opened({ page: html({ script }), script });
    await panelSays(page, 'Crashed');
    assert.deepEqual([await failed(page), await page.$eval('#app', (app) => app.inert)], [['panic'], true]);
    await page.close();
  });
}

test('errors of others break nothing', async () => {
  const { page } = await opened();
  await isRunning(page);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = "addEventListener('other', () => { throw new Error('of another'); });";
    document.head.append(script);
    window.dispatchEvent(new Event('other'));
    window.dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop completed with undelivered notifications.', filename: '/assets/glue.js' }));
    Promise.reject(new Error('of another'));
    Promise.reject(undefined);
    document.body.append(Object.assign(new Image(), { src: '/none.png' }));
  });
  await until(page, 'the image has failed', () => document.querySelector('img').complete);
  assert.deepEqual([await failed(page), await page.$('[inert]'), (await panel(page)).isShown], [[], null, false]);
  await page.close();
});

test('in a frame without an origin it starts, also when it was loaded once more', async () => {
  const { page, origin, said } = await opened({
    page: (request) => (request.url.includes('inner') ? html() : `<!doctype html><title>Host</title><iframe sandbox="allow-scripts" src="/page/?inner&amp;reloaded=1"></iframe>`),
  });
  const frame = await frameIn(page, 'iframe');
  await isRunning(frame);
  assert.equal(await frame.evaluate(() => self.origin), 'null');
  assert.ok(frame.url().startsWith(`${origin}/page/?inner`));
  assert.deepEqual([await failed(frame), said.filter((line) => line.startsWith('pageerror'))], [[], []]);
  await page.close();
});
