// S02, S03, S06 and S07: what must not happen anywhere, looked for at each place of the whole walk. One walk is for three
// of them; S06 makes one without the policy.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { DELAYED, unknownWords } from '../embedded.mjs';
import { Cannot } from '../engines/cannot.mjs';
import { until } from '../engines/scope.mjs';
import { started } from '../steps.mjs';
import { walk } from '../walk.mjs';
import { keepAsked, keepMarkup, keepViolations, kept, ledTo, writtenInline } from '../watched.mjs';

const DEADLINE_MS = 900_000;
const REPORTS = '/matrix-reports';
/** The preview shows the snippet as it is, on the one site where its sandbox keeps nothing in: Chromium says so. */
const SANDBOXED_BY_ITSELF = /^An iframe which has both allow-scripts and allow-same-origin/;
const COMPLAINTS = /^(error|warn|warning|pageerror|assert)$/;

/** The site with a policy that also tells the server of what is against it: that, too, of which no script could hear. */
async function openTelling(t) {
  const world = await t.world();
  const { site } = world;
  site.inject(keepViolations);
  site.page(REPORTS, '');
  site.change((headers) => {
    if (headers['content-security-policy']) headers['content-security-policy'] += `; report-uri ${REPORTS}`;
  });
  const reports = () => site.requests.filter((request) => request.path === REPORTS && request.method === 'POST').map(({ body }) => body);
  return { world, reports };
}

const violations = (view) => view.evaluate(() => window.matrixViolations);
const markup = (view) => view.evaluate(() => window.matrixMarkup);

/** What three cases look for, in one walk: what was found, and at which place first. */
async function lookedFor(t) {
  const { world, reports } = await openTelling(t);
  world.site.inject(keepMarkup);
  const found = { violations: new Map(), said: new Map(), markup: new Map(), inline: new Map(), links: new Map() };
  const keep = (kind, thing, what) => found[kind].has(thing) || found[kind].set(thing, what);
  const walked = await walk(t, world, async (view, place) => {
    for (const line of await violations(view)) keep('violations', line, place);
    for (const { kind, text } of await view.log()) if (COMPLAINTS.test(kind)) keep('said', text, place);
    for (const line of await markup(view)) keep('markup', line, place);
    for (const line of await view.evaluate(writtenInline)) keep('inline', line, place);
    for (const link of await view.evaluate(ledTo)) keep('links', JSON.stringify([link.href, link.rel, link.text === '']), { ...link, place });
  });
  return { ...walked, found, reports: reports(), site: world.site.origin };
}

const walks = new Map();

/** The walk of an engine, made once for all of its cases. */
function walkOf(t) {
  if (!walks.has(t.engine)) walks.set(t.engine, lookedFor(t));
  return walks.get(t.engine);
}

/** What was found, with its place. */
const placed = (found) => [...found].map(([thing, place]) => `${place}: ${thing}`);

const policy = {
  id: 'S02',
  title: 'no violation of the policy in the whole walk',
  quick: false,
  deadlineMs: DEADLINE_MS,
  async run(t) {
    const { found, reports, places, used, cannot } = await walkOf(t);
    assert.deepEqual(placed(found.violations), [], 'no page hears of a violation');
    assert.deepEqual(reports, [], 'no browser has reported anything');
    const known = [...unknownWords(t), SANDBOXED_BY_ITSELF, DELAYED];
    assert.deepEqual(placed([...found.said].filter(([text]) => !known.some((one) => one.test(text)))), [], 'no console has said anything');
    t.note(`${places} places, ${used} controls of the site used`);
    cannot.forEach(t.cannot);
    // What is against the policy is heard in each of these ways.
    const { world, reports: told } = await openTelling(t);
    const page = await t.page();
    await page.goto(world.site.url());
    await started(page);
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'body { --against: 1 }';
      document.head.append(style);
    });
    await until('the page hears of a violation', async () => (await violations(page)).some((line) => line.startsWith('style-src-elem')));
    await until('the server hears of it', () => told().some((report) => /style-src/.test(report)));
    if (t.engine === 'firefox') t.note('what the policy stops is heard in the page and by the server; of its console the driver tells nothing of it');
    else await until('the console says it', async () => (await page.log()).some(({ kind, text }) => kind === 'error' && /Content.Security.Policy/i.test(text)));
  },
};

/** Words that make code or markup of a text, and words that speak to other pages. */
const AS_CODE = /innerHTML|outerHTML|insertAdjacentHTML|ContextualFragment|setHTMLUnsafe|parseHTMLUnsafe|DOMParser|srcdoc|\beval\b|new Function|\bFunction\(|document\.write|javascript:/g;
const TO_OTHERS = /postMessage|BroadcastChannel|MessageChannel/g;
/** Where the only messages are sent from. */
const SPEAKERS = /^(embed\/(guest|v1)|assets\/embed-v1-[0-9a-f]+)\.js$/;
/** How the script of the program writes down a function, for a message: a text that makes no code. */
const WRITTEN_DOWN = '`Function(${val.name})`';
/** Channels of a script to itself, by which it takes its turns: a port is given a message alone, another window its origin too. */
const OWN_CHANNEL = /new MessageChannel\(\)|__wbg_postMessage_[0-9a-f]+|\b(arg0|port2)\.postMessage\((arg1|null)\)/g;
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
      const text = fs.readFileSync(path.join(t.dist, name), 'latin1').replace(WRITTEN_DOWN, '').replaceAll(OWN_CHANNEL, '');
      found.push(...[...text.matchAll(AS_CODE)].map(([word]) => `${name}: ${word}`));
      const messages = [...text.matchAll(TO_OTHERS)].length;
      if (SPEAKERS.test(name)) assert.equal(messages, 1, `${name} sends messages in one place`);
      else if (messages > 0) found.push(`${name}: messages`);
    }
    assert.deepEqual(found, []);
    const walked = (await walkOf(t)).found;
    assert.deepEqual(placed(walked.markup), [], 'no text is used as markup or code');
    assert.deepEqual(placed(walked.inline), [], 'no page has code or styles in its own text');
    // What is looked for would be seen.
    const world = await t.world();
    world.site.inject(keepMarkup);
    const page = await t.page();
    await page.goto(world.site.url());
    await started(page);
    await page.evaluate(() => {
      document.createElement('p').innerHTML = '<b>1</b>';
      document.createElement('p').insertAdjacentHTML('beforeend', '<b>2</b>');
      document.body.append(Object.assign(document.createElement('style'), { textContent: 'a {}' }));
    });
    assert.deepEqual(await markup(page), ['innerHTML <b>1</b>', 'insertAdjacentHTML beforeend'], 'markup of a text would be seen');
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
    const { page, outer, places, cannot } = await walk(t, world, async (view, place) => {
      assert.deepEqual(await view.evaluate(kept), [], place);
      asked.push(...(await view.evaluate(() => window.matrixAsked)));
      assert.deepEqual(foreign(asked, own), [], place);
    });
    cannot.forEach(t.cannot);
    const byEngine = () => {
      try {
        return [page, outer].flatMap((one) => one.asked());
      } catch (error) {
        if (!(error instanceof Cannot)) throw error;
        return null;
      }
    };
    const told = byEngine();
    if (told) assert.deepEqual(foreign(told, own), [], 'the engine tells of no other server');
    else t.note('what is asked for is told by the pages themselves');
    assert.ok(asked.length > 100, `${asked.length} requests were seen`);
    t.note(`${asked.length} requests at ${places} places`);
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
    // The page is told of a request once it has ended.
    for (const way of ['/tracker', '/tracker/beacon']) await page.until(`${way} is seen`, (address) => window.matrixAsked.includes(address), other.url(way));
    if (told) assert.ok(foreign(byEngine(), own).includes(other.url('/tracker')), 'the engine tells of it');
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
    const walked = await walkOf(t);
    const plain = plainAddresses(t.dist);
    const out = new Map();
    const wrong = new Set();
    const judge = ({ written, href, rel, text, place }, own) => {
      if (href.startsWith(`${own}/`)) return;
      const is = (word) => rel.includes(word);
      if (!/^https?:/.test(href)) wrong.add(`${place}: ${written} is no address of the web`);
      else if (href.startsWith('http:') && !plain.has(href)) wrong.add(`${place}: ${written} by http`);
      else if (!is('noopener') && !is('noreferrer')) wrong.add(`${place}: ${written} without rel=noopener`);
      else if (is('opener')) wrong.add(`${place}: ${written} with rel=opener`);
      else if (text === '') wrong.add(`${place}: ${written} has no text`);
      out.set(href, place);
    };
    for (const link of walked.found.links.values()) judge(link, walked.site);
    assert.deepEqual([...wrong], []);
    assert.ok(out.size > 100, `${out.size} addresses are led to`);
    const hosts = [...new Set([...out.keys()].filter((href) => href.startsWith('http:')).map((href) => new URL(href).host))].sort();
    t.note(`${out.size} addresses; by http, as the record carries them, ${[...out.keys()].filter((href) => href.startsWith('http:')).length}: ${hosts.join(', ')}`);
    // A link that is wrong would be seen.
    const { site } = await t.world();
    const page = await t.page();
    await page.goto(site.url());
    for (const [href, rel] of [['http://example.org/', 'noopener'], ['https://example.org/', 'nofollow'], ['javascript:void 0', 'noopener']]) {
      await page.evaluate((href, rel) => document.body.append(Object.assign(document.createElement('a'), { href, rel, textContent: 'x' })), href, rel);
      const before = wrong.size;
      (await page.evaluate(ledTo)).filter(({ written }) => written === href).forEach((link) => judge({ ...link, place: 'a wrong link' }, site.origin));
      assert.equal(wrong.size, before + 1, `${href} ${rel}`);
    }
  },
};

export default [policy, strings, traces, links];
