// Writes data/map.json: `node make.mjs OUT`, run in the folder that has the packages (README.md).
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(`${process.cwd()}/`);
const atlas = require('us-atlas/states-10m.json');
const { version } = require('us-atlas/package.json');
const { merge, mesh, transform } = require('topojson-client');
const { presimplify, simplify } = require('topojson-simplify');

const out = process.argv[2];
if (!out) {
  console.error('usage: node make.mjs OUT, such as data/map.json');
  process.exit(2);
}

// Lengths are pixels of a map 960 wide: Albers at 1300 a radian, Alaska at 0.35 of that.
const SCALE = 1300;
const ALASKA_SCALE = 0.35;
const NOT_DRAWN = new Set(['60', '66', '69', '78']); // American Samoa, Guam, N. Marianas, US Virgin Islands
const LEFT_EDGE = -172.5; // the Aleutians beyond it would be off the map
const LEAST_WEIGHT = 4.3; // of a point, in square pixels
const LEAST_ISLAND = 6; // square pixels
const ISLAND_POINTS = 5; // an island keeps at least so many
const FLAT = 0.5; // a bend shallower than this is hardly seen
const NARROW = 2; // nor is a creek or a spit thinner than this
const BORDER_FACTOR = 0.6; // a border's bends count less than a coast's

// Where a map of this size needs more points than the rest, or can do with fewer: west, south, east, north, factor.
const REGIONS = [
  [-70.8, 41, -69, 42.3, 5], // Cape Cod
  [-77.13, 38.78, -76.9, 39, 10], // the District of Columbia: three pixels
  [-77.4, 38.2, -76.9, 38.78, 0.2], // the Potomac below it: a hook of water a pixel wide
  [-75.78, 35.1, -75.3, 36.4, 20], // Cape Hatteras: a spit thinner than a line
  [-77.5, 36.6, -70.8, 43, 2], // Chesapeake Bay to Boston: small states
  [-123.5, 47, -122, 49, 3], // Puget Sound
  [-98, 26, -95.5, 29, 0.15], // Texas lagoons
  [-136, 57, -132, 58.7, 6], // Alaska's panhandle: islands close to each other, which must not overlap
  [-161, 18, -154, 23, 2], // Hawaii
  [-68, 17, -65, 19, 2], // Puerto Rico
];

const inAlaska = (lat) => lat > 50;

// One conic for all: it keeps areas everywhere, and nothing but areas and bends is asked of it.
const radians = Math.PI / 180;
const parallel = Math.sin(29.5 * radians);
const cone = (parallel + Math.sin(45.5 * radians)) / 2;
function project([lon, lat]) {
  const scale = SCALE * (inAlaska(lat) ? ALASKA_SCALE : 1);
  const radius = (scale * Math.sqrt(1 + parallel * (2 * cone - parallel) - 2 * cone * Math.sin(lat * radians))) / cone;
  const angle = cone * (lon + 96) * radians;
  return [radius * Math.sin(angle), -radius * Math.cos(angle)];
}

function area(ring) {
  const points = ring.map(project);
  const doubled = points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(doubled) / 2;
}

function importance([lon, lat]) {
  const region = REGIONS.find(([w, s, e, n]) => lon > w && lon < e && lat > s && lat < n);
  return region ? region[4] : 1;
}

// Visvalingam's triangle, less where the eye would not miss it.
function weight(triangle) {
  const [a, b, c] = triangle.map(project);
  const before = Math.hypot(a[0] - b[0], a[1] - b[1]);
  const after = Math.hypot(c[0] - b[0], c[1] - b[1]);
  const across = Math.hypot(a[0] - c[0], a[1] - c[1]);
  const longest = Math.max(before, after, across);
  const size = area(triangle);
  const height = longest > 0 ? (2 * size) / longest : 0;
  const seen = Math.min(1, height / (across < longest ? NARROW : FLAT));
  return size * seen * importance(triangle[1]);
}

const toDegrees = transform(atlas.transform);
const states = atlas.objects.states.geometries.filter(({ id }) => !NOT_DRAWN.has(id));
const full = {
  type: 'Topology',
  objects: { states: { type: 'GeometryCollection', geometries: states } },
  // The last Aleutians lie beyond the antimeridian: they stay west of the others.
  arcs: atlas.arcs.map((arc) => arc.map(toDegrees).map(([lon, lat]) => [lon > 0 ? lon - 360 : lon, lat])),
};

const owners = full.arcs.map(() => new Set());
for (const { id, arcs } of states) {
  for (const arc of arcs.flat(Infinity)) owners[arc < 0 ? ~arc : arc].add(id);
}
const weighed = presimplify(full, weight);
weighed.arcs.forEach((arc, i) => {
  if (owners[i].size > 1) {
    for (const point of arc) point[2] *= BORDER_FACTOR;
  }
  const [first, last] = [arc[0], arc.at(-1)];
  if (first[0] === last[0] && first[1] === last[1]) {
    const best = arc.slice(1, -1).sort((p, q) => q[2] - p[2]);
    for (const point of best.slice(0, ISLAND_POINTS - 1)) point[2] = Infinity;
  }
});
const thin = simplify(weighed, LEAST_WEIGHT);

const hundredths = (line) =>
  line
    .map((point) => point.map((degrees) => Math.round(degrees * 100)).join())
    .filter((point, i, points) => point !== points[i - 1]);

// Both merges list the same polygons in the same order; what is drawn is chosen before it is thinned.
const outlines = merge(thin, states).coordinates.map(([outline]) => hundredths(outline).slice(0, -1));
const drawn = merge(full, states).coordinates.map(([outline]) => {
  const onMap = outline.some(([lon]) => lon > LEFT_EDGE);
  return onMap && area(outline) * Math.min(2, importance(outline[0])) >= LEAST_ISLAND;
});
const land = outlines.filter((_, i) => drawn[i]);
const leftOut = new Set(outlines.filter((_, i) => !drawn[i]).flat());
const borders = mesh(thin, thin.objects.states, (a, b) => a !== b)
  .coordinates.map(hundredths)
  .filter(([start]) => !leftOut.has(start));

const map = {
  $schema: 'schema/map.schema.json',
  title: 'Outline of the United States and the borders between states',
  source:
    `us-atlas ${version} (states-10m.json), made from the US Census Bureau's cartographic boundary files, ` +
    `2017 edition. Thinned by Visvalingam's method (topojson-simplify) for a map 960 pixels wide, ` +
    `small islands left out, points rounded to a hundredth of a degree: xtask/map/make.mjs.`,
  licence:
    'us-atlas: ISC, copyright 2013-2019 Michael Bostock. Boundary files: work of the US government, public domain.',
  land: land.map((points) => points.join(' ')),
  borders: borders.map((points) => points.join(' ')),
};
writeFileSync(out, `${JSON.stringify(map, null, 2)}\n`);

const count = (lines) => lines.reduce((sum, line) => sum + line.length, 0);
console.log(`${land.length} rings of ${count(land)} points, ${borders.length} lines of ${count(borders)}`);
