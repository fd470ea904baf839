import { createHttp, type Http } from '@x/http-core';
import { path } from './path.js';
import { createAuth } from './auth.js';
import type { Connection } from './connection.js';
import { describe, SmoochError } from './errors.js';
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

/** The service as the resources of an app see it: their paths begin below the app, whether or not it is named. */
export function createAppHttp(settings: Settings): Http {
  const { appId, baseUrl } = settings;
  return createServiceHttp(settings, appId === undefined ? baseUrl : baseUrl + path`/apps/${appId}`);
}
