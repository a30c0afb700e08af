// The frame's side of the embed contract: sets the theme before the first paint, tells the page around it how high
// the content is, and takes greetings and settings from that page alone.
(() => {
  'use strict';
  const NS = 'leadership-timeline';
  const PAUSE_MS = 50;
  const MAX_QUERY = 2048;
  // What `set` may name of the view.
  const SETTABLE = 'view chart office group person from to on capacity kind standing sort q'.split(' ');
  const THEMES = ['dark', 'light', 'contrast'];
  const root = document.documentElement;

  // Of what is too long nothing is read, here as in the program.
  const parameters = new URLSearchParams(location.search.length > MAX_QUERY + 1 ? '' : location.search);
  const parameter = (key, grammar) => {
    const value = parameters.get(key);
    return value !== null && grammar.test(value) ? value : undefined;
  };
  // Each language has a page of its own; the tag of this script names them.
  const language = parameter('lang', /^[a-z]{2}$/);
  const other = language && language !== root.lang && document.currentScript.dataset[language];
  if (other) {
    // Nothing of this page is shown until the other one has come.
    root.hidden = true;
    location.replace(other + location.search + location.hash);
    return;
  }
  const id = parameter('id', /^[\w-]{1,32}$/);
  const childId = parameter('childId', /^[\w-]{1,128}$/);
  const isFixed = parameter('height', /^fixed$/) !== undefined;

  const setTheme = (theme) => {
    if (THEMES.includes(theme)) root.dataset.theme = theme;
    else delete root.dataset.theme;
  };
  const setChrome = (chrome) => {
    root.dataset.chrome = chrome === 'minimal' ? 'minimal' : 'full';
  };
  setTheme(parameters.get('theme'));
  setChrome(parameters.get('chrome'));
  root.dataset.height = isFixed ? 'fixed' : 'auto';

  const host = window.parent;
  if (host === window) return;

  // As the page around knows it: without the mark of a second load, which boot.js puts last.
  const address = location.href.replace(/[?&]reloaded=1(?=#|$)/, '');
  let state;
  let secret;
  let size = '';
  let isGreeted = false;
  let isStarted = false;
  let hasFailed = false;
  let settings = {};

  // At once, then at most once in a pause; the last call is never dropped.
  const limited = (act) => {
    let isPausing = false;
    let isAsked = false;
    const run = () => {
      isPausing = isAsked;
      if (!isAsked) return;
      isAsked = false;
      setTimeout(run, PAUSE_MS);
      act();
    };
    return () => {
      isAsked = true;
      if (!isPausing) run();
    };
  };

  const post = (message) => host.postMessage(message, '*');
  const say = (type, fields) => post({ ns: NS, v: 1, type, ...(id && { id }), ...fields });

  const readSecret = () => {
    const found = /^#\?secret=([A-Za-z0-9]{1,64})$/.exec(location.hash);
    if (found) secret = found[1];
  };

  const measure = () => {
    const content = document.getElementById('content');
    if (isFixed || !content || document.readyState === 'loading') return;
    const box = content.getBoundingClientRect();
    const boot = document.getElementById('boot');
    const height = Math.ceil(box.height + (boot ? boot.getBoundingClientRect().height : 0));
    const width = Math.round(box.width);
    if (!height || !width || size === `${width} ${height}`) return;
    size = `${width} ${height}`;
    say('height', { height, width });
    post({ sentinel: 'amp', type: 'embed-size', height });
    post({ 'datawrapper-height': { [id || 'timeline']: height } });
    post(JSON.stringify({ src: address, context: 'iframe.resize', height }));
    if (childId) post(`pymxPYMx${childId}xPYMxheightxPYMx${height}`);
    if (secret) post({ message: 'height', value: height, secret });
  };
  const resize = limited(measure);
  const resizeAnew = () => {
    size = '';
    resize();
  };

  const sayReady = () => {
    const { dataset = '', app = '' } = (document.getElementById('app') || root).dataset;
    say('ready', { dataset, app });
  };
  const sayState = limited(() => {
    if (isGreeted && !hasFailed && state !== undefined) say('state', { query: state });
  });

  const set = limited(() => {
    if (!isStarted || hasFailed) return;
    // What is too long leaves the room to the rest.
    const pairs = Object.entries(settings).map((pair) => `${new URLSearchParams([pair])}`);
    pairs.sort((one, other) => one.length - other.length);
    const query = pairs.reduce((all, pair) => (all.length + pair.length <= MAX_QUERY ? `${all}&${pair}` : all), '').slice(1);
    settings = {};
    if (query) document.dispatchEvent(new CustomEvent('timeline:set', { detail: query }));
  });

  const take = (message) => {
    if (typeof message.theme === 'string') setTheme(message.theme);
    if (typeof message.chrome === 'string') setChrome(message.chrome);
    const named = SETTABLE.filter((key) => typeof message[key] === 'string' && message[key].length <= MAX_QUERY);
    for (const key of named) settings[key] = message[key];
    if (named.length > 0) set();
  };

  const receive = ({ source, data }) => {
    if (source !== host || typeof data !== 'object' || data === null) return;
    if (data.message === 'ready') {
      readSecret();
      if (secret && data.secret === secret) resizeAnew();
    }
    if (data.ns !== NS || data.v !== 1 || (id && data.id !== undefined && data.id !== id)) return;
    if (data.type === 'set') take(data);
    if (data.type !== 'hello') return;
    // Who greets later than it was said has not heard it.
    if (isStarted && !hasFailed && !isGreeted && data.answers !== 'ready') sayReady();
    isGreeted = true;
    resizeAnew();
    sayState();
  };

  const observe = () => {
    const observer = new ResizeObserver(resize);
    for (const name of ['content', 'boot']) {
      const element = document.getElementById(name);
      if (element) observer.observe(element);
    }
  };

  readSecret();
  addEventListener('message', receive);
  addEventListener('pageshow', resizeAnew);
  addEventListener('hashchange', () => {
    readSecret();
    resizeAnew();
  });
  document.addEventListener('DOMContentLoaded', observe);
  document.addEventListener('timeline:started', () => {
    if (hasFailed) return;
    isStarted = true;
    sayReady();
    if (Object.keys(settings).length) set();
  });
  document.addEventListener('timeline:failed', ({ detail }) => {
    hasFailed = detail !== 'timeout';
    say('error', { code: detail });
  });
  document.addEventListener('timeline:state', ({ detail }) => {
    state = String(detail);
    sayState();
  });
  // An engine may observe nothing in a frame that is out of sight.
  for (const name of ['started', 'failed', 'state']) document.addEventListener(`timeline:${name}`, () => setTimeout(resize));
})();
