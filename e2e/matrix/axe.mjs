// axe-core in a page of any engine: what of it breaks a rule, and what it cannot tell by itself.
import fs from 'node:fs';
import { createRequire } from 'node:module';

export const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The themes that a page takes from its root. Forced colours are the engine's: the page is loaded in another profile. */
export const THEMES = ['light', 'dark', 'contrast'];

/** Its script as a function, which every driver runs in a page: no policy of the page is asked. */
const load = new Function(fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));

/** Gives the page a theme, and waits until its colours have come to rest. Runs in the page. */
async function take(theme) {
  document.documentElement.dataset.theme = theme;
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})));
}

/** Runs axe. Gives how many rules found something to look at, and what broke one or may have. Runs in the page. */
async function find(rules) {
  const { passes, violations, incomplete } = await window.axe.run(document, {
    runOnly: { type: 'tag', values: rules },
    resultTypes: ['violations', 'incomplete'],
    preload: false,
  });
  const told = (results) => results.flatMap(({ id, nodes }) => nodes.map(({ target, html, any, all, none }) => ({
    rule: id,
    target: target.join(' '),
    html: html.replace(/\s+/g, ' ').slice(0, 160),
    message: [...any, ...all, ...none].map(({ message }) => message).join(' ').slice(0, 240),
    reason: [...any, ...all, ...none].map(({ data }) => data?.messageKey).find(Boolean) ?? null,
  })));
  return { applied: passes.length + violations.length + incomplete.length, violations: told(violations), incomplete: told(incomplete) };
}

/** Puts axe into a document. */
export const loadAxe = (view) => view.evaluate(load);

/** What axe finds in a document that it has been put into; in a theme, or as it is with `null`. */
export async function runAxe(view, theme = null) {
  if (theme) await view.evaluate(take, theme);
  return view.evaluate(find, RULES);
}

/** Findings of many pages: the same one is kept once, with all its places. */
export function findings() {
  const kept = new Map();
  return {
    add(place, found) {
      for (const one of found) {
        const key = `${one.rule} ${one.target}`;
        const known = kept.get(key) ?? { ...one, places: [] };
        known.places.push(place);
        kept.set(key, known);
      }
    },
    /** A line for each. */
    lines: () => [...kept.values()].map(({ rule, target, html, message, places }) => `${rule} at ${places.length} places, first ${places[0]}: ${target} ${html}: ${message}`),
    /** A line for each rule, or each reason of a rule, with an example. */
    rules() {
      const rules = new Map();
      for (const one of kept.values()) {
        const name = one.reason ? `${one.rule} (${one.reason})` : one.rule;
        const known = rules.get(name) ?? { count: 0, places: new Set(), first: one };
        known.count += one.places.length;
        one.places.forEach((place) => known.places.add(place));
        rules.set(name, known);
      }
      return [...rules].map(([name, { count, places, first }]) => `${name}: ${count} elements at ${places.size} places, as ${first.target} at ${first.places[0]}: ${first.html}: ${first.message}`);
    },
  };
}
