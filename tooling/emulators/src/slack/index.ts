export type { OpenConnection, SlackControl, TokenRequest } from './control.js';
export type { SlackPeople, SlackMessageSnapshot, NamedThing } from './people.js';
export type { SlackCredentials, SlackEmulatorOptions } from './options.js';
export type { ConnectionCut } from './rtm/connection.js';
export type { SentFrame } from './rtm/hub.js';
export { startSlackEmulator } from './start.js';
export type { FloodLimit, SlackSwitches } from './switches.js';
export type { RateAllowance } from './wire/rate-limits.js';
