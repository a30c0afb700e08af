// F32 to F38: the frame, the screen and the page around are not what one expects.
import assert from 'node:assert/strict';
import { until } from '../engines/scope.mjs';
import { expectHostUnaffected, expectNoLine, expectReadable } from '../expect.mjs';
import { frame, hostPage, messages } from '../host-page.mjs';
import { holdTimers, keepInstance } from '../injected.mjs';
import { VIEWS, expectUsable, openEmbed, show, started } from '../steps.mjs';

/** When the page says that it still loads, and that it takes long. */
const LINES_MS = [5000, 15_000];

const lastHeight = (page, id) => page.evaluate((id) => window.matrixHost.messages
  .filter(({ data }) => data?.type === 'height' && data.id === id).at(-1)?.data.height, id);

/** A frame is never made higher than this by the loader. */
const HIGHEST = 12_000;

/** The frame is as high as its content says, when that has come to rest. */
async function expectFitted(page, id, selector) {
  await until(`the frame ${selector} is as high as its content`, async () => {
    const [said, has] = [await lastHeight(page, id), await page.evaluate((selector) => document.querySelector(selector).clientHeight, selector)];
    return said > 100 && Math.abs(Math.min(said, HIGHEST) - has) <= 2;
  });
}

const noSize = {
  id: 'F32',
  title: 'no size while it loads, then shown',
  quick: true,
  async run(t) {
    const world = await t.world();
    world.site.inject(holdTimers, ...LINES_MS);
    const page = await t.page();
    const source = world.site.url('/embed/?v=1&id=');
    world.host.page('/', hostPage({
      embeds: [frame(`${source}t1`, { style: 'display:none' }), frame(`${source}t2`, { id: 'two', width: 0, height: 0 })],
      script: world.site.url('/embed/v1.js'),
    }));
    await page.goto(world.host.url());
    for (const at of ['#one', '#two']) {
      const embed = page.frame(at);
      await started(embed);
      // Time passes while nobody can see it.
      await embed.evaluate(() => window.matrixTimers.run());
    }
    const said = await messages(page);
    assert.deepEqual(said.filter(({ type }) => type === 'error'), [], 'no error is told of a frame that nobody sees');
    assert.deepEqual(said.filter(({ type, id, height }) => type === 'height' && (id === 't1' || height === 0)), [], 'no height is told of what has no size');
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('iframe')) Object.assign(one.style, { display: 'block', width: '100%', height: '300px' });
    });
    for (const [at, id] of [['#one', 't1'], ['#two', 't2']]) {
      const embed = page.frame(at);
      await started(embed);
      await expectNoLine(embed);
      await expectFitted(page, id, at);
      await expectUsable(embed);
    }
    await expectHostUnaffected(page);
  },
};

const hiddenTab = {
  id: 'F33',
  title: 'loaded in a hidden tab, then shown',
  quick: false,
  async run(t) {
    const world = await t.world();
    world.site.inject(holdTimers, ...LINES_MS);
    world.site.inject(keepInstance);
    const page = await t.hiddenPage();
    const embed = await openEmbed(page, world);
    assert.equal(await page.evaluate(() => document.visibilityState), 'hidden');
    await started(embed);
    // Time passes while nobody can see it.
    await embed.evaluate(() => window.matrixTimers.run());
    await expectNoLine(embed);
    assert.deepEqual(await messages(page, 'error'), [], 'no error is told of a tab that nobody sees');
    await page.show();
    await page.until('the tab is shown', () => document.visibilityState === 'visible');
    await started(embed);
    await expectNoLine(embed);
    await expectFitted(page, 't1', '#one');
    await expectUsable(embed);
    await expectHostUnaffected(page);
  },
};

/** Nothing of the page lies beyond its sides. */
const expectNoSidewaysScroll = async (view, about) => {
  const [has, takes] = await view.evaluate(() => [document.documentElement.clientWidth, document.documentElement.scrollWidth]);
  assert.ok(takes <= has, `${about}: the page takes ${takes} px and has ${has} px`);
};

const widths = {
  id: 'F34',
  title: 'frames 1, 320 and 2560 px wide',
  quick: false,
  async run(t) {
    const world = await t.world();
    const page = await t.page();
    const sizes = [1, 320, 2560];
    world.host.page('/', hostPage({
      embeds: sizes.map((width) => frame(world.site.url(`/embed/?v=1&id=w${width}`), { id: `w${width}`, width })),
      script: world.site.url('/embed/v1.js'),
    }));
    await page.goto(world.host.url());
    for (const width of sizes) await started(page.frame(`#w${width}`));
    for (const width of sizes.slice(1)) {
      const embed = page.frame(`#w${width}`);
      assert.equal(await embed.evaluate(() => innerWidth), width);
      for (const name of VIEWS) {
        // While frames above it grow, what is clicked on moves.
        for (const other of sizes.slice(1)) await expectFitted(page, `w${other}`, `#w${other}`);
        await show(embed, name);
        await expectNoSidewaysScroll(embed, `${name} at ${width} px`);
      }
      await expectUsable(embed);
      await expectFitted(page, `w${width}`, `#w${width}`);
    }
    const heights = async () => (await messages(page, 'height')).filter(({ id }) => id === 'w1').map(({ height }) => height);
    if (await page.frame('#w1').evaluate(() => document.querySelector('#content').clientWidth > 0)) {
      await expectFitted(page, 'w1', '#w1');
      assert.ok((await heights()).length < 30, `a frame of 1 px tells its height, but not for ever: ${await heights()}`);
    } else {
      t.note('its bar for scrolling takes all of a frame of 1 px: no height is told');
      assert.deepEqual([await heights(), await page.evaluate(() => document.querySelector('#w1').clientHeight)], [[], 720], 'what has no width keeps its height');
    }
    // Made wide, it is as any other.
    await page.evaluate(() => { document.querySelector('#w1').width = 600; });
    await expectFitted(page, 'w1', '#w1');
    await expectNoSidewaysScroll(page.frame('#w1'), 'made wide');
    await expectReadable(page.frame('#w1'), t.names);
    await expectUsable(page.frame('#w1'));
    await expectHostUnaffected(page);
  },
};

/** A page with so many device pixels a pixel. */
async function pageAtScale(t, scale, size) {
  const page = await t.page({ scale });
  if (t.engine !== 'webkit') await page.viewport({ ...size, scale });
  return page;
}

const pixelRatio = {
  id: 'F35',
  title: 'device pixel ratio 3',
  quick: false,
  async run(t) {
    const world = await t.world();
    const page = await pageAtScale(t, 3, { width: 800, height: 600 });
    const embed = await openEmbed(page, world);
    await started(embed);
    assert.equal(await embed.evaluate(() => devicePixelRatio), 3);
    for (const name of VIEWS) {
      await show(embed, name);
      await expectNoSidewaysScroll(embed, name);
    }
    await expectFitted(page, 't1', '#one');
    await expectUsable(embed);
    const width = await page.evaluate(() => innerWidth);
    const picture = await page.screenshot();
    assert.equal(picture.readUInt32BE(16), width * 3, 'the picture has three pixels for one');
    await expectHostUnaffected(page);
  },
};

const zoomed = {
  id: 'F36',
  title: 'zoom 500 %: 256 px wide, five device pixels a pixel',
  quick: false,
  async run(t) {
    const world = await t.world();
    const size = { width: 256, height: 205 };
    const page = await pageAtScale(t, 5, size);
    let view = page;
    if (t.engine === 'webkit') {
      // Its window cannot be as narrow, a frame can.
      world.site.page('/matrix-host.html', hostPage({ embeds: [frame('/', size)] }));
      await page.goto(world.site.url('/matrix-host.html'));
      view = page.frame('#one');
    } else {
      await page.goto(world.site.url());
    }
    await started(view);
    assert.deepEqual(await view.evaluate(() => [devicePixelRatio, innerWidth]), [5, 256]);
    for (const name of VIEWS) {
      await show(view, name);
      await expectNoSidewaysScroll(view, name);
      const stuck = await view.evaluate(() => Math.max(0, ...[...document.querySelectorAll('body *')]
        .filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position) && element.getBoundingClientRect().top <= 1)
        .map((element) => element.getBoundingClientRect().height)));
      assert.ok(stuck <= size.height / 2, `${name}: ${Math.round(stuck)} of ${size.height} px stay covered while it scrolls`);
    }
    await expectUsable(view);
    await expectReadable(view, t.names);
  },
};

/**
 * What old libraries do to a page: properties of every object and array, and functions of their own. `isWhole` is false where
 * the driver's own scripts need some of what is changed. Runs in the host page.
 */
function patch(isWhole) {
  Array.prototype.contains = function contains(one) { return this.indexOf(one) >= 0; };
  String.prototype.toJSON = function toJSON() { return `"${this}"`; };
  Function.prototype.bind = ((bind) => function patched(...values) { return bind.apply(this, values); })(Function.prototype.bind);
  Array.prototype.find = () => { throw new Error('patched'); };
  Array.prototype.some = () => { throw new Error('patched'); };
  Array.from = () => { throw new Error('patched'); };
  Element.prototype.closest = () => { throw new Error('patched'); };
  if (isWhole) {
    Object.prototype.extended = function extended() {};
    Array.prototype.toJSON = function toJSON() { return `[${this.join(', ')}]`; };
    JSON.parse = () => { throw new Error('patched'); };
  }
  window.$ = () => null;
  window.Promise = class extends Promise {};
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function zoned(kind, run, options) {
    return listen.call(this, kind, typeof run === 'function' ? function inZone(...values) { return run.apply(this, values); } : run, options);
  };
}

const HOSTILE_STYLE = `
  * { font: 40px/3 cursive !important; color: red !important; letter-spacing: .5em !important; text-transform: uppercase !important; box-sizing: border-box !important; }
  iframe { border: 7px dashed lime !important; margin: 20px !important; padding: 9px !important; opacity: .9; filter: hue-rotate(90deg); }
  div, details, table, button { display: inline !important; position: static !important; }
  .timeline, .embed__head, #app, #boot, #content { display: none !important; }
`;

const hostileHost = {
  id: 'F37',
  title: 'hostile host styles and patched prototypes',
  quick: true,
  async run(t) {
    const plain = await t.world();
    const page = await t.page();
    const styleOf = (embed) => embed.evaluate(() => ['.embed__title', '.views__tab', '.tenure-bar', '#content'].map((selector) => {
      const style = getComputedStyle(document.querySelector(selector));
      return [selector, style.font, style.color, style.letterSpacing, style.textTransform, style.display].join(' ');
    }));
    let embed = await openEmbed(page, plain);
    await started(embed);
    const before = await styleOf(embed);
    const world = await t.world();
    const isWhole = t.engine !== 'webkit';
    if (!isWhole) t.cannot('the scripts of WebKitWebDriver run in the page, and need JSON.parse, arrays without toJSON and objects with nothing added');
    embed = await openEmbed(page, world, { page: { head: `<script>(${patch})(${isWhole});</script>`, style: HOSTILE_STYLE } });
    await started(embed);
    assert.deepEqual(await styleOf(embed), before, 'no style of the host reaches the frame');
    await expectNoLine(embed);
    await until('the frame has the height of its content', async () => {
      const said = await lastHeight(page, 't1');
      return said > 100 && Math.min(said, HIGHEST) === Number.parseFloat(await page.evaluate(() => document.querySelector('#one').style.height));
    });
    await expectUsable(embed);
    await expectReadable(embed, t.names);
    await expectHostUnaffected(page);
  },
};

const twenty = {
  id: 'F38',
  title: 'twenty embeds on a page',
  quick: false,
  deadlineMs: 180_000,
  async run(t) {
    const world = await t.world();
    const page = await t.page();
    const ids = Array.from({ length: 20 }, (_, index) => `t${index + 1}`);
    world.host.page('/', hostPage({
      embeds: ids.map((id, index) => frame(world.site.url(`/embed/?v=1&id=${id}&view=${VIEWS[index % VIEWS.length]}`), { id })),
      script: world.site.url('/embed/v1.js'),
    }));
    await page.goto(world.host.url());
    await page.untilWithin(120_000, 'all twenty are ready', (ids) => {
      const ready = window.matrixHost.messages.filter(({ data }) => data?.type === 'ready').map(({ data }) => data.id);
      return ids.every((id) => ready.includes(id));
    }, ids);
    const said = await messages(page);
    assert.deepEqual(said.filter(({ type }) => type === 'error'), []);
    assert.deepEqual(said.filter(({ type }) => type === 'ready').map(({ frame, id }) => `${frame} ${id}`).sort(), ids.map((id, index) => `${index} ${id}`).sort(), 'each is ready once');
    for (const id of ids) await expectFitted(page, id, `#${id}`);
    // What is done in one is done in no other.
    await expectUsable(page.frame('#t7'));
    await show(page.frame('#t7'), 'map');
    for (const [index, id] of ids.entries()) {
      const shown = await page.frame(`#${id}`).evaluate(() => document.querySelector('.views__tab[aria-current]').dataset.view);
      assert.equal(shown, id === 't7' ? 'map' : VIEWS[index % VIEWS.length], id);
    }
    await expectHostUnaffected(page);
  },
};

export default [noSize, hiddenTab, widths, pixelRatio, zoomed, hostileHost, twenty];
