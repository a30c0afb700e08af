// A09 and A11: what of a page speaks, and what moves, of itself, in every engine.
import assert from 'node:assert/strict';
import { HEAD, drawn, openSite, press } from '../keys.mjs';
import { rested } from '../sized.mjs';
import { VIEWS, show } from '../steps.mjs';

/** Keeps what is said of itself, with the page's own time of it. Runs in the page. */
function keepSaid() {
  window.matrixSaid = [];
  const lines = [...document.querySelectorAll('[aria-live], [role=status], [role=alert], output')];
  for (const line of lines) {
    new MutationObserver(() => {
      const text = line.textContent.trim();
      const isPolite = line.getAttribute('role') !== 'alert' && line.getAttribute('aria-live') !== 'assertive';
      if (text && line.checkVisibility()) window.matrixSaid.push({ at: performance.now(), text, isPolite });
    }).observe(line, { childList: true, characterData: true, subtree: true });
  }
  return lines.length;
}

/** How long nothing may change before it is said, by the page's own clock, less what a clock may round away. */
const REST_MS = 500 - 20;

const said = {
  id: 'A09',
  title: 'one polite message at a time while keys zoom, once it has come to rest',
  quick: true,
  async run(t) {
    const world = await t.world();
    const page = await openSite(t, world);
    await page.evaluate((head) => document.querySelector(head).focus(), HEAD);
    assert.ok(await page.evaluate(keepSaid) > 1, 'there are lines that are said');
    const rounds = ['+', '-', '+'];
    for (const [round, key] of rounds.entries()) {
      for (let presses = 0; presses < 6; presses += 1) await page.press(key);
      await page.until('the range is said', (round) => window.matrixSaid.length > round, round);
      await page.until('what is said is what is shown', () => window.matrixSaid.at(-1).text === document.querySelector('section.timeline').getAttribute('aria-label'));
    }
    const all = await page.evaluate(() => window.matrixSaid);
    assert.ok(all.every(({ isPolite }) => isPolite), 'nothing breaks in');
    const near = all.filter(({ at }, index) => index > 0 && at - all[index - 1].at < REST_MS);
    assert.deepEqual(near, [], `no two within half a second: ${JSON.stringify(all)}`);
    assert.ok(all.length >= rounds.length && all.length < rounds.length * 6, `${all.length} messages for ${rounds.length * 6} keys`);
    // What is said without a rest would be seen.
    await page.evaluate(async () => {
      const line = document.querySelector('section.timeline [role=status]');
      for (const text of ['one', 'two']) {
        line.textContent = text;
        await new Promise((done) => requestAnimationFrame(done));
      }
    });
    const after = await page.evaluate(() => window.matrixSaid);
    assert.ok(after.at(-1).at - after.at(-2).at < REST_MS, 'two at once would be seen');
  },
};

/** Keeps the names of animations and transitions that begin, but for those of the loading page, which are clocks. Runs in the page. */
function keepMoves() {
  window.matrixMoves = [];
  for (const kind of ['animationstart', 'transitionrun']) {
    document.addEventListener(kind, ({ animationName, propertyName, target }) => {
      const name = animationName ?? propertyName;
      if (!/^boot-/.test(name)) window.matrixMoves.push(`${name} of ${target.localName}.${target.className}`);
    }, true);
  }
}

/** Does in each view what might move something. Gives what has. */
async function moves(page) {
  const found = [];
  for (const name of VIEWS) {
    await show(page, name);
    await drawn(page);
    if (name === 'timeline') {
      for (const action of ['zoom-in', 'pan-left', 'fit']) await page.click(`[data-action=${action}]`);
      await page.click('#group-field-offices');
      await page.evaluate((head) => document.querySelector(head).focus(), HEAD);
      await press(page, page, 'Enter');
      await page.until('the detail is open', () => document.activeElement.id === 'detail-title');
      await press(page, page, 'Escape');
    }
    if (name === 'figures' || name === 'map') await page.evaluate(() => document.querySelector('#content figure').scrollIntoView());
    await drawn(page);
    found.push(...(await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').map(({ animationName, transitionProperty, effect }) =>
      `${animationName ?? transitionProperty} of ${effect?.target?.outerHTML.slice(0, 60)}`))).map((one) => `${name}: ${one}`));
  }
  await show(page, 'story');
  for (let steps = 0; steps < 3; steps += 1) {
    const before = await page.evaluate(() => document.querySelector('.story__step[aria-current=step]').id);
    await page.click('.story__go:last-of-type');
    await page.until('the next step is shown', (before) => document.querySelector('.story__step[aria-current=step]').id !== before, before);
    await drawn(page);
  }
  return [...found, ...(await page.evaluate(() => window.matrixMoves))];
}

const still = {
  id: 'A11',
  title: 'nothing moves of itself where a reader does not want it',
  quick: true,
  async run(t) {
    const world = await t.world();
    world.site.inject(keepMoves);
    const page = await t.page({ still: true });
    await page.goto(world.site.url());
    await rested(page);
    await page.show();
    assert.equal(await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches), true, 'the engine says that nothing is to move');
    assert.deepEqual(await moves(page), []);
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), 'auto', 'nor does the page glide');
    // Where a reader has nothing against it, what moves is seen.
    const other = await t.page();
    await other.goto(world.site.url());
    await rested(other);
    await other.show();
    assert.ok((await moves(other)).some((one) => one.startsWith('story-shown')), 'what moves would be seen');
  },
};

export default [said, still];
