import type { Repository } from './repository.js';
import { messageOf, verdict, type Result, type State } from './result.js';

/** A check: looks at the repository and yields an item after another. */
export type Check = (repository: Repository) => AsyncIterable<Result>;

/** How many items turned out how. */
export type Tally = Record<State, number>;

const marks: Record<State, string> = { ok: 'ok  ', failed: 'FAIL', skipped: 'skip' };

/** The line that is printed for an item. Line breaks in it would make two items of one. */
export function formatResult(check: string, { state, what, detail }: Result): string {
  const text = detail === '' ? what : `${what}: ${detail}`;
  return `${marks[state]} ${check}: ${text.replaceAll(/\s*\n\s*/g, ' ').trim()}`;
}

/** The last line. It never reads like a test runner's, whose counts are added up elsewhere. */
export function formatTally({ ok, failed, skipped }: Tally): string {
  return `checks: ${ok} ok, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

/** The checks that were asked for, in that order; all of them when none was. */
export function chooseChecks<T>(
  checks: Readonly<Record<string, T>>,
  names: readonly string[],
): [string, T][] {
  if (names.length === 0) return Object.entries(checks);
  return names.map((name) => {
    const check = checks[name];
    if (check === undefined) {
      throw new Error(`There is no check "${name}"; there are ${Object.keys(checks).join(', ')}`);
    }
    return [name, check];
  });
}

async function* guarded(check: Check, repository: Repository): AsyncGenerator<Result, void, undefined> {
  try {
    yield* check(repository);
  } catch (error) {
    // A check that breaks is a failure of its own; the other checks still run.
    yield verdict('runs to its end', false, messageOf(error));
  }
}

/** Runs checks one after the other and prints each item as soon as it is known. */
export async function runChecks(
  chosen: readonly [string, Check][],
  repository: Repository,
  print: (line: string) => void,
): Promise<Tally> {
  const tally: Tally = { ok: 0, failed: 0, skipped: 0 };
  for (const [name, check] of chosen) {
    for await (const result of guarded(check, repository)) {
      tally[result.state] += 1;
      print(formatResult(name, result));
    }
  }
  return tally;
}
