// H09 to H12: the page around the embed comes from no server, or is itself in frames of other sites.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { LISTENING, expectWorks, openAnother, openHosting, snippets, unknownWords } from '../embedded.mjs';
import { until } from '../engines/scope.mjs';
import { expectHostUnaffected } from '../expect.mjs';
import { frame, hostPage, messages } from '../host-page.mjs';

/** A page with the embed and its loader that no server delivers. */
const undelivered = (site) => hostPage({
  embeds: [frame(site.url('/embed/?v=1&id=t1'))],
  script: site.url('/embed/v1.js'),
  head: LISTENING,
});

const asAttribute = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const asData = (text) => `data:text/html;charset=utf-8,${encodeURIComponent(text)}`;

/** A page that shows another one in a frame. */
const wrapper = (attributes) => hostPage({ embeds: [`<iframe id="inner" title="A page" width="100%" height="900" style="border:0" ${attributes}></iframe>`] });

/** The embed works in a page that is in frames of others, of which none hears of it or changes. */
async function expectWorksWithin(t, { world, page, outer, host, origin, expected }) {
  const embed = host.frame('#one');
  await expectWorks(t, { world, page, host, embed, origin, documents: [...outer, host, embed], expected });
  for (const one of outer) {
    assert.deepEqual(await messages(one), [], 'the embed speaks to the page around it alone');
    await expectHostUnaffected(one);
  }
}

/** Chromium says that a preview with the origin of its host is not safe for that host. */
const UNSAFE = /^An iframe which has both allow-scripts and allow-same-origin/;

/** The sandboxes of previews, and whether what is in them has no origin. */
const PREVIEWS = [['allow-scripts', true], ['allow-scripts allow-same-origin allow-popups', false]];

const preview = {
  id: 'H09',
  title: 'sandboxed srcdoc wrapper, as the preview of a CMS',
  quick: false,
  async run(t) {
    const page = await t.page();
    for (const [sandbox, isOpaque] of PREVIEWS) {
      const world = await openHosting(t);
      world.host.page('/', wrapper(`sandbox="${sandbox}" srcdoc="${asAttribute(undelivered(world.site))}"`));
      await page.goto(world.host.url());
      const host = page.frame('#inner');
      await host.until('the preview is shown', () => location.href === 'about:srcdoc');
      assert.equal(await host.evaluate(() => self.origin), isOpaque ? 'null' : world.host.origin, `the origin of a preview with ${sandbox}`);
      const expected = t.engine === 'chromium' && !isOpaque ? [UNSAFE] : [];
      await expectWorksWithin(t, { world, page, outer: [page], host, origin: isOpaque ? 'null' : world.site.origin, expected });
    }
  },
};

/** Whether Chromium keeps a page of no server from the servers of its own computer, whatever they send. */
async function isKeptFromLoopback(page) {
  const answer = await until('the page hears of its embed, or is kept from it', async () => {
    if ((await page.log()).some(({ text }) => text.includes('address space `loopback`'))) return 'kept';
    return await page.evaluate(() => window.matrixHost.messages.length > 0) && 'heard';
  });
  return answer === 'kept';
}

const data = {
  id: 'H10',
  title: 'data: page, by itself and in a frame',
  quick: false,
  async run(t) {
    const alone = await openHosting(t);
    let page = await t.page();
    await page.goto(asData(undelivered(alone.site)));
    assert.equal(await page.evaluate(() => self.origin), 'null', 'the page has no origin');
    if (t.engine === 'chromium' && await isKeptFromLoopback(page)) {
      t.cannot('Chromium keeps a data: page that is in no frame from the servers of its own computer, and those of the tests are');
    } else {
      await expectWorksWithin(t, { world: alone, page, outer: [], host: page });
    }
    const world = await openHosting(t);
    world.host.page('/', wrapper(`src="${asData(undelivered(world.site))}"`));
    page = await t.page();
    await page.goto(world.host.url());
    const host = page.frame('#inner');
    await host.until('the page is shown', () => location.protocol === 'data:');
    await expectWorksWithin(t, { world, page, outer: [page], host });
  },
};

const kiosk = {
  id: 'H11',
  title: 'file:// page of a kiosk',
  quick: false,
  async run(t) {
    const world = await openHosting(t);
    const { frame, loader } = snippets(world.site);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'matrix-kiosk-'));
    try {
      const file = path.join(folder, 'kiosk.html');
      fs.writeFileSync(file, hostPage({
        embeds: [frame.replace('<iframe', '<iframe id="one"').replace('?v=1', '?v=1&amp;id=t1'), loader],
        head: LISTENING,
      }));
      const page = await t.page();
      // It is opened again each morning.
      for (const day of ['first', 'second']) {
        await page.goto(pathToFileURL(file).href);
        assert.equal(await page.evaluate(() => location.protocol), 'file:', `the page of the ${day} day is a file`);
        await expectWorks(t, { world, page, embed: page.frame('#one'), expected: unknownWords(t) });
      }
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  },
};

const nested = {
  id: 'H12',
  title: 'nested three deep, each page of another origin',
  quick: false,
  async run(t) {
    const world = await openHosting(t);
    const middle = await openAnother(t, world);
    const inner = await openAnother(t, world, { name: 'localhost' });
    world.host.page('/', wrapper(`src="${middle.url()}"`));
    middle.page('/', wrapper(`src="${inner.url()}"`));
    inner.page('/', hostPage({ embeds: [frame(world.site.url('/embed/?v=1&id=t1'))], script: world.site.url('/embed/v1.js') }));
    const page = await t.page();
    await page.goto(world.host.url());
    const second = page.frame('#inner');
    const host = second.frame('#inner');
    await host.until('the innermost page is shown', (address) => location.href === address, inner.url());
    await expectWorksWithin(t, { world, page, outer: [page, second], host, origin: world.site.origin });
    const depth = await host.frame('#one').evaluate(() => {
      let count = 0;
      for (let one = window; one !== one.parent; one = one.parent) count += 1;
      return count;
    });
    assert.equal(depth, 3, 'the embed is three frames deep');
  },
};

export default [preview, data, kiosk, nested];
