import { badRequest } from '../errors.js';
import type { Service } from '../service.js';
import { statusOf } from './status-of.js';

/** How long a target is waited for, in real time. */
const patienceMs = 5_000;

/**
 * Refuses the target of a new webhook when nobody is there: it is asked by HEAD, and when it does not know that, its host is.
 * Only while it is switched on.
 */
export async function requireTarget({ switches }: Pick<Service, 'switches'>, target: string): Promise<void> {
  if (!switches.checkTargets || (await isThere(target)) || (await isThere(new URL(target).origin))) return;
  throw badRequest('The target of the webhook could not be reached');
}

async function isThere(address: string): Promise<boolean> {
  const status = await statusOf(address, { method: 'HEAD', signal: AbortSignal.timeout(patienceMs) });
  return status !== undefined && status < 400;
}
