import type { Answer } from './answer.js';
import type { Credential } from './credential.js';
import type { Draft } from './draft.js';

/**
 * How a service is shown who is calling. It is part of every single sending, below the retries, so that each one carries
 * the credential of that moment.
 *
 * After a refusal the credential is refreshed and the request is sent once more, outside the retry budget; not at all
 * when the refresh brought nothing new, or when the body was a stream. Nothing of it happens for an address of another
 * origin than the base URL's: a credential stays with the service it belongs to.
 *
 * @example
 * ```ts
 * import { createCredential, type Auth } from '@x/http-core';
 *
 * export const bearer: Auth<string> = {
 *   credential: createCredential({ load: async () => 'a token' }),
 *   apply(draft, token) {
 *     draft.headers.set('authorization', `Bearer ${token}`);
 *   },
 *   rejected: (answer) => answer.status === 401,
 * };
 * ```
 */
export interface Auth<T> {
  readonly credential: Credential<T>;
  /** Puts the credential into a request. */
  apply(draft: Draft, value: T): void;
  /** Whether an answer says that the credential no longer serves. */
  rejected(answer: Answer): boolean;
}
