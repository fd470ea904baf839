import type { Clock, Random } from '../../frame/index.js';
import { createInstances } from '../instances.js';
import type { ChatterEmulatorOptions } from '../options.js';
import type { Sessions } from '../sessions.js';
import type { ChatterState } from '../state/state.js';
import { createApps, type RegisteredApp } from './apps.js';
import { createAuthorizationCodes } from './authorization-codes.js';
import { createDeviceCodes } from './device-codes.js';
import { createLoginRate } from './login-rate.js';
import { createRefreshTokens } from './refresh-tokens.js';
import { createRequestsInFlight } from './requests-in-flight.js';
import type { OAuthService } from './service.js';
import { createSigningKey } from './signing-key.js';

/** Everything that the OAuth endpoints work with, as it is when the emulator starts. */
export function createOAuth(world: {
  readonly clock: Clock;
  readonly random: Random;
  readonly state: ChatterState;
  readonly sessions: Sessions;
  readonly options: ChatterEmulatorOptions;
}): OAuthService {
  const { clock, random, state, sessions, options } = world;
  return {
    clock,
    random,
    state,
    sessions,
    instances: createInstances(),
    apps: createApps(random),
    refreshTokens: createRefreshTokens({ clock, random, onEnd: (grant) => sessions.closeAllOf(grant) }),
    inFlight: createRequestsInFlight(),
    codes: createAuthorizationCodes(clock, random),
    deviceCodes: createDeviceCodes(clock, random),
    assertionsSeen: new Map(),
    loginRate: createLoginRate(clock),
    signingKey: createSigningKey(),
    switches: {
      rotatesTokens: options.rotateTokens ?? false,
      tokenRequests: 0,
      isLoginHost: false,
      isOrgActive: true,
      allowsPasswordGrant: true,
      refusesReplays: false,
    },
    tokenHandlers: new Map(),
  };
}

/** Registers the application that everybody can use from the start. */
export function seedApp(service: OAuthService, runAs: string): RegisteredApp {
  return service.apps.register({
    ...service.state.app,
    redirectUris: ['https://www.example.com/desk/callback', 'http://localhost:1717/OauthRedirect'],
    runAs,
    mayIntrospect: true,
  });
}
