import { path } from '../path.js';
import { appPath } from './calls.js';
import type { Sunshine } from './client.js';

/** The path of a switchboard. */
export function switchboardPath(sunshine: Sunshine, switchboardId: string): string {
  return appPath(sunshine) + path`/switchboards/${switchboardId}`;
}
