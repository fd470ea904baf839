import type { Answer, ErrorDescription } from '@x/http-core';

/** How the token endpoint words an error. */
interface OAuthError {
  readonly error?: string;
  readonly error_description?: string;
}

/** How the words are read out of an answer. */
export type DescribeRefusal = (answer: Answer) => ErrorDescription | undefined;

/** Reads what an OAuth endpoint says of a request that it refuses. */
export function describeRefusal({ data }: Answer): ErrorDescription | undefined {
  const { error: code, error_description: message } = (data ?? {}) as OAuthError;
  if (code === undefined) return undefined;
  return { kind: code === 'rate_limit_exceeded' ? 'rate-limit' : 'auth', code, message };
}
