/** Compares answers with recorded ones by the paths of their keys. Of a list every item counts. */
export interface Comparison {
  /** The keys that were recorded and are missing in an answer. */
  readonly missing: (recorded: unknown, answer: unknown) => string[];
  /** The keys that are in an answer and were not recorded. */
  readonly invented: (recorded: unknown, answer: unknown) => string[];
}

/** Makes a comparison. What is below the keys of `freeForm` is for the users of a service to choose, and does not count. */
export function comparison(freeForm: ReadonlySet<string> = new Set()): Comparison {
  function keyPaths(value: unknown, path = ''): Set<string> {
    const paths = new Set<string>();
    const inside = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    for (const [key, inner] of inside) {
      const innerPath = Array.isArray(value) ? `${path}[]` : `${path}.${key}`;
      paths.add(innerPath);
      if (freeForm.has(key)) continue;
      for (const deeper of keyPaths(inner, innerPath)) paths.add(deeper);
    }
    return paths;
  }

  function missing(recorded: unknown, answer: unknown): string[] {
    const here = keyPaths(answer);
    return [...keyPaths(recorded)].filter((path) => !here.has(path));
  }

  return { missing, invented: (recorded, answer) => missing(answer, recorded) };
}
