import { badRequest } from '../errors.js';
import type { AppSettings } from '../state/model/index.js';
import { optionalInteger, optionalObject, optionalWord, type Body } from './fields.js';

const switches = [
  'maskCreditCardNumbers',
  'useAnimalNames',
  'echoPostback',
  'ignoreAutoConversationStart',
  'multiConvoEnabled',
  'appLocalizationEnabled',
  'endSessionEnabled',
  'disableConversationReopen',
] as const satisfies readonly (keyof AppSettings)[];

/** The settings of an app that a body names. */
export function readSettings(body: Body): Partial<AppSettings> {
  const settings = optionalObject(body, 'settings') ?? {};
  const read: { -readonly [Name in keyof AppSettings]?: AppSettings[Name] } = {};
  for (const name of switches) {
    const value = settings[name];
    if (value === undefined) continue;
    if (typeof value !== 'boolean') throw badRequest(`'${name}' should be boolean`);
    read[name] = value;
  }
  const access = optionalWord(settings, 'attachmentsAccess', ['public', 'private']);
  if (access !== undefined) read.attachmentsAccess = access;
  const retention = optionalInteger(settings, 'conversationRetentionSeconds', { from: 0 });
  if (retention !== undefined) read.conversationRetentionSeconds = retention;
  return read;
}

/** More than one conversation for each user is a step that cannot be taken back. */
export function requireForward(before: AppSettings, change: Partial<AppSettings>): void {
  if (before.multiConvoEnabled && change.multiConvoEnabled === false) {
    throw badRequest("'multiConvoEnabled' cannot be disabled once it is enabled");
  }
}
