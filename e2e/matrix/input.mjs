// What is put into addresses and messages to do harm, and what is looked at to see whether it has.
import assert from 'node:assert/strict';
import { until } from './engines/scope.mjs';
import { VIEWS, started } from './steps.mjs';
import { figuresOf } from './walk.mjs';
import { keepAsked, keepMarkup } from './watched.mjs';

/** Every parameter of the contract, with a value that can be used. */
export const PARAMETERS = {
  v: '1', view: 'table', chart: 'capacity-days', office: 'ice-opla', group: 'units', person: 'thomas-homan', from: '2025-03-01',
  to: '2025-12-31', on: '2019-05-28', capacity: 'performing-duties', kind: 'target', standing: 'planned', sort: 'days', q: 'lyons', lang: 'en',
  theme: 'dark', chrome: 'minimal', height: 'fixed', id: 't1',
};

/** Parameters of the frame alone: a page of the site does not know them. */
const OF_FRAME = ['v', 'lang', 'theme', 'chrome', 'height'];
/** What notices call a parameter, where that is another name. */
const CALLED = { embed: { chart: 'figure', on: 'day' }, site: { chart: 'figure', on: 'day', id: 'select' } };
/** The most letters of a search, and of a value that a notice repeats. */
const MOST_LETTERS = 64;
const UNSEEN = /[\p{Cc}\p{Bidi_Control}]/u;
const ID = /^[A-Za-z0-9_-]{1,32}$/;

/**
 * Sixty texts as an address writes them. Each that has room for it bears the mark; what becomes code sets
 * `matrixHacked`, what becomes an address leads to `elsewhere`.
 */
export function hostileTexts(mark, elsewhere) {
  const written = [
    '', '%', `%zz${mark}`, `%00${mark}`, `%ff%fe${mark}`, `%ed%a0%80${mark}`, `%c0%bcscript%c0%be${mark}`, `+${mark}+`, `%u003cscript%u003e${mark}`,
  ];
  const texts = [
    `${mark}<script>matrixHacked=1</script>`,
    `"><script>matrixHacked='${mark}'</script>`,
    `'><img src=x id=${mark} onerror=matrixHacked=1>`,
    `<img src=${elsewhere} alt=${mark}>`,
    `<svg onload=matrixHacked=1 id=${mark}>`,
    `<iframe srcdoc="<script>parent.matrixHacked=1</script>${mark}">`,
    `<a href="javascript:matrixHacked=1">${mark}</a>`,
    `javascript:matrixHacked=1//${mark}`,
    `java\tscript:matrixHacked=1//${mark}`,
    `data:text/html,<script>opener.matrixHacked=1</script>${mark}`,
    `" onmouseover="matrixHacked=1" data-${mark}="`,
    `' autofocus onfocus='matrixHacked=1' data-${mark}='`,
    `</p><p class=${mark}>`,
    `</script><script>matrixHacked=1/*${mark}*/</script>`,
    `<style>@import '${elsewhere}';/*${mark}*/</style>`,
    `red;background:url(${elsewhere});--${mark}:1`,
    `<base href=${elsewhere}>${mark}`,
    `<meta http-equiv=refresh content="0;url=${elsewhere}">${mark}`,
    `<link rel=stylesheet href=${elsewhere} class=${mark}>`,
    `<form action=${elsewhere}><input name=${mark} autofocus>`,
    `<object data=${elsewhere} id=${mark}>`,
    `<template><b>${mark}</b></template>`,
    `<math><mtext><style><img src=x onerror=matrixHacked=1>${mark}`,
    `<matrix-${mark}></matrix-${mark}>`,
    `<!--${mark}--><b>`,
    `<![CDATA[${mark}]]>`,
    `&lt;script&gt;matrixHacked=1&lt;/script&gt;${mark}`,
    `&#60;img src=x onerror=matrixHacked=1&#62;${mark}`,
    `%3Cscript%3EmatrixHacked=1%3C/script%3E${mark}`,
    `\\u003cscript\\u003e${mark}`,
    `\${matrixHacked=1}${mark}`,
    `{{constructor.constructor('matrixHacked=1')()}}${mark}`,
    `{key} {value} {n} ${mark}`,
    `';matrixHacked=1;//${mark}`,
    `' OR 1=1;DROP TABLE tenures;--${mark}`,
    `../../../../etc/passwd#${mark}`,
    elsewhere.replace(/^http:/, ''),
    `${elsewhere}?${mark}&view=map#${mark}`,
    `${mark}\r\nSet-Cookie: a=1`,
    `\u202e${mark}\u202c`,
    `\u061c${mark}`,
    `\u200b\ufeff${mark}`,
    `${'z\u0301\u0323'.repeat(12)}${mark}`,
    `👩‍👩‍👧‍👦🏳️‍🌈${mark}`,
    `𝒜`.repeat(40) + mark,
    `${mark}${'a'.repeat(120)}`,
    '__proto__', 'constructor', '[object Object]', '-1e999', ' , ,, ',
  ];
  const all = [...written, ...texts.map(encodeURIComponent)];
  if (new Set(all).size !== 60) throw new Error(`${new Set(all).size} texts, not sixty`);
  return all;
}

/** What a written value says to a program that reads it as addresses are read. */
export function textOf(written) {
  const bytes = Buffer.from(written.replaceAll('+', ' '));
  const read = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const code = bytes.subarray(at + 1, at + 3).toString('latin1');
    const isCoded = bytes[at] === 0x25 && /^[0-9a-f]{2}$/i.test(code);
    read.push(isCoded ? Number.parseInt(code, 16) : bytes[at]);
    if (isCoded) at += 2;
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(read));
}

/** What of a page says that a hostile value of a parameter was not taken: its name in a notice, nothing where none is due. */
export function noticed(kind, key, written) {
  if (kind === 'site' && OF_FRAME.includes(key)) return null;
  const text = textOf(written);
  if (key === 'q' && !UNSEEN.test(text) && [...text].length <= MOST_LETTERS) return null;
  if (kind === 'embed' && key === 'id' && ID.test(text)) return null;
  return CALLED[kind][key] ?? key;
}

/** A search that can be used is made: what it finds is shown, and it stands in its field. */
export const searched = (key, written) => (key === 'q' && noticed('embed', key, written) === null ? textOf(written) : '');

/**
 * Keeps what has become of an input: `matrixInput`. Stands alone: it is sent into pages as text, before their scripts.
 */
export function keepInput() {
  const harm = [];
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) window[name] = () => { harm.push(name); };
  Object.defineProperty(window, 'matrixHacked', { get: () => undefined, set: () => { harm.push('code has run'); } });
  const { port1, port2 } = new MessageChannel();
  const waiting = [];
  port1.onmessage = () => waiting.shift()();
  /** What the program has put off has been done. */
  const settled = async () => {
    for (let turn = 0; turn < 2; turn += 1) await new Promise((done) => {
      waiting.push(done);
      port2.postMessage(0);
    });
  };
  /** The names of all elements and attributes of the page. */
  const names = () => {
    const found = new Set();
    for (const element of document.querySelectorAll('*')) {
      found.add(`<${element.localName}>`);
      for (const { name } of element.attributes) found.add(name);
    }
    return [...found].sort();
  };
  const notice = () => document.querySelector('.notice-bar:not([hidden]) .notice')?.textContent ?? '';
  const search = () => document.querySelector('#search')?.value ?? '';
  /** What a reader can tell apart: all text that can be shown but what is said in passing, what is searched for and chosen, how the frame is. */
  const sight = () => {
    const app = document.querySelector('#app').cloneNode(true);
    app.querySelectorAll('.notice-bar, [role=status], [hidden], .hover-card').forEach((element) => element.remove());
    const { theme, chrome, height, failed } = document.documentElement.dataset;
    const pressed = [...app.querySelectorAll('[aria-pressed=true], [aria-current], [aria-sort]')].map((element) => element.textContent);
    return JSON.stringify({ search: search(), theme, chrome, height, failed, pressed, text: app.textContent });
  };
  /** Where the mark stands that is neither said by a notice nor searched for, and addresses that lead where none of ours does. */
  const wrong = (mark, elsewhere) => {
    const found = [];
    const walk = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node.nodeType !== Node.ELEMENT_NODE) {
        const isSaid = node.nodeType === Node.TEXT_NODE && node.parentElement.closest('.notice');
        if (node.data?.includes(mark) && !isSaid) found.push(`${node.nodeName} in ${node.parentElement?.localName}: ${node.data.slice(0, 80)}`);
        continue;
      }
      if (node.localName.includes(mark)) found.push(`<${node.localName}>`);
      for (const { name, value } of node.attributes) {
        const isField = node.id === 'search' && name === 'value';
        // The way to another language takes what is searched for along, with nothing in it that an address could end by.
        const isWay = node.matches('.languages__link') && name === 'href' && /^[\w./-]*index\.html\?[\w=&%.~-]*$/.test(value);
        const isAddress = ['href', 'src', 'action', 'formaction', 'data', 'xlink:href'].includes(name);
        const leadsAway = isAddress && (/^\s*(javascript|vbscript|data:text)/i.test(value) || value.includes(elsewhere));
        if (name.includes(mark) || (value.includes(mark) && !isField && !isWay) || /^on|^srcdoc$/.test(name) || leadsAway) found.push(`${node.localName} ${name}="${value.slice(0, 80)}"`);
      }
    }
    return found;
  };
  const done = () => [...harm, ...(window.matrixMarkup ?? [])];
  /**
   * Puts a query into the address, as a reader does who goes back or forward to it, as soon as the browser lets that be
   * changed: WebKit counts the changes of ten seconds. Gives how many milliseconds it took to be read and taken over.
   */
  const ask = async (query) => {
    for (;;) {
      try {
        const begun = performance.now();
        history.replaceState(history.state, '', `${location.pathname}${query && `?${query}`}`);
        dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
        return performance.now() - begun;
      } catch (error) {
        if (error.name !== 'SecurityError') throw error;
        await new Promise((done) => requestAnimationFrame(done));
      }
    }
  };
  /** Shows what a query asks for. */
  const show = async (query) => {
    await ask(query);
    await settled();
  };
  window.matrixInput = { settled, names, notice, search, sight, wrong, done, ask, show };
}

/**
 * Shows one query after another, each with what a notice must say of it (`says`, the name of a key, or nothing) and what must
 * then be searched for (`searches`). Begins with another view, to which `first` leads. Gives what was wrong. Runs in the page.
 */
export async function tryQueries(first, queries, mark, elsewhere) {
  const { show, notice, search, wrong, done } = window.matrixInput;
  const found = [];
  const watch = new MutationObserver(() => {});
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const isOutside = ({ target }) => !(target.nodeType === Node.TEXT_NODE ? target.parentElement : target)?.closest('.notice-bar');
  await show(first);
  let isDefault = false;
  for (const { query, says, searches } of queries) {
    watch.takeRecords();
    await show(query);
    const changed = watch.takeRecords().filter(isOutside).map(({ type, target, attributeName }) => `${type} ${attributeName ?? ''} of ${target.nodeName}`);
    const tell = (...what) => found.push(`${query}: ${what.join(', ')}`);
    const said = notice();
    if (says === null ? said !== '' : !said.includes(`${says} “`)) tell(`the notice is “${said}”`);
    if (search() !== searches) tell(`the search is “${search()}”`);
    if (isDefault && searches === '' && changed.length > 0) tell('changes', ...new Set(changed.slice(0, 3)));
    isDefault = searches === '';
    const places = isDefault ? [] : wrong(mark, elsewhere);
    if (places.length > 0) tell('stands in', ...places.slice(0, 3));
    if (done().length > 0) tell(...done());
  }
  watch.disconnect();
  const places = wrong(mark, elsewhere);
  if (places.length > 0) found.push(`at last it stands in ${places.slice(0, 3).join(', ')}`);
  return found;
}

/** The servers of a case: pages of the site keep what becomes of an input, and no policy of theirs keeps them from harm. */
export async function openInput(t) {
  const world = await t.world();
  const { site } = world;
  for (const run of [keepInput, keepMarkup, keepAsked]) site.inject(run);
  site.change((headers) => {
    delete headers['content-security-policy'];
  });
  const other = await world.another();
  return { ...world, other, elsewhere: other.url('/m') };
}

/** Nothing that was put in has run, has become markup, or has asked another server. */
export async function expectNoHarm(world, ...documents) {
  for (const one of documents) {
    assert.deepEqual(await one.evaluate(() => window.matrixInput.done()), [], 'no input has become code or markup');
    const asked = await one.evaluate(() => window.matrixAsked);
    const own = [world.site.origin, world.host.origin];
    assert.deepEqual(asked.filter((address) => !/^(data|blob|about):/.test(address) && !own.some((origin) => address.startsWith(`${origin}/`))), [], 'no other server is asked');
  }
  assert.deepEqual(world.other.requests, [], 'the other server hears of nothing');
}

/** Opens a page of a kind with a query; gives its document, when the program has read the address. */
export async function opened(page, world, kind, query = '', options = {}) {
  const asked = query === '' ? '' : `?${query}`;
  await page.goto(kind === 'embed' ? world.embedded({ query: asked, ...options }) : world.site.url(`/${asked}${options.hash ?? ''}`));
  const view = kind === 'embed' ? page.frame('#one') : page;
  await started(view);
  await view.evaluate(async () => window.matrixInput.settled());
  return view;
}

/** What can be told apart of a page. */
export const sightOf = (view) => view.evaluate(() => window.matrixInput.sight());
/** The same, once it stays as it is: what depends on sizes follows them. */
export async function sightAtRest(view) {
  let before;
  let times = 0;
  return until('the page has come to rest', async () => {
    const now = await view.evaluate(async () => {
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      return window.matrixInput.sight();
    });
    times = now === before ? times + 1 : 0;
    before = now;
    return times > 1 && now;
  });
}

/** A page comes to be as it was: the same can be told apart. */
export async function expectSight(view, wanted, about) {
  let now;
  try {
    await until(about, async () => {
      now = await sightOf(view);
      return now === wanted;
    });
  } catch (error) {
    if (now === undefined) throw error;
    const at = [...now].findIndex((letter, index) => letter !== wanted[index]);
    assert.fail(`${about}: there is “${now.slice(Math.max(at - 60, 0), at + 60)}”, not “${wanted.slice(Math.max(at - 60, 0), at + 60)}”`);
  }
}

/** A query shows the same as another one. Each is shown in turn: what depends on sizes may follow them later. */
export const expectSame = (view, query, other, about) => view.until(about, async (query, other) => {
  const { show, sight } = window.matrixInput;
  await show(other);
  const wanted = sight();
  await show(query);
  return sight() === wanted;
}, query, other);

/** What a notice says. */
export const noticeOf = (view) => view.evaluate(() => window.matrixInput.notice());
/** Shows what a query asks for. */
export const showQuery = (view, query) => view.evaluate(async (query) => window.matrixInput.show(query), query);

/** The names of the elements and attributes that a page has in any of its views. */
export async function namesOfViews(t, view) {
  const queries = [
    ...VIEWS.map((name) => `view=${name}`),
    ...figuresOf(t.dist).map((id) => `view=chart&chart=${id}`),
    ...VIEWS.map((name) => `view=${name}&q=lyons&group=units&capacity=acting&hide=title&compare=2019-05-28&select=lyons-ice-director-2025`),
    'view=table&sort=-name', 'q=nothing+like+it', 'view=chart&chart=office-reports', 'linked=no&view=figures', 'select=2025-10-24-nyt-fod-replacement-plan', '',
  ];
  const found = new Set();
  for (const query of queries) {
    await showQuery(view, query);
    for (const name of await view.evaluate(() => window.matrixInput.names())) found.add(name);
  }
  return found;
}

/** The page has elements and attributes of its own alone. */
export async function expectOwnNames(view, names) {
  const now = await view.evaluate(() => window.matrixInput.names());
  assert.deepEqual(now.filter((name) => !names.has(name)), [], 'these elements and attributes are none of the product');
}

/** The query of parameters, in their order. */
export const queryOf = (pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&');
