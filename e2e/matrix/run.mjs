// Runs the test matrix: `node e2e/matrix/run.mjs accessibility|faults|hosts|input|security [DIST] [--quick] [--engine NAME[,NAME]] [--case ID[,ID]]`.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ENGINES } from './engines/index.mjs';
import { line, report } from './report.mjs';
import { runAll } from './runner.mjs';

const LETTERS = { accessibility: 'A', faults: 'F', hosts: 'H', input: 'I', security: 'S' };
const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'cases');

function refuse(why) {
  console.error(why);
  process.exit(2);
}

/** All cases of a suite, in the order of their ids. */
async function casesOf(suite) {
  const cases = [];
  for (const name of fs.readdirSync(folder).filter((name) => name.endsWith('.mjs')).sort()) {
    cases.push(...(await import(pathToFileURL(path.join(folder, name)))).default);
  }
  const ids = cases.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length > 0) refuse(`two cases are called ${twice.join(', ')}`);
  return cases.filter(({ id }) => id.startsWith(LETTERS[suite])).sort((one, other) => (one.id < other.id ? -1 : 1));
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' }, engine: { type: 'string' }, case: { type: 'string' } },
});
const [suite, dist = 'dist'] = positionals;
if (!(suite in LETTERS)) refuse(`the suites are ${Object.keys(LETTERS).join(', ')}`);
if (!fs.existsSync(path.join(dist, 'index.html'))) refuse(`${dist} holds no index.html; \`cargo xtask build\` builds it`);
const engines = values.engine?.split(',') ?? ENGINES;
const strangers = engines.filter((name) => !ENGINES.includes(name));
if (strangers.length > 0) refuse(`no engine is called ${strangers.join(', ')}; these are: ${ENGINES.join(', ')}`);
const wanted = values.case?.split(',');
const all = await casesOf(suite);
const unknown = wanted?.filter((id) => !all.some((one) => one.id === id)) ?? [];
if (unknown.length > 0) refuse(`no case is called ${unknown.join(', ')}`);
const cases = all.filter(({ id, quick }) => (wanted ? wanted.includes(id) : !values.quick || quick));
if (cases.length === 0) refuse(`there are no such cases of ${suite}`);

const outcome = await runAll(cases, engines, path.resolve(dist), (result) => console.log(line(result)));
console.log(report(cases, engines, outcome));
process.exit(outcome.results.some(({ result }) => result === 'failed') ? 1 : 0);
