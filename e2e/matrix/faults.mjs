// What can be wrong with an answer of the server. A fault is a plain value; several may hold for one path.
//
//   status     another status, with the page of that status
//   body       (bytes) => bytes, what is answered in place of the file
//   html       (text) => text, for pages
//   headers    values that are set; `null` takes one away
//   identity   never compressed
//   chunked    without a length
//   bytesPerSecond, latencyMs
//   stopAt     the part of the body after which the answer stops, 0 to 1; `stop` is 'stall' or 'drop'
//   times      holds so often, then no longer

/** A bit turned over in the middle: the same length, another content. */
export function flipped(bytes) {
  const copy = Buffer.from(bytes);
  const middle = copy.length >> 1;
  copy[middle] ^= 0x01;
  return copy;
}

export const NOT_FOUND = { status: 404 };
export const SERVER_ERROR = { status: 500 };
export const TRUNCATED = { body: (bytes) => bytes.subarray(0, bytes.length >> 1) };
export const EMPTY = { body: () => Buffer.alloc(0) };
export const TAMPERED = { body: flipped };
export const IDENTITY = { identity: true };
export const CHUNKED = { chunked: true };
export const STALLED = { stopAt: 0.5, stop: 'stall' };
export const DROPPED = { stopAt: 0.5, stop: 'drop' };
export const REFUSED = { stopAt: 0, stop: 'drop' };
/** What a host answers that knows no 404: the page of the site. */
export const HTML_INSTEAD = {
  body: () => Buffer.from('<!doctype html><html lang="en"><title>Site</title><p>Another page.</p></html>'),
  headers: { 'content-type': 'text/html; charset=utf-8' },
};

/** Served with this type. */
export const typed = (type) => ({ headers: { 'content-type': type } });
/** Served with these headers; `null` takes one away. */
export const withHeaders = (headers) => ({ headers });
/** Served as a page that has been changed. */
export const html = (change) => ({ html: change });
/** Served as other bytes. */
export const replaced = (change) => ({ body: change });
/** Only the first so many times. */
export const times = (count, fault) => ({ ...fault, times: count });
