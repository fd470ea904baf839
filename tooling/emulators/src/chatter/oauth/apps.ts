import type { Random } from '../../frame/index.js';
import type { ClientApp } from '../state/model.js';

/** An application as the org's administrator sees it. */
export interface RegisteredApp extends ClientApp {
  /** Where codes may be sent; compared character by character. */
  readonly redirectUris: readonly string[];
  /** What the application may ask for, and gets when it does not ask. */
  readonly scopes: readonly string[];
  /** False for an application that can keep no secret. A wrong secret is refused all the same. */
  readonly secretRequired: boolean;
  readonly pkceRequired: boolean;
  /** Whether a refresh ends the refresh token that it used. Undefined: as the org has it. */
  readonly rotatesTokens: boolean | undefined;
  /** After so many milliseconds without use a refresh token is dead. Undefined: never. */
  readonly refreshIdleMs: number | undefined;
  /** Public keys or X.509 certificates in PEM, against which its JWTs are checked. */
  readonly certificates: readonly string[];
  /** The username in whose name the client credentials grant acts. Undefined: the grant is off. */
  readonly runAs: string | undefined;
  /** The usernames that an administrator has admitted, who need not approve; all others are refused. Undefined: all may approve. */
  readonly admittedUsers: readonly string[] | undefined;
  /** Nobody may approve it as long as this is true. */
  readonly blockedUntilInstalled: boolean;
  readonly mayIntrospect: boolean;
  /** Addresses that its token requests may come from. Undefined: all. */
  readonly allowedIps: readonly string[] | undefined;
}

/** What an administrator enters. What is left out stays as it is, or is as for a new application. */
export type AppSettings = Partial<RegisteredApp>;

export interface Apps {
  find(clientId: string | null | undefined): RegisteredApp | undefined;
  /** Registers an application, or changes the one with this client id. */
  register(settings: AppSettings): RegisteredApp;
}

/** The service takes no longer certificate. */
const longestCertificate = 4_096;

export function createApps(random: Random): Apps {
  const apps = new Map<string, RegisteredApp>();
  return {
    find: (clientId) => apps.get(clientId ?? ''),
    register(settings) {
      for (const certificate of settings.certificates ?? []) {
        if (certificate.length > longestCertificate) {
          throw new RangeError(`A certificate can have at most ${longestCertificate} characters.`);
        }
      }
      const known = apps.get(settings.clientId ?? '');
      const app = { ...(known ?? newApp(random, settings)), ...settings };
      apps.set(app.clientId, app);
      return app;
    },
  };
}

function newApp(random: Random, { clientId, clientSecret }: AppSettings): RegisteredApp {
  return {
    clientId: clientId ?? `3MVG9${random.base62(80)}`,
    clientSecret: clientSecret ?? random.hex(64).toUpperCase(),
    name: 'Registered Application',
    url: 'https://www.example.com/application',
    redirectUris: [],
    scopes: ['refresh_token', 'api', 'chatter_api', 'openid', 'id'],
    secretRequired: true,
    pkceRequired: false,
    rotatesTokens: undefined,
    refreshIdleMs: undefined,
    certificates: [],
    runAs: undefined,
    admittedUsers: undefined,
    blockedUntilInstalled: false,
    mayIntrospect: false,
    allowedIps: undefined,
  };
}
