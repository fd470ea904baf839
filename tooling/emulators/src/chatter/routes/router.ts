import { methodNotAllowed, notFound, switchedOff } from '../errors.js';
import type { Resource } from '../tables.js';
import type { Handler, Handlers } from './call.js';
import { withoutCommunity } from './address.js';

/** What answers a request. */
export interface FoundRoute {
  readonly resource: Resource;
  /** Refuses where this emulator has no handler. */
  readonly handle: Handler;
  readonly parts: ReadonlyMap<string, string>;
  /** The site that the path names; null for the org. */
  readonly communityId: string | null;
}

export interface Router {
  /** The route for a method and path in a version; refuses as the service does when there is none. */
  find(method: string, segments: readonly string[], version: number): FoundRoute;
  /** The documented resources that have no handler, as `GET /chatter/emojis`. */
  readonly withoutHandler: readonly string[];
}

interface Route {
  readonly resource: Resource;
  readonly handler: Handler | undefined;
  readonly pattern: readonly string[];
}

interface Match extends Route {
  readonly parts: ReadonlyMap<string, string>;
  readonly communityId: string | null;
  /** How many parts of the template are words. */
  readonly words: number;
}

/** Makes a router of the documented resources. A handler of a resource that nobody documented is a mistake, and throws. */
export function createRouter(resources: readonly Resource[], handlers: Handlers): Router {
  const known = new Set(resources.map(keyOf));
  const stranger = Object.keys(handlers).find((key) => !known.has(key));
  if (stranger !== undefined) throw new Error(`There is no documented resource ${stranger}.`);

  const routes = resources.map((resource): Route => ({
    resource,
    handler: handlers[keyOf(resource)],
    pattern: partsOf(resource.template),
  }));

  const matching = (segments: readonly string[], communityId: string | null): Match[] =>
    routes.flatMap((route) => {
      const parts = matchPattern(route.pattern, segments);
      const { community } = route.resource;
      const isHere = communityId === null ? community !== 'only' : community !== 'never';
      // A resource whose very template names a site is at home there.
      const namesSite = route.resource.template.startsWith('/connect/communities/');
      if (parts === undefined || (!isHere && !namesSite)) return [];
      const words = route.pattern.length - parts.size;
      return [{ ...route, parts, words, communityId: communityId ?? parts.get('communityId') ?? null }];
    });

  return {
    withoutHandler: [
      ...new Set(routes.filter((route) => route.handler === undefined).map((route) => keyOf(route.resource))),
    ],
    find(method, segments, version) {
      const inCommunity = withoutCommunity(segments);
      const candidates = [
        ...matching(segments, null),
        ...(inCommunity === undefined ? [] : matching(inCommunity.segments, inCommunity.communityId)),
      ].filter(({ resource }) => version >= resource.since && version <= resource.until);
      if (candidates.length === 0) throw notFound();
      // A HEAD is a GET whose body stays behind.
      const wanted = method === 'HEAD' ? 'GET' : method;
      const found = candidates
        .filter(({ resource }) => resource.method === wanted)
        // The more words a template has the better it fits; of twins the one with a handler speaks.
        .toSorted((left, right) => right.words - left.words || handled(right) - handled(left))
        .at(0);
      if (found === undefined) throw methodNotAllowed(method);
      const { resource, handler, parts, communityId } = found;
      return { resource, parts, communityId, handle: handler ?? (() => refuse(resource)) };
    },
  };
}

function keyOf(resource: Resource): string {
  return `${resource.method} ${resource.template}`;
}

/** For what the service can do and this emulator cannot: it behaves as if an administrator had switched it off. */
function refuse(resource: Resource): never {
  throw switchedOff(keyOf(resource));
}

function handled(match: Match): number {
  return match.handler === undefined ? 0 : 1;
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

function matchPattern(
  pattern: readonly string[],
  segments: readonly string[],
): ReadonlyMap<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const parts = new Map<string, string>();
  for (const [index, wanted] of pattern.entries()) {
    const given = segments[index] ?? '';
    if (wanted.startsWith('{')) parts.set(wanted.slice(1, -1), given);
    else if (wanted !== given) return undefined;
  }
  return parts;
}
