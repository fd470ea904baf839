import { isServiceError, type Http, type RequestOptions } from '@x/http-core';

/** `DELETE`, of which nothing is told. */
export async function remove(http: Http, target: string, call?: RequestOptions): Promise<void> {
  await removed(http, target, call);
}

/**
 * `DELETE`, and what is answered. That nothing is there counts as done, with no answer, when an earlier sending of this very
 * call may have done it: one of which nobody knows how it ended.
 */
export async function removed<Answer>(
  http: Http,
  target: string,
  call?: RequestOptions,
): Promise<Answer | undefined> {
  let inDoubt = false;
  try {
    return await http.json<Answer>('DELETE', target, {
      ...call,
      pace: (send) =>
        send().catch((error: unknown) => {
          // What was refused has done nothing.
          inDoubt ||= !(isServiceError(error) && Number(error.status) < 500);
          throw error;
        }),
    });
  } catch (error) {
    if (inDoubt && isServiceError(error) && error.status === 404) return undefined;
    throw error;
  }
}
