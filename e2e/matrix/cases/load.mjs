// F01 to F22, F41: the program, or what it needs, does not arrive as it was published.
import assert from 'node:assert/strict';
import { expectHostUnaffected, expectNoLine, expectReadable, expectStopped, expectTold } from '../expect.mjs';
import {
  CHUNKED, DROPPED, EMPTY, HTML_INSTEAD, IDENTITY, NOT_FOUND, REFUSED, SERVER_ERROR, STALLED, TAMPERED, TRUNCATED, html, times, typed, withHeaders,
} from '../faults.mjs';
import { frame, hostPage, messages } from '../host-page.mjs';
import { measureStart } from '../injected.mjs';
import { PROGRAM, SCRIPT, VIEWS, expectUsable, openEmbed, programOf, serveProgram, show, started } from '../steps.mjs';
import { withDamagedRecord, withVersion } from '../wasm.mjs';

/** The program starts and can be used, in an embed and on the site, and nothing says otherwise. */
function works(id, title, wrong, quick = false) {
  return {
    id,
    title,
    quick,
    async run(t) {
      const world = await t.world();
      wrong(world.site);
      const page = await t.page();
      const embed = await openEmbed(page, world);
      await started(embed);
      await expectNoLine(embed);
      await expectUsable(embed);
      assert.deepEqual(await messages(page, 'error'), [], 'the host is told of no error');
      await expectHostUnaffected(page);
      await page.goto(world.site.url());
      await started(page);
      await expectNoLine(page);
      await expectUsable(page);
    },
  };
}

/**
 * The program cannot start: said in one line, in an embed and on the site; the host is told why. `loads` is how often a page
 * is loaded: twice where the server may have another build. `isMended`: once nothing is wrong any more, the button of the line starts it.
 */
async function expectStops(t, { wrong, code = 'wasm', profile, loads = 1, isMended = false }) {
  const world = await t.world();
  wrong?.(world.site, t);
  const page = await t.page(profile);
  const embed = await openEmbed(page, world);
  await expectTold(page, code);
  await expectStopped(embed, t.names);
  await expectHostUnaffected(page);
  assert.equal(world.site.count('/embed/'), loads, 'how often the embed is loaded');
  if (isMended) {
    world.site.mend();
    await embed.click('#boot button');
    await started(embed);
    await expectNoLine(embed);
    await expectUsable(embed);
  }
  // What has come by now may be kept by the browser: the site is asked for at another origin.
  const { site } = await t.world();
  wrong?.(site, t);
  await page.goto(site.url());
  await expectStopped(page, t.names);
  assert.equal(site.count('/'), loads, 'how often the site is loaded');
}

/** A case of one fault or of several, one after another. */
function stops(id, title, ...faults) {
  return {
    id,
    title,
    quick: faults.some(({ quick }) => quick),
    async run(t) {
      for (const fault of faults) await expectStops(t, fault);
    },
  };
}

const wrongAt = (pattern, ...faults) => (site) => faults.forEach((fault) => site.fault(pattern, fault));

/** The policy of every page, without the word that allows WebAssembly. */
function withoutWasm(site) {
  site.change((headers) => {
    const policy = headers['content-security-policy'];
    if (policy) headers['content-security-policy'] = policy.replace(" 'wasm-unsafe-eval'", '');
  });
}

/** The page of an earlier build, whose program and script have gone. */
const earlier = html((text) => text
  .replaceAll(/timeline-[0-9a-f]{16}/g, 'timeline-0123456789abcdef')
  .replaceAll(/(data-(?:script|program)-integrity)="[^"]*"/g, '$1="sha384-AAAA"'));

const noScripts = {
  id: 'F01',
  title: 'no JavaScript',
  quick: true,
  async run(t) {
    const world = await t.world();
    const page = await t.page({ javaScript: false });
    for (const at of ['/embed/?v=1', '/']) {
      await page.goto(world.site.url(at));
      await expectStopped(page, t.names);
      assert.equal(world.site.count('/assets/*.wasm'), 0, 'no program is asked for');
    }
    // A host that gives the frame no scripts keeps its own.
    const host = await t.page();
    const embed = await openEmbed(host, world, { more: 'sandbox="allow-popups"' });
    await expectStopped(embed, t.names);
    await expectHostUnaffected(host);
  },
};

const noBoot = {
  id: 'F12',
  title: 'boot.js 404: a line by the styles alone',
  quick: false,
  async run(t) {
    const world = await t.world();
    world.site.fault('/boot.js', NOT_FOUND);
    // Both pages wait at once: the line comes after a while.
    world.site.page('/matrix-host.html', hostPage({ embeds: [frame('/embed/?v=1'), frame('/', { id: 'two' })] }));
    const page = await t.page();
    await page.goto(world.site.url('/matrix-host.html'));
    for (const at of ['#one', '#two']) {
      await page.frame(at).until('the styles show the line', () => {
        const line = document.querySelector('.status-line--late');
        return line && getComputedStyle(line).visibility === 'visible' && line.getBoundingClientRect().height > 10;
      });
      await expectStopped(page.frame(at), t.names);
    }
    await expectHostUnaffected(page);
  },
};

const slowLine = {
  id: 'F16',
  title: 'slow 3G (400 kbit/s, 400 ms): measured',
  quick: false,
  async run(t) {
    for (const [at, readable] of [['/embed/?v=1', '.embed__title'], ['/', '#heads']]) {
      const world = await t.world();
      world.site.inject(measureStart, readable);
      world.site.slow(50_000, 400);
      const page = await t.page();
      await page.goto(world.site.url(at));
      await page.untilWithin(60_000, 'the program starts', () => window.matrixTimes.usable > 0);
      const { readable: table, usable } = await page.evaluate(() => window.matrixTimes);
      t.note(`${at} readable after ${(table / 1000).toFixed(1)} s (bar 3 s), usable after ${(usable / 1000).toFixed(1)} s (bar 12 s)`);
      await started(page);
      await expectNoLine(page);
      await expectReadable(page, t.names);
    }
  },
};

const stalled = {
  id: 'F17',
  title: 'stall at half: a line, then a panel with retry; a late success starts',
  quick: false,
  async run(t) {
    const world = await t.world();
    world.site.fault(PROGRAM, STALLED);
    world.site.page('/matrix-host.html', hostPage({ embeds: [frame('/embed/?v=1'), frame('/', { id: 'two' })] }));
    const page = await t.page();
    await page.goto(world.site.url('/matrix-host.html'));
    const views = [page.frame('#one'), page.frame('#two')];
    for (const view of views) {
      await view.until('a line says that it still loads', () => {
        const { dataset, hidden, textContent } = document.querySelector('#boot');
        return !hidden && textContent.includes(dataset.slow);
      });
    }
    assert.deepEqual(await messages(page, 'error'), [], 'the host is not told of an error yet');
    await expectTold(page, 'timeout');
    for (const view of views) {
      await view.until('a panel offers to try again', () => {
        const panel = document.querySelector('#boot');
        return panel.textContent.includes(panel.dataset.timeout) && !panel.querySelector('button').hidden;
      });
      await expectStopped(view, t.names);
    }
    await expectHostUnaffected(page);
    world.site.release();
    for (const view of views) {
      await started(view);
      await view.until('the panel has gone', () => document.querySelector('#boot').hidden);
      await expectUsable(view);
    }
  },
};

const offlineMeanwhile = {
  id: 'F18',
  title: 'offline while it loads; back online, retry starts it',
  quick: true,
  async run(t) {
    const world = await t.world();
    world.site.fault(PROGRAM, STALLED);
    const page = await t.page();
    const embed = await openEmbed(page, world);
    await world.site.untilHeld();
    await world.site.offline();
    await expectTold(page, 'wasm');
    const said = await expectStopped(embed, t.names);
    assert.equal(said, await embed.evaluate(() => document.querySelector('#boot').dataset.offline), 'the line says that the connection was lost');
    await expectHostUnaffected(page);
    world.site.mend();
    await world.site.online();
    await embed.click('#boot button');
    await started(embed);
    await expectUsable(embed);
  },
};

const offlineAfterwards = {
  id: 'F19',
  title: 'offline after it has loaded: all works',
  quick: true,
  async run(t) {
    const world = await t.world();
    const page = await t.page();
    const embed = await openEmbed(page, world);
    await started(embed);
    await world.site.offline();
    for (const name of VIEWS) {
      await show(embed, name);
      await embed.until(`${name} has content`, () => document.querySelector('.stage__view').textContent.trim().length > 100);
    }
    await expectUsable(embed);
    await expectNoLine(embed);
    assert.deepEqual(await messages(page, 'error'), []);
    await world.site.online();
    await page.goto(world.site.url());
    await started(page);
    const asked = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    const before = await asked();
    assert.ok(before.length > 0, 'the page tells what it has asked for');
    // A server that refuses everything, and so keeps count of what it is asked for.
    world.site.fault('*', SERVER_ERROR);
    const requests = world.site.requests.length;
    for (const name of VIEWS) await show(page, name);
    await expectUsable(page);
    await expectNoLine(page);
    assert.deepEqual(await asked(), before, 'the page asks for nothing more');
    assert.equal(world.site.requests.length, requests, 'nothing more is asked of the server');
  },
};

const earlierPage = {
  id: 'F20',
  title: 'HTML of the build before on this build',
  quick: true,
  async run(t) {
    const world = await t.world();
    const page = await t.page();
    world.site.fault('/embed/', times(1, earlier));
    let embed = await openEmbed(page, world);
    await started(embed);
    await expectNoLine(embed);
    assert.equal(world.site.count('/embed/'), 2, 'the page is loaded once more');
    assert.equal(await embed.evaluate(() => location.search.includes('reloaded')), false, 'the address keeps no mark of it');
    assert.deepEqual(await messages(page, 'error'), [], 'the host is told of no error');
    await expectUsable(embed);
    // A page that stays old is not loaded for ever.
    world.site.fault('/embed/', earlier);
    embed = await openEmbed(page, world);
    await expectTold(page, 'wasm');
    await expectStopped(embed, t.names);
    assert.equal(world.site.count('/embed/'), 4, 'the page is loaded once more and no oftener');
    await expectHostUnaffected(page);
  },
};

const left = {
  id: 'F41',
  title: 'left while it loads: the reader comes to the other page',
  quick: true,
  async run(t) {
    for (const what of [SCRIPT, PROGRAM]) {
      const world = await t.world();
      world.site.fault(what, times(1, STALLED));
      // Time enough for the page that is left to do something about what it has lost.
      world.site.fault('/about/*', { latencyMs: 2000 });
      const page = await t.page();
      await page.goto(world.site.url());
      await world.site.untilHeld();
      await page.evaluate(() => [...document.links].find(({ origin, pathname }) => origin === location.origin && pathname.includes('/about/')).click());
      await page.until('the reader is there', () => location.pathname.includes('/about/') && document.readyState === 'complete');
      assert.deepEqual(world.site.requests.filter(({ query }) => query.includes('reloaded')), [], 'nobody is called back');
    }
  },
};

export default [
  noScripts,
  stops('F02', 'no WebAssembly', { profile: { wasm: false }, quick: true }),
  stops('F03', 'CSP without wasm-unsafe-eval', { wrong: withoutWasm, quick: true }),
  stops('F04', 'program 404; mended, retry starts it', { wrong: wrongAt(PROGRAM, NOT_FOUND), loads: 2, quick: true, isMended: true }),
  stops('F05', 'program 500, or no answer', { wrong: wrongAt(PROGRAM, SERVER_ERROR), isMended: true }, { wrong: wrongAt(PROGRAM, REFUSED) }),
  stops('F06', 'program truncated, or broken off', { wrong: wrongAt(PROGRAM, TRUNCATED), loads: 2 }, { wrong: wrongAt(PROGRAM, DROPPED), loads: 2 }),
  stops('F07', 'program empty', { wrong: wrongAt(PROGRAM, EMPTY), loads: 2 }),
  stops('F08', 'program tampered with', { wrong: wrongAt(PROGRAM, TAMPERED), loads: 2, quick: true }),
  stops('F09', 'script 404', { wrong: wrongAt(SCRIPT, NOT_FOUND), loads: 2 }),
  stops('F10', 'script answered by HTML', { wrong: wrongAt(SCRIPT, HTML_INSTEAD), loads: 2, isMended: true }),
  stops('F11', 'script of a wrong type with nosniff', { wrong: wrongAt(SCRIPT, typed('text/plain'), withHeaders({ 'x-content-type-options': 'nosniff' })), loads: 2 }),
  noBoot,
  works('F13', 'program as application/octet-stream', wrongAt(PROGRAM, typed('application/octet-stream')), true),
  works('F14', 'no Content-Encoding', wrongAt('*', IDENTITY)),
  works('F15', 'chunked, without a length', wrongAt('*', CHUNKED)),
  slowLine,
  stalled,
  offlineMeanwhile,
  offlineAfterwards,
  earlierPage,
  stops('F21', 'record damaged', { code: 'data', quick: true, wrong: (site, t) => serveProgram(site, withDamagedRecord(programOf(t.dist))) }),
  stops('F22', 'record of a newer version', { code: 'data', wrong: (site, t) => serveProgram(site, withVersion(programOf(t.dist), 2)) }),
  left,
];
