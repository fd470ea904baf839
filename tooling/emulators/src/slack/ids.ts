import type { Random } from '../frame/index.js';

const upperAlphanumeric = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const digits = '0123456789';

/** The letter that an id starts with tells what it names; for `C` and `G` it says nothing about privacy. */
export type IdPrefix = 'A' | 'B' | 'C' | 'D' | 'F' | 'S' | 'T' | 'U';

/** Makes every id and secret of the service, each in the form that the service gives it. */
export interface Ids {
  object(prefix: IdPrefix): string;
  botToken(): string;
  userToken(): string;
  appToken(appId: string): string;
  sessionToken(): string;
  /** The cookie that goes with it. Some of its characters have to be encoded. */
  sessionCookie(): string;
  /** The part of a socket address that nobody can guess. */
  ticket(): string;
  /** What the service calls a request in its headers. */
  request(): string;
  clientMessage(): string;
  bookmark(): string;
  view(): string;
  reminder(): string;
  /** What names a message that waits for its time. */
  scheduled(): string;
  /** Of an app, as it gives it for tokens. */
  client(): string;
  /** Of one delivery over Socket Mode. */
  envelope(): string;
  /** Of an event, which it keeps when it is delivered again. */
  event(): string;
  /** Short name of a block inside a message. */
  block(): string;
}

export function createIds(random: Random): Ids {
  const number = (): string => `1${random.string(11, digits)}`;
  return {
    object: (prefix) => `${prefix}0${random.string(9, upperAlphanumeric)}`,
    botToken: () => `xoxb-${number()}-${number()}-${random.base62(24)}`,
    userToken: () => `xoxp-${number()}-${number()}-${number()}-${random.hex(32)}`,
    appToken: (appId) => `xapp-1-${appId}-${number()}-${random.hex(64)}`,
    sessionToken: () => `xoxc-${number()}-${number()}-${number()}-${random.hex(64)}`,
    sessionCookie: () => `xoxd-${random.base62(40)}/${random.base62(40)}+${random.base62(40)}==`,
    ticket: () => random.base62(64),
    request: () => random.hex(32),
    bookmark: () => `Bk0${random.string(9, upperAlphanumeric)}`,
    view: () => `V0${random.string(9, upperAlphanumeric)}`,
    reminder: () => `Rm0${random.string(9, upperAlphanumeric)}`,
    scheduled: () => `Q${number()}`,
    clientMessage: () => random.uuid(),
    client: () => `${number()}.${number()}`,
    envelope: () => random.uuid(),
    event: () => `Ev0${random.string(9, upperAlphanumeric)}`,
    block: () => random.base62(5),
  };
}
