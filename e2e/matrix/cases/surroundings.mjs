// F27 to F31: storage, clock and time zone of the reader are not what one expects.
import assert from 'node:assert/strict';
import { expectHostUnaffected, expectNoLine } from '../expect.mjs';
import { refuseStorage, setClock } from '../injected.mjs';
import { expectSameTexts, expectUsable, openEmbed, started, textOfViews } from '../steps.mjs';

const storage = {
  id: 'F27',
  title: 'storage throws',
  quick: true,
  async run(t) {
    const world = await t.world();
    world.site.inject(refuseStorage);
    const page = await t.page();
    for (const at of ['/', '/embed/?v=1', '/builder/']) {
      await page.goto(world.site.url(at));
      await started(page);
      await expectNoLine(page);
      if (at !== '/builder/') await expectUsable(page);
      assert.equal(await page.evaluate(() => window.matrixAsked ?? 0), 0, `${at} asks for no storage`);
    }
    // A frame without an origin of its own has no storage at all.
    const other = await t.world();
    const embed = await openEmbed(page, other, { more: 'sandbox="allow-scripts"' });
    await started(embed);
    assert.equal(await embed.evaluate(() => {
      try {
        return typeof localStorage;
      } catch (error) {
        return error.name;
      }
    }), 'SecurityError', 'the frame has no storage');
    await expectNoLine(embed);
    await expectUsable(embed);
    await expectHostUnaffected(page);
  },
};

/** What the site says on a day. */
async function textsOn(t, page, day) {
  const world = await t.world();
  const moment = Date.parse(day);
  world.site.inject(setClock, moment);
  await page.goto(world.site.url());
  await started(page);
  const year = await page.evaluate(() => new Date().getUTCFullYear());
  assert.equal(year, new Date(moment).getUTCFullYear(), 'the clock of the page is set');
  return textOfViews(page);
}

/** The same words and numbers whatever the clock says. */
function clock(id, title, day) {
  return {
    id,
    title,
    quick: false,
    async run(t) {
      const page = await t.page();
      const before = await textsOn(t, page, '2026-12-01T12:00:00Z');
      expectSameTexts(await textsOn(t, page, day), before, `on ${day}`);
    },
  };
}

const ZONES = [
  'Pacific/Kiritimati', 'Pacific/Apia', 'Asia/Tokyo', 'Asia/Kathmandu', 'Asia/Kolkata', 'Europe/Berlin', 'UTC', 'Atlantic/Azores',
  'America/St_Johns', 'America/New_York', 'America/Los_Angeles', 'Pacific/Pago_Pago',
];

const zones = {
  id: 'F31',
  title: 'twelve time zones: identical text',
  quick: false,
  deadlineMs: 240_000,
  async run(t) {
    const offsets = new Set();
    let before;
    for (const zone of ZONES) {
      const world = await t.world();
      const page = await t.pageIn(zone);
      await page.goto(world.site.url('/?view=date&day=2019-07-06'));
      await started(page);
      offsets.add(await page.evaluate(() => new Date(0).getTimezoneOffset()));
      const texts = await textOfViews(page);
      before ??= texts;
      expectSameTexts(texts, before, `in ${zone}`);
      await page.done();
    }
    assert.ok(offsets.size >= 10, `the pages were in ${offsets.size} time zones`);
  },
};

export default [
  storage,
  clock('F28', 'clock in 1970', '1970-01-01T00:00:30Z'),
  clock('F29', 'clock in 2099', '2099-12-31T23:59:30Z'),
  clock('F30', 'clock before the day of the record', '2020-02-29T08:00:00Z'),
  zones,
];
