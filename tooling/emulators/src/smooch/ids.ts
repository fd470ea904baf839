import type { Random } from '../frame/index.js';
import type { KeyScope } from './state/model/index.js';

const urlSafe = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const keyPrefixes = { account: 'act', service: 'svc', app: 'app', integration: 'int' } as const;
const lowerAlphanumeric = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Makes every id and secret of the service, each in the form that the service gives it. */
export interface Ids {
  /** 24 lower-case hexadecimal digits: apps, users, conversations, messages, webhooks, clients. */
  object(): string;
  /** The id of a key tells its scope by its prefix. */
  key(scope: KeyScope | 'service'): string;
  keySecret(): string;
  webhookSecret(): string;
  appToken(): string;
  /** The part of a media address that nobody can guess. */
  mediaToken(): string;
  /** The id that a channel's SDK gives a device. */
  device(): string;
  /** The id under which a channel knows a message. */
  externalMessage(): string;
  /** `lr_` and 24 digits: what leads a user to a channel. */
  linkCode(): string;
  /** `ac_` and 24 digits: what lets a device in as a user. */
  authCode(): string;
  /** 26 signs, of which the first ten are the time: files of v2. */
  ulid(now: number): string;
  /** So many digits, as channels number things. */
  number(digits: number): string;
  /** What an OAuth partner exchanges for a token. */
  oauthCode(): string;
}

export function createIds(random: Random): Ids {
  return {
    object: () => random.hex(24),
    key: (scope) => `${keyPrefixes[scope]}_${random.hex(24)}`,
    keySecret: () => random.string(80, urlSafe),
    webhookSecret: () => random.string(86, urlSafe),
    appToken: () => random.string(25, lowerAlphanumeric),
    mediaToken: () => random.hex(32),
    device: () => random.hex(32),
    externalMessage: () => random.hex(32),
    linkCode: () => `lr_${random.hex(24)}`,
    authCode: () => `ac_${random.hex(24)}`,
    ulid: (now) => ulidTime(now) + random.string(16, crockford),
    number: (digits) => random.string(1, '123456789') + random.string(digits - 1, '0123456789'),
    oauthCode: () => random.string(40, urlSafe),
  };
}

function ulidTime(now: number): string {
  let rest = Math.max(0, Math.floor(now));
  let text = '';
  for (let place = 0; place < 10; place += 1) {
    text = crockford.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}
