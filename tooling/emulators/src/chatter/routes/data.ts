import type { Clock } from '../../frame/index.js';
import type { BearerUrls } from '../bearer-urls.js';
import {
  ChatterError,
  dailyLimitExceeded,
  hourlyLimitExceeded,
  notFound,
  sessionInvalid,
  versionRetired,
} from '../errors.js';
import type { Limits } from '../limits.js';
import type { Distortions } from '../distortions.js';
import { readFilter, trim } from '../render/trim.js';
import { respond, writingOf } from '../render/respond.js';
import type { Grant, Sessions } from '../sessions.js';
import type { User } from '../state/model.js';
import type { ChatterState } from '../state/state.js';
import { resources } from '../tables.js';
import { oldestVersion, readVersion } from '../versions.js';
import { readAddress } from './address.js';
import type { Answer, Performed } from './call.js';
import { createCall } from './create-call.js';
import { handlers, undocumentedResources } from './handlers.js';
import { methodOf } from './method-override.js';
import { checkFormat } from './format.js';
import { checkSize } from './request-size.js';
import { createRouter, type Router } from './router.js';

export interface DataService {
  readonly clock: Clock;
  readonly state: ChatterState;
  readonly sessions: Sessions;
  readonly limits: Limits;
  readonly bearerUrls: BearerUrls;
  readonly legacy: boolean;
  readonly distortions: Distortions;
}

/** Who calls, by whose budget. */
interface Caller {
  readonly user: User;
  readonly grant: Grant;
}

const router: Router = createRouter([...undocumentedResources, ...resources], handlers);

/**
 * The documented resources that this emulator does not have, as `GET /chatter/emojis`. They answer 403
 * `FUNCTIONALITY_NOT_ENABLED`, as the service does for a feature that is switched off. `pnpm emulate --off` prints them.
 */
export const featuresOff: readonly string[] = router.withoutHandler.toSorted();

/** Answers everything below `/services/data/vNN.0`. */
export function createDataHandler(service: DataService): (request: Request) => Promise<Response> {
  return async (request) => {
    const headers = new Headers();
    try {
      const { version } = aliveVersion(service, request);
      checkSize(request);
      const caller = identify(service, request);
      spendDay(service, headers);
      const answer = await answerCall(service, request, caller, headers);
      if (answer instanceof Response) return answer;
      const writing = writingOf(request, version < oldestVersion ? 'legacy data' : 'data');
      return respond(answer.status, answer.body, writing, headers);
    } catch (error) {
      if (!(error instanceof ChatterError)) throw error;
      return respond(error.status, error.body, writingOf(request, 'plain'), headers);
    }
  };
}

/** Answers for a caller who is known, be it a request of its own or one within a batch. */
async function answerCall(
  service: DataService,
  request: Request,
  caller: Caller,
  headers: Headers,
): Promise<Answer | Response> {
  checkFormat(request);
  const { version, segments } = aliveVersion(service, request);
  const route = router.find(methodOf(request), segments, version);
  if (route.resource.requiresChatter && !service.limits.spendHourly(caller.grant))
    throw hourlyLimitExceeded();
  const call = createCall({
    ...caller,
    request,
    version,
    route,
    state: service.state,
    now: service.clock.now(),
    bearerUrls: service.bearerUrls,
    perform: (inner) => performWithin(service, inner, caller, headers),
  });
  const filter = readFilter(call.query);
  const answer = await route.handle(call);
  if (answer instanceof Response) {
    for (const [name, value] of headers) answer.headers.set(name, value);
    return answer;
  }
  return answer.body === undefined
    ? answer
    : {
        ...answer,
        body: trim(service.distortions.apply(answer.body, new URL(request.url).pathname), filter),
      };
}

/** Answers a request within a request, which counts like any other. */
async function performWithin(
  service: DataService,
  request: Request,
  caller: Caller,
  headers: Headers,
): Promise<Performed> {
  try {
    spendDay(service, headers);
    const answer = await answerCall(service, request, caller, headers);
    return { status: answer.status, body: answer instanceof Response ? null : (answer.body ?? null) };
  } catch (error) {
    if (!(error instanceof ChatterError)) throw error;
    return { status: error.status, body: error.body };
  }
}

function aliveVersion(
  service: DataService,
  request: Request,
): { readonly version: number; readonly segments: readonly string[] } {
  const { version: named, segments } = readAddress(new URL(request.url).pathname);
  const { version, state: age } = readVersion(named, service.legacy);
  if (age === 'retired') throw versionRetired(version);
  if (age === 'unknown') throw notFound();
  return { version, segments };
}

function identify({ state, sessions, bearerUrls }: DataService, request: Request): Caller {
  const bearerId = bearerUrls.admit(request);
  const grant =
    bearerId === undefined
      ? sessions.admit(request.headers.get('authorization'))
      : { userId: bearerId, client: state.app, scope: 'api' };
  const user = state.users.get(grant.userId);
  // A session ends with the account that it belongs to.
  if (user?.isActive !== true) throw sessionInvalid();
  return { user, grant };
}

function spendDay({ limits }: DataService, headers: Headers): void {
  const isWithinDay = limits.spendDaily();
  headers.set('sforce-limit-info', limits.usage());
  if (!isWithinDay) throw dailyLimitExceeded();
}
