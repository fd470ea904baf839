import { checkText } from '@x/http-core';
import {
  checkOneOf,
  readConnection,
  type Connection,
  type ConnectionOptions,
  type KeyOrCredential,
} from './connection.js';
import { refuseOption } from './errors.js';

/** The options of {@link createSmooch} that are all optional. */
export interface SmoochSettings extends ConnectionOptions {
  /** What the key opens. Default: `account` for a key id that begins with `act_` or `svc_`, else `app`. */
  readonly scope?: 'app' | 'account' | undefined;
  /** The app. A key of the account needs it for all that belongs to an app; a key of the app implies it. */
  readonly appId?: string | undefined;
  /** Default `v1.1`. */
  readonly version?: 'v1.1' | 'v1' | undefined;
  /** How the key is shown: by a token that it signs, or by itself as HTTP Basic, which v1 does not take. Default `jwt`. */
  readonly auth?: 'jwt' | 'basic' | undefined;
  /** Whether messages and metadata that the service would refuse are refused before they are sent. Default `true`. */
  readonly checks?: boolean | undefined;
}

/** What {@link createSmooch} takes: a key, or a credential in its place. */
export type SmoochOptions = SmoochSettings & KeyOrCredential;

/** The options, checked and complete. */
export interface Settings extends Connection {
  readonly appId: string | undefined;
  /** With the version. */
  readonly baseUrl: string;
  readonly checks: boolean;
}

/** Refuses what cannot work, and fills in what is left out. */
export function readOptions(options: SmoochOptions): Settings {
  const {
    scope = /^(act|svc)_/.test(options.keyId ?? '') ? 'account' : 'app',
    appId,
    version = 'v1.1',
    auth = 'jwt',
    checks = true,
    ...rest
  } = options;
  checkOneOf('version', version, ['v1.1', 'v1']);
  checkOneOf('scope', scope, ['app', 'account']);
  const connection = readConnection({ ...rest, scope, auth });
  if (connection.credential === undefined && auth === 'basic' && version === 'v1') {
    refuseOption('auth', '"jwt" for v1, which takes no HTTP Basic');
  }
  if (appId !== undefined) checkText(refuseOption, 'appId', appId);
  return { ...connection, appId, baseUrl: `${connection.root}/${version}`, checks };
}
