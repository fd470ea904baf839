import { path } from '../path.js';
import { appPath } from './calls.js';
import type { Sunshine } from './client.js';

/** The path of a user, named by the id of the service or by yours. */
export function userPath(sunshine: Sunshine, userId: string): string {
  return appPath(sunshine) + path`/users/${userId}`;
}
