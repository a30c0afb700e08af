// What a reader takes away of a figure, opened again.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { open, settled, until, packaged } from '../harness/browser.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'figures-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

/** The rows of a CSV text (RFC 4180) after its comments. */
function parsed(text) {
  const lines = text.split('\r\n');
  const comments = lines.filter((line) => line.startsWith('# '));
  const rest = lines.slice(comments.length).join('\r\n');
  const rows = [[]];
  for (const [, quoted, plain, end] of rest.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1).push(quoted?.replace(/""/g, '"') ?? plain);
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return { comments: comments.map((line) => line.slice(2)), rows: rows.filter((row) => row.length > 1) };
}

/** Presses a button of a figure and gives the bytes of the file that is saved. */
async function saved(page, id, kind) {
  const name = id === 'office-map' ? `office-map.${kind}` : `${id}.${kind}`;
  const file = path.join(folder, name);
  fs.rmSync(file, { force: true });
  await page.$eval(`#figure-${id} [data-take=${kind}]`, (button) => button.click());
  await until(page, `${name} is saved`, (id) => document.querySelector(`#figure-${id} .take-away__said`).textContent === 'Saved.', id);
  const end = Date.now() + 10_000;
  while (!fs.existsSync(file) && Date.now() < end) await settled(page);
  assert.ok(fs.existsSync(file), `${name} arrived`);
  return fs.readFileSync(file);
}

async function withDownloads(query, theme) {
  const opened = await open({ query, theme });
  const session = await opened.page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  return opened;
}

const FIGURES = ['tenure-lengths', 'capacity-days', 'days-since-confirmed', 'changes-by-quarter', 'arrests-against-goal', 'people-in-detention', 'arrests-removals-by-year', 'tenure-survival', 'office-reports'];

test('the SVG of each figure parses, stands alone and says what it shows and rests on', async () => {
  const { page } = await withDownloads('?view=figures', 'dark');
  for (const id of FIGURES) {
    const svg = (await saved(page, id, 'svg')).toString('utf8');
    const title = await page.$eval(`#figure-${id} .chart__title`, (title) => title.textContent);
    const read = await page.evaluate((svg) => {
      const found = new DOMParser().parseFromString(svg, 'image/svg+xml');
      const all = [...found.querySelectorAll('*')];
      return {
        error: found.querySelector('parsererror')?.textContent,
        title: found.querySelector('title')?.textContent,
        desc: found.querySelector('desc')?.textContent,
        text: [...found.querySelectorAll('text')].map((text) => text.textContent).join(' '),
        classes: all.filter((element) => element.hasAttribute('class')).length,
        fills: [...new Set([...found.querySelectorAll('text')].map((text) => text.getAttribute('fill')))],
        paper: found.querySelector('rect').getAttribute('fill'),
        bare: all.filter((element) => ['rect', 'path', 'circle', 'text'].includes(element.localName) && !element.getAttribute('fill')).length,
        variables: svg.includes('var('),
        shapes: all.length,
      };
    }, svg);
    assert.equal(read.error, undefined, id);
    assert.equal(read.title, title, id);
    assert.match(read.desc, /Sources: .*as of 18 September 2026/, id);
    assert.ok(read.text.includes('Sources: ') && read.text.includes(title.split(' ')[0]), id);
    assert.deepEqual([read.classes, read.bare, read.variables], [0, 0, false], id);
    assert.ok(read.shapes > 30, id);
    // The page is dark: so is the picture, and its texts are light.
    const lightness = (colour) => colour.match(/\d+/g).slice(0, 3).map(Number).reduce((sum, part) => sum + part, 0) / 3;
    assert.ok(lightness(read.paper) < 60 && read.fills.every((fill) => lightness(fill) > 120), `${id}: ${read.paper} ${read.fills}`);
    // As a picture it has nothing of the page around it: it is drawn all the same.
    const drawn = await page.evaluate(async (svg) => {
      const image = new Image();
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const plane = canvas.getContext('2d');
      plane.drawImage(image, 0, 0);
      const { data } = plane.getImageData(0, 0, canvas.width, canvas.height);
      const colours = new Set();
      for (let at = 0; at < data.length; at += 4) colours.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
      return { width: image.width, colours: colours.size };
    }, svg);
    assert.equal(drawn.width, 960, id);
    assert.ok(drawn.colours > 20, `${id}: ${drawn.colours} colours`);
  }
  await page.close();
});

test('the PNG has twice the size of the SVG and is not blank', async () => {
  const { page } = await withDownloads('?view=figures', 'light');
  for (const id of ['arrests-against-goal', 'tenure-survival', 'office-reports']) {
    const svg = (await saved(page, id, 'svg')).toString('utf8');
    const png = await saved(page, id, 'png');
    assert.deepEqual([...png.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const size = [png.readUInt32BE(16), png.readUInt32BE(20)];
    const wanted = ['width', 'height'].map((name) => 2 * Number(svg.match(new RegExp(`<svg[^>]* ${name}="(\\d+)"`))[1]));
    assert.deepEqual(size, wanted, id);
    const colours = await page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const plane = canvas.getContext('2d');
      plane.drawImage(image, 0, 0);
      const { data: bytes } = plane.getImageData(0, 0, canvas.width, canvas.height);
      const seen = new Map();
      for (let at = 0; at < bytes.length; at += 4) {
        const colour = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
        seen.set(colour, (seen.get(colour) ?? 0) + 1);
      }
      const counts = [...seen.values()].sort((one, other) => other - one);
      return { kinds: seen.size, drawn: 1 - counts[0] / (bytes.length / 4), opaque: bytes[3] === 255 };
    }, png.toString('base64'));
    assert.ok(colours.kinds > 20 && colours.drawn > 0.01 && colours.opaque, `${id}: ${JSON.stringify(colours)}`);
  }
  await page.close();
});

test('the CSV of each figure holds exactly its table, after its source and its day', async () => {
  const { page } = await withDownloads('?view=figures&from=2025-01-01&to=2026-01-01', 'light');
  for (const id of FIGURES) {
    const { comments, rows } = parsed((await saved(page, id, 'csv')).toString('utf8'));
    await page.$eval(`#figure-${id} details:has(.chart__table)`, (details) => {
      details.open = true;
    });
    await settled(page);
    const table = await page.$eval(`#figure-${id} .chart__table`, (table) => [...table.rows].map((row) => [...row.cells].map((cell) => cell.dataset.value ?? cell.textContent)));
    assert.deepEqual(rows, table, id);
    assert.equal(comments[0], await page.$eval(`#figure-${id} .chart__title`, (title) => title.textContent));
    assert.match(comments.join('\n'), /Sources: .*version 1\.0\.0, as of 18 September 2026/);
    assert.match(comments.at(-1), new RegExp(`view=figures&from=2025-01-01&to=2026-01-01&figure=${id}$`));
  }
  await page.close();
});

test('the address of a figure leads back to it, and its citation names figure, dataset and day', async () => {
  const { page, address } = await open({ query: '?view=figures&from=2025-01-01&to=2026-01-01' });
  await page.evaluate(() => {
    window.copied = [];
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied.push(text); } } });
  });
  for (const kind of ['link', 'cite']) await page.$eval(`#figure-people-in-detention [data-take=${kind}]`, (button) => button.click());
  const [link, citation] = await until(page, 'both are copied', () => window.copied.length === 2 && window.copied);
  assert.equal(link, `${address}?view=figures&from=2025-01-01&to=2026-01-01&figure=people-in-detention`);
  assert.ok(citation.startsWith(`“People in ${packaged().site.agency_short} detention `), citation);
  assert.match(citation, /, version 1\.0\.0, as of 18 September 2026\. http/);
  assert.ok(citation.includes(`” ${packaged().title}, version `), citation);
  await page.close();
});
