import type { Call } from '../call.js';

/** All versions before 31.0 get the shapes of 23.0, the only ones of that age that are known. */
export function isLegacy(call: Call): boolean {
  return call.version < 31;
}
