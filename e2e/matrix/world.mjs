// What surrounds a case: the site on its origin, and hosts on others. New ports for every case, so that no cache
// of a browser brings anything from one case into the next.
import { frame, hostPage } from './host-page.mjs';
import { listen } from './injected.mjs';
import { openServer } from './server.mjs';

/** Opens the servers of a case. `listens` says that the engine needs the pages to keep their own log. */
export async function openWorld(dist, listens) {
  const site = await openServer({ folder: dist });
  const host = await openServer({ name: 'localhost' });
  const servers = [site, host];
  if (listens) for (const server of servers) server.inject(listen);
  return {
    /** The built site. */
    site,
    /** Another site that shows it. */
    host,
    /** One more origin. */
    async another(options) {
      const server = await openServer(options);
      if (listens) server.inject(listen);
      servers.push(server);
      return server;
    },
    /** The address of a host page with one embed, by the snippet. `query` begins with `?`; more as `frame` and `hostPage` take it. */
    embedded({ query = '?v=1&id=t1', hash = '', headers, loader = true, ...more } = {}) {
      const body = hostPage({
        embeds: [frame(site.url(`/embed/${query}${hash}`), more)],
        script: loader ? site.url('/embed/v1.js') : null,
        ...more.page,
      });
      host.page('/', body, headers);
      return host.url('/');
    },
    close: () => Promise.all(servers.map((server) => server.close())),
  };
}
