import type { RefuseOption } from '@x/http-core';
import { checkBody } from './body.js';
import { checkContent } from './content.js';
import { checkGiven, type Raw } from './values.js';

/**
 * Refuses a message of v1.1 or v1 that the service would refuse.
 *
 * @throws `usage` / `INVALID_REQUEST`, which names the field.
 */
export function checkMessage(refuse: RefuseOption, message: object): void {
  const { role, metadata }: Raw = { ...message };
  checkGiven(refuse, 'role', role);
  checkContent(refuse, message, role === 'appUser');
  checkBody(refuse, message, metadata, 'metadata');
}
