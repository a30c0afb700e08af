// S05: what the program consists of has been changed on its way, and would run if it were taken. What loads it,
// `boot.js`, is as trusted as the page, which names it and the integrity of the rest.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { until } from '../engines/scope.mjs';
import { expectHostUnaffected, expectStopped, expectTold } from '../expect.mjs';
import { html, replaced } from '../faults.mjs';
import { frame, hostPage } from '../host-page.mjs';
import { PROGRAM, SCRIPT, started } from '../steps.mjs';
import { integrityOf } from '../wasm.mjs';

const RAN = '/matrix-ran';
const HOST = '/matrix-host.html';

/** Tells the server of each program that is made ready to run. Runs in the page. */
function tellOfPrograms(address) {
  for (const name of ['compile', 'compileStreaming', 'instantiate', 'instantiateStreaming']) {
    const make = WebAssembly[name];
    WebAssembly[name] = async (...values) => {
      const made = await make.apply(WebAssembly, values);
      new Image().src = `${address}?program`;
      return made;
    };
  }
}

const SECTION = Buffer.from('matrix');

/** What is changed: each stays what a browser would run, and tells the server if it does. */
const PARTS = [
  { word: 'script', pattern: SCRIPT, change: (bytes) => Buffer.concat([Buffer.from(`new Image().src = '${RAN}?script';\n`), bytes]) },
  // A section that no browser minds.
  { word: 'program', pattern: PROGRAM, change: (bytes) => Buffer.concat([bytes, Buffer.from([0, SECTION.length + 1, SECTION.length]), SECTION]) },
];

/** Opens the site and an embed in frames of one page, with a part of the program changed. */
async function open(t, { word, pattern, change }, isTaken) {
  const { site } = await t.world();
  const named = fs.readFileSync(path.join(t.dist, 'index.html'), 'utf8').match(new RegExp(`data-${word}="([^"]+)"`))[1];
  const changed = change(fs.readFileSync(path.join(t.dist, named)));
  site.inject(tellOfPrograms, RAN);
  site.page(RAN, '');
  site.page(HOST, hostPage({ embeds: [frame('/embed/?v=1'), frame('/', { id: 'two' })] }));
  site.fault(pattern, replaced(() => changed));
  if (isTaken) site.fault('*', html((text) => text.replace(new RegExp(`data-${word}-integrity="[^"]*"`), `data-${word}-integrity="${integrityOf(changed)}"`)));
  const page = await t.page();
  await page.goto(site.url(HOST));
  return { site, page, views: [page.frame('#one'), page.frame('#two')], ran: () => site.requests.filter((request) => request.path === RAN).map(({ query }) => query) };
}

const tampered = {
  id: 'S05',
  title: 'script and program tampered with: neither runs',
  quick: true,
  async run(t) {
    for (const part of PARTS) {
      const { site, page, views, ran } = await open(t, part, false);
      await expectTold(page, 'wasm');
      for (const view of views) await expectStopped(view, t.names);
      await expectHostUnaffected(page);
      assert.ok(site.count(part.pattern) >= 1, `the ${part.word} was sent`);
      assert.ok(site.count('/embed/') <= 2, `the embed is loaded at most twice, not ${site.count('/embed/')} times`);
      assert.deepEqual(ran(), [], `no ${part.word} has run`);
      // Were it what the page expects, it would run.
      const taken = await open(t, part, true);
      for (const view of taken.views) await started(view);
      await until(`the ${part.word} tells that it runs`, () => taken.ran().includes(`?${part.word}`));
    }
  },
};

export default [tampered];
