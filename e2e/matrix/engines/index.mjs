// The engines under test, in the order in which they are run.
import * as chromium from './chromium.mjs';
import * as firefox from './firefox.mjs';
import * as webkit from './webkit.mjs';

const ALL = { chromium, firefox, webkit };

export const ENGINES = Object.keys(ALL);

/**
 * Starts an engine with a profile of its own.
 * A profile may say: `javaScript: false`, `wasm: false`, `timeZone`, `scale` (device pixels a pixel), `dark`, `forced`
 * (colours), `still` (nothing is to move), `downloads` (the folder that files are saved to), `preferences` (of Firefox alone).
 */
export function launch(name, profile = {}) {
  return ALL[name].launch(profile);
}
