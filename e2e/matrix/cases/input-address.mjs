// I01 to I07: what an address can ask for. A bad value gives the default and a notice, and nothing of it becomes part of the page.
import assert from 'node:assert/strict';
import { expectFitted, formOf, saidBy } from '../embedded.mjs';
import { expectHostUnaffected, expectNoLine } from '../expect.mjs';
import {
  PARAMETERS, expectNoHarm, expectOwnNames, expectSame, expectSight, hostileTexts, namesOfViews, noticeOf, noticed, openInput, opened, queryOf, searched, showQuery,
  sightAtRest, sightOf, textOf, tryQueries,
} from '../input.mjs';
import { expectUsable, show } from '../steps.mjs';

const MARK = 'zqx7';
const KINDS = ['embed', 'site'];
const KEYS = Object.keys(PARAMETERS);
/** The longest query that is read. */
const LONGEST = 2048;

/** Each text in each parameter, one by one, in a page that stays. Gives what was wrong. */
async function tryEach(view, kind, texts, world, first) {
  const found = [];
  const names = await namesOfViews(world, view);
  await expectSight(view, first, `${kind}: after all views the page is as it was`);
  for (const key of KEYS) {
    const queries = texts.map((text) => ({ query: `${key}=${text}`, says: noticed(kind, key, text), searches: searched(key, text) }));
    found.push(...(await view.evaluate(tryQueries, `${key}=${PARAMETERS[key]}`, queries, MARK, world.elsewhere)));
    await expectOwnNames(view, names);
    await showQuery(view, '');
    await expectSight(view, first, `${kind}: after ${key} the page is as it was`);
  }
  return found.map((line) => `${kind}: ${line}`);
}

/** All parameters at once, each with another text: one of some addresses, none of which is too long. */
function together(texts, at) {
  const all = KEYS.map((key, index) => [key, texts[(at * 10 + index * 7) % texts.length]]);
  const queries = [[]];
  for (const pair of all) {
    if (queryOf([...queries.at(-1), pair]).length > LONGEST) queries.push([]);
    queries.at(-1).push(pair);
  }
  return queries;
}

/** How the frame is, of what can be told apart. */
const frameOf = ({ theme, chrome, height }) => ({ theme, chrome, height });

/** A page that is opened with bad values says so of each, and is as it is without them. */
async function expectDefault(page, world, kind, pairs, first) {
  const view = await opened(page, world, kind, queryOf(pairs));
  const about = `${kind} ${queryOf(pairs)}`;
  const [said, now] = [await noticeOf(view), JSON.parse(await sightOf(view))];
  for (const [key, text] of pairs) {
    const name = noticed(kind, key, text);
    if (name !== null) assert.ok(said.includes(`${name} “`), `${about}: ${key} is told: ${said}`);
  }
  const [, q] = pairs.find(([key]) => key === 'q') ?? [null, ''];
  if (searched('q', q) === '') await expectSight(view, first, `${about}: the default is shown`);
  else assert.equal(now.search, searched('q', q), `${about}: what is searched for`);
  assert.deepEqual(frameOf(now), frameOf(JSON.parse(first)), `${about}: the frame has its defaults`);
  assert.deepEqual(await view.evaluate((...values) => window.matrixInput.wrong(...values), MARK, world.elsewhere), [], about);
  await expectNoHarm(world, view);
  if (kind === 'site') return;
  const [, written = ''] = pairs.find(([key]) => key === 'id') ?? [];
  const id = written !== '' && noticed('embed', 'id', written) === null ? textOf(written) : undefined;
  const address = await view.evaluate(() => location.href);
  const told = (await saidBy(page, '#one')).map(({ data }) => data);
  assert.deepEqual(told.filter((data) => !formOf(data, { id, address })), [], `${about}: these messages are none of the contract`);
  await expectHostUnaffected(page);
}

/** Marks and elements of a host page with a text in each of their attributes. Gives what was wrong with the frames made of them. Runs in the host page. */
async function tryMarks(texts, keys, base) {
  const { port1, port2 } = new MessageChannel();
  const turn = () => new Promise((done) => {
    port1.onmessage = done;
    port2.postMessage(0);
  });
  const known = ['title', 'width', 'height', 'loading', 'referrerpolicy', 'style', 'sandbox', 'allow', 'src', 'slot'];
  const found = [];
  const box = document.createElement('section');
  box.hidden = true;
  document.body.append(box);
  for (const text of texts) {
    for (const [name, prefix] of [['div', 'data-'], ['leadership-timeline', '']]) {
      const element = document.createElement(name);
      for (const key of [...keys, 'title', 'width']) element.setAttribute(prefix + key, text);
      if (prefix) element.setAttribute('data-timeline-embed', '');
      box.append(element);
      await turn();
      const frame = element.querySelector('iframe');
      const tell = (what) => found.push(`${name} with ${JSON.stringify(text)}: ${what}`);
      if (element.querySelectorAll('*').length !== 1) tell('makes one frame');
      const { searchParams } = new URL(frame.src);
      if (!frame.src.startsWith(`${base}?v=1`) || new URL(frame.src).hash !== '') tell(`leads to ${frame.src}`);
      for (const key of keys) {
        const has = searchParams.get(key);
        if (has !== null && has !== text) tell(`${key} is ${has}`);
        if (searchParams.getAll(key).length > 1) tell(`${key} stands twice`);
      }
      if ([...searchParams.keys()].some((key) => key !== 'v' && !keys.includes(key))) tell(`asks for ${[...searchParams.keys()]}`);
      const strange = [...frame.attributes].map((attribute) => attribute.name).filter((one) => !known.includes(one));
      if (strange.length > 0 || /url|expression/.test(frame.style.cssText)) tell(`has ${strange} ${frame.style.cssText}`);
      element.remove();
    }
  }
  box.remove();
  return found;
}

const hostile = {
  id: 'I01',
  title: 'sixty hostile strings in each parameter',
  quick: false,
  // WebKit lets an address be changed a hundred times in ten seconds.
  deadlineMs: 600_000,
  async run(t) {
    const world = { ...(await openInput(t)), dist: t.dist };
    const page = await t.page();
    const texts = hostileTexts(MARK, world.elsewhere);
    const found = [];
    for (const kind of KINDS) {
      const view = await opened(page, world, kind);
      const first = await sightAtRest(view);
      found.push(...(await tryEach(view, kind, texts, world, first)));
      await expectNoHarm(world, view);
      await expectUsable(view);
      await expectNoLine(view);
      for (let at = 0; at < 6; at += 1) {
        for (const pairs of together(texts, at)) await expectDefault(page, world, kind, pairs, first);
      }
    }
    await opened(page, world, 'embed');
    const settable = KEYS.filter((key) => key !== 'v');
    found.push(...(await page.evaluate(tryMarks, texts.map(textOf), settable, world.site.url('/embed/'))));
    await expectHostUnaffected(page);
    // What is looked for would be seen.
    const seen = await page.frame('#one').evaluate((mark, elsewhere) => {
      const link = document.createElement('a');
      link.href = 'javascript:1';
      link.setAttribute('onclick', `matrix${mark}`);
      link.textContent = mark;
      document.body.append(link);
      window.matrixHacked = 1;
      return [window.matrixInput.wrong(mark, elsewhere).length, window.matrixInput.done().length];
    }, MARK, world.elsewhere);
    assert.deepEqual(seen, [3, 1], 'what is looked for would be seen');
    assert.deepEqual(found, [], 'what came of hostile texts');
  },
};

/** Numbers that seem to be chance, the same in every run. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Queries by chance: of keys and values that are known, nearly known, or anything at all. */
function randomQueries(count, texts) {
  const below = numbers(20260918);
  const one = (list) => list[below(list.length)];
  const letters = () => Array.from({ length: below(12) }, () => String.fromCharCode(32 + below(95))).join('');
  const bytes = () => Array.from({ length: below(8) }, () => `%${below(256).toString(16).padStart(2, '0')}`).join('');
  const keys = [...KEYS, 'select', 'toggle', 'hide', 'day', 'compare', 'figure', 'linked', 'report', 'term', 'confidence', 'search', 'date', 'reloaded', '__proto__'];
  const words = [
    ...Object.values(PARAMETERS), 'timeline', 'date', 'figures', 'chart', 'map', 'name', '-days', 'acting', 'units,above', 'field-offices', 'no', 'yes', 'title,sources',
    'thomas-homan,todd-lyons', 'lyons-ice-director-2025', '2024-02-29', '2025-02-29', '0001-01-01', '9999-12-31', 'contrast', 'minimal', 'auto', 'trump-2', 'director',
  ];
  const value = () => [() => one(words), () => one(words), () => one(texts), letters, bytes, () => `${one(words)},${one(words)}`, () => one(words).slice(below(4)), () => one(words).toUpperCase()][below(8)]();
  const key = () => [() => one(keys), () => one(keys), () => one(keys), () => encodeURIComponent(one(keys)).replace(/./, (letter) => `%${letter.charCodeAt(0).toString(16)}`), letters][below(5)]();
  const joint = () => one(['&', '&', '&', '&', '&&', '?', ';', '#', '']);
  return Array.from({ length: count }, () => {
    let query = one(['', '', '?', '&']);
    for (let pairs = 1 + below(8); pairs > 0; pairs -= 1) query += `${key()}${one(['=', '=', '=', '=', '==', ''])}${value()}${joint()}`;
    return below(40) === 0 ? query.padEnd(LONGEST + below(3) - 1, 'x') : query;
  });
}

/** Shows queries; gives the names that the page has then, what was wrong, and how long taking them took in all. Runs in the page. */
async function tryRandom(queries, mark, elsewhere) {
  const { settled, notice, names, wrong, done, ask, show } = window.matrixInput;
  const [found, seen] = [[], new Set()];
  let told = '';
  const hear = ({ detail }) => { told = detail; };
  document.addEventListener('timeline:state', hear);
  let taken = 0;
  for (const query of queries) {
    const tell = (what) => found.push(`${query}: ${what}`);
    told = null;
    taken += await ask(query);
    await settled();
    if (document.documentElement.dataset.failed || document.querySelector('#app[inert]')) tell('the program has failed');
    for (const name of names()) seen.add(name);
    const places = wrong(mark, elsewhere);
    if (places.length > 0) tell(places.slice(0, 3).join(', '));
    if (done().length > 0) tell(done().join(', '));
    if (told === null) continue;
    // What an embed tells of its view, it reads again.
    const again = told;
    await show(again);
    if (notice() !== '') tell(`it tells ${again}, of which it says ${notice()}`);
  }
  document.removeEventListener('timeline:state', hear);
  return { found, names: [...seen], taken };
}

const random = {
  id: 'I02',
  title: '300 random queries',
  quick: false,
  deadlineMs: 240_000,
  async run(t) {
    const world = await openInput(t);
    const page = await t.page();
    const texts = hostileTexts(MARK, world.elsewhere);
    const queries = randomQueries(300, texts);
    for (const kind of KINDS) {
      const view = await opened(page, world, kind);
      const names = await namesOfViews(t, view);
      await showQuery(view, '');
      const first = await sightAtRest(view);
      let taken = 0;
      for (let at = 0; at < queries.length; at += 50) {
        const tried = await view.evaluate(tryRandom, queries.slice(at, at + 50), MARK, world.elsewhere);
        assert.deepEqual(tried.found, [], `${kind}: what came of random queries`);
        assert.deepEqual(tried.names.filter((name) => !names.has(name)), [], `${kind}: these elements and attributes are none of the product`);
        taken += tried.taken;
      }
      t.note(`${kind}: a query is read and taken over in ${(taken / queries.length).toFixed(2)} ms on average`);
      await showQuery(view, '');
      await expectSight(view, first, `${kind}: the page is as it was`);
      await expectNoHarm(world, view);
      await expectUsable(view);
      await expectNoLine(view);
    }
  },
};

/** A query that is so long, and asks for a view. */
const ofLength = (length, query = 'view=table') => `${query}&x=`.padEnd(length, 'a');

const tooLong = {
  id: 'I03',
  title: 'a query of 8 kB',
  quick: false,
  async run(t) {
    const world = await openInput(t);
    const page = await t.page();
    for (const kind of KINDS) {
      let view = await opened(page, world, kind);
      const first = await sightAtRest(view);
      view = await opened(page, world, kind, ofLength(8192, 'view=table&q=lyons'));
      assert.notEqual(await noticeOf(view), '', `${kind}: it is told`);
      await expectSight(view, first, `${kind}: the default is shown`);
      await showQuery(view, ofLength(LONGEST));
      assert.equal(await noticeOf(view), '', `${kind}: ${LONGEST} letters can be read`);
      const table = await sightAtRest(view);
      assert.notEqual(table, first, `${kind}: and are`);
      await showQuery(view, ofLength(LONGEST + 1));
      assert.notEqual(await noticeOf(view), '', `${kind}: one more is too long`);
      await expectSight(view, first, `${kind}: and gives the default`);
      await expectNoHarm(world, view);
      await expectNoLine(view);
      await expectUsable(view);
    }
    // What the frame is told is bounded alike, and what is too long spoils nothing that comes after it.
    const embed = await opened(page, world, 'embed');
    for (const fields of [{ view: 'map', q: 'a'.repeat(8192) }, { view: 'table' }]) {
      await page.evaluate((fields) => {
        document.querySelector('#one').contentWindow.postMessage({ ns: 'leadership-timeline', v: 1, type: 'set', ...fields }, '*');
      }, fields);
      await embed.until(`${fields.view} is shown`, (view) => document.querySelector(`.views__tab[data-view=${view}][aria-current=page]`) !== null, fields.view);
    }
    assert.equal(JSON.parse(await sightOf(embed)).search, '', 'nothing is searched for');
    await expectHostUnaffected(page);
    // The frame reads some of the address by itself.
    const first = JSON.parse(await sightOf(await opened(page, world, 'embed')));
    const long = await opened(page, world, 'embed', ofLength(8192, 'theme=dark&chrome=minimal&height=fixed'));
    assert.deepEqual(frameOf(JSON.parse(await sightOf(long))), frameOf(first), 'nothing of an address that is too long is taken, nor how the frame is');
  },
};

const BAD = '%3Cb%3E';

const twice = {
  id: 'I04',
  title: 'duplicate keys: the first counts',
  quick: false,
  deadlineMs: 240_000,
  async run(t) {
    const world = await openInput(t);
    const page = await t.page();
    const ofView = KEYS.filter((key) => !['v', 'lang', 'theme', 'chrome', 'height', 'id'].includes(key));
    const others = { view: 'map', chart: 'tenure-lengths', office: 'ice-ero', group: 'above', person: 'todd-lyons', from: '2024-01-01', to: '2026-01-01', on: '2025-01-01', capacity: 'acting', kind: 'statement', standing: 'done', sort: 'name', q: 'vitello' };
    const within = { sort: 'view=table&', on: 'view=date&', chart: 'view=chart&' };
    const names = { chart: ['figure'], on: ['day', 'date'], q: ['search'] };
    for (const kind of KINDS) {
      const view = await opened(page, world, kind);
      const expectAs = async (query, other, about) => {
        await expectSame(view, query, other, `${kind}: ${about}`);
        return noticeOf(view);
      };
      for (const key of ofView) {
        const before = within[key] ?? '';
        const good = `${before}${key}=${PARAMETERS[key]}`;
        const pairs = [`${key}=${others[key]}`, `${key}=${BAD}`, `%${key.charCodeAt(0).toString(16)}${key.slice(1)}=${others[key]}`, ...(names[key] ?? []).map((name) => `${name}=${others[key]}`)];
        assert.equal(await expectAs(`${good}&${pairs.join('&')}`, good, `what follows the first ${key} changes nothing`), '', `${kind}: ${good} can be used`);
        if (key === 'q') continue;
        const bad = `${before}${key}=${BAD}`;
        const said = await expectAs(bad, before.slice(0, -1), `a bad ${key} gives the default`);
        assert.ok(said.includes('<b>'), `${kind}: a bad ${key} is told: ${said}`);
        assert.equal(await expectAs(`${bad}&${key}=${PARAMETERS[key]}`, bad, `a first ${key} that is bad counts too`), said, `${kind}: it is told in the same words`);
      }
      await expectAs(`q=lyons${'&q=vitello'.repeat(180)}`, 'q=lyons', 'a hundred and eighty more change nothing');
      await expectNoHarm(world, view);
    }
    for (const [query, id, frame] of [
      ['theme=dark&theme=light&chrome=minimal&chrome=full&height=fixed&height=auto&id=t1&id=t2&v=1&v=2&lang=en&lang=xx', 't1', ['dark', 'minimal', 'fixed']],
      [`theme=${BAD}&theme=light&chrome=${BAD}&chrome=minimal&height=${BAD}&height=fixed&id=${BAD}&id=t2`, undefined, [undefined, 'full', 'auto']],
    ]) {
      const view = await opened(page, world, 'embed', query);
      assert.deepEqual(Object.values(frameOf(JSON.parse(await sightOf(view)))), frame, `how the frame is with ${query}`);
      const ids = (await saidBy(page, '#one')).filter(({ data }) => data?.type === 'ready').map(({ data }) => data.id);
      assert.deepEqual(ids, [id], `what it calls itself with ${query}`);
      assert.equal((await noticeOf(view)) !== '', query.includes(BAD), 'what is bad is told');
      await expectHostUnaffected(page);
    }
    await expectUsable(page.frame('#one'));
    // More ids than an embed reads are a bad value as any other.
    const view = page.frame('#one');
    const tooMany = Array(21).fill('ice-opla').join(',');
    await showQuery(view, `office=${tooMany}`);
    assert.notEqual(await noticeOf(view), '', 'more than twenty ids are told');
    await expectSame(view, `office=${tooMany}&office=ice-opla`, `office=${tooMany}`, 'of two lists the first counts, also when it is too long');
  },
};

const INHERITED = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf', '__defineGetter__', 'then'];

/** What every object of a page has that none should have. Runs in the page. */
const inherited = () => [...Object.keys(Object.prototype), ...['theme', 'view', 'height', 'type', 'polluted'].filter((key) => key in {} || key in [])];

const prototypes = {
  id: 'I05',
  title: '`__proto__` and `constructor`, as keys and as values',
  quick: false,
  async run(t) {
    const world = await openInput(t);
    const page = await t.page();
    const asKeys = INHERITED.flatMap((key) => [`${key}=1`, `${key}[theme]=dark`, `${key}.view=map`, `${key}[prototype][polluted]=1`, `__proto__[${key}]=1`]).join('&');
    for (const kind of KINDS) {
      let view = await opened(page, world, kind, 'view=table');
      const table = await sightAtRest(view);
      view = await opened(page, world, kind, `${asKeys}&view=table`);
      await expectSight(view, table, `${kind}: unknown keys change nothing`);
      assert.equal(await noticeOf(view), '', `${kind}: and nothing is said of them`);
      await showQuery(view, '');
      const first = await sightAtRest(view);
      for (const value of INHERITED) {
        const pairs = KEYS.filter((key) => key !== 'q').map((key) => [key, value]);
        await showQuery(view, queryOf(pairs));
        const said = await noticeOf(view);
        for (const [key, text] of pairs) {
          const name = noticed(kind, key, text);
          if (name !== null) assert.ok(said.includes(`${name} “${value}”`), `${kind}: ${key}=${value} is told: ${said}`);
        }
        await expectSight(view, first, `${kind}: ${value} gives the default`);
      }
      assert.deepEqual(await view.evaluate(inherited), [], 'no object has got a property');
      await expectNoHarm(world, view);
      await expectUsable(view);
    }
    for (const id of ['__proto__', 'constructor']) {
      const embed = await opened(page, world, 'embed', `v=1&id=${id}`);
      await page.until(`${id} is what the frame calls itself`, (id) => window.matrixHost.events.some(({ name, detail }) => name === 'ready' && Object.hasOwn(detail, 'id') && detail.id === id), id);
      await expectFitted(page, '#one');
      await page.evaluate((id) => {
        const say = (text) => document.querySelector('#one').contentWindow.postMessage(JSON.parse(text), '*');
        const head = `"ns":"leadership-timeline","v":1,"id":"${id}"`;
        for (const fields of ['"type":"set","__proto__":{"view":"map","theme":"dark"}', '"type":"set","constructor":{"prototype":{"theme":"dark","polluted":1}}', '"__proto__":{"type":"set","theme":"dark"}', '"type":"__proto__"', '"type":"constructor"']) say(`{${head},${fields}}`);
        say(`{${head},"type":"set","view":"table"}`);
      }, id);
      await embed.until('the last setting is taken', () => document.querySelector('.views__tab[data-view=table][aria-current=page]') !== null);
      assert.equal(await embed.evaluate(() => document.documentElement.dataset.theme ?? null), null, 'no inherited setting is taken');
      for (const one of [embed, page]) assert.deepEqual(await one.evaluate(inherited), [], 'no object has got a property');
      await expectHostUnaffected(page);
    }
  },
};

const SECRETS = [
  '<script>matrixHacked=1</script>zqx7', '%3Cscript%3EmatrixHacked=1%3C/script%3Ezqx7', 'zqx7"><img src=x onerror=matrixHacked=1>', 'zqx7&view=map', 'zqx7__', 'zqx7%00', 'zqx7'.repeat(17), 'zqx7é', '',
];

/** Waits until a frame has answered a greeting: everything it was told before has been dealt with. */
async function answered(page) {
  const before = await page.evaluate(() => {
    document.querySelector('#one').contentWindow.postMessage({ ns: 'leadership-timeline', v: 1, type: 'hello' }, '*');
    return window.matrixHost.messages.length;
  });
  await page.until('the frame answers a greeting', (before) => window.matrixHost.messages.slice(before)
    .some(({ data }) => data?.ns === 'leadership-timeline' && data.type === 'height'), before);
}

const secrets = {
  id: 'I06',
  title: '`#?secret=<script>`',
  quick: true,
  async run(t) {
    const world = await openInput(t);
    const page = await t.page();
    const embed = await opened(page, world, 'embed', 'v=1&id=t1', { hash: `#?secret=${encodeURI(SECRETS[0])}` });
    const expectUnsaid = async (secret, view) => {
      assert.deepEqual(await view.evaluate((...values) => window.matrixInput.wrong(...values), MARK, world.elsewhere), [], `#?secret=${secret} becomes no part of the page`);
      assert.equal(await view.evaluate((mark) => document.querySelector('#content').textContent.includes(mark), MARK), false, 'nor of what it says');
      assert.equal(await noticeOf(view), '', 'there is nothing to say of it');
    };
    for (const secret of SECRETS) {
      await page.evaluate((secret) => {
        const { src, contentWindow } = document.querySelector('#one');
        contentWindow.location.replace(`${src.split('#')[0]}#?secret=${secret}`);
      }, secret);
      await embed.until('the frame has the secret in its address', (length) => location.hash.length >= length, '#?secret='.length + secret.length);
      await page.evaluate((secret) => {
        for (const one of [secret, '', undefined, null, [secret], { toString: secret }]) document.querySelector('#one').contentWindow.postMessage({ message: 'ready', secret: one }, '*');
      }, secret);
      await answered(page);
      await expectUnsaid(secret, embed);
      const told = (await saidBy(page, '#one')).map(({ data }) => data);
      assert.deepEqual(told.filter((data) => data.secret !== undefined || data.message !== undefined), [], `#?secret=${secret} is not repeated`);
    }
    await page.evaluate(() => {
      const { src, contentWindow } = document.querySelector('#one');
      contentWindow.location.replace(`${src.split('#')[0]}#?secret=aB3`);
    });
    await page.until('a secret that is one is answered', () => window.matrixHost.messages.some(({ data }) => data.message === 'height' && data.secret === 'aB3' && data.value > 0));
    await expectFitted(page, '#one');
    await expectNoHarm(world, embed);
    await expectUsable(embed);
    await expectHostUnaffected(page);
    const site = await opened(page, world, 'site', '', { hash: `#?secret=${encodeURI(SECRETS[0])}` });
    await expectUnsaid(SECRETS[0], site);
    await expectNoHarm(world, site);
    await expectUsable(site);
  },
};

/** A browser keeps fifty entries of a page. */
const STATES = 50;

/** Does one thing that leads to another view, in turn of some kinds. Runs in the page. */
function step(at) {
  const views = ['table', 'date', 'figures', 'map', 'timeline'];
  const click = (selector) => document.querySelector(selector).click();
  const kind = at % 10;
  if (kind < 5) click(`.views__tab[data-view="${views[kind]}"]`);
  else if (kind === 5) click('.tenure-bar');
  else if (kind === 6) click('.detail__close');
  else if (kind === 7) [...document.querySelectorAll('.chips .chip[aria-pressed=false]')].at(Math.floor(at / 10) % 2).click();
  else if (kind === 8) click('.views__tab[data-view="table"]');
  else click('.record-table th[data-sort="days"] button');
}

const backAndForth = {
  id: 'I07',
  title: 'back and forward through 50 states',
  quick: false,
  deadlineMs: 300_000,
  async run(t) {
    const world = await openInput(t);
    // A history of its own.
    const page = await t.page({});
    const view = await opened(page, world, 'site');
    const look = async () => [await page.evaluate(() => location.search), await sightAtRest(view)];
    const states = [await look()];
    for (let at = 0; states.length < STATES; at += 1) {
      await page.evaluate(step, at);
      const now = await look();
      if (now[0] !== states.at(-1)[0]) states.push(now);
    }
    const addresses = states.map(([address]) => address);
    assert.ok(new Set(addresses).size > STATES / 2, `${new Set(addresses).size} of ${STATES} addresses differ`);
    const expectAt = async (at, how) => {
      await page.until(`${how} leads to state ${at}`, (address) => location.search === address, addresses[at]);
      await expectSight(view, states[at][1], `${how}: state ${at} is shown as it was`);
      assert.equal(await noticeOf(view), '', 'an address of the page itself is understood');
    };
    const go = (by) => page.evaluate((by) => history.go(by), by);
    for (let at = STATES - 2; at >= 0; at -= 1) {
      await go(-1);
      await expectAt(at, 'back');
    }
    for (let at = 1; at < STATES; at += 1) {
      await go(1);
      await expectAt(at, 'forward');
    }
    let at = STATES - 1;
    for (const by of [-30, 20, -39, 49, -25]) {
      await go(by);
      at += by;
      await expectAt(at, `${by} at once`);
    }
    // A new state ends what was forward; another page and back restores it.
    await page.evaluate(() => document.querySelector('.views__tab:not([aria-current])').click());
    const [address, sight] = await look();
    await page.evaluate((address) => location.assign(address), world.site.url('/record/'));
    await page.until('another page is shown', () => location.pathname === '/record/' && document.readyState === 'complete');
    await page.evaluate(() => history.back());
    await page.until('back leads to the view', (address) => location.search === address && document.querySelector('#app')?.dataset.ready === 'true', address);
    await expectSight(page, sight, 'the view is shown as it was');
    await expectNoHarm(world, page);
    await expectNoLine(page);
    await expectUsable(page);
    // An embed leaves the history of the page around it alone.
    const host = await t.page();
    const embed = await opened(host, world, 'embed');
    const before = await host.evaluate(() => history.length);
    const embedAddress = await embed.evaluate(() => location.href);
    for (let at = 0; at < STATES; at += 1) await embed.evaluate(step, at);
    assert.deepEqual([await host.evaluate(() => history.length), await embed.evaluate(() => location.href)], [before, embedAddress], 'an embed adds nothing to the history');
    await show(embed, 'table');
    await expectHostUnaffected(host);
    await expectUsable(embed);
  },
};

export default [hostile, random, tooLong, twice, prototypes, secrets, backAndForth];
