// I08 to I10: what frames and pages tell each other. Too much, from others, or of another version.
import assert from 'node:assert/strict';
import { NS, expectFitted, saidBy } from '../embedded.mjs';
import { until } from '../engines/scope.mjs';
import { expectHostUnaffected, expectNoLine, expectReadable } from '../expect.mjs';
import { frame, hostPage, messages } from '../host-page.mjs';
import { expectNoHarm, expectSight, hostileTexts, noticeOf, openInput, opened, showQuery, sightAtRest, textOf } from '../input.mjs';
import { expectUsable, show, started } from '../steps.mjs';

const SCRIPTED = 'sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"';

/** A page in a frame that says whatever a case has it say. `heard` are the messages that it was sent. */
const PUPPET = `<!doctype html><meta charset="utf-8"><title>A frame</title><p>A frame.</p><script>
window.heard = [];
addEventListener('message', ({ data }) => heard.push(data));
</script>`;

/** Keeps every height that a frame of a host page is given, with its moment. Runs in the host page. */
function keepHeights(selectors) {
  window.matrixHeights = {};
  for (const selector of selectors) {
    const frame = document.querySelector(selector);
    const list = [];
    window.matrixHeights[selector] = list;
    let before = frame.getAttribute('style');
    new MutationObserver((changes) => {
      for (const { attributeName } of changes) {
        const now = frame.getAttribute('style');
        if (attributeName !== 'style') list.push({ other: attributeName });
        else if (now !== before) list.push({ height: frame.style.height, at: performance.now() });
        before = now;
      }
    }).observe(frame, { attributes: true });
  }
}

const heightsOf = (page, selector) => page.evaluate((selector) => window.matrixHeights[selector].map(({ height, other }) => other ?? height), selector);

let marks = 0;

/** Says things to the page around, then a mark; waits until the host has had it, and so all before it. */
async function say(host, puppet, things) {
  marks += 1;
  await puppet.evaluate((things, mark) => {
    for (const thing of JSON.parse(things)) parent.postMessage(thing, '*');
    parent.postMessage({ mark }, '*');
  }, JSON.stringify(things), marks);
  await heard(host, marks);
}
const heard = (host, mark) => host.until('the host page has heard all', (mark) => window.matrixHost.messages.some(({ data }) => data?.mark === mark), mark);

const own = (fields) => ({ ns: NS, v: 1, ...fields });

/** What has not the form of a message, or not its values. */
const malformed = (texts) => [
  null, 0, true, '', 'height', [], {}, 'pymxPYMxonexPYMxnavigateToxPYMx/elsewhere', JSON.stringify(own({ type: 'set', view: 'map' })),
  { type: 'set', view: 'map' }, own({ type: 'set', v: 2, view: 'map' }), own({ type: 'set', v: '1', view: 'map' }), { ...own({ type: 'set', view: 'map' }), ns: 'other' },
  own({ type: 'set', id: 'other', view: 'map' }), own({ type: 'SET', view: 'map' }), own({ type: ['set'], view: 'map' }), own({ type: '__proto__' }), own({ type: 'constructor' }),
  own({}), own({ type: 'set', view: ['map'] }), own({ type: 'set', view: { toString: 'map' } }), own({ type: 'set', theme: 1, chrome: null }),
  own({ type: 'navigate', url: '/' }), own({ type: 'state', query: 'view=map' }), { message: 'ready', secret: 'x' }, { message: 'link', value: '/' },
  ...texts.map((text) => own({ type: text, view: 'map' })), ...texts.map((text) => ({ ns: text, v: 1, type: 'set', view: 'map' })),
];

/** How far apart the loader sets a height, and how many times a frame may grow without end. */
const PAUSE_MS = 50;
const GROWTHS = 10;

/** A host page with two puppets in frames that seem to be embeds. */
async function openPuppets(t, { head = '' } = {}) {
  const world = await t.world();
  world.site.page('/embed/', PUPPET);
  world.host.page('/', hostPage({
    embeds: [frame(world.site.url('/embed/?v=1&id=t1'), { height: 600 }), frame(world.site.url('/embed/?v=1&id=t2'), { id: 'two', height: 600 })],
    script: world.site.url('/embed/v1.js'),
    head,
  }));
  const page = await t.page();
  await page.goto(world.host.url(), { waitUntil: 'load' });
  await page.until('the loader runs', () => customElements.get('leadership-timeline') !== undefined);
  const puppets = [page.frame('#one'), page.frame('#two')];
  for (const puppet of puppets) await puppet.until('the frame listens', () => window.heard !== undefined);
  await page.evaluate(keepHeights, ['#one', '#two']);
  return { world, page, puppets };
}

/** A host page asks for a thousand settings and says a thousand things that are none. */
async function flood(t) {
  const world = await openInput(t);
  const page = await t.page();
  const embed = await opened(page, world, 'embed', 'v=1&id=t1');
  const texts = hostileTexts('zqx7', world.elsewhere).map(textOf);
  await page.evaluate((own, malformed) => {
    const bad = JSON.parse(malformed);
    const { contentWindow } = document.querySelector('#one');
    const views = ['table', 'map', 'date', 'figures', 'timeline'];
    for (let at = 0; at < 1000; at += 1) {
      contentWindow.postMessage({ ...own, ...(at % 3 ? { type: 'set', view: views[at % 5], q: `flood ${at}`, theme: at % 2 ? 'dark' : 'light' } : { type: 'hello' }) }, '*');
      contentWindow.postMessage(bad[at % bad.length], '*');
    }
    contentWindow.postMessage({ ...own, type: 'set', view: 'table', q: 'lyons', theme: 'contrast', from: '2025-01-01', to: '2026-01-01' }, '*');
  }, own({ id: 't1' }), JSON.stringify(malformed(texts)));
  // What is searched for is not told.
  await page.until('the last setting is told', () => window.matrixHost.messages
    .filter(({ data }) => data?.type === 'state').at(-1)?.data.query === 'v=1&view=table&from=2025-01-01&to=2026-01-01');
  assert.deepEqual(await embed.evaluate(() => [document.querySelector('.views__tab[aria-current]').dataset.view, document.querySelector('#search').value, document.documentElement.dataset.theme]),
    ['table', 'lyons', 'contrast'], 'the last setting holds');
  const told = (await messages(page)).map(({ type }) => type);
  t.note(`2,000 messages to an embed: it tells ${told.filter((type) => type === 'height').length} heights and ${told.filter((type) => type === 'state').length} states`);
  assert.ok(told.length < 1000, `the frame says ${told.length} things of 2,000`);
  assert.equal(await noticeOf(embed), '', 'all that was set is understood');
  await expectNoHarm(world, embed);
  await page.evaluate((own) => document.querySelector('#one').contentWindow.postMessage({ ...own, type: 'set', view: '', q: '', theme: '', from: '', to: '' }, '*'), own({ id: 't1' }));
  await page.until('it is set back', () => window.matrixHost.messages.filter(({ data }) => data?.type === 'state').at(-1)?.data.query === 'v=1');
  await expectFitted(page, '#one');
  await expectReadable(embed, t.names);
  await expectUsable(embed);
  await expectNoLine(embed);
  await expectHostUnaffected(page);
}

/** A frame says a thousand heights at once, and things that are none. */
async function storm(t) {
  const { page, puppets: [puppet] } = await openPuppets(t);
  const texts = hostileTexts('zqx7', 'http://elsewhere.example/').map(textOf);
  await puppet.evaluate((own, texts) => {
    for (let at = 0; at < 1000; at += 1) {
      parent.postMessage({ ...own, type: 'height', height: 700 + ((at * 37) % 400) }, '*');
      for (const height of [NaN, Infinity, -Infinity, '900', null, [900], { valueOf: 900 }, true, 900n, new Date(900), texts[at % texts.length]]) parent.postMessage({ ...own, type: 'height', height }, '*');
    }
    parent.postMessage({ ...own, type: 'height', height: 654.3 }, '*');
  }, own({ id: 't1' }), texts);
  await page.until('the last height is set', () => document.querySelector('#one').style.height === '655px');
  const changes = await page.evaluate(() => window.matrixHeights['#one']);
  const span = changes.at(-1).at - changes[0].at;
  assert.deepEqual(changes.filter(({ other }) => other), [], 'nothing of the frame but its style changes');
  assert.ok(changes.every(({ height }) => /^\d+px$/.test(height) && Number.parseInt(height, 10) <= 1100), `heights that were asked for: ${changes.map(({ height }) => height)}`);
  assert.ok(changes.length <= span / PAUSE_MS + 2, `${changes.length} changes in ${span} ms are at most twenty a second`);
  t.note(`12,000 messages of a frame: its height changes ${changes.length} times`);
  assert.deepEqual(await heightsOf(page, '#two'), [], 'another frame keeps its height');
  await expectHostUnaffected(page);
}

/** Heights one after another: what each makes of a frame. */
async function bounds(t) {
  const { page, puppets: [puppet, other] } = await openPuppets(t);
  const become = (height) => page.until(`the frame is ${height}`, (height) => document.querySelector('#one').style.height === height, height);
  const wanted = [];
  for (const [height, given] of [[300, '300px'], [-1e9, '120px'], [12_000.5, '12000px'], [121, '121px'], [1e9, '12000px'], [1e-9, '120px'], [500, '500px']]) {
    await say(page, puppet, [own({ type: 'height', height })]);
    await become(given);
    wanted.push(given);
  }
  const none = [
    own({ type: 'height', height: 501.4 - 1 }), own({ type: 'height', height: 501 }), own({ type: 'height', height: 499 }),
    ...['900', null, [900], { valueOf: 900 }, true, '<b>900</b>', '900px', ''].map((height) => own({ type: 'height', height })),
    own({ type: 'height' }), own({ type: 'Height', height: 900 }), own({ type: ['height'], height: 900 }), { ...own({ type: 'height', height: 900 }), ns: 'other' }, { type: 'height', height: 900 },
    [own({ type: 'height', height: 900 })], JSON.stringify(own({ type: 'height', height: 900 })), own({ type: 'style', style: 'height:900px' }), own({ type: 'src', src: '/' }),
    { sentinel: 'amp', type: 'embed-size', height: 900 }, { 'datawrapper-height': { t1: 900 } }, 'pymxPYMxt1xPYMxheightxPYMx900', { message: 'height', value: 900, secret: '' },
  ];
  await say(page, puppet, none);
  await puppet.evaluate((own) => {
    for (const height of [NaN, Infinity, -Infinity, 900n, new Date(900), new Map([[0, 900]])]) parent.postMessage({ ...own, type: 'height', height }, '*');
    // What inherits is not its own; what gets itself is copied as what it gives, like anything else that it says.
    parent.postMessage(Object.create({ ...own, type: 'height', height: 900 }), '*');
    for (const text of ['{"__proto__":{"ns":"leadership-timeline","v":1,"type":"height","height":900}}', '{"ns":"leadership-timeline","v":1,"type":"height","__proto__":{"height":900}}']) parent.postMessage(JSON.parse(text), '*');
  }, own({}));
  await puppet.evaluate((own) => {
    parent.postMessage({ ...own, type: 'height', get height() { return 640; }, id: 't2', style: 'position:fixed', src: 'https://elsewhere.example/', width: 1, onload: '1', srcdoc: '<p>' }, '*');
  }, own({}));
  await become('640px');
  wanted.push('640px');
  assert.deepEqual(await heightsOf(page, '#one'), wanted, 'nothing else has changed the frame');
  assert.deepEqual(await heightsOf(page, '#two'), [], 'what a frame says of another one is its own');
  await say(page, other, [own({ type: 'height', id: 't1', height: 333 })]);
  await page.until('the other frame has its height', () => document.querySelector('#two').style.height === '333px');
  assert.deepEqual([await heightsOf(page, '#one'), await heightsOf(page, '#two')], [wanted, ['333px']], 'each frame has the height that it asks for');
  await expectHostUnaffected(page);
}

/** The clock of the page stands still: however slow the machine, all happens in one moment. Runs in the host page. */
function stopClock() {
  performance.now = () => 1000;
}

/** A frame that asks for more whenever it has got what it asked for. */
async function runaway(t) {
  const { page, puppets: [puppet] } = await openPuppets(t, { head: `<script>(${stopClock})();</script>` });
  await puppet.evaluate((own) => {
    window.asked = 0;
    window.grow = () => {
      window.asked += 1;
      parent.postMessage({ ...own, type: 'height', height: innerHeight + 10 }, '*');
    };
    addEventListener('resize', window.grow);
    window.grow();
  }, own({ id: 't1' }));
  await puppet.until('it has asked once more than it may', (most) => window.asked > most, GROWTHS);
  await say(page, puppet, [own({ type: 'height', height: 11_000 }), own({ type: 'height', height: 9000 })]);
  // A smaller height is one that the frame may have: it ends the growing, and shows that all before it has been dealt with.
  await puppet.evaluate(() => removeEventListener('resize', window.grow));
  await say(page, puppet, [own({ type: 'height', height: 400 })]);
  await page.until('a smaller height is set', () => document.querySelector('#one').style.height === '400px');
  const heights = await heightsOf(page, '#one');
  assert.deepEqual(heights, [...Array.from({ length: GROWTHS }, (_, at) => `${600 + 10 * (at + 1)}px`), '400px'], 'it grows ten times and no more');
  await say(page, puppet, [own({ type: 'height', height: 450 })]);
  await page.until('then it may grow', () => document.querySelector('#one').style.height === '450px');
  await expectHostUnaffected(page);
}

const thousand = {
  id: 'I08',
  title: '1,000 messages a second, to the frame and from it',
  quick: true,
  deadlineMs: 180_000,
  async run(t) {
    await flood(t);
    await storm(t);
    await bounds(t);
    await runaway(t);
  },
};

/** Keeps all that a page is sent, and says whether it may be spoken for: `matrixHeard`. */
function keepHeard() {
  window.matrixHeard = [];
  addEventListener('message', ({ data }) => window.matrixHeard.push(data));
  // A page that is opened by another one and has no frame around it tells the server what it hears.
  if (window.top === window && window.opener) {
    addEventListener('message', ({ data }) => {
      const { theme } = document.documentElement.dataset;
      const { view } = document.querySelector('.views__tab[aria-current]').dataset;
      if (data.rogue) setTimeout(() => fetch(`/matrix-opened?${data.rogue},${theme},${view}`));
    });
  }
}

/** What a rogue says to an embed, and to the page around one; each bears the name of who says it. */
const toEmbed = (rogue) => [
  own({ type: 'hello', rogue }), own({ type: 'hello', id: 't1', rogue }), own({ type: 'set', id: 't1', theme: 'dark', chrome: 'minimal', view: 'table', q: 'rogue', rogue }),
  { message: 'ready', secret: 'aB3', rogue }, own({ type: 'end', rogue }),
];
const toHost = (rogue) => [
  own({ type: 'height', id: 't1', height: 432, rogue }), own({ type: 'ready', id: 't1', dataset: 'rogue', app: 'rogue', rogue }), own({ type: 'state', id: 't1', query: 'q=rogue', rogue }),
  own({ type: 'error', id: 't1', code: 'panic', rogue }), own({ type: 'end', rogue }),
];

/** Whoever stands in this document says it all to one of these windows. `whose` is the way to the window. Runs in the page. */
function speak(whose, things) {
  const way = { parent: () => parent, top: () => top, self: () => window, embed: () => top.frames[0], opener: () => opener, nested: () => frames[0] };
  for (const thing of things) way[whose]().postMessage(thing, '*');
}

/** Everything that a rogue says has arrived. */
const arrived = (view, rogue, keep) => view.until(`what ${rogue} says arrives`, (rogue, keep) => (keep === 'host' ? window.matrixHost.messages.map(({ data }) => data) : window.matrixHeard)
  .some((data) => data?.rogue === rogue && data.type === 'end'), rogue, keep);

const rogues = {
  id: 'I09',
  title: 'messages from a rogue frame, a nested one, a sibling, an opened page',
  quick: false,
  deadlineMs: 180_000,
  async run(t) {
    const world = await openInput(t);
    world.site.inject(keepHeard);
    world.site.page('/rogue.html', PUPPET);
    world.site.page('/embedded/', PUPPET);
    world.site.page('/matrix-opened', '');
    const stranger = await world.another();
    stranger.page('/embed/', PUPPET);
    stranger.page('/opened/', `<!doctype html><title>Opened</title><script>
      const speak = ${speak};
      for (const one of ${JSON.stringify(toHost('opened'))}) opener.postMessage(one, '*');
      for (const one of ${JSON.stringify(toEmbed('opened'))}) opener.frames[0].postMessage(one, '*');
    </script>`);
    // In a browser of its own: what is opened is closed with it.
    const page = await t.page({});
    const address = world.site.url('/embed/?v=1&id=t1#?secret=aB3');
    const links = `<a id="stranger" href="${stranger.url('/opened/')}" target="_blank" rel="opener">Another page</a> <a id="popup" href="${world.site.url('/embed/?v=1&id=popup')}" target="popup" rel="opener">The embed</a>`;
    // A click on a page that has been scrolled can miss, and is made again.
    const open = async (link, count) => {
      const before = count();
      await until(`${link} is opened`, async () => {
        await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
        await page.click(link);
        return until('a page is asked for', () => count() > before, 2000);
      });
    };
    const comeBack = () => until('the host page is in front again', async () => {
      await page.show();
      return page.evaluate(() => document.visibilityState === 'visible');
    });
    for (const hasLoader of [true, false]) {
      world.host.page('/', hostPage({
        embeds: [
          links,
          frame(address, { more: SCRIPTED }),
          frame(stranger.url('/embed/?v=1&id=t1'), { id: 'stranger-frame', height: 200 }),
          frame(world.site.url('/rogue.html'), { id: 'neighbour', height: 200 }),
          frame(world.site.url('/embedded/'), { id: 'namesake', height: 200 }),
        ],
        script: hasLoader ? world.site.url('/embed/v1.js') : null,
      }));
      await page.goto(world.host.url(), { waitUntil: 'load' });
      const embed = page.frame('#one');
      await started(embed);
      if (hasLoader) await expectFitted(page);
      const sight = await sightAtRest(embed);
      await page.evaluate(keepHeights, ['#one', '#stranger-frame', '#neighbour', '#namesake']);
      for (const selector of ['#stranger-frame', '#neighbour', '#namesake']) {
        const rogue = page.frame(selector);
        await rogue.until('the frame listens', () => window.heard !== undefined);
        await rogue.evaluate(speak, 'embed', toEmbed(selector));
        await rogue.evaluate(speak, 'parent', toHost(selector));
        await arrived(embed, selector, 'embed');
        await arrived(page, selector, 'host');
      }
      // A frame within the embed, and the embed to itself.
      await embed.evaluate(() => {
        const nested = document.createElement('iframe');
        nested.hidden = true;
        document.body.append(nested);
        nested.contentWindow.eval('0');
        window.matrixNested = (things, whose) => nested.contentWindow.eval(`for (const one of ${JSON.stringify(things)}) ${whose}.postMessage(one, '*')`);
      });
      await embed.evaluate((things, more) => {
        window.matrixNested(things, 'parent');
        window.matrixNested(more, 'top');
      }, toEmbed('nested'), toHost('nested'));
      await embed.evaluate(speak, 'self', toEmbed('self'));
      await page.evaluate(speak, 'self', toHost('self'));
      await open('#stranger', () => stranger.count('/opened/'));
      for (const rogue of ['nested', 'self', 'opened']) {
        await arrived(embed, rogue, 'embed');
        await arrived(page, rogue, 'host');
      }
      await comeBack();
      await expectSight(embed, sight, 'the frame is as it was');
      assert.deepEqual(await page.evaluate(() => Object.values(window.matrixHeights).flat()), [], 'no frame of the host page has changed');
      const told = await page.evaluate(() => window.matrixHost.events.filter(({ detail }) => JSON.stringify(detail).includes('rogue') || detail.code));
      assert.deepEqual(told, [], 'the host page is told nothing by them');
      const said = (await saidBy(page, '#one')).map(({ data }) => data);
      assert.equal(said.some((data) => data?.message === 'height'), true, 'the frame has told its secret to the page around it, as it loaded');
      if (!hasLoader) {
        // Nobody around it has greeted: what is looked at stays with the reader.
        await show(embed, 'map');
        await page.evaluate((own) => document.querySelector('#one').contentWindow.postMessage({ ...own, type: 'set', theme: 'light' }, '*'), own({}));
        await embed.until('the page around it may set it', () => document.documentElement.dataset.theme === 'light');
        assert.deepEqual((await messages(page, 'state')).filter(({ rogue }) => !rogue), [], 'nothing is told of the view to who has not greeted');
        await page.evaluate((own) => document.querySelector('#one').contentWindow.postMessage({ ...own, type: 'hello' }, '*'), own({}));
        await page.until('who greets is told', () => window.matrixHost.messages.some(({ data }) => data?.type === 'state' && data.query === 'v=1&view=map'));
      }
      await expectNoHarm(world, embed);
      await expectHostUnaffected(page);
    }
    // The embed as a page of its own listens to nobody, whoever has opened it.
    await open('#popup', () => world.site.requests.filter(({ path, query }) => path === '/embed/' && query.includes('popup')).length);
    await until('it hears who has opened it', async () => {
      await page.evaluate((things) => {
        const popup = window.open('', 'popup');
        for (const thing of things) popup.postMessage(thing, '*');
      }, toEmbed('opener'));
      return world.site.count('/matrix-opened') > 0;
    });
    await comeBack();
    const outcomes = world.site.requests.filter(({ path }) => path === '/matrix-opened').map(({ query }) => query);
    assert.deepEqual([...new Set(outcomes)], ['?opener,undefined,timeline'], 'nothing that its opener says is taken');
    await expectUsable(page.frame('#one'));
  },
};

const VERSIONS = ['2', '0', '-1', '1.0', '01', '%201', '', 'v1', '1,2', '%EF%BC%91'];

const wrongVersion = {
  id: 'I10',
  title: 'a version that there is not, in addresses and in messages',
  quick: true,
  async run(t) {
    const world = await openInput(t);
    const page = await t.page();
    const embed = await opened(page, world, 'embed', 'v=2&id=t1&view=table&theme=dark');
    assert.ok((await noticeOf(embed)).includes('v “2”'), 'another version is told');
    assert.deepEqual(await embed.evaluate(() => [document.querySelector('.views__tab[aria-current]').dataset.view, document.documentElement.dataset.theme]), ['table', 'dark'], 'the rest is read as version 1');
    const said = (await messages(page)).map(({ v }) => v);
    assert.deepEqual([...new Set(said)], [1], 'it speaks version 1');
    for (const version of VERSIONS) {
      await showQuery(embed, `v=${version}&view=map`);
      assert.ok((await noticeOf(embed)).includes('v “'), `v=${version} is told`);
      assert.equal(await embed.evaluate(() => document.querySelector('.views__tab[aria-current]').dataset.view), 'map', `v=${version}: the rest is read`);
    }
    await showQuery(embed, 'v=%31');
    assert.equal(await noticeOf(embed), '', 'version 1 is one, however it is written');
    const sight = await sightAtRest(embed);
    const states = (await messages(page, 'state')).length;
    await page.evaluate((ns) => {
      const { contentWindow } = document.querySelector('#one');
      for (const v of [2, '1', 1.5, 0, -1, null, true, [1], { v: 1 }, NaN, 1n]) for (const fields of [{ type: 'hello' }, { type: 'set', view: 'table', theme: 'light' }]) contentWindow.postMessage({ ns, v, ...fields }, '*');
      for (const fields of [{ type: 'hello' }, { type: 'set', view: 'table', theme: 'light' }]) contentWindow.postMessage({ ns, ...fields }, '*');
      contentWindow.postMessage({ ns, v: 1, type: 'set', chrome: 'minimal' }, '*');
    }, NS);
    await embed.until('the setting of version 1 is taken', () => document.documentElement.dataset.chrome === 'minimal');
    await page.evaluate((own) => document.querySelector('#one').contentWindow.postMessage({ ...own, type: 'set', chrome: 'full' }, '*'), own({}));
    await embed.until('and taken back', () => document.documentElement.dataset.chrome === 'full');
    await expectSight(embed, sight, 'settings of other versions change nothing');
    assert.equal((await messages(page, 'state')).length, states, 'and no view is told of them');
    await expectNoHarm(world, embed);
    await expectUsable(embed);
    await expectHostUnaffected(page);
    const site = await opened(page, world, 'site', 'v=2&view=table');
    assert.equal(await noticeOf(site), '', 'a page of the site has no versions');
    await expectUsable(site);
    const { page: host, puppets: [puppet] } = await openPuppets(t);
    const others = [2, '1', 1.5, 0, null, true, [1]].flatMap((v) => [{ type: 'height', height: 444 }, { type: 'ready', dataset: '1', app: '1' }, { type: 'state', query: 'v=2' }, { type: 'error', code: 'panic' }].map((fields) => ({ ns: NS, v, ...fields })));
    const before = await puppet.evaluate(() => window.heard.length);
    await say(host, puppet, [...others, { ns: NS, type: 'height', height: 444 }, own({ type: 'height', height: 555 })]);
    await host.until('the height of version 1 is set', () => document.querySelector('#one').style.height === '555px');
    assert.deepEqual(await heightsOf(host, '#one'), ['555px'], 'heights of other versions are none');
    assert.deepEqual(await host.evaluate(() => window.matrixHost.events), [], 'the host page is told nothing of them');
    assert.equal(await puppet.evaluate(() => window.heard.length), before, 'nobody is greeted for them');
    await expectHostUnaffected(host);
  },
};

export default [thousand, rogues, wrongVersion];
