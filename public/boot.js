// Loads the program into the page that was delivered, and says what happens when it cannot start or breaks.
(() => {
  'use strict';
  const { dataset } = document.currentScript;
  const SLOW_MS = 5000;
  const LATE_MS = 15000;
  const UNSEEN_MS = 2000;
  const RELOADED = /([?&])reloaded=1(&|$)/;
  const absolute = (address) => new URL(address, document.baseURI).href;
  const script = absolute(dataset.script);
  const program = absolute(dataset.program);
  const texts = dataset.texts && absolute(dataset.texts);
  const timers = [];
  const told = {};
  let isBegun = false;
  let isLeft = false;
  let isOver = false;
  let isCrashed = false;

  const parsed = new Promise((done) => {
    if (document.readyState !== 'loading') done();
    else document.addEventListener('DOMContentLoaded', done);
  });

  // A frame that was asked for can be on the screen long after; a page that is not seen is not drawn.
  const drawn = () => new Promise((done) => {
    setTimeout(done, UNSEEN_MS);
    new PerformanceObserver(done).observe({ type: 'paint', buffered: true });
  });

  // The whole address: a path that begins with two slashes would be taken for another host.
  const withQuery = (search) => Object.assign(new URL(location.href), { search }).href;
  const withoutFlag = () => withQuery(location.search.replace(RELOADED, (all, before, after) => after && before));

  const retry = () => {
    if (RELOADED.test(location.search)) location.replace(withoutFlag());
    else location.reload();
  };

  const stopTimers = () => timers.forEach(clearTimeout);

  // Firefox breaks off what still loads as soon as another page is asked for.
  const leave = () => {
    isLeft = true;
  };

  // `name` is that of the attribute with the words, `failed` where there is none.
  const show = (name, canRetry) => {
    const panel = document.querySelector('#boot button') && document.getElementById('boot');
    if (!panel) {
      if (document.readyState === 'loading') parsed.then(() => show(name, canRetry));
      return;
    }
    const button = panel.querySelector('button');
    button.hidden = !canRetry;
    button.onclick = retry;
    panel.hidden = false;
    panel.querySelector('p').textContent = panel.dataset[name] || panel.dataset.failed;
  };

  const unfold = (list) => {
    if (list && list.localName === 'details') list.open = true;
    return list;
  };

  const giveUp = (code) => {
    stopTimers();
    document.documentElement.dataset.failed = code;
    parsed.then(() => unfold(document.querySelector('[data-fallback]')));
  };

  const fail = (code, name) => {
    if (isOver || isCrashed) return;
    isOver = code !== 'timeout';
    if (isOver) giveUp(code);
    show(name, true);
    if (told[code]) return;
    told[code] = true;
    document.dispatchEvent(new CustomEvent('timeline:failed', { detail: code }));
  };

  // What the broken program still changes are its own elements, and those have left the page.
  const crash = () => {
    if (isCrashed) return;
    if (!isBegun) {
      fail('wasm', 'failed');
      return;
    }
    isOver = false;
    fail('panic', 'crashed');
    isCrashed = true;
    const app = document.getElementById('app');
    const hadFocus = app.contains(document.activeElement);
    const still = app.cloneNode(true);
    still.setAttribute('inert', '');
    app.replaceWith(still);
    // The list of who led needs no program: it stays usable.
    const list = still.querySelector('[data-fallback]');
    if (list) still.after(unfold(list));
    if (hadFocus) document.querySelector('#boot button').focus();
  };

  const started = () => {
    if (isOver || isCrashed) return;
    stopTimers();
    removeEventListener('beforeunload', leave);
    document.getElementById('boot').hidden = true;
    try {
      if (RELOADED.test(location.search)) history.replaceState(history.state, '', withoutFlag());
    } catch (error) {
      // A frame without an origin may not change its address.
    }
  };

  // A server that answers, but not with this build, has another one: the page is loaded once more. What the browser
  // has kept of a wrong answer is replaced by the same question. Whoever leaves is not called back, and
  // told of it late: they may stay all the same.
  const lost = async (address) => {
    if (isLeft) {
      setTimeout(fail, LATE_MS, 'wasm', 'failed');
      return;
    }
    const answer = await fetch(address, { cache: 'reload', credentials: 'omit' }).catch(() => null);
    if (answer) await answer.blob().catch(() => null);
    if (!answer || answer.status > 499 || RELOADED.test(location.search)) {
      fail('wasm', answer ? 'failed' : 'offline');
      return;
    }
    location.replace(withQuery(`${location.search}${location.search ? '&' : '?'}reloaded=1`));
  };

  const loadScript = () => new Promise((loaded, failed) => {
    const element = document.createElement('script');
    element.crossOrigin = 'anonymous';
    element.integrity = dataset.scriptIntegrity || '';
    element.onload = loaded;
    element.onerror = () => failed(script);
    element.src = script;
    document.head.append(element);
  });

  // Of a page in another language than that of the program.
  const textsOf = async (address) => {
    if (!address) return undefined;
    try {
      const response = await fetch(address, { integrity: dataset.textsIntegrity || '', credentials: 'omit' });
      if (!response.ok) throw response;
      return await response.text();
    } catch (error) {
      throw address;
    }
  };

  // Given as bytes: compiling while it arrives holds the page up for longer, and refuses a wrong type.
  const loadProgram = async () => {
    try {
      const response = await fetch(program, { integrity: dataset.programIntegrity || '', credentials: 'omit' });
      if (!response.ok) throw response;
      return await response.arrayBuffer();
    } catch (error) {
      throw program;
    }
  };

  const start = async () => {
    let source;
    try {
      let said;
      [source, said] = await Promise.all([loadProgram(), textsOf(texts), loadScript(), parsed]);
      document.getElementById('app').texts = said;
    } catch (address) {
      lost(address);
      return;
    }
    try {
      isBegun = typeof wasm_bindgen === 'function';
      await wasm_bindgen({ module_or_path: source });
    } catch (error) {
      if (isPanic(error) || await isMade()) crash();
      else fail('wasm', 'failed');
    }
  };

  // Asked once more, the script gives the program that it has made, or fails to make one of nothing.
  const isMade = () => isBegun && wasm_bindgen({ module_or_path: null }).then(() => true, () => false);
  const isPanic = (error) => error instanceof WebAssembly.RuntimeError;
  const isOfProgram = (text) => [script, program, 'wasm:'].some((part) => `${text}`.includes(part));

  document.documentElement.setAttribute('data-boot', '');
  if (typeof WebAssembly !== 'object' || typeof fetch !== 'function') {
    fail('wasm', 'failed');
    return;
  }
  addEventListener('beforeunload', leave);
  addEventListener('error', ({ error, filename }) => {
    if (isPanic(error) || (error && isOfProgram(filename))) crash();
  });
  addEventListener('unhandledrejection', ({ reason }) => {
    if (isPanic(reason) || (reason && isOfProgram(reason.stack))) crash();
  });
  document.addEventListener('timeline:panic', crash);
  document.addEventListener('timeline:data', () => fail('data', 'data'));
  document.addEventListener('timeline:started', started);
  timers.push(setTimeout(show, SLOW_MS, 'slow', false), setTimeout(fail, LATE_MS, 'timeout', 'timeout'));
  // What is read first is drawn first.
  parsed.then(drawn).then(start, start);
})();
