/** What became of one item of a check. */
export type State = 'ok' | 'failed' | 'skipped';

/** One item of a check: a line of what is printed. */
export interface Result {
  readonly state: State;
  /** What was looked at, without saying how it turned out. */
  readonly what: string;
  /** The figure found and what was expected, or the first thing that is wrong. */
  readonly detail: string;
}

/** An item that is as it should be, or is not. */
export function verdict(what: string, good: boolean, detail = ''): Result {
  return { state: good ? 'ok' : 'failed', what, detail };
}

/** An item that is good when a list of complaints is empty. */
export function complaints(what: string, found: readonly string[], good = ''): Result {
  const [first = '', ...more] = found;
  const rest = more.length === 0 ? '' : ` (and ${more.length} more)`;
  return verdict(what, found.length === 0, found.length === 0 ? good : first + rest);
}

/** An item that could not be looked at, and why. */
export function skipped(what: string, why: string): Result {
  return { state: 'skipped', what, detail: why };
}

/** What went wrong, in words. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
