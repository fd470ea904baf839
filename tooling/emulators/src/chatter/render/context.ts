import type { User } from '../state/model.js';
import type { ChatterState } from '../state/state.js';

/** For whom, where and when something is rendered. */
export interface RenderContext {
  readonly version: number;
  /** The site by which the request came, as its path named it; null for the org itself. */
  readonly communityId: string | null;
  /** Scheme, host and port by which this server was reached; pictures have absolute URLs. */
  readonly origin: string;
  readonly viewer: User;
  readonly state: ChatterState;
  readonly now: number;
  /** Puts a token into the address of bytes, when the request wants such addresses; else null. */
  readonly signUrl: ((url: string) => string) | null;
}

/** What no site has a form of its own for. */
const neverOfCommunity =
  /^\/(?:chatter\/(?:feeds\/(?:company|landing)|emojis|digests)|connect\/(?:batch|communities|folders))(?:[/?]|$)/;

/** A server-relative URL in the version of the request and below the site of the request, as every URL of an answer is. */
export function resourceUrl(context: Pick<RenderContext, 'version' | 'communityId'>, path: string): string {
  return `/services/data/v${context.version}.0${communityPath(context.communityId, path)}`;
}

/** The address of bytes, which needs no header when the request asked for bearer URLs. */
export function bearerUrl(context: Pick<RenderContext, 'signUrl'>, url: string): string {
  return context.signUrl?.(url) ?? url;
}

function communityPath(communityId: string | null, path: string): string {
  if (communityId === null || neverOfCommunity.test(path)) return path;
  return `/connect/communities/${communityId}${path.replace(/^\/connect(?=\/)/, '')}`;
}

/** `2020-09-18T13:35:44.000Z` */
export function isoDate(time: number): string {
  return new Date(time).toISOString();
}
