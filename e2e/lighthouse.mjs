// Lighthouse over pages of a built site, served by a real nginx, on the phone that Lighthouse takes by itself:
// `node e2e/lighthouse.mjs [DIST [RUNS]]`. What counts of a page is the run in the middle by performance, as Lighthouse's
// makers advise: single runs of one page differ by several points. It is got from the registry when it is run, since no test
// needs it.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openNginx } from './matrix/nginx.mjs';

const PAGES = ['', 'person/todd-lyons/', 'story/', 'view/story/'].flatMap((at) => [at, `es/${at}`]);
/** What each kind must reach, of 100. */
const LEAST = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 };

const dist = path.resolve(process.argv[2] ?? 'dist');
const nginx = await openNginx(dist);
const runs = Number(process.argv[3] ?? 5);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lighthouse-'));

const reportOf = (at) => {
  const file = path.join(folder, 'report.json');
  const run = spawnSync('npx', [
    '--yes', 'lighthouse@12', `${nginx.origin}/${at}`, '--quiet', '--output=json', `--output-path=${file}`, `--only-categories=${Object.keys(LEAST)}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage',
  ], { encoding: 'utf8', env: { ...process.env, CHROME_PATH: process.env.CHROMIUM || '/usr/bin/chromium' } });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(fs.readFileSync(file, 'utf8'));
};
const scoreOf = ({ categories }, kind) => Math.round(categories[kind].score * 100);

let isShort = false;
for (const at of PAGES) {
  const reports = Array.from({ length: runs }, () => reportOf(at)).sort((a, b) => scoreOf(a, 'performance') - scoreOf(b, 'performance'));
  const middle = reports[Math.floor(runs / 2)];
  const { categories, audits, environment } = middle;
  const scores = Object.entries(LEAST).map(([kind, least]) => [kind, kind === 'performance' ? scoreOf(middle, kind) : Math.min(...reports.map((report) => scoreOf(report, kind))), least]);
  console.log(
    `/${at}`.padEnd(28), scores.map(([kind, score]) => `${kind} ${score}`).join('  '), `  of ${reports.map((report) => scoreOf(report, 'performance')).join(', ')}`,
    `  largest paint ${audits['largest-contentful-paint'].displayValue}, blocked ${audits['total-blocking-time'].displayValue}, machine ${Math.round(environment.benchmarkIndex)}`,
  );
  for (const [kind, , least] of scores.filter(([, score, least]) => score < least)) {
    isShort = true;
    const short = categories[kind].auditRefs.map(({ id }) => audits[id]).filter(({ score }) => score !== null && score < 1);
    console.log(`  ${kind} is below ${least}: ${short.map(({ id, displayValue }) => [id, displayValue].filter(Boolean).join(' ')).join(', ')}`);
  }
}
await nginx.close();
fs.rmSync(folder, { recursive: true, force: true });
process.exit(isShort ? 1 : 0);
