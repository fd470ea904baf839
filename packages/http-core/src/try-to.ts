/** What `run` gives, or `undefined` when it throws: for reading what may not be readable. */
export function tryTo<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
