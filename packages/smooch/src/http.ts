import { createHttp, type Http } from '@x/http-core';
import { path } from './path.js';
import { createAuth } from './auth.js';
import type { Connection } from './connection.js';
import { describe, refuseOption, SmoochError } from './errors.js';
import type { Settings } from './options.js';

/** The service from a base on: a version of it, or an app. */
export function createServiceHttp(connection: Connection, baseUrl: string): Http {
  return createHttp({
    ...connection.transport,
    service: 'smooch',
    baseUrl,
    auth: createAuth(connection),
    describe,
    ServiceError: SmoochError,
  });
}

/**
 * The service as the resources of an app see it: their paths begin below the app, whether or not it is named. A key of the
 * account implies none.
 */
export function createAppHttp(root: Http, { appId, scope }: Pick<Settings, 'appId' | 'scope'>): Http {
  const app = appId === undefined ? '' : path`/apps/${appId}`;
  const below = (target: string | URL): string | URL => {
    if (app === '' && scope === 'account') {
      refuseOption('appId', 'given with a key of the account, which implies no app; or take forApp');
    }
    return typeof target === 'string' ? app + target : target;
  };
  return {
    request: async (method, target, call) => root.request(method, below(target), call),
    json: async (method, target, call) => root.json(method, below(target), call),
  };
}
