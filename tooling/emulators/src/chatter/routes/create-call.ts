import { type BearerUrls, wantsBearerUrls } from '../bearer-urls.js';
import { notFound } from '../errors.js';
import { readIdPart } from '../input/ids.js';
import { queryOf, readInput } from '../input/read-input.js';
import { prefixOfPart } from '../ids.js';
import type { Grant } from '../sessions.js';
import type { User } from '../state/model.js';
import type { ChatterState } from '../state/state.js';
import type { Call, Performed } from './call.js';
import { checkParameters } from './check-parameters.js';
import type { FoundRoute } from './router.js';

/** Makes the call that a handler sees; refuses ids of the wrong kind and parameters outside what is documented. */
export function createCall(found: {
  readonly request: Request;
  readonly version: number;
  readonly route: FoundRoute;
  readonly user: User;
  readonly grant: Grant;
  readonly state: ChatterState;
  readonly now: number;
  readonly bearerUrls: BearerUrls;
  readonly perform: (request: Request) => Promise<Performed>;
}): Call {
  const { request, version, route, user, grant, state, now, bearerUrls, perform } = found;
  const query = queryOf(request);
  const part = (name: string): string => {
    const value = route.parts.get(name);
    if (value === undefined) throw new Error(`${route.resource.template} has no part ${name}.`);
    return value;
  };
  const id = (name: string): string => readIdPart(name, part(name), user.id);
  for (const name of route.parts.keys()) if (name in prefixOfPart) id(name);
  if (route.communityId !== null) checkCommunity(route.communityId, user, state);
  const isRead = ['GET', 'DELETE'].includes(route.resource.method);
  // Parameters of other methods may be in the body as well, and do not count beside it.
  if (isRead) checkParameters(route.resource.parameters, query, version);
  return {
    version,
    request,
    query,
    part,
    id,
    input: (...binaryParts) => readInput(request, binaryParts),
    perform,
    user,
    grant,
    state,
    context: {
      version,
      communityId: route.communityId,
      origin: new URL(request.url).origin,
      viewer: user,
      state,
      now,
      signUrl: wantsBearerUrls(request) ? (url) => bearerUrls.sign(url, user.id) : null,
    },
  };
}

function checkCommunity(given: string, user: User, state: ChatterState): void {
  const id = readIdPart('communityId', given, user.id);
  if (id !== 'internal' && !state.communities.has(id)) throw notFound();
}
