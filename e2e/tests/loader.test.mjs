// What a page that embeds the timeline lets its frames do: their own height, and nothing else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../harness/browser.mjs';
import { MARKED, advance, frameIn, openMade, send, serveMade, stillTime } from '../harness/made.mjs';

const PUPPET = `<!doctype html><title>Puppet</title><script>
  window.received = [];
  addEventListener('message', ({ data }) => received.push(data));
</script>${MARKED}`;
const HEARD = `<script>
  window.heard = [];
  for (const type of ['ready', 'state', 'error']) {
    addEventListener('timeline:' + type, ({ detail, target }) => heard.push({ type, detail, id: target.id, isFrozen: Object.isFrozen(detail) }));
  }
</script>`;
const guests = await serveMade({ '/embed/': PUPPET, '/other/': PUPPET });
const hosts = await serveMade({ '/puppet/': PUPPET, '/favicon.ico': 404 });
const LOADER = `<script async src="${guests.origin}/embed/v1.js"></script>`;
const FRAME = `<iframe id="one" src="${guests.origin}/embed/?v=1&amp;id=t1" width="600" height="720" style="border:0"></iframe>`;

/** A page with these elements and the loader, opened when the loader has run. */
async function host(elements, scripts = LOADER) {
  const body = `<!doctype html><title>Host</title><body>${MARKED}${HEARD}${elements}${scripts}</body>`;
  const name = `/host${hosts.asked.length}/`;
  routes[name] = body;
  const opened = await openMade(hosts.origin + name, stillTime);
  await until(opened.page, 'the loader has run', () => customElements.get('leadership-timeline'));
  return opened;
}
