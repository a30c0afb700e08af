// F39 and F40: what remains when an embed has come and gone, or has been used for long.
import assert from 'node:assert/strict';
import { Cannot } from '../engines/cannot.mjs';
import { expectHostUnaffected, expectNoLine } from '../expect.mjs';
import { STALLED } from '../faults.mjs';
import { hostPage, messages } from '../host-page.mjs';
import { keepInstance } from '../injected.mjs';
import { VIEWS, expectUsable, show, started } from '../steps.mjs';

/** What a page keeps; `null` where the engine does not tell, which is noted. */
async function kept(t, page) {
  try {
    return await page.kept();
  } catch (error) {
    if (!(error instanceof Cannot)) throw error;
    t.cannot(error.message);
    return null;
  }
}

const TIMES = 100;
const ROUND = 10;

/** Adds an embed in one of the three ways that the contract has. Runs in the host page. */
function add(kind, base, id) {
  const made = document.createElement({ frame: 'iframe', mark: 'div', element: 'leadership-timeline' }[kind]);
  made.id = 'one';
  if (kind === 'frame') {
    Object.assign(made, { src: `${base}/embed/?v=1&id=${id}`, title: 'Who leads it', width: '100%', height: 720 });
  } else if (kind === 'mark') {
    for (const [name, value] of Object.entries({ 'timeline-embed': '', view: 'timeline', id })) made.setAttribute(`data-${name}`, value);
  } else {
    made.setAttribute('view', 'timeline');
  }
  document.querySelector('#after').before(made);
}

const comeAndGone = {
  id: 'F39',
  title: 'added and removed a hundred times',
  quick: false,
  deadlineMs: 240_000,
  async run(t) {
    const world = await t.world();
    world.host.page('/', hostPage({ embeds: [], script: world.site.url('/embed/v1.js') }));
    const page = await t.page();
    await page.goto(world.host.url());
    await page.until('the loader runs', () => customElements.get('leadership-timeline') !== undefined);
    const base = world.site.origin;
    const kinds = ['frame', 'mark', 'element'];
    const told = () => page.evaluate(() => window.matrixHost.messages.length);
    const removedWhen = {
      'it has been added': async () => {},
      'half of it has come': () => world.site.untilHeld(),
      'it has told its first height': (frame, before) => page.until('it tells a height', (before) =>
        window.matrixHost.messages.slice(before).some(({ data }) => data?.type === 'height'), before),
      'it runs': (frame) => started(page.frame(frame)),
    };
    const whens = Object.keys(removedWhen);
    const one = async (index) => {
      const when = index % ROUND === 0 ? 'it runs' : whens[index % (whens.length - 1)];
      const kind = kinds[Math.floor(index / kinds.length) % kinds.length];
      if (when === 'half of it has come') world.site.fault('/embed/', STALLED);
      const before = await told();
      await page.evaluate(add, kind, base, `n${index}`);
      const frame = kind === 'frame' ? '#one' : '#one iframe';
      await page.until('there is a frame', (frame) => document.querySelector(frame) !== null, frame);
      await removedWhen[when](frame, before);
      await page.evaluate(() => document.querySelector('#one').remove());
      world.site.mend();
      world.site.release();
    };
    for (let index = 0; index < ROUND; index += 1) await one(index);
    const before = await kept(t, page);
    for (let index = ROUND; index < TIMES + ROUND; index += 1) await one(index);
    const after = await kept(t, page);
    if (before) {
      t.note(`documents ${before.documents} → ${after.documents}, nodes ${before.nodes} → ${after.nodes}, listeners ${before.listeners} → ${after.listeners}, heap ${before.heap} → ${after.heap} bytes`);
      assert.ok(after.documents <= before.documents, `documents: ${before.documents}, then ${after.documents}`);
      assert.ok(after.listeners <= before.listeners, `listeners: ${before.listeners}, then ${after.listeners}`);
      assert.ok(after.nodes <= before.nodes + ROUND, `nodes: ${before.nodes}, then ${after.nodes}`);
    }
    assert.equal(await page.evaluate(() => document.querySelectorAll('iframe').length), 0, 'no frame remains');
    assert.deepEqual(await messages(page, 'error'), []);
    await expectHostUnaffected(page);
    // The next one is as good as the first.
    await page.evaluate(add, 'frame', base, 'last');
    await started(page.frame('#one'));
    await expectUsable(page.frame('#one'));
  },
};

/**
 * A round of what readers do, as events on the page: views, filters, search, sorting, zooming, details, keys.
 * Gives how many actions it was. Runs in the page.
 */
async function useOnce(views) {
  let actions = 0;
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const act = (selector, make) => {
    const element = document.querySelector(selector);
    if (!element) throw new Error(`nothing at ${selector}`);
    actions += 1;
    make(element);
  };
  const click = (selector) => act(selector, (element) => element.click());
  const press = (selector, key) => act(selector, (element) => element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));
  const type = (selector, text) => act(selector, (element) => {
    element.value = text;
    element.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  for (const view of views) {
    click(`.views__tab[data-view="${view}"]`);
    await drawn();
    if (view === 'timeline') {
      for (const key of ['+', '+', 'ArrowRight', 'ArrowRight', 'PageUp', 'PageDown', '-', '-', 'Home', 'End', '0']) press('.tenure-bar', key);
      click('.tenure-bar');
      await drawn();
      press('.timeline', 'Escape');
      click('.tenure-bar');
      await drawn();
    }
    if (view === 'table') {
      for (const key of ['name', 'office', 'days', 'start']) click(`.record-table th[data-sort="${key}"] button`);
      await drawn();
    }
  }
  for (const text of ['l', 'ly', 'lyons', '']) type('#search', text);
  await drawn();
  return actions;
}

const ACTIONS = 3000;

const longUse = {
  id: 'F40',
  title: 'half an hour of use: 3,000 actions',
  quick: false,
  deadlineMs: 1_800_000,
  async run(t) {
    const world = await t.world();
    world.site.inject(keepInstance);
    const page = await t.page();
    await page.goto(world.site.url());
    await started(page);
    let actions = 0;
    const measured = async () => {
      await show(page, 'timeline');
      const [elements, memory] = await page.evaluate(() => [document.querySelectorAll('*').length, window.matrixInstance.exports.memory.buffer.byteLength]);
      return { elements, memory };
    };
    // Everything has been used before the first look: what is made once is not what grows.
    while (actions < ACTIONS / 6) actions += await page.evaluate(useOnce, VIEWS);
    const before = { ...(await measured()), ...(await kept(t, page)) };
    while (actions < ACTIONS) actions += await page.evaluate(useOnce, VIEWS);
    const after = { ...(await measured()), ...(t.engine === 'chromium' ? await page.kept() : {}) };
    t.note(`${actions} actions: ${Object.keys(before).map((name) => `${name} ${before[name]} → ${after[name]}`).join(', ')}`);
    // What is open, such as a card, may be there at one look and not at the other: nothing is to grow.
    assert.ok(after.elements <= before.elements, `elements of the page: ${before.elements}, then ${after.elements}`);
    assert.ok(after.memory <= before.memory * 1.05, `memory of the program: ${before.memory}, then ${after.memory} bytes`);
    if ('nodes' in before) {
      assert.ok(after.nodes <= before.nodes, `nodes: ${before.nodes}, then ${after.nodes}`);
      assert.ok(after.listeners <= before.listeners, `listeners: ${before.listeners}, then ${after.listeners}`);
      assert.ok(after.heap <= before.heap * 1.05, `heap: ${before.heap}, then ${after.heap} bytes`);
    }
    await expectNoLine(page);
    await expectUsable(page);
  },
};

export default [comeAndGone, longUse];
