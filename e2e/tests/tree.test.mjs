// What a screen reader is given: the accessibility tree of five states against `e2e/trees/*.txt`.
// After a wanted change: `UPDATE=1 node e2e/run.mjs dist tree`, then read the diff.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SITE, VIEWS, open, published, settled, until } from '../harness/browser.mjs';
import { serve } from '../harness/server.mjs';

const FOLDER = path.join(path.dirname(fileURLToPath(import.meta.url)), '../trees');
const STATES = ['checked', 'pressed', 'expanded', 'focused', 'disabled', 'modal', 'valuetext'];
const SHOWN = new Set(['banner', 'main', 'navigation', 'region', 'search', 'contentinfo', 'dialog', 'heading', 'button', 'slider', 'searchbox', 'textbox', 'combobox', 'group', 'table', 'columnheader', 'status', 'Date']);

/** What of the record a name says is not told: it changes with the record. */
function kind({ role, name }) {
  if (role === 'button' && name.split(', ').length > 3) return 'a bar';
  if (role === 'button' && (/^\d.*: .*\(/.test(name) || /^(January|February|March|April|May|June|July|August|September|October|November|December|about)? ?\d.*: /.test(name))) return 'an event';
  if (role === 'button' && /^\d+ events from/.test(name)) return 'events as one';
  return name.replace(/\d[\d,]*/g, '#');
}

/** The lines of a tree: roles and names, indented; what repeats stands once. */
function lines(node, depth = 0) {
  const isShown = SHOWN.has(node.role) && !(node.role === 'heading' && node.level > 3);
  const states = STATES.filter((state) => node[state] !== undefined && node[state] !== false).map((state) => `${state}=${state === 'valuetext' ? '#' : node[state]}`);
  const own = isShown ? [`${'  '.repeat(depth)}${[node.role, JSON.stringify(kind({ role: node.role, name: node.name ?? '' })), ...states].join(' ')}`] : [];
  const below = (node.children ?? []).flatMap((child) => lines(child, depth + (isShown ? 1 : 0)));
  return [...own, ...below.filter((line, at) => line !== below[at - 1])];
}

async function check(name, page) {
  const tree = await page.accessibility.snapshot({ interestingOnly: false });
  const text = `${lines(tree).join('\n')}\n`;
  const file = path.join(FOLDER, `${name}.txt`);
  if (process.env.UPDATE) {
    fs.mkdirSync(FOLDER, { recursive: true });
    fs.writeFileSync(file, text);
  }
  assert.ok(text.split('\n').length > 20, `a tree of ${text.split('\n').length} lines`);
  assert.equal(text, fs.readFileSync(file, 'utf8'), name);
}

for (const name of ['timeline', 'zoomed', 'filtered', 'detail']) {
  test(`the tree of the page, ${name}`, async () => {
    const { page } = await open({ query: VIEWS[name] });
    if (name === 'detail') await until(page, 'the detail has the focus', () => document.activeElement.id === 'detail-title');
    await settled(page);
    await check(name, page);
    await page.close();
  });
}

test('the tree of the page whose program could not start', async () => {
  const server = await serve(SITE, (name) => (name.endsWith('.wasm') ? null : undefined));
  try {
    const { page } = await open({ url: server.url, ready: false });
    await until(page, 'a line says what happened', () => document.querySelector('#boot:not([hidden]) p')?.innerText);
    await check('error', page);
    await page.close();
  } finally {
    await server.close();
  }
});

/** What is read aloud from the first to the last: roles and names. */
function log(node) {
  return [`${node.role} ${node.name ?? ''}`, ...(node.children ?? []).flatMap(log)];
}

test('what is read aloud of the timeline holds every holder with title, dates and capacity', async () => {
  const { page } = await open({ query: '?toggle=field-offices' });
  const read = log(await page.accessibility.snapshot({ interestingOnly: false })).filter((line) => line.startsWith('button '));
  const people = new Map(published('people').map((person) => [person.id, person.name]));
  const capacities = { confirmed: 'Confirmed by the Senate', appointed: 'Appointed', elected: 'Elected', acting: 'Acting', 'performing-duties': 'Performing the duties', interim: 'Interim', unknown: 'Capacity not known' };
  const missing = published('tenures').filter((tenure) => {
    const begin = `button ${people.get(tenure.person)}, ${tenure.title}, `;
    return !read.some((line) => line.startsWith(begin) && /\d{4}|last seen|in post by/.test(line.slice(begin.length)) && line.includes(capacities[tenure.capacity]));
  });
  assert.deepEqual(missing.map((tenure) => tenure.id), []);
  await page.close();
});

test('what is read aloud of the table holds every event with its date and standing', async () => {
  const { page } = await open({ query: '?view=table' });
  const read = log(await page.accessibility.snapshot({ interestingOnly: false }));
  const standings = { official: 'Official record', 'on-record': 'On the record', 'anonymous-sources': 'Reported, citing unnamed people', analysis: 'Analysis of data', planned: 'Planned or announced, not confirmed as done' };
  const missing = published('events').filter((event) => {
    const at = read.findIndex((line) => line.includes(event.headline));
    const near = read.slice(Math.max(0, at - 12), at + 16).join(' ');
    return at < 0 || !near.includes(event.date.slice(0, 4)) || !near.includes(standings[event.standing]);
  });
  assert.deepEqual(missing.map((event) => event.id), []);
  await page.close();
});
