// H13 to H15: hosts that do not use our loader, but a protocol of their own.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { expectSeen, expectWorks, openHosting, saidBy } from '../embedded.mjs';
import { until } from '../engines/scope.mjs';
import { expectHostUnaffected, expectNoLine } from '../expect.mjs';
import { frame, hostPage } from '../host-page.mjs';
import { LANGUAGES } from '../sized.mjs';
import { openEmbed, started } from '../steps.mjs';

/** The last height that a frame has told by messages that `heightOf` gives one of. */
const lastTold = async (page, selector, heightOf) =>
  (await saidBy(page, selector)).map(({ data }) => heightOf(data)).filter((height) => height !== undefined).at(-1);

const heightOf = (page, selector) => page.evaluate((selector) => document.querySelector(selector).clientHeight, selector);

/** Answers a frame as the runtime of AMP does: it gets the height that it asks for, or hears that it may not have it. Runs in the host page. */
function amp(isGranted) {
  const LOWEST = 100;
  addEventListener('message', ({ data, source, origin }) => {
    const frame = [...document.querySelectorAll('iframe')].find(({ contentWindow }) => contentWindow === source);
    const isFromFrame = frame && [new URL(frame.src).origin, 'null'].includes(origin);
    if (!isFromFrame || data?.sentinel !== 'amp' || data.type !== 'embed-size' || !(data.height >= LOWEST)) return;
    const { height, width } = data;
    if (isGranted) frame.style.height = `${height}px`;
    const type = isGranted ? 'embed-size-changed' : 'embed-size-denied';
    source.postMessage({ sentinel: 'amp', type, requestedHeight: height, requestedWidth: width }, '*');
  });
}

const ampHeight = (data) => (data?.sentinel === 'amp' && data.type === 'embed-size' ? data.height : undefined);

const accelerated = {
  id: 'H13',
  title: 'AMP: the frame is sized by embed-size, or may not be',
  quick: false,
  async run(t) {
    const page = await t.page();
    for (const isGranted of [true, false]) {
      const world = await openHosting(t);
      const embed = await openEmbed(page, world, {
        loader: false,
        more: 'sandbox="allow-scripts allow-same-origin allow-popups"',
        page: { head: `<script>(${amp})(${isGranted});</script>` },
      });
      await expectWorks(t, { world, page, embed, hasLoader: false });
      if (isGranted) {
        await until('the frame is as high as it asks to be', async () => await heightOf(page, '#one') === await lastTold(page, '#one', ampHeight));
        assert.ok(await embed.evaluate(() => document.documentElement.scrollHeight <= innerHeight), 'nothing of it has to be scrolled to');
      } else {
        assert.equal(await heightOf(page, '#one'), 720, 'the frame stays as high as it was');
        assert.ok(await embed.evaluate(() => document.documentElement.scrollHeight > innerHeight), 'its content is scrolled within it');
      }
    }
  },
};

/** How WordPress looks for the oEmbed of a page: in the links of its head, if that is among the first 150 kB. */
async function discovered(address) {
  const text = (await (await fetch(address)).text()).slice(0, 153_600);
  const links = text.slice(0, text.indexOf('</head>')).match(/<link [^<>]+>/g) ?? [];
  const link = links.find((tag) => tag.includes('type="application/json+oembed"'));
  const query = new URLSearchParams({ maxwidth: 600, maxheight: 900, url: address, dnt: 1, format: 'json' });
  const found = link?.match(/ href="([^"]+)"/)?.[1].replaceAll('&amp;', '&');
  assert.ok(found, `${address} links to its oEmbed`);
  const answer = await fetch(`${found}?${query}`);
  assert.equal(answer.status, 200, `${found} is there`);
  return answer.json();
}

/** The attributes of a frame that are kept of a provider that is not known. */
const KEPT = ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title'];

/** What WordPress makes of the HTML of a provider that it does not know. */
function filtered(html, secret) {
  const [, quote, inner] = html.match(/(<blockquote[\s\S]*?<\/blockquote>)?[\s\S]*?<iframe([^>]*)><\/iframe>/);
  assert.equal(quote, undefined, 'no quotation stands before the frame, which would hide it');
  const attributes = [...inner.matchAll(/([\w-]+)="([^"]*)"/g)].filter(([, name]) => KEPT.includes(name)).map(([, name, value]) => {
    if (name !== 'src') return ` ${name}="${value}"`;
    return ` src="${value.replaceAll('&amp;', '&#038;')}#?secret=${secret}" data-secret="${secret}"`;
  });
  return `<iframe id="one" class="wp-embedded-content" sandbox="allow-scripts" security="restricted"${attributes.join('')}></iframe>`;
}

/** Greets the frames of a post and sizes them as the script of WordPress does. Runs in the host page. */
function wordPress() {
  const [LOWEST, HIGHEST] = [200, 1000];
  addEventListener('message', ({ data, source }) => {
    if (!data || /[^a-zA-Z0-9]/.test(data.secret)) return;
    for (const frame of document.querySelectorAll(`iframe[data-secret="${data.secret}"]`)) {
      if (frame.contentWindow !== source) continue;
      frame.removeAttribute('style');
      if (data.message === 'height') frame.height = Math.min(Math.max(Number.parseInt(data.value, 10) || 0, LOWEST), HIGHEST);
      if (data.message === 'link') location.href = data.value;
    }
  });
  window.matrixGreet = (secret) => {
    for (const { contentWindow } of document.querySelectorAll('iframe.wp-embedded-content')) contentWindow.postMessage({ message: 'ready', secret }, '*');
  };
  document.addEventListener('DOMContentLoaded', () => window.matrixGreet(document.querySelector('iframe.wp-embedded-content').dataset.secret));
}

const SECRET = 'aB3dE6gH9k';
const secretHeight = (data) => (data?.message === 'height' && data.secret === SECRET ? data.value : undefined);

const wordPressed = {
  id: 'H14',
  title: 'WordPress: found by oEmbed, sandboxed, sized by its secret',
  quick: true,
  async run(t) {
    const page = await t.page();
    for (const at of ['/', '/view/map/']) {
      const world = await openHosting(t);
      const { html } = await discovered(world.site.url(at));
      world.host.page('/', hostPage({ embeds: [filtered(html, SECRET)], head: `<script>(${wordPress})();</script>` }));
      await page.goto(world.host.url());
      const embed = page.frame('#one');
      await started(embed);
      const shown = await embed.evaluate(() => document.querySelector('.views__tab[aria-current]').dataset.view);
      assert.equal(shown, at === '/' ? 'timeline' : 'map', `what ${at} is found to be`);
      if (at === '/') {
        const forms = await expectWorks(t, { world, page, embed, origin: 'null', id: null, secret: SECRET, hasLoader: false });
        assert.ok(forms.includes('wordpress'), 'the height is told with the secret');
      }
      await until('the frame is as high as WordPress lets it be', async () => {
        const told = await lastTold(page, '#one', secretHeight);
        return told !== undefined && await heightOf(page, '#one') === Math.min(Math.max(told, 200), 1000);
      });
      const count = async () => (await saidBy(page, '#one')).filter(({ data }) => secretHeight(data) !== undefined).length;
      const before = await count();
      await page.evaluate((secrets) => secrets.forEach(window.matrixGreet), ['another', SECRET]);
      await until('the frame answers a greeting', async () => await count() > before);
      assert.equal(await count(), before + 1, 'it answers the greeting with its own secret alone');
      assert.equal(await page.evaluate(() => location.href), world.host.url(), 'the page stays');
      await expectHostUnaffected(page);
    }
  },
};

/** The pages that have an oEmbed: the site, each view and each figure, in each language; and what their frames show. */
function embeddable(dist) {
  return LANGUAGES.flatMap((language) => {
    const folder = language && `${language}/`;
    const frame = (query) => `/embed/${folder}?v=1&${query}`;
    const within = (kind, query) => fs.readdirSync(path.join(dist, folder, kind)).map((name) => [`/${folder}${kind}/${name}/`, frame(query + name)]);
    return [[`/${folder}`, frame('view=timeline')], ...within('view', 'view='), ...within('chart', 'view=chart&chart=')];
  });
}

/** Consumers read no further into a head. */
const ENOUGH_BYTES = 4096;

/** The page names its oEmbed early enough, as it was built. */
function expectLinkEarly(dist, at) {
  const html = fs.readFileSync(path.join(dist, at, 'index.html'), 'utf8');
  const links = [...html.matchAll(/<link [^>]*application\/json\+oembed[^>]*>/g)];
  assert.equal(links.length, 1, `${at} links once to its oEmbed`);
  const end = Buffer.byteLength(html.slice(html.indexOf('<head>'), links[0].index + links[0][0].length));
  assert.ok(end <= ENOUGH_BYTES, `the link of ${at} ends ${end} bytes into the head`);
}

const isText = (value) => typeof value === 'string' && value.trim() !== '';
const isSize = (value) => Number.isInteger(value) && value > 0;

/** What oEmbed 1.0 demands of an answer of the type `rich`, and what it allows. */
function expectValid(answer, at) {
  assert.deepEqual([answer.type, answer.version], ['rich', '1.0'], at);
  for (const key of ['html', 'title', 'provider_name', 'provider_url', 'thumbnail_url']) assert.ok(isText(answer[key]), `${at}: ${key} is a text`);
  for (const key of ['width', 'height', 'cache_age', 'thumbnail_width', 'thumbnail_height']) assert.ok(isSize(answer[key]), `${at}: ${key} is a size`);
  const allowed = ['type', 'version', 'title', 'author_name', 'author_url', 'provider_name', 'provider_url', 'cache_age', 'thumbnail_url', 'thumbnail_width', 'thumbnail_height', 'html', 'width', 'height'];
  assert.deepEqual(Object.keys(answer).filter((key) => !allowed.includes(key)), [], `${at}: nothing else is in it`);
}

/** The address of the only element that the HTML of an answer has, a frame with attributes that everyone keeps. */
function frameOf(html, at) {
  const inner = html.match(/^<iframe((?: [a-z]+="[^"<>]*")+)><\/iframe>$/)?.[1];
  assert.ok(inner, `${at}: one frame and nothing else: ${html}`);
  const attributes = Object.fromEntries([...inner.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name, value.replaceAll('&amp;', '&')]));
  assert.deepEqual(Object.keys(attributes).filter((name) => !KEPT.includes(name)), [], `${at}: these attributes are not kept by all`);
  assert.ok(isText(attributes.title), `${at}: the frame has a title`);
  return attributes.src;
}

/** A page's answer can be read by any page, is valid, and leads to a frame that can be shown anywhere. */
async function expectAnswer(site, [at, shown]) {
  const answer = await discovered(site.url(at));
  expectValid(answer, at);
  const source = frameOf(answer.html, at);
  assert.equal(source, site.url(shown), `what the frame of ${at} shows`);
  const framed = await fetch(source);
  assert.equal(framed.status, 200, `${source} is there`);
  assert.equal(framed.headers.get('x-frame-options'), null, 'the frame may be shown anywhere');
  assert.doesNotMatch(framed.headers.get('content-security-policy'), /frame-ancestors/, 'the frame may be shown anywhere');
  assert.equal(new URL(answer.provider_url).href, site.url('/'), `${at}: who provides it`);
  const picture = await fetch(answer.thumbnail_url);
  assert.deepEqual([picture.status, picture.headers.get('content-type')], [200, 'image/png'], `the picture of ${at}`);
  const size = Buffer.from(await picture.arrayBuffer());
  assert.deepEqual([size.readUInt32BE(16), size.readUInt32BE(20)], [answer.thumbnail_width, answer.thumbnail_height], `the size of the picture of ${at}`);
  return answer;
}

/** Does with an address what a consumer does: finds the link in the page, asks for the answer and shows its HTML. Runs in the host page. */
async function consume(address, id) {
  const text = await (await fetch(address)).text();
  const { href } = new DOMParser().parseFromString(text, 'text/html').querySelector('link[type="application/json+oembed"]');
  const query = new URLSearchParams({ url: address, format: 'json', maxwidth: 600, maxheight: 900 });
  const { html } = await (await fetch(`${href}?${query}`)).json();
  const place = document.querySelector('#place');
  place.insertAdjacentHTML('beforeend', html);
  place.lastElementChild.id = id;
}

const consumer = {
  id: 'H15',
  title: 'an oEmbed consumer finds, asks for and shows each page',
  quick: false,
  async run(t) {
    const world = await openHosting(t);
    const pages = embeddable(t.dist);
    const answers = [];
    for (const page of pages) {
      expectLinkEarly(t.dist, page[0]);
      answers.push(await expectAnswer(world.site, page));
    }
    assert.equal(new Set(answers.map(({ title }) => title)).size, answers.length, 'each has a title of its own');
    const files = fs.readdirSync(path.join(t.dist, 'oembed')).filter((name) => name.endsWith('.json'));
    assert.equal(files.length, answers.length, 'each answer that is published is that of a page');
    t.note(`${answers.length} pages have an oEmbed`);
    world.host.page('/', hostPage({ embeds: ['<div id="place"></div>'] }));
    const page = await t.page();
    await page.goto(world.host.url());
    const [figure] = pages.find(([at]) => at.startsWith('/chart/'));
    await page.evaluate(consume, world.site.url(figure), 'two');
    await started(page.frame('#two'));
    await page.frame('#two').until('the figure is drawn', () => document.querySelector('.chart svg')?.getBoundingClientRect().height > 50);
    await expectNoLine(page.frame('#two'));
    await page.evaluate(consume, world.site.url('/'), 'one');
    const embed = page.frame('#one');
    await started(embed);
    await expectSeen(embed);
    await expectWorks(t, { world, page, embed, id: null, hasLoader: false, documents: [page, embed, page.frame('#two')] });
  },
};

export default [accelerated, wordPressed, consumer];
