// Opens posts of a WordPress that show the built site: `run.sh` sets WordPress up and runs
// `node e2e/wordpress/check.mjs [DIST] [--engine NAME[,NAME]] [--case ID[,ID]]`, with its folder in WORDPRESS.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { expectSeen, snippets } from '../matrix/embedded.mjs';
import { ENGINES } from '../matrix/engines/index.mjs';
import { until } from '../matrix/engines/scope.mjs';
import { expectNoLine, expectReadable } from '../matrix/expect.mjs';
import { line, report } from '../matrix/report.mjs';
import { runAll } from '../matrix/runner.mjs';
import { openServer } from '../matrix/server.mjs';
import { expectUsable, started } from '../matrix/steps.mjs';

/** The least and the most that a script of WordPress makes a frame high, and the most that our loader does. */
const [LOWEST, HIGHEST, HIGHEST_OF_LOADER] = [200, 1000, 12_000];
/** How long a driver may take to reach a frame that is loaded; nothing about speed. */
const PATIENCE_MS = 5000;
const FRAME = 'iframe.wp-embedded-content';
const FIGURE = '/chart/tenure-lengths/';

function refuse(why) {
  console.error(why);
  process.exit(2);
}

/** The block that the editor saves for a pasted address. */
const block = (url) => `<!-- wp:embed {"url":"${url}","type":"wp-embed","providerNameSlug":"who-leads-ice"} -->
<figure class="wp-block-embed is-type-wp-embed is-provider-who-leads-ice wp-block-embed-who-leads-ice"><div class="wp-block-embed__wrapper">
${url}
</div></figure>
<!-- /wp:embed -->`;

const paragraph = (words) => `<!-- wp:paragraph -->\n<p>${words}</p>\n<!-- /wp:paragraph -->`;
const around = (...blocks) => [paragraph('Before the timeline.'), ...blocks, paragraph('After the timeline.')].join('\n\n');

/** Writes posts into WordPress; gives what it says of itself, and the address and content of each. */
async function write(folder, asked) {
  const php = spawn('php', [fileURLToPath(new URL('posts.php', import.meta.url)), folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  php.stdin.end(JSON.stringify(asked));
  const said = await text(php.stdout);
  try {
    return JSON.parse(said);
  } catch {
    throw new Error(`WordPress says: ${said}`);
  }
}

/** All posts of the run, for a site that is served at an origin. */
async function writeAll(folder, site) {
  const url = site.url('/');
  const { frame, loader } = snippets(site);
  const pasted = `<!-- wp:html -->\n${frame}\n${loader}\n<!-- /wp:html -->`;
  const by = (content, role = 'administrator') => ({ content, role });
  const first = await write(folder, { site: site.origin, posts: {
    block: by(around(block(url))),
    classic: by(`Before the timeline.\n\n${url}\n\nAfter the timeline.`),
    author: by(around(block(url)), 'author'),
    parts: by(around(block(site.url('/view/map/')), block(site.url(FIGURE)))),
    pasted: by(around(pasted)),
    stripped: by(around(pasted), 'author'),
  } });
  const own = block(first.posts.classic.url).replaceAll('who-leads-ice', 'a-host');
  const second = await write(folder, { site: site.origin, posts: { beside: by(around(own, block(url), block(site.url(FIGURE)))) } });
  return { ...first, posts: { ...first.posts, ...second.posts } };
}

/** Asks a frame for its height as WordPress does; gives the last that it has told. Runs in the post. */
function askHeight(selector) {
  const frame = document.querySelector(selector);
  const { secret } = frame.dataset;
  if (!window.heightsTold) {
    window.heightsTold = new Map();
    addEventListener('message', ({ source, data }) => {
      const from = [...document.querySelectorAll('iframe')].find(({ contentWindow }) => contentWindow === source);
      if (data?.message === 'height' && data.secret && data.secret === from?.dataset.secret) window.heightsTold.set(data.secret, data.value);
    });
  }
  frame.contentWindow.postMessage({ message: 'ready', secret }, '*');
  return window.heightsTold.get(secret);
}

const heightOf = (page, selector) => page.evaluate((selector) => document.querySelector(selector).clientHeight, selector);

/** The frame of an address in a post, by what is before the secret in its own. */
const frameOf = (address) => `${FRAME}[src^="${address}"]`;

/** The driver reaches the document in a frame. */
const reaches = (page, selector) => Promise.race([
  page.frame(selector).evaluate(() => true).catch(() => false),
  new Promise((give) => { setTimeout(give, PATIENCE_MS, false); }),
]);

/**
 * Goes to a post that has these frames. Chromium's driver loses sight of a frame now and then: when that frame tells its
 * height all the same, the post is opened once more.
 */
async function goTo(t, page, url, selectors, isAgain = false) {
  await page.goto(url, { waitUntil: 'load' });
  for (const selector of selectors) {
    await page.until(`the post has ${selector}`, (selector) => document.querySelector(selector) !== null, selector);
    if (await reaches(page, selector)) continue;
    await page.until('a frame that the driver does not reach tells its height', askHeight, selector);
    if (isAgain) throw new Error(`the driver does not reach ${selector}, which tells its height`);
    t.note('the driver had lost sight of a frame, which told its height; the post was opened once more');
    await goTo(t, page, url, selectors, true);
    return;
  }
}

/** A post is open, with these frames in it as WordPress makes those of a site that it does not know. */
async function openPost(t, url, ...selectors) {
  const page = await t.page();
  await goTo(t, page, url, selectors);
  for (const selector of selectors) await expectFrame(page, selector);
  return page;
}

/** A frame is as WordPress makes it. */
async function expectFrame(page, selector) {
  const { src, secret, sandbox, security, title } = await page.evaluate((selector) => {
    const frame = document.querySelector(selector);
    return { src: frame.src, secret: frame.dataset.secret, sandbox: frame.getAttribute('sandbox'), security: frame.getAttribute('security'), title: frame.title };
  }, selector);
  assert.ok(secret && src.endsWith(`#?secret=${secret}`), `the frame has a secret: ${src}`);
  assert.deepEqual([sandbox, security], ['allow-scripts', 'restricted'], 'the frame may run scripts and nothing else');
  assert.ok(title, 'the frame has a title');
}

/** The timeline works in a frame of WordPress. */
async function expectTimeline(t, page, selector = FRAME) {
  const embed = page.frame(selector);
  await started(embed);
  await expectSeen(embed);
  await expectUsable(embed);
  await expectNoLine(embed);
  await expectReadable(embed, t.names);
  assert.equal(await embed.evaluate(() => window.origin), 'null', 'the frame has no origin');
  return embed;
}

/** Waits until a frame has told WordPress how high its content is; gives that. */
const toldBy = (page, selector, what) => until(`${what} tells how high it is`, async () => {
  const told = await page.evaluate(askHeight, selector);
  const content = await page.frame(selector).evaluate(() => Math.ceil(document.querySelector('#content').getBoundingClientRect().height));
  return told === content && told;
});

/** A frame is as high as WordPress's script makes one that tells its height. */
async function expectSized(t, page, selector, what) {
  const [told, has] = await until(`${what} is as high as WordPress makes it`, async () => {
    const [told, has] = [await toldBy(page, selector, what), await heightOf(page, selector)];
    return has === Math.min(Math.max(told, LOWEST), HIGHEST) && [told, has];
  });
  t.note(`${what}: tells ${told} px, is ${has} px high`);
}

/** A frame keeps the height that the oEmbed names, tells its own, and everything in it can be scrolled to. */
async function expectUnsized(t, page, selector, given, what) {
  const [told, has] = [await toldBy(page, selector, what), await heightOf(page, selector)];
  assert.equal(has, given, `${what} is as high as the oEmbed says`);
  const bottom = await page.frame(selector).evaluate(() => {
    window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
    return document.querySelector('#content').getBoundingClientRect().bottom - window.innerHeight;
  });
  assert.ok(bottom <= 1, `the end of ${what} is ${bottom} px out of reach`);
  t.note(`${what}: tells ${told} px, is ${has} px high${told > has ? ', scrolls inside' : ''}`);
}

const hasScript = (page) => page.evaluate(() => Boolean(window.wp?.receiveEmbedMessage));

/** A post with one address of the site: the timeline works, and is as high as the oEmbed says. */
async function expectPost(t, url, height) {
  const page = await openPost(t, url, FRAME);
  await expectTimeline(t, page);
  assert.equal(await hasScript(page), false, 'WordPress loads its script for posts of WordPress alone');
  await expectUnsized(t, page, FRAME, height, 'the timeline');
}

/** What is in an editor that has been given an address to paste. Runs in the editor. */
function paste(url) {
  const { dispatch, select } = window.wp.data;
  dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false);
  if (select('core/block-editor').getBlockCount() === 0) {
    dispatch('core/block-editor').insertDefaultBlock();
    return false;
  }
  if (select('core/block-editor').getBlocks().some(({ name }) => name === 'core/embed')) return true;
  const field = document.querySelector('[data-type="core/paragraph"]');
  if (!field) return false;
  field.focus();
  getSelection().collapse(field, 0);
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', url);
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: clipboardData });
  field.dispatchEvent(event);
  return false;
}

/** The cases, for posts of a WordPress that is at an origin. */
function casesOf({ home, site, posts, height }) {
  // The editor makes an embed of a pasted address that names https once. The site of the test is served without it.
  const pasted = site.url('/?https');
  return [
    {
      id: 'W01',
      title: 'The block that the editor saves for the address of the site',
      run: (t) => expectPost(t, posts.block.url, height),
    },
    {
      id: 'W02',
      title: 'The address on a line of its own, in a post without blocks',
      run: (t) => expectPost(t, posts.classic.url, height),
    },
    {
      id: 'W03',
      title: 'The block, saved by an author, who may save no frames',
      run: (t) => expectPost(t, posts.author.url, height),
    },
    {
      id: 'W04',
      title: 'The addresses of a view and of a figure',
      async run(t) {
        const page = await openPost(t, posts.parts.url, ...['map', 'chart'].map((view) => frameOf(site.url(`/embed/?v=1&view=${view}`))));
        for (const [what, view] of [['the map', 'map'], ['the figure', 'chart']]) {
          const at = frameOf(site.url(`/embed/?v=1&view=${view}`));
          const embed = page.frame(at);
          await started(embed);
          await embed.until(`${what} is drawn`, () => document.querySelector('.chart__drawing svg')?.getBoundingClientRect().height > 50);
          await expectUnsized(t, page, at, height, what);
        }
      },
    },
    {
      id: 'W05',
      title: "Beside a post of WordPress's own, whose script sizes all frames",
      async run(t) {
        const timeline = frameOf(site.url('/embed/?v=1&view=timeline'));
        const figure = frameOf(site.url('/embed/?v=1&view=chart'));
        const page = await openPost(t, posts.beside.url, timeline, figure);
        await page.until("WordPress's script is there", () => Boolean(window.wp?.receiveEmbedMessage));
        await page.until("WordPress's own frame is shown", () => !document.querySelector('iframe.wp-embedded-content[style]'));
        await started(page.frame(timeline));
        await started(page.frame(figure));
        await expectSized(t, page, timeline, 'the timeline');
        await expectSized(t, page, figure, 'the figure');
        await expectTimeline(t, page, timeline);
      },
    },
    {
      id: 'W06',
      title: 'The snippet as a Custom HTML block',
      async run(t) {
        const page = await t.page();
        await page.goto(posts.pasted.url, { waitUntil: 'load' });
        const selector = 'iframe[src*="/embed/"]';
        const embed = page.frame(selector);
        await started(embed);
        await expectSeen(embed);
        await expectUsable(embed);
        const has = await until('the loader makes the frame as high as its content', async () => {
          const content = await embed.evaluate(() => Math.ceil(document.querySelector('#content').getBoundingClientRect().height));
          const has = await heightOf(page, selector);
          return Math.abs(Math.min(content, HIGHEST_OF_LOADER) - has) <= 2 && has;
        });
        t.note(`the timeline is ${has} px high`);
      },
    },
    {
      id: 'W07',
      title: 'The snippet, saved by an author: WordPress takes the frame and the script away',
      async run(t) {
        const { url, content } = posts.stripped;
        const page = await t.page();
        await page.goto(url, { waitUntil: 'load' });
        assert.doesNotMatch(content, /<(iframe|script)/, 'WordPress saves neither frame nor script');
        assert.equal(await page.evaluate(() => document.querySelectorAll('iframe').length), 0, 'the post has no frame');
        t.blocked('the role of an author may save no frames and no scripts: the address alone works (W03)');
      },
    },
    {
      id: 'W08',
      title: 'The address, pasted into the editor',
      async run(t) {
        const page = await t.page();
        await page.goto(`${home}/wp-login.php`, { waitUntil: 'load' });
        await page.evaluate(() => {
          document.querySelector('#user_login').value = 'administrator';
          document.querySelector('#user_pass').value = 'administrator';
          document.querySelector('#loginform').submit();
        });
        await page.until('the administrator is logged in', () => document.querySelector('#wpadminbar') !== null);
        await page.goto(`${home}/wp-admin/post-new.php`);
        await page.until('the editor is there', () => Boolean(window.wp?.data?.select('core/block-editor')) && document.querySelector('.block-editor-block-list__layout') !== null);
        await page.until('the address becomes an embed', paste, pasted);
        await page.until('the editor shows a frame', (selector) => document.querySelector(selector) !== null, FRAME);
        const embed = page.frame(FRAME);
        await started(embed);
        await expectSeen(embed);
        const saved = await page.evaluate(() => window.wp.data.select('core/editor').getEditedPostContent());
        assert.equal(saved, block(pasted), 'the editor saves the block that the other posts have');
        const has = await until('the editor makes the frame as high as it tells', async () => {
          const [told, has] = [await toldBy(page, FRAME, 'the timeline'), await heightOf(page, FRAME)];
          return told === has && has;
        });
        t.note(`in the editor the timeline is ${has} px high`);
      },
    },
  ];
}

const { values, positionals: [dist = 'dist'] } = parseArgs({
  allowPositionals: true,
  options: { engine: { type: 'string' }, case: { type: 'string' } },
});
const folder = process.env.WORDPRESS;
if (!folder) refuse('WORDPRESS names no folder: e2e/wordpress/run.sh sets one up');
if (!fs.existsSync(path.join(dist, 'index.html'))) refuse(`${dist} holds no index.html; \`cargo xtask build --site https://who-leads-ice.example/\` builds it`);
const engines = values.engine?.split(',') ?? ENGINES;
const strangers = engines.filter((name) => !ENGINES.includes(name));
if (strangers.length > 0) refuse(`no engine is called ${strangers.join(', ')}; these are: ${ENGINES.join(', ')}`);

const site = await openServer({ folder: dist });
const oembed = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(await (await fetch(site.url('/'))).text())?.[1];
if (!oembed) refuse(`${dist} is built for no address: its pages name no oEmbed; \`cargo xtask build --site https://who-leads-ice.example/\``);
const { height } = await (await fetch(oembed)).json();
const { version, theme, home, posts } = await writeAll(folder, site);
console.log(`WordPress ${version} with its theme ${theme}`);
const all = casesOf({ home, site, posts, height });
const cases = all.filter(({ id }) => !values.case || values.case.split(',').includes(id));
if (cases.length === 0) refuse(`the cases are ${all.map(({ id }) => id).join(', ')}`);
const outcome = await runAll(cases, engines, path.resolve(dist), (result) => console.log(line(result)));
console.log(report(cases, engines, outcome));
process.exit(outcome.results.some(({ result }) => result === 'failed') ? 1 : 0);
