// What a case does in a page and in the frames within it, the same in every engine.
//
// A driver acts in a document that is named by the path to it: the selectors of the frames, outermost first.
// A path is followed anew each time, so that a frame that has been loaded again is still found.

const PAUSE_MS = 40;
const LIMIT_MS = 20_000;

const pause = () => new Promise((done) => setTimeout(done, PAUSE_MS));

/** Asks until the answer is true; gives the answer. A page that is being loaded does not answer and is asked again. */
export async function until(what, ask, limitMs = LIMIT_MS) {
  const begun = performance.now();
  let last;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (performance.now() - begun > limitMs) {
      throw new Error(`${what}: it did not happen in ${limitMs / 1000} s${last ? ` (${last.message.split('\n')[0]})` : ''}`);
    }
    await pause();
  }
}

/** The document at a path, as a case sees it. */
export function scope(driver, path = []) {
  const evaluate = (run, ...values) => driver.evaluate(path, run, values);
  return {
    /** Runs a function in the document; what it takes and gives is plain data. */
    evaluate,
    /** Waits until a function that is run in the document gives something true; gives it. */
    until: (what, run, ...values) => until(what, () => evaluate(run, ...values)),
    /** As `until`, with another guard than the usual one. */
    untilWithin: (limitMs, what, run, ...values) => until(what, () => evaluate(run, ...values), limitMs),
    /** Clicks in the middle of an element with the mouse. */
    click: (selector) => driver.click(path, selector),
    /** Types into an element. */
    type: (selector, text) => driver.type(path, selector, text),
    /** What the console of the document has said, and the errors that nobody caught: `{ kind, text }` each. */
    log: () => driver.log(path),
    /** The document in a frame of this document. */
    frame: (selector) => scope(driver, [...path, selector]),
  };
}
