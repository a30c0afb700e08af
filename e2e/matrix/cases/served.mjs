// S01 and S08: what every answer of a real server says, and who may show the pages in a frame.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { until } from '../engines/scope.mjs';
import { headersOf, publicOrigin, readRules } from '../headers-file.mjs';
import { frame, hostPage, messages } from '../host-page.mjs';
import { openNginx } from '../nginx.mjs';
import { expectUsable, started } from '../steps.mjs';
import { pagesOf } from '../walk.mjs';

const REPORTS = '/matrix-reports';
/** What every answer says, whatever was asked for. */
const COMMON = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-resource-policy': 'cross-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'access-control-allow-origin': '*',
};
const NEVER = ['set-cookie', 'x-frame-options', 'x-powered-by'];
/** Features that a page of another site may give to an embed. */
const GIVEN = /clipboard-write|web-share|fullscreen/;
const CODINGS = ['identity', 'gzip', 'br'];
const COPIES = { gzip: '.gz', br: '.br' };
/** What is not there, or not to be seen. */
const MISSING = ['/none', '/none/', '/assets/none.js', '/assets/timeline-0000000000000000_bg.wasm', '/assets/', '/embed/none.js', '/data/none.json', '/_headers', '/.git/config', '/index.html.br'];

/** Whether a path is one that other sites may show. */
const isOpen = (at) => at.startsWith('/embed/');

/** The files of a built site that have an address. */
function filesOf(dist) {
  const all = fs.readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return all.map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => name !== '_headers' && !/(^|\/)\.|\.(br|gz)$/.test(name));
}

const writtenHeaders = (dist) => fs.readFileSync(path.join(dist, '_headers'), 'utf8');

/** A policy as its directives. */
const directives = (policy) => new Map(policy.split(';').map((part) => part.trim().split(/\s+/)).map(([name, ...words]) => [name, words.join(' ')]));

/** What is wrong with a policy, whoever wrote it down. */
function wrongOfPolicy(policy, isFramedByAll) {
  const found = directives(policy ?? '');
  const wrong = [];
  const must = (is, problem) => is || wrong.push(problem);
  must(found.get('default-src') === "'none'", 'it does not begin with nothing');
  must(/^'self'( https:\/\/\S+)? 'wasm-unsafe-eval'$/.test(found.get('script-src')), 'scripts of others run');
  must(/^'self'( https:\/\/\S+)?$/.test(found.get('connect-src')), 'others can be asked');
  for (const name of ['base-uri', 'object-src', 'form-action']) must(found.get(name) === "'none'", `there is ${name}`);
  for (const [name, words] of found) must(name === 'style-src-attr' || !/'unsafe-inline'|'unsafe-eval'|\*/.test(words), `${name} is ${words}`);
  must(found.get('frame-ancestors') === (isFramedByAll ? undefined : "'self'"), `frame-ancestors is ${found.get('frame-ancestors')}`);
  return wrong;
}

/** What is wrong with the headers of an answer; `wanted` are those that the build has written down for it. */
function wrongOf(answer, wanted, { isSecure, isFramedByAll }) {
  const wrong = [];
  for (const [name, value] of Object.entries({ ...COMMON, ...wanted, ...(isSecure ? { 'strict-transport-security': 'max-age=31536000' } : {}) })) {
    if (answer.headers.get(name) !== value) wrong.push(`${name} is ${answer.headers.get(name)}`);
  }
  for (const name of [...NEVER, ...(isSecure ? [] : ['strict-transport-security'])]) {
    if (answer.headers.has(name)) wrong.push(`there is ${name}`);
  }
  const permissions = answer.headers.get('permissions-policy') ?? '';
  if (!/camera=\(\)/.test(permissions) || GIVEN.test(permissions)) wrong.push(`permissions-policy is ${permissions}`);
  if (/\d/.test(answer.headers.get('server') ?? '')) wrong.push(`server is ${answer.headers.get('server')}`);
  wrong.push(...wrongOfPolicy(answer.headers.get('content-security-policy'), isFramedByAll));
  return wrong;
}

/** Asks a server for files of a built site, and for what it does not have. Gives how many answers there were, and what is wrong with them. */
async function askFor(dist, server, files) {
  const written = writtenHeaders(dist);
  const rules = readRules(written);
  const isSecure = /^\s+strict-transport-security:/im.test(written);
  const found = { answers: 0, wrong: [] };
  const ask = async (at, { method = 'GET', headers = {}, status = 200 } = {}) => {
    const answer = await fetch(server.url(at), { method, redirect: 'manual', headers });
    const bytes = Buffer.from(await answer.arrayBuffer());
    found.answers += 1;
    const isOfFile = [200, 304].includes(status);
    const problems = wrongOf(answer, headersOf(rules, isOfFile ? at : '/'), { isSecure, isFramedByAll: isOfFile && isOpen(at) });
    if (answer.status !== status) problems.push(`the status is ${answer.status}`);
    found.wrong.push(...problems.map((problem) => `${method} ${at} (${status}): ${problem}`));
    return { answer, bytes };
  };
  const must = (is, problem) => is || found.wrong.push(problem);
  const askFile = async (at, name) => {
    const file = path.join(dist, name);
    for (const coding of CODINGS) {
      const { answer, bytes } = await ask(at, { headers: { 'accept-encoding': coding } });
      const isStored = fs.existsSync(`${file}${COPIES[coding]}`);
      must(answer.headers.get('content-encoding') === (isStored ? coding : null), `${at} as ${coding} is sent as ${answer.headers.get('content-encoding')}`);
      must(bytes.equals(fs.readFileSync(file)), `${at} as ${coding} is another file`);
      if (coding !== 'identity') continue;
      await ask(at, { method: 'HEAD', headers: { 'accept-encoding': coding } });
      await ask(at, { headers: { 'accept-encoding': coding, 'if-none-match': answer.headers.get('etag') }, status: 304 });
    }
  };
  const askNamed = async (name) => {
    await askFile(`/${encodeURI(name)}`, name);
    if (!/(^|\/)index\.html$/.test(name)) return;
    const folder = `/${name.replace(/index\.html$/, '')}`;
    await askFile(folder, name);
    if (folder === '/') return;
    const { answer } = await ask(folder.replace(/\/$/, '?v=1'), { status: 301 });
    must(answer.headers.get('location') === `${folder}?v=1`, `${folder} without its slash leads to ${answer.headers.get('location')}`);
  };
  await Promise.all(files.map(askNamed));
  for (const at of MISSING) {
    const { bytes } = await ask(at, { status: 404 });
    must(bytes.equals(fs.readFileSync(path.join(dist, '404.html'))), `${at} is answered by another page than 404.html`);
  }
  await ask('/', { method: 'POST', status: 405 });
  return found;
}

/** Opens the site and embeds by nginx in the browser: all start, and nothing is against the policy. */
async function expectStarts(t, dist) {
  const world = await t.world();
  const { host } = world;
  host.page(REPORTS, '');
  host.page('/favicon.ico', '');
  const reports = () => host.requests.filter((request) => request.path === REPORTS && request.method === 'POST').map(({ body }) => body);
  const built = publicOrigin(writtenHeaders(dist));
  // The policy names the origin that the site was built for, which is here another one.
  const nginx = await openNginx(dist, (text, origin) => text.replaceAll(built ?? origin, origin).replaceAll("form-action 'none'", `form-action 'none'; report-uri ${host.url(REPORTS)}`));
  try {
    const outer = await t.page();
    host.page('/', hostPage({
      embeds: [frame(nginx.url('/embed/?v=1&id=t1')), frame(nginx.url('/embed/?v=1&id=t2'), { id: 'two', more: 'sandbox="allow-scripts"' })],
      script: nginx.url('/embed/v1.js'),
    }));
    await outer.goto(host.url());
    await outer.until('both embeds are ready', () => window.matrixHost.messages.filter(({ data }) => data?.type === 'ready').length === 2);
    for (const selector of ['#one', '#two']) await expectUsable(outer.frame(selector));
    assert.deepEqual(await messages(outer, 'error'), [], 'the host is told of no error');
    const page = await t.page();
    for (const at of ['/', '/builder/', '/?view=map']) {
      await page.goto(nginx.url(at));
      await started(page);
    }
    await expectUsable(page);
    await page.goto(nginx.url('/none/none'));
    assert.ok(await page.evaluate(() => document.styleSheets.length > 0), 'the page of what is missing has its styles');
    await page.goto(nginx.url());
    await started(page);
    // The picture of another origin is against the policy, and nothing before it was.
    await page.evaluate((address) => { new Image().src = address; }, host.url('/matrix-picture'));
    await until('what is against the policy is told', () => reports().length > 0);
    assert.deepEqual(reports().map((report) => JSON.parse(report)['csp-report']).filter((report) => !report['blocked-uri'].startsWith(host.origin)), [], 'nothing else is against the policy');
    assert.equal(host.count('/matrix-picture'), 0, 'the picture is not asked for');
  } finally {
    await nginx.close();
  }
}

/** Starts nginx, asks it for files and stops it. */
async function askNginx(dist, files, change) {
  const nginx = await openNginx(dist, change);
  try {
    return await askFor(dist, nginx, files);
  } finally {
    await nginx.close();
  }
}

/** A header is taken out of one place: each answer from there lacks it, and no other. */
async function expectFound(dist) {
  const one = /(location \/embed\/ \{\n)\s+add_header X-Content-Type-Options .*\n/;
  const { wrong } = await askNginx(dist, filesOf(dist).filter((name) => /^(embed|view)\//.test(name)), (text) => {
    assert.match(text, one);
    return text.replace(one, '$1');
  });
  const isOfIt = (line) => /^(GET|HEAD) \/embed\/.* \((200|304)\): x-content-type-options is null$/.test(line);
  assert.deepEqual(wrong.filter((line) => !isOfIt(line)), []);
  assert.ok(wrong.length > 10, `a missing header is seen in ${wrong.length} answers`);
}

let asked;

/** What nginx answers, whatever the engine: asked for once. */
function answersOf(dist) {
  asked ??= expectFound(dist).then(() => askNginx(dist, filesOf(dist)));
  return asked;
}

const headers = {
  id: 'S01',
  title: 'headers on every answer of a real nginx; the site and embeds start by it',
  quick: true,
  async run(t) {
    const { answers, wrong } = await answersOf(t.dist);
    assert.deepEqual(wrong, []);
    assert.ok(answers > 100, `${answers} answers were looked at`);
    t.note(`${answers} answers of nginx`);
    await expectStarts(t, t.dist);
  },
};

/** Tells the server which page is shown. Runs in every page that is shown. */
function tellShown() {
  new Image().src = `/matrix-shown?${location.pathname}`;
}

const SANDBOXES = ['', 'sandbox="allow-scripts"'];

const framing = {
  id: 'S08',
  title: 'other sites can show embeds, and no other page',
  quick: true,
  async run(t) {
    const { site, host } = await t.world();
    site.inject(tellShown);
    site.page('/matrix-shown', '', { 'cross-origin-resource-policy': 'cross-origin' });
    site.page(REPORTS, '');
    site.change((headers) => {
      if (headers['content-security-policy']) headers['content-security-policy'] += `; report-uri ${REPORTS}`;
    });
    const shown = () => [...new Set(site.requests.filter(({ path }) => path === '/matrix-shown').map(({ query }) => query.slice(1)))].sort();
    const reports = () => site.requests.filter(({ path, method }) => path === REPORTS && method === 'POST').map(({ body }) => JSON.parse(body)['csp-report']);
    const page = await t.page();
    const pages = pagesOf(t.dist);
    const open = pages.filter(isOpen);
    const closed = pages.filter((at) => !isOpen(at));
    assert.ok(open.length >= 1 && closed.length > 10, `${open.length} embeds and ${closed.length} other pages`);
    for (const more of SANDBOXES) {
      site.requests.splice(0);
      host.page('/', hostPage({ embeds: pages.map((at, index) => frame(site.url(at), { id: `f${index}`, height: 60, more })) }));
      await page.goto(host.url());
      for (const at of closed) {
        await page.frame(`#f${pages.indexOf(at)}`).until(`${at} is refused`, () => location.href !== 'about:blank' && document.readyState === 'complete' && !document.querySelector('#app'));
        assert.ok(site.requests.some(({ path, status }) => path === at && status === 200), `${at} was answered`);
      }
      await until('the browser tells why it refuses them', () => reports().some((report) => report['violated-directive'] === 'frame-ancestors'));
      await until('the embeds are shown', () => open.every((at) => shown().includes(at)));
      for (const at of open) await started(page.frame(`#f${pages.indexOf(at)}`));
      assert.deepEqual(shown(), open, `shown in a frame with ${more || 'no sandbox'}`);
    }
    // The site itself shows its pages, and so would others without the policy.
    const some = ['/', '/builder/', closed.find((at) => at.startsWith('/view/'))];
    const embeds = some.map((at, index) => frame(site.url(at), { id: `f${index}`, height: 60, more: '' }));
    site.page('/matrix-own', hostPage({ embeds }));
    site.requests.splice(0);
    await page.goto(site.url('/matrix-own'));
    await until('the site shows its own pages', () => some.every((at) => shown().includes(at)));
    site.requests.splice(0);
    site.change((headers) => {
      delete headers['content-security-policy'];
    });
    host.page('/', hostPage({ embeds }));
    await page.goto(host.url());
    await until('without the policy others show them', () => some.every((at) => shown().includes(at)));
  },
};

export default [headers, framing];
