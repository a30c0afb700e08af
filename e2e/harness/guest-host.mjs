// A page with a frame that runs `guest.js`, without the program: a test speaks for both.
import { settled as drawn, until } from './browser.mjs';
import { MARKED, PUPPET, advance, frameIn, openMade, send, serveMade, stillTime } from './made.mjs';

export const NS = { ns: 'leadership-timeline', v: 1 };
const GUEST = `<!doctype html><html lang="en" data-page="embed"><head><title>Guest</title>
  <script src="guest.js"></script>
  <script>
    window.first = { ...document.documentElement.dataset };
    window.asked = [];
    document.addEventListener('timeline:set', ({ detail }) => asked.push(detail));
    window.program = (name, detail) => document.dispatchEvent(new CustomEvent('timeline:' + name, { detail }));
  </script>
  <style>body { margin: 0 } #boot { height: 40px } #app { height: 300px }</style></head>
  <body>${MARKED}<div id="boot" hidden><p></p><button>Again</button></div>
  <div id="content"><div id="app" data-dataset="2026-09-18" data-app="1.4.2"></div></div></body></html>`;
export const files = { '/embed/': GUEST, '/embed/puppet/': PUPPET };
const guests = await serveMade(files);
const pages = { '/puppet/': PUPPET };
export const hosts = await serveMade(pages);
export const EMBED = `${guests.origin}/embed/`;

/** A page with a frame, and what the frame has said to it. */
export async function host(query = '?v=1&id=t1', { attributes = '', hash = '', first = [] } = {}) {
  const address = `${EMBED}${query}${hash}`;
  pages['/host/'] = `<!doctype html><title>Host</title><body>${MARKED}<script>
      window.heard = [];
      addEventListener('message', ({ data, source }) => data.mark || heard.push(source === document.querySelector('#one').contentWindow ? data : 'another'));
    </script><iframe id="one" src="${address.replaceAll('&', '&amp;')}" width="600" height="900" style="border:0" ${attributes}></iframe></body>`;
  const { page, said } = await openMade(`${hosts.origin}/host/`, stillTime, ...first);
  return { page, said, guest: await frameIn(page, '#one'), address };
}

/** What the frame has said since the last time, when time has gone on. */
export async function heard(page, guest) {
  await advance(guest, 1000);
  await send(page, guest, () => []);
  return page.evaluate(() => window.heard.splice(0));
}

/** Waits until the frame has been drawn, which tells it its size, and has told its first height; forgets that. */
export async function settled(page, guest) {
  await drawn(guest);
  await until(page, 'a height', () => window.heard.some(({ type }) => type === 'height'));
  return heard(page, guest);
}
export const ofType = (messages, type) => messages.filter((message) => message.type === type);
export const tell = (guest, page, make) => send(guest, page, make, 'document.querySelector("#one").contentWindow');
export const dataset = (guest) => guest.evaluate(() => ({ ...document.documentElement.dataset }));
export const program = (guest, name, detail) => guest.evaluate((name, detail) => window.program(name, detail), name, detail);
export const asked = (guest) => guest.evaluate(() => window.asked);
export const parameters = (query) => Object.fromEntries(new URLSearchParams(query));
