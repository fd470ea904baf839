/** Where a request goes, below `/services/data`. */
export interface Address {
  /** `v66.0` */
  readonly version: string;
  /** The parts of the path below the version, decoded. */
  readonly segments: readonly string[];
}

/** `/services/data/v49.0/chatter/users/me.json`: JSON is what there is, whether the suffix names it or not. */
export function readAddress(pathname: string): Address {
  const [version = '', ...segments] = pathname
    .replace(/^\/services\/data\//, '')
    .replace(/\.json$/, '')
    .split('/')
    .filter((segment) => segment !== '')
    .map(decodeSegment);
  return { version, segments };
}

/** The same resource as the whole org has it, and the site that the path names. */
export interface CommunityAddress {
  readonly communityId: string;
  readonly segments: readonly string[];
}

/**
 * Takes the prefix of a site off a path: below `/connect/communities/{id}` are `chatter/…` as it is, and all else without its
 * `connect`. Undefined for a path without the prefix.
 */
export function withoutCommunity(segments: readonly string[]): CommunityAddress | undefined {
  const [connect, communities, communityId, ...rest] = segments;
  if (connect !== 'connect' || communities !== 'communities') return undefined;
  if (communityId === undefined || rest.length === 0) return undefined;
  return { communityId, segments: rest[0] === 'chatter' ? rest : ['connect', ...rest] };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
