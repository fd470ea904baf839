import { isServiceError } from '@x/http-core';

/** How a call fails that must fail. */
export async function failureOf(call: () => unknown): Promise<{ kind: string; code: string }> {
  try {
    await call();
  } catch (error) {
    if (isServiceError(error)) return { kind: error.kind, code: error.code };
    throw error;
  }
  return { kind: 'none', code: 'it did not fail' };
}
