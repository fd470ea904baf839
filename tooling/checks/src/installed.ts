/** As much of npm's list of what it has installed as is looked at. */
export interface InstalledList {
  /** By folder: `node_modules/ky`, `node_modules/a/node_modules/b`. */
  readonly packages: Readonly<Record<string, unknown>>;
}

/** The names of the packages on npm's list, each once, in order. */
export function namesOf({ packages }: InstalledList): string[] {
  const names = Object.keys(packages).map((folder) => folder.replace(/^.*node_modules\//, ''));
  return [...new Set(names)].filter((name) => name !== '').toSorted();
}

/** What is wrong with what a client brought along. `brings` is all that it may bring; without it, only no other client. */
export function installComplaints(
  client: string,
  installed: readonly string[],
  brings: readonly string[] | undefined,
): string[] {
  const expected = [client, '@x/http-core', ...(brings ?? [])];
  const allowed = (name: string): boolean =>
    expected.includes(name) || (brings === undefined && !name.startsWith('@x/'));
  return [
    ...installed.filter((name) => !allowed(name)).map((name) => `brings ${name}`),
    ...expected.filter((name) => !installed.includes(name)).map((name) => `lacks ${name}`),
  ];
}
