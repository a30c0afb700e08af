// A03 to A06: how the timeline is used without a mouse, and with its wheel, in every engine.
import assert from 'node:assert/strict';
import { until } from '../engines/scope.mjs';
import { HEAD, TIMELINE, daysOf, drawn, focused, openSite, press, rangeOf, tabTo } from '../keys.mjs';
import { rested } from '../sized.mjs';
import { openEmbed, show, started } from '../steps.mjs';

/** Through the bars of the timeline by keys, into a detail and back. */
async function walkBars(page, view) {
  await tabTo(page, view, 'button.tenure-bar');
  const first = await focused(view);
  await press(page, view, 'ArrowRight');
  const second = await focused(view);
  assert.equal(second.lane, first.lane, 'right stays in the lane');
  assert.ok(second.day >= first.day && second.record !== first.record, 'right goes to the next bar');
  await press(page, view, 'ArrowLeft');
  assert.equal((await focused(view)).record, first.record, 'left goes back');
  const days = await view.evaluate((lane) => [...document.querySelectorAll(`[data-lane="${lane}"] [data-day]`)].map((bar) => Number(bar.dataset.day)), first.lane);
  await press(page, view, 'End');
  assert.equal((await focused(view)).day, Math.max(...days), 'End goes to the last of the lane');
  await press(page, view, 'Home');
  assert.equal((await focused(view)).day, Math.min(...days), 'Home goes to the first');
  await press(page, view, 'ArrowDown');
  const below = await focused(view);
  assert.notEqual(below.lane, first.lane, 'down goes to another lane');
  assert.match(below.kind, /tenure-bar|event-marker/);
  await press(page, view, 'ArrowUp');
  assert.equal((await focused(view)).lane, first.lane, 'up goes back to the lane');
  const { record } = await focused(view);
  await page.press('Enter');
  await view.until('the detail opens and takes the focus', () => document.activeElement.id === 'detail-title');
  await page.press('Escape');
  await view.until('the detail is closed, and the bar has the focus', (record) =>
    !document.querySelector('.detail').checkVisibility() && document.activeElement.dataset.tenure === record, record);
  await press(page, view, 'Enter');
  await view.until('it opens again', () => document.activeElement.id === 'detail-title');
  await page.press('Escape');
  await view.until('and closes', (record) => document.activeElement.dataset.tenure === record, record);
}

const bars = {
  id: 'A03',
  title: 'arrows, Home, End, Enter and Escape on bars; the focus returns',
  quick: true,
  async run(t) {
    const world = await t.world();
    const page = await openSite(t, world);
    await walkBars(page, page);
    const embed = await openEmbed(page, world);
    await started(embed);
    await rested(embed);
    await page.show();
    await walkBars(page, embed);
  },
};

/** The keys that the timeline has, and those by which a page is scrolled. */
const KEYS = ['+', '-', '0', 't', 'f', '?', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown', ' '];
/** Firefox opens its own search at this one: it is sent as an event on the page. */
const SENT = ['/'];
const WITH = ['ctrlKey', 'metaKey', 'altKey'];

/** Sends keys as events to what has the focus. Gives those that were taken. Runs in the page. */
function send(keys, more) {
  return keys.filter((key) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    document.activeElement.dispatchEvent(event);
    return event.defaultPrevented;
  });
}

const untaken = {
  id: 'A04',
  title: 'no key is taken outside of the timeline, and none with Ctrl, Cmd or Alt',
  quick: true,
  async run(t) {
    const world = await t.world();
    const page = await openSite(t, world);
    const before = await rangeOf(page);
    await page.evaluate(() => {
      window.matrixKeys = [];
      addEventListener('keydown', (event) => window.matrixKeys.push(event));
    });
    for (const place of ['body', '#main', '.views__tab[data-view=date]', '.languages__link']) {
      await page.evaluate((place) => {
        window.matrixKeys = [];
        if (place === 'body') document.activeElement.blur();
        else document.querySelector(place).focus({ preventScroll: true });
      }, place);
      for (const key of KEYS) await press(page, page, key);
      const heard = await page.evaluate(() => window.matrixKeys.map((event) => [event.key, event.defaultPrevented]));
      assert.deepEqual(heard.map(([key]) => key), KEYS, `${place}: each key is heard`);
      assert.deepEqual(heard.filter(([, isTaken]) => isTaken), [], `${place}: no key is taken`);
      assert.deepEqual(await page.evaluate(send, SENT, {}), [], `${place}: none of these either`);
    }
    assert.deepEqual(await rangeOf(page), before, 'the days are as they were');
    for (const [key, place] of [['PageDown', '.views__tab[data-view=date]'], [' ', '#main']]) {
      await page.evaluate((place) => {
        scrollTo(0, 0);
        document.querySelector(place).focus({ preventScroll: true });
      }, place);
      await page.press(key);
      await page.until(`“${key}” scrolls the page`, () => scrollY > 100);
    }
    await page.evaluate((head) => document.querySelector(head).focus(), HEAD);
    const keys = ['f', 'F', '+', '-', '0', 't', '/', 'ArrowLeft', 'Home', 'PageDown', ' '];
    for (const held of WITH) assert.deepEqual(await page.evaluate(send, keys, { [held]: true }), [], `with ${held} no key is taken`);
    assert.deepEqual(await rangeOf(page), before);
    assert.deepEqual(await page.evaluate(send, [' ', 'F3', 'F5', 'Tab', 'a'], {}), [], 'keys that the timeline does not have are not taken on a bar');
    assert.deepEqual(await page.evaluate(send, ['+', 'ArrowLeft'], {}), ['+', 'ArrowLeft'], 'its own keys are');
    // In a field keys write.
    await page.evaluate(() => document.querySelector('#search').focus());
    for (const key of ['0', 't', 'f', '-', '+']) await press(page, page, key);
    assert.equal(await page.evaluate(() => document.querySelector('#search').value), '0tf-+', 'in the search they are letters');
  },
};

const wheel = {
  id: 'A05',
  title: 'the wheel scrolls the page over the timeline, and zooms with Ctrl',
  quick: true,
  async run(t) {
    const world = await t.world();
    const page = await openSite(t, world);
    const before = await rangeOf(page);
    const begin = () => page.evaluate(() => {
      document.querySelector('[data-lane=ice-director]').scrollIntoView({ block: 'center' });
      window.matrixWheels = [];
      if (!window.matrixHears) addEventListener('wheel', (event) => window.matrixWheels.push(event), { passive: true });
      window.matrixHears = true;
      window.matrixTop = scrollY;
    });
    const over = '[data-lane=ice-director]';
    await begin();
    await page.wheel(over, 120);
    await page.until('the page scrolls', () => scrollY > window.matrixTop + 20);
    assert.deepEqual(await page.evaluate(() => window.matrixWheels.filter(({ defaultPrevented }) => defaultPrevented).length), 0, 'the wheel is not taken');
    assert.deepEqual(await rangeOf(page), before, 'the days are as they were');
    await begin();
    await page.wheel(over, -120, ['Control']);
    await page.until('the wheel is heard', () => window.matrixWheels.length > 0);
    if (await page.evaluate(() => window.matrixWheels.some(({ ctrlKey }) => ctrlKey))) {
      await page.until('with Ctrl it zooms', ([from, to]) => {
        const { dataset } = document.querySelector('section.timeline');
        return dataset.from > from && dataset.to < to;
      }, before);
      assert.equal(await page.evaluate(() => window.matrixWheels.every(({ defaultPrevented }) => defaultPrevented)), true, 'and is taken');
      assert.equal(await page.evaluate(() => scrollY === window.matrixTop), true, 'and the page stays');
    } else {
      t.cannot('WebKitWebDriver tells the page nothing of a key that is held while the wheel turns; an event on the page stands in');
    }
    // With Cmd as well, of which no driver turns a wheel.
    for (const held of ['ctrlKey', 'metaKey']) {
      const from = await rangeOf(page);
      const isTaken = await page.evaluate((over, held) => {
        const box = document.querySelector(over).getBoundingClientRect();
        const middle = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
        const event = new WheelEvent('wheel', { deltaY: -120, [held]: true, ...middle, bubbles: true, cancelable: true });
        document.querySelector(over).dispatchEvent(event);
        return event.defaultPrevented;
      }, over, held);
      assert.equal(isTaken, true, `with ${held} the wheel is taken`);
      await until(`with ${held} it zooms`, async () => daysOf(await rangeOf(page)) < daysOf(from));
    }
  },
};

/** Drags from the middle of an element by so many pixels across, as events of a pointer. Runs in the page. */
async function drag(selector, by) {
  const element = document.querySelector(selector);
  const box = element.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const mouse = { clientY: y, pointerId: 1, pointerType: 'mouse', isPrimary: true, bubbles: true, cancelable: true };
  const say = (kind, target, clientX) => target.dispatchEvent(new PointerEvent(kind, {
    ...mouse, clientX, button: kind === 'pointermove' ? -1 : 0, buttons: kind === 'pointerup' ? 0 : 1,
  }));
  say('pointerdown', element, x);
  for (const part of [0.25, 0.5, 1]) {
    say('pointermove', window, x + by * part);
    await new Promise((done) => requestAnimationFrame(done));
  }
  say('pointerup', window, x + by);
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}

/** Clicks on an element again and again, until that changes nothing of what the page shows. Gives how often it did. Runs in the page. */
async function clickThrough(selector, shown) {
  const state = () => JSON.stringify({ ...document.querySelector(shown).dataset, value: document.querySelector(shown).value });
  for (let times = 0; times < 4000; times += 1) {
    const before = state();
    document.querySelector(selector).click();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    if (state() === before) return times;
  }
  throw new Error(`${selector} has no end`);
}

const reach = {
  id: 'A06',
  title: 'buttons, keys and fields reach what a drag reaches',
  quick: true,
  deadlineMs: 180_000,
  async run(t) {
    const world = await t.world();
    const page = await openSite(t, world);
    const far = 5000;
    const slide = async (end, key) => {
      await page.evaluate((end) => document.querySelector(`[data-end=${end}]`).focus(), end);
      await press(page, page, key);
    };
    // The handles by drags: to the longest range, to the shortest.
    await page.evaluate(drag, '[data-end=from]', -far);
    await page.evaluate(drag, '[data-end=to]', far);
    const longest = await rangeOf(page);
    await page.evaluate(drag, '[data-end=from]', far);
    const shortest = await rangeOf(page);
    assert.ok(daysOf(longest) > 3000 && daysOf(shortest) < 30, `drags reach ${longest} and ${shortest}`);
    await slide('from', 'Home');
    assert.deepEqual(await rangeOf(page), longest, 'the keys of a handle reach the longest');
    await slide('from', 'End');
    assert.deepEqual(await rangeOf(page), shortest, 'and the shortest');
    await slide('from', 'Home');
    const zooms = await page.evaluate(clickThrough, '[data-action=zoom-in]', TIMELINE);
    assert.equal(daysOf(await rangeOf(page)), daysOf(shortest), `the button reaches the shortest in ${zooms} steps`);
    await page.evaluate(clickThrough, '[data-action=zoom-out]', TIMELINE);
    assert.deepEqual(await rangeOf(page), longest, 'and the longest');
    // The days by a drag over the lanes, as far as it goes either way.
    for (let times = 0; times < 5; times += 1) await page.click('[data-action=zoom-in]');
    const ends = [];
    for (const by of [far, -far]) {
      for (let before; before !== String(await rangeOf(page));) {
        before = String(await rangeOf(page));
        await page.evaluate(drag, '[data-lane=ice-director]', by * 20);
      }
      ends.push(await rangeOf(page));
    }
    for (const [index, action] of ['pan-left', 'pan-right'].entries()) {
      await page.evaluate(clickThrough, `[data-action=${action}]`, TIMELINE);
      assert.deepEqual(await rangeOf(page), ends[index], `${action} reaches as far as a drag`);
    }
    // The day, by its slider, its field and its buttons.
    await show(page, 'date');
    const day = () => page.evaluate(() => document.querySelector('#day-day').value);
    const limits = await page.evaluate(() => {
      const { min, max } = document.querySelector('#day-slider');
      return [Number(min), Number(max)];
    });
    const days = [];
    for (const [index, key] of ['Home', 'End'].entries()) {
      await page.evaluate(() => document.querySelector('#day-slider').focus());
      await page.press(key);
      await page.until('the slider is at its end', (value) => Number(document.querySelector('#day-slider').value) === value, limits[index]);
      await drawn(page);
      days.push(await day());
    }
    assert.ok(days[0] <= '2017-01-20' && days[1] >= '2026-09-18', `the slider reaches ${days}`);
    for (const value of days) {
      await page.evaluate((value) => {
        const field = document.querySelector('#day-day');
        field.value = value;
        for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
      }, value);
      const at = limits[days.indexOf(value)];
      await page.until('the field reaches it', (at) => Number(document.querySelector('#day-slider').value) === at, at);
    }
    await page.evaluate(clickThrough, '[data-step=previous-change]', '#day-slider');
    const earliest = await page.evaluate(() => Number(document.querySelector('#day-slider').value));
    assert.ok(earliest - limits[0] < 4000, 'buttons lead back as far as there are changes');
    await page.evaluate(clickThrough, '[data-step=next-change]', '#day-slider');
    assert.ok(await page.evaluate(() => Number(document.querySelector('#day-slider').value)) > earliest + 1000, 'and on');
  },
};

export default [bars, untaken, wheel, reach];
