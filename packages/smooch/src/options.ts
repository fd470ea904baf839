import { checkBaseUrl, checkText, isBrowser, type Credential, type TransportOptions } from '@x/http-core';
import { refuseOption } from './errors.js';
import { checkLifetime } from './jwt/lifetime.js';

/**
 * A token in place of the key: a JWT or an OAuth token; a function that gets one, which is asked at the first call and
 * again when the service has refused what it gave; or a `Credential` of `@x/http-core`.
 */
export type SmoochCredential = string | (() => string | Promise<string>) | Credential<string>;

/** The options of {@link createSmooch} that are all optional. */
export interface SmoochSettings extends TransportOptions {
  /** What the key opens. Default: `account` for a key id that begins with `act_` or `svc_`, else `app`. */
  readonly scope?: 'app' | 'account' | undefined;
  /** The app. A key of the account needs it; a key of the app implies it. */
  readonly appId?: string | undefined;
  /** Default `v1.1`. */
  readonly version?: 'v1.1' | 'v1' | undefined;
  /** Where the account lives. Default `us`. */
  readonly region?: 'us' | 'eu' | undefined;
  /** The root of the service, without a version. It goes before `region`. */
  readonly baseUrl?: string | undefined;
  /** How the key is shown: by a token that it signs, or by itself as HTTP Basic, which v1 does not take. Default `jwt`. */
  readonly auth?: 'jwt' | 'basic' | undefined;
  /** How long a signed token is valid, in milliseconds. Default 3,600,000: one hour. */
  readonly tokenLifetimeMs?: number | undefined;
  /** Takes a secret in a browser, too, where everybody who opens the page can read it. Default `false`. */
  readonly allowBrowserSecrets?: boolean | undefined;
}

/** A key: its id, `app_…` or `act_…`, and its secret. */
export interface SmoochKey {
  readonly keyId: string;
  readonly secret: string;
}

/** What {@link createSmooch} takes: a key, or a credential in its place. */
export type SmoochOptions = SmoochSettings &
  (
    | (SmoochKey & { readonly credential?: SmoochCredential | undefined })
    | (Partial<SmoochKey> & {
        /** Goes before the key and `auth`. */
        readonly credential: SmoochCredential;
      })
  );

/** The options, checked and complete. */
export interface Settings {
  /** The key; both are empty when there is only a credential. */
  readonly key: SmoochKey;
  readonly credential: SmoochCredential | undefined;
  readonly scope: 'app' | 'account';
  readonly auth: 'jwt' | 'basic';
  readonly tokenLifetimeMs: number;
  readonly appId: string | undefined;
  /** With the version. */
  readonly baseUrl: string;
  readonly transport: TransportOptions;
}

const regions = { us: 'https://api.smooch.io', eu: 'https://api.eu-1.smooch.io' } as const;

/** Refuses what cannot work, and fills in what is left out. */
export function readOptions(options: SmoochOptions): Settings {
  const {
    keyId = '',
    secret = '',
    credential,
    scope = /^(act|svc)_/.test(keyId) ? 'account' : 'app',
    appId,
    version = 'v1.1',
    region = 'us',
    baseUrl = regions[region],
    auth = 'jwt',
    tokenLifetimeMs = 3_600_000,
    allowBrowserSecrets = false,
    ...transport
  } = options;
  checkOneOf('region', region, ['us', 'eu']);
  checkOneOf('version', version, ['v1.1', 'v1']);
  checkOneOf('scope', scope, ['app', 'account']);
  checkOneOf('auth', auth, ['jwt', 'basic']);
  if (credential === undefined) {
    checkText(refuseOption, 'keyId', keyId);
    checkText(refuseOption, 'secret', secret);
    if (auth === 'basic' && version === 'v1') refuseOption('auth', '"jwt" for v1, which takes no HTTP Basic');
  } else {
    checkCredential(credential);
  }
  if (secret !== '' && !allowBrowserSecrets && isBrowser()) {
    refuseOption(
      'secret',
      'kept out of a browser, where everybody can read it: give a token for one user as credential, or set allowBrowserSecrets',
    );
  }
  if (appId !== undefined) checkText(refuseOption, 'appId', appId);
  else if (scope === 'account')
    refuseOption('appId', 'given with a key of the account, which implies no app');
  return {
    key: { keyId, secret },
    credential,
    scope,
    auth,
    tokenLifetimeMs: checkLifetime(refuseOption, 'tokenLifetimeMs', tokenLifetimeMs),
    appId,
    baseUrl: `${checkBaseUrl(refuseOption, 'baseUrl', baseUrl)}/${version}`,
    transport,
  };
}

function checkCredential(credential: SmoochCredential): void {
  if (typeof credential === 'string') checkText(refuseOption, 'credential', credential);
  else if (typeof credential !== 'function' && typeof Object(credential).get !== 'function') {
    refuseOption('credential', 'a token, a function that gets one, or a Credential');
  }
}

function checkOneOf<Value extends string>(option: string, value: Value, allowed: readonly Value[]): Value {
  return allowed.includes(value)
    ? value
    : refuseOption(option, allowed.map((each) => `"${each}"`).join(' or '));
}
