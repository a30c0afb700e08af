// Gives the timeline's frames the height of their content, and makes a frame of each `<leadership-timeline view="table">`
// and `<div data-timeline-embed data-view="table">`, also of those added later.
(() => {
  'use strict';
  const { document, window: host, CustomEvent, Math, Object, performance, setTimeout } = window;
  const NS = 'leadership-timeline';
  const TITLE = 'Timeline of leadership';
  const PAUSE_MS = 50;
  const RUNAWAY_MS = 2000;
  const GROWTHS = 10;
  const SETTABLE = 'view chart office group person from to on capacity kind standing sort q theme chrome'.split(' ');
  const KEYS = [...SETTABLE, 'lang', 'height', 'id'];
  const MARKED = '[data-timeline-embed]:not(iframe, form)';
  const ID = /^[\w-]{1,32}$/;
  const WORD = /^[\w.+-]{1,64}$/;
  const FIELDS = {
    ready: { id: ID, dataset: WORD, app: WORD },
    state: { id: ID, query: /^[!#-;=?-~]{0,2048}$/ },
    error: { id: ID, code: /^(panic|wasm|data|timeout)$/ },
  };

  // Of prototypes: an element's name may hide what the document or a form has.
  const { get } = Reflect;
  const { addEventListener, createElement, getElementsByTagName } = Document.prototype;
  const { matches, querySelectorAll } = Element.prototype;
  const { hasOwnProperty } = Object.prototype;
  const ofDocument = (key) => get(Document.prototype, key, document);
  const { src: address } = ofDocument('currentScript') || {};
  if (!address) return;
  const { href: base, origin: home } = new URL('../embed/', address);
  const guard = Symbol.for(NS + base);
  if (host[guard]) return;
  host[guard] = true;
  const frames = getElementsByTagName.call(document, 'iframe');
  const made = new Set();
  const records = new WeakMap();
  const own = (object, key) => (hasOwnProperty.call(object, key) ? object[key] : undefined);

  const recordOf = (frame) => {
    const record = records.get(frame) || { growths: [], others: [], pauses: new Map() };
    records.set(frame, record);
    return record;
  };
  // At once, then once in a pause; the last is never dropped.
  const limited = ({ pauses }, type, act) => {
    const isPausing = pauses.has(type);
    pauses.set(type, isPausing && act);
    if (isPausing) return;
    setTimeout(() => {
      const next = pauses.get(type);
      pauses.delete(type);
      if (next) limited({ pauses }, type, next);
    }, PAUSE_MS);
    act();
  };
  const isOurs = ({ src }) => `${src}`.slice(0, base.length) === base;
  const hasNoOrigin = ({ sandbox }) => host.origin === 'null' || (sandbox.length && !sandbox.contains('allow-same-origin'));
  const frameOf = (source) => {
    for (let i = 0; i < frames.length; i += 1) if (frames[i].contentWindow === source) return frames[i];
    for (const frame of made) if (frame.contentWindow === source) return frame;
    return null;
  };
  const post = (target, type, fields) => target.postMessage({ ns: NS, v: 1, type, ...fields }, '*');

  // A frame that grows again and again at one width grows because it has grown.
  const resize = (frame, record, asked) => {
    const { clientHeight, clientWidth, style } = frame;
    const height = Math.ceil(Math.min(Math.max(asked, 120), 12000));
    const change = height - (parseFloat(style.height) || clientHeight);
    if (Math.abs(change) < 2) return;
    if (change < 0 || clientWidth !== record.width) record.growths = [];
    record.width = clientWidth;
    if (change > 0) {
      const { growths } = record;
      if (growths[GROWTHS - 1] - growths[0] <= RUNAWAY_MS) return;
      record.growths = [...growths.slice(1 - GROWTHS), performance.now()];
    }
    style.height = `${height}px`;
  };

  const receive = ({ data, origin, source }) => {
    if (!source || !data || own(data, 'ns') !== NS || own(data, 'v') !== 1) return;
    const frame = frameOf(source);
    if (!frame || !isOurs(frame) || (origin !== home && !(origin === 'null' && hasNoOrigin(frame)))) return;
    const record = recordOf(frame);
    // What the frame stands for stays until it is heard: it may be blocked.
    for (const node of record.others) node.remove();
    record.others = [];
    const [type, height] = [own(data, 'type'), own(data, 'height')];
    if (type === 'height' && Number.isFinite(height)) limited(record, type, () => resize(frame, record, height));
    const grammars = typeof type === 'string' && own(FIELDS, type);
    if (!grammars) return;
    const detail = {};
    for (const key of Object.keys(grammars)) {
      const value = own(data, key);
      if (typeof value === 'string' && grammars[key].test(value)) detail[key] = value;
      else if (key !== 'id' || value !== undefined) return;
    }
    const isReady = type === 'ready';
    if (isReady || (type === 'error' && detail.code !== 'timeout')) record.isReady = isReady;
    limited(record, type, () => {
      if (isReady) {
        post(source, 'hello', { ...(own(detail, 'id') && { id: detail.id }), answers: type });
        // Loaded again, it begins as it was made.
        if (record.wasReady && record.greet) record.greet(source);
        record.wasReady = true;
      }
      frame.dispatchEvent(new CustomEvent(`timeline:${type}`, { bubbles: true, detail: Object.freeze(detail) }));
    });
  };

  const build = (element, prefix) => {
    const read = (key) => element.getAttribute(prefix + key);
    const frame = createElement.call(document, 'iframe');
    const set = (name, value) => frame.setAttribute(name, value);
    const width = read('width');
    let src = `${base}?v=1`;
    let pixels = 720;
    for (const key of KEYS) {
      let value = read(key);
      if (key === 'height' && /^\d{3,4}$/.test(value)) [pixels, value] = [value, 'fixed'];
      if (value && (key !== 'id' || ID.test(value))) src += `&${new URLSearchParams([[key, value]])}`.replace(/%2C/g, ',');
    }
    set('title', read('title') || element.textContent.trim() || TITLE);
    set('width', width || '100%');
    set('height', pixels);
    set('loading', 'lazy');
    set('referrerpolicy', 'strict-origin-when-cross-origin');
    frame.style.cssText = 'border:0;width:100%;min-width:280px';
    if (width) frame.style.width = /\d$/.test(width) ? `${width}px` : width;
    set('sandbox', 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads');
    set('allow', 'fullscreen; clipboard-write; web-share');
    set('src', src);
    return frame;
  };

  const fill = (element) => {
    if (element.querySelector('iframe')) return;
    const frame = build(element, 'data-');
    recordOf(frame).others = [...element.childNodes];
    element.prepend(frame);
  };
  const fillBelow = (node) => {
    if (get(Node.prototype, 'nodeType', node) !== 1) return;
    if (matches.call(node, MARKED)) fill(node);
    querySelectorAll.call(node, MARKED).forEach(fill);
  };
  const watch = () => {
    const observer = new MutationObserver((changes) => {
      for (const { addedNodes, target, type } of changes) (type === 'attributes' ? [target] : addedNodes).forEach(fillBelow);
    });
    observer.observe(document, { subtree: true, childList: true, attributeFilter: ['data-timeline-embed'] });
    fillBelow(ofDocument('documentElement'));
  };

  // Children outside the slot are not shown: they are for readers without this script.
  class Timeline extends HTMLElement {
    #frame = null;
    #changes = null;

    static observedAttributes = [...KEYS, 'title', 'width'];

    constructor() {
      super();
      const slot = createElement.call(document, 'slot');
      slot.name = NS;
      this.attachShadow({ mode: 'open' }).append(slot);
    }

    connectedCallback() {
      for (const copy of this.querySelectorAll(`[slot=${NS}]`)) copy.remove();
      this.#frame = build(this, '');
      this.#frame.slot = NS;
      this.append(this.#frame);
      made.add(this.#frame);
      recordOf(this.#frame).greet = (to) => post(to, 'set', Object.fromEntries(SETTABLE.map((key) => [key, this.getAttribute(key) || ''])));
    }

    disconnectedCallback() {
      made.delete(this.#frame);
      this.#frame.remove();
      this.#frame = null;
    }

    attributeChangedCallback(key, before, after) {
      if (!this.#frame || before === after) return;
      if (key === 'title') {
        this.#frame.title = after || TITLE;
        return;
      }
      if (!this.#changes) queueMicrotask(() => this.#change());
      this.#changes = { ...this.#changes, [key]: after || '' };
    }

    #change() {
      const [frame, changes] = [this.#frame, this.#changes];
      this.#changes = null;
      if (!frame) return;
      if (recordOf(frame).isReady && Object.keys(changes).every((key) => SETTABLE.includes(key))) {
        post(frame.contentWindow, 'set', changes);
        return;
      }
      this.disconnectedCallback();
      this.connectedCallback();
    }
  }

  host.addEventListener('message', receive);
  if (!customElements.get(NS)) customElements.define(NS, Timeline);
  for (const frame of frames) if (isOurs(frame)) post(frame.contentWindow, 'hello');
  if (ofDocument('readyState') === 'loading') addEventListener.call(document, 'DOMContentLoaded', watch);
  else watch();
})();
