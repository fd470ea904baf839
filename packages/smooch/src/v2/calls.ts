import type { CallOptions, Fields } from '@x/http-core';
import { refuseArgument } from '../errors.js';
import { checkBodySize } from '../checks/body.js';
import { path } from '../path.js';
import { remove } from '../remove.js';
import type { Sunshine } from './client.js';

/** The ways in which resources ask the service. Paths begin below `/v2`. */
export interface Calls {
  get<Answer>(target: string, query?: Fields, call?: CallOptions): Promise<Answer>;
  post<Answer>(target: string, body?: object, call?: CallOptions, query?: Fields): Promise<Answer>;
  patch<Answer>(target: string, body: object, call?: CallOptions, query?: Fields): Promise<Answer>;
  remove(target: string, query?: Fields, call?: CallOptions): Promise<void>;
}

/** The ways in which the resources of a client ask the service. */
export function callsOf({ http, checks }: Sunshine): Calls {
  function checked<Body extends object | undefined>(body: Body): Body {
    if (checks && body !== undefined) checkBodySize(refuseArgument, body);
    return body;
  }
  return {
    get: (target, query, call) => http.json('GET', target, { ...call, query }),
    post: (target, body, call, query) => http.json('POST', target, { ...call, query, json: checked(body) }),
    // What is changed twice is as if it were changed once.
    patch: (target, body, call, query) =>
      http.json('PATCH', target, { ...call, query, json: checked(body), repeatable: true }),
    remove: (target, query, call) => remove(http, target, { ...call, query }),
  };
}

/** The path of the client's app. */
export function appPath({ appId }: Sunshine): string {
  return appId === undefined
    ? refuseArgument('appId', 'chosen: createSunshine({ appId }), or sunshine.for(appId)')
    : path`/apps/${appId}`;
}
