import { createHttp, type Http } from '@x/http-core';
import { path } from './path.js';
import { createAuth } from './auth.js';
import { describe, SmoochError } from './errors.js';
import type { Settings } from './options.js';

/** The service as the resources of an app see it: their paths begin below the app, whether or not it is named. */
export function createAppHttp(settings: Settings): Http {
  const { appId, baseUrl, transport } = settings;
  return createHttp({
    ...transport,
    service: 'smooch',
    baseUrl: appId === undefined ? baseUrl : baseUrl + path`/apps/${appId}`,
    auth: createAuth(settings),
    describe,
    ServiceError: SmoochError,
  });
}
