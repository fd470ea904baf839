import type { EmulatorOptions } from '../frame/index.js';

export interface SmoochEmulatorOptions extends EmulatorOptions {
  /**
   * Also answer the v1 calls that the service has retired: of 2015 `init`, `conversation` with its messages and posting below it,
   * and of the years after those of devices and events. Default false.
   */
  readonly legacy?: boolean;
}

/** A key of the seeded app, with which everything in that app can be reached. */
export interface SmoochCredentials {
  readonly appId: string;
  readonly keyId: string;
  readonly secret: string;
}
