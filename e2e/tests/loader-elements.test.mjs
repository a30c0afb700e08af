// The frames that the loader makes: of what is on the page, of what is added later, and gone with what is removed.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { SITE, packaged, until } from '../harness/browser.mjs';
import { MARKED, PUPPET, frameIn, openMade, send, serveMade } from '../harness/made.mjs';

const loader = fs.readFileSync(path.join(SITE, 'embed/v1.js'));
const guests = await serveMade({ '/embed/': PUPPET, '/assets/embed-v1-0123456789abcdef.js': loader });
const pages = {};
const hosts = await serveMade(pages);
const FOLDER = `${guests.origin}/embed/`;
const LOADER = `<script async src="${FOLDER}v1.js"></script>`;

async function host(elements, { scripts = LOADER, headers = {}, first = [] } = {}) {
  pages['/host/'] = { body: `<!doctype html><title>Host</title><body>${MARKED}${elements}${scripts}</body>`, headers };
  const opened = await openMade(`${hosts.origin}/host/`, ...first);
  if (scripts) await until(opened.page, 'the loader has run', () => document.readyState === 'complete');
  return opened;
}

const attributes = (page, selector) =>
  page.$eval(selector, (element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])));
const addresses = (page) => page.$$eval('iframe', (frames) => frames.map((frame) => frame.getAttribute('src')));
const received = (guest) => guest.evaluate(() => window.received.filter((message) => !message.mark));
const ready = (page, guest) => send(page, guest, (own) => [own({ type: 'ready', dataset: '2026-09-18', app: '1.4.2' })]);
/** What the console says, but for a permission that not every engine has. */
const unexpected = (said) => said.filter((line) => line !== "warn: Unrecognized feature: 'web-share'.");
const LINK = '<a href="https://timeline.example/">The timeline as a page</a>';

test('an element becomes the frame of the snippet', async () => {
  const { page, said } = await host(`<div data-timeline-embed data-view="table" data-title="Who leads it">${LINK}</div>`);
  assert.deepEqual(await attributes(page, 'iframe'), {
    src: `${FOLDER}?v=1&view=table`,
    title: 'Who leads it',
    width: '100%',
    height: '720',
    loading: 'lazy',
    referrerpolicy: 'strict-origin-when-cross-origin',
    style: 'border: 0px; width: 100%; min-width: 280px;',
    sandbox: 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads',
    allow: 'fullscreen; clipboard-write; web-share',
  });
  const holds = () => page.$eval('[data-timeline-embed]', (element) => [...element.childNodes].map(({ nodeName }) => nodeName));
  assert.deepEqual(await holds(), ['IFRAME', 'A'], 'what the frame stands for stays until it is heard: it may be blocked');
  await send(page, await frameIn(page, 'iframe'), (own) => [own({ type: 'height', height: 444 })]);
  assert.deepEqual(await holds(), ['IFRAME']);
  assert.deepEqual(unexpected(said), []);
  await page.close();
});

test('the parameters of the contract go into the address, and nothing else does', async () => {
  const values = {
    view: 'chart', chart: 'tenure-lengths', office: 'ice-director,ice-ero', group: 'head-office', person: 'a,b', from: '2025-01-01', to: '2025-12-31',
    on: '2019-07-06', capacity: 'acting', kind: 'appointed', standing: 'reported', sort: 'days', q: 'O\'Neil & "sons"', theme: 'dark', chrome: 'minimal',
    lang: 'es', height: 'fixed', id: 't1',
  };
  const others = { src: 'https://other.example/', v: '2', css: 'x', onload: 'alert(1)', style: 'position:fixed', sandbox: '', allow: 'camera', childId: 'x' };
  const element = (tag, prefix) => {
    const pairs = Object.entries({ ...values, ...others }).filter(([key]) => prefix || !['onload', 'style', 'src'].includes(key));
    return `<${tag} ${pairs.map(([key, value]) => `${prefix}${key}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`).join(' ')}></${tag.split(' ')[0]}>`;
  };
  const { page } = await host(element('div data-timeline-embed', 'data-') + element('leadership-timeline', ''));
  const found = await addresses(page);
  assert.equal(found.length, 2);
  for (const address of found) {
    const [before, query] = address.split('?');
    assert.equal(before, FOLDER);
    assert.deepEqual(Object.fromEntries(new URLSearchParams(query)), { v: '1', ...values });
  }
  for (const selector of ['div > iframe', 'leadership-timeline > iframe']) {
    const { allow, sandbox, style, ...rest } = await attributes(page, selector);
    assert.equal(allow, 'fullscreen; clipboard-write; web-share');
    assert.match(sandbox, /^allow-scripts /);
    assert.equal(style, 'border: 0px; width: 100%; min-width: 280px;');
    assert.deepEqual(Object.keys(rest).filter((name) => !['src', 'title', 'width', 'height', 'loading', 'referrerpolicy', 'slot'].includes(name)), []);
  }
  await page.close();
});

test('values that markup of others may hold get no further than their own place', async () => {
  const { page } = await host(`<div data-timeline-embed data-id="a b&quot;" data-height="99999" data-width="9px;position:fixed" data-title="&quot;><b>x</b>"></div>`);
  const { src, title, height, style } = await attributes(page, 'iframe');
  assert.deepEqual([src, title, height, style], [`${FOLDER}?v=1&height=99999`, '"><b>x</b>', '720', 'border: 0px; width: 100%; min-width: 280px;']);
  assert.equal(await page.$('b'), null);
  await page.close();
});

test('a title is never missing; width and height may be given', async () => {
  const { page } = await host(`
    <div data-timeline-embed data-width="600" data-height="480"> ${LINK} </div>
    <div data-timeline-embed data-width="80%"></div>
    <leadership-timeline title="Given" width="30em">${LINK}</leadership-timeline>`);
  const found = await page.$$eval('iframe', (frames) => frames.map((frame) => [frame.title, frame.style.width, frame.height, frame.src.split('?')[1]]));
  assert.deepEqual(found, [
    ['The timeline as a page', '600px', '480', 'v=1&height=fixed'],
    [packaged().title, '80%', '720', 'v=1'],
    ['Given', '30em', '720', 'v=1'],
  ]);
  await page.close();
});

test('what is added later becomes a frame too, and is heard', async () => {
  const { page } = await host('<main></main>');
  await page.evaluate((folder) => {
    const main = document.querySelector('main');
    const article = document.createElement('article');
    const marked = document.createElement('div');
    marked.dataset.timelineEmbed = '';
    marked.dataset.view = 'map';
    article.append('Text', marked);
    main.append(article, document.createElement('leadership-timeline'));
    main.append(Object.assign(document.createElement('div'), { id: 'late' }));
    const frame = document.createElement('iframe');
    frame.id = 'plain';
    frame.src = `${folder}?v=1`;
    main.append(frame);
  }, FOLDER);
  await page.$eval('#late', (late) => Object.assign(late.dataset, { view: 'table', timelineEmbed: '' }));
  await until(page, 'four frames', () => document.querySelectorAll('iframe').length === 4);
  assert.deepEqual(await addresses(page), [`${FOLDER}?v=1&view=map`, `${FOLDER}?v=1`, `${FOLDER}?v=1&view=table`, `${FOLDER}?v=1`]);
  for (const selector of ['article iframe', 'leadership-timeline iframe', '#plain']) {
    const guest = await frameIn(page, selector);
    await send(page, guest, (own) => [own({ type: 'height', height: 444 }), own({ type: 'ready', dataset: '1', app: '1' })]);
    assert.equal(await page.$eval(selector, (frame) => frame.style.height), '444px', selector);
    await until(guest, `${selector} is greeted`, () => window.received.some(({ type }) => type === 'hello'));
  }
  await page.close();
});

test('a loader that runs twice makes no second frame', async () => {
  const { page } = await host('<div data-timeline-embed></div><leadership-timeline></leadership-timeline>', { scripts: LOADER + LOADER });
  await page.addScriptTag({ url: `${FOLDER}v1.js` });
  await page.evaluate(() => {
    for (const element of [...document.querySelectorAll('div, leadership-timeline')]) document.body.append(element.cloneNode(true), element);
  });
  await until(page, 'the copies have their frames', () => document.querySelectorAll('iframe').length === 4);
  assert.deepEqual(await page.$$eval('div, leadership-timeline', (elements) => elements.map((element) => element.querySelectorAll('iframe').length)), [1, 1, 1, 1]);
  await page.close();
});

test('an element that holds its frame already keeps it', async () => {
  const { page } = await host(`<div data-timeline-embed><iframe id="kept" src="${FOLDER}?v=1" title="Kept"></iframe></div>`);
  await page.evaluate(() => document.body.append(document.querySelector('div')));
  await page.evaluate(() => Object.assign(document.querySelector('div'), { id: 'moved' }).toggleAttribute('data-timeline-embed'));
  await page.evaluate(() => document.querySelector('div').toggleAttribute('data-timeline-embed'));
  assert.deepEqual(await page.$$eval('#moved > *', (children) => children.map(({ id }) => id)), ['kept']);
  await page.close();
});

test('an element is filled when all that it holds is there', async () => {
  const { page } = await host(`<div data-timeline-embed><script src="${FOLDER}v1.js"></script>${LINK}</div>`, { scripts: '' });
  await page.waitForSelector('div iframe');
  assert.deepEqual(await page.$$eval('div > *', (children) => children.map(({ localName, title }) => [localName, title])), [
    ['iframe', 'The timeline as a page'], ['script', ''], ['a', ''],
  ]);
  await page.close();
});

test('the element shows its frame instead of what it holds for readers without scripts', async () => {
  const { page } = await host(`<leadership-timeline view="table">${LINK}</leadership-timeline>`, { scripts: `<script src="${FOLDER}v1.js"></script>` });
  assert.deepEqual(await page.$$eval('leadership-timeline > *', (children) => children.map((child) => [child.localName, child.checkVisibility()])), [['a', false], ['iframe', true]]);
  await page.close();
});

test('attributes of a running element become one message, those of one that loads a new frame', async () => {
  const { page } = await host('<leadership-timeline view="table" theme="light"></leadership-timeline>');
  const change = (values) => page.$eval('leadership-timeline', (element, values) => {
    for (const [name, value] of Object.entries(values)) {
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
  }, values);
  await frameIn(page, 'leadership-timeline iframe');
  await change({ view: 'map' });
  assert.deepEqual(await addresses(page), [`${FOLDER}?v=1&view=map&theme=light`]);
  const guest = await frameIn(page, 'leadership-timeline iframe');
  await ready(page, guest);
  await change({ view: 'map' });
  await change({ from: '2025-01-01', to: '2025-12-31', theme: null, title: 'Other' });
  await until(guest, 'a message', () => window.received.some(({ type }) => type === 'set'));
  assert.deepEqual((await received(guest)).filter(({ type }) => type === 'set'), [
    { ns: 'leadership-timeline', v: 1, type: 'set', from: '2025-01-01', to: '2025-12-31', theme: '' },
  ]);
  assert.equal(await page.$eval('iframe', (frame) => frame.title), 'Other');
  await change({ lang: 'es' });
  assert.deepEqual(await addresses(page), [`${FOLDER}?v=1&view=map&from=2025-01-01&to=2025-12-31&lang=es`]);
  await page.close();
});

const sets = async (guest) => (await received(guest)).filter(({ type }) => type === 'set').map(({ ns, v, type, ...settings }) => settings);

test('an element whose frame is loaded again tells it what it shows now', async () => {
  const { page } = await host('<leadership-timeline view="table" theme="light"></leadership-timeline>');
  const change = (name, value) => page.$eval('leadership-timeline', (element, name, value) => element.setAttribute(name, value), name, value);
  const guest = await frameIn(page, 'leadership-timeline iframe');
  await ready(page, guest);
  await change('view', 'map');
  await until(guest, 'a message', () => window.received.some(({ type }) => type === 'set'));
  assert.deepEqual(await sets(guest), [{ view: 'map' }]);
  await page.$eval('iframe', (frame) => { frame.id = 'same'; });
  await guest.evaluate(() => { window.isOld = true; location.reload(); });
  await until(guest, 'the frame is loaded again', () => !window.isOld && document.readyState === 'complete');
  await ready(page, guest);
  await until(guest, 'a message', () => window.received.some(({ type }) => type === 'set'));
  const others = ['chart', 'office', 'group', 'person', 'from', 'to', 'on', 'capacity', 'kind', 'standing', 'sort', 'q', 'chrome'];
  assert.deepEqual(await sets(guest), [{ view: 'map', theme: 'light', ...Object.fromEntries(others.map((key) => [key, ''])) }]);
  assert.equal(await page.$eval('iframe', (frame) => frame.id), 'same');
  await page.close();
});

test('an element whose frame has broken gets a new one with its next attribute', async () => {
  const { page } = await host('<leadership-timeline view="table"></leadership-timeline>');
  const guest = await frameIn(page, 'leadership-timeline iframe');
  const change = (view) => page.$eval('leadership-timeline', (element, view) => element.setAttribute('view', view), view);
  const fails = (code) => send(page, guest, `(own) => [own({ type: 'error', code: '${code}' })]`);
  await ready(page, guest);
  await fails('timeout');
  await change('map');
  await until(guest, 'a message', () => window.received.some(({ type }) => type === 'set'));
  assert.deepEqual(await addresses(page), [`${FOLDER}?v=1&view=table`], 'a frame that is late is not a broken one');
  await fails('panic');
  await change('figures');
  assert.deepEqual(await addresses(page), [`${FOLDER}?v=1&view=figures`]);
  await page.close();
});

test('in a shadow root, and moved, an element is heard', async () => {
  const { page } = await host('<section></section><main></main>');
  await page.evaluate(() => {
    const root = document.querySelector('section').attachShadow({ mode: 'open' });
    window.element = document.createElement('leadership-timeline');
    root.append(window.element);
  });
  const heightIn = () => page.evaluate(() => window.element.querySelector('iframe').style.height);
  await send(page, await frameIn(page, 'section >>> iframe'), (own) => [own({ type: 'height', height: 321 })]);
  assert.equal(await heightIn(), '321px');
  await page.evaluate(() => document.querySelector('main').append(window.element));
  await send(page, await frameIn(page, 'main iframe'), (own) => [own({ type: 'height', height: 432 })]);
  assert.equal(await heightIn(), '432px');
  await page.close();
});

/** Run in a page first: counts the listeners that are there. */
function countListeners() {
  window.listeners = 0;
  for (const [name, by] of [['addEventListener', 1], ['removeEventListener', -1]]) {
    const original = EventTarget.prototype[name];
    EventTarget.prototype[name] = function (...given) {
      window.listeners += by;
      return original.apply(this, given);
    };
  }
}

test('added and removed a hundred times, nothing is left', async () => {
  const { page, said } = await host('<main></main>', { first: [countListeners] });
  const before = await page.evaluate(() => window.listeners);
  assert.ok(before > 0);
  for (let round = 0; round < 10; round += 1) {
    await page.evaluate(async (folder) => {
      for (let time = 0; time < 10; time += 1) {
        const main = document.querySelector('main');
        const marked = document.createElement('div');
        marked.dataset.timelineEmbed = '';
        const frame = document.createElement('iframe');
        frame.src = `${folder}?v=1`;
        const element = document.createElement('leadership-timeline');
        main.append(marked, element, frame);
        await null;
        if (main.querySelectorAll('iframe').length !== 3) throw new Error('not three frames');
        element.setAttribute('view', 'map');
        main.replaceChildren();
        element.setAttribute('view', 'table');
        if (element.firstChild) throw new Error('a frame is left in an element that was removed');
      }
    }, FOLDER);
  }
  assert.equal(await page.evaluate(() => window.listeners), before);
  const prototype = await page.evaluateHandle(() => HTMLIFrameElement.prototype);
  const alive = await page.queryObjects(prototype);
  assert.equal(await alive.evaluate((frames) => frames.length), 0);
  assert.deepEqual(unexpected(said), []);
  await page.close();
});

test('a page with a strict policy of its own is enough', async () => {
  const policy = `default-src 'none'; img-src 'self'; script-src ${guests.origin} 'unsafe-inline'; frame-src ${guests.origin}; require-trusted-types-for 'script'`;
  const { page, said } = await host('<div data-timeline-embed></div><leadership-timeline></leadership-timeline>', { headers: { 'content-security-policy': policy } });
  assert.deepEqual(await page.$$eval('iframe', (frames) => frames.map((frame) => frame.style.cssText)), Array(2).fill('border: 0px; width: 100%; min-width: 280px;'));
  assert.deepEqual(unexpected(said), []);
  await page.close();
});

test('the copy with a name that never changes its content does the same', async () => {
  const { page } = await host('<div data-timeline-embed></div>', { scripts: `<script src="${guests.origin}/assets/embed-v1-0123456789abcdef.js"></script>` });
  assert.deepEqual(await addresses(page), [`${FOLDER}?v=1`]);
  await page.close();
});

for (const how of ['async', '']) {
  test(`elements that bear the names of what a page has are no hindrance to a script${how && ' that comes later'}`, async () => {
    const names = ['createElement', 'documentElement', 'querySelector', 'querySelectorAll', 'getElementsByTagName', 'body', 'head', 'currentScript'];
    pages['/hostile/'] = `<!doctype html><title>Host</title><body>
      ${names.map((name) => `<img name="${name}" alt="">`).join('')}<form name="readyState"></form><form name="addEventListener"></form>
      <div data-timeline-embed data-view="table"></div><leadership-timeline view="map"></leadership-timeline>
      <script ${how} src="${FOLDER}v1.js"></script><div data-timeline-embed data-view="date"></div>
      <form><input name="nodeType"><input name="matches"><input name="querySelectorAll"><div data-timeline-embed data-view="figures"></div></form></body>`;
    const { page, said } = await openMade(`${hosts.origin}/hostile/`);
    const expected = ['table', 'map', 'date', 'figures'];
    // Asked past the elements that bear the names of properties.
    const filled = async (count) => {
      await until(page, `${count} frames`, (count) => Document.prototype.querySelectorAll.call(document, 'iframe').length === count, count);
      return page.evaluate(() => [...Document.prototype.querySelectorAll.call(document, 'iframe')].map(({ src }) => src.split('view=')[1]));
    };
    assert.deepEqual(await filled(4), expected);
    await page.evaluate(() => {
      const [form] = Document.prototype.querySelectorAll.call(document, 'form:last-of-type');
      const copy = form.cloneNode(true);
      for (const marked of Element.prototype.querySelectorAll.call(copy, 'div')) marked.replaceChildren();
      Element.prototype.after.call(form, copy);
    });
    assert.deepEqual(await filled(5), [...expected, 'figures'], 'added later');
    assert.deepEqual(said.filter((line) => line.startsWith('pageerror')), []);
    await page.close();
  });
}

test('half of a character in a value keeps no element from its frame', async () => {
  const { page, said } = await host(`<script>
    const add = (name, values) => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(values)) element.setAttribute(key, value);
      document.body.append(element);
    };
    add('div', { 'data-timeline-embed': '', 'data-q': 'a\\ud800', 'data-view': 'table' });
    add('leadership-timeline', { q: '\\udc00', view: 'map' });
    add('div', { 'data-timeline-embed': '', 'data-view': 'date' });
  </script>`);
  await until(page, 'the last has its frame', () => document.querySelector('[data-view="date"] > iframe'));
  assert.deepEqual(await addresses(page), [`${FOLDER}?v=1&view=table&q=a%EF%BF%BD`, `${FOLDER}?v=1&view=map&q=%EF%BF%BD`, `${FOLDER}?v=1&view=date`]);
  assert.deepEqual(unexpected(said), []);
  await page.close();
});

test('where there is nothing to do nothing is done', async () => {
  const { page, said } = await host('<p>Text</p>', { scripts: `${LOADER}<script type="module" src="${FOLDER}v1.js"></script>` });
  assert.equal(await page.$eval('body', (body) => body.children.length), 4);
  assert.deepEqual(unexpected(said), []);
  await page.close();
});
