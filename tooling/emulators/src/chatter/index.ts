export type { ChatterControl, ChatterCredentials, ChatterEmulatorOptions, PostSnapshot } from './options.js';
export type { SessionFilter, SessionRefusal } from './sessions.js';
export { startChatterEmulator } from './start.js';
