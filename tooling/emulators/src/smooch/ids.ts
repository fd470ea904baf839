import type { Random } from '../frame/index.js';

const urlSafe = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const lowerAlphanumeric = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Makes every id and secret of the service, each in the form that the service gives it. */
export interface Ids {
  /** 24 lower-case hexadecimal digits: apps, users, conversations, messages, webhooks, clients. */
  object(): string;
  /** The id of a key tells its scope by its prefix. */
  key(scope: 'app' | 'account'): string;
  keySecret(): string;
  webhookSecret(): string;
  appToken(): string;
  /** The part of a media address that nobody can guess. */
  mediaToken(): string;
  /** The id that a channel's SDK gives a device. */
  device(): string;
  /** The id under which a channel knows a message. */
  externalMessage(): string;
}

export function createIds(random: Random): Ids {
  return {
    object: () => random.hex(24),
    key: (scope) => `${scope === 'app' ? 'app' : 'act'}_${random.hex(24)}`,
    keySecret: () => random.string(80, urlSafe),
    webhookSecret: () => random.string(86, urlSafe),
    appToken: () => random.string(25, lowerAlphanumeric),
    mediaToken: () => random.hex(32),
    device: () => random.hex(32),
    externalMessage: () => random.hex(32),
  };
}
