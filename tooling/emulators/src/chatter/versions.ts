/** The newest version of the API. */
export const newestVersion = 68;
/** The oldest version that was alive until Summer '25, and lives on here when asked for. */
const oldestLegacyVersion = 21;
/** The oldest version that is alive today. */
export const oldestVersion = 31;
/** The first version ever, below which nothing was retired because nothing was. */
const firstVersion = 7;

export type VersionEntry = Readonly<Record<'label' | 'url' | 'version', string>>;

/** The list that `GET /services/data/` answers, newest last. */
export function listVersions(legacy: boolean): VersionEntry[] {
  const list: VersionEntry[] = [];
  for (let version = oldestAlive(legacy); version <= newestVersion; version += 1) {
    list.push({ label: labelOf(version), url: `/services/data/v${version}.0`, version: `${version}.0` });
  }
  return list;
}

/** Which version a path names, `v49.0`, and how the service feels about it. */
export function readVersion(
  segment: string,
  legacy: boolean,
): { readonly version: number; readonly state: 'alive' | 'retired' | 'unknown' } {
  const version = Number(/^v(\d{1,3})\.0$/.exec(segment)?.[1] ?? Number.NaN);
  if (version >= oldestAlive(legacy) && version <= newestVersion) return { version, state: 'alive' };
  if (version >= firstVersion && version < oldestAlive(legacy)) return { version, state: 'retired' };
  return { version, state: 'unknown' };
}

function oldestAlive(legacy: boolean): number {
  return legacy ? oldestLegacyVersion : oldestVersion;
}

/** Three releases a year; version 31.0 was Summer '14, and the winter release carries the next year's number. */
function labelOf(version: number): string {
  const season = ['Spring', 'Summer', 'Winter'][version % 3];
  const year = 14 + Math.floor((version - 29) / 3);
  // The real list has one typographic apostrophe, and clients that compare labels met it.
  const apostrophe = version === 42 ? '\u2019' : "'";
  return `${season} ${apostrophe}${year}`;
}
