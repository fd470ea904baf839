import { refuseArgument } from './errors.js';
import { loadPart } from './load-part.js';
import type { Metadata } from './types/open.js';

/** A body whose metadata the service would take, unless nobody wants to know. */
export async function checkedBody<Body extends object>(
  checks: boolean,
  body: Body,
  metadata: Metadata | undefined,
  name = 'metadata',
): Promise<Body> {
  if (checks) {
    const { checkBody } = await loadPart(import('./checks/index.js'));
    checkBody(refuseArgument, body, metadata, name);
  }
  return body;
}
