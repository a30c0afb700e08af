// Reads a `_headers` file, as Cloudflare Pages and Netlify do: patterns of paths, and headers indented below each.

/** The pattern of a path as a regular expression: `*` is anything, `:name` one part of the path. */
export function pathPattern(pattern) {
  const source = pattern
    .split(/(\*|:[A-Za-z]\w*)/)
    .map((part) => (part === '*' ? '.*' : /^:[A-Za-z]/.test(part) ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')))
    .join('');
  return new RegExp(`^${source}$`);
}

/** The rules of a file: each a pattern, the headers that it sets and those that it takes away. */
export function readRules(text) {
  const rules = [];
  for (const line of text.split('\n')) {
    if (!line.trim() || line.trim().startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      rules.push({ pattern: pathPattern(line.trim()), set: [], unset: [] });
      continue;
    }
    const [, removed, name, value] = line.match(/^\s+(?:!\s*([^:\s]+)|([^:]+):\s*(.*?))\s*$/) ?? [];
    const rule = rules.at(-1);
    if (!rule || !(removed || name)) throw new Error(`_headers: this line is no header: ${line}`);
    if (removed) rule.unset.push(removed.toLowerCase());
    else rule.set.push([name.trim().toLowerCase(), value]);
  }
  return rules;
}

/** The headers of a path. Equal names of several rules are joined, which is what Cloudflare does. */
export function headersOf(rules, path) {
  const headers = {};
  for (const rule of rules.filter(({ pattern }) => pattern.test(path))) {
    for (const name of rule.unset) delete headers[name];
    for (const [name, value] of rule.set) headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  }
  return headers;
}

/** The public origin that the file names, if it names one: the site was built for it. */
export function publicOrigin(text) {
  return text.match(/https:\/\/[^\s'";/]+/)?.[0];
}
