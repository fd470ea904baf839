import { methodNotAllowed, notFound } from '../errors.js';
import type { RenderContext } from '../render/context.js';
import type { Json } from '../render/json.js';
import type { Grant } from '../sessions.js';
import type { User } from '../state/model.js';
import type { ChatterState } from '../state/state.js';

/** One call of a resource by somebody who may. */
export interface Call {
  readonly version: number;
  readonly request: Request;
  /** The part of the path that a pattern names, decoded. */
  readonly part: (name: string) => string;
  readonly user: User;
  readonly grant: Grant;
  readonly state: ChatterState;
  readonly context: RenderContext;
}

export interface Answer {
  readonly status: 200 | 201 | 204;
  readonly body?: Json;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below the version. A part that begins with a colon stands for any. */
  readonly path: string;
  readonly since: number;
  readonly until?: number;
  /** Whether it counts against the hourly limit. The resources that need Chatter do. */
  readonly needsChatter: boolean;
  readonly run: (call: Call) => Answer | Promise<Answer>;
}

export interface FoundRoute {
  readonly route: Route;
  readonly parts: ReadonlyMap<string, string>;
}

/** The route for a method and path in a version; refuses as the service does when there is none. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  segments: readonly string[],
  version: number,
): FoundRoute {
  const candidates = routes.flatMap((route) => {
    const parts =
      version >= route.since && version <= (route.until ?? Infinity)
        ? matchPath(route.path, segments)
        : undefined;
    return parts === undefined ? [] : [{ route, parts }];
  });
  if (candidates.length === 0) throw notFound();
  // A HEAD is a GET whose body stays behind.
  const wanted = method === 'HEAD' ? 'GET' : method;
  const found = candidates.find(({ route }) => route.method === wanted);
  if (found === undefined) throw methodNotAllowed(method);
  return found;
}

function matchPath(path: string, segments: readonly string[]): ReadonlyMap<string, string> | undefined {
  const pattern = path.split('/').filter((part) => part !== '');
  if (pattern.length !== segments.length) return undefined;
  const parts = new Map<string, string>();
  for (const [index, wanted] of pattern.entries()) {
    const given = segments[index] ?? '';
    if (wanted.startsWith(':')) parts.set(wanted.slice(1), given);
    else if (wanted !== given) return undefined;
  }
  return parts;
}
