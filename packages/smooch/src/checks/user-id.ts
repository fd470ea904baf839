import { checkText } from '@x/http-core';
import { refuseArgument } from '../errors.js';

/** By what a user is named: your own id, or the service's. */
export function checkUserId(userId: string): string {
  return checkText(refuseArgument, 'userId', userId);
}
