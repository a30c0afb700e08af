// The snippets of the embed builder on pages of another origin: each shows there what was chosen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributeOf, countOf, textOf, until } from '../harness/browser.mjs';
import { PUBLISHED, builder, choose, site, snippet } from '../harness/builder.mjs';
import { frameIn, openMade, serveMade } from '../harness/made.mjs';

const pages = {};
const hosts = await serveMade(pages);
const CHOSEN = { view: 'table', from: '2025-01-20', group: 'field-offices' };

/** A page on another origin that holds a snippet, with the site where the test serves it. */
async function host(html) {
  pages['/host/'] = `<!doctype html><html lang="en"><title>Another page</title><body><h1>Before</h1>${html.replaceAll(PUBLISHED, site.url)}<p>After</p></body></html>`;
  return openMade(`${hosts.origin}/host/`);
}

/** The frame that a snippet has made, once its program runs. */
async function embedded(page) {
  const frame = await frameIn(page, 'iframe');
  await frame.waitForSelector('#app[data-ready="true"]');
  return frame;
}

/** How each place of the builder shows the timeline on another page. */
const PLACES = { script: 'script', plain: 'plain', element: 'element', pinned: 'pinned', wordpress: 'plain' };

for (const [place, kind] of Object.entries(PLACES)) {
  test(`the snippet for ${place} shows on another page what was chosen`, async () => {
    const { page } = await builder();
    await choose(page, { ...CHOSEN, title: 'Field offices “today” & <later>', place });
    const html = await snippet(page, kind);
    assert.ok(html, `there is a snippet for ${place}`);
    await page.close();
    const other = await host(html);
    const frame = await embedded(other.page);
    await frame.waitForSelector('table.record-table');
    const shown = await frame.$$eval('.chip[aria-pressed=true]', (found) => found.map((chip) => chip.textContent));
    assert.ok(shown.includes('Field offices'), `${shown}`);
    assert.equal(await attributeOf(other.page, 'iframe', 'title'), 'Field offices “today” & <later>');
    assert.equal(await textOf(other.page, 'h1 ~ p:last-child'), 'After', 'what stands after it stays');
    const grown = () => other.page.$eval('iframe', (frame) => parseFloat(frame.style.height) || 0);
    if (place === 'plain' || place === 'wordpress') assert.equal(await grown(), 0);
    else await until(other.page, 'the frame takes the height of its content', () => parseFloat(document.querySelector('iframe').style.height) > 721);
    assert.deepEqual(other.said.filter((line) => line.startsWith('error') || line.startsWith('pageerror')), []);
    await other.page.close();
  });
}

test('an address for WordPress is a page of the site, and what it leaves out is told', async () => {
  const { page } = await builder();
  for (const [choices, way] of [[{}, ''], [{ view: 'map' }, 'view/map/'], [{ view: 'chart', chart: 'capacity-days' }, 'chart/capacity-days/']]) {
    await choose(page, { ...choices, place: 'wordpress' });
    assert.equal(await snippet(page, 'address'), PUBLISHED + way);
    assert.equal(await snippet(page, 'plain'), undefined, 'nothing is left out');
    const answer = await fetch(site.url + way);
    assert.equal(answer.status, 200);
    assert.match((await answer.text()).slice(0, 4096), /application\/json\+oembed/);
  }
  await choose(page, { theme: 'dark' });
  assert.equal(await snippet(page, 'address'), `${PUBLISHED}chart/capacity-days/`);
  assert.match(await snippet(page, 'plain'), /theme=dark/);
  assert.match(await textOf(page, '[data-place=wordpress]'), /without what else was chosen/);
  await page.close();
});

test('a picture and a link stand where no frame may', async () => {
  const { page } = await builder();
  await choose(page, { view: 'chart', chart: 'capacity-days', title: 'Days [by] *capacity* <b>', place: 'card' });
  const [html, markdown] = [await snippet(page, 'card'), await snippet(page, 'markdown')];
  await page.close();
  const other = await host(html);
  const read = await other.page.$eval('img', (image) => [image.alt, image.getAttribute('src'), image.closest('a').href]);
  assert.deepEqual(read, ['Days [by] *capacity* <b>', `${site.url}cards/chart-capacity-days.png`, `${site.url}chart/capacity-days/`]);
  assert.equal(await countOf(other.page, 'b'), 0);
  await until(other.page, 'the picture is there', () => document.querySelector('img').naturalWidth > 600);
  await other.page.close();
  assert.ok(markdown.startsWith('[![Days \\[by\\] \\*capacity\\* \\<b\\>]('), markdown);
  assert.ok(markdown.endsWith(`](${PUBLISHED}chart/capacity-days/)`), markdown);
});

test('a hostile title stays a text', async () => {
  const { page } = await builder();
  const title = '"></iframe><img src=x onerror="window.broken = true"><script>window.broken = true</script>';
  await choose(page, { title });
  for (const [place, kind] of [['script', 'script'], ['element', 'element'], ['card', 'card']]) {
    await choose(page, { place });
    const html = await snippet(page, kind);
    const other = await host(html);
    if (place !== 'card') await embedded(other.page);
    const names = await other.page.$$eval('[title], [data-title], [alt]', (found) => found.map((one) => one.title || one.dataset.title || one.alt));
    assert.ok(names.length > 0 && names.every((name) => name === title), `${names}`);
    assert.equal(await other.page.evaluate(() => window.broken), undefined);
    await other.page.close();
  }
  await page.close();
});
