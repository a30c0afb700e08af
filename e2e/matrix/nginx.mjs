// A real nginx with the configuration that the build has written beside the site, on a free port of this machine. All
// that it keeps lies in a folder of its own.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { until } from './engines/scope.mjs';
import { freePort } from './engines/webdriver.mjs';

const PROGRAM = '/usr/sbin/nginx';
const INSTALLS = '`cargo xtask setup --browsers` installs it';

const originOf = (port) => `http://127.0.0.1:${port}`;

/** The text with one of its lines, or parts of lines, as it must be on this machine. */
function replacing(text, part, here) {
  if (!text.includes(part)) throw new Error(`the configuration that the build has written has no ${part}`);
  return text.replaceAll(part, here);
}

/** Writes the two files of the configuration for this machine; `change` changes the one that is the site. */
function configure(dist, scratch, port, change) {
  const written = (name) => {
    const file = path.join(`${dist}.hosting`, name);
    if (!fs.existsSync(file)) throw new Error(`there is no ${path.basename(path.dirname(file))}/${name}; \`cargo xtask build\` writes it`);
    return fs.readFileSync(file, 'utf8');
  };
  let whole = replacing(written('nginx.conf'), '/tmp/nginx', `${scratch}/nginx`);
  whole = replacing(whole, 'error_log stderr', `error_log ${scratch}/errors`);
  let site = replacing(written('nginx-site.conf'), '\n    root /srv/www;', `\n    root ${dist};`);
  site = replacing(site, '\n    listen 8080;', `\n    listen 127.0.0.1:${port};`);
  fs.writeFileSync(path.join(scratch, 'nginx.conf'), whole);
  fs.writeFileSync(path.join(scratch, 'nginx-site.conf'), change(site, originOf(port)));
}

/** What to say of an nginx that has ended by itself. */
function reasonOf(said) {
  if (said.includes('unknown directive "brotli_static"')) return `nginx's module for Brotli is not installed; ${INSTALLS}`;
  return `nginx does not start: ${said.trim()}`;
}

/** Starts nginx for a built site; `change(text, origin)` may change the part of the configuration that is the site. */
export async function openNginx(dist, change = (text) => text) {
  if (!fs.existsSync(PROGRAM)) throw new Error(`nginx is not installed; ${INSTALLS}`);
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'matrix-nginx-'));
  const port = await freePort();
  const origin = originOf(port);
  configure(dist, scratch, port, change);
  // Else the workers are of a user who may not read the site.
  const user = process.getuid() === 0 ? ' user root;' : '';
  const child = spawn(PROGRAM, ['-e', 'stderr', '-c', path.join(scratch, 'nginx.conf'), '-g', `daemon off;${user}`], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => { said += text; });
  const ended = new Promise((done) => child.once('close', done));
  const kill = () => child.kill();
  process.once('exit', kill);
  const close = async () => {
    process.off('exit', kill);
    kill();
    await ended;
    fs.rmSync(scratch, { recursive: true, force: true });
  };
  try {
    const stopped = ended.then(() => { throw new Error(reasonOf(said)); });
    await Promise.race([until('nginx answers', async () => (await fetch(origin)).status > 0), stopped]);
  } catch (error) {
    await close();
    throw error;
  }
  return { origin, url: (at = '/') => origin + at, close };
}
