import { checkText } from '@x/http-core';
import {
  readConnection,
  type Connection,
  type ConnectionOptions,
  type KeyOrCredential,
} from '../connection.js';
import { refuseOption } from '../errors.js';
import { scopeOf } from '../jwt/scope.js';

/** The options of {@link createSunshine} that are all optional. */
export interface SunshineSettings extends ConnectionOptions {
  /** The app that is spoken of. `sunshine.for(appId)` chooses another one. What belongs to no app needs none. */
  readonly appId?: string | undefined;
  /** How the key is shown: by itself as HTTP Basic, or by a token that it signs. Default `basic`. */
  readonly auth?: 'basic' | 'jwt' | undefined;
  /** Whether what cannot be right is refused before it is sent: sizes, cursors, metadata. Default `true`. */
  readonly checks?: boolean | undefined;
}

/** What {@link createSunshine} takes: a key, or a credential in its place. */
export type SunshineOptions = SunshineSettings & KeyOrCredential;

/** The options, checked and complete. */
export interface Settings extends Connection {
  readonly appId: string | undefined;
  readonly checks: boolean;
}

/** Refuses what cannot work, and fills in what is left out. */
export function readOptions(options: SunshineOptions): Settings {
  const { appId, auth = 'basic', checks = true, ...rest } = options;
  if (appId !== undefined) checkText(refuseOption, 'appId', appId);
  const connection = readConnection({ ...rest, scope: scopeOf(String(rest.keyId)), auth });
  return { ...connection, appId, checks };
}
