import { refuseArgument } from '../errors.js';
import { bytesOf } from './check-metadata.js';

/** The most that the service takes as a body of JSON, in bytes: 100 kB. */
const mostBytes = 100 * 1024;

/**
 * Refuses a body that is too large for the service.
 *
 * @throws `usage` / `INVALID_REQUEST`.
 */
export function checkBodySize(body: object): void {
  if (bytesOf(body) > mostBytes) refuseArgument('the body', `at most ${mostBytes} bytes long as JSON`);
}
