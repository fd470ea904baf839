import type { Clock } from '../../frame/index.js';
import {
  ChatterError,
  dailyLimitExceeded,
  hourlyLimitExceeded,
  notFound,
  sessionInvalid,
  versionRetired,
} from '../errors.js';
import type { Limits } from '../limits.js';
import { respond, writingOf } from '../render/respond.js';
import type { Sessions } from '../sessions.js';
import type { User } from '../state/model.js';
import type { ChatterState } from '../state/state.js';
import { oldestVersion, readVersion } from '../versions.js';
import { feedElementRoutes } from './feed-elements.js';
import { feedItemRoutes } from './feed-items.js';
import { feedRoutes } from './feeds.js';
import { methodOf } from './method-override.js';
import { resourceRootRoutes } from './resource-roots.js';
import { type Answer, findRoute } from './router.js';
import { userRoutes } from './users.js';

const routes = [...resourceRootRoutes, ...userRoutes, ...feedRoutes, ...feedElementRoutes, ...feedItemRoutes];

export interface DataService {
  readonly clock: Clock;
  readonly state: ChatterState;
  readonly sessions: Sessions;
  readonly limits: Limits;
  readonly legacy: boolean;
}

/** Answers everything below `/services/data/vNN.0`. */
export function createDataHandler(service: DataService): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname } = new URL(request.url);
    const [versionSegment = '', ...segments] = segmentsBelowData(pathname);
    const { version, state: age } = readVersion(versionSegment, service.legacy);
    const headers = new Headers();
    try {
      if (age === 'retired') throw versionRetired(version);
      if (age === 'unknown') throw notFound();
      const answer = await answerCall(service, request, version, segments, headers);
      const writing = writingOf(request, version < oldestVersion ? 'legacy data' : 'data');
      return respond(answer.status, answer.body, writing, headers);
    } catch (error) {
      if (!(error instanceof ChatterError)) throw error;
      return respond(error.status, error.body, writingOf(request, 'plain'), headers);
    }
  };
}

async function answerCall(
  service: DataService,
  request: Request,
  version: number,
  segments: readonly string[],
  headers: Headers,
): Promise<Answer> {
  const { state, sessions, limits, clock } = service;
  const grant = sessions.admit(request.headers.get('authorization'));
  const user = activeUser(state, grant.userId);
  if (user === undefined) throw sessionInvalid();
  const isWithinDay = limits.spendDaily();
  headers.set('sforce-limit-info', limits.usage());
  if (!isWithinDay) throw dailyLimitExceeded();

  const { route, parts } = findRoute(routes, methodOf(request), segments, version);
  if (route.needsChatter && !limits.spendHourly(grant)) throw hourlyLimitExceeded();
  const { origin } = new URL(request.url);
  return route.run({
    version,
    request,
    part: (name) => parts.get(name) ?? '',
    user,
    grant,
    state,
    context: { version, origin, viewer: user, state, now: clock.now() },
  });
}

/** A session ends with the account that it belongs to. */
function activeUser(state: ChatterState, userId: string): User | undefined {
  const user = state.users.get(userId);
  return user?.isActive === true ? user : undefined;
}

/** `/services/data/v49.0/chatter/users/me.json` → `v49.0`, `chatter`, `users`, `me`: JSON is what there is, named or not. */
function segmentsBelowData(pathname: string): string[] {
  return pathname
    .replace(/^\/services\/data\//, '')
    .replace(/\.json$/, '')
    .split('/')
    .filter((segment) => segment !== '')
    .map(decodeSegment);
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
