// Runs cases in engines, one engine after another, and gathers what came of each.
import fs from 'node:fs';
import path from 'node:path';
import { Cannot } from './engines/cannot.mjs';
import { launch } from './engines/index.mjs';
import { headsOf } from './expect.mjs';
import { openWorld } from './world.mjs';

/** A guard against a case that hangs, in milliseconds; nothing about speed. */
const DEADLINE_MS = 90_000;

/** A browser for all cases of an engine that need no profile of their own. */
function shared(engine) {
  let browser;
  return {
    async get() {
      browser ??= launch(engine);
      return browser;
    },
    /** After a case that hung or failed, the next one has a browser of its own. */
    async drop(isHung) {
      const running = await browser?.catch(() => null);
      browser = undefined;
      if (isHung) running?.kill();
      else await running?.close().catch(() => running.kill());
    },
  };
}

/** What a case is given. */
function surroundings(engine, dist, browser, result) {
  const closers = [];
  const t = {
    engine,
    dist,
    /** The names of the heads, as the delivered page lists them. */
    names: headsOf(fs.readFileSync(path.join(dist, 'index.html'), 'utf8')),
    /** The servers of this case. */
    async world() {
      const world = await openWorld(dist, engine === 'webkit');
      closers.push(() => world.close());
      return world;
    },
    /** A browser with a profile of its own, closed after the case. */
    async browser(profile) {
      const own = await launch(engine, profile);
      closers.push(() => own.close());
      return own;
    },
    /** A page of the shared browser, or of one with this profile. */
    async page(profile) {
      const page = await (await (profile ? t.browser(profile) : browser.get())).page();
      closers.push(() => page.close());
      return page;
    },
    /** A page in a time zone; WebKit takes that when it starts. `done` closes what was started for it. */
    async pageIn(timeZone) {
      const own = engine === 'webkit' ? await launch(engine, { timeZone }) : null;
      if (own) closers.push(() => own.close());
      const page = await (own ?? (await browser.get())).page();
      if (!own) await page.timeZone(timeZone);
      return { ...page, done: () => (own ?? page).close() };
    },
    /** A page that is loaded while it is hidden. */
    async hiddenPage() {
      const page = await (await t.browser({})).hiddenPage();
      closers.push(() => page.close());
      return page;
    },
    /** Something of the case that this engine cannot do; the rest of the case goes on. */
    cannot: (reason) => result.reasons.push(reason),
    /** To be blocked is what should happen here. */
    blocked: (reason) => {
      result.blocked = reason;
    },
    /** Something for the reader of the report: a figure, or what was measured. */
    note: (text) => result.notes.push(text),
  };
  return { t, close: async () => {
    for (const close of closers.reverse()) await close().catch(() => {});
  } };
}

async function runCase(one, engine, dist, browser) {
  const result = { id: one.id, engine, reasons: [], notes: [] };
  const begun = performance.now();
  const { t, close } = surroundings(engine, dist, browser, result);
  let isHung = false;
  let timer;
  try {
    const deadline = new Promise((_, failed) => {
      timer = setTimeout(() => {
        isHung = true;
        failed(new Error(`the case did not end in ${(one.deadlineMs ?? DEADLINE_MS) / 1000} s`));
      }, one.deadlineMs ?? DEADLINE_MS);
    });
    await Promise.race([one.run(t), deadline]);
    result.result = result.reasons.length > 0 ? 'cannot' : result.blocked ? 'expected-blocked' : 'passed';
  } catch (error) {
    if (error instanceof Cannot) {
      result.reasons.push(error.message);
      result.result = 'cannot';
    } else {
      result.result = 'failed';
      result.error = error;
    }
  } finally {
    clearTimeout(timer);
  }
  if (result.result === 'failed') await browser.drop(isHung);
  await close();
  result.ms = Math.round(performance.now() - begun);
  return result;
}

/** Runs all cases in all engines; `told` hears of each result as it comes. */
export async function runAll(cases, engines, dist, told) {
  const results = [];
  const versions = {};
  for (const engine of engines) {
    const browser = shared(engine);
    versions[engine] = (await browser.get()).version;
    for (const one of cases) {
      const result = await runCase(one, engine, dist, browser);
      results.push(result);
      told(result);
    }
    await browser.drop(false);
  }
  return { results, versions };
}
