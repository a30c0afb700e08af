// Chromium, over the DevTools protocol.
import puppeteer from 'puppeteer-core';
import { hidden, wrap } from './puppeteer.mjs';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

const FEATURES = {
  dark: { name: 'prefers-color-scheme', value: 'dark' },
  forced: { name: 'forced-colors', value: 'active' },
  still: { name: 'prefers-reduced-motion', value: 'reduce' },
};

export async function launch(profile) {
  const args = [...ARGUMENTS];
  // WebAssembly has no switch of its own; without a compiler of machine code there is none.
  if (profile.wasm === false) args.push('--js-flags=--jitless');
  // Frames of another site take it from the browser, not from the page that is told.
  if (profile.scale) args.push(`--force-device-scale-factor=${profile.scale}`);
  const env = { ...process.env, ...(profile.timeZone ? { TZ: profile.timeZone } : {}) };
  const downloadBehavior = profile.downloads ? { policy: 'allow', downloadPath: profile.downloads } : undefined;
  const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', headless: true, args, env, downloadBehavior });
  const open = async (page) => {
    const session = await page.createCDPSession();
    if (profile.javaScript === false) await page.setJavaScriptEnabled(false);
    await page.setViewport({ width: 1280, height: 800, deviceScaleFactor: profile.scale ?? 1 });
    const features = Object.keys(FEATURES).filter((name) => profile[name]).map((name) => FEATURES[name]);
    if (features.length > 0) await session.send('Emulation.setEmulatedMedia', { features });
    return wrap(page, {
      /** What the page keeps, after everything that can go has gone. */
      async kept() {
        await session.send('HeapProfiler.collectGarbage');
        await session.send('HeapProfiler.collectGarbage');
        const { Nodes: nodes, JSEventListeners: listeners, Documents: documents, JSHeapUsedSize: heap } = await page.metrics();
        return { nodes, listeners, documents, heap };
      },
    });
  };
  return {
    name: 'chromium',
    version: await browser.version(),
    page: async () => open(await browser.newPage()),
    hiddenPage: () => hidden(browser, open),
    close: () => browser.close(),
    kill: () => browser.process()?.kill('SIGKILL'),
  };
}
