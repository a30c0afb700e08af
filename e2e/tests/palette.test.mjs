// The colours that carry meaning, told apart: as they are, in grey, and as people with each kind of colour vision see them.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';

const css = fs.readFileSync(new URL('../../style/tokens.css', import.meta.url), 'utf8');

/** The colours of a theme by their names: what its block says, over what the light one says. */
function themed(block) {
  const read = (text) => Object.fromEntries([...text.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value.trim()]));
  const light = read(css.split('@media')[0]);
  const own = block ? read(css.split(block)[1].split('}')[0]) : {};
  const all = { ...light, ...own };
  const value = (name) => {
    const found = all[name]?.match(/^var\(--([\w-]+)\)$/);
    return found ? value(found[1]) : all[name];
  };
  return value;
}

const THEMES = {
  light: themed(null),
  dark: themed(':root:where(:not([data-theme="light"])) {'),
  contrast: themed('[data-theme="contrast"] {'),
};

const bars = fs.readFileSync(new URL('../../style/components/tenure-bar.css', import.meta.url), 'utf8');

const CAPACITIES = ['confirmed', 'acting', 'performing-duties', 'appointed', 'elected', 'interim', 'unknown'];
const SERIES = [0, 1, 2, 3];

const linear = (hex) => {
  const full = hex.length === 4 ? hex.replace(/[^#]/g, (digit) => digit + digit) : hex;
  return [1, 3, 5].map((at) => {
    const part = parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
};
/** A mixture of two colours as `color-mix(in srgb, …)` makes it, on linear light. */
function mixed(one, other, share) {
  const part = (hex, at) => parseInt(hex.slice(at, at + 2), 16);
  const hex = [1, 3, 5].map((at) => Math.round(part(one, at) * share + part(other, at) * (1 - share)).toString(16).padStart(2, '0'));
  return linear(['#', ...hex].join(''));
}
const times = (matrix, [r, g, b]) => matrix.map(([x, y, z]) => Math.min(1, Math.max(0, x * r + y * g + z * b)));
const luminance = ([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const contrast = (one, other) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

/** Full dichromacy by Machado, Oliveira and Fernandes (2009), on linear light; grey by luminance. */
const SEEN = {
  'as it is': (colour) => colour,
  protanopia: (colour) => times([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]], colour),
  deuteranopia: (colour) => times([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]], colour),
  tritanopia: (colour) => times([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]], colour),
  grey: (colour) => Array(3).fill(luminance(colour)),
};

/** The distance in OKLab, times 100: about 2 is just to be seen. */
function distance(one, other) {
  const lab = ([r, g, b]) => {
    const [l, m, s] = [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]].map(([x, y, z]) => Math.cbrt(x * r + y * g + z * b));
    return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s];
  };
  const [a, b] = [lab(one), lab(other)];
  return 100 * Math.hypot(...a.map((part, at) => part - b[at]));
}

const pattern = (capacity) => bars.match(new RegExp(`\\[data-capacity="${capacity}"\\] \\{[^}]*--pattern: ([^;]+);`))[1];

/** The colour of the lines or dots on a bar, as it stands on the bar's own. */
function drawnOn(tint, capacity, edge) {
  if (pattern(capacity) === 'none') return linear(tint);
  const [, share] = pattern(capacity).match(/ (\d+)%, transparent\)/);
  return mixed(edge, tint, share / 100);
}

const pairs = (names) => names.flatMap((one, at) => names.slice(at + 1).map((other) => [one, other]));

test('the edges of the capacities that head an agency are told apart by every kind of colour vision', (t) => {
  const heads = ['confirmed', 'acting', 'performing-duties'];
  for (const [theme, value] of Object.entries(THEMES)) {
    for (const [kind, seen] of Object.entries(SEEN).filter(([kind]) => kind !== 'grey')) {
      const found = pairs(heads).map(([one, other]) => [one, other, distance(seen(linear(value(`capacity-${one}`))), seen(linear(value(`capacity-${other}`))))]);
      const least = found.sort((one, other) => one[2] - other[2])[0];
      t.diagnostic(`${theme}, ${kind}: least ${least[2].toFixed(1)} (${least[0]}, ${least[1]})`);
      assert.ok(least[2] > 5, `${theme}, ${kind}: ${least}`);
    }
  }
});

test('each capacity and series stands out from the page, and text from what it stands on', () => {
  for (const [theme, value] of Object.entries(THEMES)) {
    const on = (name) => linear(value(name));
    for (const capacity of CAPACITIES) {
      assert.ok(contrast(on(`capacity-${capacity}`), on('surface')) >= 3, `${theme}: ${capacity}`);
      assert.ok(contrast(on('text-on-bar'), on(`capacity-${capacity}-tint`)) >= 4.5, `${theme}: a name on ${capacity}`);
      const drawn = drawnOn(value(`capacity-${capacity}-tint`), capacity, value(`capacity-${capacity}`));
      assert.ok(contrast(on('text-on-bar'), drawn) >= 4.5, `${theme}: a name on the pattern of ${capacity}`);
    }
    for (const series of SERIES) assert.ok(contrast(on(`series-${series}`), on('surface')) >= 3, `${theme}: series ${series}`);
    for (const [text, surface, least] of [['text', 'surface', 7], ['text-soft', 'surface', 4.5], ['text', 'surface-raised', 7], ['text-soft', 'surface-raised', 4.5], ['accent', 'surface', 4.5], ['focus', 'surface', 3]]) {
      const found = contrast(on(text), on(surface));
      assert.ok(found >= least, `${theme}: ${text} on ${surface}: ${found.toFixed(2)}`);
    }
  }
});

test('what colour alone would not tell, a pattern, a dash or a word does', () => {
  for (const [theme, value] of Object.entries(THEMES)) {
    for (const [kind, seen] of Object.entries(SEEN)) {
      for (const [one, other] of pairs(CAPACITIES)) {
        const apart = distance(seen(linear(value(`capacity-${one}`))), seen(linear(value(`capacity-${other}`))));
        assert.ok(apart > 5 || pattern(one) !== pattern(other), `${theme}, ${kind}: ${one} and ${other}: ${apart.toFixed(1)}`);
      }
    }
  }
});
