// A02 to A06, A09 and A11: how pages are used without a mouse, and what of them moves and speaks, in every engine.
import assert from 'node:assert/strict';
import { until } from '../engines/scope.mjs';
import { VIEW_QUERIES, rested } from '../sized.mjs';
import { VIEWS, openEmbed, show, started } from '../steps.mjs';

const DAY_MS = 86_400_000;
const HEAD = 'button.tenure-bar[data-tenure=lyons-ice-director-2025]';
const TIMELINE = 'section.timeline';

/** Waits until what the last event changed has been drawn. */
const drawn = (view) => view.evaluate(async () => {
  for (let times = 0; times < 2; times += 1) await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
});

/** Presses a key and waits for what it does to be drawn. */
async function press(page, view, key) {
  await page.press(key);
  await drawn(view);
}

/** The days that the timeline shows, as two dates. */
const rangeOf = (view) => view.evaluate((selector) => {
  const { from, to } = document.querySelector(selector).dataset;
  return [from, to];
}, TIMELINE);

const daysOf = ([from, to]) => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** What has the focus. */
const focused = (view) => view.evaluate(() => {
  const { id, className, dataset, localName } = document.activeElement;
  const lane = document.activeElement.closest('[data-lane]')?.dataset.lane ?? null;
  return { id, tag: localName, kind: className, record: dataset.tenure ?? dataset.event ?? null, day: Number(dataset.day ?? NaN), lane };
});

/** Presses Tab until an element of a selector has the focus. */
async function tabTo(page, view, selector, most = 120) {
  for (let presses = 0; presses < most; presses += 1) {
    await page.press('Tab');
    if (await view.evaluate((selector) => document.hasFocus() && document.activeElement.matches(selector), selector)) return;
  }
  assert.fail(`${selector} is not reached by ${most} presses of Tab`);
}

/** A page at the site, in front of all others. */
async function openSite(t, world, query = '') {
  const page = await t.page();
  await page.goto(world.site.url(`/${query}`));
  await rested(page);
  await page.show();
  return page;
}

/**
 * What Tab has led to, and what is wrong with it: nothing there once Tab has left the page. Waits until it has come into
 * sight, as the browser scrolls to it. Keeps in the page what it has seen. Runs in the page.
 */
async function look() {
  const element = document.activeElement;
  if (!document.hasFocus() || !element || element === document.body || element === document.documentElement) return null;
  const seen = (window.matrixStops ??= []);
  const name = [element.localName, element.id && `#${element.id}`, ...[...element.classList].map((one) => `.${one}`)].join('');
  const label = (element.getAttribute('aria-label') ?? element.textContent).trim().replace(/\s+/g, ' ').slice(0, 40);
  const known = seen.indexOf(element);
  const tell = (...wrong) => ({ name, label, known, isDay: element.type === 'date', wrong });
  if (known >= 0) return tell();
  const wrong = [];
  const before = seen.at(-1);
  if (before && !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) wrong.push('comes before the one before it');
  seen.push(element);
  const where = () => {
    const box = element.getClientRects()[0];
    if (!box) return 'has no box';
    if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return 'is out of sight';
    const y = Math.min(innerHeight - 1, Math.max(0, box.top + box.height / 2));
    // What begins before the first day that is shown lies below the names of lanes with a part of it.
    const edge = Math.min(box.width / 2, 2);
    const covers = [box.left + edge, box.left + box.width / 2, box.right - edge].map((x) => document.elementFromPoint(Math.min(innerWidth - 1, Math.max(0, x)), y));
    return covers.some((at) => at && (element.contains(at) || at.contains(element))) ? null : `is covered by ${covers[0]?.outerHTML.slice(0, 60)}`;
  };
  let place = where();
  for (let times = 0; place && times < 60; times += 1) {
    await new Promise((done) => requestAnimationFrame(done));
    place = where();
  }
  if (place) wrong.push(place);
  // What the page does because it has been scrolled comes after that.
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  if (document.activeElement !== element) wrong.push('loses the focus');
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  if (outlineStyle === 'none' || !(parseFloat(outlineWidth) >= 2)) wrong.push(`has a ring of ${outlineStyle} ${outlineWidth}`);
  return tell(...wrong);
}

/** What Tab should have led to and has not, and what it has led to though it is none of the controls and does not scroll. Runs in the page. */
function missed() {
  const seen = window.matrixStops ?? [];
  const isReached = (element) => element.tabIndex >= 0 && !element.disabled && !element.closest('[inert]') && element.getClientRects().length > 0
    && element.checkVisibility({ visibilityProperty: true })
    && (element.type !== 'radio' || element.checked || !document.querySelector(`[type=radio][name="${element.name}"]:checked`));
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, iframe, [tabindex]')].filter(isReached);
  const scrolls = (element) => element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
  const tell = (element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 90);
  return {
    missing: all.filter((element) => !seen.includes(element)).map(tell),
    strange: seen.filter((element) => element.isConnected && !all.includes(element) && !scrolls(element)).map(tell),
  };
}

/** Has Tab begin at the beginning of the page, wherever the focus is. Runs in the page. */
function fromTheStart() {
  const start = Object.assign(document.createElement('div'), { tabIndex: -1 });
  document.body.prepend(start);
  start.focus({ preventScroll: true });
}

/** Presses Tab through the whole page, once. Gives the stops, and what is wrong. */
async function tabThrough(page, most = 1500) {
  const stops = [];
  const lost = [];
  const called = ({ name, label }) => `${name} “${label}”`;
  for (let presses = 0; presses < most; presses += 1) {
    await page.press('Tab');
    let stop = await page.evaluate(look);
    // A day, a month and a year are fields within one.
    if (stop?.isDay && stop.known === stops.length - 1) continue;
    if (stop === null) {
      await page.press('Tab');
      stop = await page.evaluate(look);
      const isLost = stop && (stop.known === -1 || stop.known === stops.length - 1);
      if (isLost) lost.push(`after ${called(stops.at(-1))} the focus is lost`);
      if (isLost && stop.known >= 0) continue;
    }
    // Out of the page, or round to where it began.
    if (stop === null || stop.known === 0) {
      const { missing, strange } = await page.evaluate(missed);
      const wrong = stops.flatMap((stop) => stop.wrong.map((one) => `${called(stop)} ${one}`));
      return { stops, wrong: [...wrong, ...lost, ...missing.map((one) => `${one} is not reached`), ...strange.map((one) => `${one} is none to be reached`)] };
    }
    if (stop.known > 0) return { stops, wrong: [...lost, `${called(stop)} is reached twice`] };
    stops.push(stop);
  }
  return { stops, wrong: [`Tab has not left the page after ${most} presses`] };
}

const tabbing = {
  id: 'A02',
  title: 'Tab: every control once, in the order of the page, in sight, with a ring; a dialog keeps it',
  quick: false,
  deadlineMs: 900_000,
  async run(t) {
    const world = await t.world();
    const found = [];
    const counts = [];
    for (const [name, query] of Object.entries(VIEW_QUERIES)) {
      // A new page each time: where Tab begins is where the focus was last.
      const page = await openSite(t, world, query);
      await page.evaluate(fromTheStart);
      const { stops, wrong } = await tabThrough(page);
      assert.ok(stops.length > 15, `${name}: ${stops.length} stops`);
      found.push(...wrong.slice(0, 6).map((one) => `${name}: ${one}`));
      counts.push(`${name} ${stops.length}`);
    }
    t.note(`stops of Tab: ${counts.join(', ')}`);
    assert.deepEqual(found, []);
    const page = await openSite(t, world, '?view=table');
    const opener = '[data-action=embed]';
    await page.evaluate((opener) => document.querySelector(opener).focus(), opener);
    await page.press('Enter');
    await page.until('the dialog is open', () => document.querySelector('.builder-dialog:modal')?.querySelectorAll('input').length > 5);
    const within = new Set();
    const turns = await page.evaluate(() => document.querySelectorAll('.builder-dialog :is(a, button, input, select, summary, textarea, iframe)').length + 20);
    for (let presses = 0; presses < turns; presses += 1) {
      await page.press('Tab');
      const at = await page.evaluate(() => {
        const { activeElement: element } = document;
        if (!document.hasFocus() || element === document.body) return null;
        return [Boolean(element.closest('.builder-dialog')), element.outerHTML.replace(/\s+/g, ' ').slice(0, 90)];
      });
      if (at) assert.ok(at[0], `Tab leaves the dialog for ${at[1]}`);
      if (at) within.add(at[1]);
    }
    assert.ok(within.size > 15, `${within.size} stops within the dialog`);
    // Keys pressed in the preview are those of the page in it.
    await tabTo(page, page, '.builder-dialog :is(button, input, select)');
    await page.press('Escape');
    await page.until('the dialog is closed', () => !document.querySelector('.builder-dialog').open);
    await page.until('the focus is back', (opener) => document.activeElement.matches(opener), opener);
    // What is wrong would be seen.
    const other = await openSite(t, world, '?view=date');
    await other.evaluate(() => {
      const stops = [...document.querySelectorAll('a[href], button')].filter((element) => element.checkVisibility());
      stops.at(-1).tabIndex = 1;
      stops.at(-2).style.setProperty('outline', 'none', 'important');
    });
    const { wrong } = await tabThrough(other);
    assert.ok(wrong.some((one) => one.endsWith('comes before the one before it')) && wrong.some((one) => one.includes('has a ring of none')), `what is wrong would be seen: ${wrong}`);
  },
};

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
  await view.until('the detail is closed, and the bar has the focus', (record) => !document.querySelector('.detail').checkVisibility() && document.activeElement.dataset.tenure === record, record);
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
    for (const held of WITH) assert.deepEqual(await page.evaluate(send, ['f', 'F', '+', '-', '0', 't', '/', 'ArrowLeft', 'Home', 'PageDown', ' '], { [held]: true }), [], `with ${held} no key is taken`);
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
        const event = new WheelEvent('wheel', { deltaY: -120, [held]: true, clientX: box.left + box.width / 2, clientY: box.top + box.height / 2, bubbles: true, cancelable: true });
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
  const say = (kind, target, clientX) => target.dispatchEvent(new PointerEvent(kind, {
    clientX, clientY: y, pointerId: 1, pointerType: 'mouse', isPrimary: true, button: kind === 'pointermove' ? -1 : 0, buttons: kind === 'pointerup' ? 0 : 1, bubbles: true, cancelable: true,
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

/** Keeps what is said of itself, with the page's own time of it. Runs in the page. */
function keepSaid() {
  window.matrixSaid = [];
  const lines = [...document.querySelectorAll('[aria-live], [role=status], [role=alert], output')];
  for (const line of lines) {
    new MutationObserver(() => {
      const text = line.textContent.trim();
      if (text && line.checkVisibility()) window.matrixSaid.push({ at: performance.now(), text, isPolite: line.getAttribute('role') !== 'alert' && line.getAttribute('aria-live') !== 'assertive' });
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

export default [tabbing, bars, untaken, wheel, reach, said, still];
