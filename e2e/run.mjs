// Runs the browser tests against a built site: `node e2e/run.mjs [DIST] [FILE...]`.
import fs from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'tests');
const [site = 'dist', ...wanted] = process.argv.slice(2);
if (!fs.existsSync(path.join(site, 'index.html'))) {
  console.error(`${site} holds no index.html; \`cargo xtask build\` builds it`);
  process.exit(1);
}
process.env.SITE = path.resolve(site);
const names = fs.readdirSync(folder).filter((name) => name.endsWith('.test.mjs')).sort();
const chosen = names.filter((name) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)));
if (chosen.length === 0) {
  console.error(`no such file; these are: ${names.join(', ')}`);
  process.exit(1);
}
run({ files: chosen.map((name) => path.join(folder, name)), concurrency: 2 })
  .on('test:fail', () => {
    process.exitCode = 1;
  })
  .compose(new spec())
  .pipe(process.stdout);
