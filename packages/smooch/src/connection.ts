import { checkBaseUrl, checkText, isBrowser, type Credential, type TransportOptions } from '@x/http-core';
import { refuseOption } from './errors.js';
import { checkLifetime } from './jwt/lifetime.js';

/**
 * A token in place of the key: a JWT or an OAuth token; a function that gets one, which is asked at the first call and
 * again when the service has refused what it gave; or a `Credential` of `@x/http-core`.
 */
export type SmoochCredential = string | (() => string | Promise<string>) | Credential<string>;

/** A key: its id, `app_…`, `act_…`, `svc_…` or `int_…`, and its secret. */
export interface SmoochKey {
  readonly keyId: string;
  readonly secret: string;
}

/** Who calls: a key, or a credential in its place. */
export type KeyOrCredential =
  | (SmoochKey & { readonly credential?: SmoochCredential | undefined })
  | (Partial<SmoochKey> & {
      /** Goes before the key and `auth`. */
      readonly credential: SmoochCredential;
    });

/** What the clients of every version let their users choose about who calls, and where. */
export interface ConnectionOptions extends TransportOptions {
  /** Where the account lives. Default `us`. */
  readonly region?: 'us' | 'eu' | undefined;
  /** Of the account at Zendesk: `shop` for `https://shop.zendesk.com/sc`. It goes before `region`. */
  readonly subdomain?: string | undefined;
  /** The root of the service, without a version. It goes before `subdomain` and `region`. */
  readonly baseUrl?: string | undefined;
  /** How long a signed token is valid, in milliseconds. Default 3,600,000: one hour. */
  readonly tokenLifetimeMs?: number | undefined;
  /** Takes a secret in a browser, too, where everybody who opens the page can read it. Default `false`. */
  readonly allowBrowserSecrets?: boolean | undefined;
}

/** Who calls and where, checked and complete. */
export interface Connection {
  /** The key; both are empty when there is only a credential. */
  readonly key: SmoochKey;
  readonly credential: SmoochCredential | undefined;
  readonly scope: 'app' | 'account' | 'integration';
  readonly auth: 'jwt' | 'basic';
  readonly tokenLifetimeMs: number;
  /** The root of the service, without a version. */
  readonly root: string;
  readonly transport: TransportOptions;
}

const regions = { us: 'https://api.smooch.io', eu: 'https://api.eu-1.smooch.io' } as const;

/** Refuses what cannot work, and fills in what is left out. What belongs to one client only must be taken out before. */
export function readConnection(
  options: ConnectionOptions &
    KeyOrCredential & { readonly scope: Connection['scope']; readonly auth: Connection['auth'] },
): Connection {
  const {
    keyId = '',
    secret = '',
    credential,
    scope,
    auth,
    region = 'us',
    subdomain,
    baseUrl,
    tokenLifetimeMs = 3_600_000,
    allowBrowserSecrets = false,
    ...transport
  } = options;
  checkOneOf('region', region, ['us', 'eu']);
  checkOneOf('auth', auth, ['jwt', 'basic']);
  if (credential === undefined) {
    checkText(refuseOption, 'keyId', keyId);
    checkText(refuseOption, 'secret', secret);
  } else {
    checkCredential(credential);
  }
  if (secret !== '' && !allowBrowserSecrets && isBrowser()) {
    refuseOption(
      'secret',
      'kept out of a browser, where everybody can read it: give a token for one user as credential, or set allowBrowserSecrets',
    );
  }
  return {
    key: { keyId, secret },
    credential,
    scope,
    auth,
    tokenLifetimeMs: checkLifetime(refuseOption, 'tokenLifetimeMs', tokenLifetimeMs),
    root: checkBaseUrl(refuseOption, 'baseUrl', baseUrl ?? hostOf(subdomain) ?? regions[region]),
    transport,
  };
}

function hostOf(subdomain: string | undefined): string | undefined {
  if (subdomain === undefined) return undefined;
  return /^[a-z\d][a-z\d-]*$/i.test(subdomain)
    ? `https://${subdomain}.zendesk.com/sc`
    : refuseOption('subdomain', 'the part of the address before ".zendesk.com"');
}

function checkCredential(credential: SmoochCredential): void {
  if (typeof credential === 'string') checkText(refuseOption, 'credential', credential);
  else if (typeof credential !== 'function' && typeof Object(credential).get !== 'function') {
    refuseOption('credential', 'a token, a function that gets one, or a Credential');
  }
}

/** Refuses an option that is none of the values that there are. */
export function checkOneOf<Value extends string>(
  option: string,
  value: Value,
  allowed: readonly Value[],
): Value {
  return allowed.includes(value)
    ? value
    : refuseOption(option, allowed.map((each) => `"${each}"`).join(' or '));
}
