import { path } from '../path.js';
import { appPath } from './calls.js';
import type { Sunshine } from './client.js';

/** The path of an integration. */
export function integrationPath(sunshine: Sunshine, integrationId: string): string {
  return appPath(sunshine) + path`/integrations/${integrationId}`;
}
