/** Thrown, or kept, where an engine cannot do what a case asks for. Never a pass, never a failure. */
export class Cannot extends Error {}

/** Ends what is under way: this engine cannot do it, for this reason. */
export function cannot(reason) {
  throw new Cannot(reason);
}
