export type { IssuedKey, KnownUser, SmoochControl } from './control.js';
export type { EndUser } from './end-user.js';
export type { SmoochCredentials, SmoochEmulatorOptions } from './options.js';
export type { RateLimit } from './rate-limit.js';
export type { SmoochSwitches } from './switches.js';
export { startSmoochEmulator } from './start.js';
export type { Delivery } from './webhooks/delivery-engine.js';
