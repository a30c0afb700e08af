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

/** The colours of the page: what is written, and what it is written on. */
export const coloursOf = (view) => view.evaluate(() => {
  const { color } = getComputedStyle(document.body);
  return [color, ...[document.body, document.documentElement].map((element) => getComputedStyle(element).backgroundColor)].join(' ');
});

/** Runs axe. Gives how many rules found something to look at, and what broke one or may have. Runs in the page. */
async function find(rules) {
  const { passes, violations, incomplete } = await window.axe.run(document, {
    runOnly: { type: 'tag', values: rules },
    resultTypes: ['violations', 'incomplete'],
    preload: false,
    elementRef: true,
  });
  const nameOf = (element) => (element ? [element.localName, ...element.classList].join('.') : '');
  const told = (results) => results.flatMap(({ id, nodes }) => nodes.map(({ element, target, html, any, all, none }) => ({
    rule: id,
    kind: `${nameOf(element?.parentElement)} > ${nameOf(element)}`,
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

/** Findings at many places, of which those with the same name are told together: how many, where, and one of them. */
export function findings(nameOf) {
  const kept = new Map();
  return {
    add(place, found) {
      for (const one of found) {
        const name = nameOf(one);
        const known = kept.get(name) ?? { count: 0, places: new Set(), first: one };
        known.count += 1;
        known.places.add(place);
        kept.set(name, known);
      }
    },
    lines: () => [...kept].map(([name, { count, places, first }]) =>
      `${name}: ${count} times at ${places.size} places, first ${[...places][0]}: ${first.target} ${first.html}: ${first.message}`),
    places: () => [...kept].map(([name, { places }]) => [name, [...places]]),
  };
}

/** What breaks a rule, by the kind of element. */
export const byKind = ({ rule, kind }) => `${rule} of ${kind}`;
/** What axe cannot tell, by the reason. */
export const byReason = ({ rule, reason }) => (reason ? `${rule} (${reason})` : rule);
