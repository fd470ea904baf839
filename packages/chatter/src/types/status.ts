import type { Open } from './open.js';

/** A status, as the first versions of the API took it. */
export interface StatusInput {
  readonly text: string;
  readonly visibility?: Open<'AllUsers' | 'InternalUsers'> | undefined;
}
