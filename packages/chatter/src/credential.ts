import {
  checkBaseUrl,
  checkText,
  createCredential,
  createHttp,
  isBrowser,
  refuseOptions,
  type Credential,
  type CredentialStore,
} from '@x/http-core';
import { ChatterError, describeAnswer } from './errors.js';
import { loginUrlFor } from './instance.js';
import { refreshTokens } from './oauth/refresh.js';
import { transportOf, type ChatterOptions } from './options.js';
import type { ChatterTokens } from './tokens.js';

/** The credential of a client: the one it was given, or its tokens with the refresh grant. */
export function createTokens(options: ChatterOptions): Credential<ChatterTokens> {
  const { credential, accessToken, refreshToken, clientId, clientSecret, observe, clock } = options;
  if (credential !== undefined) return credential;
  const refuse = refuseOptions('chatter', ChatterError);
  const instanceUrl = checkBaseUrl(refuse, 'instanceUrl', options.instanceUrl);
  const texts = { accessToken, refreshToken, clientId, clientSecret };
  for (const [name, value] of Object.entries(texts)) if (value !== undefined) checkText(refuse, name, value);
  if (accessToken === undefined && refreshToken === undefined) {
    refuse('accessToken', 'given, or refreshToken, or credential');
  }
  if (refreshToken !== undefined && clientId === undefined) refuse('clientId', 'given with refreshToken');
  if (clientSecret !== undefined && isBrowser() && options.allowBrowserSecrets !== true) {
    refuse('clientSecret', 'left out in a browser, where everybody can read it (see allowBrowserSecrets)');
  }
  const loginUrl = checkBaseUrl(refuse, 'loginUrl', options.loginUrl ?? loginUrlFor(instanceUrl));
  const http = createHttp({
    ...transportOf(options),
    service: 'chatter',
    baseUrl: loginUrl,
    describe: describeAnswer,
    ServiceError: ChatterError,
  });
  const grant = {
    http,
    clientId: clientId ?? '',
    clientSecret,
    allowedInstanceHosts: options.allowedInstanceHosts ?? [],
  };
  const initial: ChatterTokens = { accessToken: accessToken ?? '', instanceUrl, refreshToken };

  return createCredential<ChatterTokens>({
    initial,
    // A session that cannot be renewed stays what it is, and the call fails with what the service says of it.
    load: async (stale = initial) => (stale.refreshToken === undefined ? stale : refreshTokens(grant, stale)),
    isStale: (tokens) => tokens.accessToken === '',
    store: savingTo(options),
    onSaveError: (error) => observe?.({ type: 'unsaved', error }),
    clock,
  });
}

/** The store of the options, telling `onTokens` of each value that is saved; or a store that does nothing else. */
function savingTo({ store, onTokens }: ChatterOptions): CredentialStore<ChatterTokens> | undefined {
  if (onTokens === undefined) return store;
  return {
    get: async () => store?.get(),
    async set(tokens) {
      await store?.set(tokens);
      await onTokens(tokens);
    },
    ...(store?.lock !== undefined && { lock: store.lock.bind(store) }),
  };
}
