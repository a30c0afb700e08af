// S04 and S09: what the files of a build tell of the machine that built them, and of the time.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';

const COPIES = { '.br': zlib.brotliDecompressSync, '.gz': zlib.gunzipSync };
const PROJECT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** All files of a folder, with their bytes; compressed ones as they were before. */
function contents(folder) {
  return fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    const bytes = fs.readFileSync(file);
    return { name: path.relative(folder, file).split(path.sep).join('/'), bytes: COPIES[path.extname(file)]?.(bytes) ?? bytes };
  });
}

/** What no file may hold: what is in the project's folder, folders of users and of tools, and those that go away. */
function places(files) {
  const { username, homedir } = os.userInfo();
  const ofUser = [os.homedir(), homedir, `/${username}`].map((folder) => `${folder}/`);
  // A user may be called as a folder of the site.
  const isOfSite = (place) => files.some(({ name }) => `/${name}`.includes(place));
  return [...new Set([
    ...fs.readdirSync(PROJECT).map((name) => `${PROJECT}/${name}`),
    ...ofUser.filter((place) => place.length > 2 && !isOfSite(place)),
    `${os.tmpdir()}/`,
    '/home/', '/root/', '/tmp/', '/Users/', '\\Users\\', '.cargo/registry', '.rustup/toolchains', '/rustlib/src/',
  ])];
}

/** The sources of the compiler's own library, which are called so wherever it was built. */
const LIBRARY = /\/rustc\/[0-9a-f]{40}\/library\//g;

/** The places that files name, a line each. */
function named(files, places) {
  const found = [];
  for (const { name, bytes } of files) {
    for (const place of places) {
      const at = bytes.indexOf(place);
      if (at >= 0) found.push(`${name} names ${bytes.toString('latin1', Math.max(at - 20, 0), at + 60)}`);
    }
    const text = bytes.toString('latin1');
    if (text.split('/rustc/').length !== text.split(LIBRARY).length) found.push(`${name} names another /rustc/ than the library's`);
  }
  return found;
}

const nowhere = {
  id: 'S04',
  title: 'no file names a folder of the machine that built it',
  quick: true,
  async run(t) {
    const files = contents(t.dist);
    const looked = places(files);
    for (const ending of ['.wasm', '.wasm.br', '.wasm.gz', '.js', '.html', '.json']) {
      assert.ok(files.some(({ name }) => name.endsWith(ending)), `there are files ${ending}`);
    }
    assert.deepEqual(named(files, looked), []);
    t.note(`${files.length} files, ${looked.length} places`);
    // Each place would be found, also where it was compressed.
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'matrix-named-'));
    try {
      const program = files.find(({ name }) => name.endsWith('.wasm')).bytes.subarray(0, 65_536);
      for (const place of [...looked, '/rustc/0123/library/']) {
        const bytes = Buffer.concat([program, Buffer.from(`${place}src/lib.rs`)]);
        fs.writeFileSync(path.join(folder, 'a.wasm'), bytes);
        fs.writeFileSync(path.join(folder, 'a.wasm.gz'), zlib.gzipSync(bytes, { level: 1 }));
        fs.writeFileSync(path.join(folder, 'a.wasm.br'), zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } }));
        const found = new Set(named(contents(folder), [...looked, place]).map((line) => line.split(' ')[0]));
        assert.deepEqual([...found].sort(), ['a.wasm', 'a.wasm.br', 'a.wasm.gz'], `${place} is found`);
      }
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  },
};

const GZIP_MAGIC = [0x1f, 0x8b, 8];

const same = {
  id: 'S09',
  title: 'two builds are the same: no times in files, names from their content',
  quick: false,
  async run(t) {
    const files = contents(t.dist);
    const own = new Map(files.map(({ name, bytes }) => [name, bytes]));
    let copies = 0;
    for (const { name, bytes } of files) {
      const [, original, ending] = name.match(/^(.*)(\.br|\.gz)$/) ?? [];
      if (!original) continue;
      copies += 1;
      assert.ok(own.get(original)?.equals(bytes), `${name} is ${original}, compressed`);
      if (ending !== '.gz') continue;
      const head = fs.readFileSync(path.join(t.dist, name)).subarray(0, 8);
      assert.deepEqual([...head], [...GZIP_MAGIC, 0, 0, 0, 0, 0], `${name} holds no name and no time`);
    }
    assert.ok(copies > 20, `${copies} compressed copies`);
    const loader = [...own.keys()].filter((name) => /^assets\/embed-v1-[0-9a-f]{16}\.js$/.test(name));
    assert.ok(loader.length > 0, 'there is a loader by its content');
    for (const name of loader) {
      const mark = createHash('sha384').update(own.get(name)).digest('hex').slice(0, 16);
      assert.equal(name, `assets/embed-v1-${mark}.js`, 'its name is made of its content');
    }
    t.cannot('no browser builds: two builds in two folders are compared by `cargo xtask test --only reproducible`');
  },
};

export default [nowhere, same];
