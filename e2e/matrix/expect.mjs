// What must hold whatever has failed: the heads and their sources can be read, one line says what happened,
// nothing is blank, and the page around is as it was.
import assert from 'node:assert/strict';
import { until } from './engines/scope.mjs';
import { messages } from './host-page.mjs';

/** Reads what a reader can see of a page that may have failed. Runs in the page. */
function look() {
  const isSeen = (element) => {
    const box = element.getBoundingClientRect();
    if (box.width < 1 || box.height < 1) return false;
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.display === 'none' || style.opacity === '0') return false;
      if (at.parentElement?.localName === 'details' && !at.parentElement.open && at.localName !== 'summary') return false;
    }
    return getComputedStyle(element).visibility === 'visible';
  };
  // What is folded can be opened without any script, but not where it is inert.
  const isInReach = (element) => {
    if (isSeen(element)) return true;
    const folds = [];
    for (let at = element.parentElement; at; at = at.parentElement) {
      if (at.localName === 'details' && !at.open) folds.push(at);
    }
    if (folds.length === 0 || element.closest('[inert]')) return false;
    folds.forEach((fold) => { fold.open = true; });
    const seen = isSeen(element);
    folds.forEach((fold) => { fold.open = false; });
    return seen;
  };
  const heads = [...document.querySelectorAll('#heads > li')].map((head) => {
    const links = [...head.querySelectorAll('a[href^="http"]')];
    return {
      name: head.querySelector('h3')?.textContent.trim() ?? '',
      text: head.textContent.replace(/\s+/g, ' ').trim(),
      isInReach: isInReach(head.querySelector('h3')) && isInReach(head.querySelector('.head__dates')),
      sources: links.length,
      sourcesInReach: links.filter((link) => link.textContent.trim() !== '' && isInReach(link)).length,
    };
  });
  const lines = [...document.querySelectorAll('.status-line, #boot')]
    .filter((line) => isSeen(line) && line.textContent.trim() !== '')
    .map((line) => (line.querySelector('p') ?? line).textContent.trim());
  // The heights at which there is something: text, a picture, a bar.
  const content = document.querySelector('#content') ?? document.body;
  const spans = [];
  const walk = document.createTreeWalker(content, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const isText = node.nodeType === Node.TEXT_NODE;
    if (isText ? node.data.trim() === '' || !isSeen(node.parentElement) : !/^(svg|img|canvas|button|input|select)$/i.test(node.localName) || !isSeen(node)) continue;
    const range = document.createRange();
    range.selectNode(node);
    const box = isText ? range.getBoundingClientRect() : node.getBoundingClientRect();
    if (box.height > 0) spans.push([box.top, box.bottom]);
  }
  spans.sort((one, other) => one[0] - other[0]);
  const whole = content.getBoundingClientRect();
  let gap = 0;
  let end = whole.top;
  for (const [top, bottom] of spans) {
    gap = Math.max(gap, top - end);
    end = Math.max(end, bottom);
  }
  return {
    heads,
    lines,
    height: whole.height,
    gap: Math.round(Math.max(gap, whole.bottom - end)),
    title: document.title,
    isInert: document.querySelector('#app')?.hasAttribute('inert') ?? false,
  };
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
  const missing = seen.heads.filter((head) => !head.isInReach || head.text.length < head.name.length + 10).map((head) => head.name);
  assert.deepEqual(missing, [], 'these heads cannot be read');
  const sourceless = seen.heads.filter((head) => head.sources === 0 || head.sourcesInReach < head.sources);
  assert.deepEqual(sourceless.map((head) => `${head.name}: ${head.sourcesInReach} of ${head.sources}`), [], 'these sources cannot be reached');
  assert.ok(seen.height > 100, `the content is ${seen.height} px high`);
  assert.ok(seen.gap <= LARGEST_GAP, `${seen.gap} px of the page are blank`);
  assert.ok(seen.title, 'the page has a title');
  return seen;
}

/** One line says what has happened, and the page can be read. Gives the line. */
export async function expectStopped(view, names) {
  await until('a line says what has happened', async () => (await view.evaluate(look)).lines.length > 0);
  const seen = await expectReadable(view, names);
  assert.equal(seen.lines.length, 1, `one line says what has happened, not ${JSON.stringify(seen.lines)}`);
  assert.ok(seen.lines[0].length > 20, 'the line is a sentence');
  return seen.lines[0];
}

/** No line says that anything has happened. */
export async function expectNoLine(view) {
  const seen = await view.evaluate(look);
  assert.deepEqual(seen.lines, [], 'nothing has happened, so no line says so');
}

/** The page around the embed is as it was, and no script of it has failed. */
export async function expectHostUnaffected(host) {
  const [before, now, errors] = await host.evaluate(() => {
    const { matrixHost } = window;
    return [matrixHost.before, JSON.stringify(matrixHost.look()), matrixHost.errors];
  });
  assert.deepEqual(now, before, 'the host page is as it was');
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
