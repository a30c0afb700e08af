// S02, S03, S06 and S07: what must not happen anywhere, looked for at each place of the whole walk.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { until } from '../engines/scope.mjs';
import { Cannot } from '../engines/cannot.mjs';
import { keepAsked, keepMarkup, keepViolations, kept, ledTo, writtenInline } from '../watched.mjs';
import { walk } from '../walk.mjs';

const DEADLINE_MS = 420_000;
const REPORTS = '/matrix-reports';

const policy = {
  id: 'S02',
  title: 'no violation of the policy in the whole walk',
  quick: false,
  deadlineMs: DEADLINE_MS,
  async run(t) {
    const world = await t.world();
    const { site } = world;
    site.inject(keepViolations);
    site.page(REPORTS, '');
    // The browser itself tells the server too: also of what no script could hear.
    site.change((headers) => {
      if (headers['content-security-policy']) headers['content-security-policy'] += `; report-uri ${REPORTS}`;
    });
    const reports = () => site.requests.filter((request) => request.path === REPORTS && request.method === 'POST').map(({ body }) => body);
    const violations = (view) => view.evaluate(() => window.matrixViolations);
    const said = new Map();
    const { page, cannotPrint } = await walk(t, world, async (view, place) => {
      assert.deepEqual(await violations(view), [], place);
      for (const { kind, text } of await view.log()) {
        if (/^(error|warn|warning|pageerror|assert)$/.test(kind) && !said.has(text)) said.set(text, place);
      }
    });
    assert.deepEqual(reports(), [], 'no browser has reported anything');
    assert.deepEqual([...said], [], 'no console has said anything');
    if (cannotPrint) t.cannot(cannotPrint);
    // What is against the policy is heard in each of these ways.
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'body { --against: 1 }';
      document.head.append(style);
    });
    await until('the page hears of a violation', async () => (await violations(page)).some((line) => line.startsWith('style-src-elem')));
    await until('the server hears of it', () => reports().some((report) => /style-src/.test(report)));
    await until('the console says it', async () => (await page.log()).some(({ kind, text }) => kind === 'error' && /Content.Security.Policy/i.test(text)));
  },
};

/** Words that make code or markup of a text, and words that speak to other pages. */
const AS_CODE = /innerHTML|outerHTML|insertAdjacentHTML|ContextualFragment|setHTMLUnsafe|parseHTMLUnsafe|DOMParser|srcdoc|\beval\b|new Function|\bFunction\(|document\.write|javascript:/g;
const TO_OTHERS = /postMessage|BroadcastChannel|MessageChannel/g;
/** Where the only messages are sent from. */
const SPEAKERS = /^(embed\/(guest|v1)|assets\/embed-v1-[0-9a-f]+)\.js$/;
/** What the compiled program names, in its script or in its own bytes, for a use that makes no markup. */
const FILES = /\.(js|wasm)$/;

const strings = {
  id: 'S03',
  title: 'nothing makes markup or code of a text; only the embed speaks to other pages',
  quick: false,
  deadlineMs: DEADLINE_MS,
  async run(t) {
    const files = fs.readdirSync(t.dist, { recursive: true }).map((name) => name.split(path.sep).join('/')).filter((name) => FILES.test(name));
    assert.ok(files.length >= 6, `${files.length} files of code`);
    const found = [];
    for (const name of files) {
      const text = fs.readFileSync(path.join(t.dist, name), 'latin1');
      found.push(...[...text.matchAll(AS_CODE)].map(([word]) => `${name}: ${word}`));
      const messages = [...text.matchAll(TO_OTHERS)].length;
      if (SPEAKERS.test(name)) assert.equal(messages, 1, `${name} sends messages in one place`);
      else if (messages > 0) found.push(`${name}: messages`);
    }
    assert.deepEqual(found, []);
    const world = await t.world();
    world.site.inject(keepMarkup);
    const used = (view) => view.evaluate(() => window.matrixMarkup);
    // Scripts of the tests are none of the site's.
    const { page } = await walk(t, world, async (view, place) => {
      assert.deepEqual(await used(view), [], place);
      assert.deepEqual(await view.evaluate(writtenInline), [], place);
    });
    await page.evaluate(() => {
      document.createElement('p').innerHTML = '<b>1</b>';
      document.createElement('p').insertAdjacentHTML('beforeend', '<b>2</b>');
      document.body.append(Object.assign(document.createElement('style'), { textContent: 'a {}' }));
    });
    assert.deepEqual(await used(page), ['innerHTML <b>1</b>', 'insertAdjacentHTML beforeend'], 'what is looked for would be seen');
    assert.equal((await page.evaluate(writtenInline)).length, 1, 'a style in the page would be seen');
  },
};

/** The addresses of a walk that lead to no server of it. */
const foreign = (addresses, own) => [...new Set(addresses)].filter((address) => !/^(data|blob|about):/.test(address) && !own.some((origin) => address.startsWith(`${origin}/`)));

const traces = {
  id: 'S06',
  title: 'no request to others, no cookie, nothing kept',
  quick: false,
  deadlineMs: DEADLINE_MS,
  async run(t) {
    const world = await t.world();
    const other = await world.another();
    world.site.inject(keepAsked);
    // Without its policy nothing but the product itself keeps it from asking others.
    world.site.change((headers) => {
      delete headers['content-security-policy'];
    });
    const own = [world.site.origin, world.host.origin];
    const asked = [];
    const { page } = await walk(t, world, async (view, place) => {
      assert.deepEqual(await view.evaluate(kept), [], place);
      asked.push(...(await view.evaluate(() => window.matrixAsked)));
      assert.deepEqual(foreign(asked, own), [], place);
    });
    const byEngine = async () => {
      try {
        return await page.asked();
      } catch (error) {
        if (!(error instanceof Cannot)) throw error;
        return null;
      }
    };
    const told = await byEngine();
    if (told) assert.deepEqual(foreign(told, own), [], 'the engine tells of no other server');
    else t.note('what is asked for is told by the pages themselves');
    assert.ok(asked.length > 100, `${asked.length} requests were seen`);
    assert.deepEqual(world.site.requests.filter(({ headers }) => headers.cookie).map(({ path }) => path), [], 'no request carries a cookie');
    // All that is looked for would be seen.
    await page.evaluate(async (address) => {
      document.cookie = 'a=1';
      localStorage.setItem('b', 1);
      sessionStorage.setItem('c', 1);
      await new Promise((done) => {
        indexedDB.open('d').onsuccess = ({ target }) => done(target.result.close());
      });
      await caches.open('e');
      window.name = 'f';
      await fetch(address, { mode: 'no-cors' }).catch(() => {});
      navigator.sendBeacon(`${address}/beacon`);
    }, other.url('/tracker'));
    const seen = await page.evaluate(kept);
    for (const line of ['cookie a=1', 'localStorage b', 'sessionStorage c', 'indexedDB d', 'caches e', 'window.name f']) assert.ok(seen.includes(line), `${line} is seen in ${seen}`);
    const lines = await page.evaluate(() => window.matrixAsked);
    for (const way of ['/tracker', '/tracker/beacon']) assert.ok(foreign(lines, own).includes(other.url(way)), `${way} is seen`);
    if (told) assert.ok(foreign(await byEngine(), own).includes(other.url('/tracker')), 'the engine tells of it');
    await page.evaluate(async () => {
      document.cookie = 'a=; max-age=0';
      localStorage.clear();
      sessionStorage.clear();
      indexedDB.deleteDatabase('d');
      await caches.delete('e');
      window.name = '';
    });
  },
};

/** Every address by http that the published record carries. */
function plainAddresses(dist) {
  const folder = path.join(dist, 'data');
  const files = fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.json'));
  const texts = files.map((name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')));
  const found = new Set();
  const read = (value) => {
    if (typeof value === 'string' && value.startsWith('http://')) found.add(new URL(value).href);
    else if (value && typeof value === 'object') Object.values(value).forEach(read);
  };
  texts.forEach(read);
  return found;
}

const links = {
  id: 'S07',
  title: 'links to others: https, rel=noopener',
  quick: false,
  deadlineMs: DEADLINE_MS,
  async run(t) {
    const world = await t.world();
    const plain = plainAddresses(t.dist);
    const out = new Map();
    const wrong = new Set();
    const judge = ({ written, href, rel, text }, place) => {
      if (href.startsWith(`${world.site.origin}/`)) return;
      const is = (word) => rel.includes(word);
      if (!/^https?:/.test(href)) wrong.add(`${place}: ${written} is no address of the web`);
      else if (href.startsWith('http:') && !plain.has(href)) wrong.add(`${place}: ${written} by http`);
      else if (!is('noopener') && !is('noreferrer')) wrong.add(`${place}: ${written} without rel=noopener`);
      else if (is('opener')) wrong.add(`${place}: ${written} with rel=opener`);
      else if (text === '') wrong.add(`${place}: ${written} has no text`);
      out.set(href, place);
    };
    const { page } = await walk(t, world, async (view, place) => {
      for (const link of await view.evaluate(ledTo)) judge(link, place);
    });
    assert.deepEqual([...wrong], []);
    assert.ok(out.size > 100, `${out.size} addresses are led to`);
    const hosts = [...new Set([...out.keys()].filter((href) => href.startsWith('http:')).map((href) => new URL(href).host))].sort();
    t.note(`${out.size} addresses; by http, as the record carries them, ${[...out.keys()].filter((href) => href.startsWith('http:')).length}: ${hosts.join(', ')}`);
    // A link that is wrong would be seen.
    for (const [href, rel] of [['http://example.org/', 'noopener'], ['https://example.org/', 'nofollow'], ['javascript:void 0', 'noopener']]) {
      const found = await page.evaluate((href, rel) => {
        const link = Object.assign(document.createElement('a'), { href, rel, textContent: 'x' });
        document.body.append(link);
        return href;
      }, href, rel);
      const before = wrong.size;
      (await page.evaluate(ledTo)).filter(({ written }) => written === found).forEach((link) => judge(link, 'a wrong link'));
      assert.equal(wrong.size, before + 1, `${href} ${rel}`);
    }
  },
};

export default [policy, strings, traces, links];
