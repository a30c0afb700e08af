// What pages do that they should not, kept while they run. Each function stands alone: it is sent into pages as text.

/** Keeps what the policy of the page has stopped: `matrixViolations`. */
export function keepViolations() {
  window.matrixViolations = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    window.matrixViolations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`);
  });
}

/** Keeps each use of a text as markup or as code: `matrixMarkup`. */
export function keepMarkup() {
  window.matrixMarkup = [];
  const tell = (name, values) => window.matrixMarkup.push(`${name} ${String(values[0]).slice(0, 80)}`);
  const method = (owner, name) => {
    const own = owner?.[name];
    if (!own) return;
    owner[name] = function watched(...values) {
      tell(name, values);
      return own.apply(this, values);
    };
  };
  const setter = (owner, name) => {
    const own = Object.getOwnPropertyDescriptor(owner, name);
    if (!own?.set) return;
    Object.defineProperty(owner, name, { ...own, set(value) {
      tell(name, [value]);
      own.set.call(this, value);
    } });
  };
  for (const owner of [Element.prototype, ShadowRoot.prototype]) {
    for (const name of ['innerHTML', 'outerHTML']) setter(owner, name);
    for (const name of ['setHTML', 'setHTMLUnsafe']) method(owner, name);
  }
  setter(HTMLIFrameElement.prototype, 'srcdoc');
  method(Element.prototype, 'insertAdjacentHTML');
  method(Document.prototype, 'write');
  method(Document.prototype, 'writeln');
  method(Document, 'parseHTMLUnsafe');
  method(Range.prototype, 'createContextualFragment');
  method(DOMParser.prototype, 'parseFromString');
  method(window, 'eval');
  for (const name of ['setTimeout', 'setInterval']) {
    const own = window[name];
    window[name] = (run, ...rest) => {
      if (typeof run !== 'function') tell(name, [run]);
      return own(run, ...rest);
    };
  }
  window.Function = new Proxy(Function, {
    apply: (own, self, values) => {
      tell('Function', values);
      return Reflect.apply(own, self, values);
    },
    construct: (own, values) => {
      tell('Function', values);
      return Reflect.construct(own, values);
    },
  });
}

/** Keeps what the page asks of any server, and every line to one that it opens: `matrixAsked`. */
export function keepAsked() {
  window.matrixAsked = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.matrixAsked.push(entry.name);
  }).observe({ type: 'resource', buffered: true });
  for (const name of ['WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection', 'SharedWorker', 'Worker']) {
    if (!window[name]) continue;
    window[name] = new Proxy(window[name], {
      construct(own, values) {
        window.matrixAsked.push(`${name}:${values[0]}`);
        return Reflect.construct(own, values);
      },
    });
  }
  // WebKit tells of no request whose answer it keeps from the page.
  const full = (address) => new URL(address, document.baseURI).href;
  const { fetch } = window;
  window.fetch = (what, how) => {
    window.matrixAsked.push(full(what.url ?? what));
    return fetch(what, how);
  };
  const { open } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function opened(...values) {
    window.matrixAsked.push(full(values[1]));
    return open.apply(this, values);
  };
  const { sendBeacon } = navigator;
  navigator.sendBeacon = (address, data) => {
    window.matrixAsked.push(full(address));
    return sendBeacon.call(navigator, address, data);
  };
}

/** What the browser keeps for the page, a line each; nothing where it has no storage. Runs in the page. */
export async function kept() {
  const found = [];
  const ask = async (name, read) => {
    try {
      for (const key of await read()) found.push(`${name} ${key}`);
    } catch (error) {
      // A frame without an origin has no such storage.
      if (error.name !== 'SecurityError') throw error;
    }
  };
  await ask('cookie', () => document.cookie.split('; ').filter(Boolean));
  await ask('localStorage', () => Object.keys(localStorage));
  await ask('sessionStorage', () => Object.keys(sessionStorage));
  if (window.origin !== 'null') {
    await ask('indexedDB', async () => (await indexedDB.databases()).map(({ name }) => name));
    await ask('caches', () => caches.keys());
    await ask('service worker', async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope));
    await ask('file', async () => {
      if (!navigator.storage?.getDirectory) return [];
      const names = [];
      for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
      return names;
    });
  }
  await ask('window.name', () => [window.name].filter(Boolean));
  return found;
}

/** Every address that an element of the page leads to or sends to. Runs in the page. */
export function ledTo() {
  const all = [...document.querySelectorAll('a[href], area[href], form, [formaction], [ping], svg a')];
  return all.flatMap((element) => ['href', 'xlink:href', 'action', 'formaction', 'ping'].filter((name) => element.hasAttribute(name)).map((name) => {
    const written = element.getAttribute(name);
    return { written, href: new URL(written, document.location.href).href, rel: (element.getAttribute('rel') ?? '').split(/\s+/), text: element.textContent.trim().slice(0, 60) };
  }));
}

/** What of the page is code or style in its own text, or prepares a line to a server. Runs in the page. */
export function writtenInline() {
  const found = [];
  for (const element of document.querySelectorAll('*')) {
    const handlers = [...element.attributes].filter(({ name }) => name.startsWith('on')).map(({ name }) => name);
    // Data for programs are no code: no browser runs them.
    const isCode = element.localName === 'script' && element.type !== 'application/ld+json' && !element.hasAttribute('src');
    const isInline = isCode || element.localName === 'style';
    const isHint = element.localName === 'link' && /\b(preconnect|dns-prefetch|prefetch|prerender)\b/i.test(element.rel);
    if (isInline || isHint || handlers.length > 0 || element.hasAttribute('srcdoc')) found.push(element.outerHTML.slice(0, 120));
  }
  return found;
}
