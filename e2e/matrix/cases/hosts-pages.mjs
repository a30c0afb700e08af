// H17 to H20: where the embed stands on the page, how that page is written and coloured, and how it is printed.
import assert from 'node:assert/strict';
import { NS, expectFitted, expectQuiet, expectSeen, expectWorks, openHosting, snippets, unknownWords } from '../embedded.mjs';
import { Cannot } from '../engines/cannot.mjs';
import { until } from '../engines/scope.mjs';
import { expectHostUnaffected } from '../expect.mjs';
import { frame, hostPage } from '../host-page.mjs';
import { expectUsable, openEmbed, started } from '../steps.mjs';

/** A page with each of the snippets of the documentation. */
function withSnippets(site, more) {
  const { frame, mark, element, loader } = snippets(site);
  return hostPage({
    embeds: [
      frame.replace('<iframe', '<iframe id="one"').replace('?v=1', '?v=1&amp;id=t1'),
      mark.replace('<div', '<div id="two" data-id="t2"'),
      element.replace('view=', 'id="three" view='),
      loader,
    ],
    ...more,
  });
}

const FRAMES = ['#one', '#two iframe', '#three iframe'];

const bringNear = (page, selector) => page.evaluate((selector) => document.querySelector(selector).scrollIntoView(), selector);

/** Puts a frame that is not lazy beside the others, and waits until it has come: what else is to come by itself has been asked for. */
async function untilOthersWould(page, address) {
  await page.evaluate(async (address) => {
    const eager = Object.assign(document.createElement('iframe'), { src: address });
    await new Promise((come) => {
      eager.onload = come;
      document.querySelector('#one').after(eager);
    });
    eager.remove();
  }, address);
}

const lazy = {
  id: 'H17',
  title: 'lazy, 5,000 px down: no request before scrolling near',
  quick: false,
  async run(t) {
    const world = await openHosting(t);
    world.host.page('/', withSnippets(world.site, { style: '#article { margin-bottom: 5000px }' }));
    world.host.page('/eager', '<!doctype html><title>A frame</title>');
    const page = await t.page();
    await page.goto(world.host.url(), { waitUntil: 'load' });
    await page.until('the loader has made its frames', (frames) => frames.every((selector) => document.querySelector(selector)), FRAMES);
    assert.ok(await page.evaluate(() => document.querySelector('#one').getBoundingClientRect().top > 5000), 'the embeds are far down');
    await untilOthersWould(page, world.host.url('/eager'));
    assert.deepEqual(world.site.requests.map(({ path }) => path), ['/embed/v1.js'], 'nothing but the loader is asked for');
    await bringNear(page, '#one');
    await expectWorks(t, { world, page, embed: page.frame('#one'), expected: unknownWords(t) });
    for (const selector of FRAMES.slice(1)) {
      await bringNear(page, selector);
      await started(page.frame(selector));
      await expectFitted(page, selector);
    }
  },
};

/** Where the bars of an embed are, and which way it is written. */
const laidOut = (embed) => embed.evaluate(() => ({
  direction: getComputedStyle(document.querySelector('#content')).direction,
  width: innerWidth,
  bars: [...document.querySelectorAll('.tenure-bar')].map((bar) => Math.round(bar.getBoundingClientRect().left)),
}));

const rightToLeft = {
  id: 'H18',
  title: 'right-to-left host',
  quick: false,
  async run(t) {
    const page = await t.page();
    const usual = await openHosting(t);
    let embed = await openEmbed(page, usual);
    await started(embed);
    await expectSeen(embed);
    await expectFitted(page);
    const before = await laidOut(embed);
    assert.equal(before.direction, 'ltr');
    const world = await openHosting(t);
    world.host.page('/', withSnippets(world.site, { attributes: 'lang="ar" dir="rtl"' }));
    await page.goto(world.host.url());
    embed = page.frame('#one');
    await expectWorks(t, { world, page, embed, expected: unknownWords(t) });
    await until('the embed is laid out as in any host', async () => JSON.stringify(await laidOut(embed)) === JSON.stringify(before));
    for (const selector of FRAMES) {
      await bringNear(page, selector);
      await started(page.frame(selector));
      await expectFitted(page, selector);
      const [left, right, width] = await page.evaluate((selector) => {
        const { left, right } = document.querySelector(selector).getBoundingClientRect();
        return [left, right, document.documentElement.clientWidth];
      }, selector);
      assert.ok(left >= 0 && right <= width, `${selector} is within the page: ${left} to ${right} of ${width} px`);
    }
    const [has, takes] = await page.evaluate(() => [document.documentElement.clientWidth, document.documentElement.scrollWidth]);
    assert.ok(takes <= has, `the page takes ${takes} px and has ${has} px`);
    await expectQuiet(t, page, [page, ...FRAMES.map((selector) => page.frame(selector))], unknownWords(t));
  },
};

const DARK_STYLE = ':root { color-scheme: dark } html body { background: rgb(17, 17, 17); color: rgb(238, 238, 238) }';

/**
 * Lets a case ask how an embed looks (`matrixLook`), and keeps how it looked on paper (`matrixPrinted`). Its lightness is from
 * 0 to 1; `cut` are the words that lie beyond the end of its frame. Runs in the embed.
 */
function keepLook() {
  const luminance = (color) => {
    const parts = color.match(/[\d.]+/g).slice(0, 3).map((part) => part / 255);
    const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const isSeen = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  const wordsBelow = (edge) => {
    const words = [];
    const range = document.createRange();
    const walk = document.createTreeWalker(document.querySelector('#content'), NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node.data.trim() === '' || !isSeen(node.parentElement)) continue;
      range.selectNode(node);
      if (range.getBoundingClientRect().bottom > edge + 1) words.push(node.data.trim());
    }
    return words;
  };
  window.matrixLook = () => {
    const isOf = (selector) => [...document.querySelectorAll(selector)].filter(isSeen);
    return {
      page: luminance(getComputedStyle(document.body).backgroundColor),
      words: isOf('.embed__title, .embed__as-of, .views__tab, .embed__foot a, .embed__heads > summary').map((element) => luminance(getComputedStyle(element).color)),
      prefersDark: matchMedia('(prefers-color-scheme: dark)').matches,
      bars: isOf('.tenure-bar').length,
      kept: ['.embed__title', '.embed__as-of', '.embed__foot'].filter((selector) => isOf(selector).length === 1),
      cut: wordsBelow(innerHeight),
    };
  };
  matchMedia('print').addEventListener('change', ({ matches }) => {
    if (matches) window.matrixPrinted = window.matrixLook();
  });
}

const look = (embed) => embed.evaluate(() => window.matrixLook());

/** What is wrong with the colours of an embed that should be dark, or light, in words. */
async function colourFaults(embed, isDark, about) {
  const { page, words } = await look(embed);
  const contrasts = words.map((one) => (Math.max(one, page) + 0.05) / (Math.min(one, page) + 0.05));
  return [
    (page < 0.2) !== isDark && `${about}: the embed is not ${isDark ? 'dark' : 'light'}`,
    contrasts.some((one) => one < 4.5) && `${about}: its words do not stand out from it: ${contrasts.map((one) => one.toFixed(1)).join(', ')}`,
  ].filter(Boolean);
}

const darkHost = {
  id: 'H19',
  title: 'dark host: the theme follows the reader, the address and the host',
  quick: false,
  deadlineMs: 180_000,
  async run(t) {
    const faults = [];
    for (const profile of [{ dark: true }, {}]) {
      const reader = profile.dark ? 'a reader who prefers dark' : 'a reader who prefers light';
      const world = await openHosting(t);
      world.site.inject(keepLook);
      const page = await t.page(profile);
      const source = world.site.url('/embed/?v=1&id=');
      world.host.page('/', hostPage({
        embeds: [frame(`${source}t1`), frame(`${source}t2&theme=dark`, { id: 'two' }), frame(`${source}t3&theme=light`, { id: 'three' })],
        script: world.site.url('/embed/v1.js'),
        style: DARK_STYLE,
      }));
      await page.goto(world.host.url());
      const [embed, dark, light] = ['#one', '#two', '#three'].map((selector) => page.frame(selector));
      await expectWorks(t, { world, page, embed });
      const { prefersDark } = await look(embed);
      if (profile.dark) assert.equal(prefersDark, true, 'the embed hears that the reader prefers dark');
      faults.push(...await colourFaults(embed, prefersDark, `theme=auto for ${reader}`));
      for (const one of [dark, light]) await started(one);
      faults.push(...await colourFaults(dark, true, `theme=dark for ${reader}`));
      faults.push(...await colourFaults(light, false, `theme=light for ${reader}`));
      for (const [theme, isDark] of [['dark', true], ['light', false], ['contrast', false], ['auto', prefersDark]]) {
        await page.evaluate((ns, theme) => {
          document.querySelector('#one').contentWindow.postMessage({ ns, v: 1, type: 'set', id: 't1', theme }, '*');
        }, NS, theme);
        await embed.until(`${theme} is set`, (theme) => (document.documentElement.dataset.theme ?? 'auto') === theme, theme);
        faults.push(...await colourFaults(embed, isDark, `set ${theme} for ${reader}`));
      }
      await expectHostUnaffected(page);
    }
    assert.deepEqual(faults, [], 'what is wrong with the colours');
  },
};

/** Has the styles for paper hold on the screen, for an engine that prints nothing. Runs in the embed. */
function onPaper() {
  const turn = (rules) => {
    for (const rule of rules) {
      if (rule.media) rule.media.mediaText = rule.media.mediaText.replace(/\bprint\b/g, 'all').replace(/\bscreen\b/g, 'not all');
      if (rule.cssRules) turn(rule.cssRules);
    }
  };
  for (const { cssRules } of document.styleSheets) turn(cssRules);
  window.matrixPrinted = window.matrixLook();
}

/** Prints the page; where the engine cannot, the embeds are shown as they would be on paper. Gives how large the file is. */
async function print(t, page, embeds) {
  try {
    const printed = Buffer.from(await page.print());
    assert.equal(printed.subarray(0, 5).toString(), '%PDF-');
    return printed.length;
  } catch (error) {
    if (!(error instanceof Cannot)) throw error;
    t.cannot(`${error.message}; its styles for paper were shown on the screen`);
    // Nobody hears of another height before it is printed.
    await page.evaluate(() => {
      for (const { clientHeight, style } of document.querySelectorAll('iframe')) style.setProperty('max-height', `${clientHeight}px`, 'important');
    });
    for (const embed of embeds) await embed.evaluate(onPaper);
    return null;
  }
}

/** What is wrong with an embed on paper, where no page is dark, in words. */
function faultsOf(printed, about) {
  if (!printed) return [`${about}: it does not hear that it is printed`];
  const { words, bars, kept, cut } = printed;
  return [
    kept.length < 3 && `only ${kept.join(', ')} of its title, day and foot are printed`,
    bars <= 5 && `${bars} bars are printed`,
    words.some((one) => one > 0.25) && `its words are too light for paper: ${words.map((one) => one.toFixed(2)).join(', ')}`,
    cut.length > 0 && `${cut.length} texts are cut off by the end of the frame, from “${cut[0]}” to “${cut.at(-1)}”`,
  ].filter(Boolean).map((fault) => `${about}: ${fault}`);
}

/** As wide as paper, so that the embed is as high there as on the screen. */
const PAPER_PX = 700;

const printed = {
  id: 'H20',
  title: 'the host page is printed: all that the embed shows is on the paper',
  quick: false,
  async run(t) {
    const world = await openHosting(t);
    world.site.inject(keepLook);
    const page = await t.page();
    const source = world.site.url('/embed/?v=1&id=');
    const shown = { one: `${source}t1`, two: `${source}t2&theme=dark`, three: `${source}t3&theme=contrast` };
    world.host.page('/', hostPage({
      embeds: Object.entries(shown).map(([id, src]) => frame(src, { id, width: PAPER_PX })),
      script: world.site.url('/embed/v1.js'),
    }));
    world.host.page('/bare', hostPage({ embeds: [] }));
    await page.goto(world.host.url('/bare'));
    const bare = t.engine === 'webkit' ? null : await print(t, page, []);
    await page.goto(world.host.url());
    const selectors = Object.keys(shown).map((id) => `#${id}`);
    const embeds = selectors.map((selector) => page.frame(selector));
    for (const [index, selector] of selectors.entries()) {
      await started(embeds[index]);
      await expectSeen(embeds[index]);
      await expectFitted(page, selector);
      assert.deepEqual((await look(embeds[index])).cut, [], `nothing of ${selector} is cut off on the screen`);
    }
    const bytes = await print(t, page, embeds);
    if (bytes) assert.ok(bytes > bare + 30_000, `the embeds add to what is printed: ${bytes} bytes, ${bare} without them`);
    const faults = [];
    for (const [id, src] of Object.entries(shown)) {
      faults.push(...faultsOf(await page.frame(`#${id}`).evaluate(() => window.matrixPrinted), src.replace(/.*&/, '')));
    }
    assert.deepEqual(faults, [], 'what is wrong on paper');
    await expectHostUnaffected(page);
    if (bytes) await expectUsable(embeds[0]);
  },
};

export default [lazy, rightToLeft, darkHost, printed];
