// What must hold whatever has failed: the heads and their sources can be read, one line says what happened,
// nothing is blank, and the page around is as it was.
import assert from 'node:assert/strict';
import { until } from './engines/scope.mjs';
import { messages } from './host-page.mjs';

/** The lines that say what has happened, once all of the page is there, with its styles. Runs in the page. */
function linesSeen() {
  if (document.readyState === 'loading') return [];
  const isStyled = [...document.querySelectorAll('link[rel=stylesheet]')].every((link) => link.sheet);
  if (!isStyled) return [];
  const boot = document.querySelector('#boot');
  return [...document.querySelectorAll('.status-line, #boot')]
    .filter((line) => line.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && line.getBoundingClientRect().height > 1)
    .map((line) => (line.querySelector('p') ?? line).textContent.trim())
    // That it still loads is said on a slow machine, before anything has happened.
    .filter((text) => text !== '' && text !== boot?.dataset.slow);
}

/** Reads what a reader can see of a page that may have failed. Runs in the page. */
function look() {
  const isSeen = (element) => {
    const box = element.getBoundingClientRect();
    return box.width >= 1 && box.height >= 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  // The heights at which there is something: text, a picture, a bar.
  const content = document.querySelector('#content');
  const spans = [];
  const range = document.createRange();
  const walk = document.createTreeWalker(content, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const isText = node.nodeType === Node.TEXT_NODE;
    const element = isText ? node.parentElement : node;
    const isSomething = isText ? node.data.trim() !== '' : /^(svg|img|canvas|button|input|select)$/i.test(node.localName);
    if (!isSomething || !isSeen(element)) continue;
    let box = element.getBoundingClientRect();
    if (isText && box.height > 80) {
      // A tall box with a word in it is blank but for the word.
      range.selectNode(node);
      box = range.getBoundingClientRect();
    }
    spans.push([box.top, box.bottom]);
  }
  spans.sort((one, other) => one[0] - other[0]);
  const whole = content.getBoundingClientRect();
  let gap = 0;
  let end = whole.top;
  for (const [top, bottom] of spans) {
    gap = Math.max(gap, top - end);
    end = Math.max(end, bottom);
  }
  gap = Math.round(Math.max(gap, whole.bottom - end));
  // What is folded can be opened without any script, but not where it is inert.
  const folds = [...document.querySelectorAll('details:not([open])')].filter((fold) => !fold.closest('[inert]'));
  folds.forEach((fold) => { fold.open = true; });
  const heads = [...document.querySelectorAll('#heads > li')].map((head) => {
    const [name, dates] = ['h3', '.head__dates'].map((selector) => head.querySelector(selector));
    const links = [...head.querySelectorAll('a[href^="http"]')];
    return {
      name: name.textContent.trim(),
      isInReach: [name, dates].every((part) => part.textContent.trim() !== '' && isSeen(part)),
      sources: links.length,
      sourcesInReach: links.filter((link) => link.textContent.trim() !== '' && isSeen(link)).length,
    };
  });
  folds.forEach((fold) => { fold.open = false; });
  return { heads, height: whole.height, gap, title: document.title };
}

/** The most that may be empty between one thing and the next, in pixels. */
const LARGEST_GAP = 240;

/** The heads that the delivered page names, read from its text. */
export function headsOf(html) {
  const list = html.match(/<ol id="heads"[\s\S]*?<\/ol>/)?.[0] ?? '';
  const names = [...list.matchAll(/class="head__name"[^>]*>([^<]+)</g)].map((found) => found[1]);
  if (names.length === 0) throw new Error('the delivered page names no heads');
  return names;
}

/** The page can be read: all heads with dates and sources, and nothing is blank. */
export async function expectReadable(view, names) {
  const seen = await view.evaluate(look);
  assert.equal(seen.heads.length, names.length, 'every head is listed');
  const missing = seen.heads.filter((head) => !head.isInReach).map((head) => head.name);
  assert.deepEqual(missing, [], 'these heads cannot be read');
  const sourceless = seen.heads.filter((head) => head.sources === 0 || head.sourcesInReach < head.sources);
  assert.deepEqual(sourceless.map((head) => `${head.name}: ${head.sourcesInReach} of ${head.sources}`), [], 'these sources cannot be reached');
  assert.ok(seen.height > 100, `the content is ${seen.height} px high`);
  assert.ok(seen.gap <= LARGEST_GAP, `${seen.gap} px of the page are blank`);
  assert.ok(seen.title, 'the page has a title');
}

/** One line says what has happened, and the page can be read. Gives the line. */
export async function expectStopped(view, names) {
  const lines = await until('a line says what has happened', async () => {
    const seen = await view.evaluate(linesSeen);
    return seen.length > 0 && seen;
  });
  assert.equal(lines.length, 1, `one line says what has happened, not ${JSON.stringify(lines)}`);
  assert.ok(lines[0].length > 20, 'the line is a sentence');
  await expectReadable(view, names);
  assert.deepEqual(await view.evaluate(linesSeen), lines, 'the line stays');
  return lines[0];
}

/** No line says that anything has happened. */
export async function expectNoLine(view) {
  assert.deepEqual(await view.evaluate(linesSeen), [], 'nothing has happened, so no line says so');
}

/** The page around the embed is as it was, and no script of it has failed. */
export async function expectHostUnaffected(host) {
  const [before, now, errors, isFirefox] = await host.evaluate(() => {
    const { matrixHost } = window;
    return [matrixHost.before, JSON.stringify(matrixHost.look()), matrixHost.errors, navigator.userAgent.includes('Firefox/')];
  });
  // Firefox counts an empty page before a file's until it has changed the process: there the history can be shorter.
  const [{ history: least, ...was }, { history, ...is }] = [before, now].map((look) => JSON.parse(look));
  assert.deepEqual(is, was, 'the host page is as it was');
  const isShorter = isFirefox && is.address.startsWith('file:') && history < least;
  assert.ok(history === least || isShorter, `the history of the host page has gone from ${least} to ${history}`);
  assert.deepEqual(errors, [], 'no script of the host page has failed');
}

/** The host has been told once that the embed failed, and why. */
export async function expectTold(host, code) {
  await host.until(`the host is told of ${code}`, (code) =>
    window.matrixHost.messages.some(({ data }) => data?.type === 'error' && data.code === code), code);
  const told = (await messages(host, 'error')).map((message) => message.code);
  assert.deepEqual(told.filter((one) => one !== 'timeout'), code === 'timeout' ? [] : [code], 'it is told once');
}

/**
 * The program has broken while it ran: a panel, the page inert, the host told, and nothing changes afterwards,
 * whatever the reader or the host does.
 */
export async function expectCrashed(host, embed, names) {
  await expectTold(host, 'panic');
  await expectStopped(embed, names);
  const panel = await embed.evaluate(() => {
    const { dataset, textContent } = document.querySelector('#boot');
    return { isWord: textContent.includes(dataset.crashed), canRetry: !document.querySelector('#boot button').hidden };
  });
  assert.deepEqual(panel, { isWord: true, canRetry: true }, 'the panel says that it was stopped, and offers to try again');
  await expectHostUnaffected(host);
  assert.equal(await embed.evaluate(() => document.querySelector('#app').hasAttribute('inert')), true, 'the page is inert');
  const look = () => embed.evaluate(() => [location.href, document.querySelector('#app').outerHTML]);
  const [before, said] = [await look(), (await messages(host)).length];
  await embed.click('.embed__as-of');
  await host.press('Tab');
  await embed.evaluate(() => {
    document.dispatchEvent(new CustomEvent('timeline:set', { detail: 'view=map' }));
    for (const kind of ['click', 'keydown', 'pointerdown', 'wheel']) {
      document.querySelector('.stage').dispatchEvent(new Event(kind, { bubbles: true }));
    }
    dispatchEvent(new Event('popstate'));
  });
  const ask = (message) => host.evaluate((message) => {
    document.querySelector('iframe').contentWindow.postMessage({ ns: 'leadership-timeline', v: 1, id: 't1', ...message }, '*');
  }, message);
  await ask({ type: 'set', view: 'map', q: 'director' });
  // The frame answers a greeting with its height, after all that it was asked before.
  await ask({ type: 'hello' });
  await host.until('the frame answers a greeting', (said) => window.matrixHost.messages
    .filter(({ data }) => data?.ns === 'leadership-timeline').slice(said).some(({ data }) => data.type === 'height'), said);
  assert.deepEqual((await messages(host)).slice(said).filter(({ type }) => type !== 'height'), [], 'nothing more is told but the height');
  assert.deepEqual(await look(), before, 'nothing on the page has changed');
}
