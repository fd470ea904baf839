import { isServiceError, type Http, type RequestOptions } from '@x/http-core';

/**
 * `DELETE`. That nothing is there counts as done when an earlier sending of this very call may have done it: one of which
 * nobody knows how it ended.
 */
export async function remove(http: Http, target: string, call?: RequestOptions): Promise<void> {
  let inDoubt = false;
  try {
    await http.json('DELETE', target, {
      ...call,
      pace: (send) =>
        send().catch((error: unknown) => {
          // What was refused has done nothing.
          inDoubt ||= !(isServiceError(error) && Number(error.status) < 500);
          throw error;
        }),
    });
  } catch (error) {
    if (!(inDoubt && isServiceError(error) && error.status === 404)) throw error;
  }
}
