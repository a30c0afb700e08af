// Functions that the fault server puts into pages before any script of theirs. Each stands alone: it is sent as text.

/** Keeps what the console says and the errors that nobody catches, for an engine that tells no driver of them. */
export function listen() {
  const log = [];
  window.matrixLog = log;
  for (const kind of ['error', 'warn', 'info', 'log', 'debug']) {
    const say = console[kind].bind(console);
    console[kind] = (...values) => {
      log.push({ kind, text: values.map(String).join(' ') });
      say(...values);
    };
  }
  addEventListener('error', (event) => {
    if (event.error || event.message) log.push({ kind: 'pageerror', text: `${event.message} ${event.error?.stack ?? ''}` });
  });
  addEventListener('unhandledrejection', ({ reason }) => log.push({ kind: 'pageerror', text: `${reason} ${reason?.stack ?? ''}` }));
  document.addEventListener('securitypolicyviolation', (event) => {
    log.push({ kind: 'error', text: `Content-Security-Policy ${event.effectiveDirective} ${event.blockedURI}` });
  });
}

/** Sets the clock to a moment, from which it goes on. */
export function setClock(milliseconds) {
  const RealDate = Date;
  const begun = performance.now();
  const now = () => Math.floor(milliseconds + performance.now() - begun);
  window.Date = class extends RealDate {
    constructor(...values) {
      super(...(values.length > 0 ? values : [now()]));
    }

    static now() {
      return now();
    }
  };
}

/** Every storage of the page is refused, as it is where a reader has forbidden cookies. */
export function refuseStorage() {
  const refuse = () => {
    window.matrixAsked = (window.matrixAsked ?? 0) + 1;
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
    Object.defineProperty(window, name, { get: refuse });
  }
  Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse });
}

/** Keeps the program's instance where a case can reach its memory. */
export function keepInstance() {
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const make = WebAssembly[name];
    WebAssembly[name] = async (...values) => {
      const made = await make.apply(WebAssembly, values);
      window.matrixInstance = made.instance ?? made;
      return made;
    };
  }
}

/** Notes when what a reader needs is there, in milliseconds since the navigation began. */
export function measureStart(selector) {
  window.matrixTimes = {};
  const look = () => {
    const element = document.querySelector(selector);
    const isStyled = document.styleSheets.length > 0;
    if (element && isStyled && element.getBoundingClientRect().height > 0) window.matrixTimes.readable = Math.round(performance.now());
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  document.addEventListener('timeline:started', () => {
    window.matrixTimes.usable = Math.round(performance.now());
  });
}

/**
 * Makes `document.createElement` fail, which the program takes to be impossible: for elements of some names, or of all
 * with none. `place` is 'always', or what runs then, once `matrixRefuses` is set: an 'event', or a 'timer' of whatever kind. What the
 * program puts off until after that runs within it, so that it fails there.
 */
export function refuseElements(names, place) {
  window.matrixRefuses = place === 'always';
  let isWithin = place === 'always';
  for (const [method, at] of [['createElement', 0], ['createElementNS', 1]]) {
    const create = Document.prototype[method];
    Document.prototype[method] = function refusing(...values) {
      const name = String(values[at]).toLowerCase();
      if (window.matrixRefuses && isWithin && name !== 'script' && (names.length === 0 || names.includes(name))) {
        throw new DOMException('no more elements', 'OperationError');
      }
      return create.apply(this, values);
    };
  }
  if (place === 'always') return;
  const waiting = [];
  const put = window.queueMicrotask.bind(window);
  window.queueMicrotask = (run) => (isWithin ? waiting.push(run) : put(run));
  const within = (run) => function inPlace(...values) {
    if (isWithin || !window.matrixRefuses) return run.apply(this, values);
    isWithin = true;
    try {
      const result = run.apply(this, values);
      while (waiting.length > 0) waiting.shift()();
      return result;
    } finally {
      isWithin = false;
      waiting.splice(0).forEach(put);
    }
  };
  if (place === 'timer') {
    for (const name of ['setTimeout', 'requestIdleCallback', 'requestAnimationFrame'].filter((name) => window[name])) {
      const put = window[name].bind(window);
      window[name] = (run, ...rest) => put(within(run), ...rest);
    }
  } else {
    const listen = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function listening(kind, run, options) {
      return listen.call(this, kind, typeof run === 'function' ? within(run) : run, options);
    };
  }
}

/** Makes reading a property of an event throw, in the browser itself: in the line of the program's script that reads it. */
export function refuseProperty(owner, name) {
  // The getter of another kind of object: a browser refuses to run it for this one.
  const { get } = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeType');
  Object.defineProperty(window[owner].prototype, name, { get, configurable: true });
}

/** Keeps the timers of some seconds and more, to be run when a case says so: `matrixTimers.run()`. Those of a driver are longer. */
export function holdTimers(shortest, longest) {
  const waiting = new Map();
  const setTimer = window.setTimeout.bind(window);
  const clearTimer = window.clearTimeout.bind(window);
  window.setTimeout = (run, ms, ...values) => {
    if (!(ms >= shortest && ms <= longest)) return setTimer(run, ms, ...values);
    const id = setTimer(() => {}, 0);
    waiting.set(id, () => run(...values));
    return id;
  };
  window.clearTimeout = (id) => {
    waiting.delete(id);
    clearTimer(id);
  };
  window.matrixTimers = {
    run() {
      const due = [...waiting.values()];
      waiting.clear();
      due.forEach((run) => run());
    },
  };
}
