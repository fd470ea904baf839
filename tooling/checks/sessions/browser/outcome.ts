import { isServiceError } from '@x/http-core';

/** What a page can read of an error. */
export interface Failure {
  readonly kind: string;
  readonly code: string;
  readonly message: string;
}

/** How a call fails that must fail. */
export async function failureOf(call: () => unknown): Promise<Failure> {
  try {
    await call();
  } catch (error) {
    if (isServiceError(error)) return error;
    throw error;
  }
  return { kind: 'none', code: 'NONE', message: 'it did not fail' };
}
