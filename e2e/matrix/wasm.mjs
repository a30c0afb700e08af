// Changes a WebAssembly program so that it fails in a chosen way, and the page so that it takes the changed one.
import { createHash } from 'node:crypto';

const MEMORY_SECTION = 5;
const HEADER_BYTES = 8;
export const PAGE_BYTES = 65_536;

/** The integrity of bytes, as pages name it. */
export const integrityOf = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

function readNumber(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at];
    at += 1;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, at };
  }
}

function numberBytes(value) {
  const bytes = [];
  do {
    const low = value % 128;
    value = Math.floor(value / 128);
    bytes.push(value > 0 ? low + 128 : low);
  } while (value > 0);
  return Buffer.from(bytes);
}

/** The memory section: where it begins and ends, and how many pages the program begins with. */
function memoryOf(wasm) {
  for (let at = HEADER_BYTES; at < wasm.length;) {
    const id = wasm[at];
    const { value: size, at: body } = readNumber(wasm, at + 1);
    if (id === MEMORY_SECTION) {
      const pages = readNumber(wasm, readNumber(wasm, body).at + 1).value;
      return { begin: at, end: body + size, pages };
    }
    at = body + size;
  }
  throw new Error('the program has no memory of its own');
}

/** The pages of memory that a program begins with. */
export const firstPages = (wasm) => memoryOf(wasm).pages;

/** The program with no more than so many pages of memory. */
export function withMaximum(wasm, pages) {
  const memory = memoryOf(wasm);
  // One memory; flag 1: it has a maximum.
  const body = Buffer.concat([Buffer.from([1, 1]), numberBytes(memory.pages), numberBytes(pages)]);
  const section = Buffer.concat([Buffer.from([MEMORY_SECTION]), numberBytes(body.length), body]);
  return Buffer.concat([wasm.subarray(0, memory.begin), section, wasm.subarray(memory.end)]);
}

const MAGIC = Buffer.from('TIMELINE');
const VERSION_AT = MAGIC.length;
const CONTENT_AT = MAGIC.length + 2 + 4;

/** Where the program's record begins: magic bytes, a version, a checksum of the rest. */
function recordAt(wasm) {
  for (let at = wasm.indexOf(MAGIC); at >= 0; at = wasm.indexOf(MAGIC, at + 1)) {
    // The magic also stands where the program compares with it; a version stands only before the record.
    if (wasm.readUInt16LE(at + VERSION_AT) === 1) return at;
  }
  throw new Error('the program holds no record');
}

/** The program with a record of another version. */
export function withVersion(wasm, version) {
  const copy = Buffer.from(wasm);
  copy.writeUInt16LE(version, recordAt(wasm) + VERSION_AT);
  return copy;
}

/** The program with a record that is not as it was written. */
export function withDamagedRecord(wasm) {
  const copy = Buffer.from(wasm);
  copy[recordAt(wasm) + CONTENT_AT + 64] ^= 0xff;
  return copy;
}

/** The page, told that its program is another one. */
export function withIntegrity(html, wasm) {
  const changed = html.replace(/data-program-integrity="[^"]*"/, `data-program-integrity="${integrityOf(wasm)}"`);
  if (changed === html) throw new Error('the page names no integrity of its program');
  return changed;
}
