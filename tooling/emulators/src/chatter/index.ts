export type { ChatterControl, ChatterCredentials, ChatterEmulatorOptions, PostSnapshot } from './options.js';
export { startChatterEmulator } from './start.js';
