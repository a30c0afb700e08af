// What a screen reader is given: the accessibility tree of five states against `e2e/trees/*.txt`.
// After a wanted change: `UPDATE=1 node e2e/run.mjs dist tree`, then read the diff.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SITE, VIEWS, open, settled, until } from '../harness/browser.mjs';
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
    await until(page, 'a line says what happened', () => document.querySelector('.status-line:not([hidden])')?.innerText);
    await check('error', page);
    await page.close();
  } finally {
    await server.close();
  }
});
