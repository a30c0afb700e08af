// How evenly the figures follow the timeline: `node e2e/brushing.mjs [DIST] [RUNS]` prints the time between frames
// during the gesture of the bench: twelve steps of the wheel in, sixty of a drag, twelve of the wheel out.
const [site = 'dist', runs = '3'] = process.argv.slice(2);
process.env.SITE = site;
const { close, open, settled } = await import('./harness/browser.mjs');

const GAP_MS = 16;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Takes steps, one a frame or so. */
async function steps(count, step) {
  for (let at = 0; at < count; at += 1) {
    const begin = Date.now();
    await step(at);
    await pause(Math.max(0, GAP_MS - (Date.now() - begin)));
  }
}

async function gesture(page, selector) {
  await page.$eval(selector, (element) => element.scrollIntoView({ block: 'end' }));
  await settled(page);
  const { x, y } = await page.$eval(selector, (element) => {
    const box = element.getBoundingClientRect();
    return { x: box.left + box.width * 0.6, y: box.top + box.height / 2 };
  });
  const wheel = async (deltaY) => {
    await page.keyboard.down('Control');
    await steps(12, () => page.mouse.wheel({ deltaY }));
    await page.keyboard.up('Control');
  };
  await page.mouse.move(x, y);
  await pause(300);
  await page.evaluate(() => {
    window.frames_ms = [];
    let before;
    const next = (now) => {
      if (before !== undefined) window.frames_ms.push(now - before);
      before = now;
      window.frame = requestAnimationFrame(next);
    };
    window.frame = requestAnimationFrame(next);
  });
  await wheel(-120);
  await page.mouse.down();
  for (const sign of [-8, 8]) await steps(30, (at) => page.mouse.move(sign < 0 ? x - 8 * (at + 1) : x - 240 + 8 * (at + 1), y));
  await page.mouse.up();
  await wheel(120);
  await pause(120);
  return page.evaluate(() => {
    cancelAnimationFrame(window.frame);
    return window.frames_ms;
  });
}

for (const [name, query, selector] of [
  ['figures, on the timeline', '?view=figures', '.timeline__lanes'],
  ['arrests', '?view=figures&figure=arrests-against-goal', '#figure-arrests-against-goal .chart__frame'],
  ['detention', '?view=figures&figure=people-in-detention', '#figure-people-in-detention .chart__frame'],
  ['map, on the timeline', '?view=map', '.timeline__lanes'],
]) {
  const frames = [];
  for (let run = 0; run < Number(runs); run += 1) {
    const { page } = await open({ query, width: 1280, height: 900 });
    await page.mouse.move(1, 1);
    await pause(800);
    frames.push(...(await gesture(page, selector)));
    await page.close();
  }
  frames.sort((one, other) => one - other);
  const at = (share) => frames[Math.min(frames.length - 1, Math.floor(frames.length * share))].toFixed(1);
  console.log(`${name.padEnd(26)} ${frames.length} frames, median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`);
}
await close();
