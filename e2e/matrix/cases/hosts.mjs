// H01 to H03: the snippet on a page of another site, and with less and more of a sandbox.
import assert from 'node:assert/strict';
import { until } from '../engines/scope.mjs';
import { expectFitted, expectQuiet, expectWorks, openHosting, snippets, unknownWords } from '../embedded.mjs';
import { expectHostUnaffected } from '../expect.mjs';
import { hostPage } from '../host-page.mjs';
import { openEmbed, started } from '../steps.mjs';

const plain = {
  id: 'H01',
  title: 'plain: the three snippets of the documentation',
  quick: true,
  async run(t) {
    const world = await openHosting(t);
    const { frame, mark, element, loader } = snippets(world.site);
    world.host.page('/', hostPage({
      embeds: [
        frame.replace('<iframe', '<iframe id="one"').replace('?v=1', '?v=1&amp;id=t1'),
        mark.replace('<div', '<div id="two" data-id="t2"'),
        element.replace('view=', 'id="three" view='),
        loader,
      ],
    }));
    const page = await t.page();
    await page.goto(world.host.url());
    await expectWorks(t, { world, page, embed: page.frame('#one'), expected: unknownWords(t) });
    const shows = { two: ['t2', 'map'], three: ['three', 'map'] };
    for (const [at, [id, view]] of Object.entries(shows)) {
      const selector = `#${at} iframe`;
      await page.evaluate((selector) => document.querySelector(selector).scrollIntoView(), selector);
      await started(page.frame(selector));
      await page.frame(selector).until(`${view} is shown`, (view) => document.querySelector('.views__tab[aria-current]').dataset.view === view, view);
      await page.until(`${id} says that it is ready`, (id) => window.matrixHost.events.some(({ name, detail }) => name === 'ready' && detail.id === id), id);
      await expectFitted(page, selector);
    }
    const titles = await page.evaluate(() => [...document.querySelectorAll('iframe')].map((frame) => frame.title));
    assert.equal(titles.filter(Boolean).length, 3, `every frame has a title: ${titles}`);
    await expectQuiet(t, page, [page, page.frame('#two iframe'), page.frame('#three iframe')], unknownWords(t));
  },
};

const scriptsOnly = {
  id: 'H02',
  title: 'sandbox="allow-scripts" alone: works, and addresses can be read',
  quick: true,
  async run(t) {
    const world = await openHosting(t);
    const page = await t.page();
    const embed = await openEmbed(page, world, { more: 'sandbox="allow-scripts"' });
    await started(embed);
    assert.equal(await embed.evaluate(() => self.origin), 'null', 'the frame has no origin');
    await embed.click('.embed__title a');
    await expectWorks(t, { world, page, embed, origin: 'null' });
    assert.equal(world.site.count('/index.html'), 0, 'the frame cannot open a page');
    const addresses = await embed.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
      return [...document.querySelectorAll('#heads .source-list > li')].map((item) => {
        const [link, address] = [item.querySelector(':scope > a'), item.querySelector('.source-list__address')];
        const selection = getSelection();
        selection.selectAllChildren(address);
        return [link.getAttribute('href'), address.checkVisibility() ? selection.toString().trim() : 'not seen'];
      });
    });
    assert.ok(addresses.length > 10, `${addresses.length} sources`);
    assert.deepEqual(addresses.filter(([leadsTo, copied]) => leadsTo !== copied), [], 'the address of every source can be seen and copied');
  },
};

/** Tells the server which origin a page has that is in no frame. Runs in the pages of the site. */
function tellOrigin() {
  if (window.top === window) fetch(`/matrix-opened?${self.origin}`);
}

const allOfIt = {
  id: 'H03',
  title: 'the snippet\'s own sandbox: opens pages, which are not in it',
  quick: false,
  async run(t) {
    const world = await openHosting(t);
    world.site.inject(tellOrigin);
    world.site.page('/matrix-opened', '');
    // In a browser of its own: pages that are opened are closed with it.
    const page = await t.page({});
    const embed = await openEmbed(page, world);
    await expectWorks(t, { world, page, embed });
    assert.equal(await embed.evaluate(() => self.origin), world.site.origin, 'the frame has its own origin');
    await embed.click('.embed__title a');
    await until('the site is opened', () => world.site.count('/matrix-opened') > 0);
    const opened = world.site.requests.filter(({ path }) => path === '/matrix-opened').map(({ query }) => query);
    assert.deepEqual(opened, [`?${world.site.origin}`], 'the page that is opened has its own origin');
    assert.equal(await page.evaluate(() => location.href), world.host.url('/'), 'the host page stays');
    await expectHostUnaffected(page);
  },
};

export default [plain, scriptsOnly, allOfIt];
