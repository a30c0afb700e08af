// Firefox ESR, over WebDriver BiDi.
import puppeteer from 'puppeteer-core';
import { cannot } from './cannot.mjs';
import { hidden, wrap } from './puppeteer.mjs';

/** The preferences of a profile. */
function preferences(profile) {
  return {
    // One process for all of a site's frames is enough, and starts faster.
    'dom.ipc.processCount': 1,
    // A click goes through the window, as that of a reader does, and so into a frame of another process too.
    'remote.events.async.mouse.enabled': true,
    ...(profile.wasm === false ? { 'javascript.options.wasm': false } : {}),
    ...(profile.javaScript === false ? { 'javascript.enabled': false } : {}),
    ...(profile.dark ? { 'layout.css.prefers-color-scheme.content-override': 0 } : {}),
    ...(profile.forced ? { 'browser.display.document_color_use': 2 } : {}),
    ...(profile.still ? { 'ui.prefersReducedMotion': 1 } : {}),
    ...(profile.downloads ? { 'browser.download.folderList': 2, 'browser.download.dir': profile.downloads } : {}),
    ...(profile.preferences ?? {}),
  };
}

export async function launch(profile) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    protocol: 'webDriverBiDi',
    executablePath: process.env.FIREFOX || '/usr/bin/firefox-esr',
    headless: true,
    extraPrefsFirefox: preferences(profile),
    env: { ...process.env, ...(profile.timeZone ? { TZ: profile.timeZone } : {}) },
  });
  const open = async (page) => {
    await page.setViewport({ width: 1280, height: 800, deviceScaleFactor: profile.scale ?? 1 });
    return wrap(page, { kept: async () => cannot('Firefox tells no driver of listeners, nodes off the page and heap') });
  };
  return {
    name: 'firefox',
    version: await browser.version(),
    page: async () => open(await browser.newPage()),
    hiddenPage: () => hidden(browser, open),
    close: () => browser.close(),
    kill: () => browser.process()?.kill('SIGKILL'),
  };
}
