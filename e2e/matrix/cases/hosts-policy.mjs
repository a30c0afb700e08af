// H04 to H08 and H16: the page around the embed has policies of its own.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { expectFitted, expectQuiet, expectWorks, openHosting, snippets, unknownWords } from '../embedded.mjs';
import { until } from '../engines/scope.mjs';
import { expectHostUnaffected } from '../expect.mjs';
import { frame, hostPage, messages } from '../host-page.mjs';
import { openEmbed, started } from '../steps.mjs';

const SCRIPTS_ONLY = 'sandbox="allow-scripts"';
const OPENER = { 'cross-origin-opener-policy': 'same-origin' };
const REQUIRE = { ...OPENER, 'cross-origin-embedder-policy': 'require-corp' };
const CREDENTIALLESS = { ...OPENER, 'cross-origin-embedder-policy': 'credentialless' };

const isIsolated = (page) => page.evaluate(() => window.crossOriginIsolated);

/** A host that is isolated from other origins shows the embed. */
function isolated(id, title, { headers, more, origin, quick = false, withoutIt }) {
  return {
    id,
    title,
    quick,
    async run(t) {
      const world = await openHosting(t);
      const page = await t.page();
      const embed = await openEmbed(page, world, { headers, ...(more ? { more } : {}) });
      await started(embed);
      if (!(await isIsolated(page)) && withoutIt?.[t.engine]) t.cannot(withoutIt[t.engine]);
      else assert.equal(await isIsolated(page), true, 'the host page is isolated');
      await expectWorks(t, { world, page, embed, origin: origin ?? world.site.origin });
    },
  };
}

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The strictest policy that a page can have which runs its own inline scripts and styles, and nothing else but what is named. */
function strictPolicy(body, { scripts = '', frames = "'none'" }) {
  const inline = (name) => [...body.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g'))].map(([, text]) => hashOf(text)).join(' ');
  return [
    "default-src 'none'",
    `script-src 'self' ${inline('script')} ${scripts}`,
    `style-src ${inline('style')}`,
    "img-src 'self'",
    `frame-src ${frames}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

const strict = {
  id: 'H07',
  title: 'strict host CSP that names the frame and the loader',
  quick: true,
  async run(t) {
    const world = await openHosting(t);
    const { mark } = snippets(world.site);
    const body = hostPage({
      embeds: [
        frame(world.site.url('/embed/?v=1&id=t1'), { style: 'min-width:280px' }),
        mark.replace('<div', '<div id="two" data-id="t2"'),
      ],
      script: world.site.url('/embed/v1.js'),
    });
    world.host.page('/', body, { 'content-security-policy': strictPolicy(body, { scripts: world.site.url('/embed/v1.js'), frames: world.site.origin }) });
    const page = await t.page();
    await page.goto(world.host.url());
    // The one thing refused is the style that the pasted frame has of its own: it has a border.
    const expected = [/style-src|Applying inline style/, ...unknownWords(t)];
    await expectWorks(t, { world, page, embed: page.frame('#one'), expected });
    const embed = page.frame('#two iframe');
    await page.evaluate(() => document.querySelector('#two').scrollIntoView());
    await started(embed);
    await expectFitted(page, '#two iframe');
    await expectQuiet(t, page, [page, embed], expected);
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('#two iframe')).borderTopStyle), 'none', 'the frame that the loader made has its style');
  },
};

/** The link of the mark is there, and leads to the view. */
async function expectLink(page, world, selector) {
  const link = await page.until('the link can be seen', (selector) => {
    const link = document.querySelector(`${selector} a`);
    const box = link?.getBoundingClientRect();
    return link?.checkVisibility() && box.height > 5 && box.width > 5 && { href: link.href, text: link.textContent };
  }, selector);
  assert.equal(link.href, world.site.url('/view/map/'));
  assert.ok(link.text.length > 5, 'the link has words');
}

const blocked = {
  id: 'H08',
  title: 'host CSP that blocks us: the link of the snippet stays',
  quick: true,
  async run(t) {
    const world = await openHosting(t);
    const { frame, mark } = snippets(world.site);
    const body = hostPage({
      embeds: [frame.replace('<iframe', '<iframe id="one"'), mark.replace('<div', '<div id="two" data-id="t2"')],
      script: world.site.url('/embed/v1.js'),
    });
    const page = await t.page();
    for (const [what, scripts] of [['all of us', ''], ['our frames', world.site.url('/embed/v1.js')]]) {
      world.host.page('/', body, { 'content-security-policy': strictPolicy(body, { scripts }) });
      await page.goto(world.host.url(), { waitUntil: 'load' });
      await until(`the policy of the host blocks ${what}`, async () => (await page.evaluate(() => window.matrixLog)).some(({ text }) => /frame-src http/.test(text)));
      await expectLink(page, world, '#two');
      assert.deepEqual(await messages(page), [], 'nothing is heard of the frames');
      await expectHostUnaffected(page);
    }
    assert.equal(world.site.count('/embed/'), 0, 'no frame is asked for');
    t.blocked('the policy of the host names neither our frame nor, at first, our loader; the link of the mark stays');
  },
};

const REFERRERS = [['no-referrer', undefined], ['strict-origin-when-cross-origin', (host) => host.url('/')], ['origin', (host) => host.url('/')]];

const noReferrer = {
  id: 'H16',
  title: 'referrerpolicy="no-referrer"',
  quick: false,
  async run(t) {
    const page = await t.page();
    for (const [policy, referrer] of REFERRERS) {
      const world = await openHosting(t);
      const embed = await openEmbed(page, world, { more: `sandbox="allow-scripts allow-same-origin" referrerpolicy="${policy}"` });
      await expectWorks(t, { world, page, embed });
      const asked = world.site.requests.filter(({ path }) => path === '/embed/');
      assert.deepEqual(asked.map(({ headers }) => headers.referer), [referrer?.(world.host)], `the referrer with ${policy}`);
      const told = await embed.evaluate(() => document.querySelector('#app').textContent.includes(location.host.replace(/.*:/, ':')));
      assert.equal(told, false, 'the page repeats no referrer');
    }
  },
};

export default [
  isolated('H04', 'COEP require-corp', { headers: REQUIRE }),
  isolated('H05', 'COEP credentialless', {
    headers: CREDENTIALLESS,
    withoutIt: { webkit: 'WebKitGTK does not know COEP credentialless and takes the page as one without a policy' },
  }),
  isolated('H06', 'COEP require-corp and sandbox="allow-scripts"', { headers: REQUIRE, more: SCRIPTS_ONLY, origin: 'null', quick: true }),
  strict,
  blocked,
  noReferrer,
];
