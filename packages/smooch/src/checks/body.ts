import type { RefuseOption } from '@x/http-core';
import { bytesOf, checkMetadata } from './metadata.js';

/** The most that the service takes as a body of JSON, in bytes: 100 kB. */
const mostBytes = 100 * 1024;

/**
 * Refuses a body that is too large for the service.
 *
 * @throws `usage` / `INVALID_REQUEST`.
 */
export function checkBodySize(refuse: RefuseOption, body: object): void {
  if (bytesOf(body) > mostBytes) refuse('the body', `at most ${mostBytes} bytes long as JSON`);
}

/** Refuses a body that is too large, or whose metadata the service would refuse. */
export function checkBody(refuse: RefuseOption, body: object, metadata: unknown, name: string): void {
  checkMetadata(refuse, name, metadata);
  checkBodySize(refuse, body);
}
