// The results as a table: a row for a case, a column for an engine, then what is to be said about them.

const WORDS = ['passed', 'failed', 'expected-blocked', 'cannot'];

const pad = (text, width) => text + ' '.repeat(Math.max(0, width - text.length));

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) => row.map((cell, column) => pad(cell, widths[column])).join('  ').trimEnd();
  return [line(rows[0]), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.slice(1).map(line)].join('\n');
}

const messageOf = (error) => (error.stack?.includes(error.message) ? error.stack : error.message)
  .split('\n').filter((line) => !/node:internal|node_modules/.test(line)).slice(0, 14).join('\n    ');

/** One line as a result comes. */
export function line({ id, engine, result, ms, error }) {
  const why = error ? `: ${error.message.split('\n')[0]}` : '';
  return `${pad(id, 4)} ${pad(engine, 9)} ${pad(result, 16)} ${(ms / 1000).toFixed(1)} s${why}`;
}

/** The whole report. */
export function report(cases, engines, { results, versions }) {
  const of = (id, engine) => results.find((result) => result.id === id && result.engine === engine);
  const rows = cases.map(({ id, title }) => [id, title, ...engines.map((engine) => of(id, engine)?.result ?? 'not run')]);
  const parts = ['', table([['case', 'what happens', ...engines], ...rows]), ''];
  const about = (heading, lines) => {
    if (lines.length > 0) parts.push(heading, ...lines, '');
  };
  about('Measured:', results.flatMap(({ id, engine, notes }) => notes.map((note) => `  ${id} ${engine}: ${note}`)));
  about('Blocked, as it should be:', results.filter(({ result }) => result === 'expected-blocked').map(({ id, engine, blocked }) => `  ${id} ${engine}: ${blocked}`));
  about('What an engine cannot do (all else of these cases held):', results.filter(({ result }) => result === 'cannot')
    .map(({ id, engine, reasons }) => `  ${id} ${engine}: cannot: ${reasons.join('; ')}`));
  about('Failed:', results.filter(({ error }) => error).map(({ id, engine, error }) => `  ${id} ${engine}: ${messageOf(error)}`));
  for (const engine of engines) {
    const own = results.filter((result) => result.engine === engine);
    const counts = WORDS.map((word) => `${own.filter(({ result }) => result === word).length} ${word}`).join(', ');
    const seconds = own.reduce((sum, { ms }) => sum + ms, 0) / 1000;
    parts.push(`${engine} (${versions[engine]}): ${counts}; ${seconds.toFixed(0)} s`);
  }
  if (engines.includes('webkit')) parts.push('WebKitGTK stands in for Safari, which does not run here.');
  return parts.join('\n');
}
