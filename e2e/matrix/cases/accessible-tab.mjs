// A02: the way of Tab through each view, in every engine.
import assert from 'node:assert/strict';
import { openSite } from '../keys.mjs';
import { VIEW_QUERIES } from '../sized.mjs';

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

/** No page has as many stops. */
const MOST_PRESSES = 1500;

/** Presses Tab through the whole page, once. Gives the stops, and what is wrong. */
async function tabThrough(page) {
  const stops = [];
  const lost = [];
  const called = ({ name, label }) => `${name} “${label}”`;
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
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
  return { stops, wrong: [`Tab has not left the page after ${MOST_PRESSES} presses`] };
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
    // What stays at the foot of the story covers other things in a window of another height.
    const walks = [...Object.entries(VIEW_QUERIES).map(([name, query]) => [name, query, 800]), ['story, lower', VIEW_QUERIES.story, 760]];
    for (const [name, query, height] of walks) {
      // A new page each time: where Tab begins is where the focus was last.
      const page = await openSite(t, world, query);
      await page.viewport({ width: 1280, height });
      await page.evaluate(fromTheStart);
      const { stops, wrong } = await tabThrough(page);
      assert.ok(stops.length > 15, `${name}: ${stops.length} stops`);
      found.push(...wrong.slice(0, 6).map((one) => `${name}: ${one}`));
      counts.push(`${name} ${stops.length}`);
    }
    t.note(`stops of Tab: ${counts.join(', ')}`);
    const page = await openSite(t, world, '?view=table');
    const opener = '[data-action=embed]';
    await page.evaluate((opener) => document.querySelector(opener).focus(), opener);
    await page.press('Enter');
    await page.until('the dialog is open', () => document.querySelector('.builder-dialog:modal')?.querySelectorAll('input').length > 5);
    // Once round: the preview, which is a page of its own, is one of its stops.
    const within = [];
    for (let presses = 0, isRound = false; !isRound; presses += 1) {
      assert.ok(presses < MOST_PRESSES, `Tab does not come round in the dialog: ${within.length} stops`);
      await page.press('Tab');
      const at = await page.evaluate(() => {
        const { activeElement: element } = document;
        if (element === document.body) return null;
        const all = [...document.querySelectorAll('.builder-dialog, .builder-dialog *')];
        return { place: all.indexOf(element), text: element.outerHTML.replace(/\s+/g, ' ').slice(0, 90) };
      });
      if (!at) continue;
      assert.ok(at.place >= 0, `Tab leaves the dialog for ${at.text}`);
      isRound = within.length > 1 && at.place === within[0];
      if (!within.includes(at.place)) within.push(at.place);
    }
    assert.ok(within.length > 15, `${within.length} stops within the dialog`);
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
    const isSeen = (what) => wrong.some((one) => one.includes(what));
    assert.ok(isSeen('comes before the one before it') && isSeen('has a ring of none'), `what is wrong would be seen: ${wrong}`);
    assert.deepEqual(found, []);
  },
};

export default [tabbing];
